//! Values for `{{operator.name}}` and its like in pages of text.

use super::entry::Entry;
use super::kinds;
use super::values::Value;
use domain::content::{Kind, LegalForm};
use domain::retention::{Class, Plan};
use domain::{Lang, when};
use std::collections::BTreeMap;

/// What pages of text in `lang` may fill in from `site`: its operator, its room, its own data;
/// and days from the `plan`, so that what a page promises is what is done.
pub(super) fn of(site: &Entry, plan: &Plan, lang: Lang) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for field in kinds::fields(Kind::Site) {
        let name = match field.place() {
            ("operator" | "room", _) => field.name.to_owned(),
            ("", "title" | "short" | "phone" | "email" | "pilot_until") => {
                format!("site.{}", field.name)
            }
            _ => continue,
        };
        let translated = match lang {
            Lang::De => None,
            Lang::En => site.en.as_ref(),
            Lang::Ls => site.ls.as_ref(),
        };
        let value = translated
            .and_then(|doc| doc.values.get(field.name))
            .or_else(|| site.index.values.get(field.name));
        let text = match value {
            Some((_, Value::Text(code))) if field.name == "operator.legal_form" => {
                legal_form(code, lang)
            }
            Some((_, Value::Text(text))) => text.clone(),
            Some((_, Value::Date(date))) => when::date(lang, *date),
            Some((_, Value::Number(number))) => number.to_string(),
            _ => continue,
        };
        out.insert(name, text);
    }
    for class in Class::ALL {
        if let Some(days) = plan.rule(*class).days {
            out.insert(format!("retention.{}", class.code()), days.to_string());
        }
    }
    out
}

fn legal_form(code: &str, lang: Lang) -> String {
    let (de, en) = match LegalForm::parse(code) {
        Some(LegalForm::City) => ("Stadt", "city"),
        Some(LegalForm::Eigenbetrieb) => ("Eigenbetrieb der Stadt", "municipal undertaking"),
        Some(LegalForm::Gmbh) => ("GmbH", "limited company (GmbH)"),
        None => (code, code),
    };
    match lang {
        Lang::De | Lang::Ls => de.to_owned(),
        Lang::En => en.to_owned(),
    }
}

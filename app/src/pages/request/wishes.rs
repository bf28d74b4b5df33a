//! Up to three providers somebody already has in mind: chosen from menus in the order of today's
//! wall, or, where the wall is too long for a menu, by typing their names.

use crate::context::Context;
use crate::text::request as text;
use crate::ui::form::{
    Choice, Problem, SelectField, TextField, problem_of, select_field, text_field,
};
use backend::search::{Class, Query, plain_words};
use domain::content::{Kind, Provider};
use domain::request::{Field, MAX_PROVIDERS, RequestForm};
use leptos::prelude::*;

const IDS: [&str; MAX_PROVIDERS] = ["provider", "provider-2", "provider-3"];

/// Names a menu may have; in a longer one nobody finds anybody.
const MENU: usize = 60;

/// Firms that are offered for a name that fits several.
const OFFERED: usize = 8;

/// The questions. A list sorted by name would favour the same ones every day.
pub fn wishes(cx: &Context, form: &RequestForm, problems: &[Problem]) -> AnyView {
    let wished: Vec<&str> = form.all(Field::Provider).collect();
    let open = !wished.is_empty() || problem_of(problems, Field::Provider.code()).is_some();
    let wall = cx.content.wall(cx.today);
    let by_menu = wall.len() <= MENU;
    let fields = (0..MAX_PROVIDERS)
        .map(|at| {
            let value = wished.get(at).copied().unwrap_or_default();
            let fitting = match cx.content.providers.get(value) {
                _ if by_menu => wall.clone(),
                Some(provider) => vec![provider],
                None => fitting(cx, value).into_iter().take(OFFERED).collect(),
            };
            if fitting.is_empty() {
                return name(cx, at, value, problems);
            }
            menu(cx, at, value, &fitting, problems)
        })
        .collect_view();
    let help = if by_menu { text::WISHES_HELP } else { text::WISHES_BY_NAME };
    view! {
        <details class="wishes" open=open>
            <summary>{cx.t(text::WISHES)}</summary>
            <p class="help">{cx.t(help)}</p>
            {fields}
        </details>
    }
    .into_any()
}

fn menu(
    cx: &Context,
    at: usize,
    value: &str,
    providers: &[&Provider],
    problems: &[Problem],
) -> AnyView {
    let none = if at == 0 { text::WISH_NONE } else { text::WISH_NO_OTHER };
    let mut choices = vec![Choice::new("", cx.t(none))];
    choices.extend(providers.iter().map(|provider| {
        let firm = &provider.text.text(cx.lang()).title;
        Choice::new(provider.meta.id.as_str(), format!("{firm} ({})", provider.person))
    }));
    let list = SelectField {
        id: IDS[at],
        name: Field::Provider.code(),
        label: cx.t(text::WISH[at]),
        help: None,
        value,
        choices: &choices,
        required: false,
    };
    select_field(list, problems)
}

fn name(cx: &Context, at: usize, value: &str, problems: &[Problem]) -> AnyView {
    let field = TextField {
        id: IDS[at],
        name: Field::Provider.code(),
        label: cx.t(text::WISH[at]),
        value,
        autocomplete: "off",
        ..TextField::default()
    };
    text_field(field, problems)
}

/// Puts ids in the place of typed names, where a name leaves no doubt.
pub fn resolve(cx: &Context, form: &RequestForm) -> RequestForm {
    let pairs = form.pairs().map(|(field, value)| {
        let is_name = field == Field::Provider.code() && !cx.content.providers.contains_key(value);
        let id = is_name.then(|| meant(cx, value)).flatten();
        (field, id.unwrap_or_else(|| value.to_owned()))
    });
    RequestForm::from_pairs(pairs)
}

/// The one provider a name can mean: the only one called so, or the only one it fits at all.
fn meant(cx: &Context, typed: &str) -> Option<String> {
    let fitting = fitting(cx, typed);
    let same = |text: &str| plain_words(text).eq(plain_words(typed));
    let is_called = |provider: &&Provider| {
        let words = &provider.text;
        same(&words.de.title) || same(&words.text(cx.lang()).title)
    };
    let called: Vec<&Provider> = fitting.iter().copied().filter(is_called).collect();
    match (called.as_slice(), fitting.as_slice()) {
        ([provider], _) | ([], [provider]) => Some(provider.meta.id.to_string()),
        _ => None,
    }
}

/// Providers on the wall whose firm or person has all the words of `typed`.
fn fitting<'a>(cx: &'a Context, typed: &str) -> Vec<&'a Provider> {
    let query = Query::parse(typed);
    let found = cx.search.find(&query, cx.lang(), cx.today);
    let hits = found.hits.iter().filter(|hit| {
        hit.document.kind() == Kind::Provider && hit.class == Class::Name && hit.missing == 0
    });
    hits.filter_map(|hit| cx.content.providers.get(hit.document.id())).collect()
}

#[cfg(test)]
mod tests;

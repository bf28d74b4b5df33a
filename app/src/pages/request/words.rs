//! What is wrong with a field of the request, in words.

use crate::context::Context;
use crate::text::{Msg, form as form_text, request as text};
use crate::ui::form;
use domain::request::{Field, FieldError, Problem};
use domain::text::TextError;

/// The words for a problem, for the summary and for the place beside the field.
pub fn problem(cx: &Context, error: FieldError) -> form::Problem {
    let lang = cx.lang();
    let (short, sentence) = match error.problem {
        Problem::NoContact => {
            return form::Problem {
                field: error.field.code(),
                short: cx.t(text::CONTACT_MISSING_SHORT).to_owned(),
                sentence: cx.t(text::CONTACT_MISSING).to_owned(),
            };
        }
        Problem::NotAChoice if error.field == Field::Provider => {
            (cx.t(text::WISH_GONE_SHORT).to_owned(), cx.t(text::WISH_GONE).to_owned())
        }
        Problem::Choose | Problem::NotAChoice => {
            (cx.t(text::CHOOSE_SHORT).to_owned(), cx.t(text::CHOOSE).to_owned())
        }
        Problem::TooMany(max) => text::too_many(lang, max),
        Problem::Missing => of_text(lang, TextError::Empty),
        Problem::Text(error) => of_text(lang, error),
    };
    let label = cx.t(label(error.field));
    // A label that asks needs no colon after its mark.
    let colon = if label.ends_with('?') { "" } else { ":" };
    form::Problem { field: error.field.code(), short: format!("{label}{colon} {short}"), sentence }
}

fn of_text(lang: domain::Lang, error: TextError) -> (String, String) {
    (form_text::short(lang, error), form_text::sentence(lang, error))
}

/// The field's label, as it stands above the field.
const fn label(field: Field) -> Msg {
    match field {
        Field::Kind | Field::Channel | Field::Story | Field::Key | Field::AskLater => text::KIND,
        Field::Goal => text::GOAL,
        Field::Message => text::MESSAGE,
        Field::Budget => text::BUDGET,
        Field::Provider => text::WISH[0],
        Field::Firm => text::FIRM,
        Field::Sector => text::SECTOR,
        Field::District => text::DISTRICT,
        Field::Size => text::SIZE,
        Field::Person => text::PERSON,
        Field::Email => text::EMAIL,
        Field::Phone | Field::ContactBy => text::PHONE,
    }
}

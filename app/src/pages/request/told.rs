//! What a form says to one of its questions, in words.

use crate::context::Context;
use crate::text::{amend, format, request as text};
use domain::FirmSize;
use domain::content::Site;
use domain::request::{Budget, ContactBy, Field, RequestForm, UNKNOWN};

/// The answer as people read it; `None` if there is none.
pub fn told(cx: &Context, site: &Site, form: &RequestForm, field: Field) -> Option<String> {
    let lang = cx.lang();
    let word = |id: &str| match field {
        Field::Goal if id == UNKNOWN => cx.t(text::GOAL_UNKNOWN).to_owned(),
        Field::Sector if id == UNKNOWN => cx.t(text::SECTOR_OTHER).to_owned(),
        Field::District if id == UNKNOWN => cx.t(text::DISTRICT_UNKNOWN).to_owned(),
        Field::Goal => site.goal(id, lang),
        Field::Sector => site.sector(id, lang),
        Field::District => site.district(id, lang),
        Field::Budget => Budget::parse(id)
            .map_or_else(|| cx.t(text::BUDGET_UNKNOWN).to_owned(), |it| text::budget(lang, it)),
        Field::Size => FirmSize::parse(id)
            .map_or_else(|| cx.t(text::SIZE_UNKNOWN).to_owned(), |it| format::size(lang, it)),
        Field::ContactBy => match ContactBy::parse(id) {
            Some(ContactBy::Phone) => cx.t(amend::BY_PHONE).to_owned(),
            _ => cx.t(amend::BY_EMAIL).to_owned(),
        },
        _ => id.to_owned(),
    };
    let words: Vec<String> = form.all(field).filter(|id| !id.is_empty()).map(word).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

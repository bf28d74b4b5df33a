//! POST `/anbieter/aufnahme`: a provider asks for a place on the wall. One step, one form.

use super::request::parse;
use crate::context::{Cx, Outcome, see_other};
use crate::pages::listing::{FIELDS, page_with, thanks_href};
use backend::requests::{self, ConfirmationMail, FormKey, Submission};
use domain::request::{Channel, Field, RequestForm, RequestKind};

/// Stores the request, or shows the form again with what was typed.
pub async fn post(cx: Cx) -> Outcome {
    let filled = cx.form.0.iter().filter(|(_, value)| !value.is_empty());
    let known =
        filled.filter(|(name, _)| Field::parse(name).is_some_and(|field| FIELDS.contains(&field)));
    let mut form = RequestForm::from_pairs(known.map(|(name, value)| (name, value.clone())));
    form.set(Field::Kind, RequestKind::ProviderListing.code());
    form.set(Field::Channel, Channel::Home.code());
    match parse(&cx, &form) {
        Ok(new) => {
            let key = FormKey::of_answers(&form, cx.today);
            let site = cx.site()?.meta.id.clone();
            let submission = Submission { site, new, key, surface: cx.place.surface, by: None };
            let sent = requests::submit(&cx.app.backend, &cx.content, submission).await?;
            let by_phone = sent.mail != ConfirmationMail::Sent;
            see_other(thanks_href(&cx, sent.reference, by_phone))
        }
        Err(errors) => page_with(cx, form, errors),
    }
}

#[cfg(test)]
mod tests;

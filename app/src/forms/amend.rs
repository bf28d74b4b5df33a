//! POST `/status/{token}/angaben` and `/adresse/{token}`: a firm puts right what it has told.

use crate::context::{Cx, Outcome, PageError, see_other};
use crate::pages::status::amend::{Back, SEEN, show};
use crate::pages::status::href;
use backend::BackendError;
use backend::requests::{self, Amended, Amendment};
use domain::request::{Details, Door, RequestForm};

/// Stores the answers, or shows the form again with everything that was typed.
pub async fn post(cx: Cx) -> Outcome {
    let (backend, secret) = (&cx.app.backend, cx.param(0));
    let own = requests::own(backend, secret).await?.ok_or(PageError::BadLink)?;
    let kind = own.request.kind;
    let filled = cx.form.0.iter().filter(|(_, value)| !value.is_empty());
    let form = RequestForm::from_pairs(filled.map(|(name, value)| (name, value.clone())));
    let form = form.only(Details::fields(kind));
    let site = cx.site()?;
    let door = Door { site, content: &cx.content, lang: own.request.lang, by_staff: false };
    let details = match Details::parse(&form, kind, door) {
        Ok(details) => details,
        Err(errors) => return show(cx, own, form, Back::Wrong(errors)),
    };
    let amendment = Amendment { seen: cx.form.get(SEEN).to_owned(), details };
    let did = match requests::amend(backend, &cx.content, secret, amendment).await {
        Ok(Some(Amended::Same)) => "unveraendert",
        Ok(Some(Amended::Saved)) => "geaendert",
        Ok(Some(Amended::AddressAsked)) => "adresse-gefragt",
        Ok(None) => return Err(PageError::BadLink),
        Err(BackendError::Refused("mail_quota")) => return show(cx, own, form, Back::OverQuota),
        Err(BackendError::Conflict | BackendError::Refused(_)) => {
            // As it is now, not as it was when this form was read.
            let own = requests::own(backend, secret).await?.ok_or(PageError::BadLink)?;
            return show(cx, own, form, Back::Conflict);
        }
        Err(error) => return Err(error.into()),
    };
    see_other(format!("{}?getan={did}", href(&cx, "")))
}

/// "Ja, das ist meine Adresse": on to the firm's page, by a link of its own.
pub async fn confirm_address(cx: Cx) -> Outcome {
    let page = requests::confirm_address(&cx.app.backend, &cx.content, cx.param(0)).await;
    match page {
        Ok(Some(page)) => see_other(format!("{page}?getan=adresse")),
        // After the end of the request there is nothing that the address could be for.
        Ok(None) | Err(BackendError::Refused(_)) => Err(PageError::BadLink),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests;

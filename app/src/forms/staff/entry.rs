//! POST `/mitarbeit/anfragen/neu` and `/mitarbeit/besuche`: what happens in the room.

use crate::context::{Cx, Outcome, see_other};
use crate::pages::request::resolve;
use crate::pages::staff::{entry, viewer};
use backend::counts;
use backend::requests::{self, FormKey, Submission};
use domain::Lang;
use domain::request::{Door, Field, NewRequest, RequestForm};

/// Value of the button that takes a visit back.
pub const TAKE_BACK: &str = "zurueck";

/// Stores a request for somebody else and goes to it, or shows what is wrong with it. The same
/// form sent twice is one request.
pub async fn post(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let filled = cx.form.0.iter().filter(|(_, value)| !value.is_empty());
    let form = RequestForm::from_pairs(filled.map(|(name, value)| (name, value.clone())));
    let mut form = resolve(&cx, &form);
    let lang = Lang::parse(cx.form.get(entry::LANGUAGE)).unwrap_or(Lang::De);
    let key = FormKey::parse(form.get(Field::Key));
    if key.is_none() {
        form.set(Field::Key, FormKey::mint(&cx.app.backend).as_str());
    }
    let site = cx.site()?;
    let door = Door { site, content: &cx.content, lang, by_staff: true };
    let (new, key) = match (NewRequest::parse(&form, door), key) {
        (Ok(new), Some(key)) => (new, key),
        (Ok(_), None) => return entry::show(cx, form, lang, Vec::new()),
        (Err(errors), _) => return entry::show(cx, form, lang, errors),
    };
    let submission = Submission {
        site: site.meta.id.clone(),
        new,
        key,
        surface: cx.place.surface,
        by: Some(viewer.staff.clone()),
    };
    let sent = requests::submit(&cx.app.backend, &cx.content, submission).await?;
    // Routing may have given it to somebody whose requests the writer does not see.
    let sees = viewer.sees_all || sent.assigned.as_ref().is_none_or(|id| *id == viewer.staff);
    see_other(cx.href(&if sees {
        format!("/anfragen/{}", sent.id)
    } else {
        format!("/anfragen?aufgenommen={}", sent.reference)
    }))
}

/// Counts a visit or takes one back.
pub async fn visit(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let backend = &cx.app.backend;
    if cx.form.get("was") == TAKE_BACK {
        counts::take_back_visit(backend, &viewer.site).await?;
    } else {
        counts::add_visit(backend, &viewer.site).await?;
    }
    see_other(cx.href("/anfragen"))
}

//! POST `/anfrage`: one form in three steps. Nothing is kept on the server between them: the
//! answers of the other steps travel along as hidden fields.

use crate::context::{Context, Cx, Fields, Outcome, see_other};
use crate::pages::kiosk::assisted;
use crate::pages::request::{Step, page, resolve, thanks_href};
use backend::requests::{self, ConfirmationMail, FormKey, Submission};
use domain::request::{Channel, Door, Field, FieldError, NewRequest, RequestForm, RequestKind};
use domain::{Instant, Surface};

/// Name of the buttons; a value is a [`Step`]'s code or [`SEND`].
pub const GO: &str = "go";

/// Value of the button that sends.
pub const SEND: &str = "send";

/// Goes to the step the pressed button names, or sends the request.
pub async fn post(cx: Cx) -> Outcome {
    go(cx, None).await
}

/// The same at a kiosk that staff opened until then.
pub async fn post_at_kiosk(cx: Cx) -> Outcome {
    match assisted::grant(&cx).await? {
        Some(grant) => go(cx, Some(grant.until)).await,
        None => see_other(cx.href("/anfrage")),
    }
}

async fn go(cx: Cx, until: Option<Instant>) -> Outcome {
    let mut form = resolve(&cx, &read(&cx.form, cx.place.surface));
    let send = cx.form.get(GO) == SEND;
    // A form sent without a button, by a script, goes on from the first step.
    let target = Step::parse(cx.form.get(GO)).unwrap_or(Step::Firm);
    // Going back never complains; going on needs the steps before to be in order, sending all.
    let before = |step: &Step| send || *step < target;
    let parsed = parse(&cx, &form);
    if let Err(errors) = &parsed {
        for step in Step::ALL.iter().copied().filter(before) {
            let here: Vec<FieldError> =
                errors.iter().copied().filter(|e| step.has(e.field)).collect();
            if !here.is_empty() {
                return page(cx, form, step, here, until);
            }
        }
    }
    // Without its key there is no telling a second click from a second request, so a form that
    // has lost it is shown once more.
    let key = FormKey::parse(form.get(Field::Key));
    if key.is_none() && target != Step::Plan {
        form.set(Field::Key, FormKey::mint(&cx.app.backend).as_str());
    }
    match (parsed, key) {
        (Ok(new), Some(key)) if send => submit(&cx, key, new).await,
        _ if send => page(cx, form, Step::Review, Vec::new(), until),
        _ => page(cx, form, target, Vec::new(), until),
    }
}

/// What was typed. A kind that has a form of its own elsewhere counts as not chosen, and a
/// website is no kiosk, whatever a hidden field says.
fn read(fields: &Fields, surface: Surface) -> RequestForm {
    let filled = fields.0.iter().filter(|(_, value)| !value.is_empty());
    let mut form = RequestForm::from_pairs(filled.map(|(name, value)| (name, value.clone())));
    if !RequestKind::parse(form.get(Field::Kind)).is_some_and(RequestKind::is_matchmaking) {
        form.set(Field::Kind, RequestKind::Advice.code());
    }
    if surface == Surface::Kiosk {
        form.set(Field::Channel, Channel::Kiosk.code());
    } else if form.get(Field::Channel) != Channel::Handoff.code() {
        form.set(Field::Channel, Channel::Home.code());
    }
    form
}

/// The request in a form, or all that is wrong with it.
pub fn parse(cx: &Context, form: &RequestForm) -> Result<NewRequest, Vec<FieldError>> {
    let Some(site) = cx.content.site() else {
        return Err(Vec::new());
    };
    let door = Door { site, content: &cx.content, lang: cx.lang(), by_staff: false };
    NewRequest::parse(form, door)
}

/// Stores the request and thanks for it. The same key again finds the same request.
async fn submit(cx: &Context, key: FormKey, new: NewRequest) -> Outcome {
    let site = cx.site()?.meta.id.clone();
    let submission = Submission { site, new, key, surface: cx.place.surface, by: None };
    let sent = requests::submit(&cx.app.backend, &cx.content, submission).await?;
    let by_phone = sent.mail != ConfirmationMail::Sent;
    see_other(thanks_href(cx, sent.reference, by_phone))
}

#[cfg(test)]
mod tests;

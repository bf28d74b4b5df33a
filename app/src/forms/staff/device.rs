//! What an administrator does with kiosks: enter, pair, rename, clean, unpair, remove.

use crate::context::{Context, Cx, Outcome, PageError, see_other};
use crate::pages::staff::devices::device::{CLEANING, CODE, ON, show};
use crate::pages::staff::devices::new::{self, NAME, PLACE};
use crate::pages::staff::team::SURE;
use crate::pages::staff::{Returned, admit, problem};
use crate::text::{Msg, device_desk as text, form as form_text, team};
use crate::ui::form::Problem;
use backend::Id;
use backend::devices::{self, Confirmed, NewDevice};
use domain::Lang;
use domain::text::{Line, TextError};

/// POST `/mitarbeit/geraete/neu`.
pub async fn add(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let new = match described(&cx) {
        Ok(new) => new,
        Err(problems) => return new::show(cx, Returned::wrong(problems)),
    };
    let id = devices::add(&cx.app.backend, me.site_id(), &new, &me.by).await?;
    see_other(cx.href(&format!("/geraete/{id}?getan=angelegt")))
}

/// Reads name and place.
fn described(cx: &Context) -> Result<NewDevice, Vec<Problem>> {
    let wrong = |field, label: Msg, error: TextError| Problem {
        field,
        short: format!("{}: {}", cx.t(label), form_text::short(Lang::De, error)),
        sentence: form_text::sentence(Lang::De, error),
    };
    let name = Line::parse(cx.form.get(NAME)).map_err(|error| wrong(NAME, text::NAME, error));
    let place =
        Line::optional(cx.form.get(PLACE)).map_err(|error| wrong(PLACE, text::PLACE, error));
    match (name, place) {
        (Ok(name), Ok(place)) => Ok(NewDevice { name, place }),
        (name, place) => Err(name.err().into_iter().chain(place.err()).collect()),
    }
}

fn which(cx: &Context) -> Result<Id, PageError> {
    Id::parse(cx.param(0)).ok_or(PageError::NotFound)
}

fn done(cx: &Context, id: &Id, what: &str) -> Outcome {
    see_other(cx.href(&format!("/geraete/{id}?getan={what}")))
}

/// POST `/mitarbeit/geraete/{id}/koppeln`.
pub async fn pair(cx: Cx) -> Outcome {
    let (me, id) = (admit(&cx)?, which(&cx)?);
    let (backend, by, typed) =
        (&cx.app.backend, &me.session.member.id, cx.form.get(CODE).to_owned());
    let paired = devices::confirm(backend, me.site_id(), &id, &typed, &cx.network, by).await?;
    let wrong = match paired {
        Confirmed::Paired => return done(&cx, &id, "gekoppelt"),
        Confirmed::WrongCode => problem(CODE, cx.t(text::WRONG_SHORT), cx.t(text::WRONG)),
        Confirmed::Slowed(until) => problem(CODE, cx.t(text::SLOWED_SHORT), &text::slowed(until)),
    };
    show(cx, Returned::wrong(vec![wrong])).await
}

/// POST `/mitarbeit/geraete/{id}/name`.
pub async fn rename(cx: Cx) -> Outcome {
    let (me, id) = (admit(&cx)?, which(&cx)?);
    let new = match described(&cx) {
        Ok(new) => new,
        Err(problems) => return show(cx, Returned::wrong(problems)).await,
    };
    devices::rename(&cx.app.backend, me.site_id(), &id, &new, &me.by).await?;
    done(&cx, &id, "benannt")
}

/// POST `/mitarbeit/geraete/{id}/reinigen`.
pub async fn clean(cx: Cx) -> Outcome {
    let (me, id) = (admit(&cx)?, which(&cx)?);
    let on = cx.form.get(CLEANING) == ON;
    devices::set_cleaning(&cx.app.backend, me.site_id(), &id, on, &me.by).await?;
    done(&cx, &id, if on { "reinigen" } else { "gereinigt" })
}

/// POST `/mitarbeit/geraete/{id}/entkoppeln`.
pub async fn unpair(cx: Cx) -> Outcome {
    let (me, id) = (admit(&cx)?, which(&cx)?);
    devices::unpair(&cx.app.backend, me.site_id(), &id, &me.by).await?;
    done(&cx, &id, "entkoppelt")
}

/// POST `/mitarbeit/geraete/{id}/entfernen`.
pub async fn remove(cx: Cx) -> Outcome {
    let (me, id) = (admit(&cx)?, which(&cx)?);
    if cx.form.get(SURE).is_empty() {
        let unsure = problem(SURE, cx.t(team::NOT_SURE_SHORT), cx.t(team::NOT_SURE));
        return show(cx, Returned::wrong(vec![unsure])).await;
    }
    devices::remove(&cx.app.backend, me.site_id(), &id, &me.by).await?;
    see_other(cx.href("/geraete?getan=entfernt"))
}

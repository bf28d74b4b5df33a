//! Absences: everybody's own on the account's page, anybody's on the page of a member of the team.

use super::day_problems;
use crate::context::{Context, Cx, Outcome, PageError, see_other};
use crate::pages::staff::absences::{FROM, UNTIL};
use crate::pages::staff::team::member;
use crate::pages::staff::{Returned, account, admit, problem};
use crate::text::team as text;
use backend::staff::{self, Roster};
use backend::{BackendError, Id};
use domain::days::Days;

/// POST `/mitarbeit/konto/abwesenheiten`.
pub async fn add_own(cx: Cx) -> Outcome {
    let me = admit(&cx)?.session.member.id.clone();
    match add_for(&cx, &me).await? {
        None => see_other(cx.href("/konto?getan=abwesend")),
        Some(returned) => account::show(cx, returned).await,
    }
}

/// POST `/mitarbeit/team/{id}/abwesenheiten`.
pub async fn add(cx: Cx) -> Outcome {
    let whose = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    match add_for(&cx, &whose).await? {
        None => see_other(cx.href(&format!("/team/{whose}?getan=abwesend"))),
        Some(returned) => member::show(cx, returned).await,
    }
}

/// Notes an absence, or says what is wrong with it.
async fn add_for(cx: &Context, whose: &Id) -> Result<Option<Returned>, PageError> {
    let me = admit(cx)?;
    let backend = &cx.app.backend;
    let parsed = Days::parse(cx.form.get(FROM), cx.form.get(UNTIL), cx.today, false);
    let days = match parsed {
        Ok(days) => days,
        Err(errors) => {
            let labels = [(FROM, text::FROM), (UNTIL, text::LAST_DAY)];
            return Ok(Some(Returned::wrong(day_problems(cx, errors, labels))));
        }
    };
    let days = (days.from(), days.until().unwrap_or(days.from()));
    match staff::add_absence(backend, me.site_id(), whose, days, &me.by).await {
        Ok(()) => Ok(None),
        Err(BackendError::Refused("overlap")) => {
            let mut conn = backend.db.read().await?;
            let roster = Roster::load(&mut conn, me.site_id(), cx.today).await?;
            let other = roster
                .absences_of(whose)
                .find(|other| other.from <= days.1 && days.0 <= other.until)
                .map(|other| (other.from, other.until));
            let short = cx.t(text::OVERLAP_SHORT);
            let problem = problem(FROM, short, &text::overlap(other));
            Ok(Some(Returned::wrong(vec![problem])))
        }
        Err(other) => Err(other.into()),
    }
}

/// POST `/mitarbeit/konto/abwesenheiten/{absence}/loeschen`.
pub async fn remove_own(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let absence = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let (backend, whose) = (&cx.app.backend, &me.session.member.id);
    staff::remove_absence(backend, me.site_id(), whose, &absence, &me.by).await?;
    see_other(cx.href("/konto?getan=wieder-da"))
}

/// POST `/mitarbeit/team/{id}/abwesenheiten/{absence}/loeschen`.
pub async fn remove(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let whose = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let absence = Id::parse(cx.param(1)).ok_or(PageError::NotFound)?;
    staff::remove_absence(&cx.app.backend, me.site_id(), &whose, &absence, &me.by).await?;
    see_other(cx.href(&format!("/team/{whose}?getan=wieder-da")))
}

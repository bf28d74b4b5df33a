//! Who sits at which desk: entering somebody, setting the last day, taking an entry back.

use super::day_problems;
use crate::context::{Context, Cx, Outcome, PageError, see_other};
use crate::pages::staff::team::seats::{AS, DESK, FROM, PERSON, SUBSTITUTE, UNTIL};
use crate::pages::staff::team::{seat, seats};
use crate::pages::staff::{Admitted, Returned, admit, problem};
use crate::text::{Msg, team as text};
use crate::ui::form::Problem;
use backend::staff::{self, Assignment};
use backend::{BackendError, Id};
use domain::days::{DayError, Days, Edge, parse_day};

/// POST `/mitarbeit/team/plaetze`.
pub async fn assign(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let new = match new_seat(&cx, &me) {
        Ok(new) => new,
        Err(problems) => return seats::show(cx, Returned::wrong(problems)).await,
    };
    let assigned = staff::assign_desk(&cx.app.backend, me.site_id(), &new, &me.by).await;
    let (short, sentence) = match assigned {
        Ok(()) => return see_other(cx.href("/team/plaetze?getan=eingetragen")),
        Err(BackendError::Refused("already_seated")) => {
            (text::ALREADY_SEATED_SHORT, text::ALREADY_SEATED)
        }
        // Nobody of this site cannot have been on the list either.
        Err(BackendError::Refused("sees_no_requests") | BackendError::NotFound) => {
            (text::CANNOT_SIT_SHORT, text::CANNOT_SIT)
        }
        Err(other) => return Err(other.into()),
    };
    let wrong = problem(PERSON, cx.t(short), cx.t(sentence));
    seats::show(cx, Returned::wrong(vec![wrong])).await
}

/// Reads the form.
fn new_seat(cx: &Context, me: &Admitted<'_>) -> Result<Assignment, Vec<Problem>> {
    let choose = |field, label: Msg, sentence: Msg| {
        let short = format!("{}: {}", cx.t(label), cx.t(text::MISSING));
        problem(field, &short, cx.t(sentence))
    };
    let desk = me.site.desks.iter().find(|desk| desk.id == cx.form.get(DESK));
    let desk = desk.ok_or_else(|| choose(DESK, text::SEAT, text::CHOOSE_SEAT));
    let staff = Id::parse(cx.form.get(PERSON));
    let staff = staff.ok_or_else(|| choose(PERSON, text::PERSON, text::CHOOSE_PERSON));
    let days = Days::parse(cx.form.get(FROM), cx.form.get(UNTIL), cx.today, true);
    let labels = [(FROM, text::FROM), (UNTIL, text::LAST_DAY)];
    let days = days.map_err(|errors| day_problems(cx, errors, labels));
    match (desk, staff, days) {
        (Ok(desk), Ok(staff), Ok(days)) => Ok(Assignment {
            id: cx.app.backend.id(),
            desk: desk.id.clone(),
            staff,
            substitute: cx.form.get(AS) == SUBSTITUTE,
            from: days.from(),
            until: days.until(),
        }),
        // In the order of the page.
        (desk, staff, days) => {
            let chosen = desk.err().into_iter().chain(staff.err());
            Err(chosen.chain(days.err().into_iter().flatten()).collect())
        }
    }
}

fn seat_id(cx: &Context) -> Result<Id, PageError> {
    Id::parse(cx.param(0)).ok_or(PageError::NotFound)
}

fn last_day(cx: &Context, error: DayError) -> Returned {
    let field = (seat::LAST, text::LAST_DAY);
    Returned::wrong(day_problems(cx, vec![(Edge::Until, error)], [field, field]))
}

/// POST `/mitarbeit/team/plaetze/{seat}/beenden`.
pub async fn end(cx: Cx) -> Outcome {
    let (me, id) = (admit(&cx)?, seat_id(&cx)?);
    // A form that names an impossible day knows no state that ever was.
    let seen = match cx.form.get(seat::BEFORE) {
        "" => Ok(None),
        day => day.parse().map(Some),
    };
    let last = match parse_day(cx.form.get(seat::LAST), cx.today) {
        Ok(last) => last,
        Err(error) => {
            let returned = last_day(&cx, error);
            return seat::show(cx, returned).await;
        }
    };
    let backend = &cx.app.backend;
    let ended = match seen {
        Ok(seen) => staff::end_assignment(backend, me.site_id(), &id, seen, last, &me.by).await,
        Err(_) => Err(BackendError::Conflict),
    };
    let returned = match ended {
        Ok(()) => return see_other(cx.href("/team/plaetze?getan=beendet")),
        Err(BackendError::Refused("dates_reversed")) => last_day(&cx, DayError::Reversed),
        Err(BackendError::Conflict) => {
            let (short, sentence) = (cx.t(text::SEAT_CHANGED_SHORT), cx.t(text::SEAT_CHANGED));
            Returned::conflict(problem(seat::LAST, short, sentence))
        }
        Err(other) => return Err(other.into()),
    };
    seat::show(cx, returned).await
}

/// POST `/mitarbeit/team/plaetze/{seat}/austragen`.
pub async fn remove(cx: Cx) -> Outcome {
    let (me, id) = (admit(&cx)?, seat_id(&cx)?);
    let backend = &cx.app.backend;
    match staff::remove_assignment(backend, me.site_id(), &id, cx.today, &me.by).await {
        Ok(()) => see_other(cx.href("/team/plaetze?getan=ausgetragen")),
        Err(BackendError::Refused("begun")) => {
            let (short, sentence) = (cx.t(text::SEAT_BEGUN_SHORT), cx.t(text::SEAT_BEGUN));
            let returned = Returned::wrong(vec![problem(seat::LAST, short, sentence)]);
            seat::show(cx, returned).await
        }
        Err(other) => Err(other.into()),
    }
}

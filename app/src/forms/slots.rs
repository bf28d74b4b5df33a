//! Ticking times and calling meetings off, with the firm's link or the provider's.

use crate::context::{Cx, Fields, Outcome, PageError, see_other};
use crate::pages;
use crate::text::{form as form_text, slots as text};
use crate::ui::form::Problem;
use crate::ui::slots::{HOST, MEETING, MESSAGE, NONE, Returned, SLOT, wishes};
use backend::meetings::{self, Answered, By, Link, Reply};
use backend::{BackendError, Id};
use domain::meeting::{MeetingKind, TimeWish, parse_wishes};
use domain::text::{Paragraph, TextError};
use domain::{Instant, Lang};
use jiff::civil::Date;

/// Whose link it is.
#[derive(Clone, Copy)]
enum Side {
    Firm,
    Provider,
}

impl Side {
    fn link(self, cx: &Cx) -> Link {
        let secret = cx.param(0).to_owned();
        match self {
            Side::Firm => Link::Firm(secret),
            Side::Provider => Link::Provider(secret),
        }
    }

    /// Back to the page, which says what was done.
    fn back(self, cx: &Cx, did: &str) -> Outcome {
        let page = match self {
            Side::Firm => pages::status::href(cx, ""),
            Side::Provider => pages::slots::href(cx, ""),
        };
        see_other(format!("{page}?getan={did}"))
    }
}

/// The firm ticks times.
pub async fn firm_answer(cx: Cx) -> Outcome {
    answer(cx, Side::Firm).await
}

/// The provider ticks times.
pub async fn provider_answer(cx: Cx) -> Outcome {
    answer(cx, Side::Provider).await
}

/// The firm calls a meeting off.
pub async fn firm_call_off(cx: Cx) -> Outcome {
    call_off(&cx, Side::Firm, str::to_owned, "abgesagt").await
}

/// The firm gives its time back and asks for another one.
pub async fn firm_move(cx: Cx) -> Outcome {
    let lang = cx.lang();
    call_off(&cx, Side::Firm, |when| text::move_wish(lang, when), "verschieben").await
}

/// The provider calls a meeting off, or does not want one.
pub async fn provider_call_off(cx: Cx) -> Outcome {
    call_off(&cx, Side::Provider, str::to_owned, "abgesagt").await
}

async fn answer(cx: Cx, side: Side) -> Outcome {
    let Some(meeting) = Id::parse(cx.form.get(MEETING)) else { return Err(PageError::BadLink) };
    let reply = match read(cx.lang(), &cx.form, cx.today) {
        Ok(reply) => reply,
        Err(problems) => {
            let returned = Returned {
                meeting: meeting.to_string(),
                ticked: cx.form.all(SLOT).into_iter().map(str::to_owned).collect(),
                message: cx.form.get(MESSAGE).to_owned(),
                wishes: wishes::typed(&cx.form),
                problems,
            };
            return match side {
                Side::Firm => pages::status::show(cx, Some(returned)).await,
                Side::Provider => pages::slots::show(cx, Some(returned)).await,
            };
        }
    };
    let link = side.link(&cx);
    let answered = meetings::answer(&cx.app.backend, &cx.content, link, meeting, reply).await?;
    let did = match answered.ok_or(PageError::BadLink)? {
        Answered::Booked(_) => "gebucht",
        Answered::Waiting => "geantwortet",
        Answered::NoCommonTime => "nichts-gemeinsam",
        Answered::Declined => "nichts-passt",
        Answered::Gone | Answered::Changed | Answered::Over(_) => "zu-spaet",
    };
    side.back(&cx, did)
}

/// Reads the ticks: times, or "none of these", but not both and not neither.
fn read(lang: Lang, form: &Fields, today: Date) -> Result<Reply, Vec<Problem>> {
    let mut problems = Vec::new();
    let message = words(lang, form.get(MESSAGE)).unwrap_or_else(|problem| {
        problems.push(problem);
        None
    });
    let none = form.has(SLOT, NONE);
    let wished = wishes(lang, form, today).unwrap_or_else(|wrong| {
        // What stands in fields that were folded away again is nothing to complain about.
        problems.extend(wrong.into_iter().filter(|_| none));
        Vec::new()
    });
    let starts: Vec<Instant> =
        form.all(SLOT).iter().filter_map(|value| value.parse().ok()).map(Instant).collect();
    let slot = |(short, sentence): (crate::text::Msg, crate::text::Msg)| Problem {
        field: SLOT,
        short: short.get(lang).to_owned(),
        sentence: sentence.get(lang).to_owned(),
    };
    match (none, starts.is_empty()) {
        (false, true) => problems.insert(0, slot((text::NOTHING_SHORT, text::NOTHING))),
        (true, false) => problems.insert(0, slot((text::BOTH_SHORT, text::BOTH))),
        _ => {}
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let host_wanted = match form.get(HOST) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    Ok(if none {
        Reply::NoneFits { message, wishes: wished }
    } else {
        Reply::Fits { starts, host_wanted }
    })
}

fn wishes(lang: Lang, form: &Fields, today: Date) -> Result<Vec<TimeWish>, Vec<Problem>> {
    let typed = wishes::typed(form);
    let rows: Vec<(&str, &str)> =
        typed.iter().map(|wish| (wish.day.as_str(), wish.part.as_str())).collect();
    let problem = |(row, error)| wishes::problem(lang, row, error);
    parse_wishes(&rows, today).map_err(|errors| errors.into_iter().map(problem).collect())
}

fn words(lang: Lang, typed: &str) -> Result<Option<Paragraph<500>>, Problem> {
    Paragraph::optional(typed).map_err(|error: TextError| Problem {
        field: MESSAGE,
        short: format!("{}: {}", text::MESSAGE.get(lang), form_text::short(lang, error)),
        sentence: form_text::sentence(lang, error),
    })
}

/// Calls a meeting off. A reason that cannot be stored is left out: nobody who wants to call off
/// should have to correct a voluntary field first.
async fn call_off(cx: &Cx, side: Side, why: impl Fn(&str) -> String, did: &str) -> Outcome {
    let Some(meeting) = Id::parse(cx.form.get(MEETING)) else { return Err(PageError::BadLink) };
    let typed: String = cx.form.get(MESSAGE).chars().take(400).collect();
    let why = Paragraph::parse(&why(&typed)).ok();
    let by = By::Link(side.link(cx), meeting);
    match meetings::call_off(&cx.app.backend, &cx.content, by, why).await {
        Ok(Some(meeting)) if meeting.kind == MeetingKind::Joint && did == "abgesagt" => {
            side.back(cx, "nicht-dabei")
        }
        Ok(Some(_)) => side.back(cx, did),
        Ok(None) => Err(PageError::BadLink),
        Err(BackendError::Refused(_)) => side.back(cx, "zu-spaet"),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests;

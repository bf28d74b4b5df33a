//! Saying what became of a meeting, with the firm's link or the provider's, and switching the
//! questions on and off. The same answer twice is the same page.

use crate::context::{Cx, Fields, Outcome, PageError, see_other};
use crate::pages;
use crate::pages::status::outcome::{ASKING, OFF, ON};
use crate::text::{Msg, form as form_text, outcome as text};
use crate::ui::form::Problem;
use crate::ui::outcome::{ANSWER, FIGURES, MAY_TELL, MEETING, Returned, STAGE, WORDS};
use backend::Id;
use backend::meetings::Link;
use backend::outcomes::{self, Heard, Telling};
use domain::Lang;
use domain::outcome::{Answer, Stage};
use domain::text::{Paragraph, TextError};

/// The firm says what became of it.
pub async fn firm(cx: Cx) -> Outcome {
    let link = Link::Firm(cx.param(0).to_owned());
    match tell(&cx, link).await? {
        Told::Back(returned) => pages::status::show_outcome(cx, returned).await,
        Told::Done(did) => see_other(format!("{}?getan={did}", pages::status::href(&cx, ""))),
    }
}

/// The provider says what became of it.
pub async fn provider(cx: Cx) -> Outcome {
    let link = Link::Provider(cx.param(0).to_owned());
    match tell(&cx, link).await? {
        Told::Back(returned) => pages::slots::show_outcome(cx, returned).await,
        Told::Done(did) => see_other(format!("{}?getan={did}", pages::slots::href(&cx, ""))),
    }
}

/// The firm switches the questions on or off.
pub async fn asking(cx: Cx) -> Outcome {
    let (on, did) = match cx.form.get(ASKING) {
        ON => (true, "fragen"),
        OFF => (false, "keine-fragen"),
        _ => return Err(PageError::BadLink),
    };
    let done = outcomes::set_asking(&cx.app.backend, cx.param(0), on).await?;
    done.ok_or(PageError::BadLink)?;
    see_other(format!("{}?getan={did}", pages::status::href(&cx, "")))
}

enum Told {
    /// The form comes back.
    Back(Returned),
    /// The page says what was done.
    Done(&'static str),
}

async fn tell(cx: &Cx, link: Link) -> Result<Told, PageError> {
    let ids = (Id::parse(cx.form.get(MEETING)), Stage::parse(cx.form.get(STAGE)));
    let (Some(meeting), Some(stage)) = ids else { return Err(PageError::BadLink) };
    let telling = match read(cx.lang(), &cx.form) {
        Ok(telling) => telling,
        Err(problems) => return Ok(Told::Back(returned(&cx.form, problems))),
    };
    let heard = outcomes::tell(&cx.app.backend, link, meeting, stage, telling).await?;
    Ok(Told::Done(match heard.ok_or(PageError::BadLink)? {
        Heard::Noted => "ergebnis",
        Heard::TooLate => "zu-spaet",
    }))
}

fn read(lang: Lang, form: &Fields) -> Result<Telling, Vec<Problem>> {
    let mut problems = Vec::new();
    let answer = Answer::parse(form.get(ANSWER));
    if answer.is_none() {
        problems.push(Problem {
            field: ANSWER,
            short: text::MISSING_SHORT.get(lang).to_owned(),
            sentence: text::MISSING.get(lang).to_owned(),
        });
    }
    let mut words = |field: &'static str, label: Msg| {
        Paragraph::optional(form.get(field)).unwrap_or_else(|error| {
            problems.push(problem(lang, field, label, error));
            None
        })
    };
    let own = words(WORDS, text::WORDS);
    // Folded away with every other answer, it is nothing to complain about.
    let is_good = answer == Some(Answer::WorthIt);
    let figures = if is_good { words(FIGURES, text::FIGURES) } else { None };
    match (answer, problems.is_empty()) {
        (Some(answer), true) => {
            let may_tell = !form.get(MAY_TELL).is_empty();
            Ok(Telling { answer, words: own, figures, may_tell })
        }
        _ => Err(problems),
    }
}

fn problem(lang: Lang, field: &'static str, label: Msg, error: TextError) -> Problem {
    Problem {
        field,
        short: format!("{}: {}", label.get(lang), form_text::short(lang, error)),
        sentence: form_text::sentence(lang, error),
    }
}

fn returned(form: &Fields, problems: Vec<Problem>) -> Returned {
    Returned {
        meeting: form.get(MEETING).to_owned(),
        answer: form.get(ANSWER).to_owned(),
        words: form.get(WORDS).to_owned(),
        figures: form.get(FIGURES).to_owned(),
        may_tell: !form.get(MAY_TELL).is_empty(),
        problems,
    }
}

#[cfg(test)]
mod tests;

//! Ticking times, and a booked meeting: the same for the firm and the provider.

mod booked;
mod times;
pub mod wishes;

pub use booked::{CallOff, call_off, facts, place};
pub use times::{table, tick_list};

use crate::context::Context;
use crate::islands::slot_picker::SlotHint;
use crate::text::slots as text;
use crate::ui::form::{self, Problem};
use backend::meetings::{Meeting, Seat};
use domain::meeting::{Answer, MeetingKind, Party, Slot};
use domain::{Instant, Lang};
use leptos::prelude::*;
use wishes::TypedWish;

/// Name of the check boxes, value the start in Unix milliseconds or [`NONE`].
pub const SLOT: &str = "slot";

/// Value of "Nichts davon".
pub const NONE: &str = "none";

/// Name of the hidden field that says which meeting.
pub const MEETING: &str = "meeting";

/// Name of the choice whether somebody of the Werkbank is there.
pub const HOST: &str = "host";

/// Name of the field for words: when it would fit, why not.
pub const MESSAGE: &str = "message";

/// A meeting as one side sees it.
pub struct Sided<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The seat of that side.
    pub own: &'a Seat,
    /// What the other side is called.
    pub other: String,
    /// What was ticked in a form that came back, or nothing yet.
    pub typed: Option<Vec<String>>,
    /// What was wished for in it.
    pub wished: Option<Vec<TypedWish>>,
    /// What was written in it.
    pub words: Option<String>,
}

impl Sided<'_> {
    /// Whether it is over, so that nobody is told it is still to come.
    pub fn is_over(&self, now: Instant) -> bool {
        self.meeting.slot.is_some_and(|slot| slot.end() <= now)
    }
}

/// An answer to the times that came back because something is wrong with it.
pub struct Returned {
    /// The meeting it answers.
    pub meeting: String,
    /// What was ticked.
    pub ticked: Vec<String>,
    /// What was written.
    pub message: String,
    /// What was wished for.
    pub wishes: Vec<TypedWish>,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

impl<'a> Sided<'a> {
    /// A meeting as the seat of `party` and `subject` sees it; `None` if they do not sit there.
    pub fn new(
        meeting: &'a Meeting,
        party: Party,
        subject: &str,
        other: String,
    ) -> Option<Sided<'a>> {
        let own = meeting.seat(party, subject)?;
        Some(Sided { meeting, own, other, typed: None, wished: None, words: None })
    }

    /// With what came back.
    #[must_use]
    pub fn with(mut self, returned: Option<&Returned>) -> Sided<'a> {
        self.typed = returned.map(|returned| returned.ticked.clone());
        self.wished = returned.map(|returned| returned.wishes.clone());
        self.words = returned.map(|returned| returned.message.clone());
        self
    }

    /// The required people besides this side, except the adviser who proposed the times.
    fn others(&self) -> impl Iterator<Item = &'a Seat> {
        let own = &self.own.id;
        self.meeting.seats.iter().filter(move |seat| {
            seat.id != *own && seat.participant.required && seat.participant.party != Party::Adviser
        })
    }

    /// Whether everybody else has ticked this time.
    fn fits_others(&self, slot: Slot) -> bool {
        self.others()
            .all(|seat| matches!(&seat.participant.answer, Answer::Fits(t) if t.contains(&slot)))
    }

    /// What to say if this time is the earliest ticked one that suits everybody else; nothing if
    /// it does not suit them.
    fn would_book(&self, lang: Lang, slot: Slot) -> Option<String> {
        (self.others().next().is_some() && self.fits_others(slot))
            .then(|| text::would_book(lang, slot))
    }

    fn others_open(&self) -> bool {
        self.others().any(|seat| seat.participant.answer == Answer::Open)
    }

    /// What the other side said about a time; `None` while it has not answered.
    fn other_says(&self, slot: Slot) -> Option<bool> {
        match &self.others().next()?.participant.answer {
            Answer::Open => None,
            Answer::Fits(ticked) => Some(ticked.contains(&slot)),
            Answer::NoneFits => Some(false),
        }
    }

    fn is_ticked(&self, value: &str, slot: Option<Slot>) -> bool {
        if let Some(typed) = &self.typed {
            return typed.iter().any(|typed| typed == value);
        }
        match (&self.own.participant.answer, slot) {
            (Answer::Fits(ticked), Some(slot)) => ticked.contains(&slot),
            (Answer::NoneFits, None) => true,
            // A single time on offer is the preselected answer.
            (Answer::Open, Some(_)) => self.meeting.offered.len() == 1,
            _ => false,
        }
    }

    /// Id of the form with this meeting's times.
    pub fn form_id(&self) -> String {
        format!("times-{}", self.meeting.id)
    }

    fn offered(&self) -> Vec<Slot> {
        let mut offered = self.meeting.offered.clone();
        offered.sort_unstable();
        offered
    }
}

fn value(slot: Slot) -> String {
    slot.start().0.to_string()
}

/// Everything of the form below the times: who else is there, wishes, words, which meeting.
pub fn below(cx: &Context, sided: &Sided<'_>, problems: &[Problem]) -> AnyView {
    view! {
        {hint(cx, sided)}
        {host(cx, sided)}
        {wishes::fields(cx, sided, "field-group mt-6 when-none", problems)}
        {message(cx, sided, "field when-none", problems)}
        {form::hidden(MEETING, sided.meeting.id.as_str())}
    }
    .into_any()
}

/// The field for words. `class` hides it until it is wanted.
fn message(cx: &Context, sided: &Sided<'_>, class: &'static str, problems: &[Problem]) -> AnyView {
    let problem = form::problem_of(problems, MESSAGE);
    // Several meetings may be on one page; the summary of errors links to the one that has any.
    let id = match problem {
        Some(_) => MESSAGE.to_owned(),
        None => format!("{MESSAGE}-{}", sided.meeting.id),
    };
    let (for_id, help) = (id.clone(), format!("{id}-help"));
    let described = match problem {
        Some(_) => format!("{help} {id}-error"),
        None => help.clone(),
    };
    let error = problem.map(|problem| form::error_text(MESSAGE, &problem.sentence));
    let words = sided.words.as_deref().or(sided.own.message.as_deref()).unwrap_or_default();
    view! {
        <div class=if problem.is_some() { "field has-error" } else { class }>
            <label for=for_id>{cx.t(text::MESSAGE)}</label>
            <p class="help" id=help>
                {cx.t(text::MESSAGE_HELP)}
            </p>
            <textarea
                id=id
                name=MESSAGE
                rows="2"
                aria-describedby=described
                aria-invalid=problem.map(|_| "true")
            >
                {form::in_textarea(words)}
            </textarea>
            {error}
        </div>
    }
    .into_any()
}

/// Whether somebody of the Werkbank sits at the table; only where a firm meets a provider.
fn host(cx: &Context, sided: &Sided<'_>) -> Option<AnyView> {
    if sided.meeting.kind != MeetingKind::Introduction {
        return None;
    }
    let wanted = sided.own.host_wanted.unwrap_or(true);
    let option = |value: &'static str, label, checked: bool| {
        view! {
            <label class="choice">
                <input type="radio" name=HOST value=value checked=checked />
                <span>
                    <b>{cx.t(label)}</b>
                </span>
            </label>
        }
    };
    Some(
        view! {
            <fieldset class="field-group mt-6">
                <legend>{cx.t(text::HOST)}</legend>
                <div class="choices fit-14">
                    {option("yes", text::HOST_YES, wanted)} {option("no", text::HOST_NO, !wanted)}
                </div>
            </fieldset>
        }
        .into_any(),
    )
}

fn hint(cx: &Context, sided: &Sided<'_>) -> Option<AnyView> {
    sided.others().next()?;
    let otherwise = cx.t(if sided.others_open() { text::OTHERS_OPEN } else { text::NO_COMMON });
    Some(
        view! {
            <p class="slot-hint" role="status" data-slot-hint=otherwise></p>
            <SlotHint />
        }
        .into_any(),
    )
}

//! When somebody could come who can make none of the times: up to three days, each with a time of
//! day. Works as three rows of plain fields.

use super::{MESSAGE, Sided, message};
use crate::context::{Context, Fields};
use crate::text::{format, slots as text};
use crate::ui::form::{self, Problem, problem_of};
use crate::ui::icon;
use domain::Lang;
use domain::meeting::{DayPart, MOST_WISHES, MeetingState, TimeWish};
use leptos::prelude::*;

/// Names of the fields for the days.
pub const DAYS: [&str; MOST_WISHES] = ["wish-1-day", "wish-2-day", "wish-3-day"];

/// Names of the fields for the times of day.
pub const PARTS: [&str; MOST_WISHES] = ["wish-1-part", "wish-2-part", "wish-3-part"];

/// What was typed into one row.
#[derive(Clone, Debug, Default)]
pub struct TypedWish {
    /// The day.
    pub day: String,
    /// The time of day.
    pub part: String,
}

/// Every row of a form.
pub fn typed(form: &Fields) -> Vec<TypedWish> {
    let row = |(day, part): (&&str, &&str)| TypedWish {
        day: form.get(day).to_owned(),
        part: form.get(part).to_owned(),
    };
    DAYS.iter().zip(&PARTS).map(row).collect()
}

/// The rows of wishes that are known already.
fn known(wishes: &[TimeWish]) -> Vec<TypedWish> {
    let row = |wish: &TimeWish| TypedWish { day: wish.day.to_string(), part: wish.part.code() };
    wishes.iter().map(row).collect()
}

/// The fields. `class` hides them until they are wanted.
pub fn fields(
    cx: &Context,
    sided: &Sided<'_>,
    class: &'static str,
    problems: &[Problem],
) -> AnyView {
    let rows = sided.wished.clone().unwrap_or_else(|| known(&sided.own.wishes));
    let rows = (0..MOST_WISHES)
        .map(|index| row(cx, sided, index, rows.get(index).cloned().unwrap_or_default(), problems))
        .collect_view();
    let wrong = problems.iter().any(|problem| DAYS.contains(&problem.field));
    let class = if wrong { "field-group has-error" } else { class };
    view! {
        <fieldset class=class>
            <legend>{cx.t(text::WISHES)}</legend>
            <p class="help">{cx.t(text::WISHES_HELP)}</p>
            <div class="wishes">{rows}</div>
        </fieldset>
    }
    .into_any()
}

fn row(
    cx: &Context,
    sided: &Sided<'_>,
    index: usize,
    typed: TypedWish,
    problems: &[Problem],
) -> AnyView {
    let (lang, number) = (cx.lang(), index + 1);
    let problem = problem_of(problems, DAYS[index]);
    // Several meetings may be on one page; the summary of errors links to the one that has any.
    let id = match problem {
        Some(_) => DAYS[index].to_owned(),
        None => format!("{}-{}", DAYS[index], sided.meeting.id),
    };
    let part_id = format!("{}-{}", PARTS[index], sided.meeting.id);
    let (for_day, for_part) = (id.clone(), part_id.clone());
    let described = problem.map(|_| format!("{}-error", DAYS[index]));
    let error = problem.map(|problem| form::error_text(DAYS[index], &problem.sentence));
    let chosen = if typed.part.is_empty() { DayPart::Any.code() } else { typed.part };
    let option = |part: DayPart| {
        let code = part.code();
        let selected = code == chosen;
        view! {
            <option value=code selected=selected>
                {text::part(lang, part)}
            </option>
        }
    };
    let loose = [DayPart::Any, DayPart::Morning, DayPart::Afternoon].map(option).collect_view();
    let exact = DayPart::times().map(option).collect_view();
    view! {
        <div class="wish">
            <div class="field">
                <label for=for_day>{text::wish_day(lang, number)}</label>
                <input
                    type="date"
                    id=id
                    name=DAYS[index]
                    value=typed.day
                    min=cx.today.to_string()
                    aria-describedby=described
                    aria-invalid=problem.map(|_| "true")
                />
            </div>
            <div class="field">
                <label for=for_part>{text::wish_part(lang, number)}</label>
                <select id=part_id name=PARTS[index]>
                    {loose}
                    <optgroup label=cx.t(text::EXACTLY)>{exact}</optgroup>
                </select>
            </div>
            {error}
        </div>
    }
    .into_any()
}

/// For times that are gone: the words and the wishes, with a button of their own. `action` is the
/// address.
pub fn gone(cx: &Context, sided: &Sided<'_>, action: String, problems: &[Problem]) -> AnyView {
    let expired = sided.meeting.state == MeetingState::Expired;
    let heading = if expired { text::RAN_OUT } else { text::NONE_FITTED };
    let said = !sided.own.wishes.is_empty() || sided.own.message.is_some();
    let lead = if said { text::WISHES_KNOWN } else { text::WISHES_LEAD };
    let id = format!("gone-{}", sided.meeting.id);
    let label = id.clone();
    view! {
        <section aria-labelledby=label>
            <form class="next" method="post" action=action novalidate=true>
                {form::error_summary(cx, problems)} <h2 id=id>{cx.t(heading)}</h2>
                <p class="mb-4">{cx.t(lead)}</p> {fields(cx, sided, "field-group", problems)}
                {message(cx, sided, "field", problems)}
                <input type="hidden" name=super::SLOT value=super::NONE />
                {form::hidden(super::MEETING, sided.meeting.id.as_str())} <p class="mt-5">
                    <button class="button signal">{cx.t(text::WISHES_SEND)} " " {icon::arrow()}</button>
                </p>
            </form>
        </section>
    }
    .into_any()
}

/// A wish in a sentence: "Mittwoch, 2. Dezember, vormittags".
pub fn words(lang: Lang, wish: &TimeWish) -> String {
    format!("{}, {}", format::weekday_date(lang, wish.day), text::part(lang, wish.part))
}

/// The problem a form has with the wish of a row.
pub fn problem(lang: Lang, row: usize, error: domain::meeting::WishError) -> Problem {
    let (short, sentence) = text::wish_error(error);
    let label = text::wish_day(lang, row + 1);
    Problem {
        field: DAYS.get(row).copied().unwrap_or(MESSAGE),
        short: format!("{label}: {}", short.get(lang)),
        sentence: sentence.get(lang).to_owned(),
    }
}

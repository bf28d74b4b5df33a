//! Who is away when and who stands in: the same section on the own account and on the page of a
//! member of the team.

use crate::context::Context;
use crate::text::team as text;
use crate::ui::form::{Problem, TextField, text_field};
use crate::ui::icon;
use backend::meetings::hosted_days;
use backend::staff::{Absence, Member, Roster};
use backend::{BackendError, Id};
use domain::content::Site;
use jiff::civil::Date;
use leptos::prelude::*;

/// Name of the field for the first day.
pub const FROM: &str = "von";

/// Name of the field for the last day.
pub const UNTIL: &str = "bis";

/// What there is to know about somebody's absences.
pub struct Shown {
    /// Who is there on which day.
    pub roster: Roster,
    /// The days of the meetings they host.
    hosted: Vec<Date>,
}

impl Shown {
    /// From today on.
    pub async fn load(cx: &Context, site: &Site, member: &Id) -> Result<Shown, BackendError> {
        let mut conn = cx.app.backend.db.read().await?;
        let roster = Roster::load(&mut conn, site.meta.id.as_str(), cx.today).await?;
        let hosted = hosted_days(&mut conn, member, cx.today).await?;
        Ok(Shown { roster, hosted })
    }
}

/// The section about the absences of `member`. `base` is the path of the page it stands on.
pub fn section(
    cx: &Context,
    site: &Site,
    shown: &Shown,
    member: &Member,
    base: &str,
    problems: &[Problem],
) -> AnyView {
    let entries: Vec<AnyView> = shown
        .roster
        .absences_of(&member.id)
        .map(|absence| entry(cx, site, shown, absence, base))
        .collect();
    let list = if entries.is_empty() {
        view! { <p class="muted">{cx.t(text::ABSENCES_NONE)}</p> }.into_any()
    } else {
        view! {
            <ul role="list" class="desk-list">
                {entries}
            </ul>
        }
        .into_any()
    };
    let day = |name, label| {
        let (kind, value) = ("date", cx.form.get(name));
        let field = TextField { name, label, kind, value, required: true, ..TextField::default() };
        text_field(field, problems)
    };
    view! {
        <section class="desk-box" aria-labelledby="absences">
            <h2 class="size-1" id="absences">
                {cx.t(text::ABSENCES)}
            </h2>
            {list}
            <form method="post" action=cx.href(&format!("{base}/abwesenheiten")) novalidate=true>
                <fieldset class="desk-fields">
                    <legend>{cx.t(text::ABSENCE_ADD)}</legend>
                    <div class="two">
                        {day(FROM, cx.t(text::FROM))}
                        {day(UNTIL, cx.t(text::LAST_DAY))}
                    </div>
                    <button class="button outline small">{cx.t(text::ENTER)}</button>
                </fieldset>
            </form>
        </section>
    }
    .into_any()
}

fn entry(cx: &Context, site: &Site, shown: &Shown, absence: &Absence, base: &str) -> AnyView {
    let meetings = shown.hosted.iter().filter(|day| absence.covers(**day)).count();
    let meetings = (meetings > 0).then(|| {
        view! {
            <span class="error-text small">
                {icon::warning()} <span>{text::meetings(meetings)}</span>
            </span>
        }
    });
    let stand_ins: Vec<AnyView> = stand_ins(site, shown, absence)
        .into_iter()
        .map(|line| view! { <span class="small">{line}</span> }.into_any())
        .collect();
    let stand_ins = if stand_ins.is_empty() {
        view! { <span class="muted small">{cx.t(text::NO_STAND_IN_NEEDED)}</span> }.into_any()
    } else {
        stand_ins.into_any()
    };
    let days = text::days(absence.from, absence.until);
    let remove = cx.href(&format!("{base}/abwesenheiten/{}/loeschen", absence.id));
    let hidden_days = format!(": {days}");
    view! {
        <li>
            <div>
                <b>{days}</b>
                {stand_ins}
                {meetings}
            </div>
            <form method="post" action=remove>
                <button class="link-button">
                    {cx.t(text::ABSENCE_REMOVE)}
                    <span class="visually-hidden">{hidden_days}</span>
                </button>
            </form>
        </li>
    }
    .into_any()
}

/// Who stands in at which desk, and where nobody does.
fn stand_ins(site: &Site, shown: &Shown, absence: &Absence) -> Vec<String> {
    let (mut lines, mut nobody) = (Vec::new(), Vec::new());
    for stand_in in shown.roster.stand_ins(absence) {
        let Some(desk) = site.desks.iter().find(|desk| desk.id == stand_in.desk) else { continue };
        if stand_in.who.is_empty() {
            nobody.push(desk.name.as_str());
            continue;
        }
        let who: Vec<&str> = stand_in.who.iter().map(|member| member.name.as_str()).collect();
        lines.push(text::stand_in(&desk.name, &who, stand_in.uncovered));
    }
    if !nobody.is_empty() {
        lines.push(text::no_stand_in(&nobody));
    }
    lines
}

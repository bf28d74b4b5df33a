//! `/mitarbeit/anfragen/{id}/treffen/{meeting}/blatt`: the sheet for a meeting, to print on A4. It
//! lies on the table; `?kopie=team` is the team's own.

use super::viewer;
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::{desk, meeting_desk as text, request_desk, sheet_desk as words};
use crate::ui::facts;
use crate::ui::slots::place;
use backend::Id;
use backend::meetings::{self, Sheet, SheetCopy, SheetFirm};
use domain::content::Site;
use domain::meeting::MeetingKind;
use leptos::prelude::*;

/// The sheet.
pub async fn page(cx: Cx) -> Outcome {
    let viewer = viewer(&cx)?;
    let id = |index| Id::parse(cx.param(index)).ok_or(PageError::NotFound);
    let copy = SheetCopy::parse(cx.query.get("kopie")).unwrap_or(SheetCopy::Table);
    let sheet = meetings::sheet(&cx.app.backend, &viewer, &id(0)?, &id(1)?, copy).await?;
    cx.site()?;
    // Browsers print the title of a page above it.
    let reference = sheet.reference.map(|reference| reference.to_string());
    let title = [cx.t(words::TITLE).to_owned()].into_iter().chain(reference);
    let title = title.collect::<Vec<_>>().join(" ");
    let view = move || cx.site().ok().map(|site| view(&cx, site, &sheet, copy)).into_any();
    Page::new(title, view).ok()
}

fn view(cx: &Context, site: &Site, sheet: &Sheet, copy: SheetCopy) -> AnyView {
    let base = format!("/anfragen/{}/treffen/{}/blatt", cx.param(0), cx.param(1));
    let other = match copy {
        SheetCopy::Table => (words::TO_TEAM, format!("{base}?kopie=team")),
        SheetCopy::Team => (words::TO_TABLE, base),
    };
    let back = format!("/anfragen/{}#treffen-{}", cx.param(0), cx.param(1));
    let team = (copy == SheetCopy::Team)
        .then(|| view! { <p class="plate signal">{cx.t(words::TEAM_ONLY)}</p> });
    view! {
        <p class="row gap-4 screen-only mb-5">
            <a href=cx.href(&back)>{cx.t(words::BACK)}</a>
            <a href=cx.href(&other.1)>{cx.t(other.0)}</a>
            <span class="muted">{cx.t(words::HOW_TO_PRINT)}</span>
        </p>
        <article class="attendance">
            <header>
                <p>{site.text.de.title.clone()}</p>
                {team}
            </header>
            <h1>{text::kind_title(sheet.meeting.kind)}</h1>
            {facts(cx, site, sheet)}
            {concern(cx, site, sheet)}
            {people(cx, sheet)}
            <section>
                <h2>{cx.t(words::AGREED)}</h2>
                <div class="attendance-lines" aria-hidden="true"></div>
            </section>
            <footer>
                <p>{cx.t(words::VOLUNTARY)}</p>
            </footer>
        </article>
    }
    .into_any()
}

fn facts(cx: &Context, site: &Site, sheet: &Sheet) -> AnyView {
    let host = format!("{}, {}", sheet.meeting.adviser_name, cx.t(words::AGENCY));
    let rows = [
        (words::WHEN, text::slot_with_year(sheet.slot)),
        (words::WHERE, place(cx, site, &sheet.meeting)),
        (words::HOST, host),
    ];
    let reference = sheet.reference.map(|reference| (words::REFERENCE, reference.to_string()));
    let rows = rows.into_iter().chain(reference).map(|(label, value)| (label, value.into_any()));
    facts::facts(cx, rows)
}

/// What it is about, as far as the copy may say.
fn concern(cx: &Context, site: &Site, sheet: &Sheet) -> Option<AnyView> {
    let blocks: Vec<AnyView> = sheet
        .firms
        .iter()
        .filter(|firm| !firm.goals.is_empty() || firm.message.is_some())
        .map(|firm| {
            let goals = (!firm.goals.is_empty()).then(|| request_desk::goals(site, &firm.goals));
            let message = firm.message.clone();
            let several = sheet.firms.len() > 1;
            let whose = several.then(|| firm.firm.clone().or_else(|| firm.person.clone()));
            view! {
                {whose.flatten().map(|name| view! { <h3>{name}</h3> })}
                {goals.map(|goals| view! { <p>{goals}</p> })}
                {message.map(|message| view! { <p class="desk-quote as-typed">{message}</p> })}
            }
            .into_any()
        })
        .collect();
    (!blocks.is_empty()).then(|| {
        view! {
            <section>
                <h2>{cx.t(desk::CONCERN)}</h2>
                {blocks}
            </section>
        }
        .into_any()
    })
}

fn people(cx: &Context, sheet: &Sheet) -> AnyView {
    let firms = sheet.firms.iter().map(|firm| row(cx, firm_cells(cx, sheet, firm)));
    let provider = sheet.meeting.provider.as_deref().map(|id| {
        let known = cx.content.providers.get(id);
        known.map_or_else(
            || (String::new(), id.to_owned()),
            |known| (known.person.clone(), known.text.de.title.clone()),
        )
    });
    let host = (sheet.meeting.adviser_name.clone(), cx.t(words::AGENCY).to_owned());
    // Whoever is brought along writes themselves down.
    let spare = (String::new(), String::new());
    let rest = provider.into_iter().chain([host, spare]).map(|cells| row(cx, cells));
    let rows = firms.chain(rest).collect_view();
    view! {
        <section>
            <h2>{cx.t(words::PEOPLE)}</h2>
            <table class="attendance-table">
                <thead>
                    <tr>
                        <th scope="col">{cx.t(words::NAME)}</th>
                        <th scope="col">{cx.t(words::FIRM)}</th>
                        <th scope="col">{cx.t(words::SIGNATURE)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// Name and firm, or what stands for it where nobody at the table may read it.
fn firm_cells(cx: &Context, sheet: &Sheet, firm: &SheetFirm) -> (String, String) {
    let name = firm.person.clone().unwrap_or_default();
    let unnamed = match sheet.meeting.kind {
        MeetingKind::Joint => String::new(),
        _ => cx.t(words::A_FIRM).to_owned(),
    };
    let shown = match (&firm.firm, firm.reference) {
        (Some(firm), Some(reference)) => format!("{firm} ({reference})"),
        (Some(firm), None) => firm.clone(),
        (None, Some(reference)) => reference.to_string(),
        (None, None) if firm.person.is_some() => String::new(),
        (None, None) => unnamed,
    };
    let contact = firm.contact.join(", ");
    (name, if contact.is_empty() { shown } else { format!("{shown}, {contact}") })
}

fn row(cx: &Context, (name, firm): (String, String)) -> AnyView {
    let cell = |text: String| {
        if text.is_empty() {
            view! { <span class="visually-hidden">{cx.t(words::BLANK)}</span> }.into_any()
        } else {
            text.into_any()
        }
    };
    view! {
        <tr>
            <td>{cell(name)}</td>
            <td>{cell(firm)}</td>
            <td>{cell(String::new())}</td>
        </tr>
    }
    .into_any()
}

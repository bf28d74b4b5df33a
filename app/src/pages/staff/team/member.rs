//! `/mitarbeit/team/{id}`: one member of the team: the account, the absences, and for administrators
//! what can be changed.

use super::new::{EMAIL, NAME, PROFILE, fact_fields, role_boxes};
use super::{SURE, access, seats_of, sure};
use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::pages::staff::{Returned, absences, admit};
use crate::routes::Right;
use crate::text::{Msg, desk, team as text};
use crate::ui::crumbs::trail;
use crate::ui::form::{Problem, error_summary, hidden, problem_of};
use crate::ui::notice;
use backend::Id;
use backend::outbox::{self, Delivery};
use backend::staff::{self, Colleague};
use domain::Slug;
use domain::content::Site;
use domain::request::MailKind;
use domain::staff::Role;
use leptos::prelude::*;

/// Name of the hidden fields that say which roles somebody had when the form was made.
pub const BEFORE: &str = "bisher";

/// Name of the hidden field that says what the account said when the form was made.
pub const READ: &str = "stand";

/// What was just done.
const DID: [(&str, Msg); 9] = [
    ("angelegt", text::DID_ADD),
    ("eingeladen", text::DID_INVITE),
    ("konto", text::DID_FACTS),
    ("rollen", text::DID_ROLES),
    ("gesperrt", text::DID_LOCK),
    ("entsperrt", text::DID_UNLOCK),
    ("abgemeldet", text::DID_SIGN_OUT),
    ("abwesend", text::DID_ABSENT),
    ("wieder-da", text::DID_BACK),
];

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default()).await
}

/// What the page is made of.
struct Shown {
    colleague: Colleague,
    absences: absences::Shown,
    invitation: Option<Delivery>,
    returned: Returned,
}

/// The page, with a form that came back.
pub async fn show(cx: Cx, returned: Returned) -> Outcome {
    let me = admit(&cx)?;
    let id = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let mut conn = cx.app.backend.db.read().await?;
    let colleague = staff::colleague(&mut conn, me.site_id(), &id, cx.now).await?;
    let colleague = colleague.ok_or(PageError::NotFound)?;
    let email = &colleague.member.email;
    let invitation = outbox::latest(&mut conn, MailKind::StaffInvitation, email).await?;
    drop(conn);
    let absences = absences::Shown::load(&cx, me.site, &id).await?;
    let (title, status) = (returned.titled(&cx, &colleague.member.name), returned.status);
    let shown = Shown { colleague, absences, invitation, returned };
    let view = move || cx.site().ok().map(|site| view(&cx, site, &shown)).into_any();
    Page::new(title, view).status(status).ok()
}

fn view(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let problems = &shown.returned.problems;
    let member = &shown.colleague.member;
    let absences = absences::section(cx, site, &shown.absences, member, &base(member), problems);
    let changes = cx.may(Right::Accounts).then(|| changes(cx, site, shown));
    view! {
        {trail(cx, &[(cx.t(desk::TEAM), "/team")])}
        <div class="desk-head">
            <div>
                <h1>{member.name.clone()}</h1>
                <p>{text::roles(&member.roles_at(site.meta.id.as_str()))}</p>
            </div>
        </div>
        {error_summary(cx, problems)}
        {notice::done(cx, &DID).map(|note| view! { <div class="mb-5">{note}</div> })}
        <div class="desk-columns">
            <div class="stack gap-5">{facts(cx, site, shown)} {absences}</div>
            <div class="stack gap-5">{changes}</div>
        </div>
    }
    .into_any()
}

fn base(member: &staff::Member) -> String {
    format!("/team/{}", member.id)
}

fn facts(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let Shown { colleague, absences, invitation, .. } = shown;
    let member = &colleague.member;
    let row = |label: Msg, value: AnyView| {
        view! {
            <div>
                <dt>{cx.t(label)}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let profile = member.adviser.as_ref().map(|id| {
        let known = cx.content.advisers.get(id);
        known.map_or_else(|| id.to_string(), |adviser| adviser.text.de.title.clone())
    });
    let profile = profile.unwrap_or_else(|| cx.t(text::NO_PROFILE).to_owned());
    let invitation = invitation.as_ref().map(|mail| {
        row(text::LAST_INVITATION, text::delivery(&mail.state, mail.written).into_any())
    });
    view! {
        <section class="desk-box" aria-labelledby="account">
            <h2 class="size-1" id="account">
                {cx.t(text::ACCOUNT_FACTS)}
            </h2>
            <dl class="facts">
                {row(text::EMAIL, member.email.clone().into_any())}
                {row(text::ACCESS, access(cx, colleague))} {invitation}
                {row(text::PROFILE, profile.into_any())}
                {row(text::SEATS_OF, seats_of(cx, site, &absences.roster, member))}
                {row(text::REQUESTS, text::running(colleague.requests).into_any())}
                {row(text::SIGNED_IN, text::running(colleague.sessions).into_any())}
            </dl>
        </section>
    }
    .into_any()
}

/// What an administrator can do.
fn changes(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let problems = &shown.returned.problems;
    let colleague = &shown.colleague;
    let own = cx.staff.as_ref().is_some_and(|session| session.member.id == colleague.member.id);
    if !colleague.member.active {
        return view! {
            {edit_facts(cx, shown)}
            {roles(cx, site, shown)}
            {unlock(cx, colleague)}
        }
        .into_any();
    }
    view! {
        {edit_facts(cx, shown)}
        {roles(cx, site, shown)}
        {invite(cx, colleague)}
        {(colleague.sessions > 0).then(|| sign_out(cx, colleague))}
        {(!own).then(|| lock(cx, colleague, problems))}
    }
    .into_any()
}

fn edit_facts(cx: &Context, shown: &Shown) -> AnyView {
    let member = &shown.colleague.member;
    let problems = &shown.returned.problems;
    let came_back = !cx.form.get(READ).is_empty() && !problems.is_empty();
    let values = if came_back && !shown.returned.is_conflict() {
        [NAME, EMAIL, PROFILE].map(|field| cx.form.get(field))
    } else {
        let profile = member.adviser.as_ref().map_or("", Slug::as_str);
        [member.name.as_str(), member.email.as_str(), profile]
    };
    let (person, profile) = fact_fields(cx, values, problems);
    view! {
        <details class="desk-box edit-account" open=came_back>
            <summary>{cx.t(text::FACTS_EDIT)}</summary>
            <form
                method="post"
                action=cx.href(&format!("{}/konto", base(member)))
                class="desk-fields"
                novalidate=true
            >
                {hidden(READ, &member.facts_version())} {person} {profile}
                <p class="small muted">{cx.t(text::FACTS_NOTE)}</p>
                <button class="button outline small">{cx.t(text::FACTS_SAVE)}</button>
            </form>
        </details>
    }
    .into_any()
}

fn roles(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let member = &shown.colleague.member;
    let present = member.roles_at(site.meta.id.as_str());
    let problems = &shown.returned.problems;
    // A conflict shows what is the case now; anything else shows what was chosen.
    let chosen: Vec<&str> =
        if problem_of(problems, super::new::ROLE).is_some() && !shown.returned.is_conflict() {
            cx.form.all(super::new::ROLE)
        } else {
            present.iter().map(|role: &Role| role.code()).collect()
        };
    let before = present.iter().map(|role| hidden(BEFORE, role.code())).collect_view();
    view! {
        <section class="desk-box" aria-labelledby="roles">
            <h2 class="size-1" id="roles">
                {cx.t(text::ROLES_TITLE)}
            </h2>
            <form
                method="post"
                action=cx.href(&format!("{}/rollen", base(member)))
                class="desk-fields"
            >
                {before}
                {role_boxes(cx, &chosen, problems)}
                <p class="small muted">{cx.t(text::ROLES_NOTE)}</p>
                <button class="button outline small">{cx.t(text::ROLES_SAVE)}</button>
            </form>
        </section>
    }
    .into_any()
}

/// A section with one button.
fn one_button(
    cx: &Context,
    (id, title, note): (&'static str, Msg, Msg),
    action: &str,
    label: Msg,
) -> AnyView {
    view! {
        <section class="desk-box" aria-labelledby=id>
            <h2 class="size-1" id=id>
                {cx.t(title)}
            </h2>
            <p class="small muted">{cx.t(note)}</p>
            <form method="post" action=cx.href(action)>
                <button class="button outline small">{cx.t(label)}</button>
            </form>
        </section>
    }
    .into_any()
}

fn invite(cx: &Context, colleague: &Colleague) -> AnyView {
    let action = format!("{}/einladung", base(&colleague.member));
    let about = ("invitation", text::INVITATION_TITLE, text::INVITATION_NOTE);
    one_button(cx, about, &action, text::INVITATION_SEND)
}

fn sign_out(cx: &Context, colleague: &Colleague) -> AnyView {
    let action = format!("{}/abmelden", base(&colleague.member));
    let about = ("sign-out", text::SIGN_OUT_TITLE, text::SIGN_OUT_NOTE);
    one_button(cx, about, &action, text::SIGN_OUT)
}

fn unlock(cx: &Context, colleague: &Colleague) -> AnyView {
    let action = format!("{}/entsperren", base(&colleague.member));
    let about = ("unlock", text::UNLOCK, text::UNLOCK_NOTE);
    one_button(cx, about, &action, text::UNLOCK)
}

fn lock(cx: &Context, colleague: &Colleague, problems: &[Problem]) -> AnyView {
    let member = &colleague.member;
    let left = (colleague.requests > 0).then(|| {
        view! {
            <p>
                <b>{text::requests_left(&member.name, colleague.requests)}</b>
            </p>
        }
    });
    let came_back = problem_of(problems, SURE).is_some();
    view! {
        <details class="danger" open=came_back>
            <summary>{cx.t(text::LOCK_TITLE)}</summary>
            <form method="post" action=cx.href(&format!("{}/sperren", base(member)))>
                <p>{cx.t(text::LOCK_NOTE)}</p>
                {left}
                {sure(cx, text::LOCK_SURE, problems)}
                <button class="button outline small">{cx.t(text::LOCK)}</button>
            </form>
        </details>
    }
    .into_any()
}

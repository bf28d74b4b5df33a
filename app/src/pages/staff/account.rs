//! `/mitarbeit/konto`: the own account: absences, password, and where one is signed in.

use super::subscription::Subscription;
use super::{Returned, absences, admit};
use crate::context::{Context, Cx, Outcome, Page};
use crate::routes::Right;
use crate::text::{Msg, desk, meeting_desk, team as text};
use crate::ui::form::{Problem, TextField, error_summary, text_field};
use crate::ui::notice;
use backend::Id;
use backend::meetings::Feed;
use backend::sessions::{self, ListedSession};
use backend::staff::Member;
use domain::content::Site;
use leptos::prelude::*;

/// The path of the page.
pub const PATH: &str = "/konto";

/// What was just done.
const DID: [(&str, Msg); 6] = [
    ("kalender", text::DID_END_FEED),
    ("passwort", text::DID_PASSWORD),
    ("anmeldung", text::DID_END_SESSION),
    ("anmeldungen", text::DID_END_OTHERS),
    ("abwesend", text::DID_ABSENT),
    ("wieder-da", text::DID_BACK),
];

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default()).await
}

/// What the page is made of.
struct Shown {
    member: Member,
    session: Id,
    sessions: Vec<ListedSession>,
    absences: absences::Shown,
    subscription: Option<Subscription>,
    problems: Vec<Problem>,
}

/// The page, with a form that came back.
pub async fn show(cx: Cx, returned: Returned) -> Outcome {
    answer(cx, returned, None).await
}

/// The page, with the address of the calendar that was just made.
pub async fn show_address(cx: Cx, address: String) -> Outcome {
    answer(cx, Returned::default(), Some(address)).await
}

async fn answer(cx: Cx, returned: Returned, address: Option<String>) -> Outcome {
    let me = admit(&cx)?;
    let backend = &cx.app.backend;
    let sessions = sessions::list(backend, &me.session.member.id).await?;
    let absences = absences::Shown::load(&cx, me.site, &me.session.member.id).await?;
    // Whoever works on no requests hosts no meetings.
    let subscription = if cx.may(Right::Requests) {
        let feed = Feed::Person(me.session.member.id.clone());
        Some(Subscription::load(&cx, &feed, address).await?)
    } else {
        None
    };
    let (member, session) = (me.session.member.clone(), me.session.id.clone());
    let (title, status) = (returned.titled(&cx, cx.t(desk::ACCOUNT)), returned.status);
    let problems = returned.problems;
    let shown = Shown { member, session, sessions, absences, subscription, problems };
    let view = move || cx.site().ok().map(|site| view(&cx, site, &shown)).into_any();
    Page::new(title, view).status(status).ok()
}

fn view(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let Shown { member, absences, problems, .. } = shown;
    // Whoever has no role here has no desk here to be away from.
    let works_here = absences.roster.member(&member.id).is_some();
    let absences =
        works_here.then(|| absences::section(cx, site, absences, member, PATH, problems));
    let calendar = shown
        .subscription
        .as_ref()
        .map(|subscription| subscription.section(cx, meeting_desk::FEED_OWN, "/konto/kalender"));
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(desk::ACCOUNT)}</h1>
                <p>{cx.t(text::ACCOUNT_LEAD)}</p>
            </div>
        </div>
        {error_summary(cx, problems)}
        {notice::done(cx, &DID).map(|note| view! { <div class="mb-5">{note}</div> })}
        <div class="desk-columns">
            <div class="stack gap-5">{facts(cx, site, member)} {password(cx, member, problems)}</div>
            <div class="stack gap-5">{absences} {calendar} {session_list(cx, shown)}</div>
        </div>
    }
    .into_any()
}

fn facts(cx: &Context, site: &Site, member: &Member) -> AnyView {
    let roles = text::roles(&member.roles_at(site.meta.id.as_str()));
    view! {
        <section class="desk-box" aria-labelledby="me">
            <h2 class="size-1" id="me">
                {member.name.clone()}
            </h2>
            <dl class="facts">
                <div>
                    <dt>{cx.t(text::ROLES_TITLE)}</dt>
                    <dd>{roles}</dd>
                </div>
            </dl>
        </section>
    }
    .into_any()
}

fn password(cx: &Context, member: &Member, problems: &[Problem]) -> AnyView {
    let field = |name, label: Msg, help, autocomplete| {
        let (label, kind, required) = (cx.t(label), "password", true);
        let field =
            TextField { name, label, help, kind, autocomplete, required, ..TextField::default() };
        text_field(field, problems)
    };
    let help = Some(cx.t(desk::NEW_PASSWORD_HELP));
    // Shown, so that people and password managers know what the password belongs to.
    let email = TextField {
        name: "email",
        label: cx.t(desk::EMAIL),
        kind: "email",
        value: &member.email,
        autocomplete: "username",
        readonly: true,
        ..TextField::default()
    };
    view! {
        <section class="desk-box" aria-labelledby="password">
            <h2 class="size-1" id="password">
                {cx.t(text::PASSWORD_TITLE)}
            </h2>
            <p class="small muted">{cx.t(text::PASSWORD_NOTE)}</p>
            <form method="post" action=cx.href("/konto/passwort") novalidate=true class="desk-fields">
                {text_field(email, &[])} {field("alt", text::OLD_PASSWORD, None, "current-password")}
                {field("neu", desk::NEW_PASSWORD, help, "new-password")}
                <button class="button outline small">{cx.t(text::PASSWORD_SAVE)}</button>
            </form>
        </section>
    }
    .into_any()
}

fn session_list(cx: &Context, shown: &Shown) -> AnyView {
    let entries = shown
        .sessions
        .iter()
        .map(|listed| {
            let here = listed.id == shown.session;
            let end = if here {
                view! { <span class="plate steel">{cx.t(text::THIS_ONE)}</span> }.into_any()
            } else {
                let action = cx.href(&format!("/konto/anmeldungen/{}/beenden", listed.id));
                let device = format!(": {}", listed.device);
                view! {
                    <form method="post" action=action>
                        <button class="link-button">
                            {cx.t(text::END_SESSION)} <span class="visually-hidden">{device}</span>
                        </button>
                    </form>
                }
                .into_any()
            };
            view! {
                <li>
                    <div>
                        <b>{listed.device.clone()}</b>
                        <span class="small muted">
                            {text::session(listed.created_at, listed.seen_at)}
                        </span>
                    </div>
                    {end}
                </li>
            }
        })
        .collect_view();
    let others = (shown.sessions.len() > 1).then(|| {
        view! {
            <form method="post" action=cx.href("/konto/anmeldungen/beenden")>
                <button class="button outline small">{cx.t(text::END_OTHERS)}</button>
            </form>
        }
    });
    view! {
        <section class="desk-box" aria-labelledby="sessions">
            <h2 class="size-1" id="sessions">
                {cx.t(text::SESSIONS)}
            </h2>
            <ul role="list" class="desk-list">
                {entries}
            </ul>
            <p class="small muted">{cx.t(text::SESSIONS_NOTE)}</p>
            {others}
        </section>
    }
    .into_any()
}

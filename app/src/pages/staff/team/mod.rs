//! `/mitarbeit/team`: who works here, what they may do, and whether they are here.

pub mod member;
pub mod new;
pub mod seat;
pub mod seats;

use super::devices::{Missed, banner};
use super::{Returned, admit, table};
use crate::context::{Context, Cx, Outcome, Page};
use crate::routes::Right;
use crate::text::{Msg, desk, team as text};
use crate::ui::form::{Problem, error_summary, error_text, problem_of};
use crate::ui::{icon, notice};
use backend::staff::{self, Colleague, Roster};
use domain::content::Site;
use leptos::prelude::*;

/// Name of the box that says one is sure.
pub const SURE: &str = "sicher";

/// What was just done.
const DID: [(&str, Msg); 1] = [("abgemeldet", text::DID_ALL_OUT)];

/// The list.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Returned::default()).await
}

/// What the page is made of.
struct Shown {
    team: Vec<Colleague>,
    roster: Roster,
    missed: Missed,
    problems: Vec<Problem>,
}

/// The list, with a form that came back.
pub async fn show(cx: Cx, returned: Returned) -> Outcome {
    let me = admit(&cx)?;
    let mut conn = cx.app.backend.db.read().await?;
    let team = staff::team(&mut conn, me.site_id(), cx.now).await?;
    let roster = Roster::load(&mut conn, me.site_id(), cx.today).await?;
    drop(conn);
    let missed = Missed::load(&cx).await?;
    let (title, status) = (returned.titled(&cx, cx.t(desk::TEAM)), returned.status);
    let shown = Shown { team, roster, missed, problems: returned.problems };
    let view = move || cx.site().ok().map(|site| view(&cx, site, &shown)).into_any();
    Page::new(title, view).status(status).ok()
}

fn view(cx: &Context, site: &Site, shown: &Shown) -> AnyView {
    let Shown { team, roster, missed, problems } = shown;
    let locked = team.iter().filter(|colleague| !colleague.member.active).count();
    let changes_accounts = cx.may(Right::Accounts);
    let invite = changes_accounts.then(|| {
        view! {
            <a class="button" href=cx.href("/team/neu")>
                {cx.t(text::INVITE)}
                " "
                {icon::arrow()}
            </a>
        }
    });
    let columns =
        [text::COL_NAME, text::COL_ROLES, text::COL_ACCESS, text::COL_SEATS, text::COL_HERE];
    let lines = team.iter().map(|colleague| line(cx, site, roster, colleague)).collect_view();
    let alone = (team.len() == 1).then(|| {
        view! {
            <div class="note mt-5">
                {icon::info()} <div>
                    <p>
                        <b>{cx.t(text::ALONE)}</b>
                    </p>
                    <p>{cx.t(text::ALONE_HINT)}</p>
                </div>
            </div>
        }
    });
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(desk::TEAM)}</h1>
                <p>{text::head_count(team.len(), locked)}</p>
            </div>
            {invite}
        </div>
        {error_summary(cx, problems)}
        {notice::done(cx, &DID).map(|note| view! { <div class="mb-5">{note}</div> })}
        {banner(cx, missed)}
        {tabs(cx)}
        {table(cx, "team", text::TABLE, &columns, lines.into_any())}
        {alone}
        {changes_accounts.then(|| everybody_out(cx, problems))}
    }
    .into_any()
}

/// The two views of the team.
pub fn tabs(cx: &Context) -> AnyView {
    let tabs = [(text::PEOPLE, "/team"), (text::SEATS, "/team/plaetze")]
        .map(|(label, path)| {
            let current = (cx.path == path).then_some("page");
            view! {
                <a href=cx.href(path) aria-current=current>
                    {cx.t(label)}
                </a>
            }
        })
        .collect_view();
    view! {
        <nav class="tabs" aria-label=cx.t(text::VIEWS)>
            {tabs}
        </nav>
    }
    .into_any()
}

fn line(cx: &Context, site: &Site, roster: &Roster, colleague: &Colleague) -> AnyView {
    let member = &colleague.member;
    let me = cx.staff.as_ref().is_some_and(|session| session.member.id == member.id);
    let me = me.then(|| format!(" ({})", cx.t(text::YOU)));
    let roles = text::roles(&member.roles_at(site.meta.id.as_str()));
    let next = roster.absences_of(&member.id).next().map(|absence| (absence.from, absence.until));
    let here = text::presence(next, cx.today);
    let away = roster.is_away(&member.id, cx.today);
    let here =
        if away { view! { <span class="plate">{here}</span> }.into_any() } else { here.into_any() };
    view! {
        <tr>
            <th scope="row">
                <a href=cx.href(&format!("/team/{}", member.id))>{member.name.clone()} {me}</a>
                <span>{member.email.clone()}</span>
            </th>
            <td data-label=cx.t(text::COL_ROLES)>{roles}</td>
            <td data-label=cx.t(text::COL_ACCESS)>{access(cx, colleague)}</td>
            <td data-label=cx.t(text::COL_SEATS)>{seats_of(cx, site, roster, member)}</td>
            <td data-label=cx.t(text::COL_HERE)>{here}</td>
        </tr>
    }
    .into_any()
}

/// Whether somebody can sign in, and if not yet, why.
pub fn access(cx: &Context, colleague: &Colleague) -> AnyView {
    let Colleague { member, enrolled, invited_until, .. } = colleague;
    let invited = invited_until.map(text::invited);
    let (class, word, more) = match (member.active, enrolled, invited) {
        (false, ..) => ("plate error", text::LOCKED, None),
        (true, true, invited) => (
            "plate steel",
            text::ACTIVE,
            Some(invited.unwrap_or(cx.t(text::SECOND_KEY).to_owned())),
        ),
        (true, false, Some(invited)) => {
            return view! { <span>{invited}</span> }.into_any();
        }
        (true, false, None) => ("plate", text::NEVER_IN, None),
    };
    view! {
        <div class="desk-why">
            <span class=class>{cx.t(word)}</span>
            {more.map(|more| view! { <span class="small muted">{more}</span> })}
        </div>
    }
    .into_any()
}

/// Where somebody sits, also from a later day on.
pub fn seats_of(cx: &Context, site: &Site, roster: &Roster, member: &staff::Member) -> AnyView {
    let seats: Vec<AnyView> = roster
        .seats
        .iter()
        .filter(|seat| seat.staff == member.id)
        .filter_map(|seat| {
            let name = &site.desks.iter().find(|desk| desk.id == seat.desk)?.name;
            let kind = seat.substitute.then(|| format!(", {}", cx.t(text::IN_PLACE_OF)));
            let later = (seat.from > cx.today)
                .then(|| format!(", {}", text::seated(seat.from, None, cx.today)));
            Some(view! { <li>{name.clone()} {kind} {later}</li> }.into_any())
        })
        .collect();
    if seats.is_empty() {
        return view! { <span class="muted">{cx.t(text::NO_SEAT)}</span> }.into_any();
    }
    view! {
        <ul role="list" class="stack gap-1">
            {seats}
        </ul>
    }
    .into_any()
}

fn everybody_out(cx: &Context, problems: &[Problem]) -> AnyView {
    let came_back = problem_of(problems, SURE).is_some();
    view! {
        <details class="danger mt-6" open=came_back>
            <summary>{cx.t(text::ALL_OUT_TITLE)}</summary>
            <form method="post" action=cx.href("/team/abmelden")>
                <p>{cx.t(text::ALL_OUT_NOTE)}</p>
                {sure(cx, text::ALL_OUT_SURE, problems)}
                <button class="button outline small">{cx.t(text::ALL_OUT)}</button>
            </form>
        </details>
    }
    .into_any()
}

/// The box without which nothing irrevocable happens.
pub fn sure(cx: &Context, label: Msg, problems: &[Problem]) -> AnyView {
    let problem = problem_of(problems, SURE);
    view! {
        <div>
            <label class="check-row">
                <input
                    type="checkbox"
                    name=SURE
                    id=SURE
                    value="ja"
                    required=true
                    aria-invalid=problem.map(|_| "true")
                    aria-describedby=problem.map(|_| format!("{SURE}-error"))
                />
                <span>{cx.t(label)}</span>
            </label>
            {problem.map(|problem| error_text(SURE, &problem.sentence))}
        </div>
    }
    .into_any()
}

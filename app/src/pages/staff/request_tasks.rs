//! The right half of a request: what staff can do with it now. Each task is a form of its own.

use super::request::Loaded;
use crate::context::Context;
use crate::text::{Msg, desk as text, form as form_text, request_desk};
use crate::ui::form::{Choice, SelectField, TextField, hidden, select_field, text_field};
use crate::ui::{
    icon,
    picture::{Spot, picture},
};
use backend::requests::{Detail, Suggested};
use domain::Lang;
use domain::content::{Provider, Site};
use domain::request::{Outcome, RequestKind, RequestState};
use leptos::prelude::*;

/// Suggestions shown without unfolding.
const FIRST: usize = 5;

/// On top while nobody has confirmed.
pub fn unconfirmed_banner(cx: &Context, detail: &Detail) -> Option<AnyView> {
    let request = &detail.request;
    (request.state == RequestState::Unconfirmed).then(|| {
        view! {
            <div class="desk-banner">
                {icon::clock()} <p>{text::unconfirmed(request.created_at, cx.now, request.delete_on)}</p>
                {button_form(cx, detail, "bestaetigt", "button small", text::CONFIRM_BY_PHONE)}
                {button_form(cx, detail, "behalten", "button outline small", text::KEEP)}
            </div>
        }
        .into_any()
    })
}

/// The way to proposing times, beside the meetings there are.
pub fn propose(cx: &Context, detail: &Detail) -> Option<AnyView> {
    let request = &detail.request;
    (request.state.allows_proposals() && request.kind.is_matchmaking()).then(|| {
        view! {
            <p>
                <a class="button" href=cx.href(&format!("/anfragen/{}/termine", request.id))>
                    {cx.t(text::TO_SLOTS)}
                    " "
                    {icon::arrow()}
                </a>
            </p>
        }
        .into_any()
    })
}

/// Everything else that can be done in the request's state.
pub fn tasks(cx: &Context, site: &Site, loaded: &Loaded) -> AnyView {
    let detail = &loaded.detail;
    let state = detail.request.state;
    let mine = detail.request.assigned.as_ref() == Some(&loaded.me);
    view! {
        {(!mine && state.is_live())
            .then(|| button_form(cx, detail, "uebernehmen", "button", text::TAKE))}
        {proposals(cx, site, loaded)}
        {listing(cx, site, detail)}
        {note(cx, detail)}
        {state.is_live().then(|| hand_over(cx, loaded))}
        {matches!(state, RequestState::Unconfirmed | RequestState::Open | RequestState::Met)
            .then(|| close(cx, detail))}
        {(state == RequestState::Closed)
            .then(|| button_form(cx, detail, "wieder", "button outline", text::REOPEN))}
    }
    .into_any()
}

/// The address of a task and the version it was offered for.
fn action(cx: &Context, detail: &Detail, task: &str) -> (String, AnyView) {
    let address = cx.href(&format!("/anfragen/{}/{task}", detail.request.id));
    (address, hidden("version", &detail.request.version.to_string()))
}

fn button_form(
    cx: &Context,
    detail: &Detail,
    task: &str,
    class: &'static str,
    label: Msg,
) -> AnyView {
    let (address, version) = action(cx, detail, task);
    view! {
        <form method="post" action=address>
            {version}
            <button class=class>{cx.t(label)}</button>
        </form>
    }
    .into_any()
}

fn proposals(cx: &Context, site: &Site, loaded: &Loaded) -> Option<AnyView> {
    let request = &loaded.detail.request;
    if !request.kind.is_matchmaking() || !request.state.is_live() {
        return None;
    }
    let head = view! {
        <div class="proposals-head">
            <h2 id="proposals">{cx.t(text::PROPOSALS)}</h2>
            <p>{cx.t(text::PROPOSALS_HINT)}</p>
        </div>
    };
    if !request.state.allows_proposals() {
        return Some(
            view! {
                <section aria-labelledby="proposals">
                    {head} <div class="note">
                        {icon::info()} <p>{cx.t(text::PROPOSALS_BLOCKED)}</p>
                    </div>
                </section>
            }
            .into_any(),
        );
    }
    let (address, version) = action(cx, &loaded.detail, "vorschlaege");
    let card = |suggested: &Suggested| {
        cx.content.providers.get(&suggested.provider).map(|p| proposal(cx, site, p, suggested))
    };
    let (first, rest) = loaded.suggestions.split_at(FIRST.min(loaded.suggestions.len()));
    Some(
        view! {
            <section aria-labelledby="proposals">
                <form method="post" action=address>
                    {version} {head} <ul role="list" class="proposals">
                        {first.iter().map(card).collect_view()}
                    </ul> <details class="fold proposals-more">
                        <summary>
                            {format!("{}: {}", cx.t(text::PROPOSALS_MORE), rest.len())}
                        </summary>
                        <ul role="list" class="proposals">
                            {rest.iter().map(card).collect_view()}
                        </ul>
                    </details> <div class="desk-send">
                        <p class="small muted">{cx.t(text::PROPOSALS_NOTE)}</p>
                        <button class="button signal">
                            {cx.t(text::PROPOSALS_SEND)} " " {icon::arrow()}
                        </button>
                    </div>
                </form>
            </section>
        }
        .into_any(),
    )
}

fn proposal(cx: &Context, site: &Site, provider: &Provider, suggested: &Suggested) -> AnyView {
    let pros = suggested.reasons.iter().map(|reason| {
        view! { <span class="reason pro">{icon::check()} {request_desk::pro(*reason)}</span> }
    });
    let cons = suggested.against.iter().map(|reason| {
        view! { <span class="reason con">{icon::info()} {request_desk::con(*reason)}</span> }
    });
    let name = format!(
        "{}, {} ({})",
        provider.person,
        provider.text.de.title,
        site.district(&provider.district, Lang::De)
    );
    view! {
        <li>
            <label class="proposal">
                <input
                    type="checkbox"
                    name="anbieter"
                    value=provider.meta.id.to_string()
                    disabled=suggested.proposed
                />
                {picture(&provider.picture, Spot::Mini, "", false)}
                <span class="proposal-text">
                    <b>{name}</b>
                    {suggested
                        .proposed
                        .then(|| view! { <span class="plate">{cx.t(text::ALREADY_PROPOSED)}</span> })}
                    {pros.collect_view()}
                    {cons.collect_view()}
                </span>
                <span class="proposal-count">
                    {request_desk::proposed_lately(suggested.proposed_lately)}
                </span>
            </label>
        </li>
    }
    .into_any()
}

/// A place on the wall, or a refusal that names the criterion.
fn listing(cx: &Context, site: &Site, detail: &Detail) -> Option<AnyView> {
    let request = &detail.request;
    let due = request.kind == RequestKind::ProviderListing && request.state == RequestState::Open;
    if !due {
        return None;
    }
    let (address, version) = action(cx, detail, "aufnahme");
    let (same, again) = action(cx, detail, "aufnahme");
    let mut choices = vec![Choice::new("", cx.t(form_text::PLEASE_CHOOSE))];
    choices.extend(site.criteria.iter().map(|c| Choice::new(c.id.as_str(), c.de.as_str())));
    let criterion = SelectField {
        id: "bedingung",
        name: "bedingung",
        label: cx.t(text::LISTING_CRITERION),
        help: None,
        value: "",
        choices: &choices,
        required: true,
    };
    let reason = TextField {
        name: "begruendung",
        label: cx.t(text::LISTING_WORDS),
        rows: 4,
        required: true,
        ..TextField::default()
    };
    Some(
        view! {
            <section aria-labelledby="listing" class="stack gap-4">
                <h2 id="listing">{cx.t(text::LISTING)}</h2>
                <p>{cx.t(text::LISTING_HINT)}</p>
                <form method="post" action=address>
                    {version} {hidden("entscheidung", "aufnehmen")}
                    <button class="button">{cx.t(text::LISTING_ACCEPT)}</button>
                </form>
                <details class="fold">
                    <summary>{cx.t(text::LISTING_REFUSE)}</summary>
                    <form method="post" action=same>
                        {again} {hidden("entscheidung", "absagen")} {select_field(criterion, &[])}
                        {text_field(reason, &[])}
                        <button class="button outline small mt-4">{cx.t(text::LISTING_REFUSE)}</button>
                    </form>
                </details>
            </section>
        }
        .into_any(),
    )
}

fn note(cx: &Context, detail: &Detail) -> AnyView {
    let (address, version) = action(cx, detail, "notiz");
    let help = Some(cx.t(text::NOTE_HELP));
    let field =
        TextField { name: "notiz", label: cx.t(text::NOTE), help, rows: 3, ..TextField::default() };
    view! {
        <form method="post" action=address>
            {version} {text_field(field, &[])}
            <button class="button outline small mt-4">{cx.t(text::NOTE_SAVE)}</button>
        </form>
    }
    .into_any()
}

fn hand_over(cx: &Context, loaded: &Loaded) -> AnyView {
    let (address, version) = action(cx, &loaded.detail, "abgeben");
    let mut choices = vec![Choice::new("", cx.t(form_text::PLEASE_CHOOSE))];
    choices.extend(loaded.colleagues.iter().map(|m| Choice::new(m.id.as_str(), m.name.as_str())));
    choices.push(Choice::new("pool", cx.t(text::TO_POOL)));
    let to = SelectField {
        id: "an",
        name: "an",
        label: cx.t(text::HAND_OVER_TO),
        help: None,
        value: "",
        choices: &choices,
        required: true,
    };
    let (label, help) = (cx.t(text::NOTE), Some(cx.t(text::NOTE_HELP)));
    let why = TextField { name: "warum", label, help, rows: 2, ..TextField::default() };
    view! {
        <details class="fold">
            <summary>{cx.t(text::HAND_OVER)}</summary>
            <form method="post" action=address>
                {version} {select_field(to, &[])} {text_field(why, &[])}
                <button class="button outline small mt-4">{cx.t(text::HAND_OVER)}</button>
            </form>
        </details>
    }
    .into_any()
}

fn close(cx: &Context, detail: &Detail) -> AnyView {
    let (address, version) = action(cx, detail, "abschliessen");
    let mut choices = vec![Choice::new("", cx.t(form_text::PLEASE_CHOOSE))];
    // Those of the wall come with the decision about it.
    let outcomes =
        Outcome::ALL.iter().filter(|o| !matches!(o, Outcome::Listed | Outcome::NotListed));
    choices.extend(outcomes.map(|o| Choice::new(o.code(), request_desk::outcome(*o))));
    let outcome = SelectField {
        id: "ergebnis",
        name: "ergebnis",
        label: cx.t(text::OUTCOME),
        help: None,
        value: "",
        choices: &choices,
        required: true,
    };
    view! {
        <details class="fold">
            <summary>{cx.t(text::CLOSE)}</summary>
            <form method="post" action=address>
                {version} {select_field(outcome, &[])}
                <button class="button outline small mt-4">{cx.t(text::CLOSE)}</button>
            </form>
        </details>
    }
    .into_any()
}

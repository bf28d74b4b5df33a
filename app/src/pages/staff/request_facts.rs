//! The left half of a request: the concern, the facts, history and mails.

use super::request::Loaded;
use crate::context::Context;
use crate::text::{Msg, desk as text, format, history_desk, request_desk};
use backend::outbox::DeliveryState;
use backend::requests::{Event, Request};
use domain::content::Site;
use domain::text::dialable;
use domain::{Instant, Lang};
use leptos::prelude::*;

/// The concern with everything known about it.
pub fn facts(cx: &Context, site: &Site, loaded: &Loaded) -> AnyView {
    let request = &loaded.detail.request;
    let words = match &request.message {
        Some(message) => {
            view! { <blockquote class="desk-quote">{message.clone()}</blockquote> }.into_any()
        }
        None => view! { <p class="muted">{cx.t(text::NO_WORDS)}</p> }.into_any(),
    };
    let events = loaded.detail.history.iter().map(|event| line(cx, loaded, event)).collect_view();
    view! {
        <section aria-labelledby="occasion">
            <h2 id="occasion">{cx.t(text::CONCERN)}</h2>
            {words}
            <dl class="facts">{rows(cx, site, loaded)}</dl>
            <h2 class="mt-6">{cx.t(text::HISTORY)}</h2>
            <ol role="list" class="day-list">
                {events}
            </ol>
            {mails(cx, loaded)}
        </section>
    }
    .into_any()
}

fn rows(cx: &Context, site: &Site, loaded: &Loaded) -> AnyView {
    let request = &loaded.detail.request;
    let unknown = || cx.t(text::UNKNOWN).to_owned();
    let story = request.story.as_deref().and_then(|id| cx.content.stories.get(id));
    let plain: [(Msg, Option<String>); 8] = [
        (text::KIND, Some(request_desk::kind(request.kind).to_owned())),
        (text::GOAL, Some(request_desk::goals(site, &request.goals))),
        (
            text::BUDGET,
            Some(request.budget.map_or_else(unknown, |b| request_desk::budget(b).to_owned())),
        ),
        (
            text::SECTOR,
            Some(request.sector.as_ref().map_or_else(unknown, |id| site.sector(id, Lang::De))),
        ),
        (
            text::DISTRICT,
            Some(request.district.as_ref().map_or_else(unknown, |id| site.district(id, Lang::De))),
        ),
        (text::SIZE, Some(request.size.map_or_else(unknown, request_desk::size))),
        (text::READ, story.map(|story| story.text.de.title.clone())),
        (text::DELETION, Some(format::date(Lang::De, request.delete_on))),
    ];
    let row = |(label, value): (Msg, Option<String>)| {
        value.map(|value| {
            view! {
                <div>
                    <dt>{cx.t(label)}</dt>
                    <dd>{value}</dd>
                </div>
            }
        })
    };
    view! {
        <div>
            <dt>{cx.t(text::CONTACT)}</dt>
            <dd>{contact(request)}</dd>
        </div>
        {plain.map(row).collect_view()}
        {released(cx, loaded)}
    }
    .into_any()
}

fn contact(request: &Request) -> AnyView {
    let email = request.email.clone().map(|email| {
        view! { <br /> <a href=format!("mailto:{email}")>{email.clone()}</a> }
    });
    let phone = request.phone.clone().map(|phone| {
        view! { <br /> <a href=format!("tel:{}", dialable(&phone))>{phone.clone()}</a> }
    });
    view! {
        {request.person.clone()}
        {email}
        {phone}
    }
    .into_any()
}

fn released(cx: &Context, loaded: &Loaded) -> AnyView {
    loaded
        .detail
        .providers
        .iter()
        .filter(|provider| !provider.released.is_empty())
        .map(|provider| {
            let fields: Vec<_> =
                provider.released.iter().map(|f| request_desk::field(*f)).collect();
            let name = cx.content.providers.get(provider.provider.as_str());
            let name = name.map_or(provider.provider.clone(), |p| p.text.de.title.clone());
            view! {
                <div>
                    <dt>{cx.t(text::RELEASED)}</dt>
                    <dd>{format!("{} an {name}", fields.join(", "))}</dd>
                </div>
            }
        })
        .collect_view()
        .into_any()
}

fn line(cx: &Context, loaded: &Loaded, event: &Event) -> AnyView {
    let person = event.detail.as_deref().and_then(backend::Id::parse);
    let person = person.as_ref().and_then(|id| loaded.detail.name(id));
    let words = history_desk::event(&event.event, event.detail.as_deref(), person, &cx.content);
    let by = match &event.actor {
        backend::Actor::Staff(id) => loaded.detail.name(id).map(|name| format!(" ({name})")),
        _ => None,
    };
    view! {
        <li>
            {stamp(cx, event.at)}
            <span>
                {words} {by} {event.note.clone().map(|note| view! { <q class="muted">{note}</q> })}
            </span>
        </li>
    }
    .into_any()
}

/// The time of day of what happened today, else the day.
fn stamp(cx: &Context, at: Instant) -> AnyView {
    let shown = at.berlin();
    let words = if at.day() == cx.today {
        format::clock(shown.time())
    } else {
        format!("{}.{}.", shown.day(), shown.month())
    };
    view! { <time datetime=shown.strftime("%Y-%m-%dT%H:%M").to_string()>{words}</time> }.into_any()
}

fn mails(cx: &Context, loaded: &Loaded) -> Option<AnyView> {
    if loaded.mails.is_empty() {
        return None;
    }
    let mails = loaded
        .mails
        .iter()
        .map(|mail| {
            let state = match &mail.state {
                DeliveryState::Waiting => cx.t(text::MAIL_WAITING).to_owned(),
                DeliveryState::Sent(_) => cx.t(text::MAIL_SENT).to_owned(),
                DeliveryState::Failed(why) => format!("{}: {why}", cx.t(text::MAIL_FAILED)),
            };
            view! {
                <li>
                    {stamp(cx, mail.written)}
                    <span>
                        {history_desk::mail(mail.kind)}
                        <span class="small muted">{format!("{}, {state}", mail.recipient)}</span>
                    </span>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <h2 class="mt-6">{cx.t(text::MAILS)}</h2>
            <ol role="list" class="day-list">
                {mails}
            </ol>
        }
        .into_any(),
    )
}

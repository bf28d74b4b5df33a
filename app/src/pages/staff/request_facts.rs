//! The left half of a request: the concern, the facts, history and mails.

use super::request::Loaded;
use crate::context::Context;
use crate::text::{Msg, desk as text, format, history_desk, outbox_desk, request_desk};
use backend::outbox::{Delivery, DeliveryState};
use backend::requests::{Event, Request};
use domain::content::Site;
use domain::request::{Field, RequestKind};
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
    let story = request.story.as_deref().and_then(|id| cx.content.stories.get(id));
    let asked = |fact: Field, answer: Option<String>| fact_of(request.kind, fact, answer);
    let goals = (!request.goals.is_empty()).then(|| request_desk::goals(site, &request.goals));
    let sector = request.sector.as_ref().map(|id| site.sector(id, Lang::De));
    let district = request.district.as_ref().map(|id| site.district(id, Lang::De));
    let budget = request.budget.map(|budget| request_desk::budget(budget).to_owned());
    let plain: [(Msg, Option<String>); 8] = [
        (text::KIND, Some(request_desk::kind(request.kind).to_owned())),
        (text::GOAL, asked(Field::Goal, goals)),
        (text::BUDGET, asked(Field::Budget, budget)),
        (text::SECTOR, asked(Field::Sector, sector)),
        (text::DISTRICT, asked(Field::District, district)),
        (text::SIZE, asked(Field::Size, request.size.map(request_desk::size))),
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

/// What to show of a fact: the answer; "weiß ich nicht" where the question was asked; nothing where
/// it was not.
fn fact_of(kind: RequestKind, fact: Field, answer: Option<String>) -> Option<String> {
    answer.or_else(|| kind.asks_for(fact).then(|| text::UNKNOWN.get(Lang::De).to_owned()))
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
    let is_failed = |mail: &Delivery| matches!(mail.state, DeliveryState::Failed(_));
    let failed = loaded.mails.iter().any(is_failed).then(|| {
        view! {
            <p class="mt-4">
                <a href=cx.href("/postausgang")>{cx.t(outbox_desk::TO_OUTBOX)}</a>
            </p>
        }
    });
    let mails = loaded
        .mails
        .iter()
        .map(|mail| {
            let state = match &mail.state {
                DeliveryState::Waiting(None) => cx.t(text::MAIL_WAITING).to_owned(),
                DeliveryState::Waiting(Some(why)) => {
                    format!("{}: {}", cx.t(text::MAIL_WAITING), outbox_desk::meaning(why))
                }
                DeliveryState::Discarded => cx.t(text::MAIL_DISCARDED).to_owned(),
                DeliveryState::Sent(_) => cx.t(text::MAIL_SENT).to_owned(),
                DeliveryState::Failed(why) => {
                    let meaning = outbox_desk::meaning(why);
                    format!("{}: {meaning} ({why})", cx.t(text::MAIL_FAILED))
                }
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
            {failed}
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_asked_can_be_unknown() {
        let unknown = Some("weiß ich nicht".to_owned());
        let facts = [Field::Goal, Field::Budget, Field::Sector, Field::District, Field::Size];
        for kind in RequestKind::ALL {
            let shown = facts.map(|fact| fact_of(*kind, fact, None).is_some());
            let wanted = match kind {
                RequestKind::ProviderListing => [false, false, false, true, false],
                RequestKind::StoryOffer | RequestKind::BarrierReport => [false; 5],
                _ => [true; 5],
            };
            assert_eq!(shown, wanted, "{kind:?}");
            // What somebody told without being asked is not lost.
            let told = Some("Handel".to_owned());
            assert_eq!(fact_of(*kind, Field::Sector, told.clone()), told);
        }
        assert_eq!(fact_of(RequestKind::Advice, Field::Goal, None), unknown);
    }
}

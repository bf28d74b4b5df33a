//! What each provider may know: one button per field, so that nothing is released by accident.

use super::{href, provider_name};
use crate::context::Context;
use crate::text::{format, request as request_text, status as text};
use crate::ui::icon;
use crate::ui::picture::{Spot, picture};
use backend::requests::{RequestProvider, StatusView};
use domain::Lang;
use domain::content::Site;
use domain::request::{History, ReleaseField, RequestState};
use leptos::prelude::*;

/// Name of the hidden field that says which provider.
pub const PROVIDER: &str = "provider";

/// Name of the buttons that release, value a [`ReleaseField`]'s code.
pub const RELEASE: &str = "release";

/// Name of the buttons that take back.
pub const REVOKE: &str = "revoke";

/// The section; nothing before confirmation, after the end and without providers.
pub fn release(cx: &Context, site: &Site, view: &StatusView) -> Option<AnyView> {
    let state = view.request.state;
    if !state.is_live() || state == RequestState::Unconfirmed || view.providers.is_empty() {
        return None;
    }
    let forms = view.providers.iter().map(|provider| form(cx, view, provider)).collect_view();
    Some(
        view! {
            <section aria-labelledby="release">
                <h2 id="release">{cx.t(text::RELEASE)}</h2>
                <p class="mb-5">
                    {text::anonymous(cx.lang(), &facts(cx, site, view))} " " {cx.t(text::RELEASE_MORE)}
                </p>
                <div class="stack gap-4">{forms}</div>
            </section>
        }
        .into_any(),
    )
}

/// The summary without names, as a provider reads it.
fn facts(cx: &Context, site: &Site, view: &StatusView) -> String {
    let (lang, request) = (cx.lang(), &view.request);
    let size = request.size.map(|size| request_text::staff(lang, size));
    let sector = request.sector.as_ref().map(|id| site.sector(id, lang));
    let district = request.district.as_ref().map(|id| site.district(id, lang));
    let goals = request.goals.iter().map(|id| site.goal(id, lang));
    sector.into_iter().chain(size).chain(district).chain(goals).collect::<Vec<_>>().join(", ")
}

fn form(cx: &Context, view: &StatusView, provider: &RequestProvider) -> AnyView {
    let (firm, person) = provider_name(cx, &provider.provider);
    let known = cx.content.providers.get(provider.provider.as_str());
    let portrait = known.map(|known| picture(&known.picture, Spot::Mini, "", false));
    let title = format!("provider-{}", provider.provider);
    let label = title.clone();
    let rows = ReleaseField::ALL
        .iter()
        .filter_map(|&field| row(cx, view, provider, field, &firm))
        .collect_view();
    let wished =
        provider.wished.then(|| view! { <span class="muted small">{cx.t(text::WISHED)}</span> });
    let note = provider.note.clone().map(|note| {
        view! {
            <p class="small">
                <b>{cx.t(text::WHY_PROPOSED)}</b>
                " "
                {note}
            </p>
        }
    });
    view! {
        <form class="release" method="post" action=href(cx, "/freigabe") aria-labelledby=label>
            <div class="contact-card">
                {portrait} <b id=title>
                    <a href=cx.href(&format!("/anbieter/{}", provider.provider))>{firm.clone()}</a>
                </b> <span>{person}</span> {wished}
            </div>
            {note}
            <input type="hidden" name=PROVIDER value=provider.provider.clone() />
            <ul role="list">{rows}</ul>
        </form>
    }
    .into_any()
}

fn row(
    cx: &Context,
    view: &StatusView,
    provider: &RequestProvider,
    field: ReleaseField,
    firm: &str,
) -> Option<AnyView> {
    let shown = value(cx.lang(), view, field)?;
    let released = provider.released.contains(&field);
    let (state, icon) = if released {
        let detail = format!("{} {}", provider.provider, field.code());
        let since = view.history.iter().rev().find(|event| {
            event.event == History::Released.code() && event.detail.as_deref() == Some(&detail)
        });
        let words = since.map_or(cx.t(text::RELEASED).to_owned(), |event| {
            text::released_on(cx.lang(), event.at)
        });
        (words, icon::unlock())
    } else {
        (cx.t(text::NOT_RELEASED).to_owned(), icon::lock())
    };
    let (name, label, class) = if released {
        (REVOKE, text::TAKE_BACK, "button quiet small")
    } else {
        (RELEASE, text::DO_RELEASE, "button outline small")
    };
    let exactly = format!(": {}, {firm}", cx.t(text::field(field)));
    Some(
        view! {
            <li class=released.then_some("released")>
                <p>
                    <b>{shown}</b>
                    <span class="state">{icon} " " {state}</span>
                </p>
                <button class=class name=name value=field.code()>
                    {cx.t(label)}
                    <span class="visually-hidden">{exactly}</span>
                </button>
            </li>
        }
        .into_any(),
    )
}

/// What would be released; `None` if the firm never told it.
fn value(lang: Lang, view: &StatusView, field: ReleaseField) -> Option<String> {
    let request = &view.request;
    match field {
        ReleaseField::Name => Some(match &request.firm {
            Some(firm) => format!("{}, {firm}", request.person),
            None => request.person.clone(),
        }),
        ReleaseField::Email => request.email.clone(),
        ReleaseField::Phone => request.phone.clone(),
        ReleaseField::Message => request.message.as_deref().map(|text| excerpt(lang, text)),
    }
}

/// The beginning of a text, for a line that must stay short.
fn excerpt(lang: Lang, text: &str) -> String {
    const CHARS: usize = 90;
    let line = text.replace('\n', " ");
    if line.chars().count() <= CHARS {
        return format::quoted(lang, &line);
    }
    let cut: String = line.chars().take(CHARS).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format::quoted(lang, &format!("{cut} …"))
}

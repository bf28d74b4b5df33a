//! `/kiosk/anfrage`: nothing is typed at the kiosk. The request is written on the visitor's own
//! telephone, by voice, or with staff in the room, who may open this screen for it; what the
//! visitor was looking at goes along.

use super::{assisted, code, parts, take};
use crate::context::{Context, Cx, Outcome, Page, encode};
use crate::shell::kiosk;
use crate::text::{common, kiosk as text};
use crate::ui::icon;
use domain::Place;
use domain::content::Site;
use domain::handover::{Selection, Taken};
use leptos::prelude::*;

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let title = cx.t(common::ARRANGE);
    let view = move || cx.site().ok().map(|site| view(&cx, site)).into_any();
    Page::new(title, view).main_class("kiosk-arrange").ok()
}

/// What goes along with the request: its part of the query, and how the page names it.
struct Along {
    query: String,
    selection: Option<Selection>,
    sentence: &'static str,
    name: String,
}

/// Only what exists goes along, so that no code is drawn of anything a link made up.
fn along(cx: &Context) -> Option<Along> {
    if let Some(story) = cx.content.story(cx.query.get("geschichte"), cx.today) {
        let id = encode(story.meta.id.as_str());
        return Some(Along {
            query: format!("geschichte={id}&"),
            selection: Selection::new(Taken::RequestOnStory, vec![story.meta.id.clone()]),
            sentence: cx.t(text::CARRIES_ALONG),
            name: cx.texts(&story.text).0.title.clone(),
        });
    }
    let provider = take::listed(cx, cx.query.get("anbieter"))?;
    let id = encode(provider.meta.id.as_str());
    Some(Along {
        query: format!("anbieter={id}&"),
        selection: Selection::new(Taken::RequestToProvider, vec![provider.meta.id.clone()]),
        sentence: cx.t(text::CARRIES_PROVIDER),
        name: cx.texts(&provider.text).0.title.clone(),
    })
}

fn view(cx: &Context, site: &Site) -> AnyView {
    let form = cx.public(&Place::web(cx.lang()).href("/anfrage"));
    let along = along(cx);
    let query = along.as_ref().map_or("", |along| along.query.as_str());
    let address = format!("{form}?{query}kanal=handoff");
    let selection = match &along {
        Some(along) => along.selection.clone(),
        None => Selection::new(Taken::Request, Vec::new()),
    };
    let way = assisted::way(cx, query);
    view! {
        <div class="kiosk-title">
            <h1>{cx.t(common::ARRANGE)}</h1>
            <p>{cx.t(text::REQUEST_LEAD)}</p>
        </div>
        <section class="kiosk-code" aria-labelledby="by-phone">
            {parts::code(cx, &address)}
        </section>
        <div class="kiosk-steps">
            <section>
                <h2 id="by-phone">{cx.t(text::BY_PHONE)}</h2>
                <p>{cx.t(text::BY_PHONE_TEXT)}</p>
                <p class="kiosk-address">{take::address_lines(&form)}</p>
                {along
                    .map(|along| {
                        view! {
                            <p class="kiosk-along">
                                {along.sentence}
                                " "
                                <b>{along.name}</b>
                            </p>
                        }
                    })}
            </section>
            <section>
                <h2>{cx.t(text::HERE)}</h2>
                <p>{cx.t(text::HERE_TEXT)}</p>
                <p class="kiosk-way">{way}</p>
            </section>
            {parts::by_call(cx, site, Some(kiosk::today(cx, site)))}
            <div class="row">
                {selection.map(|selection| code::offer(cx, &selection))}
                <a class="button outline" href=cx.href("/kennenlernen")>
                    {cx.t(text::HOW_IT_WORKS)}
                    " "
                    {icon::arrow()}
                </a>
            </div>
        </div>
    }
    .into_any()
}

//! `/offene-daten`: what the exhibition offers to programs, for the people who write them.

use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{Msg, common, open_data as text};
use crate::ui::crumbs::crumbs;
use domain::Lang;
use leptos::prelude::*;

/// The lists of the JSON interface.
const LISTS: [(Msg, &str); 7] = [
    (text::DESCRIBED, "/api/v1/openapi.json"),
    (common::NAV_STORIES, "/api/v1/stories"),
    (common::NAV_WALL, "/api/v1/providers"),
    (common::NAV_FUNDING, "/api/v1/funding"),
    (common::NAV_TRENDS, "/api/v1/trends"),
    (common::NAV_SIGNPOSTS, "/api/v1/signposts"),
    (text::ROOM, "/api/v1/site"),
];

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    cx.site()?;
    let (title, description) = (cx.t(text::TITLE), cx.t(text::DESCRIPTION));
    Page::new(title, move || view(&cx)).description(description).main_class("legal").ok()
}

fn view(cx: &Context) -> AnyView {
    // The feed itself is in one language, whatever the language of this page.
    let feeds = Lang::ALL
        .into_iter()
        .map(|lang| {
            let path = format!("/feed/{}", lang.code());
            let shown = cx.public(&path);
            view! {
                <li>
                    <a href=path hreflang=lang.tag()>
                        {shown}
                    </a>
                </li>
            }
        })
        .collect_view();
    let lists = LISTS
        .map(|(label, path)| {
            view! {
                <li>
                    {cx.t(label)} ": " <a href=path>{path}</a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="wrap page-head">
            {crumbs(cx, &[])} <h1>{cx.t(text::TITLE)}</h1> <p class="lead">{cx.t(text::LEAD)}</p>
        </div>
        <div class="wrap pb-section">
            <div class="prose">
                <h2 class="mt-0">{cx.t(text::FEED)}</h2>
                <p>{cx.t(text::FEED_TEXT)}</p>
                <ul>{feeds}</ul>
                <h2>{cx.t(text::HOURS)}</h2>
                <p>{cx.t(text::HOURS_TEXT)}</p>
                <ul>
                    <li>
                        <a href="/oeffnungszeiten.ics">{cx.public("/oeffnungszeiten.ics")}</a>
                    </li>
                </ul>
                <h2>{cx.t(text::API)}</h2>
                <p>{cx.t(text::API_TEXT)}</p>
                <ul>{lists}</ul>
                <p>{cx.t(text::EXAMPLES)}</p>
                <h2>{cx.t(text::SITEMAP)}</h2>
                <p>{cx.t(text::SITEMAP_TEXT)}</p>
                <ul>
                    <li>
                        <a href="/sitemap.xml">{cx.public("/sitemap.xml")}</a>
                    </li>
                </ul>
            </div>
        </div>
    }
    .into_any()
}

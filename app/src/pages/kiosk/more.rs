//! `/kiosk/mehr`: helps that last until the visit ends, everything the bar has no room for, and
//! what the law wants two touches away. The helps need the script, which shows them.

use crate::context::{Context, Cx, Outcome, Page};
use crate::shell::kiosk;
use crate::text::{Msg, common, kiosk as text};
use crate::ui::icon;
use leptos::prelude::*;

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    let title = cx.t(text::MORE);
    Page::new(title, move || view(&cx)).main_class("kiosk-more").ok()
}

fn view(cx: &Context) -> AnyView {
    let ways = [
        (common::NAV_FUNDING, text::MORE_FUNDING, "/foerderung"),
        (common::NAV_TRENDS, text::MORE_TRENDS, "/trends"),
        (common::NAV_SIGNPOSTS, text::MORE_SIGNPOSTS, "/wegweiser"),
        (common::NAV_MEETING, text::MORE_MEETING, "/kennenlernen"),
        (common::NAV_ROOM, text::MORE_ROOM, "/besuch"),
        (common::NAV_ABOUT, text::MORE_ABOUT, "/ueber-uns"),
    ]
    .map(|(title, sentence, path)| {
        view! {
            <li>
                <a href=cx.href(path)>
                    <span>
                        <b>{cx.t(title)}</b>
                        {cx.t(sentence)}
                    </span>
                    {icon::arrow()}
                </a>
            </li>
        }
    })
    .collect_view();
    view! {
        <h1>{cx.t(text::MORE_TITLE)}</h1>
        <ul role="list" class="kiosk-exits kiosk-tiles">
            {ways}
        </ul>
        {helps(cx)}
        {legal(cx)}
    }
    .into_any()
}

/// What a visitor may switch on; the name is what the script keeps and `<html>` carries.
fn helps(cx: &Context) -> AnyView {
    let tool = |name: &'static str, icon: AnyView, title: Msg, sentence: Msg| {
        view! {
            <li>
                <button type="button" class="kiosk-tool" data-help=name aria-pressed="false">
                    {icon}
                    <b>{cx.t(title)}</b>
                    <span>{cx.t(sentence)}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="kiosk-tools" id="helps" aria-labelledby="helps-title" hidden=true>
            <h2 id="helps-title">{cx.t(text::HELPS)}</h2>
            <ul role="list">
                {tool("textSize", icon::letters(), text::LARGER, text::LARGER_TEXT)}
                {tool("contrast", icon::contrast(), text::CONTRAST, text::CONTRAST_TEXT)}
                {tool("lower", icon::lower(), text::LOWER, text::LOWER_TEXT)}
            </ul>
        </section>
    }
    .into_any()
}

fn legal(cx: &Context) -> AnyView {
    let pages = [
        (common::IMPRINT, "/impressum"),
        (common::PRIVACY, "/datenschutz"),
        (common::ACCESSIBILITY, "/barrierefreiheit"),
    ]
    .map(|(label, path)| {
        view! {
            <a class="key" href=cx.href(path)>
                {cx.t(label)}
            </a>
        }
    })
    .collect_view();
    view! {
        <nav class="kiosk-legal" aria-label=cx.t(common::LEGAL)>
            {pages}
            {kiosk::other_languages(cx, "/mehr")}
        </nav>
        <p class="kiosk-note">{icon::info()} <span>{cx.t(text::NOTHING_KEPT)}</span></p>
        {copy_age(cx)}
    }
    .into_any()
}

/// For staff: how old what is shown is, while there is no network. The script fills it in.
fn copy_age(cx: &Context) -> AnyView {
    view! {
        <p class="kiosk-note" id="copy-age" hidden=true>
            {icon::info()}
            <span>{cx.t(text::COPY_AGE)} " " <b></b></span>
        </p>
    }
    .into_any()
}

//! `/kiosk/mehr`: everything the bar has no room for, ways for whom reading is hard, and what the
//! law wants two touches away.

use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{common, kiosk as text};
use crate::ui::icon;
use domain::{Lang, Place};
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

/// What there is for whom reading here is hard; the keys for it stand in the bar of every page.
fn helps(cx: &Context) -> AnyView {
    let plain = Place { lang: Lang::Ls, ..cx.place };
    let ways = [
        (icon::letters(), common::language_name(Lang::Ls), text::HELPS_PLAIN, plain.href("/mehr")),
        (icon::hands(), cx.t(text::SIGN_LANGUAGE), text::HELPS_SIGN, cx.href("/gebaerdensprache")),
        (
            icon::person(),
            cx.t(common::ACCESSIBILITY),
            text::HELPS_ACCESS,
            cx.href("/barrierefreiheit"),
        ),
    ]
    .map(|(icon, title, sentence, href)| {
        view! {
            <li>
                <a class="kiosk-tool" href=href>
                    {icon}
                    <b>{title}</b>
                    <span>{cx.t(sentence)}</span>
                </a>
            </li>
        }
    })
    .collect_view();
    view! {
        <section class="kiosk-tools" aria-labelledby="helps-title">
            <h2 id="helps-title">{cx.t(text::HELPS)}</h2>
            <p>{cx.t(text::HELPS_TEXT)}</p>
            <ul role="list">{ways}</ul>
        </section>
    }
    .into_any()
}

fn legal(cx: &Context) -> AnyView {
    let pages = [(common::IMPRINT, "/impressum"), (common::PRIVACY, "/datenschutz")]
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

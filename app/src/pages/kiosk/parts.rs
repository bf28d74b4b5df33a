//! Pieces that several kiosk pages share.

use super::code;
use crate::context::Context;
use crate::text::{Msg, format, handover, kiosk as text};
use crate::ui::{
    icon,
    picture::{Spot, picture},
    qr, story_card,
};
use domain::Slug;
use domain::content::{Site, Story};
use domain::handover::Selection;
use leptos::prelude::*;

/// Cards on one sheet: what fits a screen in either orientation at readable size.
pub const PER_SHEET: usize = 6;

/// A story as a card of the start page: the picture leads.
pub fn card(cx: &Context, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    view! {
        <article class="story-card kiosk-card">
            <div class="picture">
                {picture(&story.picture, Spot::Tile, "", true)} {story_card::example_plate(cx, story)}
            </div>
            <div class="body">
                <h2>
                    <a href=story_card::href(cx, story) lang=lang>
                        {words.title.clone()}
                    </a>
                </h2>
                <p class="kiosk-price">
                    <b>{format::euros(cx.lang(), story.cost.once)}</b>
                    " "
                    <span>{story.firm.clone()}</span>
                </p>
            </div>
        </article>
    }
    .into_any()
}

/// A story as a card of the list: who, what it cost, what it brought.
pub fn list_card(cx: &Context, story: &Story) -> AnyView {
    let (words, lang) = cx.texts(&story.text);
    view! {
        <article class="story-card kiosk-card">
            <div class="picture">
                {picture(&story.picture, Spot::Tile, "", true)} {story_card::example_plate(cx, story)}
            </div>
            <div class="body">
                <h2>
                    <a href=story_card::href(cx, story) lang=lang>
                        {words.title.clone()}
                    </a>
                </h2>
                <p class="place">{story.firm.clone()}</p>
                <p class="kiosk-price">
                    <b>{format::euros(cx.lang(), story.cost.once)}</b>
                    " "
                    <span lang=lang>{words.gain.figure.clone()}</span>
                </p>
            </div>
        </article>
    }
    .into_any()
}

/// The drawing of a story without its background, where there is one.
pub fn free_picture(cx: &Context, story: &Story) -> Option<String> {
    let name = format!("illu/{}-free.svg", story.meta.id);
    cx.app.assets.0.get(&name).cloned()
}

/// A number from the query, between 1 and `of`; anything else is 1.
pub fn number(value: &str, of: usize) -> usize {
    value.parse().ok().filter(|n| (1..=of).contains(n)).unwrap_or(1)
}

/// Turns the sheets of a list. The last one leads to the first again, so no button is ever dead.
pub fn pager(
    cx: &Context,
    at: usize,
    of: usize,
    href: impl Fn(usize) -> String,
) -> Option<AnyView> {
    (of > 1).then(|| {
        let previous = if at == 1 { of } else { at - 1 };
        let next = if at == of { 1 } else { at + 1 };
        view! {
            <nav class="kiosk-pager" aria-label=text::sheet(cx.lang(), at, of)>
                <a class="button outline" href=href(previous) aria-label=cx.t(text::PREVIOUS_CARDS)>
                    {icon::back()}
                </a>
                <p>{text::sheet(cx.lang(), at, of)}</p>
                <a class="button" href=href(next) aria-label=cx.t(text::NEXT_CARDS)>
                    {icon::arrow()}
                </a>
            </nav>
        }
        .into_any()
    })
}

/// A page back and a page on, at the end of the keys of a text.
pub fn steps(cx: &Context, at: usize, of: usize, href: impl Fn(usize) -> String) -> AnyView {
    let step = |n: usize, label: Msg, icon: AnyView| {
        view! {
            <a class="key step" href=href(n) aria-label=cx.t(label)>
                {icon}
            </a>
        }
    };
    view! {
        {(at > 1).then(|| step(at - 1, text::BACK_PAGE, icon::back()))}
        {(at < of).then(|| step(at + 1, text::ON_PAGE, icon::arrow()))}
    }
    .into_any()
}

/// An address as people read it to each other: without the scheme.
pub fn spoken(address: &str) -> &str {
    address.trim_start_matches("https://").trim_start_matches("http://")
}

/// A QR code in its frame.
pub fn code(cx: &Context, address: &str) -> AnyView {
    let label = crate::text::story::qr_label(cx.lang(), spoken(address));
    view! { <div class="qr">{qr::qr(address, label)}</div> }.into_any()
}

/// The way by telephone; `hours` are said where they are true whenever the page is read.
pub fn by_call(cx: &Context, site: &Site, hours: Option<String>) -> AnyView {
    view! {
        <section>
            <h2>{cx.t(text::BY_CALL)}</h2>
            <p>
                <b class="kiosk-number">{site.phone.clone()}</b>
                " "
                {cx.t(text::BY_CALL_TEXT)}
                {hours.map(|hours| format!(" {hours}."))}
            </p>
        </section>
    }
    .into_any()
}

/// A link to a page that shows a QR code, for `kiosk-handover.js`: while the server answers, the
/// touch leads straight to the page with the short code, and otherwise to `href`.
pub fn take_link(
    cx: &Context,
    class: &'static str,
    href: String,
    selection: Option<&Selection>,
    children: AnyView,
) -> AnyView {
    let stored = selection.map(Selection::stored);
    let at = stored.is_some().then(|| cx.href(code::PATH));
    view! {
        <a class=class href=href data-take=stored data-at=at>
            {children}
        </a>
    }
    .into_any()
}

/// The way from one story to a list of several. `kiosk-handover.js` adds the stories that this
/// visit has chosen before.
pub fn several(cx: &Context, story: &Slug) -> AnyView {
    let list = format!("{}?g={story}", cx.href("/merkzettel"));
    view! {
        <a class="button outline" href=list data-add=story.to_string()>
            {icon::bookmark()}
            " "
            {cx.t(handover::TO_SHORTLIST)}
        </a>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_one_of_the_pages() {
        for (value, number_of_four) in [
            ("", 1),
            ("1", 1),
            ("4", 4),
            ("5", 1),
            ("0", 1),
            ("-1", 1),
            ("x", 1),
            ("99999999999999999999", 1),
        ] {
            assert_eq!(number(value, 4), number_of_four, "{value}");
        }
    }

    #[test]
    fn an_address_is_said_without_its_scheme() {
        assert_eq!(spoken("https://werkbank.example/g/naehkurs"), "werkbank.example/g/naehkurs");
    }
}

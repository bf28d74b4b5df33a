//! The frame of the public website: top line, header, footer.

use crate::context::{Context, Cx};
use crate::routes::Right;
use crate::text::{common as text, format, search};
use crate::ui::{icon, search_form};
use domain::content::{Site, Weekday};
use domain::text::dialable;
use domain::{Lang, Place};
use leptos::prelude::*;

/// `<body>` of a public page.
pub fn body(cx: &Cx, main_class: &'static str, content: AnyView) -> AnyView {
    view! {
        <body>
            <a class="skip-link" href="#content">
                {cx.t(text::SKIP)}
            </a>
            {top_line(cx)}
            {header(cx)}
            <main id="content" class=(!main_class.is_empty()).then_some(main_class) tabindex="-1">
                {content}
            </main>
            {cx.site().ok().map(|site| footer(cx, site))}
        </body>
    }
    .into_any()
}

fn top_line(cx: &Cx) -> AnyView {
    let languages = Lang::ALL
        .into_iter()
        .map(|lang| {
            let (label, current) = (text::language_name(lang), lang == cx.lang());
            // A page without a right of its own exists in every language; a private one keeps to
            // the path it has.
            let href = Place { lang, ..cx.place }.href(&cx.path) + &cx.query.to_query();
            view! {
                <li>
                    <a href=href lang=lang.tag() hreflang=lang.tag() aria-current=current.then_some("true")>
                        {label}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="top-line" role="region" aria-label=cx.t(text::TOP_LINE)>
            <div class="wrap">
                <span class="slogan">{cx.t(text::FREE_OF_CHARGE)}</span>
                <nav aria-label=cx.t(text::LANGUAGES)>
                    <ul role="list" class="language-switch">
                        {languages}
                    </ul>
                </nav>
            </div>
        </div>
    }
    .into_any()
}

fn header(cx: &Cx) -> AnyView {
    let entries = [
        (text::NAV_STORIES, "/geschichten"),
        (text::NAV_WALL, "/anbieter"),
        (text::NAV_FUNDING, "/foerderung"),
        (text::NAV_MEETING_SHORT, "/kennenlernen"),
        (text::NAV_ROOM, "/besuch"),
    ];
    let more = [
        (text::NAV_TRENDS, "/trends"),
        (text::NAV_SIGNPOSTS, "/wegweiser"),
        (text::NAV_SHORTLIST, "/merkzettel"),
        (text::NAV_ABOUT, "/ueber-uns"),
        (text::ARRANGE, "/anfrage"),
    ];
    let item = |(label, path): (crate::text::Msg, &'static str)| {
        let current =
            (cx.path == path || cx.path.starts_with(&format!("{path}/"))).then_some("page");
        view! {
            <li>
                <a href=cx.href(path) aria-current=current>
                    {cx.t(label)}
                </a>
            </li>
        }
    };
    view! {
        <header class="site-header">
            <div class="wrap">
                {brand(cx)}
                <nav class="wide-nav" aria-label=cx.t(text::MAIN_NAV)>
                    <ul role="list">{entries.map(item).collect_view()}</ul>
                </nav>
                <div class="header-tools">{search_entry(cx)} {shortlist(cx)}</div>
                <details class="menu">
                    <summary>{cx.t(text::MENU)}</summary>
                    <div>
                        <nav aria-label=cx.t(text::MENU)>
                            <ul role="list">
                                {entries.into_iter().chain(more).map(item).collect_view()}
                            </ul>
                        </nav>
                    </div>
                </details>
            </div>
        </header>
    }
    .into_any()
}

/// The way to the shortlist from every page: a sign with a spoken name.
fn shortlist(cx: &Context) -> AnyView {
    let path = "/merkzettel";
    view! {
        <a href=cx.href(path) aria-current=(cx.path == path).then_some("page")>
            {icon::bookmark()}
            <span class="visually-hidden">{cx.t(text::NAV_SHORTLIST)}</span>
        </a>
    }
    .into_any()
}

/// The search from every page: the field unfolds below the header. Where the page itself is the
/// search, or offers it as its way on, a sign alone leads there.
fn search_entry(cx: &Context) -> AnyView {
    if cx.path == search_form::PATH || cx.route.right == Right::Link {
        return view! {
            <a
                href=cx.href(search_form::PATH)
                aria-current=(cx.path == search_form::PATH).then_some("page")
            >
                {icon::magnifier()}
                <span class="visually-hidden">{cx.t(search::SEARCH)}</span>
            </a>
        }
        .into_any();
    }
    view! {
        <details class="header-search">
            <summary>
                {icon::magnifier()} <span class="visually-hidden">{cx.t(search::SEARCH)}</span>
            </summary>
            <div>
                <div class="wrap">
                    {search_form::search_form(
                        cx,
                        "header-q",
                        search::IN_HEADER,
                        search::WORDS,
                        "",
                    )}
                </div>
            </div>
        </details>
    }
    .into_any()
}

/// The mark and the name, linked to the home page.
pub fn brand(cx: &Context) -> AnyView {
    view! {
        <a class="brand" href=cx.href("/")>
            {icon::mark()}
            <span>{cx.t(text::PRODUCT)}</span>
        </a>
    }
    .into_any()
}

fn footer(cx: &Context, site: &Site) -> AnyView {
    let room = &site.room;
    let more = [
        (text::NAV_ABOUT, "/ueber-uns"),
        (text::NAV_FUNDING, "/foerderung"),
        (text::NAV_TRENDS, "/trends"),
        (text::NAV_SIGNPOSTS, "/wegweiser"),
    ];
    let legal = [
        (text::IMPRINT, "/impressum"),
        (text::PRIVACY, "/datenschutz"),
        (text::ACCESSIBILITY, "/barrierefreiheit"),
        (crate::text::open_data::TITLE, "/offene-daten"),
    ];
    let item = |(label, path): (crate::text::Msg, &'static str)| {
        view! {
            <li>
                <a href=cx.href(path)>{cx.t(label)}</a>
            </li>
        }
    };
    view! {
        <footer class="site-footer">
            <div class="wrap">
                <div class="about">
                    {brand(cx)} <p>{cx.t(text::FOOTER_CLAIM)}</p>
                </div>
                <div class="contact">
                    <h2>{cx.t(text::NAV_ROOM)}</h2>
                    <p>
                        {format!("{}, {} {}", room.street, room.postcode, room.city)} <br />
                        {hours_lines(cx.lang(), site)}
                    </p>
                    <ul role="list">
                        <li>
                            <a href=format!("tel:{}", dialable(&site.phone))>{site.phone.clone()}</a>
                        </li>
                        <li>
                            <a href=format!("mailto:{}", site.email)>{site.email.clone()}</a>
                        </li>
                    </ul>
                </div>
                <nav aria-label=cx.t(text::MORE)>
                    <h2>{cx.t(text::MORE)}</h2>
                    <ul role="list">{more.map(item).collect_view()}</ul>
                </nav>
                <nav aria-label=cx.t(text::LEGAL)>
                    <h2>{cx.t(text::LEGAL)}</h2>
                    <ul role="list">
                        {legal.map(item).collect_view()} <li>
                            <a href="/mitarbeit" hreflang="de">
                                {cx.t(text::STAFF_DOOR)}
                            </a>
                        </li>
                    </ul>
                </nav>
            </div>
        </footer>
    }
    .into_any()
}

/// Opening hours with equal neighbouring days joined: "Dienstag bis Freitag 10 bis 18 Uhr".
fn hours_lines(lang: Lang, site: &Site) -> AnyView {
    let mut lines: Vec<(usize, usize, String)> = Vec::new();
    for (index, day) in Weekday::ALL.iter().enumerate() {
        let open: Vec<String> = site
            .hours
            .iter()
            .filter(|hours| hours.day == *day)
            .map(|hours| format::hours(lang, hours.from, hours.to))
            .collect();
        if open.is_empty() {
            continue;
        }
        let open = open.join(", ");
        match lines.last_mut() {
            Some((_, last, text)) if *last + 1 == index && *text == open => *last = index,
            _ => lines.push((index, index, open)),
        }
    }
    let to = lang.pick("bis", "to");
    lines
        .into_iter()
        .map(|(first, last, open)| {
            let days = if first == last {
                format::weekday(lang, first).to_owned()
            } else {
                format!("{} {to} {}", format::weekday(lang, first), format::weekday(lang, last))
            };
            view! {
                {days}
                " "
                {open}
                <br />
            }
        })
        .collect_view()
        .into_any()
}

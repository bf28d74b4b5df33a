//! The frame of the touchscreen: head, content, the bench edge as control bar at the bottom where
//! everybody reaches it, and the notices that scripts show: idle, offline, cleaning. Without
//! scripts every control is a plain link and the notices stay hidden.

mod cleaning;
mod helps;

pub use helps::keys as help_keys;

use crate::context::{Context, Cx};
use crate::pages::kiosk::{attract, device};
use crate::text::{Msg, common, format, kiosk as text};
use crate::ui::{icon, keyboard};
use domain::calendar::Opening;
use domain::content::Site;
use domain::meeting::MeetingPlace;
use domain::{Lang, Place};
use leptos::prelude::*;

/// Seconds the idle dialog counts down before everything is cleared.
const COUNTDOWN: u32 = 30;

/// The style sheet with the size of this kiosk's screen. Pages are the same on every kiosk; what is
/// here is not.
pub const DEVICE_STYLE: &str = "/kiosk/geraet.css";

/// The scripts of a kiosk page, each a file of its own, so that whatever becomes of one the others
/// work. The room comes first: while the glass is wiped or it is night no other sees a touch; then the
/// hand-over: what it takes on, `kiosk.js` leaves alone. Pages on which the kiosk is set up have
/// their own: nobody visits them, and they may stand for as long as they are needed.
pub fn scripts(cx: &Context) -> Vec<&'static str> {
    match cx.route.name {
        "kiosk_pair" | "kiosk_pair_code" => vec!["kiosk-setup.js", "kiosk-pair.js"],
        "kiosk_measure" | "kiosk_measure_save" => vec!["kiosk-setup.js", "kiosk-measure.js"],
        _ => ["kiosk-room.js", "kiosk-handover.js", "kiosk.js", "kiosk-speech.js"]
            .into_iter()
            .chain(is_written_on(cx).then_some("kiosk-keys.js"))
            .collect(),
    }
}

/// `<body>` of a kiosk page. Pages made for the kiosk lay out one screen; every other page scrolls
/// inside `<main>`, with two large buttons beside it.
pub fn body(cx: &Cx, main_class: &'static str, content: AnyView) -> AnyView {
    if main_class == attract::MAIN {
        return view! {
            <body class="kiosk kiosk-attract">
                <main id="content" class=main_class tabindex="-1">
                    {content}
                </main>
                {offline(cx)} {cleaning::notice(cx)}
            </body>
        }
        .into_any();
    }
    if main_class == device::MAIN {
        return view! {
            <body class="kiosk">
                <header class="kiosk-head">{brand(cx)} {other_languages(cx, &cx.path)}</header>
                <main id="content" class=main_class tabindex="-1">
                    {content}
                </main>
            </body>
        }
        .into_any();
    }
    let made_for_it = main_class.starts_with("kiosk-");
    let class = if made_for_it {
        main_class.to_owned()
    } else {
        format!("kiosk-scroll {main_class}").trim_end().to_owned()
    };
    view! {
        <body class="kiosk">
            {head(cx)} {offline(cx)}
            <main id="content" class=class tabindex=if made_for_it { "-1" } else { "0" }>
                {content}
            </main> {scrollers(cx)} {is_written_on(cx).then(|| keyboard::keyboard(cx))} {bar(cx)}
            {idle(cx)} {cleaning::notice(cx)}
        </body>
    }
    .into_any()
}

/// Whether the page has fields to write in, and so the keyboard on the screen.
pub fn is_written_on(cx: &Context) -> bool {
    matches!(cx.route.name, "kiosk_fill" | "kiosk_fill_send")
}

fn head(cx: &Cx) -> AnyView {
    let today = cx.site().ok().map(|site| today(cx, site));
    view! {
        <header class="kiosk-head">
            {brand(cx)} <p>{today}</p>
        </header>
    }
    .into_any()
}

/// The mark and the name; not a link, the bar has one.
pub fn brand(cx: &Context) -> AnyView {
    view! { <span class="brand">{icon::mark()} <span>{cx.t(common::PRODUCT)}</span></span> }
        .into_any()
}

/// The ways to `path` in the other languages.
pub fn other_languages(cx: &Context, path: &str) -> AnyView {
    Lang::ALL
        .into_iter()
        .filter(|lang| *lang != cx.lang())
        .map(|lang| {
            let href = Place { lang, ..cx.place }.href(path) + &cx.query.to_query();
            view! {
                <a class="kiosk-key" href=href lang=lang.tag() hreflang=lang.tag()>
                    {common::language_name(lang)}
                </a>
            }
        })
        .collect_view()
        .into_any()
}

/// The opening hours of the day. Whether it is open at this minute the page cannot say, it is the
/// same all day.
pub fn today(cx: &Context, site: &Site) -> String {
    let weekday = format::weekday_of(cx.lang(), cx.today);
    let hours: Vec<String> = Opening::of(site, MeetingPlace::Room)
        .spans(cx.today)
        .into_iter()
        .map(|(from, to)| format::hours(cx.lang(), from.berlin().time(), to.berlin().time()))
        .collect();
    let hours = (!hours.is_empty()).then(|| hours.join(", "));
    text::today(cx.lang(), weekday, hours.as_deref())
}

fn bar(cx: &Cx) -> AnyView {
    let entry = |label: Msg, icon: AnyView, path: &str, class: Option<&'static str>| {
        let current = cx.path == path || cx.path.starts_with(&format!("{path}/"));
        let query = if path == "/anfrage" { origin(cx) } else { String::new() };
        view! {
            <li>
                <a
                    href=format!("{}{query}", cx.href(path))
                    class=class
                    aria-current=current.then_some("page")
                >
                    {icon}
                    <span>{cx.t(label)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="kiosk-bar bench-edge" aria-label=cx.t(text::BAR)>
            <ul role="list" class="kiosk-places">
                {entry(common::START, icon::home(), "/start", None)}
                {entry(common::NAV_STORIES, icon::shelf(), "/geschichten", None)}
                {entry(text::WALL, icon::pegboard(), "/anbieter", None)}
                {entry(text::MEETING, icon::meeting(), "/anfrage", Some("signal"))}
                {entry(text::MORE, icon::letters(), "/mehr", None)} <li class="finish">
                    <a href=Place { lang: Lang::De, ..cx.place }.href("/") data-wipe="">
                        {icon::leave()}
                        <span>{cx.t(text::DONE)}</span>
                    </a>
                </li>
            </ul>
            <div class="kiosk-helps">{helps::keys(cx, &cx.path)}</div>
        </nav>
    }
    .into_any()
}

/// What the visitor is looking at, so that the request can begin with it.
fn origin(cx: &Context) -> String {
    match cx.route.name {
        "kiosk_story" | "kiosk_take_story" => format!("?geschichte={}", cx.param(0)),
        "kiosk_provider" => format!("?anbieter={}", cx.param(0)),
        _ => String::new(),
    }
}

/// Large buttons for pages that scroll; the script shows them where there is something to scroll.
/// That is every page of the website, and a page made for one screen once its millimetres, larger
/// letters or “tiefer” leave less room than it was made for.
fn scrollers(cx: &Context) -> AnyView {
    view! {
        <div class="kiosk-scroller-place">
            <div class="kiosk-scrollers" id="scrollers" hidden=true>
                <button type="button" class="button outline" value="-1" aria-label=cx.t(text::SCROLL_UP)>
                    {icon::up()}
                </button>
                <button type="button" class="button" value="1" aria-label=cx.t(text::SCROLL_DOWN)>
                    {icon::down()}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn idle(cx: &Context) -> AnyView {
    view! {
        <dialog
            class="kiosk-dialog"
            id="idle"
            role="alertdialog"
            aria-labelledby="idle-title"
            aria-describedby="idle-text"
        >
            <h2 id="idle-title">{cx.t(text::IDLE_TITLE)}</h2>
            <p id="idle-text">
                {cx.t(text::IDLE_BEFORE)}
                <b class="figure" id="idle-left" data-one=cx.t(text::SECOND) data-many=cx.t(text::SECONDS)>
                    {format!("{COUNTDOWN} {}", cx.t(text::SECONDS))}
                </b>
                {cx.t(text::IDLE_AFTER)}
            </p>
            <div class="kiosk-gauge">
                <progress
                    id="idle-gauge"
                    max=COUNTDOWN
                    value=COUNTDOWN
                    aria-label=cx.t(text::IDLE_GAUGE)
                ></progress>
            </div>
            <div class="kiosk-buttons">
                <button type="button" class="button signal" id="stay">
                    {cx.t(text::STAY)}
                </button>
                <button type="button" class="button outline" data-wipe="">
                    {cx.t(text::DONE)}
                </button>
            </div>
        </dialog>
    }
    .into_any()
}

/// Takes the place of `<main>` while the next page cannot be fetched.
fn offline(cx: &Context) -> AnyView {
    view! {
        <main class="kiosk-state" id="offline" tabindex="-1" hidden=true>
            <img src=cx.asset("illu/state-offline.svg") alt="" width="800" height="500" />
            <div class="stack">
                <h1>{cx.t(text::OFFLINE_TITLE)}</h1>
                <p class="lead">{cx.t(text::OFFLINE_TEXT)}</p>
                <div class="row">
                    <button type="button" class="button" id="offline-back">
                        {cx.t(text::OFFLINE_BACK)}
                    </button>
                </div>
            </div>
        </main>
    }
    .into_any()
}

//! The frame of the desk: the rail with the staff's menu, German only.

use crate::context::{Context, Cx};
use crate::routes::Right;
use crate::text::{
    Msg, assisted_desk, desk as text, device_desk, outbox_desk, outcome_desk, retention_desk,
};
use crate::ui::icon;
use leptos::prelude::*;

/// `<body>` of a desk page. Without a session (sign-in, invitation) there is no menu.
pub fn body(cx: &Cx, main_class: &'static str, content: AnyView) -> AnyView {
    let main_class = if main_class.is_empty() { "desk-main" } else { main_class };
    view! {
        <body class="desk">
            <a class="skip-link" href="#content">
                {cx.t(crate::text::common::SKIP)}
            </a>
            {rail(cx)}
            <main id="content" class=main_class tabindex="-1">
                {content}
            </main>
        </body>
    }
    .into_any()
}

/// A page of the menu: its name, who may open it, its path and its drawing.
type Entry = (Msg, Right, &'static str, fn() -> AnyView);

const MENU: [Entry; 8] = [
    (text::INBOX, Right::Requests, "/anfragen", icon::inbox),
    (text::CALENDAR, Right::Requests, "/kalender", icon::calendar),
    (outcome_desk::TITLE, Right::Requests, "/ergebnisse", icon::bookmark),
    (outbox_desk::TITLE, Right::Requests, "/postausgang", icon::mail),
    (assisted_desk::TITLE, Right::Requests, "/geraete/eingabe", icon::touch),
    (text::TEAM, Right::Team, "/team", icon::people),
    (device_desk::TITLE, Right::Devices, "/geraete", icon::screen),
    (retention_desk::TITLE, Right::Retention, "/aufbewahrung", icon::drawer),
];

/// Whether the page at `path` or one below it is open.
fn current(cx: &Context, path: &str) -> Option<&'static str> {
    let below = cx.path.strip_prefix(path)?;
    match below {
        "" => Some("page"),
        _ => below.starts_with('/').then_some("true"),
    }
}

fn rail(cx: &Context) -> AnyView {
    let menu: Vec<AnyView> = MENU
        .into_iter()
        .filter(|(_, right, ..)| cx.may(*right))
        .map(|(label, _, path, draw)| {
            view! {
                <li>
                    <a href=cx.href(path) aria-current=current(cx, path)>
                        {draw()}
                        <span>{cx.t(label)}</span>
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    let menu = (!menu.is_empty()).then(|| {
        view! {
            <nav aria-label=cx.t(text::MENU)>
                <ul role="list">{menu}</ul>
            </nav>
        }
    });
    let me = cx.staff.as_ref().map(|session| {
        view! {
            <div class="desk-me">
                <a href=cx.href("/konto") aria-current=current(cx, "/konto")>
                    <b>{session.member.name.clone()}</b>
                    <span>{cx.t(text::ACCOUNT)}</span>
                </a>
                <form method="post" action=cx.href("/abmelden")>
                    <button class="link-button">{cx.t(text::SIGN_OUT)}</button>
                </form>
            </div>
        }
    });
    view! {
        <header class="desk-rail">
            <a class="brand" href=cx.href("/")>
                {icon::mark()}
                <span>"Werkbank" <br /> "Dienst"</span>
            </a>
            {menu}
            {me}
        </header>
    }
    .into_any()
}

//! The frame of the desk: the rail with the staff's menu, German only.

use crate::context::{Context, Cx};
use crate::text::{Msg, desk as text, outbox_desk};
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

type Entry = (Msg, &'static str, fn() -> AnyView);

const MENU: [Entry; 3] = [
    (text::INBOX, "/anfragen", icon::inbox),
    (text::CALENDAR, "/kalender", icon::calendar),
    (outbox_desk::TITLE, "/postausgang", icon::mail),
];

fn rail(cx: &Context) -> AnyView {
    let menu = cx.staff.as_ref().map(|_| {
        let entries = MENU
            .map(|(label, path, draw)| {
                let current = cx.path.starts_with(path).then_some("page");
                view! {
                    <li>
                        <a href=cx.href(path) aria-current=current>
                            {draw()}
                            <span>{cx.t(label)}</span>
                        </a>
                    </li>
                }
            })
            .collect_view();
        view! {
            <nav aria-label=cx.t(text::MENU)>
                <ul role="list">{entries}</ul>
            </nav>
        }
    });
    let me = cx.staff.as_ref().map(|session| {
        view! {
            <form class="desk-me" method="post" action=cx.href("/abmelden")>
                <b>{session.member.name.clone()}</b>
                <button class="link-button">{cx.t(text::SIGN_OUT)}</button>
            </form>
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

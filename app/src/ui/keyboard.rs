//! The German keyboard on the screen, for forms at the kiosk: a system's own keyboard is invisible
//! over a full-screen browser. Drawn here so that every key has its name in each language;
//! `public/kiosk-keys.js` makes it write. Without that script it stays hidden.

use crate::context::Context;
use crate::text::{Msg, keyboard as text};
use crate::ui::icon;
use leptos::prelude::*;

/// The letters, row by row as on a German keyboard: what a key writes, and with the shift key.
const ROWS: [&[(char, char)]; 4] = [
    &[
        ('1', '!'),
        ('2', '"'),
        ('3', '§'),
        ('4', '€'),
        ('5', '%'),
        ('6', '&'),
        ('7', '/'),
        ('8', '('),
        ('9', ')'),
        ('0', '='),
        ('ß', '?'),
    ],
    &[
        ('q', 'Q'),
        ('w', 'W'),
        ('e', 'E'),
        ('r', 'R'),
        ('t', 'T'),
        ('z', 'Z'),
        ('u', 'U'),
        ('i', 'I'),
        ('o', 'O'),
        ('p', 'P'),
        ('ü', 'Ü'),
        ('+', '\''),
    ],
    &[
        ('a', 'A'),
        ('s', 'S'),
        ('d', 'D'),
        ('f', 'F'),
        ('g', 'G'),
        ('h', 'H'),
        ('j', 'J'),
        ('k', 'K'),
        ('l', 'L'),
        ('ö', 'Ö'),
        ('ä', 'Ä'),
        ('-', '_'),
    ],
    &[
        ('y', 'Y'),
        ('x', 'X'),
        ('c', 'C'),
        ('v', 'V'),
        ('b', 'B'),
        ('n', 'N'),
        ('m', 'M'),
        (',', ';'),
        ('.', ':'),
    ],
];

/// The keyboard.
pub fn keyboard(cx: &Context) -> AnyView {
    let [digits, upper, middle, lower] = ROWS
        .map(|row| row.iter().map(|&(plain, shifted)| letter(cx, plain, shifted)).collect_view());
    view! {
        <div class="keyboard" id="keyboard" role="region" aria-label=cx.t(text::KEYBOARD) hidden=true>
            <div class="key-row">
                {digits} {act(cx, "backspace", "special", text::BACKSPACE, icon::backspace())}
            </div>
            <div class="key-row">{upper}</div>
            <div class="key-row">{middle}</div>
            <div class="key-row">
                <button
                    type="button"
                    class="key special wide"
                    data-act="shift"
                    aria-pressed="false"
                    aria-label=cx.t(text::SHIFT)
                >
                    {icon::up()}
                </button>
                {lower}
                {letter(cx, '@', '@')}
            </div>
            <div class="key-row">
                {act(cx, "left", "special", text::LEFT, icon::back())}
                {act(cx, "right", "special", text::RIGHT, icon::arrow())}
                {act(cx, "accent", "important", text::ACCENT, "´".into_any())}
                <button type="button" class="key space" data-key=" ">
                    {cx.t(text::SPACE)}
                </button>
                <button
                    type="button"
                    class="key important"
                    data-key=".de"
                    aria-label=cx.t(text::DOT_DE)
                >
                    ".de"
                </button>
                {act(cx, "line", "important", text::NEW_LINE, icon::new_line())}
                <button type="button" class="key steel wide" data-act="next">
                    {cx.t(text::NEXT)}
                </button>
                <button type="button" class="key steel wide" data-act="done">
                    {cx.t(text::DONE)}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn letter(cx: &Context, plain: char, shifted: char) -> AnyView {
    let name = |sign: char| text::name(cx.lang(), sign);
    view! {
        <button
            type="button"
            class=if plain == '@' { "key important" } else { "key" }
            data-key=plain.to_string()
            data-shifted=shifted.to_string()
            aria-label=name(plain)
            data-name=name(plain)
            data-shifted-name=name(shifted)
        >
            {plain.to_string()}
        </button>
    }
    .into_any()
}

fn act(cx: &Context, act: &'static str, class: &'static str, label: Msg, face: AnyView) -> AnyView {
    view! {
        <button type="button" class=format!("key {class}") data-act=act aria-label=cx.t(label)>
            {face}
        </button>
    }
    .into_any()
}

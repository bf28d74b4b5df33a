//! A dozen icons, drawn for this product; decoration only, the words stand beside them.

use leptos::prelude::*;

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $path:literal;)+) => { $(
        $(#[$doc])*
        pub fn $name() -> AnyView { stroke($path) }
    )+ };
}

icons! {
    /// Onward.
    arrow = "M3 12h17M13 5l7 7-7 7";
    /// Back.
    back = "M21 12H4M11 5l-7 7 7 7";
    /// Yes, done.
    check = "M4 13l5 5L20 6";
    /// No, remove.
    cross = "M5 5l14 14M19 5L5 19";
    /// Print.
    printer = "M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z";
    /// Narrow a list down.
    funnel = "M3 5h18l-7 8v6l-4 2v-8z";
    /// Look for something.
    magnifier = "M10 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15 15l6 6";
    /// Good to know.
    info = "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 12v5M12 7.3v.1";
    /// Mind this.
    warning = "M12 3L2 20h20zM12 10.5v3.500M12 16.9v.1";
    /// Due.
    clock = "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 7v5l4 3";
    /// Place.
    pin = "M12 21l-6-9a7 7 0 1 1 12 0zM12 7v4";
    /// Trade.
    pencil = "M4 20l1-5L16 4l4 4L9 19z";
    /// Person.
    person = "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM4 21c0-9 16-9 16 0";
    /// Several people.
    people = "M8 5a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7zM1.500 20c0-7.500 13-7.500 13 0M16 5.500a3 3 0 1 1 0 6M17.500 14.500c3 .5 5 2.500 5 5.500";
    /// A new order every day.
    shuffle = "M4 7h4l8 10h4M4 17h4l2.500-3M13.500 10L16 7h4M17 4l3 3-3 3M17 14l3 3-3 3";
    /// Telephone.
    phone = "M5 3h4l2 5-3 2a12 12 0 0 0 6 6l2-3 5 2v4c0 1-1 2-2 2C10 21 3 14 3 5c0-1 1-2 2-2z";
    /// Requests that came in.
    inbox = "M3 13l3-9h12l3 9v7H3zM3 13h5l2 3h4l2-3h5";
    /// Mail.
    mail = "M3 5h18v14H3zM3 6l9 7 9-7";
    /// The room's week.
    calendar = "M3 6h18v15H3zM3 11h18M8 3v5M16 3v5";
    /// Home.
    home = "M3 11l9-8 9 8M6 9v11h12V9M10 20v-6h4v6";
    /// Stories on their shelf.
    shelf = "M4 4h7v16H4zM13 4h7v16h-7zM7 8h1M16 8h1";
    /// The wall of providers.
    pegboard = "M3 4h18v16H3zM8 4v3M16 4v3M6 9h5v7H6zM13 9h5v7h-5z";
    /// Two people at a table.
    meeting = "M3 20v-5h6v5M15 20v-5h6v5M6 7a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM18 7a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM10 18h4";
    /// Larger letters and other helps.
    letters = "M3 19L9 5l6 14M5 14h8M16 19l3-8 3 8M17 16h4";
    /// Black on white.
    contrast = "M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18";
    /// Put the content lower.
    lower = "M12 3v14M6 12l6 6 6-6M4 21h16";
    /// Read aloud.
    speaker = "M4 9v6h4l5 5V4L8 9zM16.500 9a4 4 0 0 1 0 6M19 6a8.500 8.500 0 0 1 0 12";
    /// Sign language: two hands.
    hands = "M3 12V6M6 11V4M9 11V5M3 12c0 6 8 6 8 0l1-3M21 12v6M18 13v7M15 13v6M21 12c0-6-8-6-8 0l-1 3";
    /// A key: delete the letter before.
    backspace = "M8 5h13v14H8l-6-7zM12 9l5 6M17 9l-5 6";
    /// A key: a new line.
    new_line = "M20 5v8H5M9 8l-5 5 5 5";
    /// Leave.
    leave = "M10 4H4v16h6M14 8l5 4-5 4M19 12H9";
    /// Money.
    euro = "M18 6.5A7 7 0 1 0 18 17.5M3 10h10M3 14h10";
    /// What is going on.
    trend = "M3 20V4M3 20h18M7 15l4-4 3 3 6-7M15 7h5v5";
    /// Touch here.
    touch = "M9 21l-5-7 2-1 3 2V5h3v6l7 2v5l-2 3z";
    /// Hold still.
    pause = "M8 5v14M16 5v14";
    /// Go on.
    play = "M7 4l12 8-12 8z";
    /// Up.
    up = "M12 20V5M5 12l7-7 7 7";
    /// Down.
    down = "M12 4v15M5 12l7 7 7-7";
    /// Without a step.
    step_free = "M3 19h18M3 19L15 9h6";
    /// Not shown to anybody.
    lock = "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4";
    /// Shown.
    unlock = "M5 11h14v10H5zM8 11V7a4 4 0 0 1 7.5-2";
    /// Records in their drawer.
    drawer = "M4 4h16v16H4zM4 12h16M10 8h4M10 16h4";
    /// A screen on its foot.
    screen = "M3 4h18v12H3zM12 16v5M7 21h10";
    /// Keep for later.
    bookmark = "M6 3h12v18l-6-5-6 5z";
}

fn stroke(path: &'static str) -> AnyView {
    view! {
        <svg
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="2.4"
            stroke-linecap="square"
            stroke-linejoin="miter"
            aria-hidden="true"
        >
            <path d=path></path>
        </svg>
    }
    .into_any()
}

/// The product's mark: a workbench with an amber workpiece.
pub fn mark() -> AnyView {
    view! {
        <svg viewBox="0 0 62 54" aria-hidden="true">
            <path
                d="M0 20h62v11H0zM6 31h10v23H6zM46 31h10v23H46zM16 40h30v6H16z"
                fill="currentColor"
            ></path>
            <path
                d="M20 0h13l6 6v11H20z"
                fill="#F5B400"
                stroke="currentColor"
                stroke-width="2.6"
            ></path>
        </svg>
    }
    .into_any()
}

//! Pictures of entries: the only place that writes their markup. Size is in it so that nothing
//! jumps, and which copy is loaded is the browser's choice, by the width of the place.

use domain::content::{Coding, Copies, Picture, PictureSource};
use leptos::prelude::*;

/// Where a picture stands: how wide it is there, so that the browser loads no more than it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// On the bench of the home page.
    Hero,
    /// At the head of a story.
    Story,
    /// A story in a grid or list.
    Card,
    /// A small picture beside a line of text.
    Thumb,
    /// A portrait on its hook.
    Hook,
    /// A portrait that a page is about.
    Portrait,
    /// A portrait beside a few lines.
    Mini,
    /// A whole part of the touchscreen.
    Screen,
    /// A card on the touchscreen.
    Tile,
}

impl Spot {
    /// The attribute `sizes`, as the style sheets of the places make them.
    const fn sizes(self) -> &'static str {
        match self {
            Spot::Hero => "(min-width: 60rem) 46rem, 100vw",
            Spot::Story => "(min-width: 64rem) 51rem, 100vw",
            Spot::Card => "(min-width: 73rem) 34rem, (min-width: 48rem) 46vw, 92vw",
            Spot::Thumb => "9rem",
            Spot::Hook => "(min-width: 64rem) 14rem, 46vw",
            Spot::Portrait => "(min-width: 48rem) 22rem, 92vw",
            Spot::Mini => "6rem",
            Spot::Screen => "(orientation: landscape) 45vw, 90vw",
            Spot::Tile => "(orientation: landscape) 24vw, 48vw",
        }
    }

    /// The copy for browsers that cannot choose.
    const fn plain(self) -> u32 {
        match self {
            Spot::Hero | Spot::Story | Spot::Screen => 1280,
            _ => 640,
        }
    }
}

/// A picture with a description; an empty one marks it as decoration. `eager` is for the picture
/// a visitor sees first.
pub fn picture(picture: &Picture, spot: Spot, alt: &str, eager: bool) -> AnyView {
    match &picture.source {
        PictureSource::Drawing(_) => img(picture, spot, alt, eager),
        PictureSource::Photo(copies) => view! {
            <picture>
                {webp(copies, spot)} {img(picture, spot, alt, eager)}
            </picture>
        }
        .into_any(),
    }
}

fn webp(copies: &Copies, spot: Spot) -> AnyView {
    let srcset = copies.srcset(Coding::WebP);
    view! { <source r#type="image/webp" srcset=srcset sizes=spot.sizes() /> }.into_any()
}

fn img(picture: &Picture, spot: Spot, alt: &str, eager: bool) -> AnyView {
    let copies = match &picture.source {
        PictureSource::Drawing(_) => None,
        PictureSource::Photo(copies) => Some(copies.srcset(Coding::Jpeg)),
    };
    let rounded = |per_cent: u8| (u32::from(per_cent) + 2) / 5 * 5;
    let mut class = format!("focus-{}", rounded(picture.focus));
    if let Some(y) = picture.focus_y {
        class.push_str(&format!(" focus-y-{}", rounded(y)));
    }
    if copies.is_some() {
        class.push_str(" photo");
    }
    view! {
        <img
            class=class
            src=picture.source.one(spot.plain())
            sizes=copies.is_some().then_some(spot.sizes())
            srcset=copies
            alt=alt.to_owned()
            width=picture.width
            height=picture.height
            loading=(!eager).then_some("lazy")
            fetchpriority=eager.then_some("high")
        />
    }
    .into_any()
}

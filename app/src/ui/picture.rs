//! Pictures of entries, with their size in the markup so that nothing jumps.

use domain::content::Picture;
use leptos::prelude::*;

/// A picture with a description; an empty one marks it as decoration. `eager` is for the picture
/// a visitor sees first.
pub fn picture(picture: &Picture, alt: &str, eager: bool) -> AnyView {
    let rounded = (u32::from(picture.focus) + 2) / 5 * 5;
    view! {
        <img
            class=format!("focus-{rounded}")
            src=picture.src.clone()
            alt=alt.to_owned()
            width=picture.width
            height=picture.height
            loading=(!eager).then_some("lazy")
            fetchpriority=eager.then_some("high")
        />
    }
    .into_any()
}

//! How a page looks where somebody shares its address: Open Graph, which messengers and social
//! networks read.

use crate::context::{Cx, Shared};
use crate::text::common as text;
use domain::Lang;
use domain::content::PictureSource;
use leptos::html;
use leptos::prelude::*;

/// How wide a preview is at best.
const WIDTH: u32 = 1200;

/// The product's own picture, its width and height.
const OWN: (&str, u32, u32) = ("icons/og.png", 1200, 630);

/// The meta elements of a page that may be found.
pub fn preview(
    cx: &Cx,
    title: &str,
    description: Option<&str>,
    shared: Option<&Shared>,
) -> AnyView {
    let description = description.unwrap_or_default().to_owned();
    // Each story is an article; everything else belongs to the website.
    let kind = if cx.path.starts_with("/geschichten/") { "article" } else { "website" };
    let locale = if cx.lang() == Lang::En { "en_GB" } else { "de_DE" };
    let url = cx.public(&cx.place.href(&cx.path));
    let (image, alt, width, height) = image(cx, shared);
    let image = cx.public(&image);
    let property = |name: &'static str, value: String| {
        (!value.is_empty()).then(|| html::meta().attr("property", name).content(value))
    };
    view! {
        {property("og:title", title.to_owned())}
        {property("og:description", description)}
        {property("og:type", kind.to_owned())}
        {property("og:url", url)}
        {property("og:locale", locale.to_owned())}
        {property("og:site_name", cx.t(text::PRODUCT).to_owned())}
        {property("og:image", image)}
        {property("og:image:width", width.to_string())}
        {property("og:image:height", height.to_string())}
        {property("og:image:alt", alt)}
        <meta name="twitter:card" content="summary_large_image" />
    }
    .into_any()
}

/// Address, description, width and height: a copy of the page's photo, else the product's own
/// picture, because nobody who shows previews draws an SVG.
fn image(cx: &Cx, shared: Option<&Shared>) -> (String, String, u32, u32) {
    if let Some(Shared { picture, alt }) = shared
        && let PictureSource::Photo(_) = &picture.source
    {
        let (address, width, height) = picture.one(WIDTH);
        return (address, alt.clone(), width, height);
    }
    let (name, width, height) = OWN;
    (cx.asset(name), cx.t(text::OWN_PICTURE).to_owned(), width, height)
}

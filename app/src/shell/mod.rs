//! The document around every page.

mod desk;
mod head;
mod web;

use crate::context::{Cx, Page};
use domain::Surface;
use leptos::prelude::*;

/// `<html>` with head, the surface's frame and the page's own content in `<main>`.
pub fn document(cx: &Cx, page: Page) -> AnyView {
    let Page { title, description, main_class, view, .. } = page;
    let head = head::head(cx, &title, description.as_deref());
    let body = match cx.place.surface {
        Surface::Desk => desk::body(cx, main_class, view()),
        Surface::Web | Surface::Kiosk => web::body(cx, main_class, view()),
    };
    view! {
        <!DOCTYPE html>
        <html lang=cx.lang().tag() data-surface=cx.place.surface.tag()>
            {head}
            {body}
        </html>
    }
    .into_any()
}

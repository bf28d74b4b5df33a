//! The document around every page.

mod desk;
mod head;
pub mod kiosk;
mod preview;
mod web;

use crate::context::{Cx, Page};
use axum::http::StatusCode;
use domain::Surface;
use leptos::prelude::*;

/// `<html>` with head, the surface's frame and the page's own content in `<main>`.
pub fn document(cx: &Cx, page: Page) -> AnyView {
    let Page { status, title, description, linked, shared, main_class, view, next: _, cookie: _ } =
        page;
    let preview = (status == StatusCode::OK && head::is_indexed(cx))
        .then(|| preview::preview(cx, &title, description.as_deref(), shared.as_deref()));
    let head = head::head(cx, &title, description.as_deref(), linked.as_ref(), preview);
    let surface = cx.place.surface;
    let body = match surface {
        Surface::Kiosk => kiosk::body(cx, main_class, view()),
        Surface::Desk => desk::body(cx, main_class, view()),
        Surface::Web => web::body(cx, main_class, view()),
    };
    // The kiosk is read in a lit room: always light, whatever its system says.
    let scheme = (surface == Surface::Kiosk).then_some("light");
    view! {
        <!DOCTYPE html>
        <html lang=cx.lang().tag() data-surface=surface.tag() data-scheme=scheme>
            {head}
            {body}
        </html>
    }
    .into_any()
}

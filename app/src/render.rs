//! From a page to HTML: the shell around it, rendered by Leptos without its own scripts.

use crate::context::{Cx, Page};
use crate::shell;
use axum::body::Body;
use axum::http::Request;
use futures::StreamExt as _;
use leptos::prelude::*;
use std::pin::Pin;

/// The whole document as one string, valid HTML and the same every time.
pub async fn html(cx: Cx, page: Page) -> String {
    let response = leptos_axum::handle_response_inner(
        || (),
        move || {
            // The document is complete when it leaves: islands hydrate from their own props, and
            // nothing of the server's reactive state is needed in the browser.
            if let Some(shared) = Owner::current_shared_context() {
                shared.set_is_hydrating(false);
            }
            shell::document(&cx, page)
        },
        Request::new(Body::empty()),
        |app, _chunks, _out_of_order| {
            Box::pin(async move {
                let html = app.to_html_stream_in_order().collect::<String>().await;
                let once = futures::stream::once(async move { html });
                Box::pin(once) as Pin<Box<dyn futures::Stream<Item = String> + Send>>
            })
        },
    )
    .await;
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap_or_default();
    finish(&String::from_utf8_lossy(&bytes))
}

/// A part of a page as a string, for an island that puts it into the page it is on.
pub fn part(view: AnyView) -> String {
    let owner = Owner::new();
    owner.with(|| view.to_html()).replace("<!>", "<!---->")
}

/// Makes Leptos' output valid: its empty markers `<!>` become comments, and nothing follows the
/// document's end.
fn finish(html: &str) -> String {
    let end = html.rfind("</html>").map_or(html.len(), |at| at + "</html>".len());
    let mut out = html[..end].replace("<!>", "<!---->");
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::finish;

    #[test]
    fn markers_become_comments_and_nothing_follows_the_document() {
        assert_eq!(
            finish("<html><p>a<!>b</p></html><script>x</script>"),
            "<html><p>a<!---->b</p></html>\n"
        );
    }
}

//! Answers that are no page: in our design, in the language of the address, with the headers of
//! every answer, and without a word about the inside.

use super::headers::Keep;
use super::request;
use crate::router::Server;
use app::pages::failure::{self, Failure};
use axum::response::{IntoResponse as _, Response};
use backend::Entropy;
use domain::Place;
use http::{HeaderValue, StatusCode, header};
use std::fmt;
use std::sync::Arc;

/// The page for `failure` at `path`.
pub async fn page(server: &Server, path: &str, failure: Failure) -> Response {
    let retry = matches!(failure, Failure::Busy | Failure::TooMany);
    let cx = Arc::new(request::context_of_nowhere(server, path));
    let page = failure::page(&cx, failure);
    let status = page.status;
    let mut answer = if path.starts_with("/api/") {
        problem(status)
    } else {
        (status, axum::response::Html(app::render::html(cx, page).await)).into_response()
    };
    answer.headers_mut().insert(header::CACHE_CONTROL, Keep::Private.header());
    if retry {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    answer
}

/// The same for a program (RFC 9457).
fn problem(status: StatusCode) -> Response {
    let title = status.canonical_reason().unwrap_or_default();
    let body = format!("{{\"title\":\"{title}\",\"status\":{}}}", status.as_u16());
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    (status, [kind], body).into_response()
}

/// Logs what happened, once, and gives the number under which the page names it.
pub fn fault(server: &Server, route: &str, what: &dyn fmt::Display) -> Failure {
    let number = reference(&*server.app.backend.entropy);
    tracing::error!(reference = number, route, "{what}");
    Failure::Fault(number)
}

/// A number one can say on the phone: `F-7K3Q2M`.
fn reference(entropy: &dyn Entropy) -> String {
    // Crockford's letters: none that is mistaken for another.
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut bytes = [0; 6];
    entropy.fill(&mut bytes);
    let letters = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
    std::iter::once("F-".to_owned()).chain(letters.map(String::from)).collect()
}

/// Whether the desk's sign-in page should be shown instead, for somebody who is not signed in.
pub fn sign_in_address(path: &str) -> String {
    let desk = Place { surface: domain::Surface::Desk, lang: domain::Lang::De };
    format!("{}?weiter={}", desk.href("/anmelden"), app::context::encode(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_can_be_said_on_the_phone() {
        let number = reference(&backend::SeededEntropy::new(1));
        assert_eq!(number.len(), 8);
        assert!(number.starts_with("F-") && !number[2..].contains(['I', 'L', 'O', 'U']));
    }

    #[test]
    fn signing_in_leads_back() {
        assert_eq!(
            sign_in_address("/mitarbeit/anfragen"),
            "/mitarbeit/anmelden?weiter=%2Fmitarbeit%2Fanfragen"
        );
    }
}

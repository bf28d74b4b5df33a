//! Headers every answer carries, whoever made it: page, file or error.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// The one content security policy: nothing inline, nothing from elsewhere.
pub const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
     media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/// The policy of drawings: an SVG is a document, and opened on its own it may do nothing.
pub const SVG_CSP: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// What no page of ours uses.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(self), camera=(), display-capture=(), \
     fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
     payment=(), publickey-credentials-get=(), screen-wake-lock=(self), usb=()";

/// How an answer may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Nowhere: it is about a person.
    Private,
    /// In this browser alone, for its Back button: a step of a form with what was typed in it.
    /// Without it, going back one step ends at a page that asks to send the form again.
    Step,
    /// Anywhere, but ask whether it is still current.
    Ask,
    /// For good: its address changes with its content.
    Forever,
}

impl Keep {
    /// The value of `Cache-Control`.
    pub fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Keep::Private => "no-store",
            Keep::Step => "private, no-cache",
            Keep::Ask => "no-cache",
            Keep::Forever => "public, max-age=31536000, immutable",
        })
    }
}

/// An answer to somebody who holds a link: its address must not leave in a `Referer`.
#[derive(Clone, Copy, Debug)]
pub struct NoReferrer;

/// Adds the headers; what a handler has set itself (a drawing's stricter policy) stays.
pub async fn secure(State(https): State<bool>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    let no_referrer = answer.extensions_mut().remove::<NoReferrer>().is_some();
    add(answer.headers_mut(), https, no_referrer);
    answer
}

fn add(headers: &mut HeaderMap, https: bool, no_referrer: bool) {
    let mut default = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    default(header::CONTENT_SECURITY_POLICY, CSP);
    default(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default(header::X_FRAME_OPTIONS, "DENY");
    default(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    default(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    default(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    let referrer = if no_referrer { "no-referrer" } else { "same-origin" };
    default(header::REFERRER_POLICY, referrer);
    // An answer nobody thought about is treated as private.
    default(header::CACHE_CONTROL, "no-store");
    if https {
        default(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_gets_the_policy_and_own_ones_stay() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SVG_CSP));
        add(&mut headers, false, true);
        assert_eq!(headers[header::CONTENT_SECURITY_POLICY], SVG_CSP);
        assert_eq!(headers[header::REFERRER_POLICY], "no-referrer");
        assert_eq!(headers[header::CACHE_CONTROL], "no-store");
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));

        let mut headers = HeaderMap::new();
        add(&mut headers, true, false);
        assert_eq!(headers[header::CONTENT_SECURITY_POLICY], CSP);
        assert!(!CSP.contains("unsafe-inline") && !CSP.contains("  "), "{CSP}");
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
}

//! From an HTTP request to what a page knows about it.

use super::fields;
use super::network::Origin;
use crate::accept::Peer;
use crate::router::Server;
use app::context::{Context, Fields, Listed};
use app::pages::failure::{Failure, NOWHERE};
use app::routes::Route;
use app::state::Cookie;
use axum::body::Body;
use backend::sessions::Session;
use bytes::Bytes;
use domain::Place;
use http::{HeaderMap, header, request};
use http_body_util::{BodyExt as _, Limited};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

/// The largest form: three free texts of 2,000 characters, escaped threefold, fit twice.
pub const FORM_LIMIT: usize = 64 * 1024;

/// The most that a program may post at once.
const JSON_LIMIT: usize = 64 * 1024;

/// How long a form may take to arrive.
const FORM_PATIENCE: Duration = Duration::from_secs(20);

/// The longest query of a page that is kept by its query; the longest real one has a dozen filters.
const QUERY_LIMIT: usize = 4 * 1024;

/// The longest query of any other page. Whoever looks for a whole letter they have pasted gets
/// hits for its beginning.
const LOOSE_QUERY_LIMIT: usize = 48 * 1024;

/// What a request asks for.
pub struct Asked {
    /// The row of the route table.
    pub route: &'static Route,
    /// Surface and language.
    pub place: Place,
    /// Values in the path, in order.
    pub params: Vec<String>,
}

/// What the page is told about a request without its form.
pub fn context(
    server: &Server,
    asked: Asked,
    head: &request::Parts,
    staff: Option<Session>,
) -> Result<Context, Failure> {
    let query = head.uri.query().unwrap_or_default();
    let limit = if asked.route.cached { QUERY_LIMIT } else { LOOSE_QUERY_LIMIT };
    if query.len() > limit {
        return Err(Failure::Unreadable);
    }
    let query = fields::parse(query.as_bytes()).ok_or(Failure::Unreadable)?;
    let query = fields::canonical(&query, asked.route.query);
    let (_, path) = Place::split(head.uri.path());
    let now = server.app.backend.now();
    let snapshot = server.app.content.snapshot();
    Ok(Context {
        app: Arc::clone(&server.app),
        route: asked.route,
        place: asked.place,
        path: path.to_owned(),
        params: asked.params,
        query,
        form: Fields::default(),
        content: Arc::clone(&snapshot.content),
        search: Arc::clone(&snapshot.search),
        now,
        today: now.day(),
        network: origin(server, head).to_string(),
        device: device(&head.headers),
        session_secret: session_secret(server, &head.headers),
        kiosk_secret: cookie(server.app.kiosk_cookie, &head.headers),
        body: Vec::new(),
        listed: Listed::default(),
        staff,
    })
}

/// What the page that says why there is no page is told.
pub fn context_of_nowhere(server: &Server, path: &str) -> Context {
    let (place, path) = Place::split(path);
    let now = server.app.backend.now();
    let snapshot = server.app.content.snapshot();
    Context {
        app: Arc::clone(&server.app),
        route: &NOWHERE,
        place,
        path: path.to_owned(),
        params: Vec::new(),
        query: Fields::default(),
        form: Fields::default(),
        content: Arc::clone(&snapshot.content),
        search: Arc::clone(&snapshot.search),
        now,
        today: now.day(),
        network: String::new(),
        device: String::new(),
        session_secret: None,
        kiosk_secret: None,
        body: Vec::new(),
        listed: Listed::default(),
        staff: None,
    }
}

/// Where a request comes from.
pub fn origin(server: &Server, head: &request::Parts) -> Origin {
    let peer = head.extensions.get::<Peer>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0.ip());
    Origin::of(peer, &head.headers, &server.proxies)
}

/// The secret in the session cookie.
pub fn session_secret(server: &Server, headers: &HeaderMap) -> Option<String> {
    cookie(server.app.session_cookie, headers)
}

fn cookie(cookie: Cookie, headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(|value| cookie.read(value))
        .map(str::to_owned)
}

/// Reads a posted form.
pub async fn form(headers: &HeaderMap, body: Body) -> Result<Fields, Failure> {
    let bytes = read(headers, body, "application/x-www-form-urlencoded", FORM_LIMIT).await?;
    fields::parse(&bytes).ok_or(Failure::Unreadable)
}

/// Reads the JSON that a program posted.
pub async fn json(headers: &HeaderMap, body: Body) -> Result<Vec<u8>, Failure> {
    Ok(read(headers, body, "application/json", JSON_LIMIT).await?.into())
}

async fn read(
    headers: &HeaderMap,
    body: Body,
    expected: &str,
    limit: usize,
) -> Result<Bytes, Failure> {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    // Refused before a byte of it is read.
    if length.and_then(|n| n.parse::<usize>().ok()).is_some_and(|n| n > limit) {
        return Err(Failure::TooLarge);
    }
    let mime = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let mime = mime.and_then(|mime| mime.split(';').next()).unwrap_or_default().trim();
    let empty = length == Some("0") && mime.is_empty();
    if headers.contains_key(header::CONTENT_ENCODING)
        || !(empty || mime.eq_ignore_ascii_case(expected))
    {
        return Err(Failure::Unreadable);
    }
    let read = tokio::time::timeout(FORM_PATIENCE, Limited::new(body, limit).collect());
    match read.await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<http_body_util::LengthLimitError>() => Err(Failure::TooLarge),
        Ok(Err(_)) | Err(_) => Err(Failure::Unreadable),
    }
}

/// What a person recognises their browser by: "Firefox, Linux". Names only, never a version, so
/// that it is no fingerprint.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let agent = agent.unwrap_or_default();
    // Most browsers claim to be others as well: the first match counts.
    let first = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map_or("", |(_, name)| name)
    };
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrom", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        ("", "") => "unbekanntes Gerät".to_owned(),
        ("", one) | (one, "") => one.to_owned(),
        (browser, system) => format!("{browser}, {system}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
        pairs.iter().map(|(n, v)| (n.parse().unwrap(), v.parse().unwrap())).collect()
    }

    const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded; charset=utf-8");

    #[tokio::test]
    async fn a_form_is_read_up_to_its_limit() {
        let form_of = |size: usize| Body::from(format!("a={}", "x".repeat(size - 2)));
        let read = form(&headers(&[FORM]), form_of(FORM_LIMIT)).await.unwrap();
        assert_eq!(read.get("a").len(), FORM_LIMIT - 2);
        // Without a length in its head, as a stream.
        let read = form(&headers(&[FORM]), form_of(FORM_LIMIT + 1)).await;
        assert_eq!(read, Err(Failure::TooLarge));
        let announced = headers(&[FORM, ("content-length", "65537")]);
        assert_eq!(form(&announced, Body::empty()).await, Err(Failure::TooLarge));
    }

    #[tokio::test]
    async fn what_is_no_form_is_not_read() {
        for bad in [
            vec![("content-type", "multipart/form-data; boundary=x")],
            vec![("content-type", "application/json")],
            vec![FORM, ("content-encoding", "gzip")],
            vec![],
        ] {
            assert_eq!(form(&headers(&bad), Body::from("a=1")).await, Err(Failure::Unreadable));
        }
        assert_eq!(form(&headers(&[FORM]), Body::from("a=%FF")).await, Err(Failure::Unreadable));
        assert!(form(&headers(&[("content-length", "0")]), Body::empty()).await.is_ok());
    }

    #[test]
    fn a_device_is_named_without_version() {
        let of = |agent| device(&headers(&[("user-agent", agent)]));
        assert_eq!(
            of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            "Firefox, Linux"
        );
        assert_eq!(
            of(
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
            ),
            "Chrome, Android"
        );
        assert_eq!(of("curl/8"), "unbekanntes Gerät");
    }
}

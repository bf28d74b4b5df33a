//! One row of the route table, answered.

use super::failure;
use super::file::Stored;
use super::headers::{Keep, NoReferrer};
use super::page_cache::{Kept, Key};
use super::prefetch;
use super::ready::Repeatable;
use super::request::{self, Asked};
use super::views::Tally;
use crate::router::Server;
use app::context::{Answer, Context, Cx, PageError};
use app::pages::failure::Failure;
use app::routes::{Bundle, Method, On, Right};
use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use backend::BackendError;
use backend::sessions::{self, Session};
use domain::Surface;
use http::{HeaderValue, Request, StatusCode, header, request::Parts};
use std::sync::Arc;

const HTML: &str = "text/html; charset=utf-8";

/// Answers a request to a row of the route table.
pub async fn answer(server: Arc<Server>, asked: Asked, request: Request<Body>) -> Response {
    let route = asked.route;
    let (head, body) = request.into_parts();
    let mut response = match handle(&server, asked, &head, body).await {
        Ok(response) => response,
        Err(Refusal::Failure(failure)) => failure::page(&server, head.uri.path(), failure).await,
        Err(Refusal::SignIn) => see_other(&failure::sign_in_address(head.uri.path())),
    };
    if matches!(route.right, Right::Link | Right::Code) {
        response.extensions_mut().insert(NoReferrer);
    }
    response
}

/// Why a row does not answer.
enum Refusal {
    Failure(Failure),
    SignIn,
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Refusal {
        Refusal::Failure(failure)
    }
}

async fn handle(
    server: &Arc<Server>,
    asked: Asked,
    head: &Parts,
    body: Body,
) -> Result<Response, Refusal> {
    let route = asked.route;
    // A cached page knows nobody, so nobody is looked up for it.
    let staff = if route.cached { None } else { session(server, route.name, head).await? };
    match (route.right, &staff) {
        (Right::Public | Right::Link | Right::Code, _) => {}
        (_, None) if route.method == Method::Get => return Err(Refusal::SignIn),
        (_, None) => return Err(Failure::Forbidden.into()),
        (right, Some(session)) if !is_held(server, right, session) => {
            return Err(Failure::Forbidden.into());
        }
        (_, Some(_)) => {}
    }
    // Staff has signed in with two factors and works fast; everybody else is counted.
    if (route.method == Method::Post || route.right == Right::Code)
        && staff.is_none()
        && server.forms.is_exceeded(request::origin(server, head))
    {
        return Err(Failure::TooMany.into());
    }
    let mut cx = request::context(server, asked, head, staff)?;
    if route.cached {
        return cached(server, cx, head).await.map_err(Refusal::Failure);
    }
    if route.method == Method::Post && route.on == On::Data {
        cx.body = request::json(&head.headers, body).await?;
    } else if route.method == Method::Post {
        cx.form = request::form(&head.headers, body).await?;
    }
    let cx = Arc::new(cx);
    match (route.handler)(Arc::clone(&cx)).await {
        Ok(answer) => {
            let response = respond(server, Arc::clone(&cx), head, answer).await;
            if is_counted(&cx) && response.status() == StatusCode::OK {
                server.views.seen(&Arc::new(Tally::of(&cx)), &head.method, &head.headers);
            }
            Ok(response)
        }
        Err(error) => explain(server, &cx, error).map_err(Refusal::Failure),
    }
}

/// Whether looking at a page that is not kept is counted as looking at one that is: public pages,
/// but none whose address names somebody's request, and no part of a page.
fn is_counted(cx: &Context) -> bool {
    cx.route.right == Right::Public
        && cx.route.bundle != Bundle::Part
        && cx.place.surface != Surface::Desk
        && cx.params.is_empty()
}

/// Who is signed in.
async fn session(server: &Server, route: &str, head: &Parts) -> Result<Option<Session>, Failure> {
    match request::session_secret(server, &head.headers) {
        None => Ok(None),
        Some(secret) => sessions::session(&server.app.backend, &secret)
            .await
            .map_err(|error| backend_failure(server, route, &error)),
    }
}

/// Whether somebody has a right at any site; the handler knows which one the page is about.
fn is_held(server: &Server, right: Right, session: &Session) -> bool {
    let content = server.app.content.content();
    content.sites.keys().any(|site| right.is_held_by(&session.member, site.as_str()))
}

/// A page that may be kept.
async fn cached(server: &Server, cx: Context, head: &Parts) -> Result<Response, Failure> {
    let key = Key {
        path: head.uri.path().to_owned(),
        query: cx.query.to_query(),
        content: cx.content.version.clone(),
        day: cx.today,
    };
    if let Some(kept) = server.pages.get(&key) {
        return Ok(send(server, &cx, head, kept));
    }
    let cx = Arc::new(cx);
    let mut link = None;
    let page = match (cx.route.handler)(Arc::clone(&cx)).await {
        Ok(Answer::Page(page)) if page.status == StatusCode::OK => {
            link = prefetch::link(cx.place.surface, &page.next);
            Stored::compressed(HTML, app::render::html(Arc::clone(&cx), page).await)
        }
        Ok(Answer::File { mime, body, .. }) => Stored::compressed(mime, body),
        Ok(other) => return Ok(respond(server, cx, head, other).await),
        Err(error) => return explain(server, &cx, error),
    };
    let kept = Kept { page, tally: Arc::new(Tally::of(&cx)), link };
    server.pages.put(key, kept.clone());
    Ok(send(server, &cx, head, kept))
}

/// Counts a page that is kept, sends it, and says what sending it again takes.
fn send(server: &Server, cx: &Context, head: &Parts, kept: Kept) -> Response {
    server.views.seen(&kept.tally, &head.method, &head.headers);
    let mut answer = kept.page.answer(&head.headers, Keep::Ask);
    prefetch::add(&mut answer, &head.headers, kept.link.as_ref());
    answer.extensions_mut().insert(Repeatable {
        body: kept.page.body(&head.headers),
        tally: kept.tally,
        content: cx.content.version.clone(),
        day: cx.today,
        route: cx.place.href(cx.route.path),
    });
    answer
}

/// A handler's answer as HTTP. Pages that are not cached are sent uncompressed: a page with
/// somebody's data and somebody's input in it could be read off its compressed length.
async fn respond(server: &Server, cx: Cx, head: &Parts, answer: Answer) -> Response {
    match answer {
        Answer::Page(page) => {
            let keep = keep(&cx);
            let (status, cookie) = (page.status, page.cookie.clone());
            let html = app::render::html(Arc::clone(&cx), page).await;
            let mut response = (status, axum::response::Html(html)).into_response();
            response.headers_mut().insert(header::CACHE_CONTROL, keep.header());
            with_cookie(server, &cx, response, cookie).await
        }
        Answer::SeeOther { to, cookie } => with_cookie(server, &cx, see_other(&to), cookie).await,
        Answer::Json { value, cookie } => {
            let mut response = Response::new(Body::from(value.to_string()));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
            headers.insert(header::CACHE_CONTROL, Keep::Private.header());
            with_cookie(server, &cx, response, cookie).await
        }
        // A calendar asks again every hour, and mostly nothing has changed.
        Answer::File { mime, body, name: None } if cx.route.right == Right::Link => {
            Stored::plain(mime, body).answer(&head.headers, Keep::Private)
        }
        Answer::File { mime, body, name } => {
            let mut response = Response::new(Body::from(body));
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
            headers.insert(header::CACHE_CONTROL, Keep::Private.header());
            if let Some(name) = name {
                headers.insert(header::CONTENT_DISPOSITION, attachment(&name));
            }
            response
        }
    }
}

/// Gives the browser a cookie along with an answer.
async fn with_cookie(
    server: &Server,
    cx: &Context,
    mut response: Response,
    cookie: Option<String>,
) -> Response {
    let Some(cookie) = cookie else { return response };
    match HeaderValue::from_str(&cookie) {
        Ok(mut cookie) => {
            cookie.set_sensitive(true);
            response.headers_mut().insert(header::SET_COOKIE, cookie);
            response
        }
        Err(error) => {
            let failure = failure::fault(server, cx.route.name, &error);
            failure::page(server, &cx.path, failure).await
        }
    }
}

/// Has a browser save a file. Names are ours; whatever else would be in one is left out.
fn attachment(name: &str) -> HeaderValue {
    let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    let name: String = name.chars().filter(plain).collect();
    HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .unwrap_or(HeaderValue::from_static("attachment"))
}

/// How a page that is not cached by the server may be kept by browsers.
fn keep(cx: &Context) -> Keep {
    match (cx.route.right, cx.route.method, cx.place.surface) {
        (Right::Public, Method::Get, Surface::Web) => Keep::Ask,
        (Right::Public, Method::Post, Surface::Web) => Keep::Step,
        // What is not the same on every touchscreen is of one device or one visitor: nobody's input
        // stays there, and nothing of the desk after signing out.
        _ => Keep::Private,
    }
}

/// A handler's error: a redirect, or why there is no page.
fn explain(server: &Server, cx: &Context, error: PageError) -> Result<Response, Failure> {
    match error {
        PageError::Moved(to) => {
            let mut response = see_other(&to);
            *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
            response.headers_mut().insert(header::CACHE_CONTROL, Keep::Ask.header());
            Ok(response)
        }
        PageError::Backend(error) => Err(backend_failure(server, cx.route.name, &error)),
        other => Err(Failure::of(&other).unwrap_or(Failure::Missing)),
    }
}

fn backend_failure(server: &Server, route: &str, error: &BackendError) -> Failure {
    match error {
        BackendError::Busy | BackendError::Unavailable(_) => {
            tracing::warn!(route, "{error}");
            Failure::Busy
        }
        other => failure::fault(server, route, other),
    }
}

fn see_other(to: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, Keep::Private.header());
    headers.insert(header::LOCATION, location(to));
    response
}

/// An address as a header: what is not plain ASCII is escaped, so that a name with an umlaut in
/// a query leads somewhere and a line break leads nowhere.
fn location(to: &str) -> HeaderValue {
    let escaped: String = to
        .chars()
        .map(|c| {
            if c.is_ascii_graphic() { c.to_string() } else { app::context::encode(&c.to_string()) }
        })
        .collect();
    HeaderValue::from_str(&escaped).unwrap_or(HeaderValue::from_static("/"))
}

#[cfg(test)]
mod tests {
    use super::{attachment, location};

    #[test]
    fn a_name_cannot_end_its_header() {
        assert_eq!(attachment("a-1.json"), "attachment; filename=\"a-1.json\"");
        assert_eq!(attachment("a\"\r\nb: c/../d"), "attachment; filename=\"abc..d\"");
    }

    #[test]
    fn an_address_cannot_end_its_header() {
        assert_eq!(location("/anfrage?name=Jörg"), "/anfrage?name=J%C3%B6rg");
        assert_eq!(location("/x\r\nSet-Cookie: a=b"), "/x%0D%0ASet-Cookie:%20a=b");
    }
}

//! All layers and routes on one screen. Pages come from the route table; nothing else is added
//! here but files, the list of what a touchscreen keeps, and `/healthz`.

use crate::config::Network;
use crate::http::answer;
use crate::http::assets::AssetFiles;
use crate::http::bundle::{self, Bundles};
use crate::http::csrf;
use crate::http::failure::{self, fault};
use crate::http::headers;
use crate::http::health::health;
use crate::http::media::{MediaCache, media};
use crate::http::network::FormLimit;
use crate::http::page_cache::PageCache;
use crate::http::ready::{self, Ready};
use crate::http::request::Asked;
use crate::http::views::Views;
use app::pages::failure::Failure;
use app::routes::{Method, ROUTES, Route};
use app::state::AppState;
use axum::Router;
use axum::extract::{MatchedPath, RawPathParams, Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{MethodFilter, get, on};
use backend::pictures::Pictures;
use domain::Place;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task;
use std::time::Duration;

/// The longest a request may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// What answering a request needs.
pub struct Server {
    /// What pages reach.
    pub app: Arc<AppState>,
    /// Style sheets, scripts, fonts.
    pub assets: AssetFiles,
    /// Rendered pages.
    pub pages: PageCache,
    /// Pages as they were sent.
    pub ready: Ready,
    /// What is looked at.
    pub views: Views,
    /// What touchscreens keep.
    pub bundles: Bundles,
    /// Pictures of the content in memory.
    pub media: MediaCache,
    /// Copies of its photos.
    pub pictures: Pictures,
    /// How many forms an origin may send.
    pub forms: FormLimit,
    /// Proxies that are believed.
    pub proxies: Vec<Network>,
}

type Shared = State<Arc<Server>>;

/// Every route and layer.
fn router(server: Arc<Server>) -> Router {
    let https = server.app.public_url.starts_with("https://");
    let mut router = Router::new()
        .route("/healthz", get(|State(server): Shared| health(server)))
        .route(bundle::ADDRESS, get(kiosk_bundle))
        .route("/assets/{*file}", get(file))
        .route("/pkg/{*file}", get(file))
        .route("/media/{*file}", get(picture));
    for address in server.assets.fixed() {
        router = router.route(address, get(file));
    }
    for route in ROUTES {
        for place in route.on.places() {
            router = router.route(&place.href(route.path), page(route, place));
        }
    }
    router
        .fallback(missing)
        .method_not_allowed_fallback(method)
        // The first to see a request is the last of these.
        .layer(middleware::from_fn_with_state(Arc::clone(&server), refuse_foreign_forms))
        .layer(middleware::from_fn_with_state(Arc::clone(&server), guard))
        .layer(middleware::from_fn_with_state(https, headers::secure))
        .layer(middleware::from_fn(log))
        .with_state(server)
}

/// Everything the server answers, and in front of it what it has answered before.
#[derive(Clone)]
pub struct Front {
    server: Arc<Server>,
    router: Router,
}

impl Front {
    /// The whole of it.
    pub fn new(server: Arc<Server>) -> Front {
        Front { router: router(Arc::clone(&server)), server }
    }
}

impl tower::Service<Request> for Front {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut task::Context<'_>) -> task::Poll<Result<(), Infallible>> {
        task::Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let address = ready::address(&request);
        if let Some(answer) = address.as_ref().and_then(|it| ready::again(&self.server, it)) {
            return Box::pin(std::future::ready(Ok(answer)));
        }
        let (server, answering) = (Arc::clone(&self.server), self.router.call(request));
        Box::pin(async move {
            let mut answer = answering.await?;
            if let Some(address) = address {
                ready::keep(&server, address, &mut answer);
            }
            Ok(answer)
        })
    }
}

/// A row of the route table at one place.
fn page(route: &'static Route, place: Place) -> axum::routing::MethodRouter<Arc<Server>> {
    let filter = match route.method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
    };
    on(filter, async move |State(server): Shared, params: RawPathParams, request: Request| {
        let params = params.iter().map(|(_, value)| value.to_owned()).collect();
        answer::answer(server, Asked { route, place, params }, request).await
    })
}

/// A style sheet, script or font.
async fn file(State(server): Shared, request: Request) -> Response {
    match server.assets.answer(request.uri().path(), request.headers()) {
        Some(answer) => answer,
        None => failure::page(&server, request.uri().path(), Failure::Missing).await,
    }
}

/// The list of what a touchscreen keeps.
async fn kiosk_bundle(State(server): Shared, request: Request) -> Response {
    bundle::answer(&server, request.headers())
}

/// A picture or film of the content.
async fn picture(State(server): Shared, request: Request) -> Response {
    let (path, query) = (request.uri().path(), request.uri().query());
    match media(&server, request.method(), path, query, request.headers()).await {
        Ok(answer) => answer,
        Err(failure) => failure::page(&server, path, failure).await,
    }
}

/// No such path. A slash too many at the end is forgiven.
async fn missing(State(server): Shared, request: Request) -> Response {
    let path = request.uri().path();
    let trimmed = path.trim_end_matches('/');
    // What begins with two slashes would be the address of another website.
    if trimmed != path && trimmed.starts_with('/') && !trimmed.starts_with("//") {
        return Redirect::permanent(trimmed).into_response();
    }
    failure::page(&server, path, Failure::Missing).await
}

/// No such method here.
async fn method(State(server): Shared, request: Request) -> Response {
    failure::page(&server, request.uri().path(), Failure::Method).await
}

/// Forms of other websites go no further.
async fn refuse_foreign_forms(State(server): Shared, request: Request, next: Next) -> Response {
    if csrf::is_foreign(request.method(), request.headers(), &server.app.public_url) {
        return failure::page(&server, request.uri().path(), Failure::Foreign).await;
    }
    next.run(request).await
}

/// Runs the request in a task of its own. A browser that goes away then no longer ends a command
/// half-way, a panic ends this request alone, and one that takes too long is given up.
async fn guard(State(server): Shared, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let route = template(&request);
    match tokio::time::timeout(PATIENCE, tokio::spawn(next.run(request))).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(panic)) => {
            let failure = fault(&server, &route, &panic);
            failure::page(&server, &path, failure).await
        }
        Err(_) => {
            tracing::warn!(route, "a request took too long");
            failure::page(&server, &path, Failure::Busy).await
        }
    }
}

/// One line a request: method, the route's own path (never the real one: it may hold a token),
/// status and time.
#[expect(clippy::disallowed_methods, reason = "measures how long an answer took")]
async fn log(request: Request, next: Next) -> Response {
    let (method, route) = (request.method().clone(), template(&request));
    let began = std::time::Instant::now();
    let answer = next.run(request).await;
    let (status, ms) = (answer.status().as_u16(), began.elapsed().as_millis());
    tracing::info!(%method, route, status, ms, "answered");
    answer
}

fn template(request: &Request) -> String {
    let matched = request.extensions().get::<MatchedPath>();
    matched.map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned())
}

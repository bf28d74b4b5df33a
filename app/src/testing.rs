//! For the tests of pages: the example content, and a page as a browser gets it.
#![expect(clippy::unwrap_used, reason = "a fixture that fails fails its test")]

use crate::context::{Answer, Context, Fields, Listed, Page, PageError};
use crate::render;
use crate::routes::{Method, ROUTES, Route};
use crate::state::{AppState, Assets, Cookie};
use backend::content::Store;
use backend::search::Index;
use backend::{Backend, Db};
use domain::Instant;
use domain::Place;
use domain::content::Content;
use jiff::civil::{Date, date};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// The day of these tests: inside the validity of every example.
pub const TODAY: Date = date(2026, 11, 22);

/// Noon of [`TODAY`] in Berlin.
const NOW: Instant = Instant(1_795_345_200_000);

static STORE: LazyLock<Store> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    Store::open(&root, NOW).unwrap_or_else(|problems| panic!("{problems:#?}"))
});

/// The example content of the repository.
pub fn examples() -> Arc<Content> {
    STORE.content()
}

/// The row of the route table that answers `path` at `place` with GET, and its parameters. Fixed
/// segments win over parameters.
fn route_of(place: Place, path: &str) -> Option<(&'static Route, Vec<String>)> {
    let segments: Vec<&str> = path.split('/').collect();
    let fits = |route: &&Route| {
        let pattern: Vec<&str> = route.path.split('/').collect();
        route.method == Method::Get
            && route.on.places().contains(&place)
            && pattern.len() == segments.len()
            && pattern.iter().zip(&segments).all(|(p, s)| p == s || p.starts_with('{'))
    };
    let route = ROUTES.iter().filter(fits).min_by_key(|route| route.path.matches('{').count())?;
    let values = route.path.split('/').zip(&segments).filter(|(p, _)| p.starts_with('{'));
    Some((route, values.map(|(_, s)| (*s).to_owned()).collect()))
}

/// The server's parts. No page of these tests looks into the database.
async fn app() -> Arc<AppState> {
    let public_url = "https://werkbank.example";
    let db = Db::open("sqlite::memory:").await.unwrap();
    Arc::new(AppState {
        assets: Assets::default(),
        public_url: public_url.to_owned(),
        content: STORE.clone(),
        backend: Backend::new(db, public_url),
        session_cookie: Cookie::of_session(public_url),
        kiosk_cookie: Cookie::of_kiosk(public_url),
    })
}

/// The index of `content`.
fn search(content: &Arc<Content>) -> Arc<Index> {
    let examples = STORE.snapshot();
    if Arc::ptr_eq(content, &examples.content) {
        return examples.search.clone();
    }
    Arc::new(Index::new(content.clone(), Some(&examples.search)))
}

/// A GET request for a full address, with `content`.
pub async fn get(address: &str, content: &Arc<Content>) -> Arc<Context> {
    // A second initialisation in the same process is refused, which is as good.
    let _ = any_spawner::Executor::init_tokio();
    let (full, query) = address.split_once('?').unwrap_or((address, ""));
    let (place, path) = Place::split(full);
    let (route, params) = route_of(place, path).unwrap_or_else(|| panic!("no route for {address}"));
    let mut fields: Vec<(String, String)> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(name, _)| route.query.contains(name))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    fields.sort_by_key(|(name, _)| route.query.iter().position(|known| known == name));
    Arc::new(Context {
        app: app().await,
        route,
        place,
        path: path.to_owned(),
        params,
        query: Fields(fields),
        form: Fields::default(),
        content: content.clone(),
        search: search(content),
        now: NOW,
        today: TODAY,
        staff: None,
        network: String::new(),
        device: String::new(),
        session_secret: None,
        kiosk_secret: None,
        body: Vec::new(),
        listed: Listed::default(),
    })
}

/// The same request on another day.
pub fn on(cx: Arc<Context>, day: Date) -> Arc<Context> {
    let Ok(cx) = Arc::try_unwrap(cx) else { panic!("somebody else holds the request") };
    Arc::new(Context { today: day, ..cx })
}

/// The answer's page, or its error.
pub async fn page(cx: &Arc<Context>) -> Result<Page, PageError> {
    match (cx.route.handler)(cx.clone()).await? {
        Answer::Page(page) => Ok(page),
        _ => panic!("{} answers with something else than a page", cx.route.name),
    }
}

/// The HTML of an address with the example content.
pub async fn html(address: &str) -> String {
    html_with(address, &examples()).await
}

/// The HTML of an address with `content`.
pub async fn html_with(address: &str, content: &Arc<Content>) -> String {
    let cx = get(address, content).await;
    match page(&cx).await {
        Ok(page) => render::html(cx, page).await,
        Err(error) => panic!("{address}: {error:?}"),
    }
}

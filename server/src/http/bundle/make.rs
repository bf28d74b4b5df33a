//! Follows the links of the kiosk from its first screens, renders every page once, and notes what
//! it hashes to. Nothing of what is rendered is kept: a touchscreen asks for what it lacks as any
//! browser does.

use super::{Made, read, row};
use crate::http::file::Stored;
use crate::http::media::media;
use crate::http::request::{self, Asked};
use crate::http::views::Tally;
use crate::router::Server;
use app::context::Answer;
use axum::response::Response;
use data_encoding::HEXLOWER;
use domain::{Lang, Place, Surface};
use http::{HeaderMap, Method, Request, StatusCode};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::Arc;

/// Pages of one bundle at most. Every story and provider is a dozen pages in three languages: with
/// 2,000 stories there would be 70,000, which no mini PC fetches each night and no visitor reads
/// during an outage. What is fewer touches away from the first screen goes in first; which of the
/// last ones do not is decided by the day's neutral order, so that nobody is always left out.
pub const MOST_PAGES: usize = 6_000;

/// Bytes of one bundle at most, pages and files; browsers allow a website far more.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// Where one begins to touch. The page for what cannot be fetched has to be there when it is needed.
const FIRST: [&str; 3] = ["/", "/start", "/ohne-netz"];

/// A page in the list.
#[derive(Clone, serde::Serialize)]
struct Page {
    address: String,
    sha256: String,
    /// What one look at it counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    counts: Vec<Counted>,
}

/// Exactly what the touchscreen sends back, with day and number.
#[derive(Clone, serde::Serialize)]
struct Counted {
    kind: String,
    key: String,
    lang: &'static str,
}

#[derive(serde::Serialize)]
struct File {
    address: String,
    sha256: String,
}

/// The list as it is sent.
#[derive(serde::Serialize)]
struct List {
    /// Changes with anything in it.
    version: String,
    day: String,
    /// The version of this program.
    programme: &'static str,
    pages: Vec<Page>,
    files: Vec<File>,
}

/// Makes the bundle of one state of the content on one day; none if the content changes meanwhile.
pub async fn make(server: &Arc<Server>, content: &str, day: Date) -> Option<Made> {
    let mut walk = Walk::default();
    for lang in Lang::ALL {
        let place = Place { surface: Surface::Kiosk, lang };
        for path in FIRST {
            walk.meet(place.href(path));
        }
    }
    while let Some(address) = walk.waiting.pop_front() {
        if walk.is_full() {
            tracing::info!(pages = walk.pages.len(), "the kiosk's bundle is full");
            break;
        }
        walk.page(server, content, address).await.ok()?;
        // Requests go first: nobody waits for more than one page of ours.
        tokio::task::yield_now().await;
    }
    let files = walk.files(server).await;
    let pages = walk.pages;
    let programme = env!("CARGO_PKG_VERSION");
    let mut list = List { version: String::new(), day: day.to_string(), programme, pages, files };
    list.version = sha256(&serde_json::to_vec(&list).ok()?);
    list.version.truncate(16);
    let list = serde_json::to_vec(&list).ok()?;
    let list = Stored::compressed("application/json", list);
    Some(Made { content: content.to_owned(), day, list })
}

/// The content is no longer the one this bundle shows.
struct Changed;

/// How far one has walked.
#[derive(Default)]
struct Walk {
    waiting: VecDeque<String>,
    met: HashSet<String>,
    pages: Vec<Page>,
    /// Pages by path and canonical query: several addresses may lead to one.
    known: HashMap<(String, String), Option<Page>>,
    files: BTreeSet<String>,
    bytes: usize,
}

impl Walk {
    fn is_full(&self) -> bool {
        self.pages.len() >= MOST_PAGES || self.bytes >= MOST_BYTES
    }

    fn meet(&mut self, address: String) {
        // What stands behind a hash is a place on the same page.
        let address = address.split('#').next().unwrap_or_default().to_owned();
        if !address.is_empty() && !self.met.contains(&address) {
            self.met.insert(address.clone());
            self.waiting.push_back(address);
        }
    }

    /// Looks at one address. What is no page of the kiosk, or leads elsewhere, is passed over.
    async fn page(
        &mut self,
        server: &Arc<Server>,
        content: &str,
        address: String,
    ) -> Result<(), Changed> {
        let path = address.split('?').next().unwrap_or_default();
        let Some((route, place, params)) = row::find(path) else { return Ok(()) };
        let Ok(request) = Request::builder().uri(&address).body(()) else { return Ok(()) };
        let (head, ()) = request.into_parts();
        let asked = Asked { route, place, params };
        let Ok(cx) = request::context(server, asked, &head, None) else { return Ok(()) };
        if cx.content.version != content {
            return Err(Changed);
        }
        let key = (path.to_owned(), cx.query.to_query());
        if let Some(known) = self.known.get(&key) {
            let again = known.clone().map(|page| Page { address, ..page });
            self.pages.extend(again);
            return Ok(());
        }
        let cx = Arc::new(cx);
        let rendered = match (route.handler)(Arc::clone(&cx)).await {
            Ok(Answer::Page(page)) if page.status == StatusCode::OK => {
                Some(app::render::html(Arc::clone(&cx), page).await)
            }
            _ => None,
        };
        let page = rendered.map(|html| {
            self.bytes += html.len();
            let named = read::page(&html);
            named.pages.into_iter().for_each(|next| self.meet(next));
            self.files.extend(named.files);
            let tally = Tally::of(&cx);
            let counts = tally.kinds().map(|(kind, key)| Counted {
                kind: kind.to_owned(),
                key: key.to_owned(),
                lang: place.lang.code(),
            });
            Page { address, sha256: sha256(html.as_bytes()), counts: counts.collect() }
        });
        self.known.insert(key, page.clone());
        self.pages.extend(page);
        Ok(())
    }

    /// Every file the pages need, and what style sheets and scripts among them need.
    async fn files(&mut self, server: &Arc<Server>) -> Vec<File> {
        let mut waiting: Vec<String> = self.files.iter().cloned().collect();
        let mut found = BTreeMap::new();
        while let Some(address) = waiting.pop() {
            let Some(body) = file(server, &address).await else { continue };
            self.bytes += body.len();
            if self.bytes > MOST_BYTES {
                break;
            }
            let end = address.rsplit('.').next().unwrap_or_default();
            if matches!(end, "css" | "js") {
                let named = read::code(&String::from_utf8_lossy(&body));
                waiting.extend(named.into_iter().filter(|next| self.files.insert(next.clone())));
            }
            found.insert(address, sha256(&body));
            tokio::task::yield_now().await;
        }
        found.into_iter().map(|(address, sha256)| File { address, sha256 }).collect()
    }
}

/// A file as everybody gets it.
async fn file(server: &Arc<Server>, address: &str) -> Option<bytes::Bytes> {
    let (path, query) = match address.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (address, None),
    };
    let plain = HeaderMap::new();
    let answer: Response = if path.starts_with("/media/") {
        media(server, &Method::GET, path, query, &plain).await.ok()?
    } else {
        server.assets.answer(path, &plain)?
    };
    axum::body::to_bytes(answer.into_body(), MOST_BYTES).await.ok()
}

fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

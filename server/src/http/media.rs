//! Drawings, copies of photos and films of the content: only what the snapshot lists, so no path of
//! a request ever reaches the disk, and no photo as somebody's camera wrote it.

use super::file::Stored;
use super::headers::{Keep, SVG_CSP};
use super::stream;
use crate::router::Server;
use app::pages::failure::Failure;
use axum::response::Response;
use backend::content::{Media, Photo};
use backend::pictures::PictureError;
use domain::content::Coding;
use http::{HeaderMap, HeaderValue, Method, header};
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

/// Files kept in memory; a drawing is some 20 kB, a copy of a photo 10 to 300 kB.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(255);

/// Larger files are read each time.
const LARGEST_KEPT: usize = 512 * 1024;

/// Files by hash or key, ready to send.
pub struct MediaCache(Mutex<LruCache<String, Stored>>);

impl MediaCache {
    /// An empty cache.
    pub fn new() -> MediaCache {
        MediaCache(Mutex::new(LruCache::new(KEPT)))
    }

    fn get(&self, key: &str) -> Option<Stored> {
        self.lock().get(key).cloned()
    }

    fn put(&self, key: String, stored: &Stored) {
        if stored.size() <= LARGEST_KEPT {
            self.lock().put(key, stored.clone());
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, LruCache<String, Stored>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The file at `path`. With the right version in `query` the answer may be kept for good.
pub async fn media(
    server: &Arc<Server>,
    method: &Method,
    path: &str,
    query: Option<&str>,
    headers: &HeaderMap,
) -> Result<Response, Failure> {
    let snapshot = server.app.content.snapshot();
    let keep = |version: &str| {
        let versioned = query.and_then(|query| query.strip_prefix("v=")) == Some(version);
        if versioned { Keep::Forever } else { Keep::Ask }
    };
    if let Some(media) = snapshot.media.get(path) {
        let keep = keep(media.hash.get(..8).unwrap_or_default());
        return if media.is_streamed() {
            stream::answer(media, method, headers, keep).await.map_err(|error| gone(&error))
        } else {
            whole(server, media, headers, keep).await
        };
    }
    let (base, name) = path.rsplit_once('/').ok_or(Failure::Missing)?;
    let photo = snapshot.photos.get(base).ok_or(Failure::Missing)?;
    let coding = coding(photo, name).ok_or(Failure::Missing)?;
    copy(server, photo, name, coding, headers, keep(photo.version())).await
}

/// A drawing, or captions: small texts.
async fn whole(
    server: &Server,
    media: &Media,
    headers: &HeaderMap,
    keep: Keep,
) -> Result<Response, Failure> {
    let stored = if let Some(stored) = server.media.get(&media.hash) {
        stored
    } else {
        let file = media.clone();
        let read = tokio::task::spawn_blocking(move || {
            file.read().map(|bytes| Stored::compressed(file.mime, bytes))
        });
        // The file changed a moment ago; the next look at the folder finds it.
        let stored = read.await.map_err(|_| Failure::Missing)?.map_err(|error| gone(&error))?;
        server.media.put(media.hash.clone(), &stored);
        stored
    };
    let mut answer = stored.answer(headers, keep);
    if media.mime == "image/svg+xml" {
        let policy = HeaderValue::from_static(SVG_CSP);
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(answer)
}

/// A copy of a photo, made now if nobody asked before and the background has not come to it.
async fn copy(
    server: &Server,
    photo: &Arc<Photo>,
    name: &str,
    coding: Coding,
    headers: &HeaderMap,
    keep: Keep,
) -> Result<Response, Failure> {
    let key = format!("{}/{name}", photo.key);
    if let Some(stored) = server.media.get(&key) {
        return Ok(stored.answer(headers, keep));
    }
    let bytes = server.pictures.copy(photo, name).await.map_err(|error| match error {
        PictureError::Storage => Failure::Busy,
        PictureError::Broken | PictureError::Changed => Failure::Missing,
    })?;
    let stored = Stored::plain(coding.mime(), bytes);
    server.media.put(key, &stored);
    Ok(stored.answer(headers, keep))
}

/// How the copy with this name is written, if it is one that pages offer.
fn coding(photo: &Photo, name: &str) -> Option<Coding> {
    let is_offered = |coding: &Coding| {
        coding.widths(photo.width).into_iter().any(|width| coding.name(width) == name)
    };
    Coding::ALL.into_iter().find(is_offered)
}

fn gone(error: &std::io::Error) -> Failure {
    tracing::warn!(%error, "a file of the content cannot be read");
    Failure::Missing
}

//! Pictures of stories and people, from the content folder: only files the snapshot lists, so no
//! path of a request ever reaches the disk.

use super::file::Stored;
use super::headers::{Keep, SVG_CSP};
use crate::router::Server;
use axum::response::Response;
use http::{HeaderMap, HeaderValue, header};
use lru::LruCache;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

/// Files kept in memory; a drawing is some 20 kB, a photograph 200 kB.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(255);

/// Larger files are read each time.
const LARGEST_KEPT: u64 = 512 * 1024;

/// Pictures by hash, ready to send.
pub struct MediaCache(Mutex<LruCache<String, Stored>>);

impl MediaCache {
    /// An empty cache.
    pub fn new() -> MediaCache {
        MediaCache(Mutex::new(LruCache::new(KEPT)))
    }
}

/// The picture at `path`; `None` if the content does not list it. `query` is the request's query:
/// with the right version the answer may be kept for good.
pub async fn media(
    server: Arc<Server>,
    path: &str,
    query: Option<&str>,
    headers: &HeaderMap,
) -> Option<Response> {
    let snapshot = server.app.content.snapshot();
    let media = snapshot.media.get(path)?.clone();
    let versioned = query == Some(&format!("v={}", media.hash.get(..8)?));
    let keep = if versioned { Keep::Forever } else { Keep::Ask };
    let cache = || server.media.0.lock().unwrap_or_else(PoisonError::into_inner);

    let cached = cache().get(&media.hash).cloned();
    let stored = if let Some(stored) = cached {
        stored
    } else {
        let file = media.clone();
        let read = tokio::task::spawn_blocking(move || {
            let bytes = file.read()?;
            Ok::<_, std::io::Error>(match file.mime {
                "image/svg+xml" => Stored::compressed(file.mime, bytes),
                _ => Stored::plain(file.mime, bytes),
            })
        });
        match read.await {
            Ok(Ok(stored)) => {
                if media.len <= LARGEST_KEPT {
                    cache().put(media.hash.clone(), stored.clone());
                }
                stored
            }
            // The file changed a moment ago; the next look at the folder finds it.
            Ok(Err(error)) => {
                tracing::warn!(%error, "a picture cannot be read");
                return None;
            }
            Err(_) => return None,
        }
    };
    let mut answer = stored.answer(headers, keep);
    if media.mime == "image/svg+xml" {
        let policy = HeaderValue::from_static(SVG_CSP);
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Some(answer)
}

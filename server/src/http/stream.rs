//! A large file, sent from disk piece by piece, whole or in part.

use super::headers::Keep;
use super::negotiate;
use super::range::{Wanted, wanted};
use axum::body::Body;
use axum::response::Response;
use backend::content::Media;
use bytes::Bytes;
use futures::stream::try_unfold;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use std::io::{self, SeekFrom};
use tokio::fs::File;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};

/// How much of a file is in memory for one reader.
const PIECE: u64 = 64 * 1024;

/// The answer to a request for `media`; an error if the file is not there or has changed.
pub async fn answer(
    media: &Media,
    method: &Method,
    request: &HeaderMap,
    keep: Keep,
) -> io::Result<Response> {
    let opened = media.clone();
    let file = tokio::task::spawn_blocking(move || opened.open()).await??;
    let bare = media.hash.get(..16).unwrap_or(&media.hash);
    let tag = format!("\"{bare}\"");
    let wanted = wanted(method, request, &tag, media.len);
    let known = negotiate::already_has(request, bare);
    let (status, first, length) = match wanted {
        _ if known => (StatusCode::NOT_MODIFIED, 0, 0),
        Wanted::All => (StatusCode::OK, 0, media.len),
        Wanted::Part(first, last) => (StatusCode::PARTIAL_CONTENT, first, last - first + 1),
        Wanted::Nothing => (StatusCode::RANGE_NOT_SATISFIABLE, 0, 0),
    };
    let mut answer = Response::new(if length == 0 || method == Method::HEAD {
        Body::empty()
    } else {
        body(File::from_std(file), first, length).await?
    });
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, keep.header());
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let mut text = |name, value: String| {
        // Digits and hexadecimal only.
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    };
    text(header::ETAG, tag);
    match status {
        StatusCode::NOT_MODIFIED => return Ok(answer),
        StatusCode::RANGE_NOT_SATISFIABLE => {
            text(header::CONTENT_RANGE, format!("bytes */{}", media.len));
        }
        StatusCode::PARTIAL_CONTENT => {
            let last = first + length - 1;
            text(header::CONTENT_RANGE, format!("bytes {first}-{last}/{}", media.len));
        }
        _ => {}
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media.mime));
    headers.insert(header::CONTENT_LENGTH, length.into());
    Ok(answer)
}

async fn body(mut file: File, first: u64, length: u64) -> io::Result<Body> {
    file.seek(SeekFrom::Start(first)).await?;
    Ok(Body::from_stream(try_unfold((file, length), async |(mut file, left)| {
        if left == 0 {
            return Ok::<_, io::Error>(None);
        }
        let size = usize::try_from(left.min(PIECE)).unwrap_or(usize::MAX);
        let mut piece = vec![0; size];
        let read = file.read(&mut piece).await?;
        if read == 0 {
            // Cut off meanwhile: the connection ends, and the player knows that it has not all.
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        piece.truncate(read);
        Ok(Some((Bytes::from(piece), (file, left - read as u64))))
    })))
}

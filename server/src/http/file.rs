//! A body that is served again and again: kept in every coding, with its tag.

use super::headers::Keep;
use super::negotiate::{self, Coding};
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest as _, Sha256};
use std::io::Write as _;

/// A body in up to three codings. Clones share their bytes.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Content type.
    pub mime: &'static str,
    /// First 16 hex digits of the SHA-256 of the plain body.
    pub tag: String,
    plain: Bytes,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
}

impl Stored {
    /// A body as it is, for what does not shrink.
    pub fn plain(mime: &'static str, plain: impl Into<Bytes>) -> Stored {
        let plain = plain.into();
        let tag = tag(&plain);
        Stored { mime, tag, plain, gzip: None, brotli: None }
    }

    /// A body that was compressed before.
    #[must_use]
    pub fn with(mut self, gzip: Option<Bytes>, brotli: Option<Bytes>) -> Stored {
        self.gzip = gzip;
        self.brotli = brotli;
        self
    }

    /// A text, compressed now. Costs a few milliseconds for a page.
    pub fn compressed(mime: &'static str, plain: impl Into<Bytes>) -> Stored {
        let stored = Stored::plain(mime, plain);
        let (gzip, brotli) = (gzip(&stored.plain), brotli(&stored.plain));
        stored.with(gzip, brotli)
    }

    /// How much memory it takes.
    pub fn size(&self) -> usize {
        let len = |bytes: &Option<Bytes>| bytes.as_ref().map_or(0, Bytes::len);
        self.plain.len() + len(&self.gzip) + len(&self.brotli) + 200
    }

    /// The body in the best coding a request with these headers takes.
    pub fn body(&self, request: &HeaderMap) -> Bytes {
        self.coded(request).1.clone()
    }

    fn coded(&self, request: &HeaderMap) -> (Coding, &Bytes) {
        match (Coding::accepted(request), &self.brotli, &self.gzip) {
            (Coding::Brotli, Some(body), _) => (Coding::Brotli, body),
            (Coding::Brotli | Coding::Gzip, _, Some(body)) => (Coding::Gzip, body),
            _ => (Coding::Plain, &self.plain),
        }
    }

    /// The answer to a request with these headers: 304 if the browser has it already.
    pub fn answer(&self, request: &HeaderMap, keep: Keep) -> Response {
        let (coding, body) = self.coded(request);
        let known = negotiate::already_has(request, &self.tag);
        let mut answer = Response::new(if known { Body::empty() } else { body.clone().into() });
        let headers = answer.headers_mut();
        headers.insert(header::CACHE_CONTROL, keep.header());
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        if let Ok(tag) = HeaderValue::from_str(&negotiate::etag(&self.tag, coding)) {
            headers.insert(header::ETAG, tag);
        }
        if known {
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            return answer;
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.mime));
        headers.insert(header::CONTENT_LENGTH, body.len().into());
        if let Some(name) = coding.name() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        answer
    }
}

/// The content type of a file, by the end of its name.
pub fn mime(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "webp" => "image/webp",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "vtt" => "text/vtt; charset=utf-8",
        "mp4" => "video/mp4",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn tag(body: &[u8]) -> String {
    let mut tag = data_encoding::HEXLOWER.encode(&Sha256::digest(body));
    tag.truncate(16);
    tag
}

fn gzip(body: &[u8]) -> Option<Bytes> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    writer.write_all(body).ok()?;
    writer.finish().ok().map(Bytes::from)
}

fn brotli(body: &[u8]) -> Option<Bytes> {
    let mut out = Vec::new();
    // Quality 5: a page in about a millisecond, within a tenth of the smallest.
    let mut writer = brotli::CompressorWriter::new(&mut out, 16 * 1024, 5, 20);
    writer.write_all(body).ok()?;
    drop(writer);
    Some(Bytes::from(out))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn ask(stored: &Stored, name: header::HeaderName, value: &str) -> Response {
        stored.answer(&HeaderMap::from_iter([(name, value.parse().unwrap())]), Keep::Ask)
    }

    async fn body(answer: Response) -> Vec<u8> {
        axum::body::to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()
    }

    #[tokio::test]
    async fn every_coding_unpacks_to_the_same_text() {
        let text = "Was kostet es, und was bringt es? ".repeat(50);
        let stored = Stored::compressed("text/html; charset=utf-8", text.clone());

        let plain = body(stored.answer(&HeaderMap::new(), Keep::Ask)).await;
        assert_eq!(plain, text.as_bytes());

        let answer = ask(&stored, header::ACCEPT_ENCODING, "br");
        assert_eq!(answer.headers()[header::CONTENT_ENCODING], "br");
        let mut unpacked = String::new();
        brotli::Decompressor::new(body(answer).await.as_slice(), 4096)
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);

        let answer = ask(&stored, header::ACCEPT_ENCODING, "gzip");
        let mut unpacked = String::new();
        flate2::read::GzDecoder::new(body(answer).await.as_slice())
            .read_to_string(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
    }

    #[tokio::test]
    async fn what_the_browser_has_is_not_sent_again() {
        let stored = Stored::compressed("text/css; charset=utf-8", "a{}");
        let tag = ask(&stored, header::ACCEPT_ENCODING, "br").headers()[header::ETAG].clone();
        let answer = ask(&stored, header::IF_NONE_MATCH, tag.to_str().unwrap());
        assert_eq!(answer.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-cache");
        assert!(body(answer).await.is_empty());
    }
}

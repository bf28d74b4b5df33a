//! HTTP as a browser without scripts speaks it: cookies, forms, no redirect followed unasked.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Ten times what any answer may take.
const PATIENCE: Duration = Duration::from_mins(5);

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The first header with this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Where it redirects to; empty if it does not.
    pub fn location(&self) -> &str {
        self.header("location").unwrap_or_default()
    }

    /// Names and values of the page's hidden fields, to post them back.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let text = self.text();
        let inputs = text.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
        inputs
            .filter(|input| attribute(input, "type").as_deref() == Some("hidden"))
            .filter_map(|input| {
                Some((attribute(input, "name")?, attribute(input, "value").unwrap_or_default()))
            })
            .collect()
    }

    /// Every address the page links to.
    pub fn links(&self) -> Vec<String> {
        let text = self.text();
        text.split("<a")
            .skip(1)
            .filter_map(|rest| attribute(rest.split('>').next()?, "href"))
            .collect()
    }
}

/// The value of an attribute in the inside of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next()?;
    Some(
        value
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&"),
    )
}

/// A browser: keeps cookies, sends what real ones send with a form.
#[derive(Clone, Debug)]
pub struct Browser {
    address: SocketAddr,
    cookies: BTreeMap<String, String>,
    headers: Vec<(String, String)>,
}

impl Browser {
    /// A browser without cookies.
    pub fn new(address: SocketAddr) -> Browser {
        Browser { address, cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// Sends a header with every request, instead of the usual one of this name.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Browser {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same browser at another address, where its cookies count as well.
    #[must_use]
    pub fn at(&self, address: SocketAddr) -> Browser {
        Browser { address, ..self.clone() }
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[("sec-fetch-site", "same-origin")], b"")
    }

    /// Sends a form.
    ///
    /// # Panics
    /// If there is no answer.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.attempt(path, fields).unwrap_or_else(|| panic!("no answer to POST {path}"))
    }

    /// Sends a form to a program that may end meanwhile: nothing if there was no answer.
    pub fn attempt(&mut self, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let mut body = String::new();
        for (name, value) in fields {
            let separator = if body.is_empty() { "" } else { "&" };
            let _ = write!(body, "{separator}{}={}", encode(name), encode(value));
        }
        let origin = format!("http://{}", self.address);
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("origin", origin.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
        ];
        self.ask("POST", path, &headers, body.as_bytes())
    }

    /// Follows a redirect, or returns the answer as it is.
    pub fn follow(&mut self, answer: Answer) -> Answer {
        if (300..400).contains(&answer.status) { self.get(answer.location()) } else { answer }
    }

    /// Any request.
    ///
    /// # Panics
    /// If there is no answer, or one that is no HTTP.
    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let answer = self.ask(method, path, headers, body);
        answer.unwrap_or_else(|| panic!("no answer to {method} {path}"))
    }

    fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Option<Answer> {
        let mut head = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\n", self.address);
        let own = || self.headers.iter().map(|(n, v)| (n.as_str(), v.as_str()));
        let usual = headers.iter().copied().filter(|(name, _)| own().all(|(n, _)| n != *name));
        for (name, value) in usual.chain(own()) {
            let _ = write!(head, "{name}: {value}\r\n");
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<String> =
                self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
            let _ = write!(head, "cookie: {}\r\n", cookies.join("; "));
        }
        if method == "POST" || !body.is_empty() {
            let _ = write!(head, "content-length: {}\r\n", body.len());
        }
        head.push_str("connection: close\r\n\r\n");
        let mut request = head.into_bytes();
        request.extend_from_slice(body);
        let answer = parse(&exchange(self.address, &request)?)?;
        for (name, value) in &answer.headers {
            if name == "set-cookie" {
                self.remember(value);
            }
        }
        Some(answer)
    }

    fn remember(&mut self, cookie: &str) {
        let mut parts = cookie.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
            return;
        };
        if value.is_empty() || parts.any(|part| part.eq_ignore_ascii_case("max-age=0")) {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// Sends bytes and returns everything that comes back until the connection closes. A server that
/// closes while it is still being sent to is no error: that is how it refuses what is too large.
///
/// # Panics
/// If nobody listens.
pub fn raw(address: SocketAddr, request: &[u8]) -> Vec<u8> {
    exchange(address, request).expect("a connection")
}

/// The same; nothing if nobody listens.
fn exchange(address: SocketAddr, request: &[u8]) -> Option<Vec<u8>> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
    let _ = stream.write_all(request);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    Some(answer)
}

/// Reads an answer whose body ends with the connection or has its length in the head.
fn parse(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    assert!(!headers.iter().any(|(name, _)| name == "transfer-encoding"), "a body without length");
    Some(Answer { status, headers, body: bytes[end + 4..].to_vec() })
}

fn encode(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

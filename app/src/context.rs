//! One request as pages and forms see it, and what they may answer.

use crate::routes::{Right, Route};
use crate::state::AppState;
use crate::text::Msg;
use axum::http::StatusCode;
use backend::search::Index;
use domain::content::{Content, Localized, Picture, Site};
use domain::{Instant, Lang, Place, Slug};
use jiff::civil::Date;
use leptos::prelude::AnyView;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// A request on its way through a page: cheap to clone into a view.
pub type Cx = Arc<Context>;

/// What a page knows about the request it answers.
pub struct Context {
    /// The server's parts.
    pub app: Arc<AppState>,
    /// The row of the route table.
    pub route: &'static Route,
    /// Surface and language.
    pub place: Place,
    /// The path without the place's prefix.
    pub path: String,
    /// Values of `{…}` in the route's path, in order.
    pub params: Vec<String>,
    /// Query parameters the route allows, in the order the route names them.
    pub query: Fields,
    /// Fields of a posted form.
    pub form: Fields,
    /// The content this whole answer is made from.
    pub content: Arc<Content>,
    /// What can be found in that content.
    pub search: Arc<Index>,
    /// When the request arrived.
    pub now: Instant,
    /// The day in Berlin.
    pub today: Date,
    /// The signed-in member of staff; always present behind a staff right.
    pub staff: Option<backend::sessions::Session>,
    /// Where the request comes from, for limits: an address or network, never stored.
    pub network: String,
    /// What the person will recognise their browser by: "Firefox, Linux".
    pub device: String,
    /// The secret of the session cookie, if one was sent.
    pub session_secret: Option<String>,
    /// The secret of the kiosk's cookie, if one was sent.
    pub kiosk_secret: Option<String>,
    /// What a program posted to an address for machines.
    pub body: Vec<u8>,
    /// The providers whose cards the page has drawn, for [`Context::listed`].
    pub listed: Listed,
}

/// Ids of providers, each once.
#[derive(Debug, Default)]
pub struct Listed(Mutex<BTreeSet<String>>);

impl Context {
    /// The page's language.
    pub fn lang(&self) -> Lang {
        self.place.lang
    }

    /// A message in the page's language.
    pub fn t(&self, msg: Msg) -> &'static str {
        msg.get(self.place.lang)
    }

    /// The address of `path` on this surface in this language.
    pub fn href(&self, path: &str) -> String {
        self.place.href(path)
    }

    /// Notes that the page shows a provider's card.
    pub fn list(&self, provider: &Slug) {
        self.listed.0.lock().unwrap_or_else(PoisonError::into_inner).insert(provider.to_string());
    }

    /// The providers whose cards a rendered page shows: what counts as an impression.
    pub fn listed(&self) -> Arc<[String]> {
        let listed = self.listed.0.lock().unwrap_or_else(PoisonError::into_inner);
        listed.iter().cloned().collect()
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> String {
        self.app.assets.url(name)
    }

    /// The public address of `path`, for QR codes and mails.
    pub fn public(&self, path: &str) -> String {
        format!("{}{path}", self.app.public_url)
    }

    /// The site. Content without a site is refused at start-up.
    pub fn site(&self) -> Result<&Site, PageError> {
        self.content.site().ok_or(PageError::NotFound)
    }

    /// Whether whoever is signed in has a right at the site.
    pub fn may(&self, right: Right) -> bool {
        self.site().is_ok_and(|site| {
            let member = self.staff.as_ref().map(|session| &session.member);
            member.is_some_and(|member| right.is_held_by(member, site.meta.id.as_str()))
        })
    }

    /// Texts in the page's language, and the `lang` attribute they need if they are in another.
    pub fn texts<'a, T>(&self, texts: &'a Localized<T>) -> (&'a T, Option<&'static str>) {
        let (text, lang) = texts.get(self.lang());
        (text, (lang != self.lang()).then(|| lang.tag()))
    }

    /// The language the texts really are in for a reader of this page.
    pub fn language_of<T>(&self, texts: &Localized<T>) -> Lang {
        texts.get(self.lang()).1
    }

    /// The first value of a path parameter.
    pub fn param(&self, index: usize) -> &str {
        self.params.get(index).map_or("", String::as_str)
    }
}

/// Names and values of a query or a form, in order, names possibly repeated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of `name`, or nothing.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Every value of `name`.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether `name` has `value`.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(n, v)| n == name && v == value)
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As a query string, with its question mark, or empty.
    pub fn to_query(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.0 {
            text.push(if text.is_empty() { '?' } else { '&' });
            text.push_str(&encode(name));
            text.push('=');
            text.push_str(&encode(value));
        }
        text
    }

    /// These fields without `name` = `value`.
    #[must_use]
    pub fn without(&self, name: &str, value: &str) -> Fields {
        Fields(self.0.iter().filter(|(n, v)| !(n == name && v == value)).cloned().collect())
    }
}

/// Percent-encodes everything but unreserved characters (RFC 3986, 2.3).
pub fn encode(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// What a page or form answers.
pub enum Answer {
    /// A page.
    Page(Page),
    /// See other (303), optionally with a cookie to set.
    SeeOther {
        /// The address.
        to: String,
        /// A full `Set-Cookie` value.
        cookie: Option<String>,
    },
    /// JSON for one of our own scripts, optionally with a cookie to set.
    Json {
        /// The value.
        value: serde_json::Value,
        /// A full `Set-Cookie` value.
        cookie: Option<String>,
    },
    /// A file made for this request.
    File {
        /// Content type.
        mime: &'static str,
        /// Content.
        body: Vec<u8>,
        /// The name under which a browser saves it instead of showing it.
        name: Option<String>,
    },
}

/// A page before it is rendered.
pub struct Page {
    /// HTTP status.
    pub status: StatusCode,
    /// Title, without the product's name.
    pub title: String,
    /// Description for search engines and previews.
    pub description: Option<String>,
    /// Linked data about what the page shows.
    pub linked: Option<serde_json::Value>,
    /// The picture that stands for it where its address is shared.
    pub shared: Option<Box<Shared>>,
    /// Where most people go from here, as addresses on this surface: browsers may fetch these pages
    /// beforehand. Two at most; the wall never, where being fetched first would be an order.
    pub next: Vec<String>,
    /// Class of `<main>`.
    pub main_class: &'static str,
    /// A full `Set-Cookie` value.
    pub cookie: Option<String>,
    /// What stands in `<main>`.
    pub view: Box<dyn FnOnce() -> AnyView + Send>,
}

/// A picture that stands for a page.
pub struct Shared {
    /// The picture.
    pub picture: Picture,
    /// What is on it.
    pub alt: String,
}

impl Page {
    /// A page with a title and the content of its `<main>`.
    pub fn new(title: impl Into<String>, view: impl FnOnce() -> AnyView + Send + 'static) -> Page {
        Page {
            status: StatusCode::OK,
            title: title.into(),
            description: None,
            linked: None,
            shared: None,
            next: Vec::new(),
            main_class: "",
            cookie: None,
            view: Box::new(view),
        }
    }

    /// Sets the description.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Page {
        self.description = Some(text.into());
        self
    }

    /// Sets the linked data.
    #[must_use]
    pub fn linked(mut self, value: impl Into<Option<serde_json::Value>>) -> Page {
        self.linked = value.into();
        self
    }

    /// Sets the picture that stands for the page, with its description.
    #[must_use]
    pub fn shared(mut self, picture: &Picture, alt: &str) -> Page {
        self.shared = Some(Box::new(Shared { picture: picture.clone(), alt: alt.to_owned() }));
        self
    }

    /// Names pages that most people open next.
    #[must_use]
    pub fn next(mut self, addresses: impl IntoIterator<Item = String>) -> Page {
        self.next = addresses.into_iter().take(2).collect();
        self
    }

    /// Sets the class of `<main>`.
    #[must_use]
    pub fn main_class(mut self, class: &'static str) -> Page {
        self.main_class = class;
        self
    }

    /// Gives the browser a cookie: a full `Set-Cookie` value.
    #[must_use]
    pub fn cookie(mut self, value: String) -> Page {
        self.cookie = Some(value);
        self
    }

    /// Sets the status, 422 for a form that needs another look.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Page {
        self.status = status;
        self
    }

    /// As an outcome.
    pub fn ok(self) -> Outcome {
        Ok(Answer::Page(self))
    }
}

/// Sends the browser to `to` (303).
pub fn see_other(to: impl Into<String>) -> Outcome {
    Ok(Answer::SeeOther { to: to.into(), cookie: None })
}

/// What a handler returns.
pub type Outcome = Result<Answer, PageError>;

/// Why there is no page.
#[derive(Debug)]
pub enum PageError {
    /// Nothing there, or not for this person: the same answer.
    NotFound,
    /// Renamed: permanent redirect.
    Moved(String),
    /// The link is wrong, expired or used: one identical page.
    BadLink,
    /// Not allowed.
    Forbidden,
    /// Somebody changed it meanwhile.
    Conflict,
    /// What was posted is nothing of ours.
    Unreadable,
    /// Too many attempts.
    TooMany,
    /// Something failed; logged once at the edge with a reference number.
    Backend(backend::BackendError),
}

impl From<backend::BackendError> for PageError {
    fn from(error: backend::BackendError) -> PageError {
        match error {
            backend::BackendError::NotFound => PageError::NotFound,
            backend::BackendError::Conflict => PageError::Conflict,
            other => PageError::Backend(other),
        }
    }
}

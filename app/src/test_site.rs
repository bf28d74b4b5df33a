//! For tests of forms: a website with the example content and a database of its own, asked as a
//! browser would ask it.
#![expect(clippy::unwrap_used, reason = "a fixture that fails fails its test")]

use crate::context::{Answer, Context, Fields, Listed, PageError};
use crate::pages::failure::Failure;
use crate::render;
use crate::routes::{Method, ROUTES, Route};
use crate::state::{AppState, Assets, Cookie};
use backend::content::Store;
use backend::mail::mailer::HandingOver;
use backend::mail::{Mailer, Parcel};
use backend::outbox::worker::{self, Step};
use backend::requests::FormKey;
use backend::retention::PlanSource;
use backend::staff::{self, NewStaff};
use backend::{Actor, Backend, Db, FixedClock, Id, SeededEntropy, sessions};
use domain::retention::Plan;
use domain::staff::Role;
use domain::text::{Email, Line};
use domain::{Instant, Place};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex};

/// Sunday, 22 November 2026, 12:00 in Berlin: inside the validity of every example.
pub const NOON: Instant = Instant(1_795_345_200_000);

const PUBLIC_URL: &str = "https://werkbank.example";

static EXAMPLES: LazyLock<Store> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    Store::open(&root, NOON).unwrap_or_else(|problems| panic!("{problems:#?}"))
});

/// How many websites this process has made.
static SITES: AtomicU32 = AtomicU32::new(0);

/// A website.
pub struct TestSite {
    /// Its parts.
    pub app: Arc<AppState>,
    /// Its clock, which stands at [`NOON`].
    pub clock: Arc<FixedClock>,
    folder: PathBuf,
    /// The secret of the session in which the next requests are sent.
    session: Mutex<Option<String>>,
}

/// What it answered.
#[derive(Debug)]
pub struct Answered {
    /// HTTP status.
    pub status: u16,
    /// Where to go, or empty.
    pub to: String,
    /// The document or file, or empty.
    pub html: String,
}

impl Answered {
    /// Names and values of the document's hidden fields, in order.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let tags = self.html.split("<input type=\"hidden\"").skip(1);
        tags.map(|tag| (attribute(tag, "name"), attribute(tag, "value"))).collect()
    }

    /// The value of a hidden field.
    pub fn hidden_value(&self, name: &str) -> Option<String> {
        self.hidden().into_iter().find(|(found, _)| found == name).map(|(_, value)| value)
    }
}

/// Keeps what it is given.
#[derive(Default)]
struct Collector(Mutex<Vec<(String, String)>>);

impl Mailer for Collector {
    fn hand_over<'a>(&'a self, parcel: &'a Parcel) -> HandingOver<'a> {
        let mail = (parcel.recipient.clone(), parcel.text.clone());
        self.0.lock().unwrap().push(mail);
        Box::pin(async { Ok(()) })
    }
}

/// The first link of this website in a mail, as a path.
pub fn link_in(text: &str) -> String {
    let (_, rest) = text.split_once(PUBLIC_URL).unwrap_or_else(|| panic!("no link: {text}"));
    rest.split_whitespace().next().unwrap_or_default().to_owned()
}

fn attribute(tag: &str, name: &str) -> String {
    let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
    let value = tag.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    let value = value.map_or("", |(value, _)| value);
    let entities =
        [("&quot;", "\""), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
    entities.iter().fold(value.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

impl TestSite {
    /// A website with an empty database.
    pub async fn new() -> TestSite {
        // A second initialisation in the same process is refused, which is as good.
        let _ = any_spawner::Executor::init_tokio();
        let n = SITES.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("werkbank-app-{}-{n}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let url = format!("sqlite://{}", folder.join("werkbank.db").display());
        let db = Db::open(&url).await.unwrap();
        db.migrate(NOON).await.unwrap();
        let mut backend = Backend::new(db, PUBLIC_URL);
        let clock = Arc::new(FixedClock::new(NOON));
        backend.clock = clock.clone();
        backend.entropy = Arc::new(SeededEntropy::new(1));
        let app = Arc::new(AppState {
            assets: Assets::default(),
            public_url: PUBLIC_URL.to_owned(),
            content: EXAMPLES.clone(),
            backend,
            session_cookie: Cookie::of_session(PUBLIC_URL),
            kiosk_cookie: Cookie::of_kiosk(PUBLIC_URL),
        });
        TestSite { app, clock, folder, session: Mutex::default() }
    }

    /// A website that keeps to this plan.
    pub async fn with_plan(plan: Plan) -> TestSite {
        let mut site = TestSite::new().await;
        let app = Arc::get_mut(&mut site.app).unwrap();
        app.backend.plan = PlanSource::Fixed(Arc::new(plan));
        site
    }

    /// Hands over every waiting mail and returns recipient and text of each, in order.
    pub async fn mails(&self) -> Vec<(String, String)> {
        let collector = Arc::new(Collector::default());
        let mailer: Arc<dyn Mailer> = collector.clone();
        while worker::step(&self.app.backend, &mailer, "test").await.unwrap() != Step::Idle {}
        let mut mails = collector.0.lock().unwrap();
        std::mem::take(&mut *mails)
    }

    /// Adds a member of staff.
    pub async fn member(&self, name: &str, roles: &[Role]) -> Id {
        let site = self.app.content.content().site().unwrap().meta.id.to_string();
        let mailbox = name.to_lowercase().replace(' ', ".");
        let new = NewStaff {
            name: Line::parse(name).unwrap(),
            email: Email::parse(&format!("{mailbox}@werkbank.example")).unwrap(),
            adviser: None,
            roles: roles.iter().map(|role| (site.clone(), *role)).collect(),
        };
        staff::add(&self.app.backend, &new, &Actor::System).await.unwrap()
    }

    /// Signs a member in: what follows is asked by them.
    pub async fn sign_in(&self, member: &Id) {
        let backend = &self.app.backend;
        let link = staff::sign_in_link(backend, member).await.unwrap();
        let begun = staff::sign_in_with_link(backend, &link, "Firefox, Linux").await.unwrap();
        *self.session.lock().unwrap() = Some(begun.unwrap().token);
    }

    /// Whether the session of the last [`TestSite::sign_in`] is still running.
    pub async fn is_signed_in(&self) -> bool {
        let secret = self.session.lock().unwrap().clone();
        match secret {
            Some(secret) => sessions::session(&self.app.backend, &secret).await.unwrap().is_some(),
            None => false,
        }
    }

    /// Sends a request and returns the link in its mail, as a path.
    pub async fn request(&self, changes: &[(&str, &str)]) -> String {
        let good = [
            ("kind", "introduction"),
            ("goal", "kundenbindung"),
            ("message", "Alles läuft über Zettel."),
            ("provider", "demir-digital"),
            ("firm", "Sanitär Hoffmeister"),
            ("sector", "handwerk"),
            ("district", "hoerde"),
            ("size", "10-49"),
            ("person", "Martina Hoffmeister"),
            ("email", "m.hoffmeister@sanitaer.example"),
            ("phone", "0231 123456"),
        ];
        let key = FormKey::mint(&self.app.backend);
        let kept = good.into_iter().filter(|(name, _)| !changes.iter().any(|(n, _)| n == name));
        let form: Vec<(&str, &str)> = kept
            .chain(changes.iter().copied())
            .chain([("key", key.as_str()), ("go", "send")])
            .collect();
        let sent = self.post("/anfrage", &form).await;
        assert_eq!(sent.status, 303, "{sent:?}");
        // The team hears of it, too.
        let mails = self.mails().await;
        let links = mails.iter().map(|(_, text)| link_in(text));
        links.into_iter().find(|link| link.contains("/status/")).unwrap()
    }

    /// Asks for an address; its query is split but not decoded.
    pub async fn get(&self, address: &str) -> Answered {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        self.ask(Method::Get, path, pairs.collect()).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answered {
        self.ask(Method::Post, path, form.to_vec()).await
    }

    async fn ask(&self, method: Method, full: &str, pairs: Vec<(&str, &str)>) -> Answered {
        let (place, path) = Place::split(full);
        let (route, params) = route_of(method, place, path)
            .unwrap_or_else(|| panic!("no route for {method:?} {full}"));
        let known = |name: &str| method == Method::Post || route.query.contains(&name);
        let fields = pairs.into_iter().filter(|(name, _)| known(name));
        let fields = Fields(fields.map(|(n, v)| (n.to_owned(), v.to_owned())).collect());
        let (query, form) = match method {
            Method::Get => (fields, Fields::default()),
            Method::Post => (Fields::default(), fields),
        };
        let now = self.app.backend.now();
        let session_secret = self.session.lock().unwrap().clone();
        let staff = match &session_secret {
            Some(secret) => sessions::session(&self.app.backend, secret).await.unwrap(),
            None => None,
        };
        let cx = Arc::new(Context {
            app: self.app.clone(),
            route,
            place,
            path: path.to_owned(),
            params,
            query,
            form,
            content: self.app.content.content(),
            search: self.app.content.snapshot().search.clone(),
            now,
            today: now.day(),
            staff,
            network: String::new(),
            device: String::new(),
            session_secret,
            kiosk_secret: None,
            body: Vec::new(),
            listed: Listed::default(),
        });
        match (route.handler)(cx.clone()).await {
            Ok(Answer::Page(page)) => {
                let status = page.status.as_u16();
                Answered { status, to: String::new(), html: render::html(cx, page).await }
            }
            Ok(Answer::SeeOther { to, cookie }) => {
                let cookie = cookie.as_deref().and_then(|it| self.app.session_cookie.read(it));
                if let Some(secret) = cookie {
                    *self.session.lock().unwrap() = Some(secret.to_owned());
                }
                Answered { status: 303, to, html: String::new() }
            }
            Ok(Answer::Json { value, .. }) => {
                Answered { status: 200, to: String::new(), html: value.to_string() }
            }
            Ok(Answer::File { body, .. }) => {
                let html = String::from_utf8(body).unwrap();
                Answered { status: 200, to: String::new(), html }
            }
            Err(PageError::Moved(to)) => Answered { status: 308, to, html: String::new() },
            Err(error) => {
                let status = Failure::of(&error).map_or(500, |f| f.status().as_u16());
                Answered { status, to: String::new(), html: format!("{error:?}") }
            }
        }
    }
}

impl Drop for TestSite {
    fn drop(&mut self) {
        // On Linux an open file may be unlinked; what is left otherwise is a temporary folder.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The row that answers at a place, and its parameters. Fixed segments win over parameters.
fn route_of(method: Method, place: Place, path: &str) -> Option<(&'static Route, Vec<String>)> {
    let segments: Vec<&str> = path.split('/').collect();
    let fits = |route: &&Route| {
        let pattern: Vec<&str> = route.path.split('/').collect();
        route.method == method
            && route.on.places().contains(&place)
            && pattern.len() == segments.len()
            && pattern.iter().zip(&segments).all(|(p, s)| p == s || p.starts_with('{'))
    };
    let route = ROUTES.iter().filter(fits).min_by_key(|route| route.path.matches('{').count())?;
    let values = route.path.split('/').zip(&segments).filter(|(p, _)| p.starts_with('{'));
    Some((route, values.map(|(_, s)| (*s).to_owned()).collect()))
}

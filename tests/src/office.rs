//! People, requests and meetings in the database of a running program. They are made with the
//! backend's own use cases, as a maintenance command beside the server would; what a suite tests
//! goes over HTTP.

mod cases;

pub use cases::{Case, Stage};

use crate::{Browser, Database, Werkbank, repository};
use backend::content::load;
use backend::devices::{self, Confirmed, NewDevice, Pairing};
use backend::requests::{self, Edit, FormKey, Request, Submission, Viewer};
use backend::staff::{self, NewStaff};
use backend::tokens::{self, Purpose};
use backend::{Actor, Backend, Conn, Db, Id, on, transaction};
use domain::content::{Content, Site};
use domain::request::{Door, Field, NewRequest, RequestForm, RequestKind};
use domain::staff::Role;
use domain::text::{Email, Line};
use domain::{Lang, Slug, Surface};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use tokio::runtime::{Builder, Runtime};

/// The database of a running program, seen from inside.
pub struct Office {
    /// What use cases need.
    pub backend: Backend,
    /// The content the program shows.
    pub content: Arc<Content>,
    /// The provider that requests wish for.
    pub wish: Slug,
    coordinator: Id,
    runtime: Runtime,
    made: AtomicUsize,
    kiosk: OnceLock<Id>,
    /// The tables of the schema and their columns, once they were asked for.
    pub(crate) tables: OnceLock<BTreeMap<String, Vec<String>>>,
}

impl Office {
    /// The office of `werkbank`, which runs on `database`, with a coordinator of its own.
    ///
    /// # Panics
    /// If the database cannot be opened.
    pub fn open(werkbank: &Werkbank, database: &Database) -> Office {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let db = runtime.block_on(Db::open(&database.url)).expect("the database");
        let backend = Backend::new(db, &format!("http://{}", werkbank.address));
        let content = load(&repository().join("content")).content.expect("the content");
        let wall = content.wall(backend.now().day());
        let wish = wall.iter().map(|p| p.meta.id.clone()).min().expect("a provider");
        let made = AtomicUsize::new(0);
        let content = Arc::new(content);
        let coordinator = backend.id();
        let (kiosk, tables) = (OnceLock::new(), OnceLock::new());
        let mut office =
            Office { backend, content, wish, coordinator, runtime, made, kiosk, tables };
        office.coordinator = office.member(Role::Coordinator);
        office
    }

    /// Runs a future to its end.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// The site.
    ///
    /// # Panics
    /// Without one.
    pub fn site(&self) -> &Site {
        self.content.site().expect("a site")
    }

    /// What one SQL text says, which returns a number.
    ///
    /// # Panics
    /// If it does not.
    pub fn number(&self, sql: &'static str) -> i64 {
        self.run(async {
            let mut conn = self.read().await;
            let (n,): (i64,) =
                backend::on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await).expect("a number");
            n
        })
    }

    /// A connection for reading.
    ///
    /// # Panics
    /// If there is none.
    pub async fn read(&self) -> Conn {
        self.backend.db.read().await.expect("a connection")
    }

    /// A number nobody has had, for names and addresses.
    pub fn next(&self) -> usize {
        self.made.fetch_add(1, Ordering::Relaxed)
    }

    /// A new member of staff.
    ///
    /// # Panics
    /// If they cannot be added.
    pub fn member(&self, role: Role) -> Id {
        let site = self.site().meta.id.to_string();
        let n = self.next();
        let new = NewStaff {
            name: Line::parse(&format!("Mitglied {n}")).expect("a name"),
            email: Email::parse(&format!("mitglied{n}@werkbank.example")).expect("an address"),
            adviser: None,
            roles: vec![(site, role)],
        };
        self.run(staff::add(&self.backend, &new, &Actor::System)).expect("a member")
    }

    /// A kiosk that is paired, the same one each time.
    ///
    /// # Panics
    /// If it cannot be paired.
    pub fn first_kiosk(&self) -> &Id {
        self.kiosk.get_or_init(|| self.kiosk().0)
    }

    /// A new kiosk that is paired, and the secret of its cookie.
    ///
    /// # Panics
    /// If it cannot be paired.
    pub fn kiosk(&self) -> (Id, String) {
        self.kiosk_at(self.site().meta.id.as_str())
    }

    /// The same at another site.
    ///
    /// # Panics
    /// If it cannot be paired.
    pub fn kiosk_at(&self, site: &str) -> (Id, String) {
        let name = Line::parse(&format!("Kiosk {}", self.next())).expect("a name");
        let (backend, by) = (&self.backend, &self.coordinator);
        self.run(async {
            let new = NewDevice { name, place: None };
            let id = devices::add(backend, site, &new, &Actor::System).await.expect("a kiosk");
            let shown = devices::show_code(backend, None).await.expect("a code");
            let Pairing::Code(shown) = shown else { panic!("a new kiosk is paired") };
            let code = shown.code.to_string();
            let paired = devices::confirm(backend, site, &id, &code, "192.0.2.1", by).await;
            assert_eq!(paired.expect("an answer"), Confirmed::Paired);
            (id, shown.secret)
        })
    }

    /// The secret of a link that signs somebody in once.
    ///
    /// # Panics
    /// If there is nobody.
    pub fn one_time(&self, member: &Id) -> String {
        self.run(staff::sign_in_link(&self.backend, member)).expect("a link")
    }

    /// A browser in which somebody is signed in.
    ///
    /// # Panics
    /// If they cannot sign in.
    pub fn sign_in(&self, werkbank: &Werkbank, member: &Id) -> Browser {
        let mut browser = werkbank.browser();
        let answer = browser.post(&format!("/mitarbeit/einmal/{}", self.one_time(member)), &[]);
        assert_eq!(answer.status, 303, "signing in");
        browser
    }

    /// The secret of a new link.
    ///
    /// # Panics
    /// If the database fails.
    pub fn link(&self, purpose: Purpose, subject: &Id, party: Option<&str>) -> String {
        let backend = &self.backend;
        self.run(async {
            transaction!(backend.db, |tx| {
                tokens::mint(tx, backend, purpose, subject.as_str(), party).await
            })
        })
        .expect("a link")
    }

    /// Somebody who sees every request of the site.
    pub fn viewer(&self) -> Viewer {
        let site = self.site().meta.id.to_string();
        Viewer { staff: self.coordinator.clone(), site, sees_all: true }
    }

    /// The request as it is now.
    ///
    /// # Panics
    /// If there is none.
    pub fn request(&self, id: &Id) -> Request {
        self.run(async {
            let found = requests::find(&mut self.read().await, id).await;
            found.expect("the database").expect("a request")
        })
    }

    /// To change the request as it is now.
    pub fn edit(&self, id: &Id) -> Edit {
        Edit { viewer: self.viewer(), request: id.clone(), version: self.request(id).version }
    }

    /// The answers of a request form that is in order, of a firm nobody has heard of.
    pub fn form(&self) -> Vec<(&'static str, String)> {
        let (site, n) = (self.site(), self.next());
        let first = |terms: &[domain::content::Term]| terms[0].id.clone();
        vec![
            ("kind", "introduction".to_owned()),
            ("channel", "home".to_owned()),
            ("goal", first(&site.goals)),
            ("message", "Alles läuft über Zettel.".to_owned()),
            ("budget", "u5000".to_owned()),
            ("provider", self.wish.to_string()),
            ("firm", format!("Betrieb {n}")),
            ("sector", first(&site.sectors)),
            ("district", first(&site.districts)),
            ("size", "10-49".to_owned()),
            ("person", "Martina Hoffmeister".to_owned()),
            ("email", format!("betrieb{n}@firma.example")),
            ("phone", "0231 123456".to_owned()),
        ]
    }

    /// A mail about the request that nobody could deliver, made if there is none; its id.
    ///
    /// # Panics
    /// If there is no such request.
    pub fn given_up(&self, request: &Id) -> Id {
        let found = "select id from outbox where request = $1 and state = 'failed'";
        let new = "insert into outbox (id, request, nr, kind, message_id, sender_name, sender,
                recipient, subject, state, attempts, next_at, lease_until, created_at, done_at,
                failure)
            values ($1, $2, 99, 'request_received', $1, 'Werkbank', 'werkbank@werkbank.example',
                'falsch@firma.example', '', 'failed', 1, $3, 0, $3, $3, '550 no such user')";
        let (id, now) = (self.backend.id(), self.backend.now().0);
        self.run(async {
            transaction!(self.backend.db, |tx| {
                let row: Option<(Id,)> =
                    on!(tx, |c| sqlx::query_as(found).bind(request).fetch_optional(c).await)?;
                if let Some((id,)) = row {
                    return Ok(id);
                }
                on!(tx, |c| sqlx::query(new)
                    .bind(&id)
                    .bind(request)
                    .bind(now)
                    .execute(c)
                    .await
                    .map(|_| ()))?;
                Ok(id.clone())
            })
        })
        .expect("a mail")
    }

    pub(crate) fn submitted(&self, kind: Option<RequestKind>) -> Id {
        let mut form = RequestForm::from_pairs(self.form());
        if let Some(kind) = kind {
            form.set(Field::Kind, kind.code());
        }
        let site = self.site();
        let door = Door { site, content: &self.content, lang: Lang::De, by_staff: false };
        let submission = Submission {
            site: site.meta.id.clone(),
            new: NewRequest::parse(&form, door).expect("a form in order"),
            key: FormKey::mint(&self.backend),
            surface: Surface::Web,
            by: None,
        };
        self.run(requests::submit(&self.backend, &self.content, submission)).expect("sent").id
    }
}

//! A small office for the tests: Jens at Hörde with Miriam as substitute, Miriam at Nord, Katrin
//! coordinates, Samuel works on requests and sits nowhere.

use crate::requests::{ConfirmationMail, Edit, FormKey, Request, Submission, Submitted, Viewer};
use crate::testing::{Fixture, NOON};
use crate::{Backend, Id, Result, on, transaction};
use domain::content::Content;
use domain::request::{Door, NewRequest, RequestForm};
use domain::{Lang, Surface, sample};
use std::sync::Arc;

pub struct Office {
    pub fixture: Fixture,
    pub b: Backend,
    pub content: Arc<Content>,
    pub jens: Id,
    pub miriam: Id,
    pub katrin: Id,
    pub samuel: Id,
}

/// A form as a firm fills it in.
pub const FORM: &[(&str, &str)] = &[
    ("goal", "ablaeufe"),
    ("message", "Alles läuft über Zettel."),
    ("budget", "u5000"),
    ("provider", "demir-digital"),
    ("story", "baustoffhaendler-chat"),
    ("firm", "Sanitär Hoffmeister"),
    ("sector", "handwerk"),
    ("district", "hoerde"),
    ("size", "10-49"),
    ("person", "Martina Hoffmeister"),
    ("email", "m.hoffmeister@sanitaer.example"),
    ("phone", "0231 123456"),
];

impl Office {
    pub async fn open(fixture: Fixture) -> Office {
        let b = fixture.backend.clone();
        let add = async |name: &str, role: &str| {
            let id = b.id();
            transaction!(b.db, |tx| {
                let sql = "insert into staff (id, name, email, active, created_at, adviser)
                    values ($1, $2, $3, 1, 0, 'jens-albrecht')";
                on!(tx, |c| sqlx::query(sql)
                    .bind(&id)
                    .bind(name)
                    .bind(format!("{}@werkbank.example", name.to_lowercase()))
                    .execute(c)
                    .await
                    .map(|_| ()))?;
                let sql = "insert into staff_role (staff, site, role) values ($1, 'dortmund', $2)";
                on!(tx, |c| sqlx::query(sql).bind(&id).bind(role).execute(c).await.map(|_| ()))?;
                Ok(())
            })
            .unwrap();
            id
        };
        let jens = add("Jens", "adviser").await;
        let miriam = add("Miriam", "adviser").await;
        let katrin = add("Katrin", "coordinator").await;
        let samuel = add("Samuel", "adviser").await;
        let content = Arc::new(sample::content());
        let office = Office { fixture, b, content, jens, miriam, katrin, samuel };
        office.seat("hoerde", &office.jens, false).await;
        office.seat("hoerde", &office.miriam, true).await;
        office.seat("nord", &office.miriam, false).await;
        office
    }

    pub async fn seat(&self, desk: &str, staff: &Id, substitute: bool) {
        let sql = "insert into desk_assignment (id, site, desk, staff, substitute, from_day)
            values ($1, 'dortmund', $2, $3, $4, '2026-01-01')";
        let id = self.b.id();
        transaction!(self.b.db, |tx| {
            on!(tx, |c| sqlx::query(sql)
                .bind(&id)
                .bind(desk)
                .bind(staff)
                .bind(i64::from(substitute))
                .execute(c)
                .await
                .map(|_| ()))?;
            Ok(())
        })
        .unwrap();
    }

    /// Away from 24 November to 1 December.
    pub async fn away(&self, staff: &Id) {
        let sql = "insert into absence (id, staff, from_day, until_day)
            values ($1, $2, '2026-11-24', '2026-12-01')";
        let id = self.b.id();
        transaction!(self.b.db, |tx| {
            on!(tx, |c| sqlx::query(sql).bind(&id).bind(staff).execute(c).await.map(|_| ()))?;
            Ok(())
        })
        .unwrap();
    }

    pub fn parse(&self, changes: &[(&str, &str)], by_staff: bool) -> NewRequest {
        let kept = FORM.iter().filter(|(name, _)| !changes.iter().any(|(other, _)| other == name));
        let pairs = kept.chain(changes).map(|(name, value)| (*name, *value));
        let site = self.content.site().unwrap();
        let door = Door { site, content: &self.content, lang: Lang::De, by_staff };
        NewRequest::parse(&RequestForm::from_pairs(pairs), door).unwrap()
    }

    pub fn submission(&self, changes: &[(&str, &str)], by: Option<&Id>) -> Submission {
        Submission {
            site: sample::slug("dortmund"),
            new: self.parse(changes, by.is_some()),
            key: FormKey::mint(&self.b),
            surface: Surface::Web,
            by: by.cloned(),
        }
    }

    pub async fn submit(&self, changes: &[(&str, &str)]) -> Submitted {
        crate::requests::submit(&self.b, &self.content, self.submission(changes, None))
            .await
            .unwrap()
    }

    /// A request that the firm has confirmed, and its link.
    pub async fn confirmed(&self, changes: &[(&str, &str)]) -> (Request, String) {
        let sent = self.submit(changes).await;
        assert_eq!(sent.mail, ConfirmationMail::Sent);
        let secret = self.link(&sent.id).await;
        let request = crate::requests::confirm(&self.b, &self.content, &secret).await.unwrap();
        (request.unwrap(), secret)
    }

    /// The secret in the last mail to the firm about this request.
    pub async fn link(&self, request: &Id) -> String {
        let mails = self.mails().await;
        let mail = mails
            .iter()
            .rfind(|mail| mail.request.as_ref() == Some(request) && mail.text.contains("/status/"))
            .unwrap();
        let (_, rest) = mail.text.split_once("/status/").unwrap();
        rest.split_whitespace().next().unwrap().to_owned()
    }

    /// All mails in the outbox, oldest first.
    pub async fn mails(&self) -> Vec<Queued> {
        let sql =
            "select request, kind, recipient, body_text from outbox order by created_at, nr, id";
        let mut conn = self.b.db.read().await.unwrap();
        let rows: Vec<(Option<Id>, String, String, String)> =
            on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
        rows.into_iter()
            .map(|(request, kind, to, text)| Queued { request, kind, to, text })
            .collect()
    }

    /// "kind to" of every mail in the outbox.
    pub async fn mail_list(&self) -> Vec<String> {
        self.mails().await.into_iter().map(|m| format!("{} {}", m.kind, m.to)).collect()
    }

    pub async fn request(&self, id: &Id) -> Option<Request> {
        let mut conn = self.b.db.read().await.unwrap();
        crate::requests::find(&mut conn, id).await.unwrap()
    }

    pub fn viewer(&self, staff: &Id) -> Viewer {
        Viewer { staff: staff.clone(), site: "dortmund".into(), sees_all: *staff == self.katrin }
    }

    pub fn edit(&self, staff: &Id, request: &Request) -> Edit {
        Edit { viewer: self.viewer(staff), request: request.id.clone(), version: request.version }
    }

    pub async fn number(&self, sql: &'static str) -> i64 {
        let mut conn = self.b.db.read().await.unwrap();
        let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await).unwrap();
        n
    }

    /// As [`Office::number`], for a text made by a test.
    pub async fn number_of(&self, sql: String) -> i64 {
        let mut conn = self.b.db.read().await.unwrap();
        let sql = sqlx::AssertSqlSafe(sql);
        let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await).unwrap();
        n
    }

    pub async fn run_sql(&self, sql: &'static str) {
        self.run_text(sql.to_owned()).await;
    }

    /// As [`Office::run_sql`], for a text made by a test.
    pub async fn run_text(&self, sql: String) {
        transaction!(self.b.db, |tx| {
            let sql = sqlx::AssertSqlSafe(sql.clone());
            on!(tx, |c| sqlx::query(sql).execute(c).await.map(|_| ()))?;
            Ok(())
        })
        .unwrap();
    }

    /// The codes of a request's history.
    pub async fn history(&self, id: &Id) -> Vec<String> {
        let mut conn = self.b.db.read().await.unwrap();
        let events = crate::requests::history::events(&mut conn, id).await.unwrap();
        events.into_iter().map(|event| event.event).collect()
    }

    pub async fn tick_on_day(&self, day: i64) -> crate::requests::Ticked {
        self.fixture.clock.set(NOON.plus_days(day).plus_minutes(1));
        crate::requests::tick(&self.b, &self.content).await.unwrap()
    }
}

pub struct Queued {
    pub request: Option<Id>,
    pub kind: String,
    pub to: String,
    pub text: String,
}

/// The code of a refusal.
pub fn refusal<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(crate::BackendError::Refused(code)) => code.to_owned(),
        Err(crate::BackendError::Conflict) => "conflict".to_owned(),
        Err(crate::BackendError::NotFound) => "not_found".to_owned(),
        other => panic!("{other:?}"),
    }
}

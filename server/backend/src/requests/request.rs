//! A request as it is stored, and a line of its history.

use crate::{Actor, Id};
use domain::matching::Facts;
use domain::request::{
    Budget, Channel, ContactBy, Outcome, Reference, ReleaseField, RequestKind, RequestState,
};
use domain::routing::Reason;
use domain::text::Email;
use domain::{FirmSize, Instant, Lang};
use jiff::civil::Date;

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Row id.
    pub id: Id,
    /// The site that was asked.
    pub site: String,
    /// What people call it.
    pub reference: Reference,
    /// What is asked for.
    pub kind: RequestKind,
    /// Where it came from.
    pub channel: Channel,
    /// The language it was asked in, and its status page is shown in.
    pub lang: Lang,
    /// Where it stands.
    pub state: RequestState,
    /// Rises with every change.
    pub version: i64,
    /// The firm; `None` only in a barrier report.
    pub firm: Option<String>,
    /// The person.
    pub person: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// What they prefer.
    pub contact_by: ContactBy,
    /// In their own words.
    pub message: Option<String>,
    /// Goal ids, the most important first; empty is "weiß ich nicht".
    pub goals: Vec<String>,
    /// Possible spending.
    pub budget: Option<Budget>,
    /// Sector id.
    pub sector: Option<String>,
    /// District id.
    pub district: Option<String>,
    /// People working there.
    pub size: Option<FirmSize>,
    /// The story it began with.
    pub story: Option<String>,
    /// May be asked 3, 6 and 12 months after a meeting what became of it.
    pub ask_later: bool,
    /// Wants no such question at all, not even the one right after the meeting.
    pub unasked: bool,
    /// The desk; `None` is the pool.
    pub desk: Option<String>,
    /// Why it is there.
    pub reason: Reason,
    /// Who looks after it.
    pub assigned: Option<Id>,
    /// Whom that person stands in for.
    pub substitute_for: Option<Id>,
    /// When it was sent.
    pub created_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
    /// When it was confirmed.
    pub confirmed_at: Option<Instant>,
    /// When staff first did something about it.
    pub answered_at: Option<Instant>,
    /// Kept although unconfirmed until the end of this day.
    pub keep_until: Option<Date>,
    /// When it ended.
    pub closed_at: Option<Instant>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// The day on which it is deleted.
    pub delete_on: Date,
}

impl Request {
    /// What staff calls it in a list: the firm, or the person where there is none.
    pub fn title(&self) -> &str {
        self.firm.as_deref().unwrap_or(&self.person)
    }

    /// The language of mails to the firm. Mails are not written in Leichte Sprache.
    pub fn mail_lang(&self) -> Lang {
        self.lang.standard()
    }

    /// The address to write to, if there is one.
    pub fn mailbox(&self) -> Option<Email> {
        self.email.as_deref().and_then(|email| Email::parse(email).ok())
    }

    /// What matters for suggesting providers; `wished` are the providers the firm named.
    pub fn facts(&self, wished: Vec<String>) -> Facts {
        Facts {
            goals: self.goals.clone(),
            sector: self.sector.clone(),
            district: self.district.clone(),
            size: self.size,
            budget: self.budget,
            wished,
        }
    }
}

/// A provider that plays a part in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestProvider {
    /// Provider id.
    pub provider: String,
    /// The firm named it.
    pub wished: bool,
    /// When staff proposed it.
    pub proposed_at: Option<Instant>,
    /// Why staff proposes it, in words the firm reads.
    pub note: Option<String>,
    /// What the firm lets it see.
    pub released: Vec<ReleaseField>,
}

/// A line of a request's history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: Actor,
    /// What, a code: one of `RequestEvent` or `History`, or one of the meetings'.
    pub event: String,
    /// Which, ids and codes.
    pub detail: Option<String>,
    /// Words of staff, or of a party about a meeting. No page but the desk's shows them; the firm
    /// finds staff's in the file of its own data.
    pub note: Option<String>,
}

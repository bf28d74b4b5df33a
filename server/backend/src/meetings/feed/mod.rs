//! Calendars to subscribe to: a member's own, and the room's. The address is the key; it is shown
//! once, kept as a hash, and works until it is renewed or revoked.

mod sql;

use crate::ical::{Agenda, Event};
use crate::tokens::{self, Purpose};
use crate::{Actor, Backend, Conn, Id, Result, Tx, audit, run, staff, transaction};
use domain::Instant;
use domain::content::Content;
use domain::meeting::{MeetingKind, MeetingPlace, MeetingState};

/// Days for which what is over stays in the calendar.
const PAST_DAYS: i64 = 31;

/// Whose calendar it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feed {
    /// The meetings a member of staff hosts.
    Person(Id),
    /// The meetings in a site's room.
    Room {
        /// The site.
        site: String,
        /// The room.
        room: String,
    },
}

impl Feed {
    /// What a link to it is about, and which kind that is.
    fn subject(&self) -> (String, &'static str) {
        match self {
            Feed::Person(id) => (id.to_string(), "person"),
            Feed::Room { site, room } => (format!("{site}/{room}"), "room"),
        }
    }

    fn of(subject: &str, kind: Option<&str>) -> Option<Feed> {
        match kind? {
            "person" => Id::parse(subject).map(Feed::Person),
            "room" => {
                let (site, room) = subject.split_once('/')?;
                Some(Feed::Room { site: site.to_owned(), room: room.to_owned() })
            }
            _ => None,
        }
    }
}

/// Somebody begins or ends a subscription at a site.
#[derive(Clone, Debug)]
pub struct FeedEdit {
    /// Where.
    pub site: String,
    /// Which calendar.
    pub feed: Feed,
    /// Who.
    pub by: Actor,
}

/// Makes a new address for a calendar and returns its secret. An earlier one ends.
///
/// # Errors
/// Only if the database fails.
pub async fn subscribe(backend: &Backend, edit: FeedEdit) -> Result<String> {
    let backend = backend.clone();
    run(async move {
        transaction!(backend.db, |tx| {
            let (subject, kind) = edit.feed.subject();
            end(tx, &backend, &edit).await?;
            note(tx, &backend, &edit, "calendar.subscribed").await?;
            tokens::mint(tx, &backend, Purpose::CalendarFeed, &subject, Some(kind)).await
        })
    })
    .await
}

/// Ends a calendar's address. Doing it again changes nothing.
///
/// # Errors
/// Only if the database fails.
pub async fn unsubscribe(backend: &Backend, edit: FeedEdit) -> Result<()> {
    let backend = backend.clone();
    run(async move {
        transaction!(backend.db, |tx| {
            if end(tx, &backend, &edit).await? {
                note(tx, &backend, &edit, "calendar.revoked").await?;
            }
            Ok(())
        })
    })
    .await
}

/// Ends what there is, and says whether there was something.
async fn end(tx: &mut Tx, backend: &Backend, edit: &FeedEdit) -> Result<bool> {
    let (subject, kind) = edit.feed.subject();
    // Two who renew at the same time leave one address.
    tx.lock("staff", &format!("calendar/{subject}")).await?;
    let (purpose, now) = (Purpose::CalendarFeed, backend.now());
    let known = tokens::since(tx, purpose, &subject, kind, now).await?.is_some();
    tokens::expire(tx, purpose, &subject, Some(kind), now).await?;
    Ok(known)
}

async fn note(tx: &mut Tx, backend: &Backend, edit: &FeedEdit, action: &str) -> Result<()> {
    let (subject, subject_kind) = edit.feed.subject();
    let subject_kind = if subject_kind == "person" { "staff" } else { subject_kind };
    let (site, actor, subject) = (&*edit.site, &edit.by, &*subject);
    let entry = audit::Entry { site, actor, action, subject_kind, subject, detail: None };
    audit::write(tx, backend, entry).await
}

/// Since when the calendar has an address, if it has one.
///
/// # Errors
/// Only if the database fails.
pub async fn subscribed_since(
    conn: &mut Conn,
    feed: &Feed,
    now: Instant,
) -> Result<Option<Instant>> {
    let (subject, kind) = feed.subject();
    tokens::since(conn, Purpose::CalendarFeed, &subject, kind, now).await
}

/// The calendar behind an address; `None` if it leads nowhere, or to somebody who no longer works
/// on requests.
///
/// # Errors
/// Only if the database fails.
pub async fn feed(backend: &Backend, content: &Content, secret: &str) -> Result<Option<String>> {
    let now = backend.now();
    let mut conn = backend.db.read().await?;
    let bearer = tokens::look_up(&mut conn, Purpose::CalendarFeed, secret, now).await?;
    let feed = bearer.and_then(|bearer| Feed::of(&bearer.subject, bearer.party.as_deref()));
    let Some(feed) = feed else { return Ok(None) };
    let name = match &feed {
        Feed::Person(id) => {
            let member = staff::find(&mut conn, id).await?;
            let works = member.is_some_and(|member| {
                member.active && member.roles.iter().any(|(_, role)| role.sees_requests())
            });
            if !works {
                return Ok(None);
            }
            "Werkbank: Termine".to_owned()
        }
        Feed::Room { site, room } => format!("Werkbank: {}", room_name(content, site, room)),
    };
    let rows = sql::entries(&mut conn, &feed, now, now.plus_days(-PAST_DAYS)).await?;
    let events = rows.into_iter().map(|row| event(content, row)).collect();
    Ok(Some(Agenda { name: &name, events }.write()))
}

fn event(content: &Content, entry: sql::Entry) -> Event {
    let site = content.sites.get(entry.site.as_str());
    let domain = site.and_then(|site| site.email.rsplit('@').next()).unwrap_or("localhost");
    let held = entry.state == MeetingState::Proposed;
    let what = match entry.kind {
        MeetingKind::Advice => "Beratung",
        MeetingKind::Introduction => "Kennenlernen",
        MeetingKind::Joint => "Gemeinsames Treffen",
    };
    let id = if held {
        format!("{}-{}", entry.meeting, entry.slot.start().0)
    } else {
        entry.meeting.to_string()
    };
    Event {
        uid: format!("{id}@{domain}"),
        sequence: u32::try_from(entry.sequence).unwrap_or_default(),
        changed: entry.changed,
        slot: entry.slot,
        summary: format!("{}{what} {}", if held { "Freigehalten: " } else { "" }, entry.reference),
        location: match (entry.place, &entry.room) {
            (MeetingPlace::Room, Some(room)) => room_name(content, &entry.site, room),
            (MeetingPlace::Room, None) => String::new(),
            (MeetingPlace::Firm, _) => "im Betrieb".to_owned(),
            (MeetingPlace::Phone, _) => "am Telefon".to_owned(),
            (MeetingPlace::Video, _) => "per Video".to_owned(),
        },
        held,
    }
}

/// The name of a room, or the id of one that was withdrawn.
fn room_name(content: &Content, site: &str, room: &str) -> String {
    let site = content.sites.get(site).filter(|site| site.room.id == room);
    site.map_or_else(|| room.to_owned(), |site| site.room.name.clone())
}

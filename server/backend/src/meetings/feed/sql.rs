use super::Feed;
use crate::{BackendError, Conn, Id, Result, on};
use domain::Instant;
use domain::meeting::{MeetingKind, MeetingPlace, MeetingState, Slot};
use domain::request::Reference;

#[derive(sqlx::FromRow)]
struct Row {
    meeting: Id,
    site: String,
    reference: String,
    kind: String,
    place: String,
    room: Option<String>,
    state: String,
    start_at: i64,
    minutes: i64,
    sequence: i64,
    changed_at: i64,
}

/// What a calendar says of a time; no firm and no person.
pub(super) struct Entry {
    pub meeting: Id,
    pub site: String,
    pub reference: Reference,
    pub kind: MeetingKind,
    pub place: MeetingPlace,
    pub room: Option<String>,
    pub state: MeetingState,
    pub slot: Slot,
    pub sequence: i64,
    pub changed: Instant,
}

macro_rules! entries {
    ($whose:literal) => {
        concat!(
            "select m.id as meeting, m.site, r.reference, m.kind, m.place, m.room, m.state,
                t.start_at, m.minutes, m.sequence, m.changed_at
            from (
                select id, start_at from meeting where state in ('booked', 'held')
                union all
                select o.meeting, o.start_at from meeting_slot o
                join meeting p on p.id = o.meeting and p.state = 'proposed' and p.hold_until > $1
            ) t
            join meeting m on m.id = t.id
            join request r on r.id = m.request
            where t.start_at >= $2 and ",
            $whose,
            " order by t.start_at, m.id"
        )
    };
}

/// Booked and held times from `from` on, in order.
pub(super) async fn entries(
    conn: &mut Conn,
    feed: &Feed,
    now: Instant,
    from: Instant,
) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = match feed {
        Feed::Person(id) => {
            let sql = entries!("m.adviser = $3");
            on!(conn, |c| sqlx::query_as(sql).bind(now.0).bind(from.0).bind(id).fetch_all(c).await)?
        }
        Feed::Room { site, room } => {
            let sql = entries!("m.site = $3 and m.room = $4");
            on!(conn, |c| sqlx::query_as(sql)
                .bind(now.0)
                .bind(from.0)
                .bind(site)
                .bind(room)
                .fetch_all(c)
                .await)?
        }
    };
    rows.into_iter().map(Entry::try_from).collect()
}

impl TryFrom<Row> for Entry {
    type Error = BackendError;

    fn try_from(row: Row) -> Result<Entry> {
        let bad =
            |column: &str| BackendError::Unreadable(format!("meeting.{column} of {}", row.meeting));
        let minutes = u16::try_from(row.minutes).map_err(|_| bad("minutes"))?;
        Ok(Entry {
            reference: Reference::parse(&row.reference).ok_or_else(|| bad("reference"))?,
            kind: MeetingKind::parse(&row.kind).ok_or_else(|| bad("kind"))?,
            place: MeetingPlace::parse(&row.place).ok_or_else(|| bad("place"))?,
            state: MeetingState::parse(&row.state).ok_or_else(|| bad("state"))?,
            slot: Slot::new(Instant(row.start_at), minutes).map_err(|_| bad("start_at"))?,
            meeting: row.meeting,
            site: row.site,
            room: row.room,
            sequence: row.sequence,
            changed: Instant(row.changed_at),
        })
    }
}

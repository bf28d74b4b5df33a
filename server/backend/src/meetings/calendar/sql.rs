use super::CalendarEntry;
use crate::requests::{Viewer, visible};
use crate::{BackendError, Conn, Id, Result, on};
use domain::Instant;
use domain::meeting::{MeetingKind, MeetingPlace, MeetingState, Slot};
use domain::request::Reference;

#[derive(sqlx::FromRow)]
struct Row {
    meeting: Id,
    request: Id,
    visible: i64,
    reference: String,
    kind: String,
    place: String,
    room: Option<String>,
    adviser: Id,
    adviser_name: String,
    adviser_here: i64,
    firm: Option<String>,
    provider: Option<String>,
    state: String,
    start_at: i64,
    minutes: i64,
}

/// When the booked meetings of an adviser begin, from `from` on.
pub(super) async fn hosted(conn: &mut Conn, adviser: &Id, from: Instant) -> Result<Vec<Instant>> {
    let sql = "
        select start_at from meeting
        where adviser = $1 and state = 'booked' and start_at >= $2 order by start_at";
    let rows: Vec<(i64,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(adviser).bind(from.0).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(at,)| Instant(at)).collect())
}

/// Booked meetings and held times of the viewer's site that start in `span`. Holds that have run
/// out are free again and not there.
pub(super) async fn between(
    conn: &mut Conn,
    viewer: &Viewer,
    now: Instant,
    span: (Instant, Instant),
) -> Result<Vec<CalendarEntry>> {
    let sql = concat!(
        "select m.id as meeting, m.request, r.reference, m.kind, m.place, m.room, m.adviser,
            s.name as adviser_name,
            cast(case when ",
        visible!(),
        " then 1 else 0 end as bigint) as visible,
            cast(case when s.active = 1 and exists (
                select 1 from staff_role o
                where o.staff = s.id and o.site = m.site and o.role in ('adviser', 'coordinator')
            ) then 1 else 0 end as bigint) as adviser_here,
            coalesce(r.firm, r.person) as firm, m.provider, m.state, t.start_at, m.minutes
        from (
            select id, start_at from meeting where state in ('booked', 'held', 'no_show')
            union all
            select o.meeting, o.start_at from meeting_slot o
            join meeting p on p.id = o.meeting and p.state = 'proposed' and p.hold_until > $5
        ) t
        join meeting m on m.id = t.id
        join request r on r.id = m.request
        join staff s on s.id = m.adviser
        where m.site = $1 and t.start_at >= $6 and t.start_at < $7"
    );
    let day = now.day().to_string();
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day)
        .bind(now.0)
        .bind(span.0.0)
        .bind(span.1.0)
        .fetch_all(c)
        .await)?;
    let entries = rows.into_iter().map(|row| {
        let mut entry = CalendarEntry::try_from(row)?;
        if !entry.visible && entry.adviser != viewer.staff {
            entry.firm = None;
        }
        Ok(entry)
    });
    entries.collect()
}

impl TryFrom<Row> for CalendarEntry {
    type Error = BackendError;

    fn try_from(row: Row) -> Result<CalendarEntry> {
        let bad =
            |column: &str| BackendError::Unreadable(format!("meeting.{column} of {}", row.meeting));
        let minutes = u16::try_from(row.minutes).map_err(|_| bad("minutes"))?;
        Ok(CalendarEntry {
            reference: Reference::parse(&row.reference).ok_or_else(|| bad("reference"))?,
            kind: MeetingKind::parse(&row.kind).ok_or_else(|| bad("kind"))?,
            place: MeetingPlace::parse(&row.place).ok_or_else(|| bad("place"))?,
            state: MeetingState::parse(&row.state).ok_or_else(|| bad("state"))?,
            slot: Slot::new(Instant(row.start_at), minutes).map_err(|_| bad("start_at"))?,
            meeting: row.meeting,
            request: row.request,
            visible: row.visible != 0,
            room: row.room,
            adviser: row.adviser,
            adviser_name: row.adviser_name,
            adviser_here: row.adviser_here != 0,
            firm: row.firm,
            provider: row.provider,
        })
    }
}

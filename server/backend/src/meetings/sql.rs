use super::wishes::{self, WishRow};
use super::{Meeting, Seat};
use crate::{BackendError, Conn, Id, Result, Tx, on};
use domain::Instant;
use domain::meeting::{Answer, MeetingKind, MeetingPlace, MeetingState, Participant, Party, Slot};

/// The columns of [`Row`].
macro_rules! columns {
    () => {
        "m.id, m.site, m.request, m.kind, m.place, m.room, m.place_note, m.provider, m.adviser, \
         s.name as adviser_name, s.adviser as adviser_profile, m.minutes, m.state, m.start_at, \
         m.hold_until, m.booked_at, m.sequence, m.version"
    };
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Id,
    site: String,
    request: Id,
    kind: String,
    place: String,
    room: Option<String>,
    place_note: Option<String>,
    provider: Option<String>,
    adviser: Id,
    adviser_name: String,
    adviser_profile: Option<String>,
    minutes: i64,
    state: String,
    start_at: Option<i64>,
    hold_until: Option<i64>,
    booked_at: Option<i64>,
    sequence: i64,
    version: i64,
}

impl Row {
    pub(super) const fn id(&self) -> &Id {
        &self.id
    }
}

#[derive(sqlx::FromRow)]
pub(super) struct SeatRow {
    id: Id,
    party: String,
    subject: String,
    required: i64,
    answer: String,
    answered_at: Option<i64>,
    host_wanted: Option<i64>,
    message: Option<String>,
    uid: String,
}

/// A meeting, its offered starts, its participants, the starts each of them ticked, and what they
/// wished for instead.
pub(super) fn assemble(
    row: Row,
    offered: &[i64],
    seats: Vec<SeatRow>,
    ticks: &[(Id, i64)],
    wishes: &[WishRow],
) -> Result<Meeting> {
    let bad = |column: &str| BackendError::Unreadable(format!("meeting.{column} of {}", row.id));
    let minutes = u16::try_from(row.minutes).map_err(|_| bad("minutes"))?;
    let slot = |start: i64| Slot::new(Instant(start), minutes).map_err(|_| bad("start_at"));
    let offered: Vec<Slot> = offered.iter().map(|&start| slot(start)).collect::<Result<_>>()?;
    let mut assembled = Vec::with_capacity(seats.len());
    for seat in seats {
        let party = Party::parse(&seat.party).ok_or_else(|| bad("participant.party"))?;
        let ticked = ticks.iter().filter(|(whose, _)| *whose == seat.id);
        let answer = match (party, seat.answer.as_str()) {
            // The adviser is claimed for every time that is offered.
            (Party::Adviser, _) => Answer::Fits(offered.clone()),
            (_, "fits") => {
                Answer::Fits(ticked.map(|&(_, start)| slot(start)).collect::<Result<_>>()?)
            }
            (_, "none_fits") => Answer::NoneFits,
            _ => Answer::Open,
        };
        let own = wishes.iter().filter(|wish| wish.participant == seat.id);
        let wishes = own.map(WishRow::wish).collect::<Result<_>>()?;
        assembled.push(Seat {
            id: seat.id,
            wishes,
            subject: seat.subject,
            participant: Participant { party, required: seat.required != 0, answer },
            host_wanted: seat.host_wanted.map(|wanted| wanted != 0),
            message: seat.message,
            answered_at: seat.answered_at.map(Instant),
            uid: seat.uid,
        });
    }
    let is_firm = |seat: &&Seat| seat.participant.party == Party::Sme;
    Ok(Meeting {
        firms: assembled.iter().filter(is_firm).count(),
        kind: MeetingKind::parse(&row.kind).ok_or_else(|| bad("kind"))?,
        place: MeetingPlace::parse(&row.place).ok_or_else(|| bad("place"))?,
        state: MeetingState::parse(&row.state).ok_or_else(|| bad("state"))?,
        slot: row.start_at.map(slot).transpose()?,
        hold_until: row.hold_until.map(Instant),
        booked_at: row.booked_at.map(Instant),
        id: row.id,
        site: row.site,
        request: row.request,
        room: row.room,
        place_note: row.place_note,
        provider: row.provider,
        adviser: row.adviser,
        adviser_name: row.adviser_name,
        adviser_profile: row.adviser_profile,
        minutes,
        offered,
        seats: assembled,
        sequence: row.sequence,
        version: row.version,
    })
}

pub(super) async fn find(conn: &mut Conn, id: &Id) -> Result<Option<Row>> {
    let sql = concat!(
        "select ",
        columns!(),
        " from meeting m join staff s on s.id = m.adviser where m.id = $1"
    );
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(id).fetch_optional(c).await)?)
}

pub(super) async fn of_request(conn: &mut Conn, request: &Id) -> Result<Vec<Row>> {
    let sql = concat!(
        "select ",
        columns!(),
        " from meeting m join staff s on s.id = m.adviser
          where m.id in (select meeting from participant where request = $1)
          order by m.created_at desc, m.id desc"
    );
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?)
}

pub(super) async fn offered(conn: &mut Conn, meeting: &Id) -> Result<Vec<i64>> {
    let sql = "select start_at from meeting_slot where meeting = $1 order by start_at";
    let rows: Vec<(i64,)> = on!(conn, |c| sqlx::query_as(sql).bind(meeting).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(start,)| start).collect())
}

pub(super) async fn seats(conn: &mut Conn, meeting: &Id) -> Result<Vec<SeatRow>> {
    let sql = "
        select id, party, subject, required, answer, answered_at, host_wanted, message, uid
        from participant where meeting = $1 order by party desc, id";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(meeting).fetch_all(c).await)?)
}

pub(super) async fn ticks(conn: &mut Conn, meeting: &Id) -> Result<Vec<(Id, i64)>> {
    let sql = "
        select s.participant, s.start_at from participant_slot s
        join participant p on p.id = s.participant where p.meeting = $1
        order by s.participant, s.start_at";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(meeting).fetch_all(c).await)?)
}

/// The requests whose firms take part, in the order in which they are locked.
pub(super) async fn requests(conn: &mut Conn, meeting: &Id) -> Result<Vec<Id>> {
    let sql = "
        select request from participant where meeting = $1 and request is not null
        order by request";
    let rows: Vec<(Id,)> = on!(conn, |c| sqlx::query_as(sql).bind(meeting).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// States of the meetings of a request, one excepted.
pub(super) async fn other_states(
    conn: &mut Conn,
    request: &Id,
    except: &Id,
) -> Result<Vec<MeetingState>> {
    let sql = "
        select m.state from meeting m join participant p on p.meeting = m.id
        where p.request = $1 and m.id <> $2";
    let rows: Vec<(String,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(request).bind(except).fetch_all(c).await)?;
    Ok(rows.iter().filter_map(|(state,)| MeetingState::parse(state)).collect())
}

pub(super) async fn insert(tx: &mut Tx, new: &Meeting, now: Instant) -> Result<()> {
    let sql = "
        insert into meeting
            (id, site, request, kind, place, room, place_note, provider, adviser, minutes, state,
             start_at, hold_until, booked_at, sequence, version, created_at, changed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)";
    on!(tx, |c| sqlx::query(sql)
        .bind(&new.id)
        .bind(&new.site)
        .bind(&new.request)
        .bind(new.kind.code())
        .bind(new.place.code())
        .bind(new.room.as_deref())
        .bind(new.place_note.as_deref())
        .bind(new.provider.as_deref())
        .bind(&new.adviser)
        .bind(i64::from(new.minutes))
        .bind(new.state.code())
        .bind(new.slot.map(|slot| slot.start().0))
        .bind(new.hold_until.map(|until| until.0))
        .bind(new.booked_at.map(|at| at.0))
        .bind(new.sequence)
        .bind(new.version)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Writes what may change about a meeting and counts its version up. Of another time nobody was
/// reminded yet.
pub(super) async fn update(tx: &mut Tx, meeting: &Meeting, now: Instant) -> Result<()> {
    let sql = "
        update meeting set state = $2, start_at = $3, hold_until = $4, sequence = $5,
            version = version + 1, changed_at = $6, place = $7, room = $8, place_note = $9,
            adviser = $10, booked_at = $11,
            reminded_at = case when start_at = $3 then reminded_at end
        where id = $1";
    on!(tx, |c| sqlx::query(sql)
        .bind(&meeting.id)
        .bind(meeting.state.code())
        .bind(meeting.slot.map(|slot| slot.start().0))
        .bind(meeting.hold_until.map(|until| until.0))
        .bind(meeting.sequence)
        .bind(now.0)
        .bind(meeting.place.code())
        .bind(meeting.room.as_deref())
        .bind(meeting.place_note.as_deref())
        .bind(&meeting.adviser)
        .bind(meeting.booked_at.map(|at| at.0))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn insert_seat(tx: &mut Tx, meeting: &Id, seat: &Seat) -> Result<()> {
    let sql = "
        insert into participant (id, meeting, party, subject, request, required, answer, uid)
        values ($1, $2, $3, $4, $5, $6, 'open', $7)";
    let party = seat.participant.party;
    on!(tx, |c| sqlx::query(sql)
        .bind(&seat.id)
        .bind(meeting)
        .bind(party.code())
        .bind(&seat.subject)
        .bind((party == Party::Sme).then_some(seat.subject.as_str()))
        .bind(i64::from(seat.participant.required))
        .bind(&seat.uid)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn delete_seat(tx: &mut Tx, seat: &Id) -> Result<()> {
    let sql = "delete from participant where id = $1";
    on!(tx, |c| sqlx::query(sql).bind(seat).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Makes another firm's request the meeting's own.
pub(super) async fn set_request(tx: &mut Tx, meeting: &Id, request: &Id) -> Result<()> {
    let sql = "update meeting set request = $2 where id = $1";
    on!(tx, |c| sqlx::query(sql).bind(meeting).bind(request).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Replaces the offered times; nobody has answered the new ones.
pub(super) async fn offer(tx: &mut Tx, meeting: &Id, slots: &[Slot]) -> Result<()> {
    for sql in [
        "delete from participant_slot
         where participant in (select id from participant where meeting = $1)",
        "delete from participant_wish
         where participant in (select id from participant where meeting = $1)",
        "delete from meeting_slot where meeting = $1",
        "update participant set answer = 'open', answered_at = null, message = null
         where meeting = $1",
    ] {
        on!(tx, |c| sqlx::query(sql).bind(meeting).execute(c).await.map(|_| ()))?;
    }
    for slot in slots {
        let sql = "insert into meeting_slot (meeting, start_at) values ($1, $2)";
        let start = slot.start().0;
        on!(tx, |c| sqlx::query(sql).bind(meeting).bind(start).execute(c).await.map(|_| ()))?;
    }
    Ok(())
}

/// Writes a participant's answer over whatever it was.
pub(super) async fn write_answer(tx: &mut Tx, seat: &Seat, now: Instant) -> Result<()> {
    let (code, ticked) = match &seat.participant.answer {
        Answer::Open => ("open", &[][..]),
        Answer::Fits(slots) => ("fits", &slots[..]),
        Answer::NoneFits => ("none_fits", &[][..]),
    };
    let sql = "
        update participant set answer = $2, answered_at = $3, host_wanted = coalesce($4, host_wanted),
            message = $5
        where id = $1";
    on!(tx, |c| sqlx::query(sql)
        .bind(&seat.id)
        .bind(code)
        .bind(now.0)
        .bind(seat.host_wanted.map(i64::from))
        .bind(seat.message.as_deref())
        .execute(c)
        .await
        .map(|_| ()))?;
    let sql = "delete from participant_slot where participant = $1";
    on!(tx, |c| sqlx::query(sql).bind(&seat.id).execute(c).await.map(|_| ()))?;
    for slot in ticked {
        let sql = "insert into participant_slot (participant, start_at) values ($1, $2)";
        let start = slot.start().0;
        on!(tx, |c| sqlx::query(sql).bind(&seat.id).bind(start).execute(c).await.map(|_| ()))?;
    }
    wishes::write(tx, &seat.id, &seat.wishes).await
}

/// Meetings whose holds have run out.
pub(super) async fn run_out(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<Id>> {
    let sql = "
        select id from meeting where state = 'proposed' and hold_until <= $1
        order by hold_until, id limit $2";
    let rows: Vec<(Id,)> =
        on!(conn, |c| sqlx::query_as(sql).bind(now.0).bind(limit).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Booked meetings that begin in between and of which nobody was reminded.
pub(super) async fn to_remind(
    conn: &mut Conn,
    now: Instant,
    until: Instant,
    limit: i64,
) -> Result<Vec<Id>> {
    let sql = "
        select id from meeting
        where state = 'booked' and start_at > $1 and start_at <= $2 and reminded_at is null
        order by start_at, id limit $3";
    let rows: Vec<(Id,)> = on!(conn, |c| sqlx::query_as(sql)
        .bind(now.0)
        .bind(until.0)
        .bind(limit)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Notes that everybody is reminded; `false` if somebody has noted it before.
pub(super) async fn mark_reminded(tx: &mut Tx, meeting: &Id, now: Instant) -> Result<bool> {
    let sql = "update meeting set reminded_at = $2 where id = $1 and reminded_at is null";
    let n = on!(tx, |c| sqlx::query(sql)
        .bind(meeting)
        .bind(now.0)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(n == 1)
}

/// Requests of other firms that take part in a meeting of this one.
pub(super) async fn companions(conn: &mut Conn, request: &Id) -> Result<Vec<Id>> {
    let sql = "
        select distinct other.request from participant own
        join participant other on other.meeting = own.meeting
        where own.request = $1 and other.request is not null and other.request <> $1";
    let rows: Vec<(Id,)> = on!(conn, |c| sqlx::query_as(sql).bind(request).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Makes the joint meetings of a request those of another firm that takes part.
pub(super) async fn hand_over_joint(tx: &mut Tx, request: &Id) -> Result<()> {
    let sql = "
        update meeting set place_note = null, request = (
            select min(other.request) from participant other
            where other.meeting = meeting.id and other.request <> $1)
        where request = $1 and exists (
            select 1 from participant other
            where other.meeting = meeting.id and other.request <> $1)";
    on!(tx, |c| sqlx::query(sql).bind(request).execute(c).await.map(|_| ()))?;
    Ok(())
}

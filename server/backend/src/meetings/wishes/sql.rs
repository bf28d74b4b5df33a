use crate::{BackendError, Conn, Id, Result, Tx, on};
use domain::meeting::{DayPart, TimeWish};

/// A wish and whose it is.
#[derive(sqlx::FromRow)]
pub(in super::super) struct WishRow {
    pub participant: Id,
    day: String,
    part: String,
}

impl WishRow {
    pub(in super::super) fn wish(&self) -> Result<TimeWish> {
        let bad = || BackendError::Unreadable(format!("participant_wish of {}", self.participant));
        let day = self.day.parse().map_err(|_| bad())?;
        let part = DayPart::parse(&self.part).ok_or_else(bad)?;
        Ok(TimeWish { day, part })
    }
}

/// Every wish of a meeting's participants, in the order in which they gave them.
pub(in super::super) async fn of_meeting(conn: &mut Conn, meeting: &Id) -> Result<Vec<WishRow>> {
    let sql = "
        select w.participant, w.day, w.part from participant_wish w
        join participant p on p.id = w.participant where p.meeting = $1
        order by w.participant, w.nr";
    Ok(on!(conn, |c| sqlx::query_as(sql).bind(meeting).fetch_all(c).await)?)
}

/// Writes somebody's wishes over whatever they were.
pub(in super::super) async fn write(
    tx: &mut Tx,
    participant: &Id,
    wishes: &[TimeWish],
) -> Result<()> {
    let sql = "delete from participant_wish where participant = $1";
    on!(tx, |c| sqlx::query(sql).bind(participant).execute(c).await.map(|_| ()))?;
    for (nr, wish) in (1_i64..).zip(wishes) {
        let sql =
            "insert into participant_wish (participant, nr, day, part) values ($1, $2, $3, $4)";
        on!(tx, |c| sqlx::query(sql)
            .bind(participant)
            .bind(nr)
            .bind(wish.day.to_string())
            .bind(wish.part.code())
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    Ok(())
}

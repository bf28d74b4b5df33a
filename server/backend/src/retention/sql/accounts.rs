use crate::{Conn, Id, Result, Tx, on};
use domain::Instant;

/// Accounts that were locked before this moment and still have a name, with that moment.
pub(in super::super) async fn former_staff(
    conn: &mut Conn,
    before: Instant,
) -> Result<Vec<(Id, Instant)>> {
    let sql = "
        select s.id, max(a.at) from staff s
        join audit a on a.subject_kind = 'staff' and a.subject = s.id
            and a.action = 'staff.disabled'
        where s.active = 0 and s.email <> s.id || '@geloescht.invalid'
        group by s.id having max(a.at) < $1 order by s.id";
    let rows: Vec<(Id, i64)> =
        on!(conn, |c| sqlx::query_as(sql).bind(before.0).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(id, at)| (id, Instant(at))).collect())
}

pub(in super::super) async fn account_exists(conn: &mut Conn, id: &Id) -> Result<bool> {
    let sql = "select count(*) from staff where id = $1";
    let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql).bind(id).fetch_one(c).await)?;
    Ok(n > 0)
}

/// Takes everything from an account that says who it was or lets them in.
pub(in super::super) async fn strip_account(tx: &mut Tx, id: &Id, name: &str) -> Result<()> {
    for sql in [
        "delete from outbox where request is null
            and recipient = (select email from staff where id = $1)",
        "delete from link_token where subject = $1",
        "delete from staff_credential where staff = $1",
        "delete from staff_enrolment where staff = $1",
        "delete from staff_session where staff = $1",
        "delete from staff_role where staff = $1",
        "delete from absence where staff = $1",
        "delete from desk_assignment where staff = $1",
    ] {
        on!(tx, |c| sqlx::query(sql).bind(id).execute(c).await.map(|_| ()))?;
    }
    let sql = "
        update staff set name = $2, email = id || '@geloescht.invalid', adviser = null, active = 0
        where id = $1";
    on!(tx, |c| sqlx::query(sql).bind(id).bind(name).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Deletes nameless accounts to which nothing points any more.
pub(in super::super) async fn delete_stripped_accounts(tx: &mut Tx) -> Result<()> {
    let sql = "
        delete from staff where active = 0 and email = id || '@geloescht.invalid'
            and not exists (select 1 from meeting where adviser = staff.id)
            and not exists (select 1 from request_event where actor = staff.id or detail = staff.id)
            and not exists (select 1 from request_provider where proposed_by = staff.id)
            and not exists (
                select 1 from request where assigned = staff.id or substitute_for = staff.id)";
    on!(tx, |c| sqlx::query(sql).execute(c).await.map(|_| ()))?;
    Ok(())
}

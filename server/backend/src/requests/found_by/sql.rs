use super::super::Viewer;
use super::super::inbox::{Line, Named, PAGE, named_columns, visible};
use super::super::sql::columns;
use super::{MOST_WORDS, words};
use crate::{Conn, Id, Result, Tx, on};
use domain::request::Reference;
use jiff::civil::Date;

pub(super) async fn search(
    conn: &mut Conn,
    viewer: &Viewer,
    day: Date,
    like: &[String; MOST_WORDS],
    offset: i64,
) -> Result<Vec<Named>> {
    let sql = concat!(
        named_columns!(),
        visible!(),
        " and r.found_by like $7 and r.found_by like $8 and r.found_by like $9
             and r.found_by like $10
         order by r.created_at desc, r.id desc limit $5 offset $6"
    );
    let lines: Vec<Line> = on!(conn, |c| sqlx::query_as(sql)
        .bind(&viewer.site)
        .bind(&viewer.staff)
        .bind(i64::from(viewer.sees_all))
        .bind(day.to_string())
        .bind(i64::from(PAGE))
        .bind(offset)
        .bind(&like[0])
        .bind(&like[1])
        .bind(&like[2])
        .bind(&like[3])
        .fetch_all(c)
        .await)?;
    lines.into_iter().map(Line::named).collect()
}

#[derive(sqlx::FromRow)]
struct Words {
    id: Id,
    reference: String,
    firm: Option<String>,
    person: String,
    email: Option<String>,
    phone: Option<String>,
}

/// Fills in what rows of an earlier version are found by, at most `limit` of them.
pub(in super::super) async fn fill(tx: &mut Tx, limit: i64) -> Result<()> {
    let sql = "select id, reference, firm, person, email, phone from request
               where found_by = '' order by id limit $1";
    let rows: Vec<Words> = on!(tx, |c| sqlx::query_as(sql).bind(limit).fetch_all(c).await)?;
    for row in rows {
        let Some(reference) = Reference::parse(&row.reference) else { continue };
        let texts = [row.firm.as_deref(), Some(row.person.as_str()), row.email.as_deref()];
        let found_by = words(reference, texts, row.phone.as_deref());
        let sql = "update request set found_by = $2 where id = $1";
        on!(tx, |c| sqlx::query(sql).bind(&row.id).bind(&found_by).execute(c).await.map(|_| ()))?;
    }
    Ok(())
}

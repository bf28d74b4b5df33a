//! The audit log: who did what to which row, in ids and codes, never in words. A trigger keeps it
//! append-only on both databases.

mod sql;

use crate::{Backend, Id, Result, Tx};

/// Who does something.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// The firm that asked, by its link.
    Sme,
    /// A member of staff.
    Staff(Id),
    /// A provider, by its link.
    Provider(String),
    /// A job.
    System,
}

impl Actor {
    /// The code in the `actor_kind` column.
    pub const fn kind(&self) -> &'static str {
        match self {
            Actor::Sme => "sme",
            Actor::Staff(_) => "staff",
            Actor::Provider(_) => "provider",
            Actor::System => "system",
        }
    }

    /// Which one, where there are several.
    pub fn id(&self) -> Option<&str> {
        match self {
            Actor::Staff(id) => Some(id.as_str()),
            Actor::Provider(id) => Some(id),
            Actor::Sme | Actor::System => None,
        }
    }

    /// The actor with these column values.
    pub(crate) fn from_columns(kind: &str, id: Option<String>) -> Actor {
        match (kind, id) {
            ("sme", _) => Actor::Sme,
            ("staff", Some(id)) => Id::parse(&id).map_or(Actor::System, Actor::Staff),
            ("provider", Some(id)) => Actor::Provider(id),
            _ => Actor::System,
        }
    }
}

/// One line of the log.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// Where.
    pub site: &'a str,
    /// Who.
    pub actor: &'a Actor,
    /// What, a code: `request.withdrawn`, `session.ended` …
    pub action: &'a str,
    /// What kind of row: `request`, `staff` …
    pub subject_kind: &'a str,
    /// Which row.
    pub subject: &'a str,
    /// A code that says more, if one is needed.
    pub detail: Option<&'a str>,
}

/// Writes a line as part of `tx`.
pub async fn write(tx: &mut Tx, backend: &Backend, entry: Entry<'_>) -> Result<()> {
    sql::insert(tx, &backend.id(), backend.now(), &entry).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Fixture;
    use crate::{on, transaction};

    test_db!(the_log_is_append_only, |f: Fixture| async move {
        let b = f.backend.clone();
        let entry = Entry {
            site: "dortmund",
            actor: &Actor::System,
            action: "test",
            subject_kind: "request",
            subject: "x",
            detail: None,
        };
        transaction!(b.db, |tx| write(tx, &b, entry).await).unwrap();
        for sql in ["update audit set action = 'other'", "delete from audit"] {
            let refused = transaction!(b.db, |tx| {
                on!(tx, |c| sqlx::query(sql).execute(c).await.map(|_| ()))?;
                Ok(())
            });
            assert!(refused.is_err_and(|e| e.to_string().contains("append-only")), "{sql}");
        }
        let mut conn = b.db.read().await.unwrap();
        let (n,): (i64,) =
            on!(conn, |c| sqlx::query_as("select count(*) from audit").fetch_one(c).await).unwrap();
        assert_eq!(n, 1);
    });
}

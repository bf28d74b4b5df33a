//! What can go wrong in a use case, seen by the operator. What a person is told is chosen at the
//! edge, from the code of a refusal.

/// The error of every use case.
#[derive(Debug, thiserror::Error)]
pub enum BackendError {
    /// The database answered with an error that repeating does not cure.
    #[error("database: {0}")]
    Db(#[source] sqlx::Error),
    /// The database was busy or deadlocked, also after the repetitions; nothing was changed.
    /// Answer with 503 and `Retry-After`.
    #[error("database busy")]
    Busy,
    /// The database cannot be reached or cannot write. If a commit was under way, nobody knows
    /// whether it took effect. Answer with 503 and `Retry-After`.
    #[error("database unavailable: {0}")]
    Unavailable(#[source] sqlx::Error),
    /// There is no such row for this person. Answer with the 404 page.
    #[error("not found")]
    NotFound,
    /// Somebody else changed the row since it was read. Answer with 409 and the row as it is now.
    #[error("changed meanwhile")]
    Conflict,
    /// A rule says no; the code is translated at the edge. Answer with 422 or 409.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// The database was written by a newer version of the program.
    #[error("the database has schema version {found}, this program knows versions up to {known}")]
    SchemaNewer {
        /// Version found in the database.
        found: i64,
        /// Newest version of this program.
        known: i64,
    },
    /// A migration that already ran reads differently now.
    #[error("migration {0} was changed after it ran")]
    SchemaChanged(i64),
    /// A value in the database or in the configuration cannot be read.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// A task panicked; the panic itself was logged where it happened.
    #[error("a task panicked")]
    Panicked,
}

/// The result of a use case.
pub type Result<T, E = BackendError> = std::result::Result<T, E>;

impl From<sqlx::Error> for BackendError {
    fn from(error: sqlx::Error) -> Self {
        match kind(&error) {
            Kind::Busy => BackendError::Busy,
            Kind::Unavailable => BackendError::Unavailable(error),
            Kind::Other => BackendError::Db(error),
        }
    }
}

impl BackendError {
    /// Whether nothing happened and doing the same again may succeed.
    pub const fn is_transient(&self) -> bool {
        matches!(self, BackendError::Busy)
    }

    /// Whether a unique index or primary key refused the row.
    pub fn is_unique_violation(&self) -> bool {
        matches!(self, BackendError::Db(sqlx::Error::Database(e)) if e.is_unique_violation())
    }
}

enum Kind {
    Busy,
    Unavailable,
    Other,
}

fn kind(error: &sqlx::Error) -> Kind {
    match error {
        sqlx::Error::PoolTimedOut => Kind::Busy,
        sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed | sqlx::Error::PoolClosed => {
            Kind::Unavailable
        }
        sqlx::Error::Database(e) => match e.code().as_deref() {
            // PostgreSQL: serialisation failure, deadlock, lock timeout, too many connections.
            Some("40001" | "40P01" | "55P03" | "53300") => Kind::Busy,
            // PostgreSQL: disk full, out of memory, I/O error, shutting down, starting up, and a
            // session that was ended from outside.
            Some("53100" | "53200" | "58030" | "57P01" | "57P02" | "57P03" | "57014" | "25P03") => {
                Kind::Unavailable
            }
            // SQLite reports numbers of at most four digits, PostgreSQL always five characters.
            Some(code) if code.len() < 5 => sqlite_kind(code.parse().unwrap_or_default()),
            _ => Kind::Other,
        },
        _ => Kind::Other,
    }
}

/// The last byte is the primary code: busy (5), locked (6); read-only (8), I/O (10), full (13),
/// cannot open (14).
const fn sqlite_kind(code: i64) -> Kind {
    match code & 0xff {
        5 | 6 => Kind::Busy,
        8 | 10 | 13 | 14 => Kind::Unavailable,
        _ => Kind::Other,
    }
}

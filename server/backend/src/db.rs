//! The database: SQLite in one file, or PostgreSQL. One SQL text serves both; what differs is
//! here and nowhere else.
//!
//! Reading takes a [`Conn`] from [`Db::read`]. Writing takes a [`Tx`], which
//! [`transaction!`](crate::transaction) makes: on SQLite it is a `BEGIN IMMEDIATE` on the one writing connection, so it can neither
//! deadlock nor fail half-way because it read first; on PostgreSQL it is a read-committed
//! transaction in which [`Tx::lock`] makes rivals wait for each other.

use crate::error::{BackendError, Result};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Executor as _, PgPool, Postgres, Sqlite, SqlitePool, Transaction};
use std::ops::{Deref, DerefMut};
use std::str::FromStr as _;
use std::time::Duration;

/// How often a write is repeated after a deadlock, a serialisation failure or a busy database.
const REPETITIONS: u32 = 3;

/// How long to wait for a connection, and SQLite for the file.
const PATIENCE: Duration = Duration::from_secs(5);

/// A database; clones share their connections.
#[derive(Clone, Debug)]
pub enum Db {
    /// One file.
    Sqlite(SqliteDb),
    /// A server; several programs may share it.
    Postgres(PgPool),
}

/// The two pools of an SQLite database. The fields are private so that nobody can begin a
/// transaction that upgrades itself.
#[derive(Clone, Debug)]
pub struct SqliteDb {
    writer: SqlitePool,
    readers: SqlitePool,
}

impl Db {
    /// Opens `sqlite://path`, `sqlite:path` or `postgres://…`. An SQLite file is created if
    /// missing. Does not migrate.
    pub async fn open(url: &str) -> Result<Db> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return open_postgres(url).await;
        }
        if url.starts_with("sqlite:") {
            return open_sqlite(url).await;
        }
        Err(BackendError::Unreadable(
            "database address must begin with sqlite: or postgres:".into(),
        ))
    }

    /// A connection for reading. On SQLite it cannot write.
    pub async fn read(&self) -> Result<Conn> {
        Ok(Conn(match self {
            Db::Sqlite(db) => Inner::SqliteRead(db.readers.acquire().await?),
            Db::Postgres(pool) => Inner::PostgresRead(pool.acquire().await?),
        }))
    }

    /// Begins a transaction that the caller commits; prefer
    /// [`transaction!`](crate::transaction), which repeats.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(Tx(Conn(match self {
            Db::Sqlite(db) => Inner::Sqlite(db.writer.begin_with("BEGIN IMMEDIATE").await?),
            Db::Postgres(pool) => Inner::Postgres(pool.begin().await?),
        })))
    }

    /// Closes all connections, after those in use came back.
    pub async fn close(&self) {
        match self {
            Db::Sqlite(db) => {
                db.readers.close().await;
                db.writer.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }
}

/// A connection for reading; see [`Db::read`]. A [`Tx`] is one, too.
#[derive(Debug)]
pub struct Conn(Inner);

#[derive(Debug)]
enum Inner {
    SqliteRead(PoolConnection<Sqlite>),
    PostgresRead(PoolConnection<Postgres>),
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// What [`on!`](crate::on) matches: the driver's own connection.
pub enum Handle<'c> {
    /// SQLite.
    Sqlite(&'c mut SqliteConnection),
    /// PostgreSQL.
    Postgres(&'c mut PgConnection),
}

impl Conn {
    /// The driver's connection, for [`on!`](crate::on).
    pub fn handle(&mut self) -> Handle<'_> {
        match &mut self.0 {
            Inner::SqliteRead(conn) => Handle::Sqlite(conn),
            Inner::PostgresRead(conn) => Handle::Postgres(conn),
            Inner::Sqlite(tx) => Handle::Sqlite(tx),
            Inner::Postgres(tx) => Handle::Postgres(tx),
        }
    }
}

/// A writing transaction. Dropping it rolls it back.
#[derive(Debug)]
pub struct Tx(Conn);

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

impl Tx {
    /// Until the end of this transaction no other one passes the same `(kind, id)`. Call it before
    /// the first read that a decision depends on. On SQLite writers are alone anyway. Lock kinds
    /// in the order of [`LOCK_ORDER`] so that nobody waits in a circle.
    pub async fn lock(&mut self, kind: &str, id: &str) -> Result<()> {
        if let Handle::Postgres(conn) = self.handle() {
            sqlx::query("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                .bind(format!("{kind}:{id}"))
                .execute(conn)
                .await?;
        }
        Ok(())
    }

    /// Makes everything done in this transaction permanent.
    pub async fn commit(self) -> Result<()> {
        match self.0.0 {
            Inner::Sqlite(tx) => Ok(tx.commit().await?),
            Inner::Postgres(tx) => Ok(tx.commit().await?),
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => Ok(()),
        }
    }

    /// Commits after success, rolls back after an error.
    pub async fn finish<T>(self, result: Result<T>) -> Result<T> {
        match result {
            Ok(value) => self.commit().await.map(|()| value),
            Err(error) => {
                self.rollback().await;
                Err(error)
            }
        }
    }

    /// Undoes everything. An error is no matter: the connection's end undoes it, too.
    pub async fn rollback(self) {
        let undone = match self.0.0 {
            Inner::Sqlite(tx) => tx.rollback().await,
            Inner::Postgres(tx) => tx.rollback().await,
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => Ok(()),
        };
        if let Err(error) = undone {
            tracing::debug!(%error, "rollback");
        }
    }
}

/// The order in which kinds are locked.
pub const LOCK_ORDER: [&str; 8] =
    ["form", "site", "staff", "request", "meeting", "device", "mail", "job"];

/// Runs one SQL text on whichever database it is: `on!(conn, |c| sqlx::query("…").execute(c).await)`
/// with a `&mut Conn` or `&mut Tx`. The expression is compiled once for each driver.
#[macro_export]
macro_rules! on {
    ($conn:expr, |$c:ident| $body:expr) => {
        match $conn.handle() {
            $crate::db::Handle::Sqlite($c) => $body,
            $crate::db::Handle::Postgres($c) => $body,
        }
    };
}

/// Runs a block in one transaction of `$db` (a [`Db`]) and commits if it gives `Ok`; any `Err` rolls
/// everything back: `transaction!(backend.db, |tx| { …; Ok(value) })`, where `tx` is a `&mut Tx`.
///
/// After a deadlock, a serialisation failure or a busy database the block runs again, at most
/// three times, so it must have no effect but its SQL. Await nothing but SQL inside. (A macro and
/// no method: futures of async closures over borrowed data cannot be shown to be `Send` yet.)
#[macro_export]
macro_rules! transaction {
    ($db:expr, |$tx:ident| $body:expr) => {{
        let mut again = $crate::db::Again::default();
        loop {
            let result = match $crate::db::Db::begin(&$db).await {
                Ok(mut owned) => {
                    let $tx: &mut $crate::db::Tx = &mut owned;
                    let result: $crate::error::Result<_> = async { $body }.await;
                    owned.finish(result).await
                }
                Err(error) => Err(error),
            };
            match result {
                Err(error) if again.pause(&error).await => {}
                other => break other,
            }
        }
    }};
}

/// Counts the repetitions of one write; used by [`transaction!`](crate::transaction).
#[derive(Debug, Default)]
pub struct Again(u32);

impl Again {
    /// Waits and says yes if `error` may pass and the write has not been repeated often enough.
    pub async fn pause(&mut self, error: &BackendError) -> bool {
        use std::hash::{BuildHasher as _, RandomState};
        if !error.is_transient() || self.0 >= REPETITIONS {
            return false;
        }
        self.0 += 1;
        // Two rivals must not meet again: any unequal numbers do, they are no secret.
        let jitter = RandomState::new().hash_one(self.0) % 20;
        let pause = Duration::from_millis(10 * (1 << self.0) + jitter);
        #[expect(clippy::disallowed_methods, reason = "no decision depends on how long it took")]
        tokio::time::sleep(pause).await;
        true
    }
}

async fn open_sqlite(url: &str) -> Result<Db> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(|e| BackendError::Unreadable(format!("database address: {e}")))?
        .busy_timeout(PATIENCE)
        .foreign_keys(true);
    let writing = options
        .clone()
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(2 * PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_with(writing)
        .await?;
    let readers = SqlitePoolOptions::new()
        .max_connections(8)
        .acquire_timeout(PATIENCE)
        .connect_with(options.read_only(true))
        .await?;
    Ok(Db::Sqlite(SqliteDb { writer, readers }))
}

async fn open_postgres(url: &str) -> Result<Db> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| BackendError::Unreadable("database address".into()))?
        .application_name("werkbank")
        // ROLLBACK without a transaction (below) would otherwise be reported as a warning.
        .options([("client_min_messages", "error"), ("timezone", "UTC")])
        .options([
            ("idle_in_transaction_session_timeout", "15s"),
            ("statement_timeout", "15s"),
            ("lock_timeout", "10s"),
        ]);
    let pool = PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(PATIENCE)
        // A cancelled `begin` may return a connection with an open transaction to the pool
        // (launchbadge/sqlx#4385): whatever comes back is rolled back.
        .after_release(|conn, _| {
            Box::pin(async move {
                conn.execute("rollback").await?;
                Ok(true)
            })
        })
        .connect_with(options)
        .await?;
    Ok(Db::Postgres(pool))
}

#[cfg(test)]
mod tests;

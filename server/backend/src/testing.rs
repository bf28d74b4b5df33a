//! One test body, two databases. `test_db!(name, |f| async move { … })` makes `name::sqlite` and
//! `name::postgres`; `f` is a [`Fixture`] with an empty, migrated database, a clock that stands
//! still at noon on 24 November 2026 and repeatable randomness.

use crate::{Backend, Db, FixedClock, SeededEntropy};
use domain::Instant;
use std::path::PathBuf;
use std::sync::Arc;

/// Tuesday, 24 November 2026, 12:00 in Berlin.
pub const NOON: Instant = Instant(1_795_518_000_000);

/// A backend on a database of its own.
pub struct Fixture {
    /// The backend under test.
    pub backend: Backend,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    folder: Option<PathBuf>,
}

macro_rules! test_db {
    ($(#[$meta:meta])* $name:ident, $body:expr) => {
        mod $name {
            use super::*;
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn sqlite() {
                let body = $body;
                let fixture = $crate::testing::Fixture::sqlite().await;
                body(fixture).await;
            }
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn postgres() {
                let body = $body;
                let Some(fixture) = $crate::testing::Fixture::postgres().await else { return };
                body(fixture).await;
            }
        }
    };
}

impl Fixture {
    /// On a new file.
    pub async fn sqlite() -> Fixture {
        let fixture = Fixture::empty_sqlite().await;
        fixture.backend.db.migrate(NOON).await.unwrap();
        fixture
    }

    /// On a new schema of the test server; `None` only if a developer asked for SQLite alone.
    pub async fn postgres() -> Option<Fixture> {
        let fixture = Fixture::empty_postgres().await?;
        fixture.backend.db.migrate(NOON).await.unwrap();
        Some(fixture)
    }

    /// As [`Fixture::sqlite`], without tables.
    pub async fn empty_sqlite() -> Fixture {
        let folder = std::env::temp_dir().join(format!("werkbank-test-{}", unique()));
        std::fs::create_dir_all(&folder).unwrap();
        let url = format!("sqlite:{}", folder.join("werkbank.sqlite").display());
        Fixture::new(Db::open(&url).await.unwrap(), Some(folder))
    }

    /// As [`Fixture::postgres`], without tables.
    pub async fn empty_postgres() -> Option<Fixture> {
        let Ok(server) = std::env::var("WERKBANK_TEST_POSTGRES") else {
            assert_eq!(
                std::env::var("WERKBANK_TEST_SQLITE_ONLY").as_deref(),
                Ok("1"),
                "no PostgreSQL for this test: run `cargo xtask test`, which starts one, or set \
                 WERKBANK_TEST_POSTGRES=postgres://user:password@host/database"
            );
            return None;
        };
        let schema = format!("test_{}", unique());
        let Db::Postgres(pool) = Db::open(&server).await.unwrap() else { panic!("not PostgreSQL") };
        let sql = sqlx::AssertSqlSafe(format!("create schema {schema}"));
        sqlx::query(sql).execute(&pool).await.unwrap();
        pool.close().await;
        let mark = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{mark}options[search_path]={schema}");
        Some(Fixture::new(Db::open(&url).await.unwrap(), None))
    }

    fn new(db: Db, folder: Option<PathBuf>) -> Fixture {
        let clock = Arc::new(FixedClock::new(NOON));
        let backend = Backend {
            clock: clock.clone(),
            entropy: Arc::new(SeededEntropy::new(1)),
            ..Backend::new(db, "https://werkbank.example/")
        };
        Fixture { backend, clock, folder }
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            // On Linux an open file may be unlinked; what is left otherwise is a temporary folder.
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

fn unique() -> String {
    use crate::Entropy as _;
    let mut bytes = [0; 12];
    crate::SystemEntropy.fill(&mut bytes);
    data_encoding::HEXLOWER.encode(&bytes)
}

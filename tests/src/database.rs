//! Databases of their own for tests: a file, or a schema of the test server.

use crate::Folder;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

static MADE: AtomicU32 = AtomicU32::new(0);

/// An empty database.
pub struct Database {
    /// What `--database` takes.
    pub url: String,
    _folder: Option<Folder>,
}

impl Database {
    /// A new SQLite file.
    pub fn sqlite() -> Database {
        let folder = Folder::new();
        let url = format!("sqlite:{}", folder.path().join("werkbank.sqlite").display());
        Database { url, _folder: Some(folder) }
    }

    /// This SQLite file, which whoever asks keeps.
    pub fn at(file: &Path) -> Database {
        Database { url: format!("sqlite:{}", file.display()), _folder: None }
    }

    /// A new schema of the PostgreSQL that `cargo xtask test` started. Several programs may share
    /// it.
    ///
    /// # Panics
    /// Without `WERKBANK_TEST_POSTGRES`: a test never skips a database silently.
    pub fn postgres() -> Database {
        let server = std::env::var("WERKBANK_TEST_POSTGRES")
            .expect("no PostgreSQL for this test: run `cargo xtask test`, which starts one");
        let n = MADE.fetch_add(1, Ordering::Relaxed);
        let schema = format!("program_{}_{n}", std::process::id());
        let create = format!("create schema {schema}");
        block_on(async {
            use sqlx::{ConnectOptions as _, Executor as _};
            let options: sqlx::postgres::PgConnectOptions = server.parse().expect("an address");
            let mut connection = options.connect().await.expect("PostgreSQL");
            connection.execute(sqlx::raw_sql(sqlx::AssertSqlSafe(create))).await.expect("a schema");
        });
        let mark = if server.contains('?') { '&' } else { '?' };
        Database { url: format!("{server}{mark}options[search_path]={schema}"), _folder: None }
    }

    /// Both, with their names: the same test body on each.
    pub fn both() -> [(&'static str, Database); 2] {
        [("SQLite", Database::sqlite()), ("PostgreSQL", Database::postgres())]
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(future)
}

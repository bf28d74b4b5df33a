//! The same database without the Werkbank: rows, each in a durable transaction of its own.

use std::path::Path;
use std::process::Command;
use tests::{Database, Folder};

/// A table in the database that only this measurement uses, with a row as long as a request.
pub struct Bare {
    url: String,
    folder: Folder,
}

const TABLE: &str = "create table if not exists bare (id text primary key, words text not null)";

/// Inserts for some seconds and prints how many rows a second. WAL and `synchronous = full`, as the
/// program has it; waits for the program's own writes as the program does.
const SQLITE: &str = "
import sqlite3, sys, time, uuid
db = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
db.execute('pragma journal_mode = wal')
db.execute('pragma synchronous = full')
words, n, began = 'x' * 600, 0, time.monotonic()
while time.monotonic() - began < float(sys.argv[2]):
    db.execute('begin immediate')
    db.execute('insert into bare values (?, ?)', (str(uuid.uuid4()), words))
    db.execute('commit')
    n += 1
print(n / (time.monotonic() - began))
";

/// The same for `pgbench`.
const POSTGRES: &str = "insert into bare values (gen_random_uuid()::text, repeat('x', 600));\n";

impl Bare {
    /// Makes the table.
    pub fn prepare(database: &Database) -> Bare {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let db = backend::Db::open(&database.url).await.expect("the database");
            backend::transaction!(db, |tx| {
                backend::on!(tx, |c| sqlx::query(TABLE).execute(c).await.map(|_| ()))?;
                Ok(())
            })
            .expect("a table");
            db.close().await;
        });
        let folder = Folder::new();
        std::fs::write(folder.path().join("insert.sql"), POSTGRES).expect("a file");
        Bare { url: database.url.clone(), folder }
    }

    /// Whether more than one connection can write at the same time.
    pub fn takes_many(&self) -> bool {
        !self.url.starts_with("sqlite:")
    }

    /// Rows a second, over so many connections.
    pub fn rate(&self, connections: usize, seconds: u64) -> f64 {
        let seconds = seconds.to_string();
        if let Some(file) = self.url.strip_prefix("sqlite:") {
            let python = std::env::var_os("WERKBANK_TEST_PYTHON").expect("a Python");
            let said = said(Command::new(python).args(["-c", SQLITE, file, &seconds]));
            return said.trim().parse().expect("a rate");
        }
        postgres(&self.url, &self.folder.path().join("insert.sql"), connections, &seconds)
    }
}

fn postgres(url: &str, script: &Path, connections: usize, seconds: &str) -> f64 {
    let (server, schema) = url.split_once("?options[search_path]=").expect("a schema");
    let mut pgbench = Command::new("pgbench");
    pgbench.arg(format!("--client={connections}"));
    pgbench.args(["--no-vacuum", "--jobs=1", "--time", seconds, "--file"]).arg(script);
    pgbench.arg(server).env("PGOPTIONS", format!("-c search_path={schema}"));
    let said = said(&mut pgbench);
    let rate = said.lines().find_map(|line| line.strip_prefix("tps = "));
    rate.and_then(|rate| rate.split(' ').next()?.parse().ok()).expect("a rate")
}

fn said(command: &mut Command) -> String {
    let output = command.output().expect("a program");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

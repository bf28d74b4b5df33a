//! What a database holds, to see that nothing changed.

use crate::Office;
use backend::on;
use std::collections::BTreeMap;

/// What changes by itself while a program runs: the worker hands mails over, and a session notes
/// when it was last seen.
const RESTLESS: [&str; 2] = ["outbox", "staff_session"];

/// What comes and goes: what pages that were looked at are counted in, seconds later, and the codes
/// that kiosks show for ten minutes.
const PASSING: [&str; 2] = ["counts", "pairing_code"];

/// A number for what each table holds; for restless tables how many rows it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State(BTreeMap<String, String>);

impl State {
    /// The tables that differ.
    pub fn difference(&self, other: &State) -> Vec<String> {
        let names = self.0.keys().chain(other.0.keys());
        let mut names: Vec<String> =
            names.filter(|name| self.0.get(*name) != other.0.get(*name)).cloned().collect();
        names.sort();
        names.dedup();
        names
    }

    /// How many tables were read.
    pub fn tables(&self) -> usize {
        self.0.len()
    }
}

impl Office {
    /// What the database holds now.
    ///
    /// # Panics
    /// If it cannot be read.
    pub fn state(&self) -> State {
        self.run(async {
            let mut state = BTreeMap::new();
            if self.tables.get().is_none() {
                let _ = self.tables.set(self.find_tables().await);
            }
            for (table, columns) in self.tables.get().into_iter().flatten() {
                let sql = if RESTLESS.contains(&table.as_str()) {
                    format!("select cast(count(*) as text) from {table}")
                } else {
                    // Every value of every row as text, in one order.
                    let row: Vec<String> =
                        columns.iter().map(|column| self.as_text(column)).collect();
                    let row = row.join(" || '|' || ");
                    let lines = match &self.backend.db {
                        backend::Db::Sqlite(_) => "group_concat(line, ';')",
                        backend::Db::Postgres(_) => "md5(string_agg(line, ';'))",
                    };
                    format!(
                        "select coalesce({lines}, '') from (select {row} as line from {table} \
                         order by 1) as sorted"
                    )
                };
                state.insert(table.clone(), self.text(sql).await);
            }
            State(state)
        })
    }

    fn as_text(&self, column: &str) -> String {
        match &self.backend.db {
            backend::Db::Sqlite(_) => format!("quote({column})"),
            backend::Db::Postgres(_) => format!("coalesce({column}::text, '')"),
        }
    }

    async fn text(&self, sql: String) -> String {
        let mut conn = self.read().await;
        let (text,): (String,) =
            on!(conn, |c| sqlx::query_as(sqlx::AssertSqlSafe(sql.clone())).fetch_one(c).await)
                .expect("what a table holds");
        text
    }

    /// Every table of the schema with its columns.
    async fn find_tables(&self) -> BTreeMap<String, Vec<String>> {
        let sql = match &self.backend.db {
            backend::Db::Sqlite(_) => {
                "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c
                 where m.type = 'table' and m.name not like 'sqlite_%'"
            }
            backend::Db::Postgres(_) => {
                "select table_name::text, column_name::text from information_schema.columns
                 where table_schema = current_schema()"
            }
        };
        let mut conn = self.read().await;
        let rows: Vec<(String, String)> =
            on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).expect("the tables");
        let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (table, column) in rows {
            if !PASSING.contains(&table.as_str()) {
                tables.entry(table).or_default().push(column);
            }
        }
        tables
    }
}

//! The schema's versions. Both databases have the same versions under the same names; a version
//! that has landed is never edited.

use crate::db::{Handle, Tx};
use crate::error::{BackendError, Result};
use crate::{Db, on, transaction};
use domain::Instant;
use sha2::{Digest, Sha256};

/// One version of the schema.
struct Migration {
    version: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migrations {
    ($($version:literal $name:literal),* $(,)?) => {
        &[$(Migration {
            version: $version,
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }),*]
    };
}

/// Every version, ascending.
const MIGRATIONS: &[Migration] = migrations![
    1 "0001_requests",
    2 "0002_staff_and_meetings",
    3 "0003_find_requests",
    4 "0004_outbox_site",
    5 "0005_meetings",
    6 "0006_retention",
    7 "0007_inbox",
    8 "0008_outcomes",
    9 "0009_own_data",
    10 "0010_joint",
    11 "0011_devices",
    12 "0012_assisted",
];

impl Db {
    /// Brings the schema to the newest version, in one transaction: all or nothing, and once,
    /// however many programs try at the same time. Refuses a schema newer than this program.
    pub async fn migrate(&self, now: Instant) -> Result<()> {
        transaction!(self, |tx| {
            tx.lock("job", "migrate").await?;
            create_table(tx).await?;
            let done = done(tx).await?;
            let known = MIGRATIONS.last().map_or(0, |m| m.version);
            if let Some(&(found, _)) = done.last()
                && found > known
            {
                return Err(BackendError::SchemaNewer { found, known });
            }
            for migration in MIGRATIONS {
                let sql = migration.sql(tx);
                let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(sql));
                match done.iter().find(|(version, _)| *version == migration.version) {
                    Some((_, landed)) if *landed == hash => {}
                    Some(_) => return Err(BackendError::SchemaChanged(migration.version)),
                    None => {
                        on!(tx, |c| sqlx::raw_sql(sql).execute(c).await.map(|_| ()))?;
                        record(tx, migration, &hash, now).await?;
                        tracing::info!(name = migration.name, "schema migrated");
                    }
                }
            }
            Ok(())
        })
    }
}

impl Db {
    /// Whether the database answers and has the schema this program knows.
    ///
    /// # Errors
    /// [`BackendError::SchemaNewer`] if a newer program migrated it meanwhile; otherwise what the
    /// database says.
    pub async fn check(&self) -> Result<()> {
        let mut conn = self.read().await?;
        let sql = "select coalesce(max(version), 0) from schema_version";
        let found: i64 = on!(conn, |c| sqlx::query_scalar(sql).fetch_one(c).await)?;
        let known = MIGRATIONS.last().map_or(0, |m| m.version);
        match found {
            _ if found > known => Err(BackendError::SchemaNewer { found, known }),
            _ if found < known => Err(BackendError::Unreadable("the schema is older".into())),
            _ => Ok(()),
        }
    }
}

impl Migration {
    fn sql(&self, tx: &mut Tx) -> &'static str {
        match tx.handle() {
            Handle::Sqlite(_) => self.sqlite,
            Handle::Postgres(_) => self.postgres,
        }
    }
}

async fn create_table(tx: &mut Tx) -> Result<()> {
    match tx.handle() {
        Handle::Sqlite(c) => {
            let sql = "create table if not exists schema_version (version integer not null unique, name text not null, hash text not null, ran_at integer not null) strict";
            sqlx::query(sql).execute(c).await?;
        }
        Handle::Postgres(c) => {
            let sql = "create table if not exists schema_version (version bigint not null unique, name text not null, hash text not null, ran_at bigint not null)";
            sqlx::query(sql).execute(c).await?;
        }
    }
    Ok(())
}

async fn done(tx: &mut Tx) -> Result<Vec<(i64, String)>> {
    let sql = "select version, hash from schema_version order by version";
    Ok(on!(tx, |c| sqlx::query_as(sql).fetch_all(c).await)?)
}

async fn record(tx: &mut Tx, migration: &Migration, hash: &str, now: Instant) -> Result<()> {
    let sql = "insert into schema_version (version, name, hash, ran_at) values ($1, $2, $3, $4)";
    on!(tx, |c| sqlx::query(sql)
        .bind(migration.version)
        .bind(migration.name)
        .bind(hash)
        .bind(now.0)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

#[cfg(test)]
mod tests;

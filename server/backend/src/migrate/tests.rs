//! Migrating: once, all or nothing, never backwards, and the same schema on both databases.

use super::*;
use crate::testing::{Fixture, NOON};
use std::collections::BTreeSet;

#[test]
fn both_folders_hold_the_listed_versions() {
    let listed: Vec<String> = MIGRATIONS.iter().map(|m| format!("{}.sql", m.name)).collect();
    for folder in ["sqlite", "postgres"] {
        let path = format!("{}/migrations/{folder}", env!("CARGO_MANIFEST_DIR"));
        let found: BTreeSet<String> = std::fs::read_dir(path)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        assert_eq!(found.into_iter().collect::<Vec<_>>(), listed, "{folder}");
    }
    for (n, migration) in MIGRATIONS.iter().enumerate() {
        assert_eq!(migration.version, i64::try_from(n).unwrap() + 1);
        assert!(migration.name.starts_with(&format!("{:04}_", migration.version)));
    }
}

/// What the two databases must agree on, as text that a person can compare.
#[derive(Debug, Default, PartialEq)]
struct Schema {
    columns: BTreeSet<String>,
    unique: BTreeSet<String>,
    foreign: BTreeSet<String>,
}

type Column = (String, String, String, bool);
type Index = (String, String);
type Foreign = (String, String, String, String, String);

async fn schema(db: &Db) -> Schema {
    let mut conn = db.read().await.unwrap();
    let (columns, unique, foreign): (Vec<Column>, Vec<Index>, Vec<Foreign>) = match conn.handle() {
        Handle::Sqlite(c) => (
            sqlx::query_as(
                "select t.name, c.name, lower(c.type), c.\"notnull\" or c.pk > 0
                 from pragma_table_list t, pragma_table_info(t.name) c
                 where t.type = 'table' and t.schema = 'main' and t.name not like 'sqlite%'",
            )
            .fetch_all(&mut *c)
            .await
            .unwrap(),
            sqlx::query_as(
                "select name, group_concat(column_name) from (
                   select t.name, i.name as index_name, c.name as column_name
                   from pragma_table_list t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
                   where i.\"unique\" and t.schema = 'main' order by t.name, i.name, c.seqno)
                 group by name, index_name",
            )
            .fetch_all(&mut *c)
            .await
            .unwrap(),
            sqlx::query_as(
                "select t.name, f.\"from\", f.\"table\", f.\"to\", lower(f.on_delete)
                 from pragma_table_list t, pragma_foreign_key_list(t.name) f where t.schema = 'main'",
            )
            .fetch_all(&mut *c)
            .await
            .unwrap(),
        ),
        Handle::Postgres(c) => (
            sqlx::query_as(
                "select table_name::text, column_name::text, data_type::text, is_nullable = 'NO'
                 from information_schema.columns where table_schema = current_schema()",
            )
            .fetch_all(&mut *c)
            .await
            .unwrap(),
            sqlx::query_as(
                "select t.relname::text, string_agg(a.attname, ',' order by k.n)
                 from pg_index i join pg_class t on t.oid = i.indrelid
                 join pg_namespace s on s.oid = t.relnamespace and s.nspname = current_schema()
                 cross join lateral unnest(i.indkey::int[]) with ordinality as k(attnum, n)
                 join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
                 where i.indisunique group by t.relname, i.indexrelid",
            )
            .fetch_all(&mut *c)
            .await
            .unwrap(),
            sqlx::query_as(
                "select t.relname::text, a.attname::text, r.relname::text, b.attname::text,
                   case f.confdeltype when 'c' then 'cascade' when 'n' then 'set null'
                     when 'a' then 'no action' else 'restrict' end
                 from pg_constraint f join pg_class t on t.oid = f.conrelid
                 join pg_class r on r.oid = f.confrelid
                 join pg_namespace s on s.oid = t.relnamespace and s.nspname = current_schema()
                 cross join lateral unnest(f.conkey, f.confkey) as k(x, y)
                 join pg_attribute a on a.attrelid = t.oid and a.attnum = k.x
                 join pg_attribute b on b.attrelid = r.oid and b.attnum = k.y
                 where f.contype = 'f'",
            )
            .fetch_all(&mut *c)
            .await
            .unwrap(),
        ),
    };
    Schema {
        columns: columns
            .into_iter()
            .map(|(table, column, kind, required)| {
                format!("{table}.{column} {} {required}", plain_type(&kind))
            })
            .collect(),
        unique: unique.into_iter().map(|(table, columns)| format!("{table}({columns})")).collect(),
        foreign: foreign
            .into_iter()
            .map(|(t, c, r, b, on)| format!("{t}.{c} -> {r}.{b} on delete {on}"))
            .collect(),
    }
}

/// The four kinds of columns there are.
fn plain_type(kind: &str) -> &str {
    match kind {
        "integer" | "bigint" => "whole number",
        "real" | "double precision" => "number",
        "blob" | "bytea" => "bytes",
        other => other,
    }
}

#[tokio::test]
async fn both_databases_have_the_same_schema() {
    let sqlite = Fixture::sqlite().await;
    let Some(postgres) = Fixture::postgres().await else { return };
    let (a, b) = (schema(&sqlite.backend.db).await, schema(&postgres.backend.db).await);
    assert!(a.columns.len() > 100, "only {} columns found", a.columns.len());
    for (what, a, b) in [
        ("columns", &a.columns, &b.columns),
        ("unique indexes", &a.unique, &b.unique),
        ("foreign keys", &a.foreign, &b.foreign),
    ] {
        let only = |x: &BTreeSet<String>, y: &BTreeSet<String>| -> Vec<String> {
            x.difference(y).cloned().collect()
        };
        assert!(a == b, "{what}: only SQLite {:#?}, only PostgreSQL {:#?}", only(a, b), only(b, a));
    }
}

#[tokio::test]
async fn sqlite_tables_are_strict() {
    let fixture = Fixture::sqlite().await;
    let mut conn = fixture.backend.db.read().await.unwrap();
    let Handle::Sqlite(c) = conn.handle() else { panic!() };
    let lax: Vec<(String,)> = sqlx::query_as(
        "select name from pragma_table_list where type = 'table' and strict = 0
         and schema = 'main' and name not like 'sqlite%'",
    )
    .fetch_all(c)
    .await
    .unwrap();
    assert_eq!(lax, []);
}

async fn many_at_once(fixture: Fixture) {
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let db = fixture.backend.db.clone();
            tokio::spawn(async move { db.migrate(NOON).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let mut conn = fixture.backend.db.read().await.unwrap();
    let sql = "select count(*) from schema_version";
    let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await).unwrap();
    assert_eq!(usize::try_from(n).unwrap(), MIGRATIONS.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_programs_migrate_once_on_sqlite() {
    many_at_once(Fixture::empty_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_programs_migrate_once_on_postgres() {
    if let Some(fixture) = Fixture::empty_postgres().await {
        many_at_once(fixture).await;
    }
}

test_db!(a_newer_schema_is_refused, |f: Fixture| async move {
    let db = f.backend.db.clone();
    transaction!(db, |tx| {
        let sql = "insert into schema_version values (999, '0999_future', '', 0)";
        on!(tx, |c| sqlx::query(sql).execute(c).await.map(|_| ()))?;
        Ok(())
    })
    .unwrap();
    let refused = db.migrate(NOON).await;
    assert!(matches!(refused, Err(BackendError::SchemaNewer { found: 999, .. })), "{refused:?}");
});

test_db!(an_edited_migration_is_refused, |f: Fixture| async move {
    let db = f.backend.db.clone();
    transaction!(db, |tx| {
        let sql = "update schema_version set hash = 'x' where version = 1";
        on!(tx, |c| sqlx::query(sql).execute(c).await.map(|_| ()))?;
        Ok(())
    })
    .unwrap();
    let refused = db.migrate(NOON).await;
    assert!(matches!(refused, Err(BackendError::SchemaChanged(1))), "{refused:?}");
});

//! The register knows every table and column of both databases, and nothing else.

use super::register::{Goes, TABLES};
use super::*;
use crate::on;
use std::collections::{BTreeMap, BTreeSet};

/// The columns of every table; with `only_text`, those that hold text.
pub(super) async fn columns(office: &Office, only_text: bool) -> BTreeMap<String, Vec<String>> {
    let sql = match (&office.b.db, only_text) {
        (crate::Db::Sqlite(_), false) => {
            "select t.name, c.name from pragma_table_list t, pragma_table_info(t.name) c
             where t.type = 'table' and t.schema = 'main' and t.name not like 'sqlite%'"
        }
        (crate::Db::Sqlite(_), true) => {
            "select t.name, c.name from pragma_table_list t, pragma_table_info(t.name) c
             where t.type = 'table' and t.schema = 'main' and t.name not like 'sqlite%'
                and lower(c.type) = 'text'"
        }
        (crate::Db::Postgres(_), false) => {
            "select table_name::text, column_name::text from information_schema.columns
             where table_schema = current_schema()"
        }
        (crate::Db::Postgres(_), true) => {
            "select table_name::text, column_name::text from information_schema.columns
             where table_schema = current_schema() and data_type = 'text'"
        }
    };
    let mut conn = office.b.db.read().await.unwrap();
    let rows: Vec<(String, String)> =
        on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (table, column) in rows {
        tables.entry(table).or_default().push(column);
    }
    tables
}

test_db!(the_register_knows_every_table_and_column, |f: Fixture| async move {
    let office = Office::open(f).await;
    let schema = columns(&office, false).await;
    let found: BTreeSet<(&str, &str)> = schema
        .iter()
        .flat_map(|(table, columns)| columns.iter().map(|c| (table.as_str(), c.as_str())))
        .collect();
    let known: Vec<(&str, &str)> =
        TABLES.iter().flat_map(|table| table.columns().map(|c| (table.name, c))).collect();
    let set: BTreeSet<(&str, &str)> = known.iter().copied().collect();
    assert_eq!(set.len(), known.len(), "something is in the register twice");
    let new: Vec<_> = found.difference(&set).collect();
    let gone: Vec<_> = set.difference(&found).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "decide in retention/register.rs what these columns are: {new:?}; no longer there: {gone:?}"
    );
    assert!(found.len() > 150, "only {} columns", found.len());
});

#[test]
fn what_is_about_a_person_has_a_class() {
    for table in TABLES {
        let is_personal = !table.personal.is_empty();
        assert!(!(is_personal && table.goes == Goes::NotPersonal), "{}", table.name);
    }
}

// Every table that goes with the request or the account has a foreign key that sees to it, so that
// no deletion can forget it.
test_db!(the_database_itself_deletes_what_goes_along, |f: Fixture| async move {
    let office = Office::open(f).await;
    for table in TABLES {
        let (parent, column) = match table.goes {
            Goes::WithRequest(_) if table.name != "request" => ("request", "request"),
            Goes::WithAccount(_) if table.name != "staff" => ("staff", "staff"),
            _ => continue,
        };
        let via = match table.name {
            "meeting_slot" | "claim" => "meeting",
            "participant_slot" | "participant_wish" => "participant",
            _ => parent,
        };
        let column = if via == parent { column } else { via };
        let sql = match &office.b.db {
            crate::Db::Sqlite(_) => format!(
                "select count(*) from pragma_foreign_key_list('{}') where \"table\" = '{via}'
                 and \"from\" = '{column}' and lower(on_delete) = 'cascade'",
                table.name
            ),
            crate::Db::Postgres(_) => format!(
                "select count(*) from pg_constraint f join pg_attribute a
                    on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
                 where f.contype = 'f' and f.conrelid = '{}'::regclass
                    and f.confrelid = '{via}'::regclass and a.attname = '{column}'
                    and f.confdeltype = 'c'",
                table.name
            ),
        };
        assert_eq!(office.number_of(sql).await, 1, "{}.{column}", table.name);
    }
});

use super::*;
use crate::testing::Fixture;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::Barrier;

async fn add(tx: &mut Tx, key: &str) -> Result<()> {
    let sql = "insert into mail_quota (address, day, n) values ($1, 'x', 1)";
    on!(tx, |c| sqlx::query(sql).bind(key.as_bytes()).execute(c).await.map(|_| ()))?;
    Ok(())
}

async fn bump(tx: &mut Tx, key: &str) -> Result<()> {
    let sql = "update mail_quota set n = n + 1 where address = $1";
    on!(tx, |c| sqlx::query(sql).bind(key.as_bytes()).execute(c).await.map(|_| ()))?;
    Ok(())
}

async fn sum(db: &Db) -> i64 {
    let mut conn = db.read().await.unwrap();
    let sql = "select cast(coalesce(sum(n), 0) as bigint) from mail_quota";
    let (n,): (i64,) = on!(conn, |c| sqlx::query_as(sql).fetch_one(c).await).unwrap();
    n
}

test_db!(an_error_undoes_everything, |f: Fixture| async move {
    let db = f.backend.db.clone();
    let failed: Result<()> = transaction!(db, |tx| {
        add(tx, "a").await?;
        Err(BackendError::Refused("no"))
    });
    assert!(matches!(failed, Err(BackendError::Refused("no"))));
    assert_eq!(sum(&db).await, 0);
    transaction!(db, |tx| add(tx, "a").await).unwrap();
    let twice = transaction!(db, |tx| add(tx, "a").await).unwrap_err();
    assert!(twice.is_unique_violation() && !twice.is_transient(), "{twice}");
    assert_eq!(sum(&db).await, 1);
});

test_db!(a_busy_database_is_asked_four_times, |f: Fixture| async move {
    let db = f.backend.db.clone();
    let attempts = AtomicU32::new(0);
    let result: Result<()> = transaction!(db, |tx| {
        add(tx, "a").await?;
        attempts.fetch_add(1, Ordering::SeqCst);
        Err(BackendError::Busy)
    });
    assert!(matches!(result, Err(BackendError::Busy)));
    assert_eq!((attempts.load(Ordering::SeqCst), sum(&db).await), (4, 0));
});

test_db!(what_a_command_has_begun_it_finishes, |f: Fixture| async move {
    let db = f.backend.db.clone();
    let mut n = 0;
    // On a busy machine many callers are gone before they have begun anything; go on until some
    // of the commands were under way.
    while n < 60 || sum(&db).await < 2 {
        let command = db.clone();
        let caller = tokio::spawn(async move {
            crate::run(async move {
                transaction!(command, |tx| {
                    add(tx, &format!("a{n}")).await?;
                    add(tx, &format!("b{n}")).await
                })
            })
            .await
        });
        for _ in 0..n % 60 {
            tokio::task::yield_now().await;
        }
        caller.abort();
        let _ = caller.await;
        n += 1;
    }
    // The commands run on; each is seen whole or not at all.
    for _ in 0..50 {
        assert_eq!(sum(&db).await % 2, 0);
    }
});

test_db!(a_cancelled_transaction_leaves_no_connection_inside_it, |f: Fixture| async move {
    let db = f.backend.db.clone();
    for n in 0..200 {
        let other = db.clone();
        let task = tokio::spawn(async move {
            transaction!(other, |tx| {
                add(tx, &format!("a{n}")).await?;
                std::future::pending::<()>().await;
                Ok(())
            })
        });
        for _ in 0..n % 40 {
            tokio::task::yield_now().await;
        }
        task.abort();
        let _ = task.await;
    }
    assert_eq!(sum(&db).await, 0);
    transaction!(db, |tx| add(tx, "after").await).unwrap();
    if let Db::Postgres(pool) = &db {
        let mut all = Vec::new();
        for _ in 0..pool.options().get_max_connections() {
            all.push(pool.acquire().await.unwrap());
        }
        for conn in &mut all {
            // A savepoint is only possible inside a transaction.
            let inside = sqlx::query("savepoint x").execute(&mut **conn).await.is_ok();
            assert!(!inside, "a connection came back with an open transaction");
        }
    }
});

#[tokio::test]
async fn sqlite_keeps_what_it_acknowledged_and_readers_cannot_write() {
    let f = Fixture::sqlite().await;
    let db = &f.backend.db;
    transaction!(db, |tx| {
        for (sql, want) in [
            ("select journal_mode from pragma_journal_mode", "wal"),
            ("select cast(synchronous as text) from pragma_synchronous", "2"),
            ("select cast(foreign_keys as text) from pragma_foreign_keys", "1"),
        ] {
            let (is,): (String,) = on!(tx, |c| sqlx::query_as(sql).fetch_one(c).await)?;
            assert_eq!(is, want, "{sql}");
        }
        Ok(())
    })
    .unwrap();
    let mut conn = db.read().await.unwrap();
    let sql = "delete from outbox";
    let refused = on!(conn, |c| sqlx::query(sql).execute(c).await.map(|_| ()));
    assert!(refused.unwrap_err().to_string().contains("readonly"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_deadlock_on_postgres_is_repeated() {
    let Some(f) = Fixture::postgres().await else { return };
    let db = f.backend.db.clone();
    transaction!(db, |tx| {
        add(tx, "a").await?;
        add(tx, "b").await
    })
    .unwrap();
    let meet = Arc::new(Barrier::new(2));
    let cross = |first: &'static str, second: &'static str| {
        let (db, meet) = (db.clone(), meet.clone());
        tokio::spawn(async move {
            let attempts = AtomicU32::new(0);
            let result = transaction!(db, |tx| {
                bump(tx, first).await?;
                if attempts.fetch_add(1, Ordering::SeqCst) == 0 {
                    meet.wait().await;
                }
                bump(tx, second).await
            });
            (result, attempts.into_inner())
        })
    };
    let (one, two) = (cross("a", "b"), cross("b", "a"));
    let ((one, a), (two, b)) = (one.await.unwrap(), two.await.unwrap());
    one.unwrap();
    two.unwrap();
    assert_eq!(a + b, 3, "one of the two was repeated");
    assert_eq!(sum(&db).await, 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn locks_on_postgres_let_one_pass_at_a_time() {
    let Some(f) = Fixture::postgres().await else { return };
    let db = f.backend.db.clone();
    let inside = Arc::new(AtomicU32::new(0));
    let tasks: Vec<_> = (0..12)
        .map(|_| {
            let (db, inside) = (db.clone(), inside.clone());
            tokio::spawn(async move {
                transaction!(db, |tx| {
                    tx.lock("request", "x").await?;
                    assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                    for _ in 0..20 {
                        tokio::task::yield_now().await;
                    }
                    inside.fetch_sub(1, Ordering::SeqCst);
                    Ok(())
                })
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_postgres_that_ended_all_sessions_is_reached_again() {
    let Some(f) = Fixture::postgres().await else { return };
    let db = f.backend.db.clone();
    let Db::Postgres(pool) = &db else { panic!() };
    let mut pids = Vec::new();
    let mut all = Vec::new();
    for _ in 0..5 {
        all.push(pool.acquire().await.unwrap());
    }
    for conn in &mut all {
        let (pid,): (i32,) =
            sqlx::query_as("select pg_backend_pid()").fetch_one(&mut **conn).await.unwrap();
        pids.push(pid);
    }
    let mut killer = all.pop().unwrap();
    let own = pids.pop().unwrap();
    drop(all);
    for pid in pids.iter().filter(|pid| **pid != own) {
        sqlx::query("select pg_terminate_backend($1)")
            .bind(pid)
            .execute(&mut *killer)
            .await
            .unwrap();
    }
    drop(killer);
    for n in 0..10 {
        transaction!(db, |tx| add(tx, &format!("{n}")).await).unwrap();
    }
    assert_eq!(sum(&db).await, 10);
}

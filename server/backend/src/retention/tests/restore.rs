use super::*;
use crate::Entropy as _;
use crate::requests::withdraw;
use std::path::PathBuf;

/// A file of its own.
fn file() -> PathBuf {
    let unique = crate::SystemEntropy.id(NOON);
    std::env::temp_dir().join(format!("werkbank-deletions-{unique}.txt"))
}

test_db!(a_restored_database_deletes_again_what_was_deleted_since, |f: Fixture| async move {
    let office = Office::open(f).await;
    let path = file();
    let mut kept = DeletionFile::at(path.clone());
    kept.keep(&office.b).await.unwrap();
    assert!(!path.exists(), "nothing was deleted");

    let (request, secret) = office.confirmed(&[]).await;
    let (other, _) = office.confirmed(&[("email", "b@b.example")]).await;
    let backup = Backup::of(&office).await;
    withdraw(&office.b, &office.content, &secret).await.unwrap().unwrap();
    run_at(&office, NOON.plus_days(14)).await;
    assert!(office.request(&request.id).await.is_none());
    kept.keep(&office.b).await.unwrap();
    kept.keep(&office.b).await.unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.starts_with(request.id.as_str()) && !text.contains("Hoffmeister"));

    // The backup knows a request that was never taken back and would stay for a year.
    backup.restore(&office).await;
    assert!(office.request(&request.id).await.is_some());
    assert_eq!(daily(&office.b, &office.content).await.unwrap().unwrap().requests(), 0);
    assert_eq!(reapply_deletions(&office.b, &office.content, &path).await.unwrap(), 1);
    assert!(office.request(&request.id).await.is_none());
    assert!(office.request(&other.id).await.is_some());
    assert_eq!(reapply_deletions(&office.b, &office.content, &path).await.unwrap(), 0);
    assert_eq!(write_deletions(&office.b, &path).await.unwrap(), 0, "it is known already");
    std::fs::remove_file(&path).unwrap();
});

test_db!(a_file_that_a_crash_cut_off_is_read_and_written_on, |f: Fixture| async move {
    let office = Office::open(f).await;
    let path = file();
    std::fs::write(&path, "01936a3c-7b00-7000-8000-0000").unwrap();
    office.submit(&[]).await;
    run_at(&office, NOON.plus_days(14)).await;
    assert_eq!(write_deletions(&office.b, &path).await.unwrap(), 1);
    assert_eq!(write_deletions(&office.b, &path).await.unwrap(), 0);
    assert_eq!(reapply_deletions(&office.b, &office.content, &path).await.unwrap(), 0);
    std::fs::remove_file(&path).unwrap();
});

/// The tables of a backup that matter here, those first that others point to.
const TABLES: [&str; 4] = ["request", "request_event", "link_token", "outbox"];

/// A backup: copies beside the tables.
struct Backup;

impl Backup {
    async fn of(office: &Office) -> Backup {
        for table in TABLES {
            office.run_text(format!("create table saved_{table} as select * from {table}")).await;
        }
        Backup
    }

    /// As a whole: what was written since is gone, the list of deletions and the runs too.
    async fn restore(self, office: &Office) {
        let since = ["deletion", "retention_count", "retention_run"];
        for table in since.iter().chain(TABLES.iter().rev()) {
            office.run_text(format!("delete from {table}")).await;
        }
        for table in TABLES {
            office.run_text(format!("insert into {table} select * from saved_{table}")).await;
        }
    }
}

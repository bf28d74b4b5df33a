//! Deletion and one's own data, seen from outside: the file a firm saves, the command, and a backup
//! that does not bring back what was deleted.

use backend::tokens::Purpose;
use backend::{on, transaction};
use std::process::Output;
use tests::{Database, Folder, Office, Stage, Werkbank};

fn printed(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_firm_saves_everything_about_its_request_and_looking_changes_nothing() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let case = office.case(Stage::Booked, None);
        let path = format!("/status/{}/daten", case.firm);
        let before = office.state();
        for (start, file) in [("", "anfrage-"), ("/en", "request-")] {
            let answer = werkbank.get(&format!("{start}{path}"));
            assert_eq!(answer.status, 200, "{name}");
            assert_eq!(answer.header("content-type"), Some("application/json"), "{name}");
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{name}");
            assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{name}");
            let saved = answer.header("content-disposition").unwrap();
            assert!(saved.starts_with(&format!("attachment; filename=\"{file}")), "{saved}");
            let record: serde_json::Value = serde_json::from_str(&answer.text()).unwrap();
            assert_eq!(record["request"]["person"], "Martina Hoffmeister", "{name}");
            assert_eq!(record["meetings"].as_array().unwrap().len(), 1, "{name}");
            assert!(!answer.text().contains(&case.firm), "{name}: its own link");
        }
        assert!(before.difference(&office.state()).is_empty(), "{name}");
        let other = office.link(Purpose::ProviderMeeting, &case.request, None);
        assert_eq!(werkbank.get(&format!("/status/{other}/daten")).status, 404, "{name}");
        assert!(!werkbank.log().contains(&case.firm), "{name}: the link is in the log");
    }
}

#[test]
fn a_backup_does_not_bring_back_what_was_deleted_since() {
    let (folder, backup) = (Folder::new(), Folder::new());
    let file = folder.path().join("werkbank.sqlite");
    let database = Database::at(&file);
    let werkbank = Werkbank::builder().data(folder.path()).database(&database).start();
    let office = Office::open(&werkbank, &database);
    let gone = office.case(Stage::Open, None);
    let kept = office.case(Stage::Open, None);
    let status =
        |werkbank: &Werkbank, secret: &str| werkbank.get(&format!("/status/{secret}")).status;
    assert_eq!(status(&werkbank, &gone.firm), 200);
    assert!(werkbank.stop().success());
    office.run(office.backend.db.close());
    let saved = backup.path().join("werkbank.sqlite");
    std::fs::copy(&file, &saved).unwrap();

    // After the backup the firm's day comes.
    let command = |args: &[&str]| {
        let mut builder = Werkbank::builder().command("retention").database(&database);
        for arg in args {
            builder = builder.arg(*arg);
        }
        printed(&builder.data(folder.path()).run())
    };
    let nothing = command(&["--dry-run"]);
    assert!(nothing.contains("Abgeschlossene Anfragen") && nothing.contains("Nichts geändert"));
    let sql = "update request set delete_on = '2026-01-01' where id = $1";
    let db = office.run(backend::Db::open(&database.url)).unwrap();
    office
        .run(async {
            transaction!(db, |tx| {
                on!(tx, |c| sqlx::query(sql).bind(&gone.request).execute(c).await.map(|_| ()))?;
                Ok(())
            })
        })
        .unwrap();
    office.run(db.close());
    let due = command(&["--dry-run"]);
    let line = due.lines().find(|line| line.starts_with("Anfragen, die niemand")).unwrap();
    assert!(line.split_whitespace().any(|word| word == "1"), "{line}");
    assert!(!folder.path().join("deletions.txt").exists(), "a dry run changes nothing");
    assert!(command(&[]).contains("Erledigt: 1 gelöscht."));
    let list = std::fs::read_to_string(folder.path().join("deletions.txt")).unwrap();
    assert!(list.starts_with(gone.request.as_str()) && list.lines().count() == 1, "{list}");
    assert!(!list.contains("Hoffmeister"));

    std::fs::copy(&saved, &file).unwrap();
    for beside in ["werkbank.sqlite-wal", "werkbank.sqlite-shm"] {
        let _ = std::fs::remove_file(folder.path().join(beside));
    }
    let werkbank = Werkbank::builder().data(folder.path()).database(&database).start();
    assert_eq!(status(&werkbank, &gone.firm), 404, "{}", werkbank.log());
    assert_eq!(status(&werkbank, &kept.firm), 200);
    assert!(werkbank.log().contains("deleted again"));
}

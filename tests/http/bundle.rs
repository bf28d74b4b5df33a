//! What a touchscreen keeps: the list names every page and file there is, says truly what they hash
//! to, and follows the content.

use crate::lifecycle::until;
use backend::counts::is_of_kiosk;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use tests::{Database, Folder, Office, Werkbank, copy, repository};

const LIST: &str = "/kiosk/buendel.json";

/// The list, as soon as it shows what is wanted.
fn list(werkbank: &Werkbank, is_right: impl Fn(&Value) -> bool) -> Value {
    let mut found = Value::Null;
    until("the list", || {
        let answer = werkbank.get(LIST);
        if answer.status == 503 {
            assert_eq!(answer.header("retry-after"), Some("2"));
            assert_eq!(answer.header("cache-control"), Some("no-store"));
            return false;
        }
        assert_eq!(answer.status, 200);
        found = serde_json::from_str(&answer.text()).unwrap();
        is_right(&found)
    });
    found
}

/// Address → SHA-256.
fn hashes(list: &Value, of: &str) -> BTreeMap<String, String> {
    let text = |entry: &Value, name: &str| entry[name].as_str().unwrap().to_owned();
    let entries = list[of].as_array().unwrap().iter();
    entries.map(|entry| (text(entry, "address"), text(entry, "sha256"))).collect()
}

fn sha256(body: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(body))
}

#[test]
fn the_list_names_the_whole_exhibition_and_says_true_what_it_hashes_to() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let list = list(&werkbank, |_| true);
        let (pages, files) = (hashes(&list, "pages"), hashes(&list, "files"));
        assert!(pages.len() > 1000, "{name}: {} pages", pages.len());
        for address in [
            "/kiosk",
            "/kiosk/en",
            "/kiosk/ls",
            "/kiosk/ohne-netz",
            "/kiosk/en/ohne-netz",
            "/kiosk/geschichten?ziel=kosten",
            "/kiosk/geschichten?seite=2",
            "/kiosk/ls/geschichten/naehkurs?teil=2",
            "/kiosk/en/geschichten/naehkurs/mitnehmen",
            "/kiosk/anfrage?geschichte=naehkurs",
            "/kiosk/impressum",
        ] {
            assert!(pages.contains_key(address), "{name}: {address} is missing");
        }
        for address in pages.keys() {
            let outside = !address.starts_with("/kiosk") || address.contains("/merkzettel");
            assert!(!outside, "{name}: {address}");
        }
        for end in [".css", ".js", ".woff2", ".svg", ".webp", ".wasm"] {
            let is = |address: &String| address.split('?').next().unwrap().ends_with(end);
            assert!(files.keys().any(is), "{name}: no {end}");
        }
        assert!(!files.keys().any(|address| address.contains(".mp4")), "{name}: a film");
        // As the worker fetches: not a look at anything.
        let mut worker = werkbank.browser().with("purpose", "prefetch");
        for (address, wanted) in pages.iter().step_by(23).chain(files.iter()) {
            let answer = worker.get(address);
            assert_eq!((answer.status, sha256(&answer.body)), (200, wanted.clone()), "{address}");
        }
        // What the worker reports is what the server takes.
        for page in list["pages"].as_array().unwrap() {
            for count in page["counts"].as_array().into_iter().flatten() {
                let kind = count["kind"].as_str().unwrap();
                assert!(is_of_kiosk(kind), "{name}: {kind} at {}", page["address"]);
            }
        }
        let wall = list["pages"].as_array().unwrap().iter();
        let wall = wall.clone().find(|page| page["address"] == "/kiosk/en/anbieter").unwrap();
        let counts = wall["counts"].as_array().unwrap();
        let kinds = |kind: &str| counts.iter().filter(|count| count["kind"] == kind).count();
        assert_eq!((kinds("wall_view"), kinds("impression")), (1, 6), "{name}: {counts:?}");
        assert!(counts.iter().all(|count| count["lang"] == "en"), "{name}");

        let tag = werkbank.get(LIST).header("etag").unwrap().to_owned();
        assert_eq!(werkbank.browser().with("if-none-match", &tag).get(LIST).status, 304, "{name}");
        assert!(werkbank.stop().success(), "{name}");
        assert_eq!(office.number("select count(*) from counts"), 0, "{name}: somebody looked");
    }
}

#[test]
fn the_list_follows_the_content_and_what_is_the_same_keeps_its_hash() {
    let folder = Folder::new();
    let content = folder.path().join("content");
    copy(&repository().join("content"), &content);
    let werkbank = Werkbank::builder().content(&content).start();
    let before = list(&werkbank, |_| true);
    fs::remove_dir_all(content.join("stories/naehkurs")).unwrap();
    // Pages do not wait for it.
    until("the story is gone", || werkbank.get("/kiosk/geschichten/naehkurs").status == 404);
    let after = list(&werkbank, |list| list["version"] != before["version"]);
    let (before, after) = (hashes(&before, "pages"), hashes(&after, "pages"));
    assert!(before.contains_key("/kiosk/geschichten/naehkurs"));
    assert!(!after.keys().any(|address| address.contains("naehkurs")));
    for same in ["/kiosk/impressum", "/kiosk/en/anbieter/klarplan", "/kiosk/ls/mehr"] {
        assert_eq!(before.get(same), after.get(same), "{same}");
    }
    assert_ne!(before.get("/kiosk/geschichten"), after.get("/kiosk/geschichten"));
}

#[test]
fn the_worker_may_answer_for_the_first_screen() {
    let worker = Werkbank::start().get("/kiosk/sw.js");
    assert_eq!(worker.status, 200);
    assert_eq!(worker.header("service-worker-allowed"), Some("/kiosk"));
    assert_eq!(worker.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert_eq!(worker.header("cache-control"), Some("no-cache"));
    assert!(!worker.text().contains("{{"), "a place that was not filled in");
}

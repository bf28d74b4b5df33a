//! What machines read, held against readers that know nothing of this product.

use std::process::Command;
use tests::{Werkbank, repository};

#[test]
fn independent_readers_accept_the_open_formats() {
    let public = "https://werkbank.example";
    let werkbank =
        Werkbank::builder().arg(format!("--public-url={public}")).arg("--allow-examples").start();
    let said = check("check_open_data.py", &[&format!("http://{}", werkbank.address), public]);
    assert!(said.contains("answers") && said.contains("pages"), "nothing was checked: {said}");
}

#[test]
fn independent_calendars_show_the_opening_hours() {
    let werkbank = Werkbank::start();
    let site = repository().join("content/sites/dortmund/index.md");
    let base = format!("http://{}", werkbank.address);
    let said = check("check_opening_hours.py", &[&base, site.to_str().unwrap()]);
    assert!(said.contains("openings in two parsers"), "nothing was checked: {said}");

    let path = "/oeffnungszeiten.ics";
    let answer = werkbank.browser().with("accept-encoding", "br").get(path);
    assert_eq!(answer.header("content-type"), Some("text/calendar; charset=utf-8"));
    assert_eq!(answer.header("cache-control"), Some("no-cache"));
    let tag = answer.header("etag").unwrap();
    let again = werkbank.browser().with("accept-encoding", "br").with("if-none-match", tag);
    assert_eq!(again.clone().get(path).status, 304);
}

/// Runs a check of `tests/open`, which has to succeed, and returns what it said.
fn check(script: &str, arguments: &[&str]) -> String {
    let Some(python) = std::env::var_os("WERKBANK_TEST_PYTHON") else {
        panic!("set WERKBANK_TEST_PYTHON to a Python with tests/requirements.txt");
    };
    let output = Command::new(python)
        .arg(repository().join("tests/open").join(script))
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{script}: {error}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    println!("{said}");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    said
}

#[test]
fn programs_are_told_in_json_that_there_is_nothing() {
    let werkbank = Werkbank::start();
    for path in [
        "/api/v1/stories/gibt-es-nicht",
        "/api/v1/stories?page=0",
        "/api/v1/x",
        "/api/v1/stories?page=9",
    ] {
        let answer = werkbank.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{path}");
        let problem: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(problem["status"], 404, "{path}");
    }
    assert_eq!(werkbank.browser().post("/api/v1/stories", &[("a", "1")]).status, 405);
}

#[test]
fn data_is_kept_like_a_page_and_says_nothing_private() {
    let werkbank = Werkbank::start();
    let list = werkbank.browser().with("accept-encoding", "br").get("/api/v1/providers");
    assert_eq!(list.header("content-encoding"), Some("br"));
    assert_eq!(list.header("cache-control"), Some("no-cache"));
    let tag = list.header("etag").unwrap();
    let again = werkbank.browser().with("accept-encoding", "br").with("if-none-match", tag);
    assert_eq!(again.clone().get("/api/v1/providers").status, 304);
    // How to write to a provider is for the desk alone.
    let plain = werkbank.get("/api/v1/providers").text();
    assert!(plain.contains("order_key"));
    assert!(!plain.contains('@') && !plain.contains("\"phone\""), "an address in {plain}");
}

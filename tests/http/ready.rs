//! Answers that are sent again are the same answers, and not for longer than they are right.

use crate::lifecycle::until;
use std::fs;
use tests::{Answer, Folder, Werkbank, copy, repository};

const PAGES: [&str; 6] = [
    "/",
    "/geschichten/sonntagsbroetchen",
    "/geschichten?ziel=kosten&unbekannt=1",
    "/kiosk/anbieter?seite=2",
    "/en/anbieter",
    "/api/v1/stories",
];

fn headers(answer: &Answer) -> Vec<(String, String)> {
    let mut headers = answer.headers.clone();
    headers.retain(|(name, _)| name != "date");
    headers.sort();
    headers
}

#[test]
fn an_answer_sent_again_is_the_same_answer() {
    let werkbank = Werkbank::start();
    for coding in ["identity", "gzip", "br", "br;q=0, gzip"] {
        for page in PAGES {
            let ask = || werkbank.browser().with("accept-encoding", coding).get(page);
            let first = ask();
            assert_eq!(first.status, 200, "{page}");
            for _ in 0..3 {
                let again = ask();
                assert_eq!(headers(&again), headers(&first), "{coding} {page}");
                assert!(again.body == first.body, "{coding} {page}");
            }
        }
    }
    for page in PAGES {
        // With a condition, or for its headers alone, it is another answer.
        let tag = werkbank.get(page).header("etag").unwrap().to_owned();
        let known = werkbank.browser().with("if-none-match", &tag).get(page);
        assert_eq!((known.status, known.body.len()), (304, 0), "{page}");
        let head = format!("HEAD {page} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        let head = String::from_utf8(werkbank.raw(head.as_bytes())).unwrap();
        assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{page}: {head}");
        let posted = werkbank.browser().post(page, &[]);
        assert_eq!(posted.status, 405, "{page}");
    }
}

#[test]
fn a_changed_text_is_seen_by_everybody() {
    let folder = Folder::new();
    let content = folder.path().join("content");
    copy(&repository().join("content"), &content);
    let werkbank = Werkbank::builder().content(&content).start();
    let page = "/geschichten/sonntagsbroetchen";
    for _ in 0..3 {
        assert!(werkbank.get(page).text().contains("Sonntagsbrötchen mit Nummer"));
    }
    let file = content.join("stories/sonntagsbroetchen/index.md");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("Sonntagsbrötchen mit Nummer", "Brötchen mit Namen")).unwrap();
    until("the new title", || werkbank.get(page).text().contains("Brötchen mit Namen"));
    assert!(!werkbank.get(page).text().contains("Sonntagsbrötchen mit Nummer"));
}

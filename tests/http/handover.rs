//! From the kiosk to the own phone: codes made by POST alone, typed on the phone in any spelling, for
//! a quarter of an hour, and with no more guesses than anything else gets.

use backend::{on, transaction};
use tests::{Answer, Browser, Database, Office, Werkbank};

const OFFER: &str = "/kiosk/mitnehmen";

/// What `kiosk/mitnehmen` answers with the code of a selection.
fn offer(browser: &mut Browser, place: &str, selection: &str) -> String {
    let answer = browser.post(&format!("{place}/mitnehmen"), &[("auswahl", selection)]);
    assert_eq!(answer.status, 303, "{selection}");
    let code = answer.location().rsplit('/').next().unwrap().to_owned();
    assert_eq!(answer.location(), format!("{place}/mitnehmen/{code}"));
    assert_eq!(code.len(), 9, "{code}");
    code
}

fn leads_to(answer: &Answer) -> (u16, &str) {
    (answer.status, answer.location())
}

#[test]
fn a_selection_travels_under_its_code_on_both_databases() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let mut kiosk = werkbank.browser();
        for (selection, lands_on) in [
            ("story naehkurs", "/geschichten/naehkurs?kanal=handoff"),
            ("provider demir-digital", "/anbieter/demir-digital?kanal=handoff"),
            (
                "shortlist pflege-touren naehkurs",
                "/merkzettel?g=pflege-touren&g=naehkurs&kanal=handoff",
            ),
            ("request", "/anfrage?kanal=handoff"),
            ("request_on_story naehkurs", "/anfrage?geschichte=naehkurs&kanal=handoff"),
            ("request_to_provider demir-digital", "/anfrage?anbieter=demir-digital&kanal=handoff"),
        ] {
            let code = offer(&mut kiosk, "/kiosk", selection);
            let spoken = code.to_lowercase().replace('-', " ").replace('0', "o");
            let mut phone = werkbank.browser();
            // Twice: somebody else may scan it, too.
            for _ in 0..2 {
                let scanned = phone.get(&format!("/m/{}", code.replace('-', "")));
                assert_eq!(leads_to(&scanned), (303, lands_on), "{name}: {selection}");
                assert_eq!(scanned.header("cache-control"), Some("no-store"));
                assert_eq!(scanned.header("referrer-policy"), Some("no-referrer"));
            }
            let typed = phone.post("/en/m", &[("code", &spoken)]);
            assert_eq!(leads_to(&typed), (303, format!("/en{lands_on}").as_str()), "{spoken}");
            let landed = phone.follow(typed);
            assert_eq!(landed.status, 200, "{name}: {selection}");
            if selection.starts_with("request") {
                let channel = ("channel".to_owned(), "handoff".to_owned());
                assert!(landed.hidden().contains(&channel), "{selection}");
            } else {
                assert!(
                    landed.text().contains("kanal=handoff"),
                    "{selection}: the request after it"
                );
            }
            let shown = kiosk.get(&format!("{OFFER}/{code}"));
            assert_eq!(shown.status, 200);
            assert!(shown.text().contains(&code), "{selection}");
        }
        let log = werkbank.log();
        assert!(log.contains("/m/{code}") && !log.contains("naehkurs"), "{name}: {log}");
    }
}

#[test]
fn there_is_no_code_for_anything_made_up_and_looking_makes_none() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let mut kiosk = werkbank.browser();
        for bad in [
            "",
            "story",
            "story gibt-es-nicht",
            "provider naehkurs",
            "shortlist gibt-es-nicht",
            "story https://example.org/",
            "request_on_story ../mitarbeit",
        ] {
            assert_eq!(kiosk.post(OFFER, &[("auswahl", bad)]).status, 404, "{bad}");
        }
        // What is left of a list is what is on show.
        let code = offer(&mut kiosk, "/kiosk/en", "shortlist gibt-es-nicht naehkurs");
        let landed = werkbank.get(&format!("/m/{code}"));
        assert_eq!(landed.location(), "/merkzettel?g=naehkurs&kanal=handoff");
        let office = Office::open(&werkbank, &database);
        let before = office.number("select count(*) from link_token");
        for page in ["/kiosk/geschichten/naehkurs/mitnehmen", "/m", "/kiosk/anfrage"] {
            assert_eq!(werkbank.get(page).status, 200, "{page}");
        }
        assert_eq!(werkbank.get(OFFER).status, 405, "asking for a code by looking");
        assert_eq!(office.number("select count(*) from link_token"), before, "{name}");
        let kept = office.number("select count(*) from counts where kind = 'handover'");
        assert_eq!(kept, 1, "{name}: what was taken along is counted");
    }
}

#[test]
fn a_code_ends_after_a_quarter_of_an_hour_and_the_way_goes_on() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let mut kiosk = werkbank.browser();
        let code = offer(&mut kiosk, "/kiosk", "story naehkurs");
        let office = Office::open(&werkbank, &database);
        office.run(async {
            transaction!(office.backend.db, |tx| {
                let sql = "update link_token set expires_at = expires_at - 900001";
                on!(tx, |c| sqlx::query(sql).execute(c).await.map(|_| ()))?;
                Ok(())
            })
            .unwrap();
        });
        let mut phone = werkbank.browser();
        let gone = phone.get(&format!("/m/{code}"));
        assert_eq!(gone.status, 404, "{name}");
        for way in
            ["Dieser Code gilt nicht mehr", "href=\"/geschichten\"", "href=\"tel:", "name=\"code\""]
        {
            assert!(gone.text().contains(way), "{name}: {way}");
        }
        let typed = phone.post("/m", &[("code", &code)]);
        assert_eq!(typed.status, 422, "{name}");
        assert!(typed.text().contains(&format!("value=\"{code}\"")), "what was typed is kept");
        assert!(typed.text().contains("gilt nicht oder nicht mehr"));
        let short = phone.post("/m", &[("code", "7F3K")]);
        assert_eq!(short.status, 422);
        assert!(short.text().contains("acht Zeichen"));
        let shown = kiosk.get(&format!("{OFFER}/{code}"));
        assert_eq!(shown.status, 404, "{name}: at the kiosk");
        assert!(shown.text().contains("href=\"/kiosk/geschichten\""));
    }
}

#[test]
fn guesses_are_counted_like_forms() {
    let werkbank = Werkbank::builder().arg("--form-limit=8").start();
    let mut guesser = werkbank.browser();
    let mut said = Vec::new();
    for n in 0..12 {
        said.push(guesser.get(&format!("/m/0000-00{n:02}")).status);
    }
    assert_eq!(said[..8], [404; 8]);
    assert!(said[9..].contains(&429), "{said:?}");
    assert_eq!(guesser.post("/m", &[("code", "0000-0000")]).status, 429, "typed ones, too");
    assert_eq!(guesser.get("/m").status, 200, "the page itself is there");
}

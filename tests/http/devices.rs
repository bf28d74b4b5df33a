//! Kiosks seen over HTTP: pairing, the size of a screen, signs of life, and what staff is told.

use domain::staff::Role;
use std::sync::Barrier;
use tests::{Answer, Browser, Database, Office, Werkbank};

const STYLE: &str = "/kiosk/geraet.css";
const ALIVE: &str = "/kiosk/geraet/lebenszeichen";

/// The code on a kiosk's page.
fn code_on(page: &str) -> String {
    let (_, rest) = page.split_once("id=\"code\"").unwrap();
    let groups = rest.split("<span>").skip(1).take(2);
    groups.map(|group| group.split('<').next().unwrap()).collect::<Vec<_>>().join("-")
}

/// Lets a kiosk show a code.
fn shown(kiosk: &mut Browser) -> String {
    let page = kiosk.post("/kiosk/koppeln", &[]);
    assert_eq!(page.status, 200);
    code_on(&page.text())
}

/// Enters a kiosk at the desk and returns its page.
fn entered(admin: &mut Browser, name: &str) -> String {
    let added = admin.post("/mitarbeit/geraete/neu", &[("name", name), ("ort", "Foyer")]);
    assert_eq!(added.status, 303, "{}", added.text());
    added.location().split('?').next().unwrap().to_owned()
}

fn typed(admin: &mut Browser, page: &str, code: &str) -> Answer {
    admin.post(&format!("{page}/koppeln"), &[("code", code)])
}

/// A kiosk with its page at the desk.
fn paired(werkbank: &Werkbank, admin: &mut Browser) -> (Browser, String) {
    let (mut kiosk, page) = (werkbank.browser(), entered(admin, "Kiosk Foyer"));
    let code = shown(&mut kiosk);
    assert_eq!(typed(admin, &page, &code).status, 303);
    (kiosk, page)
}

fn say(kiosk: &mut Browser, json: &str) -> Answer {
    let headers = [("sec-fetch-site", "same-origin"), ("content-type", "application/json")];
    kiosk.send("POST", ALIVE, &headers, json.as_bytes())
}

/// A sign of life with this in it.
fn sign(n: usize, rest: &str) -> String {
    format!(
        r#"{{"batch":"00000000-0000-4000-8000-{n:012}","programme":"1.0","bundle":"b1","quiet":5,{rest}}}"#
    )
}

const PLAIN: &str = r#""offline":[],"counts":[]"#;

/// A day so many days from now.
fn day(office: &Office, days: i64) -> String {
    office.backend.now().plus_days(days).day().to_string()
}

#[test]
fn a_kiosk_is_paired_with_a_code_and_unpaired_at_once() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut admin = office.sign_in(&werkbank, &office.member(Role::Admin));
        let mut kiosk = werkbank.browser();

        // Readable without, and looking mints nothing.
        for path in ["/kiosk", "/kiosk/koppeln", "/kiosk/en/koppeln", "/kiosk/einmessen"] {
            assert_eq!(kiosk.get(path).status, 200, "{name}: {path}");
        }
        assert_eq!(office.number("select count(*) from pairing_code"), 0, "{name}");
        assert!(kiosk.get("/kiosk/einmessen").text().contains("zuerst"), "{name}");
        assert_eq!(kiosk.get(STYLE).text().trim(), ":root{--mm:3.78px}", "{name}");

        let first = shown(&mut kiosk);
        let answer = kiosk.post("/kiosk/koppeln", &[]);
        let cookie = answer.header("set-cookie").unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
        let code = code_on(&answer.text());
        assert_ne!(first, code, "{name}");
        // Neither code nor cookie is kept as it is.
        let secret = kiosk.cookie("kiosk").unwrap().to_owned();
        assert!(!werkbank.log().contains(&secret) && !werkbank.log().contains(&code), "{name}");
        assert_eq!(kiosk.get("/kiosk/geraet/stand").text(), r#"{"paired":false}"#, "{name}");

        let page = entered(&mut admin, "Kiosk Foyer");
        assert!(admin.get(&page).text().contains("nie gekoppelt"), "{name}");
        let wrong = typed(&mut admin, &page, "0000-0000");
        assert_eq!(wrong.status, 422, "{name}");
        assert!(wrong.text().contains("zeigt gerade kein Kiosk"), "{name}");
        assert_eq!(typed(&mut admin, &page, &code.to_lowercase()).status, 303, "{name}");
        assert_eq!(kiosk.get("/kiosk/geraet/stand").text(), r#"{"paired":true}"#, "{name}");
        assert!(kiosk.get("/kiosk/koppeln").text().contains("Kiosk Foyer"), "{name}");
        assert!(kiosk.post("/kiosk/koppeln", &[]).text().contains("Kiosk Foyer"), "{name}");
        // Used up; the kiosk's earlier one went with it.
        for again in [&code, &first] {
            assert_eq!(typed(&mut admin, &page, again).status, 422, "{name}");
        }
        // It opens nothing at the desk.
        let desk = kiosk.get("/mitarbeit/anfragen");
        assert!(desk.location().starts_with("/mitarbeit/anmelden"), "{name}");
        assert_eq!(kiosk.post(&format!("{page}/entkoppeln"), &[]).status, 403, "{name}");

        assert_eq!(say(&mut kiosk, &sign(1, PLAIN)).text(), heard(false), "{name}");
        assert!(admin.get("/mitarbeit/geraete").text().contains("läuft"), "{name}");
        assert_eq!(admin.post(&format!("{page}/entkoppeln"), &[]).status, 303, "{name}");
        let gone = say(&mut kiosk, &sign(2, PLAIN));
        assert_eq!((gone.status, gone.text().as_str()), (200, r#"{"paired":false}"#), "{name}");
        assert_eq!(kiosk.get(STYLE).text().trim(), ":root{--mm:3.78px}", "{name}");
        assert_eq!(kiosk.get("/kiosk").status, 200, "{name}");
        let mut stolen = werkbank.browser().with("cookie", &format!("kiosk={secret}"));
        assert_eq!(say(&mut stolen, &sign(3, PLAIN)).text(), r#"{"paired":false}"#, "{name}");
        let log = "select count(*) from audit where subject_kind = 'device'";
        assert_eq!(office.number(log), 3, "{name}: added, paired, unpaired");
    }
}

fn heard(cleaning: bool) -> String {
    format!(r#"{{"assisted":null,"cleaning":{cleaning},"paired":true}}"#)
}

#[test]
fn one_code_typed_at_once_pairs_one_device() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut overlapping = 0;
        for _ in 0..5 {
            let mut kiosk = werkbank.browser();
            let code = shown(&mut kiosk);
            let rivals: Vec<(Browser, String)> = (0..8)
                .map(|_| {
                    let mut admin = office.sign_in(&werkbank, &office.member(Role::Admin));
                    let page = entered(&mut admin, "Kiosk");
                    (admin, page)
                })
                .collect();
            let start = Barrier::new(rivals.len());
            let statuses: Vec<u16> = std::thread::scope(|scope| {
                let all: Vec<_> = rivals
                    .into_iter()
                    .map(|(mut admin, page)| {
                        let (start, code) = (&start, &code);
                        scope.spawn(move || {
                            start.wait();
                            typed(&mut admin, &page, code).status
                        })
                    })
                    .collect();
                all.into_iter().map(|one| one.join().unwrap()).collect()
            });
            let won = statuses.iter().filter(|status| **status == 303).count();
            let lost = statuses.iter().filter(|status| **status == 422).count();
            assert_eq!((won, lost), (1, statuses.len() - 1), "{name}: {statuses:?}");
            overlapping += statuses.len();
        }
        let several = "select count(*) from device where cookie is not null";
        assert_eq!(office.number(several), 5, "{name}: one device for each kiosk");
        assert!(overlapping >= 40, "{name}: only {overlapping} attempts");
    }
}

#[test]
fn a_screen_is_measured_by_card_or_by_diagonal() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut admin = office.sign_in(&werkbank, &office.member(Role::Admin));
        let (mut kiosk, page) = paired(&werkbank, &mut admin);
        let card = [("mass", "2017"), ("breite", "1920"), ("hoehe", "1080")];
        let path = "/kiosk/einmessen";
        let saved = kiosk.post(path, &card);
        assert_eq!((saved.status, saved.location()), (303, "/kiosk/einmessen?getan=gespeichert"));
        let style = kiosk.get(STYLE);
        assert_eq!(style.text().trim(), ":root{--mm:2.017px}", "{name}");
        assert_eq!(style.header("cache-control"), Some("no-store"), "{name}");
        assert!(admin.get(&page).text().contains("43 Zoll, 1920 × 1080"), "{name}");
        // The page itself is the same on every kiosk.
        let (own, other) = (kiosk.get("/kiosk/start"), werkbank.get("/kiosk/start"));
        assert_eq!(own.text(), other.text(), "{name}");
        assert!(own.text().contains("href=\"/kiosk/geraet.css\""), "{name}");

        let typed = [("zoll", "31,5 Zoll"), ("aufloesung", "1080x1920")];
        assert_eq!(kiosk.post(path, &typed).status, 303, "{name}");
        assert_eq!(kiosk.get(STYLE).text().trim(), ":root{--mm:2.753px}", "{name}");
        let nonsense: [&[(&str, &str)]; 6] = [
            &[],
            &[("mass", "0"), ("breite", "1920"), ("hoehe", "1080")],
            &[("mass", "20000"), ("breite", "1920"), ("hoehe", "1080")],
            &[("mass", "2017"), ("breite", "-1"), ("hoehe", "99999999999999")],
            &[("zoll", "NaN"), ("aufloesung", "1920x1080")],
            &[("zoll", "1"), ("aufloesung", "1920x1080")],
        ];
        for form in nonsense {
            assert_eq!(kiosk.post(path, form).status, 422, "{name}: {form:?}");
        }
        assert_eq!(kiosk.get(STYLE).text().trim(), ":root{--mm:2.753px}", "{name}");
        // Nobody else's screen is measured.
        assert_eq!(werkbank.browser().post(path, &card).location(), path, "{name}");
        assert_eq!(office.number("select count(*) from device"), 1, "{name}");
    }
}

#[test]
fn signs_of_life_count_once_and_refuse_what_no_kiosk_sends() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut admin = office.sign_in(&werkbank, &office.member(Role::Admin));
        let (mut kiosk, page) = paired(&werkbank, &mut admin);
        let count = |day: &str, kind: &str, key: &str, n: i64| {
            format!(r#"{{"day":"{day}","kind":"{kind}","key":"{key}","lang":"de","n":{n}}}"#)
        };
        let today = day(&office, 0);
        let taken = [
            count(&today, "story_view", "baustoffhaendler-chat", 3),
            count(&day(&office, -31), "story_view", "alt", 1),
            count(&day(&office, 1), "impression", "demir-digital", 2),
        ];
        let dropped = [
            count(&day(&office, -33), "story_view", "zu-alt", 1),
            count(&day(&office, 3), "story_view", "zu-neu", 1),
            count(&today, "request_sent", "all", 1),
            count(&today, "story_view", "ÄÖ <x>", 1),
            count(&today, "story_view", "x", 0),
            count(&today, "story_view", "x", -5),
            count("gestern", "story_view", "x", 1),
        ];
        let counts = taken.iter().chain(&dropped).cloned().collect::<Vec<_>>().join(",");
        let batch = sign(7, &format!(r#""offline":[],"counts":[{counts}]"#));
        let first = say(&mut kiosk, &batch);
        assert_eq!(first.text(), heard(false), "{name}");
        // The first of a day renews the cookie.
        assert!(first.header("set-cookie").is_some(), "{name}");
        for _ in 0..3 {
            let again = say(&mut kiosk, &batch);
            assert_eq!((again.status, again.header("set-cookie")), (200, None), "{name}");
        }
        let sum = "select cast(coalesce(sum(n), 0) as bigint) from counts \
                   where surface = 'kiosk' and key <> 'all' \
                   and kind in ('story_view', 'impression', 'request_sent')";
        assert_eq!(office.number(sum), 6, "{name}");
        assert_eq!(office.number("select count(*) from device_batch"), 1, "{name}");

        let huge = sign(8, &format!(r#""offline":[],"counts":[],"x":"{}""#, "x".repeat(70_000)));
        assert_eq!(say(&mut kiosk, &huge).status, 413, "{name}");
        let many = vec![r#"{"from":1,"until":2}"#; 1001].join(",");
        let bad = [
            String::new(),
            "[]".to_owned(),
            sign(9, r#""offline":[],"counts":[],"more":1"#),
            sign(9, &format!(r#""offline":[{many}],"counts":[]"#)),
            sign(9, r#""counts":[]"#),
            sign(9, PLAIN).replace("00000000-0000-4000", "keine"),
            sign(9, PLAIN).replace("\"quiet\":5", "\"quiet\":-5"),
            sign(9, PLAIN).replace("\"1.0\"", "\"1 0\""),
            sign(9, PLAIN).replace("\"1.0\"", "\"\""),
        ];
        for json in &bad {
            assert_eq!(say(&mut kiosk, json).status, 400, "{name}: {json}");
        }
        let form = kiosk.post(ALIVE, &[("batch", "1")]);
        assert_eq!(form.status, 400, "{name}");
        let headers = [("sec-fetch-site", "cross-site"), ("content-type", "application/json")];
        let foreign = kiosk.send("POST", ALIVE, &headers, batch.as_bytes());
        assert_eq!(foreign.status, 403, "{name}");
        // A clock a year ahead: how long it was offline counts, and it ends now.
        let year = office.backend.now().plus_days(365).0;
        let ahead =
            format!(r#""offline":[{{"from":{},"until":{year}}}],"counts":[]"#, year - 3_600_000);
        assert_eq!(say(&mut kiosk, &sign(10, &ahead)).status, 200, "{name}");
        let late = office.backend.now().0;
        let rows = "select coalesce(max(until_at), 0) from device_outage";
        assert!(office.number(rows) <= late, "{name}: an outage in the future");
        assert!(admin.get(&page).text().contains("Programm 1.0"), "{name}");
        // Cleaning is told with the next answer.
        let form = [("reinigung", "an")];
        assert_eq!(admin.post(&format!("{page}/reinigen"), &form).status, 303, "{name}");
        assert_eq!(say(&mut kiosk, &sign(11, PLAIN)).text(), heard(true), "{name}");
        assert_eq!(admin.post(&format!("{page}/reinigen"), &[]).status, 303, "{name}");
        assert_eq!(say(&mut kiosk, &sign(12, PLAIN)).text(), heard(false), "{name}");
    }
}

#[test]
fn a_device_is_renamed_and_removed() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut admin = office.sign_in(&werkbank, &office.member(Role::Admin));
        let (mut kiosk, page) = paired(&werkbank, &mut admin);
        let rename = |admin: &mut Browser, to: &str| {
            admin.post(&format!("{page}/name"), &[("name", to), ("ort", "Werkstatt")])
        };
        let wrong = rename(&mut admin, " ");
        assert_eq!(wrong.status, 422, "{name}");
        assert_eq!(rename(&mut admin, "Kiosk <b>").status, 303, "{name}");
        assert!(admin.get("/mitarbeit/geraete").text().contains("Kiosk &lt;b&gt;"), "{name}");
        let unsure = admin.post(&format!("{page}/entfernen"), &[]);
        assert_eq!(unsure.status, 422, "{name}");
        let sure = [("sicher", "ja")];
        assert_eq!(admin.post(&format!("{page}/entfernen"), &sure).status, 303, "{name}");
        assert_eq!(admin.get(&page).status, 404, "{name}");
        assert_eq!(say(&mut kiosk, &sign(1, PLAIN)).text(), r#"{"paired":false}"#, "{name}");
        assert_eq!(shown(&mut kiosk).len(), 9, "{name}: it can be paired anew");
    }
}

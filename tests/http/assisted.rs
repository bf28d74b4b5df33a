//! Writing at a kiosk seen over HTTP: only the device that staff opened, only for minutes, sent once.

use backend::Id;
use domain::staff::Role;
use tests::{Browser, Database, Office, Werkbank};

const FORM: &str = "/kiosk/anfrage/ausfuellen";
const DESK: &str = "/mitarbeit/geraete/eingabe";

/// The browser of a kiosk.
fn kiosk(werkbank: &Werkbank, secret: &str) -> Browser {
    werkbank.browser().with("cookie", &format!("kiosk={secret}"))
}

/// What the visitor has filled in, as the last step sends it.
fn filled<'a>(office: &'a Office, key: &'a str) -> Vec<(&'a str, String)> {
    let mut fields = office.form();
    fields.retain(|(name, _)| !["channel", "key", "go"].contains(name));
    fields.extend([
        ("key", key.to_owned()),
        ("go", "send".to_owned()),
        ("channel", "staff".to_owned()),
    ]);
    fields
}

fn send(browser: &mut Browser, fields: &[(&str, String)]) -> tests::Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    browser.post(FORM, &fields)
}

/// Moves a leave into the past by some minutes.
fn age(office: &Office, device: &Id, minutes: i64) {
    let sql = "update assisted_entry set until_at = until_at - $2 where device = $1";
    office.run(async {
        backend::transaction!(office.backend.db, |tx| {
            backend::on!(tx, |c| sqlx::query(sql)
                .bind(device)
                .bind(minutes * 60_000)
                .execute(c)
                .await
                .map(|_| ()))?;
            Ok::<_, backend::BackendError>(())
        })
        .unwrap();
    });
}

const REQUESTS: &str = "select count(*) from request";

#[test]
fn staff_opens_one_kiosk_and_only_that_one() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut adviser = office.sign_in(&werkbank, &office.member(Role::Adviser));
        let ((device, secret), (_, other)) = (office.kiosk(), office.kiosk());
        let (mut here, mut there) = (kiosk(&werkbank, &secret), kiosk(&werkbank, &other));
        let mut nobody = werkbank.browser();

        for browser in [&mut here, &mut there, &mut nobody] {
            let answer = browser.get(FORM);
            assert_eq!((answer.status, answer.location()), (303, "/kiosk/anfrage"), "{name}");
        }
        let before = office.number(REQUESTS);
        let fields = filled(&office, "000000000000000000000001");
        assert_eq!(send(&mut here, &fields).location(), "/kiosk/anfrage", "{name}");
        assert_eq!(office.number(REQUESTS), before, "{name}: sent without leave");

        let opened = adviser.post(DESK, &[("geraet", device.as_str())]);
        assert_eq!(opened.status, 303, "{name}: {}", opened.text());
        assert!(adviser.get(DESK).text().contains("freigegeben bis"), "{name}");
        let page = here.get(&format!("{FORM}?geschichte=baustoffhaendler-chat"));
        assert_eq!(page.status, 200, "{name}");
        assert_eq!(page.header("cache-control"), Some("no-store"), "{name}");
        let text = page.text();
        assert!(text.contains(r#"id="keyboard""#) && text.contains("kiosk-keys"), "{name}");
        assert!(text.contains(r#"value="baustoffhaendler-chat""#), "{name}: the story is lost");
        assert!(!text.contains(r#"autocomplete="email""#), "{name}: the browser would learn");
        for browser in [&mut there, &mut nobody] {
            assert_eq!(browser.get(FORM).status, 303, "{name}: another device");
        }

        // What is wrong comes back with what was typed.
        let wrong =
            here.post(FORM, &[("go", "review"), ("goal", "unknown"), ("firm", "Weber & Co")]);
        assert_eq!(wrong.status, 422, "{name}");
        assert!(wrong.text().contains("Weber &amp; Co"), "{name}");

        // Sent twice it is one request, of the kiosk whatever the form says.
        let thanks = send(&mut here, &fields);
        assert_eq!(thanks.status, 303, "{name}: {}", thanks.text());
        assert!(thanks.location().starts_with("/kiosk/anfrage/danke/"), "{name}");
        assert_eq!(send(&mut here, &fields).location(), thanks.location(), "{name}");
        assert_eq!(office.number(REQUESTS), before + 1, "{name}");
        let told = "select count(*) from request where channel = 'kiosk' and confirmed_at is null";
        assert_eq!(office.number(told), 1, "{name}");
        assert_eq!(here.get(thanks.location()).status, 200, "{name}");

        // Ended early, also what was begun.
        let ended = adviser.post(DESK, &[("geraet", device.as_str()), ("was", "ende")]);
        assert_eq!(ended.status, 303, "{name}");
        assert_eq!(here.get(FORM).status, 303, "{name}");
        let late = filled(&office, "000000000000000000000002");
        assert_eq!(send(&mut here, &late).location(), "/kiosk/anfrage", "{name}");
        assert_eq!(office.number(REQUESTS), before + 1, "{name}");
    }
}

#[test]
fn after_its_time_a_form_is_finished_but_none_is_begun() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut adviser = office.sign_in(&werkbank, &office.member(Role::Adviser));
        let (device, secret) = office.kiosk();
        let mut here = kiosk(&werkbank, &secret);
        assert_eq!(adviser.post(DESK, &[("geraet", device.as_str())]).status, 303, "{name}");
        age(&office, &device, 11);
        assert_eq!(here.get(FORM).status, 303, "{name}: begun too late");
        let fields = filled(&office, "000000000000000000000003");
        let sent = send(&mut here, &fields);
        assert!(sent.location().starts_with("/kiosk/anfrage/danke/"), "{name}: {}", sent.text());
        age(&office, &device, 5);
        let fields = filled(&office, "000000000000000000000004");
        assert_eq!(send(&mut here, &fields).location(), "/kiosk/anfrage", "{name}: grace is over");
    }
}

#[test]
fn only_staff_of_the_site_who_work_on_requests_open_a_kiosk() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let (device, secret) = office.kiosk();
        let (elsewhere, _) = office.kiosk_at("anderswo");
        let mut adviser = office.sign_in(&werkbank, &office.member(Role::Adviser));
        for id in [elsewhere.as_str(), "00000000-0000-7000-8000-000000000099", "x", ""] {
            assert_eq!(adviser.post(DESK, &[("geraet", id)]).status, 404, "{name}: {id}");
        }
        let mut curator = office.sign_in(&werkbank, &office.member(Role::Curator));
        assert_eq!(curator.post(DESK, &[("geraet", device.as_str())]).status, 403, "{name}");
        // The kiosk's cookie opens nothing at the desk.
        let answer = kiosk(&werkbank, &secret).post(DESK, &[("geraet", device.as_str())]);
        assert_ne!(answer.status, 303, "{name}: {}", answer.location());
        assert_eq!(office.number("select count(*) from assisted_entry"), 0, "{name}");
        assert!(!adviser.get(DESK).text().contains("Kiosk 9"), "{name}");
    }
}

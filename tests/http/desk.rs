//! At the door: a request written down for somebody else, a visit counted, a request found again.

use backend::Id;
use domain::staff::Role;
use tests::{Answer, Browser, Database, Office, Werkbank};

const ENTRY: &str = "/mitarbeit/anfragen/neu";

/// A form in order, as somebody in the room would have it filled in, with the key of the page.
fn form(office: &Office, browser: &mut Browser, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = browser.get(ENTRY);
    assert_eq!(page.status, 200);
    let answers = office.form().into_iter().map(|(name, value)| (name.to_owned(), value));
    let mut fields: Vec<(String, String)> = answers.chain(page.hidden()).collect();
    for (name, value) in changes {
        fields.retain(|(n, _)| n != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

fn send(browser: &mut Browser, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    browser.post(path, &fields)
}

#[test]
fn what_somebody_says_in_the_room_becomes_one_confirmed_request() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut katrin = office.sign_in(&werkbank, &office.member(Role::Coordinator));
        let changes = [("channel", "visit"), ("sprache", "en"), ("firm", "Bäckerei Öztürk")];
        let fields = form(&office, &mut katrin, &changes);

        // An error keeps what was typed.
        let mut broken = fields.clone();
        broken.retain(|(name, _)| name != "email" && name != "phone");
        let again = send(&mut katrin, ENTRY, &broken);
        assert_eq!(again.status, 422, "{name}");
        assert!(again.text().contains("value=\"Bäckerei Öztürk\""), "{name}");
        assert!(again.text().contains("class=\"error-summary"), "{name}");
        assert_eq!(office.number("select count(*) from request"), 0, "{name}");

        // Sent twice at a time, and once more: one request, one mail, in English, confirmed.
        let places: Vec<String> = std::thread::scope(|scope| {
            let twice: Vec<_> = (0..2)
                .map(|_| {
                    let (mut browser, fields) = (katrin.clone(), &fields);
                    scope.spawn(move || send(&mut browser, ENTRY, fields).location().to_owned())
                })
                .collect();
            twice.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert_eq!(places[0], places[1], "{name}");
        assert_eq!(send(&mut katrin, ENTRY, &fields).location(), places[0], "{name}");
        for (sql, wanted) in [
            ("select count(*) from request where state = 'open' and channel = 'visit'", 1),
            ("select count(*) from request", 1),
            ("select count(*) from request where lang = 'en' and confirmed_by = 'staff'", 1),
            ("select count(*) from outbox where kind = 'request_received'", 1),
            (
                "select count(*) from request_event where event = 'submitted' and actor is not null",
                1,
            ),
            (
                "select n from counts where kind = 'request_sent' and key = 'all' and surface = 'desk'",
                1,
            ),
        ] {
            assert_eq!(office.number(sql), wanted, "{name}: {sql}");
        }
        let page = katrin.get(&places[0]);
        assert!(page.status == 200 && page.text().contains("Bäckerei Öztürk"), "{name}");
        assert!(page.text().contains("im Raum, vom Team eingetragen"), "{name}");

        // A form that has lost its key is shown once more instead of being stored twice.
        let mut keyless = fields.clone();
        keyless.retain(|(name, _)| name != "key");
        assert_eq!(send(&mut katrin, ENTRY, &keyless).status, 200, "{name}");
        assert_eq!(office.number("select count(*) from request"), 1, "{name}");

        // Whoever writes it down need not be the one it goes to.
        let mut other = office.sign_in(&werkbank, &office.member(Role::Adviser));
        let fields = form(&office, &mut other, &[("channel", "phone")]);
        let place = send(&mut other, ENTRY, &fields).location().to_owned();
        let page = other.get(&place);
        assert_eq!(page.status, 200, "{name}: {place}");
        let mine = office.number("select count(*) from request where assigned is null");
        assert_eq!(place.contains("aufgenommen="), mine == 0, "{name}: {place}");

        // Only this team.
        assert_eq!(werkbank.get(ENTRY).status, 303, "{name}");
        assert_eq!(werkbank.browser().post(ENTRY, &[]).status, 403, "{name}");
    }
}

#[test]
fn a_visit_is_one_touch() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut browser = office.sign_in(&werkbank, &office.member(Role::Coordinator));
        let shown = |browser: &mut Browser| {
            let text = browser.get("/mitarbeit/anfragen").text();
            ["heute noch keiner", "heute einer", "heute 2"].into_iter().find(|t| text.contains(t))
        };
        assert_eq!(shown(&mut browser), Some("heute noch keiner"), "{name}");
        for wanted in ["heute einer", "heute 2"] {
            let answer = browser.post("/mitarbeit/besuche", &[]);
            assert_eq!((answer.status, answer.location()), (303, "/mitarbeit/anfragen"), "{name}");
            assert_eq!(shown(&mut browser), Some(wanted), "{name}");
        }
        for wanted in ["heute einer", "heute noch keiner", "heute noch keiner"] {
            browser.post("/mitarbeit/besuche", &[("was", "zurueck")]);
            assert_eq!(shown(&mut browser), Some(wanted), "{name}");
        }
        assert_eq!(werkbank.browser().post("/mitarbeit/besuche", &[]).status, 403, "{name}");
    }
}

#[test]
fn a_caller_is_found_in_the_inbox() {
    let database = Database::sqlite();
    let werkbank = Werkbank::builder().database(&database).start();
    let office = Office::open(&werkbank, &database);
    let mut browser = office.sign_in(&werkbank, &office.member(Role::Coordinator));
    for firm in ["Müller & Söhne", "Tischlerei <b>Kaya</b>"] {
        let fields = form(&office, &mut browser, &[("firm", firm)]);
        assert_eq!(send(&mut browser, ENTRY, &fields).status, 303);
    }
    let mut found = |typed: &str| {
        let page = browser.get(&format!("/mitarbeit/anfragen?suche={typed}"));
        assert_eq!(page.status, 200);
        page.text()
    };
    let hits = found("mueller");
    assert!(hits.contains("Müller &amp; Söhne") && !hits.contains("Kaya"), "{hits}");
    let hits = found("KAYA");
    assert!(hits.contains("Tischlerei &lt;b>Kaya") || hits.contains("Tischlerei &lt;b&gt;Kaya"));
    assert!(found("nirgends").contains("Nichts gefunden"));
    assert!(found("%25").contains("Nichts gefunden"));
    assert!(found("%3Cscript%3E").contains("Treffer für „&lt;script"));
}

#[test]
fn a_mail_that_did_not_arrive_is_seen_and_mended() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut browser = office.sign_in(&werkbank, &office.member(Role::Coordinator));
        let fields = form(&office, &mut browser, &[]);
        let place = send(&mut browser, ENTRY, &fields).location().to_owned();
        let request = place.rsplit('/').next().unwrap();
        let mail = office.given_up(&Id::parse(request).unwrap());

        let inbox = browser.get("/mitarbeit/anfragen").text();
        assert!(inbox.contains("Eine E-Mail konnte nicht zugestellt werden."), "{name}");
        let outbox = browser.get("/mitarbeit/postausgang").text();
        assert!(outbox.contains("550 no such user"), "{name}");
        assert!(outbox.contains("Die Adresse gibt es so nicht."), "{name}");
        assert!(browser.get(&place).text().contains("Zum Postausgang"), "{name}");

        let path = format!("{place}/mail");
        let mut press = |what| browser.post(&path, &[("mail", mail.as_str()), ("was", what)]);
        let done = press("nochmal");
        assert_eq!((done.status, done.location()), (303, "/mitarbeit/postausgang"), "{name}");
        // It is on its way: nothing to retry or to put away any more.
        for what in ["nochmal", "ablegen"] {
            let late = press(what);
            assert_eq!(late.status, 409, "{name}");
            assert!(late.text().contains("Hier ist der neue Stand."), "{name}");
        }
        let history = browser.get(&place).text();
        assert!(history.contains("E-Mail noch einmal auf den Weg gebracht"), "{name}");
        let inbox = browser.get("/mitarbeit/anfragen").text();
        assert!(!inbox.contains("nicht zugestellt"), "{name}");
    }
}

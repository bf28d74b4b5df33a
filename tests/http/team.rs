//! The team seen over HTTP: an invitation from the form to the first sign-in, a lock that holds at
//! once on every server, and administrators who try to shut each other out.

use domain::staff::Role;
use std::sync::Barrier;
use std::time::Duration;
use tests::{Browser, Database, Office, Werkbank, is_long, now};

/// Asks for a page until it says something, which a worker is about to bring about.
fn until(browser: &mut Browser, path: &str, words: &str) -> String {
    let began = now();
    loop {
        let page = browser.get(path).text();
        if page.contains(words) {
            return page;
        }
        assert!(began.elapsed() < Duration::from_mins(5), "{words} is missing in {page}");
    }
}

/// The link to an invitation in the newest mail to a mailbox.
fn invitation(werkbank: &Werkbank, mailbox: &str) -> String {
    let mails = werkbank.mails();
    let mail = mails.iter().rfind(|mail| mail.contains(&format!("To: {mailbox}\r\n"))).unwrap();
    let mail = mail.replace("=\r\n", "");
    let (_, rest) = mail.split_once("/mitarbeit/einladung/").unwrap();
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    format!("/mitarbeit/einladung/{}", &rest[..end.unwrap_or(rest.len())])
}

#[test]
fn an_invitation_leads_to_a_desk_and_a_lock_ends_it_at_once() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut admin = office.sign_in(&werkbank, &office.member(Role::Admin));
        let form = [
            ("name", "Jens Albrecht"),
            ("email", "jens@werkbank.example"),
            ("rolle", "adviser"),
            ("rolle", "coordinator"),
            ("site", "anderswo"),
        ];
        let added = admin.post("/mitarbeit/team/neu", &form);
        assert_eq!(added.status, 303, "{name}: {}", added.text());
        let member = added.location().split('?').next().unwrap().to_owned();
        let page = until(&mut admin, &member, "übergeben");
        assert!(page.contains("Einladung offen bis"), "{name}: {page}");

        // The link opens a page that never shows a secret of the account again.
        let link = invitation(&werkbank, "jens@werkbank.example");
        let opened = werkbank.get(&link);
        assert_eq!(opened.status, 200, "{name}");
        assert_eq!(opened.header("cache-control"), Some("no-store"), "{name}");
        assert!(!werkbank.log().contains(link.rsplit('/').next().unwrap()), "{name}: in the log");

        // Signed in, looking at the desk; locked, the next request fails.
        let id = backend::Id::parse(member.rsplit('/').next().unwrap()).unwrap();
        let mut jens = office.sign_in(&werkbank, &id);
        assert_eq!(jens.get("/mitarbeit/team").status, 200, "{name}");
        assert_eq!(jens.get("/mitarbeit/team/neu").status, 403, "{name}");
        let unsure = admin.post(&format!("{member}/sperren"), &[]);
        assert_eq!(unsure.status, 422, "{name}");
        assert_eq!(jens.get("/mitarbeit/team").status, 200, "{name}: nothing happened yet");
        let locked = admin.post(&format!("{member}/sperren"), &[("sicher", "ja")]);
        assert_eq!(locked.status, 303, "{name}");
        let away = jens.get("/mitarbeit/team");
        assert!(away.location().starts_with("/mitarbeit/anmelden"), "{name}");
        assert_eq!(jens.post("/mitarbeit/konto/abwesenheiten", &[]).status, 403, "{name}");
        assert_eq!(werkbank.get(&link).status, 404, "{name}: the invitation ended, too");

        let trail = "select count(*) from audit where subject_kind = 'staff' and action in \
                     ('staff.added', 'staff.invited', 'staff.disabled')";
        // The office made two members itself.
        assert_eq!(office.number(trail), 5, "{name}");
        let words = "select count(*) from audit where detail is not null or subject like '%@%'";
        assert_eq!(office.number(words), 0, "{name}");
    }
}

#[test]
fn what_an_account_says_is_changed_by_whoever_has_read_it() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let mut admin = office.sign_in(&werkbank, &office.member(Role::Admin));
        let (anna, bert) = (office.member(Role::Adviser), office.member(Role::Adviser));
        let mut annas = office.sign_in(&werkbank, &anna);
        let path = format!("/mitarbeit/team/{anna}");
        let read = |browser: &mut Browser| {
            let page = browser.get(&path).text();
            let (_, rest) = page.split_once("name=\"stand\" value=\"").unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let stand = read(&mut admin);
        let form = |name: &'static str, email: &'static str, stand: &str| {
            vec![
                ("name", name.to_owned()),
                ("email", email.to_owned()),
                ("stand", stand.to_owned()),
            ]
        };
        let send = |browser: &mut Browser, form: Vec<(&str, String)>| {
            let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
            browser.post(&format!("{path}/konto"), &form)
        };
        let long = form("", "kein", &stand);
        let wrong = send(&mut admin, long);
        assert_eq!(wrong.status, 422, "{name}");
        assert!(wrong.text().contains("value=\"kein\""), "{name}: what was typed stays");
        let changed = send(&mut admin, form("Anna Neu", "Anna@werkbank.example", &stand));
        assert_eq!(changed.status, 303, "{name}: {}", changed.text());
        // The second administrator had read the old address.
        let late = send(&mut admin, form("Anna Alt", "alt@werkbank.example", &stand));
        assert_eq!(late.status, 409, "{name}");
        assert!(late.text().contains("value=\"anna@werkbank.example\""), "{name}: as it is now");
        let stand = read(&mut admin);
        let page = admin.get(&format!("/mitarbeit/team/{bert}")).text();
        let (_, rest) =
            page.split_once("id=\"email\" name=\"email\" type=\"email\" value=\"").unwrap();
        let berts: &'static str = rest.split('"').next().unwrap().to_owned().leak();
        assert_eq!(send(&mut admin, form("Anna Neu", berts, &stand)).status, 422, "{name}: taken");
        // With another address she signs in anew.
        assert!(annas.get("/mitarbeit").location().starts_with("/mitarbeit/anmelden"), "{name}");
        let words = "select count(*) from audit where detail is not null or subject like '%@%'";
        assert_eq!(office.number(words), 0, "{name}");
    }
}

#[test]
fn administrators_cannot_shut_each_other_out() {
    let rounds = if is_long() { 200 } else { 5 };
    for (name, database) in Database::both() {
        let count = if name == "SQLite" { 1 } else { 2 };
        let start = |_| Werkbank::builder().database(&database).env("RUST_LOG", "warn").start();
        let servers: Vec<Werkbank> = (0..count).map(start).collect();
        let office = Office::open(&servers[0], &database);
        let admins = "select count(*) from staff s join staff_role r on r.staff = s.id \
                      where s.active = 1 and r.role = 'admin'";
        let mut anna = office.member(Role::Admin);
        for round in 0..rounds {
            let bert = office.member(Role::Admin);
            let barrier = Barrier::new(2);
            let attempts = [(&anna, &bert, 0), (&bert, &anna, 1)].map(|(by, whom, server)| {
                let server = &servers[server % servers.len()];
                let browser = office.sign_in(&servers[0], by).at(server.address);
                (browser, format!("/mitarbeit/team/{whom}/sperren"))
            });
            let answers: Vec<u16> = std::thread::scope(|scope| {
                let running: Vec<_> = attempts
                    .into_iter()
                    .map(|(mut browser, path)| {
                        let barrier = &barrier;
                        scope.spawn(move || {
                            barrier.wait();
                            browser.post(&path, &[("sicher", "ja")]).status
                        })
                    })
                    .collect();
                running.into_iter().map(|attempt| attempt.join().unwrap()).collect()
            });
            let done = answers.iter().filter(|status| **status == 303).count();
            assert_eq!(done, 1, "{name}, round {round}: {answers:?}");
            // The other one was shut out before or while asking.
            assert!(answers.contains(&403), "{name}, round {round}: {answers:?}");
            assert_eq!(office.number(admins), 1, "{name}, round {round}");
            if answers[0] != 303 {
                anna = bert;
            }
        }
        println!("{name}: {rounds} rounds");
    }
}

//! The desk's calendar seen over HTTP: what people subscribe to, and changes of one meeting by two
//! at the same time.

use backend::Id;
use backend::meetings::{MeetingEdit, Setting, rearrange};
use domain::meeting::{MeetingPlace, MeetingState};
use domain::staff::Role;
use domain::text::Line;
use std::process::Command;
use std::sync::Barrier;
use tests::{Answer, Database, Office, Stage, Werkbank, repository};

/// The path of the address of a calendar that a page shows.
fn address(werkbank: &Werkbank, page: &Answer) -> String {
    assert_eq!(page.status, 200);
    let text = page.text();
    let (_, rest) = text.split_once(&format!("http://{}/kalender/", werkbank.address)).unwrap();
    format!("/kalender/{}", rest.split('"').next().unwrap())
}

#[test]
fn independent_calendars_subscribe_to_the_teams() {
    let Some(python) = std::env::var_os("WERKBANK_TEST_PYTHON") else {
        panic!("set WERKBANK_TEST_PYTHON to a Python with tests/requirements.txt");
    };
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let host = office.member(Role::Coordinator);
        let mut browser = office.sign_in(&werkbank, &host);
        office.case(Stage::Booked, Some(&host));
        office.case(Stage::Past, Some(&host));
        let held = office.case(Stage::Proposed, Some(&host));
        let page = browser.post("/mitarbeit/konto/kalender", &[]);
        let path = address(&werkbank, &page);
        let events = 2 + held.slots.len();
        let output = Command::new(&python)
            .arg(repository().join("tests/open/check_feed.py"))
            .arg(format!("http://{}{path}", werkbank.address))
            .arg(events.to_string())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(said.contains("events in two parsers"), "{name}: {said}");

        // As private as every other link: kept nowhere, told nobody, in no log; but a calendar that
        // asks again hears that nothing has changed.
        let answer = werkbank.get(&path);
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{name}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{name}");
        let tag = answer.header("etag").unwrap().to_owned();
        let mut again = werkbank.browser().with("if-none-match", &tag);
        assert_eq!(again.get(&path).status, 304, "{name}");
        let call_off = format!("the times of {}", held.request);
        office.call_off(&held.request);
        assert_eq!(again.get(&path).status, 200, "{name}: {call_off} are free");
        let secret = path.trim_start_matches("/kalender/").trim_end_matches(".ics").to_owned();
        assert!(!werkbank.log().contains(&secret), "{name}: in the log");

        // Whatever is wrong looks the same.
        browser.post("/mitarbeit/konto/kalender/beenden", &[]);
        let mut other: String = secret.chars().rev().collect();
        other.push_str(".ics");
        let wrong = [path.clone(), format!("/kalender/{other}"), "/kalender/x.ics".to_owned()];
        let pages: Vec<(u16, String)> = wrong
            .iter()
            .map(|path| {
                let answer = werkbank.get(path);
                // What was asked for stands in the links to the other languages.
                (answer.status, answer.text().replace(path.as_str(), ""))
            })
            .collect();
        assert_eq!(pages[0].0, 404, "{name}");
        assert!(pages.iter().all(|page| *page == pages[0]), "{name}: one identical page");
    }
}

#[test]
fn of_two_who_change_the_host_one_hears_that_it_changed() {
    for (name, database) in Database::both() {
        let count = if name == "SQLite" { 1 } else { 2 };
        let start = |_| Werkbank::builder().database(&database).env("RUST_LOG", "warn").start();
        let servers: Vec<Werkbank> = (0..count).map(start).collect();
        let office = Office::open(&servers[0], &database);
        let hosts = [office.member(Role::Adviser), office.member(Role::Adviser)];
        let editors = [office.member(Role::Coordinator), office.member(Role::Coordinator)];
        for round in 0..if tests::is_long() { 50 } else { 5 } {
            let case = office.case(Stage::Booked, Some(&editors[0]));
            let (meeting, version) = case.meeting.clone().unwrap();
            let path = format!("/mitarbeit/anfragen/{}/treffen/{meeting}/aendern", case.request);
            let (version, barrier) = (version.to_string(), Barrier::new(2));
            let statuses: Vec<u16> = std::thread::scope(|scope| {
                let running: Vec<_> = (0..2)
                    .map(|n| {
                        let server = &servers[n % servers.len()];
                        let browser = office.sign_in(&servers[0], &editors[n]);
                        let mut browser = browser.at(server.address);
                        let (path, version, barrier) = (&path, version.as_str(), &barrier);
                        let host = hosts[n].as_str();
                        scope.spawn(move || {
                            barrier.wait();
                            let form =
                                [("version", version), ("ort", "phone"), ("gastgeber", host)];
                            browser.post(path, &form).status
                        })
                    })
                    .collect();
                running.into_iter().map(|attempt| attempt.join().unwrap()).collect()
            });
            let mut sorted = statuses.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, [303, 409], "{name}, round {round}");
            let won = &hosts[statuses.iter().position(|status| *status == 303).unwrap()];
            let now = office.meetings(&case.request).remove(0);
            assert_eq!((&now.adviser, now.sequence), (won, 1), "{name}, round {round}");
            office.call_off(&case.request);
        }
    }
}

#[test]
fn what_clashes_is_listed_until_it_is_mended() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let (host, other) = (office.member(Role::Adviser), office.member(Role::Coordinator));
        let case = office.case(Stage::Booked, Some(&host));
        let mut browser = office.sign_in(&werkbank, &other);
        let list =
            |browser: &mut tests::Browser| browser.get("/mitarbeit/kalender/konflikte").text();
        assert!(list(&mut browser).contains("Alles passt zusammen"), "{name}");
        let day = case.slots[0].day();
        let away = [("von", day.to_string()), ("bis", day.to_string())];
        let away: Vec<(&str, &str)> = away.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(
            browser.post(&format!("/mitarbeit/team/{host}/abwesenheiten"), &away).status,
            303
        );
        assert!(list(&mut browser).contains("ist an diesem Tag abwesend."), "{name}");
        let banner = browser.get(&format!("/mitarbeit/kalender?tag={day}")).text();
        assert!(banner.contains("Ein Termin kann so nicht stattfinden."), "{name}");
        // Nothing was dropped by itself; somebody else takes over, and all is well.
        let meeting = office.meetings(&case.request).remove(0);
        assert_eq!(meeting.state, MeetingState::Booked, "{name}");
        take_over(&office, &case.request, &meeting.id, meeting.version, &other);
        assert!(list(&mut browser).contains("Alles passt zusammen"), "{name}");
    }
}

fn take_over(office: &Office, request: &Id, meeting: &Id, version: i64, host: &Id) {
    let (request, meeting) = (request.clone(), meeting.clone());
    let edit = MeetingEdit { viewer: office.viewer(), request, meeting, version };
    let place_note = Some(Line::parse("0231 000000").unwrap());
    let new = Setting { place: MeetingPlace::Phone, place_note, adviser: host.clone() };
    let done = office.run(rearrange(&office.backend, &office.content, edit, new));
    assert!(matches!(done, Ok(backend::meetings::Claimed::Done(_))), "{done:?}");
}

//! Fifty identical ticks of one meeting.

use super::{Attempt, RIVALS, Track};
use domain::staff::Role;
use std::collections::BTreeSet;
use std::time::Duration;
use tests::{Case, Stage, now};

#[test]
fn fifty_identical_ticks_book_once() {
    for mut track in Track::all() {
        let host = track.office.member(Role::Adviser);
        while track.goes_on() {
            let round = track.overlaps.len();
            let case = track.office.case(Stage::Introduced, Some(&host));
            let answered = track.visitor(0).post(
                &format!("/termin/{}/antwort", case.provider),
                &form(&case).iter().map(|(n, v)| (*n, v.as_str())).collect::<Vec<_>>(),
            );
            assert!(answered.location().ends_with("?getan=geantwortet"), "{}", answered.text());
            let before = mails(&track, &case);
            let path = format!("/status/{}/termine", case.firm);
            let attempts = (0..RIVALS)
                .map(|n| {
                    let browser = track.visitor(n);
                    Attempt { browser, path: path.clone(), form: form(&case) }
                })
                .collect();
            let answers = track.at_once(attempts);
            let page = format!("/status/{}?getan=gebucht", case.firm);
            for answer in &answers {
                assert_eq!((answer.status, answer.location()), (303, page.as_str()));
            }
            let shown: BTreeSet<Vec<u8>> =
                track.servers.iter().map(|server| server.get(&page).body).collect();
            assert_eq!(shown.len(), 1, "the same page everywhere");
            // One for the firm, the provider and the adviser each.
            assert_eq!(mails(&track, &case) - before, 3, "{} round {round}", track.name);
            // Two quarter hours of the adviser: it is a telephone call.
            assert_eq!(track.claimed(), (2, 1), "{} round {round}", track.name);
            track.office.call_off(&case.request);
        }
        let sent = handed_over(&track);
        let figures = vec![
            ("Bookings and sets of mails a round", "1 and 1".to_owned()),
            ("Mails handed over, none twice", sent.to_string()),
        ];
        track.prove("ticks", "fifty identical ticks of one meeting", figures);
    }
}

fn form(case: &Case) -> Vec<(&'static str, String)> {
    let (meeting, _) = case.meeting.as_ref().unwrap();
    vec![("meeting", meeting.to_string()), ("slot", case.slots[0].start().0.to_string())]
}

/// Mails about a request, sent or not.
fn mails(track: &Track, case: &Case) -> i64 {
    track.office.run(async {
        let sql = "select count(*) from outbox where request = $1";
        let mut conn = track.office.read().await;
        let (n,): (i64,) =
            backend::on!(conn, |c| sqlx::query_as(sql).bind(&case.request).fetch_one(c).await)
                .unwrap();
        n
    })
}

/// Waits until every mail is handed over; none may be there twice, whichever program took it.
fn handed_over(track: &Track) -> usize {
    let began = now();
    let waiting = "select count(*) from outbox where done_at is null";
    while track.office.number(waiting) > 0 {
        assert!(began.elapsed() < Duration::from_mins(2), "mails are still waiting");
    }
    let mails: Vec<String> = track.servers.iter().flat_map(tests::Werkbank::mails).collect();
    let id = |mail: &String| {
        let line = mail.lines().find(|line| line.to_lowercase().starts_with("message-id:"));
        line.unwrap_or_default().to_owned()
    };
    let ids: BTreeSet<String> = mails.iter().map(id).collect();
    assert_eq!(ids.len(), mails.len(), "a mail was handed over twice");
    let written = track.office.number("select count(*) from outbox");
    assert_eq!(i64::try_from(mails.len()).unwrap(), written);
    mails.len()
}

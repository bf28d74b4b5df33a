//! A firm ticks a time whose hold has run out, while others want it.

use super::{Attempt, RIVALS, Track, offers_others};
use backend::meetings::NewMeeting;
use domain::meeting::{MeetingKind, MeetingPlace};
use domain::staff::Role;
use tests::Stage;

/// Days after which a hold is over for certain; it lasts three working days.
const LONG_AGO: i64 = -9;

#[test]
fn a_late_tick_against_new_proposals() {
    for mut track in Track::all() {
        let host = track.office.member(Role::Adviser);
        let late = track.office.case(Stage::Open, Some(&host));
        let rivals: Vec<_> =
            (0..RIVALS / 2).map(|_| track.office.case(Stage::Open, Some(&host)).request).collect();
        let free = track.office.free(&track.office.backend, MeetingPlace::Room, &host, 30);
        let (mut ticks_won, mut proposals_won) = (0, 0);
        while track.goes_on() {
            let round = track.overlaps.len();
            let shared = free[round % 4];
            let new = NewMeeting {
                kind: MeetingKind::Advice,
                place: MeetingPlace::Room,
                place_note: None,
                provider: None,
                adviser: host.clone(),
                others: Vec::new(),
                slots: vec![shared],
                agreed: false,
            };
            let then = track.office.days_later(LONG_AGO);
            let meeting = track.office.proposed(&then, &late.request, new);
            assert!(meeting.hold_until.unwrap() < track.office.backend.now());
            let tick =
                [("meeting", meeting.id.to_string()), ("slot", shared.start().0.to_string())];
            let path = format!("/status/{}/termine", late.firm);
            let mut attempts = Vec::new();
            for (n, rival) in rivals.iter().enumerate() {
                attempts.push(track.proposal(n, rival, &[shared]));
                let browser = track.visitor(n + 1);
                attempts.push(Attempt { browser, path: path.clone(), form: tick.to_vec() });
            }
            let answers = track.at_once(attempts);
            let proposals: Vec<_> = answers.iter().step_by(2).collect();
            let ticks: Vec<_> = answers.iter().skip(1).step_by(2).collect();
            let made = proposals.iter().filter(|answer| answer.status == 303).count();
            let refused = proposals.iter().filter(|answer| offers_others(answer, shared)).count();
            let did = |did: &str| {
                let page = format!("/status/{}?getan={did}", late.firm);
                ticks.iter().filter(|answer| answer.location() == page).count()
            };
            let (booked, too_late) = (did("gebucht"), did("zu-spaet"));
            let outcome = (made, refused, booked, too_late);
            let half = RIVALS / 2;
            assert!(
                outcome == (0, half, half, 0) || outcome == (1, half - 1, 0, half),
                "{} round {round}: {outcome:?}",
                track.name
            );
            ticks_won += usize::from(booked > 0);
            proposals_won += made;
            // Two quarter hours of the room and of the adviser.
            assert_eq!(track.claimed(), (4, 1), "{} round {round}", track.name);
            for request in rivals.iter().chain([&late.request]) {
                track.office.call_off(request);
            }
        }
        let figures = vec![
            ("Won by the late tick", ticks_won.to_string()),
            ("Won by a new proposal", proposals_won.to_string()),
        ];
        track.prove("late-tick", "ticks of an expired hold against new proposals", figures);
    }
}

//! Fifty proposals share one time.

use super::{RIVALS, Track, offers_others};
use domain::meeting::MeetingPlace;
use domain::staff::Role;
use tests::Stage;

#[test]
fn fifty_proposals_share_one_time() {
    for mut track in Track::all() {
        let (one, other) = {
            let office = &track.office;
            (office.member(Role::Adviser), office.member(Role::Adviser))
        };
        let firms: Vec<_> = (0..RIVALS)
            .map(|n| {
                let host = if n % 2 == 0 { &one } else { &other };
                track.office.case(Stage::Open, Some(host)).request
            })
            .collect();
        let free = track.office.free(&track.office.backend, MeetingPlace::Room, &one, 30);
        let (shared, own) = free.split_at(4);
        assert!(own.len() >= RIVALS, "{} free times", own.len());
        while track.goes_on() {
            let round = track.overlaps.len();
            let shared = shared[round % shared.len()];
            let rivals = firms.iter().enumerate();
            let attempts =
                rivals.map(|(n, request)| track.proposal(n, request, &[shared, own[n]])).collect();
            let answers = track.at_once(attempts);
            let won: Vec<usize> = (0..RIVALS).filter(|n| answers[*n].status == 303).collect();
            let lost = answers.iter().filter(|answer| offers_others(answer, shared)).count();
            let statuses: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
            assert_eq!((won.len(), lost), (1, RIVALS - 1), "round {round}: {statuses:?}");
            // Two times of two quarters each, of the room and of the adviser.
            assert_eq!(track.claimed(), (8, 1), "{} round {round}", track.name);
            track.office.call_off(&firms[won[0]]);
            assert_eq!(track.claimed(), (0, 0), "{} round {round}", track.name);
        }
        let figures = vec![("Won and lost a round", format!("1 and {}", RIVALS - 1))];
        track.prove("proposals", "fifty proposals share one time", figures);
    }
}

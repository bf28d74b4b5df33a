//! What has to hold after every step, and at the end in everybody's calendar.

use super::*;

impl Run {
    /// Compares everything, and looks for double bookings without help of the claims' key.
    pub(super) async fn check(&self) {
        let mut conn = self.office.b.db.read().await.unwrap();
        let sql = "select resource_kind, resource_id, quarter_hour, meeting, hold_until from claim";
        let rows: Vec<(String, String, i64, Id, Option<i64>)> =
            on!(conn, |c| sqlx::query_as(sql).fetch_all(c).await).unwrap();
        let mut found = BTreeMap::new();
        for (kind, id, quarter, meeting, until) in rows {
            let what = if kind == "room" { kind } else { id };
            let twice = found.insert((what, quarter), (meeting, until.map(Instant)));
            assert_eq!(twice, None, "claimed twice");
        }
        assert_eq!(found, self.model.claims);
        let mut booked: Vec<(Slot, Takes, Id)> = Vec::new();
        for (id, known) in &self.model.meetings {
            let meeting = load::find(&mut conn, id).await.unwrap().unwrap();
            assert_eq!(meeting.state, known.state);
            assert_eq!((meeting.sequence, meeting.hold_until), (known.sequence, known.hold));
            let firms = meeting.seats.iter().filter(|seat| seat.participant.party == Party::Sme);
            let firms: BTreeSet<&str> = firms.map(|seat| seat.subject.as_str()).collect();
            let own = known.firms.iter().map(|firm| self.firms[*firm].request.as_str());
            assert_eq!(firms, own.collect::<BTreeSet<_>>());
            let lonely = known.joint && meeting.state.is_live() && firms.len() < 2;
            assert!(!lonely || meeting.has_begun(self.office.b.now()), "{id} is no joint meeting");
            if meeting.state == MeetingState::Booked {
                assert_eq!(meeting.slot, known.slot);
                let takes = Takes {
                    room: meeting.place == MeetingPlace::Room,
                    adviser: meeting.adviser.clone(),
                };
                assert_eq!(takes, known.takes);
                booked.push((meeting.slot.unwrap(), takes, id.clone()));
            }
        }
        for (n, (slot, takes, id)) in booked.iter().enumerate() {
            for (other, rival, rivals) in &booked[n + 1..] {
                let shared = (takes.room && rival.room) || takes.adviser == rival.adviser;
                assert!(!shared || !slot.overlaps(*other), "{id} and {rivals} at once");
            }
        }
        drop(conn);
        for (n, firm) in self.firms.iter().enumerate() {
            let states = self.model.meetings.values().filter(|known| known.firms.contains(&n));
            let states: Vec<MeetingState> = states.map(|known| known.state).collect();
            let want = match firm.stands {
                Stands::Deleted => None,
                Stands::Withdrawn => Some(RequestState::Withdrawn),
                Stands::Here if states.contains(&MeetingState::Proposed) => {
                    Some(RequestState::Proposing)
                }
                Stands::Here if states.contains(&MeetingState::Booked) => {
                    Some(RequestState::MeetingBooked)
                }
                Stands::Here => Some(RequestState::Open),
            };
            let found = self.office.request(&firm.request).await;
            assert_eq!(found.map(|request| request.state), want);
        }
    }

    /// Reads what has gone to calendars so far: in each the numbers rise.
    pub(super) async fn collect_calendars(&mut self) {
        let mut last: BTreeMap<(Option<Id>, String), i64> = BTreeMap::new();
        let mut numbers = BTreeSet::new();
        for mail in calendars(&self.office).await {
            let (uid, number) = (mail.value("UID"), mail.value("SEQUENCE").parse().unwrap());
            assert!(numbers.insert((uid.clone(), number)), "{number} twice");
            let before = last.insert((mail.request, uid.clone()), number);
            assert!(before.is_none_or(|before| number > before), "{number} after {before:?}");
            self.calendars.entry(uid).or_default().insert(number, mail.method);
        }
    }

    /// The last word in every calendar is what the meeting is.
    pub(super) async fn check_calendars(&mut self) {
        self.collect_calendars().await;
        let word = |uid: &str| self.calendars.get(uid)?.values().next_back().map(String::as_str);
        let mut seated = BTreeSet::new();
        for (id, known) in &self.model.meetings {
            for seat in now(&self.office, id).await.seats {
                let booked = known.state == MeetingState::Booked;
                let want = if booked { Some("REQUEST") } else { Some("CANCEL") };
                let word = word(&seat.uid);
                assert!(word == want || (word.is_none() && !booked));
                seated.insert(seat.uid);
            }
        }
        // Whoever no longer takes part has nothing left in the calendar.
        for uid in self.calendars.keys().filter(|uid| !self.forgotten.contains(*uid)) {
            assert!(seated.contains(uid) || word(uid) == Some("CANCEL"), "{uid}");
        }
    }
}

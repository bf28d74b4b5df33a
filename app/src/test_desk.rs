//! For tests of the desk's pages: a team, requests of several firms, and meetings with them.
#![expect(clippy::unwrap_used, reason = "a fixture that fails fails its test")]

use crate::test_site::TestSite;
use backend::Id;
use backend::meetings::{self, Claimed, Meeting, NewMeeting};
use backend::requests::{self, Edit, Viewer};
use domain::calendar::at;
use domain::meeting::{MeetingKind, MeetingPlace, Slot};
use domain::staff::Role;
use jiff::civil::{date, time};

/// A website with a team. A coordinator is signed in.
pub struct TestDesk {
    /// The website.
    pub site: TestSite,
    /// Karla Jung, coordinator.
    pub coordinator: Id,
    /// Bea Meier, adviser.
    pub adviser: Id,
}

/// 45 minutes in December 2026; the room is open from Tuesday to Friday.
pub fn slot(day: i8, hour: i8) -> Slot {
    Slot::new(at(date(2026, 12, day), time(hour, 0, 0, 0)), 45).unwrap()
}

impl TestDesk {
    /// A website with an empty database.
    pub async fn new() -> TestDesk {
        let site = TestSite::new().await;
        let coordinator = site.member("Karla Jung", &[Role::Coordinator]).await;
        let adviser = site.member("Bea Meier", &[Role::Adviser]).await;
        site.sign_in(&coordinator).await;
        TestDesk { site, coordinator, adviser }
    }

    /// A confirmed request in the pool, and the firm's link to it.
    pub async fn request(&self, firm: &str) -> (Id, String) {
        let mailbox: String = firm.chars().filter(char::is_ascii_alphanumeric).collect();
        let email = format!("{mailbox}@firma.example");
        let changes = [("firm", firm), ("email", email.as_str()), ("provider", "")];
        let link = self.site.request(&changes).await;
        assert_eq!(self.site.post(&format!("{link}/bestaetigen"), &[]).await.status, 303);
        let secret = link.trim_start_matches("/status/");
        let view = requests::status(&self.site.app.backend, secret).await.unwrap().unwrap();
        (view.request.id, link)
    }

    /// What the coordinator sees.
    pub fn viewer(&self) -> Viewer {
        Viewer { staff: self.coordinator.clone(), site: "dortmund".into(), sees_all: true }
    }

    /// A conversation of `host` with a firm: booked if there is one time, else proposed.
    pub async fn meeting(
        &self,
        request: &Id,
        place: MeetingPlace,
        host: &Id,
        slots: &[Slot],
    ) -> Meeting {
        let new = NewMeeting {
            kind: MeetingKind::Advice,
            place,
            place_note: None,
            provider: None,
            adviser: host.clone(),
            others: Vec::new(),
            slots: slots.to_vec(),
            agreed: slots.len() == 1,
        };
        self.arranged(request, new).await
    }

    /// A meeting that comes of a proposal.
    pub async fn arranged(&self, request: &Id, new: NewMeeting) -> Meeting {
        let (backend, content) = (&self.site.app.backend, self.site.app.content.content());
        let mut conn = backend.db.read().await.unwrap();
        let version = requests::find(&mut conn, request).await.unwrap().unwrap().version;
        drop(conn);
        let edit = Edit { viewer: self.viewer(), request: request.clone(), version };
        match meetings::propose(backend, &content, edit, new).await.unwrap() {
            Claimed::Done(meeting) => *meeting,
            other => panic!("{other:?}"),
        }
    }
}

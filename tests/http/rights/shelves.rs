//! Requests and links to ask for: some on the shelf, for what must not change them, and fresh ones
//! for what does.

use super::address::{About, Form, Ids, Row};
use super::colleagues::{Colleague, Colleagues};
use super::people::{People, Who};
use backend::devices::{self, NewDevice, Pairing};
use backend::meetings::{Feed, FeedEdit, subscribe};
use backend::tokens::Purpose;
use backend::{Actor, Id, on, staff, transaction};
use domain::meeting::MeetingPlace;
use domain::staff::Role;
use domain::text::Line;
use std::collections::HashMap;
use tests::{Case, Office, Stage};

/// Whose request it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Owner {
    Adviser,
    /// The adviser's, once more.
    AdviserToo,
    Colleague,
    ColleagueToo,
    Nobody,
    Elsewhere,
}

const OWNERS: [Owner; 6] = [
    Owner::Adviser,
    Owner::AdviserToo,
    Owner::Colleague,
    Owner::ColleagueToo,
    Owner::Nobody,
    Owner::Elsewhere,
];

const STAGES: [Stage; 10] = [
    Stage::Unconfirmed,
    Stage::Open,
    Stage::Listing,
    Stage::Closed,
    Stage::Proposed,
    Stage::Introduced,
    Stage::Booked,
    Stage::Past,
    Stage::Met,
    Stage::Answered,
];

/// Requests at every stage, of everybody, and links for new members of staff.
pub struct Shelves {
    cases: HashMap<(Stage, Owner), Case>,
    invitation: String,
    one_time: String,
    calendar: String,
    address: String,
    colleagues: Colleagues,
    /// A kiosk of this site, and one of another.
    kiosks: (Id, Id),
    nothing: Id,
    time: String,
}

impl Shelves {
    pub fn fill(office: &Office, people: &People) -> Shelves {
        let mut cases = HashMap::new();
        for stage in STAGES {
            for owner in OWNERS {
                let host = match owner {
                    Owner::Colleague | Owner::ColleagueToo => people.id(Who::Colleague),
                    Owner::Nobody => None,
                    _ => people.id(Who::Adviser),
                };
                let case = office.case(stage, host);
                if owner == Owner::Elsewhere {
                    move_away(office, &case.request);
                }
                // One more mail, so that looking makes none.
                office.given_up(&case.request);
                cases.insert((stage, owner), case);
            }
        }
        let one_time = office.one_time(&office.member(Role::Adviser));
        let invitation = invitation(office);
        let calendar = calendar(office, people.id(Who::Adviser).unwrap());
        let address = new_address(office);
        let time = free(office, people.id(Who::Adviser).unwrap());
        let (colleagues, nothing) = (Colleagues::arrive(office), office.backend.id());
        let kiosks = (kiosk(office, office.site().meta.id.as_str()), kiosk(office, "anderswo"));
        Shelves {
            cases,
            invitation,
            one_time,
            calendar,
            address,
            colleagues,
            kiosks,
            nothing,
            time,
        }
    }

    /// An address with a form, made of what is on the shelf.
    pub fn address(
        &self,
        office: &Office,
        people: &People,
        row: &Row,
        who: Who,
        ids: Ids,
    ) -> (String, Form) {
        match row.right.as_str() {
            "public" => (row.public_address(ids), Vec::new()),
            "code" => (row.code_address(ids), Vec::new()),
            "link" => self.linked(office, row, ids),
            _ if ids == Ids::None => {
                let somebody = &self.colleagues.here.member;
                let form = if row.post { row.staff_form(office, somebody) } else { Vec::new() };
                (row.path.clone(), form)
            }
            _ if row.about() == About::Device => self.at_a_kiosk(office, row, ids),
            _ if row.about() != About::Request => self.in_the_team(office, row, ids),
            _ => self.inside(office, people, row, who, ids),
        }
    }

    /// The same about a request of its own.
    pub fn fresh(
        &self,
        office: &Office,
        people: &People,
        row: &Row,
        who: Who,
        ids: Ids,
    ) -> (String, Form) {
        match (row.right.as_str(), ids) {
            ("link", _) => match row.purpose() {
                Purpose::StaffInvite => (row.with_token(&invitation(office)), Vec::new()),
                Purpose::SmeAddress => (row.with_token(&new_address(office)), Vec::new()),
                Purpose::StaffSignIn => {
                    let secret = office.one_time(&office.member(Role::Adviser));
                    (row.with_token(&secret), Vec::new())
                }
                _ => {
                    let case = office.case(row.stage(), people.id(Who::Adviser));
                    let form = row.link_form(Some(&case), office.wish.as_str());
                    (row.with_token(row.secret(&case)), form)
                }
            },
            (_, Ids::None) if row.right != "public" => {
                (row.path.clone(), row.staff_form(office, &office.member(Role::Adviser)))
            }
            (_, Ids::Right) if row.right == "devices" => {
                let id = kiosk(office, office.site().meta.id.as_str());
                pair(office, &id);
                let form = row.staff_form(office, &self.colleagues.here.member);
                (row.with_staff_ids(id.as_str(), ""), form)
            }
            (_, Ids::Right) if row.right != "public" && row.about() != About::Request => {
                let own = matches!(row.about(), About::Session | About::OwnAbsence);
                let whose = if own { people.id(who).cloned() } else { None };
                let colleague =
                    Colleague::of(office, whose.unwrap_or_else(|| office.member(Role::Adviser)));
                (colleague.address(row), row.staff_form(office, &colleague.member))
            }
            (_, Ids::Right | Ids::Pool) if row.right != "public" => {
                let own = if who == Who::Colleague { who } else { Who::Adviser };
                let owner = if ids == Ids::Pool { None } else { people.id(own) };
                let case = office.case(row.stage(), owner);
                let host = owner.or(people.id(who)).unwrap();
                let other = if own == who { Who::Coordinator } else { Who::Colleague };
                let colleague = people.id(other).unwrap();
                let meeting = case.meeting.as_ref().map(|(id, _)| id.to_string());
                let path = row.with_ids(case.request.as_str(), &meeting.unwrap_or_default());
                let host = if case.meeting.is_some() { &case.host } else { host };
                (path, row.desk_form(office, &case, colleague, &free(office, host)))
            }
            _ => self.address(office, people, row, who, ids),
        }
    }

    fn case(&self, row: &Row, owner: Owner) -> &Case {
        &self.cases[&(row.stage(), owner)]
    }

    fn linked(&self, office: &Office, row: &Row, ids: Ids) -> (String, Form) {
        let own = self.case(row, Owner::Adviser);
        let secret = match (row.purpose(), ids) {
            (Purpose::StaffInvite, Ids::OtherLink) | (Purpose::StaffSignIn, Ids::Right) => {
                &self.one_time
            }
            (Purpose::StaffInvite, Ids::Right) | (Purpose::StaffSignIn, Ids::OtherLink) => {
                &self.invitation
            }
            (Purpose::StaffInvite, _) => &self.invitation,
            (Purpose::StaffSignIn, _) => &self.one_time,
            (Purpose::CalendarFeed, Ids::OtherLink) => &own.firm,
            (Purpose::CalendarFeed, _) => &self.calendar,
            (Purpose::SmeAddress, Ids::Right) => &self.address,
            (Purpose::SmeStatus, Ids::OtherLink) => &own.provider,
            (_, Ids::OtherLink) => &own.firm,
            _ => row.secret(own),
        };
        let secret = match ids {
            // The last character holds bits that do not count; the first does.
            Ids::Unknown => secret.chars().rev().collect(),
            Ids::Malformed => secret[..40].to_owned(),
            _ => secret.clone(),
        };
        let form = if !row.post {
            Vec::new()
        } else if ids == Ids::ForeignMeeting {
            row.link_form(Some(self.case(row, Owner::Colleague)), "gibt-es-nicht")
        } else {
            row.link_form(Some(own), office.wish.as_str())
        };
        (row.with_token(&secret), form)
    }

    fn at_a_kiosk(&self, office: &Office, row: &Row, ids: Ids) -> (String, Form) {
        let id = match ids {
            Ids::Unknown => self.nothing.as_str(),
            Ids::Malformed => "1",
            Ids::Elsewhere => self.kiosks.1.as_str(),
            _ => self.kiosks.0.as_str(),
        };
        let form = if row.post {
            row.staff_form(office, &self.colleagues.here.member)
        } else {
            Vec::new()
        };
        (row.with_staff_ids(id, ""), form)
    }

    fn in_the_team(&self, office: &Office, row: &Row, ids: Ids) -> (String, Form) {
        let Colleagues { here, other, elsewhere } = &self.colleagues;
        let nothing = self.nothing.as_str();
        let path = match ids {
            Ids::Unknown => row.with_staff_ids(nothing, nothing),
            Ids::Malformed => row.with_staff_ids("1", "1"),
            Ids::Elsewhere => elsewhere.address(row),
            Ids::OtherAbsence => row.with_staff_ids(here.member.as_str(), other.absence.as_str()),
            // To everybody here another's: nobody of the matrix is a colleague from the shelf.
            _ => here.address(row),
        };
        let form = if row.post { row.staff_form(office, &here.member) } else { Vec::new() };
        (path, form)
    }

    fn inside(
        &self,
        office: &Office,
        people: &People,
        row: &Row,
        who: Who,
        ids: Ids,
    ) -> (String, Form) {
        let (own, too, foreign) = match who {
            Who::Colleague => (Owner::Colleague, Owner::ColleagueToo, Owner::Adviser),
            Who::Coordinator => (Owner::Adviser, Owner::AdviserToo, Owner::Elsewhere),
            _ => (Owner::Adviser, Owner::AdviserToo, Owner::Colleague),
        };
        let (request, meeting) = match ids {
            Ids::Foreign => (foreign, foreign),
            Ids::Pool => (Owner::Nobody, Owner::Nobody),
            Ids::Elsewhere => (Owner::Elsewhere, Owner::Elsewhere),
            Ids::ForeignMeeting => (own, foreign),
            Ids::OtherMeeting => (own, too),
            Ids::OwnMeetingForeign => (foreign, own),
            _ => (own, own),
        };
        let (request, meeting) = (self.case(row, request), self.case(row, meeting));
        let meeting_id = meeting.meeting.as_ref().map(|(id, _)| id.to_string());
        let path = match ids {
            Ids::Unknown => row.with_ids(self.nothing.as_str(), self.nothing.as_str()),
            Ids::Malformed => row.with_ids("1", "1"),
            _ => row.with_ids(request.request.as_str(), &meeting_id.unwrap_or_default()),
        };
        let form = if row.post {
            let colleague = people.id(Who::Colleague).unwrap();
            row.desk_form(office, meeting, colleague, &self.time)
        } else {
            Vec::new()
        };
        (path, form)
    }
}

/// A start at which the host is free.
fn free(office: &Office, host: &Id) -> String {
    let free = office.free(&office.backend, MeetingPlace::Phone, host, 30);
    free.last().unwrap().start().0.to_string()
}

/// The secret of the address of somebody's calendar.
fn calendar(office: &Office, who: &Id) -> String {
    let (site, by) = (office.site().meta.id.to_string(), Actor::System);
    let edit = FeedEdit { site, feed: Feed::Person(who.clone()), by };
    office.run(subscribe(&office.backend, edit)).unwrap()
}

fn invitation(office: &Office) -> String {
    let member = office.member(Role::Adviser);
    office.run(staff::invite(&office.backend, &member, &Actor::System)).unwrap()
}

/// A link that confirms a firm's new address.
fn new_address(office: &Office) -> String {
    let request = office.case(Stage::Open, None).request;
    let (change, backend) = (office.backend.id(), &office.backend);
    let until = backend.now().plus_days(7);
    let sql = "insert into address_change (request, id, email, asked_at, ends_at)
        values ($1, $2, 'neu@firma.example', 0, $3)";
    let inserted = office.run(async {
        transaction!(backend.db, |tx| {
            on!(tx, |c| sqlx::query(sql)
                .bind(&request)
                .bind(&change)
                .bind(until.0)
                .execute(c)
                .await
                .map(|_| ()))?;
            Ok(())
        })
    });
    inserted.unwrap();
    office.link(Purpose::SmeAddress, &request, Some(change.as_str()))
}

/// A kiosk of a site, not paired.
fn kiosk(office: &Office, site: &str) -> Id {
    let new = NewDevice { name: Line::parse("Kiosk").unwrap(), place: None };
    office.run(devices::add(&office.backend, site, &new, &Actor::System)).unwrap()
}

/// Pairs a kiosk of this site.
fn pair(office: &Office, id: &Id) {
    let (backend, site) = (&office.backend, office.site().meta.id.as_str());
    let by = office.member(Role::Admin);
    office.run(async {
        let Pairing::Code(shown) = devices::show_code(backend, None).await.unwrap() else {
            panic!("a kiosk without cookie is paired");
        };
        let code = shown.code.to_string();
        devices::confirm(backend, site, id, &code, "", &by).await.unwrap();
    });
}

/// As if it had been sent to another site.
fn move_away(office: &Office, request: &Id) {
    let sql = "update request set site = 'anderswo' where id = $1";
    office
        .run(async {
            transaction!(office.backend.db, |tx| {
                on!(tx, |c| sqlx::query(sql).bind(request).execute(c).await.map(|_| ()))?;
                Ok(())
            })
        })
        .unwrap();
}

//! Members of the team to ask about: each sits at a desk, will be away, and is signed in.

use super::address::{About, Row};
use backend::staff::{self, Assignment};
use backend::{Actor, Id, on, transaction};
use domain::staff::Role;
use tests::Office;

/// Somebody with everything an address can name.
pub struct Colleague {
    /// Their account.
    pub member: Id,
    /// Where they sit.
    pub seat: Id,
    /// When they are away.
    pub absence: Id,
    /// Where they are signed in.
    pub session: Id,
}

/// Two members of this site and one of another.
pub struct Colleagues {
    pub here: Colleague,
    pub other: Colleague,
    pub elsewhere: Colleague,
}

impl Colleagues {
    pub fn arrive(office: &Office) -> Colleagues {
        let new = || Colleague::of(office, office.member(Role::Adviser));
        let elsewhere = new();
        move_away(office, &elsewhere.member);
        Colleagues { here: new(), other: new(), elsewhere }
    }
}

impl Colleague {
    /// What `member` needs to be asked about.
    pub fn of(office: &Office, member: Id) -> Colleague {
        let backend = &office.backend;
        let site = office.site().meta.id.as_str();
        let today = backend.now().day();
        // A day of their own each time: absences do not overlap.
        let away = backend.now().plus_days(400 + i64::try_from(office.next()).unwrap()).day();
        let seat = Assignment {
            id: backend.id(),
            desk: office.site().desks[0].id.clone(),
            staff: member.clone(),
            substitute: true,
            from: today,
            until: None,
        };
        let by = Actor::System;
        office.run(async {
            // Whoever has no role for requests sits nowhere.
            let _ = staff::assign_desk(backend, site, &seat, &by).await;
            staff::add_absence(backend, site, &member, (away, away), &by).await.unwrap();
            let mut conn = office.read().await;
            let absences = staff::absences_of(&mut conn, &member, away).await.unwrap();
            drop(conn);
            let absence = absences.into_iter().find(|absence| absence.from == away).unwrap().id;
            let link = staff::sign_in_link(backend, &member).await.unwrap();
            let session = staff::sign_in_with_link(backend, &link, "Firefox").await.unwrap();
            Colleague { seat: seat.id.clone(), absence, session: session.unwrap().id, member }
        })
    }

    /// The address of a row about them.
    pub fn address(&self, row: &Row) -> String {
        let id = match row.about() {
            About::Seat => &self.seat,
            About::Session => &self.session,
            _ => &self.member,
        };
        row.with_staff_ids(id.as_str(), self.absence.as_str())
    }
}

/// As if they worked at another site.
fn move_away(office: &Office, member: &Id) {
    let moves = [
        "update staff_role set site = 'anderswo' where staff = $1",
        "update desk_assignment set site = 'anderswo' where staff = $1",
    ];
    office
        .run(async {
            transaction!(office.backend.db, |tx| {
                for sql in moves {
                    on!(tx, |c| sqlx::query(sql).bind(member).execute(c).await.map(|_| ()))?;
                }
                Ok(())
            })
        })
        .unwrap();
}

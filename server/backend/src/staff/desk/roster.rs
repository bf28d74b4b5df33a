//! Who is there on which day: the desks with the people who sit there, and who is away.

use super::{Absence, Assignment, sql};
use crate::staff::{self, Member};
use crate::{Conn, Id, Result};
use domain::routing::{self, Seat};
use jiff::civil::Date;

/// The people, desks and absences of a site from a day on.
#[derive(Clone, Debug)]
pub struct Roster {
    /// Everybody with a role at the site, by name.
    pub members: Vec<Member>,
    /// Who sits where, by desk.
    pub seats: Vec<Assignment>,
    /// Who is away when, by first day.
    pub absences: Vec<Absence>,
    site: String,
    today: Date,
}

/// What becomes of a desk while somebody is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandIn<'a> {
    /// Desk id.
    pub desk: &'a str,
    /// Who gets its requests, each once.
    pub who: Vec<&'a Member>,
    /// The first day on which nobody does: they go to the pool.
    pub uncovered: Option<Date>,
}

impl Roster {
    /// What is not over on `today`.
    pub async fn load(conn: &mut Conn, site: &str, today: Date) -> Result<Roster> {
        Ok(Roster {
            members: staff::all(conn, site).await?,
            seats: sql::assignments(conn, site, today).await?,
            absences: sql::absences(conn, site, today).await?,
            site: site.to_owned(),
            today,
        })
    }

    /// The member with this id.
    pub fn member(&self, id: &Id) -> Option<&Member> {
        self.members.iter().find(|member| &member.id == id)
    }

    /// The absences of a member.
    pub fn absences_of<'a>(&'a self, id: &'a Id) -> impl Iterator<Item = &'a Absence> {
        self.absences.iter().filter(move |absence| &absence.staff == id)
    }

    /// Whether somebody is away on `day`.
    pub fn is_away(&self, id: &Id, day: Date) -> bool {
        self.absences_of(id).any(|absence| absence.covers(day))
    }

    /// Whether requests of the site may come to somebody at all.
    pub fn takes_requests(&self, id: &Id) -> bool {
        self.member(id).is_some_and(|member| member.active && member.sees_requests(&self.site))
    }

    /// Who gets the requests of a desk on `day`: the same rule by which they are routed.
    pub fn on_duty(&self, desk: &str, day: Date) -> Vec<&Member> {
        let here = |seat: &&Assignment| {
            seat.desk == desk && seat.covers(day) && self.takes_requests(&seat.staff)
        };
        let seats: Vec<Seat> = self
            .seats
            .iter()
            .filter(here)
            .map(|seat| Seat {
                staff: seat.staff.to_string(),
                substitute: seat.substitute,
                away: self.is_away(&seat.staff, day),
                load: 0,
            })
            .collect();
        let on_duty = routing::on_duty(&seats);
        self.members
            .iter()
            .filter(|member| on_duty.iter().any(|seat| seat.staff == member.id.as_str()))
            .collect()
    }

    /// What becomes of the desks of somebody while they are away. Nothing for days that are over.
    pub fn stand_ins(&self, absence: &Absence) -> Vec<StandIn<'_>> {
        let mut stand_ins: Vec<StandIn<'_>> = Vec::new();
        let mut day = absence.from.max(self.today);
        while day <= absence.until {
            let theirs = self
                .seats
                .iter()
                .filter(|seat| seat.staff == absence.staff && !seat.substitute && seat.covers(day));
            for seat in theirs {
                let known = stand_ins.iter().position(|stand_in| stand_in.desk == seat.desk);
                let at = known.unwrap_or_else(|| {
                    let (who, uncovered) = (Vec::new(), None);
                    stand_ins.push(StandIn { desk: &seat.desk, who, uncovered });
                    stand_ins.len() - 1
                });
                let on_duty = self.on_duty(&seat.desk, day);
                let stand_in = &mut stand_ins[at];
                if on_duty.is_empty() && stand_in.uncovered.is_none() {
                    stand_in.uncovered = Some(day);
                }
                for member in on_duty {
                    if !stand_in.who.contains(&member) {
                        stand_in.who.push(member);
                    }
                }
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        stand_ins
    }
}

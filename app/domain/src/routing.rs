//! Who is responsible for a request, and why, in words a person can check.

use crate::content::{Desk, Site};
use crate::{Lang, codes, order};
use jiff::civil::Date;

codes! {
    /// Why a request is where it is.
    Reason {
        /// A desk names its district and its sector.
        DistrictAndSector = "district_and_sector",
        /// A desk names its district.
        District = "district",
        /// A desk names its sector.
        Sector = "sector",
        /// A desk is responsible for everything that no other one names.
        Site = "site",
        /// Nobody is named: it lies in the pool that all advisers see.
        Pool = "pool",
        /// Somebody gave it to this person.
        HandedOver = "handed_over",
        /// This person took it out of the pool.
        Taken = "taken",
        /// The answers that once decided have been changed since by the firm.
        Former = "former",
    }
}

/// The outcome of the rules.
#[derive(Clone, Copy, Debug)]
pub struct Route<'a> {
    /// The desk, or `None` for the pool.
    pub desk: Option<&'a Desk>,
    /// Why.
    pub reason: Reason,
}

/// The one desk for a request from this district and sector, or the pool. The desk that names
/// both wins, then the one that names only the district, then only the sector, then the one that
/// names neither. The order of the rules in the file does not matter: where two desks name the
/// same, the one whose id comes first wins.
pub fn route<'a>(site: &'a Site, district: Option<&str>, sector: Option<&str>) -> Route<'a> {
    let best = site
        .desks
        .iter()
        .filter_map(|desk| fit(desk, district, sector).map(|reason| (reason, desk)))
        .min_by_key(|(reason, desk)| (*reason, desk.id.as_str()));
    match best {
        Some((reason, desk)) => Route { desk: Some(desk), reason },
        None => Route { desk: None, reason: Reason::Pool },
    }
}

fn fit(desk: &Desk, district: Option<&str>, sector: Option<&str>) -> Option<Reason> {
    let names =
        |list: &[String], id: Option<&str>| id.is_some_and(|id| list.iter().any(|x| x == id));
    match (desk.districts.is_empty(), desk.sectors.is_empty()) {
        (true, true) => Some(Reason::Site),
        (true, false) => names(&desk.sectors, sector).then_some(Reason::Sector),
        (false, true) => names(&desk.districts, district).then_some(Reason::District),
        (false, false) => (names(&desk.districts, district) && names(&desk.sectors, sector))
            .then_some(Reason::DistrictAndSector),
    }
}

/// A person who sits at a desk today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub staff: String,
    /// Whether only while the others are away.
    pub substitute: bool,
    /// Away today.
    pub away: bool,
    /// Requests that this person already looks after.
    pub load: i64,
}

/// Who gets the request: of those who sit at the desk and are here, the one with the fewest
/// requests; while all of them are away, of their substitutes. Equals take turns by the day's
/// neutral order. Also says whom a substitute stands in for. `None`: nobody is here.
pub fn choose(seats: &[Seat], day: Date) -> Option<(&Seat, Option<&Seat>)> {
    let turn = |seat: &&Seat| (seat.load, order::key(day, &seat.staff));
    let seat = on_duty(seats).into_iter().min_by_key(turn)?;
    let absent = seats.iter().filter(|s| !s.substitute).min_by_key(|s| &s.staff);
    Some((seat, absent.filter(|_| seat.substitute)))
}

/// Those among whom [`choose`] chooses: who sits at the desk and is here, else their substitutes.
pub fn on_duty(seats: &[Seat]) -> Vec<&Seat> {
    let here = |substitute| seats.iter().filter(move |s| s.substitute == substitute && !s.away);
    let regular: Vec<&Seat> = here(false).collect();
    if regular.is_empty() { here(true).collect() } else { regular }
}

impl Reason {
    /// The reason once the firm has changed these answers: who looks after the request stays, but
    /// not because of a district that it no longer names.
    #[must_use]
    pub const fn after_change(self, district: bool, sector: bool) -> Reason {
        match self {
            Reason::DistrictAndSector if district || sector => Reason::Former,
            Reason::District if district => Reason::Former,
            Reason::Sector if sector => Reason::Former,
            other => other,
        }
    }

    /// The reason in German words, for the desk: "weil Bezirk Hörde".
    pub fn text(self, site: &Site, district: Option<&str>, sector: Option<&str>) -> String {
        let district = || district_words(site, district);
        let sector = || format!("Branche {}", site.sector(sector.unwrap_or_default(), Lang::De));
        match self {
            Reason::DistrictAndSector => format!("weil {} und {}", district(), sector()),
            Reason::District => format!("weil {}", district()),
            Reason::Sector => format!("weil {}", sector()),
            Reason::Site => "weil zuständig für den ganzen Standort".to_owned(),
            Reason::Pool => "gemeinsamer Topf, weil niemand fest zuständig ist".to_owned(),
            Reason::HandedOver => "weil abgegeben".to_owned(),
            Reason::Taken => "weil aus dem Topf genommen".to_owned(),
            Reason::Former => {
                "nach den früheren Angaben; Bezirk oder Branche hat der Betrieb seitdem geändert"
                    .to_owned()
            }
        }
    }
}

fn district_words(site: &Site, district: Option<&str>) -> String {
    let id = district.unwrap_or_default();
    let region = site.districts.iter().any(|term| term.id == id && term.region);
    format!("{} {}", if region { "Ort" } else { "Bezirk" }, site.district(id, Lang::De))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn ids(terms: &[crate::content::Term]) -> Vec<Option<&str>> {
        let mut ids: Vec<_> = terms.iter().map(|term| Some(term.id.as_str())).collect();
        ids.push(None);
        ids
    }

    #[test]
    fn the_most_precise_desk_wins() {
        let site = sample::site();
        for (district, sector, desk, reason, words) in [
            (Some("hoerde"), Some("handel"), Some("hoerde"), Reason::District, "weil Bezirk Hörde"),
            (
                Some("hoerde"),
                Some("industrie"),
                Some("phoenix"),
                Reason::DistrictAndSector,
                "weil Bezirk Hörde und Branche Industrie",
            ),
            (
                Some("aplerbeck"),
                Some("industrie"),
                Some("hoerde"),
                Reason::District,
                "weil Bezirk Aplerbeck",
            ),
            (
                Some("schwerte"),
                Some("industrie"),
                Some("industrie"),
                Reason::Sector,
                "weil Branche Industrie",
            ),
            (None, Some("industrie"), Some("industrie"), Reason::Sector, "weil Branche Industrie"),
            (
                Some("schwerte"),
                Some("handel"),
                None,
                Reason::Pool,
                "gemeinsamer Topf, weil niemand fest zuständig ist",
            ),
            (None, None, None, Reason::Pool, "gemeinsamer Topf, weil niemand fest zuständig ist"),
        ] {
            let route = route(&site, district, sector);
            assert_eq!(route.desk.map(|d| d.id.as_str()), desk, "{district:?} {sector:?}");
            assert_eq!(route.reason, reason, "{district:?} {sector:?}");
            assert_eq!(route.reason.text(&site, district, sector), words);
        }
    }

    #[test]
    fn a_desk_without_names_takes_what_is_left() {
        let mut site = sample::site();
        let mut all = site.desks[0].clone();
        (all.id, all.districts, all.sectors) = ("alle".into(), Vec::new(), Vec::new());
        site.desks.push(all);
        assert_eq!(route(&site, Some("schwerte"), None).reason, Reason::Site);
        assert_eq!(route(&site, Some("hoerde"), None).reason, Reason::District);
    }

    #[test]
    fn work_is_shared_and_substitutes_wait_for_their_turn() {
        let day = jiff::civil::date(2026, 11, 24);
        let seat = |staff: &str, substitute, away, load| Seat {
            staff: staff.into(),
            substitute,
            away,
            load,
        };
        let name = |seats: &[Seat]| {
            choose(seats, day).map(|(seat, instead)| {
                (seat.staff.clone(), instead.map(|absent| absent.staff.clone()))
            })
        };
        let (ann, bea) = (seat("ann", false, false, 3), seat("bea", false, false, 1));
        let sub = seat("sub", true, false, 0);
        assert_eq!(name(&[ann.clone(), bea.clone(), sub.clone()]), Some(("bea".into(), None)));
        let away = |seat: &Seat| Seat { away: true, ..seat.clone() };
        assert_eq!(name(&[ann.clone(), away(&bea), sub.clone()]), Some(("ann".into(), None)));
        let both = [away(&ann), away(&bea), sub.clone()];
        assert_eq!(name(&both), Some(("sub".into(), Some("ann".into()))));
        assert_eq!(name(&[away(&ann), away(&sub)]), None);
        assert_eq!(name(&[]), None);
        // Equals: over a year each has its share.
        let pair = [seat("ann", false, false, 1), seat("bea", false, false, 1)];
        let (mut day, mut ann) = (day, 0);
        for _ in 0..365 {
            ann += i32::from(choose(&pair, day).unwrap().0.staff == "ann");
            day = day.tomorrow().unwrap();
        }
        assert!((150..215).contains(&ann), "{ann}");
    }

    /// All orders of the rules, with two desks that name the same among them.
    #[test]
    fn the_order_of_the_rules_does_not_matter() {
        let mut site = sample::site();
        let mut twin = site.desks[1].clone();
        twin.id = "nord-zwei".into();
        site.desks.push(twin);
        let (districts, sectors) = (ids(&site.districts), ids(&site.sectors));
        let decide = |desks: &[Desk]| {
            let mut other = site.clone();
            other.desks = desks.to_vec();
            let mut found = Vec::new();
            for &district in &districts {
                for &sector in &sectors {
                    let route = route(&other, district, sector);
                    found.push((route.desk.map(|desk| desk.id.clone()), route.reason));
                }
            }
            found
        };
        let want = decide(&site.desks);
        assert_eq!(want.len(), 20);
        let mut orders = 0;
        permute(&mut site.desks.clone(), 0, &mut |desks| {
            assert_eq!(decide(desks), want);
            orders += 1;
        });
        assert_eq!(orders, 120);
    }

    fn permute(desks: &mut [Desk], from: usize, check: &mut impl FnMut(&[Desk])) {
        if from == desks.len() {
            return check(desks);
        }
        for n in from..desks.len() {
            desks.swap(from, n);
            permute(desks, from + 1, check);
            desks.swap(from, n);
        }
    }
}

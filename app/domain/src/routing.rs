//! Who is responsible for a request, and why, in words a person can check.

use crate::Lang;
use crate::codes;
use crate::content::{Desk, Site};

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

impl Reason {
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

    fn ids<'a>(terms: &'a [crate::content::Term]) -> Vec<Option<&'a str>> {
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

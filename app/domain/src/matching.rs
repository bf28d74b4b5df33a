//! Which providers fit a request, with the reasons for and against. The rule is open: goal counts
//! most, then sector, size and district; equals stand in the order of the day's wall. No provider
//! is preferred.

use crate::content::{Content, Provider};
use crate::request::Budget;
use crate::{FirmSize, codes};
use jiff::civil::Date;

/// What is known about a request, as far as it matters here. `None` and empty mean that the firm
/// does not know; then the criterion counts for nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Goal ids, the most important first.
    pub goals: Vec<String>,
    /// Sector id.
    pub sector: Option<String>,
    /// District id.
    pub district: Option<String>,
    /// People working there.
    pub size: Option<FirmSize>,
    /// Possible spending.
    pub budget: Option<Budget>,
    /// Providers the firm named itself.
    pub wished: Vec<String>,
}

codes! {
    /// What speaks for a provider.
    For {
        /// The firm asked for it.
        Wished = "wished",
        /// Helps with the goal that matters most.
        MainGoal = "main_goal",
        /// Helps with another of the goals.
        OtherGoal = "other_goal",
        /// Knows the sector.
        Sector = "sector",
        /// Works for firms of this size.
        Size = "size",
        /// From the same district.
        District = "district",
    }
}

codes! {
    /// What speaks against a provider.
    Against {
        /// Helps with none of the goals.
        NoGoal = "no_goal",
        /// Does not name the sector.
        NoSector = "no_sector",
        /// Usually works for firms of another size.
        OtherSize = "other_size",
        /// Its usual projects begin above the budget.
        AboveBudget = "above_budget",
    }
}

/// A provider with what speaks for and against it.
#[derive(Clone, Debug)]
pub struct Suggestion<'a> {
    /// The provider.
    pub provider: &'a Provider,
    /// Points; the order within equal points is the wall's.
    pub fit: u32,
    /// What speaks for it.
    pub reasons: Vec<For>,
    /// What speaks against it.
    pub against: Vec<Against>,
}

/// All providers on the wall of `day`, those who fit best first.
pub fn suggest<'a>(content: &'a Content, facts: &Facts, day: Date) -> Vec<Suggestion<'a>> {
    let mut suggestions: Vec<Suggestion> =
        content.wall(day).into_iter().map(|provider| judge(provider, facts)).collect();
    // Stable: the wall's order stays among equals.
    suggestions.sort_by_key(|suggestion| std::cmp::Reverse(suggestion.fit));
    suggestions
}

fn judge<'a>(provider: &'a Provider, facts: &Facts) -> Suggestion<'a> {
    let (mut reasons, mut against) = (Vec::new(), Vec::new());
    let helps = |goal: &String| provider.goals.contains(goal);
    if facts.wished.iter().any(|id| id == provider.meta.id.as_str()) {
        reasons.push(For::Wished);
    }
    if let Some((main, others)) = facts.goals.split_first() {
        match (helps(main), others.iter().any(helps)) {
            (true, _) => reasons.push(For::MainGoal),
            (false, true) => reasons.push(For::OtherGoal),
            (false, false) => against.push(Against::NoGoal),
        }
    }
    match &facts.sector {
        Some(sector) if provider.sectors.contains(sector) => reasons.push(For::Sector),
        Some(_) => against.push(Against::NoSector),
        None => {}
    }
    match &facts.size {
        Some(size) if provider.sizes.contains(size) => reasons.push(For::Size),
        Some(_) => against.push(Against::OtherSize),
        None => {}
    }
    if facts.district.as_ref() == Some(&provider.district) {
        reasons.push(For::District);
    }
    if facts.budget.and_then(Budget::ceiling).is_some_and(|most| provider.project.0 > most) {
        against.push(Against::AboveBudget);
    }
    Suggestion {
        provider,
        fit: reasons.iter().map(|reason| reason.points()).sum(),
        reasons,
        against,
    }
}

impl For {
    /// How much it counts. What the firm wished for comes first, whatever else there is.
    const fn points(self) -> u32 {
        match self {
            For::Wished => 100,
            For::MainGoal => 8,
            For::OtherGoal | For::Sector => 4,
            For::Size => 2,
            For::District => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use jiff::civil::date;

    fn facts() -> Facts {
        Facts {
            goals: vec!["ablaeufe".into(), "kundenbindung".into()],
            sector: Some("handwerk".into()),
            district: Some("hoerde".into()),
            size: Some(FirmSize::Small),
            budget: Some(Budget::Small),
            wished: Vec::new(),
        }
    }

    #[test]
    fn the_best_fit_comes_first_with_its_reasons() {
        let content = sample::content();
        let found = suggest(&content, &facts(), date(2026, 11, 24));
        assert_eq!(found.len(), 6);
        assert_eq!(found[0].provider.meta.id.as_str(), "demir-digital");
        assert_eq!(found[0].reasons, [For::MainGoal, For::Sector, For::Size, For::District]);
        assert_eq!(found[0].against, []);
        let till = found.iter().find(|s| s.provider.meta.id.as_str() == "kasse").unwrap();
        assert_eq!(till.reasons, []);
        assert_eq!(till.against, [Against::NoGoal, Against::NoSector, Against::OtherSize]);
    }

    #[test]
    fn a_wish_comes_first_and_still_says_what_speaks_against_it() {
        let content = sample::content();
        let facts = Facts { wished: vec!["kasse".into()], ..facts() };
        let found = suggest(&content, &facts, date(2026, 11, 24));
        assert_eq!(found[0].provider.meta.id.as_str(), "kasse");
        assert_eq!(found[0].reasons, [For::Wished]);
        assert!(!found[0].against.is_empty());
    }

    #[test]
    fn whoever_knows_nothing_sees_the_wall() {
        let content = sample::content();
        let day = date(2026, 11, 24);
        let found = suggest(&content, &Facts::default(), day);
        let wall = content.wall(day);
        for (suggestion, provider) in found.iter().zip(&wall) {
            assert_eq!(suggestion.provider.meta.id, provider.meta.id);
            assert_eq!((suggestion.fit, suggestion.against.len()), (0, 0));
        }
    }

    #[test]
    fn equals_take_turns() {
        // Two providers fit the same; over a year each is ahead about half of the time.
        let content = sample::content();
        let facts = Facts { district: None, goals: vec!["ablaeufe".into()], ..facts() };
        let ids = ["werkstattdaten", "tourenwerk"];
        let (mut day, mut ahead) = (date(2026, 1, 1), 0);
        for _ in 0..365 {
            let found = suggest(&content, &facts, day);
            let place = |id| found.iter().position(|s| s.provider.meta.id.as_str() == id);
            assert_eq!(found[place(ids[0]).unwrap()].fit, found[place(ids[1]).unwrap()].fit);
            ahead += i32::from(place(ids[0]) < place(ids[1]));
            day = day.tomorrow().unwrap();
        }
        assert!((150..215).contains(&ahead), "{ahead}");
    }

    #[test]
    fn a_small_budget_is_a_reason_to_look_twice() {
        let mut content = sample::content();
        content.providers.get_mut("webwerk").unwrap().project = (5_000, 20_000);
        let found = suggest(&content, &facts(), date(2026, 11, 24));
        let web = found.iter().find(|s| s.provider.meta.id.as_str() == "webwerk").unwrap();
        assert!(web.against.contains(&Against::AboveBudget));
    }
}

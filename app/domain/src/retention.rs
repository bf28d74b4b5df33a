//! How long what is kept: the plan an operator writes into `content/retention.toml`, and what
//! applies where it says nothing.

use crate::codes;
use crate::request::RequestState;
use jiff::civil::Date;

codes! {
    /// A class of data with one period.
    Class {
        /// Requests that nobody confirmed.
        Unconfirmed = "unconfirmed",
        /// Requests that the firm took back.
        Withdrawn = "withdrawn",
        /// Requests that ended with an outcome.
        Closed = "closed",
        /// Confirmed requests that nobody closed.
        Open = "open",
        /// Mails that were handed over or given up; their words are erased before.
        Mails = "mails",
        /// How many mails an unconfirmed address got on a day, by its digest.
        MailCounts = "mail_counts",
        /// Links with an end that is over.
        Links = "links",
        /// Sessions that are over and wrong attempts to sign in.
        SignIn = "sign_in",
        /// Absences that are over.
        Absences = "absences",
        /// Seats at a desk that are over.
        Seats = "seats",
        /// Accounts of people who left.
        FormerStaff = "former_staff",
        /// When kiosks were without a network or silent.
        Outages = "outages",
        /// Figures without a person.
        Counts = "counts",
        /// Which provider was shown, proposed, chosen, and why; without the request once that is
        /// gone.
        Neutrality = "neutrality",
        /// Who did what in ids and codes: the audit log, the runs of this plan, what was deleted.
        Log = "log",
    }
}

/// Whether a class has a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Always; so many days where the plan says nothing.
    Days(u32),
    /// If the plan names one; else it is kept.
    Optional,
    /// It ends by itself within the hour: no plan prolongs it.
    AtOnce,
    /// It is kept: there is no person in it.
    Kept,
}

/// An unconfirmed request is brought to staff's attention on the fifth day; it must still be there.
pub const UNCONFIRMED_AT_LEAST: u32 = 6;

impl Class {
    /// Whether it has a period.
    pub const fn period(self) -> Period {
        match self {
            Class::Unconfirmed | Class::Withdrawn => Period::Days(14),
            Class::Closed | Class::Open => Period::Days(365),
            Class::Mails => Period::Days(30),
            Class::MailCounts => Period::Days(7),
            Class::Outages => Period::Days(90),
            Class::Links => Period::Days(1),
            Class::Absences | Class::Seats | Class::FormerStaff => Period::Optional,
            Class::SignIn => Period::AtOnce,
            Class::Counts | Class::Neutrality | Class::Log => Period::Kept,
        }
    }

    /// Whether it is a class of requests, which alone are records an archive may want.
    pub const fn is_of_requests(self) -> bool {
        matches!(self, Class::Unconfirmed | Class::Withdrawn | Class::Closed | Class::Open)
    }

    /// The class of a request in this state.
    pub const fn of(state: RequestState) -> Class {
        match state {
            RequestState::Unconfirmed | RequestState::Expired => Class::Unconfirmed,
            RequestState::Withdrawn => Class::Withdrawn,
            RequestState::Closed => Class::Closed,
            RequestState::Open
            | RequestState::Proposing
            | RequestState::MeetingBooked
            | RequestState::Met => Class::Open,
        }
    }

    /// What it is called.
    pub const fn german(self) -> &'static str {
        match self {
            Class::Unconfirmed => "Nicht bestätigte Anfragen",
            Class::Withdrawn => "Zurückgezogene Anfragen",
            Class::Closed => "Abgeschlossene Anfragen",
            Class::Open => "Anfragen, die niemand abgeschlossen hat",
            Class::Mails => "Zugestellte und aufgegebene E-Mails",
            Class::MailCounts => "Zahl der E-Mails an eine Adresse",
            Class::Links => "Abgelaufene Links",
            Class::SignIn => "Anmeldungen und Fehlversuche",
            Class::Absences => "Vergangene Abwesenheiten",
            Class::Seats => "Beendete Besetzungen von Plätzen",
            Class::FormerStaff => "Konten ausgeschiedener Personen",
            Class::Outages => "Ausfälle der Kiosk-Geräte",
            Class::Counts => "Zahlen für die Auswertung",
            Class::Neutrality => "Neutralitätsprotokoll",
            Class::Log => "Protokoll der Bearbeitung und Löschung",
        }
    }

    /// When its period begins, as it follows "365 Tage".
    pub const fn begins(self) -> &'static str {
        match self {
            Class::Unconfirmed => "nach Eingang",
            Class::Withdrawn => "nach dem Zurückziehen",
            Class::Closed => "nach dem Abschluss",
            Class::Open => "nach dem letzten Schritt",
            Class::Mails => "nach Zustellung oder Aufgabe",
            Class::MailCounts => "nach dem Tag",
            Class::Absences | Class::Seats => "nach dem letzten Tag",
            Class::FormerStaff => "nach dem Sperren",
            Class::Links | Class::Outages => "nach ihrem Ende",
            Class::SignIn | Class::Counts | Class::Neutrality | Class::Log => "",
        }
    }

    /// What happens to it, in a few words.
    pub const fn ends(self) -> &'static str {
        match self {
            Class::Unconfirmed | Class::Withdrawn | Class::Closed | Class::Open => {
                "gelöscht, mit Verlauf, Treffen, E-Mails und Links"
            }
            Class::FormerStaff => "ohne Namen und Adresse weitergeführt, Zugang gelöscht",
            Class::SignIn => "gelöscht, sobald sie enden, spätestens nach einer Stunde",
            Class::Counts => "bleiben, ohne Bezug zu Personen",
            Class::Neutrality => "bleibt, ohne die Anfrage",
            Class::Log => "bleibt, nur Kennungen",
            _ => "gelöscht",
        }
    }
}

/// What the plan says about a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The class.
    pub class: Class,
    /// Days for which it is kept; `None` where it has no period.
    pub days: Option<u32>,
    /// On which ground, in a few words; empty where the plan does not say.
    pub basis: String,
    /// Whether it is offered to the archive before it is deleted.
    pub offer: bool,
}

/// The archive has said once and for all that it wants none of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// When.
    pub on: Date,
    /// Where that is written.
    pub reference: String,
}

/// The plan. Without a file it is the default one: today's periods, and nothing is offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What the file says.
    pub rules: Vec<Rule>,
    /// The archive's general waiver, if there is one.
    pub waiver: Option<Waiver>,
    /// Whether the plan is invented.
    pub example: bool,
}

impl Plan {
    /// What applies to a class.
    pub fn rule(&self, class: Class) -> Rule {
        let given = self.rules.iter().find(|rule| rule.class == class);
        given.cloned().unwrap_or_else(|| Rule {
            class,
            days: match class.period() {
                Period::Days(days) => Some(days),
                _ => None,
            },
            basis: String::new(),
            offer: false,
        })
    }

    /// Days for which a class is kept; `None` if it has no period.
    pub fn days(&self, class: Class) -> Option<i64> {
        self.rule(class).days.map(i64::from)
    }

    /// Whether a class must have been offered to the archive before it is deleted: the general
    /// waiver is an answer to every offer.
    pub fn must_offer(&self, class: Class) -> bool {
        self.waiver.is_none() && self.rule(class).offer
    }

    /// The day on which a request that is in `state` since `since` is due, a day of 24 hours each.
    pub fn delete_on(&self, state: RequestState, since: crate::Instant) -> Date {
        // Classes of requests always have a period.
        since.plus_days(self.days(Class::of(state)).unwrap_or_default()).day()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;

    const NOON: Instant = Instant(1_795_518_000_000);

    #[test]
    fn without_a_plan_the_periods_are_those_that_always_were() {
        let plan = Plan::default();
        for (state, days) in [
            (RequestState::Unconfirmed, 14),
            (RequestState::Withdrawn, 14),
            (RequestState::Closed, 365),
            (RequestState::Open, 365),
            (RequestState::Met, 365),
        ] {
            assert_eq!(plan.delete_on(state, NOON), NOON.plus_days(days).day(), "{state:?}");
        }
        assert!(Class::ALL.iter().all(|&class| !plan.must_offer(class)));
        assert_eq!(plan.days(Class::Absences), None);
    }

    #[test]
    fn every_request_is_in_a_class_with_a_period() {
        for &state in RequestState::ALL {
            let class = Class::of(state);
            assert!(class.is_of_requests(), "{state:?}");
            assert!(matches!(class.period(), Period::Days(_)), "{state:?}");
        }
    }

    #[test]
    fn a_general_waiver_answers_every_offer() {
        let offered =
            Rule { class: Class::Closed, days: Some(10), basis: String::new(), offer: true };
        let mut plan = Plan { rules: vec![offered], ..Plan::default() };
        assert!(plan.must_offer(Class::Closed) && !plan.must_offer(Class::Open));
        assert_eq!(plan.delete_on(RequestState::Closed, NOON), NOON.plus_days(10).day());
        let on = NOON.day();
        plan.waiver = Some(Waiver { on, reference: "Schreiben".to_owned() });
        assert!(!plan.must_offer(Class::Closed));
    }
}

//! What became of a meeting: when its sides are asked, and what they may answer.

use crate::meeting::Slot;
use crate::{Instant, Lang, codes};
use jiff::Span;

codes! {
    /// The four questions.
    Stage {
        /// The day after the meeting.
        After = "after",
        /// Three months after it.
        Months3 = "m3",
        /// Six months after it.
        Months6 = "m6",
        /// A year after it.
        Months12 = "m12",
    }
}

codes! {
    /// What one side says. The words for it differ between firm and provider.
    Answer {
        /// It was worth it.
        WorthIt = "worth_it",
        /// Not decided yet.
        UnderWay = "under_way",
        /// It brought nothing.
        NoUse = "no_use",
        /// It did not come to that.
        NotHappened = "not_happened",
    }
}

codes! {
    /// What the desk makes of a good answer.
    ProposalState {
        /// Nobody has looked at it yet.
        Proposed = "proposed",
        /// Somebody writes the story.
        Taken = "taken",
        /// No story comes of it.
        Aside = "aside",
    }
}

impl Answer {
    /// How a firm says it.
    pub const fn by_firm(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Answer::WorthIt, Lang::En) => "Yes, it was worth it",
            (Answer::WorthIt, _) => "Ja, es hat sich gelohnt",
            (Answer::UnderWay, Lang::En) => "We are still working on it",
            (Answer::UnderWay, _) => "Wir sind noch dran",
            (Answer::NoUse, Lang::En) => "It was of no use",
            (Answer::NoUse, _) => "Es hat nichts gebracht",
            (Answer::NotHappened, Lang::En) => "It came to nothing",
            (Answer::NotHappened, _) => "Es kam nicht dazu",
        }
    }

    /// How a provider says it.
    pub const fn by_provider(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Answer::WorthIt, Lang::En) => "Yes, we are working together",
            (Answer::WorthIt, _) => "Ja, wir arbeiten zusammen",
            (Answer::UnderWay, Lang::En) => "We are still talking",
            (Answer::UnderWay, _) => "Wir sind noch im Gespräch",
            (Answer::NoUse, Lang::En) => "It was not a match",
            (Answer::NoUse, _) => "Es hat nicht gepasst",
            (Answer::NotHappened, Lang::En) => "The meeting did not take place",
            (Answer::NotHappened, _) => "Das Treffen kam nicht zustande",
        }
    }
}

/// Days after which a question that nobody could send is left out: the next one comes anyway.
pub const LATEST_DAYS: i64 = 14;

impl Stage {
    /// The moment from which the question is asked: the same time of day as the meeting, in the
    /// Werkbank's zone. Where a month is too short, on its last day.
    pub fn due(self, slot: Slot) -> Instant {
        let after = match self {
            Stage::After => Span::new().days(1),
            Stage::Months3 => Span::new().months(3),
            Stage::Months6 => Span::new().months(6),
            Stage::Months12 => Span::new().months(12),
        };
        let time = slot.start().berlin().time();
        crate::calendar::at(slot.day().saturating_add(after), time)
    }

    /// The question that is open now; `None` as long as the meeting is too fresh.
    pub fn open(slot: Slot, now: Instant) -> Option<Stage> {
        Stage::ALL.iter().rev().copied().find(|stage| stage.due(slot) <= now)
    }

    /// Whether the question may still go out by mail.
    pub fn is_timely(self, slot: Slot, now: Instant) -> bool {
        let due = self.due(slot);
        due <= now && now < due.plus_days(LATEST_DAYS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date, time};

    fn slot(day: Date) -> Slot {
        Slot::new(crate::calendar::at(day, time(10, 30, 0, 0)), 45).unwrap()
    }

    #[test]
    fn months_are_those_of_the_calendar_and_keep_the_time_of_day() {
        for (met, stage, asked) in [
            (date(2026, 12, 2), Stage::After, date(2026, 12, 3)),
            (date(2026, 12, 2), Stage::Months3, date(2027, 3, 2)),
            (date(2026, 12, 2), Stage::Months12, date(2027, 12, 2)),
            // Months that are too short.
            (date(2026, 11, 30), Stage::Months3, date(2027, 2, 28)),
            (date(2027, 11, 30), Stage::Months3, date(2028, 2, 29)),
            (date(2026, 8, 31), Stage::Months3, date(2026, 11, 30)),
            (date(2026, 3, 31), Stage::Months6, date(2026, 9, 30)),
            (date(2028, 2, 29), Stage::Months12, date(2029, 2, 28)),
            // Into summer time, out of it, and over the night in between.
            (date(2026, 12, 28), Stage::Months3, date(2027, 3, 28)),
            (date(2026, 7, 25), Stage::Months3, date(2026, 10, 25)),
            (date(2026, 10, 24), Stage::After, date(2026, 10, 25)),
        ] {
            let due = stage.due(slot(met)).berlin();
            assert_eq!(due.date(), asked, "{met} {stage:?}");
            assert_eq!(due.time(), time(10, 30, 0, 0), "{met} {stage:?}");
        }
    }

    #[test]
    fn the_last_question_whose_day_has_come_is_open() {
        let slot = slot(date(2026, 12, 2));
        assert_eq!(Stage::open(slot, slot.end()), None);
        for (stage, next) in Stage::ALL.iter().zip(&Stage::ALL[1..]) {
            assert_eq!(Stage::open(slot, stage.due(slot)), Some(*stage));
            assert_eq!(Stage::open(slot, next.due(slot).plus_ms(-1)), Some(*stage));
        }
        let long_ago = slot.end().plus_days(4000);
        assert_eq!(Stage::open(slot, long_ago), Some(Stage::Months12));
    }

    #[test]
    fn a_question_goes_out_within_two_weeks_or_not_at_all() {
        let slot = slot(date(2026, 12, 2));
        for &stage in Stage::ALL {
            let due = stage.due(slot);
            assert!(!stage.is_timely(slot, due.plus_ms(-1)), "{stage:?}");
            assert!(stage.is_timely(slot, due) && stage.is_timely(slot, due.plus_days(13)));
            assert!(!stage.is_timely(slot, due.plus_days(14)), "{stage:?}");
        }
    }
}

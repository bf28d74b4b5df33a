//! What a kiosk says, parsed at the door.

use crate::counts;
use domain::device::Span;
use domain::{Instant, Lang};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Deserialize;

/// The longest name of a version.
const VERSION: usize = 80;

/// Periods and counts of one batch; whoever has more sends several.
const MOST: usize = 1000;

/// The largest number of one count in one batch.
const MOST_OF_ONE: i64 = 100_000;

/// Ten years: no kiosk stands untouched for longer.
const LONGEST_QUIET: i64 = 10 * 366 * 24 * 3600;

/// A sign of life.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The name of this batch, a UUID.
    pub batch: String,
    /// The version of its programme.
    pub programme: String,
    /// The version of the exhibition it holds, if it holds one.
    pub bundle: Option<String>,
    /// Seconds since it was last touched.
    pub quiet: Option<i64>,
    /// When it had no network, by its own clock.
    pub offline: Vec<ToldSpan>,
    /// What was looked at.
    pub counts: Vec<ToldCount>,
}

/// A period without network, in Unix milliseconds of the kiosk's own clock.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToldSpan {
    /// When it began.
    pub from: i64,
    /// When it ended.
    pub until: i64,
}

/// How often something happened.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToldCount {
    /// On which day, by its own calendar.
    pub day: String,
    /// What.
    pub kind: String,
    /// To what.
    pub key: String,
    /// In which language.
    pub lang: String,
    /// How often.
    pub n: i64,
}

impl Told {
    /// Reads what was sent; `None` for what no kiosk of ours sends.
    pub fn parse(json: &[u8]) -> Option<Told> {
        let mut told: Told = serde_json::from_slice(json).ok()?;
        let version = |text: &str| {
            (1..=VERSION).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic())
        };
        let is_ours = version(&told.programme)
            && told.bundle.as_deref().is_none_or(version)
            && told.quiet.is_none_or(|seconds| seconds >= 0)
            && told.offline.len() <= MOST
            && told.counts.len() <= MOST;
        told.batch = uuid::Uuid::try_parse(&told.batch).ok()?.to_string();
        is_ours.then_some(told)
    }

    /// Whether it says no more than that the kiosk runs.
    pub(super) fn is_plain(&self) -> bool {
        self.offline.is_empty() && self.counts.is_empty()
    }

    /// When the kiosk was last touched, by our clock.
    pub(super) fn touched_at(&self, now: Instant) -> Option<Instant> {
        self.quiet.map(|seconds| now.plus_ms(-1000 * seconds.min(LONGEST_QUIET)))
    }
}

impl ToldSpan {
    pub(super) fn span(&self) -> Span {
        Span { from: Instant(self.from), until: Instant(self.until) }
    }
}

impl ToldCount {
    /// Day and language under which it is counted; `None` for what is not: an unknown kind, which an
    /// older programme may still send, or a day that cannot be.
    pub(super) fn taken(&self, today: Date, days: i64) -> Option<(Date, Lang)> {
        let day: Date = self.day.parse().ok()?;
        let lang = Lang::ALL.into_iter().find(|lang| lang.code() == self.lang)?;
        // A kiosk whose clock is a little fast is already in tomorrow.
        let is_near =
            today.saturating_sub(days.days()) <= day && day <= today.saturating_add(1.day());
        let is_taken = is_near
            && counts::is_of_kiosk(&self.kind)
            && is_key(&self.key)
            && (1..=MOST_OF_ONE).contains(&self.n);
        is_taken.then_some((day, lang))
    }
}

/// Whether it has the form of an entry's id or of a code.
fn is_key(key: &str) -> bool {
    (1..=60).contains(&key.len())
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b))
}

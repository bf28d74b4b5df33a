//! When a kiosk was without a network, reconstructed from what it tells afterwards. Its clock may be
//! wrong by years; how long something took it still knows.

use super::RUNNING_MINUTES;
use crate::{Instant, codes};

codes! {
    /// What kind of outage.
    OutageKind {
        /// It ran, but did not reach us.
        Offline = "offline",
        /// Nothing was heard of it, and it says nothing: switched off, or hung.
        Silent = "silent",
    }
}

/// From when until when, by whichever clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// When it began.
    pub from: Instant,
    /// When it ended.
    pub until: Instant,
}

/// An outage by our own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outage {
    /// Of which kind.
    pub kind: OutageKind,
    /// When.
    pub span: Span,
}

/// How far a device's clock may be off and still be believed.
const TOLERANCE_MS: i64 = 90_000;

/// What is shorter is nobody's concern: a sign of life that came late.
const SHORTEST_MS: i64 = 10_000;

/// The outages between the last sign of life and this one. What the device tells lies in between by
/// definition: where its clock says otherwise, the last period ends now and the others keep their
/// distance to it.
pub fn outages(last: Instant, now: Instant, told: &[Span]) -> Vec<Outage> {
    let mut told: Vec<Span> = told.iter().copied().filter(|span| span.from < span.until).collect();
    told.sort_unstable();
    let believable = told
        .iter()
        .all(|span| span.from.0 >= last.0 - TOLERANCE_MS && span.until.0 <= now.0 + TOLERANCE_MS);
    let latest = told.iter().map(|span| span.until.0).max().unwrap_or(now.0);
    let shift = if believable { 0 } else { now.0.saturating_sub(latest) };
    let mut spans: Vec<Span> = Vec::new();
    for span in told {
        let from = Instant(span.from.0.saturating_add(shift)).max(last);
        let until = Instant(span.until.0.saturating_add(shift)).min(now);
        match spans.last_mut() {
            Some(before) if from <= before.until => before.until = before.until.max(until),
            _ if until.0 - from.0 >= SHORTEST_MS => spans.push(Span { from, until }),
            _ => {}
        }
    }
    let covered: i64 = spans.iter().map(|span| span.until.0 - span.from.0).sum();
    let of = |kind| move |span| Outage { kind, span };
    let mut all: Vec<Outage> = spans.into_iter().map(of(OutageKind::Offline)).collect();
    if now.0 - last.0 - covered >= RUNNING_MINUTES * 60_000 {
        all.push(of(OutageKind::Silent)(Span { from: last, until: now }));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAST: Instant = Instant(1_795_518_000_000);

    fn span(from: i64, until: i64) -> Span {
        Span { from: LAST.plus_minutes(from), until: LAST.plus_minutes(until) }
    }

    fn found(minutes: i64, told: &[Span]) -> Vec<(OutageKind, i64, i64)> {
        let since = |at: Instant| (at.0 - LAST.0) / 60_000;
        outages(LAST, LAST.plus_minutes(minutes), told)
            .into_iter()
            .map(|it| (it.kind, since(it.span.from), since(it.span.until)))
            .collect()
    }

    #[test]
    fn what_a_right_clock_tells_is_taken_as_it_is() {
        use OutageKind::{Offline, Silent};
        assert_eq!(found(1, &[]), []);
        assert_eq!(found(10, &[span(1, 9)]), [(Offline, 1, 9)]);
        let two = [span(12, 19), span(1, 9)];
        assert_eq!(
            found(20, &two),
            [(Offline, 1, 9), (Offline, 12, 19)]
                .into_iter()
                .chain([(Silent, 0, 20)])
                .collect::<Vec<_>>()
        );
        assert_eq!(found(20, &[span(1, 10), span(5, 20)]), [(Offline, 1, 20)]);
        assert_eq!(found(20, &[]), [(Silent, 0, 20)]);
        assert_eq!(found(20, &[span(0, 3)]), [(Offline, 0, 3), (Silent, 0, 20)]);
    }

    #[test]
    fn a_wrong_clock_tells_how_long() {
        use OutageKind::Offline;
        let day = 24 * 60;
        for off in [-365 * day, -day, day, 365 * day] {
            assert_eq!(found(10, &[span(off + 1, off + 9)]), [(Offline, 2, 10)], "{off}");
            let two = [span(off, off + 4), span(off + 5, off + 9)];
            assert_eq!(found(10, &two), [(Offline, 1, 5), (Offline, 6, 10)], "{off}");
            // Never before the last sign of life, whatever it says.
            assert_eq!(found(10, &[span(off, off + 500)]), [(Offline, 0, 10)], "{off}");
        }
        let ends = [Instant(i64::MIN), Instant(i64::MAX)];
        let all = Span { from: ends[0], until: ends[1] };
        assert_eq!(found(10, &[all]), [(Offline, 0, 10)]);
        assert_eq!(found(1, &[Span { from: ends[1], until: ends[0] }]), []);
    }
}

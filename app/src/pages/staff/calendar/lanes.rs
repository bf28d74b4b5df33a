//! Meetings at the same time stand beside each other.

use domain::meeting::Slot;

/// The place of an entry: which of how many lanes, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Which.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

/// The lanes of slots that stand in order of their start. Slots that do not touch others have the
/// whole width.
pub fn lanes(slots: &[Slot]) -> Vec<Lane> {
    let mut placed = Vec::with_capacity(slots.len());
    let mut begun = 0;
    // When each lane of the present bundle is free again.
    let mut ends: Vec<domain::Instant> = Vec::new();
    for (index, slot) in slots.iter().enumerate() {
        if ends.iter().all(|end| *end <= slot.start()) {
            finish(&mut placed[begun..], ends.len());
            begun = index;
            ends.clear();
        }
        let free = ends.iter().position(|end| *end <= slot.start());
        let lane = free.unwrap_or(ends.len());
        match free {
            Some(lane) => ends[lane] = slot.end(),
            None => ends.push(slot.end()),
        }
        placed.push(Lane { number: lane + 1, of: 1 });
    }
    finish(&mut placed[begun..], ends.len());
    placed
}

fn finish(bundle: &mut [Lane], of: usize) {
    for lane in bundle {
        lane.of = of;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Instant;

    #[test]
    fn only_what_overlaps_shares_the_width() {
        let slot = |quarter: i64, minutes| {
            Slot::new(Instant(1_795_305_600_000).plus_minutes(quarter * 15), minutes).unwrap()
        };
        let day = [
            slot(0, 45),
            // Two beside each other, and a third that finds the first lane free again.
            slot(4, 60),
            slot(5, 120),
            slot(8, 30),
            // Touches nothing.
            slot(20, 15),
        ];
        let lanes: Vec<(usize, usize)> =
            lanes(&day).iter().map(|lane| (lane.number, lane.of)).collect();
        assert_eq!(lanes, [(1, 1), (1, 2), (2, 2), (1, 2), (1, 1)]);
        assert!(super::lanes(&[]).is_empty());
    }
}

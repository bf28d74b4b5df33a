//! The neutral order: no provider is nearer the top because of its name, its age or its money.
//!
//! Providers are listed by ascending SHA-256 (hexadecimal) of `YYYY-MM-DD`, a line feed and the
//! provider's id, where the date is today's in Berlin. Anybody can recompute it:
//! `printf '2026-11-22\ndemir-digital' | sha256sum`.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// The sort key of `id` on `day`: 64 lower-case hexadecimal digits.
pub fn key(day: Date, id: &str) -> String {
    let digest = Sha256::digest(format!("{day}\n{id}"));
    digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        use std::fmt::Write as _;
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Sorts `items` into the neutral order of `day`.
pub fn sort<'a, T>(items: &mut [T], day: Date, id: impl Fn(&T) -> &'a str) {
    // Digests compare like their hexadecimal digits.
    let of_day = Sha256::new_with_prefix(format!("{day}\n"));
    items.sort_by_cached_key(|item| of_day.clone().chain_update(id(item)).finalize());
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_key_is_what_sha256sum_prints() {
        // printf '2026-11-22\ndemir-digital' | sha256sum
        let key = key(date(2026, 11, 22), "demir-digital");
        assert_eq!(key, "4bea6dcc85b4daeb07448339c9fc8a766719f5cd2ca8d5493d8b158538a7e454");
    }

    #[test]
    fn sorting_is_sorting_by_the_published_key() {
        let day = date(2026, 11, 22);
        let ids: Vec<String> = (0..500).map(|n| format!("anbieter-{n}")).collect();
        let mut sorted: Vec<&str> = ids.iter().map(String::as_str).collect();
        let mut by_key = sorted.clone();
        sort(&mut sorted, day, |id| id);
        by_key.sort_by_key(|id| key(day, id));
        assert_eq!(sorted, by_key);
    }

    #[test]
    fn over_10_000_days_no_mean_rank_is_off_by_more_than_3_percent() {
        let ids: Vec<String> = (0..24).map(|n| format!("anbieter-{n}")).collect();
        let mut ranks = vec![0_u64; ids.len()];
        let days = 10_000;
        let mut day = date(2026, 1, 1);
        for _ in 0..days {
            let mut today: Vec<usize> = (0..ids.len()).collect();
            sort(&mut today, day, |&n| &ids[n]);
            for (rank, &n) in today.iter().enumerate() {
                ranks[n] += rank as u64;
            }
            day = day.tomorrow().unwrap();
        }
        let uniform = 11.5 * f64::from(days);
        for (n, &sum) in ranks.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "sums are far below 2^52")]
            let off = (sum as f64 - uniform).abs() / uniform;
            assert!(off < 0.03, "{} is off by {off}", ids[n]);
        }
    }
}

//! Medians and quartiles.

/// The value below which a share of the values lies; 0 without values.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let Some(last) = sorted.len().checked_sub(1) else { return 0.0 };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index among a few thousand values"
    )]
    let at = (share * last as f64).round() as usize;
    sorted[at.min(last)]
}

/// The one in the middle.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// Median and quartiles with `digits` decimals: `1.03 (1.01 to 1.06)`.
pub fn spread(values: &[f64], digits: usize) -> String {
    format!(
        "{:.digits$} ({:.digits$} to {:.digits$})",
        median(values),
        quantile(values, 0.25),
        quantile(values, 0.75)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_of_nine_are_the_third_and_the_seventh() {
        let values = [9.0, 1.0, 8.0, 2.0, 7.0, 3.0, 6.0, 4.0, 5.0];
        assert_eq!(spread(&values, 0), "5 (3 to 7)");
        assert_eq!(spread(&[], 1), "0.0 (0.0 to 0.0)");
    }
}

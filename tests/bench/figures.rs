//! Quantiles and the clock.

use std::time::Instant;

/// The value below which a share of the values lies.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index among some thousand values"
    )]
    let at = (share * sorted.len().saturating_sub(1) as f64).round() as usize;
    sorted.get(at).copied().unwrap_or_default()
}

/// Milliseconds that something takes, and what it gives.
pub fn timed<T>(act: impl FnOnce() -> T) -> (f64, T) {
    let began: Instant = tests::now();
    let value = act();
    (began.elapsed().as_secs_f64() * 1000.0, value)
}

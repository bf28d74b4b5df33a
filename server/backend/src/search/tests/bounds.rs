//! Nothing anybody types takes long: counted by what is looked at, not by a clock.

use super::{DAY, Dice, index, sample};
use crate::search::{MOST_TYPED, Query, Work};
use domain::Lang;
use domain::content::Html;

/// What eight words may cost at most: for each, the spellings with one trigram for each of its
/// spellings and stems, those that are like it, and once more for a guess.
const MOST: Work =
    Work { visits: MOST_TYPED * 7 * 8_000, distances: MOST_TYPED * 800, postings: 400_000 };

/// Thirty thousand words that have all their trigrams in common with each other.
fn hostile() -> String {
    let mut dice = Dice(3);
    let mut text = String::from("<p>");
    for _ in 0..30_000 {
        for _ in 0..12 {
            text.push_str(["a", "ab", "ba"][dice.roll(3)]);
        }
        text.push(' ');
    }
    text.push_str("</p>");
    text
}

#[test]
fn no_query_is_expensive() {
    let mut content = sample::content();
    content.providers.values_mut().next().unwrap().text.de.body = Html::sanitised(hostile());
    let index = index(content);
    assert!(index.size().words > 20_000, "{:?}", index.size());
    let typo = "abbaabababaabba";
    let mut worst = Work::default();
    for typed in [
        "abba".to_owned(),
        format!("{} ", "abab").repeat(50),
        (0..50).map(|n| format!("{typo}{n} ")).collect(),
        (0..50).map(|n| format!("{}x{} ", &typo[..n % 15], &typo[n % 15..])).collect(),
        "*".repeat(10_000),
        "a* ".repeat(3_000),
        "ab".repeat(5_000),
        "%".to_owned(),
    ] {
        for lang in Lang::ALL {
            let Work { visits, distances, postings } =
                index.find(&Query::parse(&typed), lang, DAY).work;
            assert!(visits <= MOST.visits, "{visits} for {typed:.30}");
            assert!(distances <= MOST.distances, "{distances} for {typed:.30}");
            assert!(postings <= MOST.postings, "{postings} for {typed:.30}");
            worst.visits = worst.visits.max(visits);
            worst.distances = worst.distances.max(distances);
            worst.postings = worst.postings.max(postings);
        }
    }
    println!("at most {worst:?}");
    assert!(worst.visits > 10_000 && worst.distances >= 200, "{worst:?} proves nothing");
}

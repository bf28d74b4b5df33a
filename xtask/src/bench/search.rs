//! The page of search results with 2,000 stories and 10,000 providers.

use super::content::{self, Amount};
use super::statistics::{median, quantile};
use super::werkbank::Werkbank;
use crate::Result;
use crate::http::Client;
use crate::run::{self, say};
use std::time::Instant;

/// What is typed: words, halves of words, slips, questions, and nothing at all like a word.
const TYPED: [&str; 12] = [
    "kasse",
    "bäckrei",
    "entwicklung",
    "handwerk kunden",
    "zeit",
    "die",
    "dienstplan pflege",
    "Müller",
    "wer hilft mir bei angebot und rechnung für kleine betriebe im handwerk",
    "bäckrei tischlrei kasze kalendr dienstplahn palete angebod rechnugn",
    "xqzzvw",
    "a e i o u",
];
const ROUNDS: usize = 100;

/// Measures and describes.
pub fn part() -> Result<String> {
    let amount = Amount { stories: 2_000, providers: 10_000, ..Amount::own()? };
    let folder = content::folder(amount)?;
    let data = run::target().join("bench/data-search");
    let server = Werkbank::start(&folder, &data, &[])?;
    say(&format!("started in {:.1} s", server.started.as_secs_f64()));
    let mut client = server.client()?;
    let mut text = String::from(
        "## Search\n\n2,000 stories and 10,000 providers with a vocabulary of 60,000 words. The \
         time from sending a request to the last byte of the answer, one visitor at a time, warm; \
         hits are in no cache.\n\n\
         | Typed | Page: median | p99 | Suggestions: median | p99 |\n|---|---|---|---|---|\n",
    );
    let mut all = Vec::new();
    for typed in TYPED {
        let query = encode(typed);
        let mut cells = Vec::new();
        for path in [format!("/suche?q={query}"), format!("/suche/vorschlaege?q={query}")] {
            // The first question of a day also draws the day's order.
            timed(&mut client, &path)?;
            let mut times = Vec::new();
            for _ in 0..ROUNDS {
                times.push(timed(&mut client, &path)?);
            }
            cells.push(format!("{:.2} ms | {:.2} ms", median(&times), quantile(&times, 0.99)));
            all.extend(times);
        }
        text += &format!("| {typed} | {} |\n", cells.join(" | "));
    }
    text += &format!(
        "\nAll {} requests: median {:.2} ms, p99 {:.2} ms (target: at most 10 ms). \
         Memory of the whole program: {} MB. Started in {:.1} s.\n",
        all.len(),
        median(&all),
        quantile(&all, 0.99),
        server.memory()?,
        server.started.as_secs_f64()
    );
    Ok(text)
}

/// Milliseconds until the answer is there.
#[expect(clippy::disallowed_methods, reason = "measures")]
pub fn timed(client: &mut Client, path: &str) -> Result<f64> {
    let began = Instant::now();
    client.get(path, "identity")?;
    Ok(began.elapsed().as_secs_f64() * 1000.0)
}

/// A query's value.
fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b' ' => "+".to_owned(),
            _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

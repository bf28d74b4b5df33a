//! How long the search takes to build and to answer, and how large it is: with the example content
//! and with 2,000 stories and 10,000 providers made of its words.
//!
//! `cargo run --release -p backend --example search_scale`
#![expect(clippy::unwrap_used, reason = "a measurement that fails ends")]

use backend::content::Store;
use backend::search::{Index, Query};
use domain::content::{Content, Html};
use domain::{Instant, Lang, Slug};
use jiff::civil::date;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Words made of two.
const COMPOUNDS: usize = 60_000;

/// Words of the content, one of them in five out of many compounds nobody has written.
struct Words {
    all: Vec<String>,
    compounds: Vec<String>,
    state: u64,
}

impl Words {
    fn roll(&mut self, sides: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.state >> 33).unwrap() % sides
    }

    fn word(&mut self) -> String {
        // Few words are frequent and many are rare, as in any text.
        let spread = self.roll(self.all.len()) + 1;
        let at = self.roll(spread);
        let word = self.all[at].clone();
        if self.roll(5) > 0 {
            return word;
        }
        let at = self.roll(self.compounds.len());
        self.compounds[at].clone()
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }
}

fn many(content: &Content) -> Content {
    let mut all: Vec<String> = Vec::new();
    for story in content.stories.values() {
        let text = story.text.de.body.text();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
        all.extend(words.map(str::to_owned));
    }
    all.sort();
    all.dedup();
    let mut words = Words { all, compounds: Vec::new(), state: 1 };
    // As many different words as a million and a half words of text have, about.
    for _ in 0..COMPOUNDS {
        let (a, b) = (words.roll(words.all.len()), words.roll(words.all.len()));
        let compound = format!("{}{}", words.all[a], words.all[b].to_lowercase());
        words.compounds.push(compound);
    }
    let mut many = content.clone();
    let stories: Vec<_> = content.stories.values().cloned().collect();
    for n in 0..2_000 {
        let mut story = stories[n % stories.len()].clone();
        story.meta.id = Slug::parse(&format!("geschichte-{n}")).unwrap();
        story.text.en = None;
        story.text.de.title = words.text(4);
        story.text.de.teaser = words.text(20);
        story.text.de.body = Html::sanitised(format!("<p>{}</p>", words.text(500)));
        many.stories.insert(story.meta.id.clone(), story);
    }
    let providers: Vec<_> = content.providers.values().cloned().collect();
    for n in 0..10_000 {
        let mut provider = providers[n % providers.len()].clone();
        provider.meta.id = Slug::parse(&format!("anbieter-{n}")).unwrap();
        provider.text.en = None;
        provider.text.de.title = words.text(2);
        provider.text.de.summary = words.text(25);
        provider.text.de.body = Html::sanitised(format!("<p>{}</p>", words.text(120)));
        many.providers.insert(provider.meta.id.clone(), provider);
    }
    many
}

#[expect(clippy::disallowed_methods, reason = "measures")]
fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let began = std::time::Instant::now();
    let done = act();
    (done, began.elapsed())
}

/// Resident memory in MiB, where the system tells.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    kilobytes.unwrap_or(0_usize) / 1024
}

fn measure(name: &str, content: Content) {
    let day = date(2026, 11, 23);
    let content = Arc::new(content);
    let before = memory();
    let (index, built) = timed(|| Index::new(Arc::clone(&content), None));
    println!("{name}: built in {built:?}, {:?}, {} MiB more", index.size(), memory() - before);
    let mut changed = (*content).clone();
    changed.stories.values_mut().next().unwrap().text.de.title.push_str(" Zirkelbau");
    let (after, rebuilt) = timed(|| Index::new(Arc::new(changed), Some(&index)));
    println!("  one file changed: {rebuilt:?}, {} analysed", after.analysed());
    let mut typed: Vec<String> =
        ["kasse", "bäckrei", "entwicklung", "handwerk kunden", "zeit", "die"]
            .map(str::to_owned)
            .to_vec();
    typed.push("wer hilft mir bei angebot und rechnung für kleine betriebe im handwerk".to_owned());
    typed.push("bäckrei tischlrei kasze kalendr dienstplahn palete angebod rechnugn".to_owned());
    typed.push("abcdefg ".repeat(1_200));
    for typed in typed {
        let query = Query::parse(&typed);
        // The first question of a day also draws the day's order.
        let _ = index.find(&query, Lang::De, day);
        let mut times: Vec<Duration> =
            (0..200).map(|_| timed(|| index.find(&query, Lang::De, day).hits.len()).1).collect();
        times.sort();
        let hits = index.find(&query, Lang::De, day);
        println!(
            "  {:?}: median {:?}, p99 {:?}, {} hits, {:?}",
            typed.chars().take(40).collect::<String>(),
            times[100],
            times[197],
            hits.hits.len(),
            hits.work
        );
    }
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let store = Store::open(&root, Instant(0)).unwrap_or_else(|problems| panic!("{problems:?}"));
    let examples = (*store.content()).clone();
    let large = many(&examples);
    measure("example content", examples);
    measure("2,000 stories and 10,000 providers more", large);
}

//! More content than there is: copies of the examples with other words in them.

use crate::run::say;
use crate::{Result, files, run};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Different words made of two that are added to the examples' own: as many as a million and a
/// half words of text have, about.
const COMPOUNDS: usize = 60_000;

/// How many entries of each kind there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Stories.
    pub stories: usize,
    /// Providers.
    pub providers: usize,
    /// Funding programmes.
    pub funding: usize,
    /// Trends.
    pub trends: usize,
}

impl Amount {
    /// As many as the repository has.
    pub fn own() -> Result<Amount> {
        let of = |kind: &str| -> Result<usize> { Ok(entries(&own(), kind)?.len()) };
        Ok(Amount {
            stories: of("stories")?,
            providers: of("providers")?,
            funding: of("funding")?,
            trends: of("trends")?,
        })
    }

    /// So many times as many of everything.
    #[must_use]
    pub fn times(self, n: usize) -> Amount {
        Amount {
            stories: self.stories * n,
            providers: self.providers * n,
            funding: self.funding * n,
            trends: self.trends * n,
        }
    }

    /// Entries of all kinds.
    pub fn all(self) -> usize {
        self.stories + self.providers + self.funding + self.trends
    }
}

fn own() -> PathBuf {
    run::root().join("content")
}

/// The names of a kind's folders.
fn entries(content: &Path, kind: &str) -> Result<Vec<String>> {
    let names: BTreeSet<String> = files::below(&content.join(kind))?
        .iter()
        .filter_map(|path| Some(path.iter().next()?.to_string_lossy().into_owned()))
        .collect();
    Ok(names.into_iter().collect())
}

/// A folder with this much content: the repository's, and copies of it. Made once.
pub fn folder(amount: Amount) -> Result<PathBuf> {
    let Amount { stories, providers, funding, trends } = amount;
    let name = format!("bench/content-{stories}-{providers}-{funding}-{trends}");
    let folder = run::target().join(name);
    let done = folder.join(".done");
    if done.exists() {
        return Ok(folder);
    }
    say(&format!("writing {stories} stories, {providers} providers, {funding} + {trends} more"));
    let _ = std::fs::remove_dir_all(&folder);
    for file in files::below(&own())? {
        files::write(&folder.join(&file), &files::read(&own().join(&file))?)?;
    }
    let mut words = Words::of_stories()?;
    for (kind, n) in
        [("stories", stories), ("providers", providers), ("funding", funding), ("trends", trends)]
    {
        let models = entries(&own(), kind)?;
        for n in models.len()..n {
            let model = &models[n % models.len()];
            let from = own().join(kind).join(model);
            let to = folder.join(kind).join(format!("{model}-{n}"));
            for file in files::below(&from)? {
                let bytes = files::read(&from.join(&file))?;
                // Leichte Sprache has rules that made-up words do not keep.
                let is_text = ["index.md", "en.md"].iter().any(|name| file.ends_with(name));
                let bytes = if is_text { words.vary(&bytes) } else { bytes };
                files::write(&to.join(&file), &bytes)?;
            }
        }
    }
    files::write(&done, b"")?;
    Ok(folder)
}

/// The examples' words, one of them in five out of many compounds nobody has written.
struct Words {
    all: Vec<String>,
    compounds: Vec<String>,
    state: u64,
}

impl Words {
    fn of_stories() -> Result<Words> {
        let mut all = BTreeSet::new();
        for story in entries(&own(), "stories")? {
            let text = files::read_text(&own().join("stories").join(story).join("index.md"))?;
            let body = text.rsplit("+++").next().unwrap_or_default();
            let words = body.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
            all.extend(words.map(str::to_owned));
        }
        let mut words = Words { all: all.into_iter().collect(), compounds: Vec::new(), state: 1 };
        for _ in 0..COMPOUNDS {
            let (a, b) = (words.roll(words.all.len()), words.roll(words.all.len()));
            let compound = format!("{}{}", words.all[a], words.all[b].to_lowercase());
            words.compounds.push(compound);
        }
        Ok(words)
    }

    /// A number below `sides`; the same ones in every run.
    fn roll(&mut self, sides: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.state >> 33).unwrap_or(0) % sides.max(1)
    }

    fn word(&mut self) -> String {
        // Few words are frequent and many are rare, as in any text.
        let spread = self.roll(self.all.len()) + 1;
        let at = self.roll(spread);
        if self.roll(5) > 0 {
            return self.all[at].clone();
        }
        let at = self.roll(self.compounds.len());
        self.compounds[at].clone()
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    /// A Markdown file with another title and other words behind its body.
    fn vary(&mut self, file: &[u8]) -> Vec<u8> {
        let text = String::from_utf8_lossy(file);
        let mut varied: String = text
            .lines()
            .map(|line| match line.strip_prefix("title = ") {
                Some(_) => format!("title = \"{}\"\n", self.text(3)),
                None => format!("{line}\n"),
            })
            .collect();
        varied += &format!("\n{}.\n", self.text(120));
        varied.into_bytes()
    }
}

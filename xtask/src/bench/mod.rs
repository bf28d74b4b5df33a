//! `cargo xtask bench`: how fast the program is, beside nginx and beside itself with more content.
//!
//! Every figure is a ratio within one run: servers are measured by turns, on one core, with the
//! client on the other. `docs/performance.md` keeps what came out, part by part.

mod content;
mod desk;
mod kiosk;
mod lighthouse;
mod nginx;
mod scale;
mod search;
mod statistics;
mod throughput;
mod werkbank;
mod wrk;

use crate::run::{self, say};
use crate::{Result, dist, files, tools};

/// Measures, and describes what came out in Markdown.
type Part = fn() -> Result<String>;

/// The parts, in the order of the report.
const PARTS: [(&str, Part); 6] = [
    ("nginx", throughput::part),
    ("search", search::part),
    ("scale", scale::part),
    ("desk", desk::part),
    ("lighthouse", lighthouse::part),
    ("kiosk", kiosk::part),
];

/// Builds the release and measures the parts whose name contains a word of `only`, or all.
pub fn bench(only: &[String]) -> Result<()> {
    dist::dist()?;
    tools::bench()?;
    let folder = run::target().join("bench/report");
    let commit = commit()?;
    for (name, measure) in PARTS {
        if only.is_empty() || only.iter().any(|word| name.contains(word.as_str())) {
            say(&format!("measuring: {name}"));
            let text = format!("{}\nMeasured at {commit}.\n", measure()?);
            eprintln!("{text}");
            files::write(&folder.join(format!("{name}.md")), text.as_bytes())?;
        }
    }
    let mut text = String::from(
        "# Performance\n\nWritten by `cargo xtask bench`; `cargo xtask bench nginx` repeats one \
         part. The server runs on core 0, its client on core 1; what is compared is measured by \
         turns in one run, so read the ratios: absolute figures are of one small machine.\n",
    );
    for (name, _) in PARTS {
        let part = folder.join(format!("{name}.md"));
        if part.exists() {
            text += &format!("\n{}", files::read_text(&part)?);
        }
    }
    files::write(&run::root().join("docs/performance.md"), text.as_bytes())
}

/// The state of the sources that is measured.
fn commit() -> Result<String> {
    use std::process::Command;
    let git = |args: &[&str]| run::output(Command::new("git").args(args).current_dir(run::root()));
    let hash = git(&["rev-parse", "--short=12", "HEAD"])?;
    let clean = git(&["status", "--porcelain"])?.lines().all(|line| line.contains("docs/"));
    Ok(format!("`{}`{}", hash.trim(), if clean { "" } else { " and changes" }))
}

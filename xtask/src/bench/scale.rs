//! The same pages with ten and with a hundred times the content, and how long the start takes.

use super::content::{self, Amount};
use super::search::timed;
use super::statistics::median;
use super::werkbank::Werkbank;
use crate::Result;
use crate::run::{self, say};

const TIMES: [usize; 3] = [1, 10, 100];
const ROUNDS: usize = 40;
const STARTS: usize = 3;

/// Pages of every kind, first pages of lists and narrowed ones.
const PAGES: [&str; 23] = [
    "/",
    "/geschichten",
    "/geschichten?ziel=kosten&branche=handwerk",
    "/geschichten/sonntagsbroetchen",
    "/anbieter",
    "/anbieter?ziel=kosten&branche=handel",
    "/anbieter/klarplan",
    "/anbieter/reihenfolge",
    "/foerderung",
    "/foerderung?groesse=1-9",
    "/trends",
    "/wegweiser",
    "/kennenlernen",
    "/anfrage",
    "/suche?q=kasse",
    "/suche?q=betrieb",
    "/merkzettel?g=sonntagsbroetchen",
    "/feed/de",
    "/api/v1/stories",
    "/kiosk",
    "/kiosk/start",
    "/kiosk/geschichten",
    "/kiosk/anbieter",
];

/// Measures and describes.
pub fn part() -> Result<String> {
    let own = Amount::own()?;
    let mut rendered = Vec::new();
    let mut kept = Vec::new();
    let mut starts = Vec::new();
    for n in TIMES {
        let amount = own.times(n);
        let folder = content::folder(amount)?;
        let data = run::target().join(format!("bench/data-{n}"));
        // The first start makes the copies of the pictures.
        drop(Werkbank::start(&folder, &data, &[])?);
        let mut seconds = Vec::new();
        let mut memory = 0;
        for _ in 0..STARTS {
            let server = Werkbank::start(&folder, &data, &[])?;
            seconds.push(server.started.as_secs_f64());
            memory = server.memory()?;
        }
        say(&format!("{n} times: starts in {:.2} s", median(&seconds)));
        starts.push((amount, median(&seconds), memory));
        kept.push(Werkbank::start(&folder, &data, &[])?);
        let data = run::target().join(format!("bench/data-{n}-bare"));
        rendered.push(Werkbank::start(&folder, &data, &["--page-cache", "0"])?);
    }
    let mut text = format!(
        "## With more content\n\nMilliseconds until the last byte, median of {ROUNDS} by turns, with \
         the repository's content and with 10 and 100 times as much of it. \"Rendered\" with the \
         page cache switched off, \"kept\" from it.\n\n\
         | Page | rendered ×1 | ×10 | ×100 | ratio | kept ×1 | ×100 | ratio |\n\
         |---|---|---|---|---|---|---|---|\n"
    );
    let mut worst: (f64, f64) = (0.0, 0.0);
    for page in PAGES {
        let bare = medians(&rendered, page)?;
        let warm = medians(&kept, page)?;
        let (cold, hot) = (bare[2] / bare[0], warm[2] / warm[0]);
        worst = (worst.0.max(cold), worst.1.max(hot));
        text += &format!(
            "| `{page}` | {:.2} | {:.2} | {:.2} | {cold:.2} | {:.2} | {:.2} | {hot:.2} |\n",
            bare[0], bare[1], bare[2], warm[0], warm[2]
        );
    }
    text += &format!(
        "\nThe slowest ratio: {:.2} rendered, {:.2} kept (target: at most 2).\n\n\
         | Content | Entries | Start | a thousand entries | Memory |\n|---|---|---|---|---|\n",
        worst.0, worst.1
    );
    for (n, (amount, seconds, memory)) in TIMES.iter().zip(starts) {
        let thousands = f64::from(u32::try_from(amount.all()).unwrap_or(u32::MAX)) / 1000.0;
        text += &format!(
            "| ×{n} | {} | {seconds:.2} s | {:.2} s | {memory} MB |\n",
            amount.all(),
            seconds / thousands
        );
    }
    Ok(text)
}

/// The median of each server, asked by turns.
fn medians(servers: &[Werkbank], page: &str) -> Result<Vec<f64>> {
    let mut clients = Vec::new();
    for server in servers {
        let mut client = server.client()?;
        timed(&mut client, page)?;
        clients.push((client, Vec::new()));
    }
    for _ in 0..ROUNDS {
        for (client, times) in &mut clients {
            times.push(timed(client, page)?);
        }
    }
    Ok(clients.iter().map(|(_, times)| median(times)).collect())
}

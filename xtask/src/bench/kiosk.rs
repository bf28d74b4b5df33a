//! From a touch at the kiosk to the next page on the screen, with the service worker and without.

use super::werkbank::{SERVER_CORE, Werkbank, command, own_content};
use crate::run::{self, output};
use crate::{Result, tools};
use std::process::Command;

/// Measures and describes.
pub fn part() -> Result<String> {
    let data = run::target().join("bench/data-kiosk");
    let on_core = ["taskset", "-c", SERVER_CORE];
    let server = Werkbank::spawn(&mut command(&on_core, &own_content(), &data, &[]))?;
    let table = output(
        Command::new(tools::node()?)
            .arg("tests/browser/bench/moves.mjs")
            .arg(format!("http://{}", server.address))
            .current_dir(run::root()),
    )?;
    Ok(format!(
        "## Touch to paint at the kiosk\n\nFrom `pointerup` to the first contentful paint of the next \
         page, as the page itself reports it by beacon: Chromium at 1920×1080, its main thread four \
         times slower, the worker's as fast as the machine. With the service worker pages come out of \
         its copy of the exhibition; without, the kiosk asks whether the page is there and then fetches \
         it, from a server on the same machine, which flatters it. Runs by turns; medians of the runs' \
         figures, the slowest and the fastest run in brackets. Target: p95 at most 150 ms.\n\n{table}"
    ))
}

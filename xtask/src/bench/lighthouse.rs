//! Lighthouse, as a phone: the median of five for five pages.

use super::werkbank::{Werkbank, own_content};
use crate::run::{self, output};
use crate::{Result, tools};
use std::process::Command;

/// Measures and describes.
pub fn part() -> Result<String> {
    let data = run::target().join("bench/data-lighthouse");
    let server = Werkbank::spawn(&mut super::werkbank::command(&[], &own_content(), &data, &[]))?;
    let table = output(
        Command::new(tools::node()?)
            .arg("tests/lighthouse/run.mjs")
            .arg(format!("http://{}", server.address))
            .current_dir(run::root()),
    )?;
    Ok(format!(
        "## Lighthouse\n\nLighthouse 12 as a phone (its standard: 4G and a CPU four times slower, \
         both simulated), median of five a page, empty cache each time.\n\n{table}"
    ))
}

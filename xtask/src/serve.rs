//! `cargo xtask serve`: from a fresh clone to a working home page.

use crate::run::{self, cargo, run, say};
use crate::{Result, site};
use std::os::unix::process::CommandExt as _;
use std::process::Command;

/// Builds what changed and becomes the server, so that Ctrl-C reaches it and nothing is left
/// behind.
pub fn serve(args: &[String]) -> Result<()> {
    site::build()?;
    say("building the server");
    run(&mut cargo(&["build", "--package", "server", "--profile", "demo"]))?;
    say(&format!(
        "built in {:.1} minutes, {:.1} CPU minutes; starting",
        run::elapsed() / 60.0,
        run::cpu_minutes()
    ));
    let error = Command::new(run::target().join("demo/werkbank"))
        .arg("demo")
        .args(args)
        .arg("--assets")
        .arg(site::folder())
        .current_dir(run::root())
        .exec();
    Err(format!("werkbank: {error}"))
}

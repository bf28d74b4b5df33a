//! `cargo xtask dist`: one program that needs nothing beside it but `content/`.

use crate::run::{self, cargo, run, say};
use crate::{Result, site};

/// Builds `dist/werkbank`.
pub fn dist() -> Result<()> {
    site::build()?;
    say("building the release; this takes a while");
    run(&mut cargo(&["build", "--package", "server", "--release", "--features", "embed"]))?;
    let folder = run::root().join("dist");
    let program = folder.join("werkbank");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let bytes = std::fs::copy(run::target().join("release/werkbank"), &program)
        .map_err(|error| format!("{}: {error}", program.display()))?;
    say(&format!(
        "dist/werkbank: {} MB, {:.1} minutes, {:.1} CPU minutes",
        bytes / 1_000_000,
        run::elapsed() / 60.0,
        run::cpu_minutes()
    ));
    Ok(())
}

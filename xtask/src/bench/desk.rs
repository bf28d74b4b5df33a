//! What the desk bears: requests arriving, mails leaving, a full inbox. Measured by the `desk` bench
//! of the package `tests`, which knows both databases.

use super::werkbank::{CLIENT_CORE, SERVER_CORE};
use crate::postgres::Postgres;
use crate::run::{self, cargo};
use crate::{Result, files, suites, tools};
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

/// Measures and describes.
pub fn part() -> Result<String> {
    let folder = run::target().join("bench/desk");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    // The release on one core; the bench itself and what it compares with on the other.
    let program = run::root().join("dist/werkbank");
    let pinned = folder.join("werkbank");
    let script =
        format!("#!/bin/sh\nexec taskset -c {SERVER_CORE} '{}' \"$@\"\n", program.display());
    files::write(&pinned, script.as_bytes())?;
    let executable = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&pinned, executable).map_err(|error| error.to_string())?;
    let postgres = Postgres::start()?;
    let path = std::env::var("PATH").unwrap_or_default();
    let bench = |more: &[&'static str]| {
        let options: Vec<&str> = ["--bench", "desk"].iter().chain(more).copied().collect();
        suites::with_packages(&["bench", "--quiet", "--profile", "dev"], &options)
    };
    run::run(&mut cargo(&bench(&["--no-run"])))?;
    let mut measure = Command::new("taskset");
    measure
        .args(["-c", CLIENT_CORE, "cargo"])
        .args(bench(&[]))
        .current_dir(run::root())
        .env("WERKBANK_BIN", pinned)
        .env("WERKBANK_TEST_POSTGRES", &postgres.url)
        .env("WERKBANK_TEST_PYTHON", tools::python()?)
        .env("PATH", format!("{}:{path}", tools::postgres()?.display()))
        // Databases on the disk, whatever /tmp is.
        .env("TMPDIR", &folder);
    run::output(&mut measure)
}

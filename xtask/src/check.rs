//! `cargo xtask check`: what needs no running program.

use crate::run::{self, cargo, run, say};
use crate::{Result, deny, sabotage, tools};
use std::process::Command;

/// What no browser bundle may depend on: it would be dead weight, or server code in the browser.
const NOT_IN_BROWSERS: [&str; 6] = ["sqlx", "sqlx-core", "tokio", "axum", "image", "backend"];

/// One part of the check.
type Step = fn() -> Result<()>;

/// Format, lints, licences, bundles. Reports every failure, not only the first.
pub fn check() -> Result<()> {
    let steps: [(&str, Step); 6] = [
        ("format", format),
        ("lints", lints),
        ("licences and banned crates", deny::check),
        ("what the browser bundles depend on", bundles),
        ("whether every sabotage still applies", sabotage::fits),
        ("the kiosk's shell scripts", scripts),
    ];
    let mut failed = Vec::new();
    for (name, step) in steps {
        say(&format!("checking {name}"));
        if let Err(why) = step() {
            eprintln!("{why}");
            failed.push(name);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("check failed: {}", failed.join(", "))) }
}

/// What runs on the computer of the screen in the room, as root or all day.
fn scripts() -> Result<()> {
    tools::shellcheck()?;
    let scripts =
        ["install.sh", "session", "browser", "screen", "open"].map(|s| format!("kiosk/{s}"));
    run(Command::new("shellcheck").args(scripts).current_dir(run::root()))
}

fn format() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))
}

/// Each feature set on its own: together, cargo would compile `app` with the features of all.
fn lints() -> Result<()> {
    let native = [
        "clippy",
        "--quiet",
        "--all-targets",
        "-p",
        "domain",
        "-p",
        "backend",
        "-p",
        "app",
        "--features",
        "app/ssr",
        "-p",
        "server",
        "-p",
        "tests",
        "-p",
        "xtask",
        "--",
        "-D",
        "warnings",
    ];
    run(&mut cargo(&native))?;
    for bundle in crate::wasm::BUNDLES {
        let package = format!("wasm-{bundle}");
        let args = [
            "clippy",
            "--quiet",
            "-p",
            &package,
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ];
        run(&mut cargo(&args))?;
    }
    Ok(())
}

fn bundles() -> Result<()> {
    for bundle in crate::wasm::BUNDLES {
        let package = format!("wasm-{bundle}");
        let tree = run::output(&mut cargo(&[
            "tree",
            "--package",
            &package,
            "--target",
            "wasm32-unknown-unknown",
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ]))?;
        let names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
        if names.is_empty() {
            return Err(format!("cargo tree of {package} is empty"));
        }
        if let Some(found) = names.iter().find(|name| NOT_IN_BROWSERS.contains(*name)) {
            return Err(format!(
                "{package} depends on {found}, which does not belong in a browser"
            ));
        }
        say(&format!("{package}: {} crates, none of the server's", names.len()));
    }
    Ok(())
}

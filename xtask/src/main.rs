//! Builds, checks, tests and serves the Digitale Werkbank: `cargo xtask --help`.

mod bench;
mod check;
mod css;
mod deny;
mod dist;
mod files;
mod http;
mod postgres;
mod run;
mod sabotage;
mod serve;
mod site;
mod size;
mod suites;
mod tools;
mod wasm;

use clap::Parser;
use std::process::ExitCode;

/// Tasks of the Digitale Werkbank.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Build and start the Werkbank with example content
    Serve {
        /// What `werkbank serve` takes as well, such as --listen
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Check everything and run every test on SQLite and PostgreSQL
    Test {
        /// Full counts, and write docs/proof.md
        #[arg(long)]
        long: bool,
        /// Run only suites whose name contains one of these words
        only: Vec<String>,
    },
    /// Format, lints of every feature set, licences, what the browser bundles depend on
    Check,
    /// Build the one self-contained program dist/werkbank
    Dist,
    /// Weigh what a browser loads and fail over budget
    Size,
    /// Measure the release beside nginx and with more content, and write docs/performance.md
    Bench {
        /// Measure only parts whose name contains one of these words
        only: Vec<String>,
    },
    /// Build style sheets and scripts into target/site
    Site,
}

/// What went wrong, for the terminal.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    run::start();
    let outcome = match Task::parse() {
        Task::Serve { args } => serve::serve(&args),
        Task::Test { long, only } => suites::test(long, &only),
        Task::Check => check::check(),
        Task::Dist => dist::dist(),
        Task::Size => size::size(),
        Task::Bench { only } => bench::bench(&only),
        Task::Site => site::build(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\nxtask: {why}");
            ExitCode::FAILURE
        }
    }
}

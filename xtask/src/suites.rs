//! `cargo xtask test`: every suite, one debug build for all of them, and one line at the end that
//! says how many tests passed. A suite that ran no test has failed.

use crate::postgres::Postgres;
use crate::run::{self, cargo, run, say};
use crate::{Result, check, files, sabotage, site, size, tools};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

/// How many tests a suite ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
}

/// Every package of the server's side. Always the same ones together and with the features their
/// tests want: cargo chooses the features of what they share by what is built at once, and would
/// otherwise build it again.
const PACKAGES: [&str; 6] = ["domain", "backend", "app", "server", "xtask", "tests"];

/// A cargo command for all of them.
pub fn with_packages<'a>(command: &[&'a str], options: &[&'a str]) -> Vec<&'a str> {
    let packages = PACKAGES.iter().flat_map(|package| ["--package", *package]);
    let features = ["--features", "app/ssr,domain/sample"];
    command.iter().copied().chain(packages).chain(features).chain(options.iter().copied()).collect()
}

/// Runs the suites whose name contains a word of `only`, or all.
pub fn test(long: bool, only: &[String]) -> Result<()> {
    let wanted =
        |name: &str| only.is_empty() || only.iter().any(|word| name.contains(word.as_str()));
    let mut report = Report::default();
    if long && only.is_empty() {
        // Figures of an earlier run prove nothing about this one.
        let _ = std::fs::remove_dir_all(run::target().join("proof"));
    }
    if wanted("check") {
        report.step("check", check::check());
    }
    say("building the program the suites start");
    site::build()?;
    run(&mut cargo(&with_packages(&["build"], &[])))?;
    let postgres = Postgres::start()?;
    let set_up = |command: &mut Command| {
        command
            .env("WERKBANK_TEST_POSTGRES", &postgres.url)
            .env("WERKBANK_BIN", run::target().join("debug/werkbank"))
            .env("WERKBANK_TEST_LONG", if long { "1" } else { "0" })
            .env_remove("WERKBANK_TEST_SQLITE_ONLY");
        if let Ok(python) = tools::python() {
            command.env("WERKBANK_TEST_PYTHON", python);
        }
    };
    if run::root().join("tests/requirements.txt").exists() {
        tools::python()?;
    }
    // One cargo command for both, unless only one is wanted: asked for some targets alone, cargo
    // would again choose other features.
    let kinds: [(&str, &[&str]); 3] =
        [("rust", &[]), ("unit", &["--lib", "--bins"]), ("program", &["--test", "*"])];
    for (name, targets) in kinds {
        let both = name == "rust";
        if (both && only.is_empty()) || (!both && !only.is_empty() && wanted(name)) {
            let args = with_packages(&["test", "--no-fail-fast"], targets);
            let mut command = cargo(&args);
            set_up(&mut command);
            report.suite(name, &mut command);
        }
    }
    if wanted("browser") && run::root().join("tests/browser/run.mjs").exists() {
        tools::browser()?;
        tools::display()?;
        if long {
            tools::postfix()?;
        }
        let mut command = Command::new(tools::node()?);
        command.arg("tests/browser/run.mjs").current_dir(run::root());
        set_up(&mut command);
        report.suite("browser", &mut command);
    }
    if wanted("size") {
        report.step("size", size::measure(&run::target().join("debug/werkbank")));
    }
    // Each of its patches builds something anew: not part of the short run.
    let sabotaged = if only.is_empty() { long } else { wanted("sabotage") };
    if sabotaged {
        report.sabotage(sabotage::sabotage(&set_up));
    }
    drop(postgres);
    if long {
        report.write_proof()?;
    }
    report.close()
}

#[derive(Default)]
struct Report {
    suites: Vec<(String, Count, f64)>,
}

impl Report {
    /// A step that passes or fails as a whole.
    fn step(&mut self, name: &str, outcome: Result<()>) {
        let count = match outcome {
            Ok(()) => Count { passed: 1, failed: 0 },
            Err(why) => {
                eprintln!("{why}");
                Count { passed: 0, failed: 1 }
            }
        };
        self.suites.push((name.to_owned(), count, run::elapsed()));
    }

    /// How many sabotages were noticed, of how many.
    fn sabotage(&mut self, outcome: Result<(u64, u64)>) {
        let (passed, all) = outcome.unwrap_or_else(|why| {
            eprintln!("{why}");
            (0, 1)
        });
        let count = Count { passed, failed: all - passed };
        self.suites.push(("sabotage".to_owned(), count, run::elapsed()));
    }

    /// A program that prints how many tests passed.
    fn suite(&mut self, name: &str, command: &mut Command) {
        say(&format!("running the suite `{name}`"));
        let mut count = counted(command);
        if count == Count::default() {
            eprintln!("the suite `{name}` ran no test");
            count.failed = 1;
        }
        self.suites.push((name.to_owned(), count, run::elapsed()));
    }

    /// `docs/proof.md`: what was shown, and for which commit. A row of the table stays until its
    /// suite runs again, so that the long run may be taken in parts.
    fn write_proof(&self) -> Result<()> {
        let git = |args: &[&str]| {
            run::output(Command::new("git").args(args).current_dir(run::root()))
                .map(|said| said.trim().to_owned())
        };
        let clean = git(&["status", "--porcelain"])?.is_empty();
        let commit = git(&["rev-parse", "--short=12", "HEAD"])?;
        let commit = if clean { commit } else { format!("{commit} and changes") };
        let proof = run::target().join("proof");
        let mut began = 0.0;
        for (name, count, ended) in &self.suites {
            let (minutes, Count { passed, failed }) = ((ended - began) / 60.0, count);
            began = *ended;
            let row = format!("| {name} | {passed} | {failed} | {minutes:.1} | `{commit}` |\n");
            files::write(&proof.join(format!("{name}.row")), row.as_bytes())?;
        }
        let mut text = String::from(
            "# Proof\n\nWritten by `cargo xtask test --long`.\n\n| Suite | Passed | Failed | Minutes | Commit |\n|---|---|---|---|---|\n",
        );
        let (rows, figures): (Vec<_>, Vec<_>) = files::below(&proof)?
            .into_iter()
            .partition(|path| path.extension().is_some_and(|end| end == "row"));
        for path in rows {
            text += &files::read_text(&proof.join(path))?;
        }
        // Suites leave their own figures here, one file each.
        for path in figures {
            text.push('\n');
            text += &files::read_text(&proof.join(path))?;
        }
        files::write(&run::root().join("docs/proof.md"), text.as_bytes())
    }

    /// The last line.
    fn close(self) -> Result<()> {
        let mut total = Count::default();
        for (name, count, at) in &self.suites {
            eprintln!(
                "  {name:<8} {:>5} passed {:>3} failed  (until {at:.0} s)",
                count.passed, count.failed
            );
            total.passed += count.passed;
            total.failed += count.failed;
        }
        say(&format!(
            "{:.1} minutes, {:.1} CPU minutes",
            run::elapsed() / 60.0,
            run::cpu_minutes()
        ));
        println!("{} passed, {} failed", total.passed, total.failed);
        if total.failed > 0 { Err("some tests failed".to_owned()) } else { Ok(()) }
    }
}

/// Runs a program, shows what it prints, and adds up its counts. A program that fails without
/// naming a failed test counts as one.
fn counted(command: &mut Command) -> Count {
    let mut count = Count::default();
    let mut child = match command.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => {
            eprintln!("{}: {error}", run::show(command));
            return Count { passed: 0, failed: 1 };
        }
    };
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(std::result::Result::ok) {
            println!("{line}");
            if let Some(found) = parse(&line) {
                count.passed += found.passed;
                count.failed += found.failed;
            }
        }
    }
    if !child.wait().is_ok_and(|status| status.success()) && count.failed == 0 {
        count.failed = 1;
    }
    count
}

/// `test result: ok. 12 passed; 0 failed; …` of cargo, or `12 passed, 0 failed` alone on a line.
fn parse(line: &str) -> Option<Count> {
    let line = line.trim();
    let line = match line.strip_prefix("test result: ") {
        Some(rest) => rest.split_once(". ")?.1,
        None => line,
    };
    let (passed, rest) = line.split_once(" passed")?;
    let (failed, _) = rest.strip_prefix([';', ','])?.trim_start().split_once(" failed")?;
    Some(Count { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted_and_nothing_else() {
        let cargo =
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(parse(cargo), Some(Count { passed: 12, failed: 3 }));
        assert_eq!(parse("7 passed, 0 failed"), Some(Count { passed: 7, failed: 0 }));
        for other in ["test a_test ... ok", "we passed, they failed", "7 passed", ""] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}

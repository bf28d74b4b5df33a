//! `tests/sabotage/*.patch`: each takes one protection away, and the test it names has to notice.
//! A protection without a test that turns red is one that the next change removes unseen.
//!
//! A patch begins with lines `# why it matters` and `# red: KIND FILTER`; the rest is for
//! `git apply`. The patches are applied to a copy of the sources below `target/sabotage`, one at a
//! time; the named tests are run there without any patch first, and have to be green.

use crate::run::{self, cargo, output, run, say, show};
use crate::suites::with_packages;
use crate::{Result, files};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One sabotage.
struct Patch {
    name: String,
    path: PathBuf,
    red: Red,
}

/// The tests that must turn red.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Red {
    /// `domain` or `backend` for the unit tests of that crate, `program` for what asks it over
    /// HTTP, or `browser`.
    kind: String,
    /// A part of the names of the tests.
    filter: String,
}

/// Runs every patch and returns how many were noticed, and how many there are.
pub fn sabotage(set_up: &dyn Fn(&mut Command)) -> Result<(u64, u64)> {
    let patches = patches()?;
    let copy = Copy { root: run::target().join("sabotage"), set_up };
    copy.refresh()?;
    // All tests of a kind one after the other, so that little is built twice.
    let tests: BTreeSet<&Red> = patches.iter().map(|patch| &patch.red).collect();
    let mut green = BTreeSet::new();
    for test in tests {
        say(&format!("without sabotage: {} {}", test.kind, test.filter));
        let outcome = copy.test(test)?;
        if outcome == (Outcome { built: true, passed: true }) {
            green.insert(test);
        } else {
            eprintln!("{} {} is not green without any sabotage", test.kind, test.filter);
        }
    }
    let mut noticed = 0;
    let all = u64::try_from(patches.len()).map_err(|error| error.to_string())?;
    for patch in patches.iter().filter(|patch| green.contains(&patch.red)) {
        say(&format!("sabotage: {}", patch.name));
        copy.refresh()?;
        if let Err(why) = copy.apply(&patch.path) {
            eprintln!("{} no longer applies: {why}", patch.name);
            continue;
        }
        match copy.test(&patch.red)? {
            Outcome { built: false, .. } => eprintln!("{} does not compile", patch.name),
            Outcome { passed: true, .. } => {
                eprintln!("{}: nobody noticed; {} stays green", patch.name, patch.red.filter);
            }
            Outcome { .. } => {
                noticed += 1;
                say(&format!("{} turned {} red", patch.name, patch.red.filter));
            }
        }
    }
    copy.refresh()?;
    println!("sabotage: {noticed} of {all} noticed");
    Ok((noticed, all))
}

/// Whether every patch still fits the sources: one that does not proves nothing any more, and the
/// long run that would say so comes late.
pub fn fits() -> Result<()> {
    let mut stale = Vec::new();
    for patch in patches()? {
        let mut git = Command::new("git");
        git.args(["apply", "--check"]).arg(&patch.path).current_dir(run::root());
        if output(&mut git).is_err() {
            stale.push(patch.name);
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(format!("no longer apply: {}", stale.join(", "))) }
}

fn patches() -> Result<Vec<Patch>> {
    let folder = run::root().join("tests/sabotage");
    let mut patches = Vec::new();
    for file in files::below(&folder)? {
        if file.extension().is_none_or(|end| end != "patch") {
            continue;
        }
        let path = folder.join(&file);
        let name = files::slashes(&file);
        let red = red(&files::read_text(&path)?)
            .ok_or_else(|| format!("{name}: no line `# red: KIND FILTER`"))?;
        patches.push(Patch { name, path, red });
    }
    if patches.is_empty() { Err("there is no sabotage".to_owned()) } else { Ok(patches) }
}

/// The tests a patch names.
fn red(patch: &str) -> Option<Red> {
    let mut comments = patch.lines().take_while(|line| line.starts_with('#'));
    let line = comments.find_map(|line| line.strip_prefix("# red: "))?;
    let (kind, filter) = line.trim().split_once(' ')?;
    Some(Red { kind: kind.to_owned(), filter: filter.to_owned() })
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Outcome {
    built: bool,
    passed: bool,
}

/// The copy of the sources, with a target folder of its own that is kept from run to run.
struct Copy<'a> {
    root: PathBuf,
    set_up: &'a dyn Fn(&mut Command),
}

impl Copy<'_> {
    /// Makes the copy equal to the sources. What is equal is not written, so that cargo does not
    /// build it again.
    fn refresh(&self) -> Result<()> {
        let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let listed = output(Command::new("git").args(list).current_dir(run::root()))?;
        let mut wanted = BTreeSet::new();
        for file in listed.split('\0').filter(|file| !file.is_empty()) {
            let source = run::root().join(file);
            if source.is_file() {
                files::write(&self.root.join(file), &files::read(&source)?)?;
                wanted.insert(PathBuf::from(file));
            }
        }
        for folder in ["app", "server", "tests", "xtask", "content", "public", "style"] {
            for file in files::below(&self.root.join(folder))? {
                let file = Path::new(folder).join(file);
                let installed = file.components().any(|part| part.as_os_str() == "node_modules");
                if !wanted.contains(&file) && !installed {
                    let path = self.root.join(&file);
                    std::fs::remove_file(&path).map_err(|e| format!("{}: {e}", path.display()))?;
                }
            }
        }
        let (site, copy) = (run::target().join("site"), self.root.join("target/site"));
        for file in files::below(&site)? {
            files::write(&copy.join(&file), &files::read(&site.join(&file))?)?;
        }
        Ok(())
    }

    fn apply(&self, patch: &Path) -> Result<()> {
        // Git would otherwise find the repository around the copy, which ignores it.
        let above = self.root.parent().unwrap_or(&self.root);
        output(
            Command::new("git")
                .arg("apply")
                .arg(patch)
                .env("GIT_CEILING_DIRECTORIES", above)
                .current_dir(&self.root),
        )
        .map(|_| ())
    }

    /// Builds and runs the tests; both may fail.
    fn test(&self, red: &Red) -> Result<Outcome> {
        let program = with_packages(&["build"], &[]);
        let site = vec!["run", "--quiet", "--package", "xtask", "--", "site"];
        let (before, tests) = match red.kind.as_str() {
            "program" => (vec![program], with_packages(&["test"], &["--test", "http"])),
            "browser" => (vec![site, program], Vec::new()),
            package @ ("domain" | "backend") => {
                (Vec::new(), vec!["test", "--package", package, "--lib"])
            }
            other => return Err(format!("nobody knows tests of the kind `{other}`")),
        };
        for args in before {
            if run(&mut self.cargo(&args)).is_err() {
                return Ok(Outcome { built: false, passed: false });
            }
        }
        if tests.is_empty() {
            return self.browser(&red.filter);
        }
        let mut only_build = tests.clone();
        only_build.push("--no-run");
        if run(&mut self.cargo(&only_build)).is_err() {
            return Ok(Outcome { built: false, passed: false });
        }
        let mut named = tests;
        named.extend(["--", &red.filter]);
        let mut command = self.cargo(&named);
        let said = command.output().map_err(|error| format!("{}: {error}", show(&command)))?;
        let text = String::from_utf8_lossy(&said.stdout);
        // A filter that fits no test at all is not green.
        let ran = text.lines().filter(|line| line.starts_with("test ")).count();
        Ok(Outcome { built: true, passed: said.status.success() && ran > 1 })
    }

    fn browser(&self, filter: &str) -> Result<Outcome> {
        crate::tools::browser()?;
        let (installed, here) = ("tests/browser/node_modules", run::root());
        let link = self.root.join(installed);
        if !link.exists() {
            std::os::unix::fs::symlink(here.join(installed), &link)
                .map_err(|error| format!("{}: {error}", link.display()))?;
        }
        let mut command = Command::new("node");
        command.args(["tests/browser/run.mjs", filter]).current_dir(&self.root);
        self.prepare(&mut command);
        Ok(Outcome { built: true, passed: run(&mut command).is_ok() })
    }

    fn cargo(&self, args: &[&str]) -> Command {
        let mut command = cargo(args);
        command.current_dir(&self.root);
        self.prepare(&mut command);
        command
    }

    fn prepare(&self, command: &mut Command) {
        (self.set_up)(command);
        command
            .env("WERKBANK_BIN", self.root.join("target/debug/werkbank"))
            .env("WERKBANK_TEST_LONG", "0")
            .env_remove("CARGO_TARGET_DIR");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_names_its_test() {
        let patch =
            "# Two meetings at one time.\n# red: backend meetings::races\n--- a/x\n+++ b/x\n";
        let want = Red { kind: "backend".to_owned(), filter: "meetings::races".to_owned() };
        assert_eq!(red(patch), Some(want));
        assert_eq!(red("--- a/x\n# red: backend too_late\n"), None);
    }

    #[test]
    fn every_patch_of_the_repository_names_its_test_and_still_applies() {
        let patches = patches().unwrap();
        assert!(patches.len() >= 20);
        for Patch { path, .. } in patches {
            let mut check = Command::new("git");
            let check = check.args(["apply", "--check"]).arg(&path).current_dir(run::root());
            assert!(check.status().unwrap().success(), "{}", path.display());
        }
    }
}

//! Programs the tests need: found, installed as root on Debian or in CI, or named with the exact
//! command. Nothing is skipped because it is missing.

use crate::run::{self, run, say, works};
use crate::{Result, files};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

static LISTS_ARE_FRESH: AtomicBool = AtomicBool::new(false);

/// Installs Debian packages if we may.
fn install(packages: &[&str]) -> Result<()> {
    let command = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    let is_root = run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    let is_debian = Path::new("/etc/debian_version").exists();
    let in_ci = std::env::var("CI").is_ok_and(|ci| ci == "true");
    if !(is_debian && (is_root || in_ci)) {
        return Err(format!("missing: {}. Please run: sudo {command}", packages.join(", ")));
    }
    say(&format!("installing {}", packages.join(", ")));
    let apt = |args: &[&str]| {
        let mut apt = if is_root { Command::new("apt-get") } else { Command::new("sudo") };
        if !is_root {
            apt.arg("apt-get");
        }
        apt.args(["-q"]).args(args).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut apt).map_err(|why| format!("{why}\nPlease run: {command}"))
    };
    if !LISTS_ARE_FRESH.swap(true, Ordering::Relaxed) {
        apt(&["update"])?;
    }
    let mut args = vec!["install", "-y", "--no-install-recommends"];
    args.extend(packages);
    apt(&args)
}

/// The folder with PostgreSQL's programs.
pub fn postgres() -> Result<PathBuf> {
    if let Some(found) = find_postgres() {
        return Ok(found);
    }
    install(&["postgresql"])?;
    find_postgres().ok_or_else(|| "PostgreSQL was installed but initdb is not there".to_owned())
}

fn find_postgres() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").exists() && bin.join("postgres").exists())
        .collect();
    versions.sort();
    if let Some(newest) = versions.pop() {
        return Some(newest);
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).find(|bin| bin.join("initdb").exists())
}

/// Chromium, Node.js with the packages of tests/browser, and Java for the HTML checker.
pub fn browser() -> Result<()> {
    if !works("chromium", &["--version"]) {
        install(&["chromium"])?;
    }
    if !works("node", &["--version"]) || !works("npm", &["--version"]) {
        install(&["nodejs", "npm"])?;
    }
    let folder = run::root().join("tests/browser");
    let lock = files::read_text(&folder.join("package-lock.json"))?;
    if lock.contains("\"node_modules/vnu-jar\"") && !works("java", &["-version"]) {
        install(&["default-jre-headless"])?;
    }
    packages(&folder)
}

/// A display nobody sees, with what the screen in the room runs on it: window manager, speech, and
/// keys pressed from outside.
pub fn display() -> Result<()> {
    for (program, package) in [
        ("Xvfb", "xvfb"),
        ("openbox", "openbox"),
        ("xdotool", "xdotool"),
        ("xset", "x11-xserver-utils"),
        ("xinput", "xinput"),
        ("curl", "curl"),
        ("pgrep", "procps"),
        ("speech-dispatcher", "speech-dispatcher"),
        ("espeak-ng", "espeak-ng"),
    ] {
        if !works("sh", &["-c", &format!("command -v {program}")]) {
            install(&[package])?;
        }
    }
    let voice = "/usr/lib/speech-dispatcher-modules/sd_espeak-ng";
    if Path::new(voice).exists() { Ok(()) } else { install(&["speech-dispatcher-espeak-ng"]) }
}

/// What reads shell scripts.
pub fn shellcheck() -> Result<()> {
    if works("shellcheck", &["--version"]) { Ok(()) } else { install(&["shellcheck"]) }
}

/// Postfix, for the long run. Configuration and queue are the suite's own; where the package has to
/// be installed it gets none, so that no mail server starts with the machine.
pub fn postfix() -> Result<()> {
    if works("sh", &["-c", "command -v postfix && command -v openssl"]) {
        return Ok(());
    }
    let answer = "echo postfix postfix/main_mailer_type select No configuration";
    // Without the program, or the right to use it, `install` says what is to be done.
    let _ =
        run::output(Command::new("sh").args(["-c", &format!("{answer} | debconf-set-selections")]));
    install(&["postfix", "openssl"])
}

/// What `cargo xtask bench` measures with: nginx, wrk, callgrind and Lighthouse.
pub fn bench() -> Result<()> {
    for (program, package) in [
        ("nginx", "nginx-light"),
        ("wrk", "wrk"),
        ("valgrind", "valgrind"),
        ("taskset", "util-linux"),
    ] {
        // Not by asking for its version: wrk says that and ends with an error.
        if !works("sh", &["-c", &format!("command -v {program}")]) {
            install(&[package])?;
        }
    }
    browser()?;
    packages(&run::root().join("tests/lighthouse"))
}

/// The npm packages a folder's lock file names.
fn packages(folder: &Path) -> Result<()> {
    let lock = files::read_text(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|done| done == lock) {
        return Ok(());
    }
    say(&format!("installing the packages of {}", folder.display()));
    run(Command::new("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .env("PUPPETEER_SKIP_DOWNLOAD", "1")
        .current_dir(folder))?;
    files::write(&stamp, lock.as_bytes())
}

/// Node.js as Playwright wants it: the system's, or where that is older (Debian 12 has 18) the one
/// the package registry has, below `target`.
pub fn node() -> Result<PathBuf> {
    const OLDEST: u32 = 20;
    const PACKAGE_VERSION: &str = "22.23.3";
    let said = run::output(Command::new("node").arg("--version"))?;
    let major = said.trim().trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok());
    if major.is_some_and(|major: u32| major >= OLDEST) {
        return Ok(PathBuf::from("node"));
    }
    let machine = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    let package = format!("node-linux-{machine}");
    let folder = run::target().join("node");
    let node = folder.join("node_modules").join(&package).join("bin/node");
    if !node.exists() {
        say(&format!(
            "{} is too old for the browser suite, fetching {PACKAGE_VERSION}",
            said.trim()
        ));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        run(Command::new("npm")
            .args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"])
            .arg(&folder)
            .arg(format!("{package}@{PACKAGE_VERSION}")))?;
    }
    Ok(node)
}

/// A Python with the packages of tests/requirements.txt.
pub fn python() -> Result<PathBuf> {
    let wanted = files::read_text(&run::root().join("tests/requirements.txt"))?;
    let folder = run::target().join("python");
    let python = folder.join("bin/python");
    let stamp = folder.join("installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|done| done == wanted) {
        return Ok(python);
    }
    if !works("python3", &["-c", "import ensurepip, venv"]) {
        install(&["python3", "python3-venv"])?;
    }
    say("installing the mail peers for the tests");
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    run(Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
        .arg(run::root().join("tests/requirements.txt")))?;
    files::write(&stamp, wanted.as_bytes())?;
    Ok(python)
}

//! The release under measurement, on core 0.

use crate::http::Client;
use crate::run;
use crate::{Result, files};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The core the servers run on.
pub const SERVER_CORE: &str = "0";
/// The core of their clients.
pub const CLIENT_CORE: &str = "1";

/// A running server; it ends with this value.
pub struct Werkbank {
    child: Child,
    /// Where it listens.
    pub address: String,
    /// From its start to the line that says it listens.
    pub started: Duration,
}

/// The folder of the repository's own content.
pub fn own_content() -> PathBuf {
    run::root().join("content")
}

/// The command that starts it; `before` is a program that runs it, with its arguments.
pub fn command(before: &[&str], content: &Path, data: &Path, options: &[&str]) -> Command {
    let program = run::root().join("dist/werkbank");
    let mut words = before.iter().map(std::ffi::OsStr::new).chain([program.as_os_str()]);
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data);
    // As quiet as nginx without its access log.
    command.arg("--content").arg(content).args(options).env("RUST_LOG", "warn");
    command
}

impl Werkbank {
    /// Starts it with this content; `data` may exist and is kept.
    pub fn start(content: &Path, data: &Path, options: &[&str]) -> Result<Werkbank> {
        Werkbank::spawn(&mut command(&["taskset", "-c", SERVER_CORE], content, data, options))
    }

    /// Runs a command that becomes the server and waits until it listens.
    #[expect(clippy::disallowed_methods, reason = "measures")]
    pub fn spawn(command: &mut Command) -> Result<Werkbank> {
        let shown = run::show(command);
        let began = Instant::now();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("`{shown}`: {error}"))?;
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            let _ = BufReader::new(stdout).read_line(&mut line);
        }
        let started = began.elapsed();
        let address = line.trim().rsplit_once("http://").map(|(_, address)| address.to_owned());
        let address = address.ok_or(format!("`{shown}` did not start"));
        let mut server = Werkbank { child, address: String::new(), started };
        server.address = address?;
        Ok(server)
    }

    /// A connection to it.
    pub fn client(&self) -> Result<Client> {
        Client::connect(&self.address)
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Resident memory in MB.
    pub fn memory(&self) -> Result<u64> {
        let status = files::read_text(Path::new(&format!("/proc/{}/status", self.child.id())))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes: Option<u64> =
            line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        Ok(kilobytes.ok_or("no VmRSS")? / 1000)
    }
}

impl Drop for Werkbank {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

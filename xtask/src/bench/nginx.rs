//! nginx, serving one answer of ours from a file: the same body, and every header we send.

use super::werkbank::SERVER_CORE;
use crate::http::{Answer, Client};
use crate::run::run;
use crate::{Result, files};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Headers nginx writes by itself.
const ITS_OWN: [&str; 4] = ["content-length", "content-type", "date", "connection"];

/// A running nginx; it ends with this value.
pub struct Nginx {
    folder: PathBuf,
    /// Whether it has a worker process.
    worker: bool,
    child: Child,
    /// Where it listens.
    pub address: String,
}

/// Writes the configuration that answers `path` as `answer` does.
fn configure(folder: &Path, path: &str, answer: &Answer, worker: bool) -> Result<String> {
    let body = folder.join("body");
    files::write(&body, &answer.body)?;
    files::write(&folder.join("logs/.keep"), b"")?;
    let free = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr());
    let address = free.map_err(|error| error.to_string())?.to_string();
    let header = |name: &str| answer.headers.iter().find(|(n, _)| n == name);
    let mime = header("content-type").map_or("text/html", |(_, value)| value);
    let headers: String = answer
        .headers
        .iter()
        .filter(|(name, _)| !ITS_OWN.contains(&name.as_str()))
        .map(|(name, value)| format!("            add_header {name} {};\n", quoted(value)))
        .collect();
    // Its master process asks for a worker of another name, which could not read our folder.
    let user = if is_root() { "user root;\n" } else { "" };
    let process = if worker { "worker_processes 1" } else { "master_process off" };
    let config = format!(
        "daemon off;\n{process};\n{user}pid nginx.pid;\nerror_log stderr warn;\n\
         events {{ worker_connections 1024; }}\n\
         http {{\n    access_log off;\n    sendfile on;\n    tcp_nopush on;\n    server_tokens off;\n    \
         etag off;\n    if_modified_since off;\n    max_ranges 0;\n    keepalive_timeout 300;\n    \
         keepalive_requests 1000000000;\n    open_file_cache max=16 inactive=1h;\n    \
         open_file_cache_valid 1h;\n    types {{}}\n    default_type {};\n    \
         server {{\n        listen {address};\n        location = {path} {{\n            \
         alias {};\n            add_header last-modified \"\";\n{headers}        }}\n    }}\n}}\n",
        quoted(mime),
        body.display()
    );
    files::write(&folder.join("nginx.conf"), config.as_bytes())?;
    Ok(address)
}

/// The command that starts what `configure` wrote.
fn command(before: &[&str], folder: &Path) -> Command {
    let mut words = before.iter().copied().chain(["nginx"]);
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).arg("-p").arg(folder).args(["-c", "nginx.conf", "-e", "stderr"]);
    command
}

impl Nginx {
    /// Starts it on the servers' core.
    pub fn start(folder: &Path, path: &str, answer: &Answer) -> Result<Nginx> {
        Nginx::run(&["taskset", "-c", SERVER_CORE], folder, path, answer, true)
    }

    /// Starts it as one process that the program `before` looks into.
    pub fn start_in(before: &[&str], folder: &Path, path: &str, answer: &Answer) -> Result<Nginx> {
        Nginx::run(before, folder, path, answer, false)
    }

    /// Waits until it gives the same answer.
    fn run(
        before: &[&str],
        folder: &Path,
        path: &str,
        answer: &Answer,
        worker: bool,
    ) -> Result<Nginx> {
        let address = configure(folder, path, answer, worker)?;
        let mut command = command(before, folder);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        let child = child.map_err(|error| format!("nginx: {error}"))?;
        let nginx = Nginx { folder: folder.to_owned(), worker, child, address };
        let asked = || Client::connect(&nginx.address)?.get(path, "identity");
        let mut its = asked();
        for _ in 0..100 {
            if its.is_ok() {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
            its = asked();
        }
        let its = its?;
        let missing = answer.headers.iter().find(|h| h.0 != "date" && !its.headers.contains(h));
        if its.body != answer.body || missing.is_some() {
            return Err(format!("nginx does not answer {path} as the Werkbank does: {missing:?}"));
        }
        Ok(nginx)
    }

    /// The number of the process that was started.
    pub fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Nginx {
    /// Asks it to end: killed, it would leave its worker behind.
    fn drop(&mut self) {
        let asked = self.worker && run(command(&[], &self.folder).args(["-s", "stop"])).is_ok();
        if !asked {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

fn is_root() -> bool {
    crate::run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

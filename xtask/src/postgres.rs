//! A PostgreSQL of our own for the time of the tests: an own user, a temporary folder, a free
//! port, and, as in production, nothing acknowledged before it is on disk.

use crate::run::{self, say};
use crate::{Result, files, tools};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running server; stopped and removed when dropped.
pub struct Postgres {
    bin: PathBuf,
    folder: PathBuf,
    server: Child,
    /// `postgres://…` of a role that may create databases.
    pub url: String,
}

impl Postgres {
    /// Creates and starts a server.
    pub fn start() -> Result<Postgres> {
        let bin = tools::postgres()?;
        say("starting PostgreSQL");
        let folder = std::env::temp_dir().join(format!("werkbank-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let data = folder.join("data");
        if is_root() {
            // PostgreSQL refuses to run as root; the package made a user for it.
            run::run(Command::new("chown").arg("postgres:").arg(&folder))?;
        }
        run::output(
            as_user(&bin.join("initdb"), &folder)
                .arg("--pgdata")
                .arg(&data)
                .args(["--username=werkbank", "--auth=trust", "--encoding=UTF8"])
                .args(["--locale=C.UTF-8", "--no-instructions"]),
        )?;
        let port = free_port()?;
        let log = std::fs::File::create(run::target().join("postgres.log"))
            .map_err(|error| error.to_string())?;
        let errors = log.try_clone().map_err(|error| error.to_string())?;
        let mut command = as_user(&bin.join("postgres"), &folder);
        command
            .arg("-D")
            .arg(&data)
            .args(["-p", &port.to_string(), "-h", "127.0.0.1"])
            .args(["-c", &format!("unix_socket_directories={}", folder.display())])
            .args(["-c", "fsync=on", "-c", "max_connections=300", "-c", "shared_buffers=64MB"])
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors);
        let server = command.spawn().map_err(|error| format!("postgres: {error}"))?;
        let url = format!("postgres://werkbank@127.0.0.1:{port}/postgres");
        let mut postgres = Postgres { bin, folder, server, url };
        postgres.wait(port)?;
        Ok(postgres)
    }

    /// Waits until it answers.
    fn wait(&mut self, port: u16) -> Result<()> {
        let ready = self.bin.join("pg_isready");
        for _ in 0..300 {
            if run::works(
                &ready.to_string_lossy(),
                &["-q", "-h", "127.0.0.1", "-p", &port.to_string()],
            ) {
                return Ok(());
            }
            if self.server.try_wait().is_ok_and(|ended| ended.is_some()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = files::read_text(&run::target().join("postgres.log")).unwrap_or_default();
        Err(format!("PostgreSQL does not start:\n{log}"))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let stopped = run::output(
            as_user(&self.bin.join("pg_ctl"), &self.folder)
                .args(["stop", "--mode=immediate", "--silent", "--pgdata"])
                .arg(self.folder.join("data")),
        );
        if stopped.is_err() {
            // It is our child in any case.
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A program, run by the user `postgres` if we are root.
fn as_user(program: &Path, folder: &Path) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(folder);
    command
}

fn is_root() -> bool {
    run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// A port nobody uses just now.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    Ok(listener.local_addr().map_err(|error| error.to_string())?.port())
}

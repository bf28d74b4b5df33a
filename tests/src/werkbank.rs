//! The program, started.

use crate::browser::{self, Answer, Browser};
use crate::{Database, Folder};
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};

/// Whether `cargo xtask test --long` asked for full counts.
pub fn is_long() -> bool {
    std::env::var("WERKBANK_TEST_LONG").as_deref() == Ok("1")
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_owned()
}

/// The program without arguments and without the variables of the test run.
///
/// # Panics
/// Without `WERKBANK_BIN`.
pub fn program() -> Command {
    let binary = std::env::var_os("WERKBANK_BIN").expect(
        "WERKBANK_BIN is not set: run `cargo xtask test program`, which builds the program",
    );
    let mut command = Command::new(binary);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("WERKBANK_") {
            command.env_remove(name);
        }
    }
    command.current_dir(repository()).stdin(Stdio::null());
    command
}

/// How to start the program.
pub struct Builder {
    command: &'static str,
    data: Option<PathBuf>,
    content: PathBuf,
    database: Option<String>,
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
}

impl Builder {
    /// `serve` or `demo`.
    #[must_use]
    pub fn command(mut self, command: &'static str) -> Builder {
        self.command = command;
        self
    }

    /// A data folder that outlives this program, for restarts.
    #[must_use]
    pub fn data(mut self, folder: &Path) -> Builder {
        self.data = Some(folder.to_owned());
        self
    }

    /// Another content folder than the repository's.
    #[must_use]
    pub fn content(mut self, folder: &Path) -> Builder {
        folder.clone_into(&mut self.content);
        self
    }

    /// Another database than a file in the data folder. Keep it alive as long as the program.
    #[must_use]
    pub fn database(mut self, database: &Database) -> Builder {
        self.database = Some(database.url.clone());
        self
    }

    /// Another argument, such as `--smtp=smtp://127.0.0.1:2525?tls=none`.
    #[must_use]
    pub fn arg(mut self, arg: impl Into<OsString>) -> Builder {
        self.args.push(arg.into());
        self
    }

    /// A variable.
    #[must_use]
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Builder {
        self.env.push((name.into(), value.into()));
        self
    }

    /// Starts it and waits until it listens.
    ///
    /// # Panics
    /// If it does not start, with what it said.
    pub fn start(self) -> Werkbank {
        let own = Folder::new();
        let data = self.data.clone().unwrap_or_else(|| own.path().join("data"));
        let log = own.path().join("log");
        let mut command = self.prepared(&data);
        command
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(&log).expect("a file for the log"));
        let mut child = command.spawn().expect("the program");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut said = Vec::new();
        let address = loop {
            let Some(Ok(line)) = lines.next() else {
                let _ = child.wait();
                let log = std::fs::read_to_string(&log).unwrap_or_default();
                panic!("the program did not start:\n{}\n{log}", said.join("\n"));
            };
            let address = line.rsplit_once("listens at http://").map(|(_, a)| a.to_owned());
            said.push(line);
            if let Some(address) = address {
                break address.parse().expect("an address");
            }
        };
        Werkbank { child: Some(child), address, data, log, said, _own: own }
    }

    /// Runs it to its end: for starts that must fail.
    ///
    /// # Panics
    /// If there is no program.
    pub fn run(self) -> Output {
        let own = Folder::new();
        let data = self.data.clone().unwrap_or_else(|| own.path().join("data"));
        self.prepared(&data).output().expect("the program")
    }

    fn prepared(&self, data: &Path) -> Command {
        let mut command = program();
        command.arg(self.command);
        if matches!(self.command, "serve" | "demo") && !self.has("--listen") {
            command.arg("--listen=127.0.0.1:0");
        }
        if !self.has("--form-limit") {
            // Every test comes from the same address.
            command.arg("--form-limit=1000000");
        }
        command.arg("--data").arg(data).arg("--content").arg(&self.content);
        if let Some(database) = &self.database {
            command.env("WERKBANK_DATABASE", database);
        }
        command.args(&self.args).envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }

    fn has(&self, flag: &str) -> bool {
        self.args.iter().any(|arg| arg.to_string_lossy().starts_with(flag))
    }
}

/// A running program; dropped, it is asked to end and waited for.
pub struct Werkbank {
    child: Option<Child>,
    /// Where it listens.
    pub address: SocketAddr,
    /// Its data folder.
    pub data: PathBuf,
    log: PathBuf,
    /// What it printed before it listened: `demo` prints its links there.
    pub said: Vec<String>,
    _own: Folder,
}

impl Werkbank {
    /// On a new SQLite file with the repository's content.
    pub fn start() -> Werkbank {
        Werkbank::builder().start()
    }

    /// To start it otherwise.
    pub fn builder() -> Builder {
        Builder {
            command: "serve",
            data: None,
            content: repository().join("content"),
            database: None,
            args: Vec::new(),
            env: Vec::new(),
        }
    }

    /// A browser without cookies.
    pub fn browser(&self) -> Browser {
        Browser::new(self.address)
    }

    /// Asks for a page with a browser of its own.
    pub fn get(&self, path: &str) -> Answer {
        self.browser().get(path)
    }

    /// Sends bytes and returns everything that comes back until the connection closes.
    pub fn raw(&self, request: &[u8]) -> Vec<u8> {
        browser::raw(self.address, request)
    }

    /// What it wrote to its log so far.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Mails in `data/outgoing`, oldest first.
    pub fn mails(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.data.join("outgoing")) else { return Vec::new() };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .collect();
        files.sort();
        files.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
    }

    /// The process, for suites that watch its memory; none after it was stopped.
    pub fn pid(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    /// Asks it to end, without waiting.
    pub fn terminate(&self) {
        // Without a process there is nobody to ask; 0 would mean everybody.
        if let Some(child) = &self.child {
            // The shell's own: a bare Debian has no program of this name.
            let kill = ["-c", "kill -TERM \"$1\"", "sh", &child.id().to_string()];
            let sent = Command::new("sh").args(kill).status();
            assert!(sent.is_ok(), "no shell to send the signal with");
        }
    }

    /// Asks it to end and waits for it.
    ///
    /// # Panics
    /// If it cannot be waited for.
    pub fn stop(mut self) -> ExitStatus {
        self.terminate();
        self.child.take().expect("a running program").wait().expect("its end")
    }

    /// Ends it as a power cut would.
    pub fn kill(mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Werkbank {
    fn drop(&mut self) {
        self.terminate();
        if let Some(mut child) = self.child.take() {
            let _ = child.wait();
        }
        if std::thread::panicking() {
            eprintln!("--- log of the program\n{}", self.log());
        }
    }
}

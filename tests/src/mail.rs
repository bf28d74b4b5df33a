//! A mail server that keeps what it takes.

use crate::{Folder, repository};
use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// `tests/mail/smtp_peer.py`, running; ended when dropped.
pub struct MailServer {
    child: Child,
    port: u16,
    folder: Folder,
}

impl MailServer {
    /// Starts it on a free port.
    ///
    /// # Panics
    /// Without `WERKBANK_TEST_PYTHON`, a Python with tests/requirements.txt.
    pub fn start() -> MailServer {
        let python = std::env::var_os("WERKBANK_TEST_PYTHON")
            .expect("WERKBANK_TEST_PYTHON is not set: run `cargo xtask test program`");
        let folder = Folder::new();
        let mut child = Command::new(python)
            .arg(repository().join("tests/mail/smtp_peer.py"))
            .args([folder.path(), Path::new("3600")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the mail server");
        let mut line = String::new();
        let said = child.stdout.take().expect("its output");
        BufReader::new(said).read_line(&mut line).expect("its port");
        let port = line.trim().parse().expect("its port");
        MailServer { child, port, folder }
    }

    /// The argument that makes the program send through it.
    pub fn arg(&self) -> String {
        format!("--smtp=smtp://127.0.0.1:{}?tls=none", self.port)
    }

    /// How often each mail arrived, by its Message-ID.
    ///
    /// # Panics
    /// If a mail cannot be read or has none.
    pub fn arrived(&self) -> HashMap<String, usize> {
        let mut times = HashMap::new();
        for entry in std::fs::read_dir(self.folder.path()).expect("the folder") {
            let path = entry.expect("a mail").path();
            if path.extension().is_some_and(|end| end == "eml") {
                let mail =
                    String::from_utf8_lossy(&std::fs::read(path).expect("a mail")).into_owned();
                let id = mail.lines().find_map(|line| line.strip_prefix("Message-ID: "));
                *times.entry(id.expect("a Message-ID").to_owned()).or_default() += 1;
            }
        }
        times
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        // It ends with its standard input.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

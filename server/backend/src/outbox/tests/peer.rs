//! A mail server that behaves as badly as it is told to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with one mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Takes it.
    Take,
    /// 450 to the recipient.
    LaterAtRecipient,
    /// 550 to the recipient.
    NoAtRecipient,
    /// 451 after the words.
    LaterAtWords,
    /// 554 after the words.
    NoAtWords,
    /// Hangs up before the words.
    CutBeforeWords,
    /// Takes it and hangs up without saying so.
    CutAfterWords,
    /// 535 instead of listening.
    RefusesUs,
}

/// A mail the server has responsibility for.
#[derive(Clone, Debug)]
pub struct Taken {
    pub message_id: String,
    pub recipients: Vec<String>,
    pub raw: String,
}

#[derive(Default)]
struct Shared {
    script: VecDeque<Does>,
    taken: Vec<Taken>,
    commands: Vec<String>,
}

#[derive(Clone)]
pub struct Peer {
    pub port: u16,
    shared: Arc<Mutex<Shared>>,
}

impl Peer {
    /// Listens; once the script is over it takes everything.
    pub async fn listen(script: impl IntoIterator<Item = Does>) -> Peer {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Shared { script: script.into_iter().collect(), ..Shared::default() };
        let shared = Arc::new(Mutex::new(shared));
        let peer = Peer { port, shared: shared.clone() };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = shared.clone();
                tokio::spawn(async move {
                    // A broken connection is what this is about.
                    let _ = talk(stream, &shared).await;
                });
            }
        });
        peer
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.shared.lock().unwrap().taken.clone()
    }

    /// Every command line it got.
    pub fn commands(&self) -> Vec<String> {
        self.shared.lock().unwrap().commands.clone()
    }
}

async fn talk(stream: TcpStream, shared: &Mutex<Shared>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 peer.test\r\n").await?;
    let (mut does, mut recipients) = (Does::Take, Vec::new());
    while let Some(line) = lines.next_line().await? {
        shared.lock().unwrap().commands.push(line.clone());
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-peer.test\r\n250 PIPELINING\r\n",
            "MAIL" => {
                recipients.clear();
                does = shared.lock().unwrap().script.pop_front().unwrap_or(Does::Take);
                if does == Does::RefusesUs { "535 who are you\r\n" } else { "250 ok\r\n" }
            }
            "RCPT" if does == Does::LaterAtRecipient => "450 busy\r\n",
            "RCPT" if does == Does::NoAtRecipient => "550 5.1.1 no such user\r\n",
            "RCPT" => {
                recipients.push(line);
                "250 ok\r\n"
            }
            "DATA" if does == Does::CutBeforeWords => return Ok(()),
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut raw = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                    raw.push('\n');
                }
                match does {
                    Does::LaterAtWords => "451 later\r\n",
                    Does::NoAtWords => "554 looks like advertising\r\n",
                    _ => {
                        let id = raw.lines().find_map(|line| line.strip_prefix("Message-ID: "));
                        let message_id = id.unwrap_or_default().to_owned();
                        let taken = Taken { message_id, recipients: recipients.clone(), raw };
                        shared.lock().unwrap().taken.push(taken);
                        if does == Does::CutAfterWords {
                            return Ok(());
                        }
                        "250 kept\r\n"
                    }
                }
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok\r\n",
        };
        write.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}

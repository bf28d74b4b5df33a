//! A mail server that behaves as badly as it is told to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

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
    /// Never says anything again.
    Hangs,
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
        Peer::start(script, None).await
    }

    /// Offers encryption, with a certificate for this name that it signed itself.
    pub async fn self_signed(name: &str) -> Peer {
        let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key.into())
            .unwrap();
        Peer::start([], Some(Arc::new(config).into())).await
    }

    async fn start(script: impl IntoIterator<Item = Does>, tls: Option<TlsAcceptor>) -> Peer {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Shared { script: script.into_iter().collect(), ..Shared::default() };
        let shared = Arc::new(Mutex::new(shared));
        let peer = Peer { port, shared: shared.clone() };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (shared, tls) = (shared.clone(), tls.clone());
                tokio::spawn(async move {
                    // A broken connection is what this is about.
                    let _ = serve(stream, &shared, tls).await;
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

async fn serve(
    mut stream: TcpStream,
    shared: &Mutex<Shared>,
    tls: Option<TlsAcceptor>,
) -> std::io::Result<()> {
    stream.write_all(b"220 peer.test\r\n").await?;
    let Some(tls) = tls else { return talk(stream, shared, false).await.map(|_| ()) };
    if let Some(stream) = talk(stream, shared, true).await? {
        talk(tls.accept(stream).await?, shared, false).await?;
    }
    Ok(())
}

/// The conversation, up to its end or to the wish for encryption.
async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    shared: &Mutex<Shared>,
    offers_tls: bool,
) -> std::io::Result<Option<S>> {
    let mut lines = BufReader::new(stream);
    let (mut does, mut recipients) = (Does::Take, Vec::new());
    while let Some(line) = next_line(&mut lines).await? {
        shared.lock().unwrap().commands.push(line.clone());
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer = match verb.as_str() {
            "EHLO" if offers_tls => "250-peer.test\r\n250 STARTTLS\r\n",
            "EHLO" => "250-peer.test\r\n250 PIPELINING\r\n",
            "STARTTLS" if offers_tls => {
                lines.write_all(b"220 go on\r\n").await?;
                return Ok(Some(lines.into_inner()));
            }
            "MAIL" => {
                recipients.clear();
                does = shared.lock().unwrap().script.pop_front().unwrap_or(Does::Take);
                if does == Does::Hangs {
                    std::future::pending::<()>().await;
                }
                if does == Does::RefusesUs { "535 who are you\r\n" } else { "250 ok\r\n" }
            }
            "RCPT" if does == Does::LaterAtRecipient => "450 busy\r\n",
            "RCPT" if does == Does::NoAtRecipient => "550 5.1.1 no such user\r\n",
            "RCPT" => {
                recipients.push(line);
                "250 ok\r\n"
            }
            "DATA" if does == Does::CutBeforeWords => return Ok(None),
            "DATA" => {
                lines.write_all(b"354 go on\r\n").await?;
                let raw = words(&mut lines).await?;
                match does {
                    Does::LaterAtWords => "451 later\r\n",
                    Does::NoAtWords => "554 looks like advertising\r\n",
                    _ => {
                        let id = raw.lines().find_map(|line| line.strip_prefix("Message-ID: "));
                        let message_id = id.unwrap_or_default().to_owned();
                        let taken = Taken { message_id, recipients: recipients.clone(), raw };
                        shared.lock().unwrap().taken.push(taken);
                        if does == Does::CutAfterWords {
                            return Ok(None);
                        }
                        "250 kept\r\n"
                    }
                }
            }
            "QUIT" => {
                lines.write_all(b"221 bye\r\n").await?;
                return Ok(None);
            }
            _ => "250 ok\r\n",
        };
        lines.write_all(answer.as_bytes()).await?;
    }
    Ok(None)
}

/// What comes after DATA, up to the lone dot.
async fn words<S: AsyncRead + AsyncWrite + Unpin>(
    lines: &mut BufReader<S>,
) -> std::io::Result<String> {
    let mut raw = String::new();
    while let Some(line) = next_line(lines).await? {
        if line == "." {
            break;
        }
        raw.push_str(line.strip_prefix('.').unwrap_or(&line));
        raw.push('\n');
    }
    Ok(raw)
}

async fn next_line<S: AsyncRead + Unpin>(
    lines: &mut BufReader<S>,
) -> std::io::Result<Option<String>> {
    let mut line = String::new();
    let read = lines.read_line(&mut line).await?;
    Ok((read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
}

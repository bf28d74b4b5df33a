//! Who hands mails over: an SMTP server, or a folder when none is configured.

use super::parcel::Parcel;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{AsyncSmtpTransport, Error};
use lettre::{AsyncTransport as _, Tokio1Executor};
use std::path::PathBuf;
use std::pin::Pin;
use std::time::Duration;

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It may be taken later: no connection, a 4xx answer, a full disk.
    Later(String),
    /// It never will be: a 5xx answer, an impossible address.
    Never(String),
}

/// The future of handing over.
pub type HandingOver<'a> = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>;

/// Hands mails over, one at a time.
pub trait Mailer: Send + Sync + 'static {
    /// Returns when the other side has taken responsibility.
    fn hand_over<'a>(&'a self, parcel: &'a Parcel) -> HandingOver<'a>;
}

/// How long the whole conversation with a mail server may take.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// How long it may take to say that it is there.
const PATIENCE_TO_CONNECT: Duration = Duration::from_secs(20);

/// A mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    patience: Duration,
}

/// Why a mail server's address was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SmtpAddressError {
    /// Not `smtp://` or `smtps://`, or no host.
    #[error("a mail server is written smtp://user:password@host:587?tls=required or smtps://…:465")]
    Form,
    /// Without encryption only to this machine.
    #[error("tls=none is only allowed for a mail server on 127.0.0.1, [::1] or localhost")]
    Unencrypted,
}

impl Smtp {
    /// The server at `smtp://user:password@host:port?tls=required|opportunistic|none` or
    /// `smtps://…`. Without `tls` encryption is required. `none` is for this machine alone.
    ///
    /// # Errors
    /// [`SmtpAddressError`].
    pub fn at(url: &str) -> Result<Smtp, SmtpAddressError> {
        Smtp::patient(url, PATIENCE)
    }

    /// The same, with another patience.
    pub(crate) fn patient(url: &str, patience: Duration) -> Result<Smtp, SmtpAddressError> {
        let (address, options) = url.split_once('?').unwrap_or((url, ""));
        let host = host_of(address).ok_or(SmtpAddressError::Form)?;
        let implicit = address.starts_with("smtps://");
        let tls = options.split('&').find_map(|option| option.strip_prefix("tls="));
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(address)
            .map_err(|_| SmtpAddressError::Form)?;
        let parameters = || TlsParameters::new(host.to_owned()).map_err(|_| SmtpAddressError::Form);
        let tls = match (implicit, tls) {
            (true, None | Some("required")) => Tls::Wrapper(parameters()?),
            (false, None | Some("required")) => Tls::Required(parameters()?),
            (false, Some("opportunistic")) => Tls::Opportunistic(parameters()?),
            (false, Some("none")) if is_loopback(host) => Tls::None,
            (false, Some("none")) => return Err(SmtpAddressError::Unencrypted),
            _ => return Err(SmtpAddressError::Form),
        };
        let transport = builder.tls(tls).timeout(Some(PATIENCE_TO_CONNECT)).build();
        Ok(Smtp { transport, patience })
    }
}

fn host_of(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("smtp://").or_else(|| address.strip_prefix("smtps://"))?;
    let host = rest.rsplit('@').next()?.split('/').next()?;
    let host = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next()?,
        None => host.split(':').next()?,
    };
    (!host.is_empty()).then_some(host)
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

impl Mailer for Smtp {
    fn hand_over<'a>(&'a self, parcel: &'a Parcel) -> HandingOver<'a> {
        Box::pin(async move {
            let message = parcel.pack()?;
            match tokio::time::timeout(self.patience, self.transport.send(message)).await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(failure(&error)),
                Err(_) => Err(Failure::Later("timeout".into())),
            }
        })
    }
}

/// 5xx is about this mail, except 530 to 538: then the server refuses us (encryption, signing in),
/// every mail would meet the same answer, and none of them is to blame.
fn failure(error: &Error) -> Failure {
    let refuses_us = error.status().is_some_and(|code| code.to_string().starts_with("53"));
    let reason = readable(error);
    if error.is_permanent() && !refuses_us {
        Failure::Never(reason)
    } else {
        Failure::Later(reason)
    }
}

/// The server's code and words, or what went wrong without any, on one line.
fn readable(error: &Error) -> String {
    use std::error::Error as _;
    let text = match (error.status(), error.source()) {
        (Some(code), Some(words)) => format!("{code} {words}"),
        (Some(code), None) => code.to_string(),
        (None, _) => error.to_string(),
    };
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(200).collect()
}

/// A folder that keeps each mail as a file, for trying the program out.
pub struct Folder(PathBuf);

impl Folder {
    /// The folder; it is created with the first mail.
    pub const fn at(path: PathBuf) -> Folder {
        Folder(path)
    }
}

impl Mailer for Folder {
    fn hand_over<'a>(&'a self, parcel: &'a Parcel) -> HandingOver<'a> {
        Box::pin(async move {
            let bytes = parcel.pack()?.formatted();
            let (folder, id) = (self.0.clone(), parcel.id.clone());
            let written = tokio::task::spawn_blocking(move || {
                std::fs::create_dir_all(&folder)?;
                let part = folder.join(format!(".{id}.part"));
                std::fs::write(&part, bytes)?;
                std::fs::File::open(&part)?.sync_all()?;
                std::fs::rename(part, folder.join(format!("{id}.eml")))?;
                // The name, too, is on disk before the mail counts as handed over.
                std::fs::File::open(&folder)?.sync_all()
            });
            match written.await {
                Ok(Ok(())) => Ok(()),
                Ok(Err(error)) => Err(Failure::Later(error.to_string())),
                Err(error) => Err(Failure::Never(error.to_string())),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The connection pool of a transport wants a runtime, also to be dropped in.
    #[tokio::test]
    async fn encryption_is_required_unless_said_otherwise() {
        assert!(Smtp::at("smtp://mail.example:587").is_ok());
        assert!(Smtp::at("smtps://u:p@mail.example").is_ok());
        assert!(Smtp::at("smtp://127.0.0.1:2525?tls=none").is_ok());
        assert!(Smtp::at("smtp://[::1]:2525?tls=none").is_ok());
        let refused = |url| Smtp::at(url).err();
        let unencrypted = Some(SmtpAddressError::Unencrypted);
        assert_eq!(refused("smtp://mail.example:25?tls=none"), unencrypted);
        assert_eq!(refused("smtp://localhost@mail.example:25?tls=none"), unencrypted);
        for bad in ["mail.example", "http://mail.example", "smtp://", "smtp://h?tls=maybe"] {
            assert_eq!(refused(bad), Some(SmtpAddressError::Form), "{bad}");
        }
    }
}

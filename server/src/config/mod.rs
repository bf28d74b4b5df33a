//! The configuration: flags stand over `WERKBANK_*` variables, these over `werkbank.toml`, and
//! what none of them says has a default, so that the program runs without any.

mod address;
mod options;
mod secret;

pub use address::{Network, PublicUrl};
pub use options::Options;
pub use secret::Secret;

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

/// How log lines look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line, for machines.
    Json,
}

/// Where requests, meetings and staff are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// One file beside the program.
    Sqlite(PathBuf),
    /// A `postgres://` address, shared by any number of servers.
    Postgres(Secret),
}

impl Database {
    /// The address the backend opens.
    pub fn url(&self) -> String {
        match self {
            Database::Sqlite(path) => format!("sqlite:{}", path.display()),
            Database::Postgres(url) => url.reveal().to_owned(),
        }
    }
}

/// Everything that can be set, checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the server listens.
    pub listen: SocketAddr,
    /// Where rows are kept.
    pub database: Database,
    /// The folder of the database file, the lock and, without SMTP, outgoing mails.
    pub data: PathBuf,
    /// The folder of stories, providers and all other texts.
    pub content: PathBuf,
    /// The address people use; none: the address the server listens at, which must be loopback.
    pub public_url: Option<PublicUrl>,
    /// Where mails are handed over; none: `data/outgoing/*.eml`.
    pub smtp: Option<Secret>,
    /// Serve invented content on a public address nevertheless.
    pub allow_examples: bool,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// How log lines look.
    pub log: LogFormat,
    /// Connections open at the same time; further ones wait.
    pub max_connections: usize,
    /// Forms one network may send at once.
    pub form_limit: NonZeroU32,
    /// Bytes for rendered pages.
    pub page_cache: usize,
    /// Style sheets, scripts and fonts, if not those inside the program.
    pub assets: Option<PathBuf>,
}

/// What is wrong with the configuration, in words for the operator.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(String);

impl Config {
    /// Reads `werkbank.toml` if there is one, or the file named by `--config`, and lays the flags
    /// and variables over it.
    pub fn load(
        given: Options,
        environment: impl IntoIterator<Item = String>,
    ) -> Result<Config, ConfigError> {
        options::refuse_unknown_variables(environment)?;
        let (path, must_exist) = match &given.config {
            Some(path) => (path.clone(), true),
            None => (PathBuf::from("werkbank.toml"), false),
        };
        let file = match std::fs::read_to_string(&path) {
            Ok(text) => options::from_toml(&text, &path)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_exist => {
                Options::default()
            }
            Err(error) => return Err(ConfigError(format!("{}: {error}", path.display()))),
        };
        Config::check(given.over(file))
    }

    /// Fills in defaults and checks what belongs together.
    fn check(options: Options) -> Result<Config, ConfigError> {
        let listen = options.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000)));
        let data = options.data.unwrap_or_else(|| PathBuf::from("data"));
        let database = database(options.database, &data)?;
        let public_url = options
            .public_url
            .map(|text| text.parse::<PublicUrl>())
            .transpose()
            .map_err(|why| ConfigError(format!("public_url: {why}")))?;
        if public_url.is_none() && !listen.ip().is_loopback() {
            return Err(ConfigError(format!(
                "listen is {listen}, which other computers reach: set public_url (or \
                 WERKBANK_PUBLIC_URL, --public-url) to the https address people use"
            )));
        }
        if let Some(smtp) = &options.smtp
            && !(smtp.reveal().starts_with("smtp://") || smtp.reveal().starts_with("smtps://"))
        {
            return Err(ConfigError(
                "smtp: expected smtps://name:password@host or smtp://host:port".to_owned(),
            ));
        }
        let max_connections = options.max_connections.unwrap_or(2048);
        if max_connections == 0 {
            return Err(ConfigError("max_connections: must be at least 1".to_owned()));
        }
        Ok(Config {
            listen,
            database,
            data,
            content: options.content.unwrap_or_else(|| PathBuf::from("content")),
            public_url,
            smtp: options.smtp,
            allow_examples: options.allow_examples.unwrap_or(false),
            trusted_proxies: options.trusted_proxies.unwrap_or_default(),
            log: options.log.unwrap_or_default(),
            max_connections,
            form_limit: options.form_limit.unwrap_or(NonZeroU32::MIN.saturating_add(29)),
            page_cache: usize::from(options.page_cache.unwrap_or(64)) * 1024 * 1024,
            assets: options.assets,
        })
    }
}

/// A `postgres://` address, a `sqlite:` address or a plain file name.
fn database(given: Option<Secret>, data: &Path) -> Result<Database, ConfigError> {
    let Some(given) = given else {
        return Ok(Database::Sqlite(data.join("werkbank.sqlite")));
    };
    let text = given.reveal();
    if text.starts_with("postgres://") || text.starts_with("postgresql://") {
        return Ok(Database::Postgres(given));
    }
    let path =
        text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")).unwrap_or(text);
    if path.is_empty() || path.contains("://") {
        return Err(ConfigError(
            "database: expected postgres://user@host/name or the name of a file".to_owned(),
        ));
    }
    Ok(Database::Sqlite(PathBuf::from(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(toml: &str) -> Result<Config, ConfigError> {
        Config::check(options::from_toml(toml, Path::new("werkbank.toml"))?)
    }

    #[test]
    fn nothing_given_is_a_server_for_this_computer() {
        let config = checked("").unwrap();
        assert_eq!(config.listen.to_string(), "127.0.0.1:3000");
        assert_eq!(config.database, Database::Sqlite(PathBuf::from("data/werkbank.sqlite")));
        assert_eq!(config.content, PathBuf::from("content"));
        assert!(config.smtp.is_none() && config.public_url.is_none() && !config.allow_examples);
    }

    #[test]
    fn a_server_others_reach_needs_an_https_address() {
        let problem = checked("listen = \"0.0.0.0:3000\"").unwrap_err().to_string();
        assert!(problem.contains("WERKBANK_PUBLIC_URL"), "{problem}");
        let problem = checked("public_url = \"http://werkbank.example\"").unwrap_err().to_string();
        assert!(problem.contains("https://"), "{problem}");
        assert!(
            checked("listen = \"0.0.0.0:3000\"\npublic_url = \"https://werkbank.example\"").is_ok()
        );
    }

    #[test]
    fn databases_are_told_apart_by_their_address() {
        assert!(matches!(
            checked("database = \"postgres://w:x@db/w\"").unwrap().database,
            Database::Postgres(_)
        ));
        for name in ["sqlite://x.db", "sqlite:x.db", "x.db"] {
            let config = checked(&format!("database = \"{name}\"")).unwrap();
            assert_eq!(config.database, Database::Sqlite(PathBuf::from("x.db")));
        }
        assert!(checked("database = \"mysql://db\"").is_err());
        assert!(checked("smtp = \"mail.example\"").is_err());
        assert!(checked("max_connections = 0").is_err());
    }

    #[test]
    fn printing_the_configuration_shows_no_password() {
        let config = checked(
            "database = \"postgres://w:geheim@db/w\"\nsmtp = \"smtps://w:geheim@mail.example\"",
        )
        .unwrap();
        assert!(!format!("{config:?}").contains("geheim"));
    }
}

//! What may be given, each thing once: as a flag, a variable, or a key of `werkbank.toml`.

use super::{ConfigError, LogFormat, Network, Secret};
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

/// Every setting, given or not.
#[derive(Clone, Debug, Default, clap::Args, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// File with these settings as keys [default: werkbank.toml, if it exists]
    #[arg(long, global = true, env = "WERKBANK_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// Address to listen at [default: 127.0.0.1:3000]
    #[arg(long, global = true, env = "WERKBANK_LISTEN", value_name = "IP:PORT")]
    pub listen: Option<SocketAddr>,
    /// `postgres://…` or the name of a file [default: DATA/werkbank.sqlite]
    #[arg(
        long,
        global = true,
        env = "WERKBANK_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database: Option<Secret>,
    /// Folder for the database and outgoing mails [default: data]
    #[arg(long, global = true, env = "WERKBANK_DATA", value_name = "FOLDER")]
    pub data: Option<PathBuf>,
    /// Folder with the texts [default: content]
    #[arg(long, global = true, env = "WERKBANK_CONTENT", value_name = "FOLDER")]
    pub content: Option<PathBuf>,
    /// https address people use [default: the address it listens at]
    #[arg(long, global = true, env = "WERKBANK_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// `smtps://name:password@host` [default: mails are files in DATA/outgoing]
    #[arg(long, global = true, env = "WERKBANK_SMTP", value_name = "URL", hide_env_values = true)]
    pub smtp: Option<Secret>,
    /// Show invented content on a public address nevertheless
    #[arg(
        long,
        global = true,
        env = "WERKBANK_ALLOW_EXAMPLES",
        value_name = "BOOL",
        num_args = 0..=1,
        default_missing_value = "true"
    )]
    pub allow_examples: Option<bool>,
    /// Proxies whose `X-Forwarded-For` is believed, such as `10.0.0.0/8,::1`
    #[arg(
        long,
        global = true,
        env = "WERKBANK_TRUSTED_PROXIES",
        value_name = "NETWORKS",
        value_delimiter = ','
    )]
    pub trusted_proxies: Option<Vec<Network>>,
    /// How log lines look [default: text]
    #[arg(long, global = true, env = "WERKBANK_LOG", value_name = "FORMAT")]
    pub log: Option<LogFormat>,
    /// Connections open at the same time [default: 2048]
    #[arg(long, global = true, env = "WERKBANK_MAX_CONNECTIONS", value_name = "N")]
    pub max_connections: Option<usize>,
    /// Forms one network may send at once; then one every two seconds [default: 30]
    #[arg(long, global = true, env = "WERKBANK_FORM_LIMIT", value_name = "N")]
    pub form_limit: Option<NonZeroU32>,
    /// Memory for rendered pages in MiB; 0 renders each page anew [default: 64]
    #[arg(long, global = true, env = "WERKBANK_PAGE_CACHE", value_name = "MIB")]
    pub page_cache: Option<u16>,
    /// Folder with built style sheets and scripts [default: those inside the program]
    #[arg(long, global = true, env = "WERKBANK_ASSETS", value_name = "FOLDER")]
    pub assets: Option<PathBuf>,
}

/// Every variable the program reads.
const VARIABLES: [&str; 14] = [
    "WERKBANK_CONFIG",
    "WERKBANK_LISTEN",
    "WERKBANK_DATABASE",
    "WERKBANK_DATA",
    "WERKBANK_CONTENT",
    "WERKBANK_PUBLIC_URL",
    "WERKBANK_SMTP",
    "WERKBANK_ALLOW_EXAMPLES",
    "WERKBANK_TRUSTED_PROXIES",
    "WERKBANK_LOG",
    "WERKBANK_MAX_CONNECTIONS",
    "WERKBANK_FORM_LIMIT",
    "WERKBANK_PAGE_CACHE",
    "WERKBANK_ASSETS",
];

impl Options {
    /// These settings, and where nothing is given, those of `below`.
    #[must_use]
    pub fn over(self, below: Options) -> Options {
        Options {
            config: self.config.or(below.config),
            listen: self.listen.or(below.listen),
            database: self.database.or(below.database),
            data: self.data.or(below.data),
            content: self.content.or(below.content),
            public_url: self.public_url.or(below.public_url),
            smtp: self.smtp.or(below.smtp),
            allow_examples: self.allow_examples.or(below.allow_examples),
            trusted_proxies: self.trusted_proxies.or(below.trusted_proxies),
            log: self.log.or(below.log),
            max_connections: self.max_connections.or(below.max_connections),
            form_limit: self.form_limit.or(below.form_limit),
            page_cache: self.page_cache.or(below.page_cache),
            assets: self.assets.or(below.assets),
        }
    }
}

/// Reads the text of `werkbank.toml`; an unknown key is refused with the nearest known one.
pub fn from_toml(text: &str, path: &Path) -> Result<Options, ConfigError> {
    toml::from_str(text).map_err(|error| {
        let unknown = error.message().strip_prefix("unknown field `");
        let key = unknown.and_then(|rest| rest.split('`').next());
        let hint = key.map_or_else(String::new, |key| {
            let keys = VARIABLES.iter().filter_map(|v| v.strip_prefix("WERKBANK_"));
            nearest(&key.to_uppercase(), keys).map_or_else(String::new, |near| {
                format!("\nDid you mean `{}`?", near.to_lowercase())
            })
        });
        // The parser's own text quotes the line; a line with a password must not reach a log.
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        ConfigError(format!("{}, line {line}: {}{hint}", path.display(), error.message()))
    })
}

/// Refuses a `WERKBANK_…` variable that nothing reads: most likely a slip of the pen that would
/// otherwise go unnoticed until the server runs on the wrong database.
pub fn refuse_unknown_variables(
    names: impl IntoIterator<Item = String>,
) -> Result<(), ConfigError> {
    for name in names {
        if name.starts_with("WERKBANK_") && !VARIABLES.contains(&name.as_str()) {
            let hint = nearest(&name, VARIABLES.into_iter())
                .map_or_else(String::new, |near| format!(" Did you mean {near}?"));
            return Err(ConfigError(format!("{name} is not a known variable.{hint}")));
        }
    }
    Ok(())
}

/// The candidate that differs least from `word`, if it is near.
fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|candidate| (distance(word.as_bytes(), candidate.as_bytes()), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.len() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be added, removed or replaced to make `a` into `b`.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_stand_over_the_file() {
        let file =
            from_toml("listen = \"127.0.0.1:1\"\ndata = \"x\"", Path::new("w.toml")).unwrap();
        let flags = Options { listen: Some("127.0.0.1:2".parse().unwrap()), ..Options::default() };
        let both = flags.over(file);
        assert_eq!(both.listen.unwrap().port(), 2);
        assert_eq!(both.data.unwrap(), PathBuf::from("x"));
    }

    #[test]
    fn a_misspelt_key_names_line_and_likely_meaning() {
        let problem = from_toml("data = \"x\"\nlissten = \"y\"", Path::new("werkbank.toml"))
            .unwrap_err()
            .to_string();
        assert!(problem.contains("werkbank.toml, line 2"), "{problem}");
        assert!(problem.contains("Did you mean `listen`?"), "{problem}");
    }

    #[test]
    fn a_wrong_value_does_not_print_the_secret_beside_it() {
        let problem = from_toml("database = [\"postgres://w:geheim@db\"]", Path::new("w.toml"))
            .unwrap_err()
            .to_string();
        assert!(!problem.contains("geheim"), "{problem}");
    }

    #[test]
    fn a_misspelt_variable_is_refused_with_the_likely_one() {
        let problem =
            refuse_unknown_variables(["PATH".into(), "WERKBANK_DATABSE".into()]).unwrap_err();
        assert!(problem.to_string().contains("Did you mean WERKBANK_DATABASE?"), "{problem}");
        assert!(refuse_unknown_variables(VARIABLES.map(str::to_owned)).is_ok());
    }
}

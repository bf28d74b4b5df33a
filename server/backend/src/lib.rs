//! Use cases, SQL, content, mail and jobs of the Digitale Werkbank. Everything that happens to a
//! request happens here, in one transaction each; pages and form handlers only call it.

#[cfg(test)]
#[macro_use]
pub(crate) mod testing;

pub mod assisted;
pub mod audit;
pub mod clock;
pub mod content;
pub mod counts;
pub mod db;
pub mod devices;
pub mod entropy;
pub mod error;
pub mod handover;
pub mod ical;
pub mod mail;
pub mod meetings;
pub mod migrate;
pub mod outbox;
pub mod outcomes;
pub mod pictures;
pub mod requests;
pub mod retention;
pub mod routing;
pub mod search;
pub mod sessions;
pub mod staff;
pub mod tokens;

pub use audit::Actor;
pub use clock::{Clock, FixedClock, SystemClock};
pub use db::{Conn, Db, Tx};
pub use entropy::{Entropy, Id, SeededEntropy, SystemEntropy};
pub use error::{BackendError, Result};

use domain::Instant;
use domain::retention::Plan;
use retention::PlanSource;
use std::sync::Arc;

/// What every use case needs; clones are cheap.
#[derive(Clone)]
pub struct Backend {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of ids and tokens.
    pub entropy: Arc<dyn Entropy>,
    /// Where the website is, without a trailing slash: the beginning of every link in a mail.
    pub public_url: Arc<str>,
    /// Where the plan for how long what is kept is.
    pub plan: PlanSource,
}

impl Backend {
    /// The backend of a running program. `public_url` loses its trailing slash.
    pub fn new(db: Db, public_url: &str) -> Backend {
        Backend {
            db,
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            public_url: public_url.trim_end_matches('/').into(),
            plan: PlanSource::default(),
        }
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// How long what is kept, as it is now.
    pub fn plan(&self) -> Plan {
        self.plan.plan()
    }

    /// A new row id.
    pub fn id(&self) -> Id {
        self.entropy.id(self.clock.now())
    }

    /// The address of `path` (which begins with `/`) for a mail.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url)
    }
}

/// Runs a command to its end even if the caller goes away: a browser that disconnects drops the
/// handler's future, and with it whatever it was awaiting.
pub async fn run<T: Send + 'static>(
    command: impl Future<Output = Result<T>> + Send + 'static,
) -> Result<T> {
    match tokio::spawn(command).await {
        Ok(result) => result,
        Err(_) => Err(BackendError::Panicked),
    }
}

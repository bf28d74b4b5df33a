//! From a configuration to a running server, in the order in which things can go wrong.

use crate::accept::{self, Limits};
use crate::config::{Config, Database, PublicUrl};
use crate::http::assets::{AssetError, AssetFiles};
use crate::http::bundle::{self, Bundles};
use crate::http::media::MediaCache;
use crate::http::network::FormLimit;
use crate::http::page_cache::PageCache;
use crate::http::ready::Ready;
use crate::http::views::Views;
use crate::router::{Front, Server};
use app::state::{AppState, Cookie};
use backend::content::{Problem, Store, report, watch};
use backend::mail::{Folder, Mailer, Smtp, SmtpAddressError};
use backend::outbox::worker;
use backend::pictures::Pictures;
use backend::retention::{self, DeletionFile, PlanSource};
use backend::{Backend, BackendError, Db};
use backend::{assisted, devices, meetings, outcomes, requests, staff};
use std::fs::{File, TryLockError};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch as signal;
use tokio::task::JoinSet;

/// How often what was looked at is written to the database.
const WRITE_VIEWS: Duration = Duration::from_secs(5);

/// Why the server does not start, in words for the operator.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A folder or file.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// Another server runs on this database file.
    #[error(
        "another server already runs on this database ({0} is held); several servers need \
         PostgreSQL"
    )]
    Locked(PathBuf),
    /// The database.
    #[error("{0}")]
    Backend(#[from] BackendError),
    /// The texts have errors.
    #[error("the texts cannot be shown:\n{}", report(.0))]
    Content(Vec<Problem>),
    /// Invented texts on a public address.
    #[error(
        "the texts contain invented examples, which do not belong on {0}; remove them, or start \
         with --allow-examples for a demonstration"
    )]
    Examples(PublicUrl),
    /// Style sheets and scripts.
    #[error("{0}")]
    Assets(#[from] AssetError),
    /// The port.
    #[error("cannot listen at {0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    /// The address people use.
    #[error("{0}")]
    Address(String),
    /// The mail server's address.
    #[error("smtp: {0}")]
    Smtp(#[from] SmtpAddressError),
}

/// A server that listens but does not answer yet.
pub struct Application {
    listener: TcpListener,
    address: SocketAddr,
    server: Arc<Server>,
    limits: Limits,
    mailer: Arc<dyn Mailer>,
    config: Config,
    /// Held as long as the server lives.
    _lock: Option<File>,
}

/// Opens what the backend needs, with the schema at its newest version.
pub async fn open_backend(config: &Config, public_url: &str) -> Result<Backend, StartError> {
    std::fs::create_dir_all(&config.data).map_err(|e| StartError::File(config.data.clone(), e))?;
    let db = Db::open(&config.database.url()).await?;
    let backend = Backend::new(db, public_url);
    backend.db.migrate(backend.now()).await?;
    Ok(backend)
}

/// Opens everything and binds the port.
pub async fn build(config: Config) -> Result<Application, StartError> {
    std::fs::create_dir_all(&config.data).map_err(|e| StartError::File(config.data.clone(), e))?;
    let lock = lock(&config.database)?;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| StartError::Listen(config.listen, error))?;
    let address =
        listener.local_addr().map_err(|error| StartError::Listen(config.listen, error))?;
    let public_url = match &config.public_url {
        Some(url) => url.clone(),
        None => PublicUrl::local(address).map_err(StartError::Address)?,
    };
    let mut backend = open_backend(&config, public_url.as_str()).await?;
    let content = Store::open(&config.content, backend.now()).map_err(StartError::Content)?;
    if !public_url.is_loopback() && !config.allow_examples && content.content().has_examples() {
        return Err(StartError::Examples(public_url));
    }
    backend.plan = PlanSource::Content(content.clone());
    // Before anybody can ask: a restored database has what was deleted since the backup.
    let deletions = DeletionFile::in_folder(&config.data);
    let again =
        retention::reapply_deletions(&backend, &content.content(), deletions.path()).await?;
    if again > 0 {
        tracing::warn!(again, "deleted again what a restored backup brought back");
    }
    let mailer: Arc<dyn Mailer> = match &config.smtp {
        Some(url) => Arc::new(Smtp::at(url.reveal())?),
        None => Arc::new(Folder::at(config.data.join("outgoing"))),
    };
    let assets = AssetFiles::load(config.assets.as_deref())?;
    let app = AppState {
        assets: assets.names.clone(),
        public_url: public_url.as_str().to_owned(),
        content,
        backend,
        session_cookie: Cookie::of_session(public_url.as_str()),
        kiosk_cookie: Cookie::of_kiosk(public_url.as_str()),
    };
    let pictures = Pictures::at(config.data.join("pictures"), Arc::clone(&app.backend.clock));
    let server = Server {
        app: Arc::new(app),
        pictures,
        assets,
        pages: PageCache::new(config.page_cache),
        ready: Ready::new(config.page_cache / 4),
        views: Views::default(),
        bundles: Bundles::default(),
        media: MediaCache::new(),
        forms: FormLimit::new(config.form_limit),
        proxies: config.trusted_proxies.clone(),
    };
    let limits = Limits::new(config.max_connections);
    let server = Arc::new(server);
    Ok(Application { listener, address, server, limits, mailer, config, _lock: lock })
}

impl Application {
    /// Where it listens: with port 0, the port the system chose.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What pages reach.
    pub fn state(&self) -> &AppState {
        &self.server.app
    }

    /// Answers until `shutdown` resolves and the last request is done.
    pub async fn run_until_stopped(
        self,
        shutdown: impl Future<Output = ()> + Send,
    ) -> Result<(), StartError> {
        let note = address_file(&self.config.data);
        std::fs::write(&note, self.address.to_string())
            .map_err(|error| StartError::File(note.clone(), error))?;
        let (stop, stopped) = signal::channel(false);
        let mut tasks = JoinSet::new();
        let deletions = DeletionFile::in_folder(&self.config.data);
        background(&mut tasks, &self.server, self.mailer, deletions, &stopped);
        accept::serve(self.listener, Front::new(Arc::clone(&self.server)), self.limits, shutdown)
            .await;
        // Only now, so that a mail a last request has written is still handed over if it is quick.
        let _ = stop.send(true);
        let finished = async { while tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(Duration::from_secs(1), finished).await.is_err() {
            tracing::warn!("a background task did not end in time");
        }
        let _ = std::fs::remove_file(&note);
        self.server.app.backend.db.close().await;
        Ok(())
    }
}

/// What runs beside requests.
fn background(
    tasks: &mut JoinSet<()>,
    server: &Arc<Server>,
    mailer: Arc<dyn Mailer>,
    mut deletions: DeletionFile,
    stopped: &signal::Receiver<bool>,
) {
    let until = |stopped: &signal::Receiver<bool>| {
        let mut stopped = stopped.clone();
        // A sender that is gone means the same.
        async move {
            let _ = stopped.wait_for(|stopped| *stopped).await;
        }
    };
    tasks.spawn(worker::work(server.app.backend.clone(), mailer, stopped.clone()));
    let (content, clock) = (server.app.content.clone(), Arc::clone(&server.app.backend.clock));
    tasks.spawn(watch(content, clock, Duration::from_millis(300), until(stopped)));

    let (pictures, content) = (server.pictures.clone(), server.app.content.clone());
    tasks.spawn(pictures.work(content, until(stopped)));

    tasks.spawn(bundle::work(Arc::clone(server), until(stopped)));

    let (limits, stop) = (Arc::clone(server), until(stopped));
    tasks.spawn(async move {
        let mut every_minute = tokio::time::interval(Duration::from_mins(1));
        tokio::pin!(stop);
        loop {
            tokio::select! {
                () = &mut stop => return,
                _ = every_minute.tick() => limits.forms.forget_quiet(),
            }
        }
    });

    let (counting, mut stop) = (Arc::clone(server), Box::pin(until(stopped)));
    tasks.spawn(async move {
        let mut often = tokio::time::interval(WRITE_VIEWS);
        loop {
            let last = tokio::select! {
                () = &mut stop => true,
                _ = often.tick() => false,
            };
            if let Err(error) = counting.views.write(&counting.app.backend).await {
                tracing::error!(%error, "counting views");
            }
            if last {
                return;
            }
        }
    });

    let (app, stop) = (Arc::clone(&server.app), until(stopped));
    let listening = app.backend.now();
    tasks.spawn(async move {
        let mut every_minute = tokio::time::interval(Duration::from_mins(1));
        tokio::pin!(stop);
        loop {
            tokio::select! {
                () = &mut stop => return,
                _ = every_minute.tick() => {}
            }
            // Each step of a job is a transaction of its own: one that is under way is finished.
            let content = app.content.content();
            let done = async {
                requests::tick(&app.backend, &content).await?;
                meetings::expire(&app.backend, &content).await?;
                meetings::remind(&app.backend, &content).await?;
                outcomes::ask(&app.backend, &content).await?;
                devices::watch(&app.backend, &content, listening).await?;
                devices::tidy(&app.backend).await?;
                staff::tidy(&app.backend).await?;
                assisted::tidy(&app.backend).await?;
                deletions.keep(&app.backend).await
            };
            if let Err(error) = done.await {
                tracing::error!(%error, "jobs");
            }
        }
    });
}

/// Where a running server notes the address it listens at, for `healthcheck`.
pub fn address_file(data: &Path) -> PathBuf {
    data.join("serve.address")
}

/// One server a database file: SQLite allows one writer, and two mail workers would each send.
fn lock(database: &Database) -> Result<Option<File>, StartError> {
    let Database::Sqlite(path) = database else { return Ok(None) };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let path = folder.join("serve.lock");
    let failed = |error| StartError::File(path.clone(), error);
    std::fs::create_dir_all(folder).map_err(failed)?;
    let file = File::options().create(true).append(true).open(&path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(StartError::Locked(path)),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

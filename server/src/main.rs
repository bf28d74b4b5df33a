//! `werkbank`, the one program: reads its configuration, opens database and texts, answers.

mod accept;
mod cli;
mod commands;
mod config;
mod demo;
mod http;
mod pages;
mod retention;
mod router;
mod startup;

use clap::Parser as _;
use cli::{Cli, Command};
use config::{Config, LogFormat};
use std::process::ExitCode;
use std::time::Duration;
use tokio::signal::unix::{SignalKind, signal};

/// Stack of a worker thread. Views of a page nest deeply, and a debug build does not flatten them.
const STACK: usize = 16 * 1024 * 1024;

/// How long work that nobody waits for may go on after the last answer.
const LAST_WORK: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    let cli = Cli::parse();
    let names = std::env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
    let config = match Config::load(cli.options, names) {
        Ok(config) => config,
        Err(problem) => return fail(&problem.to_string()),
    };
    log_to_stderr(config.log);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build();
    let outcome = match runtime {
        // The future of everything is large in a debug build; a worker's stack has room for it.
        Ok(runtime) => {
            let outcome = runtime.block_on(async {
                let done = tokio::spawn(run(cli.command, config)).await;
                done.unwrap_or_else(|panic| Err(panic.to_string()))
            });
            // A picture that is being made is not worth waiting for: it is made next time.
            runtime.shutdown_timeout(LAST_WORK);
            outcome
        }
        Err(error) => Err(error.to_string()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => fail(&problem),
    }
}

fn fail(problem: &str) -> ExitCode {
    eprintln!("werkbank: {problem}");
    ExitCode::FAILURE
}

async fn run(command: Command, config: Config) -> Result<(), String> {
    match command {
        Command::Serve => serve(config, false).await,
        Command::Demo => serve(config, true).await,
        Command::Healthcheck => commands::healthcheck(&config).await,
        Command::Migrate => commands::migrate(&config).await.map_err(|error| error.to_string()),
        Command::CheckContent => commands::check_content(&config),
        Command::Retention { dry_run } => retention::retention(&config, dry_run).await,
        Command::Staff { command } => commands::staff(&config, command).await,
        Command::Pages => pages::print(&config),
    }
}

async fn serve(config: Config, demo: bool) -> Result<(), String> {
    // Leptos runs what it spawns on this runtime; a second call changes nothing.
    let _ = any_spawner::Executor::init_tokio();
    tracing::info!(?config, "starting");
    let application = startup::build(config).await.map_err(|error| error.to_string())?;
    let stop = stop_signal().map_err(|error| error.to_string())?;
    if demo {
        demo::prepare(application.state()).await.map_err(|error| error.to_string())?;
    }
    // The one line on standard output: whoever starts the program waits for it.
    println!("werkbank listens at http://{}", application.address());
    application.run_until_stopped(stop).await.map_err(|error| error.to_string())
}

/// Resolves when the operator or the system asks the program to end.
fn stop_signal() -> std::io::Result<impl Future<Output = ()> + Send> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

fn log_to_stderr(format: LogFormat) {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let lines = lines.with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()));
    match format {
        LogFormat::Text => lines.init(),
        LogFormat::Json => lines.json().init(),
    }
}

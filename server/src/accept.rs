//! The accept loop: limits that `axum::serve` does not have.
//!
//! A connection must send a request's head within ten seconds, also between two requests; it ends
//! after five minutes even if its peer never reads; and only so many are open at once. Behind a
//! signal to stop, requests in flight finish, for at most ten seconds.

use axum::body::Body;
use axum::response::Response;
use http::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::Service;

/// The other end of the connection a request came over.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// What answers requests.
pub trait Answers:
    Service<Request<Body>, Response = Response, Error = Infallible, Future: Send>
    + Clone
    + Send
    + 'static
{
}

impl<S> Answers for S where
    S: Service<Request<Body>, Response = Response, Error = Infallible, Future: Send>
        + Clone
        + Send
        + 'static
{
}

/// How long and how many.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Time for the head of a request.
    pub head: Duration,
    /// Life of a connection.
    pub life: Duration,
    /// Time for requests in flight once the server is to stop.
    pub drain: Duration,
    /// Connections open at once.
    pub connections: usize,
}

impl Limits {
    /// The server's limits with this many connections.
    pub fn new(connections: usize) -> Limits {
        Limits {
            head: Duration::from_secs(10),
            life: Duration::from_mins(5),
            drain: Duration::from_secs(9),
            connections,
        }
    }
}

/// Serves until `shutdown` resolves and the last request is answered or given up.
pub async fn serve<S: Answers>(
    listener: TcpListener,
    service: S,
    limits: Limits,
    shutdown: impl Future<Output = ()> + Send,
) {
    let open = Arc::new(Semaphore::new(limits.connections));
    let graceful = GracefulShutdown::new();
    tokio::pin!(shutdown);
    loop {
        let next = tokio::select! {
            biased;
            () = &mut shutdown => break,
            next = accept(&listener, &open) => next,
        };
        if let Some((stream, peer, permit)) = next {
            let watcher = graceful.watcher();
            tokio::spawn(connection(stream, peer, permit, service.clone(), limits, watcher));
        }
    }
    // No new connection is accepted from here on.
    drop(listener);
    tracing::info!(connections = graceful.count(), "stopping");
    if tokio::time::timeout(limits.drain, graceful.shutdown()).await.is_err() {
        tracing::warn!("some connections did not finish in time and are cut");
    }
}

/// The next connection, once there is room for it; none if accepting failed.
async fn accept(
    listener: &TcpListener,
    open: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let permit = Arc::clone(open).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, permit)),
        Err(error) => {
            // Out of file handles, most likely: wait for others to close instead of spinning.
            // Errors of a single connection pass after one turn.
            if !matches!(
                error.kind(),
                std::io::ErrorKind::ConnectionAborted | std::io::ErrorKind::ConnectionReset
            ) {
                tracing::warn!(%error, "cannot accept a connection");
                pause().await;
            }
            None
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "no event tells that a file handle is free again")]
async fn pause() {
    tokio::time::sleep(Duration::from_millis(200)).await;
}

/// One connection from its first byte to its end.
async fn connection<S: Answers>(
    stream: TcpStream,
    peer: SocketAddr,
    permit: OwnedSemaphorePermit,
    service: S,
    limits: Limits,
    watcher: Watcher,
) {
    // Pages are sent in one piece; waiting for more only delays their end.
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Peer(peer));
        service.clone().call(request)
    });
    let connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(64 * 1024)
        .serve_connection(TokioIo::new(stream), answer);
    // Errors here are peers that went away or spoke no HTTP: nothing the operator can act on.
    let _ = tokio::time::timeout(limits.life, watcher.watch(connection)).await;
    drop(permit);
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::routing::get;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::sync::{Notify, oneshot};

    struct Running {
        address: SocketAddr,
        stop: oneshot::Sender<()>,
        ended: tokio::task::JoinHandle<()>,
    }

    async fn start(router: Router, limits: Limits) -> Running {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let shutdown = async move {
            let _ = stopped.await;
        };
        let ended = tokio::spawn(serve(listener, router, limits, shutdown));
        Running { address, stop, ended }
    }

    fn limits() -> Limits {
        Limits {
            head: Duration::from_millis(200),
            life: Duration::from_secs(20),
            drain: Duration::from_secs(5),
            connections: 2,
        }
    }

    async fn ask(address: SocketAddr) -> String {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).await.unwrap();
        text
    }

    #[tokio::test]
    async fn a_head_that_never_ends_is_cut_and_makes_room() {
        let running = start(Router::new().route("/", get(|| async { "da" })), limits()).await;
        // Both places taken by connections that send half a head.
        let mut slow = Vec::new();
        for _ in 0..2 {
            let mut stream = TcpStream::connect(running.address).await.unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nX-Slow: ").await.unwrap();
            slow.push(stream);
        }
        // The third waits for a place and gets its answer.
        assert!(ask(running.address).await.ends_with("da"));
        for mut stream in slow {
            let mut rest = Vec::new();
            stream.read_to_end(&mut rest).await.unwrap();
        }
    }

    #[tokio::test]
    async fn requests_in_flight_finish_when_the_server_stops() {
        let entered = Arc::new(Notify::new());
        let go_on = Arc::new(Notify::new());
        let (inside, wait) = (Arc::clone(&entered), Arc::clone(&go_on));
        let handler = move || {
            let (inside, wait) = (Arc::clone(&inside), Arc::clone(&wait));
            async move {
                inside.notify_one();
                wait.notified().await;
                "fertig"
            }
        };
        let running = start(Router::new().route("/", get(handler)), limits()).await;
        let address = running.address;
        let asking = tokio::spawn(ask(address));
        entered.notified().await;
        running.stop.send(()).unwrap();
        go_on.notify_one();
        assert!(asking.await.unwrap().ends_with("fertig"));
        running.ended.await.unwrap();
        assert!(TcpStream::connect(address).await.is_err());
    }
}

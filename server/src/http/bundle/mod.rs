//! `/kiosk/buendel.json`: what a touchscreen keeps so that the exhibition goes on without us. Every
//! page of the kiosk that can be reached by touching, every file these pages need, each with the
//! SHA-256 of its body, and what a look at the page counts.
//!
//! The list is made beside requests, once for each state of the content and each day, and only as
//! long as some touchscreen asks for it. Whoever asks too early is told to come back.

mod make;
mod read;
mod row;

use super::file::Stored;
use super::headers::Keep;
use crate::router::Server;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use jiff::civil::Date;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;

/// Where touchscreens ask for it.
pub const ADDRESS: &str = "/kiosk/buendel.json";

/// How long it is kept current after the last touchscreen asked.
const WANTED_MS: i64 = 60 * 60 * 1000;

/// How often somebody looks whether it is still current.
const OFTEN: Duration = Duration::from_secs(1);

/// A bundle, and what it was made from.
#[derive(Clone, Debug)]
struct Made {
    content: String,
    day: Date,
    list: Stored,
}

#[derive(Debug, Default)]
struct State {
    made: Option<Made>,
    /// When a touchscreen asked last, in Unix milliseconds.
    asked: Option<i64>,
}

/// The newest bundle.
#[derive(Debug, Default)]
pub struct Bundles {
    state: Mutex<State>,
    wanted: Notify,
}

impl Bundles {
    /// The list for this state, if it is made; and somebody wants it.
    fn ask(&self, content: &str, day: Date, now: i64) -> Option<Stored> {
        let mut state = self.state();
        state.asked = Some(now);
        let made = state.made.as_ref();
        let list = made.filter(|made| made.content == content && made.day == day);
        let list = list.map(|made| made.list.clone());
        if list.is_none() {
            self.wanted.notify_one();
        }
        list
    }

    /// Whether it has to be made: somebody asked lately, and what there is shows something else.
    fn is_due(&self, content: &str, day: Date, now: i64) -> bool {
        let state = self.state();
        state.asked.is_some_and(|asked| now - asked <= WANTED_MS)
            && state.made.as_ref().is_none_or(|made| made.content != content || made.day != day)
    }

    fn keep(&self, made: Made) {
        self.state().made = Some(made);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change of it is one assignment: a panic cannot leave half of one behind.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers a touchscreen.
pub fn answer(server: &Server, request: &HeaderMap) -> Response {
    let now = server.app.backend.now();
    let content = server.app.content.content();
    if let Some(list) = server.bundles.ask(&content.version, now.day(), now.0) {
        return list.answer(request, Keep::Ask);
    }
    let later = (header::RETRY_AFTER, HeaderValue::from_static("2"));
    (StatusCode::SERVICE_UNAVAILABLE, [later]).into_response()
}

/// Makes bundles until `stop` resolves.
pub async fn work(server: Arc<Server>, stop: impl Future<Output = ()>) {
    let mut often = tokio::time::interval(OFTEN);
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => return,
            () = server.bundles.wanted.notified() => {}
            _ = often.tick() => {}
        }
        let now = server.app.backend.now();
        let version = server.app.content.content().version.clone();
        if !server.bundles.is_due(&version, now.day(), now.0) {
            continue;
        }
        // A page that panics ends this attempt and nothing else.
        let making = Arc::clone(&server);
        let making = tokio::spawn(async move { make::make(&making, &version, now.day()).await });
        let ended = making.abort_handle();
        tokio::select! {
            () = &mut stop => return ended.abort(),
            made = making => match made {
                Ok(Some(made)) => server.bundles.keep(made),
                // The content changed meanwhile: the next look begins anew.
                Ok(None) => {}
                Err(error) => tracing::error!(%error, "making the kiosk's bundle"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn it_is_made_for_each_state_and_day_while_somebody_asks() {
        let (bundles, day) = (Bundles::default(), date(2026, 11, 23));
        assert!(!bundles.is_due("1", day, 0), "nobody asked");
        assert!(bundles.ask("1", day, 0).is_none());
        assert!(bundles.is_due("1", day, 1));
        let list = Stored::plain("application/json", "{}");
        bundles.keep(Made { content: "1".to_owned(), day, list });
        assert!(bundles.ask("1", day, 2).is_some());
        assert!(!bundles.is_due("1", day, 3));
        assert!(bundles.is_due("2", day, 3), "other content");
        assert!(bundles.is_due("1", date(2026, 11, 24), 3), "another day");
        assert!(bundles.ask("2", day, 4).is_none());
        assert!(!bundles.is_due("2", day, 5 + WANTED_MS), "nobody asks any more");
    }
}

//! `/healthz`: whether this server can do its work, for a proxy or a watchdog. It says yes or no;
//! why not is in the log.

use crate::router::Server;
use axum::Json;
use axum::response::{IntoResponse as _, Response};
use http::StatusCode;
use std::sync::Arc;
use std::time::Duration;

/// The answer.
#[derive(serde::Serialize)]
struct Health {
    status: &'static str,
}

/// 200 if the database answers within two seconds with the schema this program knows, else 503.
/// Content is there whenever the server is: without it, it does not start.
pub async fn health(server: Arc<Server>) -> Response {
    let asked = tokio::time::timeout(Duration::from_secs(2), server.app.backend.db.check()).await;
    let problem = match asked {
        Ok(Ok(())) => None,
        Ok(Err(error)) => Some(error.to_string()),
        Err(_) => Some("the database does not answer".to_owned()),
    };
    match problem {
        None => Json(Health { status: "ok" }).into_response(),
        Some(problem) => {
            tracing::warn!(problem, "not healthy");
            (StatusCode::SERVICE_UNAVAILABLE, Json(Health { status: "unavailable" }))
                .into_response()
        }
    }
}

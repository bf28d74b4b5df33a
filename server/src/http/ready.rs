//! Answers that are ready to be sent once more.
//!
//! The same page asked for under the very same address gets the same headers and the same bytes:
//! both are kept as they left the server, in front of router and layers. What is asked under a
//! condition, beforehand or in any other way goes the long way round.

use super::by_size::{BySize, Weigh};
use super::negotiate::Coding;
use super::prefetch;
use super::views::Tally;
use crate::router::Server;
use axum::body::Body;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderMap, Method, Request, StatusCode, header};
use jiff::civil::Date;
use std::sync::Arc;

/// The longest address that is kept; real ones have a few filters.
const LONGEST: usize = 300;

/// Put on an answer that may be sent again until the content changes or the day ends.
#[derive(Clone, Debug)]
pub struct Repeatable {
    /// The body in the coding that was asked for.
    pub body: Bytes,
    /// What sending it counts.
    pub tally: Arc<Tally>,
    /// The version of the content it shows.
    pub content: String,
    /// The day it is for.
    pub day: Date,
    /// The row of the route table, for the log.
    pub route: String,
}

/// An answer as it left the server.
#[derive(Clone, Debug)]
pub struct Sent {
    headers: HeaderMap,
    again: Repeatable,
}

/// An address as it was asked for, the best coding its browser takes, and whether the pages that
/// come next are welcome.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    target: String,
    coding: Coding,
    next: bool,
}

impl Weigh for Address {
    fn weight(&self) -> usize {
        self.target.len() + 50
    }
}

impl Weigh for Arc<Sent> {
    fn weight(&self) -> usize {
        let headers: usize =
            self.headers.iter().map(|(n, v)| n.as_str().len() + v.len() + 50).sum();
        headers + self.again.body.len() + self.again.tally.size()
    }
}

/// Answers by address.
pub type Ready = BySize<Address, Arc<Sent>>;

/// The address of a request that asks for nothing special.
pub fn address(request: &Request<Body>) -> Option<Address> {
    let headers = request.headers();
    let special = [header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE, header::RANGE];
    let target = request.uri().path_and_query()?.as_str();
    let is_plain = request.method() == Method::GET
        && target.len() <= LONGEST
        && !special.iter().any(|name| headers.contains_key(name))
        && !prefetch::is_beforehand(headers);
    is_plain.then(|| Address {
        target: target.to_owned(),
        coding: Coding::accepted(headers),
        next: prefetch::is_welcome(headers),
    })
}

/// The answer that is kept for an address, if it is still right.
pub fn again(server: &Server, address: &Address) -> Option<Response> {
    let sent = server.ready.get(address)?;
    let Repeatable { body, tally, content, day, route } = &sent.again;
    if *content != server.app.content.snapshot().content.version
        || *day != server.app.backend.now().day()
    {
        return None;
    }
    server.views.looked(tally);
    tracing::info!(method = "GET", route, status = 200, ms = 0, "answered");
    let mut answer = Response::new(Body::from(body.clone()));
    *answer.headers_mut() = sent.headers.clone();
    Some(answer)
}

/// Keeps an answer that may be sent again.
pub fn keep(server: &Server, address: Address, answer: &mut Response) {
    if let Some(again) = answer.extensions_mut().remove::<Repeatable>()
        && answer.status() == StatusCode::OK
    {
        let sent = Sent { headers: answer.headers().clone(), again };
        server.ready.put(address, Arc::new(sent));
    }
}

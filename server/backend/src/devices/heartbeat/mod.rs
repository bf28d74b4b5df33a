//! Signs of life. A kiosk tells every half minute that it runs, and what happened since: how long it
//! had no network, and what was looked at. Its clock may be wrong, so that only what lasts comes
//! from it; when, our own clock says.

mod sql;
mod told;

pub use told::{Told, ToldCount, ToldSpan};

use super::{Device, alarm, hash};
use crate::counts::{self, Count};
use crate::{Backend, Conn, Id, Result, Tx, run, transaction};
use domain::calendar::Opening;
use domain::content::{Content, Site};
use domain::device::{Outage, OutageKind, Span, outages};
use domain::meeting::MeetingPlace;
use domain::{Instant, Surface};
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Days for which counts of the past are taken.
const COUNT_DAYS: i64 = 31;

/// Days for which a batch is remembered: after that none of its counts is taken any more.
const BATCH_DAYS: i64 = COUNT_DAYS + 2;

/// What a kiosk that is paired is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Whether its screen is to be blank for cleaning.
    pub is_cleaning: bool,
    /// Whether its cookie is to be set anew, so that it does not run out: once a day.
    pub renews_cookie: bool,
}

/// Takes a sign of life from the kiosk with this cookie; `None` if it is not paired, or its site is
/// no longer there. What a batch tells counts once, however often it is sent.
pub async fn hear(
    backend: &Backend,
    content: &Arc<Content>,
    secret: &str,
    told: Told,
) -> Result<Option<Heard>> {
    let (backend, content, cookie) = (backend.clone(), Arc::clone(content), hash(secret));
    run(async move {
        transaction!(backend.db, |tx| {
            let Some(device) = super::sql::by_cookie(tx, &cookie).await? else { return Ok(None) };
            // Together with the alarm's: what was told of its silence is taken back, or nothing is.
            tx.lock("device", device.id.as_str()).await?;
            let Some(device) = super::sql::by_cookie(tx, &cookie).await? else { return Ok(None) };
            let Some(site) = content.sites.get(device.site.as_str()) else { return Ok(None) };
            let now = backend.now();
            if told.is_plain() || !sql::remember(tx, &device.id, &told.batch, now).await? {
                note_outages(tx, &device, site, &[], now).await?;
            } else {
                take(tx, &device, site, &told, now).await?;
            }
            let touched = told.touched_at(now).or(device.touched_at);
            if !sql::hear(tx, &cookie, &device, &told, touched, now).await? {
                return Ok(None);
            }
            if device.alarmed_at.is_some() {
                alarm::all_clear(tx, &backend, site, &device).await?;
            }
            let renews_cookie = device.seen_at.is_none_or(|seen| seen.day() != now.day());
            Ok(Some(Heard { is_cleaning: device.is_cleaning(now), renews_cookie }))
        })
    })
    .await
}

/// Writes down what a batch tells.
async fn take(tx: &mut Tx, device: &Device, site: &Site, told: &Told, now: Instant) -> Result<()> {
    let spans: Vec<Span> = told.offline.iter().map(ToldSpan::span).collect();
    note_outages(tx, device, site, &spans, now).await?;
    let mut days: BTreeMap<Date, Vec<(Count, i64)>> = BTreeMap::new();
    for count in &told.counts {
        let Some((day, lang)) = count.taken(now.day(), COUNT_DAYS) else { continue };
        let row = Count::new(&device.site, Surface::Kiosk, lang, &count.kind, &count.key);
        days.entry(day).or_default().push((row, count.n));
    }
    for (day, rows) in days {
        counts::add(tx, day, rows).await?;
    }
    Ok(())
}

/// Writes down the outages between the last sign of life and this one. A kiosk that was silent while
/// the Werkbank was closed was switched off for the night.
async fn note_outages(
    tx: &mut Tx,
    device: &Device,
    site: &Site,
    told: &[Span],
    now: Instant,
) -> Result<()> {
    let Some(last) = device.seen_at.or(device.paired_at) else { return Ok(()) };
    for outage in outages(last, now, told) {
        if outage.kind == OutageKind::Offline || was_open(site, outage.span) {
            sql::insert_outage(tx, &device.id, outage).await?;
        }
    }
    Ok(())
}

/// Whether the room was open at any moment of a span. A month of silence has had an open day.
fn was_open(site: &Site, span: Span) -> bool {
    const FAR: i64 = 31;
    let opening = Opening::of(site, MeetingPlace::Room);
    let last = span.until.day();
    let first = span.from.max(span.until.plus_days(-FAR)).day();
    first
        .series(1.day())
        .take_while(|day| *day <= last)
        .flat_map(|day| opening.spans(day))
        .any(|(opens, closes)| opens < span.until && span.from < closes)
}

/// The outages of a kiosk, the newest first.
pub async fn outages_of(conn: &mut Conn, device: &Device, limit: i64) -> Result<Vec<Outage>> {
    sql::outages_of(conn, &device.id, limit).await
}

/// The outages of a site's kiosks that ended after `since`, the newest first.
pub async fn recent_outages(
    conn: &mut Conn,
    site: &str,
    since: Instant,
) -> Result<Vec<(Id, Outage)>> {
    sql::recent(conn, site, since).await
}

/// Forgets batches that nobody can send again with any effect.
pub(super) async fn sweep(tx: &mut Tx, now: Instant) -> Result<()> {
    sql::delete_batches(tx, now.plus_days(-BATCH_DAYS)).await
}

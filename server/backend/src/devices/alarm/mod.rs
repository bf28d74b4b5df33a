//! Missing a kiosk: one mail to the administrators when a paired one has been silent for a quarter of
//! an hour while it is open, and one when it is back. Run it as often as you like, on as many
//! servers as you like: the device's row says whether they were told.

mod sql;

use super::{Device, all};
use crate::mail::Letter;
use crate::mail::templates::staff;
use crate::requests::notify::{self, Matter};
use crate::{Backend, Id, Result, Tx, routing, run, transaction};
use domain::Instant;
use domain::calendar::Opening;
use domain::content::{Content, Site};
use domain::device::{MISSED_MINUTES, is_missed};
use domain::meeting::MeetingPlace;
use domain::request::MailKind;
use std::sync::Arc;

impl Device {
    /// When something was last heard of it, if it is paired.
    fn heard_at(&self) -> Option<Instant> {
        self.seen_at.max(self.paired_at).filter(|_| self.is_paired)
    }
}

/// Tells the administrators of every kiosk that is missed, and says how many there were. `listening`
/// is since when this server can have heard anything: while it was away itself, silence means
/// nothing.
pub async fn watch(backend: &Backend, content: &Arc<Content>, listening: Instant) -> Result<usize> {
    let mut told = 0;
    for site in content.sites.values() {
        let mut conn = backend.db.read().await?;
        let devices = all(&mut conn, site.meta.id.as_str()).await?;
        drop(conn);
        let (now, opening) = (backend.now(), Opening::of(site, MeetingPlace::Room));
        let missed = devices.into_iter().filter(|device| {
            let heard = device.heard_at().map(|heard| heard.max(listening));
            device.alarmed_at.is_none() && heard.is_some_and(|at| is_missed(&opening, at, now))
        });
        for device in missed {
            let id = device.id.clone();
            match tell(backend, content, device).await {
                Ok(done) => told += usize::from(done),
                Err(error) => tracing::error!(device = %id, %error, "alarm failed"),
            }
        }
    }
    Ok(told)
}

/// Tells of one, unless somebody else just has, or it is back.
async fn tell(backend: &Backend, content: &Arc<Content>, device: Device) -> Result<bool> {
    let (backend, content) = (backend.clone(), Arc::clone(content));
    run(async move {
        let Some(site) = content.sites.get(device.site.as_str()) else { return Ok(false) };
        transaction!(backend.db, |tx| {
            let now = backend.now();
            tx.lock("device", device.id.as_str()).await?;
            if !sql::claim(tx, &device.id, now, now.plus_minutes(-MISSED_MINUTES)).await? {
                return Ok(false);
            }
            let since = device.heard_at().unwrap_or(now);
            let letter = |link: &str| staff::kiosk_silent(site, &device.name, since, link);
            to_admins(tx, &backend, site, &device.id, MailKind::KioskSilent, letter).await?;
            Ok(true)
        })
    })
    .await
}

/// Tells that a kiosk is back of whose silence was told.
pub(super) async fn all_clear(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    device: &Device,
) -> Result<()> {
    let letter = |link: &str| staff::kiosk_back(site, &device.name, backend.now(), link);
    to_admins(tx, backend, site, &device.id, MailKind::KioskBack, letter).await
}

/// Kiosks of whose silence the administrators were told, and which are silent still.
pub async fn missed(backend: &Backend, site: &str) -> Result<Vec<Device>> {
    let mut conn = backend.db.read().await?;
    let devices = all(&mut conn, site).await?;
    Ok(devices.into_iter().filter(|device| device.alarmed_at.is_some()).collect())
}

async fn to_admins(
    tx: &mut Tx,
    backend: &Backend,
    site: &Site,
    device: &Id,
    kind: MailKind,
    letter: impl Fn(&str) -> Letter,
) -> Result<()> {
    let to = routing::admins(tx, site.meta.id.as_str()).await?;
    let path = format!("/mitarbeit/geraete/{device}");
    let matter = Matter { request: None, path: &path };
    notify::members(tx, backend, site, matter, kind, to, letter).await
}

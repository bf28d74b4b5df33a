//! POST `/mitarbeit/geraete/eingabe`: opens a kiosk for writing, or ends it.

use crate::context::{Cx, Outcome, PageError, see_other};
use crate::pages::staff::admit;
use crate::pages::staff::kiosk_entry::{ACT, DEVICE, END, PATH};
use backend::{Id, assisted};

/// Opens a device of the site, or ends it before its time.
pub async fn post(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let device = Id::parse(cx.form.get(DEVICE)).ok_or(PageError::NotFound)?;
    let (backend, by) = (&cx.app.backend, &me.session.member.id);
    let done = if cx.form.get(ACT) == END {
        assisted::end(backend, me.site_id(), &device, by).await?;
        "beendet"
    } else {
        assisted::open(backend, me.site_id(), &device, by).await?;
        "offen"
    };
    see_other(cx.href(&format!("{PATH}?getan={done}")))
}

//! What the archive said about records that are due, and the file that is handed over to it.

use crate::context::{Answer, Cx, Outcome, PageError, see_other};
use crate::pages::staff::retention::{self as page, ANSWER, RECORD, TAKES, WAIVES};
use crate::pages::staff::{Returned, admit, problem};
use crate::text::retention_desk as text;
use backend::retention::{self, Decision};
use backend::{BackendError, Id};
use serde_json::json;

/// POST `/mitarbeit/aufbewahrung/archiv`: about the records that were listed, all or none.
pub async fn answer(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let (decision, did) = match cx.form.get(ANSWER) {
        TAKES => (Decision::Exported, "ausgegeben"),
        WAIVES => (Decision::Waived, "verzichtet"),
        _ => return see_other(cx.href("/aufbewahrung")),
    };
    let named = cx.form.all(RECORD);
    let ids: Vec<Id> = named.iter().filter_map(|id| Id::parse(id)).collect();
    let backend = &cx.app.backend;
    let noted = if ids.len() == named.len() {
        retention::decide(backend, me.site_id(), &me.by, &ids, decision).await
    } else {
        Err(BackendError::Refused("archive_changed"))
    };
    match noted {
        Ok(()) => see_other(cx.href(&format!("/aufbewahrung?getan={did}"))),
        Err(BackendError::Refused("archive_changed")) => {
            let changed = problem(RECORD, cx.t(text::CHANGED_SHORT), cx.t(text::CHANGED));
            page::show(cx, Returned::conflict(changed)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// POST `/mitarbeit/aufbewahrung/ausgabe`: the records that the archive takes, as one file.
pub async fn file(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let records = retention::exported(&cx.app.backend, me.site_id(), &me.by).await?;
    if records.is_empty() {
        return see_other(cx.href("/aufbewahrung?getan=nichts"));
    }
    let whole = json!({ "schema": "werkbank-archive-1", "records": records });
    let body = serde_json::to_vec_pretty(&whole).map_err(|error| {
        PageError::Backend(BackendError::Unreadable(format!("as JSON: {error}")))
    })?;
    let name = Some(format!("archiv-{}.json", cx.today));
    Ok(Answer::File { mime: "application/json", body, name })
}

#[cfg(test)]
mod tests;

//! `/mitarbeit/geraete`: the kiosks, whether they run, and what they hold.

mod banner;
pub mod device;
pub mod new;
mod state;

pub use banner::{Missed, banner};

use super::{admit, empty, table};
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{Msg, device_desk as text};
use crate::ui::{icon, notice};
use backend::devices::{self, Device};
use domain::device::Outage;
use leptos::prelude::*;

/// Hours for which an outage that is over still stands in the list.
const RECENT_HOURS: i64 = 24;

/// What was just done.
const DID: [(&str, Msg); 1] = [("entfernt", text::DID_REMOVE)];

/// The list.
pub async fn page(cx: Cx) -> Outcome {
    let site = admit(&cx)?.site_id().to_owned();
    let mut conn = cx.app.backend.db.read().await?;
    let devices = devices::all(&mut conn, &site).await?;
    let outages =
        devices::recent_outages(&mut conn, &site, cx.now.plus_hours(-RECENT_HOURS)).await?;
    drop(conn);
    let missed = Missed::among(&devices);
    let lines = devices.into_iter().map(|device| {
        let last = outages.iter().find(|(id, _)| *id == device.id).map(|(_, outage)| *outage);
        (device, last)
    });
    let lines: Vec<(Device, Option<Outage>)> = lines.collect();
    Page::new(cx.t(text::TITLE), move || view(&cx, &lines, &missed)).ok()
}

fn view(cx: &Context, lines: &[(Device, Option<Outage>)], missed: &Missed) -> AnyView {
    let list = if lines.is_empty() {
        empty(cx, text::NONE, text::NONE_HINT, None)
    } else {
        let columns = [text::COL_DEVICE, text::COL_STATE, text::COL_HOLDS, text::COL_TOUCHED];
        let rows = lines.iter().map(|(device, last)| line(cx, device, *last)).collect_view();
        table(cx, "even", text::TABLE, &columns, rows.into_any())
    };
    view! {
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::TITLE)}</h1>
                <p>{text::how_many(lines.len())}</p>
            </div>
            <a class="button" href=cx.href("/geraete/neu")>
                {cx.t(text::ADD)}
                " "
                {icon::arrow()}
            </a>
        </div>
        {notice::done(cx, &DID).map(|note| view! { <div class="mb-5">{note}</div> })}
        {banner(cx, missed)}
        {list}
    }
    .into_any()
}

fn line(cx: &Context, device: &Device, last: Option<Outage>) -> AnyView {
    let last = last.map(|outage| {
        view! { <span class="small muted">{text::outage(outage)}</span> }
    });
    view! {
        <tr>
            <th scope="row">
                <a href=cx.href(&format!("/geraete/{}", device.id))>{device.name.clone()}</a>
                <span>{device.place.clone()}</span>
            </th>
            <td data-label=cx.t(text::COL_STATE)>
                <div class="desk-why">{state::plate(cx, device)} {last}</div>
            </td>
            <td data-label=cx.t(text::COL_HOLDS)>{state::holds(cx, device)}</td>
            <td data-label=cx.t(text::COL_TOUCHED)>{state::touched(cx, device)}</td>
        </tr>
    }
    .into_any()
}

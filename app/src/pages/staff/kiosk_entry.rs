//! `/mitarbeit/geraete/eingabe`: opens a kiosk for ten minutes, so that somebody can write a
//! request on it with a person beside. Nobody signs in at the kiosk.

use super::{admit, empty};
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{Msg, assisted_desk as text, desk, format};
use crate::ui::crumbs::trail;
use crate::ui::{form, notice};
use backend::assisted::{self, Grant};
use backend::devices::{self, Device};
use leptos::prelude::*;

/// Path of the page below the desk.
pub const PATH: &str = "/geraete/eingabe";

/// Name of the field for the device.
pub const DEVICE: &str = "geraet";

/// Name of the buttons, and the value of the one that ends it.
pub const ACT: &str = "was";
/// Value of the button that ends it.
pub const END: &str = "ende";

/// What was just done.
const DID: [(&str, Msg); 2] = [("offen", text::DID_OPEN), ("beendet", text::DID_END)];

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let mut conn = cx.app.backend.db.read().await?;
    let devices = devices::all(&mut conn, me.site_id()).await?;
    let grants = assisted::of_site(&mut conn, me.site_id(), cx.now).await?;
    drop(conn);
    let title = cx.t(text::TITLE);
    Page::new(title, move || view(&cx, &devices, &grants)).ok()
}

fn view(cx: &Context, devices: &[Device], grants: &[Grant]) -> AnyView {
    let paired: Vec<AnyView> = devices
        .iter()
        .filter(|device| device.is_paired)
        .map(|device| {
            let grant = grants.iter().find(|grant| grant.device == device.id);
            device_box(cx, device, grant)
        })
        .collect();
    let list = if paired.is_empty() {
        empty(cx, text::NONE, text::NONE_HINT, None)
    } else {
        view! { <div class="desk-cards">{paired}</div> }.into_any()
    };
    let steps = [text::HOW_OPEN, text::HOW_START, text::HOW_END]
        .map(|step| view! { <li>{cx.t(step)}</li> })
        .collect_view();
    view! {
        {trail(cx, &[(cx.t(desk::INBOX), "/anfragen")])}
        <div class="desk-head">
            <div>
                <h1>{cx.t(text::TITLE)}</h1>
                <p class="lead">{cx.t(text::LEAD)}</p>
            </div>
        </div>
        {notice::done(cx, &DID).map(|note| view! { <div class="mb-5">{note}</div> })}
        {list}
        <section class="desk-box mt-6" aria-labelledby="how">
            <h2 class="size-1" id="how">
                {cx.t(text::HOW)}
            </h2>
            <ol class="stack gap-2">{steps}</ol>
        </section>
    }
    .into_any()
}

fn device_box(cx: &Context, device: &Device, grant: Option<&Grant>) -> AnyView {
    let title = format!("device-{}", device.id);
    let label = title.clone();
    let state = grant.map_or(cx.t(text::CLOSED).to_owned(), |grant| {
        text::open_until(&format::clock(grant.until.berlin().time()))
    });
    let plate = if grant.is_some() { "plate signal" } else { "plate" };
    let name = format!(": {}", device.name);
    let hidden_name = name.clone();
    let open = if grant.is_some() { text::AGAIN } else { text::OPEN };
    view! {
        <section class="desk-box" aria-labelledby=label>
            <h2 class="size-1" id=title>
                {device.name.clone()}
            </h2>
            <p class="row gap-2">
                <span class=plate>{state}</span>
                <span class="small muted">{device.place.clone()}</span>
            </p>
            <form class="row gap-2 mt-4" method="post" action=cx.href(PATH)>
                {form::hidden(DEVICE, device.id.as_str())}
                <button class="button">
                    {cx.t(open)} <span class="visually-hidden">{name}</span>
                </button>
                {grant
                    .is_some()
                    .then(|| {
                        view! {
                            <button class="button outline" name=ACT value=END>
                                {cx.t(text::END)} <span class="visually-hidden">{hidden_name}</span>
                            </button>
                        }
                    })}
            </form>
        </section>
    }
    .into_any()
}

//! `/kiosk/einmessen`: how large a millimetre is on this screen. The outline of a bank card is made
//! larger and smaller until a real one fits; without the script the diagonal is typed.

use super::device::{MAIN, asking};
use super::pair::exhibition;
use crate::context::{Context, Cx, Outcome, Page};
use crate::text::{Msg, kiosk_setup as text};
use crate::ui::form::{
    Choice, Problem, SelectField, TextField, error_summary, select_field, text_field,
};
use crate::ui::{icon, notice};
use axum::http::StatusCode;
use backend::devices::Device;
use leptos::prelude::*;

/// Name of the field for CSS pixels to a metre, which the script fills in.
pub const SCALE: &str = "mass";
/// Name of the field for the screen's width in CSS pixels.
pub const WIDTH: &str = "breite";
/// Name of the field for its height.
pub const HEIGHT: &str = "hoehe";
/// Name of the field for the diagonal in inches.
pub const INCHES: &str = "zoll";
/// Name of the field for both sides in CSS pixels: `1920x1080`.
pub const RESOLUTION: &str = "aufloesung";

/// Sizes in which screens for rooms are sold.
const USUAL: [u16; 4] = [24, 32, 43, 55];

/// Resolutions they usually have, the lying ones first.
const RESOLUTIONS: [(u16, u16); 3] = [(1920, 1080), (2560, 1440), (3840, 2160)];

/// What was just done.
const DID: [(&str, Msg); 1] = [("gespeichert", text::SAVED)];

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    show(cx, Vec::new()).await
}

/// The page with what was typed.
pub async fn show(cx: Cx, problems: Vec<Problem>) -> Outcome {
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (title, device) = (cx.t(text::MEASURE), asking(&cx).await?);
    let view = move || match &device {
        Some(device) => view(&cx, device, &problems),
        None => unpaired(&cx),
    };
    Page::new(title, view).status(status).main_class(MAIN).ok()
}

fn unpaired(cx: &Context) -> AnyView {
    view! {
        <h1>{cx.t(text::MEASURE)}</h1>
        <p class="lead">{cx.t(text::PAIR_FIRST)}</p>
        <div class="setup-buttons">
            <a class="button signal" href=cx.href("/koppeln")>
                {cx.t(text::PAIR)}
            </a>
            {exhibition(cx, "button outline")}
        </div>
    }
    .into_any()
}

fn view(cx: &Context, device: &Device, problems: &[Problem]) -> AnyView {
    let done = notice::done(cx, &DID);
    // One next step: to save, and then to go on.
    let (save, go) = match done {
        None => ("button signal", "button outline"),
        Some(_) => ("button outline", "button signal"),
    };
    view! {
        <h1>{cx.t(text::MEASURE)}</h1>
        {done}
        {error_summary(cx, problems)}
        <form class="measure" id="measure" method="post" action=cx.href("/einmessen") novalidate=true>
            <input type="hidden" name=SCALE id=SCALE disabled=true />
            <input type="hidden" name=WIDTH id=WIDTH disabled=true />
            <input type="hidden" name=HEIGHT id=HEIGHT disabled=true />
            <div class="measure-card" id="card" hidden=true>
                <span>{cx.t(text::CARD)}</span>
            </div>
            <div class="measure-controls stack" id="controls" hidden=true>{controls(cx)}</div>
            {typed(cx, device, problems)}
            <div class="setup-buttons">
                <button class=save id="save">
                    {cx.t(text::SAVE)}
                </button>
                {exhibition(cx, go)}
            </div>
            <p class="setup-lost" id="lost" role="alert" hidden=true>
                {icon::warning()}
                <span>{cx.t(text::NOT_SAVED)}</span>
            </p>
        </form>
    }
    .into_any()
}

/// What the script needs: it shows them.
fn controls(cx: &Context) -> AnyView {
    let usual = USUAL
        .map(|inches| {
            view! {
                <button type="button" class="key" data-inches=inches.to_string()>
                    {text::inches(cx.lang(), inches)}
                </button>
            }
        })
        .collect_view();
    view! {
        <p class="lead">{cx.t(text::MEASURE_LEAD)}</p>
        <div class="measure-steps">
            <button type="button" class="button" data-step="-1" aria-label=cx.t(text::SMALLER)>
                "−"
            </button>
            <button type="button" class="button" data-step="1" aria-label=cx.t(text::LARGER)>
                "+"
            </button>
        </div>
        <p>
            <output id="diagonal" data-before=cx.t(text::WOULD_BE) data-after=cx.t(text::RIGHT)></output>
        </p>
        <div role="group" aria-labelledby="usual">
            <p class="small" id="usual">
                {cx.t(text::BEGIN_WITH)}
            </p>
            <div class="measure-usual">{usual}</div>
        </div>
    }
    .into_any()
}

/// The fields without the script.
fn typed(cx: &Context, device: &Device, problems: &[Problem]) -> AnyView {
    let (inches, resolution) = (cx.form.get(INCHES), cx.form.get(RESOLUTION));
    let known = device.screen.filter(|_| problems.is_empty()).map(|screen| {
        let resolution = format!("{}x{}", screen.width(), screen.height());
        (format!("{:.0}", screen.inches()), resolution)
    });
    let (inches, resolution) = known.unwrap_or_else(|| (inches.to_owned(), resolution.to_owned()));
    let turned = RESOLUTIONS.map(|(width, height)| (height, width));
    let choices: Vec<Choice> = RESOLUTIONS
        .into_iter()
        .chain(turned)
        .map(|(width, height)| {
            let label = text::resolution(cx.lang(), width, height);
            Choice::new(format!("{width}x{height}"), label)
        })
        .collect();
    let inches = TextField {
        name: INCHES,
        label: cx.t(text::DIAGONAL),
        help: Some(cx.t(text::DIAGONAL_HELP)),
        value: &inches,
        autocomplete: "off",
        required: true,
        ..TextField::default()
    };
    let resolution = SelectField {
        id: RESOLUTION,
        name: RESOLUTION,
        label: cx.t(text::RESOLUTION),
        help: Some(cx.t(text::RESOLUTION_HELP)),
        value: &resolution,
        choices: &choices,
        required: true,
    };
    view! {
        <fieldset class="measure-typed stack" id="typed">
            <legend class="visually-hidden">{cx.t(text::DIAGONAL)}</legend>
            {text_field(inches, problems)}
            {select_field(resolution, problems)}
        </fieldset>
    }
    .into_any()
}

//! What a kiosk asks about itself: how large its millimetres are, and whether it is paired.

use crate::context::{Answer, Context, Cx, Outcome, PageError};
use backend::devices::{self, Device};
use domain::device::{DEFAULT_SCALE, Screen};
use serde_json::json;

/// Class of `<main>` on pages on which a kiosk is set up: one screen without bar and idle dialog.
pub const MAIN: &str = "kiosk-setup";

/// The kiosk that asks, if it is paired at this website's site.
pub async fn asking(cx: &Context) -> Result<Option<Device>, PageError> {
    let Some(secret) = &cx.kiosk_secret else { return Ok(None) };
    let device = devices::of_cookie(&cx.app.backend, secret).await?;
    Ok(device.filter(|device| cx.content.sites.contains_key(device.site.as_str())))
}

/// GET `/kiosk/geraet.css`: CSS pixels to a millimetre of this screen. Whoever is not paired or not
/// measured gets what CSS itself takes for one.
pub async fn style(cx: Cx) -> Outcome {
    let screen = asking(&cx).await?.and_then(|device| device.screen);
    let scale = screen.map_or(DEFAULT_SCALE, Screen::scale);
    let body = format!(":root{{--mm:{}px}}\n", scale.per_mm()).into_bytes();
    Ok(Answer::File { mime: "text/css; charset=utf-8", body, name: None })
}

/// GET `/kiosk/geraet/stand`: whether somebody has typed the code.
pub async fn state(cx: Cx) -> Outcome {
    let paired = asking(&cx).await?.is_some();
    Ok(Answer::Json { value: json!({ "paired": paired }), cookie: None })
}

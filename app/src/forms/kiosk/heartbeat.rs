//! Signs of life.

use crate::context::{Answer, Cx, Outcome, PageError};
use crate::pages::kiosk::assisted;
use backend::devices::{self, Told};
use serde_json::json;

/// POST `/kiosk/geraet/lebenszeichen`, JSON.
pub async fn post(cx: Cx) -> Outcome {
    let told = Told::parse(&cx.body).ok_or(PageError::Unreadable)?;
    let unpaired = Answer::Json { value: json!({ "paired": false }), cookie: None };
    let Some(secret) = cx.kiosk_secret.as_deref() else { return Ok(unpaired) };
    let heard = devices::hear(&cx.app.backend, &cx.content, secret, told).await?;
    let Some(heard) = heard else { return Ok(unpaired) };
    // Seconds for which somebody may begin to write here, by our clock.
    let left = assisted::grant(&cx).await?.map(|grant| (grant.until.0 - cx.now.0).max(0) / 1_000);
    let value = json!({ "paired": true, "cleaning": heard.is_cleaning, "assisted": left });
    let cookie = heard.renews_cookie.then(|| cx.app.kiosk_cookie.set(secret));
    Ok(Answer::Json { value, cookie })
}

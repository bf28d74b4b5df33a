//! How large the screen of a kiosk is.

use crate::context::{Context, Cx, Outcome, see_other};
use crate::pages::kiosk::measure::{HEIGHT, INCHES, RESOLUTION, SCALE, WIDTH, show};
use crate::pages::staff::problem;
use crate::text::kiosk_setup as text;
use backend::devices;
use domain::device::{Scale, Screen};

/// POST `/kiosk/einmessen`. Whoever is not paired is told so by the page.
pub async fn post(cx: Cx) -> Outcome {
    let Some(screen) = measured(&cx).or_else(|| typed(&cx)) else {
        let wrong = problem(INCHES, cx.t(text::NO_SCREEN_SHORT), cx.t(text::NO_SCREEN));
        return show(cx, vec![wrong]).await;
    };
    let secret = cx.kiosk_secret.as_deref().unwrap_or_default();
    if devices::measure(&cx.app.backend, secret, screen).await? {
        return see_other(cx.href("/einmessen?getan=gespeichert"));
    }
    see_other(cx.href("/einmessen"))
}

/// With the card, by the script.
fn measured(cx: &Context) -> Option<Screen> {
    let number = |name| cx.form.get(name).parse().ok();
    Screen::new(Scale::of_metre(number(SCALE)?)?, number(WIDTH)?, number(HEIGHT)?)
}

/// With the diagonal: "43", "31,5", "55 Zoll".
fn typed(cx: &Context) -> Option<Screen> {
    let inches = cx.form.get(INCHES).trim().replace(',', ".");
    let number = inches.trim_end_matches(|c: char| !c.is_ascii_digit());
    let (width, height) = cx.form.get(RESOLUTION).split_once('x')?;
    Screen::of_diagonal(number.parse().ok()?, width.parse().ok()?, height.parse().ok()?)
}

//! A code for a kiosk that is not paired.

use crate::context::{Cx, Outcome};
use crate::pages::kiosk::pair::{paired, with_code};
use backend::devices::{self, Pairing};

/// POST `/kiosk/koppeln`.
pub async fn post(cx: Cx) -> Outcome {
    match devices::show_code(&cx.app.backend, cx.kiosk_secret.as_deref()).await? {
        Pairing::Code(shown) => with_code(cx, shown),
        Pairing::Paired(device) => paired(cx, *device),
    }
}

//! That a kiosk is missed, above pages of whoever can do something about it.

use crate::context::{Context, PageError};
use crate::routes::Right;
use crate::text::device_desk as text;
use crate::ui::icon;
use backend::Id;
use backend::devices::{self, Device};
use domain::Instant;
use leptos::prelude::*;

/// Kiosks of whose silence the administrators were told, and since when they are silent.
#[derive(Clone, Debug, Default)]
pub struct Missed(Vec<(Id, String, Instant)>);

impl Missed {
    /// Those among a site's kiosks.
    pub fn among(devices: &[Device]) -> Missed {
        let missed = devices.iter().filter(|device| device.alarmed_at.is_some());
        Missed(
            missed
                .map(|device| {
                    let since = device.seen_at.or(device.paired_at).unwrap_or(device.created_at);
                    (device.id.clone(), device.name.clone(), since)
                })
                .collect(),
        )
    }

    /// Those of the site.
    pub async fn load(cx: &Context) -> Result<Missed, PageError> {
        let site = cx.site()?.meta.id.as_str();
        Ok(Missed::among(&devices::missed(&cx.app.backend, site).await?))
    }
}

/// A line for each; whoever looks after the kiosks also gets the way there.
pub fn banner(cx: &Context, missed: &Missed) -> AnyView {
    missed
        .0
        .iter()
        .map(|(id, name, since)| {
            let elsewhere = cx.param(0) != id.as_str();
            let go = (elsewhere && cx.may(Right::Devices)).then(|| {
                view! { <a href=cx.href(&format!("/geraete/{id}"))>{cx.t(text::LOOK)}</a> }
            });
            view! {
                <div class="desk-banner error">
                    {icon::warning()} <p>{text::missed(name, *since, cx.now)} " " {go}</p>
                </div>
            }
        })
        .collect_view()
        .into_any()
}

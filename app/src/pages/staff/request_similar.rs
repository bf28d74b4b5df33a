//! Other firms with the same goal, and the way to a joint meeting with them.

use super::request::Loaded;
use crate::context::Context;
use crate::text::{format, joint_desk as text, request_desk};
use crate::ui::icon;
use backend::requests::{Alike, Request};
use domain::Lang;
use domain::content::Site;
use leptos::prelude::*;

/// Name of the check boxes: the requests of the other firms.
pub const WITH: &str = "mit";

/// The section; nothing if no firm has the same goal.
pub fn similar(cx: &Context, site: &Site, loaded: &Loaded) -> Option<AnyView> {
    let (request, similar) = (&loaded.detail.request, &loaded.similar);
    if similar.is_empty() {
        return None;
    }
    let elsewhere = similar
        .elsewhere
        .iter()
        .map(|(name, n)| view! { <p class="small muted">{text::elsewhere(name, *n)}</p> })
        .collect_view();
    let form = (!similar.alike.is_empty()).then(|| form(cx, site, request, &similar.alike));
    Some(
        view! {
            <section aria-labelledby="similar">
                <div class="proposals-head">
                    <h2 id="similar">{cx.t(text::SIMILAR)}</h2>
                </div>
                <div class="desk-box stack gap-3">{form} {elsewhere}</div>
            </section>
        }
        .into_any(),
    )
}

fn form(cx: &Context, site: &Site, request: &Request, alike: &[Alike]) -> AnyView {
    let goal = request.goals.first().map(|id| site.goal(id, Lang::De)).unwrap_or_default();
    let action = cx.href(&format!("/anfragen/{}/termine", request.id));
    let rows = alike.iter().map(|alike| row(cx, site, alike)).collect_view();
    view! {
        <form action=action class="stack gap-3">
            <fieldset class="field-group">
                <legend>{text::heading(alike.len() + 1, &goal)}</legend>
                <p class="help">{cx.t(text::TOGETHER_HINT)}</p>
                {rows}
            </fieldset>
            <p>
                <button class="button outline small">
                    {cx.t(text::TOGETHER)}
                    " "
                    {icon::arrow()}
                </button>
            </p>
        </form>
    }
    .into_any()
}

fn row(cx: &Context, site: &Site, alike: &Alike) -> AnyView {
    let other = &alike.request;
    let sector = other.sector.as_ref().map(|id| site.sector(id, Lang::De)).unwrap_or_default();
    let size = other.size.map(request_desk::size).unwrap_or_default();
    let why = text::why(alike.likeness, &sector, &size);
    let since = format::day_month(Lang::De, other.created_at.day());
    view! {
        <div class="alike">
            <label class="check-row">
                <input type="checkbox" name=WITH value=other.id.to_string() />
                <span>
                    <b>{other.title().to_owned()}</b>
                </span>
            </label>
            <span class="small">{format!("{why}, seit {since}")}</span>
            <a class="small" href=cx.href(&format!("/anfragen/{}", other.id))>
                {cx.t(text::OPEN)}
                <span class="visually-hidden">{format!(": {}", other.title())}</span>
            </a>
        </div>
    }
    .into_any()
}

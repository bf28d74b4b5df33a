//! A calendar to subscribe to: the own one on the account's page, the room's on the calendar's.

use crate::context::Context;
use crate::text::{Msg, meeting_desk as text};
use backend::BackendError;
use backend::meetings::{Feed, subscribed_since};
use domain::Instant;
use leptos::prelude::*;

/// What there is to know about a subscription.
pub struct Subscription {
    since: Option<Instant>,
    /// The address that was just made. It is shown this once.
    pub fresh: Option<String>,
}

impl Subscription {
    /// As it is now; `fresh` is the address that was just made.
    pub async fn load(
        cx: &Context,
        feed: &Feed,
        fresh: Option<String>,
    ) -> Result<Subscription, BackendError> {
        let backend = &cx.app.backend;
        let mut conn = backend.db.read().await?;
        let since = subscribed_since(&mut conn, feed, backend.now()).await?;
        Ok(Subscription { since, fresh })
    }

    /// The section. `path` is where its buttons lead.
    pub fn section(&self, cx: &Context, title: Msg, path: &str) -> AnyView {
        let address = self.fresh.as_ref().map(|address| fresh(cx, address));
        let (state, button) = match self.since {
            Some(since) => (text::subscribed(since), text::FEED_RENEW),
            None => (cx.t(text::FEED_NONE).to_owned(), text::FEED_BEGIN),
        };
        let end = self.since.map(|_| {
            view! {
                <form method="post" action=cx.href(&format!("{path}/beenden"))>
                    <button class="link-button">{cx.t(text::FEED_END)}</button>
                </form>
            }
        });
        view! {
            <section class="desk-box" aria-labelledby="subscription">
                <h2 class="size-1" id="subscription">
                    {cx.t(title)}
                </h2>
                <p class="small muted">{cx.t(text::FEED_NOTE)}</p>
                {address}
                <p>{state}</p>
                <div class="row gap-4">
                    <form method="post" action=cx.href(path)>
                        <button class="button outline small">{cx.t(button)}</button>
                    </form>
                    {end}
                </div>
            </section>
        }
        .into_any()
    }
}

fn fresh(cx: &Context, address: &str) -> AnyView {
    view! {
        <div class="note feed-address" role="status">
            <div class="field">
                <label for="address">{cx.t(text::FEED_ADDRESS)}</label>
                <p class="help" id="address-help">
                    {cx.t(text::FEED_ONCE)}
                </p>
                <input
                    id="address"
                    type="text"
                    readonly=true
                    value=address.to_owned()
                    aria-describedby="address-help"
                />
            </div>
        </div>
    }
    .into_any()
}

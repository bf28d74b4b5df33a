//! `/adresse/{token}`: the page behind the link in a mail to a firm's new address. It shows what its
//! reader knows already and nothing of the request; opening it changes nothing.

use crate::context::{Context, Cx, Outcome, Page, PageError};
use crate::text::amend as text;
use crate::ui::icon;
use backend::requests::{self, AddressView};
use leptos::prelude::*;

/// The page.
pub async fn page(cx: Cx) -> Outcome {
    let found = requests::address(&cx.app.backend, cx.param(0)).await?;
    let address = found.ok_or(PageError::BadLink)?;
    cx.site()?;
    let title = cx.t(if address.confirmed { text::ADDRESS_DONE } else { text::ADDRESS });
    Page::new(title, move || view(&cx, &address)).ok()
}

fn view(cx: &Context, address: &AddressView) -> AnyView {
    let head = |title: &'static str| {
        view! {
            <h1>{title}</h1>
            <p class="lead as-typed">{address.email.clone()}</p>
            <p>
                {cx.t(text::ADDRESS_OF)}
                " "
                <span class="reference">{address.reference.to_string()}</span>
            </p>
        }
    };
    if address.confirmed {
        return view! {
            <div class="wrap request stack gap-4">
                {head(cx.t(text::ADDRESS_DONE))} <p>{cx.t(text::ADDRESS_DONE_LEAD)}</p>
            </div>
        }
        .into_any();
    }
    let action = cx.href(&format!("/adresse/{}", cx.param(0)));
    view! {
        <div class="wrap request stack gap-4">
            {head(cx.t(text::ADDRESS))} <p>{cx.t(text::ADDRESS_LEAD)}</p>
            <form method="post" action=action>
                <button class="button signal">
                    {cx.t(text::ADDRESS_BUTTON)}
                    " "
                    {icon::arrow()}
                </button>
            </form>
            <p class="small muted">{cx.t(text::ADDRESS_NOT_YOURS)}</p>
        </div>
    }
    .into_any()
}

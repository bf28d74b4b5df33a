//! Signing in: password and code in one step, the invitation of a new member, the link that works
//! once.

use super::first_page;
use crate::context::{Context, Cx, Outcome, Page, PageError, see_other};
use crate::text::desk as text;
use crate::ui::form::{Problem, TextField, error_summary, text_field};
use crate::ui::{icon, qr};
use axum::http::StatusCode;
use backend::staff::{self, TotpSecret};
use leptos::prelude::*;

/// `/mitarbeit`: on to the first page that is theirs, or to the sign-in page.
pub async fn door(cx: Cx) -> Outcome {
    let inside = cx.staff.as_ref().map(|session| first_page(&cx, &session.member));
    see_other(inside.unwrap_or_else(|| cx.href("/anmelden")))
}

/// `/mitarbeit/anmelden`.
pub async fn page(cx: Cx) -> Outcome {
    if let Some(session) = &cx.staff {
        return see_other(first_page(&cx, &session.member));
    }
    let onward = cx.query.get("weiter").to_owned();
    sign_in_page(cx, String::new(), onward, Vec::new()).ok()
}

/// The sign-in form, with what was typed (never the password) and what was wrong.
pub fn sign_in_page(cx: Cx, email: String, onward: String, problems: Vec<Problem>) -> Page {
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = cx.t(text::SIGN_IN);
    let view = move || {
        let email = TextField {
            name: "email",
            label: cx.t(text::EMAIL),
            kind: "email",
            value: &email,
            autocomplete: "username",
            required: true,
            ..TextField::default()
        };
        sheet(
            &cx,
            text::SIGN_IN,
            view! {
                {error_summary(&cx, &problems)}
                <form method="post" action=cx.href("/anmelden") novalidate>
                    <input type="hidden" name="weiter" value=onward />
                    {text_field(email, &problems)}
                    {password(&cx, text::PASSWORD, None, "current-password", &problems)}
                    {code(&cx, &problems)}
                    <button class="button full">{cx.t(text::SIGN_IN)} " " {icon::arrow()}</button>
                </form>
                <p class="small muted">{cx.t(text::FORGOTTEN)}</p>
            }
            .into_any(),
        )
    };
    Page::new(title, view).main_class("sign-in").status(status)
}

/// `/mitarbeit/einladung/{token}`: looking does not use the invitation up.
pub async fn invitation(cx: Cx) -> Outcome {
    let enrolment = staff::invitation(&cx.app.backend, cx.param(0)).await?;
    let enrolment = enrolment.ok_or(PageError::BadLink)?;
    invitation_page(cx, enrolment, Vec::new()).ok()
}

/// The invitation with what was wrong.
pub fn invitation_page(cx: Cx, enrolment: staff::Enrolment, problems: Vec<Problem>) -> Page {
    let status =
        if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = cx.t(text::INVITATION);
    let view = move || {
        let action = cx.href(&format!("/einladung/{}", cx.param(0)));
        let help = Some(cx.t(text::NEW_PASSWORD_HELP));
        // Shown, so that people and password managers know what the password belongs to.
        let email = TextField {
            name: "email",
            label: cx.t(text::EMAIL),
            kind: "email",
            value: &enrolment.member.email,
            autocomplete: "username",
            readonly: true,
            ..TextField::default()
        };
        sheet(
            &cx,
            text::INVITATION,
            view! {
                {error_summary(&cx, &problems)}
                <p class="lead">{enrolment.member.name.clone()} ": " {cx.t(text::INVITATION_LEAD)}</p>
                <form method="post" action=action novalidate>
                    {text_field(email, &[])}
                    {password(&cx, text::NEW_PASSWORD, help, "new-password", &problems)}
                    {second_factor(&cx, &enrolment.totp, &enrolment.member.email)}
                    {code(&cx, &problems)}
                    <button class="button full">{cx.t(text::ACCEPT)}</button>
                </form>
            }
            .into_any(),
        )
    };
    Page::new(title, view).main_class("sign-in").status(status)
}

/// `/mitarbeit/einmal/{token}`: a button, because a mail scanner that follows the link must not
/// use it up.
pub async fn one_time(cx: Cx) -> Outcome {
    if !staff::is_sign_in_link(&cx.app.backend, cx.param(0)).await? {
        return Err(PageError::BadLink);
    }
    let title = cx.t(text::ONE_TIME);
    let view = move || {
        let action = cx.href(&format!("/einmal/{}", cx.param(0)));
        sheet(
            &cx,
            text::ONE_TIME,
            view! {
                <p class="lead">{cx.t(text::ONE_TIME_LEAD)}</p>
                <form method="post" action=action>
                    <button class="button full">{cx.t(text::SIGN_IN)} " " {icon::arrow()}</button>
                </form>
            }
            .into_any(),
        )
    };
    Page::new(title, view).main_class("sign-in").ok()
}

fn sheet(cx: &Context, title: crate::text::Msg, content: AnyView) -> AnyView {
    view! {
        <div class="sheet">
            <h1>{cx.t(title)}</h1>
            {content}
        </div>
    }
    .into_any()
}

fn password(
    cx: &Context,
    label: crate::text::Msg,
    help: Option<&'static str>,
    autocomplete: &'static str,
    problems: &[Problem],
) -> AnyView {
    let field = TextField {
        name: "password",
        label: cx.t(label),
        help,
        kind: "password",
        autocomplete,
        required: true,
        ..TextField::default()
    };
    text_field(field, problems)
}

fn code(cx: &Context, problems: &[Problem]) -> AnyView {
    let field = TextField {
        name: "code",
        label: cx.t(text::CODE),
        help: Some(cx.t(text::CODE_HELP)),
        autocomplete: "one-time-code",
        required: true,
        ..TextField::default()
    };
    text_field(field, problems)
}

fn second_factor(cx: &Context, totp: &TotpSecret, email: &str) -> AnyView {
    let code = qr::qr(&totp.enrolment_uri(email), cx.t(text::QR_LABEL).to_owned());
    view! {
        <h2 class="size-1 mt-5">{cx.t(text::APP_TITLE)}</h2>
        <p>{cx.t(text::APP_HELP)}</p>
        <p>
            <code>{totp.base32()}</code>
        </p>
        <div class="qr qr-large">{code}</div>
    }
    .into_any()
}

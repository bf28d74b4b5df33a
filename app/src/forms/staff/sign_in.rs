//! Signing in and out.

use crate::context::{Answer, Cx, Outcome, PageError};
use crate::pages::staff::sign_in::{invitation_page, sign_in_page};
use crate::pages::staff::{first_page, problem};
use crate::text::desk as text;
use backend::sessions::{self, NewSession};
use backend::staff::{self, Accepted, Credentials, SignIn};

/// POST `/mitarbeit/anmelden`.
pub async fn sign_in(cx: Cx) -> Outcome {
    let typed = Credentials {
        email: cx.form.get("email"),
        password: cx.form.get("password"),
        code: cx.form.get("code"),
        network: &cx.network,
        device: &cx.device,
    };
    match staff::sign_in(&cx.app.backend, typed).await? {
        SignIn::Done(session) => Ok(welcome(&cx, &session)),
        SignIn::Wrong => {
            let wrong = problem("email", cx.t(text::WRONG), cx.t(text::WRONG_SENTENCE));
            let (email, onward) =
                (cx.form.get("email").to_owned(), cx.form.get("weiter").to_owned());
            sign_in_page(cx, email, onward, vec![wrong]).ok()
        }
        SignIn::Slowed(_) => Err(PageError::TooMany),
    }
}

/// POST `/mitarbeit/einladung/{token}`.
pub async fn accept(cx: Cx) -> Outcome {
    let (password, code) = (cx.form.get("password"), cx.form.get("code"));
    let accepted = staff::accept(&cx.app.backend, cx.param(0), password, code, &cx.device).await?;
    let wrong = match accepted {
        Accepted::Done(session) => return Ok(welcome(&cx, &session)),
        Accepted::LinkGone => return Err(PageError::BadLink),
        Accepted::Password(why) => {
            problem("password", cx.t(text::NEW_PASSWORD), text::password(why))
        }
        Accepted::WrongCode => {
            problem("code", cx.t(text::WRONG_CODE), cx.t(text::WRONG_CODE_SENTENCE))
        }
    };
    let enrolment = staff::invitation(&cx.app.backend, cx.param(0)).await?;
    let enrolment = enrolment.ok_or(PageError::BadLink)?;
    invitation_page(cx, enrolment, vec![wrong]).ok()
}

/// POST `/mitarbeit/einmal/{token}`.
pub async fn one_time(cx: Cx) -> Outcome {
    let session = staff::sign_in_with_link(&cx.app.backend, cx.param(0), &cx.device).await?;
    Ok(welcome(&cx, &session.ok_or(PageError::BadLink)?))
}

/// POST `/mitarbeit/abmelden`.
pub async fn sign_out(cx: Cx) -> Outcome {
    if let Some(secret) = &cx.session_secret {
        sessions::end(&cx.app.backend, secret).await?;
    }
    let cookie = Some(cx.app.session_cookie.clear());
    Ok(Answer::SeeOther { to: cx.href("/anmelden"), cookie })
}

/// Sets the cookie and goes on to where the person was heading, if that is a page of the desk.
fn welcome(cx: &Cx, session: &NewSession) -> Answer {
    let onward = cx.form.get("weiter");
    let inside = onward.starts_with("/mitarbeit/") && !onward.contains(['\\', '\r', '\n']);
    let to = if inside { onward.to_owned() } else { first_page(cx, &session.member) };
    let cookie = Some(cx.app.session_cookie.set(&session.token));
    Answer::SeeOther { to, cookie }
}

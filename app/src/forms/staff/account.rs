//! The own account: a new password, and where one is signed in.

use crate::context::{Answer, Cx, Outcome, PageError, see_other};
use crate::pages::staff::account::show;
use crate::pages::staff::{Returned, admit, problem};
use crate::text::{desk, team as text};
use backend::Id;
use backend::sessions;
use backend::staff::{self, NewPassword, PasswordChange};

/// POST `/mitarbeit/konto/passwort`.
pub async fn password(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let (old, new) = (cx.form.get("alt"), cx.form.get("neu"));
    let typed = NewPassword { old, new, network: &cx.network };
    let changed = staff::change_password(&cx.app.backend, me.session, typed).await?;
    let wrong = match changed {
        PasswordChange::Done(begun) => {
            let cookie = Some(cx.app.session_cookie.set(&begun.token));
            return Ok(Answer::SeeOther { to: cx.href("/konto?getan=passwort"), cookie });
        }
        PasswordChange::WrongPassword => {
            problem("alt", cx.t(text::WRONG_PASSWORD_SHORT), cx.t(text::WRONG_PASSWORD))
        }
        PasswordChange::Slowed(until) => {
            problem("alt", cx.t(text::SLOWED_SHORT), &text::slowed(until))
        }
        PasswordChange::Refused(why) => {
            problem("neu", cx.t(desk::NEW_PASSWORD), desk::password(why))
        }
    };
    show(cx, Returned::wrong(vec![wrong])).await
}

/// POST `/mitarbeit/konto/anmeldungen/{session}/beenden`.
pub async fn end_one(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let session = Id::parse(cx.param(0)).ok_or(PageError::NotFound)?;
    let whose = &me.session.member.id;
    if !sessions::end_by_id(&cx.app.backend, whose, &session).await? {
        return Err(PageError::NotFound);
    }
    see_other(cx.href("/konto?getan=anmeldung"))
}

/// POST `/mitarbeit/konto/anmeldungen/beenden`.
pub async fn end_others(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    sessions::end_others(&cx.app.backend, me.session).await?;
    see_other(cx.href("/konto?getan=anmeldungen"))
}

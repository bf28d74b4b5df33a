//! What an administrator does with accounts: invite, change roles, lock, sign out.

use crate::context::{Context, Cx, Outcome, PageError, see_other};
use crate::pages::staff::team::{self, SURE, member, new};
use crate::pages::staff::{Admitted, Returned, admit, problem};
use crate::text::{Msg, desk, form as form_text, team as text};
use crate::ui::form::Problem;
use backend::staff::{self, AccountEdit, Facts, NewStaff, RoleChange};
use backend::{BackendError, Id};
use domain::staff::Role;
use domain::text::{Email, Line, TextError};
use domain::{Lang, Slug};

/// POST `/mitarbeit/team/neu`.
pub async fn add(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    let new = match new_member(&cx, me.site_id()) {
        Ok(new) => new,
        Err(problems) => return new::show(cx, Returned::wrong(problems)),
    };
    let added = staff::add_and_invite(&cx.app.backend, me.site, &new, &me.by).await;
    let wrong = match added {
        Ok(id) => return see_other(cx.href(&format!("/team/{id}?getan=angelegt"))),
        Err(BackendError::Refused("email_taken")) => taken(&cx),
        Err(other) => return Err(refusal(other)),
    };
    new::show(cx, Returned::wrong(vec![wrong]))
}

/// Reads the form of a new member.
fn new_member(cx: &Context, site: &str) -> Result<NewStaff, Vec<Problem>> {
    let roles = roles_in(cx, new::ROLE);
    match (facts(cx), roles.is_empty()) {
        (Ok(Facts { name, email, adviser }), false) => {
            let roles = roles.into_iter().map(|role| (site.to_owned(), role)).collect();
            Ok(NewStaff { name, email, adviser, roles })
        }
        (read, none) => {
            let mut problems = read.err().unwrap_or_default();
            problems.extend(none.then(|| no_roles(cx)));
            Err(problems)
        }
    }
}

/// Reads name, address and profile.
fn facts(cx: &Context) -> Result<Facts, Vec<Problem>> {
    let wrong = |field, label: Msg, error: TextError| Problem {
        field,
        short: format!("{}: {}", cx.t(label), form_text::short(Lang::De, error)),
        sentence: form_text::sentence(Lang::De, error),
    };
    let name =
        Line::parse(cx.form.get(new::NAME)).map_err(|error| wrong(new::NAME, text::NAME, error));
    let email = Email::parse(cx.form.get(new::EMAIL))
        .map_err(|error| wrong(new::EMAIL, desk::EMAIL, error));
    let adviser = match cx.form.get(new::PROFILE) {
        "" => Ok(None),
        id => match Slug::parse(id).filter(|id| cx.content.advisers.contains_key(id)) {
            Some(id) => Ok(Some(id)),
            None => Err(problem(
                new::PROFILE,
                cx.t(text::PROFILE_GONE),
                cx.t(text::PROFILE_GONE_SENTENCE),
            )),
        },
    };
    match (name, email, adviser) {
        (Ok(name), Ok(email), Ok(adviser)) => Ok(Facts { name, email, adviser }),
        // In the order of the page.
        (name, email, adviser) => {
            Err([name.err(), email.err(), adviser.err()].into_iter().flatten().collect())
        }
    }
}

/// POST `/mitarbeit/team/{id}/konto`.
pub async fn change_facts(cx: Cx) -> Outcome {
    let (me, member) = (admit(&cx)?, whose(&cx)?);
    let facts = match facts(&cx) {
        Ok(facts) => facts,
        Err(problems) => return member::show(cx, Returned::wrong(problems)).await,
    };
    let read = cx.form.get(member::READ).to_owned();
    let changed = staff::set_facts(&cx.app.backend, edit(&me, &member), &read, &facts).await;
    let returned = match changed {
        Ok(()) => return did(&cx, &member, "konto"),
        Err(BackendError::Conflict) => {
            Returned::conflict(remark(&cx, text::FACTS_CHANGED_SHORT, text::FACTS_CHANGED))
        }
        Err(BackendError::Refused("email_taken")) => Returned::wrong(vec![taken(&cx)]),
        Err(BackendError::Refused("other_site")) => {
            Returned::wrong(vec![remark(&cx, text::OTHER_SITE_SHORT, text::OTHER_SITE)])
        }
        Err(other) => return Err(refusal(other)),
    };
    member::show(cx, returned).await
}

fn taken(cx: &Context) -> Problem {
    problem(new::EMAIL, cx.t(text::EMAIL_TAKEN_SHORT), cx.t(text::EMAIL_TAKEN))
}

/// The roles a form names; what is none is left out.
fn roles_in(cx: &Context, field: &str) -> Vec<Role> {
    cx.form.all(field).into_iter().filter_map(Role::parse).collect()
}

fn no_roles(cx: &Context) -> Problem {
    problem(new::ROLE, cx.t(text::ROLES_MISSING_SHORT), cx.t(text::ROLES_MISSING))
}

/// The member the address names.
fn whose(cx: &Context) -> Result<Id, PageError> {
    Id::parse(cx.param(0)).ok_or(PageError::NotFound)
}

fn edit<'a>(me: &'a Admitted<'_>, member: &'a Id) -> AccountEdit<'a> {
    AccountEdit { site: me.site_id(), member, by: &me.by }
}

/// Whoever lost the right since they asked is told so; anything else is as always.
fn refusal(error: BackendError) -> PageError {
    match error {
        BackendError::Refused("no_longer_admin") => PageError::Forbidden,
        other => other.into(),
    }
}

/// Something that no field is to blame for: the summary says all of it.
fn remark(cx: &Context, short: Msg, sentence: Msg) -> Problem {
    let (short, sentence) = (cx.t(short), cx.t(sentence));
    problem("account", &format!("{short}. {sentence}"), sentence)
}

/// Back to the member's page with what was done.
fn did(cx: &Context, member: &Id, code: &str) -> Outcome {
    see_other(cx.href(&format!("/team/{member}?getan={code}")))
}

/// POST `/mitarbeit/team/{id}/rollen`.
pub async fn roles(cx: Cx) -> Outcome {
    let (me, member) = (admit(&cx)?, whose(&cx)?);
    let (before, after) = (roles_in(&cx, member::BEFORE), roles_in(&cx, new::ROLE));
    let change = RoleChange { before: &before, after: &after };
    let changed = staff::set_roles(&cx.app.backend, edit(&me, &member), change).await;
    let wrong = |short: Msg, sentence: Msg| problem(new::ROLE, cx.t(short), cx.t(sentence));
    let returned = match changed {
        Ok(()) => return did(&cx, &member, "rollen"),
        Err(BackendError::Conflict) => {
            Returned::conflict(wrong(text::ROLES_CHANGED_SHORT, text::ROLES_CHANGED))
        }
        Err(BackendError::Refused("no_roles")) => Returned::wrong(vec![no_roles(&cx)]),
        Err(BackendError::Refused("own_admin_role")) => {
            Returned::wrong(vec![wrong(text::OWN_ADMIN_SHORT, text::OWN_ADMIN)])
        }
        Err(BackendError::Refused("last_admin")) => {
            Returned::wrong(vec![wrong(text::LAST_ADMIN_SHORT, text::LAST_ADMIN)])
        }
        Err(other) => return Err(refusal(other)),
    };
    member::show(cx, returned).await
}

/// POST `/mitarbeit/team/{id}/einladung`.
pub async fn invite(cx: Cx) -> Outcome {
    let (me, member) = (admit(&cx)?, whose(&cx)?);
    match staff::invite_by_mail(&cx.app.backend, me.site, edit(&me, &member)).await {
        Ok(()) => did(&cx, &member, "eingeladen"),
        Err(BackendError::Refused("inactive" | "address")) => {
            let wrong = remark(&cx, text::INVITATION_NOT_SENT_SHORT, text::INVITATION_NOT_SENT);
            member::show(cx, Returned::wrong(vec![wrong])).await
        }
        Err(other) => Err(refusal(other)),
    }
}

fn not_sure(cx: &Context) -> Returned {
    Returned::wrong(vec![problem(SURE, cx.t(text::NOT_SURE_SHORT), cx.t(text::NOT_SURE))])
}

/// POST `/mitarbeit/team/{id}/sperren`.
pub async fn lock(cx: Cx) -> Outcome {
    let (me, member) = (admit(&cx)?, whose(&cx)?);
    if cx.form.get(SURE) != "ja" {
        let returned = not_sure(&cx);
        return member::show(cx, returned).await;
    }
    let locked = staff::set_active(&cx.app.backend, edit(&me, &member), false).await;
    let (short, sentence) = match locked {
        Ok(()) => return did(&cx, &member, "gesperrt"),
        Err(BackendError::Refused("own_account")) => (text::OWN_ACCOUNT_SHORT, text::OWN_ACCOUNT),
        Err(BackendError::Refused("last_admin")) => (text::LAST_ADMIN_SHORT, text::LAST_ADMIN),
        Err(BackendError::Refused("other_site")) => (text::OTHER_SITE_SHORT, text::OTHER_SITE),
        Err(other) => return Err(refusal(other)),
    };
    let wrong = remark(&cx, short, sentence);
    member::show(cx, Returned::wrong(vec![wrong])).await
}

/// POST `/mitarbeit/team/{id}/entsperren`.
pub async fn unlock(cx: Cx) -> Outcome {
    let (me, member) = (admit(&cx)?, whose(&cx)?);
    match staff::set_active(&cx.app.backend, edit(&me, &member), true).await {
        Ok(()) => did(&cx, &member, "entsperrt"),
        Err(BackendError::Refused("other_site")) => {
            let wrong = remark(&cx, text::OTHER_SITE_SHORT, text::OTHER_SITE);
            member::show(cx, Returned::wrong(vec![wrong])).await
        }
        Err(other) => Err(refusal(other)),
    }
}

/// POST `/mitarbeit/team/{id}/abmelden`.
pub async fn end_sessions(cx: Cx) -> Outcome {
    let (me, member) = (admit(&cx)?, whose(&cx)?);
    match staff::end_sessions(&cx.app.backend, edit(&me, &member)).await {
        Ok(()) => did(&cx, &member, "abgemeldet"),
        Err(other) => Err(refusal(other)),
    }
}

/// POST `/mitarbeit/team/abmelden`.
pub async fn end_everybodys_sessions(cx: Cx) -> Outcome {
    let me = admit(&cx)?;
    if cx.form.get(SURE) != "ja" {
        let returned = not_sure(&cx);
        return team::show(cx, returned).await;
    }
    let ended = staff::end_everybodys_sessions(&cx.app.backend, me.site_id(), me.session).await;
    match ended {
        Ok(()) => see_other(cx.href("/team?getan=abgemeldet")),
        Err(other) => Err(refusal(other)),
    }
}

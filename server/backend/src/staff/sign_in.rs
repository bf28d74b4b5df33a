//! Signing in. A wrong password, a wrong code and an unknown address get the same answer after
//! the same work; guessing gets slow, for the guesser's network alone.

use super::{TotpSecret, account, password, sql};
use crate::audit::{self, Actor};
use crate::sessions::NewSession;
use crate::{Backend, Result, Tx, transaction};
use domain::Instant;
use sha2::{Digest, Sha256};

/// How many wrong attempts are free of delay.
pub const FREE_ATTEMPTS: i64 = 10;

/// The first delay; each further wrong attempt doubles it.
const FIRST_DELAY_MS: i64 = 30_000;

/// The longest delay.
const LONGEST_DELAY_MS: i64 = 15 * 60_000;

/// Attempts are forgotten after this long without a further one.
const FORGET_MS: i64 = 60 * 60_000;

/// What somebody typed, and where they are.
#[derive(Clone, Copy)]
pub struct Credentials<'a> {
    /// Address.
    pub email: &'a str,
    /// Password.
    pub password: &'a str,
    /// The six digits of the authenticator app.
    pub code: &'a str,
    /// Their network: an IPv4 address or the first 64 bits of an IPv6 address.
    pub network: &'a str,
    /// What the person will recognise the session by: "Firefox, Linux".
    pub device: &'a str,
}

/// What became of an attempt.
#[derive(Clone, Debug)]
pub enum SignIn {
    /// Welcome; the session's secret goes into the cookie.
    Done(NewSession),
    /// Address, password or code is wrong; nobody is told which.
    Wrong,
    /// Too many wrong attempts from this network on this account; try again at this moment.
    Slowed(Instant),
}

/// Tries to sign in. The attempt is counted before the password is looked at, so that parallel
/// guesses count, too.
pub async fn sign_in(backend: &Backend, typed: Credentials<'_>) -> Result<SignIn> {
    let email = typed.email.trim().to_lowercase();
    let (account, network) = attempt_of(&email, typed.network);
    if let Some(until) = count(backend, &account, &network).await? {
        return Ok(SignIn::Slowed(until));
    }
    let mut conn = backend.db.read().await?;
    let member = sql::member_by_email(&mut conn, &email).await?.filter(|member| member.active);
    let credential = match &member {
        Some(member) => sql::credential(&mut conn, &member.id).await?,
        None => None,
    };
    drop(conn);
    let stored = credential.as_ref().map(|credential| credential.password.as_str());
    let fits = password::verify(typed.password, stored).await?;
    let (Some(member), Some(credential), true) = (member, credential, fits) else {
        return Ok(SignIn::Wrong);
    };
    let secret = TotpSecret::from_base32(&credential.totp_secret)?;
    let Some(step) = secret.step_of(typed.code, backend.now())? else { return Ok(SignIn::Wrong) };
    let begun = NewSession::draw(backend, member);
    let accepted = transaction!(backend.db, |tx| {
        // The code counts once, and neither the password nor the account may have changed since.
        if !sql::accept_step(tx, &begun.member.id, step, &credential.password).await? {
            return Ok(false);
        }
        begun.insert(tx, typed.device, backend.now()).await?;
        sql::delete_attempt(tx, &account, &network).await?;
        let by = Actor::Staff(begun.member.id.clone());
        let site = begun.member.audit_site();
        account::write_audit(tx, backend, site, &by, "session.begun", &begun.member.id).await?;
        Ok(true)
    })?;
    Ok(if accepted { SignIn::Done(begun) } else { SignIn::Wrong })
}

/// Counts an attempt as a wrong one; a right one takes the count back. `Some` is the moment until
/// which nothing is looked at.
pub(super) async fn count(
    backend: &Backend,
    account: &[u8],
    network: &[u8],
) -> Result<Option<Instant>> {
    let now = backend.now();
    transaction!(backend.db, |tx| {
        tx.lock("staff", &data_encoding::HEXLOWER.encode(account)).await?;
        let before = sql::attempt(tx, account, network).await?;
        let before = before.filter(|(_, last)| now.0 - last < FORGET_MS);
        if let Some((failures, last)) = before {
            let until = Instant(last).plus_ms(delay_ms(failures));
            if until > now {
                return Ok(Some(until));
            }
        }
        let failures = before.map_or(0, |(failures, _)| failures) + 1;
        sql::put_attempt(tx, account, network, failures, now).await?;
        if failures == FREE_ATTEMPTS {
            let entry = audit::Entry {
                site: "-",
                actor: &Actor::System,
                action: "sign_in.slowed",
                subject_kind: "account",
                subject: &data_encoding::HEXLOWER.encode(&account[..8]),
                detail: None,
            };
            audit::write(tx, backend, entry).await?;
        }
        Ok(None)
    })
}

/// Counts an attempt at anything else that must not be guessed, under a name of its own.
pub(crate) async fn count_attempt(
    backend: &Backend,
    account: &str,
    network: &str,
) -> Result<Option<Instant>> {
    let (account, network) = attempt_of(account, network);
    count(backend, &account, &network).await
}

/// Forgets such attempts: the last one was right.
pub(crate) async fn delete_attempt(tx: &mut Tx, account: &str, network: &str) -> Result<()> {
    let (account, network) = attempt_of(account, network);
    sql::delete_attempt(tx, &account, &network).await
}

/// Removes attempts that no longer count.
pub async fn sweep(tx: &mut Tx, now: Instant) -> Result<()> {
    sql::delete_attempts(tx, now.plus_ms(-FORGET_MS)).await
}

/// How long to wait after so many wrong attempts.
fn delay_ms(failures: i64) -> i64 {
    if failures < FREE_ATTEMPTS {
        return 0;
    }
    let doublings = u32::try_from(failures - FREE_ATTEMPTS).unwrap_or(u32::MAX).min(10);
    (FIRST_DELAY_MS << doublings).min(LONGEST_DELAY_MS)
}

/// Under what attempts on an account from a network are counted.
pub(super) fn attempt_of(email: &str, network: &str) -> ([u8; 32], [u8; 32]) {
    (digest("account", email), digest("network", network))
}

/// Accounts and networks are counted by digest: a list of attempts is no list of addresses.
fn digest(kind: &str, text: &str) -> [u8; 32] {
    Sha256::digest(format!("{kind}\n{text}")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_a_quarter_of_an_hour() {
        let seconds: Vec<i64> = (9..=16).map(|n| delay_ms(n) / 1000).collect();
        assert_eq!(seconds, [0, 30, 60, 120, 240, 480, 900, 900]);
        assert_eq!(delay_ms(i64::MAX), LONGEST_DELAY_MS);
    }
}

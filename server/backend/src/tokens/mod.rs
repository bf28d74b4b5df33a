//! Links in mails: 256 random bits for the reader, their SHA-256 for us. Whoever holds the link is
//! who it was sent to. Wrong, truncated, expired, used up and made for something else all look
//! the same: `None`.

mod sql;

use crate::{Backend, BackendError, Conn, Id, Result, Tx};
use data_encoding::BASE64URL_NOPAD;
use domain::spoken::Code;
use domain::{Instant, codes};
use sha2::{Digest, Sha256};

codes! {
    /// What a link is for.
    Purpose {
        /// The firm's status page: confirm, choose slots, release, withdraw, tell the outcome.
        /// Subject: the request. Works until the request is deleted.
        SmeStatus = "sme_status",
        /// Confirms that a new address is the firm's. Subject: the request, party: the change of
        /// address. [`ADDRESS_DAYS`].
        SmeAddress = "sme_address",
        /// A provider's page of one request. Subject: the request, party: the provider. Works
        /// until [`expire`] sets an end, 30 days after the meeting.
        ProviderMeeting = "provider_meeting",
        /// The first sign-in of a member of staff. Subject: the person. Once, 72 hours.
        StaffInvite = "staff_invite",
        /// Signing in once without a password, for a demonstration. Subject: the person. Once,
        /// 12 hours.
        StaffSignIn = "staff_sign_in",
        /// A provider's yearly confirmation. Subject: the provider. 60 days.
        ProviderConfirm = "provider_confirm",
        /// A calendar subscription. Subject: the person, or site and room; party: which of the two.
        /// Until revoked.
        CalendarFeed = "calendar_feed",
        /// From the kiosk to the own phone, by a [`Code`] that can be said aloud. Subject: the
        /// selection. 15 minutes, reusable.
        KioskHandover = "kiosk_handover",
    }
}

/// Days in which a new address has to be confirmed.
pub const ADDRESS_DAYS: i64 = 7;

impl Purpose {
    /// How long a new link works, in milliseconds; `None` means until it is revoked or its
    /// subject deleted.
    const fn lifetime_ms(self) -> Option<i64> {
        const HOUR: i64 = 3_600_000;
        match self {
            Purpose::SmeStatus | Purpose::ProviderMeeting | Purpose::CalendarFeed => None,
            Purpose::StaffInvite => Some(72 * HOUR),
            Purpose::StaffSignIn => Some(12 * HOUR),
            Purpose::SmeAddress => Some(ADDRESS_DAYS * 24 * HOUR),
            Purpose::ProviderConfirm => Some(60 * 24 * HOUR),
            Purpose::KioskHandover => Some(HOUR / 4),
        }
    }

    const fn single_use(self) -> bool {
        matches!(self, Purpose::StaffInvite | Purpose::StaffSignIn)
    }

    /// Whether the subject is a request, with which the link is deleted.
    const fn of_request(self) -> bool {
        matches!(self, Purpose::SmeStatus | Purpose::SmeAddress | Purpose::ProviderMeeting)
    }
}

/// Whom a link speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// The request, person, provider … the link is about; see [`Purpose`].
    pub subject: String,
    /// Which of several parties the bearer is, for example the provider's id.
    pub party: Option<String>,
}

impl Bearer {
    /// The subject as a row id.
    pub fn id(&self) -> Option<Id> {
        Id::parse(&self.subject)
    }
}

/// Makes a new link and returns its secret, 43 characters that fit into an address. It is not
/// kept anywhere: every mail mints its own.
pub async fn mint(
    tx: &mut Tx,
    backend: &Backend,
    purpose: Purpose,
    subject: &str,
    party: Option<&str>,
) -> Result<String> {
    let secret = backend.entropy.token();
    insert(tx, backend, purpose, &Sha256::digest(secret), subject, party).await?;
    Ok(BASE64URL_NOPAD.encode(&secret))
}

/// Makes a new code. It has 40 bits, so it is only for what ends soon and is nobody's secret, and
/// whoever looks one up is counted.
pub async fn mint_code(
    tx: &mut Tx,
    backend: &Backend,
    purpose: Purpose,
    subject: &str,
) -> Result<Code> {
    let mut random = [0; 5];
    backend.entropy.fill(&mut random);
    let code = Code::from_random(random);
    // The only key that can be taken is the code: a new one is drawn with the repetition.
    insert(tx, backend, purpose, &hash_of(code), subject, None)
        .await
        .map_err(|e| if e.is_unique_violation() { BackendError::Busy } else { e })?;
    Ok(code)
}

async fn insert(
    tx: &mut Tx,
    backend: &Backend,
    purpose: Purpose,
    hash: &[u8],
    subject: &str,
    party: Option<&str>,
) -> Result<()> {
    let now = backend.now();
    let new = sql::NewToken {
        hash,
        purpose: purpose.code(),
        subject,
        party,
        request: purpose.of_request().then_some(subject),
        created_at: now,
        expires_at: purpose.lifetime_ms().map(|ms| now.plus_ms(ms)),
        single_use: purpose.single_use(),
    };
    sql::insert(tx, &new).await
}

/// Whom the link speaks for, without using it up: for showing a page.
pub async fn look_up(
    conn: &mut Conn,
    purpose: Purpose,
    secret: &str,
    now: Instant,
) -> Result<Option<Bearer>> {
    match hash(secret) {
        Some(hash) => sql::find(conn, &hash, purpose.code(), now).await,
        None => Ok(None),
    }
}

/// What a code stands for.
pub async fn look_up_code(
    conn: &mut Conn,
    purpose: Purpose,
    code: Code,
    now: Instant,
) -> Result<Option<Bearer>> {
    sql::find(conn, &hash_of(code), purpose.code(), now).await
}

/// Whom the link speaks for; a link for single use is used up by this, so of two rivals only one
/// gets an answer.
pub async fn redeem(
    tx: &mut Tx,
    purpose: Purpose,
    secret: &str,
    now: Instant,
) -> Result<Option<Bearer>> {
    let Some(hash) = hash(secret) else { return Ok(None) };
    if purpose.single_use() && !sql::use_up(tx, &hash, purpose.code(), now).await? {
        return Ok(None);
    }
    if purpose.single_use() {
        return sql::find_used(tx, &hash).await;
    }
    sql::find(tx, &hash, purpose.code(), now).await
}

/// Ends every link of this purpose to `subject` (and `party`, if given) at `at`, or earlier if it
/// would have ended earlier.
pub async fn expire(
    tx: &mut Tx,
    purpose: Purpose,
    subject: &str,
    party: Option<&str>,
    at: Instant,
) -> Result<()> {
    sql::expire(tx, purpose.code(), subject, party, at).await
}

/// When the newest link of this purpose to `subject` and `party` was made that still works.
pub async fn since(
    conn: &mut Conn,
    purpose: Purpose,
    subject: &str,
    party: &str,
    now: Instant,
) -> Result<Option<Instant>> {
    sql::since(conn, purpose.code(), subject, party, now).await
}

fn hash_of(code: Code) -> [u8; 32] {
    Sha256::digest(code.stored()).into()
}

fn hash(secret: &str) -> Option<[u8; 32]> {
    let bytes: [u8; 32] = BASE64URL_NOPAD.decode(secret.as_bytes()).ok()?.try_into().ok()?;
    Some(Sha256::digest(bytes).into())
}

#[cfg(test)]
mod tests;

//! Finding a request by what somebody says on the telephone: a name, a firm, an address, a number,
//! the reference. What is typed and what is stored lose accents, signs and the ways to write an
//! umlaut, so that "Mueller" finds "Müller & Söhne".

mod sql;

pub(super) use sql::fill;

use super::inbox::{self, InboxRow};
use super::{PAGE, Viewer};
use crate::search::plain_words;
use crate::{Backend, Result};
use domain::content::Site;
use domain::request::Reference;

/// Words of a question that count; nobody types more to find one request.
const MOST_WORDS: usize = 4;

/// The longest question that is looked at, in characters.
pub const LONGEST_QUESTION: usize = 80;

/// What a request is found by.
pub(super) fn words(reference: Reference, texts: [Option<&str>; 3], phone: Option<&str>) -> String {
    let mut words: Vec<String> = texts.into_iter().flatten().flat_map(plain_words).collect();
    words.push(reference.stored().to_lowercase());
    words.extend(phone.and_then(national));
    words.join(" ")
}

/// The digits of a telephone number as they are dialled within the country, without the first
/// zero: what is the same however it was written. `None` for fewer than three digits.
fn national(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let local = digits.trim_start_matches('0');
    let abroad = digits.starts_with("00") || number.trim_start().starts_with('+');
    let local = match local.strip_prefix("49") {
        Some(rest) if abroad => rest.trim_start_matches('0'),
        _ => local,
    };
    (local.len() >= 3).then(|| local.to_owned())
}

/// The parts that all have to be there; none if nothing that counts was typed.
fn parts(typed: &str) -> Vec<String> {
    let typed: String = typed.chars().take(LONGEST_QUESTION).collect();
    if let Some(reference) = Reference::parse(&typed) {
        return vec![reference.stored().to_lowercase()];
    }
    let is_number = |c: char| c.is_ascii_digit() || " +-/().".contains(c);
    if typed.chars().all(is_number) {
        return national(&typed).into_iter().collect();
    }
    plain_words(&typed).take(MOST_WORDS).collect()
}

/// Requests that everything typed occurs in, newest first, ended ones too, `page` counted from 0;
/// only what the viewer may see.
pub async fn search(
    backend: &Backend,
    site: &Site,
    viewer: &Viewer,
    typed: &str,
    page: u32,
) -> Result<Vec<InboxRow>> {
    let parts = parts(typed);
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let today = backend.now().day();
    let mut like = ["%"; MOST_WORDS].map(str::to_owned);
    for (like, part) in like.iter_mut().zip(parts) {
        // Letters and digits only: nothing in it means anything to `like`.
        *like = format!("%{part}%");
    }
    let mut conn = backend.db.read().await?;
    let rows = sql::search(&mut conn, viewer, today, &like, i64::from(page) * i64::from(PAGE));
    Ok(rows.await?.into_iter().map(|named| inbox::row(site, today, named)).collect())
}

#[cfg(test)]
mod tests;

//! What somebody could who can make none of the times. It stays with their seat until other times
//! are offered.

mod sql;

pub(super) use sql::{WishRow, of_meeting, write};

use super::answer::Answered;
use super::follow::remark;
use super::load::Locked;
use super::{Seat, notify, sql as meetings};
use crate::{Actor, Backend, Result, Tx};
use domain::content::Content;
use domain::meeting::{Answer, DayPart, MeetingNote};
use domain::text::Paragraph;
use domain::{Lang, when};

/// What somebody said.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub message: Option<&'a str>,
    pub wishes: &'a [domain::meeting::TimeWish],
}

/// Notes wishes for a meeting whose times are gone: declined or run out. Whoever is responsible is
/// told the first time somebody says something; pressing the button again says nothing new.
pub(super) async fn later(
    tx: &mut Tx,
    backend: &Backend,
    content: &Content,
    locked: &Locked,
    mut seat: Seat,
    by: &Actor,
    said: Said<'_>,
) -> Result<Answered> {
    let knew = seat.message.is_some() || !seat.wishes.is_empty();
    let silent = said.message.is_none() && said.wishes.is_empty();
    let same = (seat.message.as_deref(), &seat.wishes[..]) == (said.message, said.wishes);
    if silent || same {
        return Ok(Answered::Declined);
    }
    let now = backend.now();
    seat.participant.answer = Answer::NoneFits;
    seat.message = said.message.map(str::to_owned);
    seat.wishes = said.wishes.to_vec();
    meetings::write_answer(tx, &seat, now).await?;
    meetings::update(tx, &locked.meeting, now).await?;
    let words = (Some(seat.participant.party.code()), said.message);
    remark(tx, backend, locked, by, MeetingNote::Wished, words).await?;
    if !knew {
        notify::adviser(tx, backend, content, locked, MeetingNote::Wished).await?;
    }
    Ok(Answered::Declined)
}

/// What a firm says when it leaves, as staff reads it: its own words, and when it could come.
pub(super) fn in_words(
    message: Option<&Paragraph<500>>,
    wishes: &[domain::meeting::TimeWish],
) -> Option<String> {
    let wish = |wish: &domain::meeting::TimeWish| {
        let part = match wish.part {
            DayPart::Any => "ganztags".to_owned(),
            DayPart::Morning => "vormittags".to_owned(),
            DayPart::Afternoon => "nachmittags".to_owned(),
            DayPart::At(at) => format!("{} Uhr", when::clock(at)),
        };
        format!("{} {part}", when::weekday_date(Lang::De, wish.day))
    };
    let could: Vec<String> = wishes.iter().map(wish).collect();
    let could = (!could.is_empty()).then(|| format!("Ginge: {}.", could.join("; ")));
    let words: Vec<String> = message.map(ToString::to_string).into_iter().chain(could).collect();
    (!words.is_empty()).then(|| words.join("\n"))
}

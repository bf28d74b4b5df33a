//! Who reads a mail about a meeting, and what they may know.

use super::super::load::Locked;
use super::super::propose::site_of;
use super::super::{Meeting, Seat};
use crate::ical::{Invitation, Mailbox, Method};
use crate::mail::Letter;
use crate::mail::templates::joint;
use crate::mail::templates::meeting::About;
use crate::outbox::{self, Mail};
use crate::requests::{self, Request, notify};
use crate::staff::{self, Member};
use crate::tokens::{self, Purpose};
use crate::{Backend, BackendError, Result, Tx};
use domain::content::{Content, Site};
use domain::meeting::{MeetingKind, MeetingPlace, Party, Slot};
use domain::request::MailKind;
use domain::text::Email;
use domain::{FirmSize, Lang, Place, Slug};

/// Somebody a mail goes to.
pub(super) struct Reader<'a> {
    pub seat: &'a Seat,
    pub name: String,
    pub to: Email,
    pub lang: Lang,
    /// Whose mail it is for the outbox: the firm's own request, or the meeting's.
    pub request: &'a Request,
}

/// Everything the mails about one meeting have in common.
pub(super) struct Desk<'a> {
    pub backend: &'a Backend,
    pub content: &'a Content,
    pub site: &'a Site,
    pub meeting: &'a Meeting,
    pub requests: &'a [Request],
    pub host: Member,
}

impl<'a> Desk<'a> {
    pub(super) async fn open(
        tx: &mut Tx,
        backend: &'a Backend,
        content: &'a Content,
        locked: &'a Locked,
    ) -> Result<Desk<'a>> {
        let (meeting, requests) = (&locked.meeting, &locked.requests[..]);
        let host = staff::find(tx, &meeting.adviser).await?.ok_or(BackendError::NotFound)?;
        let site = site_of(content, locked.request())?;
        Ok(Desk { backend, content, site, meeting, requests, host })
    }

    /// Who sits there, if they can be written to.
    pub(super) fn reader(&self, seat: &'a Seat) -> Option<Reader<'a>> {
        let own = &self.requests[0];
        match seat.participant.party {
            Party::Sme => {
                let request = self.requests.iter().find(|r| r.id.as_str() == seat.subject)?;
                let (name, lang) = (request.person.clone(), request.mail_lang());
                Some(Reader { seat, name, to: request.mailbox()?, lang, request })
            }
            Party::Provider => {
                let provider = self.content.providers.get(seat.subject.as_str())?;
                let to = Email::parse(&provider.email).ok()?;
                let name = provider.person.clone();
                Some(Reader { seat, name, to, lang: Lang::De, request: own })
            }
            Party::Adviser => {
                let to = Email::parse(&self.host.email).ok()?;
                let name = self.host.name.clone();
                Some(Reader { seat, name, to, lang: Lang::De, request: own })
            }
        }
    }

    /// Mints the reader's own link, for one mail.
    async fn link(&self, tx: &mut Tx, reader: &Reader<'_>) -> Result<String> {
        match reader.seat.participant.party {
            Party::Sme => notify::status_link(tx, self.backend, reader.request).await,
            Party::Provider => {
                let (request, provider) = (reader.request.id.as_str(), &reader.seat.subject);
                let purpose = Purpose::ProviderMeeting;
                let secret =
                    tokens::mint(tx, self.backend, purpose, request, Some(provider)).await?;
                let path = Place::web(reader.lang).href(&format!("/termin/{secret}"));
                Ok(self.backend.link(&path))
            }
            Party::Adviser => {
                Ok(self.backend.link(&format!("/mitarbeit/anfragen/{}", reader.request.id)))
            }
        }
    }

    /// Who else comes, as this reader may know them.
    async fn company(&self, tx: &mut Tx, reader: &Reader<'_>) -> Result<String> {
        let lang = reader.lang;
        let provider = self.meeting.provider.as_deref().map(|id| self.provider_name(id, lang));
        let host = format!("{} ({})", self.host.name, lang.pick("Wirtschaftsförderung", "host"));
        let others = match (reader.seat.participant.party, self.meeting.kind) {
            (Party::Provider, _) => Some(self.firm_for_provider(tx, reader).await?),
            (Party::Adviser, MeetingKind::Joint) => {
                Some(format!("{} Betriebe", self.requests.len()))
            }
            (Party::Adviser, _) => Some(provider.unwrap_or_else(|| "ein Betrieb".to_owned())),
            (Party::Sme, MeetingKind::Joint) => {
                Some(joint::others(lang, self.requests.len().saturating_sub(1)))
            }
            (Party::Sme, _) => provider,
        };
        let host = (reader.seat.participant.party != Party::Adviser).then_some(host);
        Ok(others.into_iter().chain(host).collect::<Vec<_>>().join(", "))
    }

    /// The goal that all firms of a joint meeting name, in words.
    pub(super) fn shared_goal(&self, lang: Lang) -> Option<String> {
        let (first, others) = self.requests.split_first()?;
        let goal = first.goals.iter().find(|goal| others.iter().all(|r| r.goals.contains(goal)));
        goal.map(|goal| self.site.goal(goal, lang))
    }

    fn provider_name(&self, id: &str, lang: Lang) -> String {
        let provider = Slug::parse(id).and_then(|id| self.content.providers.get(&id));
        provider.map_or_else(
            || id.to_owned(),
            |provider| format!("{} ({})", provider.person, provider.text.text(lang).title),
        )
    }

    /// The firm as the provider may know it now: by name if that is released, else by what it is.
    async fn firm_for_provider(&self, tx: &mut Tx, reader: &Reader<'_>) -> Result<String> {
        let request = reader.request;
        let view = requests::provider_view(tx, &request.id, &reader.seat.subject).await?;
        if let Some(view) = view
            && let Some(person) = view.person
        {
            let firm = view.firm.map(|firm| format!(" ({firm})")).unwrap_or_default();
            return Ok(format!("{person}{firm}"));
        }
        let sector = request.sector.as_deref().map(|id| self.site.sector(id, Lang::De));
        let size = request.size.map(size_words);
        let facts: Vec<String> = sector.into_iter().chain(size.map(str::to_owned)).collect();
        let facts =
            if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
        Ok(format!("ein Betrieb{facts}"))
    }

    fn place_text(&self, lang: Lang) -> String {
        self.place_of(self.meeting, lang)
    }

    /// Where `meeting` is; this one as it is now or as it was.
    pub(super) fn place_of(&self, meeting: &Meeting, lang: Lang) -> String {
        let room = &self.site.room;
        let note = meeting.place_note.as_deref();
        let plain = match meeting.place {
            MeetingPlace::Room => {
                return format!("{}, {}, {} {}", room.name, room.street, room.postcode, room.city);
            }
            MeetingPlace::Firm => lang.pick("bei Ihnen im Betrieb", "at the firm"),
            MeetingPlace::Phone => lang.pick("am Telefon", "by telephone"),
            MeetingPlace::Video => lang.pick("per Video", "by video"),
        };
        note.map_or_else(|| plain.to_owned(), |note| format!("{plain}: {note}"))
    }

    /// How a guest gets to the room, if the meeting is there. Whoever works there knows.
    pub(super) fn way(&self, reader: &Reader<'_>) -> Option<&'a str> {
        let guest = reader.seat.participant.party != Party::Adviser;
        let directions = self.site.text.text(reader.lang).directions.as_str();
        let known = guest && self.meeting.place == MeetingPlace::Room && !directions.is_empty();
        known.then_some(directions)
    }

    /// The calendar object for this reader. Calendars are shared and synchronised: beside the
    /// reader's own name it holds none of a firm or person, and no link.
    pub(super) fn object(
        &self,
        reader: &Reader<'_>,
        method: Method,
        slot: Slot,
    ) -> outbox::Calendar {
        let lang = reader.lang;
        let reference = reader.request.reference;
        let summary = match self.meeting.kind {
            MeetingKind::Advice => {
                lang.pick("Beratung, Digitale Werkbank", "Advice, Digitale Werkbank")
            }
            MeetingKind::Introduction => {
                lang.pick("Kennenlernen, Digitale Werkbank", "First meeting, Digitale Werkbank")
            }
            MeetingKind::Joint => lang
                .pick("Gemeinsames Treffen, Digitale Werkbank", "Joint meeting, Digitale Werkbank"),
        };
        let (about, ask) = match lang {
            Lang::De | Lang::Ls => (
                format!("Anfrage {reference}, {} Minuten, kostenlos.", self.meeting.minutes),
                format!(
                    "Verschieben oder absagen: über den Link in unserer Mail, oder {}.",
                    self.site.phone
                ),
            ),
            Lang::En => (
                format!("Request {reference}, {} minutes, free of charge.", self.meeting.minutes),
                format!(
                    "To move or cancel: use the link in our mail, or call {}.",
                    self.site.phone
                ),
            ),
        };
        let invitation = Invitation {
            method,
            uid: &reader.seat.uid,
            sequence: u32::try_from(self.meeting.sequence).unwrap_or_default(),
            stamp: self.backend.now(),
            slot,
            summary: &format!("{summary} ({reference})"),
            description: &format!("{about}\n{ask}"),
            location: &self.place_text(lang),
            organizer: Mailbox { name: &self.site.text.text(lang).title, email: &self.site.email },
            attendee: Mailbox { name: &reader.name, email: reader.to.as_str() },
        };
        outbox::Calendar { method, ics: invitation.write() }
    }

    pub(super) async fn send(
        &self,
        tx: &mut Tx,
        reader: &Reader<'_>,
        kind: MailKind,
        calendar: Option<outbox::Calendar>,
        letter: impl FnOnce(&About<'_>) -> Letter,
    ) -> Result<()> {
        let mail = self.mail(tx, reader, kind, calendar, letter).await?;
        outbox::enqueue(tx, self.backend, mail).await?;
        Ok(())
    }

    /// A mail with the reader's own link, not yet in the outbox.
    pub(super) async fn mail(
        &self,
        tx: &mut Tx,
        reader: &Reader<'_>,
        kind: MailKind,
        calendar: Option<outbox::Calendar>,
        letter: impl FnOnce(&About<'_>) -> Letter,
    ) -> Result<Mail> {
        let (with, place) = (self.company(tx, reader).await?, self.place_text(reader.lang));
        let link = self.link(tx, reader).await?;
        let about = About {
            site: self.site,
            lang: reader.lang,
            reference: reader.request.reference,
            with: &with,
            place: &place,
            link: &link,
        };
        Ok(Mail {
            kind,
            request: Some(reader.request.id.clone()),
            from: notify::sender(self.site, reader.lang),
            to: reader.to.clone(),
            letter: letter(&about),
            calendar,
            unconfirmed: false,
        })
    }
}

const fn size_words(size: FirmSize) -> &'static str {
    match size {
        FirmSize::Solo => "allein tätig",
        FirmSize::Micro => "1 bis 9 Beschäftigte",
        FirmSize::Small => "10 bis 49 Beschäftigte",
        FirmSize::Medium => "50 bis 249 Beschäftigte",
        FirmSize::Large => "ab 250 Beschäftigte",
    }
}

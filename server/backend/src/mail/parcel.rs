//! A mail ready to be handed over: packed as MIME, readable everywhere.

use super::mailer::Failure;
use domain::Instant;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use std::time::{Duration, UNIX_EPOCH};

/// A mail as the outbox keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Row id.
    pub id: String,
    /// The same at every attempt, so that a repetition is recognised.
    pub message_id: String,
    /// When it was written.
    pub written: Instant,
    /// Display name of the sender.
    pub sender_name: String,
    /// Mailbox of the sender.
    pub sender: String,
    /// The one recipient.
    pub recipient: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
    /// REQUEST or CANCEL and the calendar object.
    pub calendar: Option<(String, String)>,
}

impl Parcel {
    /// Packs it: text and HTML as alternatives; a calendar object as a third alternative, which
    /// mail programs act on, and again as a file, for those that only show attachments.
    ///
    /// # Errors
    /// [`Failure::Never`] if an address or header cannot be written.
    pub fn pack(&self) -> Result<Message, Failure> {
        // The library panics on a line break in a name and loses a recipient with NUL. The domain
        // types let neither through; this is the last door.
        for line in
            [&self.sender_name, &self.sender, &self.recipient, &self.subject, &self.message_id]
        {
            if line.chars().any(char::is_control) {
                return Err(Failure::Never("control character in a header".into()));
            }
        }
        let from = mailbox(Some(&self.sender_name), &self.sender)?;
        let to = mailbox(None, &self.recipient)?;
        let written = Duration::from_millis(u64::try_from(self.written.0).unwrap_or_default());
        let message = Message::builder()
            .from(from)
            .to(to)
            .subject(self.subject.as_str())
            .date(UNIX_EPOCH + written)
            .message_id(Some(self.message_id.clone()))
            // RFC 3834: nobody's absence note should answer.
            .raw_header(header("Auto-Submitted", "auto-generated"));
        let words = MultiPart::alternative()
            .singlepart(SinglePart::plain(self.text.clone()))
            .singlepart(SinglePart::html(self.html.clone()));
        let body = match &self.calendar {
            None => words,
            Some((method, ics)) => {
                let inline =
                    calendar_type(&format!("text/calendar; charset=utf-8; method={method}"))?;
                let file = calendar_type("application/ics; name=\"termin.ics\"")?;
                let event = SinglePart::builder()
                    .header(inline)
                    .header(ContentTransferEncoding::Base64)
                    .body(ics.clone());
                MultiPart::mixed()
                    .multipart(words.singlepart(event))
                    .singlepart(Attachment::new("termin.ics".to_owned()).body(ics.clone(), file))
            }
        };
        message.multipart(body).map_err(|error| Failure::Never(error.to_string()))
    }
}

fn mailbox(name: Option<&str>, address: &str) -> Result<Mailbox, Failure> {
    let address = address.parse().map_err(|_| Failure::Never("address".into()))?;
    Ok(Mailbox::new(name.map(str::to_owned), address))
}

fn calendar_type(text: &str) -> Result<ContentType, Failure> {
    ContentType::parse(text).map_err(|_| Failure::Never("content type".into()))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn parcel() -> Parcel {
        Parcel {
            id: "1".into(),
            message_id: "<1@werkbank.example>".into(),
            written: Instant(1_795_518_000_000),
            sender_name: "Digitale Werkbank".into(),
            sender: "werkbank@werkbank.example".into(),
            recipient: "m.hoffmeister@example.org".into(),
            subject: "Ihr Termin in der Werkbank: Müller & Söhne 🔧".into(),
            text: ".\r\n..ein Punkt\n".to_owned() + &"lang ".repeat(300),
            html: "<p>Müller</p>".into(),
            calendar: None,
        }
    }

    #[test]
    fn one_recipient_and_headers_of_ours_alone() {
        let message = parcel().pack().unwrap();
        let raw = String::from_utf8(message.formatted()).unwrap();
        let head = raw.split("\r\n\r\n").next().unwrap();
        assert!(head.contains("To: m.hoffmeister@example.org\r\n"), "{head}");
        assert!(head.contains("Auto-Submitted: auto-generated"), "{head}");
        assert!(head.contains("Message-ID: <1@werkbank.example>"), "{head}");
        assert!(head.contains("Date: Tue, 24 Nov 2026 11:00:00 +0000"), "{head}");
        assert!(raw.is_ascii() && raw.lines().all(|line| line.len() <= 998));
    }

    #[test]
    fn the_calendar_part_names_its_method() {
        let ics = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n".to_owned();
        let parcel = Parcel { calendar: Some(("CANCEL".into(), ics)), ..parcel() };
        let raw = String::from_utf8(parcel.pack().unwrap().formatted()).unwrap();
        assert!(raw.contains("Content-Type: text/calendar; charset=utf-8; method=CANCEL"), "{raw}");
        assert!(raw.contains("filename=\"termin.ics\""), "{raw}");
    }

    #[test]
    fn what_no_header_can_carry_is_never_tried_again() {
        for parcel in [
            Parcel { recipient: "a@b\r\nBcc: c@d.de".into(), ..parcel() },
            Parcel { recipient: "a@b.de\0".into(), ..parcel() },
            Parcel { recipient: "a@b.de, c@d.de".into(), ..parcel() },
            Parcel { recipient: String::new(), ..parcel() },
            Parcel { sender_name: "A\r\nBcc: c@d.de".into(), ..parcel() },
            Parcel { sender_name: "A\nB".into(), ..parcel() },
            Parcel { subject: "A\r\nBcc: c@d.de".into(), ..parcel() },
            Parcel { message_id: "<1>\r\nBcc: c@d.de".into(), ..parcel() },
        ] {
            assert!(matches!(parcel.pack(), Err(Failure::Never(_))), "{parcel:?}");
        }
    }
}

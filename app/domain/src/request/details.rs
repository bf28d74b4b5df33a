//! What a firm says about itself and its plan, and can put right afterwards.

use super::{
    Budget, Contact, Door, Field, FieldError, NewRequest, RequestForm, RequestKind, UNKNOWN,
};
use crate::FirmSize;
use crate::text::{Line, Paragraph};

/// What can be put right of a request about a firm's own plans.
const ALL: &[Field] = &[
    Field::Goal,
    Field::Message,
    Field::Budget,
    Field::Firm,
    Field::Sector,
    Field::District,
    Field::Size,
    Field::Person,
    Field::Email,
    Field::Phone,
    Field::ContactBy,
];

/// What can be put right of every other request.
const PLAIN: &[Field] =
    &[Field::Message, Field::Firm, Field::Person, Field::Email, Field::Phone, Field::ContactBy];

/// The answers of a request that its firm can change, checked as those of a new request are. Only
/// [`Details::parse`] makes them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Details {
    /// The firm.
    pub firm: Option<Line<120>>,
    /// The person.
    pub person: Line<120>,
    /// How to reach them.
    pub contact: Contact,
    /// In their own words.
    pub message: Option<Paragraph<2000>>,
    /// Goal ids, the most important first; empty is "weiß ich nicht".
    pub goals: Vec<String>,
    /// Possible spending.
    pub budget: Option<Budget>,
    /// Sector id.
    pub sector: Option<String>,
    /// District id.
    pub district: Option<String>,
    /// People working there.
    pub size: Option<FirmSize>,
}

impl Details {
    /// The fields of a kind of request that can be changed, in the order of the form. What is asked
    /// for, and which providers, is not among them: other people have acted on it.
    pub const fn fields(kind: RequestKind) -> &'static [Field] {
        if kind.is_matchmaking() { ALL } else { PLAIN }
    }

    /// Reads the form for a request of this kind. Fields it does not have are ignored, whatever
    /// arrives under their names.
    ///
    /// # Errors
    /// Every problem, in the order of the fields.
    pub fn parse(
        form: &RequestForm,
        kind: RequestKind,
        door: Door<'_>,
    ) -> Result<Details, Vec<FieldError>> {
        let mut shown = form.only(Details::fields(kind));
        shown.set(Field::Kind, kind.code());
        let new = NewRequest::parse(&shown, door)?;
        Ok(Details {
            firm: new.firm,
            person: new.person,
            contact: new.contact,
            message: new.message,
            goals: new.goals,
            budget: new.budget,
            sector: new.sector,
            district: new.district,
            size: new.size,
        })
    }

    /// The form that says exactly this, so that two sets of answers can be compared field by field.
    pub fn form(&self, kind: RequestKind) -> RequestForm {
        Stated {
            firm: self.firm.as_ref().map(Line::as_str),
            person: self.person.as_str(),
            email: self.contact.email.as_ref().map(crate::text::Email::as_str),
            phone: self.contact.phone.as_ref().map(crate::text::Phone::as_str),
            contact_by: self.contact.by.code(),
            message: self.message.as_ref().map(Paragraph::as_str),
            goals: &self.goals,
            budget: self.budget,
            sector: self.sector.as_deref(),
            district: self.district.as_deref(),
            size: self.size,
        }
        .form(kind)
    }
}

/// Answers as they are stored, for the form that shows them again.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// The firm.
    pub firm: Option<&'a str>,
    /// The person.
    pub person: &'a str,
    /// E-mail address.
    pub email: Option<&'a str>,
    /// Telephone number.
    pub phone: Option<&'a str>,
    /// Code of the preferred way.
    pub contact_by: &'a str,
    /// In their own words.
    pub message: Option<&'a str>,
    /// Goal ids.
    pub goals: &'a [String],
    /// Possible spending.
    pub budget: Option<Budget>,
    /// Sector id.
    pub sector: Option<&'a str>,
    /// District id.
    pub district: Option<&'a str>,
    /// People working there.
    pub size: Option<FirmSize>,
}

impl Stated<'_> {
    /// The form that says this; what is not known is answered with "weiß ich nicht".
    pub fn form(self, kind: RequestKind) -> RequestForm {
        let mut pairs: Vec<(Field, &str)> =
            self.goals.iter().map(|goal| (Field::Goal, goal.as_str())).collect();
        if pairs.is_empty() {
            pairs.push((Field::Goal, UNKNOWN));
        }
        pairs.extend([
            (Field::Message, self.message.unwrap_or_default()),
            (Field::Budget, self.budget.map_or(UNKNOWN, Budget::code)),
            (Field::Firm, self.firm.unwrap_or_default()),
            (Field::Sector, self.sector.unwrap_or(UNKNOWN)),
            (Field::District, self.district.unwrap_or(UNKNOWN)),
            (Field::Size, self.size.map_or(UNKNOWN, FirmSize::code)),
            (Field::Person, self.person),
            (Field::Email, self.email.unwrap_or_default()),
            (Field::Phone, self.phone.unwrap_or_default()),
            (Field::ContactBy, self.contact_by),
        ]);
        let pairs = pairs.into_iter().map(|(field, value)| (field.code(), value));
        RequestForm::from_pairs(pairs).only(Details::fields(kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::Problem;
    use crate::{Lang, sample};

    const FORM: &[(&str, &str)] = &[
        ("goal", "ablaeufe"),
        ("message", "Alles läuft über Zettel."),
        ("budget", "u5000"),
        ("firm", "Sanitär Hoffmeister"),
        ("sector", "handwerk"),
        ("district", "hoerde"),
        ("size", "10-49"),
        ("person", "Martina Hoffmeister"),
        ("email", "m@sanitaer.example"),
        ("phone", "0231 123456"),
        ("contact_by", "phone"),
    ];

    fn parse(kind: RequestKind, changes: &[(&str, &str)]) -> Result<Details, Vec<FieldError>> {
        let content = sample::content();
        let site = content.site().unwrap();
        let door = Door { site, content: &content, lang: Lang::De, by_staff: false };
        let kept = FORM.iter().filter(|(name, _)| !changes.iter().any(|(n, _)| n == name));
        let form = RequestForm::from_pairs(kept.chain(changes).map(|(n, v)| (*n, *v)));
        Details::parse(&form, kind, door)
    }

    #[test]
    fn the_form_of_what_was_read_reads_the_same() {
        let form = RequestForm::from_pairs(FORM.iter().copied());
        let read = parse(RequestKind::Advice, &[]).unwrap();
        assert_eq!(read.form(RequestKind::Advice), form);
        let unknown = [("goal", ""), ("sector", "unknown"), ("size", ""), ("budget", "")];
        let read = parse(RequestKind::Advice, &unknown).unwrap();
        let form = read.form(RequestKind::Advice);
        for field in [Field::Goal, Field::Sector, Field::Size, Field::Budget] {
            assert_eq!(form.get(field), UNKNOWN, "{field:?}");
        }
    }

    #[test]
    fn only_what_the_form_asks_for_is_read() {
        let read = parse(RequestKind::BarrierReport, &[("sector", "nonsense")]).unwrap();
        assert_eq!((read.sector, read.goals.len(), read.size), (None, 0, None));
        let other = [("kind", "barrier_report"), ("provider", "nobody"), ("channel", "staff")];
        assert!(parse(RequestKind::Funding, &other).is_ok(), "made-up fields change nothing");
    }

    #[test]
    fn it_is_as_strict_as_a_new_request() {
        let errors = |changes: &[(&str, &str)]| parse(RequestKind::Advice, changes).unwrap_err();
        let both = errors(&[("email", ""), ("phone", "")]);
        assert_eq!(both, [FieldError { field: Field::Email, problem: Problem::NoContact }]);
        assert_eq!(errors(&[("phone", "")])[0].field, Field::Phone, "the preferred way");
        assert_eq!(errors(&[("firm", "a\u{202e}b")])[0].field, Field::Firm);
        assert_eq!(errors(&[("sector", "")])[0].problem, Problem::Choose);
    }
}

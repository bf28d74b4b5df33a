//! From what was typed to a request that can be stored: every problem is found at once.

use super::{Budget, Channel, ContactBy, Field, RequestForm, RequestKind};
use crate::content::{Content, Site, Term};
use crate::text::{Email, Line, Paragraph, Phone, TextError};
use crate::{FirmSize, Lang, Slug};

/// The value that means "weiß ich nicht".
pub const UNKNOWN: &str = "unknown";

/// Goals one request may name.
pub const MAX_GOALS: usize = 3;

/// Providers one request may wish for.
pub const MAX_PROVIDERS: usize = 3;

/// What is wrong with a field. The page chooses the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// Has to be filled in.
    Missing,
    /// One of the choices has to be made; "weiß ich nicht" is one of them.
    Choose,
    /// Not one of the choices (an old page or a made-up value).
    NotAChoice,
    /// More than this many.
    TooMany(usize),
    /// Neither e-mail nor telephone.
    NoContact,
    /// The text itself is refused.
    Text(TextError),
}

/// A problem and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FieldError {
    /// The field.
    pub field: Field,
    /// What is wrong.
    pub problem: Problem,
}

/// How to reach the person; there is always at least one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// E-mail address.
    pub email: Option<Email>,
    /// Telephone number.
    pub phone: Option<Phone>,
    /// What they prefer; it is one of the two that are there.
    pub by: ContactBy,
}

/// The door a request comes through: what it is checked against.
#[derive(Clone, Copy, Debug)]
pub struct Door<'a> {
    /// The site that is asked.
    pub site: &'a Site,
    /// Stories and providers that may be named.
    pub content: &'a Content,
    /// The language of the page.
    pub lang: Lang,
    /// Whether signed-in staff enters it: only then may the channel be phone, visit or staff.
    pub by_staff: bool,
}

/// A request that may be stored. Only [`NewRequest::parse`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NewRequest {
    /// What is asked for.
    pub kind: RequestKind,
    /// Where it comes from.
    pub channel: Channel,
    /// The language to answer in.
    pub lang: Lang,
    /// The firm; always there except in a barrier report.
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
    /// Sector id; `None` is "weiß ich nicht".
    pub sector: Option<String>,
    /// District id; `None` is "weiß ich nicht".
    pub district: Option<String>,
    /// People working there.
    pub size: Option<FirmSize>,
    /// Providers they would like to meet; empty is "weiß ich nicht, wen ich brauche".
    pub providers: Vec<Slug>,
    /// The story it began with.
    pub story: Option<Slug>,
    /// May be asked 3, 6 and 12 months after a meeting what became of it.
    pub ask_later: bool,
}

impl NewRequest {
    /// Reads the form.
    ///
    /// # Errors
    /// Every problem, in the order of the fields.
    pub fn parse(form: &RequestForm, door: Door<'_>) -> Result<NewRequest, Vec<FieldError>> {
        let mut read = Reader { form, door, errors: Vec::new() };
        let kind = read.kind();
        let channel = read.channel();
        let (goals, message, budget) = (read.goals(), read.message(kind), read.budget());
        let (providers, story) = (read.providers(), read.story());
        let firm = read.firm(kind);
        let site = door.site;
        let sector = read.term(Field::Sector, &site.sectors, kind);
        let district = read.term(Field::District, &site.districts, kind);
        let (size, person, contact) = (read.size(), read.person(), read.contact());
        let ask_later = !form.get(Field::AskLater).is_empty();
        match (read.errors.is_empty(), person, contact) {
            (true, Some(person), Some(contact)) => Ok(NewRequest {
                kind,
                channel,
                lang: door.lang,
                firm,
                person,
                contact,
                message,
                goals,
                budget,
                sector,
                district,
                size,
                providers,
                story,
                ask_later,
            }),
            _ => Err(read.errors),
        }
    }
}

struct Reader<'a> {
    form: &'a RequestForm,
    door: Door<'a>,
    errors: Vec<FieldError>,
}

impl Reader<'_> {
    fn error<T>(&mut self, field: Field, problem: Problem) -> Option<T> {
        self.errors.push(FieldError { field, problem });
        None
    }

    fn text<T>(&mut self, field: Field, read: Result<T, TextError>) -> Option<T> {
        match read {
            Ok(text) => Some(text),
            Err(TextError::Empty) => self.error(field, Problem::Missing),
            Err(e) => self.error(field, Problem::Text(e)),
        }
    }

    /// A field that may be left out or answered with "weiß ich nicht".
    fn choice<T>(&mut self, field: Field, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        match self.form.get(field) {
            "" | UNKNOWN => None,
            typed => match parse(typed) {
                Some(value) => Some(value),
                None => self.error(field, Problem::NotAChoice),
            },
        }
    }

    fn kind(&mut self) -> RequestKind {
        match self.choice(Field::Kind, RequestKind::parse) {
            Some(kind) => kind,
            // Whoever wishes for a provider wants to meet it.
            None if self.form.all(Field::Provider).any(|p| !p.is_empty() && p != UNKNOWN) => {
                RequestKind::Introduction
            }
            None => RequestKind::Advice,
        }
    }

    fn channel(&mut self) -> Channel {
        let default = if self.door.by_staff { Channel::Staff } else { Channel::Home };
        match Channel::parse(self.form.get(Field::Channel)) {
            Some(channel) if channel.is_by_staff() == self.door.by_staff => channel,
            _ => default,
        }
    }

    fn goals(&mut self) -> Vec<String> {
        let mut goals = Vec::new();
        for typed in self.form.all(Field::Goal).filter(|g| !matches!(*g, "" | UNKNOWN)) {
            if !self.door.site.goals.iter().any(|goal| goal.id == typed) {
                self.errors.push(FieldError { field: Field::Goal, problem: Problem::NotAChoice });
            } else if !goals.iter().any(|goal| goal == typed) {
                goals.push(typed.to_owned());
            }
        }
        if goals.len() > MAX_GOALS {
            self.error::<()>(Field::Goal, Problem::TooMany(MAX_GOALS));
        }
        goals
    }

    fn message(&mut self, kind: RequestKind) -> Option<Paragraph<2000>> {
        let typed = self.form.get(Field::Message);
        if matches!(kind, RequestKind::BarrierReport | RequestKind::ProviderListing) {
            return self.text(Field::Message, Paragraph::parse(typed));
        }
        self.text(Field::Message, Paragraph::optional(typed)).flatten()
    }

    fn budget(&mut self) -> Option<Budget> {
        self.choice(Field::Budget, Budget::parse)
    }

    fn providers(&mut self) -> Vec<Slug> {
        let mut providers: Vec<Slug> = Vec::new();
        for typed in self.form.all(Field::Provider).filter(|p| !matches!(*p, "" | UNKNOWN)) {
            match Slug::parse(typed).filter(|id| self.door.content.providers.contains_key(id)) {
                Some(id) if !providers.contains(&id) => providers.push(id),
                Some(_) => {}
                None => self
                    .errors
                    .push(FieldError { field: Field::Provider, problem: Problem::NotAChoice }),
            }
        }
        if providers.len() > MAX_PROVIDERS {
            self.error::<()>(Field::Provider, Problem::TooMany(MAX_PROVIDERS));
        }
        providers
    }

    /// Where the visitor came from is our own bookkeeping: a story that is gone is no mistake of
    /// theirs.
    fn story(&self) -> Option<Slug> {
        Slug::parse(self.form.get(Field::Story))
            .filter(|id| self.door.content.stories.contains_key(id))
    }

    fn firm(&mut self, kind: RequestKind) -> Option<Line<120>> {
        let typed = self.form.get(Field::Firm);
        if kind == RequestKind::BarrierReport {
            return self.text(Field::Firm, Line::optional(typed)).flatten();
        }
        self.text(Field::Firm, Line::parse(typed))
    }

    /// District and sector decide who reads the request, so one has to choose, and may choose
    /// "weiß ich nicht".
    fn term(&mut self, field: Field, terms: &[Term], kind: RequestKind) -> Option<String> {
        if self.form.get(field).is_empty() && kind.is_matchmaking() {
            return self.error(field, Problem::Choose);
        }
        self.choice(field, |typed| terms.iter().find(|t| t.id == typed).map(|t| t.id.clone()))
    }

    fn size(&mut self) -> Option<FirmSize> {
        self.choice(Field::Size, FirmSize::parse)
    }

    fn person(&mut self) -> Option<Line<120>> {
        self.text(Field::Person, Line::parse(self.form.get(Field::Person)))
    }

    fn contact(&mut self) -> Option<Contact> {
        let before = self.errors.len();
        let email = self.optional(Field::Email, Email::parse(self.form.get(Field::Email)));
        let phone = self.optional(Field::Phone, Phone::parse(self.form.get(Field::Phone)));
        if self.errors.len() > before {
            return None;
        }
        let by = match (self.choice(Field::ContactBy, ContactBy::parse), &email, &phone) {
            (_, None, None) => return self.error(Field::Email, Problem::NoContact),
            (Some(ContactBy::Phone), _, None) => {
                return self.error(Field::Phone, Problem::Missing);
            }
            (Some(ContactBy::Email), None, _) => {
                return self.error(Field::Email, Problem::Missing);
            }
            (Some(by), _, _) => by,
            (None, Some(_), _) => ContactBy::Email,
            (None, None, _) => ContactBy::Phone,
        };
        Some(Contact { email, phone, by })
    }

    fn optional<T>(&mut self, field: Field, read: Result<T, TextError>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(TextError::Empty) => None,
            Err(e) => self.error(field, Problem::Text(e)),
        }
    }
}

#[cfg(test)]
mod tests;

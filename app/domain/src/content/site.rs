//! A site: one Werkbank with its room, hours, districts, sectors, goals, desks and operator.

use super::{Html, Localized, Meta};
use crate::{Lang, Slug, codes};
use jiff::civil::{Date, Time};

codes! {
    /// Days of the week as written in site files.
    Weekday {
        /// Monday.
        Monday = "mo",
        /// Tuesday.
        Tuesday = "di",
        /// Wednesday.
        Wednesday = "mi",
        /// Thursday.
        Thursday = "do",
        /// Friday.
        Friday = "fr",
        /// Saturday.
        Saturday = "sa",
        /// Sunday.
        Sunday = "so",
    }
}

impl Weekday {
    /// Its number after ISO 8601: Monday is 1.
    pub const fn number(self) -> u8 {
        // The variants stand in the order of the week.
        self as u8 + 1
    }

    /// The weekday of a date.
    pub fn of(day: Date) -> Weekday {
        let index = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
        Weekday::ALL[index % 7]
    }
}

codes! {
    /// The operator's legal form; it decides the legal basis of data processing.
    LegalForm {
        /// The city itself.
        City = "city",
        /// A municipal undertaking without legal personality.
        Eigenbetrieb = "eigenbetrieb",
        /// A company under private law.
        Gmbh = "gmbh",
    }
}

/// One Werkbank.
#[derive(Clone, Debug)]
pub struct Site {
    /// Shared facts.
    pub meta: Meta,
    /// The room meetings take place in.
    pub room: Room,
    /// Telephone.
    pub phone: String,
    /// Sender of mails and organiser of calendar invitations.
    pub email: String,
    /// The adviser named on goal pages.
    pub contact: Slug,
    /// Last day of the pilot.
    pub pilot_until: Option<Date>,
    /// Opening hours; a day may occur more than once.
    pub hours: Vec<Hours>,
    /// Days the room is closed.
    pub closures: Vec<Closure>,
    /// Districts of the city and municipalities around it.
    pub districts: Vec<Term>,
    /// Sectors.
    pub sectors: Vec<Term>,
    /// Goals.
    pub goals: Vec<Term>,
    /// What a provider has to meet to hang on the wall; published, and a refusal names one.
    pub criteria: Vec<Term>,
    /// Who is responsible for what.
    pub desks: Vec<Desk>,
    /// Who runs it.
    pub operator: Operator,
    /// Texts per language.
    pub text: Localized<SiteText>,
}

impl Site {
    /// The label of a goal, or the id itself if the site does not know it.
    pub fn goal(&self, id: &str, lang: Lang) -> String {
        label(&self.goals, id, lang)
    }

    /// The label of a sector.
    pub fn sector(&self, id: &str, lang: Lang) -> String {
        label(&self.sectors, id, lang)
    }

    /// The label of a district.
    pub fn district(&self, id: &str, lang: Lang) -> String {
        label(&self.districts, id, lang)
    }
}

fn label(terms: &[Term], id: &str, lang: Lang) -> String {
    terms.iter().find(|term| term.id == id).map_or(id, |term| term.label(lang)).to_owned()
}

/// A site's texts in one language.
#[derive(Clone, Debug)]
pub struct SiteText {
    /// Full name.
    pub title: String,
    /// Short name.
    pub short: String,
    /// Accessibility of the room.
    pub access: String,
    /// How to get there.
    pub directions: String,
    /// A few sentences about the Werkbank.
    pub body: Html,
}

/// A room that can be booked.
#[derive(Clone, Debug)]
pub struct Room {
    /// Identity within the site.
    pub id: String,
    /// Name.
    pub name: String,
    /// Seats.
    pub seats: u32,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// City.
    pub city: String,
    /// Latitude and longitude in degrees.
    pub position: Option<(f64, f64)>,
}

/// Open from, to, on a weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The weekday.
    pub day: Weekday,
    /// Opens.
    pub from: Time,
    /// Closes.
    pub to: Time,
}

/// Closed days, inclusive.
#[derive(Clone, Debug)]
pub struct Closure {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why, German.
    pub reason: String,
}

/// An entry of a controlled vocabulary.
#[derive(Clone, Debug)]
pub struct Term {
    /// Identity.
    pub id: String,
    /// German label.
    pub de: String,
    /// English label; the German one where there is none.
    pub en: String,
    /// Label in Leichte Sprache; the German one where there is none.
    pub ls: String,
    /// A municipality outside the city.
    pub region: bool,
}

impl Term {
    /// The label for a reader of `lang`.
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.de,
            Lang::En => &self.en,
            Lang::Ls => &self.ls,
        }
    }
}

/// A responsibility. The database says which person sits at it.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Identity.
    pub id: String,
    /// Name staff uses.
    pub name: String,
    /// District ids; empty means any.
    pub districts: Vec<String>,
    /// Sector ids; empty means any.
    pub sectors: Vec<String>,
    /// The adviser the public sees.
    pub adviser: Slug,
}

/// Who runs the site.
#[derive(Clone, Debug)]
pub struct Operator {
    /// Name.
    pub name: String,
    /// Legal form.
    pub legal_form: LegalForm,
    /// Who represents it.
    pub represented_by: String,
    /// Street and number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// City.
    pub city: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// VAT id.
    pub vat_id: Option<String>,
    /// Responsible after § 18 MStV.
    pub editor: String,
    /// Data protection officer.
    pub dpo: String,
    /// Supervisory authority.
    pub supervisory: String,
}

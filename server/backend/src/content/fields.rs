//! What may stand in front matter: one table per kind drives reading, the messages and the editor
//! form, and a test compares it with `content/README.md`.

use super::film::Attachment;
use domain::content::Kind;

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key; `cost.once` is the key `once` in the table `[cost]`.
    pub name: &'static str,
    /// What may stand there.
    pub shape: Shape,
    /// Whether it has to be there; in a table that may be left out: where the table is.
    pub required: bool,
    /// Whether the table it stands in may be left out as a whole.
    pub table_optional: bool,
    /// Whether translations carry it too. A field that is not a text stands in `index.md` alone.
    pub translatable: bool,
    /// A value as it would be written in a file.
    pub example: &'static str,
}

impl Field {
    /// A required fact.
    pub(super) const fn new(name: &'static str, shape: Shape, example: &'static str) -> Field {
        Field { name, shape, required: true, table_optional: false, translatable: false, example }
    }

    /// A required text that is translated.
    pub(super) const fn text(name: &'static str, max: usize, example: &'static str) -> Field {
        Field { translatable: true, ..Field::new(name, Shape::Text(max), example) }
    }

    /// The same field, translated.
    pub(super) const fn translated(self) -> Field {
        Field { translatable: true, ..self }
    }

    /// The same field, not required.
    pub(super) const fn optional(self) -> Field {
        Field { required: false, ..self }
    }

    /// The same field in a table that may be left out.
    pub(super) const fn in_optional_table(self) -> Field {
        Field { table_optional: true, ..self }
    }

    /// The table it stands in (empty at the top) and its key there.
    pub fn place(&self) -> (&'static str, &'static str) {
        self.name.split_once('.').unwrap_or(("", self.name))
    }

    /// The field as it would be written in a file.
    pub fn written(&self) -> String {
        if let Shape::Rows(fields) = self.shape {
            let lines: Vec<String> = fields.iter().map(Field::written).collect();
            return format!("[[{}]]\n{}", self.name, lines.join("\n"));
        }
        match self.place() {
            ("", key) => format!("{key} = {}", self.example),
            (table, key) => format!("[{table}]\n{key} = {}", self.example),
        }
    }
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// One line of at most this many characters.
    Text(usize),
    /// A list of lines: at least, at most, characters each.
    Texts(usize, usize, usize),
    /// True or false.
    Flag,
    /// A whole number: from, to.
    Number(u32, u32),
    /// Whole euros.
    Euro,
    /// A number with decimals: from, to.
    Decimal(f64, f64),
    /// A date.
    Date,
    /// A time of day as `"10:00"`.
    Time,
    /// One of these codes.
    Code(&'static [&'static str]),
    /// A list of these codes: at least so many.
    Codes(&'static [&'static str], usize),
    /// A folder name that no other entry of the kind has; earlier names of the entry.
    Former,
    /// The id of an entry.
    Entry(Kind),
    /// Ids of entries.
    Entries(Kind),
    /// An id of a vocabulary of the site.
    Term(Vocabulary),
    /// Ids of a vocabulary of the site: at least, at most.
    Terms(Vocabulary, usize, usize),
    /// An id that this table gives out.
    Id,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// An address on the web that begins with `https://`.
    Web,
    /// Tags of languages.
    Languages,
    /// A picture in the folder of the entry.
    File,
    /// Another file there.
    Beside(Attachment),
    /// How long a film is, as `"2:35"`.
    Duration,
    /// A repeated table `[[…]]`.
    Rows(&'static [Field]),
}

/// Vocabularies that a site defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vocabulary {
    /// `[[districts]]`.
    Districts,
    /// `[[sectors]]`.
    Sectors,
    /// `[[goals]]`.
    Goals,
}

impl Vocabulary {
    /// The name of the table in the site's file.
    pub const fn table(self) -> &'static str {
        match self {
            Vocabulary::Districts => "districts",
            Vocabulary::Sectors => "sectors",
            Vocabulary::Goals => "goals",
        }
    }
}

/// The longest list without a limit of its own.
pub(super) const MOST: usize = 60;

/// The most euros a field takes.
pub(super) const MOST_EUROS: u32 = 10_000_000;

impl Shape {
    /// In German, as `content/README.md` says it in the column "Art".
    pub fn describe(self) -> String {
        match self {
            Shape::Text(max) => format!("Text, bis {max} Zeichen"),
            Shape::Texts(min, max, each) => {
                format!("Liste, {min} bis {max} Texte, je bis {each} Zeichen")
            }
            Shape::Flag => "`true` oder `false`".to_owned(),
            Shape::Number(from, u32::MAX) => format!("ganze Zahl ab {from}"),
            Shape::Number(from, to) => format!("ganze Zahl von {from} bis {to}"),
            Shape::Euro => "Euro, ganze Zahl".to_owned(),
            Shape::Decimal(from, to) => format!("Zahl von {from} bis {to}"),
            Shape::Date => "Datum".to_owned(),
            Shape::Time => "Uhrzeit in Anführungszeichen".to_owned(),
            Shape::Code(codes) => format!("eins von {}", quoted(codes)),
            Shape::Codes(codes, 0) => format!("Liste aus {}", quoted(codes)),
            Shape::Codes(codes, min) => format!("Liste, mindestens {min} aus {}", quoted(codes)),
            Shape::Former => "Liste von Ordnernamen".to_owned(),
            Shape::Entry(kind) => format!("Ordnername aus `{}`", kind.code()),
            Shape::Entries(kind) => format!("Liste von Ordnernamen aus `{}`", kind.code()),
            Shape::Term(terms) => format!("Kennung aus `{}`", terms.table()),
            Shape::Terms(terms, 0, MOST) => format!("Liste von Kennungen aus `{}`", terms.table()),
            Shape::Terms(terms, min, MOST) => {
                format!("Liste, mindestens {min} Kennung aus `{}`", terms.table())
            }
            Shape::Terms(terms, min, max) => {
                format!("Liste, {min} bis {max} Kennungen aus `{}`", terms.table())
            }
            Shape::Id => "Kennung".to_owned(),
            Shape::Email => "E-Mail-Adresse".to_owned(),
            Shape::Phone => "Telefonnummer".to_owned(),
            Shape::Web => "Adresse mit `https://`".to_owned(),
            Shape::Languages => "Liste von Sprachkürzeln".to_owned(),
            Shape::File => "Bilddatei im Ordner".to_owned(),
            Shape::Beside(attachment) => attachment.describe().to_owned(),
            Shape::Duration => "Minuten und Sekunden in Anführungszeichen".to_owned(),
            Shape::Rows(_) => "Tabelle, mehrmals".to_owned(),
        }
    }
}

fn quoted(codes: &[&str]) -> String {
    codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ")
}

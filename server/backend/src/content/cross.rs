//! What has to hold between files: everything an entry names exists.

use super::convert::meant;
use super::entry::{Doc, Entry};
use super::fields::{Field, Shape, Vocabulary};
use super::film::Attachment;
use super::kinds;
use super::problem::{At, Problem, Report};
use super::values::{Value, Values};
use domain::content::Kind;
use std::collections::BTreeSet;

/// Checks all entries against each other. `ids` are the folders of every kind, also of those whose
/// files could not be read: one broken file shall not make every file that names it look wrong.
pub(super) fn check(entries: &[Entry], ids: &BTreeSet<(Kind, String)>, list: &mut Vec<Problem>) {
    for entry in entries {
        let fields = kinds::fields(entry.kind);
        let report = Report { file: &entry.index.file, list: &mut *list };
        let mut check = Check { entries, ids, entry, report };
        check.values(&fields, &entry.index.values);
        for doc in entry.en.iter().chain(&entry.ls) {
            let report = Report { file: &doc.file, list: &mut *check.report.list };
            Check { entries, ids, entry, report }.values(&fields, &doc.values);
        }
        check.former();
        check.links();
        check.unused();
    }
    if !ids.iter().any(|(kind, _)| *kind == Kind::Site) {
        Report { file: "sites", list }.error(
            At::START,
            "Es gibt keinen Standort.",
            "mindestens ein Ordner mit einer index.md",
            "sites/dortmund/index.md",
        );
    }
}

struct Check<'a, 'r> {
    entries: &'a [Entry],
    ids: &'a BTreeSet<(Kind, String)>,
    entry: &'a Entry,
    report: Report<'r>,
}

impl Check<'_, '_> {
    fn values(&mut self, fields: &[&'static Field], values: &Values) {
        for field in fields {
            let Some((at, value)) = values.get(field.name) else { continue };
            match (field.shape, value) {
                (Shape::Rows(inner), Value::Rows(rows)) => {
                    let inner: Vec<&'static Field> = inner.iter().collect();
                    for (_, row) in rows {
                        self.values(&inner, row);
                    }
                }
                (Shape::Entry(kind), Value::Text(id)) => self.entry(field, kind, id, at),
                (Shape::Entries(kind), Value::List(ids)) => {
                    for (id, at) in ids {
                        self.entry(field, kind, id, *at);
                    }
                }
                (Shape::Term(terms), Value::Text(id)) => self.term(field, terms, id, at),
                (Shape::Terms(terms, ..), Value::List(ids)) => {
                    for (id, at) in ids {
                        self.term(field, terms, id, *at);
                    }
                }
                (Shape::File, Value::Text(name)) => self.file(field, name, at),
                (Shape::Beside(wanted), Value::Text(name)) => self.beside(field, wanted, name, at),
                _ => {}
            }
        }
    }

    fn entry(&mut self, field: &Field, kind: Kind, id: &str, at: At) {
        if self.ids.contains(&(kind, id.to_owned())) {
            return;
        }
        let names = self.ids.iter().filter(|(other, _)| *other == kind).map(|(_, id)| id.as_str());
        let hint = meant(id, names);
        self.report.error(
            at,
            format!("In „{}“ gibt es „{id}“ nicht.{hint}", kind.code()),
            format!("ein Ordnername aus {}", kind.code()),
            field.written(),
        );
    }

    /// A term has to be known to one of the sites that show the entry; a site's own tables look
    /// into the site itself.
    fn term(&mut self, field: &Field, terms: Vocabulary, id: &str, at: At) {
        let shown = self.entry.index.values.elements("sites");
        let known: BTreeSet<&str> = self
            .entries
            .iter()
            .filter(|site| site.kind == Kind::Site)
            .filter(|site| match self.entry.kind {
                Kind::Site => site.id == self.entry.id,
                _ => shown.is_empty() || shown.iter().any(|(id, _)| id == site.id.as_str()),
            })
            .flat_map(|site| site.index.values.rows(terms.table()))
            .filter_map(|(_, row)| row.str("id"))
            .collect();
        // Without any term the site is what is broken, and that is told there.
        if known.is_empty() || known.contains(id) {
            return;
        }
        let hint = meant(id, known.iter().copied());
        self.report.error(
            at,
            format!("„{id}“ steht nicht unter [[{}]] des Standorts.{hint}", terms.table()),
            known.into_iter().collect::<Vec<_>>().join(", "),
            field.written(),
        );
    }

    fn file(&mut self, field: &Field, name: &str, at: At) {
        if self.entry.shots.contains_key(name) {
            return;
        }
        let message = if name.contains(['/', '\\', ':']) || name.contains("..") {
            format!("„{name}“ ist ein Pfad.")
        } else {
            let hint = meant(name, self.entry.shots.keys().map(String::as_str));
            format!("Die Datei „{name}“ liegt nicht in diesem Ordner.{hint}")
        };
        let expected = "der Name einer Bilddatei im selben Ordner (svg, png, jpg, webp)";
        self.report.error(at, message, expected, field.written());
    }

    /// A film, captions, a transcript: there, and of that kind.
    fn beside(&mut self, field: &Field, wanted: Attachment, name: &str, at: At) {
        let besides = &self.entry.besides;
        if besides.get(name).is_some_and(|beside| beside.attachment() == wanted) {
            return;
        }
        let names = besides.iter().filter(|(_, beside)| beside.attachment() == wanted);
        let hint = meant(name, names.map(|(name, _)| name.as_str()));
        let message = if besides.contains_key(name) {
            format!("„{name}“ ist keine {}.", wanted.describe().replace(" im Ordner", ""))
        } else {
            format!("Die Datei „{name}“ liegt nicht in diesem Ordner.{hint}")
        };
        self.report.error(at, message, wanted.describe(), field.written());
    }

    /// Films and texts that nobody names.
    fn unused(&mut self) {
        // A mistake in the field that names it is told already.
        let folder = format!("{}/{}/", self.entry.kind.code(), self.entry.id);
        if self.report.list.iter().any(|told| told.is_error() && told.file.starts_with(&folder)) {
            return;
        }
        let fields = ["video.file", "video.captions", "video.transcript", "dgs.file"];
        for name in self.entry.besides.keys() {
            let is_named = |doc: &Doc| fields.iter().any(|f| doc.values.str(f) == Some(name));
            if !self.entry.docs().any(is_named) {
                let file = format!("{folder}{name}");
                Report { file: &file, list: &mut *self.report.list }.warning(
                    At::START,
                    "Diese Datei wird nicht benutzt.",
                    "ein Feld in [video] oder [dgs], das sie nennt",
                );
            }
        }
    }

    /// A former name belongs to one entry and to no present one.
    fn former(&mut self) {
        let kind = self.entry.kind;
        for (former, at) in self.entry.index.values.elements("former") {
            let other = self
                .entries
                .iter()
                .filter(|other| other.kind == kind && other.id != self.entry.id)
                .find(|other| {
                    other.index.values.elements("former").iter().any(|(name, _)| name == former)
                });
            if self.ids.contains(&(kind, former.clone())) {
                self.report.error(
                    *at,
                    format!("„{former}“ ist kein früherer Name: diesen Ordner gibt es."),
                    "ein Name, den kein Ordner mehr trägt",
                    "",
                );
            } else if let Some(other) = other {
                self.report.error(
                    *at,
                    format!("„{former}“ ist schon ein früherer Name von „{}“.", other.id),
                    "jeder frühere Name nur einmal",
                    "",
                );
            }
        }
    }

    /// Links within texts lead to entries that exist.
    fn links(&mut self) {
        for doc in self.entry.docs() {
            for (path, at) in &doc.body.links {
                let path = path.split(['?', '#']).next().unwrap_or(path);
                let Some((kind, id)) = linked(path) else { continue };
                let former = || {
                    self.entries.iter().filter(|other| other.kind == kind).any(|other| {
                        other.index.values.elements("former").iter().any(|(name, _)| name == id)
                    })
                };
                if domain::Slug::parse(id).is_some()
                    && !self.ids.contains(&(kind, id.to_owned()))
                    && !former()
                {
                    let names =
                        self.ids.iter().filter(|(k, _)| *k == kind).map(|(_, id)| id.as_str());
                    let hint = meant(id, names);
                    let list = &mut *self.report.list;
                    Report { file: &doc.file, list }.error(
                        *at,
                        format!("Der Link „{path}“ führt zu keinem Eintrag.{hint}"),
                        format!("ein Ordnername aus {}", kind.code()),
                        "",
                    );
                }
            }
        }
    }
}

/// The entry that an address of this website belongs to.
fn linked(path: &str) -> Option<(Kind, &str)> {
    let (page, id) = path.strip_prefix('/')?.split_once('/')?;
    let kind = match page {
        "geschichten" => Kind::Story,
        "anbieter" => Kind::Provider,
        "foerderung" => Kind::Funding,
        "trends" => Kind::Trend,
        _ => return None,
    };
    Some((kind, id.trim_end_matches('/')))
}

//! Reads front matter by the table of its fields and tells everything that is wrong with it.

use super::convert::{convert, kind_of, meant, tell};
use super::fields::{Field, Shape};
use super::front_matter::Halves;
use super::problem::{At, Lines, Report};
use super::toml;
use super::values::{Value, Values};
use std::collections::BTreeSet;
use toml_edit::{Item, TableLike};

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// `index.md`: facts and German texts.
    Index,
    /// `en.md` or `ls.md`: every text has to be there, and nothing else.
    Translation,
}

/// Reads the front matter in `halves` as a file of `role`.
pub(super) fn read(
    fields: &[&'static Field],
    role: Role,
    halves: &Halves,
    report: &mut Report<'_>,
) -> Values {
    let lines = Lines::new(&halves.text);
    let base = halves.head.start;
    let at = |offset: usize| lines.at(base + offset);
    let parsed = toml::parse(&halves.text[halves.head.clone()]);
    for mistake in &parsed.mistakes {
        let field = mistake.field.as_deref().and_then(|name| find(fields, name));
        report.error(
            at(mistake.offset),
            mistake.message,
            field.map_or(mistake.expected.to_owned(), |field| {
                format!("{}; {}", field.shape.describe(), mistake.expected)
            }),
            field.map_or_else(|| "title = \"Überschrift\"".to_owned(), Field::written),
        );
    }
    let Some(document) = parsed.document else { return Values::default() };
    let mut reader = Reader { role, at: &at, report, illegible: parsed.illegible, inside: "" };
    let mut values = Values::default();
    reader.table(fields, "", document.as_table(), At::START, &mut values);
    values
}

/// The field with this name, also inside repeated tables.
fn find(fields: &[&'static Field], name: &str) -> Option<&'static Field> {
    fields.iter().copied().find(|field| field.name == name).or_else(|| {
        let (table, key) = name.split_once('.')?;
        fields.iter().find(|field| field.name == table).and_then(|field| match field.shape {
            Shape::Rows(inner) => inner.iter().find(|field| field.name == key),
            _ => None,
        })
    })
}

struct Reader<'a, 'r> {
    role: Role,
    at: &'a dyn Fn(usize) -> At,
    report: &'a mut Report<'r>,
    illegible: BTreeSet<String>,
    /// The repeated table that is being read.
    inside: &'static str,
}

impl Reader<'_, '_> {
    /// Reads one table; `group` is empty at the top and `cost` in `[cost]`.
    fn table(
        &mut self,
        fields: &[&'static Field],
        group: &str,
        table: &dyn TableLike,
        here: At,
        values: &mut Values,
    ) {
        let mut seen = BTreeSet::new();
        for (key, item) in table.iter() {
            let span = table.key(key).and_then(toml_edit::Key::span).unwrap_or_default();
            let at_key = (self.at)(span.start);
            let field = fields.iter().copied().find(|field| field.place() == (group, key));
            if let Some(field) = field {
                seen.insert(field.name);
                if self.role != Role::Index && !field.translatable {
                    self.fact_in_translation(field, at_key);
                } else if let Some((at, value)) = self.item(field, item, at_key) {
                    values.insert(field.name, at, value);
                }
            } else if group.is_empty() && fields.iter().any(|field| field.place().0 == key) {
                seen.extend(fields.iter().find(|f| f.place().0 == key).map(|f| f.place().0));
                self.group(fields, key, item, at_key, values);
            } else {
                self.unknown(fields, group, key, at_key);
            }
        }
        self.missing(fields, group, here, &seen);
    }

    /// Reads `[cost]` and its like.
    fn group(
        &mut self,
        fields: &[&'static Field],
        key: &str,
        item: &Item,
        at_key: At,
        values: &mut Values,
    ) {
        let translatable = |field: &Field| field.place().0 == key && field.translatable;
        if self.role != Role::Index && !fields.iter().copied().any(translatable) {
            self.report.error(
                at_key,
                format!("„[{key}]“ enthält nur Tatsachen, und die stehen nur in index.md."),
                "in Übersetzungen nur Texte",
                "",
            );
        } else if let Some(table) = item.as_table_like() {
            self.table(fields, key, table, at_key, values);
        } else {
            let example = fields.iter().find(|field| field.place().0 == key);
            self.report.error(
                at_key,
                format!("„{key}“ ist ein Abschnitt."),
                format!("eine eigene Zeile [{key}]"),
                example.map(|field| field.written()).unwrap_or_default(),
            );
        }
    }

    /// Reads the value of a field.
    fn item(&mut self, field: &'static Field, item: &Item, at_key: At) -> Option<(At, Value)> {
        if let Shape::Rows(inner) = field.shape {
            return self.rows(field, inner, item, at_key).map(|value| (at_key, value));
        }
        let Some(value) = item.as_value() else {
            tell(field, "Hier steht ein Abschnitt.", at_key, self.report);
            return None;
        };
        let at = value.span().map_or(at_key, |span| (self.at)(span.start));
        convert(field, value, self.at, self.report).map(|value| (at, value))
    }

    /// Reads `[[hours]]` and its like, written as tables or as a list of inline tables.
    fn rows(
        &mut self,
        field: &'static Field,
        inner: &'static [Field],
        item: &Item,
        at_key: At,
    ) -> Option<Value> {
        let inner: Vec<&'static Field> = inner.iter().collect();
        let mut rows: Vec<(At, &dyn TableLike)> = Vec::new();
        if let Some(tables) = item.as_array_of_tables() {
            for table in tables {
                rows.push((table.span().map_or(at_key, |span| (self.at)(span.start)), table));
            }
        } else if let Some(array) = item.as_array() {
            for value in array {
                let here = value.span().map_or(at_key, |span| (self.at)(span.start));
                match value.as_inline_table() {
                    Some(table) => rows.push((here, table)),
                    None => {
                        tell(field, &format!("Hier steht {}.", kind_of(value)), here, self.report);
                    }
                }
            }
        } else {
            tell(field, "Hier steht nur ein einzelner Eintrag.", at_key, self.report);
            return None;
        }
        let mut out = Vec::new();
        self.inside = field.name;
        for (here, table) in rows {
            let mut values = Values::default();
            self.table(&inner, "", table, here, &mut values);
            out.push((here, values));
        }
        self.inside = "";
        Some(Value::Rows(out))
    }

    fn fact_in_translation(&mut self, field: &Field, at: At) {
        let (_, key) = field.place();
        self.report.error(
            at,
            format!("„{key}“ ist eine Tatsache und steht nur in index.md."),
            "in Übersetzungen nur Texte; löschen Sie die Zeile hier",
            "",
        );
    }

    fn unknown(&mut self, fields: &[&'static Field], group: &str, key: &str, at: At) {
        let wanted: Vec<&Field> = fields
            .iter()
            .copied()
            .filter(|field| self.role == Role::Index || field.translatable)
            .collect();
        let keys = wanted.iter().filter(|f| f.place().0 == group).map(|f| f.place().1);
        let groups = wanted.iter().map(|f| f.place().0).filter(|_| group.is_empty());
        let mut hint = meant(key, keys.chain(groups).filter(|name| !name.is_empty()));
        // A key that exists in another table is most often one that slipped below a header.
        if hint.is_empty()
            && let Some(field) = wanted.iter().find(|field| field.place().1 == key)
        {
            hint = match field.place().0 {
                "" => " Das Feld gehört nach oben, vor den ersten Abschnitt.".to_owned(),
                table => format!(" Das Feld gehört in den Abschnitt [{table}]."),
            };
        }
        let shown: String = key.chars().take(40).collect();
        let place = if group.is_empty() { String::new() } else { format!(" in [{group}]") };
        let mut known: Vec<&str> = wanted
            .iter()
            .map(|field| match field.place() {
                (table, key) if table == group => key,
                (table, _) => table,
            })
            .filter(|name| !name.is_empty() && *name != group)
            .collect();
        known.dedup();
        self.report.error(
            at,
            format!("„{shown}“ ist{place} kein bekanntes Feld.{hint}"),
            known.join(", "),
            "",
        );
    }

    /// Tells what is not there. A table that is missing as a whole is one problem, not ten.
    fn missing(&mut self, fields: &[&'static Field], group: &str, here: At, seen: &BTreeSet<&str>) {
        let needed = |field: &&&'static Field| match self.role {
            Role::Index => field.required,
            Role::Translation => field.required && field.translatable,
        };
        let mut tables: Vec<(&str, Vec<&Field>)> = Vec::new();
        for field in fields.iter().filter(needed) {
            let (table, _) = field.place();
            let name = match self.inside {
                "" => field.name.to_owned(),
                rows => format!("{rows}.{}", field.name),
            };
            if self.illegible.contains(&name) || seen.contains(field.name) {
                continue;
            }
            if table == group {
                let (_, key) = field.place();
                let place = if group.is_empty() { String::new() } else { format!(" in [{group}]") };
                self.report.error(
                    here,
                    format!("„{key}“ fehlt{place}."),
                    field.shape.describe(),
                    field.written(),
                );
            } else if group.is_empty() && !seen.contains(table) && !field.table_optional {
                match tables.iter_mut().find(|(name, _)| *name == table) {
                    Some((_, fields)) => fields.push(field),
                    None => tables.push((table, vec![field])),
                }
            }
        }
        for (table, fields) in tables {
            let lines: Vec<String> = fields
                .iter()
                .map(|field| format!("{} = {}", field.place().1, field.example))
                .collect();
            self.report.error(
                At::START,
                format!("Der Abschnitt [{table}] fehlt."),
                fields.iter().map(|field| field.place().1).collect::<Vec<_>>().join(", "),
                format!("[{table}]\n{}", lines.join("\n")),
            );
        }
    }
}

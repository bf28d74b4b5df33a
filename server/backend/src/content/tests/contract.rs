//! `content/README.md` is what operators read: it says exactly what the program checks.

use crate::content::{Field, Shape, fields, plain_fields, retention_fields};
use domain::content::Kind;
use std::collections::BTreeMap;

/// A row of the contract: what stands in the columns "Art" and "Pflicht", and whether the field is
/// marked as translated.
type Row = (String, String, bool);

/// The tables by the code in the heading of their section, empty for the common one.
fn contract() -> BTreeMap<String, BTreeMap<String, Row>> {
    let text = include_str!("../../../../../content/README.md");
    let mut sections: BTreeMap<String, BTreeMap<String, Row>> = BTreeMap::new();
    let mut section = String::new();
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading.split('`').nth(1).unwrap_or_default().to_owned();
        }
        let Some(cells) = line.strip_prefix("| `") else { continue };
        let cells: Vec<&str> = cells.split(" | ").collect();
        let name = cells[0].replace(" **T**", "").replace('`', "").replace("] ", "].");
        let translated = cells[0].ends_with(" **T**");
        let row = (cells[1].to_owned(), cells[2].to_owned(), translated);
        let before = sections.entry(section.clone()).or_default().insert(name, row);
        assert!(before.is_none(), "twice in the contract: {line}");
    }
    sections
}

/// A field as the contract names it.
fn name(field: &Field) -> String {
    match (field.place(), field.shape) {
        (_, Shape::Rows(_)) => format!("[[{}]]", field.name),
        (("", key), _) => key.to_owned(),
        ((table, key), _) => format!("[{table}].{key}"),
    }
}

fn expect(rows: &mut BTreeMap<String, Row>, of: &str, name: &str, field: &Field) {
    let (shape, required, translated) =
        rows.remove(name).unwrap_or_else(|| panic!("{of}: {name} is not in the contract"));
    assert_eq!(shape, field.shape.describe(), "{of}: {name}");
    assert_eq!(translated, field.translatable, "{of}: {name}");
    let exception = format!("`{of}`");
    let needed = match required.split_once(", außer bei ") {
        Some(("ja", exceptions)) => !exceptions.contains(&exception),
        _ => required == "ja",
    };
    assert!(needed || required == "nein" || required.contains(&exception), "{name}: {required}");
    assert_eq!(needed, field.required, "{of}: {name}");
}

#[test]
fn the_contract_says_what_is_checked() {
    let sections = contract();
    let mut checked = 0;
    for &kind in Kind::ALL {
        let mut rows = sections[""].clone();
        rows.extend(sections[kind.code()].clone());
        if matches!(kind, Kind::Story | Kind::Provider | Kind::Adviser) {
            rows.extend(sections["picture"].clone());
        }
        for field in fields(kind) {
            expect(&mut rows, kind.code(), &name(field), field);
            checked += 1;
            if let Shape::Rows(inner) = field.shape {
                for row in inner {
                    let name = format!("[[{}]].{}", field.name, row.name);
                    expect(&mut rows, kind.code(), &name, row);
                    checked += 1;
                }
            }
        }
        assert!(rows.is_empty(), "{}: only in the contract: {:?}", kind.code(), rows.keys());
    }
    let mut rows = sections["ls.md"].clone();
    for field in plain_fields() {
        let (shape, required, _) = rows.remove(field.name).expect("a field of ls.md");
        assert_eq!((shape, required.as_str()), (field.shape.describe(), "nein"), "{}", field.name);
        checked += 1;
    }
    assert!(rows.is_empty(), "ls.md: only in the contract: {:?}", rows.keys());
    let mut rows = sections["retention.toml"].clone();
    for field in retention_fields() {
        expect(&mut rows, "retention.toml", &name(field), field);
        checked += 1;
        let Shape::Rows(inner) = field.shape else { continue };
        for row in inner {
            let name = format!("[[{}]].{}", field.name, row.name);
            expect(&mut rows, "retention.toml", &name, row);
            checked += 1;
        }
    }
    assert!(rows.is_empty(), "retention.toml: only in the contract: {:?}", rows.keys());
    assert!(checked > 150, "only {checked} fields compared");
}

/// Every example in the tables would itself be accepted.
#[test]
fn the_examples_are_toml() {
    for &kind in Kind::ALL {
        for field in fields(kind) {
            let written = field.written();
            assert!(written.parse::<toml_edit::Document<String>>().is_ok(), "{written}");
        }
    }
}

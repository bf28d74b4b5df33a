//! The texts of the interface in Leichte Sprache keep the rules that `check-content` checks in
//! `ls.md`. They are read from the source, so that none is left out.

use domain::plain;
use std::fs;
use std::path::Path;

/// What stands before a text in Leichte Sprache: a message's second half, or an arm of a function.
fn starts(source: &str) -> Vec<usize> {
    let arm = source.match_indices("Lang::Ls").filter_map(|(at, _)| {
        let rest = &source[at..];
        // "Lang::De | Lang::Ls" is German.
        let shared = source[..at].ends_with("| ");
        let arrow = rest.lines().next()?.find("=>")?;
        (!shared).then_some(at + arrow)
    });
    source.match_indices(".ls(").map(|(at, _)| at).chain(arm).collect()
}

/// The first literal of a source text and how many bytes were read.
fn literal(source: &str) -> Option<String> {
    let rest = &source[source.find('"')? + 1..];
    let mut text = String::new();
    let mut chars = rest.chars();
    loop {
        match chars.next()? {
            '"' => return Some(text),
            '\\' => match chars.next()? {
                'u' => drop(chars.by_ref().take_while(|c| *c != '}').count()),
                '\n' => {
                    let rest = chars.as_str().trim_start();
                    chars = rest.chars();
                }
                c => text.push(c),
            },
            c => text.push(c),
        }
    }
}

#[test]
fn texts_in_plain_language_keep_the_rules() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text");
    let mut faults = Vec::new();
    let mut checked = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.ends_with("tests.rs") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        for at in starts(&source) {
            let Some(text) = literal(&source[at..]) else { continue };
            let line = source[..at].lines().count();
            for finding in plain::check(&text) {
                faults.push(format!("{}:{line}: {finding:?}", path.display()));
            }
            checked += 1;
        }
    }
    println!("{checked} texts");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(checked > 200, "only {checked} texts");
}

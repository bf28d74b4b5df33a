//! Licences, banned crates and sources by the rules of `deny.toml`, read off `cargo metadata`, so
//! that the check needs nothing installed. Whoever has cargo-deny gets the same answer from it.

use crate::run::{self, cargo, say};
use crate::{Result, files};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Checks every crate that is part of a build for a platform we serve.
pub fn check() -> Result<()> {
    let rules: toml::Table = files::read_text(&run::root().join("deny.toml"))?
        .parse()
        .map_err(|error| format!("deny.toml: {error}"))?;
    let allowed: BTreeSet<&str> = strings(rules.get("licenses").and_then(|l| l.get("allow")));
    let sources: BTreeSet<&str> =
        strings(rules.get("sources").and_then(|l| l.get("allow-registry")));
    let banned = banned(&rules);
    let mut problems = BTreeSet::new();
    let mut checked = BTreeSet::new();
    for target in strings(rules.get("graph").and_then(|g| g.get("targets"))) {
        let metadata = run::output(&mut cargo(&[
            "metadata",
            "--locked",
            "--format-version=1",
            "--filter-platform",
            target,
        ]))?;
        let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
        let packages: BTreeMap<&str, &Value> = list(&metadata["packages"])
            .filter_map(|package| Some((package["id"].as_str()?, package)))
            .collect();
        for node in list(&metadata["resolve"]["nodes"]) {
            let Some(package) = node["id"].as_str().and_then(|id| packages.get(id)) else {
                continue;
            };
            let name = text(&package["name"]);
            checked.insert(format!("{name} {}", text(&package["version"])));
            if !package["source"].is_null() {
                let source = text(&package["source"]);
                let registry = source.strip_prefix("registry+").unwrap_or(source);
                if !sources.contains(registry) {
                    problems.insert(format!("{name} comes from {source}"));
                }
                // A crate that names a file instead has to be looked at by a person.
                let licence = text(&package["license"]);
                if !permits(licence, &allowed) {
                    problems.insert(format!("{name}: licence `{licence}` is not allowed"));
                }
            }
            for dependency in list(&node["deps"]) {
                let Some(used) = dependency["pkg"].as_str().and_then(|id| packages.get(id)) else {
                    continue;
                };
                if let Some(wrappers) = banned.get(text(&used["name"]))
                    && !wrappers.contains(name)
                {
                    problems
                        .insert(format!("{name} uses {}, which is banned", text(&used["name"])));
                }
            }
        }
    }
    if !problems.is_empty() {
        return Err(problems.into_iter().collect::<Vec<_>>().join("\n"));
    }
    if checked.is_empty() {
        return Err("no crate was checked".to_owned());
    }
    say(&format!("{} crates are allowed", checked.len()));
    Ok(())
}

/// Banned crates, each with the crates that may use it nevertheless.
fn banned(rules: &toml::Table) -> BTreeMap<&str, BTreeSet<&str>> {
    let entries =
        rules.get("bans").and_then(|bans| bans.get("deny")).and_then(toml::Value::as_array);
    entries
        .into_iter()
        .flatten()
        .filter_map(|entry| Some((entry.get("crate")?.as_str()?, strings(entry.get("wrappers")))))
        .collect()
}

/// Whether a licence expression can be met with allowed licences alone.
fn permits(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    !words.is_empty() && either(&words, &mut at, allowed) && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut met = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        met |= both(words, at, allowed);
    }
    met
}

fn both(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let mut met = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        met &= one(words, at, allowed);
    }
    met
}

fn one(words: &[&str], at: &mut usize, allowed: &BTreeSet<&str>) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let met = either(words, at, allowed);
        *at += 1;
        return met;
    }
    if words.get(*at) == Some(&"WITH") {
        let name = format!("{word} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
        return allowed.contains(name.as_str());
    }
    allowed.contains(word)
}

fn strings(value: Option<&toml::Value>) -> BTreeSet<&str> {
    let array = value.and_then(toml::Value::as_array);
    array.into_iter().flatten().filter_map(toml::Value::as_str).collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licence_expressions_are_read_as_spdx_means_them() {
        let allowed =
            BTreeSet::from(["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "ISC"]);
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "GPL-3.0 OR Apache-2.0 WITH LLVM-exception",
            "MIT/Apache-2.0",
            "(GPL-3.0 OR MIT) AND ISC",
            "GPL-3.0 AND X OR MIT",
        ] {
            assert!(permits(good, &allowed), "{good}");
        }
        for bad in [
            "",
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "Apache-2.0 WITH Other",
            "(MIT OR X) AND Y",
            "MIT MIT",
        ] {
            assert!(!permits(bad, &allowed), "{bad}");
        }
    }
}

//! The queries that were written down before the index existed, each with its first hits.

use crate::content::Store;
use crate::search::{Class, Hit, Query, Results};
use domain::content::Kind;
use domain::{Instant, Lang};
use jiff::civil::date;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(serde::Deserialize)]
struct File {
    query: Vec<Expected>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    q: String,
    why: String,
    #[serde(default)]
    lang: Option<String>,
    #[serde(default)]
    stories: Vec<String>,
    #[serde(default)]
    providers: Vec<String>,
    #[serde(default)]
    funding: Vec<String>,
    #[serde(default)]
    trends: Vec<String>,
    #[serde(default)]
    signposts: Vec<String>,
    #[serde(default)]
    pages: Vec<String>,
    #[serde(default)]
    advisers: Vec<String>,
    #[serde(default)]
    first: Option<String>,
    #[serde(default)]
    nothing: bool,
}

fn of<'r, 'a>(results: &'r Results<'a>, kind: Kind) -> Vec<&'r Hit<'a>> {
    results.hits.iter().filter(|hit| hit.document.kind() == kind).collect()
}

fn ids(hits: &[&Hit<'_>]) -> Vec<String> {
    hits.iter().map(|hit| hit.document.id().to_string()).collect()
}

/// What is wrong with the answer to a query.
fn wrong(expected: &Expected, results: &Results<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    if expected.nothing != results.hits.is_empty() {
        wrong.push(format!("{} hits", results.hits.len()));
    }
    let lists = BTreeMap::from([
        (Kind::Story, &expected.stories),
        (Kind::Funding, &expected.funding),
        (Kind::Trend, &expected.trends),
        (Kind::Signpost, &expected.signposts),
        (Kind::Page, &expected.pages),
        (Kind::Adviser, &expected.advisers),
    ]);
    for (kind, wanted) in lists {
        let found = ids(&of(results, kind));
        if !found.starts_with(wanted) {
            wrong.push(format!("{}: wanted {wanted:?}, found {found:?}", kind.code()));
        }
    }
    let providers = of(results, Kind::Provider);
    let best = providers.first().map(|hit| (hit.missing, hit.class));
    let leading: Vec<&Hit<'_>> =
        providers.iter().copied().filter(|hit| Some((hit.missing, hit.class)) == best).collect();
    let leading = ids(&leading);
    if !expected.providers.iter().all(|id| leading.contains(id)) {
        wrong.push(format!(
            "providers: wanted {:?}, found {leading:?} {best:?}",
            expected.providers
        ));
    }
    if let Some(first) = &expected.first {
        let names = [
            (Kind::Story, "story"),
            (Kind::Provider, "provider"),
            (Kind::Adviser, "adviser"),
            (Kind::Funding, "funding"),
            (Kind::Trend, "trend"),
            (Kind::Signpost, "signpost"),
            (Kind::Page, "page"),
        ];
        let found = results.hits.first().map(|hit| {
            let (_, name) = names.iter().find(|(kind, _)| *kind == hit.document.kind()).unwrap();
            // Whichever provider leads today, it is the class that comes first.
            let id = match hit.document.kind() {
                Kind::Provider if leading.iter().any(|id| *first == format!("provider:{id}")) => {
                    return first.clone();
                }
                _ => hit.document.id(),
            };
            format!("{name}:{id}")
        });
        if found.as_ref() != Some(first) {
            wrong.push(format!("first: wanted {first}, found {found:?}"));
        }
    }
    wrong
}

#[test]
fn every_query_finds_what_was_written_down_before() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("src/search/queries.toml")).unwrap();
    let file: File = toml::from_str(&text).unwrap();
    let store = Store::open(&root.join("../../content"), Instant(0)).unwrap();
    let index = &store.snapshot().search;
    let day = date(2026, 11, 23);
    let mut failed = Vec::new();
    for expected in &file.query {
        let lang = expected.lang.as_deref().map_or(Lang::De, |tag| Lang::parse(tag).unwrap());
        let results = index.find(&Query::parse(&expected.q), lang, day);
        for wrong in wrong(expected, &results) {
            failed.push(format!("{:?} ({}): {wrong}", expected.q, expected.why));
        }
        let gone = |hit: &Hit<'_>| hit.document.id().as_str() == "messgeraete-bau";
        assert!(!results.hits.iter().any(gone), "{} finds what has expired", expected.q);
        assert!(results.hits.iter().all(|hit| hit.class <= Class::Fuzzy));
    }
    println!("{} queries", file.query.len());
    assert!(file.query.len() >= 50);
    assert!(failed.is_empty(), "{}\n{} failed", failed.join("\n"), failed.len());
}

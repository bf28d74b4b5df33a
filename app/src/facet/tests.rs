//! Lists of words, narrowed down.

use super::*;
use crate::text::msg;

/// A word: the facets are its letters and its length.
#[derive(Debug, PartialEq)]
struct Word {
    letters: Vec<String>,
    length: &'static str,
}

fn word(text: &str) -> Word {
    let length = if text.len() == 1 { "1" } else { "2" };
    Word { letters: text.chars().map(String::from).collect(), length }
}

fn narrowing<'a>(query: &[(&str, &str)], all: &'a [Word]) -> Narrowing<'a, Word> {
    let owned =
        |codes: &[&str]| codes.iter().map(|c| ((*c).to_owned(), c.to_uppercase())).collect();
    let facet = |name, options, held: fn(&Word) -> Held<'_>| Facet {
        name,
        label: msg("", ""),
        any: msg("", ""),
        options,
        held,
    };
    let facets = vec![
        facet("hat", owned(&["a", "b", "c"]), |word| Held::Terms(&word.letters)),
        facet("laenge", owned(&["1", "2"]), |word| Held::One(word.length)),
    ];
    let query =
        query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Narrowing::new(&Fields(query), facets, all.iter().collect())
}

/// The last says a letter twice and is counted once.
fn all() -> Vec<Word> {
    ["c", "ab", "b", "a", "ca", "bb"].map(word).into()
}

#[test]
fn what_is_left_keeps_the_order_it_had() {
    let all = all();
    for query in [
        &[("hat", "a")] as &[_],
        &[("hat", "a"), ("hat", "b")],
        &[("hat", "b"), ("laenge", "2")],
        &[],
    ] {
        let hits = narrowing(query, &all).hits();
        let restricted: Vec<&Word> = all.iter().filter(|word| hits.contains(word)).collect();
        assert_eq!(hits, restricted, "{query:?}");
    }
}

#[test]
fn options_widen_and_facets_narrow() {
    let all = all();
    assert_eq!(narrowing(&[("hat", "a"), ("hat", "b")], &all).hits().len(), 5);
    assert_eq!(narrowing(&[("hat", "a"), ("laenge", "2")], &all).hits(), [&all[1], &all[4]]);
}

#[test]
fn the_number_beside_an_option_is_what_choosing_it_alone_gives() {
    let all = all();
    let list = narrowing(&[("hat", "a"), ("laenge", "2")], &all);
    for facet in &list.facets {
        for (code, _) in &facet.options {
            let query = list.with_only(facet, Some(code));
            let pairs: Vec<(&str, &str)> =
                query[1..].split('&').filter_map(|pair| pair.split_once('=')).collect();
            assert_eq!(list.count(facet, code), narrowing(&pairs, &all).hits().len(), "{query}");
        }
    }
}

#[test]
fn what_no_facet_knows_is_no_choice() {
    let all = all();
    let list = narrowing(&[("hat", "zebra"), ("hat", ""), ("seite", "2")], &all);
    assert!(list.chosen().is_empty());
    assert_eq!(list.hits().len(), all.len());
}

#[test]
fn every_choice_says_what_the_list_is_without_it() {
    let all = all();
    let list = narrowing(&[("hat", "c"), ("laenge", "1")], &all);
    let choices = list.choices();
    let told: Vec<_> = choices.iter().map(|c| (c.label, c.hits, c.rest.as_str())).collect();
    assert_eq!(told, [("C", 3, "?laenge=1"), ("1", 2, "?hat=c")]);
    assert_eq!(list.with_only(&list.facets[0], None), "?laenge=1");
    assert_eq!(list.query_of(&["laenge", "nie"]), "?laenge=1");
}

#[test]
fn what_is_looked_for_stays_in_every_address() {
    let all = all();
    let list = narrowing(&[("hat", "c"), ("laenge", "1")], &all).keeping("q", "ä b");
    let rests: Vec<String> = list.choices().into_iter().map(|choice| choice.rest).collect();
    assert_eq!(rests, ["?q=%C3%A4%20b&laenge=1", "?q=%C3%A4%20b&hat=c"]);
    assert_eq!(list.with_only(&list.facets[0], None), "?q=%C3%A4%20b&laenge=1");
    assert_eq!(list.reset(), "?q=%C3%A4%20b");
    assert_eq!(list.query_of(&["laenge"]), "?laenge=1");
}

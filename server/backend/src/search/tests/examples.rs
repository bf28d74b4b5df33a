//! The examples that no text of the exhibition contains, with synthetic entries.

use super::{DAY, find, index, with_provider};
use crate::search::{Class, Query};
use domain::content::{Content, Html, Localized};
use domain::{Lang, order, sample};
use jiff::ToSpan as _;

/// The provider's id.
const ID: &str = "automation";

fn named(title: &str) -> Content {
    with_provider(|provider| provider.text.de.title = title.to_owned())
}

#[test]
fn every_spelling_of_a_name_finds_every_other() {
    for names in [&["Müller", "Mueller", "Muller"][..], &["Straße", "Strasse", "STRASSE"]] {
        for written in names {
            let index = index(named(written));
            for typed in names {
                assert_eq!(find(&index, typed, Lang::De), [ID], "{typed} in {written}");
                assert_eq!(find(&index, typed, Lang::En), [ID], "{typed} in {written}");
            }
        }
    }
}

#[test]
fn a_word_is_found_inside_a_longer_one() {
    let index = index(named("Softwareentwicklungshaus"));
    for typed in ["entwicklung", "Software", "software", "entwicklungen", "Häuser"] {
        assert_eq!(find(&index, typed, Lang::De), [ID], "{typed}");
    }
    // A longer word than any text has, of two that it has.
    let index = super::index(named("Zirkel und Waage"));
    assert_eq!(find(&index, "Zirkelwaage", Lang::De), [ID]);
    assert_eq!(find(&index, "waagenzirkel", Lang::De), [ID]);
}

#[test]
fn forms_and_slips_are_forgiven() {
    for (written, typed) in [
        ("Bäckerei", "bäckrei"),
        ("Bäckerei", "backrei"),
        ("Bäckerei", "Bäcekrei"),
        ("Haus", "Häuser"),
        ("Häuser", "Haus"),
        ("Softwareentwicklung", "sofware"),
        ("Fördermittel", "Fördemitel"),
        ("Start-up", "startup"),
        ("Webladen", "web laden"),
        ("E-Mail", "email"),
    ] {
        assert_eq!(find(&index(named(written)), typed, Lang::De), [ID], "{typed} in {written}");
    }
    let results = index(named("Bäckerei"));
    let results = results.find(&Query::parse("bäckrei"), Lang::De, DAY);
    assert_eq!(results.instead, [("bäckrei".to_owned(), "Bäckerei".to_owned())]);
    assert_eq!(results.hits[0].class, Class::Fuzzy);
}

#[test]
fn whoever_types_what_exists_gets_no_guesses() {
    let index = index(with_provider(|provider| {
        provider.text.de.title = "Haus".to_owned();
        provider.text.de.summary = "Hans und Maus".to_owned();
    }));
    let results = index.find(&Query::parse("haus"), Lang::De, DAY);
    assert!(results.instead.is_empty());
    assert_eq!(results.marks.mark("Haus, Maus, Häuser"), {
        let stretch =
            |text: &str, is_marked| crate::search::Stretch { text: text.to_owned(), is_marked };
        [stretch("Haus", true), stretch(", Maus, Häuser", false)]
    });
}

#[test]
fn what_nobody_wrote_is_not_found_but_may_be_guessed() {
    let index = index(named("Schreiner"));
    let results = index.find(&Query::parse("Schrner"), Lang::De, DAY);
    assert!(results.hits.is_empty());
    assert_eq!(results.guess.as_deref(), Some("Schreiner"));
    let results = index.find(&Query::parse("xqzvwk"), Lang::De, DAY);
    assert!(results.hits.is_empty() && results.guess.is_none());
    // A word nobody knows does not take the others' hits away.
    let results = index.find(&Query::parse("Schreiner xqzvwk"), Lang::De, DAY);
    assert_eq!(results.hits.len(), 1);
    assert_eq!(results.unknown, ["xqzvwk"]);
}

#[test]
fn providers_of_a_class_are_in_the_order_of_the_day() {
    let mut content = sample::content();
    for provider in content.providers.values_mut() {
        // However often one says it, the day decides.
        let times = provider.meta.id.as_str().len();
        provider.text.de.body = Html::sanitised("<p>Zirkel</p>".repeat(times));
    }
    let named = content.providers.values_mut().next_back().unwrap();
    named.text.de.title = "Zirkel GmbH".to_owned();
    let first = named.meta.id.to_string();
    let index = index(content);
    for days in 0..30 {
        let day = DAY.checked_add(days.days()).unwrap();
        let results = index.find(&Query::parse("zirkel"), Lang::De, day);
        let found: Vec<&str> = results.hits.iter().map(|hit| hit.document.id().as_str()).collect();
        let mut rest: Vec<&str> = found[1..].to_vec();
        assert_eq!(found[0], first);
        order::sort(&mut rest, day, |id| id);
        assert_eq!(found[1..], rest, "{day}");
    }
}

#[test]
fn what_is_on_no_page_is_no_hit() {
    let index = index(named("Zirkel"));
    let ask = |day| index.find(&Query::parse("zirkel"), Lang::De, day).hits.len();
    let confirmed = index.content().providers.values().next().unwrap().confirmed_on;
    assert_eq!(ask(confirmed.checked_add(15.months()).unwrap()), 1);
    assert_eq!(ask(confirmed.checked_add(15.months().days(1)).unwrap()), 0);
    let mut content = sample::content();
    let story = content.stories.values_mut().next().unwrap();
    story.text.de.title = "Zirkel".to_owned();
    story.published = DAY.tomorrow().unwrap();
    let index = super::index(content);
    assert_eq!(index.find(&Query::parse("zirkel"), Lang::De, DAY).hits.len(), 0);
    assert_eq!(
        index.find(&Query::parse("zirkel"), Lang::De, DAY.tomorrow().unwrap()).hits.len(),
        1
    );
}

#[test]
fn english_pages_find_english_texts_and_german_ones_where_there_are_none() {
    let index = index(with_provider(|provider| {
        let mut german = provider.text.de.clone();
        german.title = "Waagenbau".to_owned();
        let mut english = german.clone();
        english.title = "Scales and tills".to_owned();
        provider.text = Localized { de: german, en: Some(english), ls: None, tested: None };
    }));
    let ask = |typed: &str, lang| {
        let results = index.find(&Query::parse(typed), lang, DAY);
        results.hits.first().map(|hit| hit.document.lang())
    };
    assert_eq!(ask("till", Lang::En), Some(Lang::En));
    assert_eq!(ask("till", Lang::De), None);
    // The German name answers everywhere; the text is the English one.
    assert_eq!(ask("Waagenbau", Lang::En), Some(Lang::En));
    // The others have no English texts.
    let other = index.content().providers.values().next_back().unwrap().text.de.title.clone();
    assert_eq!(ask(&other, Lang::En), Some(Lang::De));
}

#[test]
fn what_a_provider_does_not_do_is_not_searched() {
    let index = index(with_provider(|provider| {
        provider.text.de.not_doing = vec!["Zirkel verkaufen".to_owned()];
    }));
    assert!(find(&index, "zirkel", Lang::De).is_empty());
}

#[test]
fn suggestions_begin_with_two_letters() {
    let index = index(named("Zirkelbau"));
    let ask = |typed| {
        let hits = index.suggest(typed, Lang::De, DAY);
        hits.iter().map(|hit| hit.document.title().to_owned()).collect::<Vec<_>>()
    };
    assert!(ask("z").is_empty());
    for typed in ["zi", "zir", "Zirkelb", "zirkelbau"] {
        assert_eq!(ask(typed), ["Zirkelbau"], "{typed}");
    }
    assert!(ask("").is_empty());
}

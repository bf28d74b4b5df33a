//! An index follows its content file by file.

use super::{DAY, Dice, find, index};
use crate::content::{Reload, Store};
use crate::search::{Index, Query};
use domain::content::Content;
use domain::{Instant, Lang, sample};
use std::path::Path;
use std::sync::Arc;

#[test]
fn only_what_has_changed_is_analysed_again() {
    let content = sample::content();
    let first = index(content.clone());
    let all = content.providers.len() + content.advisers.len() + content.stories.len();
    assert_eq!(first.analysed(), all * Lang::ALL.len());
    let same = Index::new(Arc::new(content.clone()), Some(&first));
    assert_eq!(same.analysed(), 0);

    let mut changed = content;
    let provider = changed.providers.values_mut().next().unwrap();
    provider.text.de.title = "Zirkelbau".to_owned();
    // A fact nobody searches for.
    provider.project.1 += 1;
    let second = Index::new(Arc::new(changed.clone()), Some(&same));
    assert_eq!(second.analysed(), Lang::ALL.len(), "one entry in every language");
    assert_eq!(find(&second, "zirkelbau", Lang::De), ["automation"]);
    assert!(find(&first, "zirkelbau", Lang::De).is_empty(), "the state before is as it was");

    changed.providers.pop_first();
    let third = Index::new(Arc::new(changed), Some(&second));
    assert_eq!(third.analysed(), 0);
    assert!(find(&third, "zirkelbau", Lang::De).is_empty(), "what is gone is not found");
}

/// Whether a change leads where a new beginning would.
#[test]
fn after_any_changes_the_index_is_as_if_it_were_new() {
    let words = ["Zirkel", "Waage", "Kasse", "Müller", "Software", "Entwicklung", "Tour"];
    let mut dice = Dice(7);
    let mut content: Content = sample::content();
    let mut kept = index(content.clone());
    for _ in 0..60 {
        let n = dice.roll(content.providers.len());
        let provider = content.providers.values_mut().nth(n).unwrap();
        let title = format!("{}{}", words[dice.roll(7)], words[dice.roll(7)].to_lowercase());
        provider.text.de.title = title;
        provider.text.de.summary = words[dice.roll(7)].to_owned();
        kept = Index::new(Arc::new(content.clone()), Some(&kept));
        let fresh = index(content.clone());
        for typed in ["zirkel", "kasse software", "muller", "entwiklung", "to", "waage tour"] {
            let ask = |index: &Index| {
                let results = index.find(&Query::parse(typed), Lang::De, DAY);
                let hits = results.hits.iter();
                hits.map(|hit| (hit.document.id().clone(), hit.class, hit.score.to_bits()))
                    .collect::<Vec<_>>()
            };
            assert_eq!(ask(&kept), ask(&fresh), "{typed}");
        }
    }
}

#[test]
fn words_of_texts_that_are_gone_do_not_pile_up() {
    let mut content = sample::content();
    let mut kept = index(content.clone());
    let fresh = kept.size().words;
    for round in 0..40 {
        let text: String = (0..100).map(|n| format!("wort{round}x{n} ")).collect();
        content.providers.values_mut().next().unwrap().text.de.summary = text;
        kept = Index::new(Arc::new(content.clone()), Some(&kept));
    }
    assert!(kept.size().words < 3 * fresh + 2_000, "{:?}", kept.size());
    assert_eq!(find(&kept, "wort39x7", Lang::De), ["automation"]);
}

#[test]
fn a_page_never_shows_hits_of_another_state() {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let root = std::env::temp_dir().join(format!("search-{}", std::process::id()));
    copy(&from, &root);
    let store = Store::open(&root, Instant(0)).unwrap();
    let before = store.snapshot();
    assert!(Arc::ptr_eq(before.search.content(), &before.content));
    let file = root.join("stories/haupthahn/index.md");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replacen("title = \"", "title = \"Zirkelbau ", 1)).unwrap();
    assert_eq!(store.reload(Instant(1)), Reload::Swapped);
    let after = store.snapshot();
    assert!(Arc::ptr_eq(after.search.content(), &after.content));
    assert_eq!(after.search.analysed(), Lang::ALL.len(), "one file");
    assert_eq!(find(&after.search, "zirkelbau", Lang::De), ["haupthahn"]);
    assert!(find(&before.search, "zirkelbau", Lang::De).is_empty());
    assert_eq!(store.reload(Instant(2)), Reload::Same);
    std::fs::remove_dir_all(&root).unwrap();
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for item in std::fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let to = to.join(item.file_name());
        if item.path().is_dir() {
            copy(&item.path(), &to);
        } else {
            std::fs::copy(item.path(), to).unwrap();
        }
    }
}

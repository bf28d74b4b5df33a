//! Long lists have pages that leave nothing out, show nothing twice and keep one order.

use crate::testing::{examples, get, on, page};
use domain::Slug;
use domain::content::Content;
use jiff::civil::Date;
use std::sync::Arc;

const TODAY: Date = crate::testing::TODAY;

/// The examples with so many copies that no list fits one page.
fn many() -> Arc<Content> {
    fn copy(id: &Slug, n: usize) -> Slug {
        Slug::parse(&format!("{id}-{n}")).unwrap()
    }
    let few = examples();
    let mut many = Content::clone(&few);
    for n in 0..6 {
        for mut story in few.stories.values().cloned() {
            story.meta.id = copy(&story.meta.id, n);
            many.stories.insert(story.meta.id.clone(), story);
        }
        for mut programme in few.funding.values().cloned() {
            programme.meta.id = copy(&programme.meta.id, n);
            many.funding.insert(programme.meta.id.clone(), programme);
        }
        for mut trend in few.trends.values().cloned() {
            trend.meta.id = copy(&trend.meta.id, n);
            many.trends.insert(trend.meta.id.clone(), trend);
        }
    }
    Arc::new(many)
}

/// Ids the list at `path` links to, from its first to its last page, turning pages on the day
/// after.
async fn turned(path: &str, query: &str, content: &Arc<Content>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let mut address = Some((format!("{path}?{query}"), TODAY));
    let mut pages = 0;
    while let Some((asked, day)) = address.take() {
        let cx = on(get(&asked, content).await, day);
        let html = crate::render::html(Arc::clone(&cx), page(&cx).await.unwrap()).await;
        let main = html.split("<main").nth(1).unwrap();
        let list = main.split("class=\"pager\"").next().unwrap();
        let mut shown: Vec<String> = list
            .split(&format!("href=\"{path}/"))
            .skip(1)
            .filter_map(|rest| Some(rest.split('"').next()?.to_owned()))
            .collect();
        // Title and arrow of an entry lead to the same place.
        shown.dedup();
        ids.extend(shown);
        pages += 1;
        let next = html.split("rel=\"next\"").nth(1);
        let href = next.and_then(|rest| rest.split("href=\"").nth(1)?.split('"').next());
        let tomorrow = TODAY.tomorrow().unwrap();
        address = href.map(|href| (href.replace("&amp;", "&"), tomorrow));
        assert!(pages < 100, "{path} never ends");
    }
    assert!(pages > 1, "{path}?{query} has {pages} pages");
    ids
}

#[tokio::test]
async fn pages_turned_around_midnight_show_every_entry_once() {
    let content = many();
    for (path, query, all) in [
        ("/geschichten", "", content.stories_of(TODAY).len()),
        ("/foerderung", "", content.open_funding(TODAY).len()),
        ("/trends", "", content.trends.len()),
    ] {
        let ids = turned(path, query, &content).await;
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!((ids.len(), once.len()), (all, all), "{path}");
    }
    let order = turned("/geschichten", "", &content).await;
    let today: Vec<String> =
        content.stories_of(TODAY).iter().map(|story| story.meta.id.to_string()).collect();
    assert_eq!(order, today);
}

#[tokio::test]
async fn pages_keep_what_is_chosen() {
    let content = many();
    let mut few = Content::clone(&content);
    // Enough for three pages whatever the examples are about.
    few.stories.values_mut().for_each(|story| story.goals = vec!["kosten".to_owned()]);
    few.stories.values_mut().take(2).for_each(|story| story.goals = vec!["personal".to_owned()]);
    let ids = turned("/geschichten", "ziel=kosten", &Arc::new(few)).await;
    assert_eq!(ids.len(), content.stories_of(TODAY).len() - 2);
}

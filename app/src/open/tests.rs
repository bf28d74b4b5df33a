//! What is hard to see from outside: hostile texts, and what is not on show.

use super::linked;
use crate::context::Answer;
use crate::testing::{TODAY, examples, get};
use domain::content::Content;
use jiff::ToSpan as _;
use std::sync::Arc;

/// A document of the example content, changed.
async fn document(address: &str, change: impl FnOnce(&mut Content)) -> String {
    let mut content = Content::clone(&examples());
    change(&mut content);
    let cx = get(address, &Arc::new(content)).await;
    match (cx.route.handler)(cx.clone()).await {
        Ok(Answer::File { body, .. }) => String::from_utf8(body).unwrap(),
        Ok(_) => panic!("{address} is a page"),
        Err(error) => format!("{error:?}"),
    }
}

#[tokio::test]
async fn a_hostile_title_stays_text() {
    let hostile = "]]><script>\u{0}\u{c}</title>&amp;";
    let feed = document("/feed/de", |content| {
        let story = content.stories.values_mut().next().unwrap();
        story.text.de.title = hostile.to_owned();
        story.text.de.teaser = hostile.to_owned();
    })
    .await;
    assert!(feed.contains("]]&gt;&lt;script&gt;&lt;/title&gt;&amp;amp;"));
    assert!(!feed.contains("<script") && !feed.contains('\u{0}'));
}

#[tokio::test]
async fn linked_data_cannot_end_its_element() {
    let content = examples();
    let cx = get("/", &content).await;
    let mut story = content.stories.values().next().unwrap().clone();
    story.text.de.title = "</script><img src=x onerror=alert(1)><!--".to_owned();
    let value = linked::story(&cx, content.site().unwrap(), &story);
    let script = linked::script(&value);
    assert!(!script.contains('<'));
    assert_eq!(serde_json::from_str::<serde_json::Value>(&script).unwrap(), value);
}

#[tokio::test]
async fn what_is_not_on_show_is_nowhere() {
    let hide = |content: &mut Content| {
        let tomorrow = TODAY.tomorrow().unwrap();
        content.stories.values_mut().for_each(|story| story.published = tomorrow);
        let long_ago = TODAY.checked_sub(16.months()).unwrap();
        content.providers.values_mut().for_each(|provider| provider.confirmed_on = long_ago);
        let yesterday = TODAY.yesterday().unwrap();
        content.funding.values_mut().for_each(|funding| funding.valid_until = yesterday);
    };
    for address in ["/api/v1/stories", "/api/v1/providers", "/api/v1/funding"] {
        let list = document(address, hide).await;
        assert!(list.starts_with("{\"total\":0,\"page\":1,\"pages\":1,"), "{list}");
        let id = document(address, |_| ()).await;
        let id = id.split("\"id\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        assert_eq!(document(&format!("{address}/{id}"), hide).await, "NotFound");
    }
    let map = document("/sitemap.xml", hide).await;
    assert!(map.contains("/kennenlernen<") && map.contains("/trends/"));
    for hidden in ["/geschichten/", "/anbieter/demir", "/foerderung/"] {
        assert!(!map.contains(hidden), "{hidden}");
    }
    assert!(!document("/feed/de", hide).await.contains("<entry"));
    assert_eq!(document("/feed/xx", |_| ()).await, "NotFound");
}

#[tokio::test]
async fn long_lists_come_in_pages() {
    let many = |content: &mut Content| {
        let story = content.stories.values().next().unwrap().clone();
        for n in 0..120 {
            let mut other = story.clone();
            other.meta.id = domain::Slug::parse(&format!("geschichte-{n}")).unwrap();
            content.stories.insert(other.meta.id.clone(), other);
        }
    };
    let total = examples().stories.len() + 120;
    let mut ids = std::collections::BTreeSet::new();
    for page in 1..=total.div_ceil(50) {
        let body = document(&format!("/api/v1/stories?page={page}"), many).await;
        let value: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(value["total"], total);
        let items = value["items"].as_array().unwrap();
        ids.extend(items.iter().map(|item| item["id"].to_string()));
    }
    assert_eq!(ids.len(), total);
}

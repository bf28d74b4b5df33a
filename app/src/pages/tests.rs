//! Every public page in every place it exists, with the example content of the repository.

mod films;
mod paging;
mod plain;
mod quotes;

use crate::context::PageError;
use crate::pages::kiosk::assisted;
use crate::routes::{Bundle, Method, On, ROUTES, Right};
use crate::testing::{TODAY, examples, html, page};
use domain::Surface;
use std::collections::{BTreeSet, HashSet};

/// Addresses below the place's prefix that answer a public GET route.
fn paths(path: &str) -> Vec<String> {
    let content = examples();
    // Where nobody opened the kiosk it only redirects.
    if path == assisted::PATH {
        return Vec::new();
    }
    let Some((list, _)) = path.split_once("/{") else { return vec![path.to_owned()] };
    let ids: Vec<String> = match list {
        "/geschichten" => content.stories.keys().map(ToString::to_string).collect(),
        "/anbieter" => content.wall(TODAY).iter().map(|p| p.meta.id.to_string()).collect(),
        "/foerderung" => {
            content.open_funding(TODAY).iter().map(|f| f.meta.id.to_string()).collect()
        }
        "/trends" => content.trends.keys().map(ToString::to_string).collect(),
        "/anfrage/danke" | "/anbieter/aufnahme/danke" => vec!["7F3K-92QX".to_owned()],
        // Only redirects: there is no page to look at.
        "/g" => vec![],
        other => panic!("no ids for {other}"),
    };
    ids.iter().map(|id| path.replace("{id}", id).replace("{reference}", id)).collect()
}

/// Every address of every public page.
fn addresses() -> Vec<(String, Surface)> {
    ROUTES
        .iter()
        .filter(|route| (route.method, route.right) == (Method::Get, Right::Public))
        .filter(|route| !matches!(route.on, On::Desk | On::Data) && route.bundle != Bundle::Part)
        .flat_map(|route| {
            let all = paths(route.path);
            route.on.places().into_iter().flat_map(move |place| {
                all.clone().into_iter().map(move |path| (place.href(&path), place.surface))
            })
        })
        .collect()
}

/// The values of an attribute, as written.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[tokio::test]
async fn every_public_page_is_a_sound_document() {
    let addresses = addresses();
    for (address, surface) in &addresses {
        let html = html(address).await;
        // The attract screen has a heading on each slide, and all slides but one are hidden; every
        // screen of the kiosk has the hidden one that stands in while there is no network.
        let hidden = html.matches("attract-slide\"").count().saturating_sub(1)
            + html.matches(" id=\"offline\"").count();
        assert_eq!(html.matches("<h1").count() - hidden, 1, "{address}");
        assert!(!html.contains("<!>"), "{address}");
        assert!(values(&html, "style").is_empty(), "{address}");
        assert!(html.ends_with("</html>\n"), "{address}");

        let mut ids = HashSet::new();
        for id in values(&html, "id") {
            assert!(ids.insert(id), "{address}: {id} twice");
        }
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for value in values(&html, attribute) {
                for id in value.split(' ') {
                    assert!(ids.contains(id), "{address}: {attribute} names {id}");
                }
            }
        }
        if *surface == Surface::Kiosk {
            let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next());
            for href in values(main.unwrap_or_default(), "href") {
                assert!(href.starts_with("/kiosk") || href.starts_with('#'), "{address}: {href}");
            }
        }
    }
    println!("{} pages", addresses.len());
    assert!(addresses.len() > 40, "only {} pages", addresses.len());
}

#[tokio::test]
async fn every_link_between_pages_leads_somewhere() {
    let mut seen = BTreeSet::new();
    for (address, surface) in addresses() {
        if surface != Surface::Web {
            continue;
        }
        let html = html(&address).await;
        let main = html.split("<main").nth(1).unwrap_or_default();
        seen.extend(
            values(main, "href")
                .into_iter()
                .filter(|href| href.starts_with('/'))
                .map(|href| href.replace("&amp;", "&")),
        );
    }
    let others = [
        "/assets/",
        "/media/",
        "/mitarbeit",
        "/anfrage",
        "/en/anfrage",
        "/ls/anfrage",
        "/api/",
        "/feed/",
        "/sitemap.xml",
        "/oeffnungszeiten.ics",
    ];
    let content = examples();
    let mut followed = 0;
    for href in seen.iter().filter(|href| !others.iter().any(|other| href.starts_with(other))) {
        let cx = crate::testing::get(href, &content).await;
        assert!(page(&cx).await.is_ok(), "{href}");
        followed += 1;
    }
    println!("{followed} links");
    assert!(followed > 100, "only {followed} links");
}

#[tokio::test]
async fn a_story_of_tomorrow_is_nowhere_today() {
    let mut content = domain::content::Content::clone(&examples());
    let id = "baustoffhaendler-chat";
    content.stories.get_mut(id).unwrap().published = TODAY.tomorrow().unwrap();
    let title = content.stories[id].text.de.title.clone();
    let content = std::sync::Arc::new(content);
    for path in ["/geschichten/", "/en/geschichten/", "/kiosk/geschichten/"] {
        let cx = crate::testing::get(&format!("{path}{id}"), &content).await;
        assert!(matches!(page(&cx).await, Err(PageError::NotFound)), "{path}");
    }
    for address in [
        "/",
        "/geschichten",
        "/merkzettel?g=",
        "/anfrage?geschichte=",
        "/kiosk",
        "/kiosk/merkzettel?g=",
    ] {
        let address =
            if address.ends_with('=') { format!("{address}{id}") } else { address.to_owned() };
        let html = crate::testing::html_with(&address, &content).await;
        assert!(!html.contains(&title), "{address}");
    }
}

//! Quotation marks belong to the words between them.

use crate::testing::{examples, html_with};
use domain::content::Content;
use std::sync::Arc;

const STORY: &str = "baustoffhaendler-chat";

#[tokio::test]
async fn marks_follow_the_language_of_the_quote() {
    let translated = examples();
    let mut content = Content::clone(&translated);
    content.stories.get_mut(STORY).unwrap().text.en = None;
    let german = Arc::new(content);
    for (prefix, content, open, close) in [
        ("", &translated, '„', '“'),
        ("/ls", &translated, '„', '“'),
        ("/en", &translated, '“', '”'),
        ("/en", &german, '„', '“'),
    ] {
        for surface in ["", "/kiosk"] {
            let address = format!("{surface}{prefix}/geschichten/{STORY}");
            let html = html_with(&address, content).await;
            let quote = html.split("<blockquote>").nth(1).unwrap();
            let quote = quote.split("</blockquote>").next().unwrap();
            assert!(quote.starts_with(open) && quote.ends_with(close), "{address}: {quote}");
        }
        let address = format!("{prefix}/merkzettel?g={STORY}");
        let html = html_with(&address, content).await;
        assert!(html.contains(&format!(">{open}")), "{address}");
    }
}

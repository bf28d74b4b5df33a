//! Pages say which pages are likely to be opened next, to those who may fetch them beforehand.

use tests::Werkbank;

/// The addresses in a `Link` header of an answer.
fn next(header: Option<&str>) -> Vec<String> {
    let links = header.unwrap_or_default().split(", ").filter(|link| !link.is_empty());
    links
        .map(|link| {
            let address = link.strip_suffix(">; rel=prefetch; as=document");
            let address = address.and_then(|rest| rest.strip_prefix('<'));
            address.unwrap_or_else(|| panic!("{link}")).to_owned()
        })
        .collect()
}

#[test]
fn a_page_names_where_most_people_go_from_it() {
    let werkbank = Werkbank::start();
    let inside = || werkbank.browser().with("sec-fetch-site", "same-origin");
    for prefix in ["", "/en", "/ls"] {
        let home = if prefix.is_empty() { "/" } else { prefix };
        let list = format!("{prefix}/geschichten");
        if prefix != "/ls" {
            assert_eq!(next(inside().get(home).header("link")), [list.as_str()]);
        }
        let [story] = next(inside().get(&list).header("link")).try_into().unwrap();
        assert!(story.starts_with(&format!("{list}/")), "{story}");
        // Twice: rendered, and kept.
        for _ in 0..2 {
            let answer = inside().get(&story);
            assert_eq!(answer.header("vary"), Some("Accept-Encoding, Save-Data, Sec-Fetch-Site"));
            let [other, request] = next(answer.header("link")).try_into().unwrap();
            assert!(other.starts_with(&format!("{list}/")) && other != story, "{other}");
            assert!(request.starts_with(&format!("{prefix}/anfrage?geschichte=")), "{request}");
            assert_eq!(werkbank.get(&other).status, 200);
            assert_eq!(werkbank.get(&request).status, 200);
        }
    }
    // A narrowed list names the first story it still has, an empty one none.
    let narrowed = inside().get("/geschichten?ziel=kosten");
    let [story] = next(narrowed.header("link")).try_into().unwrap();
    assert!(narrowed.text().contains(&format!("href=\"{story}\"")), "{story}");
}

#[test]
fn nothing_is_fetched_beforehand_where_it_should_not_be() {
    let werkbank = Werkbank::start();
    // Being fetched first would be an order on the wall; the touchscreen waits for a touch.
    for path in
        ["/anbieter", "/kiosk/geschichten", "/kiosk", "/suche?q=chat", "/mitarbeit/anmelden"]
    {
        let inside = werkbank.browser().with("sec-fetch-site", "same-origin");
        assert_eq!(inside.get(path).header("link"), None, "{path}");
    }
    // Kept answers of one reader are not another's: asked for by turns.
    for _ in 0..2 {
        let inside = |saving| {
            let browser = werkbank.browser().with("sec-fetch-site", "same-origin");
            browser.with("save-data", saving).get("/geschichten")
        };
        assert!(inside("off").header("link").is_some());
        assert_eq!((inside("on").status, inside("on").header("link")), (200, None));
        // On a first page the line belongs to typefaces and pictures.
        for from in ["none", "cross-site", "same-site"] {
            let first = werkbank.browser().with("sec-fetch-site", from).get("/geschichten");
            assert_eq!((first.status, first.header("link")), (200, None), "{from}");
        }
        assert_eq!(werkbank.get("/geschichten").header("link"), None);
    }
}

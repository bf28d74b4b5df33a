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
    for prefix in ["", "/en", "/ls"] {
        let home = if prefix.is_empty() { "/" } else { prefix };
        let list = format!("{prefix}/geschichten");
        if prefix != "/ls" {
            assert_eq!(next(werkbank.get(home).header("link")), [list.as_str()]);
        }
        let [story] = next(werkbank.get(&list).header("link")).try_into().unwrap();
        assert!(story.starts_with(&format!("{list}/")), "{story}");
        // Twice: rendered, and kept.
        for _ in 0..2 {
            let answer = werkbank.get(&story);
            assert_eq!(answer.header("vary"), Some("Accept-Encoding, Save-Data, Sec-Fetch-Site"));
            let [other, request] = next(answer.header("link")).try_into().unwrap();
            assert!(other.starts_with(&format!("{list}/")) && other != story, "{other}");
            assert!(request.starts_with(&format!("{prefix}/anfrage?geschichte=")), "{request}");
            assert_eq!(werkbank.get(&other).status, 200);
            assert_eq!(werkbank.get(&request).status, 200);
        }
    }
    // A narrowed list names the first story it still has, an empty one none.
    let narrowed = werkbank.get("/geschichten?ziel=kosten");
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
        assert_eq!(werkbank.get(path).header("link"), None, "{path}");
    }
    // Kept answers of one reader are not another's: asked for by turns.
    for _ in 0..2 {
        let asked = |name, value| werkbank.browser().with(name, value).get("/geschichten");
        assert!(asked("save-data", "off").header("link").is_some());
        let saving = asked("save-data", "on");
        assert_eq!((saving.status, saving.header("link")), (200, None));
        // On a first page the line belongs to typefaces and pictures.
        for from in ["none", "cross-site", "same-site"] {
            let first = asked("sec-fetch-site", from);
            assert_eq!((first.status, first.header("link")), (200, None), "{from}");
        }
        let unsaid = werkbank.browser().send("GET", "/geschichten", &[], b"");
        assert_eq!((unsaid.status, unsaid.header("link")), (200, None));
    }
}

//! The search over HTTP: whatever is typed is answered, soon and whole, and no script of anybody
//! comes back; what is listed counts.

use tests::{Database, Office, Werkbank};

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn whatever_is_typed_is_answered() {
    let werkbank = Werkbank::start();
    let typos = (0..50).map(|n| format!("bäckrei{n}")).collect::<Vec<_>>().join(" ");
    let mut asked = 0;
    for (typed, status) in [
        ("kasse".to_owned(), 200),
        (String::new(), 200),
        ("a".repeat(10_000), 200),
        ("Häuser ".repeat(1_400), 200),
        ("*".to_owned(), 200),
        ("%?_*".repeat(2_000), 200),
        (typos, 200),
        ("\0\u{202e}\u{feff}\r\nSet-Cookie: a=b".to_owned(), 200),
        ("' or 1=1 --".to_owned(), 200),
        // Longer than any address a browser sends.
        ("ä".repeat(60_000), 400),
    ] {
        for path in ["/suche", "/en/suche", "/suche/vorschlaege"] {
            let answer = werkbank.get(&format!("{path}?q={}", encoded(&typed)));
            // The server reads no more than so much of an address at all.
            let refused = [400, 414, 431].contains(&answer.status);
            assert!(answer.status == status || (status == 400 && refused), "{path} {typed:.40}");
            if answer.status == 200 && path != "/suche/vorschlaege" {
                let html = answer.text();
                assert!(html.ends_with("</html>\n"), "{path} {typed:.40}");
                assert!(html.len() < 200_000, "{} bytes for {typed:.40}", html.len());
            }
            assert!(answer.header("set-cookie").is_none());
            asked += 1;
        }
    }
    println!("{asked} queries");
}

#[test]
fn what_is_typed_comes_back_as_text() {
    let werkbank = Werkbank::start();
    for typed in
        ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=x>"]
    {
        for path in ["/suche", "/en/suche", "/suche/vorschlaege"] {
            let html = werkbank.get(&format!("{path}?q={}", encoded(typed))).text();
            for bad in ["<script>", "<img src=x", "<svg onload"] {
                assert!(!html.contains(bad), "{path}: {bad}");
            }
        }
    }
}

#[test]
fn hits_are_not_for_search_engines_and_in_no_cache() {
    let werkbank = Werkbank::start();
    let page = werkbank.get("/suche?q=kasse&art=anbieter");
    assert!(page.text().contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(page.text().contains("<mark>"));
    let suggestions = werkbank.get("/suche/vorschlaege?q=ka");
    assert_eq!(suggestions.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(suggestions.text().contains("role=\"option\""));
    assert!(suggestions.header("cache-control").is_some_and(|value| value.contains("no-store")));
}

#[test]
fn providers_among_hits_count_as_listed() {
    for (name, database) in Database::both() {
        let werkbank = Werkbank::builder().database(&database).start();
        let office = Office::open(&werkbank, &database);
        let page = werkbank.get("/suche?q=handwerk&art=anbieter");
        let shown = page.text().matches("class=\"hit-picture portrait\"").count();
        assert!(shown > 1, "{name}: only {shown} providers");
        werkbank.get("/suche/vorschlaege?q=handwerk");
        werkbank.browser().with("sec-purpose", "prefetch").get("/suche?q=handwerk&art=anbieter");
        assert!(werkbank.stop().success(), "{name}");
        let shown = i64::try_from(shown).unwrap();
        for (sql, wanted) in [
            ("select count(*) from counts where kind = 'impression' and n = 1", shown),
            ("select count(*) from counts where kind = 'impression'", shown),
            ("select n from counts where kind = 'search_view' and key = 'all'", 1),
            (
                "select count(*) from counts where kind like '%handwerk%' or key like '%handwerk%'",
                0,
            ),
        ] {
            assert_eq!(office.number(sql), wanted, "{name}: {sql}");
        }
    }
}

//! Every answer carries the headers, whoever made it.

use tests::{Answer, Werkbank};

const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; \
     manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'; object-src 'none'";

fn assert_secure(what: &str, answer: &Answer) {
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{what}");
    assert_eq!(answer.header("cross-origin-opener-policy"), Some("same-origin"), "{what}");
    assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"), "{what}");
    assert!(answer.header("permissions-policy").is_some(), "{what}");
    assert!(answer.header("cache-control").is_some(), "{what}");
    assert!(answer.header("server").is_none(), "{what} names its server");
    let csp = answer.header("content-security-policy").unwrap_or_default();
    if answer.header("content-type") == Some("image/svg+xml") && what.contains("/media/") {
        assert_eq!(csp, "default-src 'none'; style-src 'unsafe-inline'; sandbox", "{what}");
    } else {
        assert_eq!(csp, CSP, "{what}");
    }
}

#[test]
fn pages_files_and_errors_carry_the_same_policy() {
    let werkbank = Werkbank::start();
    let home = werkbank.get("/");
    let style = home.text();
    let style = style.split("href=\"").find(|rest| rest.starts_with("/assets/main."));
    let style = style.and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let picture = werkbank.get("/geschichten").text();
    let picture = picture.split("src=\"").find(|rest| rest.starts_with("/media/"));
    let picture = picture.and_then(|rest| rest.split('"').next()).unwrap().to_owned();

    for (method, path, status) in [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/en/geschichten", 200),
        ("GET", "/kiosk/geschichten", 200),
        ("GET", "/mitarbeit/anmelden", 200),
        ("GET", style.as_str(), 200),
        ("GET", picture.as_str(), 200),
        ("GET", "/healthz", 200),
        ("GET", "/gibt-es-nicht", 404),
        ("GET", "/assets/gibt-es-nicht.css", 404),
        ("GET", "/media/stories/../../Cargo.toml", 404),
        ("GET", "/media/stories/%2e%2e/%2e%2e/Cargo.toml", 404),
        ("GET", "/geschichten/%00", 404),
        ("GET", "/geschichten/%C0%AF", 400),
        ("GET", "/geschichten/", 308),
        ("DELETE", "/", 405),
        ("PUT", "/geschichten", 405),
        ("OPTIONS", "/", 405),
        ("BREW", "/", 405),
    ] {
        let answer = werkbank.browser().send(method, path, &[], b"");
        assert_eq!(answer.status, status, "{method} {path}");
        assert_secure(&format!("{method} {path}"), &answer);
    }
}

#[test]
fn an_error_is_a_page_of_ours_and_says_nothing_about_the_inside() {
    let werkbank = Werkbank::start();
    for (path, lang, words) in [
        ("/gibt-es-nicht", "de", "Hier hängt nichts mehr"),
        ("/en/gibt-es-nicht", "en", "Nothing hangs here any more"),
        ("/ls/gibt-es-nicht", "de-simple", "Diese Seite gibt es nicht"),
        ("/kiosk/gibt-es-nicht", "de", "Hier hängt nichts mehr"),
        ("/kiosk/ls/gibt-es-nicht", "de-simple", "Diese Seite gibt es nicht"),
        ("/mitarbeit/gibt-es-nicht", "de", "Hier hängt nichts mehr"),
    ] {
        let answer = werkbank.get(path);
        let text = answer.text();
        assert_eq!(answer.status, 404, "{path}");
        assert!(text.contains(&format!("<html lang=\"{lang}\"")), "{path}");
        assert!(text.contains(words), "{path}");
        for inside in ["axum", "rust", "panicked", "src/", "sqlite", env!("CARGO_PKG_VERSION")] {
            assert!(!text.to_lowercase().contains(inside), "{path} says {inside}");
        }
    }
}

#[test]
fn links_with_a_token_leave_no_trace() {
    let werkbank = Werkbank::start();
    let answer = werkbank.get("/mitarbeit/einladung/geheimes-wort");
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(werkbank.get("/").header("referrer-policy"), Some("same-origin"));
    let log = werkbank.log();
    assert!(log.contains("/mitarbeit/einladung/{token}"), "{log}");
    assert!(!log.contains("geheimes-wort"), "{log}");
}

#[test]
fn behind_https_browsers_are_told_to_stay_there() {
    let werkbank = Werkbank::builder()
        .arg("--public-url=https://werkbank.example")
        .arg("--allow-examples")
        .start();
    let answer = werkbank.get("/");
    assert_eq!(answer.header("strict-transport-security"), Some("max-age=31536000"));
    assert!(!answer.text().contains(&werkbank.address.to_string()));
}

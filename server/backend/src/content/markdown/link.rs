//! Where a link may lead.

use ammonia::Url;
use domain::text::{Email, Phone};
use domain::{Place, Surface};

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A page of this website, as its German web address.
    Inside(String),
    /// Somewhere else.
    Outside(String),
}

/// Why a link leads nowhere, in German.
pub(super) type Fault = &'static str;

/// Checks what stands in the parentheses of a link, entities and escapes already resolved.
pub(super) fn target(dest: &str) -> Result<Target, Fault> {
    if dest.is_empty() {
        return Err("Der Link hat keine Adresse.");
    }
    // A number from the site's data is written as people write it.
    if let Some(number) = dest.strip_prefix("tel:") {
        return match Phone::parse(&number.replace("%20", " ")) {
            Ok(phone) => Ok(Target::Outside(format!("tel:{}", phone.dialable()))),
            Err(_) => Err("Nach „tel:“ steht keine Telefonnummer."),
        };
    }
    if dest.chars().any(|c| c <= ' ' || c.is_control() || c == '\\' || c == '"' || c == '<') {
        return Err("Die Adresse enthält ein Zeichen, das dort nicht stehen darf.");
    }
    if dest.len() > 2000 {
        return Err("Die Adresse ist zu lang.");
    }
    if dest.starts_with('/') {
        return inside(dest);
    }
    let (scheme, rest) = dest.split_once(':').unwrap_or(("", dest));
    match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" => outside(dest, rest),
        "mailto" => match Email::parse(rest) {
            Ok(email) => Ok(Target::Outside(format!("mailto:{}", email.as_str()))),
            Err(_) => Err("Nach „mailto:“ steht keine E-Mail-Adresse."),
        },
        _ => Err("Diese Art von Adresse ist nicht erlaubt."),
    }
}

fn inside(dest: &str) -> Result<Target, Fault> {
    let path = dest.split(['?', '#']).next().unwrap_or(dest);
    let lower = path.to_ascii_lowercase();
    if dest.starts_with("//") {
        return Err(
            "Die Adresse beginnt mit zwei Schrägstrichen und führt zu einer anderen Website.",
        );
    }
    if path.split('/').any(|part| part == "..") || lower.contains("%2e") || lower.contains("%00") {
        return Err("Die Adresse einer eigenen Seite enthält kein „..“.");
    }
    let (place, _) = Place::split(path);
    if place.surface == Surface::Desk {
        return Err("Die Seiten der Mitarbeit sind nicht öffentlich.");
    }
    if place != Place::default() {
        return Err("Eigene Seiten stehen ohne „/en“ und „/kiosk“ davor.");
    }
    Ok(Target::Inside(dest.to_owned()))
}

fn outside(dest: &str, rest: &str) -> Result<Target, Fault> {
    let fault = "Das ist keine vollständige Adresse.";
    if !rest.starts_with("//") || rest.starts_with("///") {
        return Err(fault);
    }
    let url = Url::parse(dest).map_err(|_| fault)?;
    if !url.username().is_empty() || url.password().is_some() || rest[2..].starts_with('@') {
        return Err("Die Adresse enthält einen Benutzernamen.");
    }
    match url.host_str() {
        Some(host) if !host.is_empty() => Ok(Target::Outside(normal(dest))),
        _ => Err(fault),
    }
}

/// The scheme in lower case, the rest as written: readers shall recognise the address.
fn normal(dest: &str) -> String {
    let (scheme, rest) = dest.split_once(':').unwrap_or(("https", dest));
    format!("{}:{rest}", scheme.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_links() {
        for (dest, want) in [
            (
                "/anbieter/demir-digital?ziel=kosten#a",
                Target::Inside("/anbieter/demir-digital?ziel=kosten#a".into()),
            ),
            ("/", Target::Inside("/".into())),
            (
                "https://www.hwk.example/a?b=c",
                Target::Outside("https://www.hwk.example/a?b=c".into()),
            ),
            ("HTTPS://müller.example/ü", Target::Outside("https://müller.example/ü".into())),
            ("http://a.example", Target::Outside("http://a.example".into())),
            ("mailto:a@b.example", Target::Outside("mailto:a@b.example".into())),
            ("tel:0231/50-12345", Target::Outside("tel:+492315012345".into())),
            ("tel:0231%2050%2012345", Target::Outside("tel:+492315012345".into())),
        ] {
            assert_eq!(target(dest), Ok(want), "{dest}");
        }
    }

    #[test]
    fn bad_links() {
        for dest in [
            "",
            "#x",
            "seite",
            "./x",
            "../x",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "about:blank",
            "ftp://a.example",
            "https:evil.example",
            "https:/evil.example",
            "https:///evil.example",
            "https://",
            "https://a@evil.example",
            "https://a:b@evil.example",
            "https://@evil.example",
            "https://\"x",
            "https://a.example/<script>",
            "mailto:",
            "mailto:x",
            "mailto:a@b.example?bcc=c@d.example",
            "tel:abc",
            "/a/../b",
            "/%2e%2e/b",
            "/a%00b",
            "/en/anbieter",
            "/kiosk",
            "/mitarbeit/anfragen",
            "/a b",
        ] {
            assert!(target(dest).is_err(), "{dest:?} {:?}", target(dest));
        }
    }
}

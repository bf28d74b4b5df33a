//! Drawings: the size of the root element, and nothing in them that runs.

use super::Header;

pub(super) const NOT_SVG: &str =
    "Die Datei ist keine SVG-Zeichnung mit „viewBox“ oder „width“ und „height“.";

/// Reads the root element. Browsers run nothing in an `<img>`, and the server sends drawings with
/// a sandboxing policy; a drawing that wants to run something is refused all the same.
pub(super) fn header(bytes: &[u8]) -> Result<Header, &'static str> {
    let text = std::str::from_utf8(bytes).map_err(|_| NOT_SVG)?;
    let lower = text.to_ascii_lowercase();
    let active = ["<script", "<foreignobject", "<!entity", "javascript:", "<iframe", "<handler"];
    let handler = lower.match_indices(" on").any(|(at, _)| {
        let name: &str = &lower[at + 1..];
        let end = name.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(name.len());
        end > 2 && name[end..].trim_start().starts_with("=\"")
    });
    if handler || active.iter().any(|word| lower.contains(word)) {
        return Err("Die Zeichnung enthält Programmcode oder fremde Inhalte.");
    }
    let start = text.find("<svg").ok_or(NOT_SVG)?;
    if !lower.trim_end().ends_with("</svg>") {
        return Err(NOT_SVG);
    }
    let root = text[start..].split_once('>').ok_or(NOT_SVG)?.0;
    let number = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let sizes = number_pair(attribute(root, "width"), attribute(root, "height"), number);
    let (width, height) = sizes
        .or_else(|| {
            let view: Vec<&str> = attribute(root, "viewBox")?
                .split([' ', ',', '\n', '\t'])
                .filter(|part| !part.is_empty())
                .collect();
            number_pair(view.get(2).copied(), view.get(3).copied(), number)
        })
        .ok_or(NOT_SVG)?;
    let round = |number: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let rounded = number.round().clamp(0.0, 1_000_000.0) as u32;
        rounded
    };
    Ok(Header { width: round(width), height: round(height), orientation: 1, memory: 0, note: None })
}

fn number_pair(
    a: Option<&str>,
    b: Option<&str>,
    number: impl Fn(&str) -> Option<f64>,
) -> Option<(f64, f64)> {
    Some((number(a?)?, number(b?)?)).filter(|(a, b)| a.is_finite() && b.is_finite())
}

/// The value of an attribute of a start tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    loop {
        let at = rest.find(name)?;
        let before = rest[..at].chars().next_back();
        let after = rest[at + name.len()..].trim_start();
        if before.is_some_and(char::is_whitespace)
            && let Some(value) = after.strip_prefix('=')
        {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            return value[1..].split_once(quote).map(|(value, _)| value);
        }
        rest = &rest[at + name.len()..];
    }
}

//! What kind of picture a file really is and how large: read from its first bytes, because neither
//! its name nor the person who named it is proof.

/// A format a browser shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Drawings; only from the operator's own files.
    Svg,
    /// Screenshots.
    Png,
    /// Photos.
    Jpeg,
    /// Photos.
    WebP,
}

impl Format {
    /// The format that a file name promises.
    pub fn of_name(name: &str) -> Option<Format> {
        match name.rsplit_once('.')?.1 {
            "svg" => Some(Format::Svg),
            "png" => Some(Format::Png),
            "jpg" | "jpeg" => Some(Format::Jpeg),
            "webp" => Some(Format::WebP),
            _ => None,
        }
    }

    /// The media type the server answers with.
    pub const fn mime(self) -> &'static str {
        match self {
            Format::Svg => "image/svg+xml",
            Format::Png => "image/png",
            Format::Jpeg => "image/jpeg",
            Format::WebP => "image/webp",
        }
    }
}

/// No picture file is larger than this many bytes.
pub(super) const MAX_PICTURE: u64 = 12 * 1024 * 1024;

/// No picture has more points than this: decoding it would take a browser's memory.
const MAX_POINTS: u64 = 40_000_000;

/// Width and height in points, or what is wrong in German.
pub(super) fn size(format: Format, bytes: &[u8]) -> Result<(u32, u32), &'static str> {
    let (width, height) = match format {
        Format::Svg => svg(bytes)?,
        Format::Png => png(bytes)?,
        Format::Jpeg => jpeg(bytes)?,
        Format::WebP => webp(bytes)?,
    };
    if width == 0 || height == 0 {
        return Err("Das Bild hat keine Größe.");
    }
    if u64::from(width) * u64::from(height) > MAX_POINTS || width > 20_000 || height > 20_000 {
        return Err("Das Bild hat zu viele Bildpunkte.");
    }
    Ok((width, height))
}

const NOT_PNG: &str = "Die Datei ist kein vollständiges PNG-Bild.";
const NOT_JPEG: &str = "Die Datei ist kein vollständiges JPEG-Bild.";
const NOT_WEBP: &str = "Die Datei ist kein vollständiges WebP-Bild.";
const NOT_SVG: &str = "Die Datei ist keine SVG-Zeichnung mit „viewBox“ oder „width“ und „height“.";
const MOVES: &str = "Das Bild bewegt sich.";

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

fn be16(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes).map(u32::from)
}

/// Walks the chunks up to the end, so that a truncated file is noticed.
fn png(bytes: &[u8]) -> Result<(u32, u32), &'static str> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n").ok_or(NOT_PNG)?;
    if rest.get(4..8) != Some(b"IHDR") {
        return Err(NOT_PNG);
    }
    let size = be32(rest, 8).zip(be32(rest, 12)).ok_or(NOT_PNG)?;
    let mut at = 0;
    loop {
        let length = be32(rest, at).ok_or(NOT_PNG)?;
        match rest.get(at + 4..at + 8) {
            Some(b"acTL") => return Err(MOVES),
            Some(b"IEND") => return Ok(size),
            Some(_) => at += 12 + usize::try_from(length).map_err(|_| NOT_PNG)?,
            None => return Err(NOT_PNG),
        }
    }
}

/// Walks the segments to the start of the frame, and wants the end-of-image marker at the end.
fn jpeg(bytes: &[u8]) -> Result<(u32, u32), &'static str> {
    if !bytes.starts_with(b"\xff\xd8\xff") {
        return Err(NOT_JPEG);
    }
    let end = bytes.iter().rposition(|&byte| byte != 0).unwrap_or(0);
    if end < 3 || bytes.get(end - 1..=end) != Some(b"\xff\xd9") {
        return Err(NOT_JPEG);
    }
    let mut at = 2;
    loop {
        let marker = match bytes.get(at..at + 2) {
            Some(&[0xff, 0xff]) => {
                at += 1;
                continue;
            }
            Some(&[0xff, marker]) => marker,
            _ => return Err(NOT_JPEG),
        };
        let length = be16(bytes, at + 2).filter(|&length| length >= 2).ok_or(NOT_JPEG)?;
        // Start of frame, except the three markers in that range that mean something else.
        if (0xc0..=0xcf).contains(&marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            if bytes.get(at + 9) == Some(&4) {
                return Err("Das Bild ist in Druckfarben (CMYK) gespeichert.");
            }
            let height = be16(bytes, at + 5).ok_or(NOT_JPEG)?;
            return be16(bytes, at + 7).map(|width| (width, height)).ok_or(NOT_JPEG);
        }
        if marker == 0xd9 || marker == 0xda {
            return Err(NOT_JPEG);
        }
        at += 2 + length as usize;
    }
}

fn webp(bytes: &[u8]) -> Result<(u32, u32), &'static str> {
    let riff = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let length = bytes.get(4..8).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes);
    let whole = length.is_some_and(|length| length as usize + 8 <= bytes.len());
    if !riff || !whole {
        return Err(NOT_WEBP);
    }
    let byte = |at: usize| bytes.get(at).copied().map(u32::from).ok_or(NOT_WEBP);
    let le24 = |at: usize| -> Result<u32, &'static str> {
        Ok(byte(at)? | byte(at + 1)? << 8 | byte(at + 2)? << 16)
    };
    match bytes.get(12..16) {
        Some(b"VP8X") if byte(20)? & 2 != 0 => Err(MOVES),
        Some(b"VP8X") => Ok((le24(24)? + 1, le24(27)? + 1)),
        Some(b"VP8L") if byte(20)? == 0x2f => {
            let bits = le24(21)? | byte(24)? << 24;
            Ok(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        Some(b"VP8 ") if bytes.get(23..26) == Some(b"\x9d\x01\x2a") => {
            Ok(((byte(26)? | byte(27)? << 8) & 0x3fff, (byte(28)? | byte(29)? << 8) & 0x3fff))
        }
        _ => Err(NOT_WEBP),
    }
}

/// Reads the root element. Browsers run nothing in an `<img>`, and the server sends drawings with
/// a sandboxing policy; a drawing that wants to run something is refused all the same.
fn svg(bytes: &[u8]) -> Result<(u32, u32), &'static str> {
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
    Ok((round(width), round(height)))
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

#[cfg(test)]
mod tests;

//! What kind of picture a file really is, how large and which way up: read from its bytes without
//! decoding it, because neither its name nor the person who named it is proof.

mod exif;
mod jpeg;
mod png;
mod svg;
mod webp;

use std::path::Path;

/// A format the program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
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
    /// The format that a file name promises. Cameras write their endings in capitals.
    pub fn of_name(name: &str) -> Option<Format> {
        match ending(name).as_str() {
            "svg" => Some(Format::Svg),
            "png" => Some(Format::Png),
            "jpg" | "jpeg" => Some(Format::Jpeg),
            "webp" => Some(Format::WebP),
            _ => None,
        }
    }

    /// The format that the first bytes show.
    fn of_bytes(bytes: &[u8]) -> Option<Format> {
        if bytes.starts_with(b"\xff\xd8\xff") {
            Some(Format::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Format::Png)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Format::WebP)
        } else {
            None
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Format::Svg => "SVG",
            Format::Png => "PNG",
            Format::Jpeg => "JPEG",
            Format::WebP => "WebP",
        }
    }
}

fn ending(name: &str) -> String {
    let end = Path::new(name).extension().and_then(|end| end.to_str());
    end.unwrap_or_default().to_ascii_lowercase()
}

/// No picture file is larger than this many bytes.
pub(crate) const MAX_PICTURE: u64 = 12 * 1024 * 1024;

/// No picture has more points than this.
const MAX_POINTS: u64 = 40_000_000;

/// No picture is longer than this on one side.
pub(crate) const MAX_SIDE: u32 = 20_000;

/// Decoding a picture takes no more bytes than this, so that making its copies stays below
/// 256 MiB with everything else that needs.
pub(crate) const MAX_MEMORY: u64 = 230_000_000;

/// What the bytes of a picture say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// Width of the upright picture in points.
    pub width: u32,
    /// Height of the upright picture in points.
    pub height: u32,
    /// How it is stored, as Exif counts: 1 is upright, 6 a telephone held upright.
    pub orientation: u8,
    /// Bytes that decoding it takes at most, besides the file itself.
    pub memory: u64,
    /// What somebody should look at.
    pub note: Option<&'static str>,
}

impl Header {
    /// Of a picture that is stored `width` by `height`.
    fn stored(width: u32, height: u32, orientation: u8, memory: u64) -> Header {
        let (width, height) = if orientation >= 5 { (height, width) } else { (width, height) };
        Header { width, height, orientation, memory, note: None }
    }
}

/// Reads a file that promises to be of this format, or says what is wrong in German.
pub(crate) fn header(format: Format, bytes: &[u8]) -> Result<Header, String> {
    if format != Format::Svg && Format::of_bytes(bytes) != Some(format) {
        return Err(pretender(format, bytes));
    }
    let header = match format {
        Format::Svg => svg::header(bytes),
        Format::Png => png::header(bytes),
        Format::Jpeg => jpeg::header(bytes),
        Format::WebP => webp::header(bytes),
    }?;
    if header.width == 0 || header.height == 0 {
        return Err("Das Bild hat keine Größe.".to_owned());
    }
    let points = u64::from(header.width) * u64::from(header.height);
    if points > MAX_POINTS || header.width > MAX_SIDE || header.height > MAX_SIDE {
        return Err("Das Bild hat zu viele Bildpunkte.".to_owned());
    }
    if header.memory > MAX_MEMORY {
        let message = "Das Bild braucht beim Verkleinern zu viel Speicher. Speichern Sie es mit \
                       höchstens 5000 Bildpunkten an der langen Seite.";
        return Err(message.to_owned());
    }
    Ok(header)
}

/// What a file that is not what its name says should be called.
fn pretender(format: Format, bytes: &[u8]) -> String {
    if let Some(real) = Format::of_bytes(bytes) {
        let (name, promised) = (real.name(), format.name());
        return format!("Die Datei ist ein {name}-Bild, ihr Name verspricht {promised}.");
    }
    if let Some(refusal) = refused_bytes(bytes) {
        return refusal.to_owned();
    }
    incomplete(format).to_owned()
}

const HEIC: &str = "Das ist ein Foto im Format HEIC, wie iPhones es speichern. Browser zeigen es \
     nicht. Am iPhone: Einstellungen, Kamera, Formate, „Maximale Kompatibilität“; für ein \
     vorhandenes Foto: in „Fotos“ öffnen und als JPEG exportieren.";
const GIF: &str = "GIF-Bilder werden nicht gezeigt. Ein stehendes Bild als PNG speichern, ein \
     bewegtes als Video.";
const OTHER: &str = "Dieses Bildformat wird nicht gezeigt. Speichern Sie das Bild als JPEG.";

/// Why a picture that the program does not read is not read, by its first bytes.
fn refused_bytes(bytes: &[u8]) -> Option<&'static str> {
    match (bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"ftyp"), Some(b"avif" | b"avis")) => return Some(OTHER),
        (
            Some(b"ftyp"),
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1"),
        ) => {
            return Some(HEIC);
        }
        _ => {}
    }
    if bytes.starts_with(b"GIF8") {
        return Some(GIF);
    }
    let other: [&[u8]; 3] = [b"II*\0", b"MM\0*", b"BM"];
    other.iter().any(|magic| bytes.starts_with(magic)).then_some(OTHER)
}

/// The same by the name, for files that would otherwise just lie there unused.
pub(crate) fn refused_name(name: &str) -> Option<&'static str> {
    match ending(name).as_str() {
        "heic" | "heif" | "hif" => Some(HEIC),
        "gif" => Some(GIF),
        "avif" | "tif" | "tiff" | "bmp" | "jxl" | "psd" | "raw" | "dng" => Some(OTHER),
        _ => None,
    }
}

const fn incomplete(format: Format) -> &'static str {
    match format {
        Format::Svg => svg::NOT_SVG,
        Format::Png => "Die Datei ist kein vollständiges PNG-Bild.",
        Format::Jpeg => "Die Datei ist kein vollständiges JPEG-Bild.",
        Format::WebP => "Die Datei ist kein vollständiges WebP-Bild.",
    }
}

const MOVES: &str = "Das Bild bewegt sich.";

/// Something else begins where the picture ends: a file that is two things at once.
const MORE: &str = "Hinter dem Bild stehen noch andere Daten in der Datei. Öffnen Sie das Bild und \
     speichern Sie es neu.";

/// Programs fill up files with zeros.
fn is_padding(rest: &[u8]) -> bool {
    rest.iter().all(|&byte| byte == 0)
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_be_bytes)
}

fn be16(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_be_bytes).map(u32::from)
}

#[cfg(test)]
mod tests;

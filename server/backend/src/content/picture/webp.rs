//! WebP: lossy, lossless and the extended form, without animation.

use super::{Format, Header, MORE, MOVES, exif, incomplete, is_padding};

const BROKEN: &str = incomplete(Format::WebP);

pub(super) fn header(bytes: &[u8]) -> Result<Header, &'static str> {
    let end = le32(bytes, 4)?.checked_add(8).ok_or(BROKEN)?;
    let body = bytes.get(..end).ok_or(BROKEN)?;
    if !is_padding(&bytes[end..]) {
        return Err(MORE);
    }
    let byte = |at: usize| body.get(at).copied().map(u32::from).ok_or(BROKEN);
    let le24 = |at: usize| -> Result<u32, &'static str> {
        Ok(byte(at)? | byte(at + 1)? << 8 | byte(at + 2)? << 16)
    };
    let (width, height, orientation, each) = match body.get(12..16) {
        Some(b"VP8X") if byte(20)? & 2 != 0 => return Err(MOVES),
        Some(b"VP8X") => (le24(24)? + 1, le24(27)? + 1, turned(body)?, 8),
        Some(b"VP8L") if byte(20)? == 0x2f => {
            let bits = le24(21)? | byte(24)? << 24;
            ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1, 1, 8)
        }
        Some(b"VP8 ") if body.get(23..26) == Some(b"\x9d\x01\x2a") => {
            let side = |at| Ok::<_, &'static str>((byte(at)? | byte(at + 1)? << 8) & 0x3fff);
            (side(26)?, side(28)?, 1, 5)
        }
        _ => return Err(BROKEN),
    };
    // What the decoder holds besides the picture: the planes of a lossy one, a second copy of a
    // lossless one.
    let memory = u64::from(width) * u64::from(height) * each;
    Ok(Header::stored(width, height, orientation, memory))
}

/// Walks the chunks of the extended form to the one that says which way up the picture is.
fn turned(body: &[u8]) -> Result<u8, &'static str> {
    let mut at = 12;
    while let Some(name) = body.get(at..at + 4) {
        let length = le32(body, at + 4)?;
        let data = body.get(at + 8..at.saturating_add(8).saturating_add(length)).ok_or(BROKEN)?;
        match name {
            b"EXIF" => return Ok(exif::orientation(data)),
            b"ANIM" | b"ANMF" => return Err(MOVES),
            _ => at += 8 + length + length % 2,
        }
    }
    Ok(1)
}

fn le32(bytes: &[u8], at: usize) -> Result<usize, &'static str> {
    let four = bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).ok_or(BROKEN)?;
    usize::try_from(u32::from_le_bytes(four)).map_err(|_| BROKEN)
}

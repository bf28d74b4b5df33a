//! PNG: walks the chunks to the end, so that a truncated file is noticed.

use super::{Format, Header, MORE, MOVES, be32, exif, incomplete, is_padding};

pub(super) fn header(bytes: &[u8]) -> Result<Header, &'static str> {
    const BROKEN: &str = incomplete(Format::Png);
    let rest = bytes.get(8..).ok_or(BROKEN)?;
    if rest.get(4..8) != Some(b"IHDR") {
        return Err(BROKEN);
    }
    let (width, height) = be32(rest, 8).zip(be32(rest, 12)).ok_or(BROKEN)?;
    let &[depth, colour] = rest.get(16..18).ok_or(BROKEN)? else { return Err(BROKEN) };
    let (mut orientation, mut transparent) = (1, false);
    let mut at = 0_usize;
    let end = loop {
        let length = be32(rest, at).ok_or(BROKEN)? as usize;
        let data = at + 8;
        match rest.get(at + 4..data) {
            Some(b"acTL") => return Err(MOVES),
            Some(b"tRNS") => transparent = true,
            Some(b"eXIf") => {
                let block = rest.get(data..data.saturating_add(length)).ok_or(BROKEN)?;
                orientation = exif::orientation(block);
            }
            Some(b"IEND") => break data + 4,
            Some(_) => {}
            None => return Err(BROKEN),
        }
        at = data.saturating_add(length).saturating_add(4);
    };
    if !is_padding(rest.get(end..).ok_or(BROKEN)?) {
        return Err(MORE);
    }
    // Palettes and fewer than eight bits are spread out while decoding.
    let channels = match colour {
        0 => 1,
        4 => 2,
        2 | 3 => 3,
        6 => 4,
        _ => return Err(BROKEN),
    } + u64::from(transparent);
    let bytes_each = if depth == 16 { 2 } else { 1 };
    let memory = (u64::from(width) * u64::from(height)).saturating_mul(channels * bytes_each);
    Ok(Header::stored(width, height, orientation, memory))
}

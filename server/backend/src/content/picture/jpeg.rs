//! JPEG: walks all segments and scans to the end of the picture, so that a truncated file and one
//! that is something else besides are noticed.

use super::{Format, Header, MORE, be16, exif, incomplete, is_padding};

const BROKEN: &str = incomplete(Format::Jpeg);

/// What the frame says.
struct Frame {
    width: u32,
    height: u32,
    progressive: bool,
    /// Width times height of each component's sampling.
    samplings: Vec<u32>,
}

pub(super) fn header(bytes: &[u8]) -> Result<Header, &'static str> {
    let (mut at, mut frame, mut orientation, mut in_parts) = (2, None, None, false);
    let end = loop {
        let marker = match bytes.get(at..at + 2) {
            Some(&[0xff, 0xff]) => {
                at += 1;
                continue;
            }
            Some(&[0xff, marker]) => marker,
            _ => return Err(BROKEN),
        };
        if marker == 0xd9 {
            break at + 2;
        }
        let length = be16(bytes, at + 2).filter(|&length| length >= 2).ok_or(BROKEN)? as usize;
        let segment = bytes.get(at + 4..at + 2 + length).ok_or(BROKEN)?;
        at += 2 + length;
        match marker {
            // An arithmetic or lossless frame is nothing a camera writes.
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Err(
                    "Diese seltene Art von JPEG wird nicht gelesen. Speichern Sie das Bild neu.",
                );
            }
            0xc0..=0xc2 => frame = Some(read_frame(segment, marker == 0xc2)?),
            0xe1 if orientation.is_none() && segment.starts_with(b"Exif\0\0") => {
                orientation = Some(exif::orientation(segment));
            }
            0xda => {
                let whole = frame.as_ref().ok_or(BROKEN)?.samplings.len();
                in_parts |= usize::from(*segment.first().ok_or(BROKEN)?) < whole;
                at += scan(bytes.get(at..).ok_or(BROKEN)?).ok_or(BROKEN)?;
            }
            _ => {}
        }
    };
    let frame = frame.ok_or(BROKEN)?;
    if !is_harmless(&bytes[end..]) {
        return Err(MORE);
    }
    let points = u64::from(frame.width) * u64::from(frame.height);
    let channels = if frame.samplings.len() == 1 { 1 } else { 3 };
    let mut memory = points * channels;
    if frame.progressive || in_parts {
        // All coefficients are kept until the last scan, two bytes each.
        let most = u64::from(frame.samplings.iter().copied().max().unwrap_or(1));
        let all = frame.samplings.iter().map(|&n| u64::from(n)).sum::<u64>();
        memory += points * 2 * all / most;
    }
    let mut header = Header::stored(frame.width, frame.height, orientation.unwrap_or(1), memory);
    if frame.samplings.len() == 4 {
        header.note = Some(
            "Das Bild ist in Druckfarben (CMYK) gespeichert; auf dem Bildschirm weichen die Farben ab.",
        );
    }
    Ok(header)
}

fn read_frame(segment: &[u8], progressive: bool) -> Result<Frame, &'static str> {
    if segment.first() != Some(&8) {
        return Err("Das JPEG-Bild hat mehr als 8 Bit je Farbe. Speichern Sie es mit 8 Bit.");
    }
    let height = be16(segment, 1).ok_or(BROKEN)?;
    let width = be16(segment, 3).ok_or(BROKEN)?;
    let count = usize::from(*segment.get(5).ok_or(BROKEN)?);
    let samplings: Vec<u32> = segment
        .get(6..)
        .unwrap_or_default()
        .chunks_exact(3)
        .take(count)
        .map(|component| u32::from(component[1] >> 4) * u32::from(component[1] & 15))
        .collect();
    if !(1..=4).contains(&count) || samplings.len() != count || samplings.contains(&0) {
        return Err(BROKEN);
    }
    Ok(Frame { width, height, progressive, samplings })
}

/// How long the coded data of a scan is: up to the next marker that is neither an escaped byte nor
/// one that only restarts the decoder.
fn scan(data: &[u8]) -> Option<usize> {
    data.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff))
}

/// What telephones write behind a picture, besides nothing: further pictures (a preview, a map of
/// brightness), a short film, a table of their own. Copies contain none of it. Anything else is a
/// file that wants to be two things.
fn is_harmless(rest: &[u8]) -> bool {
    is_padding(rest)
        || rest.starts_with(b"\xff\xd8\xff")
        || rest.get(4..8) == Some(b"ftyp")
        || rest.ends_with(b"SEFT")
}

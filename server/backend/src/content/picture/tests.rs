use super::*;

fn png_of(width: u32, height: u32, extra: &[u8], end: bool) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend(extra);
    if end {
        bytes.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    }
    bytes
}

fn jpeg_of(width: u16, height: u16, components: u8) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\0\x04AB\xff\xc2\0\x11\x08".to_vec();
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.push(components);
    bytes.extend([0; 9]);
    bytes.extend(b"\xff\xda\0\x02\xff\xd9");
    bytes
}

fn webp_of(chunk: &[u8]) -> Vec<u8> {
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((u32::try_from(chunk.len()).unwrap() + 4).to_le_bytes());
    bytes.extend(b"WEBP");
    bytes.extend(chunk);
    bytes
}

#[test]
fn sizes_are_read_from_the_bytes() {
    assert_eq!(size(Format::Png, &png_of(640, 480, b"", true)), Ok((640, 480)));
    assert_eq!(size(Format::Jpeg, &jpeg_of(640, 480, 3)), Ok((640, 480)));
    let vp8x = webp_of(b"VP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0");
    assert_eq!(size(Format::WebP, &vp8x), Ok((640, 480)));
    let vp8l = webp_of(b"VP8L\x05\0\0\0\x2f\x7f\xc2\x77\0");
    assert_eq!(size(Format::WebP, &vp8l), Ok((640, 480)));
    let vp8 = webp_of(b"VP8 \x0a\0\0\0\0\0\0\x9d\x01\x2a\x80\x02\xe0\x01");
    assert_eq!(size(Format::WebP, &vp8), Ok((640, 480)));
    let svg = |root: &str| size(Format::Svg, format!("<?xml?>\n<svg {root}>x</svg>\n").as_bytes());
    assert_eq!(svg("viewBox=\"0 0 400 480\""), Ok((400, 480)));
    assert_eq!(svg("viewBox='0,0,400.4,480.6'"), Ok((400, 481)));
    assert_eq!(
        svg("stroke-width=\"3\" width=\"40px\" height='50' viewBox=\"0 0 1 1\""),
        Ok((40, 50))
    );
    assert_eq!(svg("width=\"100%\" height=\"100%\" viewBox=\"0 0 9 8\""), Ok((9, 8)));
}

#[test]
fn bombs_fragments_and_pretenders_are_refused() {
    let big = "Das Bild hat zu viele Bildpunkte.";
    assert_eq!(size(Format::Png, &png_of(50_000, 50_000, b"", true)), Err(big));
    assert_eq!(size(Format::Png, &png_of(0, 5, b"", true)), Err("Das Bild hat keine Größe."));
    assert_eq!(size(Format::Png, &png_of(5, 5, b"", false)), Err(NOT_PNG));
    assert_eq!(size(Format::Png, &png_of(5, 5, b"\xff\xff\xff\xffIDAT", true)), Err(NOT_PNG));
    assert_eq!(size(Format::Png, &png_of(5, 5, b"\0\0\0\0acTL\0\0\0\0", true)), Err(MOVES));
    assert_eq!(size(Format::Png, &jpeg_of(5, 5, 3)), Err(NOT_PNG));
    assert_eq!(size(Format::Jpeg, &jpeg_of(5, 5, 3)[..20]), Err(NOT_JPEG));
    assert!(size(Format::Jpeg, &jpeg_of(5, 5, 4)).unwrap_err().contains("CMYK"));
    assert_eq!(size(Format::Jpeg, &jpeg_of(50_000, 50_000, 3)), Err(big));
    assert_eq!(size(Format::Jpeg, b"GIF89a"), Err(NOT_JPEG));
    let animated = webp_of(b"VP8X\x0a\0\0\0\x02\0\0\0\x7f\x02\0\xdf\x01\0");
    assert_eq!(size(Format::WebP, &animated), Err(MOVES));
    assert_eq!(size(Format::WebP, &animated[..20]), Err(NOT_WEBP));
    for bytes in [&b""[..], b"<svg", b"<svg viewBox=\"0 0\"></svg>", b"\xff<svg>", b"<html></html>"]
    {
        assert_eq!(size(Format::Svg, bytes), Err(NOT_SVG));
    }
}

#[test]
fn drawings_that_run_something_are_refused() {
    for inside in [
        "<script>alert(1)</script>",
        "<rect onload=\"alert(1)\"/>",
        "<rect ONCLICK =\"alert(1)\"/>",
        "<a href=\"javascript:alert(1)\"/>",
        "<foreignObject><iframe/></foreignObject>",
    ] {
        let svg = format!("<svg viewBox=\"0 0 9 9\">{inside}</svg>");
        assert!(size(Format::Svg, svg.as_bytes()).is_err(), "{inside}");
    }
    let text = "<svg viewBox=\"0 0 9 9\"><title>Karte on Tour</title></svg>";
    assert!(size(Format::Svg, text.as_bytes()).is_ok());
}

#[test]
fn no_prefix_of_a_picture_panics() {
    let webp = webp_of(b"VP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0");
    for (format, bytes) in [
        (Format::Png, png_of(640, 480, b"", true)),
        (Format::Jpeg, jpeg_of(640, 480, 3)),
        (Format::WebP, webp),
        (Format::Svg, b"<svg viewBox='0 0 4 4'></svg>".to_vec()),
    ] {
        for n in 0..bytes.len() {
            let _ = size(format, &bytes[..n]);
            let mut broken = bytes.clone();
            broken[n] ^= 0xff;
            let _ = size(format, &broken);
        }
    }
}

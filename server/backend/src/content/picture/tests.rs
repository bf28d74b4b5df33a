use super::*;

/// Width and height, or what is wrong.
fn size(format: Format, bytes: &[u8]) -> Result<(u32, u32), String> {
    header(format, bytes).map(|header| (header.width, header.height))
}

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
    let mut bytes = b"\xff\xd8\xff\xe0\0\x04AB\xff\xc0\0".to_vec();
    bytes.extend([8 + 3 * components, 8]);
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.push(components);
    bytes.extend((0..components).flat_map(|n| [n, 0x11, 0]));
    bytes.extend(b"\xff\xda\0\x08");
    bytes.push(components);
    bytes.extend(b"\0\0\0\0\0data\xff\0\xff\xd3more\xff\xd9");
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

const BIG: &str = "Das Bild hat zu viele Bildpunkte.";
const NOT_PNG: &str = incomplete(Format::Png);
const NOT_JPEG: &str = incomplete(Format::Jpeg);
const NOT_WEBP: &str = incomplete(Format::WebP);

fn refused(format: Format, bytes: &[u8]) -> String {
    header(format, bytes).unwrap_err()
}

#[test]
fn bombs_are_refused_by_their_header() {
    assert_eq!(refused(Format::Png, &png_of(50_000, 50_000, b"", true)), BIG);
    assert_eq!(refused(Format::Png, &png_of(u32::MAX, u32::MAX, b"", true)), BIG);
    assert_eq!(refused(Format::Png, &png_of(39_000_000, 1, b"", true)), BIG);
    assert_eq!(refused(Format::Png, include_bytes!("../../pictures/tests/fixtures/bomb.png")), BIG);
    assert_eq!(refused(Format::Jpeg, &jpeg_of(50_000, 50_000, 3)), BIG);
    assert_eq!(refused(Format::Jpeg, &jpeg_of(u16::MAX, u16::MAX, 3)), BIG);
    assert_eq!(refused(Format::Png, &png_of(0, 5, b"", true)), "Das Bild hat keine Größe.");
    // Few enough points, but too many bytes.
    let mut deep = png_of(6300, 6300, b"", true);
    assert!(header(Format::Png, &deep).is_ok());
    deep[24] = 16;
    assert!(refused(Format::Png, &deep).contains("zu viel Speicher"));
    let mut progressive = jpeg_of(6300, 6300, 3);
    assert!(header(Format::Jpeg, &progressive).is_ok());
    progressive[9] = 0xc2;
    assert!(refused(Format::Jpeg, &progressive).contains("zu viel Speicher"));
}

#[test]
fn fragments_are_refused() {
    assert_eq!(refused(Format::Png, &png_of(5, 5, b"", false)), NOT_PNG);
    assert_eq!(refused(Format::Png, &png_of(5, 5, b"\xff\xff\xff\xffIDAT", true)), NOT_PNG);
    let jpeg = jpeg_of(5, 5, 3);
    for n in 3..jpeg.len() {
        assert_eq!(refused(Format::Jpeg, &jpeg[..n]), NOT_JPEG, "{n} bytes");
    }
    let still = webp_of(b"VP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0");
    assert_eq!(refused(Format::WebP, &still[..20]), NOT_WEBP);
    for bytes in [&b""[..], b"<svg", b"<svg viewBox=\"0 0\"></svg>", b"\xff<svg>", b"<html></html>"]
    {
        assert_eq!(refused(Format::Svg, bytes), svg::NOT_SVG);
    }
}

#[test]
fn moving_pictures_are_refused() {
    assert_eq!(refused(Format::Png, &png_of(5, 5, b"\0\0\0\0acTL\0\0\0\0", true)), MOVES);
    let animated = webp_of(b"VP8X\x0a\0\0\0\x02\0\0\0\x7f\x02\0\xdf\x01\0");
    assert_eq!(refused(Format::WebP, &animated), MOVES);
    let real: [(Format, &[u8]); 2] = [
        (Format::Png, include_bytes!("../../pictures/tests/fixtures/animated.png")),
        (Format::WebP, include_bytes!("../../pictures/tests/fixtures/animated.webp")),
    ];
    for (format, bytes) in real {
        assert_eq!(refused(format, bytes), MOVES);
    }
    let gif = include_bytes!("../../pictures/tests/fixtures/animated.gif");
    assert!(refused(Format::Png, gif).contains("GIF"));
}

/// A name is a promise, and a file is one thing only.
#[test]
fn pretenders_and_files_that_are_two_things_are_refused() {
    let (jpeg, png) = (jpeg_of(5, 5, 3), png_of(5, 5, b"", true));
    assert_eq!(
        refused(Format::Png, &jpeg),
        "Die Datei ist ein JPEG-Bild, ihr Name verspricht PNG."
    );
    assert_eq!(
        refused(Format::Jpeg, &png),
        "Die Datei ist ein PNG-Bild, ihr Name verspricht JPEG."
    );
    assert_eq!(refused(Format::WebP, b"<html><script>alert(1)</script>"), NOT_WEBP);
    let webp = webp_of(b"VP8X\x0a\0\0\0\0\0\0\0\x7f\x02\0\xdf\x01\0");
    for (format, bytes) in [(Format::Jpeg, &jpeg), (Format::Png, &png), (Format::WebP, &webp)] {
        for more in [&b"PK\x03\x04"[..], b"<html><script>", b"%PDF-1.7", b"\0\0x"] {
            let both = [bytes, more].concat();
            assert_eq!(refused(format, &both), MORE, "{format:?}");
        }
        assert!(header(format, &[bytes, &b"\0\0\0"[..]].concat()).is_ok(), "filled up");
    }
    // A ZIP whose comment ends like a JPEG.
    let zip = [&jpeg[..], b"PK\x05\x06\0\0\xff\xd9"].concat();
    assert_eq!(refused(Format::Jpeg, &zip), MORE);
    // What telephones add is no second thing.
    for more in [&jpeg[..], b"\0\0\0\x18ftypmp42", b"\0\x01SEFH\0SEFT"] {
        assert!(header(Format::Jpeg, &[&jpeg, more].concat()).is_ok());
    }
}

#[test]
fn formats_of_telephones_and_scanners_are_refused_with_help() {
    for brand in [b"heic", b"heix", b"mif1"] {
        let bytes = [&b"\0\0\0\x18ftyp"[..], brand, b"\0\0\0\0"].concat();
        assert!(refused(Format::Jpeg, &bytes).contains("Maximale Kompatibilität"));
    }
    assert!(refused_name("IMG_0815.HEIC").unwrap().contains("als JPEG exportieren"));
    assert!(refused_name("a.gif").unwrap().contains("GIF"));
    assert!(refused_name("scan.tiff").is_some());
    assert_eq!(refused_name("a.jpg"), None);
    assert_eq!(Format::of_name("IMG_0815.JPG"), Some(Format::Jpeg));
    let twelve_bits = |mut bytes: Vec<u8>| {
        bytes[12] = 12;
        bytes
    };
    assert!(refused(Format::Jpeg, &twelve_bits(jpeg_of(5, 5, 3))).contains("8 Bit"));
    assert!(header(Format::Jpeg, &jpeg_of(5, 5, 4)).unwrap().note.unwrap().contains("CMYK"));
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
        assert!(header(Format::Svg, svg.as_bytes()).is_err(), "{inside}");
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

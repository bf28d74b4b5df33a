//! Copies of real files, decoded again and looked at; and the folder they are kept in.

mod keeping;

use super::make::{Copy, MakeError, make, try_out};
use crate::content::{Format, Header, Photo, header};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageEncoder as _, ImageFormat};
use std::fs;
use std::path::{Path, PathBuf};

/// Red, green, blue and white: what the fixtures show upright.
const FIELDS: [[u8; 3]; 4] = [[220, 20, 20], [20, 160, 20], [20, 20, 220], [255, 255, 255]];

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pictures/tests/fixtures").join(name)
}

fn photo(name: &str, bytes: &[u8]) -> Photo {
    let format = Format::of_name(name).unwrap();
    let header = header(format, bytes).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    Photo::new(&fixture(name), "x", format, &header)
}

fn copies(name: &str) -> Vec<Copy> {
    let bytes = fs::read(fixture(name)).unwrap();
    let copies = make(&photo(name, &bytes), &bytes).unwrap();
    assert_eq!(copies.len(), 2, "{name}: one WebP and one JPEG, for none is larger than the photo");
    copies
}

fn decoded(copy: &Copy) -> DynamicImage {
    image::load_from_memory(&copy.bytes).unwrap()
}

/// The middles of the four fields.
fn fields(picture: &DynamicImage) -> [[u8; 3]; 4] {
    let (w, h) = (picture.width(), picture.height());
    let picture = picture.to_rgb8();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| picture.get_pixel(w * x / 4, h * y / 4).0)
}

fn assert_near(what: &str, seen: [[u8; 3]; 4], expected: [[u8; 3]; 4], by: u8) {
    let near = seen.iter().flatten().zip(expected.iter().flatten());
    assert!(near.into_iter().all(|(a, b)| a.abs_diff(*b) <= by), "{what}: {seen:?}");
}

/// Nothing in a copy tells where, when, with what or by whom the photo was taken.
fn assert_bare(what: &str, copy: &Copy) {
    let has = |needle: &[u8]| copy.bytes.windows(needle.len()).any(|part| part == needle);
    for needle in [
        &b"Exif"[..],
        b"EXIF",
        b"xmpmeta",
        b"XMP ",
        b"ns.adobe.com",
        b"GPS",
        b"ICC_PROFILE",
        b"ICCP",
        b"Photoshop",
        b"Zuhause",
        b"Geheimkamera",
    ] {
        assert!(!has(needle), "{what} contains {}", String::from_utf8_lossy(needle));
    }
    if copy.name.contains(".jpg") {
        // Segments: APP0 of JFIF and what decoding needs, no other APP and no comment.
        let mut at = 2;
        while copy.bytes[at + 1] != 0xda {
            let marker = copy.bytes[at + 1];
            assert!(!(0xe1..=0xef).contains(&marker) && marker != 0xfe, "{what}: {marker:x}");
            at += 2 + usize::from(u16::from_be_bytes([copy.bytes[at + 2], copy.bytes[at + 3]]));
        }
    } else {
        assert!(matches!(&copy.bytes[12..16], b"VP8 " | b"VP8X"), "{what}: lossy");
    }
}

#[test]
fn every_orientation_comes_out_upright_and_bare() {
    let names = (1..=8).map(|n| format!("orientation-{n}.jpg"));
    let others = ["orientation-6.png", "orientation-6.webp"].map(str::to_owned);
    let mut checked = 0;
    for name in names.chain(others) {
        let original = fs::read(fixture(&name)).unwrap();
        let gps = original.windows(12).any(|part| part == b"Geheimkamera");
        assert!(gps, "{name} has nothing to remove");
        for copy in copies(&name) {
            let what = format!("{name} as {}", copy.name);
            let picture = decoded(&copy);
            assert_eq!((picture.width(), picture.height()), (48, 32), "{what}");
            assert_near(&what, fields(&picture), FIELDS, 40);
            assert_bare(&what, &copy);
            checked += 1;
        }
    }
    assert_eq!(checked, 20);
}

/// The fixtures are what they say: a decoder that obeys Exif agrees with our own reading of it.
#[test]
fn the_header_says_the_orientation_that_the_file_has() {
    for n in 1..=8 {
        let bytes = fs::read(fixture(&format!("orientation-{n}.jpg"))).unwrap();
        let header = header(Format::Jpeg, &bytes).unwrap();
        assert_eq!(header.orientation, n);
        assert_eq!((header.width, header.height), (48, 32), "upright");
        let mut reader = image::ImageReader::new(std::io::Cursor::new(bytes));
        reader.set_format(ImageFormat::Jpeg);
        let found = reader.into_decoder().unwrap().orientation().unwrap();
        assert_eq!(Some(found), Orientation::from_exif(n));
    }
}

#[test]
fn odd_colours_become_ordinary_ones() {
    let grey = [81, 102, 43, 255].map(|light| [light; 3]);
    for (name, expected, by) in [
        ("progressive.jpg", FIELDS, 40),
        ("palette.png", FIELDS, 40),
        ("16bit.png", FIELDS, 40),
        ("lossless.webp", FIELDS, 40),
        ("grey.jpg", grey, 12),
        // Without the printer's profile the colours are not exact, but they are the same colours.
        ("cmyk.jpg", FIELDS, 60),
        // Transparent parts show the page, and white where there is no transparency.
        ("alpha.png", FIELDS, 40),
    ] {
        for copy in copies(name) {
            let what = format!("{name} as {}", copy.name);
            let picture = decoded(&copy);
            let mut seen = fields(&picture);
            if name == "alpha.png" && copy.name.contains(".webp") {
                assert_eq!(picture.to_rgba8().get_pixel(36, 24).0[3], 0, "{what}");
                seen[3] = [255; 3];
            }
            assert_near(&what, seen, expected, by);
            assert_bare(&what, &copy);
        }
    }
    for copy in copies("one-point.png") {
        let picture = decoded(&copy);
        assert_eq!((picture.width(), picture.height()), (1, 1));
    }
}

/// A telephone's red is no duller here than there.
#[test]
fn the_colours_of_telephones_are_converted() {
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let points: Vec<u8> = [200, 100, 50].repeat(16 * 16);
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(profile).unwrap();
    encoder.write_image(&points, 16, 16, image::ExtendedColorType::Rgb8).unwrap();
    for copy in make(&photo("p3.png", &bytes), &bytes).unwrap() {
        let [red, green, blue] = decoded(&copy).to_rgb8().get_pixel(8, 8).0;
        assert!(red > 205 && green < 100 && blue < 45, "{red} {green} {blue}");
        assert_bare("p3", &copy);
    }
    // A profile that is none is dropped.
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(vec![7; 300]).unwrap();
    encoder.write_image(&points, 16, 16, image::ExtendedColorType::Rgb8).unwrap();
    for copy in make(&photo("odd.png", &bytes), &bytes).unwrap() {
        let [red, green, blue] = decoded(&copy).to_rgb8().get_pixel(8, 8).0;
        assert!(red.abs_diff(200) < 8 && green.abs_diff(100) < 8 && blue.abs_diff(50) < 12);
    }
}

#[test]
fn copies_have_their_widths_and_keep_the_shape() {
    let wide = DynamicImage::ImageRgb8(image::RgbImage::from_fn(2100, 700, |x, y| {
        image::Rgb([x / 9, y / 3, 90].map(|light| u8::try_from(light).unwrap()))
    }));
    let mut bytes = Vec::new();
    wide.write_to(&mut std::io::Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    let photo = photo("wide.jpg", &bytes);
    let copies = make(&photo, &bytes).unwrap();
    let mut names: Vec<String> = copies.iter().map(|copy| copy.name.clone()).collect();
    let mut expected = photo.names();
    names.sort();
    expected.sort();
    assert_eq!(names, expected);
    for copy in &copies {
        let picture = decoded(copy);
        let width: u32 = copy.name.split('.').next().unwrap().parse().unwrap();
        assert_eq!((picture.width(), picture.height()), (width, (width + 1) / 3), "{}", copy.name);
    }
}

/// Whoever gets past the header meets the limits of the decoder.
#[test]
fn a_decoder_is_not_led_astray_by_a_lying_header() {
    let bomb = fs::read(fixture("bomb.png")).unwrap();
    let lie = |width, height| {
        let header = Header { width, height, orientation: 1, memory: 0, note: None };
        Photo::new(Path::new("x"), "x", Format::Png, &header)
    };
    for (width, height) in [(30_000, 30_000), (100, 100)] {
        let error = make(&lie(width, height), &bomb).unwrap_err();
        assert!(matches!(error, MakeError::Decode(_) | MakeError::Size), "{error}");
    }
    for name in ["cmyk.jpg", "orientation-6.webp", "palette.png"] {
        let whole = fs::read(fixture(name)).unwrap();
        let photo = photo(name, &whole);
        for n in 0..whole.len() {
            let mut broken = whole.clone();
            broken[n] ^= 0x55;
            // Refused or made, never a panic.
            let _ = make(&photo, &broken);
            let _ = try_out(&photo, &whole[..n]);
        }
    }
}

//! From a photo to its copies: upright, in sRGB, in several widths, and nothing but the points.

use crate::content::{Format, MAX_MEMORY, MAX_SIDE, Photo};
use domain::content::Coding;
use fast_image_resize::{FilterType, MulDiv, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use std::io::Cursor;

/// Part of every key, so that a change here makes all copies anew: raise it with every change that
/// makes other bytes of the same photo.
pub const PIPELINE: u32 = 1;

/// Quality of lossy WebP: no difference to be seen at twice the points of the screen.
const WEBP_QUALITY: f32 = 76.0;

/// Quality of JPEG, of about the same look.
const JPEG_QUALITY: u8 = 80;

/// A copy as it is stored and sent.
#[derive(Debug)]
pub struct Copy {
    /// `640.webp`.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why no copies can be made of a file: it is not the picture its first bytes promised.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// The decoder gave up.
    #[error("{0}")]
    Decode(#[from] image::ImageError),
    /// Another size than in its header, or too large.
    #[error("its size is not what it says")]
    Size,
    /// The resizer or an encoder gave up, which no known picture causes.
    #[error("{0}")]
    Encode(String),
}

/// Makes all copies of `photo`, whose file is `original`. Blocks for up to a few seconds.
///
/// Memory: the decoded picture is the only large thing, and [`MAX_MEMORY`] bounds it; everything
/// after the first step works on a picture that is at most as wide as the widest copy.
pub fn make(photo: &Photo, original: &[u8]) -> Result<Vec<Copy>, MakeError> {
    let mut picture = open(photo, original)?;
    let mut copies = Vec::new();
    for width in Coding::WebP.widths(photo.width).into_iter().rev() {
        picture = resized(picture, width, height_of(photo, width))?;
        let name = Coding::WebP.name(width);
        copies.push(Copy { name, bytes: webp(&picture)? });
        if Coding::Jpeg.widths(photo.width).contains(&width) {
            let name = Coding::Jpeg.name(width);
            copies.push(Copy { name, bytes: jpeg(&picture)? });
        }
    }
    Ok(copies)
}

/// Reads a picture to its last point and throws it away: whether copies can be made of it.
pub fn try_out(photo: &Photo, original: &[u8]) -> Result<(), MakeError> {
    open(photo, original).map(drop)
}

/// The photo upright, in sRGB with eight bits, as wide as its widest copy.
fn open(photo: &Photo, original: &[u8]) -> Result<DynamicImage, MakeError> {
    let format = match photo.format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::WebP => ImageFormat::WebP,
        Format::Svg => return Err(MakeError::Size),
    };
    let mut reader = ImageReader::with_format(Cursor::new(original), format);
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation =
        Orientation::from_exif(photo.orientation).unwrap_or(Orientation::NoTransforms);
    let lies = photo.orientation >= 5;
    let stored = if lies { (photo.height, photo.width) } else { (photo.width, photo.height) };
    if decoder.dimensions() != stored || decoder.total_bytes() > MAX_MEMORY {
        return Err(MakeError::Size);
    }
    let profile = decoder.icc_profile().ok().flatten();
    let picture = DynamicImage::from_decoder(decoder)?;
    let width = Coding::WebP.widths(photo.width).last().copied().unwrap_or(photo.width);
    let height = height_of(photo, width);
    let (width, height) = if lies { (height, width) } else { (width, height) };
    let picture = eight_bits(resized(picture, width, height)?);
    let mut picture = match profile {
        Some(profile) => in_srgb(picture, &profile),
        None => picture,
    };
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// The height of a copy.
fn height_of(photo: &Photo, width: u32) -> u32 {
    let exact = u64::from(photo.height) * u64::from(width) + u64::from(photo.width) / 2;
    u32::try_from(exact / u64::from(photo.width.max(1))).unwrap_or(u32::MAX).max(1)
}

fn resized(mut picture: DynamicImage, width: u32, height: u32) -> Result<DynamicImage, MakeError> {
    if (picture.width(), picture.height()) == (width, height) {
        return Ok(picture);
    }
    let failed = |error: &dyn std::fmt::Display| MakeError::Encode(error.to_string());
    let blended = MulDiv::new();
    let has_alpha = picture.color().has_alpha();
    // In place: the resizer itself would copy the whole picture first. Without it, the colour that
    // invisible points happen to have would bleed into their neighbours.
    if has_alpha {
        blended.multiply_alpha_inplace(&mut picture).map_err(|error| failed(&error))?;
    }
    let mut out = DynamicImage::new(width, height, picture.color());
    let options = ResizeOptions::new()
        .resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3))
        .use_alpha(false);
    Resizer::new().resize(&picture, &mut out, &options).map_err(|error| failed(&error))?;
    if has_alpha {
        blended.divide_alpha_inplace(&mut out).map_err(|error| failed(&error))?;
    }
    Ok(out)
}

/// Grey and sixteen bits as what both encoders take. A picture that is opaque everywhere loses its
/// transparency.
fn eight_bits(picture: DynamicImage) -> DynamicImage {
    if picture.color().has_alpha() {
        let picture = picture.into_rgba8();
        if picture.pixels().any(|point| point.0[3] != u8::MAX) {
            return DynamicImage::ImageRgba8(picture);
        }
        return DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(picture).into_rgb8());
    }
    DynamicImage::ImageRgb8(picture.into_rgb8())
}

/// Telephones store colours in a space of their own (Display P3), which looks dull if it is taken
/// for sRGB. A profile that cannot be used is dropped, and the colours are taken as they are.
fn in_srgb(picture: DynamicImage, profile: &[u8]) -> DynamicImage {
    let (layout, bytes) = match &picture {
        DynamicImage::ImageRgb8(points) => (Layout::Rgb, points.as_raw()),
        DynamicImage::ImageRgba8(points) => (Layout::Rgba, points.as_raw()),
        _ => return picture,
    };
    let Ok(from) = ColorProfile::new_from_slice(profile) else { return picture };
    if from.color_space != DataColorSpace::Rgb {
        return picture;
    }
    let to = ColorProfile::new_srgb();
    let Ok(transform) =
        from.create_transform_8bit(layout, &to, layout, TransformOptions::default())
    else {
        return picture;
    };
    let mut out = vec![0; bytes.len()];
    if transform.transform(bytes, &mut out).is_err() {
        return picture;
    }
    let (width, height) = (picture.width(), picture.height());
    let converted = match layout {
        Layout::Rgb => RgbImage::from_raw(width, height, out).map(DynamicImage::ImageRgb8),
        _ => image::RgbaImage::from_raw(width, height, out).map(DynamicImage::ImageRgba8),
    };
    converted.unwrap_or(picture)
}

fn webp(picture: &DynamicImage) -> Result<Vec<u8>, MakeError> {
    let (width, height) = (picture.width(), picture.height());
    let encoder = match picture {
        DynamicImage::ImageRgba8(points) => webp::Encoder::from_rgba(points, width, height),
        DynamicImage::ImageRgb8(points) => webp::Encoder::from_rgb(points, width, height),
        _ => return Err(MakeError::Encode("neither RGB nor RGBA".to_owned())),
    };
    let done = encoder.encode_simple(false, WEBP_QUALITY);
    done.map(|bytes| bytes.to_vec()).map_err(|error| MakeError::Encode(format!("{error:?}")))
}

/// JPEG knows no transparency: what shines through is white, as on paper.
fn jpeg(picture: &DynamicImage) -> Result<Vec<u8>, MakeError> {
    let mut bytes = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
    match picture {
        DynamicImage::ImageRgba8(points) => {
            let flat = RgbImage::from_fn(points.width(), points.height(), |x, y| {
                let [red, green, blue, alpha] = points.get_pixel(x, y).0;
                Rgb([red, green, blue].map(|colour| on_white(colour, alpha)))
            });
            DynamicImage::ImageRgb8(flat).write_with_encoder(encoder)?;
        }
        opaque => opaque.write_with_encoder(encoder)?,
    }
    Ok(bytes)
}

fn on_white(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u32::from(colour), u32::from(alpha));
    u8::try_from((colour * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
}

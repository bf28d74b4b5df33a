//! Which way up a picture is stored.

use image::metadata::Orientation;

/// The orientation in an Exif block, 1 to 8; 1 if it says nothing sensible. Some programs write the
/// signature of the JPEG segment before the block in other formats too.
pub(super) fn orientation(exif: &[u8]) -> u8 {
    let tiff = exif.strip_prefix(b"Exif\0\0").unwrap_or(exif);
    Orientation::from_exif_chunk(tiff).map_or(1, Orientation::to_exif)
}

//! Pictures of entries and where their files are.

/// A picture of an entry.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The file or files a browser can choose from.
    pub source: PictureSource,
    /// Who made it.
    pub credit: String,
    /// The point that must stay visible in narrow crops, per cent from the left.
    pub focus: u8,
    /// The same from the top; none: what suits the place where it is shown.
    pub focus_y: Option<u8>,
    /// Width in pixels, for the markup: that of the upright picture.
    pub width: u32,
    /// Height in pixels, for the markup.
    pub height: u32,
}

impl Picture {
    /// Address, width and height for whoever takes only one file: the drawing, or a copy of the
    /// photo about `width` wide.
    pub fn one(&self, width: u32) -> (String, u32, u32) {
        let address = self.source.one(width);
        let PictureSource::Photo(copies) = &self.source else {
            return (address, self.width, self.height);
        };
        let width = copies.near(width);
        let height = u64::from(width) * u64::from(self.height) / u64::from(self.width.max(1));
        (address, width, u32::try_from(height).unwrap_or(u32::MAX))
    }
}

/// What is sent for a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PictureSource {
    /// A drawing at this address, sent as it is: `/media/<kind>/<id>/<file>?v=<hash>`.
    Drawing(String),
    /// A photo, of which only smaller copies are sent.
    Photo(Copies),
}

impl PictureSource {
    /// The address for whoever takes only one: a drawing, or a copy about `width` wide.
    pub fn one(&self, width: u32) -> String {
        match self {
            PictureSource::Drawing(src) => src.clone(),
            PictureSource::Photo(copies) => copies.src(copies.near(width), Coding::Jpeg),
        }
    }
}

/// How a copy of a photo is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Coding {
    /// What browsers take.
    WebP,
    /// For old browsers, and for those that show a preview of a link.
    Jpeg,
}

impl Coding {
    /// Both.
    pub const ALL: [Coding; 2] = [Coding::WebP, Coding::Jpeg];

    /// The end of a file name.
    pub const fn extension(self) -> &'static str {
        match self {
            Coding::WebP => "webp",
            Coding::Jpeg => "jpg",
        }
    }

    /// The media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Coding::WebP => "image/webp",
            Coding::Jpeg => "image/jpeg",
        }
    }

    /// The widths in which a photo of `width` is offered, rising; never larger than itself.
    pub fn widths(self, width: u32) -> Vec<u32> {
        let steps: &[u32] = match self {
            Coding::WebP => &[320, 480, 640, 960, 1280, 1920],
            // Few see these, so few are made.
            Coding::Jpeg => &[640, 1280],
        };
        let largest = steps.last().map_or(width, |&last| last.min(width)).max(1);
        let smaller = steps.iter().copied().filter(|&step| step < largest);
        smaller.chain([largest]).collect()
    }

    /// The name of the copy of this width.
    pub fn name(self, width: u32) -> String {
        format!("{width}.{}", self.extension())
    }
}

/// The copies of a photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    /// Where they are: `/media/<kind>/<id>/<file>`; the photo itself is not there.
    pub base: String,
    /// Changes with the photo.
    pub version: String,
    /// Width of the photo.
    pub width: u32,
}

impl Copies {
    /// The address of a copy.
    pub fn src(&self, width: u32, coding: Coding) -> String {
        format!("{}/{}?v={}", self.base, coding.name(width), self.version)
    }

    /// All copies of a coding, as `srcset` wants them.
    pub fn srcset(&self, coding: Coding) -> String {
        let widths = coding.widths(self.width).into_iter();
        let all: Vec<String> = widths.map(|w| format!("{} {w}w", self.src(w, coding))).collect();
        all.join(", ")
    }

    /// The width of the smallest JPEG copy that is at least `width` wide, else of the largest.
    pub fn near(&self, width: u32) -> u32 {
        let widths = Coding::Jpeg.widths(self.width);
        let enough = widths.iter().copied().find(|&w| w >= width);
        enough.or(widths.last().copied()).unwrap_or(self.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_copy_is_larger_than_the_photo() {
        assert_eq!(Coding::WebP.widths(4000), [320, 480, 640, 960, 1280, 1920]);
        assert_eq!(Coding::WebP.widths(1000), [320, 480, 640, 960, 1000]);
        assert_eq!(Coding::WebP.widths(640), [320, 480, 640]);
        assert_eq!(Coding::WebP.widths(1), [1]);
        assert_eq!(Coding::Jpeg.widths(4000), [640, 1280]);
        assert_eq!(Coding::Jpeg.widths(700), [640, 700]);
        assert_eq!(Coding::Jpeg.widths(300), [300]);
    }

    #[test]
    fn a_preview_gets_a_copy_that_is_large_enough() {
        let copies =
            |width| Copies { base: "/media/a/b/c.jpg".into(), version: "01234567".into(), width };
        let photo = PictureSource::Photo(copies(4000));
        assert_eq!(photo.one(1200), "/media/a/b/c.jpg/1280.jpg?v=01234567");
        assert_eq!(photo.one(500), "/media/a/b/c.jpg/640.jpg?v=01234567");
        assert_eq!(copies(700).near(1200), 700);
        assert_eq!(
            copies(400).srcset(Coding::WebP),
            "/media/a/b/c.jpg/320.webp?v=01234567 320w, /media/a/b/c.jpg/400.webp?v=01234567 400w"
        );
    }
}

//! How large a CSS pixel is on a screen, so that sizes can be given in millimetres.

/// The smallest diagonal in inches that a kiosk may have.
pub const MIN_INCHES: u16 = 7;

/// The largest one.
pub const MAX_INCHES: u16 = 120;

const MM_PER_INCH: f64 = 25.4;

/// The scale where nothing was measured: 96 CSS pixels to the inch, as CSS defines them.
pub const DEFAULT_SCALE: Scale = Scale(3780);

/// CSS pixels to a metre: a whole number, so that it is the same in the database, in the style
/// sheet and after a round trip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scale(u32);

impl Scale {
    /// From a full-HD beamer on a wall to a telephone; whatever is beyond was measured wrongly.
    const LEAST: u32 = 400;
    const MOST: u32 = 20_000;

    /// The scale with so many CSS pixels to a metre, if a screen can have it.
    pub fn of_metre(px: i64) -> Option<Scale> {
        let px = u32::try_from(px).ok()?;
        (Scale::LEAST..=Scale::MOST).contains(&px).then_some(Scale(px))
    }

    /// CSS pixels to a metre.
    pub const fn per_metre(self) -> u32 {
        self.0
    }

    /// CSS pixels to a millimetre, as style sheets write it: `3.78`.
    pub fn per_mm(self) -> String {
        let text = format!("{}.{:03}", self.0 / 1000, self.0 % 1000);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

/// A screen that was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    scale: Scale,
    width: u16,
    height: u16,
}

impl Screen {
    /// Sides of a screen in CSS pixels, from a small tablet to four times 4K.
    const SIDES: std::ops::RangeInclusive<i64> = 320..=16_000;

    /// A screen of `width` × `height` CSS pixels at a scale; `None` for what no kiosk can be.
    pub fn new(scale: Scale, width: i64, height: i64) -> Option<Screen> {
        if !Screen::SIDES.contains(&width) || !Screen::SIDES.contains(&height) {
            return None;
        }
        let screen = Screen {
            scale,
            width: u16::try_from(width).ok()?,
            height: u16::try_from(height).ok()?,
        };
        let inches = screen.inches();
        (f64::from(MIN_INCHES)..=f64::from(MAX_INCHES)).contains(&inches).then_some(screen)
    }

    /// A screen of `width` × `height` CSS pixels with a diagonal of so many inches.
    pub fn of_diagonal(inches: f64, width: i64, height: i64) -> Option<Screen> {
        let (w, h) = (u16::try_from(width).ok()?, u16::try_from(height).ok()?);
        let pixels = f64::from(w).hypot(f64::from(h));
        let per_metre = (pixels / (inches * MM_PER_INCH) * 1000.0).round();
        // Also false for what is no number.
        if !(0.0..=f64::from(Scale::MOST)).contains(&per_metre) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "within the bounds just checked")]
        let scale = Scale::of_metre(per_metre as i64)?;
        Screen::new(scale, width, height)
    }

    /// How large its CSS pixels are.
    pub const fn scale(self) -> Scale {
        self.scale
    }

    /// Width in CSS pixels.
    pub const fn width(self) -> u16 {
        self.width
    }

    /// Height in CSS pixels.
    pub const fn height(self) -> u16 {
        self.height
    }

    /// Its diagonal.
    pub fn inches(self) -> f64 {
        let pixels = f64::from(self.width).hypot(f64::from(self.height));
        pixels / (f64::from(self.scale.0) / 1000.0) / MM_PER_INCH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_screens_come_out_as_they_are_sold() {
        for (inches, width, height, per_metre) in [
            (24.0, 1920, 1080, 3614),
            (32.0, 1080, 1920, 2710),
            (43.0, 1920, 1080, 2017),
            (55.0, 1080, 1920, 1577),
            (55.0, 3840, 2160, 3154),
        ] {
            let screen = Screen::of_diagonal(inches, width, height).unwrap();
            assert_eq!(screen.scale().per_metre(), per_metre, "{inches}");
            assert!((screen.inches() - inches).abs() < 0.05, "{inches}");
        }
    }

    #[test]
    fn nonsense_is_no_screen() {
        for inches in [0.0, -24.0, 1.0, 500.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Screen::of_diagonal(inches, 1920, 1080), None, "{inches}");
        }
        for (width, height) in [(0, 1080), (1920, -1), (100, 100), (70_000, 1080)] {
            assert_eq!(Screen::of_diagonal(24.0, width, height), None, "{width}");
        }
        for px in [i64::MIN, -1, 0, 399, 20_001, i64::MAX] {
            assert_eq!(Scale::of_metre(px), None, "{px}");
        }
        // A full-HD screen of three inches, or of 190.
        for px in [20_000, 456] {
            assert_eq!(Screen::new(Scale::of_metre(px).unwrap(), 1920, 1080), None, "{px}");
        }
    }

    #[test]
    fn a_scale_is_written_for_style_sheets() {
        let text = |px| Scale::of_metre(px).unwrap().per_mm();
        assert_eq!(
            [text(3780), text(2017), text(4000), text(1050)],
            ["3.78", "2.017", "4", "1.05"]
        );
        assert_eq!(DEFAULT_SCALE.per_mm(), "3.78");
    }
}

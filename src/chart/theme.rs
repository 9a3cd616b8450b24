//! What a chart is painted with: colours, font, pixel ratio and which mark is selected.

use plotters::style::{RGBColor, ShapeStyle};

/// A colour: red, green and blue, 0 to 255 each (sRGB). Charts draw no transparent shapes, so
/// that paper, screen and SVG show the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// This colour with a share (0 to 1) of `other` stirred in.
    #[must_use]
    pub fn mix(self, other: Self, share: f64) -> Self {
        let share = if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        let stir =
            |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(
            stir(self.0, other.0),
            stir(self.1, other.1),
            stir(self.2, other.2),
        )
    }

    /// The colour as plotters has it.
    pub(super) fn rgb(self) -> RGBColor {
        RGBColor(self.0, self.1, self.2)
    }

    /// A shape filled with the colour.
    pub(super) fn fill(self) -> ShapeStyle {
        ShapeStyle::from(self.rgb()).filled()
    }
}

/// How every chart looks. The page makes one from its own tokens; [`Theme::light`] and
/// [`Theme::dark`] are those tokens' values.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Device pixels per CSS pixel. The area that is drawn on has device pixels.
    pub ratio: f64,
    /// How much larger than usual everything is drawn, for readers who need large text: 1 is usual.
    pub zoom: f64,
    /// A CSS font stack.
    pub font: String,
    /// Names, figures and target ticks.
    pub ink: Colour,
    /// Axis labels and second lines.
    pub muted: Colour,
    /// Grid lines and rules.
    pub line: Colour,
    /// The ground that the chart stands on. The chart fills its area with it.
    pub paper: Colour,
    /// Bars, and the mark that is selected.
    pub accent: Colour,
    /// One per series of a trend; the fifth series starts again with another marker. A series is
    /// told by its marker, its dash and its name too, never by the colour alone.
    pub series: [Colour; 4],
    /// Of targets: met, on pace, slightly behind, behind, missed. What is open is muted.
    pub statuses: [Colour; 5],
    /// Index into the marks of the chart's hit map: that mark keeps its colour, the others fade.
    pub selected: Option<usize>,
}

/// Names of the fonts that set Chinese on each system, best first.
const FONTS: &str = "\"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", \
     \"Source Han Sans SC\", system-ui, sans-serif";

impl Theme {
    /// Ink on white at one device pixel per CSS pixel.
    #[must_use]
    pub fn light() -> Self {
        Self {
            ratio: 1.0,
            zoom: 1.0,
            font: FONTS.to_owned(),
            ink: Colour(0x16, 0x20, 0x2a),
            muted: Colour(0x5a, 0x67, 0x73),
            line: Colour(0xd9, 0xdf, 0xe4),
            paper: Colour(0xff, 0xff, 0xff),
            accent: Colour(0x0b, 0x5c, 0xad),
            series: [
                Colour(0x0b, 0x5c, 0xad),
                Colour(0xa1, 0x5c, 0x00),
                Colour(0x0f, 0x76, 0x6e),
                Colour(0x8a, 0x2f, 0x6f),
            ],
            statuses: [
                Colour(0x0b, 0x6b, 0x60),
                Colour(0x47, 0x60, 0x7a),
                Colour(0x84, 0x54, 0x00),
                Colour(0xa3, 0x44, 0x0a),
                Colour(0x9c, 0x2f, 0x22),
            ],
            selected: None,
        }
    }

    /// The same on a dark ground.
    #[must_use]
    pub fn dark() -> Self {
        Self {
            ink: Colour(0xe7, 0xec, 0xf0),
            muted: Colour(0x9f, 0xb0, 0xbd),
            line: Colour(0x33, 0x40, 0x4b),
            paper: Colour(0x1a, 0x22, 0x29),
            accent: Colour(0x6d, 0xb3, 0xf2),
            series: [
                Colour(0x6d, 0xb3, 0xf2),
                Colour(0xe2, 0xa6, 0x4b),
                Colour(0x4c, 0xc2, 0xb4),
                Colour(0xe0, 0x8a, 0xc6),
            ],
            statuses: [
                Colour(0x5c, 0xc9, 0xb8),
                Colour(0xa8, 0xbc, 0xcd),
                Colour(0xe0, 0xb0, 0x50),
                Colour(0xf0, 0x9a, 0x5c),
                Colour(0xf3, 0x91, 0x84),
            ],
            ..Self::light()
        }
    }

    /// Device pixels for each CSS pixel of a length, kept where pixels still fit an `i32` with room
    /// to spare.
    pub(super) fn scale(&self) -> f64 {
        within(self.ratio, 8.0) * within(self.zoom, 4.0)
    }

    /// A place in device pixels as CSS pixels of the page, however large the drawing is.
    pub(super) fn css(&self, device: i32) -> f64 {
        f64::from(device) / within(self.ratio, 8.0)
    }

    /// The CSS pixels that a chart on a page so many device pixels wide was promised, which large
    /// text leaves fewer of: those that its height was asked for.
    pub(super) fn width(&self, device: i32) -> u32 {
        (self.css(device).round() / within(self.zoom, 4.0)) as u32
    }

    /// A length in CSS pixels as whole device pixels.
    pub(super) fn px(&self, css: f64) -> i32 {
        (css * self.scale()).round() as i32
    }

    /// The thinnest line: one device pixel, two from a ratio of 2 on. Rounded down, for at 1.5 a
    /// line of one pixel is crisp and light, one of two is heavy.
    pub(super) fn hair(&self) -> i32 {
        (self.scale() as i32).max(1)
    }

    /// The colour of the series at `index`.
    pub(super) fn series_colour(&self, index: usize) -> Colour {
        self.series.get(index % 4).copied().unwrap_or(self.accent)
    }
}

/// A factor from a quarter to `most`.
fn within(factor: f64, most: f64) -> f64 {
    if factor.is_finite() {
        factor.clamp(0.25, most)
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, Theme};
    use crate::assess::Status;

    #[test]
    fn mixing_goes_from_one_colour_to_the_other() {
        let (black, white) = (Colour(0, 0, 0), Colour(255, 255, 255));
        assert_eq!(black.mix(white, 0.0), black);
        assert_eq!(black.mix(white, 1.0), white);
        assert_eq!(black.mix(white, 0.2), Colour(51, 51, 51));
        assert_eq!(black.mix(white, f64::NAN), black);
    }

    #[test]
    fn lengths_are_whole_device_pixels_and_hairlines_never_vanish() {
        let at = |ratio| Theme {
            ratio,
            ..Theme::light()
        };
        assert_eq!(at(1.5).px(13.0), 20);
        assert_eq!(at(2.0).hair(), 2);
        assert_eq!(at(1.5).hair(), 1);
        assert_eq!(at(0.0).hair(), 1);
        assert_eq!(at(f64::NAN).px(12.0), 12);
        let large = Theme {
            zoom: 1.25,
            ..at(2.0)
        };
        assert_eq!(large.px(12.0), 30);
        assert!((large.css(30) - 15.0).abs() < 1e-9);
    }

    #[test]
    fn text_and_series_stand_out_from_their_paper() {
        for theme in [Theme::light(), Theme::dark()] {
            let colours = [theme.ink, theme.muted, theme.accent];
            let statuses = Status::ALL.iter().map(|status| theme.status(*status));
            for colour in colours.into_iter().chain(theme.series).chain(statuses) {
                let contrast = contrast(colour, theme.paper);
                assert!(contrast >= 4.5, "{colour:?} has {contrast:.2}");
            }
        }
    }

    /// Contrast ratio of two colours after WCAG 2.2.
    fn contrast(a: Colour, b: Colour) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance of a colour after WCAG 2.2, 0 to 1.
    fn luminance(Colour(red, green, blue): Colour) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

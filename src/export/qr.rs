//! A link as a QR code, drawn as one path: it is printed as large as the paper has room for it.

use std::fmt::Write as _;

use qrcodegen::{QrCodeEcc, QrSegment, Version};

/// The light frame that a reader of codes needs, in modules (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The largest code: at 30 mm each of its modules still measures a quarter of a millimetre.
const LARGEST: u8 = 25;

/// A text as a QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Its width and height in modules, with the light frame.
    pub size: i32,
    /// The outline of its dark modules, as the `d` of an SVG path, a module being 1.
    pub path: String,
}

impl QrCode {
    /// The code of a text. `None` where it is too long for a code that a telephone reads off paper.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let segments = [QrSegment::make_bytes(text.as_bytes())];
        let (least, most) = (Version::MIN, Version::new(LARGEST));
        let code = qrcodegen::QrCode::encode_segments_advanced(
            &segments,
            QrCodeEcc::Medium,
            least,
            most,
            None,
            true,
        );
        let code = code.ok()?;
        Some(Self {
            size: code.size() + 2 * QUIET,
            path: path(&code),
        })
    }

    /// The `viewBox` of its drawing.
    #[must_use]
    pub fn view_box(&self) -> String {
        let size = self.size;
        format!("0 0 {size} {size}")
    }
}

/// A text as an SVG of its QR code, black on white. `None` as of [`QrCode::of`].
#[must_use]
pub fn qr(text: &str) -> Option<String> {
    let QrCode { size, path } = QrCode::of(text)?;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/>\
         <path d=\"{path}\"/></svg>"
    ))
}

/// The dark modules, a box for each run of them in a row.
fn path(code: &qrcodegen::QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size())
                .take_while(|x| code.get_module(*x, y))
                .count();
            if run > 0 {
                let (left, top) = (x + QUIET, y + QUIET);
                // Writing to a string cannot fail.
                let _ = write!(path, "M{left} {top}h{run}v1h-{run}z");
            }
            x += i32::try_from(run).unwrap_or(0) + 1;
        }
    }
    path
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::qr;

    /// What a telephone reads, from the drawing itself.
    fn read(svg: &str) -> String {
        let size: usize = between(svg, "viewBox=\"0 0 ", " ").parse().expect("a size");
        let mut dark = vec![false; size * size];
        let path = svg.rsplit("d=\"").next().expect("a path");
        for run in path.split('M').skip(1) {
            let number = |from, to| between(run, from, to).parse::<usize>().expect("a number");
            let (x, y) = (number("", " "), number(" ", "h"));
            let start = y * size + x;
            dark[start..start + number("h", "v")].fill(true);
        }
        // Three pixels a module, as a camera would see it.
        let pixel = |x: usize, y: usize| if dark[y / 3 * size + x / 3] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(size * 3, size * 3, pixel);
        let grids = image.detect_grids();
        let (_, text) = grids.first().expect("a code").decode().expect("readable");
        text
    }

    fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
        let (_, rest) = text.split_once(from).expect("its start");
        rest.split_once(to).expect("its end").0
    }

    #[test]
    fn a_code_says_the_link_that_it_was_made_of() {
        for link in [
            "https://example.org/guatu/#/board",
            "http://10.0.0.7/挂图/#/chart?pick=gdp~gdp-growth&form=trend&lang=en",
        ] {
            assert_eq!(read(&qr(link).expect("short enough")), link);
        }
    }

    #[test]
    fn a_link_that_would_print_too_small_has_no_code() {
        let link = |length: usize| "a".repeat(length);
        assert!(qr(&link(900)).is_some());
        assert!(qr(&link(1200)).is_none());
    }
}

//! The words of a drawing, read off its SVG, and whether any lie on each other.

use guatu::chart::{Measure as _, TableWidths};
use roxmltree::{Document, Node};

/// A line of text: its words and its box in pixels. Letters are as high as two thirds of their line.
struct Words {
    text: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Words {
    fn of(node: &Node<'_, '_>) -> Option<Self> {
        let number = |name| node.attribute(name)?.parse::<f64>().ok();
        let text = node.text()?.trim().to_owned();
        let (x, y, size) = (number("x")?, number("y")?, number("font-size")?);
        let is_bold = node.attribute("font-weight").is_some();
        let width = TableWidths.width(&text, "", size, is_bold);
        let left = match node.attribute("text-anchor")? {
            "end" => x - width,
            "middle" => x - width / 2.0,
            _ => x,
        };
        Some(Self {
            text,
            left,
            right: left + width,
            top: y - size / 3.0,
            bottom: y + size / 3.0,
        })
    }

    fn lies_on(&self, other: &Self) -> bool {
        // Widths of the table are a little wide: a pixel is no collision.
        self.left + 1.0 < other.right
            && other.left + 1.0 < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The words of a drawing.
fn written(drawn: &str) -> Result<Vec<Words>, roxmltree::Error> {
    let document = Document::parse(drawn)?;
    let texts = document.descendants().filter(|n| n.has_tag_name("text"));
    Ok(texts.filter_map(|node| Words::of(&node)).collect())
}

/// What lies on something else or outside of a chart, if anything. `width` is the drawing's in pixels.
pub fn collision(drawn: &str, width: f64) -> Result<Option<String>, roxmltree::Error> {
    let words = written(drawn)?;
    for (index, one) in words.iter().enumerate() {
        if one.left < -2.0 || one.right > width + 2.0 {
            return Ok(Some(format!("“{}” leaves {width}", one.text)));
        }
        let mut others = words.iter().skip(index + 1);
        if let Some(other) = others.find(|other| one.lies_on(other)) {
            return Ok(Some(format!("“{}” lies on “{}”", one.text, other.text)));
        }
    }
    Ok(None)
}

#[test]
fn words_that_lie_on_each_other_or_leave_the_drawing_are_found() -> Result<(), roxmltree::Error> {
    let text = |x: u32, y: u32| {
        format!(r#"<text x="{x}" y="{y}" text-anchor="start" font-size="12">目标</text>"#)
    };
    let drawn = |a, b| format!("<svg>{a}{b}</svg>");
    assert_eq!(collision(&drawn(text(0, 20), text(30, 20)), 60.0)?, None);
    assert_eq!(collision(&drawn(text(0, 20), text(0, 34)), 60.0)?, None);
    assert!(collision(&drawn(text(0, 20), text(20, 20)), 60.0)?.is_some());
    assert!(collision(&drawn(text(0, 20), text(40, 20)), 60.0)?.is_some());
    Ok(())
}

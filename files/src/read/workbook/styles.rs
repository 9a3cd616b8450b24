//! The styles of a workbook, of which only the formats of numbers tell what is meant.

use std::collections::HashMap;

use super::format::{Format, Formats};
use super::xml::{Xml, attribute, broken, name};
use crate::read::Refusal;

/// The formats of each style, by its place.
#[derive(Default)]
pub struct Styles {
    formats: Vec<Formats>,
}

impl Styles {
    /// Reads the part.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let mut xml = Xml::open(text, "styleSheet")?;
        let mut codes = HashMap::new();
        let mut formats = Vec::new();
        while let Some(element) = xml.child()? {
            match name(&element) {
                "numFmts" => {
                    while let Some(format) = xml.child()? {
                        let code = attribute(&format, "formatCode")?.ok_or_else(broken)?;
                        codes.insert(id(&format)?, Formats::read(&code));
                        xml.skip()?;
                    }
                }
                "cellXfs" => {
                    while let Some(style) = xml.child()? {
                        let id = id(&style)?;
                        let format = codes.get(&id).copied();
                        formats.push(format.unwrap_or_else(|| Format::built_in(id).into()));
                        xml.skip()?;
                    }
                }
                _ => xml.skip()?,
            }
        }
        Ok(Self { formats })
    }

    /// The formats of a style, by its place; that of no style where the cell names none.
    pub fn formats(&self, place: Option<&str>) -> Option<Formats> {
        match place {
            None => Some(self.formats.first().copied().unwrap_or_default()),
            Some("0") if self.formats.is_empty() => Some(Formats::default()),
            Some(place) => self.formats.get(place.parse::<usize>().ok()?).copied(),
        }
    }
}

fn id(element: &quick_xml::events::BytesStart<'_>) -> Result<u32, Refusal> {
    let id = attribute(element, "numFmtId")?;
    id.map_or(Ok(0), |id| id.parse().map_err(|_| broken()))
}

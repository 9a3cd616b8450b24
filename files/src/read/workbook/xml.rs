//! A part of a workbook as XML: elements one by one, with no entities of its own and no DTD.

use std::borrow::Cow;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::read::{Refusal, Why};

/// A part while it is read.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
}

impl<'a> Xml<'a> {
    /// Opens a part, and its outermost element, which has this name.
    pub fn open(text: &'a str, root: &str) -> Result<Self, Refusal> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut xml = Self { reader };
        match xml.child()? {
            Some(element) if name(&element) == root => Ok(xml),
            _ => Err(broken()),
        }
    }

    /// Opens the next element within the open one; nothing where that closes.
    pub fn child(&mut self) -> Result<Option<BytesStart<'a>>, Refusal> {
        loop {
            match self.event()? {
                Event::Start(element) => return Ok(Some(element)),
                Event::End(_) => return Ok(None),
                _ => {}
            }
        }
    }

    /// The text of the open element, up to where it closes; that of elements within it is left out.
    pub fn text(&mut self) -> Result<String, Refusal> {
        let mut text = String::new();
        loop {
            match self.event()? {
                Event::Text(part) => text += &part.xml10_content(),
                Event::CData(part) => text += &part.xml10_content(),
                Event::GeneralRef(sign) => text.push(referred(&sign)?),
                Event::Start(_) => self.skip()?,
                Event::End(_) => return Ok(text),
                _ => {}
            }
        }
    }

    /// Passes over the rest of the open element.
    pub fn skip(&mut self) -> Result<(), Refusal> {
        let mut open = 1_usize;
        while open > 0 {
            match self.event()? {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
        Ok(())
    }

    fn event(&mut self) -> Result<Event<'a>, Refusal> {
        match self.reader.read_event() {
            Ok(Event::Eof | Event::DocType(_)) | Err(_) => Err(broken()),
            Ok(event) => Ok(event),
        }
    }
}

/// The name of an element, without its prefix.
pub fn name<'e>(element: &'e BytesStart<'_>) -> &'e str {
    element.local_name().into_inner()
}

/// An attribute of an element by its name, which may have a prefix where `name` begins with a colon.
pub fn attribute<'e>(
    element: &'e BytesStart<'_>,
    name: &str,
) -> Result<Option<Cow<'e, str>>, Refusal> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| broken())?;
        let key = attribute.key.as_ref();
        if key == name || name.starts_with(':') && key.ends_with(name) {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            return Ok(Some(value.map_err(|_| broken())?));
        }
    }
    Ok(None)
}

/// Whether an attribute of an element says yes.
pub fn is_set(element: &BytesStart<'_>, name: &str) -> Result<bool, Refusal> {
    let value = attribute(element, name)?;
    Ok(matches!(value.as_deref(), Some("1" | "true")))
}

/// The sign that a reference stands for: one of the five of XML, or a number.
fn referred(reference: &BytesRef<'_>) -> Result<char, Refusal> {
    let numbered = reference.resolve_char_ref().map_err(|_| broken())?;
    let named = || match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    };
    numbered.or_else(named).ok_or_else(broken)
}

/// The refusal of a part that is not as a workbook has it.
pub const fn broken() -> Refusal {
    Refusal::of(Why::BrokenWorkbook)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_an_element_has_its_references_and_nothing_of_others() {
        let part =
            "<?xml version='1.0'?><a><x:b>1 &lt;&#x6302;<i>no</i><![CDATA[&]]></x:b><b/></a>";
        let mut xml = Xml::open(part, "a").expect("a part");
        let element = xml.child().expect("well formed").expect("an element");
        assert_eq!(name(&element), "b");
        assert_eq!(xml.text().expect("well formed"), "1 <挂&");
        assert!(xml.child().expect("well formed").is_some());
        assert_eq!(xml.text().expect("well formed"), "");
        assert!(xml.child().expect("well formed").is_none());
    }

    #[test]
    fn attributes_are_found_by_their_names() {
        let mut xml = Xml::open("<a><b r:id='1' id='2' c='&amp;3'/></a>", "a").expect("a part");
        let element = xml.child().expect("well formed").expect("an element");
        let of = |name| {
            attribute(&element, name)
                .expect("well formed")
                .map(Cow::into_owned)
        };
        let found = [":id", "id", "c", "d"].map(of);
        let found = found.each_ref().map(Option::as_deref);
        assert_eq!(found, [Some("1"), Some("2"), Some("&3"), None]);
    }

    #[test]
    fn what_is_not_well_formed_or_brings_words_of_its_own_is_refused() {
        for part in [
            "",
            "<b/>",
            "<a><c>",
            "<a><c></a></c>",
            "<a><c>&b;</c></a>",
            "<a><c>&#0;</c></a>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a><c>&b;</c></a>",
        ] {
            let read = Xml::open(part, "a").and_then(|mut xml| {
                xml.child()?;
                xml.text()
            });
            assert_eq!(read.err(), Some(broken()), "{part}");
        }
    }
}

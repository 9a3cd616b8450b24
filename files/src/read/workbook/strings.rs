//! The texts of a workbook: those that its cells share, and those that stand in them.

use super::xml::{Xml, name};
use crate::read::Refusal;

/// The shared texts, one behind the other.
#[derive(Default)]
pub struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads the part.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let mut xml = Xml::open(text, "sst")?;
        let mut strings = Self::default();
        while let Some(element) = xml.child()? {
            if name(&element) == "si" {
                strings.text += &string(&mut xml)?;
                strings.ends.push(strings.text.len());
            } else {
                xml.skip()?;
            }
        }
        Ok(strings)
    }

    /// A text by its place.
    pub fn get(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let before = place.checked_sub(1).and_then(|at| self.ends.get(at));
        self.text.get(before.copied().unwrap_or_default()..end)
    }
}

/// The text of the open element: plain, or in runs of different looks. How it is pronounced (`rPh`) is none
/// of it.
pub fn string(xml: &mut Xml<'_>) -> Result<String, Refusal> {
    let mut text = String::new();
    while let Some(element) = xml.child()? {
        match name(&element) {
            "t" => text += &xml.text()?,
            "r" => {
                while let Some(element) = xml.child()? {
                    match name(&element) {
                        "t" => text += &xml.text()?,
                        _ => xml.skip()?,
                    }
                }
            }
            _ => xml.skip()?,
        }
    }
    Ok(unescaped(&text))
}

/// Text without the escapes of a workbook: `_x000D_` is the sign of that number. Each way to end a line is
/// one sign.
pub fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain += before;
        let escape = after.split_at_checked(4).and_then(|(digits, after)| {
            let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
            Some((char::from_u32(number)?, after.strip_prefix('_')?))
        });
        if let Some((sign, after)) = escape {
            plain.push(sign);
            rest = after;
        } else {
            plain += "_x";
            rest = after;
        }
    }
    plain += rest;
    if plain.contains('\r') {
        plain = plain.replace("\r\n", "\n").replace('\r', "\n");
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_texts_are_whole_and_without_pronunciation() {
        let part = "<sst count='9'><si><t xml:space='preserve'> a </t></si><si/>\
            <si><r><rPr><b/></rPr><t>挂</t></r><r><t>图</t></r><rPh sb='0' eb='1'><t>guà</t></rPh></si>\
            <si><t>1_x000D__x000A_2_x005F_x0041_</t></si><extLst><ext/></extLst></sst>";
        let strings = Strings::read(part).expect("texts");
        let all: Vec<_> = (0..5).map(|place| strings.get(place)).collect();
        let expected = [
            Some(" a "),
            Some(""),
            Some("挂图"),
            Some("1\n2_x0041_"),
            None,
        ];
        assert_eq!(all, expected);
    }

    #[test]
    fn what_only_looks_like_an_escape_stays() {
        for text in [
            "_x",
            "_x000",
            "_x000G_",
            "_x0041",
            "_xD800_",
            "_x+041_",
            "a_x挂图",
        ] {
            assert_eq!(unescaped(text), text);
        }
        assert_eq!(unescaped("_x0041__x0042_"), "AB");
    }
}

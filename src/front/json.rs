//! JSON as it is written into the page: the program reads JSON, and has no other code that writes it.

use std::fmt::Write as _;

/// A text; no sign of it ends the element that it stands in.
pub fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => json.extend(['\\', sign]),
            '<' | '\0'..='\u{1f}' => {
                // Writing to a string cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(sign));
            }
            _ => json.push(sign),
        }
    }
    json.push('"');
    json
}

/// An object of names and values.
pub fn object(members: &[(&str, String)]) -> String {
    let members = members.iter();
    let members = members.map(|(name, value)| [&quoted(name), ":", value].concat());
    ["{", &members.collect::<Vec<_>>().join(","), "}"].concat()
}

/// A list of values.
pub fn list(values: impl Iterator<Item = String>) -> String {
    ["[", &values.collect::<Vec<_>>().join(","), "]"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_any_signs_is_one_text_in_json() {
        let text = "\"\\</script>\u{1f}\n\t挂图\u{2028}";
        let json = quoted(text);
        assert!(!json.contains(['<', '\n', '\u{1f}']), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), text);
    }

    #[test]
    fn objects_and_lists_are_json() {
        let json = object(&[("a\"", list([quoted("b"), object(&[])].into_iter()))]);
        assert_eq!(json, r#"{"a\"":["b",{}]}"#);
    }
}

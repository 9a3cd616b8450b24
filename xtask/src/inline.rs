//! Scripts and style sheets as they stand in a page, so that nothing in them ends the element around them.

/// A script in a form that cannot end, or hide the end of, the element around it. In strings,
/// templates and patterns, the only places where a module may have these signs, `\x3C` is `<`.
pub fn inside_script(script: &str) -> String {
    escape(script, &["</script", "<script", "<!--"], "\\x3C")
}

/// A style sheet in a form that cannot end the element around it.
pub fn inside_style(style: &str) -> String {
    escape(style, &["</style"], "\\3C")
}

/// Writes the `<` of each of the signs otherwise, be the sign in capitals or not.
fn escape(text: &str, signs: &[&str], less_than: &str) -> String {
    let mut parts = text.split('<');
    let mut safe = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_sign = |sign: &&str| {
            let start = part.get(..sign.len() - 1);
            start.is_some_and(|start| sign.ends_with(&start.to_ascii_lowercase()))
        };
        safe.push_str(if signs.iter().any(is_sign) {
            less_than
        } else {
            "<"
        });
        safe.push_str(part);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_put_in_can_end_the_element_around_it() {
        assert_eq!(inside_script("a('</SCRIPT><p>')"), "a('\\x3C/SCRIPT><p>')");
        assert_eq!(
            inside_script("a('<!--<script>')"),
            "a('\\x3C!--\\x3Cscript>')"
        );
        assert_eq!(
            inside_style("a{content:'</style>'}"),
            "a{content:'\\3C/style>'}"
        );
        assert_eq!(inside_script("for(;i<n;) i<<2"), "for(;i<n;) i<<2");
    }
}

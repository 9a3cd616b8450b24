//! The address of a site that has the page, as somebody types it in.

/// The longest that is taken.
const LONGEST: usize = 200;

/// The address of the page or of its folder, without query and fragment. A folder ends in `/`: what is put
/// beside the page or after its address is then where it is to be. None of one that is not of the web,
/// has no host, or holds what no address does: a link made with it is followed by others.
#[must_use]
pub fn site_address(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let typed = if has_scheme(typed) {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    };
    let address = typed.split(['?', '#']).next()?;
    let lower = address.to_ascii_lowercase();
    let rest = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"))?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let is_host = !host.is_empty() && !host.contains(['@', '\\']) && !host.starts_with([':', '.']);
    let is_plain = |letter: char| {
        !letter.is_whitespace() && !letter.is_control() && !"\"'<>`{}|\\^".contains(letter)
    };
    if !is_host || address.len() > LONGEST || !address.chars().all(is_plain) {
        return None;
    }
    // A name with a dot is that of a page; any other is a folder's.
    let is_whole = address.ends_with('/') || path.rsplit('/').next()?.contains('.');
    Some(format!("{address}{}", if is_whole { "" } else { "/" }))
}

/// Whether something other than a name and its port stands before the path: `javascript:`, but not
/// `example.org:8080`. A name without a dot is taken for none that was typed in full.
fn has_scheme(typed: &str) -> bool {
    let host = typed.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    !name.contains('.') || !port.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::site_address;

    #[test]
    fn an_address_of_the_web_is_taken_without_query_and_fragment_a_folder_with_a_slash() {
        for (typed, taken) in [
            ("https://example.org/guatu/", "https://example.org/guatu/"),
            (
                " http://10.0.0.7:8080/挂图/#/table?q=a ",
                "http://10.0.0.7:8080/挂图/",
            ),
            ("data.example/guatu", "https://data.example/guatu/"),
            ("10.0.0.7:8080", "https://10.0.0.7:8080/"),
            ("HTTPS://Example.org", "HTTPS://Example.org/"),
            ("https://example.org?from=mail", "https://example.org/"),
            ("https://example.org/guatu", "https://example.org/guatu/"),
            (
                "https://example.org/v1.2/guatu#/board",
                "https://example.org/v1.2/guatu/",
            ),
            (
                "https://example.org/a/guatu.html?reload=1#/table",
                "https://example.org/a/guatu.html",
            ),
        ] {
            assert_eq!(site_address(typed).as_deref(), Some(taken));
        }
    }

    #[test]
    fn what_is_none_or_could_do_harm_is_not() {
        for typed in [
            "",
            "guatu",
            "example.org:alert(1)",
            "mailto:a@example.org",
            "javascript:alert(1)",
            "data:text/html,<b>",
            "file:///c:/guatu.html",
            "https://",
            "https:///a",
            "https://a b/",
            "https://a/\"><script>",
            "https://user:word@example.org/",
            "java\nscript:x",
        ] {
            assert_eq!(site_address(typed), None, "{typed}");
        }
        assert_eq!(
            site_address(&format!("https://a/{}", "b".repeat(200))),
            None
        );
    }
}

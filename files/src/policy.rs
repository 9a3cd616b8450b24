//! The content security policy of the single file: what the page may load and run.
//!
//! The site's policy stands in `index.html` and needs no hash, because everything that it runs is a
//! file of its own. So it also passes a host that sends a policy without our hashes. The single
//! file has no file beside it, and gets its policy from the site's: hashes in place of `'self'`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The source that allows just this text as an inline script or style.
#[must_use]
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The site's policy for a page that loads nothing and holds the scripts and styles with these
/// hashes.
pub(crate) fn without_self(site: &str, scripts: &[String], styles: &[String]) -> String {
    let directives = site.split(';').filter_map(|directive| {
        let (name, sources) = directive.trim().split_once(char::is_whitespace)?;
        let inline = match name {
            "script-src" => scripts,
            "style-src" => styles,
            _ => &[],
        };
        let kept = sources
            .split_whitespace()
            .filter(|source| *source != "'self'");
        let mut sources: Vec<&str> = kept.chain(inline.iter().map(String::as_str)).collect();
        if sources.is_empty() {
            sources.push("'none'");
        }
        Some(format!("{name} {}", sources.join(" ")))
    });
    directives.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_one_that_browsers_compute() {
        // The example of the Content Security Policy specification.
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hash("alert('Hello, world.');"), expected);
    }

    #[test]
    fn the_single_files_policy_has_hashes_in_place_of_self() {
        let site = "default-src 'none';\n script-src 'self' 'wasm-unsafe-eval'; style-src 'self';
            img-src 'self' data: blob:; connect-src 'self'";
        let single = without_self(site, &["'sha256-A'".into(), "'sha256-B'".into()], &[]);
        assert_eq!(
            single,
            "default-src 'none'; script-src 'wasm-unsafe-eval' 'sha256-A' 'sha256-B'; \
             style-src 'none'; img-src data: blob:; connect-src 'none'"
        );
    }
}

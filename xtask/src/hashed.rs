//! Names by content: a file whose name bears a hash of what it holds never changes, so that browsers,
//! proxies and the service worker keep it for good.

use sha2::{Digest, Sha256};

/// `styles-2703219d724119c0.css`: the hash is made of the bytes.
pub fn name(stem: &str, bytes: &[u8], ending: &str) -> String {
    let digest = Sha256::digest(bytes);
    let hex = digest.iter().take(8).map(|byte| format!("{byte:02x}"));
    format!("{stem}-{}{ending}", hex.collect::<String>())
}

/// Whether a name bears a hash, as `guatu-2703219d724119c0_bg.wasm` does. Trunk's may be shorter: it
/// leaves leading zeros out.
pub fn is_name(name: &str) -> bool {
    name.split('-').skip(1).any(|part| {
        let end = part.find(['.', '_']);
        let hash = end.and_then(|end| part.get(..end)).unwrap_or_default();
        (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_have_another_name() {
        assert_eq!(name("a", b"x", ".js"), name("a", b"x", ".js"));
        assert_ne!(name("a", b"x", ".js"), name("a", b"y", ".js"));
    }

    #[test]
    fn a_hash_in_a_name_is_known_by_its_form() {
        for name in [
            "a-0123456789abcdef_bg.wasm",
            "guard-596ec8a7d7ca5418.js",
            "styles-2703219d724119c.css",
            &name("guatu-files", b"", ".js"),
        ] {
            assert!(is_name(name), "{name}");
        }
        for name in ["data.json", "index.html", "a-b.js", "deadbeefdeadbeef.js"] {
            assert!(!is_name(name), "{name}");
        }
    }
}

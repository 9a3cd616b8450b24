//! Names by content: a file whose name bears a hash of what it holds never changes, so that browsers,
//! proxies and the service worker keep it for good.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use lol_html::{RewriteStrSettings, element, rewrite_str};
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

/// Names the two files of the program by what is sent, in the folder and in the page. Trunk names them by
/// what the compiler made, before they are bound and optimised: other tools would make other files under
/// the same names.
///
/// # Errors
/// The page or a file cannot be read or written, or the page does not name its program.
pub fn rename_program(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).context("reading index.html")?;
    let mut names = Vec::new();
    let handler = element!("link[rel=modulepreload]", |link| {
        for (attribute, ending) in [("href", ".js"), ("data-program", "_bg.wasm")] {
            let old = link.get_attribute(attribute).context(attribute)?;
            let new = renamed(dist, &old, ending)?;
            link.set_attribute(attribute, &format!("./{new}"))?;
            names.push(new);
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(handler);
    let page = rewrite_str(&page, settings)?;
    ensure!(names.len() == 2, "index.html has no link to the program");
    fs::write(&index, page).context("writing index.html")
}

fn renamed(dist: &Path, old: &str, ending: &str) -> Result<String> {
    let file = dist.join(old);
    let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
    let new = name("guatu", &bytes, ending);
    fs::rename(&file, dist.join(&new)).with_context(|| format!("renaming {}", file.display()))?;
    Ok(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page after its program was named; what stands in the folder under the names that it says.
    fn program(glue: &str, wasm: &str) -> Result<(String, Vec<String>)> {
        let dist = tempfile::tempdir()?;
        let page =
            "<link rel=\"modulepreload\" href=\"./guatu-1.js\" data-program=\"./guatu-1_bg.wasm\">";
        for (name, text) in [
            ("index.html", page),
            ("guatu-1.js", glue),
            ("guatu-1_bg.wasm", wasm),
        ] {
            fs::write(dist.path().join(name), text)?;
        }
        rename_program(dist.path())?;
        let page = fs::read_to_string(dist.path().join("index.html"))?;
        let named = page.split("\"./").skip(1);
        let named = named.filter_map(|rest| rest.split('"').next());
        let held = named.map(|name| fs::read_to_string(dist.path().join(name)));
        let held = held.collect::<Result<_, _>>()?;
        Ok((page, held))
    }

    #[test]
    fn other_bytes_have_another_name_and_the_page_says_it() -> Result<()> {
        let (page, held) = program("glue", "wasm")?;
        assert_eq!(held, ["glue", "wasm"]);
        assert_eq!(page, program("glue", "wasm")?.0);
        let other = program("glue", "optimised")?.0;
        let glue = name("guatu", b"glue", ".js");
        let wasm = name("guatu", b"wasm", "_bg.wasm");
        assert!(page.contains(&glue) && page.contains(&wasm), "{page}");
        assert!(other.contains(&glue) && !other.contains(&wasm), "{other}");
        Ok(())
    }

    #[test]
    fn a_page_without_a_program_is_refused() -> Result<()> {
        let dist = tempfile::tempdir()?;
        fs::write(dist.path().join("index.html"), "<p></p>")?;
        assert!(rename_program(dist.path()).is_err());
        Ok(())
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

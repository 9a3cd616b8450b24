//! Integrity: the built page names the hash of every file that it runs, and a browser refuses another.
//!
//! Trunk could write most of these, but before the style sheets are put together, and not for the
//! WebAssembly, which a script asks for. So it is done here, when all files are as they are sent. The
//! data have none: a host may put another package in their place.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha384};

/// The attribute of a link that names the WebAssembly, which a script fetches.
const PROGRAM: &str = "data-program";

/// What a browser compares a file with.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Writes the integrity of all that it runs into the built page.
///
/// # Errors
/// The page names a file that is not there, or none.
pub fn seal(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let page =
        fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    let page = sealed(&page, |name| {
        let file = dist.join(name);
        fs::read(&file).with_context(|| format!("reading {}", file.display()))
    })?;
    fs::write(&index, page).with_context(|| format!("writing {}", index.display()))
}

fn sealed(page: &str, read: impl Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
    let mut count = 0;
    let mut seal = |element: &mut Element, file: &str, attribute: &str| -> Result<()> {
        if let Some(name) = element.get_attribute(file) {
            element.set_attribute(attribute, &integrity(&read(&name)?))?;
            count += 1;
        }
        Ok(())
    };
    let handler = element!(
        "script[src], link[rel=stylesheet], link[rel=modulepreload], link[rel=guatu-views], link[rel=guatu-files]",
        |element| {
            let is_script = element.tag_name() == "script";
            seal(element, if is_script { "src" } else { "href" }, "integrity")?;
            Ok(seal(element, PROGRAM, "data-program-integrity")?)
        }
    );
    let settings = RewriteStrSettings::new().append_element_content_handler(handler);
    let page = rewrite_str(page, settings)?;
    ensure!(count > 0, "index.html names no file");
    Ok(page)
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    const PAGE: &str = r#"<link rel="icon" href="x"><link rel="stylesheet" href="a.css">
        <link rel="modulepreload" href="a.js" data-program="a.wasm" data-tables="data.json">
        <link rel="guatu-views" id="guatu-views" href="b.wasm">
        <script src="a.js"></script><script type="application/ld+json">{}</script>"#;

    fn read(name: &str) -> Result<Vec<u8>> {
        match name {
            "a.css" | "a.js" | "a.wasm" | "b.wasm" => Ok(name.into()),
            _ => bail!("{name} is not to be read"),
        }
    }

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // The example of the Subresource Integrity specification.
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(integrity(b"alert('Hello, world.');"), expected);
    }

    #[test]
    fn all_that_runs_is_sealed_and_the_data_are_not() -> Result<()> {
        let page = sealed(PAGE, read)?;
        let named = |attribute: &str, file: &str| {
            page.contains(&format!(" {attribute}=\"{}\"", integrity(file.as_bytes())))
        };
        assert!(named("integrity", "a.css") && named("integrity", "a.js"));
        assert!(named("data-program-integrity", "a.wasm"));
        assert!(named("integrity", "b.wasm"));
        assert_eq!(page.matches("integrity=").count(), 5, "{page}");
        Ok(())
    }

    #[test]
    fn a_page_whose_file_is_missing_is_refused() {
        assert!(sealed("<script src=\"b.js\"></script>", read).is_err());
        assert!(sealed("<p></p>", read).is_err());
    }
}

//! The service worker of the site, `dist/sw.js`: `src/boot/worker.js` behind the version of the site and
//! the list of its files.
//!
//! The version is a hash over all files that the worker keeps, so that whatever changes makes another
//! worker. The page bears it too, so that it knows its own copy (`src/boot/site.js`).
//!
//! The single file is not kept: it holds once more what is kept, and who wants it has downloaded it. Nor
//! are manifest and icons, which only an installation asks for, or what other pages embed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};

use crate::integrity::integrity;
use crate::project;

/// The page by the name that a reader's address has.
const PAGE: &str = "./";

/// Writes the version into the page and the worker beside it, and returns the worker's path.
///
/// # Errors
/// A file cannot be read or written, or the page does not name its program.
pub fn write(dist: &Path) -> Result<PathBuf> {
    let index = dist.join("index.html");
    let page =
        fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    let mut files = files(dist)?;
    files.insert(PAGE.to_owned(), integrity(page.as_bytes()));
    let version = version(&files)?;
    let page = with_version(&page, &version)?;
    fs::write(&index, &page).with_context(|| format!("writing {}", index.display()))?;
    files.insert(PAGE.to_owned(), integrity(page.as_bytes()));
    let source = project::root().join("src/boot/worker.js");
    let source =
        fs::read_to_string(&source).with_context(|| format!("reading {}", source.display()))?;
    let list = serde_json::to_string_pretty(&files)?;
    let worker = format!("const VERSION = \"{version}\";\nconst FILES = {list};\n\n{source}");
    let file = dist.join("sw.js");
    fs::write(&file, worker).with_context(|| format!("writing {}", file.display()))?;
    Ok(file)
}

/// The integrity of each file that the worker keeps, but the page's.
fn files(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(dist).with_context(|| format!("reading {}", dist.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == "data.json" || is_hashed(&name) {
            files.insert(name, integrity(&fs::read(entry.path())?));
        }
    }
    Ok(files)
}

/// Whether a name bears a hash of what the file holds: `styles-<hash>.css`, `guatu-<hash>_bg.wasm`.
fn is_hashed(name: &str) -> bool {
    name.split('-').skip(1).any(|part| {
        let end = part.find(['.', '_']);
        let hash = end.and_then(|end| part.get(..end)).unwrap_or_default();
        (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn version(files: &BTreeMap<String, String>) -> Result<String> {
    let digest = Sha256::digest(serde_json::to_vec(files)?);
    let hex = digest.iter().take(8).map(|byte| format!("{byte:02x}"));
    Ok(hex.collect())
}

fn with_version(page: &str, version: &str) -> Result<String> {
    let mut found = false;
    let handler = element!("link[rel=modulepreload]", |link| {
        found = true;
        Ok(link.set_attribute("data-version", version)?)
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(handler);
    let page = rewrite_str(page, settings)?;
    ensure!(found, "index.html has no link that names the program");
    Ok(page)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    const WASM: &str = "a-0123456789abcdef_bg.wasm";

    fn site(data: &str) -> Result<(TempDir, String)> {
        let dist = tempfile::tempdir()?;
        let page = format!("<link rel=\"modulepreload\" data-program=\"{WASM}\">");
        let files = [
            ("index.html", &*page),
            (WASM, "wasm"),
            ("data.json", data),
            ("guatu.html", "all"),
            ("embed.js", "embed"),
            ("icon.svg", "icon"),
        ];
        for (name, text) in files {
            fs::write(dist.path().join(name), text)?;
        }
        let worker = fs::read_to_string(write(dist.path())?)?;
        Ok((dist, worker))
    }

    /// The list of a worker.
    fn listed(worker: &str) -> Result<BTreeMap<String, String>> {
        let list = worker
            .split_once("FILES = ")
            .and_then(|(_, rest)| rest.split_once(";\n"));
        Ok(serde_json::from_str(list.context("a list")?.0)?)
    }

    #[test]
    fn the_worker_lists_page_program_and_data_as_they_are_sent() -> Result<()> {
        let (dist, worker) = site("{}")?;
        let files = listed(&worker)?;
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(names, [PAGE, WASM, "data.json"]);
        for (name, hash) in &files {
            let name = if name == PAGE { "index.html" } else { name };
            assert_eq!(
                *hash,
                integrity(&fs::read(dist.path().join(name))?),
                "{name}"
            );
        }
        Ok(())
    }

    #[test]
    fn page_and_worker_have_one_version_and_other_data_make_another() -> Result<()> {
        let version = |worker: &str| worker.lines().next().map(str::to_owned);
        let (dist, one) = site("{}")?;
        let page = fs::read_to_string(dist.path().join("index.html"))?;
        let own = page
            .split("data-version=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        assert_eq!(
            version(&one),
            own.map(|own| format!("const VERSION = \"{own}\";"))
        );
        assert_eq!(version(&one), version(&site("{}")?.1));
        assert_ne!(version(&one), version(&site("[]")?.1));
        Ok(())
    }

    #[test]
    fn a_hash_in_a_name_is_known_by_its_form() {
        for name in [
            WASM,
            "guard-596ec8a7d7ca5418.js",
            "styles-2703219d724119c.css",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["data.json", "index.html", "a-b.js", "deadbeefdeadbeef.js"] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}

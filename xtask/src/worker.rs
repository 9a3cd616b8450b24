//! The service worker of the site, `dist/sw.js`: `src/boot/worker.js` behind the version of the site and
//! the list of its files.
//!
//! The version is a hash over page, data, all files that bear a hash in their names and the worker itself, so
//! that whatever changes makes another version, with a place of its own in the browser. The page bears it too: by it the worker knows the page, to which a host
//! may have added tags, and the page its own copy (`src/boot/site.js`).
//!
//! The program that makes files is kept when it is first used: most readers never ask for it. The single
//! file is not kept: it holds once more what is kept, and who wants it has downloaded it. Nor are manifest
//! and icons, which only an installation asks for, or what other pages embed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use sha2::{Digest, Sha256};

use crate::integrity::integrity;
use crate::{files, hashed, project};

/// Writes the version into the page and the worker beside it, and returns the worker's path.
///
/// # Errors
/// A file cannot be read or written, or the page does not name its program.
pub fn write(dist: &Path) -> Result<PathBuf> {
    let index = dist.join("index.html");
    let page =
        fs::read_to_string(&index).with_context(|| format!("reading {}", index.display()))?;
    let files = integrities(dist)?;
    let source = project::root().join("src/boot/worker.js");
    let source =
        fs::read_to_string(&source).with_context(|| format!("reading {}", source.display()))?;
    let version = version(&page, &files, &source)?;
    let page = with_version(&page, &version)?;
    fs::write(&index, &page).with_context(|| format!("writing {}", index.display()))?;
    let (later, first): (BTreeMap<_, _>, BTreeMap<_, _>) = files
        .into_iter()
        .partition(|(name, _)| name.starts_with(files::NAME));
    let first = serde_json::to_string_pretty(&first)?;
    let later = serde_json::to_string_pretty(&later.keys().collect::<Vec<_>>())?;
    let worker = format!(
        "const VERSION = \"{version}\";\nconst FILES = {first};\nconst LATER = {later};\n\n{source}"
    );
    let file = dist.join("sw.js");
    fs::write(&file, worker).with_context(|| format!("writing {}", file.display()))?;
    Ok(file)
}

/// The integrity of each file that the worker keeps, but the page.
fn integrities(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(dist).with_context(|| format!("reading {}", dist.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == "data.json" || hashed::is_name(&name) {
            files.insert(name, integrity(&fs::read(entry.path())?));
        }
    }
    Ok(files)
}

fn version(page: &str, files: &BTreeMap<String, String>, worker: &str) -> Result<String> {
    let digest = Sha256::digest(serde_json::to_vec(&(page, files, worker))?);
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
    use serde_json::{Value, json};
    use tempfile::TempDir;

    use super::*;

    const WASM: &str = "a-0123456789abcdef_bg.wasm";
    const FILES: &str = "guatu-files-0123456789abcdef.js";

    fn site(data: &str) -> Result<(TempDir, String)> {
        let dist = tempfile::tempdir()?;
        let page = format!("<link rel=\"modulepreload\" data-program=\"{WASM}\">");
        let files = [
            ("index.html", &*page),
            (WASM, "wasm"),
            (FILES, "files"),
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

    /// A list of a worker.
    fn listed(worker: &str, list: &str) -> Result<Value> {
        let list = worker
            .split_once(&format!("const {list} = "))
            .and_then(|(_, rest)| rest.split_once(";\n"));
        Ok(serde_json::from_str(list.context("a list")?.0)?)
    }

    #[test]
    fn the_worker_lists_program_and_data_as_they_are_sent() -> Result<()> {
        let expected = json!({WASM: integrity(b"wasm"), "data.json": integrity(b"{}")});
        assert_eq!(listed(&site("{}")?.1, "FILES")?, expected);
        Ok(())
    }

    #[test]
    fn the_program_that_makes_files_is_kept_later() -> Result<()> {
        assert_eq!(listed(&site("{}")?.1, "LATER")?, json!([FILES]));
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
}

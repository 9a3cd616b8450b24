//! The site's style sheets as one file: one request in place of two dozen, and half the bytes, for a host
//! compresses each file alone. What is written for readers of the source stays there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::hashed;

/// Puts the style sheets of the built page together, in their order, and returns the file.
///
/// # Errors
/// The page or one of its sheets cannot be read or written, or the page has none.
pub fn join(dist: &Path) -> Result<PathBuf> {
    let index = dist.join("index.html");
    let page = read(&index)?;
    let mut sheets: Vec<String> = Vec::new();
    rewrite(&page, |sheet| {
        sheets.push(sheet.to_owned());
        None
    })?;
    ensure!(!sheets.is_empty(), "index.html has no style sheet");
    let mut all = String::new();
    for sheet in &sheets {
        let file = dist.join(sheet);
        all.push_str(&without_comments(&read(&file)?));
        fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
    }
    let name = hashed::name("styles", all.as_bytes(), ".css");
    fs::write(dist.join(&name), all).with_context(|| format!("writing {name}"))?;
    let last = sheets.last().cloned().unwrap_or_default();
    let page = rewrite(&page, |sheet| {
        let is_last = sheet == last;
        Some(is_last.then(|| format!("<link rel=\"stylesheet\" href=\"./{name}\">")))
    })?;
    fs::write(&index, page).with_context(|| format!("writing {}", index.display()))?;
    Ok(dist.join(name))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))
}

/// The page with each link to a style sheet replaced as asked: kept, or by another, or by nothing.
fn rewrite(page: &str, mut replace: impl FnMut(&str) -> Option<Option<String>>) -> Result<String> {
    let handler = element!("link[rel=stylesheet]", |link| {
        let sheet = link.get_attribute("href").unwrap_or_default();
        if let Some(other) = replace(&sheet) {
            let html = other.unwrap_or_default();
            link.replace(&html, lol_html::html_content::ContentType::Html);
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(handler);
    Ok(rewrite_str(page, settings)?)
}

/// A style sheet without comments and without blanks at the ends of lines. No string of ours holds the
/// sign of a comment: a test looks.
fn without_comments(sheet: &str) -> String {
    let mut text = String::new();
    for (index, part) in sheet.split("/*").enumerate() {
        let kept = match part.split_once("*/") {
            Some((_, kept)) if index > 0 => kept,
            _ => part,
        };
        text.push_str(kept);
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project;

    #[test]
    fn the_sheets_stand_in_one_file_in_their_order() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let put = |name: &str, text: &str| fs::write(dist.path().join(name), text);
        put(
            "index.html",
            "<link rel=\"stylesheet\" href=\"./a-1.css\"/><b></b>\n<link rel=\"stylesheet\" href=\"./b-2.css\"/>",
        )?;
        put("a-1.css", "/* One. */\na {\n  color: red; /* two */\n}\n")?;
        put("b-2.css", "b { color: blue }")?;
        let file = join(dist.path())?;
        let name = file.file_name().and_then(|name| name.to_str());
        let name = name.context("a name")?;
        assert_eq!(read(&file)?, "a {\ncolor: red;\n}\nb { color: blue }\n");
        let page = read(&dist.path().join("index.html"))?;
        assert_eq!(
            page,
            format!("<b></b>\n<link rel=\"stylesheet\" href=\"./{name}\">")
        );
        assert!(!dist.path().join("a-1.css").exists());
        Ok(())
    }

    #[test]
    fn every_comment_of_the_styles_ends_and_none_stands_in_a_string() -> Result<()> {
        for entry in fs::read_dir(project::root().join("src/styles"))? {
            let sheet = read(&entry?.path())?;
            assert_eq!(sheet.matches("/*").count(), sheet.matches("*/").count());
            for line in without_comments(&sheet).lines() {
                assert!(
                    !line.contains("*/") && line.matches('"').count() % 2 == 0,
                    "{line}"
                );
            }
        }
        Ok(())
    }
}

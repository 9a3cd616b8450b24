//! `size`: what the built pages weigh, against their budgets.
//!
//! A host that compresses sends brotli, so that is the weight of the site; the single file is read
//! from disk and weighs what it weighs.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use brotli::CompressorWriter;

use crate::{files, project};

/// In bytes: room for the views, forms of charts, prints and exports that there are, and little more.
/// The data have none: they grow with the documents, and a figure must never be left out for its
/// weight.
const PROGRAM_BUDGET: usize = 426_000;
const SINGLE_FILE_BUDGET: usize = 1_334_000;

/// The program that makes files is asked for with the first of them, and so weighs on no first view.
const FILES_BUDGET: usize = 242_000;

/// Bytes of the built files, by what they are to a reader.
#[derive(Debug, Default, PartialEq)]
struct Sizes {
    program: usize,
    program_sent: usize,
    files_sent: usize,
    data: usize,
    data_sent: usize,
    scripts_and_styles_sent: usize,
    page_sent: usize,
    single_file: usize,
}

impl Sizes {
    fn fit(&self) -> bool {
        self.program_sent <= PROGRAM_BUDGET
            && self.files_sent <= FILES_BUDGET
            && self.single_file <= SINGLE_FILE_BUDGET
    }
}

/// Prints the sizes of what `dist/` holds.
///
/// # Errors
/// Nothing is built, or a budget is exceeded.
pub fn run() -> Result<()> {
    let sizes = measure(&project::dist())?;
    ensure!(
        sizes.program > 0,
        "nothing is built: run `cargo xtask build` first"
    );
    let first_view =
        sizes.program_sent + sizes.data_sent + sizes.scripts_and_styles_sent + sizes.page_sent;
    row("program", sizes.program, None);
    row("program, brotli", sizes.program_sent, Some(PROGRAM_BUDGET));
    row("data", sizes.data, None);
    row("data, brotli", sizes.data_sent, None);
    row(
        "scripts and styles, brotli",
        sizes.scripts_and_styles_sent,
        None,
    );
    row("first view, brotli", first_view, None);
    row("files, brotli", sizes.files_sent, Some(FILES_BUDGET));
    row("single file", sizes.single_file, Some(SINGLE_FILE_BUDGET));
    ensure!(sizes.fit(), "over budget");
    Ok(())
}

fn measure(dist: &Path) -> Result<Sizes> {
    let mut sizes = Sizes::default();
    let entries = fs::read_dir(dist).context("nothing is built: run `cargo xtask build` first")?;
    for entry in entries {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match extension {
            Some("wasm" | "js") if name.starts_with(files::NAME) => {
                sizes.files_sent += brotli_len(&fs::read(&path)?)?;
            }
            Some("wasm") => {
                let bytes = fs::read(&path)?;
                sizes.program += bytes.len();
                sizes.program_sent += brotli_len(&bytes)?;
            }
            Some("json") => {
                let bytes = fs::read(&path)?;
                sizes.data += bytes.len();
                sizes.data_sent += brotli_len(&bytes)?;
            }
            // It comes after the first view, and so does what other pages embed.
            Some("js") if path.ends_with("sw.js") || path.ends_with("embed.js") => {}
            // No view waits for the guides.
            Some("css") if path.ends_with("guide.css") => {}
            Some("js" | "css") => sizes.scripts_and_styles_sent += brotli_len(&fs::read(&path)?)?,
            Some("html") if path.ends_with("index.html") => {
                sizes.page_sent += brotli_len(&fs::read(&path)?)?;
            }
            Some("html") if path.ends_with("guatu.html") => {
                sizes.single_file = fs::read(&path)?.len();
            }
            _ => {}
        }
    }
    Ok(sizes)
}

/// What a host that compresses once and well would send.
fn brotli_len(bytes: &[u8]) -> Result<usize> {
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut packed = Vec::new();
    CompressorWriter::new(&mut packed, 4096, QUALITY, WINDOW).write_all(bytes)?;
    Ok(packed.len())
}

fn row(name: &str, bytes: usize, budget: Option<usize>) {
    let budget = budget
        .map(|most| format!("  of {:>5.1}", kilobytes(most)))
        .unwrap_or_default();
    println!("{name:<28}{:>7.1} KB{budget}", kilobytes(bytes));
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_file_counts_once_and_where_it_belongs() -> Result<()> {
        let dist = tempfile::tempdir()?;
        let files = [
            "a.js",
            "b.js",
            "c.css",
            "embed.js",
            "guide.css",
            "sw.js",
            "a_bg.wasm",
            "guatu-files-1.js",
            "guatu-files-1_bg.wasm",
            "data.json",
            "index.html",
            "guatu.html",
            "d.txt",
        ];
        for name in files {
            fs::write(dist.path().join(name), "挂图".repeat(10_000))?;
        }
        let sizes = measure(dist.path())?;
        let sent = sizes.program_sent;
        assert!(
            sent > 8 && sent < 100,
            "{sent} bytes are not what brotli makes of a repeated word"
        );
        let expected = Sizes {
            program: 60_000,
            program_sent: sent,
            files_sent: 2 * sent,
            data: 60_000,
            data_sent: sent,
            scripts_and_styles_sent: 3 * sent,
            page_sent: sent,
            single_file: 60_000,
        };
        assert_eq!(sizes, expected);
        Ok(())
    }

    #[test]
    fn a_budget_may_be_met_but_not_exceeded() {
        const ALL: [usize; 3] = [PROGRAM_BUDGET, FILES_BUDGET, SINGLE_FILE_BUDGET];
        let fit = |[program_sent, files_sent, single_file]: [usize; 3]| {
            let sizes = Sizes {
                program_sent,
                files_sent,
                single_file,
                ..Sizes::default()
            };
            sizes.fit()
        };
        assert!(fit(ALL));
        for over in 0..ALL.len() {
            let mut sizes = ALL;
            sizes[over] += 1;
            assert!(!fit(sizes), "{over}");
        }
    }
}

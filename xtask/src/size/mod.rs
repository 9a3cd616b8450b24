//! `size`: what the built pages weigh, by part against the record and by crate.
//!
//! A host that compresses sends brotli, so that is the weight of the site; the single file is read
//! from disk and weighs what it weighs.

mod crates;
mod record;

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use brotli::CompressorWriter;

use self::record::Record;
use crate::{files, program, project};

/// How many crates are told.
const CRATES: usize = 16;

/// Bytes of the built files, by what they are to a reader.
#[derive(Debug, Default, PartialEq)]
struct Sizes {
    program: usize,
    views: usize,
    files: usize,
    data: usize,
    scripts_and_styles: usize,
    page: usize,
    single_file: usize,
}

impl Sizes {
    /// What is read before the first view is drawn.
    fn first_view(&self) -> usize {
        self.program + self.data + self.scripts_and_styles + self.page
    }

    /// What the record has. The data may grow with the documents: no figure is ever left out for its weight, and
    /// then the record is written anew.
    fn recorded(&self) -> Record {
        let parts = [
            ("first_view", self.first_view()),
            ("program", self.program),
            ("data", self.data),
            ("views", self.views),
            ("files", self.files),
            ("scripts_and_styles", self.scripts_and_styles),
            ("single_file", self.single_file),
        ];
        parts.map(|(part, bytes)| (part.to_owned(), bytes)).into()
    }
}

/// Prints the sizes of what `dist/` holds, and of its modules by crate; writes them down if they are to be the
/// record.
///
/// # Errors
/// Nothing is built, or a part is heavier than the record lets pass.
pub fn run(is_record: bool) -> Result<()> {
    let sizes = measure(&project::dist())?;
    ensure!(
        sizes.program > 0,
        "nothing is built: run `cargo xtask build` first"
    );
    for (title, module) in ["program", "views"].into_iter().zip(program::named()?) {
        project::heading(&format!(
            "Functions of the {title} by crate, before compression"
        ));
        for (name, bytes) in crates::by_crate(&module)?.iter().take(CRATES) {
            row(name, *bytes, None);
        }
    }
    project::heading("As sent, with brotli; the single file as it is");
    if is_record {
        record::write(&sizes.recorded())?;
    }
    let (sizes_of, record) = (sizes.recorded(), record::read()?);
    for (part, bytes) in &sizes_of {
        row(part, *bytes, record.get(part).copied());
    }
    row("page", sizes.page, None);
    let heavy = record::too_heavy(&sizes_of, &record);
    ensure!(
        heavy.is_empty(),
        "2 % over the record: {}; make it lighter, or say why and run `cargo xtask size --record`",
        heavy.join(", ")
    );
    Ok(())
}

fn measure(dist: &Path) -> Result<Sizes> {
    let mut sizes = Sizes::default();
    let entries = fs::read_dir(dist).context("nothing is built: run `cargo xtask build` first")?;
    for entry in entries {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let part = match extension {
            Some("wasm" | "js") if name.starts_with(files::NAME) => &mut sizes.files,
            Some("wasm") if name.starts_with(program::VIEWS) => &mut sizes.views,
            Some("wasm") => &mut sizes.program,
            Some("json") => &mut sizes.data,
            // It comes after the first view, and so does what other pages embed; no view waits for the guides.
            Some("js") if path.ends_with("sw.js") || path.ends_with("embed.js") => continue,
            Some("css") if path.ends_with("guide.css") => continue,
            Some("js" | "css") => &mut sizes.scripts_and_styles,
            Some("html") if path.ends_with("index.html") => &mut sizes.page,
            Some("html") if path.ends_with("guatu.html") => {
                sizes.single_file = fs::read(&path)?.len();
                continue;
            }
            _ => continue,
        };
        *part += brotli_len(&fs::read(&path)?)?;
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

fn row(name: &str, bytes: usize, recorded: Option<usize>) {
    let recorded = recorded
        .map(|recorded| format!("  recorded {:>7}", kilobytes(recorded)))
        .unwrap_or_default();
    println!("{name:<50}{:>8} KB{recorded}", kilobytes(bytes));
}

/// `1,332.0`.
fn kilobytes(bytes: usize) -> String {
    let text = format!("{:.1}", bytes as f64 / 1000.0);
    match text.split_at_checked(text.len().saturating_sub(5)) {
        Some((thousands, rest)) if !thousands.is_empty() => format!("{thousands},{rest}"),
        _ => text,
    }
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
            "guatu-views-1.wasm",
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
        let sent = sizes.program;
        assert!(
            sent > 8 && sent < 100,
            "{sent} bytes are not what brotli makes of a repeated word"
        );
        let expected = Sizes {
            program: sent,
            views: sent,
            files: 2 * sent,
            data: sent,
            scripts_and_styles: 3 * sent,
            page: sent,
            single_file: 60_000,
        };
        assert_eq!(sizes, expected);
        assert_eq!(sizes.first_view(), 6 * sent);
        Ok(())
    }

    #[test]
    fn sizes_are_written_in_kilobytes() {
        assert_eq!(kilobytes(248_264), "248.3");
        assert_eq!(kilobytes(1_332_049), "1,332.0");
    }
}

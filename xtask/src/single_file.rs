//! Packs the built site into one page, `dist/guatu.html`, that opens from disk without a request.
//!
//! Each reference of `index.html` to a file gives way to what the file holds: program and data
//! become a block each of gzip in base64, which `src/boot/single.js` unpacks, because a page on disk
//! may not fetch. The block of the data is a line of its own: a copy of the page with other data
//! differs in it alone. The page stays the same otherwise, and the same site gives the same bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::{files, policy, program, project};

/// Writes the single file beside the site and returns its path.
///
/// # Errors
/// A file of the site is missing, or is not of the form that can be packed.
pub fn pack(dist: &Path) -> Result<PathBuf> {
    let read = |path: PathBuf| {
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let boot = |name| read(project::root().join("src/boot").join(name));
    let (start, load) = (boot("single.js")?, boot("files.js")?);
    let page = read(dist.join("index.html"))?;
    let packed = pack_page(&page, [&start, &load], |name| {
        let path = dist.join(name);
        fs::read(&path).with_context(|| format!("reading {}", path.display()))
    })?;
    let file = dist.join("guatu.html");
    fs::write(&file, packed).with_context(|| format!("writing {}", file.display()))?;
    Ok(file)
}

fn pack_page(
    page: &str,
    boot: [&str; 2],
    read: impl Fn(&str) -> Result<Vec<u8>>,
) -> Result<String> {
    let mut packer = Packer {
        boot,
        read,
        scripts: Vec::new(),
        styles: Vec::new(),
        has_program: false,
    };
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(
        "link, script",
        |element| {
            if let Some(held) = packer.replacement(element)? {
                element.replace(&held, ContentType::Html);
            }
            Ok(())
        }
    ));
    let page = rewrite_str(page, settings)?;
    ensure!(
        packer.has_program,
        "index.html has no <link rel=\"modulepreload\"> that names the program"
    );
    set_policy(&page, &packer.scripts, &packer.styles)
}

fn set_policy(page: &str, scripts: &[String], styles: &[String]) -> Result<String> {
    let mut found = false;
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(
        "meta[http-equiv=Content-Security-Policy]",
        |meta| {
            let site = meta.get_attribute("content").unwrap_or_default();
            found = true;
            Ok(meta.set_attribute("content", &policy::without_self(&site, scripts, styles))?)
        }
    ));
    let page = rewrite_str(page, settings)?;
    ensure!(found, "index.html has no Content-Security-Policy");
    Ok(page)
}

/// What the elements of the site's page become, and what the policy must allow for it.
struct Packer<'a, R> {
    /// What starts the program, and what loads the one that makes files: each stands behind its glue.
    boot: [&'a str; 2],
    read: R,
    scripts: Vec<String>,
    styles: Vec<String>,
    has_program: bool,
}

impl<R: Fn(&str) -> Result<Vec<u8>>> Packer<'_, R> {
    /// What stands in an element's place; `None` when it names no file and so may stay.
    fn replacement(&mut self, element: &Element) -> Result<Option<String>> {
        let attribute = |name| element.get_attribute(name).unwrap_or_default();
        let is_link = element.tag_name() == "link";
        let file = attribute(if is_link { "href" } else { "src" });
        if file.is_empty() || file.starts_with("data:") {
            return Ok(None);
        }
        let held = match (attribute("rel").as_str(), attribute("type").as_str()) {
            ("stylesheet", _) => self.style(&file, element.get_attribute("media"))?,
            ("modulepreload", _) => {
                self.has_program = true;
                let [start, _] = self.boot;
                [
                    self.block("guatu-program", &attribute("data-program"))?,
                    self.block("guatu-data", &attribute("data-tables"))?,
                    self.glue(&file, "export function start(", start)?,
                ]
                .join("\n")
            }
            (program::VIEWS, _) => self.block(program::VIEWS, &file)?,
            (files::NAME, _) => {
                let [_, load] = self.boot;
                [
                    self.block(files::NAME, &attribute("data-program"))?,
                    self.glue(&file, "export function xlsx(", load)?,
                ]
                .join("\n")
            }
            ("", "") => {
                let script = self.text(&file)?;
                self.script("<script>", &script)
            }
            // The site's own start, and what a page on disk has no use for, such as a manifest.
            _ => String::new(),
        };
        Ok(Some(held))
    }

    fn style(&mut self, file: &str, media: Option<String>) -> Result<String> {
        let style = inside_style(&self.text(file)?);
        self.styles.push(policy::hash(&style));
        let media = media
            .map(|media| format!(" media=\"{media}\""))
            .unwrap_or_default();
        Ok(format!("<style{media}>{style}</style>"))
    }

    /// The glue of a program with the script behind it that starts or loads the program.
    fn glue(&mut self, file: &str, exported: &str, boot: &str) -> Result<String> {
        let glue = self.text(file)?;
        ensure!(
            glue.contains("__wbg_init as default") && glue.contains(exported),
            "{file} lacks `__wbg_init` or `{exported}`, by which src/boot/ starts the program"
        );
        ensure!(
            !glue.lines().any(|line| line.starts_with("import ")),
            "{file} imports another file, which a page on disk may not"
        );
        Ok(self.script("<script type=\"module\">", &format!("{glue}\n{boot}")))
    }

    fn script(&mut self, tag: &str, text: &str) -> String {
        let text = inside_script(text);
        self.scripts.push(policy::hash(&text));
        format!("{tag}{text}</script>")
    }

    /// A file as an element that no browser runs and any script can read.
    fn block(&self, id: &str, file: &str) -> Result<String> {
        let packed = STANDARD.encode(gzip(&(self.read)(file)?)?);
        Ok(format!(
            "<script type=\"application/gzip\" id=\"{id}\">{packed}</script>"
        ))
    }

    fn text(&self, file: &str) -> Result<String> {
        String::from_utf8((self.read)(file)?).map_err(|_| anyhow!("{file} is not UTF-8"))
    }
}

/// The smallest form that gzip has, and the same bytes whenever it is done: there is no time in it.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut packed,
    )?;
    Ok(packed)
}

/// A script in a form that cannot end, or hide the end of, the element around it. In strings,
/// templates and patterns, the only places where a module may have these signs, `\x3C` is `<`.
fn inside_script(script: &str) -> String {
    escape(script, &["</script", "<script", "<!--"], "\\x3C")
}

/// A style sheet in a form that cannot end the element around it.
fn inside_style(style: &str) -> String {
    escape(style, &["</style"], "\\3C")
}

/// Writes the `<` of each of the signs otherwise, be the sign in capitals or not.
fn escape(text: &str, signs: &[&str], less_than: &str) -> String {
    let mut parts = text.split('<');
    let mut safe = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_sign = |sign: &&str| {
            let start = part.get(..sign.len() - 1);
            start.is_some_and(|start| sign.ends_with(&start.to_ascii_lowercase()))
        };
        safe.push_str(if signs.iter().any(is_sign) {
            less_than
        } else {
            "<"
        });
        safe.push_str(part);
    }
    safe
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    const PAGE: &str = r#"<!doctype html><html><head>
        <meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">
        <link rel="icon" href="data:image/svg+xml,x"><link rel="manifest" href="./app.json">
        <link rel="stylesheet" href="./a.css"><link rel="stylesheet" href="./a.css" media="print">
        <link rel="modulepreload" href="./glue.js" data-program="./a.wasm" data-tables="./d.json" />
        <link rel="guatu-views" id="guatu-views" href="./v.wasm">
        <link rel="guatu-files" href="./files.js" data-program="./b.wasm">
        </head><body><script src="./guard.js"></script>
        <script type="module" src="./site.js"></script></body></html>"#;
    const GLUE: &str = "export function start(files) {} export { __wbg_init as default };";
    const FILES: &str = "export function xlsx(book) {} export { __wbg_init as default };";
    const DATA: &str = "{\"areas.csv\": \"code\"}";

    fn pack_with(page: &str, glue: &str) -> Result<String> {
        pack_data(page, glue, DATA)
    }

    fn pack_data(page: &str, glue: &str, data: &str) -> Result<String> {
        pack_page(page, ["start()", "load()"], |name| match name {
            "./a.css" => Ok(b"p{}".to_vec()),
            "./glue.js" => Ok(glue.into()),
            "./a.wasm" => Ok(b"\0asm".to_vec()),
            "./v.wasm" => Ok(b"\0asm3".to_vec()),
            "./files.js" => Ok(FILES.into()),
            "./b.wasm" => Ok(b"\0asm2".to_vec()),
            "./d.json" => Ok(data.into()),
            "./guard.js" => Ok(b"guard()".to_vec()),
            _ => Err(anyhow!("{name} is not to be read")),
        })
    }

    #[test]
    fn every_file_stands_in_the_page_and_none_beside_it() -> Result<()> {
        let page = pack_with(PAGE, GLUE)?;
        let glue = format!("<script type=\"module\">{GLUE}\nstart()</script>");
        let files = format!("<script type=\"module\">{FILES}\nload()</script>");
        for part in [
            "<style>p{}</style>",
            "<script>guard()</script>",
            &glue,
            &files,
        ] {
            assert_eq!(page.matches(part).count(), 1, "{part} in {page}");
        }
        assert!(page.contains("<style media=\"print\">p{}</style>"));
        assert!(page.contains("href=\"data:image/svg+xml,x\""));
        assert!(!page.contains("./"), "{page}");
        Ok(())
    }

    #[test]
    fn the_policy_allows_the_scripts_and_styles_that_were_put_in() -> Result<()> {
        let page = pack_with(PAGE, GLUE)?;
        let (glue, files) = (format!("{GLUE}\nstart()"), format!("{FILES}\nload()"));
        for text in ["p{}", "guard()", &glue, &files] {
            assert!(page.contains(&policy::hash(text)), "{text} in {page}");
        }
        assert!(!page.contains("'self'"));
        Ok(())
    }

    #[test]
    fn program_and_data_come_out_of_the_page_as_they_went_in() -> Result<()> {
        let page = pack_with(PAGE, GLUE)?;
        let held = [
            ("guatu-program", "\0asm"),
            ("guatu-data", DATA),
            ("guatu-views", "\0asm3"),
            ("guatu-files", "\0asm2"),
        ];
        for (id, held) in held {
            let start = format!("id=\"{id}\">");
            let block = page.split(&start).nth(1).and_then(|s| s.split('<').next());
            let packed = STANDARD.decode(block.context("no block")?)?;
            let mut text = String::new();
            GzDecoder::new(packed.as_slice()).read_to_string(&mut text)?;
            assert_eq!(text, held);
        }
        Ok(())
    }

    #[test]
    fn pages_with_other_data_differ_in_one_line_alone() -> Result<()> {
        let (one, other) = (pack_with(PAGE, GLUE)?, pack_data(PAGE, GLUE, "{}")?);
        assert_eq!(one.lines().count(), other.lines().count());
        let differing = one.lines().zip(other.lines()).filter(|(a, b)| a != b);
        let differing: Vec<&str> = differing.map(|(line, _)| line).collect();
        let start = "<script type=\"application/gzip\" id=\"guatu-data\">";
        assert!(matches!(differing.as_slice(), [line] if line.starts_with(start)));
        Ok(())
    }

    #[test]
    fn a_page_or_glue_that_cannot_be_packed_is_refused() {
        let without = |part| pack_with(&PAGE.replace(part, "x"), GLUE).is_err();
        assert!(without("Content-Security-Policy"));
        assert!(without("modulepreload"));
        assert!(without("data-tables"));
        assert!(pack_with(PAGE, "export { start as default };").is_err());
        assert!(pack_with(PAGE, "export { __wbg_init as default };").is_err());
        assert!(pack_with(PAGE, &format!("import x from './x.js';\n{GLUE}")).is_err());
    }

    #[test]
    fn nothing_put_in_can_end_the_element_around_it() {
        assert_eq!(inside_script("a('</SCRIPT><p>')"), "a('\\x3C/SCRIPT><p>')");
        assert_eq!(
            inside_script("a('<!--<script>')"),
            "a('\\x3C!--\\x3Cscript>')"
        );
        assert_eq!(
            inside_style("a{content:'</style>'}"),
            "a{content:'\\3C/style>'}"
        );
        assert_eq!(inside_script("for(;i<n;) i<<2"), "for(;i<n;) i<<2");
    }
}

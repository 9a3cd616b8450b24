//! Packs the built site into one page, `dist/guatu.html`, that opens from disk without a request.
//!
//! Each reference of `index.html` to a file gives way to a place for what the file holds: program and data
//! become a block each of gzip in base64, which `src/boot/single.js` unpacks, because a page on disk
//! may not fetch. So there is a form of the page, and its parts; `guatu_files` puts them together, here as in the
//! page. The block of the data is a line of its own. The same site gives the same bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use guatu::dataset::Tables;
use guatu::front::Front;
use guatu_files::{DATA, FORM, Place, single};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::inline::{inside_script, inside_style};
use crate::{data_file, files, front, program, project};

/// The single file within the built folder.
pub const NAME: &str = "guatu.html";

/// Writes the single file beside the site, in whose page no front stands yet, and returns its path.
///
/// # Errors
/// A file of the site is missing, or is not of the form that can be packed.
pub fn write(dist: &Path, front: &Front, tables: &Tables) -> Result<PathBuf> {
    let read = |path: PathBuf| {
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let boot = |name| read(project::root().join("src/boot").join(name));
    let (start, load) = (boot("single.js")?, boot("files.js")?);
    let page = read(dist.join("index.html"))?;
    let form = Form::of(&page, [&start, &load], |name| {
        let path = dist.join(name);
        fs::read(&path).with_context(|| format!("reading {}", path.display()))
    })?;
    let file = dist.join(NAME);
    fs::write(&file, form.filled(front, tables)?)
        .with_context(|| format!("writing {}", file.display()))?;
    Ok(file)
}

/// The type of what is packed, in base64.
const GZIP: &str = "application/gzip";

/// The page with its places, and what the build puts into them, by name.
struct Form {
    text: String,
    parts: Vec<(String, String)>,
}

impl Form {
    /// The form of a page of the site.
    fn of(page: &str, boot: [&str; 2], read: impl Fn(&str) -> Result<Vec<u8>>) -> Result<Self> {
        let [title, about, head, figures] =
            ["title", "about", "head", "figures"].map(|name| Place::Text(name).to_string());
        let places = Front {
            title,
            about,
            head,
            figures,
        };
        let page = front::put(page, &places)?;
        let mut packer = Packer {
            boot,
            read,
            parts: Vec::new(),
            has_program: false,
            has_policy: false,
        };
        let settings = RewriteStrSettings::new().append_element_content_handler(element!(
            "link, script, meta[http-equiv=Content-Security-Policy]",
            |element| {
                if let Some(held) = packer.replacement(element)? {
                    element.replace(&held, ContentType::Html);
                }
                Ok(())
            }
        ));
        let text = rewrite_str(&page, settings)?;
        ensure!(
            packer.has_program,
            "index.html has no <link rel=\"modulepreload\"> that names the program"
        );
        ensure!(
            packer.has_policy,
            "index.html has no Content-Security-Policy"
        );
        let parts = packer.parts;
        Ok(Self { text, parts })
    }

    fn filled(&self, front: &Front, tables: &Tables) -> Result<String> {
        let part = |name: &str| {
            let part = self.parts.iter().find(|(known, _)| known == name);
            part.map(|(_, text)| &**text)
        };
        let files = data_file::texts(tables);
        Ok(single(&self.text, &front.pieces(), &files, &part)?)
    }
}

/// What the elements of the site's page become.
struct Packer<'a, R> {
    /// What starts the program, and what loads the one that makes files: each stands behind its glue.
    boot: [&'a str; 2],
    read: R,
    parts: Vec<(String, String)>,
    has_program: bool,
    has_policy: bool,
}

impl<R: Fn(&str) -> Result<Vec<u8>>> Packer<'_, R> {
    /// What stands in an element's place; `None` when it names no file and so may stay.
    fn replacement(&mut self, element: &mut Element) -> Result<Option<String>> {
        let attribute = |name| element.get_attribute(name).unwrap_or_default();
        if element.tag_name() == "meta" {
            self.has_policy = true;
            let site = attribute("content");
            element.set_attribute("content", &Place::Policy(&site).to_string())?;
            return Ok(None);
        }
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
                    self.program("guatu-program", &attribute("data-program"))?,
                    block("application/json", FORM),
                    block(GZIP, DATA),
                    self.glue("guatu-program", &file, "export function start(", start)?,
                ]
                .join("\n")
            }
            (program::VIEWS, _) => self.program(program::VIEWS, &file)?,
            (files::NAME, _) => {
                let [_, load] = self.boot;
                [
                    self.program(files::NAME, &attribute("data-program"))?,
                    self.glue(files::NAME, &file, "export function xlsx(", load)?,
                ]
                .join("\n")
            }
            ("", "") => {
                let script = self.text(&file)?;
                self.script("", &format!("guatu-script-{}", self.parts.len()), &script)
            }
            // The site's own start, and what a page on disk has no use for, such as a manifest.
            _ => String::new(),
        };
        Ok(Some(held))
    }

    fn style(&mut self, file: &str, media: Option<String>) -> Result<String> {
        let id = format!("guatu-style-{}", self.parts.len());
        let media = media
            .map(|media| format!(" media=\"{media}\""))
            .unwrap_or_default();
        let place = Place::Style(&id);
        let style = format!("<style{media} id=\"{id}\">{place}</style>");
        let text = inside_style(&self.text(file)?);
        self.parts.push((id, text));
        Ok(style)
    }

    /// The glue of a program with the script behind it that starts or loads the program.
    fn glue(&mut self, of: &str, file: &str, exported: &str, boot: &str) -> Result<String> {
        let glue = self.text(file)?;
        ensure!(
            glue.contains("__wbg_init as default") && glue.contains(exported),
            "{file} lacks `__wbg_init` or `{exported}`, by which src/boot/ starts the program"
        );
        ensure!(
            !glue.lines().any(|line| line.starts_with("import ")),
            "{file} imports another file, which a page on disk may not"
        );
        let id = format!("{of}-glue");
        Ok(self.script(" type=\"module\"", &id, &format!("{glue}\n{boot}")))
    }

    fn script(&mut self, kind: &str, id: &str, text: &str) -> String {
        self.parts.push((id.to_owned(), inside_script(text)));
        let place = Place::Script(id);
        format!("<script{kind} id=\"{id}\">{place}</script>")
    }

    /// A program as a block.
    fn program(&mut self, id: &str, file: &str) -> Result<String> {
        let packed = STANDARD.encode(gzip(&(self.read)(file)?)?);
        self.parts.push((id.to_owned(), packed));
        Ok(block(GZIP, id))
    }

    /// A text that a browser gives out as it takes it in.
    fn text(&self, file: &str) -> Result<String> {
        let text = String::from_utf8((self.read)(file)?);
        let text = text.map_err(|_| anyhow!("{file} is not UTF-8"))?;
        ensure!(
            !text.contains(['\r', '\0']),
            "{file} has a sign that no browser keeps as it is"
        );
        Ok(text)
    }
}

/// An element of a type that no browser runs, and any script can read, with a place in it.
fn block(kind: &str, id: &str) -> String {
    let place = Place::Text(id);
    format!("<script type=\"{kind}\" id=\"{id}\">{place}</script>")
}

/// The smallest form that gzip has: programs are packed once, at their building. There is no time in it.
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

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;
    use guatu_files::{child, hash};

    use super::*;

    const PAGE: &str = r#"<!doctype html><html><head>
        <meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">
        <script src="./guard.js"></script><title></title>
        <link rel="icon" href="data:image/svg+xml,x"><link rel="manifest" href="./app.json">
        <link rel="stylesheet" href="./a.css"><link rel="stylesheet" href="./a.css" media="print">
        <link rel="modulepreload" href="./glue.js" data-program="./a.wasm" />
        <link rel="guatu-views" id="guatu-views" href="./v.wasm">
        <link rel="guatu-files" href="./files.js" data-program="./b.wasm">
        </head><body><div id="app"><div class="front"><main></main></div></div>
        <script type="module" src="./site.js"></script></body></html>"#;
    const GLUE: &str = "export function start(files) {} export { __wbg_init as default };";
    const FILES: &str = "export function xlsx(book) {} export { __wbg_init as default };";

    fn tables(words: &str) -> Tables {
        let mut tables = Tables::default();
        tables.insert("areas.csv", words);
        tables
    }

    fn front(words: &str) -> Front {
        let piece = |name: &str| format!("<b>{name} {words}</b>");
        Front {
            title: words.to_owned(),
            about: piece("about"),
            head: piece("head"),
            figures: piece("figures"),
        }
    }

    fn pack_with(page: &str, glue: &str) -> Result<String> {
        let form = Form::of(page, ["start()", "load()"], |name| match name {
            "./a.css" => Ok(b"p{}".to_vec()),
            "./glue.js" => Ok(glue.into()),
            "./a.wasm" => Ok(b"\0asm".to_vec()),
            "./v.wasm" => Ok(b"\0asm3".to_vec()),
            "./files.js" => Ok(FILES.into()),
            "./b.wasm" => Ok(b"\0asm2".to_vec()),
            "./guard.js" => Ok(b"guard()".to_vec()),
            _ => Err(anyhow!("{name} is not to be read")),
        })?;
        form.filled(&front("甲"), &tables("code"))
    }

    #[test]
    fn every_file_stands_in_the_page_and_none_beside_it() -> Result<()> {
        let page = pack_with(PAGE, GLUE)?;
        let glue = format!(" id=\"guatu-program-glue\">{GLUE}\nstart()</script>");
        let files = format!(" id=\"guatu-files-glue\">{FILES}\nload()</script>");
        for part in [
            "<style id=\"guatu-style-1\">p{}</style>",
            "<style media=\"print\" id=\"guatu-style-2\">p{}</style>",
            "<script id=\"guatu-script-0\">guard()</script>",
            "<title>甲</title><b>about 甲</b>",
            "<div class=\"front\"><b>head 甲</b><main><b>figures 甲</b></main>",
            &glue,
            &files,
        ] {
            assert_eq!(page.matches(part).count(), 1, "{part} in {page}");
        }
        assert!(page.contains("href=\"data:image/svg+xml,x\""));
        assert!(!page.contains("./"), "{page}");
        Ok(())
    }

    #[test]
    fn the_policy_allows_the_scripts_and_styles_that_were_put_in() -> Result<()> {
        let page = pack_with(PAGE, GLUE)?;
        let (glue, files) = (format!("{GLUE}\nstart()"), format!("{FILES}\nload()"));
        for text in ["p{}", "guard()", &glue, &files] {
            assert!(page.contains(&hash(text)), "{text} in {page}");
        }
        let (policy, _) = page.split_once("<title>").context("a head")?;
        assert!(!policy.contains("'self'"), "{policy}");
        Ok(())
    }

    #[test]
    fn program_and_data_come_out_of_the_page_as_they_went_in() -> Result<()> {
        let page = pack_with(PAGE, GLUE)?;
        let held = [
            ("guatu-program", "\0asm"),
            ("guatu-data", "{\n  \"areas.csv\": \"code\"\n}\n"),
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
    fn a_page_with_other_data_is_made_of_the_page_alone() -> Result<()> {
        let one = pack_with(PAGE, GLUE)?;
        let child = |parent: &str, words: &str, data: &str| {
            let files = data_file::texts(&tables(data));
            child(parent, &front(words).pieces(), &files)
        };
        assert_eq!(child(&one, "甲", "code")?, one);
        let other = child(&one, "甲", "id")?;
        let differing = one.lines().zip(other.lines()).filter(|(a, b)| a != b);
        let differing: Vec<&str> = differing.map(|(line, _)| line).collect();
        let start = "<script type=\"application/gzip\" id=\"guatu-data\">";
        assert!(matches!(differing.as_slice(), [line] if line.starts_with(start)));
        let named = child(&other, "乙", "code")?;
        assert_eq!(named.replace('乙', "甲"), one);
        assert_eq!(child(&named, "甲", "code")?, one);
        Ok(())
    }

    #[test]
    fn a_page_or_glue_that_cannot_be_packed_is_refused() {
        let without = |part| pack_with(&PAGE.replace(part, "x"), GLUE).is_err();
        assert!(without("Content-Security-Policy"));
        assert!(without("modulepreload"));
        assert!(without("<title>"));
        assert!(pack_with(PAGE, "export { start as default };").is_err());
        assert!(pack_with(PAGE, "export { __wbg_init as default };").is_err());
        assert!(pack_with(PAGE, &format!("import x from './x.js';\n{GLUE}")).is_err());
        assert!(pack_with(PAGE, &format!("{GLUE}\r\n")).is_err());
    }
}

//! The guides that readers of the site are led to, as pages beside it: `docs/*.md` → `dist/*.html`, with a
//! style sheet of their own, which no view waits for.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use guatu::dataset::Lang;
use guatu::text::Msg;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use crate::project;

/// The guides by the names of their files, each with its language and the same in the other.
const GUIDES: [(&str, Lang, Option<&str>); 3] = [
    ("embedding", Lang::En, Some("embedding.zh")),
    ("embedding.zh", Lang::Zh, Some("embedding")),
    ("links", Lang::En, None),
];

/// The sheets that make up theirs.
const STYLES: [&str; 2] = ["tokens.css", "guide.css"];

/// Writes the guides and their style sheet.
///
/// # Errors
/// A guide or a sheet cannot be read, or a page cannot be written.
pub fn write(dist: &Path) -> Result<()> {
    let read = |folder: &str, name: &str| {
        let file = project::root().join(folder).join(name);
        fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
    };
    let put = |name: &str, text: &str| {
        let file = dist.join(name);
        fs::write(&file, text).with_context(|| format!("writing {}", file.display()))
    };
    for (name, lang, other) in GUIDES {
        let guide = read("docs", &format!("{name}.md"))?;
        put(&format!("{name}.html"), &page(&guide, lang, other))?;
    }
    let sheets: Result<Vec<String>> = STYLES.iter().map(|name| read("src/styles", name)).collect();
    put("guide.css", &sheets?.concat())
}

/// A guide as a page, which runs nothing.
fn page(guide: &str, lang: Lang, other: Option<&str>) -> String {
    let code = match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    };
    let title = guide.lines().next().unwrap_or_default();
    let title = title.trim_start_matches(['#', ' ']);
    let other = other.map_or_else(String::new, |other| {
        format!(
            " · <a href=\"{other}.html\">{}</a>",
            Msg::OtherLanguage.get(lang)
        )
    });
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; \
         base-uri 'none'; form-action 'none'\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"stylesheet\" href=\"./guide.css\">\n</head>\n<body>\n\
         <nav><a href=\"./\">{}</a>{other}</nav>\n<main>\n{}</main>\n</body>\n</html>\n",
        Msg::Brand.get(lang),
        content(guide)
    )
}

/// The guide as HTML. Headings can be pointed at; a link to a file that is not beside the page is no link.
fn content(guide: &str) -> String {
    let mut events: Vec<Event> = Parser::new_ext(guide, Options::ENABLE_TABLES).collect();
    let mut left_out = false;
    for at in 0..events.len() {
        let text = events.get(at..).map(heading_text).unwrap_or_default();
        let is_unspaced = at > 0 && events.get(at - 1..at + 2).is_some_and(is_chinese);
        let Some(event) = events.get_mut(at) else {
            continue;
        };
        match event {
            Event::SoftBreak if is_unspaced => *event = Event::Text(CowStr::Borrowed("")),
            Event::Start(Tag::Heading { id, .. }) => *id = Some(slug(&text).into()),
            Event::Start(Tag::Link { dest_url, .. }) => {
                if let Some(url) = shown(dest_url) {
                    *dest_url = url;
                } else {
                    left_out = true;
                    *event = Event::Text(CowStr::Borrowed(""));
                }
            }
            Event::End(TagEnd::Link) if left_out => {
                left_out = false;
                *event = Event::Text(CowStr::Borrowed(""));
            }
            _ => {}
        }
    }
    let mut page = String::new();
    html::push_html(&mut page, events.into_iter());
    page
}

/// Whether words before or after a break of lines are Chinese, which has no blank there.
fn is_chinese(around: &[Event]) -> bool {
    let end = |event: Option<&Event>, is_last: bool| match event {
        Some(Event::Text(text)) if is_last => text.chars().last(),
        Some(Event::Text(text)) => text.chars().next(),
        _ => None,
    };
    [end(around.first(), true), end(around.last(), false)]
        .into_iter()
        .flatten()
        .any(|sign| sign >= '\u{2e80}')
}

/// The words of a heading that begins here.
fn heading_text(events: &[Event]) -> String {
    let words = events
        .iter()
        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let words = words.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(&**text),
        _ => None,
    });
    words.collect()
}

/// How a heading is pointed at: as forges that show these files have it.
fn slug(words: &str) -> String {
    let kept = words.to_lowercase();
    let kept = kept
        .chars()
        .filter(|sign| sign.is_alphanumeric() || " -_".contains(*sign));
    kept.map(|sign| if sign == ' ' { '-' } else { sign })
        .collect()
}

/// Where a link leads on the site: to a heading, another guide or another site.
fn shown<'a>(url: &str) -> Option<CowStr<'a>> {
    if url.starts_with('#') || url.contains("://") {
        return Some(url.to_owned().into());
    }
    let (file, place) = url.split_once('#').unwrap_or((url, ""));
    let name = file.strip_suffix(".md")?;
    let is_guide = GUIDES.iter().any(|(known, ..)| *known == name);
    let place = if place.is_empty() {
        String::new()
    } else {
        format!("#{place}")
    };
    is_guide.then(|| format!("{name}.html{place}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guide_is_a_page_with_tables_code_and_headings_that_are_pointed_at() {
        let guide = "# A guide\n\n## Taking the site `down`\n\n| a | b |\n| --- | --- |\n| `x` | <y> |\n\n\
                     ```html\n<p>&amp;</p>\n```\n";
        let page = page(guide, Lang::En, Some("other"));
        for part in [
            "<html lang=\"en\">",
            "<title>A guide</title>",
            "<a href=\"other.html\">中文</a>",
            "<h2 id=\"taking-the-site-down\">Taking the site <code>down</code></h2>",
            "<td><code>x</code></td>",
            "&lt;p&gt;&amp;amp;&lt;/p&gt;",
        ] {
            assert!(page.contains(part), "no {part} in {page}");
        }
        assert!(
            !page.contains("style=") && !page.contains("<script"),
            "{page}"
        );
    }

    #[test]
    fn a_line_of_chinese_goes_on_without_a_blank() {
        assert_eq!(
            content("甲，\n乙\n`a`\n丙"),
            "<p>甲，乙<code>a</code>丙</p>\n"
        );
        assert_eq!(content("a\nb"), "<p>a\nb</p>\n");
    }

    #[test]
    fn a_link_leads_to_what_is_beside_the_page_or_is_none() {
        let page =
            content("[a](links.md#keys) [b](#x) [c](../data) [d](data.md) [e](https://e.example/)");
        assert_eq!(
            page,
            "<p><a href=\"links.html#keys\">a</a> <a href=\"#x\">b</a> c d <a href=\"https://e.example/\">e</a></p>\n"
        );
    }

    #[test]
    fn every_guide_is_written_and_no_link_of_theirs_leads_nowhere() -> Result<()> {
        let dist = tempfile::tempdir()?;
        write(dist.path())?;
        for (name, ..) in GUIDES {
            let page = fs::read_to_string(dist.path().join(format!("{name}.html")))?;
            let links = page.split(" href=\"").skip(1);
            for link in links.filter_map(|rest| rest.split('"').next()) {
                let (file, place) = link.split_once('#').unwrap_or((link, ""));
                let known = file.is_empty()
                    || file == "./"
                    || file.contains("://")
                    || dist.path().join(file).exists();
                assert!(known, "{name}: {link}");
                let place = percent_encoding::percent_decode_str(place).decode_utf8()?;
                assert!(
                    !file.is_empty() || page.contains(&format!("id=\"{place}\"")),
                    "{name}: {link}"
                );
            }
        }
        Ok(())
    }
}

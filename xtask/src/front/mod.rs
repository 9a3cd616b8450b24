//! The page before its program: what search engines, readers without JavaScript or WebAssembly and
//! printers of the raw page get, and what stands on the screen until the first view is drawn.
//!
//! It is written into `index.html`, from which the single file is packed, by the program's own
//! library, so that a figure reads here as it does on the board. Everything that comes from the data
//! is escaped.

mod column;
mod describe;
mod table;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use guatu::dataset::{Dataset, Lang, Tables};
use guatu::text::{Front, Msg, escaped};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use self::table::Headlines;

/// The views that the head of the page leads to, as in the program's own head.
const VIEWS: [(&str, Msg); 5] = [
    ("board", Msg::Board),
    ("chart", Msg::Chart),
    ("table", Msg::Table),
    ("units", Msg::Units),
    ("sources", Msg::Sources),
];

/// Within the element that the program takes: what stands in it goes when the first view is drawn.
const PLACE: &str = "#app .front";

/// Writes the front of a package into the built page.
///
/// # Errors
/// The page cannot be read or written, or has no place for it.
pub fn write(data: &Dataset, tables: &Tables, dist: &Path) -> Result<()> {
    let file = dist.join("index.html");
    let page = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let page = put(&page, data, tables)?;
    fs::write(&file, page).with_context(|| format!("writing {}", file.display()))
}

fn put(page: &str, data: &Dataset, tables: &Tables) -> Result<String> {
    let headlines = Headlines::new(data);
    let both = |write: &dyn Fn(Lang) -> String| [Lang::Zh, Lang::En].map(write).concat();
    let title = format!("{} · {}", data.title.zh, Msg::Brand.get(Lang::Zh));
    let about = describe::tags(data, tables, &headlines.indicators())?;
    let head = format!(
        "<header class=\"header\">{}<div class=\"search\"></div></header>",
        both(&|lang| head(data, lang))
    );
    let figures = back(data) + &both(&|lang| headlines.html(lang));
    let mut places = 0;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("head > title", |element| {
            places += 1;
            element.set_inner_content(&title, ContentType::Text);
            element.after(&about, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!(PLACE, |element| {
            element.prepend(&head, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!(format!("{PLACE} main"), |element| {
            element.append(&figures, ContentType::Html);
            Ok(())
        }));
    let page = rewrite_str(page, settings)?;
    ensure!(
        page.contains(&head) && page.contains(&figures) && places == 1,
        "index.html has no title, no {PLACE} or no main in it"
    );
    Ok(page)
}

/// The name and the views, where the program's own will stand.
fn head(data: &Dataset, lang: Lang) -> String {
    let code = code_of(lang);
    // The language is the first that a link says, as the program writes it.
    let query = if lang == Lang::En { "?lang=en" } else { "" };
    let views =
        VIEWS.map(|(view, msg)| format!("<a href=\"#/{view}{query}\">{}</a>", msg.get(lang)));
    let views = views.concat();
    format!(
        "<span class=\"brand\" lang=\"{code}\"><b>{}</b><span>{}</span></span>\
         <nav class=\"tabs\" lang=\"{code}\" aria-label=\"{}\">{views}</nav>",
        Msg::Brand.get(lang),
        escaped(data.title.get(lang)),
        Msg::Views.get(lang),
    )
}

/// Where the program fails: which edition this is and the way back to the view, whose address guard.js puts in.
fn back(data: &Dataset) -> String {
    let words = |lang: Lang| {
        [
            Msg::Edition.get(lang),
            " ",
            &data.edition,
            " · ",
            Front::Back.get(lang),
        ]
        .concat()
    };
    format!(
        "<p id=\"guatu-back\" hidden>{} <span lang=\"en\">{}</span> <a></a></p>",
        escaped(&words(Lang::Zh)),
        escaped(&words(Lang::En))
    )
}

/// A language as HTML names it.
const fn code_of(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;
    use guatu::dataset::load;

    use super::*;
    use crate::project;

    fn front_of(tables: &Tables) -> Result<String> {
        let page = fs::read_to_string(project::root().join("index.html"))?;
        let data = load(tables).map_err(|faults| anyhow!("{faults:?}"))?;
        put(&page, &data, tables)
    }

    /// The page without its tags: what is read.
    fn text(page: &str) -> Result<String> {
        let mut read = String::new();
        let settings = RewriteStrSettings::new().append_element_content_handler(lol_html::text!(
            "body",
            |chunk| {
                read.push_str(chunk.as_str());
                Ok(())
            }
        ));
        rewrite_str(page, settings)?;
        Ok(read)
    }

    #[test]
    fn every_headline_indicator_stands_in_the_page_in_both_languages() -> Result<()> {
        let tables = Tables::built_in();
        let page = front_of(&tables)?;
        let data = load(&tables).map_err(|faults| anyhow!("{faults:?}"))?;
        let shown = |name: &str| {
            let start = format!("<th scope=\"row\">{}", escaped(name));
            ["</th>", " <em>"].map(|end| page.contains(&(start.clone() + end))) != [false; 2]
        };
        let headline = data
            .indicators
            .iter()
            .filter(|indicator| indicator.headline);
        let mut count = 0;
        for indicator in headline {
            for lang in [Lang::Zh, Lang::En] {
                assert!(shown(indicator.name.get(lang)), "no {}", indicator.id);
            }
            count += 1;
        }
        assert!(count > 20, "{count} headline indicators");
        Ok(())
    }

    #[test]
    fn the_front_names_documents_and_edition() -> Result<()> {
        let tables = Tables::built_in();
        let data = load(&tables).map_err(|faults| anyhow!("{faults:?}"))?;
        let read = text(&front_of(&tables)?)?;
        assert!(read.contains(&*data.edition));
        assert!(read.contains("江汉区2025年政府工作报告"));
        assert!(read.contains("≈ 7%"), "a target with its sign");
        Ok(())
    }

    #[test]
    fn markup_in_the_data_stays_text() -> Result<()> {
        const MARKUP: &str = "</script></table><img src=x onerror=alert(1)>&amp;";
        let mut tables = Tables::built_in();
        for name in ["indicators.csv", "documents.csv", "areas.csv"] {
            let text = tables.get(name).context("a table")?;
            let hostile = text.replace("地区生产总值", &format!("地区生产总值{MARKUP}"));
            let hostile = hostile.replace("武昌区", &format!("武昌区{MARKUP}"));
            tables.insert(name, hostile);
        }
        let descriptor = tables.get("datapackage.json").context("a descriptor")?;
        let hostile = descriptor.replace("武昌区 · ", &format!("武昌区{MARKUP}"));
        tables.insert("datapackage.json", hostile);
        let page = front_of(&tables)?;
        assert!(!page.contains("<img"), "an element of the data");
        assert_eq!(
            page.matches("</script>").count(),
            front_of(&Tables::built_in())?.matches("</script>").count()
        );
        assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;&amp;amp;"));
        Ok(())
    }

    #[test]
    fn a_page_without_a_place_is_refused() -> Result<()> {
        let tables = Tables::built_in();
        let data = load(&tables).map_err(|faults| anyhow!("{faults:?}"))?;
        for page in [
            "<title></title>",
            "<title></title><div id=\"app\"></div>",
            "<div id=\"app\"><main></main></div>",
        ] {
            assert!(put(page, &data, &tables).is_err(), "{page}");
        }
        Ok(())
    }
}

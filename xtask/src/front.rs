//! The page before its program, put into the built page: `guatu::front` says what stands there.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use guatu::dataset::{Dataset, Tables};
use guatu::front::Front;
use guatu::query::FacetIndex;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};

/// Within the element that the program takes: what stands in it goes when the first view is drawn.
const PLACE: &str = "#app .front";

/// The front of a package that was read from these tables.
pub fn of(data: &Dataset, tables: &Tables) -> Front {
    Front::new(data, &FacetIndex::new(data), tables)
}

/// Writes a front into the page of the site.
///
/// # Errors
/// The page cannot be read or written, or has no place for it.
pub fn write(front: &Front, dist: &Path) -> Result<()> {
    let file = dist.join("index.html");
    let page = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    fs::write(&file, put(&page, front)?).with_context(|| format!("writing {}", file.display()))
}

/// A page with a front in it.
///
/// # Errors
/// The page has no place for it.
pub fn put(page: &str, front: &Front) -> Result<String> {
    let mut places = 0;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("head > title", |element| {
            places += 1;
            element.set_inner_content(&front.title, ContentType::Html);
            element.after(&front.about, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!(PLACE, |element| {
            element.prepend(&front.head, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!(format!("{PLACE} main"), |element| {
            element.append(&front.figures, ContentType::Html);
            Ok(())
        }));
    let page = rewrite_str(page, settings)?;
    ensure!(
        page.contains(&front.head) && page.contains(&front.figures) && places == 1,
        "index.html has no title, no {PLACE} or no main in it"
    );
    Ok(page)
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;
    use guatu::dataset::{Lang, load};
    use guatu::text::escaped;

    use super::*;
    use crate::project;

    fn front_of(tables: &Tables) -> Result<String> {
        let page = fs::read_to_string(project::root().join("index.html"))?;
        let data = load(tables).map_err(|faults| anyhow!("{faults:?}"))?;
        put(&page, &of(&data, tables))
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
        let front = of(&data, &tables);
        for page in [
            "<title></title>",
            "<title></title><div id=\"app\"></div>",
            "<div id=\"app\"><main></main></div>",
        ] {
            assert!(put(page, &front).is_err(), "{page}");
        }
        Ok(())
    }
}

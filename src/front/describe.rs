//! What a page says of itself to programs: `schema.org/Dataset` as JSON-LD, and Open Graph.
//!
//! Nobody knows when it is made where the page will stand. Addresses are therefore relative, which
//! JSON-LD allows: they are resolved against the page that holds them (JSON-LD 1.1, 7.3). Open Graph
//! does not, so `og:url` and `og:image` are left to the host.

use super::code_of;
use super::descriptor::licenses;
use super::json::{list, object, quoted};
use crate::dataset::{Code, Dataset, Document, Lang, Tables};
use crate::text::{Front, Msg, escaped, label};

/// The tags for the head of the page.
pub fn tags(data: &Dataset, tables: &Tables, indicators: &[Code]) -> String {
    let title = escaped(&data.title.zh);
    let sentence = Front::Sentence.get(Lang::Zh);
    let properties = [
        ("og:type", "website"),
        ("og:site_name", Msg::Brand.get(Lang::Zh)),
        ("og:title", &title),
        ("og:description", sentence),
        ("og:locale", "zh_CN"),
        ("og:locale:alternate", "en_US"),
    ];
    let properties = properties
        .map(|(property, content)| format!("<meta property=\"{property}\" content=\"{content}\">"));
    // A browser runs no script of this type, and so no policy is asked about it.
    let about = dataset(data, tables, indicators);
    [
        format!("<meta name=\"description\" content=\"{title}。{sentence}\">"),
        properties.concat(),
        format!("<script type=\"application/ld+json\">{about}</script>"),
    ]
    .concat()
}

fn dataset(data: &Dataset, tables: &Tables, indicators: &[Code]) -> String {
    let licenses = licenses(tables.get("datapackage.json").unwrap_or_default());
    let licenses = licenses.iter().map(|license| quoted(license));
    let download = |format: &str, file: &str| {
        object(&[
            ("@type", quoted("DataDownload")),
            ("encodingFormat", quoted(format)),
            ("contentUrl", quoted(file)),
        ])
    };
    let downloads = [
        download("application/json", "data.json"),
        download("text/html", "guatu.html"),
    ];
    let languages = [Lang::Zh, Lang::En].map(|lang| quoted(code_of(lang)));
    let sentence = [Lang::Zh, Lang::En].map(|lang| Front::Sentence.get(lang));
    let mut members = vec![
        ("@context", quoted("https://schema.org")),
        ("@type", quoted("Dataset")),
        ("name", quoted(&data.title.zh)),
        ("alternateName", quoted(&data.title.en)),
        ("description", quoted(&sentence.join(" "))),
        ("inLanguage", list(languages.into_iter())),
        ("version", quoted(&data.edition)),
        ("isAccessibleForFree", "true".to_owned()),
        ("license", list(licenses)),
        ("spatialCoverage", areas(data)),
        (
            "variableMeasured",
            list(indicators.iter().filter_map(|code| variable(data, *code))),
        ),
        ("isBasedOn", list(data.documents.iter().map(source))),
        ("distribution", list(downloads.into_iter())),
    ];
    // Not of every package is the day known, and one may have no figures.
    if !data.created.is_empty() {
        members.push(("dateModified", quoted(&data.created)));
    }
    let first = data.periods.iter().map(|period| period.first_year()).min();
    let last = data.periods.iter().map(|period| period.last_year()).max();
    if let Some((first, last)) = first.zip(last) {
        members.push(("temporalCoverage", quoted(&format!("{first}/{last}"))));
    }
    object(&members)
}

/// The areas that have documents, in the order of the data.
fn areas(data: &Dataset) -> String {
    let has_document = |code: &Code| data.documents.iter().any(|document| document.area == *code);
    let codes = (0..).zip(&data.areas).map(|(code, _)| code);
    let codes = codes.filter(has_document);
    list(codes.filter_map(|code| area(data, code)))
}

fn area(data: &Dataset, code: Code) -> Option<String> {
    let area = data.area(code)?;
    let identifier = object(&[
        ("@type", quoted("PropertyValue")),
        ("propertyID", quoted("GB/T 2260")),
        ("value", quoted(&area.code)),
    ]);
    Some(object(&[
        ("@type", quoted("AdministrativeArea")),
        ("name", quoted(&area.name.zh)),
        ("alternateName", quoted(&area.name.en)),
        ("identifier", identifier),
    ]))
}

fn variable(data: &Dataset, code: Code) -> Option<String> {
    let indicator = data.indicator(code)?;
    let unit = data.units.get(usize::from(indicator.unit))?;
    Some(object(&[
        ("@type", quoted("PropertyValue")),
        ("name", quoted(&indicator.name.zh)),
        ("alternateName", quoted(&indicator.name.en)),
        ("unitText", quoted(&unit.name.zh)),
    ]))
}

fn source(document: &Document) -> String {
    let publisher = object(&[
        ("@type", quoted("Organization")),
        ("name", quoted(&document.issuer)),
    ]);
    let mut members = vec![
        ("@type", quoted("CreativeWork")),
        ("name", quoted(&document.title.zh)),
        (
            "genre",
            quoted(label::document_kind(document.kind).get(Lang::Zh)),
        ),
        ("publisher", publisher),
    ];
    // Not of every document is the day known.
    if !document.published.is_empty() {
        members.push(("datePublished", quoted(&document.published)));
    }
    object(&members)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::dataset::load;

    #[test]
    fn the_description_is_json_and_ends_where_its_element_does() {
        let tables = Tables::built_in();
        let data = load(&tables).expect("the project's data");
        let tags = tags(&data, &tables, &[0, 1]);
        let about = tags
            .split_once("ld+json\">")
            .and_then(|(_, rest)| rest.strip_suffix("</script>"));
        let about = about.expect("one element");
        assert!(!about.contains('<'));
        let about: serde_json::Value = serde_json::from_str(about).expect("JSON");
        assert_eq!(about["@type"], "Dataset");
        assert_eq!(about["version"], *data.edition);
        assert_eq!(about["dateModified"], *data.created);
        assert_eq!(about["temporalCoverage"], "2020/2025");
        assert_eq!(about["license"].as_array().map(Vec::len), Some(2));
        assert_eq!(about["spatialCoverage"][0]["identifier"]["value"], "420103");
        assert_eq!(about["variableMeasured"].as_array().map(Vec::len), Some(2));
        assert_eq!(
            about["isBasedOn"].as_array().map(Vec::len),
            Some(data.documents.len())
        );
        let dated = data.documents.iter();
        let dated = dated.filter(|document| !document.published.is_empty());
        let written = tags.matches("\"datePublished\":\"2").count();
        assert_eq!(written, dated.count());
        assert_eq!(tags.matches("datePublished").count(), written);
    }
}

//! What a page says of itself to programs: `schema.org/Dataset` as JSON-LD, and Open Graph.
//!
//! Nobody knows when it is made where the page will stand. Addresses are therefore relative, which
//! JSON-LD allows: they are resolved against the page that holds them (JSON-LD 1.1, 7.3). Open Graph
//! does not, so `og:url` and `og:image` are left to the host.

use serde_json::{Value, json};

use super::code_of;
use crate::dataset::{Code, Dataset, Document, Lang, Tables};
use crate::order;
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
    let about = dataset(data, tables, indicators).to_string();
    let about = about.replace('<', "\\u003c");
    [
        format!("<meta name=\"description\" content=\"{title}。{sentence}\">"),
        properties.concat(),
        format!("<script type=\"application/ld+json\">{about}</script>"),
    ]
    .concat()
}

fn dataset(data: &Dataset, tables: &Tables, indicators: &[Code]) -> Value {
    let descriptor = tables.get("datapackage.json").unwrap_or_default();
    // It was read before, or there would be no data.
    let descriptor: Value = serde_json::from_str(descriptor).unwrap_or_default();
    let licenses = descriptor.get("licenses").and_then(Value::as_array);
    let licenses = licenses.into_iter().flatten();
    let licenses: Vec<&Value> = licenses.filter_map(|license| license.get("path")).collect();
    let years = data.periods.iter();
    let first = years.clone().map(|period| period.first_year()).min();
    let last = years.map(|period| period.last_year()).max();
    let areas = data.documents.iter().map(|document| document.area);
    let mut areas: Vec<Code> = areas.collect();
    order::sort_by_key(&mut areas, |code| *code);
    areas.dedup();
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": *data.title.zh,
        "alternateName": *data.title.en,
        "description": both(Front::Sentence),
        "inLanguage": [code_of(Lang::Zh), code_of(Lang::En)],
        "version": *data.edition,
        "dateModified": descriptor.get("created"),
        "isAccessibleForFree": true,
        "license": licenses,
        "temporalCoverage": first.zip(last).map(|(first, last)| format!("{first}/{last}")),
        "spatialCoverage": areas.iter().filter_map(|code| area(data, *code)).collect::<Vec<_>>(),
        "variableMeasured": indicators.iter().filter_map(|code| variable(data, *code)).collect::<Vec<_>>(),
        "isBasedOn": data.documents.iter().map(source).collect::<Vec<_>>(),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": "data.json"},
            {"@type": "DataDownload", "encodingFormat": "text/html", "contentUrl": "guatu.html"},
        ],
    })
}

fn both(message: Front) -> String {
    [Lang::Zh, Lang::En].map(|lang| message.get(lang)).join(" ")
}

fn area(data: &Dataset, code: Code) -> Option<Value> {
    let area = data.area(code)?;
    Some(json!({
        "@type": "AdministrativeArea",
        "name": *area.name.zh,
        "alternateName": *area.name.en,
        "identifier": {"@type": "PropertyValue", "propertyID": "GB/T 2260", "value": *area.code},
    }))
}

fn variable(data: &Dataset, code: Code) -> Option<Value> {
    let indicator = data.indicator(code)?;
    let unit = data.units.get(usize::from(indicator.unit))?;
    Some(json!({
        "@type": "PropertyValue",
        "name": *indicator.name.zh,
        "alternateName": *indicator.name.en,
        "unitText": *unit.name.zh,
    }))
}

fn source(document: &Document) -> Value {
    let mut source = json!({
        "@type": "CreativeWork",
        "name": *document.title.zh,
        "genre": label::document_kind(document.kind).get(Lang::Zh),
        "publisher": {"@type": "Organization", "name": *document.issuer},
    });
    // Not of every document is the day known.
    if let (false, Some(source)) = (document.published.is_empty(), source.as_object_mut()) {
        source.insert("datePublished".to_owned(), json!(*document.published));
    }
    source
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
        let about: Value = serde_json::from_str(about).expect("JSON");
        assert_eq!(about["@type"], "Dataset");
        assert_eq!(about["version"], *data.edition);
        assert_eq!(about["temporalCoverage"], "2020/2025");
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

//! What leaves the page: sheets as SVG, tables, names of files, and the words of the filters.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::chart::{Sheet, sheet_svg};
use guatu::dataset::{Dataset, Lang, Row, Tables, load};
use guatu::export::{Table, file_name, sheet};
use guatu::plot::{Listing, Plot, trend};
use guatu::query::Facet;
use guatu::text::{figure, filter};
use guatu::view::{Page, ViewState, link};
use roxmltree::Document;

fn data() -> Dataset {
    load(&Tables::built_in()).expect("the built-in data")
}

/// The trend of an indicator, with every figure of it that has a number.
fn plot(data: &Dataset, indicator: &str, lang: Lang) -> Plot {
    let code = data.indicator_code(indicator).expect("an indicator");
    let own = data.iter().filter(|o| o.indicator_code == code);
    let rows: Vec<Row> = own.filter(|o| o.value.is_some()).map(|o| o.row).collect();
    trend(data, code, &rows, lang)
}

/// The figures beside a chart of figures.
fn figures(plot: &Plot) -> &[Row] {
    match &plot.listing {
        Listing::Figures(rows) => rows,
        Listing::Cells { .. } => panic!("{} lists figures", plot.id),
    }
}

fn charts(lang: Lang) -> ViewState {
    ViewState {
        page: Page::Chart,
        lang,
        ..ViewState::default()
    }
}

/// The text of the first element of a name.
fn text<'a>(document: &'a Document<'_>, name: &str) -> &'a str {
    let mut elements = document.descendants();
    let found = elements.find(|node| node.has_tag_name(name));
    found.and_then(|node| node.text()).unwrap_or_default()
}

/// Everything that is written on a sheet, without breaks.
fn written(document: &Document<'_>) -> String {
    let texts = document.descendants().filter(|n| n.has_tag_name("text"));
    texts
        .filter_map(|node| node.text())
        .map(str::trim_end)
        .collect()
}

#[test]
fn a_sheet_says_what_it_shows_and_where_it_comes_from() {
    let data = data();
    for lang in [Lang::Zh, Lang::En] {
        let plot = plot(&data, "gdp-growth", lang);
        let mut state = charts(lang);
        let area = data.areas.iter().position(|area| &*area.code == "420106");
        state
            .filters
            .toggle(Facet::Area, area.expect("Wuchang") as u16);
        let made = sheet(&data, &state, &plot, Some("https://example.org/guatu/"));
        let svg = sheet_svg(&made).expect("a drawing");
        let document = Document::parse(&svg).expect("well-formed XML");
        let link = format!("https://example.org/guatu/{}", link::write(&state, &data));
        let written = written(&document).replace([' ', '\n'], "");
        let filters = filter::words(&data, &state.filters, lang);
        for part in [&plot.title, &plot.note, &plot.sentence, &filters, &link] {
            assert!(
                written.contains(&part.replace(' ', "")),
                "{part} in {written}"
            );
        }
        for row in figures(&plot) {
            let figure = data.observation(*row).expect("a figure");
            let name = guatu::text::label::document(&data, figure.document, lang);
            assert!(written.contains(&name.replace(' ', "")), "{name}");
        }
        assert!(written.contains(&data.edition.replace(' ', "")));
        assert_eq!(document.root_element().attribute("role"), Some("img"));
        assert_eq!(text(&document, "title"), plot.title);
        assert_eq!(text(&document, "desc"), made.description());
        assert_eq!(document.root_element().attribute("width"), Some("900"));
        assert_eq!(svg, sheet_svg(&made).expect("the same drawing"));
    }
}

#[test]
fn nothing_on_a_sheet_leaves_it_or_lies_on_its_neighbour() {
    let data = data();
    let plot = plot(&data, "gdp-growth", Lang::En);
    let long = Sheet {
        title: "很长的标题，".repeat(30),
        sentence: "many words ".repeat(80),
        ..sheet(&data, &charts(Lang::En), &plot, Some(&"a".repeat(400)))
    };
    let svg = sheet_svg(&long).expect("a drawing");
    let document = Document::parse(&svg).expect("well-formed XML");
    let number = |node: roxmltree::Node<'_, '_>, name| -> f64 {
        node.attribute(name)
            .and_then(|n| n.parse().ok())
            .unwrap_or(f64::NAN)
    };
    let height = number(document.root_element(), "height");
    let texts = document.descendants().filter(|n| n.has_tag_name("text"));
    let mut last = 0.0;
    // The lines around the chart start at the margin.
    for line in texts.filter(|node| number(*node, "x") < 33.0) {
        let y = number(line, "y");
        assert!(
            y - last >= 18.0 && y < height - 20.0,
            "{y} of {height} after {last}"
        );
        last = y;
    }
    assert!(last > 0.0);
}

#[test]
fn what_a_link_brings_cannot_break_a_file() {
    let data = data();
    let plot = plot(&data, "gdp", Lang::Zh);
    let (state, _) = link::read("#/chart?q=%00%1B%3C%2Fsvg%3E%26%EF%BF%BF", &data);
    let svg = sheet_svg(&sheet(&data, &state, &plot, None)).expect("a drawing");
    let document = Document::parse(&svg).expect("well-formed XML");
    assert!(text(&document, "desc").contains("“</svg>&"));
    assert!(text(&document, "desc").contains("guatu.html#/chart"));
}

#[test]
fn a_table_has_a_row_for_each_figure_and_a_number_in_its_cell() {
    let data = data();
    let plot = plot(&data, "gdp-growth", Lang::Zh);
    let table = Table::of(&data, &plot.listing, Lang::Zh);
    let tsv = table.tsv();
    let lines: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), figures(&plot).len() + 1);
    for (cells, row) in lines.iter().skip(1).zip(figures(&plot)) {
        let figure = data.observation(*row).expect("a figure");
        let [name, _, _, _, sign, value, unit, _, _] = cells[..] else {
            panic!("nine cells: {cells:?}");
        };
        assert_eq!(name, &*figure.indicator.name.zh);
        assert_eq!(value.parse(), Ok(figure.value.expect("a number")));
        let line = figure::line(&figure, Lang::Zh).replace(' ', "");
        assert_eq!(format!("{sign}{value}{unit}"), line);
    }
    assert!(
        lines.iter().any(|cells| cells.get(4) == Some(&"≈")),
        "a sign of its own"
    );
    let html = table.html();
    let document = Document::parse(&html).expect("a table");
    let cells = document.descendants().filter(|n| n.has_tag_name("td"));
    assert_eq!(cells.count(), figures(&plot).len() * 9);
}

#[test]
fn a_file_is_named_for_what_it_shows_and_safely() {
    let data = data();
    let mut plot = plot(&data, "gdp", Lang::Zh);
    assert_eq!(
        file_name(&data, &plot),
        format!("guatu-trend-gdp-{}", data.edition)
    );
    plot.id = "../a b\\c:d*?".repeat(20) + "指标";
    let name = file_name(&data, &plot);
    assert!(
        name.chars()
            .all(|c| c.is_alphanumeric() || "-._".contains(c)),
        "{name}"
    );
    assert!(name.len() < 250);
}

#[test]
fn filters_are_told_in_words() {
    let data = data();
    let (state, _) = link::read("#/board?area=420106&period=2020~2021/2025&q=gdp", &data);
    assert_eq!(
        filter::words(&data, &state.filters, Lang::Zh),
        "已筛选（地区：武昌区；时期：2020年、2021—2025年；搜索：“gdp”）"
    );
    assert_eq!(
        filter::words(&data, &state.filters, Lang::En),
        "Filtered (area: Wuchang District; period: 2020, 2021–2025; search: “gdp”)"
    );
    let none = ViewState::default().filters;
    assert_eq!(filter::words(&data, &none, Lang::Zh), "未筛选");
}

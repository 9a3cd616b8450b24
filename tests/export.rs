//! What leaves the page: sheets as SVG, tables, names of files, and the words of the filters.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

#[path = "export/safe.rs"]
mod safe;

use std::rc::Rc;

use guatu::assess::Ledger;
use guatu::chart::{Sheet, sheet_svg};
use guatu::dataset::{Dataset, Lang, Row, Tables, load};
use guatu::export::{Table, picture_ratio, sheet};
use guatu::plot::{Listing, Plot, matrix, trend};
use guatu::query::units::matrices;
use guatu::query::{Facet, FacetIndex, Filters, Selection};
use guatu::text::{figure, filter, method, proof};
use guatu::view::{Colouring, Form, Page, ViewState, link};
use roxmltree::Document;

fn data() -> Dataset {
    load(&Tables::built_in()).expect("the built-in data")
}

/// The trend of an indicator, with every figure of it that has a number.
fn plot(data: &Dataset, indicator: &str, lang: Lang) -> Plot {
    let code = data.indicator_code(indicator).expect("an indicator");
    let own = data.iter().filter(|o| o.indicator_code == code);
    let rows: Vec<Row> = own.filter(|o| o.value.is_some()).map(|o| o.row).collect();
    trend(data, &Ledger::new(data), code, &rows, lang)
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
        let link = format!("https://example.org/guatu/{}", link::share(&state, &data));
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
        let method = method::version(lang).replace(' ', "");
        assert!(
            written.contains(&method),
            "targets have their statuses in it"
        );
        assert_eq!(document.root_element().attribute("role"), Some("img"));
        assert_eq!(text(&document, "title"), plot.title);
        assert_eq!(text(&document, "desc"), made.description());
        assert_eq!(document.root_element().attribute("width"), Some("900"));
        assert_eq!(svg, sheet_svg(&made).expect("the same drawing"));
    }
}

#[test]
fn the_method_goes_with_statuses_and_with_nothing_else() {
    let data = data();
    // Its figures are outcomes of single years.
    let plot = plot(&data, "gdp", Lang::Zh);
    let figures = figures(&plot)
        .iter()
        .filter_map(|row| data.observation(*row));
    assert!(figures.clone().count() > 1 && figures.into_iter().all(|o| o.kind.is_outcome()));
    let sheet = sheet(&data, &charts(Lang::Zh), &plot, None);
    assert!(
        !sheet.foot.concat().contains("评估方法"),
        "{:?}",
        sheet.foot
    );
    let listing = Table::of(&data, &Ledger::new(&data), &plot.listing, Lang::Zh);
    assert!(
        !listing
            .tsv()
            .contains(guatu::text::Msg::FacetStatus.get(Lang::Zh))
    );
}

#[test]
fn nothing_that_leaves_the_page_speaks_of_clicks() {
    let data = data();
    let index = FacetIndex::new(&data);
    for lang in [Lang::Zh, Lang::En] {
        let all = matrices(&data, &index, &Filters::default());
        let colourings = [Colouring::None, Colouring::Status].into_iter();
        let data = &data;
        let units = colourings.flat_map(|colouring| {
            let plots = all.iter();
            plots.map(move |found| matrix(data, found, colouring, lang))
        });
        let drawn = Form::ALL.into_iter().flat_map(|form| {
            let state = ViewState {
                form: Some(form),
                ..charts(lang)
            };
            let selection = Selection::new(data, &index, &state.filters);
            let plots = guatu::plot::charts(data, &index, &state, &selection).plots;
            plots.unwrap_or_default()
        });
        let plots: Vec<Rc<Plot>> = units.map(Rc::new).chain(drawn).collect();
        assert!(plots.len() > Form::ALL.len());
        for plot in plots {
            let sheet = sheet(data, &charts(lang), &plot, None);
            let said = format!("{} {}", sheet.title, sheet.description()).to_lowercase();
            for word in ["点击", "请按", "click", " press"] {
                assert!(!said.contains(word), "{word} in {said}");
            }
        }
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

/// The cells of a table, without its heads and the notes under it.
fn cells(tsv: &str) -> Vec<Vec<&str>> {
    let lines = tsv.lines().skip(1).filter(|line| line.contains('\t'));
    lines.map(|line| line.split('\t').collect()).collect()
}

#[test]
fn a_table_has_a_row_for_each_figure_and_numbers_that_spreadsheets_read() {
    let data = data();
    let figures: Vec<Row> = data.iter().map(|figure| figure.row).collect();
    let listing = Listing::Figures(figures.clone());
    let ledger = Ledger::new(&data);
    for lang in [Lang::Zh, Lang::En] {
        let table = Table::of(&data, &ledger, &listing, lang);
        let tsv = table.tsv();
        let cells = cells(&tsv);
        assert_eq!(cells.len(), figures.len());
        for (cells, row) in cells.iter().zip(&figures) {
            let figure = data.observation(*row).expect("a figure");
            let [name, _, _, _, sign, value, upper, unit, _, line, status] = cells[..] else {
                panic!("eleven cells: {cells:?}");
            };
            assert_eq!(name, figure.indicator.name.get(lang));
            assert_eq!(line.parse(), Ok(figure.line));
            let one = ledger.get(&data, *row);
            let one = one.map(|one| proof::status(&one, lang));
            assert_eq!(status, one.unwrap_or_default(), "of targets alone");
            let number = |text: &str| -> Option<f64> { text.parse().ok() };
            assert_eq!(number(value).is_some(), figure.value.is_some(), "{value}");
            assert_eq!(number(upper).is_some(), figure.value_high.is_some());
            if lang == Lang::Zh {
                assert_eq!(number(value), figure.value);
                assert_eq!(number(upper), figure.value_high);
                assert_eq!(unit, figure.unit.map_or("", |unit| &unit.name.zh));
                assert_eq!(sign, figure::sign(figure.comparator).trim_end());
            }
        }
        let html = table.html();
        let (html, note) = html.split_once("<p>").expect("a note");
        let [edition, method] = [data.edition.to_string(), method::version(lang)];
        assert!(note.contains(&edition) && note.contains(&method), "{note}");
        let document = Document::parse(html).expect("a table");
        let all = document.descendants().filter(|n| n.has_tag_name("td"));
        assert_eq!(all.count(), figures.len() * 11);
    }
}

#[test]
fn a_range_has_both_ends_in_the_unit_of_the_larger() {
    let data = data();
    let mut ranges = data.iter().filter(|figure| figure.value_high.is_some());
    let range = ranges.next().expect("a range");
    let ledger = Ledger::new(&data);
    let tsv = |lang| Table::of(&data, &ledger, &Listing::Figures(vec![range.row]), lang).tsv();
    for lang in [Lang::Zh, Lang::En] {
        let tsv = tsv(lang);
        let cells = cells(&tsv);
        let [_, _, _, _, _, low, high, unit, ..] = cells[0][..] else {
            panic!("a row");
        };
        let shown = figure::parts(&range, lang);
        let bare = shown.number.replace(['\u{202f}', ','], "");
        assert_eq!(bare, format!("{low}–{high}"));
        assert_eq!(unit, shown.unit);
    }
}

#[test]
fn a_picture_has_twice_the_pixels_unless_that_is_too_large_for_a_telephone() {
    let data = data();
    let plot = plot(&data, "gdp", Lang::Zh);
    let mut made = sheet(&data, &charts(Lang::Zh), &plot, None);
    assert!((picture_ratio(&made) - 2.0).abs() < f64::EPSILON);
    made.foot = vec!["来源".to_owned(); 500];
    let ratio = picture_ratio(&made);
    let pixels = f64::from(Sheet::WIDTH) * f64::from(made.height()) * ratio * ratio;
    assert!(ratio > 0.5 && pixels < 4096.0 * 4096.0, "{ratio}");
}

#[test]
fn a_sheet_says_the_filters_only_where_they_apply() {
    let data = data();
    let plot = plot(&data, "gdp", Lang::Zh);
    let foot = |page| {
        let state = ViewState {
            page,
            ..charts(Lang::Zh)
        };
        sheet(&data, &state, &plot, None).foot.join("")
    };
    assert!(foot(Page::Chart).contains("未筛选"));
    for page in [Page::Indicator(0), Page::Unit(0)] {
        assert!(!foot(page).contains("未筛选"));
    }
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

//! What leaves the page does no harm: no cell is a formula, no name is refused by a file system.

use guatu::assess::{Ledger, Status};
use guatu::dataset::{Dataset, Lang};
use guatu::export::{Table, file_name, report_name};
use guatu::plot::Listing;
use guatu::view::link;
use roxmltree::Document;

use super::{cells, data, plot};

/// A table of counts with these cells in a row.
fn row_of(data: &Dataset, cells: &[&str]) -> Table {
    let listing = Listing::Cells {
        heads: cells.iter().map(|_| "列".to_owned()).collect(),
        rows: vec![cells.iter().copied().map(str::to_owned).collect()],
    };
    Table::of(data, &Ledger::new(data), &listing, Lang::Zh)
}

#[test]
fn no_words_become_a_formula_in_a_spreadsheet() {
    let data = data();
    let formulas = [
        "=HYPERLINK(0)",
        "+1+1",
        "-a",
        "@SUM(1)",
        " =1+1",
        "\t=1+1",
        "\r\n=1+1",
        "\u{feff}=1+1",
        "\"=1+1\"",
        "＝1+1",
        "＋1",
        "－1",
        "＠A1",
        "-1+1",
        "+A1",
        "-2|x",
    ];
    let table = row_of(&data, &formulas).with_notes(vec!["=1+1".to_owned()]);
    let tsv = table.tsv();
    let guarded = &cells(&tsv)[0];
    assert_eq!(guarded.len(), formulas.len());
    assert!(guarded.iter().all(|cell| cell.starts_with('\'')), "{tsv:?}");
    assert!(tsv.ends_with("\n'=1+1\n"), "notes too: {tsv:?}");
    let csv = table.csv();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let row = reader.records().next().expect("a row").expect("read");
    assert_eq!(row.iter().collect::<Vec<_>>(), *guarded);
    // A spreadsheet reads formulas in HTML too.
    let html = table.html();
    let (found, note) = html.split_once("<p>").expect("a note");
    let document = Document::parse(found).expect("a table");
    let cells = document.descendants().filter(|n| n.has_tag_name("td"));
    let cells: Vec<&str> = cells.filter_map(|node| node.text()).collect();
    assert_eq!(cells, *guarded);
    assert_eq!(note, "'=1+1</p>");
    let markdown = table.markdown();
    assert!(!markdown.contains('\''), "a text of its own: {markdown}");
}

#[test]
fn numbers_stay_numbers_and_words_as_they_are() {
    let data = data();
    let shown = [
        "12\u{202f}000",
        "1,234",
        "-6.7",
        "−21.7个百分点",
        "+3个百分点",
        "牵头3项",
        "",
    ];
    let tsv = row_of(&data, &shown).tsv();
    let expected = [
        "12000",
        "1234",
        "-6.7",
        "−21.7个百分点",
        "+3个百分点",
        "牵头3项",
        "",
    ];
    assert_eq!(cells(&tsv), [expected]);
}

#[test]
fn a_file_of_values_keeps_its_form() {
    let data = data();
    let csv = row_of(&data, &["a,b", "say \"so\"", "two\nlines"]).csv();
    assert_eq!(csv, "列,列,列\r\n\"a,b\",\"say \"\"so\"\"\",two lines\r\n");
    let markdown = row_of(&data, &["a|b", "c\\|d"]).markdown();
    assert!(markdown.ends_with("| a\\|b | c\\\\\\|d |\n"), "{markdown}");
}

#[test]
fn a_file_is_named_for_what_it_shows_and_safely() {
    let data = data();
    let mut plot = plot(&data, "gdp", Lang::Zh);
    assert_eq!(
        file_name(&data, &plot.id),
        format!("guatu-trend-gdp-{}", data.edition)
    );
    plot.id = "../a b\\c:d*?".repeat(20) + "指标";
    let name = file_name(&data, &plot.id);
    assert!(name.ends_with(&format!("-{}", data.edition)), "{name}");
    assert!(
        name.chars()
            .all(|c| c.is_alphanumeric() || "-._".contains(c)),
        "{name}"
    );
    assert!(name.len() < 250);
}

#[test]
fn the_name_of_a_report_tells_what_is_chosen_and_the_edition_whole() {
    let data = data();
    let name = |link: &str| report_name(&data, &link::read(link, &data).0.filters);
    let edition = &data.edition;
    assert_eq!(name("#/report"), format!("guatu-report-{edition}"));
    assert_eq!(
        name("#/report?area=420106&status=missed"),
        format!("guatu-report-420106-missed-{edition}")
    );
    let all: Vec<&str> = Status::ALL.iter().map(|status| status.code()).collect();
    let long = name(&format!("#/report?area=420106&status={}", all.join("~")));
    let rest = long
        .strip_prefix("guatu-report-420106-met-")
        .expect("whole parts");
    let parts = rest
        .strip_suffix(&format!("-{edition}"))
        .expect("the edition");
    assert!(parts.split('-').all(|part| all.contains(&part)), "{long}");
    assert!(long.len() <= 60, "{long}");
}

//! The execution table, read back by another program's rules.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod any_link;
mod generated;

use std::collections::BTreeMap;

use any_link::any_link;
use guatu::assess::{Ledger, METHOD, Status};
use guatu::dataset::{Dataset, Lang, Tables, load};
use guatu::export::{self, Table, report_notes, sheet};
use guatu::plot::{self, matrix};
use guatu::query::units::matrices;
use guatu::query::{FacetIndex, Selection};
use guatu::text::{Msg, figure, label, method, proof};
use guatu::view::{Colouring, Form, Page, ViewState, link};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

/// What was decided by hand: target, rule, status, flags, outcome.
const BY_HAND: &str = include_str!("golden/assessed-by-hand.csv");

fn built_in() -> Dataset {
    load(&Tables::built_in()).expect("a valid package")
}

/// The rows of a table of comma-separated values, heads first.
fn read(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.expect("a row as long as its head");
        row.iter().map(str::to_owned).collect()
    });
    rows.collect()
}

fn table(data: &Dataset, lang: Lang) -> Table {
    export::report(data, &Ledger::new(data), &|_| true, lang)
}

/// The statuses of each area, indicator and target as written, in a certain order.
fn grouped(
    rows: impl Iterator<Item = ([String; 3], String)>,
) -> BTreeMap<[String; 3], Vec<String>> {
    let mut statuses: BTreeMap<[String; 3], Vec<String>> = BTreeMap::new();
    for (target, status) in rows {
        statuses.entry(target).or_default().push(status);
    }
    for all in statuses.values_mut() {
        all.sort();
    }
    statuses
}

#[test]
fn every_target_has_a_row_with_the_status_that_was_decided_by_hand() {
    let data = built_in();
    for lang in [Lang::Zh, Lang::En] {
        let rows = read(&table(&data, lang).csv());
        let (heads, rows) = rows.split_first().expect("heads");
        assert_eq!((heads.len(), rows.len()), (17, 180));
        let cell = |row: &[String], at: usize| row[at].clone();
        let written = rows
            .iter()
            .map(|row| ([0, 3, 4].map(|at| cell(row, at)), cell(row, 9)));
        let by_hand = BY_HAND.lines().skip(1).map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let target = data
                .iter()
                .find(|figure| figure.id == cells[0])
                .expect(line);
            let (area, name) = (target.area.name.get(lang), target.indicator.name.get(lang));
            let key = [
                area.to_owned(),
                name.to_owned(),
                figure::line(&target, lang),
            ];
            let status = Status::parse(cells[2]).expect(line);
            (key, label::status(status).get(lang).to_owned())
        });
        assert_eq!(grouped(written), grouped(by_hand));
        for row in rows {
            assert_eq!(row[15..], [METHOD.to_string(), data.edition.to_string()]);
        }
    }
}

/// The row of a target of the project's data, with outcomes added to it.
fn row_with(target: &str, outcomes: &[[&str; 4]]) -> Vec<String> {
    let mut tables = Tables::built_in();
    let row = generated::row_of(&tables, target);
    let added = outcomes
        .iter()
        .enumerate()
        .map(|(n, [line, kind, period, value])| {
            let id = format!("wuchang-14fyp-task-division-{line}-9{n}");
            let own = [
                ("id", &*id),
                ("line", line),
                ("kind", kind),
                ("period", period),
                ("value", value),
            ];
            generated::changed(
                &tables,
                &row,
                &[&generated::NO_TARGET[..], &own[..]].concat(),
            )
        });
    let added: Vec<String> = added.map(|row| row.expect("a plain row")).collect();
    generated::extend(&mut tables, generated::OBSERVATIONS, &added);
    let data = load(&tables).expect("a valid package");
    let row = data
        .iter()
        .find(|figure| figure.id == target)
        .expect("it")
        .row;
    let table = export::report(&data, &Ledger::new(&data), &|known| known == row, Lang::Zh);
    read(&table.csv()).swap_remove(1)
}

#[test]
fn a_row_shows_what_was_judged_and_every_place_it_comes_from() {
    let jobs = "wuchang-14fyp-task-division-102-1";
    let row = row_with(
        jobs,
        &[
            ["301", "actual", "2021", "1.8"],
            ["302", "estimate", "2022", "2.3"],
        ],
    );
    assert_eq!(
        row[4..10],
        [
            "10.5万人",
            "2021—2025年",
            "累计4.1万人",
            "实际、预计",
            "2021—2022年",
            "符合进度"
        ]
    );
    assert_eq!(row[12], "−0.95个百分点");
    for line in ["102", "301", "302"] {
        assert!(
            row[14].contains(&format!("第{line}行")),
            "{line} in {}",
            row[14]
        );
    }
    let growth = "wuchang-14fyp-task-division-38-1";
    let row = row_with(
        growth,
        &[
            ["301", "actual", "2021", "7.2"],
            ["302", "actual", "2022", "5"],
        ],
    );
    assert_eq!(row[6..9], ["年均6.09%", "实际", "2021—2022年"]);
    // What is not assessable names what it was to be assessed by.
    let row = row_with(jobs, &[["302", "actual", "2022", "2.3"]]);
    assert_eq!(row[6..10], ["2.3万人", "实际", "2022年", "无法评估"]);
    assert!(row[14].contains("第302行"), "{}", row[14]);
    assert_eq!(row[11..13], ["", ""]);
}

/// Where a text shows a number that is none.
fn broken(text: &str) -> Option<&str> {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let mut found = text.match_indices("inf").chain(text.match_indices("NaN"));
    found.find_map(|(at, word)| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        let is_word = is_letter(before.chars().next_back()) || is_letter(after.chars().next());
        (!is_word).then(|| text[..at + word.len()].lines().last().unwrap_or_default())
    })
}

#[test]
fn no_number_that_is_none_is_ever_written() {
    assert!(
        ["inf%", "−inf万人", "NaN", "1 ÷ inf"]
            .into_iter()
            .all(|text| broken(text).is_some())
    );
    assert_eq!(broken("information and infrastructure"), None);
    let data = load(&generated::with_outcomes()).expect("a valid package");
    let ledger = Ledger::new(&data);
    assert!(
        ledger
            .iter(&data)
            .filter(|one| one.assessment.judgement.numbers.is_some())
            .count()
            > 50
    );
    for lang in [Lang::Zh, Lang::En] {
        assert_eq!(broken(&table(&data, lang).markdown()), None);
        for one in ledger.iter(&data) {
            assert_eq!(broken(&proof::text(&data, &one, &[], lang)), None);
        }
    }
}

#[test]
fn statuses_never_leave_the_page_without_method_and_edition() {
    let data = load(&generated::with_outcomes()).expect("a valid package");
    let index = FacetIndex::new(&data);
    let config = ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let carried = std::cell::Cell::new(0);
    let checked = TestRunner::new(config).run(&any_link(&["report"]), |link| {
        let (state, notices) = link::read(&link, &data);
        prop_assert!(notices.is_empty(), "{notices:?}");
        for (name, text) in leaving(&data, &index, &state) {
            let is_carried =
                text.contains(&method::version(state.lang)) && text.contains(&*data.edition);
            prop_assert!(is_carried, "{name} of {link}: {text}");
            carried.set(carried.get() + 1);
        }
        Ok(())
    });
    checked.expect("all carry both");
    assert!(carried.get() > 200, "{}", carried.get());
}

/// Everything with statuses that leaves the page in a state.
fn leaving(data: &Dataset, index: &FacetIndex, state: &ViewState) -> Vec<(String, String)> {
    let (ledger, lang) = (index.ledger(), state.lang);
    let selection = Selection::new(data, index, &state.filters);
    let table = export::report(data, ledger, &|row| selection.passes(row), lang);
    let rows = read(&table.csv());
    assert!(
        rows.iter()
            .skip(1)
            .all(|row| row[15..] == [METHOD.to_string(), data.edition.to_string()])
    );
    let mut texts = vec![("markdown".to_owned(), table.markdown())];
    let noted = table.with_notes(report_notes(data, state, None));
    texts.extend([
        ("tsv".to_owned(), noted.tsv()),
        ("html".to_owned(), noted.html()),
    ]);
    let passing = ledger
        .iter(data)
        .filter(|one| selection.passes(one.target))
        .take(20);
    texts.extend(passing.map(|one| ("proof".to_owned(), proof::text(data, &one, &[], lang))));
    let drawn = Form::ALL.into_iter().flat_map(|form| {
        let state = ViewState {
            form: Some(form),
            page: Page::Chart,
            ..state.clone()
        };
        plot::charts(data, index, &state, &selection)
            .plots
            .unwrap_or_default()
    });
    let matrices = matrices(data, index, &state.filters);
    let coloured = matrices
        .iter()
        .map(|found| matrix(data, found, Colouring::Status, lang).into());
    for plot in drawn.chain(coloured) {
        if plot.statuses {
            texts.push((
                plot.id.clone(),
                sheet(data, state, &plot, None).foot.concat(),
            ));
        }
        if plot.listing.has_targets(ledger) {
            let listing = Table::of(data, ledger, &plot.listing, lang);
            texts.extend([
                ("listing".to_owned(), listing.tsv()),
                ("listing".to_owned(), listing.html()),
            ]);
        }
    }
    texts
}

#[test]
fn markdown_has_as_many_cells_in_each_line() {
    let data = built_in();
    let table = export::report(&data, &Ledger::new(&data), &|row| row % 2 == 0, Lang::Zh);
    let text = table.markdown();
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let (notes, rows): (Vec<&str>, Vec<&str>) = text
        .lines()
        .filter(|line| !line.is_empty())
        .partition(|line| !line.starts_with('|'));
    assert!(rows.len() > 3);
    assert!(rows.iter().all(|line| bars(line) == 18), "{text}");
    assert_eq!(notes.len(), 2);
    assert!(notes[1].ends_with("评估方法第1版") && notes[1].contains(&*data.edition));
}

#[test]
fn a_row_names_all_units_that_answer_and_marks_those_that_lead() {
    let data = built_in();
    for (lang, indicator, area, units) in [
        (
            Lang::Zh,
            "引进和培育独角兽或准独角兽企业",
            "武昌区",
            "区科经局（牵头）、区金融局、区企业人才中心",
        ),
        (
            Lang::En,
            "Unicorns and near-unicorns introduced or fostered",
            "Wuchang District",
            "Science, Technology and Economic Information Bureau (lead); Local Financial Bureau; \
             Enterprise and Talent Service Centre",
        ),
        (
            Lang::Zh,
            "全员劳动生产率增速",
            "武昌区",
            "区人资局、区发改局",
        ),
        (Lang::Zh, "社会消费品零售总额增速", "江汉区", ""),
    ] {
        let rows = read(&table(&data, lang).csv());
        let head = Msg::ColumnUnits.get(lang);
        let column = rows[0].iter().position(|name| name == head);
        let is_of = |row: &&Vec<String>| {
            [indicator, area]
                .iter()
                .all(|word| row.iter().any(|cell| cell == word))
        };
        let row = rows.iter().find(is_of).expect("a row of the indicator");
        assert_eq!(row[column.expect("the column")], units, "{indicator}");
    }
}

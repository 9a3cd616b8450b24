//! The order of the table's rows over the built-in data, against its plain definition.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{Dataset, Kind, Lang, Observation, Role, Row, Tables, load};
use guatu::query::board::cards;
use guatu::query::charges::once;
use guatu::query::column::Column;
use guatu::query::documents::{self, documents};
use guatu::query::sort::{Sort, sorted};
use guatu::query::{FacetIndex, Filters, Selection};

fn data() -> Dataset {
    load(&Tables::built_in()).expect("the built-in package is valid")
}

#[test]
fn an_order_by_value_compares_across_units_and_leaves_words_last() {
    let data = data();
    let index = FacetIndex::new(&data);
    let selection = Selection::new(&data, &index, &Filters::default());
    for descending in [false, true] {
        let by = Sort {
            column: Column::Value,
            descending,
        };
        let rows = sorted(&data, &index, &selection, &[by], Lang::Zh);
        let values: Vec<Option<f64>> = rows
            .iter()
            .map(|row| {
                data.observation(*row)
                    .and_then(|figure| figure.base_value())
            })
            .collect();
        let numbers: Vec<f64> = values.iter().flatten().copied().collect();
        let ordered = numbers.is_sorted_by(|a, b| if descending { a >= b } else { a <= b });
        assert!(ordered, "descending: {descending}");
        let first_word = values.iter().position(Option::is_none).expect("statements");
        assert!(values.iter().skip(first_word).all(Option::is_none));
    }
}

/// An order against its plain definition: the first key that tells two rows apart decides, and the
/// order of the documents where none does.
#[test]
fn an_order_by_three_keys_is_that_of_the_plain_definition() {
    let data = data();
    let index = FacetIndex::new(&data);
    let selection = Selection::new(&data, &index, &Filters::default());
    let shelf = documents(&data);
    let by = |column, descending| Sort { column, descending };
    let keys = [
        by(Column::Kind, true),
        by(Column::Indicator, false),
        by(Column::Period, true),
    ];
    for lang in [Lang::Zh, Lang::En] {
        let rows = sorted(&data, &index, &selection, &keys, lang);
        let figure = |row: u32| data.observation(row).expect("a figure");
        let place = |row: u32| {
            let figure = figure(row);
            let mut shelf = shelf.iter();
            let document = shelf
                .position(|code| *data.documents[usize::from(*code)].id == *figure.document.id);
            (document, figure.line, figure.ordinal())
        };
        let name = |row: u32| {
            let indicator = figure(row).indicator;
            let pinyin = if lang == Lang::Zh {
                &*indicator.pinyin
            } else {
                ""
            };
            (pinyin, indicator.name.get(lang))
        };
        for pair in rows.windows(2) {
            let [a, b] = [pair[0], pair[1]];
            let order = figure(b)
                .kind
                .cmp(&figure(a).kind)
                .then_with(|| name(a).cmp(&name(b)))
                .then_with(|| figure(b).period.chronological(figure(a).period))
                .then_with(|| place(a).cmp(&place(b)));
            assert!(order.is_lt(), "{} before {}", figure(a).id, figure(b).id);
        }
    }
}

/// Whatever the column, no row is lost, and what has nothing in it stands last either way round.
#[test]
fn an_order_by_any_column_keeps_every_row_and_turns_round() {
    let data = data();
    let index = FacetIndex::new(&data);
    let selection = Selection::new(&data, &index, &Filters::default());
    let all: Vec<u32> = (0..data.observations.len()).collect();
    for column in Column::ALL
        .into_iter()
        .filter(|column| column.is_sortable())
    {
        let mut orders = [false, true].map(|descending| {
            let by = [Sort { column, descending }];
            sorted(&data, &index, &selection, &by, Lang::Zh)
        });
        assert_ne!(orders[0], orders[1], "{}", column.key());
        for rows in &mut orders {
            rows.sort_unstable();
            assert_eq!(*rows, all, "{}", column.key());
        }
    }
    for (column, has) in [
        (
            Column::Class,
            (|f| f.class.is_some()) as fn(&Observation<'_>) -> bool,
        ),
        (Column::Plan, |f| f.plan.is_some()),
        (Column::Unit, |f| f.unit.is_some()),
        (Column::Status, |f| f.kind == Kind::Target),
    ] {
        for descending in [false, true] {
            let by = [Sort { column, descending }];
            let rows = sorted(&data, &index, &selection, &by, Lang::Zh);
            let has = rows
                .iter()
                .map(|row| has(&data.observation(*row).expect("a figure")));
            assert!(has.is_sorted_by(|a, b| a >= b), "{}", column.key());
        }
    }
}

/// A table within a document may be one line of very many figures.
#[test]
fn figures_of_one_line_have_one_order_however_many_there_are() {
    let mut tables = Tables::built_in();
    let text = tables.get("observations.csv").expect("figures");
    let document = "wuchang-2020-plan";
    // Neither the file nor the order of the plans has them in theirs.
    let numbers = [
        (70_000, 2102),
        (65_536, 2103),
        (100_000, 2101),
        (65_535, 2104),
        (2, 2105),
    ];
    let row = |(number, year): &(u32, u32)| {
        format!(
            "{document}-900-{number},{document},900,made up,gdp-growth,420106,{year},printed,target,=,7,,percent,\
             ,,{year}-annual,,,7,,,\n"
        )
    };
    let text = numbers
        .iter()
        .map(row)
        .fold(text.to_owned(), |text, row| text + &row);
    tables.insert("observations.csv", text);
    let data = load(&tables).expect("a valid package");
    let index = FacetIndex::new(&data);
    let ordinals = |rows: &mut dyn Iterator<Item = Row>| -> Vec<u32> {
        let figures = rows.filter_map(|row| data.observation(row));
        let own = figures.filter(|figure| figure.line == 900);
        own.map(|figure| figure.ordinal()).collect()
    };
    let expected = [2, 65_535, 65_536, 70_000, 100_000];
    let targets: Vec<Row> = index.ledger().targets().collect();
    let mut rows = targets.clone();
    documents::sort(&data, &mut rows);
    assert_eq!(ordinals(&mut rows.into_iter()), expected);
    let selection = Selection::new(&data, &index, &Filters::default());
    let cards = cards(&data, &index, &selection);
    let mut on_cards = cards.iter().filter_map(|card| card.target);
    assert_eq!(ordinals(&mut on_cards), expected);
    let named: Vec<(Role, Row)> = targets.into_iter().map(|row| (Role::Lead, row)).collect();
    let charges = once(&data, index.ledger(), &named);
    let mut in_charge = charges.iter().map(|charge| charge.target);
    assert_eq!(ordinals(&mut in_charge), expected);
}

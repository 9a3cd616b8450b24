//! The outcomes put together, against a plain filter over all figures.

use std::cmp::Reverse;

use guatu::assess::Ledger;
use guatu::dataset::{Code, Dataset, Kind, Observation, Row, Tables, load};
use proptest::prelude::*;

const INDICATORS: [&str; 2] = ["gdp-growth", "renewal-units"];
const AREAS: [&str; 2] = ["420103", "420106"];
/// Some that end together, so that the longer must come first.
const PERIODS: [&str; 9] = [
    "2019",
    "2021",
    "2021/2025",
    "2024/2025",
    "2025",
    "2025-01/2025-06",
    "2025-06",
    "2025-07/2025-12",
    "2025-12-31",
];
/// Delivered one after the other, and one that does not say when.
const DOCUMENTS: [&str; 3] = [
    "jianghan-2025-work-report",
    "wuchang-2020-plan",
    "wuchang-14fyp-task-division",
];
const KINDS: [&str; 4] = ["actual", "estimate", "to_date", "context"];

/// The cells of a figure, each from its list; and whether it has a number.
type Figure = (usize, usize, usize, usize, usize, bool);

fn any_figures() -> impl Strategy<Value = Vec<Figure>> {
    let figure = (
        0..INDICATORS.len(),
        0..AREAS.len(),
        0..PERIODS.len(),
        0..DOCUMENTS.len(),
        0..KINDS.len(),
        any::<bool>(),
    );
    proptest::collection::vec(figure, 0..60)
}

/// The built-in package with these figures, several to a line.
fn with(figures: &[Figure]) -> Dataset {
    let row = |(n, figure): (usize, &Figure)| {
        let (indicator, area, period, document, kind, has_number) = *figure;
        let (document, line) = (DOCUMENTS[document], 900 + n % 3);
        let unit = ["percent", "item"][indicator];
        let said = if has_number {
            format!("=,{n},,{unit},")
        } else {
            ",,,,in words".to_owned()
        };
        format!(
            "{document}-{line}-{n},{document},{line},made up,{},{},{},printed,{},{said},,,,,made up,,,\n",
            INDICATORS[indicator], AREAS[area], PERIODS[period], KINDS[kind],
        )
    };
    let mut tables = Tables::built_in();
    let mut text = tables.get("observations.csv").expect("figures").to_owned();
    for figure in figures.iter().enumerate() {
        text.push_str(&row(figure));
    }
    tables.insert("observations.csv", text);
    load(&tables).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The outcomes of an indicator in an area, the newest first: of those that end together the longer,
/// then a number before words, the document delivered last, actual before estimate before to date,
/// and at last the first of the documents.
fn plain(data: &Dataset, indicator: Code, area: Code) -> Vec<Observation<'_>> {
    let is_own = |figure: &Observation<'_>| {
        (figure.indicator_code, figure.area_code) == (indicator, area)
            && [Kind::Actual, Kind::Estimate, Kind::ToDate].contains(&figure.kind)
    };
    let mut own: Vec<Observation<'_>> = data.iter().filter(is_own).collect();
    own.sort_by(|a, b| {
        let better = |o: &Observation<'_>| {
            let place = (o.document.id.clone(), o.line, o.ordinal());
            let delivered = Reverse(o.document.delivered.clone());
            (o.value.is_none(), delivered, o.kind, place)
        };
        let ends = b.period.end().total_cmp(&a.period.end());
        let starts = a.period.start().total_cmp(&b.period.start());
        ends.then(starts).then_with(|| better(a).cmp(&better(b)))
    });
    own
}

fn rows<'a>(figures: impl IntoIterator<Item = &'a Observation<'a>>) -> Vec<Row> {
    figures.into_iter().map(|figure| figure.row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn outcomes_are_those_of_a_plain_filter_the_newest_first(
        figures in any_figures(),
        moments in proptest::collection::vec(
            prop_oneof![2018.0..2027.0, (2019..2027).prop_map(f64::from)],
            2..5,
        ),
    ) {
        let data = with(&figures);
        let ledger = Ledger::new(&data);
        let series = ledger.series();
        // A bound may be the very end of a period.
        let ends = data.periods.iter().map(|period| period.end());
        let moments: Vec<f64> = moments.into_iter().chain(ends).collect();
        let areas = AREAS.map(|area| data.areas.iter().position(|known| *known.code == *area));
        for id in INDICATORS {
            let indicator = data.indicator_code(id).expect("an indicator");
            for area in areas.into_iter().flatten() {
                let area = Code::try_from(area).expect("few areas");
                let plain = plain(&data, indicator, area);
                let own: Vec<Observation<'_>> = series.of(&data, indicator, area).collect();
                prop_assert_eq!(rows(&own), rows(&plain));
                let key = (indicator, area);
                for to in &moments {
                    let newest = plain.iter().find(|figure| figure.period.end() <= *to);
                    let newest = newest.map(|figure| figure.row);
                    prop_assert_eq!(series.newest_until(&data, key, *to), newest);
                    for from in &moments {
                        let is_within = |figure: &&Observation<'_>| {
                            (*from..=*to).contains(&figure.period.end())
                        };
                        let expected: Vec<_> = plain
                            .iter()
                            .filter(is_within)
                            .map(|figure| (figure.row, figure.period))
                            .collect();
                        let found = series.ending(&data, key, (*from, *to));
                        prop_assert_eq!(found.collect::<Vec<_>>(), expected);
                    }
                }
            }
        }
    }
}

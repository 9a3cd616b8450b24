//! Charts of rows where there are more figures than a chart has room for.

use std::fmt::Write as _;

use guatu::chart::Chart;
use guatu::dataset::{Tables, load};
use guatu::query::FacetIndex;
use guatu::view::Form;

use super::Built;

impl Built {
    /// The built-in data with more figures at the end of a document that comes early: the indicator, area
    /// and period of each, and what follows of it up to the task.
    fn and(figures: &[(&str, &str, u16, String)]) -> Self {
        const DOCUMENT: &str = "wuchang-2020-plan";
        let mut tables = Tables::built_in();
        let text = tables.get("observations.csv").expect("a known file");
        let mut text = text.to_owned();
        for (n, (indicator, area, year, rest)) in figures.iter().enumerate() {
            writeln!(
                text,
                "{DOCUMENT}-1-{n},{DOCUMENT},1,made up,{indicator},{area},{year},printed,{rest},,,made up,,,"
            )
            .expect("writing to a string");
        }
        tables.insert("observations.csv", text);
        Self::of_tables(&tables)
    }

    fn of_tables(tables: &Tables) -> Self {
        let data = load(tables).unwrap_or_else(|faults| panic!("{faults:?}"));
        let index = FacetIndex::new(&data);
        Self { data, index }
    }

    /// What a form of one indicator says, and how many marks it has.
    fn says_of(&self, form: Form, pick: &str) -> (String, usize) {
        let (sentence, figures) = self.says(form, &[pick]);
        (sentence, figures.len())
    }
}

#[test]
fn targets_in_words_take_no_room_from_those_that_can_be_drawn() {
    let (before, drawn) = Built::new().says_of(Form::Bullets, "gdp-growth");
    assert!(drawn > 0);
    for has_outcome in [false, true] {
        let mut figures = Vec::new();
        for year in 1700..1901 {
            let target = format!("target,,,,,fast,,{year}-annual");
            figures.push(("gdp-growth", "420106", year, target));
            if has_outcome {
                let outcome = "actual,=,5,,percent,,,".to_owned();
                figures.push(("gdp-growth", "420106", year, outcome));
            }
        }
        let after = Built::and(&figures).says_of(Form::Bullets, "gdp-growth");
        assert_eq!(after, (before.clone(), drawn));
    }
}

#[test]
fn no_ranking_is_cut_to_one_area() {
    // One of three areas and then of two: the room of 100 ends within the last but one.
    let mut figures = Vec::new();
    for year in 1950..2000 {
        let areas = ["420103", "420106", "420100"].into_iter();
        for area in areas.take(if year == 1999 { 3 } else { 2 }) {
            let actual = "actual,=,5,,item,,,".to_owned();
            figures.push(("renewal-units", area, year, actual));
        }
    }
    let built = Built::and(&figures);
    let charts = built.of(Form::Ranked, &["renewal-units"]);
    let plots = charts.plots.expect("it fits");
    let plot = plots.first().expect("a chart");
    let Chart::Ranked(chart) = &plot.chart else {
        panic!("a ranking");
    };
    let bars: Vec<usize> = chart.groups.iter().map(|group| group.bars.len()).collect();
    assert_eq!((bars.len(), bars.first()), (49, Some(&3)));
    assert!(bars.iter().skip(1).all(|bars| *bars == 2), "{bars:?}");
    assert_eq!(plot.points.len(), 99);
    assert!(
        plot.sentence.ends_with("另有2项未列入，请先筛选。"),
        "{}",
        plot.sentence
    );
}

#[test]
fn a_trend_draws_the_lines_of_no_more_areas_than_can_be_told_apart() {
    let mut tables = Tables::built_in();
    let mut areas = tables.get("areas.csv").expect("a known file").to_owned();
    let mut figures = tables
        .get("observations.csv")
        .expect("a known file")
        .to_owned();
    for area in 990_001..=990_045 {
        writeln!(areas, "{area},made up {area},made up {area},").expect("writing to a string");
        for year in [2018, 2019] {
            writeln!(
                figures,
                "wuchang-2020-plan-{area}-{year},wuchang-2020-plan,1,made up,renewal-units,{area},{year},printed,actual,=,5,,item,,,,,,made up,,,"
            )
            .expect("writing to a string");
        }
    }
    tables.insert("areas.csv", areas);
    tables.insert("observations.csv", figures);
    let charts = Built::of_tables(&tables).of(Form::Trend, &["renewal-units"]);
    let plots = charts.plots.expect("it fits");
    let plot = plots.first().expect("a chart");
    // One area of the built-in data, and 39 of those made up.
    assert_eq!(plot.points.len(), 79);
    assert!(
        plot.sentence.ends_with("另有12项未列入，请先筛选。"),
        "{}",
        plot.sentence
    );
}

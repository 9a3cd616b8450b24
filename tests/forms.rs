//! The forms of the chart view with the built-in data: which fit, what they say, what their marks
//! stand for.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::chart::{Chart, Measured, TableWidths, Theme, draw};
use guatu::dataset::{Code, Dataset, Lang, Measure, Observation, RelationKind, Tables, load};
use guatu::plot::{Charts, Listing, Plot, Point, Why, charts, of_indicator};
use guatu::query::{Facet, FacetIndex, Selection};
use guatu::text::period;
use guatu::view::{Action, Form, Page, ViewState, reduce};
use plotters::drawing::IntoDrawingArea as _;
use plotters_svg::SVGBackend;

#[path = "forms/many.rs"]
mod many;
#[path = "forms/said.rs"]
mod said;
#[path = "forms/shares.rs"]
mod shares;
#[path = "forms/standing.rs"]
mod standing;
#[path = "charts/written.rs"]
mod written;

struct Built {
    data: Dataset,
    index: FacetIndex,
}

impl Built {
    fn new() -> Self {
        let data = load(&Tables::built_in()).expect("the built-in package is valid");
        let index = FacetIndex::new(&data);
        Self { data, index }
    }

    fn charts(&self, state: &ViewState) -> Charts {
        let selection = Selection::new(&self.data, &self.index, &state.filters);
        charts(&self.data, &self.index, state, &selection)
    }

    fn code(&self, indicator: &str) -> Code {
        let code = self.data.indicator_code(indicator);
        code.expect("an indicator of the built-in data")
    }

    /// A form of picked indicators, in Chinese.
    fn of(&self, form: Form, picks: &[&str]) -> Charts {
        let picks = picks.iter().map(|id| self.code(id)).collect();
        self.charts(&ViewState {
            form: Some(form),
            picks,
            ..ViewState::default()
        })
    }
}

/// The points that the marks of a chart name, in a picture of 600 pixels.
fn named(plot: &Plot) -> Vec<usize> {
    let mut text = String::new();
    let size = (600, plot.chart.height(600));
    let backend = Measured::svg(SVGBackend::with_string(&mut text, size), TableWidths);
    let area = backend.into_drawing_area();
    let hits = draw(&plot.chart, &area, &Theme::light()).expect("it can be drawn");
    hits.marks.iter().map(|mark| mark.point as usize).collect()
}

#[test]
fn without_picks_and_form_the_view_opens_with_targets_against_outcomes() {
    let charts = Built::new().charts(&ViewState::default());
    assert_eq!(charts.form, Some(Form::Bullets));
    let unfit = charts
        .fits
        .iter()
        .filter_map(|(form, fit)| Some((*form, fit.err()?)));
    // No two areas of the built-in data have figures of one period and kind.
    assert_eq!(unfit.collect::<Vec<_>>(), [(Form::Ranked, Why::OneArea)]);
}

#[test]
fn every_form_draws_marks_for_all_its_points_and_says_what_it_shows() {
    let built = Built::new();
    for lang in [Lang::Zh, Lang::En] {
        let forms = Form::ALL.into_iter();
        for form in forms.filter(|form| *form != Form::Ranked) {
            let charts = built.charts(&ViewState {
                form: Some(form),
                lang,
                ..ViewState::default()
            });
            let plots = charts.plots.expect("it fits");
            assert!(!plots.is_empty());
            for plot in plots {
                let mut points = named(&plot);
                points.sort_unstable();
                points.dedup();
                let all: Vec<usize> = (0..plot.points.len()).collect();
                assert_eq!(points, all, "{}", plot.id);
                assert!(!plot.listing.is_empty() && !plot.documents.is_empty());
                assert!(plot.sentence.chars().count() > 10, "{}", plot.sentence);
            }
        }
    }
}

#[test]
fn a_form_that_does_not_fit_says_why() {
    let built = Built::new();
    let why = |form, pick| built.of(form, &[pick]).plots.err();
    assert_eq!(why(Form::Pace, "gdp-growth"), Some(Why::NoYear));
    assert_eq!(why(Form::Bullets, "gdp-growth"), None);
    assert_eq!(why(Form::Bullets, "retail-sales"), Some(Why::NoOutcome));
    assert_eq!(why(Form::Bullets, "relief-loans"), Some(Why::NoTarget));
    assert_eq!(why(Form::Trend, "relief-loans"), Some(Why::OnePeriod));
    assert_eq!(why(Form::Ranked, "relief-loans"), Some(Why::OneArea));
    assert_eq!(why(Form::Dumbbell, "relief-loans"), Some(Why::NoPair));
    assert_eq!(why(Form::Distribution, "relief-loans"), None);
}

#[test]
fn the_figures_choose_a_form_that_fits() {
    let built = Built::new();
    let chosen = |pick| {
        let picks = vec![built.code(pick)];
        let state = ViewState {
            picks,
            ..ViewState::default()
        };
        built.charts(&state).form
    };
    assert_eq!(chosen("gdp-growth"), Some(Form::Bullets));
    assert_eq!(chosen("budget-revenue"), Some(Form::Trend));
    assert_eq!(chosen("relief-loans"), None);
}

#[test]
fn the_pace_of_a_year_is_told_with_the_share_done_and_the_calendar() {
    let charts = Built::new().of(Form::Pace, &["gdp", "budget-revenue", "gdp-growth"]);
    let plots = charts.plots.expect("it fits");
    let sentence = &plots.first().expect("one chart").sentence;
    assert_eq!(
        sentence,
        "武昌区地区生产总值2020年1—9月累计1001.16亿元，占全年预计64.6%，时序进度75%；\
         武昌区地方一般公共预算收入2020年1—9月累计86.87亿元，占全年预计76.6%，时序进度75%。\
         此图不适用，未列入：地区生产总值增速。"
    );
}

#[test]
fn a_segment_of_the_distribution_filters_the_table_to_what_it_counts() {
    let built = Built::new();
    let charts = built.of(Form::Distribution, &[]);
    let plots = charts.plots.expect("it fits");
    let plot = plots.first().expect("one chart");
    let Listing::Cells { rows, .. } = &plot.listing else {
        panic!("its table has cells");
    };
    assert_eq!(rows.len(), built.data.themes.len());
    let mut sum = 0;
    for point in &plot.points {
        let Point::Group(group) = point else {
            panic!("a segment stands for several figures");
        };
        let action = Action::Narrow(group.choices.clone(), group.page);
        let state = reduce(&ViewState::default(), action);
        assert_eq!(state.page, Page::Table);
        assert_eq!(state.filters.get(Facet::Kind).len(), 1);
        let count = Selection::new(&built.data, &built.index, &state.filters).count();
        assert!(group.words.contains(&count.to_string()), "{}", group.words);
        sum += count;
    }
    assert_eq!(sum, built.data.observations.len());
}

impl Built {
    /// What the only chart of a form says of picked indicators, and the figures of its points.
    fn says(&self, form: Form, picks: &[&str]) -> (String, Vec<Observation<'_>>) {
        let plots = self.of(form, picks).plots.expect("it fits");
        let [plot] = plots.as_slice() else {
            panic!("one chart");
        };
        let rows = plot.points.iter().filter_map(Point::row);
        let figures = rows.filter_map(|row| self.data.observation(row));
        (plot.sentence.clone(), figures.collect())
    }

    fn relation(&self, kind: RelationKind, a: &Observation<'_>, b: &Observation<'_>) -> bool {
        self.data.relations.iter().any(|pair| {
            let ends = [pair.from, pair.to];
            pair.kind == kind && (ends == [a.row, b.row] || ends == [b.row, a.row])
        })
    }
}

#[test]
fn printings_that_disagree_are_said_to_and_are_not_subtracted() {
    let built = Built::new();
    let (sentence, ends) = built.says(Form::Dumbbell, &["relief-paid"]);
    let values: Vec<Option<f64>> = ends.iter().map(|end| end.value).collect();
    assert_eq!(values, [Some(1.41), Some(1.02)]);
    assert!(built.relation(RelationKind::Conflicts, &ends[0], &ends[1]));
    // Both stand in one line: what tells them apart is their place in it.
    assert!(
        sentence.ends_with("实际第125行第3处1.41亿元，实际第125行第13处1.02亿元，两处记载不一致。"),
        "{sentence}"
    );
    let (sentence, _) = built.says(Form::Dumbbell, &["surveyed-unemployment"]);
    assert!(sentence.ends_with("两处记载不一致。"), "{sentence}");
    let ranking = built.of(Form::Ranked, &["relief-paid"]).plots.err();
    assert_eq!(ranking, Some(Why::OneArea));
}

#[test]
fn what_adds_up_over_time_is_not_compared_for_periods_of_two_lengths() {
    let built = Built::new();
    let why = |pick| built.of(Form::Dumbbell, &[pick]).plots.err();
    // January to September, and the year.
    assert_eq!(why("gdp"), Some(Why::NoPair));
    let charts = built.charts(&ViewState {
        form: Some(Form::Dumbbell),
        ..ViewState::default()
    });
    for plot in charts.plots.expect("some indicator has a pair") {
        let rows: Vec<_> = plot.points.iter().filter_map(Point::row).collect();
        for ends in rows.chunks(2) {
            let [a, b] = [ends[0], ends[1]].map(|row| built.data.observation(row));
            let (a, b) = (a.expect("a figure"), b.expect("a figure"));
            let length = |o: &Observation<'_>| o.period.end() - o.period.start();
            let is_sum = [Measure::Level, Measure::Count, Measure::Cumulative]
                .contains(&a.indicator.measure);
            assert!(
                !is_sum || (length(&a) - length(&b)).abs() < 0.02,
                "{}",
                a.id
            );
        }
    }
}

#[test]
fn a_ranking_is_of_two_areas_or_more() {
    let mut tables = Tables::built_in();
    let figures = tables.get("observations.csv").expect("a known file");
    // The second area's figure of the same year and kind.
    let other = figures.replacen("renewal-units,420103,2024", "renewal-units,420106,2024", 1);
    tables.insert("observations.csv", other);
    let data = load(&tables).expect("a valid package");
    let index = FacetIndex::new(&data);
    let built = Built { data, index };
    let (sentence, figures) = built.says(Form::Ranked, &["renewal-units"]);
    let areas: Vec<&str> = figures.iter().map(|o| o.area.name.get(Lang::Zh)).collect();
    assert_eq!(areas.len(), 2);
    assert_ne!(areas[0], areas[1]);
    assert!(sentence.starts_with("共2个数值，"), "{sentence}");
}

#[test]
fn a_place_in_an_order_is_not_drawn() {
    let built = Built::new();
    for form in Form::ALL
        .into_iter()
        .filter(|form| *form != Form::Distribution)
    {
        let why = built.of(form, &["gdp-central-rank"]).plots.err();
        assert_eq!(why, Some(Why::NoNumber), "{form:?}");
    }
    let (sentence, ends) = built.says(Form::Bullets, &["gdp-growth", "gdp-central-rank"]);
    let id = |figure: &Observation<'_>| figure.indicator.id.to_string();
    assert!(ends.iter().all(|end| id(end) == "gdp-growth"));
    assert!(sentence.contains("未列入："), "{sentence}");
}

#[test]
fn the_sentence_of_a_trend_begins_with_its_newest_figure() {
    let built = Built::new();
    for pick in ["gdp-growth", "budget-revenue"] {
        let (sentence, figures) = built.says(Form::Trend, &[pick]);
        let newest = figures
            .iter()
            .max_by(|a, b| a.period.chronological(b.period));
        let newest = period::of(newest.expect("a figure"), Lang::Zh);
        let first = sentence.split('，').next().expect("a first figure");
        assert!(first.contains(&newest), "{newest} in {sentence}");
    }
}

#[test]
fn a_total_of_several_years_is_no_height_of_a_year() {
    let built = Built::new();
    let charts = built.of(Form::Trend, &["jobs-added"]);
    let plots = charts.plots.expect("it fits");
    let plot = plots.first().expect("one chart");
    let Chart::Trend(trend) = &plot.chart else {
        panic!("a trend");
    };
    let spans = trend.spans();
    assert!(trend.spans().count() > 0);
    for span in spans {
        assert!(span.end - span.start <= 1.0, "{}", span.label);
    }
    assert!(plot.sentence.contains("为多年合计"), "{}", plot.sentence);
    // What is not drawn still stands in the table.
    let years = |o: Observation<'_>| o.period.end() - o.period.start();
    let listed = plot
        .points
        .iter()
        .filter_map(|point| built.data.observation(point.row()?));
    assert!(listed.map(years).any(|years| years > 1.5));
}

#[test]
fn a_trend_says_which_target_must_not_be_held_against_which_outcome() {
    let built = Built::new();
    let charts = built.of(Form::Trend, &["water-supply-renewed"]);
    let plots = charts.plots.expect("it fits");
    let sentence = &plots.first().expect("one chart").sentence;
    assert!(sentence.contains("口径不同，不可比"), "{sentence}");
}

#[test]
fn targets_without_an_outcome_are_named_after_the_sentence_and_have_no_row() {
    let built = Built::new();
    let plots = built.of(Form::Bullets, &["gdp-growth"]).plots;
    let plot = plots.expect("it fits").remove(0);
    let Chart::Bullets(chart) = &plot.chart else {
        panic!("bullets draw bullets");
    };
    assert_eq!(chart.rows.len(), plot.points.len());
    assert!(chart.rows.iter().all(|row| row.outcome.is_some()));
    let heads: Vec<&str> = chart
        .rows
        .iter()
        .map(|row| row.head.figure.as_str())
        .collect();
    assert_eq!(heads, ["预计 0.5% · 目标 7.5%"]);
    let open = "项目标，目标期内未载结果：地区生产总值增速（";
    assert!(plot.sentence.contains(open), "{}", plot.sentence);
    assert!(plot.listing.len() > 2 * chart.rows.len());
}

#[test]
fn an_area_whose_targets_have_no_outcome_opens_with_another_form() {
    let built = Built::new();
    let area = Facet::Area.find(&built.data, "420103");
    let mut state = ViewState::default();
    state
        .filters
        .toggle(Facet::Area, area.expect("an area of the data"));
    let charts = built.charts(&state);
    assert_eq!(charts.form, Some(Form::Trend));
    assert!(charts.plots.is_ok());
    state.form = Some(Form::Bullets);
    assert_eq!(built.charts(&state).plots.err(), Some(Why::NoOutcome));
}

#[test]
fn picks_without_anything_to_compare_are_listed_and_counts_of_all_figures_name_no_pick() {
    let built = Built::new();
    let picks = ["gdp-central-rank", "carbon-intensity-reduction"].map(|id| built.code(id));
    let mut state = ViewState {
        picks: picks.to_vec(),
        ..ViewState::default()
    };
    let charts = built.charts(&state);
    assert_eq!((charts.form, charts.picks.as_slice()), (None, &picks[..]));
    assert_eq!(charts.plots, Ok(Vec::new()));
    state.form = Some(Form::Distribution);
    assert!(built.charts(&state).picks.is_empty());
}

#[test]
fn a_trend_tells_what_is_said_in_words_and_one_period_is_none() {
    let built = Built::new();
    let selection = Selection::new(&built.data, &built.index, &ViewState::default().filters);
    let plot = |id| {
        of_indicator(
            &built.data,
            &built.index,
            &selection,
            built.code(id),
            Lang::Zh,
        )
    };
    assert_eq!(plot("good-air-days").map(|plot| plot.id), None);
    assert_eq!(plot("gdp-central-rank").map(|plot| plot.id), None);
    let trend = plot("gdp-growth").expect("several periods");
    assert_eq!(trend.id, "trend-gdp-growth");
    assert!(
        trend.sentence.contains("另有文字表述："),
        "{}",
        trend.sentence
    );
}

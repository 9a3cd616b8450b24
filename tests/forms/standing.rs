//! How targets stand in the charts.

use guatu::assess::Status;
use guatu::chart::{Chart, Shade, Standing, Theme, svg};
use guatu::dataset::{Kind, Lang, Tables, load};
use guatu::plot::{Listing, Plot, Point, told_standing};
use guatu::query::{Facet, FacetIndex, Selection};
use guatu::text::label;
use guatu::view::{Action, Form, ViewState, reduce};

use super::Built;
use super::written::collision;

impl Built {
    /// The only chart of a state.
    fn plot(&self, state: &ViewState) -> Plot {
        let plots = self.charts(state).plots.expect("it fits");
        let [plot] = plots.as_slice() else {
            panic!("one chart");
        };
        (**plot).clone()
    }

    /// The distribution of what passes one choice of a facet.
    fn distribution(&self, facet: Facet, value: &str, lang: Lang) -> (ViewState, Plot) {
        let mut state = ViewState {
            form: Some(Form::Distribution),
            lang,
            ..ViewState::default()
        };
        let code = facet.find(&self.data, value).expect("a choice");
        state.filters.toggle(facet, code);
        let plot = self.plot(&state);
        (state, plot)
    }

    /// The built-in data with one line of the figures in another form.
    fn with(line: &str, other: &str) -> Self {
        let mut tables = Tables::built_in();
        let figures = tables.get("observations.csv").expect("a known file");
        assert!(figures.contains(line));
        let changed = figures.replacen(line, other, 1);
        tables.insert("observations.csv", changed);
        let data = load(&tables).expect("a valid package");
        let index = FacetIndex::new(&data);
        Self { data, index }
    }
}

/// The statuses of the rows of a chart, in their order.
fn standings(plot: &Plot) -> Vec<Standing> {
    let rows = match &plot.chart {
        Chart::Bullets(chart) => chart.rows.iter().map(|row| &row.head).collect(),
        Chart::Pace(chart) => chart.rows.iter().map(|row| &row.head).collect(),
        _ => Vec::new(),
    };
    let standings = rows.iter().filter_map(|head| head.standing.clone());
    standings.collect()
}

#[test]
fn where_all_are_targets_a_segment_is_a_status_and_filters_to_what_it_counts() {
    let built = Built::new();
    for (facet, value, lang) in [
        (Facet::Kind, "target", Lang::Zh),
        (Facet::Class, "binding", Lang::En),
        (Facet::Status, "awaiting", Lang::Zh),
    ] {
        let (state, plot) = built.distribution(facet, value, lang);
        let selection = Selection::new(&built.data, &built.index, &state.filters);
        let Chart::Stacked(chart) = &plot.chart else {
            panic!("segments");
        };
        let is_status = |shade: &Shade| matches!(shade, Shade::Status(_));
        assert!(chart.legend.iter().all(|(shade, _)| is_status(shade)));
        let mut sum = 0;
        for point in &plot.points {
            let Point::Group(group) = point else {
                panic!("a segment stands for several figures");
            };
            let state = reduce(&state, Action::Narrow(group.choices.clone(), group.page));
            let [status] = state.filters.get(Facet::Status) else {
                panic!("one status");
            };
            let own = Selection::new(&built.data, &built.index, &state.filters);
            let name = label::choice(Facet::Status, &built.data, *status, lang).to_lowercase();
            let words = group.words.to_lowercase();
            assert!(words.contains(&name), "{name} in {words}");
            assert!(words.contains(&own.count().to_string()), "{words}");
            sum += own.count();
        }
        assert_eq!(sum, selection.count());
        assert!(plot.statuses);
    }
}

#[test]
fn the_table_of_statuses_has_a_column_for_each_that_any_target_has() {
    let built = Built::new();
    let (_, plot) = built.distribution(Facet::Kind, "target", Lang::Zh);
    let Listing::Cells { heads, rows } = &plot.listing else {
        panic!("its table has cells");
    };
    assert_eq!(
        heads.join(" "),
        "主题 完成 文件称完成 未完成 待公布 无法评估 合计"
    );
    assert!(rows.iter().all(|row| row.len() == heads.len()));
    assert!(
        plot.sentence
            .ends_with("其中未完成2条，无法评估1条，待公布173条，完成2条，文件称完成2条。"),
        "{}",
        plot.sentence
    );
    let (_, mixed) = built.distribution(Facet::Area, "420106", Lang::Zh);
    assert!(!mixed.statuses && !mixed.sentence.contains("其中"));
}

#[test]
fn a_row_has_the_status_of_the_ledger_in_words_with_its_flags() {
    let built = Built::new();
    let plot = built.plot(&ViewState::default());
    let words: Vec<String> = standings(&plot)
        .into_iter()
        .map(|standing| standing.words)
        .collect();
    for (point, words) in plot.points.iter().zip(&words) {
        let Point::Pair { target, .. } = point else {
            panic!("a target with its outcome");
        };
        let target = built.data.observation(*target).expect("a target");
        let told = told_standing(&built.data, built.index.ledger(), &target, Lang::Zh);
        let told = told.expect("a target has a status");
        assert!(told.starts_with(words.as_str()), "{words} in {told}");
        assert!(told.contains("，与目标之差"), "{told}");
    }
    assert_eq!(words.len(), plot.points.len());
    assert!(words.contains(&"未完成（预计）".to_owned()), "{words:?}");
}

#[test]
fn beside_another_outcome_than_the_one_that_decided_there_is_no_status() {
    // September's figure beside a target whose year has an outcome.
    let built = Built::with(
        "gdp,420106,2020,printed,estimate,=,1550,,yuan-100m,,,,",
        "gdp,420106,2020,printed,target,=,1500,,yuan-100m,,,2020-annual,",
    );
    let mut state = ViewState {
        form: Some(Form::Bullets),
        picks: vec![built.code("gdp")],
        ..ViewState::default()
    };
    let decided = standings(&built.plot(&state));
    assert!(
        decided
            .iter()
            .all(|standing| standing.status != Status::NotAssessable)
    );
    let code = Kind::ToDate as u16;
    state.filters.toggle(Facet::Kind, code);
    let plot = built.plot(&state);
    let [open] = &standings(&plot)[..] else {
        panic!("one row");
    };
    assert_eq!(open.status, Status::NotAssessable);
    assert_eq!(open.words, "所示非评估所依据的结果");
}

#[test]
fn a_year_under_way_stands_by_the_calendar_whatever_came_later() {
    let built = Built::with(
        "parking-spaces,420106,2020,inferred,actual,=,22000,,item,,,,",
        "parking-spaces,420106,2020,inferred,target,=,22000,,item,,,2020-annual,",
    );
    let state = ViewState {
        form: Some(Form::Pace),
        picks: vec![built.code("parking-spaces"), built.code("gdp")],
        ..ViewState::default()
    };
    let plot = built.plot(&state);
    let standings = standings(&plot);
    // The year's outcome of the other row is no target.
    let [only] = standings.as_slice() else {
        panic!("{standings:?}");
    };
    // The document prints 84.52 % of the task, of which the calendar asks 75 %.
    assert_eq!(only.status, Status::Ahead);
    assert!(
        plot.sentence.starts_with("1项快于进度。武昌区停车泊位建设"),
        "{}",
        plot.sentence
    );
    assert!(plot.sentence.contains("，快于进度；"), "{}", plot.sentence);
    assert!(plot.statuses);
}

#[test]
fn the_targets_of_a_trend_have_a_status_and_its_outcomes_none() {
    let built = Built::new();
    let charts = built.of(Form::Trend, &["gdp-growth"]);
    let plots = charts.plots.expect("it fits");
    let Chart::Trend(chart) = &plots[0].chart else {
        panic!("a trend");
    };
    for span in chart.spans() {
        let figure = plots[0].points[span.point as usize].row();
        let figure = figure.and_then(|row| built.data.observation(row));
        let figure = figure.expect("a figure");
        assert_eq!(span.status, built.index.ledger().status(figure.row));
        assert_eq!(span.status.is_some(), figure.kind == Kind::Target);
    }
}

#[test]
fn no_words_of_the_charts_lie_on_each_other_in_any_width_and_language() {
    let built = Built::new();
    let mut found = Vec::new();
    let mut look = |name: &str, plot: &Plot| {
        for width in [320, 480, 760, 1100] {
            let (drawn, _) = svg(&plot.chart, width, &Theme::light()).expect("a drawing");
            let collision = collision(&drawn, f64::from(width)).expect("an SVG");
            found.extend(collision.map(|what| format!("{name} {} at {width}: {what}", plot.id)));
        }
    };
    for lang in [Lang::Zh, Lang::En] {
        look(
            "targets",
            &built.distribution(Facet::Kind, "target", lang).1,
        );
        for form in Form::ALL {
            let state = ViewState {
                form: Some(form),
                lang,
                ..ViewState::default()
            };
            let plots = built.charts(&state).plots.unwrap_or_default();
            for plot in plots {
                look("all", &plot);
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

//! Golden charts: every chart form, drawn as SVG, must equal `tests/golden/NAME.svg` byte for byte.
//!
//! After an intended change run `GUATU_BLESS=1 cargo test --test charts`, look at the files, and
//! commit them. The last tests draw arbitrary figures and only ask that nothing panics.
#![cfg(not(target_arch = "wasm32"))]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use guatu::assess::Status;
use guatu::chart::{
    Chart, Colour, HitMap, Look, Mark, Measured, TableWidths, Theme, Way, draw, svg,
};
use plotters::drawing::IntoDrawingArea as _;
use plotters_svg::SVGBackend;
use proptest::prelude::*;

#[path = "charts/arbitrary.rs"]
mod arbitrary;
#[path = "charts/cases.rs"]
mod cases;
#[path = "charts/overlap.rs"]
mod overlap;
#[path = "charts/samples.rs"]
mod samples;
#[path = "charts/statuses.rs"]
mod statuses;
#[path = "charts/written.rs"]
mod written;

use arbitrary::{
    any_bullets, any_dumbbells, any_matrix, any_pace, any_ranked, any_stacked, any_trend, value,
};
use samples::{
    areas, assessed_units, below_zero, equal_targets, gdp, growth, long_names, losses, mixed,
    trend, units, year,
};

type Outcome = Result<(), Box<dyn Error>>;

/// The chart as SVG of a size in device pixels.
fn svg_sized(
    chart: &Chart,
    size: (u32, u32),
    theme: &Theme,
) -> Result<(String, HitMap), Box<dyn Error>> {
    let mut text = String::new();
    let backend = Measured::svg(SVGBackend::with_string(&mut text, size), TableWidths);
    let area = backend.into_drawing_area();
    let hits = draw(chart, &area, theme)?;
    area.present()?;
    drop(area);
    Ok((text, hits))
}

/// Compares the chart with its golden file, or rewrites the file when told to.
fn golden(name: &str, chart: &Chart, width: u32, theme: &Theme) -> Outcome {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("tests/golden").join(format!("{name}.svg"));
    let (drawn, _) = svg(chart, width, theme)?;
    if env::var_os("GUATU_BLESS").is_some() {
        return Ok(fs::write(path, drawn)?);
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    if wanted != drawn {
        let changed = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .parent()
            .unwrap_or(root)
            .join(format!("{}-changed.svg", name.replace('/', "-")));
        fs::write(&changed, drawn)?;
        let message = format!("{} is not what {} shows", changed.display(), path.display());
        return Err(message.into());
    }
    Ok(())
}

fn twice(theme: Theme) -> Theme {
    Theme {
        ratio: 2.0,
        ..theme
    }
}

fn selecting(mark: usize) -> Theme {
    Theme {
        selected: Some(mark),
        ..Theme::light()
    }
}

#[test]
fn every_form_in_every_case() {
    let mut changed = Vec::new();
    for case in cases::cases() {
        for (form, chart) in cases::FORMS {
            let name = format!("forms/{form}-{}", case.name);
            let drawn = golden(&name, &chart(&case.items), case.width, &case.theme);
            changed.extend(drawn.err().map(|error| error.to_string()));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn marks_lie_inside_their_chart_and_none_has_the_place_of_another() -> Outcome {
    for case in cases::cases() {
        for (form, chart) in cases::FORMS {
            let chart = chart(&case.items);
            let (_, hits) = svg(&chart, case.width, &case.theme)?;
            let (width, height) = (f64::from(case.width), f64::from(chart.height(case.width)));
            for mark in &hits.marks {
                let inside = mark.x > -1.0
                    && mark.y > -1.0
                    && mark.x + mark.width < width + 1.0
                    && mark.y + mark.height < height + 1.0;
                assert!(inside, "{form} {}: {mark:?}", case.name);
            }
            let wide = hits.marks.iter().filter(|mark| mark.width > 2.0);
            let places = wide.map(|mark| (mark.x, mark.y, mark.width));
            let places: Vec<_> = places.map(|place| format!("{place:?}")).collect();
            let twice = places
                .iter()
                .enumerate()
                .find(|(index, place)| places[index + 1..].contains(place));
            assert!(
                form == "trend" || twice.is_none(),
                "{form} {}: {twice:?}",
                case.name
            );
        }
    }
    Ok(())
}

#[test]
fn every_row_is_drawn_at_every_pixel_ratio_and_in_large_text() -> Outcome {
    let usual = cases::cases().into_iter().filter(|case| case.width >= 300);
    for (case, (form, chart)) in
        usual.flat_map(|case| cases::FORMS.map(|form| (case.clone(), form)))
    {
        let chart = chart(&case.items);
        let (_, all) = svg(&chart, case.width, &Theme::light())?;
        for ratio in [0.9, 1.0, 1.1, 1.25, 1.33, 1.5, 1.75, 2.0, 2.625, 3.0] {
            for zoom in [1.0, 1.25] {
                let theme = Theme {
                    ratio,
                    zoom,
                    ..Theme::light()
                };
                // As the page sizes its canvas: in large text a chart has fewer pixels of its own.
                let own = (f64::from(case.width) / zoom) as u32;
                let height = (f64::from(chart.height(own)) * zoom).floor();
                let device = |css: f64| (css * ratio).round() as u32;
                let size = (device(f64::from(case.width)), device(height));
                let (_, hits) = svg_sized(&chart, size, &theme)?;
                let name = format!("{form} {} at {ratio}, {zoom}", case.name);
                assert_eq!(hits.marks.len(), all.marks.len(), "{name}");
            }
        }
    }
    Ok(())
}

#[test]
fn trend_with_targets_estimate_part_year_and_plan() -> Outcome {
    golden("trend-equal", &equal_targets(false), 760, &Theme::light())?;
    golden(
        "trend-equal-areas",
        &equal_targets(true),
        760,
        &Theme::light(),
    )?;
    golden("trend", &gdp(), 760, &Theme::light())?;
    golden("trend-dark", &gdp(), 760, &twice(Theme::dark()))?;
    golden("trend-narrow", &gdp(), 360, &Theme::light())?;
    golden("trend-selected", &gdp(), 760, &selecting(6))
}

#[test]
fn trend_below_zero() -> Outcome {
    golden("trend-negative", &growth(), 600, &Theme::light())
}

#[test]
fn trend_of_one_figure() -> Outcome {
    let one = vec![year(1, 2020, 190.0, Look::Actual, "190 个")];
    golden(
        "trend-single",
        &trend(true, vec![("实施重大项目", one)]),
        600,
        &Theme::light(),
    )
}

#[test]
fn trend_of_single_years_as_bars() -> Outcome {
    let spans = vec![
        year(1, 2018, 11.0, Look::Actual, "11.0%"),
        year(2, 2018, 10.0, Look::Target, "目标 10%"),
        year(3, 2020, 15.0, Look::Target, "目标 15%"),
        year(4, 2020, -6.7, Look::Estimate, "预计 −6.7%"),
        year(5, 2021, 9.0, Look::Target, "目标 9% 以上"),
    ];
    let chart = trend(true, vec![("固定资产投资增速", spans)]);
    golden("trend-bars", &chart, 560, &Theme::light())?;
    golden(
        "trend-bars-dark",
        &chart,
        360,
        &Theme {
            ratio: 1.5,
            selected: Some(3),
            ..Theme::dark()
        },
    )
}

#[test]
fn trend_of_several_series() -> Outcome {
    golden("trend-series", &areas(), 760, &Theme::light())?;
    golden("trend-series-dark", &areas(), 760, &Theme::dark())?;
    golden("trend-series-narrow", &areas(), 360, &twice(Theme::light()))
}

#[test]
fn bullets_of_every_kind() -> Outcome {
    golden("bullets", &mixed(), 500, &Theme::light())?;
    golden("bullets-dark", &mixed(), 500, &twice(Theme::dark()))?;
    golden("bullets-narrow", &mixed(), 320, &selecting(3))
}

#[test]
fn bullets_below_zero() -> Outcome {
    golden("bullets-negative", &below_zero(), 500, &Theme::light())
}

#[test]
fn matrix_of_units_by_fields() -> Outcome {
    golden("matrix", &units(), 900, &Theme::light())?;
    golden("matrix-dark", &units(), 760, &twice(Theme::dark()))?;
    golden("matrix-selected", &units(), 560, &selecting(6))
}

#[test]
fn matrix_of_units_by_their_worst_statuses() -> Outcome {
    let chart = assessed_units();
    golden("matrix-status", &chart, 900, &Theme::light())?;
    golden("matrix-status-dark", &chart, 560, &twice(Theme::dark()))
}

#[test]
fn the_marks_of_a_matrix_are_its_names_and_cells_row_by_row() -> Outcome {
    let (_, hits) = svg(&units(), 900, &Theme::light())?;
    let points: Vec<u32> = hits.marks.iter().map(|mark| mark.point).collect();
    assert_eq!(points, [0, 1, 2, 3, 10, 11, 13, 14, 20, 23, 30]);
    // A cell is as high as its row and stands in its column.
    let [first, second] = [&hits.marks[1], &hits.marks[5]];
    assert_eq!((first.x, first.width), (second.x, second.width));
    assert_eq!(hits.toward(Some(1), Way::Down), Some(5));
    assert_eq!(hits.toward(Some(5), Way::Right), Some(6));
    assert_eq!(hits.toward(Some(10), Way::Right), Some(10));
    Ok(())
}

#[test]
fn ranked_with_long_names() -> Outcome {
    golden("ranked", &long_names(), 760, &Theme::light())?;
    golden("ranked-dark", &long_names(), 760, &twice(Theme::dark()))?;
    golden("ranked-narrow", &long_names(), 360, &Theme::light())
}

#[test]
fn ranked_below_zero() -> Outcome {
    golden("ranked-negative", &losses(), 600, &Theme::light())
}

#[test]
fn charts_without_figures_say_why() -> Outcome {
    golden("empty", &trend(true, Vec::new()), 360, &Theme::light())
}

#[test]
fn every_figure_is_in_the_hit_map_where_it_is_drawn() -> Outcome {
    let (_, hits) = svg(&gdp(), 760, &twice(Theme::light()))?;
    let points: Vec<u32> = hits.marks.iter().map(|mark| mark.point).collect();
    assert_eq!(
        points,
        [1, 2, 3, 4, 6, 5, 7, 8, 9],
        "by start, then end, then from the top"
    );
    for (index, mark) in hits.marks.iter().enumerate() {
        assert!(mark.x >= 0.0 && mark.x + mark.width <= 760.0);
        let middle = (mark.x + mark.width / 2.0, mark.y + mark.height / 2.0);
        let found = hits
            .at(middle.0, middle.1)
            .and_then(|at| hits.marks.get(at));
        // A mark may have a smaller one on it: a figure to date on the bar of its year.
        let area = |mark: &Mark| mark.width * mark.height;
        let is_right = found.is_some_and(|at| at.point == mark.point || area(at) < area(mark));
        assert!(is_right, "{found:?} at the middle of mark {index}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_figures_and_no_size_make_drawing_panic(
        chart in prop_oneof![
            any_trend(),
            any_bullets(),
            any_ranked(),
            any_dumbbells(),
            any_pace(),
            any_stacked(),
            any_matrix(),
        ],
        size in (1_u32..2000, 1_u32..2000),
        ratio in prop_oneof![proptest::sample::select(vec![1.0, 1.5, 2.0, 3.0]), value()],
        selected in proptest::option::of(0_usize..9),
    ) {
        let theme = Theme { ratio, selected, ..Theme::light() };
        let drawn = svg_sized(&chart, size, &theme);
        prop_assert!(drawn.is_ok());
        for mark in drawn.map(|(_, hits)| hits.marks).unwrap_or_default() {
            let numbers = [mark.x, mark.y, mark.width, mark.height];
            prop_assert!(numbers.iter().all(|number| number.is_finite()));
        }
        prop_assert!(chart.height(size.0) > 0);
    }
}

#[test]
fn the_colours_of_charts_are_those_of_the_page() {
    let tokens = include_str!("../src/styles/tokens.css");
    let blocks: Vec<&str> = tokens.split('}').collect();
    let colour = |block: &str, name: &str| {
        let hex = block.split(&format!("--{name}: #")).nth(1)?.get(..6)?;
        let part = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
        Some(Colour(part(0)?, part(2)?, part(4)?))
    };
    let holds = |selector: &str, theme: &Theme| {
        let block = blocks
            .iter()
            .find(|block| block.contains(selector))
            .expect("the block");
        let status = |status| theme.status(status);
        for (name, own) in [
            ("ink", theme.ink),
            ("muted", theme.muted),
            ("line", theme.line),
            ("raised", theme.paper),
            ("accent", theme.accent),
            ("met", status(Status::Met)),
            ("pace", status(Status::OnPace)),
            ("warn", status(Status::SlightlyBehind)),
            ("behind", status(Status::Behind)),
            ("missed", status(Status::Missed)),
        ] {
            assert_eq!(colour(block, name), Some(own), "{selector} {name}");
        }
    };
    holds(":root {", &Theme::light());
    holds(":root[data-appearance=\"dark\"]", &Theme::dark());
    holds(":root:not([data-appearance=\"light\"])", &Theme::dark());
}

//! Golden charts of statuses: targets by theme, and targets over time.

use guatu::assess::Status;
use guatu::chart::{Chart, Look, Segment, Shade, Stack, Stacked, Theme};
use guatu::dataset::Lang;
use guatu::text::label;

use crate::samples::{span, trend, year};
use crate::{Outcome, golden, selecting, twice};

/// A theme and its counts.
type Row = (&'static str, Vec<(Status, f64)>);

/// Themes with a few decided targets among many that are open, one with every status.
pub fn themes(lang: Lang) -> Chart {
    let all = Status::ALL.iter().map(|status| (*status, 2.0)).collect();
    let rows = [
        (
            "科技创新",
            vec![
                (Status::Met, 2.0),
                (Status::Missed, 1.0),
                (Status::Awaiting, 61.0),
            ],
        ),
        ("城市建设与更新改造", all),
        ("就业", vec![(Status::OnPace, 9.0), (Status::Behind, 4.0)]),
        ("生态", vec![(Status::NotAssessable, 1.0)]),
    ];
    let stack = |(row, (name, counts)): (u32, Row)| Stack {
        name: name.to_owned(),
        total: counts
            .iter()
            .map(|(_, count)| count)
            .sum::<f64>()
            .to_string(),
        segments: (row * 20..)
            .zip(counts)
            .map(|(point, (status, value))| Segment {
                point,
                shade: Shade::Status(status),
                value,
                figure: value.to_string(),
            })
            .collect(),
    };
    let key = |status: &Status| {
        let name = label::status(*status).get(lang);
        (Shade::Status(*status), name.to_owned())
    };
    Chart::Stacked(Stacked {
        rows: (0..).zip(rows).map(stack).collect(),
        legend: Status::ALL.iter().map(key).collect(),
        empty: String::new(),
    })
}

/// Targets of single years and of a plan, two of them of one height.
pub fn targets() -> Chart {
    let mut spans = vec![
        year(1, 2019, 1465.0, Look::Actual, "1465 亿元"),
        year(2, 2019, 1400.0, Look::Target, "目标 1400 亿元"),
        year(3, 2020, 1575.0, Look::Target, "目标 ≥ 1575 亿元"),
        year(4, 2020, 1550.0, Look::Estimate, "预计 1550 亿元"),
        year(5, 2021, 1720.0, Look::Target, "目标 1720 亿元左右"),
        span(
            6,
            (2021.0, 2026.0),
            1720.0,
            Look::Target,
            "十四五 ≥ 1720 亿元",
        ),
    ];
    let statuses = [
        None,
        Some(Status::Met),
        Some(Status::Missed),
        None,
        Some(Status::NotAssessable),
        Some(Status::Awaiting),
    ];
    for (span, status) in spans.iter_mut().zip(statuses) {
        span.status = status;
    }
    trend(true, vec![("地区生产总值", spans)])
}

#[test]
fn targets_by_theme_and_status() -> Outcome {
    golden("statuses", &themes(Lang::Zh), 760, &Theme::light())?;
    golden(
        "statuses-dark",
        &themes(Lang::En),
        760,
        &twice(Theme::dark()),
    )?;
    golden("statuses-narrow", &themes(Lang::Zh), 320, &selecting(4))
}

#[test]
fn a_target_s_line_ends_in_the_shape_of_its_status() -> Outcome {
    golden("trend-statuses", &targets(), 760, &Theme::light())?;
    golden("trend-statuses-dark", &targets(), 360, &Theme::dark())?;
    golden("trend-statuses-selected", &targets(), 760, &selecting(2))
}

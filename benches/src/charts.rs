//! Charts of generated figures, as the page's program draws them.

use guatu::chart::{Bar, Chart, Look, Rank, Ranked, Series, Span, Trend};
use guatu::dataset::Lang;
use guatu::text::number::Digits;

use crate::work;

/// A trend of so many outcomes in twenty years, each with its label, and of one target.
#[must_use]
pub fn line(points: usize) -> Chart {
    let time = |at: usize| 2005.0 + 20.0 * at as f64 / points as f64;
    let outcomes = work::walk(points).into_iter().enumerate();
    let outcomes = outcomes.map(|(at, value)| span(at, (time(at), time(at + 1)), value));
    let target = Span {
        look: Look::Target,
        ..span(points, (2021.0, 2026.0), 1.0)
    };
    let series = vec![Series {
        name: String::new(),
        spans: outcomes.chain([target]).collect(),
    }];
    Chart::Trend(Trend::new(
        series,
        false,
        Digits::of(Lang::En),
        String::new(),
    ))
}

fn span(point: usize, (start, end): (f64, f64), value: f64) -> Span {
    Span {
        point: point as u32,
        start,
        end,
        value,
        high: None,
        look: Look::Actual,
        status: None,
        label: format!("{value:.1} people"),
        brief: format!("{value:.1}"),
    }
}

/// So many bars with names and figures.
#[must_use]
pub fn bars(count: usize) -> Chart {
    let values = work::values(count).into_iter();
    let bar = |(point, value): (u32, f64)| Bar {
        point,
        name: format!("District {point}"),
        detail: String::new(),
        value,
        look: Look::Actual,
        figure: value.to_string(),
    };
    Chart::Ranked(Ranked {
        groups: vec![Rank {
            heading: String::new(),
            bars: (0..).zip(values).map(bar).collect(),
        }],
        empty: String::new(),
    })
}

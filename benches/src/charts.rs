//! Charts of generated figures, as the page's program draws them.

use guatu::chart::{Bar, Chart, Curve, Look, Rank, Ranked};
use guatu::dataset::Lang;
use guatu::text::number::Digits;

use crate::work;

/// A line through so many figures over twenty years.
#[must_use]
pub fn line(points: usize) -> Chart {
    let time = |at: usize| 2005.0 + 20.0 * at as f64 / points as f64;
    Chart::Curve(Curve {
        times: (0..points).map(time).collect(),
        values: work::walk(points),
        zero: false,
        digits: Digits::of(Lang::En),
        empty: String::new(),
    })
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

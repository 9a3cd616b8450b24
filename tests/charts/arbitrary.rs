//! Arbitrary charts, hard ones more often than likely ones.

use guatu::chart::{Bar, Bullet, Bullets, Chart, Look, Ranked, Series, Span, Trend};
use proptest::prelude::*;

/// Any float, and often one that is hard to draw.
pub fn value() -> impl Strategy<Value = f64> {
    let hard = [
        0.0,
        -0.0,
        1e-6,
        -1e-6,
        1e12,
        -1e12,
        1e15,
        1e300,
        1e-300,
        f64::MIN,
        f64::MAX,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
    ];
    prop_oneof![
        -1e4..1e4,
        proptest::sample::select(hard.to_vec()),
        any::<f64>()
    ]
}

pub fn time() -> impl Strategy<Value = f64> {
    prop_oneof![6 => 1990.0..2060.0, 1 => value()]
}

pub fn look() -> impl Strategy<Value = Look> {
    proptest::sample::select(vec![
        Look::Actual,
        Look::Estimate,
        Look::ToDate,
        Look::Target,
    ])
}

pub fn words() -> impl Strategy<Value = String> {
    "[ -~一-龥％，。\u{300}]{0,40}"
}

pub fn any_trend() -> impl Strategy<Value = Chart> {
    let span = (
        any::<u32>(),
        time(),
        time(),
        value(),
        proptest::option::of(value()),
        look(),
        words(),
    );
    let span = span.prop_map(|(point, start, end, value, high, look, label)| Span {
        point,
        start,
        end,
        value,
        high,
        look,
        label,
    });
    let series = (words(), proptest::collection::vec(span, 0..8));
    let series = series.prop_map(|(name, spans)| Series { name, spans });
    let chart = (
        any::<bool>(),
        proptest::collection::vec(series, 0..7),
        words(),
    );
    chart.prop_map(|(zero, series, empty)| {
        Chart::Trend(Trend {
            digits: guatu::text::number::Digits::of(guatu::dataset::Lang::Zh),
            zero,
            series,
            empty,
        })
    })
}

pub fn any_bullets() -> impl Strategy<Value = Chart> {
    let values = (
        proptest::option::of(value()),
        value(),
        proptest::option::of(value()),
    );
    let row = (any::<u32>(), words(), words(), values, look());
    let row = row.prop_map(
        |(point, name, figure, (outcome, target, high), look)| Bullet {
            point,
            name,
            figure,
            outcome,
            target,
            high,
            look,
        },
    );
    let chart = (proptest::collection::vec(row, 0..8), words());
    chart.prop_map(|(rows, empty)| Chart::Bullets(Bullets { rows, empty }))
}

pub fn any_ranked() -> impl Strategy<Value = Chart> {
    let bar = (any::<u32>(), words(), words(), value(), look(), words());
    let bar = bar.prop_map(|(point, name, detail, value, look, figure)| Bar {
        point,
        name,
        detail,
        value,
        look,
        figure,
    });
    let chart = (proptest::collection::vec(bar, 0..8), words());
    chart.prop_map(|(bars, empty)| Chart::Ranked(Ranked { bars, empty }))
}

//! Arbitrary charts, hard ones more often than likely ones.

use guatu::assess::Status;
use guatu::chart::{
    Band, Bar, Bullet, Bullets, Cell, Chart, Dumbbell, Dumbbells, End, Good, Head, Look, Matrix,
    MatrixRow, Pace, Progress, Rank, Ranked, Segment, Series, Shade, Span, Stack, Stacked, Stage,
    Standing, Trend,
};

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
        status: Status::ALL.get(point as usize % 16).copied(),
        point,
        start,
        end,
        value,
        high,
        look,
        brief: label.clone(),
        label,
    });
    let series = (words(), proptest::collection::vec(span, 0..8));
    let series = series.prop_map(|(name, spans)| Series { name, spans });
    let chart = (
        any::<bool>(),
        proptest::collection::vec(series, 0..7),
        proptest::collection::vec(any::<(u32, u32)>(), 0..3),
        words(),
    );
    chart.prop_map(|(zero, series, breaks, empty)| {
        let digits = guatu::text::number::Digits::of(guatu::dataset::Lang::Zh);
        Chart::Trend(Trend::new(series, zero, digits, empty).broken(&breaks))
    })
}

fn head() -> impl Strategy<Value = Head> {
    let standing = (proptest::sample::select(Status::ALL), words());
    let standing = standing.prop_map(|(status, words)| Standing { status, words });
    let parts = (words(), words(), words(), proptest::option::of(standing));
    parts.prop_map(|(name, detail, figure, standing)| Head {
        name,
        detail,
        figure,
        standing,
    })
}

pub fn any_bullets() -> impl Strategy<Value = Chart> {
    let values = (
        proptest::option::of(value()),
        value(),
        proptest::option::of(value()),
    );
    let good = proptest::sample::select(vec![None, Some(Good::Above), Some(Good::Below)]);
    let row = (any::<u32>(), head(), values, look(), good);
    let row = row.prop_map(
        |(point, head, (outcome, target, high), look, good)| Bullet {
            point,
            head,
            outcome,
            target,
            high,
            look,
            good,
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
    let rank = (words(), proptest::collection::vec(bar, 0..4));
    let rank = rank.prop_map(|(heading, bars)| Rank { heading, bars });
    let chart = (proptest::collection::vec(rank, 0..4), words());
    chart.prop_map(|(groups, empty)| Chart::Ranked(Ranked { groups, empty }))
}

pub fn any_dumbbells() -> impl Strategy<Value = Chart> {
    let end = || {
        let parts = (any::<u32>(), words(), value(), look(), words());
        parts.prop_map(|(point, name, value, look, figure)| End {
            point,
            name,
            value,
            look,
            figure,
        })
    };
    let row = (head(), any::<bool>(), [end(), end()]);
    let row = row.prop_map(|(head, conflict, ends)| Dumbbell {
        head,
        conflict,
        ends,
    });
    let chart = (proptest::collection::vec(row, 0..8), any::<bool>(), words());
    chart.prop_map(|(rows, shared, empty)| {
        Chart::Dumbbells(Dumbbells {
            rows,
            shared,
            empty,
        })
    })
}

pub fn any_pace() -> impl Strategy<Value = Chart> {
    let stage = || {
        (any::<u32>(), value(), look(), words()).prop_map(|(point, value, look, figure)| Stage {
            point,
            value,
            look,
            figure,
        })
    };
    let others = (proptest::option::of(stage()), proptest::option::of(stage()));
    let elapsed = proptest::option::of(value());
    let row = (head(), stage(), others, elapsed);
    let row = row.prop_map(|(head, so_far, (whole, target), elapsed)| Progress {
        head,
        so_far,
        whole,
        target,
        elapsed,
    });
    let chart = (proptest::collection::vec(row, 0..8), words());
    chart.prop_map(|(rows, empty)| Chart::Pace(Pace { rows, empty }))
}

pub fn any_stacked() -> impl Strategy<Value = Chart> {
    let status = || proptest::sample::select(Status::ALL).prop_map(Shade::Status);
    let shade = || {
        prop_oneof![
            look().prop_map(Shade::Look),
            Just(Shade::Background),
            status()
        ]
    };
    let segment = (any::<u32>(), shade(), value(), words());
    let segment = segment.prop_map(|(point, shade, value, figure)| Segment {
        point,
        shade,
        value,
        figure,
    });
    let row = (words(), words(), proptest::collection::vec(segment, 0..6));
    let row = row.prop_map(|(name, total, segments)| Stack {
        name,
        total,
        segments,
    });
    let legend = proptest::collection::vec((shade(), words()), 0..6);
    let chart = (proptest::collection::vec(row, 0..8), legend, words());
    chart.prop_map(|(rows, legend, empty)| {
        Chart::Stacked(Stacked {
            rows,
            legend,
            empty,
        })
    })
}

pub fn any_matrix() -> impl Strategy<Value = Chart> {
    let status = || proptest::option::of(proptest::sample::select(Status::ALL));
    let cell = (any::<u32>(), any::<u32>(), any::<u32>(), status(), status());
    let cell = cell.prop_map(|(point, lead, responsible, one, other)| Cell {
        point,
        lead,
        responsible,
        worst: [one, other],
    });
    let cells = proptest::collection::vec(proptest::option::of(cell.clone()), 0..9);
    let row =
        (words(), cells, cell).prop_map(|(name, cells, total)| MatrixRow { name, cells, total });
    let rows = proptest::collection::vec(row, 0..9);
    let band = (words(), rows).prop_map(|(title, rows)| Band { title, rows });
    let columns = proptest::collection::vec((words(), words()), 0..9);
    let bands = proptest::collection::vec(band, 0..3);
    let key = proptest::collection::vec((status(), words()), 0..9);
    (columns, bands, key, words(), words()).prop_map(|(columns, bands, key, total, empty)| {
        Chart::Matrix(Matrix {
            columns,
            total,
            bands,
            key,
            empty,
        })
    })
}

//! The small bar of a card: the outcome from zero, the target as a tick.

use yew::prelude::*;

use crate::dataset::Kind;

/// The drawing's width; its height is 20. Both are stretched to the card by the style sheet.
const WIDTH: f64 = 240.0;

/// What the longer of outcome and target leaves free at its end.
const ROOM: f64 = 1.1;

/// What is drawn, both numbers in one unit.
#[derive(Clone, Copy)]
pub struct Bar {
    /// The target.
    pub target: f64,
    /// The outcome.
    pub value: f64,
    /// What the outcome is.
    pub kind: Kind,
}

/// The hatch that estimates are filled with, once for the page.
pub fn hatch() -> Html {
    html! {
        <svg class="defs" width="0" height="0" aria-hidden="true">
            <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path class="hatch-line" d="M1.25 0V5" />
            </pattern>
        </svg>
    }
}

/// The bar. The figures stand beside it in words, so it is hidden from assistive technology.
pub fn bar(
    Bar {
        target,
        value,
        kind,
    }: Bar,
) -> Html {
    let low = target.min(value).min(0.0) * ROOM;
    let high = target.max(value).max(0.0) * ROOM;
    let extent = if high > low { high - low } else { 1.0 };
    let at = |number: f64| ((number - low) / extent * (WIDTH - 2.0)) + 1.0;
    let (zero, end, tick) = (at(0.0), at(value), at(target));
    let (x, width) = (zero.min(end), (end - zero).abs().max(1.0));
    let (class, fill) = match kind {
        Kind::Estimate => ("bar-estimate", Some("url(#hatch)")),
        Kind::ToDate => ("bar-to-date", None),
        Kind::Actual | Kind::Target | Kind::Context => ("bar-actual", None),
    };
    let text = |number: f64| format!("{number:.1}");
    html! {
        <svg class="bar" viewBox={format!("0 0 {WIDTH} 20")} preserveAspectRatio="none" aria-hidden="true">
            <line class="bar-base" x1="0" x2={text(WIDTH)} y1="16.5" y2="16.5" />
            <rect {class} {fill} x={text(x)} y="4" width={text(width)} height="12" />
            if low < 0.0 {
                // What falls short of zero must not read as a way already gone.
                <line class="bar-zero" x1={text(zero)} x2={text(zero)} y1="1" y2="19" />
            }
            <line class="bar-target" x1={text(tick)} x2={text(tick)} y1="0" y2="20" />
        </svg>
    }
}

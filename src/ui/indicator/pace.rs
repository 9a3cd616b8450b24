//! A bar of the share that is done against the share of time that has gone.

use yew::prelude::*;

use crate::text::Msg;
use crate::text::proof::Bar;
use crate::ui::context::Shared;

/// The strip's parts from the worst status to the best.
const ZONES: [&str; 4] = ["zone-behind", "zone-warn", "zone-pace", "zone-ahead"];

/// Nearer to each other than this share of the width, the limits have no room for their points.
const ROOM: f64 = 0.07;

/// The bar, coloured as the status is. Places are shares of the width, so that nothing is stretched.
pub fn pace_bar(shared: &Shared, bar: &Bar, status: &'static str) -> Html {
    let (low, high) = (bar.share.min(0.0), bar.share.max(1.0));
    let at = |share: f64| (share - low) / (high - low) * 100.0;
    let percent = |place: f64| format!("{place:.2}%");
    let (zero, done) = (at(0.0), at(bar.share));
    let time = at(bar.elapsed);
    let has_room = 0.1 / (high - low) > ROOM;
    html! {
        <figure class="pace">
            <svg class={status} role="img" aria-label={bar.words.clone()} width="100%" height="58">
                <rect class="pace-track" x={percent(zero)} width={percent(at(1.0) - zero)} y="18" height="14" />
                <rect class="pace-done" x={percent(zero.min(done))} width={percent((done - zero).abs())} y="18" height="14" />
                { zones(bar, &at) }
                if has_room {
                    for (place, points) in bar.limits.iter().filter(|(place, _)| (0.0..=1.0).contains(place)) {
                        <text class="pace-points" x={percent(at(*place))} y="54" text-anchor={anchor(at(*place))}>{ points }</text>
                    }
                }
                <line class="pace-time" x1={percent(time)} x2={percent(time)} y1="13" y2="40" />
                <text class="pace-words" x={percent(time)} y="10" text-anchor={anchor(time)}>{ &bar.time }</text>
            </svg>
            <figcaption>{ shared.msg(Msg::PaceKey) }</figcaption>
        </figure>
    }
}

/// The strip under the bar: what status a share would have now.
fn zones(bar: &Bar, at: &dyn Fn(f64) -> f64) -> Html {
    let within = |share: f64| at(share.clamp(0.0, 1.0));
    let [first, second, third] = &bar.limits;
    let [worst, best] = if bar.is_ceiling {
        [1.0, 0.0]
    } else {
        [0.0, 1.0]
    };
    let ends = [worst, first.0, second.0, third.0, best].map(within);
    let pairs = ends.iter().zip(ends.iter().skip(1));
    html! {
        for (class, (from, to)) in ZONES.into_iter().zip(pairs) {
            <rect
                {class}
                x={format!("{:.2}%", from.min(*to))}
                width={format!("{:.2}%", (to - from).abs())}
                y="36"
                height="4"
            />
        }
    }
}

/// Words at the ends of the bar stay within it.
const fn anchor(place: f64) -> &'static str {
    if place < 8.0 {
        "start"
    } else if place > 92.0 {
        "end"
    } else {
        "middle"
    }
}

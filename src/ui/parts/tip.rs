//! What a mark of a chart stands for, shown and spoken.

use web_sys::Element;
use yew::prelude::*;

use super::kind_badge;
use crate::browser;
use crate::dataset::{Kind, Lang, Observation};
use crate::plot::{Point, told_standing};
use crate::text::outcome::{self, Judged};
use crate::text::{Msg, figure, label, period};
use crate::ui::context::{Shared, use_shared};

/// A point in one sentence, for assistive technology: what the tip shows.
pub fn spoken(shared: &Shared, point: &Point) -> String {
    let lang = shared.lang();
    if let Point::Group(group) = point {
        return group.words.clone();
    }
    let Some(figure) = point.row().and_then(|row| shared.data.observation(row)) else {
        return String::new();
    };
    let (when, what) = several(shared, point).map_or_else(
        || (period::of(&figure, lang), figure::with_kind(&figure, lang)),
        |several| (several.period, several.figure),
    );
    let (name, area) = (figure.indicator.name.get(lang), figure.area.name.get(lang));
    let said = [name, area, &when, &what].join(" ");
    let goal = goal(shared, point);
    let standing = standing(shared, point);
    let document = label::document(&shared.data, figure.document, lang);
    let parts = [Some(said), goal, standing, Some(document)];
    let parts = parts.into_iter().flatten();
    let parts: Vec<String> = parts.collect();
    parts.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// What the target of a pair was judged by, where several outcomes come to it together.
fn several(shared: &Shared, point: &Point) -> Option<Judged> {
    let Point::Pair {
        target,
        is_judged: true,
        ..
    } = point
    else {
        return None;
    };
    let one = shared.assessed(*target)?;
    let target = shared.data.observation(*target)?;
    outcome::several(&shared.data, &one, &target, shared.lang())
}

/// The target that an outcome stands beside: `目标不低于7.5%`.
fn goal(shared: &Shared, point: &Point) -> Option<String> {
    let Point::Pair { target, .. } = point else {
        return None;
    };
    let target = shared.data.observation(*target)?;
    Some(figure::with_kind(&target, shared.lang()))
}

/// How the target of a point stands, if it has one: by another outcome than the one it was judged by it
/// does not.
fn standing(shared: &Shared, point: &Point) -> Option<String> {
    let target = match point {
        Point::Pair {
            is_judged: false, ..
        } => return Some(shared.msg(Msg::NotJudged).to_owned()),
        Point::Pair { target, .. } => *target,
        point => point.row()?,
    };
    let target = shared.data.observation(target)?;
    told_standing(&shared.data, shared.index.ledger(), &target, shared.lang())
}

/// Properties of [`Tip`], all required; places and sizes in CSS pixels of the chart.
#[derive(Properties, PartialEq)]
pub struct TipProps {
    /// What the mark stands for.
    pub point: Point,
    /// The middle of its mark.
    pub x: f64,
    /// The top of its mark.
    pub y: f64,
    /// The chart's width.
    pub width: u32,
}

/// What a mark stands for, beside the mark.
#[component]
pub fn Tip(props: &TipProps) -> Html {
    let shared = use_shared();
    let node = use_node_ref();
    let TipProps { x, y, width, .. } = *props;
    {
        let node = node.clone();
        use_effect_with((x.to_bits(), y.to_bits(), width), move |_| {
            if let Some(tip) = node.cast::<Element>() {
                let half = f64::from(tip.client_width()) / 2.0;
                let room = (f64::from(width) - half).max(half);
                // A tip that cannot be placed stays at the corner of the chart.
                let _ = browser::place(&tip, x.clamp(half, room), y);
            }
        });
    }
    let figure = props
        .point
        .row()
        .and_then(|row| shared.data.observation(row));
    let is_goal = figure.is_some_and(|figure| figure.kind == Kind::Target);
    html! {
        <div ref={node} class={classes!("tip", is_goal.then_some("tip-goal"))} aria-hidden="true">
            if let Point::Group(group) = &props.point {
                <span>{ &group.words }</span>
            }
            { figure.map(|figure| described(&shared, &figure, &props.point)) }
        </div>
    }
}

fn described(shared: &Shared, figure: &Observation<'_>, point: &Point) -> Html {
    let lang = shared.lang();
    let judged = several(shared, point);
    let own = [figure.kind];
    let kinds = judged.as_ref().map_or(&own[..], |judged| &judged.kinds);
    let kinds: Html = kinds.iter().map(|kind| kind_badge(*kind, lang)).collect();
    let (line, when) = judged.map_or_else(
        || (figure::line(figure, lang), period::of(figure, lang)),
        |judged| (judged.figure, judged.period),
    );
    html! {
        <>
            <b>{ line }</b>
            { kinds }
            if let Some(goal) = goal(shared, point) {
                <span>{ goal }</span>
            }
            if let Some(standing) = standing(shared, point) {
                <span>{ standing }</span>
            }
            <span>{ figure.indicator.name.get(lang) }</span>
            <span>{ format!("{} · {}", figure.area.name.get(lang), when) }</span>
            <span class="tip-source">{ label::document(&shared.data, figure.document, lang) }</span>
        </>
    }
}

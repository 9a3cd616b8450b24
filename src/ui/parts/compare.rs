//! The tray: the indicators that are put side by side, from whatever view they are found in.

use std::rc::Rc;

use yew::prelude::*;

use super::use_focus_after;
use crate::browser;
use crate::dataset::{Code, Lang, Measure};
use crate::text::Msg;
use crate::ui::context::{Shared, use_shared};
use crate::view::{Action, PICKS, Page};

/// Puts an indicator in the tray, or takes it out. A place in an order cannot be drawn, and has no
/// such button.
pub fn compare_button(shared: &Shared, indicator: Code) -> Html {
    let found = shared.data.indicator(indicator);
    if found.is_some_and(|found| found.measure == Measure::Rank) {
        return html! {};
    }
    let picks = &shared.state.picks;
    let is_in = picks.contains(&indicator);
    let is_full = !is_in && picks.len() >= PICKS;
    let act = shared.act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act.emit(Action::Compare(indicator)));
    let compare = shared.msg(Msg::Compare);
    html! {
        <button
            type="button"
            class="compare"
            aria-pressed={is_in.to_string()}
            aria-label={format!("{compare} {}", name(shared, indicator))}
            disabled={is_full}
            title={is_full.then(|| shared.msg(Msg::PickFull))}
            {onclick}
        >
            { compare }
        </button>
    }
}

/// An indicator's name.
fn name(shared: &Shared, indicator: Code) -> String {
    let found = shared.data.indicator(indicator);
    found.map_or_else(String::new, |i| i.name.get(shared.lang()).to_owned())
}

/// Properties of [`PickChips`], both required.
#[derive(Properties, PartialEq)]
pub struct PickChipsProps {
    /// The indicators, in the order of picking.
    pub codes: Vec<Code>,
    /// What has the focus when no chip is left.
    pub otherwise: &'static str,
}

/// A chip for each indicator, which a press takes away; the rest are picked then.
#[component]
pub fn PickChips(props: &PickChipsProps) -> Html {
    let shared = use_shared();
    let PickChipsProps { codes, otherwise } = props;
    let otherwise = *otherwise;
    let pressed = use_focus_after(codes.clone(), ".pick-chips .chip", otherwise);
    let chip = |(place, code): (usize, &Code)| {
        let mut left = codes.clone();
        left.remove(place);
        let (act, pressed) = (shared.act.clone(), Rc::clone(&pressed));
        let onclick = Callback::from(move |_: MouseEvent| {
            pressed.set(Some(place));
            act.emit(Action::Pick(left.clone()));
            if left.is_empty() {
                // The tray goes with its last chip, and cannot hand the focus on itself.
                let _ = browser::focus(otherwise);
            }
        });
        let name = name(&shared, *code);
        let label = format!("{} {name}", shared.msg(Msg::Remove));
        html! {
            <button key={*code} type="button" class="chip" aria-label={label} {onclick}>{ name }</button>
        }
    };
    html! {
        <div class="pick-chips">
            for (place, code) in codes.iter().enumerate() { { chip((place, code)) } }
        </div>
    }
}

/// The tray as it follows the reader through the views; nothing while it is empty.
pub fn tray(shared: &Shared) -> Html {
    let picks = &shared.state.picks;
    if picks.is_empty() || shared.state.page == Page::Chart {
        return html! {};
    }
    let count = match shared.lang() {
        Lang::Zh => format!("对比指标 {}/{PICKS}", picks.len()),
        Lang::En => format!("To compare: {} of {PICKS}", picks.len()),
    };
    let act = shared.act.clone();
    let clear = Callback::from(move |_: MouseEvent| {
        act.emit(Action::Pick(Vec::new()));
        let _ = browser::focus("content");
    });
    html! {
        <section class="tray" aria-label={shared.msg(Msg::Tray)}>
            <p role="status">{ count }</p>
            <PickChips codes={picks.clone()} otherwise="content" />
            <a class="tray-go" href={shared.link(Action::Go(Page::Chart))}>
                { shared.msg(Msg::SeeCharts) }
            </a>
            <button type="button" class="quiet" onclick={clear}>{ shared.msg(Msg::EmptyTray) }</button>
        </section>
    }
}

//! Which indicators the charts show: up to six of those with a number.

use yew::prelude::*;

use crate::dataset::Code;
use crate::plot::{offered, usual};
use crate::text::Msg;
use crate::ui::context::use_shared;
use crate::ui::parts::SelectionProps;
use crate::view::{Action, PICKS};

/// The picker: a disclosure with a check box for each indicator.
#[component]
pub fn Picker(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let picks = &shared.state.picks;
    let shown = if picks.is_empty() {
        usual(&shared.data, &props.selection, shared.state.form)
    } else {
        picks.clone()
    };
    let mut codes = offered(&shared.data, &props.selection);
    // A pick that the filters leave nothing of can still be taken away.
    codes.extend(
        picks
            .iter()
            .filter(|code| !codes.contains(code))
            .collect::<Vec<_>>(),
    );
    let is_full = shown.len() >= PICKS;
    let toggle = |code: Code| {
        let mut next = shown.clone();
        match next.iter().position(|known| *known == code) {
            Some(index) => {
                next.remove(index);
            }
            None => next.push(code),
        }
        let act = shared.act.clone();
        Callback::from(move |_: Event| act.emit(Action::Pick(next.clone())))
    };
    // A seventh cannot be taken, and the last not be left: no pick at all means the usual ones.
    let is_held = |code: Code| {
        let is_shown = shown.contains(&code);
        is_full && !is_shown || shown.len() == 1 && is_shown
    };
    let name = |code: Code| {
        let indicator = shared.data.indicator(code);
        indicator.map_or_else(String::new, |i| i.name.get(shared.lang()).to_string())
    };
    html! {
        <details class="picker">
            <summary>{ format!("{} {}/{PICKS}", shared.msg(Msg::PickIndicators), shown.len()) }</summary>
            <div class="picker-body">
                <p>
                    { shared.msg(if is_full { Msg::PickFull } else { Msg::PickHint }) }
                    if !picks.is_empty() {
                        <a href={shared.link(Action::Pick(Vec::new()))}>{ shared.msg(Msg::PickNone) }</a>
                    }
                </p>
                <div class="picker-list">
                    for code in codes {
                        <label key={code} class="choice">
                            <input
                                type="checkbox"
                                name="pick"
                                checked={shown.contains(&code)}
                                disabled={is_held(code)}
                                onchange={toggle(code)}
                            />
                            <span>{ name(code) }</span>
                        </label>
                    }
                </div>
            </div>
        </details>
    }
}

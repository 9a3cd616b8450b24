//! Which indicators the charts show: up to six of those with a number.

use yew::prelude::*;

use crate::dataset::Code;
use crate::plot::offered;
use crate::text::Msg;
use crate::ui::context::use_shared;
use crate::ui::parts::SelectionProps;
use crate::view::{Action, PICKS};

/// The picker: a disclosure with a check box for each indicator. None is ticked while the charts
/// show the usual ones; the first tick takes their place.
#[component]
pub fn Picker(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let picks = &shared.state.picks;
    let mut codes = offered(&shared.data, &props.selection);
    // A pick that the filters leave nothing of can still be taken away.
    let lost = picks.iter().filter(|code| !codes.contains(code));
    codes.extend(lost.copied().collect::<Vec<_>>());
    let is_full = picks.len() >= PICKS;
    let toggle = |code: Code| {
        let mut next = picks.clone();
        match next.iter().position(|known| *known == code) {
            Some(index) => {
                next.remove(index);
            }
            None => next.push(code),
        }
        let act = shared.act.clone();
        Callback::from(move |_: Event| act.emit(Action::Pick(next.clone())))
    };
    let name = |code: Code| {
        let indicator = shared.data.indicator(code);
        indicator.map_or_else(String::new, |i| i.name.get(shared.lang()).to_owned())
    };
    let count = if picks.is_empty() {
        shared.msg(Msg::PickUsual).to_owned()
    } else {
        format!("{}/{PICKS}", picks.len())
    };
    html! {
        <details class="picker">
            <summary>{ format!("{} · {count}", shared.msg(Msg::PickIndicators)) }</summary>
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
                                checked={picks.contains(&code)}
                                disabled={is_full && !picks.contains(&code)}
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

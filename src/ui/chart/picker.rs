//! Which indicators the charts show: up to six of those with a number.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser;
use crate::dataset::Code;
use crate::plot::offered;
use crate::query::{Selection, search};
use crate::text::Msg;
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{PickChips, SelectionProps, leading, use_listed, use_steps};
use crate::view::{Action, PICKS};

/// So many entries fill the list.
const SCREEN: usize = 24;

/// The tray of the chart view: a chip for each indicator that is `shown`, and a list to add from.
/// While none is picked the usual ones are shown; taking one of them away picks the others.
pub fn picker(shared: &Shared, selection: &Rc<Selection>, shown: Vec<Code>) -> Html {
    let is_usual = shared.state.picks.is_empty();
    let count = format!("{}/{PICKS}", shown.len());
    let head = shared.msg(if is_usual { Msg::PickUsual } else { Msg::Tray });
    html! {
        <div class="picker">
            <p class="picker-head">{ head }<span>{ count }</span></p>
            <PickChips codes={shown} otherwise="picker-open" />
            <button id="picker-open" class="picker-open" type="button" popovertarget="picker">
                { shared.msg(Msg::PickIndicators) }
            </button>
            if !is_usual {
                <button type="button" class="quiet" onclick={usual(shared)}>
                    { shared.msg(Msg::PickNone) }
                </button>
            }
            <PickList selection={Rc::clone(selection)} />
        </div>
    }
}

/// Back to the usual indicators; the button goes, and the focus to the one beside it.
fn usual(shared: &Shared) -> Callback<MouseEvent> {
    let act = shared.act.clone();
    Callback::from(move |_: MouseEvent| {
        act.emit(Action::Pick(Vec::new()));
        let _ = browser::focus("picker-open");
    })
}

/// The list that indicators are added from: those with a number among the figures that pass, under
/// their themes, narrowed by what is typed.
#[component]
fn PickList(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let words = use_state_eq(String::new);
    let picks = &shared.state.picks;
    let all = {
        let (data, index) = (Rc::clone(&shared.data), Rc::clone(&shared.index));
        use_memo(props.clone(), move |props| {
            offered(&data, &index, &props.selection)
        })
    };
    let mut codes = (*all).clone();
    // A pick that the filters leave nothing of can still be taken away.
    let lost = picks.iter().filter(|code| !codes.contains(code));
    codes.extend(lost.copied().collect::<Vec<_>>());
    codes.retain(|code| {
        let found = shared.data.indicator(*code);
        found.is_some_and(|indicator| search::finds_indicator(&words, indicator))
    });
    // The list is not in sight until it is opened: its entries come once the charts are painted, and those that are
    // looked for at once.
    let first = if words.is_empty() { 0 } else { SCREEN };
    let steps = use_steps(
        &shared,
        (props.clone(), (*words).clone()),
        first,
        "#picker label input",
    );
    let (count, further) = use_listed(&shared, &steps, codes.len());
    let themes = by_theme(&shared, &codes);
    let is_full = picks.len() >= PICKS;
    let hint = match picks.len() {
        0 => Msg::PickFirst,
        _ if is_full => Msg::PickFull,
        _ => Msg::PickHint,
    };
    let oninput = {
        let words = words.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                words.set(input.value());
            }
        })
    };
    let choice = |code: Code| {
        let act = shared.act.clone();
        let onchange = Callback::from(move |_: Event| act.emit(Action::Compare(code)));
        let is_in = picks.contains(&code);
        html! {
            <label key={code} class="choice">
                <input
                    type="checkbox"
                    name="pick"
                    checked={is_in}
                    disabled={is_full && !is_in}
                    {onchange}
                />
                <span>{ name(&shared, code) }</span>
            </label>
        }
    };
    html! {
        <div id="picker" class="picker-list" popover="auto" role="group" aria-label={shared.msg(Msg::PickIndicators)}>
            <div class="picker-find">
                <input
                    class="facet-find"
                    type="search"
                    autocomplete="off"
                    autofocus={shared.state.embed.is_none()}
                    aria-label={shared.msg(Msg::FindIndicator)}
                    placeholder={shared.msg(Msg::FindIndicator)}
                    {oninput}
                />
                <p class="muted" role="status">{ format!("{}/{PICKS} · {}", picks.len(), shared.msg(hint)) }</p>
            </div>
            if codes.is_empty() {
                <p class="muted">{ shared.msg(Msg::NoChoice) }</p>
            }
            for ((theme, codes), count) in leading(&themes, |(_, codes)| codes.len(), count) {
                <fieldset key={theme.clone()}>
                    <legend>{ theme.clone() }</legend>
                    for code in codes.iter().take(count) { { choice(*code) } }
                </fieldset>
            }
            { further }
        </div>
    }
}

fn name(shared: &Shared, code: Code) -> String {
    let indicator = shared.data.indicator(code);
    indicator.map_or_else(String::new, |i| i.name.get(shared.lang()).to_owned())
}

/// The indicators under the names of their themes, in the order of the first of each.
fn by_theme(shared: &Shared, codes: &[Code]) -> Vec<(String, Vec<Code>)> {
    let mut groups: Vec<(String, Vec<Code>)> = Vec::new();
    for code in codes.iter().copied() {
        let theme = shared.data.indicator(code).map(|i| usize::from(i.theme));
        let theme = theme.and_then(|theme| shared.data.themes.get(theme));
        let theme = theme.map_or_else(String::new, |t| t.name.get(shared.lang()).to_string());
        match groups.iter_mut().find(|(known, _)| *known == theme) {
            Some((_, codes)) => codes.push(code),
            None => groups.push((theme, vec![code])),
        }
    }
    groups
}

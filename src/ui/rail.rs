//! The filters: a fieldset a facet, native check boxes, and how many figures each choice has.
//!
//! On a narrow page the rail is a popover, which the browser itself opens, closes on Escape, and
//! gives the focus back from; on a wide page the style sheet lays it beside the content.

use std::rc::Rc;

use yew::prelude::*;

use super::context::use_shared;
use crate::dataset::Code;
use crate::query::{Facet, Selection};
use crate::text::{Msg, label};
use crate::view::Action;

/// A facet with more choices than this shows the rest on demand.
const SHORT: usize = 8;

/// Properties of [`Rail`], both required.
#[derive(Properties)]
pub struct RailProps {
    /// The answer to the filters, for the counts.
    pub selection: Rc<Selection>,
    /// Whether the open view takes no filters.
    pub hidden: bool,
}

impl PartialEq for RailProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.selection, &other.selection) && self.hidden == other.hidden
    }
}

/// The filters.
#[component]
pub fn Rail(props: &RailProps) -> Html {
    let shared = use_shared();
    if props.hidden {
        return html! {};
    }
    html! {
        <aside id="filters" class="rail" popover="auto" aria-label={shared.msg(Msg::Filters)}>
            <button class="rail-close" type="button" popovertarget="filters" popovertargetaction="hide">
                { shared.msg(Msg::CloseFilters) }
            </button>
            for facet in Facet::ALL {
                <FacetBox key={facet.key()} {facet} selection={Rc::clone(&props.selection)} />
            }
        </aside>
    }
}

#[derive(Properties)]
struct FacetProps {
    facet: Facet,
    selection: Rc<Selection>,
}

impl PartialEq for FacetProps {
    fn eq(&self, other: &Self) -> bool {
        self.facet == other.facet && Rc::ptr_eq(&self.selection, &other.selection)
    }
}

#[component]
fn FacetBox(props: &FacetProps) -> Html {
    let shared = use_shared();
    let open = use_state(|| false);
    let FacetProps { facet, selection } = props;
    let counts = selection.counts(*facet);
    let chosen = shared.state.filters.get(*facet);
    let count = |code: Code| counts.get(usize::from(code)).copied().unwrap_or_default();
    let mut codes: Vec<Code> = facet
        .choices(&shared.data)
        .filter(|code| shared.index.occurs(*facet, *code))
        .collect();
    let all = codes.len();
    let is_long = all > SHORT;
    if is_long && !*open {
        let mut kept = 0;
        codes.retain(|code| {
            kept += 1;
            kept <= SHORT || chosen.contains(code)
        });
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let more = if *open { Msg::ShowFewer } else { Msg::ShowAll };
    html! {
        <fieldset class="facet" data-facet={facet.key()}>
            <legend>{ shared.msg(label::facet(*facet)) }</legend>
            for code in codes {
                <Choice
                    key={code}
                    facet={*facet}
                    {code}
                    count={count(code)}
                    checked={chosen.contains(&code)}
                />
            }
            if is_long {
                <button class="quiet" type="button" aria-expanded={open.to_string()} onclick={toggle}>
                    { format!("{} {}", shared.msg(more), all) }
                </button>
            }
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    facet: Facet,
    code: Code,
    count: u32,
    checked: bool,
}

#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let shared = use_shared();
    let ChoiceProps {
        facet,
        code,
        count,
        checked,
    } = *props;
    let onchange = use_callback(
        (facet, code, shared.act.clone()),
        |_: Event, (facet, code, act)| act.emit(Action::Toggle(*facet, *code)),
    );
    html! {
        <label class={classes!("choice", (count == 0).then_some("choice-empty"))}>
            <input
                type="checkbox"
                value={facet.value(&shared.data, code)}
                {checked}
                {onchange}
            />
            <span>{ label::choice(facet, &shared.data, code, shared.lang()) }</span>
            <span class="choice-count">{ count }</span>
        </label>
    }
}

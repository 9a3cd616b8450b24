//! The filters: a fieldset a facet, native check boxes, and how many figures each choice has.
//!
//! On a narrow page the rail is a popover, which the browser itself opens, closes on Escape, and
//! gives the focus back from; on a wide page the style sheet lays it beside the content.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::{Shared, use_shared};
use super::parts::close_behind;
use crate::dataset::Code;
use crate::query::{Facet, Selection, search};
use crate::text::{Msg, label, number};
use crate::view::Action;

/// A facet with more choices than this shows the rest on demand.
const SHORT: usize = 8;

/// A facet with more choices than this has a field to find one by its name.
const LONG: usize = 16;

/// The filters; nothing where the open view takes none.
pub fn rail(shared: &Shared, selection: &Rc<Selection>, hidden: bool) -> Html {
    if hidden {
        return html! {};
    }
    let count = selection.count();
    html! {
        <aside
            id="filters"
            class="rail"
            popover="auto"
            aria-label={shared.msg(Msg::Filters)}
            onfocusout={close_behind("filters")}
        >
            <button class="rail-close" type="button" popovertarget="filters" popovertargetaction="hide">
                { label::show_results(count, shared.lang()) }
            </button>
            for facet in Facet::ALL {
                <FacetBox key={facet.key()} {facet} selection={Rc::clone(selection)} />
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
    let words = use_state_eq(String::new);
    let FacetProps { facet, selection } = props;
    let counts = selection.counts(*facet);
    let chosen = shared.state.filters.get(*facet);
    let count = |code: Code| counts.get(usize::from(code)).copied().unwrap_or_default();
    let name = |code: Code| label::choice(*facet, &shared.data, code, shared.lang());
    let is_found =
        |code: Code| search::is_choice_found(&shared.data, *facet, code, &name(code), &words);
    let short = {
        let (index, facet) = (Rc::clone(&shared.index), *facet);
        use_memo((), move |()| index.short(facet, SHORT))
    };
    let all = shared.index.choices(*facet).len();
    let is_listed = |code: &Code| {
        let is_wanted = if *open {
            words.is_empty() || is_found(*code)
        } else {
            short.contains(code)
        };
        is_wanted || chosen.contains(code)
    };
    let codes = shared.index.choices(*facet).iter().copied();
    let codes: Vec<Code> = codes.filter(is_listed).collect();
    let toggle = {
        let (open, words) = (open.clone(), words.clone());
        Callback::from(move |_: MouseEvent| {
            open.set(!*open);
            words.set(String::new());
        })
    };
    let field = use_node_ref();
    {
        // A long list pushes its button far down: who opens it goes on where it can be narrowed.
        let field = field.clone();
        use_effect_with(*open, move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let _ = field.focus();
            }
        });
    }
    let more = if *open { Msg::ShowFewer } else { Msg::ShowAll };
    html! {
        <fieldset class="facet" data-facet={facet.key()}>
            <legend>{ shared.msg(label::facet(*facet)) }</legend>
            if *open && all > LONG {
                { find(&shared, *facet, field, words) }
            }
            if codes.is_empty() {
                <p class="muted">{ shared.msg(Msg::NoChoice) }</p>
            }
            for code in codes {
                { choice(&shared, *facet, code, count(code), chosen.contains(&code)) }
            }
            if all > SHORT {
                <button class="quiet" type="button" aria-expanded={open.to_string()} onclick={toggle}>
                    { format!("{} {}", shared.msg(more), number::count(all, shared.lang())) }
                </button>
            }
        </fieldset>
    }
}

/// A field that narrows a long list of choices by their names. What is half composed narrows too.
fn find(shared: &Shared, facet: Facet, field: NodeRef, words: UseStateHandle<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            words.set(input.value());
        }
    });
    let name = shared.msg(label::facet(facet));
    let label = label::headed(name, shared.msg(Msg::FindChoice), shared.lang());
    html! {
        <input
            ref={field}
            class="facet-find"
            type="search"
            autocomplete="off"
            aria-label={label}
            placeholder={shared.msg(Msg::FindChoice)}
            {oninput}
        />
    }
}

/// A choice, and how many figures it has.
fn choice(shared: &Shared, facet: Facet, code: Code, count: u32, checked: bool) -> Html {
    let act = shared.act.clone();
    let onchange = Callback::from(move |_: Event| act.emit(Action::Toggle(facet, code)));
    html! {
        <label key={code} class={classes!("choice", (count == 0).then_some("choice-empty"))}>
            <input
                type="checkbox"
                value={facet.value(&shared.data, code)}
                {checked}
                {onchange}
            />
            <span>{ label::choice(facet, &shared.data, code, shared.lang()) }</span>
            <span class="choice-count">{ number::count(count as usize, shared.lang()) }</span>
        </label>
    }
}

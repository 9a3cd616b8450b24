//! What is filtered: the count, a chip for each choice, and one press that clears them all.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Shared, use_shared};
use super::header::Search;
use super::parts::{found_units, print_button, use_focus_after};
use crate::dataset::Code;
use crate::query::{Facet, Selection, listed};
use crate::text::{Msg, label, number, source};
use crate::view::{Action, Page, Part};

/// Properties of [`Chips`], both required.
#[derive(Properties)]
pub struct ChipsProps {
    /// The answer to the filters.
    pub selection: Rc<Selection>,
    /// Whether the open view takes no filters; the count stays, for hosts that read it.
    pub hidden: bool,
}

impl PartialEq for ChipsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.selection, &other.selection) && self.hidden == other.hidden
    }
}

/// The line above the view.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let shared = use_shared();
    let filters = &shared.state.filters;
    let chosen: Vec<(Facet, Code)> = Facet::ALL
        .into_iter()
        .flat_map(|facet| filters.get(facet).iter().map(move |code| (facet, *code)))
        .collect();
    let pressed = use_focus_after(filters.clone(), ".chips .chip", "result-count");
    let act = |place: usize, action: Action| {
        let (act, pressed) = (shared.act.clone(), Rc::clone(&pressed));
        Callback::from(move |_: MouseEvent| {
            pressed.set(Some(place));
            act.emit(action.clone());
        })
    };
    let chip = |place: usize, key: String, name: String, action: Action| {
        let remove = format!("{} {name}", shared.msg(Msg::Remove));
        let onclick = act(place, action);
        html! {
            <button {key} type="button" class="chip" aria-label={remove} {onclick}>
                { name }
            </button>
        }
    };
    let count = props.selection.count();
    let status = html! {
        <p
            id="result-count"
            role="status"
            tabindex="-1"
            class={classes!(props.hidden.then_some("visually-hidden"))}
            data-count={count.to_string()}
        >
            { counted(&shared, &props.selection) }
        </p>
    };
    if props.hidden {
        return status;
    }
    html! {
        <>
            <div class="chips">
                <button class="filter-button" type="button" popovertarget="filters">
                    { shared.msg(Msg::Filters) }
                    if filters.active() > 0 {
                        <span class="filter-count">{ filters.active() }</span>
                    }
                </button>
                { status }
                for (place, (facet, code)) in chosen.iter().copied().enumerate() {
                    { chip(
                        place,
                        format!("{}-{code}", facet.key()),
                        label::choice(facet, &shared.data, code, shared.lang()),
                        Action::Toggle(facet, code),
                    ) }
                }
                if !filters.search.is_empty() {
                    { chip(chosen.len(), "q".to_owned(), format!("“{}”", filters.search), Action::Search(String::new())) }
                }
                if filters.active() > 0 {
                    <button type="button" class="quiet" onclick={act(0, Action::Clear)}>
                        { shared.msg(Msg::Clear) }
                    </button>
                }
                { print_button(&shared) }
                if shared.state.embed.is_some() {
                    <Search />
                }
            </div>
            { found_units(&shared) }
        </>
    }
}

/// How many of what is listed pass: figures everywhere but in the execution table and in the lists of projects
/// and terms.
fn counted(shared: &Shared, selection: &Selection) -> String {
    let (data, filters, lang) = (&shared.data, &shared.state.filters, shared.lang());
    if shared.state.page == Page::Report {
        let targets = shared.index.ledger().targets();
        let passing = targets.filter(|row| selection.passes(*row));
        return number::counted(passing.count(), lang, "项目标", "target");
    }
    match shared.state.part {
        Part::Documents | Part::Relations => label::figures(selection.count(), lang),
        Part::Projects => source::named_projects(listed::projects(data, filters).len(), lang),
        Part::Glossary => source::named_terms(listed::terms(data, filters).len(), lang),
    }
}

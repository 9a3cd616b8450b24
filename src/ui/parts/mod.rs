//! What several views share.

mod appearance;
mod canvas;
mod compare;
mod copy;
mod dialog;
mod edition;
mod export;
mod figures;
mod focus;
mod found;
mod paper;
mod place;
mod printing;
mod status;
mod steps;
mod surface;
mod tally;
mod terms;
mod tip;
mod unit;

use std::rc::Rc;

use yew::prelude::*;

pub use self::appearance::{APPEARANCES, AppearanceSelect};
pub use self::canvas::PlotFigure;
pub use self::compare::{PickChips, compare_button, tray};
pub use self::copy::{CopyText, Outcome, Told, copied, copy_field, saved};
pub use self::dialog::{Dialog, DialogButton};
use self::edition::other_edition;
use self::figures::ChartTable;
pub use self::focus::{close_behind, use_focus_after};
pub use self::found::{found_beside, found_units};
pub use self::paper::{
    PRINTED, PaperFoot, cited, paper_head, print_button, references, use_printing,
};
pub use self::place::{line_link, place_link};
pub use self::printing::{own_badge, printing_notes, printing_place, quoted};
pub use self::status::{judged_outcome, proof_link, status_class, status_mark, status_shape};
pub use self::steps::{leading, use_listed, use_most, use_steps};
pub use self::tally::{strip, tally_bar, tally_words};
pub use self::terms::{
    explained, explained_link, marked, other_name, term_cards, term_notes, terms_of,
};
pub use self::unit::unit_link;
use super::context::Shared;
use crate::dataset::{Class, Kind, Lang};
use crate::query::{Selection, listed};
use crate::text::{Msg, label, notice, number};
use crate::view::{Action, Notice, Page, Part};

/// Properties of the filtered views.
#[derive(Clone, Properties)]
pub struct SelectionProps {
    /// The answer to the filters. Required.
    pub selection: Rc<Selection>,
}

impl PartialEq for SelectionProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.selection, &other.selection)
    }
}

/// The heads of a table's columns. Tables that a narrow page lays out as something else say their roles, which
/// browsers take from them with the layout.
pub fn head_row(shared: &Shared, heads: &[Msg]) -> Html {
    html! {
        <tr role="row">
            for head in heads { <th scope="col" role="columnheader">{ shared.msg(*head) }</th> }
        </tr>
    }
}

/// A few views of one thing, of which one is open.
pub fn switch(shared: &Shared, name: Msg, options: &[(Msg, Action, bool)]) -> Html {
    let option = |(msg, action, is_open): &(Msg, Action, bool)| {
        let current = is_open.then_some("true");
        let href = shared.link(action.clone());
        html! { <a {href} aria-current={current}>{ shared.msg(*msg) }</a> }
    };
    html! {
        <nav class="switch" aria-label={shared.msg(name)}>
            { options.iter().map(option).collect::<Html>() }
        </nav>
    }
}

/// All figures in a table, or the targets with what became of them.
pub fn table_switch(shared: &Shared) -> Html {
    let option = |msg: Msg, page: Page| (msg, Action::Go(page), shared.state.page == page);
    let options = [
        option(Msg::AllFigures, Page::Table),
        option(Msg::Report, Page::Report),
    ];
    switch(shared, Msg::Table, &options)
}

/// What a figure is, as a small mark whose border tells it apart without colour.
pub fn kind_badge(kind: Kind, lang: Lang) -> Html {
    html! {
        <span class={classes!("kind", format!("kind-{}", kind.code()))}>
            { label::kind(kind).get(lang) }
        </span>
    }
}

/// Whether a target binds, in a frame.
pub fn class_mark(shared: &Shared, class: Option<Class>) -> Html {
    let msg = match class {
        None => return html! {},
        Some(Class::Binding) => Msg::ClassBindingShort,
        Some(Class::Anticipatory) => Msg::ClassAnticipatoryShort,
    };
    html! { <em class="class-mark">{ shared.msg(msg) }</em> }
}

/// A circle before a word that says what it stands for: drawn, for fonts have circles of many sizes.
pub fn dot(is_full: bool) -> Html {
    html! { <span class={if is_full { "dot dot-full" } else { "dot" }} aria-hidden="true"></span> }
}

/// What stands in place of a view that the filters leave nothing for.
pub fn nothing_found(shared: &Shared) -> Html {
    html! {
        <div class="nothing">
            <h1>{ shared.msg(Msg::NothingFound) }</h1>
            <p>{ shared.msg(Msg::NothingFoundHint) }</p>
            { named(shared) }
            <p><a href={shared.link(Action::Clear)}>{ shared.msg(Msg::Clear) }</a></p>
        </div>
    }
}

/// The projects and terms that the same words find, where figures are looked for in vain.
fn named(shared: &Shared) -> Html {
    let (data, filters) = (&shared.data, &shared.state.filters);
    let link = |part: Part, count: usize| {
        let name = shared.msg(label::part(part));
        html! {
            if count > 0 {
                <p><a href={shared.link(Action::Show(part))}>{ format!("{name} {}", number::count(count, shared.lang())) }</a></p>
            }
        }
    };
    html! {
        <>
            { link(Part::Projects, listed::projects(data, filters).len()) }
            { link(Part::Glossary, listed::terms(data, filters).len()) }
        </>
    }
}

/// Names what of the link could not be used, and what is otherwise since it was made; `dismiss` when the
/// reader has seen it.
pub fn notices(shared: &Shared, notices: &[Notice], dismiss: Callback<MouseEvent>) -> Html {
    if notices.is_empty() {
        return html! {};
    }
    let edition = notices.iter().find_map(|notice| match notice {
        Notice::OtherEdition(edition) => Some(other_edition(shared, edition)),
        _ => None,
    });
    let words = notices.iter().map(|one| notice::words(one, shared.lang()));
    let unused: Vec<String> = words.filter(|words| !words.is_empty()).collect();
    html! {
        <div class="notice" role="alert">
            { edition }
            if !unused.is_empty() {
                <p>{ shared.msg(Msg::NoticeTitle) }</p>
                <ul>
                    for words in unused {
                        <li>{ words }</li>
                    }
                </ul>
            }
            <button type="button" class="quiet" onclick={dismiss}>{ shared.msg(Msg::Dismiss) }</button>
        </div>
    }
}

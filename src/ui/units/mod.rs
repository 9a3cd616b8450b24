//! 责任: the units of government by what they answer for, and a page for each.
//!
//! Start at [`UnitsView`], the matrix; where it does not fit, by the size of the text, the style sheet
//! shows a list of the same units in its place. [`unit_page`] has all that one unit answers for.

mod brief;
mod list;
mod questions;
mod standing;
mod table;
mod unit;

use std::rc::Rc;

use yew::prelude::*;

use self::list::UnitsList;
pub use self::unit::unit_page;
use super::context::{Shared, use_shared};
use super::parts::{PlotFigure, dot, place_link};
use crate::dataset::Role;
use crate::plot::matrix;
use crate::query::documents::documents;
use crate::query::units::matrices;
use crate::text::{Msg, number, units};
use crate::view::{Action, Colouring, Place};

/// The units that pass the filters, area by area.
#[component]
pub fn UnitsView() -> Html {
    let shared = use_shared();
    let found = {
        let (data, index) = (Rc::clone(&shared.data), Rc::clone(&shared.index));
        let state = &shared.state;
        let asked = (state.filters.clone(), state.colouring, state.lang);
        use_memo(asked, move |(filters, colouring, lang)| {
            let found = matrices(&data, &index, filters).into_iter();
            let drawn = |found| {
                let plot = matrix(&data, &found, *colouring, *lang);
                (Rc::new(plot), Rc::new(found))
            };
            let drawn = found.map(drawn);
            drawn.collect::<Vec<_>>()
        })
    };
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::Units) }</h1>
            if found.is_empty() {
                { nothing(&shared) }
            } else {
                { switch(&shared) }
            }
            for (plot, matrix) in found.iter() {
                <section key={plot.id.clone()} class="units-area">
                    <div class="units-matrix"><PlotFigure plot={Rc::clone(plot)} paper={(680, 860)} /></div>
                    <div class="units-list">
                        <h2>
                            { &plot.title }
                            <span>{ units::units(&shared.data, matrix, shared.lang()) }</span>
                        </h2>
                        <p class="muted">{ &plot.sentence }</p>
                        <UnitsList matrix={Rc::clone(matrix)} />
                    </div>
                </section>
            }
        </>
    }
}

/// What the colours of the matrix say.
fn switch(shared: &Shared) -> Html {
    let option = |colouring: Colouring, msg: Msg| {
        let current = (shared.state.colouring == colouring).then_some("true");
        let href = shared.link(Action::Colour(colouring));
        html! { <a {href} aria-current={current}>{ shared.msg(msg) }</a> }
    };
    html! {
        <nav class="switch units-switch" aria-label={shared.msg(Msg::ColourBy)}>
            { option(Colouring::None, Msg::ColourNone) }
            { option(Colouring::Status, Msg::ColourStatus) }
        </nav>
    }
}

/// That no unit fits, and which documents name units at all, if any does.
fn nothing(shared: &Shared) -> Html {
    let duties = &shared.data.responsibilities;
    let names = |code: &u16| duties.iter().any(|duty| duty.document == *code);
    let naming = documents(&shared.data).into_iter().filter(names);
    let hint = if duties.is_empty() {
        Msg::NoDutyPrinted
    } else {
        Msg::NoUnitHint
    };
    html! {
        <div class="nothing">
            <h2>{ shared.msg(Msg::NoUnit) }</h2>
            <p>{ shared.msg(hint) }</p>
            { naming.map(|code| place_link(shared, Place::document(code))).collect::<Html>() }
            if shared.state.filters.active() > 0 {
                <p><a href={shared.link(Action::Clear)}>{ shared.msg(Msg::Clear) }</a></p>
            }
        </div>
    }
}

/// A unit's part as a mark with its word; a count of subjects stands in the word's place.
fn role_mark(shared: &Shared, role: Role, count: Option<u32>) -> Html {
    let class = match role {
        Role::Lead => "role role-lead",
        Role::Responsible => "role role-responsible",
    };
    let word = shared.msg(units::role(role));
    html! {
        <span {class}>
            { dot(role == Role::Lead) }
            if let Some(count) = count {
                <span class="visually-hidden">{ word }</span>
                { number::count(count as usize, shared.lang()) }
            } else {
                { word }
            }
        </span>
    }
}

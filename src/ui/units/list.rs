//! The units of an area as a list, for a page too narrow for a matrix.

use std::rc::Rc;

use yew::prelude::*;

use super::role_mark;
use crate::dataset::Role;
use crate::query::charges::Worst;
use crate::query::units::{Count, Matrix, UnitRow};
use crate::text::units;
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{marked, status_class, tally_words, use_listed, use_steps};
use crate::view::{Action, Colouring, Page};

/// So many units fill the screen of a telephone.
const SCREEN: usize = 8;

/// Properties of [`UnitsList`].
#[derive(Clone, Properties)]
pub struct ListProps {
    /// The units with their counts. Required.
    pub matrix: Rc<Matrix>,
}

impl PartialEq for ListProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.matrix, &other.matrix)
    }
}

/// Each unit as a link to its page, with its count in each field.
#[component]
pub fn UnitsList(props: &ListProps) -> Html {
    let shared = &use_shared();
    let matrix = &*props.matrix;
    let area = shared.data.area(matrix.area);
    let area = area.map_or("", |area| &area.code);
    let links = format!(".units-list [data-area='{area}'] a");
    let steps = use_steps(shared, props.clone(), SCREEN, &links);
    let (count, further) = use_listed(shared, &steps, matrix.units.len());
    html! {
        <>
        <ul data-area={area.to_owned()}>
            for row in matrix.units.iter().take(count) {
                <li key={row.unit}>
                    <a href={shared.link(Action::Go(Page::Unit(row.unit)))}>
                        <span class="units-name">{ marked(shared, units::name(&shared.data, row.unit, shared.lang())) }</span>
                        <span class="units-total">{ counts(shared, row.total) }</span>
                        if shared.state.colouring == Colouring::Status {
                            <span class="units-worst">{ worst(shared, row) }</span>
                        }
                        <span class="units-fields">{ fields(shared, matrix, row) }</span>
                    </a>
                </li>
            }
        </ul>
        { further }
        </>
    }
}

/// The worst status in all that a unit leads, and in all that it only answers for, with how many targets
/// have it.
fn worst(shared: &Shared, row: &UnitRow) -> Html {
    let worst = row.worst.last().copied().unwrap_or_default();
    let mark = |(role, worst): (Role, Option<Worst>)| {
        let Worst { status, count } = worst?;
        Some(html! {
            <span>
                { role_mark(shared, role, None) }{ " " }
                <span class={status_class(status)}>{ tally_words(shared, status, count as usize) }</span>
            </span>
        })
    };
    let roles = [Role::Lead, Role::Responsible];
    html! { { for roles.into_iter().zip(worst).filter_map(mark) } }
}

fn fields(shared: &Shared, matrix: &Matrix, row: &UnitRow) -> Html {
    let counted = matrix.fields.iter().zip(&row.counts);
    let counted = counted.filter(|(_, count)| count.all() > 0);
    let name = |field| units::column(&shared.data, &matrix.fields, field, shared.lang());
    html! {
        for (field, count) in counted {
            <span>{ name(*field) }{ " " }{ counts(shared, *count) }</span>
        }
    }
}

fn counts(shared: &Shared, count: Count) -> Html {
    let mark = |role: Role, count: u32| {
        html! { if count > 0 { { role_mark(shared, role, Some(count)) } } }
    };
    html! {
        <>
            { mark(Role::Lead, count.lead) }
            { mark(Role::Responsible, count.responsible) }
        </>
    }
}

//! The units of an area as a list, for a page too narrow for a matrix.

use yew::prelude::*;

use super::role_mark;
use crate::dataset::Role;
use crate::query::units::{Count, Matrix, UnitRow};
use crate::text::units;
use crate::ui::context::Shared;
use crate::ui::parts::marked;
use crate::view::{Action, Page};

/// Each unit as a link to its page, with its count in each field.
pub fn list(shared: &Shared, matrix: &Matrix) -> Html {
    html! {
        <ul>
            for row in &matrix.units {
                <li key={row.unit}>
                    <a href={shared.link(Action::Go(Page::Unit(row.unit)))}>
                        <span class="units-name">{ marked(shared, units::name(&shared.data, row.unit, shared.lang())) }</span>
                        <span class="units-total">{ counts(shared, row.total) }</span>
                        <span class="units-fields">{ fields(shared, matrix, row) }</span>
                    </a>
                </li>
            }
        </ul>
    }
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

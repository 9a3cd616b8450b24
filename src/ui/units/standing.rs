//! How a unit's targets stand: what it leads and what it only answers for apart, and in each the binding
//! ones apart.

use yew::prelude::*;

use super::brief::Brief;
use super::role_mark;
use crate::assess::Status;
use crate::dataset::{Class, Role};
use crate::query::charges::tally;
use crate::query::duties::Fields;
use crate::text::{Msg, number, units};
use crate::ui::context::Shared;
use crate::ui::parts::{status_class, tally_bar, tally_words};

/// The strip at the head of a unit's page.
pub(super) fn standing(shared: &Shared, brief: &Brief<'_>) -> Html {
    html! {
        <div class="standings">
            for (role, fields) in &brief.parts {
                { of_role(shared, brief, *role, fields) }
            }
        </div>
    }
}

fn of_role(shared: &Shared, brief: &Brief<'_>, role: Role, fields: &Fields<'_>) -> Html {
    let duties: usize = fields.iter().map(|(_, duties)| duties.len()).sum();
    let own = brief.charges.iter().filter(|charge| charge.role == role);
    let words = units::charged(duties, own.count(), shared.lang());
    let classes = [Some(Class::Binding), Some(Class::Anticipatory), None];
    html! {
        <section class="tally standing" data-role={role.code()}>
            <h2>{ role_mark(shared, role, None) }<span>{ words }</span></h2>
            for class in classes { { of_class(shared, brief, role, class) } }
        </section>
    }
}

/// The targets of one class, if there are any.
fn of_class(shared: &Shared, brief: &Brief<'_>, role: Role, class: Option<Class>) -> Html {
    let own = brief.charges.iter();
    let own = own.filter(|charge| (charge.role, charge.class) == (role, class));
    let statuses: Vec<Status> = own.map(|charge| charge.status).collect();
    let counts = tally(&statuses);
    let name = match class {
        Some(Class::Binding) => Msg::ClassBinding,
        Some(Class::Anticipatory) => Msg::ClassAnticipatory,
        None => Msg::ClassNotStated,
    };
    html! {
        if !counts.is_empty() {
            <div class="standing-class" data-class={class.map(Class::code)}>
                <p class="standing-name">{ shared.msg(name) }{ " " }<b>{ number::count(statuses.len(), shared.lang()) }</b></p>
                { tally_bar(&counts) }
                <p>
                    for (status, count) in counts {
                        <span class={status_class(status)} data-status={status.code()} data-count={count.to_string()}>
                            { tally_words(shared, status, count) }
                        </span>
                    }
                </p>
            </div>
        }
    }
}

//! The duties of a unit in one part, field by field, with the targets of each, how they stand, and where
//! the unit is named.

use yew::prelude::*;

use super::brief::Brief;
use super::role_mark;
use crate::assess::Assessed;
use crate::dataset::{Class, Code, Observation, Role, Row, Subject};
use crate::query::duties::{Duty, Fields};
use crate::text::{Msg, figure, label, method, period, proof, units};
use crate::ui::context::Shared;
use crate::ui::parts::{
    explained, explained_link, head_row, judged_outcome, line_link, place_link, proof_link, quoted,
};
use crate::view::{Action, Page, Place};

/// The duties of one part under its name.
pub(super) fn table(shared: &Shared, brief: &Brief<'_>, role: Role, fields: &Fields<'_>) -> Html {
    let heads = [
        Msg::ColumnTask,
        Msg::ColumnTarget,
        Msg::ColumnOutcome,
        Msg::FacetStatus,
        Msg::ColumnNamedAs,
    ];
    html! {
        <section class="panel" data-part={role.code()}>
            <h2>{ role_mark(shared, role, None) }</h2>
            <table role="table" class="duties">
                <thead role="rowgroup">{ head_row(shared, &heads) }</thead>
                for (field, duties) in fields {
                    <tbody role="rowgroup">
                        <tr role="row" class="duties-field">
                            <th role="rowheader" colspan="5" scope="rowgroup">{ units::field(&shared.data, *field, shared.lang()) }</th>
                        </tr>
                        for duty in duties { { rows(shared, brief, duty) } }
                    </tbody>
                }
            </table>
        </section>
    }
}

/// An indicator is one row; a task one of its own, and one for each of its targets.
fn rows(shared: &Shared, brief: &Brief<'_>, duty: &Duty<'_>) -> Html {
    let lang = shared.lang();
    let named = html! {
        <td role="cell" data-label={shared.msg(Msg::ColumnNamedAs)} class="duty-place">{ printed(shared, brief, duty) }</td>
    };
    let Subject::Task(task) = duty.printed.subject else {
        return indicator(shared, brief, duty, named);
    };
    let Some(task) = shared.data.tasks.get(usize::from(task)) else {
        return html! {};
    };
    html! {
        <>
            <tr role="row" class="duty-task">
                <th role="rowheader" colspan="4" scope="row">
                    <span class="muted">{ label::task_number(task) }</span>{ " " }
                    { explained(shared, task.title.get(lang)) }
                    if duty.targets.is_empty() {
                        <small>{ shared.msg(Msg::NoFigureInTask) }</small>
                    }
                </th>
                { named }
            </tr>
            for target in &duty.targets {
                <tr role="row" class="duty-promise">
                    { promised(shared, brief, duty, *target) }
                    <td role="cell"></td>
                </tr>
            }
        </>
    }
}

/// An indicator whose target the data lack still has its name.
fn indicator(shared: &Shared, brief: &Brief<'_>, duty: &Duty<'_>, named: Html) -> Html {
    let Subject::Indicator { indicator, .. } = duty.printed.subject else {
        return html! {};
    };
    let cells = match duty.targets.first() {
        Some(target) => promised(shared, brief, duty, *target),
        None => html! {
            <>
                <th role="rowheader" scope="row">{ indicator_link(shared, indicator) }</th>
                <td role="cell"></td>
                <td role="cell"></td>
                <td role="cell"></td>
            </>
        },
    };
    html! { <tr role="row">{ cells }{ named }</tr> }
}

/// A target with its indicator, its outcome and how it stands.
fn promised(shared: &Shared, brief: &Brief<'_>, duty: &Duty<'_>, row: Row) -> Html {
    let found = shared.data.observation(row);
    let Some((target, one)) = found.zip(shared.assessed(row)) else {
        return html! {};
    };
    let charge = brief.charge(duty.printed.role, row);
    let class = charge.map_or(target.class, |charge| charge.class);
    html! {
        <>
            <th role="rowheader" scope="row">
                { indicator_link(shared, target.indicator_code) }
                { class_mark(shared, class) }
                if charge.is_none() {
                    <small>{ shared.msg(Msg::CountedElsewhere) }</small>
                }
            </th>
            { target_cell(shared, &target) }
            { outcome_cell(shared, &one, &target) }
            { standing_cell(shared, &one, &target, false) }
        </>
    }
}

/// The number of a target with its period.
pub(super) fn target_cell(shared: &Shared, target: &Observation<'_>) -> Html {
    let lang = shared.lang();
    let words = target.value.is_none().then_some("in-words");
    html! {
        <td role="cell" data-label={shared.msg(Msg::ColumnTarget)} class={classes!("duty-figure", words)}>
            <span>{ figure::line(target, lang) }<small>{ period::of(target, lang) }</small></span>
        </td>
    }
}

/// The outcome by which a target was judged; that there is none in muted words.
pub(super) fn outcome_cell(shared: &Shared, one: &Assessed, target: &Observation<'_>) -> Html {
    html! {
        <td role="cell" data-label={shared.msg(Msg::ColumnOutcome)}>
            if one.outcome.is_some() {
                { judged_outcome(shared, one, target) }
            } else {
                <span class="muted">{ shared.msg(Msg::WithoutOutcome) }</span>
            }
        </td>
    }
}

/// The status with its flags, the gap, and if asked for the reason why there is none.
pub(super) fn standing_cell(
    shared: &Shared,
    one: &Assessed,
    target: &Observation<'_>,
    with_reason: bool,
) -> Html {
    let lang = shared.lang();
    let reason = one.assessment.judgement.reason;
    // What is not comparable has no gap, whatever the numbers.
    let gap = match reason {
        Some(_) => String::new(),
        None => proof::gap(one, target, lang),
    };
    let reason = reason.filter(|_| with_reason);
    html! {
        <td role="cell" data-label={shared.msg(Msg::FacetStatus)} class="duty-status">
            <span>
                { proof_link(shared, one) }
                if !gap.is_empty() {
                    <small>{ label::headed(shared.msg(Msg::ColumnGap), &gap, lang) }</small>
                }
                if let Some(reason) = reason {
                    <small>{ method::reason(reason, lang) }</small>
                }
            </span>
        </td>
    }
}

pub(super) fn indicator_link(shared: &Shared, code: Code) -> Html {
    let indicator = shared.data.indicator(code);
    let name = indicator.map_or("", |indicator| indicator.name.get(shared.lang()));
    explained_link(shared, name, shared.link(Action::Go(Page::Indicator(code))))
}

/// Whether a target binds, as a small mark.
pub(super) fn class_mark(shared: &Shared, class: Option<Class>) -> Html {
    let class = class.map(|class| match class {
        Class::Binding => Msg::ClassBindingShort,
        Class::Anticipatory => Msg::ClassAnticipatoryShort,
    });
    html! {
        if let Some(class) = class {
            <em class="class-mark">{ shared.msg(class) }</em>
        }
    }
}

/// The unit's name as printed for this subject, and the line that prints it; with the document
/// where there are several.
fn printed(shared: &Shared, brief: &Brief<'_>, duty: &Duty<'_>) -> Html {
    let place = Place::line(duty.printed.document, duty.printed.line);
    let link = if brief.documents.len() == 1 {
        line_link
    } else {
        place_link
    };
    html! {
        <span>{ quoted(shared, &duty.printed.as_printed) }{ " " }{ link(shared, place) }</span>
    }
}

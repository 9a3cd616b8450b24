//! The page of one unit: its indicators and tasks with targets and outcomes, its part in each, and
//! where that is printed. On paper it is a brief.

use yew::prelude::*;

use super::role_mark;
use crate::dataset::{Class, Code, Lang, Organisation, Role, Row, Subject};
use crate::query::Facet;
use crate::query::duties::{Duty, Promise, duties, other_names};
use crate::query::units::{Field, area};
use crate::text::{Msg, figure, label, period, units};
use crate::ui::context::Shared;
use crate::ui::parts::{
    explained, explained_link, head_row, kind_badge, line_link, place_link, print_button, quoted,
};
use crate::view::{Action, Page, Place};

/// The page of one unit. Filters do not apply: it shows all that the unit answers for.
pub fn unit_page(shared: &Shared, code: Code) -> Html {
    let Some(unit) = shared.data.organisations.get(usize::from(code)) else {
        return html! {};
    };
    let fields = duties(&shared.data, code);
    let narrow = |page: Page| shared.link(Action::Narrow(vec![(Facet::Organisation, code)], page));
    html! {
        <article key="unit" class="unit" data-unit={unit.id.to_string()}>
            { title(shared, unit, &fields) }
            { facts(shared, &fields) }
            <div class="panel">
                if fields.is_empty() {
                    <p class="muted">{ shared.msg(Msg::NoDuty) }</p>
                } else {
                    { table(shared, &fields) }
                }
            </div>
            <p class="unit-more">
                <a href={narrow(Page::Board)}>{ shared.msg(Msg::UnitOnBoard) }</a>
                <a href={narrow(Page::Table)}>{ shared.msg(Msg::UnitInTable) }</a>
            </p>
        </article>
    }
}

/// The duties of a unit by fields.
type Fields<'a> = [(Field, Vec<Duty<'a>>)];

fn title(shared: &Shared, unit: &Organisation, fields: &Fields<'_>) -> Html {
    let lang = shared.lang();
    let first = fields.iter().flat_map(|(_, duties)| duties).next();
    let area = first.and_then(|duty| area(&shared.data, duty.printed.subject));
    let area = area.and_then(|area| shared.data.area(area));
    let (printed, full) = other_names(&shared.data, unit);
    let names = |msg: Msg, names: &[&str]| {
        let words = label::listed(names, Lang::Zh);
        html! {
            if !names.is_empty() {
                <span>{ label::headed(shared.msg(msg), "", lang) }<span lang="zh-CN">{ words }</span></span>
            }
        }
    };
    html! {
        <header class="indicator-title">
            <p>
                <a href={shared.link(Action::Go(Page::Units))}>{ shared.msg(Msg::Units) }</a>
                { " / " }
                { area.map(|area| area.name.get(lang).to_owned()) }
            </p>
            <h1>{ explained(shared, unit.name.get(lang)) }</h1>
            <p class="unit-names">
                { names(Msg::FullName, &full) }
                { names(Msg::AlsoPrinted, &printed) }
            </p>
            { print_button(shared) }
        </header>
    }
}

/// How much it leads and answers for, and how many of the targets have an outcome.
fn facts(shared: &Shared, fields: &Fields<'_>) -> Html {
    let duties = || fields.iter().flat_map(|(_, duties)| duties);
    let of = |role: Role| duties().filter(|duty| duty.printed.role == role).count();
    let promises = || duties().flat_map(|duty| &duty.promises);
    let known = promises().filter(|promise| promise.outcome.is_some());
    let targets = promises().count();
    let fact = |count: usize, words: Html| {
        html! { <div><dt>{ words }</dt><dd>{ count }</dd></div> }
    };
    html! {
        <>
            <dl class="unit-facts">
                { fact(of(Role::Lead), role_mark(shared, Role::Lead, None)) }
                { fact(of(Role::Responsible), role_mark(shared, Role::Responsible, None)) }
                { fact(targets, html! { { shared.msg(Msg::TargetCount) } }) }
            </dl>
            <p class="unit-open">
                { units::targets(targets, known.count(), shared.lang()) }
                for (index, document) in documents(fields).into_iter().enumerate() {
                    { if index == 0 { shared.msg(Msg::DutiesPrintedIn) } else { "；" } }{ " " }
                    { place_link(shared, Place::document(document)) }
                }
            </p>
        </>
    }
}

/// The documents that name the unit.
fn documents(fields: &Fields<'_>) -> Vec<Code> {
    let mut found = Vec::new();
    for duty in fields.iter().flat_map(|(_, duties)| duties) {
        if !found.contains(&duty.printed.document) {
            found.push(duty.printed.document);
        }
    }
    found
}

fn table(shared: &Shared, fields: &Fields<'_>) -> Html {
    let heads = [
        Msg::ColumnTask,
        Msg::ColumnTarget,
        Msg::ColumnOutcome,
        Msg::ColumnRole,
        Msg::ColumnNamedAs,
    ];
    let is_one = documents(fields).len() == 1;
    html! {
        <table class="duties">
            <thead>
                { head_row(shared, &heads) }
            </thead>
            for (field, duties) in fields {
                <tbody>
                    <tr class="duties-field">
                        <th colspan="5" scope="rowgroup">{ units::field(&shared.data, *field, shared.lang()) }</th>
                    </tr>
                    for duty in duties {
                        { rows(shared, duty, is_one) }
                    }
                </tbody>
            }
        </table>
    }
}

/// An indicator is one row; a task one of its own, and one for each of its targets.
fn rows(shared: &Shared, duty: &Duty<'_>, is_one_document: bool) -> Html {
    let lang = shared.lang();
    let part = html! {
        <>
            <td data-label={shared.msg(Msg::ColumnRole)}>{ role_mark(shared, duty.printed.role, None) }</td>
            <td data-label={shared.msg(Msg::ColumnNamedAs)} class="duty-place">{ printed(shared, duty, is_one_document) }</td>
        </>
    };
    let Subject::Task(task) = duty.printed.subject else {
        return indicator(shared, duty, part);
    };
    let Some(task) = shared.data.tasks.get(usize::from(task)) else {
        return html! {};
    };
    html! {
        <>
            <tr class="duty-task">
                <th colspan="3" scope="row">
                    <span class="muted">{ label::task_number(task) }</span>{ " " }
                    { explained(shared, task.title.get(lang)) }
                    if duty.promises.is_empty() {
                        <small>{ shared.msg(Msg::NoFigureInTask) }</small>
                    }
                </th>
                { part }
            </tr>
            for promise in &duty.promises {
                <tr class="duty-promise">
                    { promised(shared, promise) }
                    <td colspan="2"></td>
                </tr>
            }
        </>
    }
}

/// An indicator whose target the data lack still has its name.
fn indicator(shared: &Shared, duty: &Duty<'_>, part: Html) -> Html {
    let Subject::Indicator { indicator, .. } = duty.printed.subject else {
        return html! {};
    };
    let cells = match duty.promises.first() {
        Some(promise) => promised(shared, promise),
        None => html! {
            <>
                <th scope="row">{ indicator_link(shared, indicator) }</th>
                <td></td>
                <td></td>
            </>
        },
    };
    html! { <tr>{ cells }{ part }</tr> }
}

/// A target with its indicator and its outcome.
fn promised(shared: &Shared, promise: &Promise) -> Html {
    let lang = shared.lang();
    let Some(target) = shared.data.observation(promise.target) else {
        return html! {};
    };
    let class = target.class.map(|class| match class {
        Class::Binding => Msg::ClassBindingShort,
        Class::Anticipatory => Msg::ClassAnticipatoryShort,
    });
    let words = target.value.is_none().then_some("in-words");
    html! {
        <>
            <th scope="row">
                { indicator_link(shared, target.indicator_code) }
                if let Some(class) = class {
                    <em class="class-mark">{ shared.msg(class) }</em>
                }
            </th>
            <td data-label={shared.msg(Msg::ColumnTarget)} class={classes!("duty-figure", words)}>
                <span>{ figure::line(&target, lang) }<small>{ period::of(&target, lang) }</small></span>
            </td>
            <td data-label={shared.msg(Msg::ColumnOutcome)}>{ outcome(shared, promise.outcome) }</td>
        </>
    }
}

fn outcome(shared: &Shared, row: Option<Row>) -> Html {
    let lang = shared.lang();
    let Some(outcome) = row.and_then(|row| shared.data.observation(row)) else {
        return html! { <span class="muted">{ shared.msg(Msg::WithoutOutcome) }</span> };
    };
    html! {
        <span>
            { figure::line(&outcome, lang) }
            <small>{ kind_badge(outcome.kind, lang) }{ period::of(&outcome, lang) }</small>
        </span>
    }
}

fn indicator_link(shared: &Shared, code: Code) -> Html {
    let indicator = shared.data.indicator(code);
    let name = indicator.map_or("", |indicator| indicator.name.get(shared.lang()));
    explained_link(shared, name, shared.link(Action::Go(Page::Indicator(code))))
}

/// The unit's name as printed for this subject, and the line that prints it; with the document
/// where there are several.
fn printed(shared: &Shared, duty: &Duty<'_>, is_one_document: bool) -> Html {
    let place = Place::line(duty.printed.document, duty.printed.line);
    let link = if is_one_document {
        line_link
    } else {
        place_link
    };
    html! {
        <span>{ quoted(shared, &duty.printed.as_printed) }{ " " }{ link(shared, place) }</span>
    }
}

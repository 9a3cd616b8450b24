//! The projects that documents name, each with its stage and its printing.

use yew::prelude::*;

use super::{fold, heading, nothing, other_choices};
use crate::dataset::{Code, Project};
use crate::query::listed;
use crate::text::{Msg, label, period, source};
use crate::ui::context::Shared;
use crate::ui::parts::{explained, head_row, line_link, quoted};
use crate::view::Place;

/// The projects of all documents, document by document.
pub fn projects(shared: &Shared) -> Html {
    let found = listed::projects(&shared.data, &shared.state.filters);
    if found.is_empty() {
        return html! { <>{ other_choices(shared) }{ nothing(shared, Msg::NoProject) }</> };
    }
    let of_document = |code: Code| -> Vec<&Project> {
        let own = found.iter().filter(|project| project.document == code);
        own.copied().collect()
    };
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::PartProjects) }</h1>
            { other_choices(shared) }
            for (code, document) in (0..).zip(&shared.data.documents) {
                { group(shared, code, &label::document(&shared.data, document, shared.lang()), &of_document(code)) }
            }
        </>
    }
}

fn group(shared: &Shared, document: Code, name: &str, projects: &[&Project]) -> Html {
    if projects.is_empty() {
        return html! {};
    }
    let count = source::projects(projects.len(), shared.lang());
    let body = table(shared, projects, None);
    fold(document.to_string(), heading(name), count, true, body)
}

/// The projects of one document, all of them, folded.
pub fn projects_of_document(shared: &Shared, at: Place) -> Html {
    let own = listed::projects_of(&shared.data, at.document);
    if own.is_empty() {
        return html! {};
    }
    let open = own
        .iter()
        .any(|project| is_pointed_at(shared, project, Some(at)));
    let count = source::projects(own.len(), shared.lang());
    let name = heading(shared.msg(Msg::PartProjects));
    let body = table(shared, &own, Some(at));
    fold("projects".to_owned(), name, count, open, body)
}

fn table(shared: &Shared, projects: &[&Project], at: Option<Place>) -> Html {
    let heads = [
        Msg::ColumnProject,
        Msg::ColumnStage,
        Msg::ColumnPrinted,
        Msg::ColumnLine,
    ];
    html! {
        <table role="table" class="plain-table projects">
            <thead role="rowgroup">
                { head_row(shared, &heads) }
            </thead>
            <tbody role="rowgroup">
                for project in projects {
                    { row(shared, project, at) }
                }
            </tbody>
        </table>
    }
}

/// Whether a link points at the project, or at all that its line prints.
fn is_pointed_at(shared: &Shared, project: &Project, at: Option<Place>) -> bool {
    at.is_some_and(|at| at.is_line(project.line) || at == Place::of_project(&shared.data, project))
}

fn row(shared: &Shared, project: &Project, at: Option<Place>) -> Html {
    let lang = shared.lang();
    let is_pointed_at = is_pointed_at(shared, project, at);
    let period = project.period.map(|period| period::words(period, lang));
    let place = Place::of_project(&shared.data, project);
    html! {
        <tr
            role="row"
            key={project.id.to_string()}
            data-line={project.line.to_string()}
            data-project={project.id.to_string()}
            class={classes!(is_pointed_at.then_some("pointed-at"))}
            tabindex={is_pointed_at.then_some("-1")}
        >
            <th role="rowheader" scope="row">{ explained(shared, project.name.get(lang)) }</th>
            <td role="cell">
                <span class={classes!("stage", format!("stage-{}", project.stage.code()))}>
                    { shared.msg(label::stage(project.stage)) }
                </span>
                <span class="muted">{ period }</span>
            </td>
            <td role="cell">{ quoted(shared, &project.as_printed) }</td>
            <td role="cell" class="source">{ line_link(shared, place) }</td>
        </tr>
    }
}

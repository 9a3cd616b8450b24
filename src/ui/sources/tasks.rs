//! The tasks that a document sets, each with the units that lead it or answer for it.

use yew::prelude::*;

use super::{fold, heading};
use crate::dataset::{Code, Role, Subject, Task};
use crate::text::{Msg, label, source, units};
use crate::ui::context::Shared;
use crate::ui::parts::{explained, line_link, unit_link};
use crate::view::Place;

/// The tasks of one document, folded.
pub fn tasks_of_document(shared: &Shared, at: Place) -> Html {
    let tasks = (0..).zip(&shared.data.tasks);
    let own: Vec<(Code, &Task)> = tasks
        .filter(|(_, task)| task.document == at.document)
        .collect();
    if own.is_empty() {
        return html! {};
    }
    let mut named = shared.data.responsibilities.iter();
    let open = own.iter().any(|(_, task)| at.is_line(task.line))
        || named.any(|duty| {
            let is_task = matches!(duty.subject, Subject::Task(_));
            is_task && duty.document == at.document && at.is_line(duty.line)
        });
    let count = source::tasks(own.len(), shared.lang());
    let body = html! {
        <dl class="glossary">
            for (code, task) in own {
                { entry(shared, code, task, at) }
            }
        </dl>
    };
    let name = heading(shared.msg(Msg::Tasks));
    fold("tasks".to_owned(), name, count, open, body)
}

fn entry(shared: &Shared, code: Code, task: &Task, at: Place) -> Html {
    let place = Place::line(task.document, task.line);
    // The units may be named in a later line than the task begins in.
    let named = shared.data.responsibilities.iter();
    let mut named = named.filter(|duty| duty.subject == Subject::Task(code));
    let units_line = named.next().map(|duty| duty.line);
    let units_line = units_line.filter(|line| *line != task.line);
    let are_pointed_at = units_line.is_some_and(|line| at.is_line(line));
    let is_pointed_at = at.is_line(task.line);
    html! {
        <div
            key={task.id.to_string()}
            data-task={task.id.to_string()}
            data-line={task.line.to_string()}
            class={classes!(is_pointed_at.then_some("pointed-at"))}
            tabindex={is_pointed_at.then_some("-1")}
        >
            <dt>
                <b>{ explained(shared, task.title.get(shared.lang())) }</b>
                <span>{ label::task_number(task) }{ " · " }{ line_link(shared, place) }</span>
            </dt>
            <dd
                data-line={units_line.map(|line| line.to_string())}
                class={classes!(are_pointed_at.then_some("pointed-at"))}
                tabindex={are_pointed_at.then_some("-1")}
            >
                { units(shared, code, Role::Lead) }
                { units(shared, code, Role::Responsible) }
            </dd>
        </div>
    }
}

/// The units with one role, in the order of the document.
fn units(shared: &Shared, task: Code, role: Role) -> Html {
    let lang = shared.lang();
    let named = shared.data.responsible(Subject::Task(task));
    let named = named.filter(|(_, own)| *own == role);
    let mut links: Vec<Html> = Vec::new();
    for (unit, _) in named {
        let between = if links.is_empty() {
            label::headed(shared.msg(units::role(role)), "", lang)
        } else {
            label::listed(&["", ""], lang)
        };
        links.push(html! { <>{ between }{ unit_link(shared, unit) }</> });
    }
    html! { if !links.is_empty() { <p>{ links.into_iter().collect::<Html>() }</p> } }
}

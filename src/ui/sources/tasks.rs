//! The tasks that a document sets, each with the units that lead it or answer for it.

use yew::prelude::*;

use super::{fold, heading};
use crate::dataset::{Code, Role, Subject, Task};
use crate::text::{Msg, label, source};
use crate::ui::context::Shared;
use crate::ui::parts::{explained, line_link};
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
    let open = own.iter().any(|(_, task)| at.is_line(task.line));
    let count = source::tasks(own.len(), shared.lang());
    let body = html! {
        <dl class="glossary">
            for (code, task) in own {
                { entry(shared, code, task, at.is_line(task.line)) }
            }
        </dl>
    };
    let name = heading(shared.msg(Msg::Tasks));
    fold("tasks".to_owned(), name, count, open, body)
}

fn entry(shared: &Shared, code: Code, task: &Task, is_pointed_at: bool) -> Html {
    let place = Place::line(task.document, task.line);
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
            <dd>
                { units(shared, code, Role::Lead) }
                { units(shared, code, Role::Responsible) }
            </dd>
        </div>
    }
}

/// The units with one role, in the order of the document.
fn units(shared: &Shared, task: Code, role: Role) -> Html {
    let lang = shared.lang();
    let named: Vec<&str> = shared
        .data
        .responsible(Subject::Task(task))
        .filter(|(_, own)| *own == role)
        .map(|(unit, _)| unit.name.get(lang))
        .collect();
    if named.is_empty() {
        return html! {};
    }
    let words = label::headed(
        shared.msg(label::role(role)),
        &label::listed(&named, lang),
        lang,
    );
    html! { <p>{ explained(shared, &words) }</p> }
}

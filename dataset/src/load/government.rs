//! Who does what: tasks, units of government, and the part of each in what.

use super::super::cell::{Keys, Place};
use super::super::codes::Role;
use super::super::entities::{Code, Organisation, Responsibility, Subject, Task};
use super::super::fault::{Fault, Problem, Rule};
use super::super::name::Name;
use super::super::plan::Plan;
use super::super::rows::{OrganisationRow, ResponsibilityRow, TaskRow};
use super::super::tables::Tables;
use super::Index;
use super::catalogue::list;
use guatu_scan::order;

pub(super) fn tasks(tables: &Tables, index: &mut Index, faults: &mut Vec<Fault>) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    let is_open = TaskRow::visit(tables, faults, |row, place| {
        if index.tasks.add(place, "id", row.id).is_none() {
            return;
        }
        let document = index.documents.find(place, "document", row.document);
        let line = place.count("line", row.line);
        let theme = place.count("theme_no", row.theme_no);
        let number = place.count("number", row.number);
        place.count("theme_line", row.theme_line);
        for (column, text) in [
            ("theme_zh", row.theme_zh),
            ("theme_en", row.theme_en),
            ("title_zh", row.title_zh),
            ("title_en", row.title_en),
        ] {
            place.text(column, text);
        }
        let task = Task {
            id: row.id.into(),
            document: document.unwrap_or_default(),
            line: line.unwrap_or_default(),
            theme: theme.unwrap_or_default(),
            theme_name: Name::new(row.theme_zh, row.theme_en),
            number: number.unwrap_or_default(),
            title: Name::new(row.title_zh, row.title_en),
        };
        let under = |known: &&Task| (known.document, known.theme) == (task.document, task.theme);
        let first = tasks.iter().find(under);
        if first.is_some_and(|first| first.theme_name != task.theme_name) {
            place.fault("theme_zh", Rule::OtherTheme);
        }
        tasks.push(task);
    });
    index.tasks.opened(is_open);
    tasks
}

pub(super) fn organisations(
    tables: &Tables,
    index: &mut Index,
    faults: &mut Vec<Fault>,
) -> Vec<Organisation> {
    let mut organisations = Vec::new();
    let is_open = OrganisationRow::visit(tables, faults, |row, place| {
        if index.organisations.add(place, "id", row.id).is_none() {
            return;
        }
        place.text("name_zh", row.name_zh);
        place.text("name_en", row.name_en);
        place.text("kind", row.kind);
        organisations.push(Organisation {
            id: row.id.into(),
            name: Name::new(row.name_zh, row.name_en),
            aliases: list(row.aliases),
            pinyin: row.pinyin.into(),
            is_group: row.kind == "collective",
        });
    });
    index.organisations.opened(is_open);
    organisations
}

pub(super) fn responsibilities(
    tables: &Tables,
    index: &Index,
    plans: &[Plan],
    faults: &mut Vec<Fault>,
) -> Vec<Responsibility> {
    let mut found = Vec::new();
    let mut seen = Keys::rows("responsibilities.csv");
    ResponsibilityRow::visit(tables, faults, |row, place| {
        let key = format!("{} {}", row.subject, row.organisation);
        if seen.add_any(place, "subject", &key).is_some() {
            found.extend(responsibility(row, index, plans, place));
        }
    });
    // Subjects together; the unit that leads and that is named first carries the weight.
    order::sort_by_key(&mut found, |duty| (duty.subject, duty.role, duty.order));
    found
}

fn responsibility(
    row: &ResponsibilityRow<'_>,
    index: &Index,
    plans: &[Plan],
    place: &mut Place<'_>,
) -> Option<Responsibility> {
    let subject = subject(row.subject, index, plans, place);
    let organisation = index
        .organisations
        .find(place, "organisation", row.organisation);
    let role = place.code("role", row.role, Role::parse, Role::CODES);
    let order = place.count("order", row.order);
    let document = index.documents.find(place, "document", row.document);
    let line = place.count("line", row.line);
    place.fragment(row.as_printed);
    Some(Responsibility {
        subject: subject?,
        organisation: organisation?,
        role: role?,
        order: order?,
        document: document?,
        line: line?,
        as_printed: row.as_printed.into(),
    })
}

/// What a unit answers for: a task's id, or `area/plan/indicator`, for a plan's name is the same in
/// every area.
fn subject(text: &str, index: &Index, plans: &[Plan], place: &mut Place<'_>) -> Option<Subject> {
    let mut parts = text.split('/');
    let (Some(area), Some(plan), Some(indicator), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return index.tasks.find(place, "subject", text).map(Subject::Task);
    };
    let area = index.areas.find(place, "subject", area);
    let indicator = index.indicators.find(place, "subject", indicator);
    let position = plans.iter().position(|known| *known.id == *plan);
    if position.is_none() {
        let read = plan.to_owned();
        let table = "the plans of observations.csv";
        place.fault("subject", Problem::UnknownKey { read, table });
    }
    Some(Subject::Indicator {
        area: area?,
        plan: Code::try_from(position?).ok()?,
        indicator: indicator?,
    })
}

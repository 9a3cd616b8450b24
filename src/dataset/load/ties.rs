//! What ties the tables together: responsibilities and relations, and the tables that later views
//! will show, whose references are checked here already.

use super::super::codes::Kind;
use super::super::entities::Row;
use super::super::period::Period;
use super::{
    Code, ExclusionRow, Fault, GlossaryRow, Index, Name, Observations, Place, Plan, Problem,
    ProjectRow, Relation, RelationKind, RelationRow, Responsibility, ResponsibilityRow, Role,
    Tables,
};

/// What a project's stage may be.
const STAGES: &[&str] = &[
    "reserve",
    "preparation",
    "started",
    "building",
    "topped_out",
    "completed",
    "opened",
    "planned",
];

/// Why a numeral may be no measurement.
const REASONS: &[&str] = &[
    "date",
    "document_number",
    "proper_name",
    "heading_number",
    "threshold",
    "damaged",
    "ordinal",
    "navigation",
    "other",
];

pub(super) fn responsibilities(
    tables: &Tables,
    index: &Index,
    plans: &[Plan],
    faults: &mut Vec<Fault>,
) -> Vec<Responsibility> {
    let mut found = Vec::new();
    ResponsibilityRow::visit(tables, faults, |row, text, faults| {
        let mut place = Place {
            file: "responsibilities.csv",
            row,
            faults,
        };
        let organisation = index
            .organisations
            .find(&mut place, "organisation", text.organisation);
        let role = place.code("role", text.role, Role::parse, Role::CODES);
        place.text("as_printed", text.as_printed);
        // A subject is a task, or `plan/indicator`.
        let Some((plan, indicator)) = text.subject.split_once('/') else {
            index.tasks.find(&mut place, "subject", text.subject);
            return;
        };
        let indicator = index.indicators.find(&mut place, "subject", indicator);
        let plan = plans.iter().position(|known| *known.id == *plan);
        if plan.is_none() {
            let read = text.subject.to_owned();
            let table = "the plans of observations.csv";
            place.fault("subject", Problem::UnknownKey { read, table });
        }
        let plan = plan.and_then(|plan| Code::try_from(plan).ok());
        if let (Some(plan), Some(indicator), Some(organisation), Some(role)) =
            (plan, indicator, organisation, role)
        {
            found.push(Responsibility {
                plan,
                indicator,
                organisation,
                role,
            });
        }
    });
    found
}

pub(super) fn relations(
    tables: &Tables,
    index: &Index,
    figures: &Observations,
    faults: &mut Vec<Fault>,
) -> Vec<Relation> {
    let mut found = Vec::new();
    // Positions are those of the figures only where no row of theirs was refused.
    let aligned = index.observations.len() == figures.len() as usize;
    RelationRow::visit(tables, faults, |row, text, faults| {
        let mut place = Place {
            file: "relations.csv",
            row,
            faults,
        };
        let from = index.observations.find_row(&mut place, "from", text.from);
        let to = index.observations.find_row(&mut place, "to", text.to);
        let kind = place.code("kind", text.kind, RelationKind::parse, RelationKind::CODES);
        place.text("note_zh", text.note_zh);
        place.text("note_en", text.note_en);
        let (Some(from), Some(to), Some(kind)) = (from, to, kind) else {
            return;
        };
        if aligned && kind == RelationKind::TargetOf && !pairs(figures, from, to) {
            let what = "`target_of` ties an outcome to a target of the same indicator and area";
            place.fault("kind", Problem::Inconsistent(what.to_owned()));
        }
        found.push(Relation {
            from,
            to,
            kind,
            note: Name::new(text.note_zh, text.note_en),
        });
    });
    found
}

/// Whether an outcome and a target are of the same indicator and area.
fn pairs(figures: &Observations, outcome: Row, target: Row) -> bool {
    let (outcome, target) = (outcome as usize, target as usize);
    let kind = |index: usize| figures.kind.get(index).copied();
    figures.indicator.get(outcome) == figures.indicator.get(target)
        && figures.area.get(outcome) == figures.area.get(target)
        && kind(outcome) != Some(Kind::Target)
        && kind(target) == Some(Kind::Target)
}

/// Checks projects, glossary and exclusions.
pub(super) fn check_the_rest(tables: &Tables, index: &Index, faults: &mut Vec<Fault>) {
    ProjectRow::visit(tables, faults, |row, project, faults| {
        let mut place = Place {
            file: "projects.csv",
            row,
            faults,
        };
        place.text("id", project.id);
        place.text("name_zh", project.name_zh);
        place.text("name_en", project.name_en);
        index.areas.find(&mut place, "area", project.area);
        index
            .documents
            .find(&mut place, "document", project.document);
        place.listed("stage", project.stage, STAGES);
        if !project.period.is_empty() && Period::parse(project.period).is_none() {
            place.fault("period", Problem::NotAPeriod(project.period.to_owned()));
        }
        place.text("as_printed", project.as_printed);
    });
    GlossaryRow::visit(tables, faults, |row, term, faults| {
        let mut place = Place {
            file: "glossary.csv",
            row,
            faults,
        };
        place.text("term_zh", term.term_zh);
        place.text("term_en", term.term_en);
        index.documents.find(&mut place, "document", term.document);
        place.text("definition_zh", term.definition_zh);
        place.text("definition_en", term.definition_en);
    });
    ExclusionRow::visit(tables, faults, |row, exclusion, faults| {
        let mut place = Place {
            file: "exclusions.csv",
            row,
            faults,
        };
        index
            .documents
            .find(&mut place, "document", exclusion.document);
        place.count("line", exclusion.line);
        place.text("as_printed", exclusion.as_printed);
        place.listed("reason", exclusion.reason, REASONS);
    });
}

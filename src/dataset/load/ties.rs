//! What ties the tables together: responsibilities and relations, and the tables that later views
//! will show, whose references are checked here already.

use super::super::cell::{Keys, Place};
use super::super::codes::{Kind, RelationKind, Role};
use super::super::columns::Observations;
use super::super::entities::{Code, Relation, Responsibility, Row};
use super::super::fault::{Fault, Problem};
use super::super::name::Name;
use super::super::plan::Plan;
use super::super::rows::{ExclusionRow, GlossaryRow, ProjectRow, RelationRow, ResponsibilityRow};
use super::super::tables::Tables;
use super::Index;
use super::catalogue::check_other;

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
    let mut seen = Keys::codes("responsibilities.csv");
    ResponsibilityRow::visit(tables, faults, |row, place| {
        let key = format!("{} {}", row.subject, row.organisation);
        if !seen.add_any(place, "subject", &key) {
            return;
        }
        let organisation = index
            .organisations
            .find(place, "organisation", row.organisation);
        let role = place.code("role", row.role, Role::parse, Role::CODES);
        let order = place.count("order", row.order);
        place.text("as_printed", row.as_printed);
        let subject = subject(row.subject, index, plans, place);
        if let (Some((area, plan, indicator)), Some(organisation), Some(role)) =
            (subject, organisation, role)
        {
            let duty = Responsibility {
                area,
                plan,
                indicator,
                organisation,
                role,
            };
            found.push((order, duty));
        }
    });
    // As printed: the unit that is named first carries the weight.
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, duty)| duty).collect()
}

/// What a unit answers for: `area/plan/indicator`, for a plan's name is the same in every area.
/// A task is checked and gives nothing yet.
fn subject(
    text: &str,
    index: &Index,
    plans: &[Plan],
    place: &mut Place<'_>,
) -> Option<(Code, Code, Code)> {
    let mut parts = text.split('/');
    let (Some(area), Some(plan), Some(indicator), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        index.tasks.find(place, "subject", text);
        return None;
    };
    let area = index.areas.find(place, "subject", area);
    let indicator = index.indicators.find(place, "subject", indicator);
    let position = plans.iter().position(|known| *known.id == *plan);
    if position.is_none() {
        let read = plan.to_owned();
        let table = "the plans of observations.csv";
        place.fault("subject", Problem::UnknownKey { read, table });
    }
    Some((area?, Code::try_from(position?).ok()?, indicator?))
}

pub(super) fn relations(
    tables: &Tables,
    index: &Index,
    figures: &Observations,
    faults: &mut Vec<Fault>,
) -> Vec<Relation> {
    let mut found = Vec::new();
    let mut seen = Keys::rows("relations.csv");
    // Positions are those of the figures only where no row of theirs was refused.
    let aligned = index.observations.len() == figures.len() as usize;
    RelationRow::visit(tables, faults, |row, place| {
        let key = format!("{} {} {}", row.from, row.to, row.kind);
        if !seen.add_any(place, "from", &key) {
            return;
        }
        let from = index.observations.find_row(place, "from", row.from);
        let to = index.observations.find_row(place, "to", row.to);
        let kind = place.code("kind", row.kind, RelationKind::parse, RelationKind::CODES);
        place.text("note_zh", row.note_zh);
        place.text("note_en", row.note_en);
        check_other(place, "to", row.to, row.from);
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
            note: Name::new(row.note_zh, row.note_en),
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
        && kind(outcome).is_some_and(Kind::is_outcome)
        && kind(target) == Some(Kind::Target)
}

/// Checks projects, glossary and exclusions.
pub(super) fn check_the_rest(tables: &Tables, index: &Index, faults: &mut Vec<Fault>) {
    let mut projects = Keys::rows("projects.csv");
    ProjectRow::visit(tables, faults, |row, place| {
        projects.add(place, "id", row.id);
        place.text("name_zh", row.name_zh);
        place.text("name_en", row.name_en);
        index.areas.find(place, "area", row.area);
        index.documents.find(place, "document", row.document);
        place.listed("stage", row.stage, STAGES);
        if !row.period.is_empty() {
            place.period("period", row.period);
        }
        place.text("as_printed", row.as_printed);
    });
    let mut terms = Keys::rows("glossary.csv");
    GlossaryRow::visit(tables, faults, |row, place| {
        place.text("term_zh", row.term_zh);
        place.text("term_en", row.term_en);
        terms.add_any(
            place,
            "term_zh",
            &format!("{} {}", row.term_zh, row.document),
        );
        index.documents.find(place, "document", row.document);
        place.text("definition_zh", row.definition_zh);
        place.text("definition_en", row.definition_en);
    });
    ExclusionRow::visit(tables, faults, |row, place| {
        index.documents.find(place, "document", row.document);
        place.count("line", row.line);
        place.text("as_printed", row.as_printed);
        place.listed("reason", row.reason, REASONS);
    });
}

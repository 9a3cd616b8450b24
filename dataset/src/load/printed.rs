//! What the texts hold besides figures: named projects, terms, and numerals that measure nothing.

use super::super::cell::{Keys, Place};
use super::super::codes::{Reason, Stage};
use super::super::entities::{Exclusion, Project, Term};
use super::super::fault::Fault;
use super::super::name::Name;
use super::super::rows::{ExclusionRow, GlossaryRow, ProjectRow};
use super::super::tables::Tables;
use super::Index;

pub(super) fn projects(tables: &Tables, index: &Index, faults: &mut Vec<Fault>) -> Vec<Project> {
    let mut projects = Vec::new();
    let mut seen = Keys::rows("projects.csv");
    ProjectRow::visit(tables, faults, |row, place| {
        seen.add(place, "id", row.id);
        projects.extend(project(row, index, place));
    });
    projects
}

fn project(row: &ProjectRow<'_>, index: &Index, place: &mut Place<'_>) -> Option<Project> {
    place.text("name_zh", row.name_zh);
    place.text("name_en", row.name_en);
    let area = index.areas.find(place, "area", row.area);
    let document = index.documents.find(place, "document", row.document);
    let line = place.count("line", row.line);
    let stage = place.code("stage", row.stage, Stage::parse, Stage::CODES);
    let period = place.optional_period("period", row.period);
    place.fragment(row.as_printed);
    Some(Project {
        id: row.id.into(),
        name: Name::new(row.name_zh, row.name_en),
        area: area?,
        document: document?,
        line: line?,
        stage: stage?,
        period: period.ok()?,
        as_printed: row.as_printed.into(),
    })
}

pub(super) fn terms(tables: &Tables, index: &Index, faults: &mut Vec<Fault>) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut seen = Keys::rows("glossary.csv");
    GlossaryRow::visit(tables, faults, |row, place| {
        let key = format!("{} {}", row.term_zh, row.document);
        seen.add_any(place, "term_zh", &key);
        terms.extend(term(row, index, place));
    });
    terms
}

fn term(row: &GlossaryRow<'_>, index: &Index, place: &mut Place<'_>) -> Option<Term> {
    place.text("term_zh", row.term_zh);
    place.text("term_en", row.term_en);
    place.text("definition_zh", row.definition_zh);
    place.text("definition_en", row.definition_en);
    let document = index.documents.find(place, "document", row.document);
    let line = place.count("line", row.line);
    Some(Term {
        name: Name::new(row.term_zh, row.term_en),
        document: document?,
        line: line?,
        definition: Name::new(row.definition_zh, row.definition_en),
    })
}

pub(super) fn exclusions(
    tables: &Tables,
    index: &Index,
    faults: &mut Vec<Fault>,
) -> Vec<Exclusion> {
    let mut exclusions = Vec::new();
    let mut seen = Keys::rows("exclusions.csv");
    ExclusionRow::visit(tables, faults, |row, place| {
        let key = format!("{} {} {}", row.document, row.line, row.as_printed);
        seen.add_any(place, "as_printed", &key);
        exclusions.extend(exclusion(row, index, place));
    });
    exclusions
}

fn exclusion(row: &ExclusionRow<'_>, index: &Index, place: &mut Place<'_>) -> Option<Exclusion> {
    let document = index.documents.find(place, "document", row.document);
    let line = place.count("line", row.line);
    let reason = place.code("reason", row.reason, Reason::parse, Reason::CODES);
    place.fragment(row.as_printed);
    Some(Exclusion {
        document: document?,
        line: line?,
        as_printed: row.as_printed.into(),
        reason: reason?,
    })
}

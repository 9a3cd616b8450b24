//! The sheet of figures: one row is one printing of one figure.

use super::columns::{Column, link, msg, number, out, text};
use super::{Export, Sheet, printed, ungrouped};
use crate::dataset::{Dataset, Lang, Observation, PeriodBasis, Relation, Row};
use crate::order;
use crate::query::relations::needs_care;
use crate::text::{Msg, Out, figure, label, method, period, proof, source, units};
use crate::view::{Page, Place};

/// First what a reader looks for, then the codes of the data package.
const COLUMNS: [Column; 32] = [
    text("indicator_name", msg(Msg::ColumnIndicator)),
    text("area_name", msg(Msg::ColumnArea)),
    text("period_name", msg(Msg::ColumnPeriod)),
    text("kind_name", msg(Msg::ColumnKind)),
    text("class_name", msg(Msg::FacetClass)),
    text("bound", msg(Msg::ColumnBound)),
    number("value", msg(Msg::ColumnValue)),
    number("value_high", msg(Msg::ColumnUpper)),
    text("unit_name", msg(Msg::ColumnUnit)),
    text("shown", out(Out::HeadShown)),
    text("status_name", msg(Msg::FacetStatus)),
    text("reason", out(Out::HeadReason)),
    text("plan_name", msg(Msg::ColumnPlan)),
    text("responsible_units", msg(Msg::ColumnUnits)),
    text("document_title", msg(Msg::FacetDocument)),
    text("section", out(Out::HeadSection)),
    number("line", msg(Msg::ColumnLine)),
    text("as_printed", msg(Msg::ColumnPrinted)),
    text("note", msg(Msg::ColumnNote)),
    text("repair", out(Out::HeadRepair)),
    text("comparability", msg(Msg::Comparability)),
    link("link", out(Out::FactLink)),
    text("id", out(Out::HeadId)),
    text("indicator", out(Out::HeadIndicatorId)),
    text("area", out(Out::HeadAreaCode)),
    text("period", out(Out::HeadIsoPeriod)),
    text("kind", out(Out::HeadKindCode)),
    text("class", out(Out::HeadClassCode)),
    text("plan", out(Out::HeadPlanCode)),
    text("status", out(Out::HeadStatusCode)),
    text("document", out(Out::HeadDocumentId)),
    text("comparability_ids", out(Out::HeadRelated)),
];

/// The figures that are chosen, in the order of the data package.
#[must_use]
pub fn figures(export: &Export<'_>) -> Sheet {
    let cautions = cautions(export.data());
    let rows = export.rows().map(|figure| {
        let caution = caution(export.data(), &cautions, figure.row, export.lang());
        cells(export, &figure, caution)
    });
    Sheet {
        name: "figures",
        label: out(Out::SheetFigures),
        columns: COLUMNS.to_vec(),
        rows: rows.collect(),
    }
}

fn cells(
    export: &Export<'_>,
    figure: &Observation<'_>,
    [caution, related]: [String; 2],
) -> Vec<String> {
    let (data, lang) = (export.data(), export.lang());
    let judged = export.index.ledger().get(data, figure.row);
    let judgement = judged.as_ref().map(|one| &one.assessment.judgement);
    let reason = judgement.and_then(|judgement| judgement.reason);
    let class = figure
        .class
        .map(|class| (label::class(class), class.code()));
    let (class_name, class) = class.map_or(("", ""), |(name, code)| (name.get(lang), code));
    let owned = str::to_owned;
    vec![
        owned(figure.indicator.name.get(lang)),
        owned(figure.area.name.get(lang)),
        period::of(figure, lang),
        owned(label::kind(figure.kind).get(lang)),
        owned(class_name),
        owned(figure::sign(figure.comparator).trim_end()),
        printed(figure.value, figure.decimals),
        printed(figure.value_high, figure.decimals),
        owned(figure.unit.map_or("", |unit| unit.name.get(lang))),
        ungrouped(&figure::line(figure, lang)),
        judged
            .as_ref()
            .map_or_else(String::new, |one| proof::status(one, lang)),
        owned(reason.map_or("", |reason| method::reason(reason, lang))),
        figure
            .plan
            .map_or_else(String::new, |plan| label::plan(plan, lang)),
        units::answering(data, figure.row, lang),
        owned(figure.document.title.get(lang)),
        owned(figure.section),
        figure.line.to_string(),
        owned(figure.as_printed),
        note(figure, lang),
        owned(figure.repair),
        caution,
        export.link(Page::Sources, Place::of(data, figure.row), None),
        owned(figure.id),
        figure.indicator.id.to_string(),
        figure.area.code.to_string(),
        figure.period.to_string(),
        owned(figure.kind.code()),
        owned(class),
        figure
            .plan
            .map_or_else(String::new, |plan| plan.id.to_string()),
        owned(judgement.map_or("", |judgement| judgement.status.code())),
        figure.document.id.to_string(),
        related,
    ]
}

/// What a reader could mistake.
fn note(figure: &Observation<'_>, lang: Lang) -> String {
    let inferred = figure.basis == PeriodBasis::Inferred;
    let notes = [
        figure.note(lang),
        if inferred {
            Msg::PeriodInferred.get(lang)
        } else {
            ""
        },
        if figure.shared {
            Msg::SharedFigure.get(lang)
        } else {
            ""
        },
    ];
    joined(notes.into_iter().filter(|note| !note.is_empty()), lang)
}

/// The pairs that must not be read together without their reason, by either figure in the order of the rows: a
/// figure, the other one, and what ties them.
fn cautions(data: &Dataset) -> Vec<(Row, Row, &Relation)> {
    let pairs = data.relations.iter().filter(|pair| needs_care(pair.kind));
    let both = pairs.flat_map(|pair| [(pair.from, pair.to, pair), (pair.to, pair.from, pair)]);
    let mut both: Vec<(Row, Row, &Relation)> = both.collect();
    order::sort_by_key(&mut both, |(own, ..)| *own);
    both
}

/// What of a figure must not be read together with another one, and why; and the ids of those others.
fn caution(
    data: &Dataset,
    cautions: &[(Row, Row, &Relation)],
    row: Row,
    lang: Lang,
) -> [String; 2] {
    let first = cautions.partition_point(|(own, ..)| *own < row);
    let own = cautions.iter().skip(first);
    let own = own.take_while(|(own, ..)| *own == row);
    let (mut words, mut ids): (Vec<String>, Vec<&str>) = (Vec::new(), Vec::new());
    for (_, other, pair) in own {
        if let Some(other) = data.observation(*other) {
            let kind = label::relation(pair.kind).get(lang);
            let head = [kind, &*printing(data, &other, lang)].concat();
            words.push(label::headed(&head, pair.note.get(lang), lang));
            ids.push(other.id);
        }
    }
    let words = joined(words.iter().map(String::as_str), lang);
    [ungrouped(&words), ids.join(" ")]
}

/// Another printing in brackets, for who does not have it in sight.
fn printing(data: &Dataset, figure: &Observation<'_>, lang: Lang) -> String {
    let facts = [
        &*period::of(figure, lang),
        &figure::with_kind(figure, lang),
        &label::document(data, figure.document, lang),
        &source::line(figure.line, lang),
    ];
    match lang {
        Lang::Zh => format!("（{}）", facts.join("，")),
        Lang::En => format!(" ({})", facts.join(", ")),
    }
}

/// Sentences after one another, without the stops at their ends.
fn joined<'a>(parts: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    let parts: Vec<&str> = parts
        .map(|part| part.trim_end_matches(['。', '.']))
        .collect();
    parts.join(if lang == Lang::Zh { "；" } else { "; " })
}

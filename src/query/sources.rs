//! The documents in reading order, what each is made of, and how much of its text is accounted for.

use crate::dataset::{Code, Dataset, Document, Observation, Reason, Row};
use crate::order;

use super::facet::FacetIndex;
use super::select::Selection;

/// The figures under one heading of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The headings, the outermost first, with ` / ` between them.
    pub path: String,
    /// The lines with a figure that is shown, in order.
    pub lines: Vec<Line>,
    /// How many figures the section has, filters left out.
    pub all: usize,
}

/// The figures that one line of a document prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: u32,
    /// Its figures, in order.
    pub rows: Vec<Row>,
}

/// How many of a document's numerals stand in fragments of figures, and what is set aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The runs of digits in the text.
    pub numerals: u32,
    /// Those that stand in fragments of figures.
    pub in_figures: u32,
    /// The figures.
    pub figures: usize,
    /// The fragments that measure nothing, by reason, the most frequent first.
    pub reasons: Vec<(Reason, usize)>,
}

impl Section {
    /// How many figures are shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.lines.iter().map(|line| line.rows.len()).sum()
    }
}

impl Coverage {
    /// How many fragments measure nothing.
    #[must_use]
    pub fn excluded(&self) -> usize {
        self.reasons.iter().map(|(_, count)| count).sum()
    }

    /// The runs of digits outside the fragments of figures.
    #[must_use]
    pub fn others(&self) -> u32 {
        self.numerals.saturating_sub(self.in_figures)
    }
}

/// The document of the same area that was delivered later than this one, and before this one was
/// published: who goes by publication takes the older for the newer.
#[must_use]
pub fn overtaken_by(data: &Dataset, document: &Document) -> Option<Code> {
    let is_later = |other: &Document| {
        other.area == document.area
            && !document.delivered.is_empty()
            && document.delivered < other.delivered
            && other.delivered < document.published
    };
    let found = data.documents.iter().position(is_later)?;
    Code::try_from(found).ok()
}

/// The sections of a document in the order of its text, with the figures that pass the filters;
/// those of `line`, which a link points at, are always shown. Sections with none are left out.
#[must_use]
pub fn sections(
    data: &Dataset,
    index: &FacetIndex,
    selection: &Selection,
    document: Code,
    line: Option<u32>,
) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for figure in in_order(data, index, document) {
        if sections
            .last()
            .is_none_or(|section| section.path != figure.section)
        {
            sections.push(Section {
                path: figure.section.to_owned(),
                lines: Vec::new(),
                all: 0,
            });
        }
        let Some(section) = sections.last_mut() else {
            continue;
        };
        section.all += 1;
        if selection.passes(figure.row) || line == Some(figure.line) {
            push(&mut section.lines, figure.line, figure.row);
        }
    }
    sections.retain(|section| !section.lines.is_empty());
    sections
}

fn push(lines: &mut Vec<Line>, number: u32, row: Row) {
    match lines.last_mut().filter(|line| line.number == number) {
        Some(line) => line.rows.push(row),
        None => lines.push(Line {
            number,
            rows: vec![row],
        }),
    }
}

/// A document's figures in the order of its text.
fn in_order<'a>(
    data: &'a Dataset,
    index: &FacetIndex,
    document: Code,
) -> impl Iterator<Item = Observation<'a>> {
    let rows = index.of_document(data, document).iter();
    rows.filter_map(|row| data.observation(*row))
}

/// How much of a document's text is accounted for. One printed fragment may serve several figures;
/// its digits count once.
#[must_use]
pub fn coverage(data: &Dataset, index: &FacetIndex, document: Code) -> Coverage {
    let mut counted: Vec<(u32, &str)> = Vec::new();
    let (mut in_figures, mut figures) = (0, 0);
    for figure in in_order(data, index, document) {
        figures += 1;
        counted.retain(|(line, _)| *line == figure.line);
        let fragment = (figure.line, figure.as_printed);
        if !counted.contains(&fragment) {
            in_figures += runs_of_digits(figure.as_printed);
            counted.push(fragment);
        }
    }
    let found = data.documents.get(usize::from(document));
    Coverage {
        numerals: found.map_or(0, |document| document.numerals),
        in_figures: u32::try_from(in_figures).unwrap_or(u32::MAX),
        figures,
        reasons: reasons(data, document),
    }
}

fn runs_of_digits(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .count()
}

fn reasons(data: &Dataset, document: Code) -> Vec<(Reason, usize)> {
    let count = |reason: &Reason| {
        let own = data.exclusions.iter().filter(|e| e.document == document);
        (*reason, own.filter(|e| e.reason == *reason).count())
    };
    let mut counted: Vec<(Reason, usize)> = Reason::ALL.iter().map(count).collect();
    counted.retain(|(_, count)| *count > 0);
    order::sort_by_key(&mut counted, |(_, count)| std::cmp::Reverse(*count));
    counted
}

/// Whether the data hold anything that a line of a document prints.
#[must_use]
pub fn is_printed(data: &Dataset, document: Code, line: u32) -> bool {
    let here = |(own, number): (Code, u32)| (own, number) == (document, line);
    let columns = &data.observations;
    let mut figures = columns.document.iter().zip(columns.lines());
    figures.any(|(own, number)| here((own, *number)))
        || data.projects.iter().any(|p| here((p.document, p.line)))
        || data.terms.iter().any(|t| here((t.document, t.line)))
        || data.exclusions.iter().any(|e| here((e.document, e.line)))
        || data.tasks.iter().any(|t| here((t.document, t.line)))
        || data
            .responsibilities
            .iter()
            .any(|r| here((r.document, r.line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_decimals_is_two_runs_of_digits() {
        assert_eq!(runs_of_digits("增长7.5%以上"), 2);
        assert_eq!(runs_of_digits("三成"), 0);
    }
}

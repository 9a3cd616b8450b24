//! The documents in reading order, what each is made of, and how much of its text is accounted for.

use crate::dataset::{Code, Dataset, Document, Reason, Row};
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
    /// Its first figure that is shown: two sections may begin in one line, but not with one figure.
    #[must_use]
    pub fn first(&self) -> Option<Row> {
        self.lines.first()?.rows.first().copied()
    }

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
    let figures = &data.observations;
    for (row, number) in in_order(data, index, document) {
        let path = figures.section(row).unwrap_or_default();
        if sections.last().is_none_or(|section| section.path != path) {
            sections.push(Section {
                path: path.to_owned(),
                lines: Vec::new(),
                all: 0,
            });
        }
        let Some(section) = sections.last_mut() else {
            continue;
        };
        section.all += 1;
        if selection.passes(row) || line == Some(number) {
            push(&mut section.lines, number, row);
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

/// A document's figures in the order of its text, each with its line.
fn in_order(
    data: &Dataset,
    index: &FacetIndex,
    document: Code,
) -> impl Iterator<Item = (Row, u32)> {
    let lines = data.observations.lines();
    let rows = index.of_document(data, document).iter();
    rows.filter_map(|row| Some((*row, *lines.get(*row as usize)?)))
}

/// How much of a document's text is accounted for. One printed fragment may serve several figures;
/// its digits count once.
#[must_use]
pub fn coverage(data: &Dataset, index: &FacetIndex, document: Code) -> Coverage {
    let own: Vec<(Row, u32)> = in_order(data, index, document).collect();
    let lines = own.chunk_by(|(_, a), (_, b)| a == b);
    let in_line = |line: &[(Row, u32)]| {
        let fragment = |(row, _): &(Row, u32)| data.observations.as_printed(*row);
        let mut fragments: Vec<&str> = line.iter().filter_map(fragment).collect();
        if fragments.len() > 1 {
            order::sort_by(&mut fragments, Ord::cmp);
            fragments.dedup();
        }
        fragments.into_iter().map(runs_of_digits).sum::<usize>()
    };
    let in_figures: usize = lines.map(in_line).sum();
    let found = data.documents.get(usize::from(document));
    Coverage {
        numerals: found.map_or(0, |document| document.numerals),
        in_figures: u32::try_from(in_figures).unwrap_or(u32::MAX),
        figures: own.len(),
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

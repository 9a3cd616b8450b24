//! One document against the rows that name it: where each fragment stands, whether it carries its
//! value, and (with `cover`) where every quantity of the text went.

use std::ops::Range;

use anyhow::Result;

use super::chinese::Finder;
use super::cover::{Line, Span};
use super::coverage::Coverage;
use super::fault::{Fault, What};
use super::rows::{Carries, Document, Printing};
use super::text::{self, Text};
use super::value;

/// Proves the rows of one document, and gives how far they cover its text.
///
/// # Errors
/// The finder of quantities in words cannot be made.
pub fn prove(
    document: &Document,
    text: &Text,
    printings: &[Printing],
    faults: &mut Vec<Fault>,
) -> Result<Coverage> {
    check_text(document, text, faults);
    let own: Vec<&Printing> = printings
        .iter()
        .filter(|printing| printing.document == document.id)
        .collect();
    let mut spans = Vec::new();
    for printing in &own {
        place(printing, text, &mut spans, faults);
        check_values(printing, text, faults);
        check_shared(printing, &own, faults);
    }
    let finder = Finder::new()?;
    let mut coverage = Coverage {
        document: document.id.clone(),
        ..Coverage::default()
    };
    for (number, line) in text.lines() {
        let held = Line::new(number, line, &spans);
        for (places, counts) in [
            (text::numerals(line), &mut coverage.numerals),
            (finder.places(line), &mut coverage.words),
        ] {
            for place in places {
                let (went, what) = held.judge(&place);
                counts.add(went);
                faults.extend(what.map(|what| Fault {
                    file: text_file(&document.id),
                    line: number,
                    column: String::new(),
                    what,
                }));
            }
        }
    }
    Ok(coverage)
}

/// The file that holds a document's text.
pub fn text_file(document: &str) -> String {
    format!("{document}.txt")
}

/// The text is the one that was read.
fn check_text(document: &Document, text: &Text, faults: &mut Vec<Fault>) {
    let mut fault = |column: &str, what| {
        faults.push(Fault {
            file: "documents.csv".to_owned(),
            line: document.row,
            column: column.to_owned(),
            what,
        });
    };
    if text.sha256 != document.sha256 {
        fault("sha256", What::Changed(text.sha256.clone()));
    }
    let numerals = text.numerals();
    if document.numerals != numerals.to_string() {
        fault("numerals", What::Numerals(numerals));
    }
}

/// Finds the fragment in its line.
fn place<'a>(
    printing: &'a Printing,
    text: &Text,
    spans: &mut Vec<Span<'a>>,
    faults: &mut Vec<Fault>,
) {
    let fragment = text.cleaned(&printing.fragment);
    let line = text.line(printing.line).unwrap_or_default();
    let all = match fragment.as_str() {
        "" => Vec::new(),
        _ => text::places(line, &fragment),
    };
    let (cut, whole): (Vec<_>, Vec<_>) = all
        .iter()
        .cloned()
        .partition(|place| cut_number(line, place, printing).is_some());
    let cut = cut.first();
    let number = cut.and_then(|place| cut_number(line, place, printing));
    let what = match (all.len(), number) {
        (0, _) => Some(What::NotInLine {
            elsewhere: elsewhere(text, &fragment),
            line: printing.line,
            fragment,
        }),
        (times @ 2.., _) if printing.figure().is_some() => {
            Some(What::Ambiguous { fragment, times })
        }
        (_, Some(number)) if whole.is_empty() => Some(What::Cut { fragment, number }),
        _ => None,
    };
    faults.extend(what.map(|what| of_row(printing, printing.column, what)));
    spans.extend(whole.into_iter().map(|place| Span {
        line: printing.line,
        place,
        printing,
    }));
}

/// The number that a place begins or ends within. A figure must not be half of a decimal; an
/// exclusion may be the number of a heading, behind whose point a year stands.
fn cut_number(line: &str, place: &Range<usize>, printing: &Printing) -> Option<String> {
    let numbers = match printing.carries {
        Carries::Figure(_) => text::numbers(line),
        Carries::Nothing | Carries::Name => text::numerals(line),
    };
    let is_within = |run: &Range<usize>, at: usize| run.start < at && at < run.end;
    let is_cut = |run: &Range<usize>| is_within(run, place.start) || is_within(run, place.end);
    let cut = numbers.into_iter().find(is_cut)?;
    line.get(cut).map(str::to_owned)
}

/// In words, which lines of the text hold a fragment.
fn elsewhere(text: &Text, fragment: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .filter(|(_, line)| !fragment.is_empty() && line.contains(fragment))
        .map(|(number, _)| number.to_string())
        .collect();
    match lines.as_slice() {
        [] => "no line has it".to_owned(),
        [line] => format!("line {line} has it"),
        _ => format!("lines {} have it", lines.join(", ")),
    }
}

/// A figure's value stands in its own fragment.
fn check_values(printing: &Printing, text: &Text, faults: &mut Vec<Fault>) {
    let Some(figure) = printing.figure().filter(|figure| !figure.is_repaired) else {
        return;
    };
    let fragment = text.cleaned(&printing.fragment);
    for (column, value) in [("value", &figure.value), ("value_high", &figure.value_high)] {
        let places = value::places(&fragment, value, figure.is_percent);
        if !value.is_empty() && places.is_empty() {
            let what = What::NotCarried {
                value: value.clone(),
                fragment: fragment.clone(),
            };
            faults.push(of_row(printing, column, what));
        }
    }
}

/// Who shares a fragment does so with another row, and each for a subject of its own.
fn check_shared(printing: &Printing, own: &[&Printing], faults: &mut Vec<Fault>) {
    let is_other = |other: &&Printing| {
        other.row != printing.row
            && other.line == printing.line
            && other.fragment == printing.fragment
    };
    if printing.is_shared() && !own.iter().any(|other| other.is_shared() && is_other(other)) {
        let what = What::SharedAlone(printing.fragment.clone());
        faults.push(of_row(printing, "shared", what));
    }
    let subject = |printing: &Printing| printing.figure().map(|figure| figure.subject.clone());
    let twin = own.iter().find(|other| {
        other.is_shared()
            && is_other(other)
            && other.row < printing.row
            && subject(other) == subject(printing)
    });
    if let Some(twin) = twin.filter(|_| printing.is_shared()) {
        let what = What::SameSubject(twin.place());
        faults.push(of_row(printing, "shared", what));
    }
}

fn of_row(printing: &Printing, column: &str, what: What) -> Fault {
    Fault {
        file: printing.file.to_owned(),
        line: printing.row,
        column: column.to_owned(),
        what,
    }
}

//! What may stand in a place, in words.

use crate::dataset::{Lang, Problem, Rule};
use crate::text::{columns, fault};

use super::finding::{Entry, Finding, Place, What};
use super::hint::hint;

/// What may stand there: of an enumeration the names that a reader may write.
pub(super) fn allowed(one: &Finding, lang: Lang) -> String {
    let problem = match &one.what {
        What::Problem(problem) => problem,
        What::Reference { problem, entries } => return meant(problem, entries, lang),
        What::Ambiguous { table, .. } => {
            let table = columns::table(table).get(lang);
            return match lang {
                Lang::Zh => format!("填编号，见“{table}”"),
                Lang::En => format!("its id, see {table}"),
            };
        }
        What::PrintedUnit { read, .. } | What::DoubtfulUnit { read, .. } => {
            return match lang {
                Lang::Zh => format!("{read}，照原文"),
                Lang::En => format!("{read}, as printed"),
            };
        }
        _ => return String::new(),
    };
    if is_left_out(problem) {
        return wanted(&one.place, lang);
    }
    let found = columns::choices(one.place.table, &one.place.column);
    let allowed = if found.is_empty() || !matches!(problem, Problem::NotAllowed { .. }) {
        fault::allowed(problem, lang)
    } else {
        let names: Vec<&str> = found.iter().map(|(_, name)| name.get(lang)).collect();
        names.join(if lang == Lang::Zh { "、" } else { ", " })
    };
    match (hint(problem, &one.place, lang), lang) {
        (None, _) => allowed,
        (Some(hint), Lang::Zh) => [&hint, "；", &allowed].concat(),
        (Some(hint), Lang::En) => [&hint, "; ", &allowed].concat(),
    }
}

/// Whether a cell is empty that must not be.
const fn is_left_out(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::Empty
            | Problem::Broken(
                Rule::Fragment
                    | Rule::NeedsSection
                    | Rule::NeedsUnit
                    | Rule::NeedsPlan
                    | Rule::NeedsStatement
            )
    )
}

/// What is written in a column, as the template says it, without what may be left out.
fn wanted(place: &Place, lang: Lang) -> String {
    let column = columns::column(place.table, &place.column);
    let note = column.map_or("", |column| column.note.get(lang));
    let ends = ['；', ';'];
    note.split(ends).next().unwrap_or_default().to_owned()
}

/// The entries that may be meant, and the table that has or takes others; or those that may stand there.
fn meant(problem: &Problem, entries: &[Entry], lang: Lang) -> String {
    let names = entries.iter().map(|[zh, en]| match lang {
        Lang::Zh => &**zh,
        Lang::En => en,
    });
    let names: Vec<&str> = names.collect();
    let Problem::UnknownKey { table, .. } = problem else {
        return match lang {
            Lang::Zh => names.join("、"),
            Lang::En => names.join(", "),
        };
    };
    let (code, table) = (table.trim_end_matches(".csv"), columns::table(table));
    match (names.is_empty(), lang) {
        (true, Lang::Zh) => format!("见“{} {code}”表，没有的在表中补入", table.zh),
        (false, Lang::Zh) => {
            let names = names.join("、");
            format!("是否为：{names}；或在“{} {code}”表中补入", table.zh)
        }
        (true, Lang::En) => format!("see the sheet “{code}”; what is not there is added to it"),
        (false, Lang::En) => {
            let names = names.join(", ");
            format!("perhaps {names}; or add it to the sheet “{code}”")
        }
    }
}

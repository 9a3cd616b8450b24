//! What was found, in words: the place, what is wrong, what was read and what is allowed.

use crate::dataset::Lang;
use crate::text::{columns, fault, label, number};

use super::allowed::allowed;
use super::finding::{Finding, Hidden, Place, What};
use super::fixed::fixed;
use super::refused::refused;

/// One finding as the cells of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The file, with its sheet.
    pub place: String,
    /// The row; empty where it is all of them.
    pub row: String,
    /// The column by its name, and the cell where a spreadsheet names it.
    pub column: String,
    /// What is wrong.
    pub wrong: String,
    /// What was read.
    pub read: String,
    /// What may stand there.
    pub allowed: String,
}

/// Puts a finding into words.
#[must_use]
pub fn told(one: &Finding, lang: Lang) -> Told {
    Told {
        place: place(&one.place, lang),
        row: rows(&one.place, lang),
        column: column(&one.place, lang),
        wrong: wrong_at(one, lang),
        read: read(one).to_owned(),
        allowed: allowed(one, lang),
    }
}

/// The file with its sheet, or the published table.
fn place(place: &Place, lang: Lang) -> String {
    if place.is_published {
        let table = columns::table(place.table).get(lang);
        return match lang {
            Lang::Zh => format!("已有数据“{table}”表"),
            Lang::En => format!("data that were there, “{table}”"),
        };
    }
    let names = [&*place.file, &*place.sheet].into_iter();
    let names = names.filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join(" · ")
}

/// The row, or the rows: `3–5、7`; empty where it is all of them.
fn rows(place: &Place, lang: Lang) -> String {
    let Some(run) = &place.run else {
        return match place.row {
            0 => String::new(),
            row => row.to_string(),
        };
    };
    let spans = run.spans.iter().map(|(first, last)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        }
    });
    let spans: Vec<String> = spans.collect();
    match (lang, run.has_more) {
        (Lang::Zh, false) => spans.join("、"),
        (Lang::Zh, true) => spans.join("、") + "等",
        (Lang::En, false) => spans.join(", "),
        (Lang::En, true) => spans.join(", ") + " …",
    }
}

/// What is wrong at a place: in a published row by what the reader's do to it, and in how many rows.
fn wrong_at(one: &Finding, lang: Lang) -> String {
    let mut wrong = wrong(&one.what, lang);
    if one.place.is_published {
        wrong = match lang {
            Lang::Zh => format!("与打开的数据合并后，此行不再成立：{wrong}"),
            Lang::En => format!("no longer holds beside yours: {wrong}"),
        };
    }
    let beside = &one.place.beside;
    if !beside.is_empty() && one.place.run.is_none() {
        wrong = match lang {
            Lang::Zh => format!("{wrong}：{beside}"),
            Lang::En => format!("{wrong}: {beside}"),
        };
    }
    if let Some(run) = &one.place.run {
        let rows = number::counted(run.count, lang, "行", "row");
        wrong = match lang {
            Lang::Zh => format!("{wrong}（共{rows}）"),
            Lang::En => format!("{wrong} ({rows})"),
        };
    }
    wrong
}

/// What is wrong, or worth knowing.
fn wrong(what: &What, lang: Lang) -> String {
    match what {
        What::Problem(problem) | What::Reference { problem, .. } => fault::wrong(problem, lang),
        What::Hidden(hidden) => self::hidden(*hidden, lang),
        What::OtherFact { other, .. } => match (lang, other) {
            (Lang::Zh, [zh, _]) => format!("与同一事实的另一处不一致：{zh}"),
            (Lang::En, [_, en]) => {
                format!("differs from the other printing of the same fact: {en}")
            }
        },
        What::Refused { code, .. } => refused(code, lang).to_owned(),
        What::ReadAs { name, .. } => match lang {
            Lang::Zh => format!("按别名识别为“{name}”"),
            Lang::En => format!("read as “{name}”, of which it is another name"),
        },
        What::Apart { name, .. } => match lang {
            Lang::Zh => {
                format!("此名称是已有“{name}”的别名，已另立一项；如为同一项，请改填“{name}”")
            }
            Lang::En => format!(
                "is another name of “{name}” and stands beside it; if they are one, write “{name}”"
            ),
        },
        What::OtherBound { read, taken } if read.is_empty() => match lang {
            Lang::Zh => format!("按“{taken}”处理，而原文片段没有相应的字样"),
            Lang::En => format!("is taken as “{taken}”, of which the fragment has no word"),
        },
        What::OtherBound { read, taken }
        | What::PrintedUnit { read, taken }
        | What::DoubtfulUnit { read, taken } => match lang {
            Lang::Zh => format!("按“{taken}”处理，而原文片段作“{read}”"),
            Lang::En => format!("is taken as “{taken}”, but the fragment has “{read}”"),
        },
        What::Named {
            table,
            kind: Some(kind),
            ..
        } => {
            let kind = label::document_kind(*kind).get(lang);
            let added = of_table(what, columns::table(table).get(lang), lang);
            match lang {
                Lang::Zh => format!("{added}，文件类型按“{kind}”处理"),
                Lang::En => format!("{added}, as a {kind}"),
            }
        }
        What::Named { table, .. } | What::NoRows(table) | What::Overwritten { table, .. } => {
            of_table(what, columns::table(table).get(lang), lang)
        }
        What::Remarks(_)
        | What::RemarkColumns(_)
        | What::Above(_)
        | What::NoWhole(_)
        | What::Yearly(_)
        | What::NoEnglish(_)
        | What::Inferred(_) => counted(what, lang),
        _ => fixed(what, lang).to_owned(),
    }
}

/// What a workbook hides, and was read: the sheet, or rows and columns of it.
fn hidden(hidden: Hidden, lang: Lang) -> String {
    let Hidden {
        is_sheet,
        rows,
        columns,
    } = hidden;
    let counts = [(rows, "行", "row"), (columns, "列", "column")].into_iter();
    let counts = counts.filter(|(count, ..)| *count > 0);
    let mut parts: Vec<String> = counts
        .map(|(count, zh, en)| number::counted(count, lang, zh, en))
        .collect();
    match lang {
        Lang::Zh => {
            if is_sheet {
                parts.insert(0, "工作表".to_owned());
            }
            format!("隐藏的{}也已读入", parts.join("、"))
        }
        Lang::En => {
            if is_sheet {
                parts.insert(0, "the sheet".to_owned());
            }
            format!("read although hidden: {}", parts.join(", "))
        }
    }
}

/// What concerns a whole table.
fn of_table(what: &What, table: &str, lang: Lang) -> String {
    match (what, lang) {
        (What::Overwritten { count, .. }, Lang::Zh) => {
            let count = number::counted(*count, lang, "项", "");
            format!("“{table}”表中{count}与已有的不同，以打开的为准")
        }
        (What::Overwritten { count, .. }, Lang::En) => {
            let count = number::counted(*count, lang, "", "row");
            format!("{count} of “{table}” differ from those that were there; yours count")
        }
        (What::NoRows(_), Lang::Zh) => format!("“{table}”表没有数据，替换须有此表"),
        (What::NoRows(_), Lang::En) => {
            format!("“{table}” has no rows, without which nothing can be replaced")
        }
        (_, Lang::Zh) => format!("“{table}”表中没有，已按名称补入"),
        (_, Lang::En) => format!("not in “{table}”; added by its name"),
    }
}

/// What is told once, with how often.
fn counted(what: &What, lang: Lang) -> String {
    let (count, [zh, one, en]) = match what {
        What::Remarks(count) => (
            count,
            [
                "行以 # 开头，作为说明，未读入",
                "row",
                "with # in front: remarks, and not read",
            ],
        ),
        What::RemarkColumns(count) => (
            count,
            [
                "列的列名以 # 开头，作为说明，未读入",
                "column",
                "with # in front of the head: remarks, and not read",
            ],
        ),
        What::Above(count) => (
            count,
            [
                "行在列名之上，未读入",
                "row",
                "above the heads, and not read",
            ],
        ),
        What::NoWhole(count) => (
            count,
            [
                "项指标的上级指标没有数据，上下级关系未保留",
                "indicator",
                "whose whole has no figures; no longer parts of it",
            ],
        ),
        What::Yearly(count) => (
            count,
            [
                "条目标未注明规划、计划，按该年度计划处理",
                "target",
                "without a plan; taken as of the year’s plan",
            ],
        ),
        What::NoEnglish(count) => (
            count,
            [
                "处没有英文，英文界面显示中文",
                "name",
                "without English words; the Chinese ones are shown",
            ],
        ),
        What::Inferred(count) => (
            count,
            [
                "条未填时期依据，原文片段也未写明该时期，暂记为“推断”；原文写明的填“原文注明”",
                "figure",
                "without a basis of the period or its year in the fragment; marked as inferred, write “printed” where the text gives it",
            ],
        ),
        _ => return String::new(),
    };
    match lang {
        Lang::Zh => number::counted(*count, lang, zh, ""),
        Lang::En => [&number::counted(*count, lang, "", one), " ", en].concat(),
    }
}

/// What stands there.
fn read(one: &Finding) -> &str {
    match &one.what {
        What::Problem(problem) | What::Reference { problem, .. } => match fault::read(problem) {
            "" => &one.place.cell,
            read => read,
        },
        // What the fragment has stands in the sentence.
        What::OtherBound { .. } | What::PrintedUnit { .. } | What::DoubtfulUnit { .. } => {
            &one.place.cell
        }
        What::Refused { read, .. }
        | What::Ambiguous { read, .. }
        | What::Named { read, .. }
        | What::ReadAs { read, .. }
        | What::Apart { read, .. }
        | What::OtherSign(read)
        | What::OtherFact { read, .. }
        | What::Stray(read)
        | What::TwoColumns(read)
        | What::NoHead(read)
        | What::Percent(read)
        | What::Error(read)
        | What::TwoSheets(read)
        | What::NotPrinted(read)
        | What::Kept(read)
        | What::OtherUnit(read) => read,
        _ => "",
    }
}

/// The column by its name in the language, and its cell: `数值（G7）`.
fn column(place: &Place, lang: Lang) -> String {
    let known = columns::column(place.table, &place.column);
    let name = known.map_or(&*place.column, |column| column.name.get(lang));
    let cell = place.reference();
    match (name.is_empty(), cell.is_empty(), lang) {
        (_, true, _) => name.to_owned(),
        (true, false, _) => cell,
        (false, false, Lang::Zh) => format!("{name}（{cell}）"),
        (false, false, Lang::En) => format!("{name} ({cell})"),
    }
}

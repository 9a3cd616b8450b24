//! What was found, in words: the place, what is wrong, what was read and what is allowed.

use crate::dataset::{Lang, Problem};
use crate::text::{columns, fault, number};

use super::finding::{Finding, Place, What};
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
    let (wrong, read, allowed) = match &one.what {
        What::Problem(problem) => (
            fault::wrong(problem, lang),
            match fault::read(problem) {
                "" => one.place.cell.to_string(),
                read => read.to_owned(),
            },
            allowed(problem, &one.place, lang),
        ),
        What::Refused { code, read } => (
            refused(code, lang).to_owned(),
            read.to_string(),
            String::new(),
        ),
        What::NoHead(read)
        | What::Percent(read)
        | What::Error(read)
        | What::TwoSheets(read)
        | What::NotPrinted(read)
        | What::OtherUnit(read) => (
            fixed(&one.what, lang).to_owned(),
            read.to_string(),
            String::new(),
        ),
        What::Ambiguous { read, table } => {
            let see = match lang {
                Lang::Zh => format!("填编号，见“{}”", columns::table(table).zh),
                Lang::En => format!("its id, see {}", columns::table(table).en),
            };
            (fixed(&one.what, lang).to_owned(), read.to_string(), see)
        }
        What::Named { read, table } => {
            let name = columns::table(table);
            let wrong = match lang {
                Lang::Zh => format!("“{}”表中没有，已按名称补入", name.zh),
                Lang::En => format!("not in “{}”; added by its name", name.en),
            };
            (wrong, read.to_string(), String::new())
        }
        What::ReadAs { read, name } => {
            let wrong = match lang {
                Lang::Zh => format!("按别名识别为“{name}”"),
                Lang::En => format!("read as “{name}”, of which it is another name"),
            };
            (wrong, read.to_string(), String::new())
        }
        What::Overwritten { table, count } => {
            let name = columns::table(table);
            let wrong = match lang {
                Lang::Zh => format!(
                    "“{}”表中{}与公布的不同，以打开的为准",
                    name.zh,
                    number::counted(*count, lang, "项", "")
                ),
                Lang::En => format!(
                    "{} of “{}” differ from the published ones; yours count",
                    number::counted(*count, lang, "", "row"),
                    name.en
                ),
            };
            (wrong, String::new(), String::new())
        }
        What::Remarks(count) => {
            let wrong = match lang {
                Lang::Zh => format!(
                    "{}以 # 开头，作为说明，未读入",
                    number::counted(*count, lang, "行", "")
                ),
                Lang::En => format!(
                    "{} with # in front: remarks, and not read",
                    number::counted(*count, lang, "", "row")
                ),
            };
            (wrong, String::new(), String::new())
        }
        What::Yearly(count) => {
            let wrong = match lang {
                Lang::Zh => format!(
                    "{}目标未注明规划、计划，按该年度计划处理",
                    number::counted(*count, lang, "条", "")
                ),
                Lang::En => format!(
                    "{} without a plan; taken as of the year’s plan",
                    number::counted(*count, lang, "", "target")
                ),
            };
            (wrong, String::new(), String::new())
        }
        What::NoEnglish(count) => {
            let wrong = match lang {
                Lang::Zh => format!(
                    "{}没有英文，英文界面显示中文",
                    number::counted(*count, lang, "处", "")
                ),
                Lang::En => format!(
                    "{} without English words; the Chinese ones are shown",
                    number::counted(*count, lang, "", "name")
                ),
            };
            (wrong, String::new(), String::new())
        }
        What::Inferred(count) => {
            let wrong = match lang {
                Lang::Zh => format!(
                    "{}未注明时期依据，按推断处理",
                    number::counted(*count, lang, "条", "")
                ),
                Lang::En => format!(
                    "{} without a basis of the period; taken as inferred",
                    number::counted(*count, lang, "", "figure")
                ),
            };
            (wrong, String::new(), String::new())
        }
        What::NoRows(table) => {
            let name = columns::table(table);
            let wrong = match lang {
                Lang::Zh => format!("没有“{}”表，替换须有此表", name.zh),
                Lang::En => format!(
                    "there is no table “{}”, without which nothing can be replaced",
                    name.en
                ),
            };
            (wrong, String::new(), String::new())
        }
        What::NoTable | What::Unused | What::Ignored | What::TooMany => (
            fixed(&one.what, lang).to_owned(),
            String::new(),
            String::new(),
        ),
    };
    let Place {
        file, sheet, row, ..
    } = &one.place;
    let place = [&**file, &**sheet]
        .into_iter()
        .filter(|name| !name.is_empty());
    Told {
        place: place.collect::<Vec<_>>().join(" · "),
        row: if *row == 0 {
            String::new()
        } else {
            row.to_string()
        },
        column: column(&one.place, lang),
        wrong,
        read,
        allowed,
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

/// What may stand there: of an enumeration the names that a reader may write.
fn allowed(problem: &Problem, place: &Place, lang: Lang) -> String {
    let Problem::NotAllowed { .. } = problem else {
        return fault::allowed(problem, lang);
    };
    let found = columns::choices(place.table, &place.column);
    if found.is_empty() {
        return fault::allowed(problem, lang);
    }
    let names: Vec<&str> = found.iter().map(|(_, name)| name.get(lang)).collect();
    names.join(if lang == Lang::Zh { "、" } else { ", " })
}

fn fixed(what: &What, lang: Lang) -> &'static str {
    let [zh, en] = match what {
        What::NoTable => [
            "没有可识别的数据表：表名或列名须与模板一致",
            "holds none of the tables: names of tables or columns must be those of the template",
        ],
        What::NoHead(_) => ["此格上方没有列名", "the cell stands under no head"],
        What::Percent(_) => [
            "带百分号，而计量单位不是 %",
            "has a sign of per cent, but its unit is another",
        ],
        What::Ambiguous { .. } => ["有多项同名，须填编号", "several entries have this name"],
        What::TwoSheets(_) => [
            "同一工作簿中另有一个工作表是同一张表，请只留一个",
            "another sheet of the workbook is the same table: keep one of them",
        ],
        What::NotPrinted(_) => [
            "原文片段中没有这个数",
            "the number does not stand in the fragment as printed",
        ],
        What::OtherUnit(_) => [
            "与指标的计量单位不同，将换算比较",
            "is not the indicator’s unit; the figure is converted to compare",
        ],
        What::Error(_) => [
            "表格软件的错误值",
            "is the word of a spreadsheet for an error",
        ],
        What::TooMany => [
            "问题过多，其余未检查",
            "so many faults that the rest was not checked",
        ],
        What::Unused => [
            "不是数据表，未采用",
            "is none of the tables and was left aside",
        ],
        What::Ignored => [
            "合并时沿用公布数据的说明，此文件未采用",
            "was left aside: with the published data goes their own description",
        ],
        _ => ["", ""],
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

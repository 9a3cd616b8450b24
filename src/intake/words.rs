//! What was found, in words: the place, what is wrong, what was read and what is allowed.

use crate::dataset::{Lang, Problem};
use crate::text::{columns, fault, number};

use super::finding::{Finding, Place, What};

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
        What::NoHead(read) | What::Percent(read) => (
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
        What::NoEnglish(count) => {
            let wrong = match lang {
                Lang::Zh => format!(
                    "{}没有英文，英文界面显示中文",
                    number::counted(*count, lang, "处", "")
                ),
                Lang::En => format!(
                    "{} without English words; the Chinese ones are shown",
                    number::counted(*count, lang, "", "entry")
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
        What::NoTable | What::Unused | What::Ignored => (
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

/// Why a file or a cell was not read, by the code of `guatu-files`.
fn refused(code: &str, lang: Lang) -> &'static str {
    let known = REFUSED.iter().find(|(known, ..)| *known == code);
    match (known, lang) {
        (Some((_, zh, _)), Lang::Zh) => zh,
        (Some((_, _, en)), Lang::En) => en,
        (None, Lang::Zh) => "无法读取",
        (None, Lang::En) => "cannot be read",
    }
}

/// The codes, and what they mean.
const REFUSED: [(&str, &str, &str); 30] = [
    ("empty", "文件中没有数据", "holds no data"),
    (
        "too-large",
        "文件超过64 MB（含解压后）",
        "is larger than 64 MB, as it stands or unpacked",
    ),
    (
        "too-large-together",
        "文件合计过大，请分批打开",
        "too much together: open fewer files at once",
    ),
    (
        "too-many-files",
        "文件和工作表超过40个",
        "more than 40 files and sheets",
    ),
    (
        "too-many-entries",
        "压缩包内文件超过2000个",
        "an archive of more than 2,000 entries",
    ),
    (
        "unknown-type",
        "不支持此类文件，请用 XLSX、CSV 或 ZIP",
        "files of this kind are not read: use XLSX, CSV or ZIP",
    ),
    (
        "not-a-table",
        "内容不是数据表（可能是图片、PDF、网页或 JSON）",
        "is no table but a picture, a PDF, a web page or JSON",
    ),
    (
        "not-an-archive",
        "扩展名为 .zip 或 .xlsx，内容不是",
        "is named .zip or .xlsx and is neither",
    ),
    (
        "old-or-locked-workbook",
        "工作簿加有密码或为旧版格式，请另存为不加密的 .xlsx",
        "a workbook with a password or of the old form: save it as .xlsx without one",
    ),
    (
        "broken-archive",
        "压缩包不完整、已损坏或格式不受支持",
        "an archive that is cut short, damaged, or of a form that is not read",
    ),
    (
        "broken-workbook",
        "工作簿不完整、已损坏或前后矛盾",
        "a workbook that is cut short, damaged or contradicts itself",
    ),
    (
        "encrypted",
        "压缩包内文件加有密码",
        "a file in the archive has a password",
    ),
    (
        "unsafe-name",
        "压缩包内文件名指向文件夹之外",
        "a name in the archive leads out of its folder",
    ),
    (
        "nested-file",
        "压缩包内含压缩包或工作簿，请先取出",
        "an archive or a workbook within the archive: take it out first",
    ),
    (
        "many-folders",
        "数据表须放在同一文件夹",
        "the tables of an archive must lie in one folder",
    ),
    (
        "same-name",
        "有两个同名的数据表",
        "two tables have this name",
    ),
    (
        "not-text",
        "既不是 UTF-8 也不是 GB18030 文本",
        "is text neither in UTF-8 nor in GB18030",
    ),
    (
        "unclear-encoding",
        "编码无法确定，请另存为“CSV UTF-8”",
        "its encoding cannot be told: save it as “CSV UTF-8”",
    ),
    (
        "unclosed-quote",
        "引号没有配对",
        "a quotation mark is never closed",
    ),
    (
        "stray-quote",
        "引号位置不对：含引号的单元格应整体加引号，内部引号写两个",
        "a stray quotation mark: quote the whole cell and double the marks in it",
    ),
    (
        "too-many-rows",
        "各表合计超过1200000行",
        "more than 1,200,000 rows in all tables",
    ),
    ("too-many-columns", "超过200列", "more than 200 columns"),
    (
        "cell-too-long",
        "单元格超过10000字",
        "a cell of more than 10,000 characters",
    ),
    (
        "control-character",
        "含有不可见的控制字符",
        "holds an invisible control character",
    ),
    (
        "formula-error",
        "公式结果为错误值",
        "the formula gives an error",
    ),
    (
        "formula-without-value",
        "公式没有计算结果，请在表格软件中打开并保存",
        "the formula has no result: open and save it in a spreadsheet",
    ),
    (
        "unclear-date",
        "日期缺年份或带有时刻，请写成 2026-03 或 2026-03-31",
        "a date without a year or with a time: write 2026-03 or 2026-03-31",
    ),
    (
        "unclear-number",
        "显示的数与存储的数不同，或不是数，请写成普通数字",
        "a number that is shown as another one, or none: write it plainly",
    ),
    (
        "merged-cells",
        "有跨行合并的单元格，请取消合并后逐行填写",
        "cells merged over several rows: take them apart and fill each",
    ),
    (
        "too-many-faults",
        "问题过多，其余未读",
        "so many faults that the rest was not read",
    ),
];

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use guatu_files::Why;

    use super::*;

    #[test]
    fn every_reason_not_to_read_has_its_words_and_no_words_are_of_none() {
        let codes: Vec<&str> = REFUSED.iter().map(|(code, ..)| *code).collect();
        let reasons: Vec<&str> = Why::ALL.iter().map(|why| why.code()).collect();
        assert_eq!(codes, reasons);
    }
}

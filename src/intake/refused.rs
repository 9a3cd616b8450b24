//! Why the second program did not read something, in words.

use crate::dataset::Lang;

/// Why a file or a cell was not read, by the code of `guatu-files`.
pub(super) fn refused(code: &str, lang: Lang) -> &'static str {
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

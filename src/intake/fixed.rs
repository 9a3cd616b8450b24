//! Findings whose sentence is always the same.

use crate::dataset::Lang;

use super::finding::What;

/// The sentence; empty for a finding that is told in other words.
pub(super) fn fixed(what: &What, lang: Lang) -> &'static str {
    let [zh, en] = match what {
        What::NoTable => [
            "没有可识别的数据表：表名或列名须与模板一致",
            "holds none of the tables: names of tables or columns must be those of the template",
        ],
        What::Exported => [
            "这是本页导出供阅读的表格，不能再打开：请导出数据包（ZIP）修改，或填写模板",
            "was exported for reading and cannot be opened: export the data package (ZIP) and change that, or fill in the template",
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
        What::OtherSign(_) => [
            "原文片段中的增减与数值的正负不符",
            "rises and falls otherwise in the fragment as printed",
        ],
        What::Kept(_) => [
            "数值有改动而此列未填，沿用已有数据的",
            "was left empty beside another number: that of the figure that was there stays",
        ],
        What::Error(_) => [
            "表格软件的错误值",
            "is the word of a spreadsheet for an error",
        ],
        What::TooMany => [
            "问题过多，其余未检查",
            "so many faults that the rest was not checked",
        ],
        What::Stray(_) => [
            "此行像是标题、合计或说明，请删去，或在行首加 #",
            "looks like a title, a sum or a remark: delete the row, or begin it with #",
        ],
        What::TwoColumns(_) => [
            "与前面的列重复，请只留一列",
            "an earlier column has this head: keep one of them",
        ],
        What::Unused => [
            "不是数据表，未采用",
            "is none of the tables and was left aside",
        ],
        What::Ignored => [
            "合并时沿用公布数据的说明，此文件未采用",
            "was left aside: with the published data goes their own description",
        ],
        What::Changes => [
            "变动记录 changes：以公布的版本为终点，不适用于这份数据，未采用",
            "was left aside: the changes end in a published edition, and say nothing of these data",
        ],
        _ => ["", ""],
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

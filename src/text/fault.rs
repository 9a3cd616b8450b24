//! What is wrong with a data package, in words: the sentence, what was read, and what is allowed. In English the
//! sentences are those that the loader itself has (`dataset::Problem`).

use crate::dataset::{DIGITS, FRAGMENT, Lang, Problem, Rule};

/// What is wrong, without the words that were read.
#[must_use]
pub fn wrong(problem: &Problem, lang: Lang) -> String {
    let words = |[zh, en]: [&str; 2]| match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    };
    words(match problem {
        Problem::MissingFile => ["缺少此表", "the table is missing"],
        Problem::Unreadable(_) => ["无法读取", "cannot be read"],
        Problem::Ragged { cells, header } => {
            return match lang {
                Lang::Zh => format!("该行有{cells}格，表头有{header}格"),
                Lang::En => problem.to_string(),
            };
        }
        Problem::MissingColumn => ["表头缺少此列", "the column is missing from the header"],
        Problem::UnknownColumn => ["表中没有此列", "the table has no such column"],
        Problem::NotAllowed { read, .. } if read.is_empty() => {
            return wrong(&Problem::Empty, lang);
        }
        Problem::Empty => ["不能为空", "must not be empty"],
        Problem::NotANumber(_) => ["不是数字", "is not a number"],
        Problem::NotACount(_) => ["不是正整数", "is not a whole number of 1 or more"],
        Problem::NotAPeriod(_) => ["不是时期", "is not a period"],
        Problem::NotADate(_) => ["不是日期", "is not a date"],
        Problem::NotAllowed { .. } => ["不在可选值内", "is not allowed"],
        Problem::UnknownKey { .. } => ["没有此编号或名称", "there is no such id or name"],
        Problem::NotASlug(_) => ["不是编号", "is not an id"],
        Problem::Duplicate { .. } => ["与前面的行重复", "an earlier row has it already"],
        Problem::NotAPlan(_) => ["不是规划、计划", "is not a plan"],
        Problem::TooMany => [
            "条目过多，超出可容纳的数量",
            "holds more entries than can be counted",
        ],
        Problem::Broken(rule) => return broken(rule, lang),
    })
}

fn broken(rule: &Rule, lang: Lang) -> String {
    if lang == Lang::En {
        return rule.to_string();
    }
    let words = match rule {
        Rule::Fragment => {
            return format!("须填写原文片段，1至{FRAGMENT}个字");
        }
        Rule::OwnRow => "所指为本行",
        Rule::Circle => "逐级上溯又回到本行",
        Rule::NotASum => "不是64位小写十六进制的 SHA-256",
        Rule::NotAboveZero => "须大于0",
        Rule::NeedsUnit => "有数值的须有单位",
        Rule::NeedsComparator => "有数值的须有限定符",
        Rule::NeedsStatement => "没有数值的须有文字表述",
        Rule::NeedsLowerEnd => "有上限的须有下限",
        Rule::NotAboveLowerEnd => "上限须大于下限",
        Rule::NeedsPlan => "目标须注明所属规划、计划",
        Rule::NotATarget => "只有目标才有规划、计划和属性",
        Rule::NeedsSection => "须填写所在标题",
        Rule::OutsidePlan => "不在规划、计划的年限内",
        Rule::OtherDimension => "与指标的单位不能换算",
        Rule::OtherTheme => "同一文件的另一任务对此领域另有名称",
        Rule::NoPair => "只能把同一指标、同一地区的结果与目标相联系",
        Rule::Unused(_) => "没有数据用到此指标",
        Rule::EditionOrder => "须为上一行的版本，或上一行所对照的版本",
        Rule::LastChange { is_there: true, .. } => "最后一次变动后此数据应已删除，表中却仍有",
        Rule::LastChange { .. } => "最后一次变动后应有此数据，表中却没有",
        Rule::LastEdition(_) => "最后的版本须为本数据的版本",
        Rule::SameEdition => "须与较早的版本对照",
        Rule::NoFigure => "“无变动”的行不应有数据编号",
        Rule::NotAField => "修订须注明数据表的列，其他变动不注明",
    };
    words.to_owned()
}

/// What stands there; empty where nothing does, or where the sentence says it.
#[must_use]
pub fn read(problem: &Problem) -> &str {
    match problem {
        Problem::Unreadable(read)
        | Problem::NotANumber(read)
        | Problem::NotACount(read)
        | Problem::NotAPeriod(read)
        | Problem::NotADate(read)
        | Problem::NotAllowed { read, .. }
        | Problem::UnknownKey { read, .. }
        | Problem::NotASlug(read)
        | Problem::Duplicate { read, .. }
        | Problem::NotAPlan(read)
        | Problem::Broken(Rule::Unused(read) | Rule::LastChange { id: read, .. }) => read,
        _ => "",
    }
}

/// What may stand there; empty where the sentence says it.
#[must_use]
pub fn allowed(problem: &Problem, lang: Lang) -> String {
    let [zh, en] = match problem {
        Problem::NotANumber(_) => {
            return match lang {
                Lang::Zh => format!("如 1234.5，至多{DIGITS}位数字"),
                Lang::En => format!("such as 1234.5, at most {DIGITS} digits"),
            };
        }
        Problem::NotACount(_) => ["如 57", "such as 57"],
        Problem::UnknownColumn => [
            "请删去此列，或在列名前加 #",
            "delete the column, or begin its head with #",
        ],
        Problem::NotAPeriod(_) => [
            "如 2026、2026-09、2026-01/2026-09、2026年1—9月、2026年上半年、2026年一季度、2026/2030",
            "such as 2026, 2026-09, 2026-01/2026-09, 2026Q1 or 2026/2030",
        ],
        Problem::NotADate(_) => ["如 2026-12-29", "such as 2026-12-29"],
        Problem::NotAllowed { allowed, .. } => return allowed.clone(),
        Problem::NotASlug(_) => [
            "小写字母、数字和连字符，不以连字符开头",
            "small letters, digits and hyphens, a hyphen never first",
        ],
        Problem::Duplicate { first, .. } => {
            return match lang {
                Lang::Zh => format!("已见于第{first}行"),
                Lang::En => format!("stands already in row {first}"),
            };
        }
        Problem::NotAPlan(_) => ["如 2026-annual、15fyp", "such as 2026-annual or 15fyp"],
        Problem::Broken(Rule::LastEdition(edition)) => return edition.clone(),
        _ => return String::new(),
    };
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}

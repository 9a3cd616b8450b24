//! The tables of a data package and their columns, as a reader with a spreadsheet meets them: names, what to write, and
//! the choices of enumerations.

use crate::dataset::{
    Changed, Class, Comparator, Direction, DocumentKind, Kind, Lang, Measure, PeriodBasis, Reason,
    RelationKind, Role, Stage,
};

use super::{Msg, label, units};

/// Words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Both {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Both {
    /// In one of them.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

const fn both(zh: &'static str, en: &'static str) -> Both {
    Both { zh, en }
}

/// A column: what it is called, whether a reader must fill it in, and what to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it is called.
    pub name: Both,
    /// Whether it must be filled in.
    pub is_required: bool,
    /// What to write; may be empty.
    pub note: Both,
}

/// What a table is called.
#[must_use]
pub fn table(file: &str) -> Both {
    match file.trim_end_matches(".csv") {
        "areas" => both("地区", "Areas"),
        "documents" => both("文件", "Documents"),
        "themes" => both("主题", "Themes"),
        "units" => both("计量单位", "Units"),
        "indicators" => both("指标", "Indicators"),
        "observations" => both("数据", "Figures"),
        "relations" => both("数据关系", "Relations"),
        "tasks" => both("任务", "Tasks"),
        "organisations" => both("责任单位", "Organisations"),
        "responsibilities" => both("责任分工", "Responsibilities"),
        "projects" => both("项目", "Projects"),
        "glossary" => both("名词解释", "Glossary"),
        "exclusions" => both("非数据数字", "Exclusions"),
        "changes" => both("版本变动", "Changes"),
        _ => both("", ""),
    }
}

/// A row of the table below: the table (empty for all of them), the column, whether it is required, and the words.
type Entry = (&'static str, &'static str, bool, Both, Both);

const ID: Both = both(
    "可不填，由程序编号；自填须为小写字母、数字、连字符",
    "may be left empty; else small letters, digits and hyphens",
);
const NAMED: Both = both("填名称或编号", "its name or its id");
const ENGLISH: Both = both("可不填，英文界面显示中文名", "may be left empty");
const NOTHING: Both = both("", "");

#[rustfmt::skip]
const COLUMNS: &[Entry] = &[
    ("", "id", false, both("编号", "Id"), ID),
    ("areas", "code", true, both("行政区划代码", "Code"), both("国标六位代码（GB/T 2260），如 420106", "GB/T 2260, six digits")),
    ("", "name_zh", true, both("名称", "Name"), NOTHING),
    ("", "name_en", false, both("英文名称", "English name"), ENGLISH),
    ("areas", "parent", false, both("上级地区", "Part of"), NAMED),
    ("documents", "area", true, both("地区", "Area"), NAMED),
    ("projects", "area", true, both("地区", "Area"), NAMED),
    ("observations", "area", false, both("地区", "Area"), both("填名称或代码；不填则同文件的地区", "name or code; empty: that of the document")),
    ("documents", "kind", true, both("文件类型", "Kind of document"), NOTHING),
    ("", "title_zh", true, both("标题", "Title"), NOTHING),
    ("", "title_en", false, both("英文标题", "English title"), ENGLISH),
    ("documents", "issuer", false, both("发布单位", "Issuer"), NOTHING),
    ("documents", "number", false, both("文号", "Official number"), NOTHING),
    ("documents", "delivered", false, both("报告（印发、报道）日期", "Delivered"), both("如 2026-01-15；先后以此为准", "such as 2026-01-15; decides which is newer")),
    ("documents", "published", false, both("发布日期", "Published"), both("如 2026-01-15", "such as 2026-01-15")),
    ("documents", "covers", false, both("所涉时期", "Period covered"), both("如 2026、2025/2026；不填则取其数据的时期", "such as 2026 or 2025/2026; empty: that of its figures")),
    ("documents", "sha256", false, both("文本校验码（SHA-256）", "SHA-256 of the text"), both("可不填", "may be left empty")),
    ("documents", "numerals", false, both("全文数字处数", "Numerals in the text"), both("可不填", "may be left empty")),
    ("themes", "order", false, both("次序", "Order"), both("不填则排在最后", "empty: last")),
    ("units", "dimension", false, both("量纲", "Dimension"), both("可互相换算的单位填同一个词", "the same for units that convert")),
    ("units", "factor", false, both("换算系数", "Factor"), both("合多少个基本单位，如亿元为 100000000；不填为 1", "how many base units; empty: 1")),
    ("", "theme", true, both("主题", "Theme"), NAMED),
    ("indicators", "unit", true, both("计量单位", "Unit"), NAMED),
    ("observations", "unit", false, both("计量单位", "Unit"), both("填名称或编号，照原文；不填则同指标，已有数据则照旧", "name or id, as printed; empty: that of the indicator, or of the figure that is there")),
    ("indicators", "measure", true, both("量的种类", "Measure"), NOTHING),
    ("indicators", "direction", true, both("方向", "Better is"), both("数值怎样为好", "which way is better")),
    ("indicators", "headline", false, both("主要指标", "Headline"), both("列入计划主要指标的填“是”", "yes where it is in a plan’s main table")),
    ("", "aliases", false, both("别名", "Other names"), both("多个用 | 隔开", "| between several")),
    ("", "pinyin", false, both("拼音首字母", "Pinyin initials"), both("可不填，由程序生成", "may be left empty")),
    ("indicators", "definition_zh", false, both("定义", "Definition"), NOTHING),
    ("", "definition_zh", true, both("解释", "Definition"), NOTHING),
    ("", "definition_en", false, both("英文解释", "English definition"), NOTHING),
    ("indicators", "part_of", false, both("上级指标", "Part of"), NAMED),
    ("", "document", true, both("文件", "Document"), both("填标题或编号", "its title or its id")),
    ("", "line", true, both("行", "Line"), both("正文的行号，空行也计", "line of the text, blank ones counted")),
    ("observations", "section", true, both("所在标题", "Section"), both("各级标题，用 / 隔开", "the headings above, / between them")),
    ("observations", "indicator", true, both("指标", "Indicator"), NAMED),
    ("observations", "period", true, both("时期", "Period"), both("如 2026、2026-09、2026-01/2026-09、2026/2030", "such as 2026, 2026-09, 2026-01/2026-09 or 2026/2030")),
    ("", "period", false, both("时期", "Period"), both("如 2026、2026-09", "such as 2026 or 2026-09")),
    ("observations", "period_basis", false, both("时期依据", "Basis of the period"), both("不填时，原文片段写有年份的为原文注明，否则为推断", "empty: printed where the fragment has the year, else inferred")),
    ("observations", "kind", true, both("性质", "Kind"), NOTHING),
    ("observations", "comparator", false, both("限定", "Comparator"), both("以上 >=，超过 >，以内 <=，低于 <，左右 ~；不填为 =，已有数据则照旧", "at least >=, over >, at most <=, under <, about ~; empty: =, or as the figure that is there has it")),
    ("observations", "value", false, both("数值", "Value"), both("照原文的数字，不带单位；没有数字的填“文字表述”", "as printed, without its unit; words go into the statement")),
    ("observations", "value_high", false, both("数值上限", "Upper end"), both("数值为区间时填写", "of a range")),
    ("observations", "statement", false, both("文字表述", "Statement"), both("没有数字时填写，如“完成市级下达目标”", "what a figure without a number says")),
    ("observations", "class", false, both("属性", "Class"), both("目标才填；文件未注明的不填", "of targets; empty where the plan does not say")),
    ("observations", "plan", false, both("规划、计划", "Plan"), both("目标才填，如 2026年度计划、十五五；不填则为该年度计划", "of targets, such as 2026-annual or 15fyp; empty: that of the year")),
    ("observations", "task", false, both("任务", "Task"), both("任务编号", "id of the task")),
    ("observations", "shared", false, both("一数多项", "Shared"), both("一个数字说明几项的填“是”", "yes where one number serves several subjects")),
    ("", "as_printed", true, both("原文片段", "As printed"), both("一字不差，至多30字", "verbatim, at most 30 characters")),
    ("observations", "repair", false, both("原文订正", "Repair"), both("原文有残缺时说明如何补正", "what a damaged text lost, and how it was restored")),
    ("relations", "note_zh", true, both("说明", "Note"), NOTHING),
    ("", "note_zh", false, both("说明", "Note"), NOTHING),
    ("", "note_en", false, both("英文说明", "English note"), NOTHING),
    ("relations", "from", true, both("数据", "From"), both("数据编号", "id of a figure")),
    ("relations", "to", true, both("相关数据", "To"), both("数据编号", "id of a figure")),
    ("relations", "kind", true, both("关系", "Relation"), NOTHING),
    ("tasks", "theme_no", true, both("领域序号", "Number of the theme"), NOTHING),
    ("tasks", "theme_line", true, both("领域所在行", "Line of the theme"), NOTHING),
    ("tasks", "theme_zh", true, both("领域", "Theme"), NOTHING),
    ("tasks", "theme_en", false, both("领域英文名", "English theme"), ENGLISH),
    ("tasks", "number", true, both("任务序号", "Number of the task"), NOTHING),
    ("organisations", "kind", false, both("单位类型", "Kind"), both("如 bureau；代表多个单位的填 collective", "such as bureau; collective for several")),
    ("responsibilities", "subject", true, both("事项", "Subject"), both("任务编号，或“地区/计划/指标”", "a task’s id, or area/plan/indicator")),
    ("responsibilities", "organisation", true, both("责任单位", "Organisation"), both("填名称或编号；新单位直接填名称", "name or id; a new one by its name")),
    ("responsibilities", "role", true, both("职责", "Role"), NOTHING),
    ("responsibilities", "order", false, both("次序", "Order"), both("不填则按行的先后", "empty: as the rows stand")),
    ("projects", "stage", true, both("进展", "Stage"), NOTHING),
    ("glossary", "term_zh", true, both("名词", "Term"), NOTHING),
    ("glossary", "term_en", false, both("英文名词", "English term"), ENGLISH),
    ("exclusions", "reason", true, both("原因", "Reason"), NOTHING),
    ("changes", "edition", true, both("版本", "Edition"), NOTHING),
    ("changes", "since", true, both("对照版本", "Compared with"), NOTHING),
    ("changes", "change", true, both("变动", "Change"), NOTHING),
    ("changes", "observation", false, both("数据编号", "Figure"), NOTHING),
    ("changes", "field", false, both("列", "Column"), NOTHING),
    ("changes", "before", false, both("原值", "Before"), NOTHING),
];

/// The words of a column of a table; none of one that it has not.
#[must_use]
pub fn column(file: &str, name: &str) -> Option<Column> {
    let own = file.trim_end_matches(".csv");
    let mut of_name = COLUMNS.iter().filter(|entry| entry.1 == name);
    let found = of_name.clone().find(|entry| entry.0 == own);
    let found = found.or_else(|| of_name.find(|entry| entry.0.is_empty()));
    found.map(|&(_, _, is_required, name, note)| Column {
        name,
        is_required,
        note,
    })
}

/// The codes that a column may hold, each with its name; none where it is no enumeration.
#[must_use]
pub fn choices(file: &str, column: &str) -> Vec<(&'static str, Both)> {
    fn of<T: Copy>(
        all: &[T],
        code: fn(T) -> &'static str,
        name: impl Fn(T) -> Both,
    ) -> Vec<(&'static str, Both)> {
        all.iter().map(|one| (code(*one), name(*one))).collect()
    }
    let named = |msg: Msg| both(msg.get(Lang::Zh), msg.get(Lang::En));
    match (file.trim_end_matches(".csv"), column) {
        ("documents", "kind") => of(DocumentKind::ALL, DocumentKind::code, |kind| {
            named(label::document_kind(kind))
        }),
        ("indicators", "measure") => of(Measure::ALL, Measure::code, measure),
        ("indicators", "direction") => of(Direction::ALL, Direction::code, direction),
        ("indicators", "headline") => vec![("yes", both("是", "yes")), ("no", both("否", "no"))],
        ("observations", "shared") => vec![("yes", both("是", "yes"))],
        ("observations", "period_basis") => of(PeriodBasis::ALL, PeriodBasis::code, basis),
        ("observations", "kind") => of(Kind::ALL, Kind::code, |kind| named(label::kind(kind))),
        ("observations", "comparator") => of(Comparator::ALL, Comparator::code, comparator),
        ("observations", "class") => {
            of(Class::ALL, Class::code, |class| named(label::class(class)))
        }
        ("relations", "kind") => of(RelationKind::ALL, RelationKind::code, |kind| {
            named(label::relation(kind))
        }),
        ("responsibilities", "role") => of(Role::ALL, Role::code, |role| named(units::role(role))),
        ("projects", "stage") => of(Stage::ALL, Stage::code, |stage| named(label::stage(stage))),
        ("exclusions", "reason") => of(Reason::ALL, Reason::code, |reason| {
            named(label::reason(reason))
        }),
        ("changes", "change") => of(Changed::ALL, Changed::code, changed),
        _ => Vec::new(),
    }
}

const fn measure(measure: Measure) -> Both {
    match measure {
        Measure::Level => both("总量", "level"),
        Measure::Growth => both("增长率", "growth"),
        Measure::Ratio => both("比率", "ratio"),
        Measure::Count => both("个数", "count"),
        Measure::Stock => both("时点数", "stock"),
        Measure::Rank => both("位次", "rank"),
        Measure::Cumulative => both("累计数", "cumulative"),
    }
}

const fn direction(direction: Direction) -> Both {
    match direction {
        Direction::Up => both("越高越好", "up"),
        Direction::Down => both("越低越好", "down"),
        Direction::None => both("不分高低", "none"),
    }
}

const fn basis(basis: PeriodBasis) -> Both {
    match basis {
        PeriodBasis::Printed => both("原文注明", "printed"),
        PeriodBasis::Inferred => both("推断", "inferred"),
    }
}

const fn comparator(comparator: Comparator) -> Both {
    match comparator {
        Comparator::Equal => both("等于", "="),
        Comparator::AtLeast => both("不低于", ">="),
        Comparator::MoreThan => both("超过", ">"),
        Comparator::AtMost => both("不超过", "<="),
        Comparator::LessThan => both("低于", "<"),
        Comparator::About => both("左右", "~"),
    }
}

/// The words by which documents and people bound a number, each with its comparator.
pub const BOUNDS: [(&str, Comparator); 39] = [
    ("以上", Comparator::AtLeast),
    ("及以上", Comparator::AtLeast),
    ("不低于", Comparator::AtLeast),
    ("不少于", Comparator::AtLeast),
    ("不小于", Comparator::AtLeast),
    ("至少", Comparator::AtLeast),
    ("at least", Comparator::AtLeast),
    ("≥", Comparator::AtLeast),
    ("≧", Comparator::AtLeast),
    ("⩾", Comparator::AtLeast),
    ("超过", Comparator::MoreThan),
    ("大于", Comparator::MoreThan),
    ("高于", Comparator::MoreThan),
    ("多于", Comparator::MoreThan),
    ("突破", Comparator::MoreThan),
    ("余", Comparator::MoreThan),
    ("over", Comparator::MoreThan),
    ("more than", Comparator::MoreThan),
    ("以内", Comparator::AtMost),
    ("不超过", Comparator::AtMost),
    ("不高于", Comparator::AtMost),
    ("不大于", Comparator::AtMost),
    ("不多于", Comparator::AtMost),
    ("至多", Comparator::AtMost),
    ("at most", Comparator::AtMost),
    ("≤", Comparator::AtMost),
    ("≦", Comparator::AtMost),
    ("⩽", Comparator::AtMost),
    ("低于", Comparator::LessThan),
    ("小于", Comparator::LessThan),
    ("少于", Comparator::LessThan),
    ("不足", Comparator::LessThan),
    ("under", Comparator::LessThan),
    ("less than", Comparator::LessThan),
    ("左右", Comparator::About),
    ("约", Comparator::About),
    ("大约", Comparator::About),
    ("about", Comparator::About),
    ("≈", Comparator::About),
];

const fn changed(changed: Changed) -> Both {
    match changed {
        Changed::Added => both("新增", "added"),
        Changed::Revised => both("修订", "revised"),
        Changed::Removed => both("删除", "removed"),
        Changed::None => both("无变动", "none"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::SCHEMAS;

    #[test]
    fn every_column_of_every_table_has_its_words() {
        for schema in SCHEMAS {
            assert!(!table(schema.file).zh.is_empty(), "{}", schema.file);
            for name in schema.columns {
                assert!(
                    column(schema.file, name).is_some(),
                    "{} {name}",
                    schema.file
                );
            }
        }
    }

    #[test]
    fn no_entry_is_of_a_column_that_no_table_has_and_names_tell_columns_apart() {
        for (own, name, ..) in COLUMNS {
            let mut tables = SCHEMAS.iter();
            let has = |schema: &crate::dataset::Schema| {
                let is_own = own.is_empty() || schema.file.trim_end_matches(".csv") == *own;
                is_own && schema.columns.contains(name)
            };
            assert!(tables.any(has), "{own} {name}");
        }
        for schema in SCHEMAS {
            let words = |lang| -> Vec<&str> {
                let all = schema.columns.iter();
                let all = all.filter_map(|name| column(schema.file, name));
                all.map(|column| column.name.get(lang)).collect()
            };
            for lang in [Lang::Zh, Lang::En] {
                let mut names = words(lang);
                names.sort_unstable();
                names.dedup();
                assert_eq!(
                    names.len(),
                    schema.columns.len(),
                    "{} {names:?}",
                    schema.file
                );
            }
        }
    }

    #[test]
    fn the_words_that_the_template_says_of_a_bound_are_understood() {
        let note = column("observations.csv", "comparator")
            .expect("there")
            .note;
        let mut count = 0;
        for (text, breaks) in [(note.zh, ['，', '；']), (note.en, [',', ';'])] {
            for part in text.split(breaks) {
                // The last part says what an empty cell means.
                let Some((word, sign)) = part.trim().rsplit_once(' ') else {
                    continue;
                };
                let known = BOUNDS.iter().find(|(known, _)| *known == word);
                if let Some((_, bound)) = known {
                    assert_eq!(bound.code(), sign, "{word}");
                    count += 1;
                }
            }
        }
        assert_eq!(count, 10, "five in each language");
    }

    #[test]
    fn the_choices_of_a_column_are_its_codes_and_their_names_differ() {
        let kinds = choices("observations.csv", "kind");
        assert_eq!(kinds.len(), Kind::ALL.len());
        assert_eq!(
            kinds.first().map(|(code, name)| (*code, name.zh)),
            Some(("actual", "实际"))
        );
        for schema in SCHEMAS {
            for column in schema.columns {
                let mut names: Vec<&str> = choices(schema.file, column)
                    .iter()
                    .map(|(_, name)| name.zh)
                    .collect();
                let count = names.len();
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), count, "{} {column}", schema.file);
            }
        }
    }
}

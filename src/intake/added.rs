//! Entries that are named where they are used, and that no table has.

use crate::dataset::DocumentKind;

use super::common::COMMON;
use super::fill::Filling;
use super::finding::What;
use super::names::Names;
use super::value::plain;

/// Words that stand in a cell for its being empty, or like the one above.
const NO_NAMES: [&str; 12] = [
    "无", "暂无", "没有", "不详", "待定", "略", "空", "同上", "同前", "N/A", "none", "ditto",
];

/// Words of titles, each with the kind of the documents that are called so; the first that a title has counts.
const TITLES: [(&str, DocumentKind); 16] = [
    ("报道", DocumentKind::News),
    ("新闻", DocumentKind::News),
    ("任务分工", DocumentKind::TaskDivision),
    ("分工方案", DocumentKind::TaskDivision),
    ("责任分解", DocumentKind::TaskDivision),
    ("工作报告", DocumentKind::WorkReport),
    ("公报", DocumentKind::Statistics),
    ("统计", DocumentKind::Statistics),
    ("年鉴", DocumentKind::Statistics),
    ("计划", DocumentKind::PlanReport),
    ("规划", DocumentKind::PlanReport),
    ("纲要", DocumentKind::PlanReport),
    ("工作情况", DocumentKind::ProgressReport),
    ("进展", DocumentKind::ProgressReport),
    ("上半年", DocumentKind::ProgressReport),
    ("季度", DocumentKind::ProgressReport),
];

impl Filling<'_> {
    /// Adds an entry by its name; none where more must be known of it.
    pub(super) fn added(
        &mut self,
        place: (&str, usize, &str),
        name: &str,
        table: &'static str,
        names: &mut Names,
    ) -> Option<String> {
        let (file, row, _) = place;
        let origin = self.own.get(file)?.entries.get(row)?.origin;
        let area = self.own.cell(file, row, "area");
        let mut kind = None;
        let made =
            |names: &mut Names| is_name(name).then(|| names.fresh(&(self.initials)(name), table));
        let (id, cells): (String, Vec<(&str, &str)>) = match table {
            "areas.csv" => {
                let code = plain(name);
                let is_code = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
                (is_code.then_some(code)?, vec![("name_zh", name)])
            }
            // Only a figure says enough of the document that it is in.
            "documents.csv" if file == "observations.csv" => {
                let of_title = TITLES.iter().find(|(word, _)| name.contains(word));
                // Of what it is nothing else is known but that figures are gathered in it.
                let of_title = of_title.map_or(DocumentKind::Statistics, |(_, kind)| *kind);
                kind = Some(of_title);
                let cells = [
                    ("title_zh", name),
                    ("area", &area),
                    ("kind", of_title.code()),
                ];
                (made(names)?, cells.to_vec())
            }
            "units.csv" => {
                let text = plain(name);
                let (id, zh, en, dimension, factor) = COMMON.iter().find(|unit| unit.1 == text)?;
                let cells = [
                    ("name_zh", *zh),
                    ("name_en", *en),
                    ("dimension", *dimension),
                    ("factor", *factor),
                ];
                (names.fresh(id, table), cells.to_vec())
            }
            "themes.csv" | "organisations.csv" => (made(names)?, vec![("name_zh", name)]),
            _ => return None,
        };
        let frame = self.own.get_mut(table)?;
        let key = frame.schema.columns.first().copied().unwrap_or_default();
        frame.add(origin, &[&[(key, id.as_str())], &cells[..]].concat());
        names.add(frame, frame.entries.len() - 1);
        if table == "documents.csv" {
            self.added.insert(id.clone());
        }
        let read = name.into();
        self.tell(place, What::Named { read, table, kind });
        Some(id)
    }
}

/// Whether an entry may be called so: by words, that are none for an empty cell.
fn is_name(cell: &str) -> bool {
    let text = plain(cell);
    let is_none = NO_NAMES.iter().any(|word| text.eq_ignore_ascii_case(word));
    text.contains(char::is_alphabetic) && !is_none
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_title_says_of_the_kind_of_a_document() {
        let kind = |title: &str| TITLES.iter().find(|(word, _)| title.contains(word));
        for (title, is) in [
            ("某区2027年政府工作报告", Some(DocumentKind::WorkReport)),
            ("某区2027年政府工作报告新闻报道", Some(DocumentKind::News)),
            (
                "某区国民经济和社会发展第十五个五年规划纲要",
                Some(DocumentKind::PlanReport),
            ),
            (
                "“十五五”规划纲要任务分工方案",
                Some(DocumentKind::TaskDivision),
            ),
            (
                "某区2026年国民经济和社会发展计划",
                Some(DocumentKind::PlanReport),
            ),
            (
                "某区2026年国民经济和社会发展统计公报",
                Some(DocumentKind::Statistics),
            ),
            (
                "某区2026年前三季度工作情况报告",
                Some(DocumentKind::ProgressReport),
            ),
            ("某区年报", None),
        ] {
            assert_eq!(kind(title).map(|(_, kind)| *kind), is, "{title}");
        }
    }
}

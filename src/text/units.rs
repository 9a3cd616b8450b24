//! Words for who answers for what: fields, counts, and what a matrix of units shows.

use crate::assess::{METHOD, Rule, Status};
use crate::dataset::{Code, Dataset, Lang, Role, Row};
use crate::query::charges::{Charge, Worst};
use crate::query::units::{Count, Field, Matrix, UnitRow};

use super::{Msg, label, method as rules, number};

/// How many units the sentence names.
const NAMED: usize = 3;

/// A field in full: `“十四五”规划主要指标`, `创新驱动`.
#[must_use]
pub fn field(data: &Dataset, field: Field, lang: Lang) -> String {
    match field {
        Field::Plan(plan) => {
            let plan = data.plans.get(usize::from(plan));
            let plan = plan.map_or_else(String::new, |plan| label::plan(plan, lang));
            match lang {
                Lang::Zh => format!("{plan}主要指标"),
                Lang::En => format!("{plan}: main indicators"),
            }
        }
        Field::Theme { document, number } => {
            let of = data
                .tasks
                .iter()
                .find(|task| (task.document, task.theme) == (document, number));
            of.map_or_else(String::new, |task| task.theme_name.get(lang).to_owned())
        }
    }
}

/// A field at the head of a column: a plan that is the only one goes without its name.
#[must_use]
pub fn column(data: &Dataset, fields: &[Field], of: Field, lang: Lang) -> String {
    let plans = fields
        .iter()
        .filter(|field| matches!(field, Field::Plan(_)));
    match of {
        Field::Plan(_) if plans.count() == 1 => Msg::MainIndicators.get(lang).to_owned(),
        _ => field(data, of, lang),
    }
}

/// `牵头3项、责任2项`, `leads 3, answers for 2`; empty for nothing.
#[must_use]
pub fn count(count: Count, lang: Lang) -> String {
    parts(count, [String::new(), String::new()], lang)
}

/// The same with the worst status of the targets behind each, and how many have it:
/// `牵头3项（最差为未完成，1项目标）、责任2项（无目标）`.
#[must_use]
pub fn assessed(count: Count, worst: [Option<Worst>; 2], lang: Lang) -> String {
    let behind = worst.map(|worst| match (worst, lang) {
        (None, Lang::Zh) => format!("（{}）", Msg::WithoutTarget.get(lang)),
        (None, Lang::En) => format!(" ({})", Msg::WithoutTarget.get(lang)),
        (Some(Worst { status, count }), _) => {
            let targets = number::counted(count as usize, lang, "项目标", "target");
            let status = label::status(status).get(lang);
            match lang {
                Lang::Zh => format!("（最差为{status}，{targets}）"),
                Lang::En => format!(" (worst is {}, {targets})", status.to_lowercase()),
            }
        }
    });
    parts(count, behind, lang)
}

/// What a unit leads and what it answers for, each with what stands behind it; nothing of none.
fn parts(count: Count, behind: [String; 2], lang: Lang) -> String {
    let of = |many: u32, zh: &str, en: &str, behind: &str| {
        let count = number::count(many as usize, lang);
        match (many, lang) {
            (0, _) => None,
            (_, Lang::Zh) => Some(format!("{zh}{count}项{behind}")),
            (_, Lang::En) => Some(format!("{en} {count}{behind}")),
        }
    };
    let [leading, answering] = &behind;
    let parts = [
        of(count.lead, "牵头", "leads", leading),
        of(count.responsible, "责任", "answers for", answering),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(if lang == Lang::Zh { "、" } else { ", " })
}

/// How many units have targets that are missed or behind, as a sentence after another.
#[must_use]
pub fn lagging(matrix: &Matrix, lang: Lang) -> String {
    let is_off = |worst: &Worst| worst.status.is_on_track() == Some(false);
    let is_lagging = |row: &&UnitRow| {
        let all = row.worst.last();
        all.is_some_and(|all| all.iter().flatten().any(is_off))
    };
    let lagging = matrix.units.iter().filter(is_lagging).count();
    let count = number::count(lagging, lang);
    match (lagging, lang) {
        (0, Lang::Zh) => "其目标中没有未完成或滞后的。".to_owned(),
        (0, Lang::En) => " None of their targets is missed or behind.".to_owned(),
        (_, Lang::Zh) => format!("{count}个责任主体有未完成或滞后的目标。"),
        (1, Lang::En) => " One of them has targets that are missed or behind.".to_owned(),
        (_, Lang::En) => format!(" {count} of them have targets that are missed or behind."),
    }
}

/// The units of a matrix, and apart from them the groups of units that documents name as one:
/// `40家单位、8类集体`, `40 units and 8 groups`.
#[must_use]
pub fn units(data: &Dataset, matrix: &Matrix, lang: Lang) -> String {
    let groups = groups(data, matrix);
    let single = matrix.units.len() - groups;
    let parts = [
        (single, number::counted(single, lang, "家单位", "unit")),
        (groups, number::counted(groups, lang, "类集体", "group")),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(_, words)| words).collect();
    parts.join(if lang == Lang::Zh { "、" } else { " and " })
}

/// `48个责任主体（40家单位、8类集体）`, `40 units and 8 groups`: who shares what follows.
fn bodies(data: &Dataset, matrix: &Matrix, lang: Lang) -> String {
    let (all, units) = (
        number::count(matrix.units.len(), lang),
        units(data, matrix, lang),
    );
    match (groups(data, matrix), lang) {
        (1.., Lang::Zh) => format!("{all}个责任主体（{units}）"),
        _ => units,
    }
}

/// How many rows of a matrix stand for several units.
fn groups(data: &Dataset, matrix: &Matrix) -> usize {
    let of = |row: &UnitRow| data.organisations.get(usize::from(row.unit));
    let found = matrix.units.iter().filter_map(of);
    found.filter(|unit| unit.is_group).count()
}

/// The name of a unit; empty for a code that the data do not have.
#[must_use]
pub fn name(data: &Dataset, unit: Code, lang: Lang) -> &str {
    let unit = data.organisations.get(usize::from(unit));
    unit.map_or("", |unit| unit.name.get(lang))
}

/// Who shares how many subjects, and which lead most.
#[must_use]
pub fn sentence(data: &Dataset, matrix: &Matrix, lang: Lang) -> String {
    let area = data.area(matrix.area);
    let area = area.map_or("", |area| area.name.get(lang));
    let (mut indicators, mut tasks) = (0, 0);
    for (field, subjects) in matrix.fields.iter().zip(&matrix.subjects) {
        match field {
            Field::Plan(_) => indicators += subjects,
            Field::Theme { .. } => tasks += subjects,
        }
    }
    let all = bodies(data, matrix, lang);
    let zh = number::in_a_row(&[area, &all]);
    let leading = matrix.units.iter().filter(|row| row.total.lead > 0);
    let leaders = leading.clone().count();
    let lead = number::count(leaders, lang);
    let named: Vec<String> = leading
        .take(NAMED)
        .map(|row| {
            let name = name(data, row.unit, lang);
            let lead = number::count(row.total.lead as usize, lang);
            match lang {
                Lang::Zh => number::in_a_row(&[name, &lead]) + "项",
                Lang::En => format!("{name} ({lead})"),
            }
        })
        .collect();
    let shared = subjects(indicators, tasks, lang);
    match (leaders, lang) {
        (0, Lang::Zh) => format!("{zh}分担{shared}，均未列为牵头。"),
        (0, Lang::En) => format!("{area}: {all} share {shared}; none is named as leading."),
        (_, Lang::Zh) => format!(
            "{zh}分担{shared}，其中{lead}个牵头。牵头最多的是{}。",
            named.join("、")
        ),
        (_, Lang::En) => format!(
            "{area}: {all} share {shared}; {lead} of them lead. Those that lead most: {}.",
            named.join(", ")
        ),
    }
}

/// `17项主要指标和23项任务`, `17 main indicators and 23 tasks`.
fn subjects(indicators: u32, tasks: u32, lang: Lang) -> String {
    let of =
        |count: u32, zh, en| (count > 0).then(|| number::counted(count as usize, lang, zh, en));
    let parts = [
        of(indicators, "项主要指标", "main indicator"),
        of(tasks, "项任务", "task"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(if lang == Lang::Zh { "和" } else { " and " })
}

/// How many targets there are, and of how many of them these documents have an outcome.
#[must_use]
pub fn targets(all: usize, known: usize, lang: Lang) -> String {
    let targets = number::counted(all, lang, "项目标", "target");
    let [with, without] = [known, all - known].map(|count| number::count(count, lang));
    match (all, known, lang) {
        (0, _, Lang::Zh) => "所列事项均无目标数据。".to_owned(),
        (0, _, Lang::En) => "None of these has a target in the data.".to_owned(),
        (_, 0, Lang::Zh) => format!("共{targets}，文件均未载目标期内的结果。"),
        (_, _, Lang::Zh) => {
            format!("共{targets}，{with}项已有目标期内的结果，其余{without}项文件未载。")
        }
        (_, _, Lang::En) => {
            let with = if known == 0 { "none" } else { &with };
            format!("{targets}, {with} with an outcome within its period in these documents.")
        }
    }
}

/// How many subjects a unit has in one part, and how many targets they come to: `3项事项，13项目标`.
#[must_use]
pub fn charged(duties: usize, targets: usize, lang: Lang) -> String {
    let subjects = number::counted(duties, lang, "项事项", "subject");
    let counted = number::counted(targets, lang, "项目标", "target");
    match (targets, lang) {
        (0, Lang::Zh) => format!("{subjects}，无目标数据"),
        (0, Lang::En) => format!("{subjects}, no target in the data"),
        (_, Lang::Zh) => format!("{subjects}，{counted}"),
        (_, Lang::En) => format!("{subjects}, {counted}"),
    }
}

/// What is open, in a few words: `未完成或滞后2项，待公布17项`; empty for nothing.
#[must_use]
pub fn open(open: &[Charge], lang: Lang) -> String {
    let count = |is: &dyn Fn(Status) -> bool| open.iter().filter(|one| is(one.status)).count();
    let parts = [
        (
            count(&|status| status.is_on_track() == Some(false)),
            "未完成或滞后",
            "missed or behind",
        ),
        (
            count(&|status| status == Status::NotAssessable),
            "无法评估",
            "not assessable",
        ),
        (
            count(&|status| status == Status::Awaiting),
            "待公布",
            "awaited",
        ),
    ];
    let parts = parts.iter().filter(|(count, ..)| *count > 0);
    let parts = parts.map(|(count, zh, en)| {
        let count = number::count(*count, lang);
        match lang {
            Lang::Zh => format!("{zh}{count}项"),
            Lang::En => format!("{count} {en}"),
        }
    });
    let parts: Vec<String> = parts.collect();
    parts.join(if lang == Lang::Zh { "，" } else { ", " })
}

/// The head of the targets that have no outcome yet.
#[must_use]
pub fn awaited(count: usize, lang: Lang) -> String {
    let count = number::count(count, lang);
    match lang {
        Lang::Zh => format!("待公布{count}项：文件未载目标期内的结果"),
        Lang::En => format!("{count} awaited: no outcome within the period in these documents"),
    }
}

/// By which method the statuses were decided, where its bands lie, and that filters change nothing.
#[must_use]
pub fn method(lang: Lang) -> String {
    let bands = [Rule::Sum, Rule::Growth].map(|rule| rules::bands(rule, lang).unwrap_or_default());
    let [sum, growth] = bands;
    match lang {
        Lang::Zh => format!(
            "本页列出该单位的全部事项，不受筛选影响；同一目标只计一次，既牵头又列为责任的计入牵头。进展评估按方法第{METHOD}版。累计数和期末水平：{sum}年均增速：{growth}"
        ),
        Lang::En => format!(
            "This page has all that the unit answers for, whatever the filters; each target counts once, as led where the unit also answers for it. Statuses by method {METHOD}. Sums and levels: {sum} Average growth: {growth}"
        ),
    }
}

/// A unit's part.
#[must_use]
pub const fn role(role: Role) -> Msg {
    match role {
        Role::Lead => Msg::RoleLead,
        Role::Responsible => Msg::RoleResponsible,
    }
}

/// The units that answer for a figure, those that lead marked; empty where no document names one.
#[must_use]
pub fn answering(data: &Dataset, row: Row, lang: Lang) -> String {
    let responsible = data.subject(row).map(|subject| data.responsible(subject));
    let named = responsible.into_iter().flatten().map(|(unit, role)| {
        let name = unit.name.get(lang);
        format!("{name}{}", leads(role, lang))
    });
    named.collect::<Vec<_>>().join(match lang {
        Lang::Zh => "、",
        Lang::En => "; ",
    })
}

/// What follows the name of a unit that leads.
#[must_use]
pub fn leads(role: Role, lang: Lang) -> String {
    let words = Msg::RoleLead.get(lang);
    match (role, lang) {
        (Role::Responsible, _) => String::new(),
        (Role::Lead, Lang::Zh) => format!("（{words}）"),
        (Role::Lead, Lang::En) => format!(" ({})", words.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_says_only_what_there_is() {
        let words = |lead, responsible, lang| count(Count { lead, responsible }, lang);
        assert_eq!(words(3, 2, Lang::Zh), "牵头3项、责任2项");
        assert_eq!(words(3, 0, Lang::Zh), "牵头3项");
        assert_eq!(words(0, 2, Lang::En), "answers for 2");
        assert_eq!(words(0, 0, Lang::En), "");
    }

    #[test]
    fn a_sentence_counts_indicators_and_tasks_apart() {
        assert_eq!(subjects(17, 23, Lang::Zh), "17项主要指标和23项任务");
        assert_eq!(subjects(1, 0, Lang::En), "1 main indicator");
    }
}

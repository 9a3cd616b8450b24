//! Names of choices, plans, kinds and forms.

use crate::assess::{Evidence, Status};
use crate::dataset::{
    Class, Code, Dataset, Direction, Document, DocumentKind, Indicator, Kind, Lang, Measure, Plan,
    Reason, RelationKind, Stage, Task,
};
use crate::query::Facet;
use crate::view::{Form, Part};

use super::msg::Msg;
use super::{number, period};

/// The name of a facet.
#[must_use]
pub const fn facet(facet: Facet) -> Msg {
    match facet {
        Facet::Area => Msg::FacetArea,
        Facet::Period => Msg::FacetPeriod,
        Facet::Theme => Msg::FacetTheme,
        Facet::Kind => Msg::FacetKind,
        Facet::Class => Msg::FacetClass,
        Facet::Status => Msg::FacetStatus,
        Facet::Organisation => Msg::FacetOrganisation,
        Facet::Document => Msg::FacetDocument,
    }
}

/// The name of a choice of a facet; empty for a code that it does not have.
#[must_use]
pub fn choice(facet: Facet, data: &Dataset, code: Code, lang: Lang) -> String {
    let index = usize::from(code);
    let name = match facet {
        Facet::Area => data
            .areas
            .get(index)
            .map(|area| area.name.get(lang).to_string()),
        Facet::Period => data.periods.get(index).map(|p| period::words(*p, lang)),
        Facet::Theme => data
            .themes
            .get(index)
            .map(|theme| theme.name.get(lang).to_string()),
        Facet::Kind => Kind::ALL.get(index).map(|k| kind(*k).get(lang).to_owned()),
        Facet::Class => {
            let none = std::iter::once(Msg::ClassNotStated);
            let mut names = Class::ALL.iter().map(|c| class(*c)).chain(none);
            names.nth(index).map(|name| name.get(lang).to_owned())
        }
        Facet::Status => Status::ALL
            .get(index)
            .map(|s| status(*s).get(lang).to_owned()),
        Facet::Organisation => data
            .organisations
            .get(index)
            .map(|o| o.name.get(lang).to_string()),
        Facet::Document => data
            .documents
            .get(index)
            .map(|d| d.title.get(lang).to_string()),
    };
    name.unwrap_or_default()
}

/// What a figure is.
#[must_use]
pub const fn kind(kind: Kind) -> Msg {
    match kind {
        Kind::Actual => Msg::KindActual,
        Kind::Estimate => Msg::KindEstimate,
        Kind::ToDate => Msg::KindToDate,
        Kind::Target => Msg::KindTarget,
        Kind::Context => Msg::KindContext,
    }
}

/// Whether a target binds.
#[must_use]
pub const fn class(class: Class) -> Msg {
    match class {
        Class::Binding => Msg::ClassBinding,
        Class::Anticipatory => Msg::ClassAnticipatory,
    }
}

/// How a target stands.
#[must_use]
pub const fn status(status: Status) -> Msg {
    match status {
        Status::Met => Msg::StatusMet,
        Status::MetEarly => Msg::StatusMetEarly,
        Status::ReportedMet => Msg::StatusReportedMet,
        Status::Ahead => Msg::StatusAhead,
        Status::OnPace => Msg::StatusOnPace,
        Status::SlightlyBehind => Msg::StatusSlightlyBehind,
        Status::Behind => Msg::StatusBehind,
        Status::Reversing => Msg::StatusReversing,
        Status::Missed => Msg::StatusMissed,
        Status::Awaiting => Msg::StatusAwaiting,
        Status::NotAssessable => Msg::StatusNotAssessable,
    }
}

/// What a row is to a status.
#[must_use]
pub const fn evidence(evidence: Evidence) -> Msg {
    match evidence {
        Evidence::Target => Msg::KindTarget,
        Evidence::Base => Msg::BaseFigure,
        Evidence::Earlier => Msg::EarlierFigure,
        Evidence::Outcome => Msg::OutcomeFigure,
        Evidence::Share => Msg::ShareFigure,
        Evidence::Rival => Msg::OtherPrinting,
    }
}

/// Which way is better.
#[must_use]
pub const fn direction(indicator: &Indicator) -> Msg {
    match (indicator.measure, indicator.direction) {
        (Measure::Rank, Direction::Down) => Msg::FrontIsBetter,
        (_, Direction::Up) => Msg::UpIsBetter,
        (_, Direction::Down) => Msg::DownIsBetter,
        (_, Direction::None) => Msg::NeitherIsBetter,
    }
}

/// How two printings relate.
#[must_use]
pub const fn relation(kind: RelationKind) -> Msg {
    match kind {
        RelationKind::SameFact => Msg::SameFact,
        RelationKind::LaterCutoff => Msg::LaterCutoff,
        RelationKind::Restates => Msg::Restates,
        RelationKind::PartOf => Msg::PartOf,
        RelationKind::ShareOf => Msg::ShareOf,
        RelationKind::TargetOf => Msg::TargetOf,
        RelationKind::Conflicts => Msg::Conflicts,
        RelationKind::NotComparable => Msg::NotComparable,
    }
}

/// What the two printings of a relation are to each other, where they are not the same.
#[must_use]
pub const fn ends(kind: RelationKind) -> Option<(Msg, Msg)> {
    match kind {
        RelationKind::TargetOf => Some((Msg::EndOutcome, Msg::EndTarget)),
        RelationKind::PartOf => Some((Msg::EndPart, Msg::EndWhole)),
        RelationKind::ShareOf => Some((Msg::EndShare, Msg::EndBase)),
        RelationKind::LaterCutoff => Some((Msg::EndLater, Msg::EndEarlier)),
        RelationKind::Restates => Some((Msg::EndAgain, Msg::EndFirst)),
        RelationKind::SameFact | RelationKind::Conflicts | RelationKind::NotComparable => None,
    }
}

/// A part of the sources.
#[must_use]
pub const fn part(part: Part) -> Msg {
    match part {
        Part::Documents => Msg::PartDocuments,
        Part::Relations => Msg::PartRelations,
        Part::Projects => Msg::PartProjects,
        Part::Glossary => Msg::PartGlossary,
    }
}

/// A form of charts.
#[must_use]
pub const fn form(form: Form) -> Msg {
    match form {
        Form::Bullets => Msg::FormBullets,
        Form::Trend => Msg::FormTrend,
        Form::Pace => Msg::FormPace,
        Form::Dumbbell => Msg::FormDumbbell,
        Form::Ranked => Msg::FormRanked,
        Form::Distribution => Msg::FormDistribution,
    }
}

/// How far a project has come.
#[must_use]
pub const fn stage(stage: Stage) -> Msg {
    match stage {
        Stage::Reserve => Msg::StageReserve,
        Stage::Preparation => Msg::StagePreparation,
        Stage::Started => Msg::StageStarted,
        Stage::Building => Msg::StageBuilding,
        Stage::ToppedOut => Msg::StageToppedOut,
        Stage::Completed => Msg::StageCompleted,
        Stage::Opened => Msg::StageOpened,
        Stage::Planned => Msg::StagePlanned,
    }
}

/// Why a numeral is no measurement.
#[must_use]
pub const fn reason(reason: Reason) -> Msg {
    match reason {
        Reason::Date => Msg::ReasonDate,
        Reason::DocumentNumber => Msg::ReasonDocumentNumber,
        Reason::ProperName => Msg::ReasonProperName,
        Reason::HeadingNumber => Msg::ReasonHeadingNumber,
        Reason::Threshold => Msg::ReasonThreshold,
        Reason::Damaged => Msg::ReasonDamaged,
        Reason::Ordinal => Msg::ReasonOrdinal,
        Reason::Navigation => Msg::ReasonNavigation,
        Reason::Enumeration => Msg::ReasonEnumeration,
        Reason::Other => Msg::ReasonOther,
    }
}

/// A task by its number and title: `任务3 …`, `Task 3: …`.
#[must_use]
pub fn task(task: &Task, lang: Lang) -> String {
    let title = task.title.get(lang);
    match lang {
        Lang::Zh => format!("任务{} {title}", task.number),
        Lang::En => format!("Task {}: {title}", task.number),
    }
}

/// The number of a task's theme and its own: `3-2`.
#[must_use]
pub fn task_number(task: &Task) -> String {
    format!("{}-{}", task.theme, task.number)
}

/// Names in a row: `甲、乙`, `A, B`.
#[must_use]
pub fn listed(names: &[&str], lang: Lang) -> String {
    names.join(match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    })
}

/// A heading and what it heads on one line: `修复：…`, `Repaired: …`.
#[must_use]
pub fn headed(head: &str, text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{head}：{text}"),
        Lang::En => format!("{head}: {text}"),
    }
}

/// Picked indicators that a form of charts has nothing to show of, as a sentence after another;
/// empty without any.
#[must_use]
pub fn left_out(data: &Dataset, indicators: &[Code], lang: Lang) -> String {
    let found = indicators.iter().filter_map(|code| data.indicator(*code));
    let names: Vec<&str> = found.map(|indicator| indicator.name.get(lang)).collect();
    match (names.is_empty(), lang) {
        (true, _) => String::new(),
        (_, Lang::Zh) => format!("此图不适用，未列入：{}。", listed(&names, lang)),
        (_, Lang::En) => format!(
            " Left out, with nothing to show in this form: {}.",
            listed(&names, lang)
        ),
    }
}

/// What a chart leaves out where there is very much, as a sentence after another; empty where it has all.
#[must_use]
pub fn not_drawn(more: usize, lang: Lang) -> String {
    let count = number::count(more, lang);
    match (more, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("另有{count}项未列入，请先筛选。"),
        (_, Lang::En) => format!(" {count} more are left out: filter to see them."),
    }
}

/// How many figures pass: `557条数据`.
#[must_use]
pub fn figures(count: u32, lang: Lang) -> String {
    number::counted(count as usize, lang, "条数据", "figure")
}

/// What closes the filters: `查看557条数据`.
#[must_use]
pub fn show_results(count: u32, lang: Lang) -> String {
    let figures = figures(count, lang);
    match lang {
        Lang::Zh => format!("查看{figures}"),
        Lang::En => format!("Show {figures}"),
    }
}

/// What kind of document it is.
#[must_use]
pub const fn document_kind(kind: DocumentKind) -> Msg {
    match kind {
        DocumentKind::PlanReport => Msg::PlanReport,
        DocumentKind::ProgressReport => Msg::ProgressReport,
        DocumentKind::WorkReport => Msg::WorkReport,
        DocumentKind::News => Msg::News,
        DocumentKind::TaskDivision => Msg::TaskDivision,
        DocumentKind::Statistics => Msg::Statistics,
    }
}

/// What the day is called on which a document was handed over: a report is delivered, a division
/// of tasks or a compilation issued, news reported.
#[must_use]
pub const fn delivered(kind: DocumentKind) -> Msg {
    match kind {
        DocumentKind::PlanReport | DocumentKind::ProgressReport | DocumentKind::WorkReport => {
            Msg::Delivered
        }
        DocumentKind::News => Msg::Reported,
        DocumentKind::TaskDivision | DocumentKind::Statistics => Msg::Issued,
    }
}

/// The longest title that stands for itself, in characters: Chinese says more in fewer.
const TITLE: [usize; 2] = [24, 70];

/// A document in a few words: its title, or area, kind and year of delivery where that is long.
#[must_use]
pub fn document(data: &Dataset, document: &Document, lang: Lang) -> String {
    let title = document.title.get(lang);
    let [zh, en] = TITLE;
    let longest = if lang == Lang::Zh { zh } else { en };
    if title.chars().count() <= longest {
        return title.to_owned();
    }
    let kind = document_kind(document.kind);
    let area = data
        .area(document.area)
        .map_or("", |area| area.name.get(lang));
    let kind = kind.get(lang);
    match (document.delivered.get(..4), lang) {
        (Some(year), Lang::Zh) => format!("{area}{kind}（{year}年）"),
        (None, Lang::Zh) => format!("{area}{kind}"),
        (Some(year), Lang::En) => format!("{area}: {kind} ({year})"),
        (None, Lang::En) => format!("{area}: {kind}"),
    }
}

/// `2020年度计划`, `“十四五”规划`; `2020 annual plan`, `14th Five-Year Plan`.
#[must_use]
pub fn plan(plan: &Plan, lang: Lang) -> String {
    let year = plan.period.first_year();
    match (plan.five_year, lang) {
        (None, Lang::Zh) => format!("{year}年度计划"),
        (None, Lang::En) => format!("{year} annual plan"),
        (Some(number), Lang::Zh) => format!("“{}五”规划", chinese(number)),
        (Some(number), Lang::En) => format!("{number}{} Five-Year Plan", ordinal(number)),
    }
}

/// A number from 1 to 99 in Chinese: 14 is 十四.
fn chinese(number: u16) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u16| DIGITS.get(usize::from(n)).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

const fn ordinal(number: u16) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_have_the_names_that_people_use() {
        let named = |id: &str, lang| plan(&Plan::parse(id).expect("valid"), lang);
        assert_eq!(named("14fyp", Lang::Zh), "“十四五”规划");
        assert_eq!(named("14fyp", Lang::En), "14th Five-Year Plan");
        assert_eq!(named("21fyp", Lang::Zh), "“二十一五”规划");
        assert_eq!(named("21fyp", Lang::En), "21st Five-Year Plan");
        assert_eq!(named("2020-annual", Lang::Zh), "2020年度计划");
    }
}

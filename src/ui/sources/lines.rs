//! The figures of one section, line by line: what is printed, and what it was read as.

use std::rc::Rc;

use yew::prelude::*;

use super::fold;
use crate::dataset::{Observation, PeriodBasis};
use crate::query::sources::{Line, Section};
use crate::text::{Msg, figure, label, period, source};
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{
    explained_link, head_row, kind_badge, own_badge, printing_notes, quoted, terms_of,
};
use crate::view::{Action, Page, Place, Printed};

/// Properties of [`SectionLines`], all required.
#[derive(Properties)]
pub struct SectionProps {
    /// The sections of a document, and the place of one of them.
    pub sections: Rc<Vec<Section>>,
    /// See `sections`.
    pub place: usize,
    /// What the link points at.
    pub at: Place,
    /// Whether it is open at first.
    pub unfolded: bool,
}

impl PartialEq for SectionProps {
    fn eq(&self, other: &Self) -> bool {
        let one = |props: &Self| (props.place, props.at, props.unfolded);
        one(self) == one(other) && Rc::ptr_eq(&self.sections, &other.sections)
    }
}

/// A section that folds, with a table of its figures. A component, so that it is made once however many are listed.
#[component]
pub fn SectionLines(props: &SectionProps) -> Html {
    let shared = &use_shared();
    let (at, unfolded) = (props.at, props.unfolded);
    let Some(section) = props.sections.get(props.place) else {
        return html! {};
    };
    let (parents, heading) = match section.path.rsplit_once(" / ") {
        Some((parents, heading)) => (Some(parents), heading),
        None => (None, section.path.as_str()),
    };
    let open = unfolded
        || section
            .lines
            .iter()
            .any(|line| Some(line.number) == at.line);
    let heads = [
        Msg::ColumnLine,
        Msg::ColumnPrinted,
        Msg::ColumnIndicator,
        Msg::ColumnPeriod,
        Msg::ColumnKind,
        Msg::ColumnValue,
    ];
    let name = html! {
        <span lang="zh-CN">
            if let Some(parents) = parents {
                <small>{ parents }</small>
            }
            <b>{ heading }</b>
        </span>
    };
    let body = html! {
        <>
            { terms_of(shared, &section.path) }
            <table role="table" class="lines">
                <colgroup>
                    for column in ["line", "printed", "name", "period", "kind", "value"] {
                        <col class={format!("lines-{column}")} />
                    }
                </colgroup>
                <thead role="rowgroup" class="visually-hidden">
                    { head_row(shared, &heads) }
                </thead>
                for line in &section.lines {
                    { self::line(shared, line, at) }
                }
            </table>
        </>
    };
    let count = source::shown_of(section.shown(), section.all, shared.lang());
    fold(format!("{:?}", section.first()), name, count, open, body)
}

fn line(shared: &Shared, line: &Line, at: Place) -> Html {
    let figures: Vec<Observation<'_>> = line
        .rows
        .iter()
        .filter_map(|row| shared.data.observation(*row))
        .collect();
    let rows = figures.len();
    let number = html! {
        <th role="rowheader" scope="rowgroup" rowspan={rows.to_string()} class="line-number">
            { source::line(line.number, shared.lang()) }
        </th>
    };
    let is_whole = at.is_line(line.number);
    html! {
        <tbody
            role="rowgroup"
            key={line.number}
            data-line={line.number.to_string()}
            class={classes!(is_whole.then_some("pointed-at"))}
            tabindex={is_whole.then_some("-1")}
        >
            for (index, figure) in figures.iter().enumerate() {
                { row(shared, figure, at, (index == 0).then(|| number.clone())) }
            }
        </tbody>
    }
}

/// A figure's row; the first of a line has the line's number before it.
fn row(shared: &Shared, figure: &Observation<'_>, at: Place, number: Option<Html>) -> Html {
    let is_pointed_at = at.printed == Some(Printed::Figure(figure.row));
    html! {
        <tr
            role="row"
            key={figure.id}
            data-observation={figure.id.to_string()}
            class={classes!(is_pointed_at.then_some("pointed-at"))}
            tabindex={is_pointed_at.then_some("-1")}
        >
            { number }
            { cells(shared, figure) }
        </tr>
    }
}

fn cells(shared: &Shared, figure: &Observation<'_>) -> Html {
    let lang = shared.lang();
    let name = figure.indicator.name.get(lang);
    let href = shared.link(Action::Go(Page::Indicator(figure.indicator_code)));
    let plan = figure.plan.map(|plan| label::plan(plan, lang));
    let class = figure.class.map(|class| shared.msg(label::class(class)));
    // Under the task's own heading its title says nothing new.
    let task = figure
        .task
        .filter(|task| !figure.section.ends_with(&*task.title.zh));
    let task = task.map(|task| label::task(task, lang));
    let is_inferred = figure.basis == PeriodBasis::Inferred;
    let own_area = shared.data.area(figure.document.area);
    let other_area = own_area.is_none_or(|area| area.code != figure.area.code);
    let words = figure.value.is_none().then_some("in-words");
    html! {
        <>
            <td role="cell" class="line-printed">
                { quoted(shared, figure.as_printed) }
                { own_badge(shared, figure) }
                { printing_notes(shared, figure) }
            </td>
            <td role="cell" class="line-name">
                { explained_link(shared, name, href) }
                <small>{ task }</small>
                if other_area {
                    <small>{ figure.area.name.get(lang) }</small>
                }
            </td>
            <td role="cell" class="line-period">
                { period::of(figure, lang) }
                if is_inferred {
                    <small>{ shared.msg(Msg::Inferred) }</small>
                }
            </td>
            <td role="cell" class="line-kind">
                { kind_badge(figure.kind, lang) }
                <small>{ plan }</small>
                <small>{ class }</small>
            </td>
            <td role="cell" class={classes!("number", words)}>{ figure::line(figure, lang) }</td>
        </>
    }
}

//! One row: a figure, a cell for each column.

use std::rc::Rc;

use yew::prelude::*;

use super::class;
use crate::dataset::{Code, Dataset, Lang, Observation, Row};
use crate::query::column::{Column, Columns};
use crate::query::documents;
use crate::text::{figure, label, period, table};
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{
    cited, explained_link, kind_badge, own_badge, place_link, printing_notes, proof_link, quoted,
};
use crate::view::{Action, Page, Place};

/// Properties of [`Figure`], all required.
#[derive(Properties, PartialEq)]
pub struct FigureProps {
    /// The figure.
    pub row: Row,
    /// Its position in the table, from 0.
    pub index: usize,
    /// Whether it is out of sight, and in the page only because it has the focus.
    pub is_kept: bool,
    /// The documents of the table, as paper numbers them.
    pub documents: Rc<Vec<Code>>,
}

/// A row of the table.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let shared = use_shared();
    let Some(figure) = shared.data.observation(props.row) else {
        return html! {};
    };
    let columns = shared.state.columns;
    html! {
        <tr
            role="row"
            data-observation={figure.id.to_string()}
            aria-rowindex={(props.index + 2).to_string()}
            class={classes!(props.is_kept.then_some("visually-hidden"))}
        >
            for column in columns.iter() { { cell(&shared, &figure, column, &props.documents) } }
        </tr>
    }
}

fn cell(shared: &Shared, figure: &Observation<'_>, column: Column, documents: &[Code]) -> Html {
    let (lang, columns) = (shared.lang(), shared.state.columns);
    let name = figure.indicator.name.get(lang);
    if column == Column::Indicator {
        let link = shared.link(Action::Go(Page::Indicator(figure.indicator_code)));
        let class = class(column);
        return html! {
            <th role="rowheader" key={column.key()} scope="row" {class}>{ explained_link(shared, name, link) }</th>
        };
    }
    let parts = figure::parts(figure, lang);
    // A statement has no unit: it takes both cells.
    let is_wide = parts.in_words && columns.has(Column::Value) && columns.has(Column::Unit);
    if is_wide && column == Column::Unit {
        return html! {};
    }
    let is_wide = is_wide && column == Column::Value;
    let text = match column {
        Column::Value => html! { { parts.number } },
        Column::Unit => html! { { parts.unit } },
        Column::Source => source(shared, figure, documents),
        _ => content(shared, figure, column, columns),
    };
    let words = (column == Column::Value && parts.in_words).then_some("in-words");
    html! {
        <td
            role="cell"
            key={column.key()}
            class={classes!(class(column), words)}
            data-label={shared.msg(table::column(column))}
            colspan={is_wide.then_some("2")}
        >
            { text }
        </td>
    }
}

/// What stands in a cell, but for the figure itself.
fn content(shared: &Shared, figure: &Observation<'_>, column: Column, columns: Columns) -> Html {
    let (data, lang) = (&*shared.data, shared.lang());
    match column {
        Column::OtherName => {
            let (code, other) = match lang {
                Lang::Zh => ("en", Lang::En),
                Lang::En => ("zh-CN", Lang::Zh),
            };
            html! { <span lang={code}>{ figure.indicator.name.get(other) }</span> }
        }
        Column::Theme => {
            let theme = data.themes.get(usize::from(figure.indicator.theme));
            text(theme.map(|theme| theme.name.get(lang)))
        }
        Column::Area => text(Some(figure.area.name.get(lang))),
        Column::Period => html! { { period::of(figure, lang) } },
        Column::Kind => {
            let class = class_words(shared, figure).filter(|_| !columns.has(Column::Class));
            html! { <span>{ kind_badge(figure.kind, lang) }<small>{ class }</small></span> }
        }
        Column::Class => text(class_words(shared, figure)),
        Column::Status => {
            let one = shared.assessed(figure.row);
            one.map_or_else(Html::default, |one| proof_link(shared, &one))
        }
        Column::Plan => {
            let plan = figure.plan.map(|plan| label::plan(plan, lang));
            html! { { plan.unwrap_or_default() } }
        }
        Column::Organisation => html! { { units(data, figure, lang) } },
        Column::Printed => quoted(shared, figure.as_printed),
        Column::Date => text(Some(documents::dated(figure.document))),
        Column::Note => printing_notes(shared, figure),
        Column::Indicator | Column::Value | Column::Unit | Column::Source => html! {},
    }
}

fn text(text: Option<&str>) -> Html {
    html! { { text.unwrap_or_default() } }
}

fn class_words(shared: &Shared, figure: &Observation<'_>) -> Option<&'static str> {
    figure.class.map(|class| shared.msg(label::class(class)))
}

/// The units that answer for a figure, leading ones first.
fn units(data: &Dataset, figure: &Observation<'_>, lang: Lang) -> String {
    let Some(subject) = data.subject(figure.row) else {
        return String::new();
    };
    let named = data
        .responsible(subject)
        .map(|(unit, _)| unit.name.get(lang));
    label::listed(&named.collect::<Vec<_>>(), lang)
}

/// Document and line, and the last of the headings: the document's page has all of them.
fn source(shared: &Shared, figure: &Observation<'_>, documents: &[Code]) -> Html {
    let heading = figure.section.rsplit(" / ").next();
    let place = Place::of(&shared.data, figure.row).map(|place| place_link(shared, place));
    html! {
        <span>
            { cited(documents, figure) }
            { place }
            { own_badge(shared, figure) }
            <small lang="zh-CN" title={figure.section.to_owned()}>{ heading }</small>
        </span>
    }
}

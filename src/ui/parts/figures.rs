//! What a chart shows as a table, for those who read rather than look.

use std::rc::Rc;

use yew::prelude::*;

use super::{explained, kind_badge, status_mark, use_listed, use_steps};
use crate::dataset::{Observation, Row};
use crate::plot::{Listing, Plot};
use crate::text::{Msg, figure, outcome, period};
use crate::ui::context::{Shared, use_shared};

/// Properties of [`ChartTable`].
#[derive(Clone, Properties)]
pub struct ChartTableProps {
    /// What the chart shows. Required.
    pub plot: Rc<Plot>,
}

impl PartialEq for ChartTableProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.plot, &other.plot)
    }
}

/// The table beside a chart.
#[component]
pub fn ChartTable(props: &ChartTableProps) -> Html {
    let shared = &use_shared();
    let (listing, caption) = (&props.plot.listing, &props.plot.title);
    let all = match listing {
        Listing::Figures(rows) => rows.len(),
        Listing::Cells { rows, .. } => rows.len(),
    };
    // The table is folded: its rows come once the chart is painted.
    let heads = format!("[data-listing='{}'] tbody th", props.plot.id);
    let steps = use_steps(shared, props.clone(), 0, &heads);
    let (count, further) = use_listed(shared, &steps, all);
    let (heads, class, body) = match listing {
        Listing::Figures(rows) => {
            let heads = [
                Msg::ColumnIndicator,
                Msg::ColumnArea,
                Msg::ColumnPeriod,
                Msg::ColumnKind,
                Msg::ColumnValue,
            ];
            let ledger = shared.index.ledger();
            let status = listing.has_targets(ledger).then_some(Msg::FacetStatus);
            let heads = heads.into_iter().chain(status);
            (
                heads.map(|head| shared.msg(head).to_owned()).collect(),
                "plain-table plain-figures",
                figures(shared, rows, count, status.is_some()),
            )
        }
        Listing::Cells { heads, rows } => (heads.clone(), "plain-table", cells(rows, count)),
    };
    html! {
        <div
            class="scroll"
            tabindex="0"
            role="region"
            aria-label={caption.to_owned()}
            data-listing={props.plot.id.clone()}
        >
            <table role="table" {class}>
                <caption class="visually-hidden">{ caption.to_owned() }</caption>
                <thead role="rowgroup">
                    <tr role="row">for head in heads { <th role="columnheader" scope="col">{ head }</th> }</tr>
                </thead>
                <tbody role="rowgroup">{ body }</tbody>
            </table>
            { further }
        </div>
    }
}

fn figures(shared: &Shared, rows: &[Row], count: usize, has_targets: bool) -> Html {
    let lang = shared.lang();
    html! {
        for figure in rows.iter().take(count).filter_map(|row| shared.data.observation(*row)) {
            <tr role="row" key={figure.row}>
                <th role="rowheader" scope="row" tabindex="-1">{ explained(shared, figure.indicator.name.get(lang)) }</th>
                <td role="cell">{ figure.area.name.get(lang) }</td>
                <td role="cell">{ period::of(&figure, lang) }</td>
                <td role="cell">{ kind_badge(figure.kind, lang) }</td>
                <td role="cell" class="number">{ figure::line(&figure, lang) }</td>
                if has_targets {
                    <td role="cell">{ status(shared, &figure) }</td>
                }
            </tr>
        }
    }
}

/// The status of a target, with what several outcomes come to together that it rests on.
fn status(shared: &Shared, target: &Observation<'_>) -> Html {
    let Some(one) = shared.assessed(target.row) else {
        return html! {};
    };
    let several = outcome::several(&shared.data, &one, target, shared.lang());
    html! {
        <>
            { status_mark(shared, &one) }
            if let Some(several) = several {
                <small>{ several.dated(shared.lang()) }</small>
            }
        </>
    }
}

fn cells(rows: &[Vec<String>], count: usize) -> Html {
    html! {
        for row in rows.iter().take(count) {
            <tr role="row">
                for (column, cell) in row.iter().enumerate() {
                    if column == 0 {
                        <th role="rowheader" scope="row" tabindex="-1">{ cell }</th>
                    } else {
                        <td role="cell" class="number">{ cell }</td>
                    }
                }
            </tr>
        }
    }
}

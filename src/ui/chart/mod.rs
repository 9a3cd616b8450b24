//! 图表: charts of picked indicators.

mod picker;

use std::rc::Rc;

use yew::prelude::*;

use self::picker::picker;
use super::context::Shared;
use super::parts::{PlotFigure, explained_link, nothing_found, own_badge, place_link};
use crate::dataset::{Code, Row};
use crate::plot::{Charts, Plot, Why, charts, printings, told};
use crate::query::Selection;
use crate::text::{Msg, label};
use crate::view::{Action, Form, Page, Place};

/// The room of a chart on a sheet of A4 on its side, beside its words, in CSS pixels.
const BROAD: (u32, u32) = (1000, 420);

/// The same on a sheet that stands upright, for a chart of many rows.
const UPRIGHT: (u32, u32) = (680, 740);

/// The same for one of two charts, one under the other, and of more in two columns.
const TWO: (u32, u32) = (680, 300);
const MANY: (u32, u32) = (330, 300);

/// The chart view.
pub fn chart_view(shared: &Shared, selection: &Rc<Selection>) -> Html {
    if selection.count() == 0 {
        return nothing_found(shared);
    }
    let charts = charts(&shared.data, &shared.index, &shared.state, selection);
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::Chart) }</h1>
            <div key="chart-head" class="chart-head">
                if !charts.picks.is_empty() {
                    { picker(shared, selection, charts.picks.clone()) }
                }
                { forms(shared, &charts) }
            </div>
            {
                match (charts.form, &charts.plots) {
                    (None, _) => listed(shared, selection, &charts.picks),
                    (Some(form), Ok(plots)) => drawn(shared, form, plots),
                    (Some(form), Err(why)) => unfit(shared, &charts, form, *why),
                }
            }
        </>
    }
}

fn drawn(shared: &Shared, form: Form, plots: &[Rc<Plot>]) -> Html {
    let meaning = match form {
        Form::Trend => Some(Msg::TrendNote),
        Form::Ranked => Some(Msg::RankedNote),
        Form::Bullets | Form::Pace | Form::Dumbbell | Form::Distribution => None,
    };
    let (paper, on_paper) = match plots {
        [plot] if plot.chart.height(BROAD.0) <= BROAD.1 => (BROAD, Some("plots-broad")),
        [_] => (UPRIGHT, None),
        [_, _] => (TWO, None),
        _ => (MANY, Some("plots-many")),
    };
    html! {
        <>
            if let Some(meaning) = meaning {
                <p class="chart-note">{ shared.msg(meaning) }</p>
            }
            <div class={classes!(
                "plots",
                (plots.len() == 1).then_some("plots-single"),
                on_paper,
            )}>
                for plot in plots {
                    <PlotFigure key={plot.id.clone()} plot={Rc::clone(plot)} {paper} />
                }
            </div>
        </>
    }
}

/// What the documents say of indicators of which no form has anything to draw: each printing, and
/// where it stands.
fn listed(shared: &Shared, selection: &Selection, picks: &[Code]) -> Html {
    let lang = shared.lang();
    let printing = |row: Row| {
        let figure = shared.data.observation(row)?;
        let place = Place::of(&shared.data, row).map(|place| place_link(shared, place));
        Some(
            html! { <li>{ told(&figure, lang) }{ " · " }{ place }{ own_badge(shared, &figure) }</li> },
        )
    };
    let section = |pick: &Code| {
        let indicator = shared.data.indicator(*pick)?;
        let rows = printings(&shared.data, &shared.index, selection, *pick);
        let href = shared.link(Action::Go(Page::Indicator(*pick)));
        Some(html! {
            <section class="plot" data-listed={indicator.id.to_string()}>
                <h2>{ explained_link(shared, indicator.name.get(lang), href) }</h2>
                if rows.is_empty() {
                    <p class="plot-note">{ shared.msg(Msg::NothingFound) }</p>
                }
                <ul class="plot-listed">{ for rows.into_iter().filter_map(printing) }</ul>
            </section>
        })
    };
    html! {
        <>
            <p class="chart-note">{ shared.msg(Msg::NothingToCompare) }</p>
            <div class="plots plots-single">{ for picks.iter().filter_map(section) }</div>
        </>
    }
}

/// The switch of forms: one that does not fit says so in a few words.
fn forms(shared: &Shared, charts: &Charts) -> Html {
    let option = |(form, fit): &(Form, Result<(), Why>)| {
        let current = (charts.form == Some(*form)).then_some("true");
        let href = shared.link(Action::Form(*form));
        let reason = fit.err().map(|why| shared.msg(why.short()));
        html! {
            <a {href} aria-current={current} class={classes!(reason.map(|_| "unfit"))}>
                { shared.msg(label::form(*form)) }
                if let Some(reason) = reason {
                    <small>{ reason }</small>
                }
            </a>
        }
    };
    html! {
        <nav class="switch forms" aria-label={shared.msg(Msg::Form)}>
            { for charts.fits.iter().map(option) }
        </nav>
    }
}

/// What stands in place of the charts of a form that does not fit: why, and the way to one that
/// does.
fn unfit(shared: &Shared, charts: &Charts, form: Form, why: Why) -> Html {
    let name = |form: Form| shared.msg(label::form(form));
    let best = charts.chosen.unwrap_or(Form::Distribution);
    let others = charts.fits.iter().filter(|(_, fit)| fit.is_ok());
    html! {
        <section class="plot unfit-panel" data-unfit={form.key()}>
            <h2>{ format!("{} · {}", name(form), shared.msg(Msg::DoesNotFit)) }</h2>
            <p>{ shared.msg(why.sentence()) }</p>
            <p class="unfit-others">
                { shared.msg(Msg::UseInstead) }
                for (form, _) in others {
                    <a
                        href={shared.link(Action::Form(*form))}
                        class={classes!((best == *form).then_some("first"))}
                    >
                        { name(*form) }
                    </a>
                }
            </p>
        </section>
    }
}

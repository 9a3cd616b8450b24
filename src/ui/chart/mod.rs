//! 图表: charts of picked indicators.

mod picker;

use std::rc::Rc;

use yew::prelude::*;

use self::picker::Picker;
use super::context::{Shared, use_shared};
use super::parts::{PlotFigure, SelectionProps, nothing_found};
use crate::plot::plots;
use crate::text::Msg;
use crate::view::{Action, Form};

/// The chart view.
#[component]
pub fn ChartView(props: &SelectionProps) -> Html {
    let shared = use_shared();
    let plots = {
        let (data, state) = (Rc::clone(&shared.data), Rc::clone(&shared.state));
        use_memo((Rc::clone(&state), props.clone()), move |(state, props)| {
            let plots = plots(&data, state, &props.selection);
            plots.into_iter().map(Rc::new).collect::<Vec<_>>()
        })
    };
    if props.selection.count() == 0 {
        return nothing_found(&shared);
    }
    let note = match shared.state.form {
        Form::Bullets => None,
        Form::Trend => Some(Msg::TrendNote),
        Form::Ranked => Some(Msg::RankedNote),
    };
    // On a sheet of A4 on its side: one chart across, or two beside each other.
    let paper = if plots.len() == 1 {
        (1000, 520)
    } else {
        (490, 520)
    };
    html! {
        <>
            <h1 class="visually-hidden">{ shared.msg(Msg::Chart) }</h1>
            <div class="chart-head">
                { forms(&shared) }
                <Picker selection={Rc::clone(&props.selection)} />
            </div>
            if let Some(note) = note {
                <p class="chart-note">{ shared.msg(note) }</p>
            }
            <div class={classes!("plots", (plots.len() == 1).then_some("plots-single"))}>
                if plots.is_empty() {
                    <p class="plot">{ shared.msg(Msg::NothingToDraw) }</p>
                }
                for plot in plots.iter() {
                    <PlotFigure key={plot.id.clone()} plot={Rc::clone(plot)} {paper} />
                }
            </div>
        </>
    }
}

fn forms(shared: &Shared) -> Html {
    let option = |form: Form, msg: Msg| {
        let current = (shared.state.form == form).then_some("true");
        let href = shared.link(Action::Form(form));
        html! { <a {href} aria-current={current}>{ shared.msg(msg) }</a> }
    };
    html! {
        <nav class="switch" aria-label={shared.msg(Msg::Form)}>
            { option(Form::Bullets, Msg::FormBullets) }
            { option(Form::Trend, Msg::FormTrend) }
            { option(Form::Ranked, Msg::FormRanked) }
        </nav>
    }
}

//! A chart for other programs: picture, drawing, table.

use std::rc::Rc;

use yew::prelude::*;

use super::copy::{Outcome, Told, copied, saved};
use crate::browser;
use crate::chart::{Sheet, Theme, sheet_svg};
use crate::export::{Table, file_name, picture_ratio, sheet};
use crate::plot::Plot;
use crate::text::Msg;
use crate::ui::context::{Shared, use_shared};

/// Properties of [`PlotExport`].
#[derive(Properties, PartialEq)]
pub struct ExportProps {
    /// What is exported. Required.
    pub plot: Rc<Plot>,
}

/// A quiet row of buttons.
#[component]
pub fn PlotExport(props: &ExportProps) -> Html {
    let shared = use_shared();
    let outcome = use_state_eq(|| None);
    {
        // What was said of one chart is not true of another.
        let outcome = outcome.clone();
        use_effect_with(Rc::clone(&props.plot), move |_| outcome.set(None));
    }
    let button = |name: &'static str, words: &'static str, hint: &'static str, act: Act| {
        let (shared, plot) = (shared.clone(), Rc::clone(&props.plot));
        let outcome = outcome.setter();
        let said = Callback::from(move |came| outcome.set(Some(came)));
        let onclick = Callback::from(move |_: MouseEvent| act(&shared, &plot, said.clone()));
        html! {
            <button type="button" class="quiet" data-export={name} title={hint} aria-label={hint} {onclick}>
                { words }
            </button>
        }
    };
    let copy = shared.msg(Msg::CopyTable);
    html! {
        <div class="plot-export">
            { button("png", "PNG", shared.msg(Msg::ExportPng), picture) }
            { button("svg", "SVG", shared.msg(Msg::ExportSvg), drawing) }
            { button("chart-table", copy, copy, table) }
            <Told outcome={(*outcome).clone()} name={shared.msg(Msg::ChartTable)} />
        </div>
    }
}

/// What a button does; what comes of it may be told later.
type Act = fn(&Shared, &Plot, Callback<Outcome>);

fn sheet_of(shared: &Shared, plot: &Plot) -> Sheet {
    let address = browser::address();
    sheet(&shared.data, &shared.state, plot, address.as_deref())
}

fn picture(shared: &Shared, plot: &Plot, said: Callback<Outcome>) {
    let sheet = sheet_of(shared, plot);
    let theme = Theme {
        ratio: picture_ratio(&sheet),
        ..Theme::light()
    };
    let name = file_name(&shared.data, &plot.id) + ".png";
    let later = said.clone();
    let done = move |came| later.emit(saved(came));
    if let Err(why) = browser::save_picture(&sheet, &theme, name, done) {
        said.emit(saved(Err(why)));
    }
}

fn drawing(shared: &Shared, plot: &Plot, said: Callback<Outcome>) {
    let name = file_name(&shared.data, &plot.id) + ".svg";
    said.emit(match sheet_svg(&sheet_of(shared, plot)) {
        Ok(text) => saved(browser::save_text(&text, "image/svg+xml", &name)),
        Err(_) => Outcome::Said(Msg::NotSaved),
    });
}

fn table(shared: &Shared, plot: &Plot, said: Callback<Outcome>) {
    let table = Table::of(
        &shared.data,
        shared.index.ledger(),
        &plot.listing,
        shared.lang(),
    );
    said.emit(copied(table.tsv(), &table.html()));
}

//! A chart for other programs: picture, drawing, table.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::browser;
use crate::chart::{Sheet, Theme, sheet_svg};
use crate::export::{Table, file_name, sheet};
use crate::plot::Plot;
use crate::text::Msg;
use crate::ui::context::{Shared, use_shared};

/// Properties of [`PlotExport`].
#[derive(Properties, PartialEq)]
pub struct ExportProps {
    /// What is exported. Required.
    pub plot: Rc<Plot>,
}

/// Pixels of a picture per CSS pixel: crisp on a slide and in print.
const RATIO: f64 = 2.0;

/// What came of the last press.
#[derive(Clone, PartialEq)]
enum Outcome {
    /// A sentence says it.
    Said(Msg),
    /// The browser does not copy; the reader can.
    ByHand(String),
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
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((*outcome).clone(), move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                // A field without the focus can still be copied from.
                let _ = browser::select(&field);
            }
        });
    }
    let button = |name: &'static str, words: &'static str, hint: &'static str, act: Act| {
        let (shared, plot, outcome) = (shared.clone(), Rc::clone(&props.plot), outcome.clone());
        let onclick = Callback::from(move |_: MouseEvent| outcome.set(act(&shared, &plot)));
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
            <span role="status">
                { match &*outcome {
                    Some(Outcome::Said(msg)) => shared.msg(*msg),
                    Some(Outcome::ByHand(_)) => shared.msg(Msg::CopyByHand),
                    None => "",
                } }
            </span>
            if let Some(Outcome::ByHand(text)) = &*outcome {
                <textarea
                    ref={field}
                    readonly=true
                    rows="4"
                    aria-label={shared.msg(Msg::ChartTable)}
                    value={text.clone()}
                />
            }
        </div>
    }
}

type Act = fn(&Shared, &Plot) -> Option<Outcome>;

fn sheet_of(shared: &Shared, plot: &Plot) -> Sheet {
    let address = browser::address();
    sheet(&shared.data, &shared.state, plot, address.as_deref())
}

fn picture(shared: &Shared, plot: &Plot) -> Option<Outcome> {
    let theme = Theme {
        ratio: RATIO,
        ..Theme::light()
    };
    let name = file_name(&shared.data, plot) + ".png";
    let saved = browser::save_picture(&sheet_of(shared, plot), &theme, name);
    saved.err().map(|_| Outcome::Said(Msg::NotSaved))
}

fn drawing(shared: &Shared, plot: &Plot) -> Option<Outcome> {
    let not_saved = Some(Outcome::Said(Msg::NotSaved));
    let Ok(text) = sheet_svg(&sheet_of(shared, plot)) else {
        return not_saved;
    };
    let name = file_name(&shared.data, plot) + ".svg";
    match browser::save_text(&text, "image/svg+xml", &name) {
        Ok(()) => None,
        Err(_) => not_saved,
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "an act of a button, as the others are"
)]
fn table(shared: &Shared, plot: &Plot) -> Option<Outcome> {
    let table = Table::of(&shared.data, &plot.listing, shared.lang());
    let text = table.tsv();
    Some(match browser::copy(&text, &table.html()) {
        Ok(()) => Outcome::Said(Msg::Copied),
        Err(_) => Outcome::ByHand(text),
    })
}

//! A chart on the page: title, sentence, canvas with its marks, and the figures as a table.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlCanvasElement;
use yew::prelude::*;

use super::figures_table;
use super::surface::{Surface, use_surface};
use super::tip::{Tip, spoken};
use crate::browser;
use crate::chart::{HitMap, Mark, Theme};
use crate::plot::Plot;
use crate::text::Msg;
use crate::ui::context::{Shared, use_shared};
use crate::view::{Action, Page};

/// Properties of [`PlotFigure`].
#[derive(Properties, PartialEq)]
pub struct PlotProps {
    /// What is drawn, and what stands beside it. Required.
    pub plot: Rc<Plot>,
}

/// Where the drawn figures are, and which of them the reader is at.
#[derive(Clone)]
struct Marks {
    hits: Rc<RefCell<HitMap>>,
    current: UseStateHandle<Option<usize>>,
}

impl Marks {
    /// The mark that the reader is at.
    fn mark(&self) -> Option<Mark> {
        self.hits.borrow().marks.get((*self.current)?).cloned()
    }

    /// Goes to the mark under a point, or to none.
    fn point(&self, event: &PointerEvent) {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        self.current.set(self.hits.borrow().at(x, y));
    }

    /// Walks the marks; whether the key was one of these.
    fn walk(&self, key: &str) -> bool {
        let step = |by| self.hits.borrow().step(*self.current, by);
        let next = match key {
            "ArrowRight" | "ArrowDown" => step(1),
            "ArrowLeft" | "ArrowUp" => step(-1),
            "Escape" => None,
            _ => return false,
        };
        self.current.set(next);
        true
    }
}

/// A chart with all that stands beside it.
#[component]
pub fn PlotFigure(props: &PlotProps) -> Html {
    let shared = use_shared();
    let plot = &props.plot;
    let canvas = use_node_ref();
    let surface = use_surface(&canvas, shared.state.appearance);
    let marks = use_marks(plot, &canvas, surface);
    let mark = marks.mark();
    let label = format!(
        "{}：{} {}",
        plot.title,
        plot.sentence,
        shared.msg(Msg::ChartKeys)
    );
    let pointed = {
        let marks = marks.clone();
        Callback::from(move |event: PointerEvent| marks.point(&event))
    };
    let left = {
        let marks = marks.clone();
        Callback::from(move |_: PointerEvent| marks.current.set(None))
    };
    let onclick = {
        let (marks, shared) = (marks.clone(), shared.clone());
        Callback::from(move |_: MouseEvent| open(&shared, marks.mark()))
    };
    let onkeydown = {
        let (marks, shared) = (marks.clone(), shared.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                open(&shared, marks.mark());
            } else if marks.walk(&event.key()) {
                event.prevent_default();
            }
        })
    };
    html! {
        <figure class="plot">
            <figcaption>
                <h2>{ &plot.title }</h2>
                <p class="plot-note">{ &plot.note }</p>
            </figcaption>
            <div class="plot-frame">
                <canvas
                    ref={canvas}
                    data-chart={plot.id.clone()}
                    tabindex="0"
                    role="img"
                    aria-label={label}
                    onpointermove={pointed.clone()}
                    onpointerdown={pointed}
                    onpointerleave={left}
                    {onclick}
                    {onkeydown}
                />
                <div class="visually-hidden" aria-live="polite">
                    { mark.as_ref().map(|mark| spoken(&shared, mark.row)) }
                </div>
                if let Some(mark) = &mark {
                    <Tip row={mark.row} x={mark.x + mark.width / 2.0} y={mark.y} width={surface.width} />
                }
            </div>
            <p class="plot-sentence">{ &plot.sentence }</p>
            <details class="plot-table">
                <summary>{ shared.msg(Msg::ChartTable) }</summary>
                { figures_table(&shared, &plot.rows, &plot.title) }
            </details>
        </figure>
    }
}

/// Goes to the page of a mark's indicator.
fn open(shared: &Shared, mark: Option<Mark>) {
    let figure = mark.and_then(|mark| shared.data.observation(mark.row));
    if let Some(figure) = figure {
        shared
            .act
            .emit(Action::Go(Page::Indicator(figure.indicator_code)));
    }
}

/// Draws the chart whenever what is drawn changes, and keeps where its figures are.
#[hook]
fn use_marks(plot: &Rc<Plot>, canvas: &NodeRef, surface: Surface) -> Marks {
    let hits = use_mut_ref(HitMap::default);
    let current = use_state_eq(|| None);
    {
        let (canvas, hits) = (canvas.clone(), Rc::clone(&hits));
        let drawn = (Rc::clone(plot), surface, *current);
        use_effect_with(drawn, move |(plot, surface, current)| {
            if let Some(found) = draw(&canvas, plot, *surface, *current) {
                *hits.borrow_mut() = found;
            }
        });
    }
    {
        // A mark of another chart is no mark of this one.
        let current = current.clone();
        use_effect_with(Rc::clone(plot), move |_| current.set(None));
    }
    Marks { hits, current }
}

/// Draws and gives the marks; nothing before the width is known or where the browser refuses.
fn draw(canvas: &NodeRef, plot: &Plot, surface: Surface, current: Option<usize>) -> Option<HitMap> {
    let canvas = canvas
        .cast::<HtmlCanvasElement>()
        .filter(|_| surface.width > 0)?;
    let height = plot.chart.height(surface.width);
    browser::set_height(&canvas, height).ok()?;
    let theme = if surface.dark {
        Theme::dark()
    } else {
        Theme::light()
    };
    let theme = Theme {
        ratio: surface.ratio,
        selected: current,
        ..theme
    };
    // The table beside the canvas says the same where the browser draws nothing.
    browser::draw(&canvas, &plot.chart, &theme, (surface.width, height)).ok()
}

//! A chart on the page: title, sentence, canvas with its marks, and the figures as a table.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use web_sys::{Element, HtmlCanvasElement};
use yew::prelude::*;

use super::ChartTable;
use super::explained;
use super::export::PlotExport;
use super::paper::use_drawing_on_paper;
use super::surface::{Surface, use_surface};
use super::tip::{Tip, spoken};
use crate::browser;
use crate::chart::{self, Chart, HitMap, Mark, Theme, Way};
use crate::plot::{Plot, Point};
use crate::text::{Msg, edition, label, method, source};
use crate::ui::context::{Shared, use_shared};
use crate::view::{Action, Page};

/// The least width that a chart is drawn for where a sheet has more: it would be printed too large.
const LEAST: u32 = 880;

/// Properties of [`PlotFigure`].
#[derive(Properties, PartialEq)]
pub struct PlotProps {
    /// What is drawn, and what stands beside it. Required.
    pub plot: Rc<Plot>,
    /// The room that it has on paper: width and height in CSS pixels. A sheet of A4 upright.
    #[prop_or((680, 740))]
    pub paper: (u32, u32),
}

/// What was last pressed with.
#[derive(Clone, Copy, Default)]
enum Press {
    /// A mouse or a key: it points before it presses.
    #[default]
    Mouse,
    /// A finger or a pen.
    Touch {
        /// Where the reader was when it came down.
        before: Option<usize>,
    },
}

/// Where the drawn figures are, and which of them the reader is at.
#[derive(Clone)]
struct Marks {
    hits: Rc<RefCell<HitMap>>,
    current: UseStateHandle<Option<usize>>,
    press: Rc<Cell<Press>>,
}

impl Marks {
    /// The mark that the reader is at.
    fn mark(&self) -> Option<Mark> {
        self.hits.borrow().marks.get((*self.current)?).cloned()
    }

    fn under(&self, event: &MouseEvent) -> Option<usize> {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        self.hits.borrow().at(x, y)
    }

    /// Goes to the mark under a point, or to none.
    fn point(&self, event: &PointerEvent) {
        self.current.set(self.under(event));
    }

    /// A finger or a button comes down.
    fn press(&self, event: &PointerEvent) {
        self.press.set(match event.pointer_type().as_str() {
            "mouse" => Press::Mouse,
            _ => Press::Touch {
                before: *self.current,
            },
        });
        self.point(event);
    }

    /// The mark that a click opens: that under a mouse, or that under a finger which had it
    /// already, for the first touch only shows what it is.
    fn clicked(&self, event: &MouseEvent) -> Option<Mark> {
        let under = self.under(event);
        let opens = match self.press.take() {
            Press::Mouse => true,
            Press::Touch { before } => before == under,
        };
        let index = under.filter(|_| opens)?;
        self.hits.borrow().marks.get(index).cloned()
    }

    /// A mouse leaves the chart; a finger that is lifted leaves what it showed.
    fn leave(&self, event: &PointerEvent) {
        if event.pointer_type() == "mouse" {
            self.current.set(None);
        }
    }

    /// Walks the marks, in a grid by its rows and columns; whether the key was one of these.
    fn walk(&self, event: &KeyboardEvent, is_grid: bool) -> bool {
        let step = |by| self.hits.borrow().step(*self.current, by);
        let step_from_end = |by| self.hits.borrow().step(None, by);
        let toward = |way| self.hits.borrow().toward(*self.current, way);
        let next = match event.key().as_str() {
            "ArrowRight" if is_grid => toward(Way::Right),
            "ArrowDown" if is_grid => toward(Way::Down),
            "ArrowLeft" if is_grid => toward(Way::Left),
            "ArrowUp" if is_grid => toward(Way::Up),
            "ArrowRight" | "ArrowDown" => step(1),
            "ArrowLeft" | "ArrowUp" => step(-1),
            "Home" => step_from_end(1),
            "End" => step_from_end(-1),
            "Escape" if self.current.is_some() => None,
            _ => return false,
        };
        let mark = next.and_then(|next| self.hits.borrow().marks.get(next).cloned());
        if let Some((mark, canvas)) = mark.zip(event.target_dyn_into::<Element>()) {
            // A long chart is higher than the window; one that cannot be scrolled stays.
            let _ = browser::keep_in_sight(&canvas, mark.y, mark.height);
        }
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
    let surface = use_surface(&canvas, shared.state.appearance, shared.state.text);
    let marks = use_marks(plot, &canvas, surface);
    let mark = marks.mark();
    let point = mark.as_ref().and_then(|mark| behind(plot, mark));
    let on_paper = use_drawing_on_paper((Rc::clone(plot), props.paper), |(plot, paper)| {
        let drawn = |part: Chart| {
            let wide = width_on_paper(&part, *paper);
            Some(chart::svg(&part, wide, &Theme::light()).ok()?.0)
        };
        plot.chart.parts().into_iter().filter_map(drawn).collect()
    });
    let keys = shared.msg(Msg::ChartKeys);
    let label = label::headed(&plot.title, &plot.sentence, shared.lang());
    let pointer = |act: fn(&Marks, &PointerEvent)| {
        let marks = marks.clone();
        Callback::from(move |event: PointerEvent| act(&marks, &event))
    };
    let onclick = {
        let (marks, shared, plot) = (marks.clone(), shared.clone(), Rc::clone(plot));
        Callback::from(move |event: MouseEvent| open(&shared, &plot, marks.clicked(&event)))
    };
    let onkeydown = {
        let (marks, shared, plot) = (marks.clone(), shared.clone(), Rc::clone(plot));
        let is_grid = matches!(plot.chart, Chart::Matrix(_) | Chart::Stacked(_));
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                open(&shared, &plot, marks.mark());
            } else if marks.walk(&event, is_grid) {
                event.prevent_default();
            }
        })
    };
    html! {
        <figure class="plot">
            <figcaption>
                <h2>{ explained(&shared, &plot.title) }</h2>
                <p class="plot-note">
                    { &plot.note }
                    <span class="plot-hint">{ hint(&plot.chart).map(|hint| shared.msg(hint)) }</span>
                </p>
            </figcaption>
            <div class="plot-frame">
                <div ref={on_paper} class="plot-on-paper" />
                <canvas
                    ref={canvas}
                    data-chart={plot.id.clone()}
                    tabindex="0"
                    role="application"
                    aria-roledescription={shared.msg(Msg::Chart)}
                    aria-label={format!("{label} {keys}")}
                    onpointermove={pointer(Marks::point)}
                    onpointerdown={pointer(Marks::press)}
                    onpointerleave={pointer(Marks::leave)}
                    {onclick}
                    {onkeydown}
                />
                <div class="visually-hidden" aria-live="polite">
                    { point.map(|point| spoken(&shared, point)) }
                </div>
                if let Some((mark, point)) = mark.as_ref().zip(point) {
                    <Tip point={point.clone()} x={mark.x + mark.width / 2.0} y={mark.y} width={surface.width} />
                }
            </div>
            <p class="plot-sentence">{ &plot.sentence }</p>
            <p class="plot-source">{ sources(&shared, plot) }</p>
            <PlotExport plot={Rc::clone(plot)} />
            <details class="plot-table">
                <summary>{ shared.msg(Msg::ChartTable) }</summary>
                <ChartTable plot={Rc::clone(plot)} />
            </details>
        </figure>
    }
}

/// What a click does, where that must be said: on a screen alone.
fn hint(chart: &Chart) -> Option<Msg> {
    match chart {
        Chart::Stacked(_) => Some(Msg::DistributionHint),
        Chart::Matrix(_) => Some(Msg::UnitsHint),
        _ => None,
    }
}

/// The width to draw a chart for, so that it fills its room on paper: a low chart is drawn narrow, and
/// so printed larger; a high one wide, and so printed smaller.
fn width_on_paper(chart: &Chart, (width, most): (u32, u32)) -> u32 {
    let fits = |drawn: &u32| chart.height(*drawn) * width <= most * drawn;
    let mut widths = (width.min(LEAST)..8 * LEAST).step_by(20);
    widths.find(fits).unwrap_or(8 * LEAST)
}

/// The documents that the figures come from, the edition of the data, and the version of the method.
fn sources(shared: &Shared, plot: &Plot) -> String {
    let sources = source::of_documents(&shared.data, &plot.documents, shared.lang());
    let edition = shared.msg(Msg::Edition);
    let method = plot.statuses.then(|| method::version(shared.lang()));
    let edition = format!("{edition} {}", edition::words(&shared.data, shared.lang()));
    let parts = [Some(sources), Some(edition), method];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a mark stands for.
fn behind<'a>(plot: &'a Plot, mark: &Mark) -> Option<&'a Point> {
    plot.points.get(mark.point as usize)
}

/// Goes where a mark leads: to the indicator of its figure, or to the view of its group.
fn open(shared: &Shared, plot: &Plot, mark: Option<Mark>) {
    let action = mark
        .and_then(|mark| behind(plot, &mark))
        .and_then(|point| match point {
            Point::Group(group) => Some(Action::Narrow(group.choices.clone(), group.page)),
            point => {
                let figure = shared.data.observation(point.row()?)?;
                Some(Action::Go(Page::Indicator(figure.indicator_code)))
            }
        });
    if let Some(action) = action {
        shared.act.emit(action);
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
    let press = use_memo((), |()| Cell::default());
    Marks {
        hits,
        current,
        press,
    }
}

/// Draws and gives the marks; nothing before the width is known or where the browser refuses.
fn draw(canvas: &NodeRef, plot: &Plot, surface: Surface, current: Option<usize>) -> Option<HitMap> {
    let canvas = canvas
        .cast::<HtmlCanvasElement>()
        .filter(|_| surface.width > 0)?;
    let usual = f64::from(surface.width) / surface.zoom;
    let height = f64::from(plot.chart.height(usual as u32)) * surface.zoom;
    let height = height.round() as u32;
    browser::set_height(&canvas, height).ok()?;
    let theme = if surface.dark {
        Theme::dark()
    } else {
        Theme::light()
    };
    let theme = Theme {
        ratio: surface.ratio,
        zoom: surface.zoom,
        selected: current,
        ..theme
    };
    // The table beside the canvas says the same where the browser draws nothing.
    browser::draw(&canvas, &plot.chart, &theme, (surface.width, height)).ok()
}

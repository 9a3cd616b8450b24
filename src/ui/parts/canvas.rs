//! A chart on the page: title, sentence, canvas with its marks, and the figures as a table.

use std::rc::Rc;

use web_sys::{Element, HtmlCanvasElement};
use yew::prelude::*;

use super::{figures_table, kind_badge};
use crate::browser::{self, PixelRatio, Width};
use crate::chart::{HitMap, Theme};
use crate::dataset::{Kind, Row};
use crate::plot::Plot;
use crate::text::{Msg, figure, label, period};
use crate::ui::context::{Shared, use_shared};
use crate::view::{Action, Appearance, Page};

/// Properties of [`PlotFigure`].
#[derive(Properties, PartialEq)]
pub struct PlotProps {
    /// What is drawn, and what stands beside it. Required.
    pub plot: Rc<Plot>,
}

/// Where a chart is drawn: the same values always give the same picture.
#[derive(Clone, Copy, PartialEq)]
struct Surface {
    width: u32,
    ratio: f64,
    dark: bool,
}

/// A chart with all that stands beside it.
#[component]
pub fn PlotFigure(props: &PlotProps) -> Html {
    let shared = use_shared();
    let plot = &props.plot;
    let canvas = use_node_ref();
    let surface = use_surface(&canvas, shared.state.appearance);
    let hits = use_mut_ref(HitMap::default);
    let current = use_state(|| None::<usize>);
    {
        let (canvas, hits) = (canvas.clone(), hits.clone());
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
    let pointed = {
        let (hits, current) = (hits.clone(), current.clone());
        Callback::from(move |event: PointerEvent| {
            let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            current.set(hits.borrow().at(at.0, at.1));
        })
    };
    let left = {
        let current = current.clone();
        Callback::from(move |_: PointerEvent| current.set(None))
    };
    let open = {
        let (hits, current, shared) = (hits.clone(), current.clone(), shared.clone());
        move || {
            let row = current.and_then(|index| hits.borrow().marks.get(index).map(|m| m.row));
            let figure = row.and_then(|row| shared.data.observation(row));
            if let Some(figure) = figure {
                let page = Page::Indicator(figure.indicator_code);
                shared.act.emit(Action::Go(page));
            }
        }
    };
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open())
    };
    let onkeydown = {
        let (hits, current) = (hits.clone(), current.clone());
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => hits.borrow().step(*current, 1),
                "ArrowLeft" | "ArrowUp" => hits.borrow().step(*current, -1),
                "Escape" => None,
                "Enter" => return open(),
                _ => return,
            };
            event.prevent_default();
            current.set(next);
        })
    };
    let mark = current.and_then(|index| hits.borrow().marks.get(index).cloned());
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
                    aria-label={format!("{}：{} {}", plot.title, plot.sentence, shared.msg(Msg::ChartKeys))}
                    onpointermove={pointed.clone()}
                    onpointerdown={pointed}
                    onpointerleave={left}
                    {onclick}
                    {onkeydown}
                />
                <div class="visually-hidden" aria-live="polite">{ mark.as_ref().map(|mark| spoken(&shared, mark.row)) }</div>
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

/// The width, pixel ratio and colours that the chart is drawn for, as they change.
#[hook]
fn use_surface(canvas: &NodeRef, appearance: Appearance) -> Surface {
    let width = use_state(|| 0);
    let ratio = use_state(PixelRatio::now);
    let system_dark = use_state(browser::prefers_dark);
    {
        let (canvas, width) = (canvas.clone(), width.clone());
        use_effect_with((), move |()| {
            let frame = canvas
                .cast::<Element>()
                .and_then(|canvas| canvas.parent_element());
            let watched = frame.map(|frame| Width::watch(&frame, move |now| width.set(now)));
            move || drop(watched)
        });
    }
    {
        let (ratio, system_dark) = (ratio.clone(), system_dark.clone());
        use_effect_with((), move |()| {
            let watched = (
                PixelRatio::watch(move |now| ratio.set(now)),
                browser::watch_dark(move |now| system_dark.set(now)),
            );
            move || drop(watched)
        });
    }
    Surface {
        width: *width,
        ratio: *ratio,
        dark: match appearance {
            Appearance::System => *system_dark,
            Appearance::Light => false,
            Appearance::Dark => true,
        },
    }
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

fn spoken(shared: &Shared, row: Row) -> String {
    let Some(figure) = shared.data.observation(row) else {
        return String::new();
    };
    let lang = shared.lang();
    format!(
        "{} {} {} {} {}",
        figure.indicator.name.get(lang),
        figure.area.name.get(lang),
        period::words(figure.period, lang),
        label::kind(figure.kind).get(lang),
        figure::line(&figure, lang),
    )
}

#[derive(Properties, PartialEq)]
struct TipProps {
    row: Row,
    x: f64,
    y: f64,
    width: u32,
}

/// What a mark stands for, beside the mark.
#[component]
fn Tip(props: &TipProps) -> Html {
    let shared = use_shared();
    let node = use_node_ref();
    let TipProps { row, x, y, width } = *props;
    {
        let node = node.clone();
        use_effect_with((x.to_bits(), y.to_bits(), width), move |_| {
            if let Some(tip) = node.cast::<Element>() {
                let half = f64::from(tip.client_width()) / 2.0;
                let room = (f64::from(width) - half).max(half);
                // A tip that cannot be placed stays at the corner of the chart.
                let _ = browser::place(&tip, x.clamp(half, room), y);
            }
        });
    }
    let Some(figure) = shared.data.observation(row) else {
        return html! {};
    };
    let lang = shared.lang();
    let is_goal = figure.kind == Kind::Target;
    html! {
        <div ref={node} class={classes!("tip", is_goal.then_some("tip-goal"))} aria-hidden="true">
            <b>{ figure::line(&figure, lang) }</b>
            { kind_badge(figure.kind, lang) }
            <span>{ figure.indicator.name.get(lang) }</span>
            <span>{ format!("{} · {}", figure.area.name.get(lang), period::words(figure.period, lang)) }</span>
            <span class="tip-source">{ label::document(&shared.data, figure.document, lang) }</span>
        </div>
    }
}

//! What a chart is drawn for: the width of its place, the pixel ratio, light or dark.

use web_sys::Element;
use yew::prelude::*;

use crate::browser::{self, Media, PixelRatio, Width};
use crate::view::{Appearance, TextSize};

/// Where a chart is drawn: the same values always give the same picture.
#[derive(Clone, Copy, PartialEq)]
pub struct Surface {
    /// CSS pixels; 0 before it is known.
    pub width: u32,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
    /// Whether the page is dark.
    pub dark: bool,
    /// How much larger than usual everything is: the style sheet's factor for large text.
    pub zoom: f64,
}

/// The style sheet's factor for large text.
const LARGE: f64 = 1.25;

/// The width, pixel ratio and colours that the chart is drawn for, as they change.
#[hook]
pub fn use_surface(canvas: &NodeRef, appearance: Appearance, text: TextSize) -> Surface {
    let width = use_state_eq(|| 0);
    let ratio = use_state_eq(PixelRatio::now);
    let system_dark = use_state_eq(|| Media::Dark.now());
    {
        let (canvas, width) = (canvas.clone(), width.clone());
        use_effect_with((), move |()| {
            let frame = canvas
                .cast::<Element>()
                .and_then(|canvas| canvas.parent_element());
            let watched = frame.map(|frame| {
                // The first view has its charts. Later the page around a chart is laid out and painted first.
                if browser::is_loading() {
                    width.set(Width::now(&frame));
                }
                Width::watch(&frame, move |now| width.set(now))
            });
            move || drop(watched)
        });
    }
    {
        let (ratio, system_dark) = (ratio.clone(), system_dark.clone());
        use_effect_with((), move |()| {
            let watched = (
                PixelRatio::watch(move |now| ratio.set(now)),
                Media::Dark.watch(move |now| system_dark.set(now)),
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
        zoom: match text {
            TextSize::Normal => 1.0,
            TextSize::Large => LARGE,
        },
    }
}

//! Printing: a browser lays the page out for paper between two events, without waiting for
//! anything, so what is drawn for paper is put in place while the first of them is handled.

use gloo::events::EventListener;
use web_sys::{DomParser, Element, Event, SupportedType};

use super::crash::is_alive;
use super::{Refused, after, document, window};

/// Opens the browser's dialogue for printing.
///
/// Called from here, the browser would lay the page out before the page has rendered what it renders
/// for paper; so it is told first, and the dialogue comes next.
///
/// # Errors
/// When there is no window, or it takes no event.
pub fn print() -> Result<(), Refused> {
    let refused = |why| Refused::new("to print", why);
    let told = Event::new("beforeprint").map_err(refused)?;
    let window = window()?;
    window.dispatch_event(&told).map_err(refused)?;
    let dialogue = move || {
        if window.print().is_err() {
            // Nothing is printed: the page is as before.
            let _ = Event::new("afterprint").map(|over| window.dispatch_event(&over));
        }
    };
    after(0, dialogue).forget();
    Ok(())
}

/// Calls back before the page is printed, and after; until dropped.
///
/// # Errors
/// When there is no window.
pub fn on_print(
    before: impl Fn() + 'static,
    after: impl Fn() + 'static,
) -> Result<[EventListener; 2], Refused> {
    let window = window()?;
    let listen = |event: &'static str, act: Box<dyn Fn()>| {
        EventListener::new(&window, event, move |_| {
            if is_alive() {
                act();
            }
        })
    };
    Ok([
        listen("beforeprint", Box::new(before)),
        listen("afterprint", Box::new(after)),
    ])
}

/// Puts drawings, each given as the text of an SVG, in place of what an element holds.
///
/// # Errors
/// When the browser cannot read one of them; the element then holds none.
pub fn put_drawings(host: &Element, drawings: &[String]) -> Result<(), Refused> {
    clear_drawings(host);
    let put = |svg: &String| put_drawing(host, svg);
    let all = drawings.iter().try_for_each(put);
    all.inspect_err(|_| clear_drawings(host))
}

fn put_drawing(host: &Element, svg: &str) -> Result<(), Refused> {
    let refused = |why| Refused::new("a drawing", why);
    let parser = DomParser::new().map_err(refused)?;
    let read = parser.parse_from_string(svg, SupportedType::ImageSvgXml);
    let root = read.map_err(refused)?.document_element();
    // A parser of XML does not fail: it returns a document that tells what is wrong.
    let root = root.filter(|root| root.tag_name() == "svg");
    let root = root.ok_or_else(|| Refused::new("a drawing", "it is no SVG"))?;
    let root = document()?.adopt_node(&root).map_err(refused)?;
    host.append_child(&root).map(drop).map_err(refused)
}

/// Takes the drawings away.
pub fn clear_drawings(host: &Element) {
    host.set_text_content(None);
}

//! How long the page takes, in the browser's own list of marks: who opens its performance panel, and
//! who measures, sees there what the program did when.

use super::{Refused, window};

/// Sets the mark from which the next [`measure`] of the same name counts.
///
/// # Errors
/// When the browser keeps no marks.
pub fn mark(name: &str) -> Result<(), Refused> {
    let performance = window()?.performance();
    let performance = performance.ok_or_else(|| Refused::new("a mark", name))?;
    let marked = performance.mark(name);
    marked.map_err(|why| Refused::new("a mark", why))
}

/// Enters the time since the mark of that name, and takes the mark away.
///
/// # Errors
/// When there is no such mark, or the browser keeps none.
pub fn measure(name: &str) -> Result<(), Refused> {
    let performance = window()?.performance();
    let performance = performance.ok_or_else(|| Refused::new("a mark", name))?;
    let measured = performance.measure_with_start_mark(name, name);
    performance.clear_marks_with_mark_name(name);
    measured.map_err(|why| Refused::new("a mark", why))
}

//! What the page remembers between visits. A browser may refuse it; then nothing is remembered.

use super::{Refused, window};

/// What was remembered under a name.
#[must_use]
pub fn remembered(name: &str) -> Option<String> {
    let storage = window().ok()?.local_storage().ok()??;
    storage.get_item(name).ok()?
}

/// Remembers a text under a name.
///
/// # Errors
/// When the browser keeps nothing for the page.
pub fn remember(name: &str, text: &str) -> Result<(), Refused> {
    let storage = window()?.local_storage();
    let storage = storage.map_err(|why| Refused::new("the storage", why))?;
    let storage = storage.ok_or_else(|| Refused::new("the storage", "there is none"))?;
    let kept = storage.set_item(name, text);
    kept.map_err(|why| Refused::new("the storage", why))
}

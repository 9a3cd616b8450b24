//! Versions of the grammar, and how older links are read.
//!
//! Version 1 is written by leaving it out. A link says `v=2` where it uses what version 1 has not: the
//! list of what is left out. What was ever written otherwise is read through [`MIGRATIONS`].

use percent_encoding::{percent_decode_str, utf8_percent_encode};

use super::values::ESCAPED;

/// The key of the version.
pub(super) const KEY: &str = "v";

/// The version that this program writes where the first is not enough.
pub(super) const LATEST: &str = "2";

/// Whether links of a version can be read.
pub(super) fn is_known(version: &str) -> bool {
    matches!(version, "1" | LATEST)
}

/// A form that links once had.
pub struct Migration {
    /// The day on which links were last written so, by the change log.
    pub until: &'static str,
    /// How such a link began.
    pub example: &'static str,
    /// The same link as it is now written.
    pub now: &'static str,
    /// The view and the keys as they are written now; none where the link has not this form.
    rewrite: fn(view: &str, query: &str) -> Option<(String, String)>,
}

/// Every form that links once had and have no longer, the oldest first.
pub const MIGRATIONS: [Migration; 1] = [Migration {
    until: "2026-11-22",
    example: "#/sources?at=wuchang-2020-plan:57",
    now: "#/source/wuchang-2020-plan?line=57",
    rewrite: document_as_a_key,
}];

/// The view and the keys of a link as they are written now.
pub(super) fn migrated(view: &str, query: &str) -> (String, String) {
    let mut now = (view.to_owned(), query.to_owned());
    for migration in &MIGRATIONS {
        if let Some(next) = (migration.rewrite)(&now.0, &now.1) {
            now = next;
        }
    }
    now
}

/// A document was a key of the sources, with its line behind a colon; it has become a view.
fn document_as_a_key(view: &str, query: &str) -> Option<(String, String)> {
    if view != "sources" {
        return None;
    }
    let place = query.split('&').find_map(|pair| pair.strip_prefix("at="))?;
    let place = percent_decode_str(place).decode_utf8().ok()?;
    let (document, line) = match place.rsplit_once(':') {
        Some((document, line)) => (document, Some(line)),
        None => (&*place, None),
    };
    let line = line.map(|line| format!("line={}", utf8_percent_encode(line, ESCAPED)));
    let others = query.split('&').filter(|pair| !pair.starts_with("at="));
    let pairs: Vec<&str> = others.chain(line.as_deref()).collect();
    let view = format!("source/{}", utf8_percent_encode(document, ESCAPED));
    Some((view, pairs.join("&")))
}

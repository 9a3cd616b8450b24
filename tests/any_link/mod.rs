//! Links with any choice of filters, for tests of what must hold in every view.

use guatu::assess::Status;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Links to some views, each with up to two choices of a few facets, in either language.
pub fn any_link(views: &'static [&'static str]) -> impl Strategy<Value = String> {
    let some = |all: &'static [&'static str]| subsequence(all, 0..=2);
    let choices = (
        select(views),
        some(&["420106", "420103"]),
        some(&["2020", "2021/2025", "2025"]),
        some(&["actual", "target", "to_date"]),
        some(&["binding", "anticipatory"]),
        subsequence(Status::ALL.to_vec(), 0..4),
        any::<bool>(),
    );
    choices.prop_map(
        |(view, areas, periods, kinds, classes, statuses, is_english)| {
            let statuses = statuses.iter().map(|status| status.code()).collect();
            let parts = [
                ("area", areas),
                ("period", periods),
                ("kind", kinds),
                ("class", classes),
                ("status", statuses),
            ];
            let parts = parts.iter().filter(|(_, codes)| !codes.is_empty());
            let mut parts: Vec<String> = parts
                .map(|(key, codes)| format!("{key}={}", codes.join("~")))
                .collect();
            parts.extend(is_english.then(|| "lang=en".to_owned()));
            format!("#/{view}?{}", parts.join("&"))
        },
    )
}

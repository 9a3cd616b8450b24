//! How many of a document's numerals stand in figures: a sentence, a bar, and the reasons of the rest.

use yew::prelude::*;

use crate::query::sources::Coverage;
use crate::text::{label, number, source};
use crate::ui::context::Shared;

/// The coverage of one document. The bar says again what the sentence says.
pub fn coverage(shared: &Shared, coverage: &Coverage) -> Html {
    if coverage.numerals == 0 {
        return html! {};
    }
    let share = f64::from(coverage.in_figures) / f64::from(coverage.numerals) * 100.0;
    let words = source::coverage(coverage, shared.lang());
    html! {
        <div class="coverage">
            <svg class="coverage-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="coverage-others" width="100" height="8" />
                <rect class="coverage-figures" width={format!("{:.2}", share.min(100.0))} height="8" />
            </svg>
            <p>
                { words.all }{ " " }
                <span class="key key-figures">{ words.inside }</span>
                <span class="key key-others">{ words.outside }</span>
            </p>
            if !words.set_aside.is_empty() {
                <p>{ words.set_aside }</p>
            }
            { reasons(shared, coverage) }
        </div>
    }
}

fn reasons(shared: &Shared, coverage: &Coverage) -> Html {
    if coverage.reasons.is_empty() {
        return html! {};
    }
    html! {
        <ul class="reasons">
            for (reason, count) in &coverage.reasons {
                <li key={reason.code()}>
                    { shared.msg(label::reason(*reason)) }<span>{ number::count(*count, shared.lang()) }</span>
                </li>
            }
        </ul>
    }
}

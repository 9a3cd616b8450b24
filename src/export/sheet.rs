//! A chart's sheet: what stands around the chart when it leaves the page.

use crate::chart::Sheet;
use crate::dataset::Dataset;
use crate::plot::Plot;
use crate::text::{Msg, edition, filter, method, source};
use crate::view::{Appearance, TextSize, ViewState, link};

/// The name of the single file, for a link that has no address to stand on.
const SINGLE_FILE: &str = "guatu.html";

/// The sheet of a chart in a state. `address` is that of the page without its fragment; none where
/// it was opened from a file, which nobody else can reach.
#[must_use]
pub fn sheet(data: &Dataset, state: &ViewState, plot: &Plot, address: Option<&str>) -> Sheet {
    let lang = state.lang;
    let mut facts = facts(data, state);
    facts.extend(plot.statuses.then(|| method::version(lang)));
    Sheet {
        title: plain(&plot.title),
        note: plain(&plot.note),
        chart: plot.chart.clone(),
        sentence: plain(&plot.sentence),
        foot: vec![
            plain(&source::of_documents(data, &plot.documents, lang)),
            plain(&facts.join(" · ")),
        ],
        link: shared_link(data, state, address),
    }
}

/// Whose figures they are, of which edition, and how they are filtered.
pub(super) fn facts(data: &Dataset, state: &ViewState) -> Vec<String> {
    let lang = state.lang;
    let mut facts = vec![
        data.title.get(lang).to_owned(),
        format!("{} {}", Msg::Edition.get(lang), edition::words(data, lang)),
    ];
    // The pages of an indicator and of a unit show everything, whatever the filters.
    if state.page.takes_filters() {
        facts.push(filter::words(data, &state.filters, lang));
    }
    facts
}

/// The way back to the view from outside the page.
#[must_use]
pub fn shared_link(data: &Dataset, state: &ViewState, address: Option<&str>) -> String {
    let link = link::share(&paper_state(state), data);
    format!("{}{link}", address.unwrap_or(SINGLE_FILE))
}

/// The state that a link for others opens: the same view on a page of its own, in the colours of the
/// reader's own system and with text as large as that.
#[must_use]
pub fn paper_state(state: &ViewState) -> ViewState {
    ViewState {
        appearance: Appearance::System,
        text: TextSize::Normal,
        ..state.alone()
    }
}

/// Pixels of a picture per CSS pixel: crisp on a slide and in print. A sheet of very many rows has
/// fewer, for no telephone makes a canvas of more than [`LARGEST`] pixels.
#[must_use]
pub fn picture_ratio(sheet: &Sheet) -> f64 {
    let pixels = f64::from(Sheet::WIDTH) * f64::from(sheet.height());
    (LARGEST / pixels).sqrt().min(2.0)
}

/// The largest canvas of Safari on a telephone is 4096 × 4096 pixels; less, as both sides of a
/// picture are rounded.
const LARGEST: f64 = 16_000_000.0;

/// The text without the characters that no XML may hold; a search can bring them.
fn plain(text: &str) -> String {
    let is_plain =
        |letter: &char| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(is_plain).collect()
}

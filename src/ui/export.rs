//! Figures for other programs: what is shown or everything, in four kinds of files.

use yew::prelude::*;

use super::context::{Shared, use_shared};
use super::own::SavePanel;
use crate::browser::{self, FileKind};
use crate::export::{Export, MOST, Scope, book, figures, figures_name, file_name};
use crate::text::{Msg, Out, label};
use crate::view::{Page, ViewState};

/// The files: each with its type and what it is for.
const FILES: [(FileKind, Out); 4] = [
    (
        FileKind {
            name: "xlsx",
            media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        },
        Out::ExportXlsx,
    ),
    (
        FileKind {
            name: "csv",
            media: "text/csv;charset=utf-8",
        },
        Out::ExportCsv,
    ),
    (
        FileKind {
            name: "json",
            media: "application/json",
        },
        Out::ExportJson,
    ),
    (
        FileKind {
            name: "zip",
            media: "application/zip",
        },
        Out::ExportZip,
    ),
];

/// The sentence that says why a kind of file is not made.
const TOO_MANY: &str = "export-too-many";

/// What is chosen, the files, and what came of the last press.
#[component]
pub fn ExportPanel() -> Html {
    let shared = use_shared();
    let said = use_state_eq(|| "");
    let (data, lang) = (&shared.data, shared.lang());
    let (own, has_own) = *use_memo((), |()| {
        let scope = Scope::of(data, &shared.index, &shared.state);
        (scope.count(), scope.is_own())
    });
    let every = data.observations.len();
    // Of a view that shows nothing, or everything, all there is.
    let is_part = own > 0 && own < every;
    let is_all = use_state_eq(|| !is_part);
    let state = if *is_all {
        all(&shared)
    } else {
        (*shared.state).clone()
    };
    // Of very many figures only the package is made.
    let is_too_many = MOST < if *is_all { every } else { own };
    let choice = |is_this: bool, words: &'static str, count: u32| {
        let (is_all, said) = (is_all.clone(), said.setter());
        let is_chosen = *is_all == is_this;
        let onchange = Callback::from(move |_: Event| {
            is_all.set(is_this);
            said.set("");
        });
        html! {
            <label>
                <input type="radio" name="export-what" checked={is_chosen} {onchange} />
                <b>{ words }</b>
                <span>{ label::figures(count, lang) }</span>
            </label>
        }
    };
    let part = if has_own {
        Out::ExportOfPage
    } else {
        Out::ExportFiltered
    };
    let file = |(kind, purpose): (FileKind, Out)| {
        let words = shared.msg(purpose);
        let (shared, state, said) = (shared.clone(), state.clone(), said.setter());
        let is_off = is_too_many && !is_package(kind);
        let onclick = Callback::from(move |_: MouseEvent| {
            if !is_off {
                save(&shared, &state, kind, &said);
            }
        });
        html! {
            <button
                type="button"
                data-export={kind.name}
                aria-disabled={is_off.then_some("true")}
                aria-describedby={is_off.then_some(TOO_MANY)}
                {onclick}
            >
                <b>{ kind.name.to_ascii_uppercase() }</b>
                <span>{ words }</span>
            </button>
        }
    };
    html! {
        <div class="export-panel">
            <fieldset>
                <legend>{ shared.msg(Out::ExportWhat) }</legend>
                if is_part { { choice(false, shared.msg(part), own) } }
                { choice(true, shared.msg(Msg::AllFigures), every) }
            </fieldset>
            <p>{ Scope::of(data, &shared.index, &state).words() }</p>
            <p id={TOO_MANY} aria-live="polite">
                if is_too_many { { shared.msg(Out::ExportTooMany) } }
            </p>
            <div class="export-files">{ FILES.map(file).into_iter().collect::<Html>() }</div>
            <p role="status">{ *said }</p>
            <SavePanel />
        </div>
    }
}

/// The state of everything: the table without a filter.
fn all(shared: &Shared) -> ViewState {
    ViewState {
        page: Page::Table,
        lang: shared.lang(),
        ..ViewState::default()
    }
}

/// Whether a file is the whole package, whatever is chosen.
fn is_package(kind: FileKind) -> bool {
    kind.name == "zip"
}

fn save(shared: &Shared, state: &ViewState, kind: FileKind, said: &UseStateSetter<&'static str>) {
    let data = &shared.data;
    let scope = Scope::of(data, &shared.index, state);
    let address = browser::address();
    let export = Export {
        scope: &scope,
        index: &shared.index,
        address: address.as_deref(),
    };
    let name = if is_package(kind) {
        file_name(data, "data")
    } else {
        figures_name(&scope)
    };
    let (saved, failed) = (shared.msg(Msg::Saved), shared.msg(Out::ExportFailed));
    if kind.name == "csv" {
        // The mark by which spreadsheets know the encoding.
        let text = format!("\u{feff}{}", figures(&export).table(state.lang).csv());
        let came = browser::save_text(&text, kind.media, &(name + ".csv"));
        return said.set(came.map_or(failed, |()| saved));
    }
    said.set(shared.msg(Out::ExportMaking));
    let text = (!is_package(kind)).then(|| book(&export));
    let said = said.clone();
    let done = move |came: Result<(), _>| said.set(came.map_or(failed, |()| saved));
    browser::save_made(kind, text, name, done);
}

//! A reader's own data: files are chosen, read and checked; then what would be otherwise is shown, or what must be mended.

mod found;
mod preview;
mod save;

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use self::found::{Findings, headed};
use self::preview::preview;
pub use self::save::SavePanel;
use super::context::{Shared, Show, use_shared};
use crate::assess::Ledger;
use crate::browser::{self, FileKind, Files, NotRead};
use crate::dataset::{Dataset, Tables};
use crate::intake::{self, Base, Finding, Mode, Opened, Preview};
use crate::text::Own;

/// The workbook that a reader fills in.
const TEMPLATE: FileKind = FileKind {
    name: "xlsx",
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/// Properties of [`OpenPanel`].
#[derive(Properties, PartialEq)]
pub struct OpenProps {
    /// The files that were given; none before that.
    pub files: Option<Files>,
}

/// How far the reading has come.
#[derive(Clone, PartialEq)]
enum Stage {
    Waiting,
    Reading,
    NotRead(NotRead),
    Read(Rc<intake::Own>),
}

/// How the reader's figures go with others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Beside the published ones.
    Add,
    /// Beside others that were opened before.
    AddOpened,
    /// In the place of any.
    Replace,
}

/// What came of the files in one way.
struct Answer {
    ready: Option<Ready>,
    found: Rc<Vec<Finding>>,
}

/// A set that can be shown.
struct Ready {
    tables: Tables,
    data: Rc<Dataset>,
    ledger: Ledger,
    changes: Preview,
}

/// What the dialog of a reader's own data holds.
#[component]
pub fn OpenPanel(props: &OpenProps) -> Html {
    let shared = use_shared();
    let stage = use_state_eq(|| Stage::Waiting);
    {
        let stage = stage.setter();
        use_effect_with(props.files.clone(), move |files| {
            // Other files may have been given before these are read.
            let is_awaited = Rc::new(Cell::new(true));
            if let Some(files) = files.clone() {
                stage.set(Stage::Reading);
                let is_awaited = Rc::clone(&is_awaited);
                browser::read_files(files, move |answer| {
                    if !is_awaited.get() {
                        return;
                    }
                    let read = answer.map(|text| intake::Own::read(&text).unwrap_or_default());
                    stage.set(match read {
                        Ok(own) => Stage::Read(Rc::new(own)),
                        Err(why) => Stage::NotRead(why),
                    });
                });
            }
            move || is_awaited.set(false)
        });
    }
    let said = match &*stage {
        Stage::Waiting | Stage::Read(_) => "",
        Stage::Reading => shared.msg(Own::Reading),
        Stage::NotRead(NotRead::TooLarge) => shared.msg(Own::TooLarge),
        Stage::NotRead(NotRead::Unread) => shared.msg(Own::Unread),
        Stage::NotRead(NotRead::NoProgram) => shared.msg(Own::NotRead),
    };
    let names: Vec<String> = props.files.iter().flat_map(Files::names).collect();
    html! {
        <div class="open-panel">
            if names.is_empty() {
                <p>{ shared.msg(Own::OpenWhat) }</p>
            } else {
                <p class="open-files">{ names.join("、") }</p>
            }
            { choosing(&shared, names.is_empty()) }
            <p role="status">{ said }</p>
            if let Stage::Read(own) = &*stage {
                <Checked own={Given(Rc::clone(own))} />
            }
        </div>
    }
}

/// The ways to files: from the disk, or a template for them.
fn choosing(shared: &Shared, is_first: bool) -> Html {
    let choose = Callback::from(|_: MouseEvent| {
        // Without the field the page can still be given files by dropping them.
        let _ = browser::choose();
    });
    let words = if is_first {
        Own::Choose
    } else {
        Own::ChooseOthers
    };
    html! {
        <div class="open-ways">
            <button type="button" class={is_first.then_some("primary")} data-own="choose" onclick={choose}>
                { shared.msg(words) }
            </button>
            if is_first {
                <span>{ shared.msg(Own::DropHere) }</span>
            }
            <TemplateButton {is_first} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TemplateProps {
    /// Before any files were given: then it is said what a template is.
    is_first: bool,
}

/// Saves the workbook that a reader fills in.
#[component]
fn TemplateButton(props: &TemplateProps) -> Html {
    let shared = use_shared();
    let failed = use_state_eq(|| false);
    let onclick = {
        let (shared, failed) = (shared.clone(), failed.setter());
        Callback::from(move |_: MouseEvent| {
            let text = intake::template(shared.lang());
            let failed = failed.clone();
            let name = shared.msg(Own::TemplateName).to_owned();
            browser::save_made(TEMPLATE, Some(text), name, move |came| {
                failed.set(came.is_err());
            });
        })
    };
    let said = match (*failed, props.is_first) {
        (true, _) => shared.msg(Own::NotRead),
        (false, true) => shared.msg(Own::TemplateWhat),
        (false, false) => "",
    };
    html! {
        <p class={if props.is_first { "open-template" } else { "open-template-again" }}>
            <button type="button" class="quiet" data-export="template" {onclick}>{ shared.msg(Own::Template) }</button>
            <span role="status">{ said }</span>
        </p>
    }
}

/// What was read, equal to itself alone.
#[derive(Clone)]
struct Given(Rc<intake::Own>);

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
struct CheckedProps {
    own: Given,
}

/// What comes of the files beside other data or in their place.
#[component]
fn Checked(props: &CheckedProps) -> Html {
    let shared = use_shared();
    // What one has opened is added to, until one says otherwise.
    let is_opened = shared.data.is_opened;
    let has_opened = shared.opened().is_some();
    let way = use_state_eq(|| if is_opened { Way::AddOpened } else { Way::Add });
    let answer = {
        let (shared, own) = (shared.clone(), props.own.clone());
        use_memo((props.own.clone(), *way), move |(_, way)| {
            answer(&shared, &own.0, *way)
        })
    };
    let option = |this: Way, value: &'static str, name: Own, what: Own| {
        let setter = way.setter();
        let onchange = Callback::from(move |_: Event| setter.set(this));
        let is_dropping = has_opened && this != Way::AddOpened;
        html! {
            <label>
                <input type="radio" name="open-mode" {value} checked={*way == this} {onchange} />
                <b>{ shared.msg(name) }</b>
                <span>{ shared.msg(what) }</span>
                if is_dropping {
                    <span class="open-drops">{ shared.msg(Own::Drops) }</span>
                }
            </label>
        }
    };
    let show = {
        let (shared, answer) = (shared.clone(), Rc::clone(&answer));
        Callback::from(move |_: MouseEvent| {
            if let Some(ready) = &answer.ready {
                browser::open_files(&ready.tables);
                shared.source.show.emit(Show::Own(Rc::clone(&ready.data)));
            }
        })
    };
    let is_in_order = answer.ready.is_some();
    let data_state = if is_in_order { "ready" } else { "faulty" };
    html! {
        <div class="open-checked" data-open={data_state}>
            <fieldset class="open-mode">
                <legend>{ shared.msg(Own::Mode) }</legend>
                if has_opened {
                    { option(Way::AddOpened, "add-opened", Own::AddOpened, Own::AddOpenedWhat) }
                }
                { option(Way::Add, "add", Own::Add, Own::AddWhat) }
                { option(Way::Replace, "replace", Own::Replace, Own::ReplaceWhat) }
            </fieldset>
            if let Some(Ready { data, ledger, changes, .. }) = &answer.ready {
                { preview(&shared, (data, ledger), changes) }
                <p class="open-show">
                    <button type="button" class="primary" data-own="show" onclick={show}>{ shared.msg(Own::Show) }</button>
                    { below(&shared, &answer.found) }
                </p>
            }
            <Findings found={Rc::clone(&answer.found)} />
        </div>
    }
}

/// What stands below the button and is to be read before.
fn below(shared: &Shared, found: &[Finding]) -> Html {
    let doubts = found.iter().filter(|one| one.what.is_doubt()).count();
    let (words, count) = match doubts {
        0 => (Own::NotesBelow, found.len()),
        _ => (Own::DoubtsBelow, doubts),
    };
    html! {
        if count > 0 {
            <span>{ headed(shared, words, count) }</span>
        }
    }
}

/// What is compared with what the page shows now, whatever the files go with.
fn answer(shared: &Shared, own: &intake::Own, way: Way) -> Answer {
    let (tables, data) = match shared.opened().filter(|_| way == Way::AddOpened) {
        Some(opened) => (browser::opened(), opened),
        None => (browser::published(), &shared.source.published),
    };
    let mode = match way {
        Way::Add | Way::AddOpened => Mode::Add,
        Way::Replace => Mode::Replace,
    };
    let base = Base {
        tables: &tables,
        edition: &data.edition,
        today: &browser::today(),
        initials: &browser::initials,
    };
    let (opened, found) = intake::open(own, base, mode);
    let ready = opened.map(|Opened { tables, mut data }| {
        data.opened_rows = intake::own_rows(&data, &shared.source.published);
        let ledger = Ledger::new(&data);
        let shown = (&*shared.data, shared.index.ledger());
        let changes = intake::compared((&data, &ledger), shown);
        Ready {
            tables,
            data: Rc::new(data),
            ledger,
            changes,
        }
    });
    let found = Rc::new(found);
    Answer { ready, found }
}

//! The way to a reader's own data, and the mark that they are shown. What the dialog holds comes with the views.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Shared, use_shared};
use super::parts::{Dialog, DialogButton};
use super::views::{Drawn, What};
use crate::browser::{self, Files};
use crate::text::Own;

/// What a button calls that opens the dialog; and the dialog itself with the field that files are chosen with, and the whole
/// page as a place to drop them.
#[hook]
pub fn use_open() -> (Callback<MouseEvent>, Html) {
    let shared = use_shared();
    let is_open = use_state_eq(|| false);
    let files = use_state_eq(|| None::<Files>);
    let is_over = use_state_eq(|| false);
    let take = {
        let (is_open, files) = (is_open.setter(), files.setter());
        move |given: Files| {
            files.set(Some(given));
            is_open.set(true);
        }
    };
    {
        let (take, is_over) = (take.clone(), is_over.setter());
        use_effect_with((), move |()| {
            let listeners = browser::watch_drop(take, move |is| is_over.set(is));
            move || drop(listeners)
        });
    }
    {
        // It is about the view behind it.
        let (is_open, files) = (is_open.setter(), files.setter());
        use_effect_with(Rc::clone(&shared.state), move |_| {
            is_open.set(false);
            files.set(None);
        });
    }
    let onchange = Callback::from(move |event: Event| {
        if let Some(given) = browser::chosen(&event) {
            take(given);
        }
    });
    let onclick = {
        let is_open = is_open.setter();
        Callback::from(move |_: MouseEvent| is_open.set(true))
    };
    let onclose = {
        let (is_open, files) = (is_open.setter(), files.setter());
        Callback::from(move |()| {
            is_open.set(false);
            files.set(None);
            // On a telephone the button is in a popover that has closed.
            let rescue = || {
                let _ = browser::rescue_focus("settings-button");
            };
            browser::after(0, rescue).forget();
        })
    };
    let words = shared.msg(Own::Open);
    let dialog = html! {
        <>
            <input
                id="open-data"
                class="visually-hidden"
                type="file"
                multiple=true
                accept=".zip,.csv,.tsv,.txt,.xlsx,.xlsm,.json"
                tabindex="-1"
                aria-label={shared.msg(Own::Choose)}
                {onchange}
            />
            if *is_over {
                <div class="drop-here" aria-hidden="true"><p>{ shared.msg(Own::Drop) }</p></div>
            }
            if *is_open {
                <Dialog id="open" {words} {onclose}>
                    <Drawn what={What::Open((*files).clone())} />
                </Dialog>
            }
        </>
    };
    (onclick, dialog)
}

/// The id of the mark.
pub const OWN_MARK: &str = "own-mark";

/// Says that a reader's own data are shown, and leads back to the published ones.
pub fn own_mark(shared: &Shared) -> Html {
    if !shared.data.is_opened {
        return html! {};
    }
    let show = shared.source.show.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        browser::show_files(None);
        show.emit(None);
    });
    html! {
        <aside id={OWN_MARK} class="own-mark" tabindex="-1" data-own={shared.data.own.to_string()} aria-label={shared.msg(Own::MarkName)}>
            <p role="status"><b>{ shared.msg(Own::Mark) }</b><span>{ shared.data.title.get(shared.lang()) }</span></p>
            <DialogButton id="save" class="quiet" words={shared.msg(Own::SaveFile)}>
                <Drawn what={What::Save} />
            </DialogButton>
            <button type="button" class="quiet" data-own="back" {onclick}>{ shared.msg(Own::Back) }</button>
        </aside>
    }
}

//! The way to a reader's own data, and the mark that they are shown. What the dialog holds comes with the views.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Shared, Show, Source, use_shared};
use super::parts::{Dialog, DialogButton};
use super::views::{Drawn, What};
use crate::browser::{self, Files};
use crate::dataset::Dataset;
use crate::query::Selection;
use crate::text::{Own, edition};
use crate::view::Notice;

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

/// The id of what says that they are kept beside the published ones.
pub const OWN_ASIDE: &str = "own-aside";

/// What shows other data where a link or a step of the history, by what of it could not be used, is of those: the ones
/// that are kept, or the published ones. It says whether it does.
#[hook]
pub fn use_asked(source: &Source) -> Callback<Vec<Notice>, bool> {
    let now = use_mut_ref(|| source.clone());
    now.replace(source.clone());
    use_callback((), move |notices: Vec<Notice>, ()| {
        let is_of = |data: &Dataset| notices.contains(&Notice::OtherData(data.own.to_string()));
        let Source {
            published,
            aside,
            show,
        } = now.borrow().clone();
        match aside {
            Some(own) if is_of(&own) => {
                browser::put_aside(false);
                show.emit(Show::Own(own));
            }
            None if is_of(&published) || notices.contains(&Notice::OfPublished) => {
                browser::put_aside(true);
                show.emit(Show::Published);
            }
            _ => return false,
        }
        true
    })
}

/// Says that a reader's own data are shown, and leads back to the published ones; and from these to them again.
pub fn own_mark(shared: &Shared, selection: &Selection) -> Html {
    let (data, lang) = (&shared.data, shared.lang());
    if !data.is_opened {
        return match &shared.source.aside {
            Some(own) => html! { <PutAside own={Rc::clone(own)} /> },
            None => html! {},
        };
    }
    let show = shared.source.show.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        browser::put_aside(true);
        show.emit(Show::Published);
    });
    let own = &data.opened_rows;
    let passing = own.iter().filter(|row| selection.passes(**row)).count();
    let is_filtered = shared.state.page.takes_filters();
    let passing = if is_filtered { passing } else { own.len() };
    html! {
        <aside id={OWN_MARK} class="own-mark" tabindex="-1" data-own={data.own.to_string()} aria-label={shared.msg(Own::MarkName)}>
            <p role="status">
                <b>{ shared.msg(Own::Mark) }</b>
                if own.is_empty() {
                    <span>{ data.title.get(lang) }</span>
                } else {
                    <span data-own-rows={own.len().to_string()}>{ edition::own_rows(own.len(), passing, lang) }</span>
                }
            </p>
            <DialogButton id="save" class="quiet" words={shared.msg(Own::SaveFile)}>
                <Drawn what={What::Save} />
            </DialogButton>
            <button type="button" class="quiet" data-own="back" {onclick}>{ shared.msg(Own::Back) }</button>
        </aside>
    }
}

/// Properties of [`PutAside`].
#[derive(Properties)]
struct PutAsideProps {
    /// The data that are kept.
    own: Rc<Dataset>,
}

impl PartialEq for PutAsideProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.own, &other.own)
    }
}

/// That a reader's own data are kept beside the published ones, which are shown. To let go of what was not saved takes
/// two presses.
#[component]
fn PutAside(props: &PutAsideProps) -> Html {
    let shared = use_shared();
    let is_sure = use_state_eq(|| !browser::asks_before_leaving());
    let (show, shown) = (shared.source.show.clone(), Rc::clone(&props.own));
    let again = Callback::from(move |_: MouseEvent| {
        browser::put_aside(false);
        show.emit(Show::Own(Rc::clone(&shown)));
    });
    let (show, sure) = (shared.source.show.clone(), is_sure.clone());
    let forget = Callback::from(move |_: MouseEvent| {
        if *sure {
            browser::forget_files();
            show.emit(Show::Alone);
        } else {
            sure.set(true);
        }
    });
    let has_asked = *is_sure && browser::asks_before_leaving();
    let words = if has_asked {
        Own::ForgetSure
    } else {
        Own::Forget
    };
    html! {
        <aside id={OWN_ASIDE} class="own-mark own-aside" tabindex="-1" aria-label={shared.msg(Own::MarkName)}>
            <p role="status">{ shared.msg(if has_asked { Own::ForgetUnsaved } else { Own::Aside }) }</p>
            <button type="button" class="quiet" data-own="again" onclick={again}>{ shared.msg(Own::Again) }</button>
            <button type="button" class="quiet" data-own="forget" onclick={forget}>{ shared.msg(words) }</button>
        </aside>
    }
}

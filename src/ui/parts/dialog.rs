//! A button that opens a dialog over the page: a card on a wide one, a sheet from below on a telephone.
//!
//! The browser's own dialog keeps the focus within, closes on Escape and gives the focus back to the
//! button; a press beside it closes it too. It is about the view behind it, so it closes when that
//! changes, by Back for one.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::browser;
use crate::text::Out;
use crate::ui::context::use_shared;

/// Properties of [`DialogButton`].
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// The dialog's id in the page, and `data-dialog` of its button. Required.
    pub id: AttrValue,
    /// The button's class.
    #[prop_or_default]
    pub class: &'static str,
    /// The button's words, and the dialog's heading. Required.
    pub words: &'static str,
    /// What stands in the dialog: best a component, which is made only while the dialog is open.
    pub children: Html,
}

/// The button and its dialog.
#[component]
pub fn DialogButton(props: &DialogProps) -> Html {
    let shared = use_shared();
    let is_open = use_state_eq(|| false);
    {
        let is_open = is_open.setter();
        use_effect_with(Rc::clone(&shared.state), move |_| is_open.set(false));
    }
    let onclick = {
        let is_open = is_open.setter();
        Callback::from(move |_: MouseEvent| is_open.set(true))
    };
    let onclose = {
        let is_open = is_open.setter();
        Callback::from(move |()| is_open.set(false))
    };
    html! {
        <>
            <button type="button" class={props.class} data-dialog={props.id.clone()} aria-haspopup="dialog" {onclick}>
                { props.words }
            </button>
            if *is_open {
                <Dialog id={props.id.clone()} words={props.words} {onclose}>{ props.children.clone() }</Dialog>
            }
        </>
    }
}

/// Properties of [`Dialog`], as those of [`DialogButton`].
#[derive(Properties, PartialEq)]
pub struct OpenProps {
    /// The dialog's id in the page. Required.
    pub id: AttrValue,
    /// The dialog's heading. Required.
    pub words: &'static str,
    /// What stands in it. Required.
    pub children: Html,
    /// When it has closed. Required.
    pub onclose: Callback<()>,
}

/// A dialog that is open.
#[component]
pub fn Dialog(props: &OpenProps) -> Html {
    let shared = use_shared();
    let place = use_node_ref();
    // Who selects text and lets go beside the dialog does not mean to close it.
    let pressed_beside = use_mut_ref(|| false);
    {
        let place = place.clone();
        let onclose = props.onclose.clone();
        use_effect_with((), move |()| {
            let dialog = place.cast::<Element>();
            let opened = dialog.map(|dialog| browser::open_dialog(&dialog));
            if !matches!(opened, Some(Ok(()))) {
                onclose.emit(());
            }
        });
    }
    let is_beside = {
        let place = place.clone();
        move |event: &MouseEvent| event.target_dyn_into::<Element>() == place.cast::<Element>()
    };
    let onmousedown = {
        let (is_beside, pressed_beside) = (is_beside.clone(), pressed_beside.clone());
        Callback::from(move |event: MouseEvent| {
            *pressed_beside.borrow_mut() = is_beside(&event);
        })
    };
    let close = {
        let place = place.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = place.cast::<Element>() {
                // One that is no longer there is closed.
                let _ = browser::close_dialog(&dialog);
            }
        })
    };
    let onclick = {
        let close = close.clone();
        Callback::from(move |event: MouseEvent| {
            if *pressed_beside.borrow() && is_beside(&event) {
                close.emit(event);
            }
        })
    };
    let onclosed = props.onclose.reform(|_: Event| ());
    let heading = format!("{}-heading", props.id);
    html! {
        <dialog
            ref={place}
            class="dialog"
            id={props.id.clone()}
            aria-labelledby={heading.clone()}
            onclose={onclosed}
            {onmousedown}
            {onclick}
        >
            <div class="dialog-body">
                <div class="dialog-head">
                    <h2 id={heading}>{ props.words }</h2>
                    <button
                        type="button"
                        class="dialog-close"
                        aria-label={shared.msg(Out::Close)}
                        title={shared.msg(Out::Close)}
                        onclick={close}
                    />
                </div>
                { props.children.clone() }
            </div>
        </dialog>
    }
}

//! What came of copying or saving: said in a sentence or, where the browser refuses to copy, a field
//! from which the reader copies by hand.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::browser::{self, Refused};
use crate::text::{Msg, Out, escaped};
use crate::ui::context::{Shared, use_shared};

/// What came of the last press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A sentence says it.
    Said(Msg),
    /// The browser does not copy; the reader can.
    ByHand(String),
}

/// Copies a text, and the same as HTML; while a press is handled.
pub fn copied(text: String, html: &str) -> Outcome {
    match browser::copy(&text, html) {
        Ok(()) => Outcome::Said(Msg::Copied),
        Err(_) => Outcome::ByHand(text),
    }
}

/// Whether a file was saved.
pub fn saved(came: Result<(), Refused>) -> Outcome {
    Outcome::Said(came.map_or(Msg::NotSaved, |()| Msg::Saved))
}

/// Properties of [`Told`].
#[derive(Properties, PartialEq)]
pub struct ToldProps {
    /// What came of the last press; none before it.
    pub outcome: Option<Outcome>,
    /// What the field holds. Required.
    pub name: &'static str,
}

/// Tells what came of the last press.
#[component]
pub fn Told(props: &ToldProps) -> Html {
    let shared = use_shared();
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(props.outcome.clone(), move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                // A field without the focus can still be copied from.
                let _ = browser::select(&field);
            }
        });
    }
    html! {
        <>
            <span role="status">
                { match &props.outcome {
                    Some(Outcome::Said(msg)) => shared.msg(*msg),
                    Some(Outcome::ByHand(_)) => shared.msg(Msg::CopyByHand),
                    None => "",
                } }
            </span>
            if let Some(Outcome::ByHand(text)) = &props.outcome {
                <textarea
                    ref={field}
                    readonly=true
                    rows="5"
                    aria-label={props.name}
                    value={text.clone()}
                />
            }
        </>
    }
}

/// Properties of [`CopyText`], all required.
#[derive(Properties, PartialEq)]
pub struct CopyProps {
    /// What is copied.
    pub text: String,
    /// The button's words.
    pub words: &'static str,
}

/// A button that copies a text.
#[component]
pub fn CopyText(props: &CopyProps) -> Html {
    let outcome = use_state_eq(|| None);
    {
        // What was said of one text is not true of another.
        let outcome = outcome.setter();
        use_effect_with(props.text.clone(), move |_| outcome.set(None));
    }
    let onclick = {
        let (text, outcome) = (props.text.clone(), outcome.setter());
        Callback::from(move |_: MouseEvent| {
            let html = format!("<p>{}</p>", escaped(&text).replace('\n', "<br>"));
            outcome.set(Some(copied(text.clone(), &html)));
        })
    };
    html! {
        <div class="plot-export">
            <button type="button" class="quiet" data-copy="" {onclick}>{ props.words }</button>
            <Told outcome={(*outcome).clone()} name={props.words} />
        </div>
    }
}

/// A text in a field of its own, selected when it gets the focus, and a button that copies it.
pub fn copy_field(shared: &Shared, name: Out, text: String) -> Html {
    let name = shared.msg(name);
    let onfocus = Callback::from(|event: FocusEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
            field.select();
        }
    });
    html! {
        <div class="copy-field">
            <label>
                <span>{ name }</span>
                <textarea readonly=true rows="4" spellcheck="false" value={text.clone()} {onfocus} />
            </label>
            <CopyText {text} words={shared.msg(Out::Copy)} />
        </div>
    }
}

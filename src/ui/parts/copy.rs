//! A text to be copied, by the browser or, where it refuses, by hand.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::browser;
use crate::text::Msg;
use crate::ui::context::use_shared;

/// Properties of [`CopyText`], all required.
#[derive(Properties, PartialEq)]
pub struct CopyProps {
    /// What is copied.
    pub text: String,
    /// The button's words.
    pub words: Msg,
}

/// A button that copies a text.
#[component]
pub fn CopyText(props: &CopyProps) -> Html {
    let shared = use_shared();
    let is_copied = use_state_eq(|| None::<bool>);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(*is_copied, move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                // A field without the focus can still be copied from.
                let _ = browser::select(&field);
            }
        });
    }
    let onclick = {
        let (text, is_copied) = (props.text.clone(), is_copied.setter());
        Callback::from(move |_: MouseEvent| {
            let lines = text.replace('&', "&amp;").replace('<', "&lt;");
            let html = format!("<p>{}</p>", lines.replace('\n', "<br>"));
            is_copied.set(Some(browser::copy(&text, &html).is_ok()));
        })
    };
    html! {
        <div class="plot-export">
            <button type="button" class="quiet" data-copy="" {onclick}>{ shared.msg(props.words) }</button>
            <span role="status">
                { match *is_copied {
                    None => "",
                    Some(true) => shared.msg(Msg::Copied),
                    Some(false) => shared.msg(Msg::CopyByHand),
                } }
            </span>
            if *is_copied == Some(false) {
                <textarea
                    ref={field}
                    readonly=true
                    rows="6"
                    aria-label={shared.msg(props.words)}
                    value={props.text.clone()}
                />
            }
        </div>
    }
}

//! Light, dark, or as the system has it.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::text::Msg;
use crate::ui::context::use_shared;
use crate::view::{Action, Appearance};

/// The appearances, by the names that links have for them.
pub const APPEARANCES: [(Appearance, &str, Msg); 3] = [
    (Appearance::System, "system", Msg::AppearanceSystem),
    (Appearance::Light, "light", Msg::AppearanceLight),
    (Appearance::Dark, "dark", Msg::AppearanceDark),
];

/// The choice of an appearance for the page.
#[component]
pub fn AppearanceSelect() -> Html {
    let shared = use_shared();
    let select = use_node_ref();
    let now = shared.state.appearance;
    {
        // A select driven from state may not show it: its value is set once it is there.
        let select = select.clone();
        use_effect_with((now, shared.lang()), move |(now, _)| {
            let name = APPEARANCES.iter().find(|(known, _, _)| known == now);
            if let (Some(select), Some((_, name, _))) = (select.cast::<HtmlSelectElement>(), name) {
                select.set_value(name);
            }
        });
    }
    let onchange = {
        let act = shared.act.clone();
        Callback::from(move |event: Event| {
            let select = event
                .target()
                .and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
            let chosen = select.map(|select| select.value());
            if let Some((appearance, _, _)) = APPEARANCES
                .iter()
                .find(|(_, name, _)| Some(*name) == chosen.as_deref())
            {
                act.emit(Action::Appearance(*appearance));
            }
        })
    };
    html! {
        <label class="appearance">
            <span>{ shared.msg(Msg::Appearance) }</span>
            <select ref={select} aria-label={shared.msg(Msg::Appearance)} {onchange}>
                for (_, name, msg) in APPEARANCES {
                    <option value={name}>{ shared.msg(msg) }</option>
                }
            </select>
        </label>
    }
}

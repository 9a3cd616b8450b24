//! Where a target leads: to go on as so far, and with what a reader asks for.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::dataset::Row;
use crate::text::Msg;
use crate::text::proof::{Forecast, answer};
use crate::ui::context::use_shared;
use crate::ui::parts::{status_class, status_shape};

/// Properties of [`Calculator`], all required.
#[derive(Properties, PartialEq)]
pub struct CalculatorProps {
    /// The row of the target.
    pub target: Row,
    /// Its words.
    pub forecast: Forecast,
}

/// A sentence, a field, and what follows from the number in it.
#[component]
pub fn Calculator(props: &CalculatorProps) -> Html {
    let shared = use_shared();
    let CalculatorProps { target, forecast } = props;
    let typed = use_state_eq(|| forecast.needed.clone());
    let oninput = use_callback(typed.setter(), |event: InputEvent, typed| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            typed.set(input.value());
        }
    });
    let Some(one) = shared.assessed(*target) else {
        return html! {};
    };
    let answer = answer(&shared.data, &one, &typed, shared.lang());
    let [field, told] = ["ask", "told"].map(|name| format!("{name}-{target}"));
    html! {
        <section class="calculator">
            <h3>{ shared.msg(Msg::ProofForecast) }</h3>
            <p>{ forecast.goes_on.clone() }</p>
            <p class="calculator-ask">
                <label for={field.clone()}>{ forecast.question }</label>
                <input
                    id={field}
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    size="8"
                    maxlength="20"
                    value={(*typed).clone()}
                    aria-invalid={answer.is_err().to_string()}
                    aria-describedby={told.clone()}
                    {oninput}
                />
                <span>{ &forecast.unit }</span>
            </p>
            <p id={told} class="calculator-told" role="status">
                { match answer {
                    Ok((status, words)) => html! {
                        <><span class={status_class(status)}>{ status_shape(status) }</span>{ words }</>
                    },
                    Err(wrong) => html! { <span class="calculator-wrong">{ wrong }</span> },
                } }
            </p>
        </section>
    }
}

//! The page.
use yew::prelude::*;
#[component]
fn App() -> Html {
    html! { <main>{"挂图"}</main> }
}
/// Mounts the page.
pub fn mount() {
    yew::Renderer::<App>::new().render();
}

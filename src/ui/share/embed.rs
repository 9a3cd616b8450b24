//! The lines that put the view on a page of another site: what can be chosen of it, and how it will look.

use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::needs_data;
use super::site::known_site;
use crate::browser;
use crate::dataset::Lang;
use crate::export::Embedding;
use crate::text::{Msg, Out, view};
use crate::ui::context::{Shared, use_shared};
use crate::ui::parts::{APPEARANCES, copy_field};
use crate::view::{PagePart, PageParts, TextSize, ViewState, link};

/// The usual height of a frame that does not grow, and the least and the most: CSS pixels.
const HEIGHT: u32 = 800;
const LEAST: u32 = 200;
const MOST: u32 = 5000;

/// How much of the page an embed has beside the figures: all of it, what filters them, nothing.
const AMOUNTS: [(&str, Out, PageParts); 3] = [
    ("all", Out::EmbedAll, PageParts::of(&[])),
    (
        "filters",
        Out::EmbedFilters,
        PageParts::of(&[
            PagePart::Strip,
            PagePart::Switch,
            PagePart::Tools,
            PagePart::Notes,
        ]),
    ),
    ("figures", Out::EmbedFigures, PageParts::of(&PagePart::ALL)),
];

const LANGUAGES: [(Lang, &str, &str); 2] = [(Lang::Zh, "zh", "中文"), (Lang::En, "en", "English")];

/// What is chosen: the view as an embed, and its height where it does not grow.
#[derive(Clone, PartialEq)]
struct Chosen {
    state: ViewState,
    height: Option<u32>,
}

impl Chosen {
    /// After a field of this name got this value.
    fn with(mut self, field: &str, value: &str) -> Self {
        match field {
            "height" => self.height = (value == "fixed").then_some(HEIGHT),
            "pixels" => {
                let pixels = value.parse().unwrap_or(HEIGHT);
                self.height = Some(pixels.clamp(LEAST, MOST));
            }
            "lang" => {
                let found = LANGUAGES.iter().find(|(_, name, _)| *name == value);
                self.state.lang = found.map_or_else(Lang::default, |(lang, ..)| *lang);
            }
            "amount" => {
                let found = AMOUNTS.iter().find(|(name, ..)| *name == value);
                self.state.embed = found.map_or(self.state.embed, |(.., parts)| Some(*parts));
            }
            "appearance" => {
                let found = APPEARANCES.iter().find(|(_, name, _)| *name == value);
                self.state.appearance = found.map(|(look, ..)| *look).unwrap_or_default();
            }
            _ => {
                if let Some(part) = PagePart::find(value) {
                    let hidden = self.state.embed.unwrap_or_default();
                    self.state.embed = Some(hidden.toggled(part));
                }
            }
        }
        self
    }
}

/// The choices, the lines, and the view as it will look.
#[component]
pub fn EmbedPanel() -> Html {
    let shared = use_shared();
    // A single file on a site has no script beside it that would let it grow.
    let is_fixed = browser::is_single_file() && browser::address().is_some();
    let chosen = use_state_eq(|| Chosen {
        state: ViewState {
            embed: Some(shared.state.embed.unwrap_or_default()),
            text: TextSize::Normal,
            ..(*shared.state).clone()
        },
        height: is_fixed.then_some(HEIGHT),
    });
    let title = view::whole(&shared.data, &shared.state);
    let lines = known_site().map(|address| {
        let embedding = Embedding {
            data: &shared.data,
            state: &chosen.state,
            title: &title,
            address: &address,
        };
        match chosen.height {
            None => embedding.element(),
            Some(height) => embedding.frame(height),
        }
    });
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            if let Some((field, value)) = changed(&event) {
                chosen.set((*chosen).clone().with(&field, &value));
            }
        })
    };
    // The build puts docs/embedding.md beside the page.
    let guide = match shared.lang() {
        Lang::Zh => "embedding.zh.html",
        Lang::En => "embedding.html",
    };
    html! {
        <>
            { needs_data(&shared) }
            <div class="embed-choices" {onchange}>{ choices(&shared, &chosen, is_fixed) }</div>
            if shared.data.is_opened {
                // Nobody else would see it: there is nothing to copy.
            } else if let Some(lines) = lines {
                { copy_field(&shared, Out::EmbedCode, lines) }
            } else {
                <p>{ shared.msg(Out::EmbedNeedsSite) }</p>
            }
            { preview(&shared, &chosen) }
            if !browser::is_single_file() {
                <p class="from-server">
                    <a href={guide} target="_blank">{ shared.msg(Out::EmbedGuide) }</a>
                </p>
            }
        </>
    }
}

/// The name and the value of the field that was changed.
fn changed(event: &Event) -> Option<(String, String)> {
    let field = event.target_dyn_into::<Element>()?.get_attribute("name")?;
    let value = match event.target_dyn_into::<HtmlSelectElement>() {
        Some(select) => select.value(),
        None => event.target_dyn_into::<HtmlInputElement>()?.value(),
    };
    Some((field, value))
}

fn choices(shared: &Shared, chosen: &Chosen, is_fixed: bool) -> Html {
    let Chosen { state, height } = chosen;
    let heights = [
        ("grows", shared.msg(Out::EmbedGrows), height.is_none()),
        ("fixed", shared.msg(Out::EmbedFixed), height.is_some()),
    ];
    let languages = LANGUAGES.map(|(lang, name, words)| (name, words, state.lang == lang));
    let looks =
        APPEARANCES.map(|(look, name, msg)| (name, shared.msg(msg), state.appearance == look));
    let hidden = state.embed.unwrap_or_default();
    let amount = |(name, words, parts): (&'static str, Out, PageParts)| {
        check("radio", "amount", name, hidden == parts, shared.msg(words))
    };
    let part = |part: PagePart| {
        let words = shared.msg(Out::page_part(part));
        check("checkbox", "hide", part.key(), hidden.has(part), words)
    };
    html! {
        <>
            <fieldset>
                <legend>{ shared.msg(Out::EmbedAmount) }</legend>
                { AMOUNTS.map(amount).into_iter().collect::<Html>() }
            </fieldset>
            if !is_fixed {
                { select("height", shared.msg(Out::EmbedHeight), &heights) }
            }
            if let Some(height) = height {
                <label>
                    <span>{ shared.msg(Out::EmbedPixels) }</span>
                    <input
                        type="number"
                        name="pixels"
                        min={LEAST.to_string()}
                        max={MOST.to_string()}
                        value={height.to_string()}
                    />
                </label>
            }
            { select("lang", shared.msg(Out::EmbedLanguage), &languages) }
            { select("appearance", shared.msg(Msg::Appearance), &looks) }
            <details>
                <summary>{ shared.msg(Out::EmbedChoose) }</summary>
                <fieldset>
                    <legend>{ shared.msg(Out::EmbedHide) }</legend>
                    { PagePart::ALL.map(part).into_iter().collect::<Html>() }
                </fieldset>
            </details>
        </>
    }
}

/// One choice of several, or one of its own.
fn check(
    kind: &'static str,
    field: &'static str,
    value: &'static str,
    checked: bool,
    words: &'static str,
) -> Html {
    html! {
        <label class="choice">
            <input type={kind} name={field} {value} {checked} />
            <span>{ words }</span>
        </label>
    }
}

/// A field with a few values, of which one is chosen.
fn select(
    field: &'static str,
    words: &'static str,
    options: &[(&'static str, &'static str, bool)],
) -> Html {
    html! {
        <label>
            <span>{ words }</span>
            <select name={field}>
                for (value, words, selected) in options.iter().copied() {
                    <option {value} {selected}>{ words }</option>
                }
            </select>
        </label>
    }
}

/// The view in a frame, as it will stand there, and in a window, as wide as that is made. A frame of the very
/// page that holds it stays empty, so its address has a query. The single file is forbidden frames by its
/// policy, which allows no address: it has the window.
fn preview(shared: &Shared, chosen: &Chosen) -> Html {
    let link = link::write(&chosen.state, &shared.data);
    let words = shared.msg(Out::Preview);
    let src = format!("?preview{link}");
    html! {
        <figure class="embed-preview">
            <figcaption>
                { words }
                <a href={link.clone()} target="_blank" rel="noopener">{ shared.msg(Out::PreviewAlone) }</a>
            </figcaption>
            if !browser::is_single_file() {
                <iframe key={link} {src} title={words} />
            }
        </figure>
    }
}

//! The head of the page: views, search, language, appearance, the offline copy.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::{Shared, use_shared};
use super::open::use_open;
use super::parts::{AppearanceSelect, DialogButton, close_behind};
use super::views::{Drawn, What};
use crate::browser;
use crate::dataset::Lang;
use crate::text::{Msg, Out, Own};
use crate::view::{Action, Page, SEARCH, TextSize};

/// The head of the page.
pub fn header(shared: &Shared) -> Html {
    let tab = |page: Page, msg: Msg| {
        let is_open = match shared.state.page {
            Page::Unit(_) => page == Page::Units,
            Page::Report => page == Page::Table,
            open => page == open,
        };
        let current = is_open.then_some("page");
        html! { <a href={shared.link(Action::Go(page))} aria-current={current}>{ shared.msg(msg) }</a> }
    };
    html! {
        <header class="header">
            <a class="skip" href="#content" onclick={skip()}>{ shared.msg(Msg::SkipToContent) }</a>
            <a class="brand" href={shared.link(Action::Go(Page::Board))}>
                <b>{ shared.msg(Msg::Brand) }</b>
                <span>{ shared.data.title.get(shared.lang()) }</span>
            </a>
            <nav class="tabs" aria-label={shared.msg(Msg::Views)}>
                { tab(Page::Board, Msg::Board) }
                { tab(Page::Chart, Msg::Chart) }
                { tab(Page::Table, Msg::Table) }
                { tab(Page::Units, Msg::Units) }
                { tab(Page::Sources, Msg::Sources) }
            </nav>
            <Search />
            <div class="settings">
                <DialogButton id="share" words={shared.msg(Out::Share)}>
                    <Drawn what={What::Share} />
                </DialogButton>
                <DialogButton id="export" words={shared.msg(Out::Export)}>
                    <Drawn what={What::Export} />
                </DialogButton>
                <Menu />
            </div>
        </header>
    }
}

/// What is set once and seldom. As the filters are, it is a popover on a telephone, which the browser opens
/// and closes, and laid out beside the rest by the style sheet on a wider page. What it opens stands beside it: in a
/// popover that has closed nobody would see it.
#[component]
fn Menu() -> Html {
    let shared = &use_shared();
    let (open, dialog) = use_open();
    let name = shared.msg(Msg::Settings);
    html! {
        <>
            <button type="button" id="settings-button" class="settings-button" popovertarget="settings">{ name }</button>
            <div
                id="settings"
                class="settings-menu"
                popover="auto"
                role="group"
                aria-label={name}
                onfocusout={close_behind("settings")}
            >
                <button type="button" data-dialog="open" aria-haspopup="dialog" onclick={open}>
                    { shared.msg(Own::Open) }
                </button>
                { text_size(shared) }
                <AppearanceSelect />
                { language(shared) }
                if !(browser::is_single_file() || shared.data.is_opened) {
                    <a
                        class="from-server"
                        href="guatu.html"
                        download="guatu.html"
                        title={shared.msg(Msg::DownloadHint)}
                    >
                        { shared.msg(Msg::Download) }
                    </a>
                }
            </div>
            { dialog }
        </>
    }
}

/// The link to the content would replace the view in the address: it moves the focus instead.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        let _ = browser::focus("content");
    })
}

/// Larger text, by one press and back by another.
fn text_size(shared: &Shared) -> Html {
    let is_large = shared.state.text == TextSize::Large;
    let act = shared.act.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let other = if is_large {
            TextSize::Normal
        } else {
            TextSize::Large
        };
        act.emit(Action::Text(other));
    });
    html! {
        <button type="button" class="text-size" aria-pressed={is_large.to_string()} {onclick}>
            { shared.msg(Msg::LargeText) }
        </button>
    }
}

fn language(shared: &Shared) -> Html {
    let (other, code) = match shared.lang() {
        Lang::Zh => (Lang::En, "en"),
        Lang::En => (Lang::Zh, "zh-CN"),
    };
    html! {
        <a
            class="language"
            href={shared.link(Action::Lang(other))}
            lang={code}
            hreflang={code}
            aria-label={shared.msg(Msg::OtherLanguageLabel)}
        >
            { shared.msg(Msg::OtherLanguage) }
        </a>
    }
}

/// The search field. It keeps its own text: a field that is written to while a Chinese input
/// method is composing loses what was typed, so the state follows it and not the reverse, but for
/// changes from elsewhere.
#[component]
pub fn Search() -> Html {
    let shared = use_shared();
    let field = use_node_ref();
    // What was typed and is not answered yet.
    let typed = use_mut_ref(Vec::<String>::new);
    {
        let (field, typed) = (field.clone(), Rc::clone(&typed));
        use_effect_with(shared.state.filters.search.clone(), move |search| {
            let mut typed = typed.borrow_mut();
            if let Some(place) = typed.iter().position(|typed| typed.trim() == *search) {
                typed.drain(..=place);
                return;
            }
            typed.clear();
            if let Some(input) = field.cast::<HtmlInputElement>()
                && input.value().trim() != *search
            {
                input.set_value(search);
            }
        });
    }
    let search = use_callback((shared.act.clone(), typed), |text: String, (act, typed)| {
        typed.borrow_mut().push(text.clone());
        act.emit(Action::Search(text));
    });
    {
        // Not every browser sends a last `input` when composing ends, and Yew has no such event.
        let field = field.clone();
        use_effect_with(search.clone(), move |search| {
            let search = search.clone();
            let listener = field
                .cast::<HtmlInputElement>()
                .map(|input| browser::watch_composed(&input, move |text| search.emit(text)));
            move || drop(listener)
        });
    }
    let oninput = use_callback(search, |event: InputEvent, search| {
        let input = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input.filter(|_| !event.is_composing()) {
            search.emit(input.value());
        }
    });
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        // To what was found, past the filters; while a word is being composed Enter takes it.
        if event.key() == "Enter" && !event.is_composing() {
            let _ = browser::focus("result-count");
        }
    });
    html! {
        <search class="search">
            <input
                ref={field}
                type="search"
                maxlength={SEARCH.to_string()}
                autocomplete="off"
                spellcheck="false"
                aria-label={shared.msg(Msg::SearchLabel)}
                placeholder={shared.msg(Msg::SearchHint)}
                {oninput}
                {onkeydown}
            />
        </search>
    }
}

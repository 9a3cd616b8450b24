//! The whole page: data, state, frame, and the view that is open.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::board::Board;
use super::chips::Chips;
use super::context::{Shared, Show, Source};
use super::header::header;
use super::host::{embed_foot, use_host};
use super::open::{OWN_ASIDE, OWN_MARK, own_mark, use_asked};
use super::parts::{PaperFoot, SelectionProps, notices, paper_head, term_cards, tray};
use super::rail::rail;
use super::store::{CHANGE, Event, Store, use_store};
use super::views::{Drawn, What, fetch, has_come, is_here};
use crate::browser;
use crate::dataset::{Dataset, Fault, Lang};
use crate::query::{FacetIndex, Selection};
use crate::text::{Msg, edition, view};
use crate::view::{Appearance, Notice, Page, TextSize, ViewState, link};

/// From the start of the program, data read and checked, to the first view as drawn: the name of
/// its measure.
pub const FIRST_VIEW: &str = "guatu:first-view";

/// What the page is given.
#[derive(Properties)]
pub struct AppProps {
    /// The data, or all that is wrong with them.
    pub loaded: Rc<Result<Rc<Dataset>, Vec<Fault>>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.loaded, &other.loaded)
    }
}

/// The page, or the faults of its data.
#[component]
pub fn App(props: &AppProps) -> Html {
    use_effect_with(props.loaded.is_err(), |is_faulty| {
        if *is_faulty {
            let _ = browser::set_state("failed");
        }
    });
    let own = use_state(|| None::<Rc<Dataset>>);
    let is_aside = use_state_eq(|| false);
    let published = match &*props.loaded {
        Ok(published) => Rc::clone(published),
        Err(faults) => return data_faults(faults),
    };
    let show = {
        let (own, is_aside) = (own.setter(), is_aside.setter());
        let published = Rc::clone(&published);
        Callback::from(move |next: Show| {
            let (data, place) = match &next {
                Show::Own(own) => (own, OWN_MARK),
                Show::Published => (&published, OWN_ASIDE),
                Show::Alone => (&published, "content"),
            };
            // The address says which data the view is of; a link that led here does. Where it stays behind the view is
            // right all the same.
            let fragment = browser::fragment().unwrap_or_default();
            let (state, notices) = link::read(&fragment, data);
            let is_of_others =
                |notice: &Notice| matches!(notice, Notice::OtherData(_) | Notice::OfPublished);
            if notices.iter().any(is_of_others) {
                let _ = browser::replace(&link::write(&state, data));
            }
            is_aside.set(matches!(next, Show::Published));
            let is_other = !matches!(next, Show::Alone);
            match next {
                Show::Own(data) => own.set(Some(data)),
                Show::Published => {}
                Show::Alone => own.set(None),
            }
            // Once the view is drawn: the button that was pressed is gone with what it stood in.
            let arrive = move || {
                let _ = browser::focus(place);
                // The link may point at a line.
                if is_other && browser::reveal(".pointed-at").is_err() {
                    let _ = browser::scroll_to_top();
                }
            };
            browser::after_paint(arrive);
        })
    };
    let (shown, aside) = match (*own).clone() {
        own if *is_aside => (None, own),
        own => (own, None),
    };
    let data = shown.unwrap_or_else(|| Rc::clone(&published));
    let source = Source {
        published,
        aside,
        show,
    };
    // Other data are another page: nothing of the one before is true of it.
    let key = Rc::as_ptr(&data) as usize;
    html! { <Explorer {key} {data} {source} /> }
}

#[derive(Properties)]
struct ExplorerProps {
    data: Rc<Dataset>,
    source: Source,
}

impl PartialEq for ExplorerProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
            && self.source.aside.is_some() == other.source.aside.is_some()
    }
}

#[component]
fn Explorer(props: &ExplorerProps) -> Html {
    let data = &props.data;
    let asked = use_asked(&props.source);
    let (store, happened) = use_store(data, asked);
    let index = use_memo((), |()| FacetIndex::new(data));
    let selection = {
        let (data, index) = (Rc::clone(data), Rc::clone(&index));
        let last = use_mut_ref(|| None::<Selection>);
        use_memo(store.state.filters.clone(), move |filters| {
            // The next begins with it.
            let next = match last.take() {
                Some(last) => last.then(&data, &index, filters),
                None => Selection::new(&data, &index, filters),
            };
            last.replace(Some(next.clone()));
            next
        })
    };
    use_page(&store, data);
    use_host(data, &store.state);
    let ready = use_ready(store.state.page);
    let act = {
        let happened = happened.clone();
        use_callback((), move |action, ()| {
            browser::note_scrolled();
            happened.emit(Event::Act(action));
        })
    };
    let dismiss = Callback::from(move |_: MouseEvent| {
        happened.emit(Event::Dismiss);
        let _ = browser::focus("content");
    });
    let shared = Shared {
        data: Rc::clone(data),
        index,
        state: Rc::clone(&store.state),
        act,
        source: props.source.clone(),
    };
    let state = &store.state;
    let is_filtered = state.page.takes_filters();
    let view = if state.page == Page::Board {
        html! { <Board selection={Rc::clone(&selection)} /> }
    } else {
        let selection = Rc::clone(&selection);
        html! { <Drawn what={What::View(SelectionProps { selection })} onsettled={ready} /> }
    };
    let head = paper_head(&shared, &view::name(data, state));
    html! {
        <ContextProvider<Shared> context={shared.clone()}>
            if state.embed.is_none() {
                { header(&shared) }
            }
            <div class={classes!("page", (!is_filtered).then_some("page-single"))}>
                { rail(&shared, &selection, !is_filtered) }
                <main id="content" class="content" tabindex="-1">
                    { head }
                    { notices(&shared, &store.notices, dismiss) }
                    <Chips selection={Rc::clone(&selection)} hidden={!is_filtered} />
                    { tray(&shared) }
                    { view }
                    { footer(&shared) }
                    <PaperFoot />
                </main>
            </div>
            { own_mark(&shared, &selection) }
            { term_cards(&shared) }
        </ContextProvider<Shared>>
    }
}

/// Tells the page around the program its language, colours and state.
#[hook]
fn use_page(store: &Store, data: &Dataset) {
    let title = title(data, &store.state);
    let link = link::write(&store.state, data);
    let view = link.split(['/', '?']).nth(1).unwrap_or_default().to_owned();
    let seen = (Rc::clone(&store.state), title, view);
    use_effect_with(seen, |(state, title, view)| {
        let language = match state.lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        };
        let appearance = match state.appearance {
            Appearance::System => "system",
            Appearance::Light => "light",
            Appearance::Dark => "dark",
        };
        let text = match state.text {
            TextSize::Normal => "normal",
            TextSize::Large => "large",
        };
        // A page that keeps its old title or colours is no reason to stop.
        let _ = browser::set_language(language, title);
        let _ = browser::set_appearance(appearance);
        let _ = browser::set_text_size(text);
        let _ = browser::set_view(view);
        let hidden = state.embed.map(|parts| parts.keys(" "));
        let _ = browser::set_embed(hidden.as_deref());
        // The first view has no mark, and is measured by itself.
        let _ = browser::measure(CHANGE);
    });
}

/// What tells the page around the program, once, that the first view is drawn.
#[hook]
fn use_ready(page: Page) -> Callback<()> {
    let waiting = use_mut_ref(|| true);
    let is_board = is_here(page);
    // Once the module of the views is here the page is worked out anew: see `use_arrival`.
    let has_views = use_state_eq(|| false);
    let ready = use_callback((), move |(), ()| {
        has_views.set(has_come());
        if waiting.replace(false) {
            // A chart is drawn one rendering after its place is measured, and before any timer.
            let told = browser::after(0, move || {
                let _ = browser::measure(FIRST_VIEW);
                let _ = browser::set_state("ready");
                // Another view has asked for its module itself, and says so where it did not come.
                if is_board {
                    spawn_local(async {
                        fetch().await;
                    });
                }
            });
            told.forget();
        }
    });
    {
        let ready = ready.clone();
        use_effect_with(page, move |page| {
            if is_here(*page) {
                ready.emit(());
            }
        });
    }
    ready
}

/// What stands in the window's title and in the history: the view, then the product.
fn title(data: &Dataset, state: &ViewState) -> String {
    format!(
        "{} · {}",
        view::name(data, state),
        Msg::Brand.get(state.lang)
    )
}

fn footer(shared: &Shared) -> Html {
    if shared.state.embed.is_some() {
        return embed_foot(shared);
    }
    let (data, lang) = (&shared.data, shared.lang());
    html! {
        <footer class="footer">
            { format!("{} {} · ", Msg::Edition.get(lang), edition::words(data, lang)) }
            { Msg::FooterNote.get(lang) }
        </footer>
    }
}

/// The project's own data are checked before a page is built: this is for other data put in their
/// place.
fn data_faults(faults: &[Fault]) -> Html {
    html! {
        <main class="faults">
            <h1>{ format!("{} · {}", Msg::DataFault.get(Lang::Zh), Msg::DataFault.get(Lang::En)) }</h1>
            <ul>
                for fault in faults {
                    <li>{ fault.to_string() }</li>
                }
            </ul>
        </main>
    }
}

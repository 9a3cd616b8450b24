//! Links: those that the program writes itself, and those that were damaged on their way.

use guatu::dataset::Lang;
use guatu::query::Facet;
use guatu::query::column::{Column, Columns};
use guatu::text::notice;
use guatu::view::{Action, Appearance, Form, Grouping, Page, ViewState, link, reduce};

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::{SingleFile, Site};

/// What can be read is shown, what cannot is named, and the next step has a good link again.
pub async fn damaged(browser: &Browser) {
    const LINK: &str = "#/bord?area=999999&area=420106&colour=red&period=%FF";
    let native = Native::built_in();
    let (state, notices) = link::read(LINK, &native.data);
    let words = notices.iter().map(|notice| notice::words(notice, Lang::Zh));
    let words: Vec<String> = words.collect();
    assert!(words.len() >= 4, "{words:?}");

    let site = Site::witnessed().await;
    browser.open(&(site.address() + LINK)).await;
    let mut screen = native.screen(&state);
    LINK.clone_into(&mut screen.link);
    browser.shows(&screen).await;
    let items =
        "return [...document.querySelectorAll('[role=alert] li')].map((e) => e.textContent)";
    let items: Vec<String> = browser.eval(items, &[]).await;
    assert_eq!(items, words);

    browser.click("[role=alert] button").await;
    browser
        .until("no notice", "!document.querySelector('[role=alert]')")
        .await;
    browser.click("[data-facet=kind] [value=target]").await;
    let next = native.toggle(Facet::Kind, "target");
    browser.shows(&native.screen(&reduce(&state, next))).await;
}

/// A handful of states over all views, each opened by its link and loaded again.
pub async fn states(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let file = SingleFile::witnessed();
    for (number, state) in some_states(&native).into_iter().enumerate() {
        let screen = native.screen(&state);
        assert!(screen.count > 0, "{} shows nothing", screen.link);
        let page = if number % 2 == 0 {
            site.address()
        } else {
            file.address.clone()
        };
        browser.open(&(page + &screen.link)).await;
        browser.shows(&screen).await;
        browser.reload().await;
        browser.shows(&screen).await;
    }
}

/// A state for each view, with choices that some figure passes.
fn some_states(native: &Native) -> Vec<ViewState> {
    let mut draw = Draw(20_210_306);
    let pages = [Page::Board, Page::Board, Page::Table, Page::Table];
    let pages = pages.into_iter().chain([Page::Chart]).map(Some);
    let states = pages
        .chain([None])
        .map(|page| some_state(native, page, &mut draw));
    states.collect()
}

/// Some state of a page; of an indicator's where no page is given.
fn some_state(native: &Native, page: Option<Page>, draw: &mut Draw) -> ViewState {
    let row = draw.below(native.data.observations.len());
    let figure = native.data.observation(row).expect("a figure");
    let name = figure.indicator.name.zh.chars();
    let theme = &native.data.themes[usize::from(figure.indicator.theme)];
    let filters = [
        native.toggle(Facet::Area, &figure.area.code),
        native.toggle(Facet::Document, &figure.document.id),
        native.toggle(Facet::Theme, &theme.id),
        Action::Search(name.take(2).collect()),
    ];
    let filters = filters.into_iter().filter(|_| draw.below(2) == 0);
    let mut actions: Vec<Action> = filters.collect();
    actions.extend([
        Action::Go(page.unwrap_or(Page::Indicator(figure.indicator_code))),
        Action::Group(draw.of(&[Grouping::Plan, Grouping::Theme])),
        Action::Form(draw.of(&Form::ALL)),
        Action::Sort(draw.of(&Column::ALL)),
        Action::SortThen(draw.of(&Column::ALL)),
        Action::Columns(Columns::default().toggled(draw.of(&Column::ALL))),
        Action::Lang(draw.of(&[Lang::Zh, Lang::En])),
        Action::Appearance(draw.of(&[Appearance::Light, Appearance::Dark])),
    ]);
    after(actions)
}

/// Numbers without order, the same in every run: Lehmer's generator.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        u32::try_from(self.0 >> 8).unwrap_or_default() % limit
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        let count = u32::try_from(choices.len()).expect("a few");
        choices[self.below(count) as usize]
    }
}

//! Links: those that the program writes itself, and those that were damaged on their way.

use guatu::dataset::Lang;
use guatu::query::Facet;
use guatu::query::sort::Column;
use guatu::text::notice;
use guatu::view::{Action, Appearance, Form, Grouping, Page, ViewState, link};

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
    browser
        .shows(&native.screen(&guatu::view::reduce(&state, next)))
        .await;
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

/// A state for each view and grouping, with choices that a drawn figure passes.
fn some_states(native: &Native) -> Vec<ViewState> {
    let mut draw = Draw(20_210_306);
    let figures = native.data.observations.len();
    let mut states = Vec::new();
    for view in 0..6 {
        let row = draw.below(figures.into());
        let row = u32::try_from(row).expect("a row");
        let figure = native.data.observation(row).expect("a row of the table");
        let mut actions = vec![
            native.toggle(Facet::Area, &figure.area.code),
            native.toggle(
                Facet::Theme,
                &native.data.themes[usize::from(figure.indicator.theme)].id,
            ),
            native.toggle(Facet::Document, &figure.document.id),
        ];
        actions.truncate(1 + draw.below(3) as usize);
        let page = [
            Page::Board,
            Page::Board,
            Page::Table,
            Page::Table,
            Page::Chart,
        ];
        let page = page.get(view).copied();
        actions.push(Action::Go(
            page.unwrap_or(Page::Indicator(figure.indicator_code)),
        ));
        if view % 2 == 1 {
            actions.push(Action::Group(Grouping::Theme));
            actions.push(Action::Lang(Lang::En));
        }
        let column = Column::ALL[draw.below(7) as usize];
        actions.extend(vec![Action::Sort(column); 1 + view % 2]);
        actions.push(Action::Form([Form::Trend, Form::Ranked][view % 2]));
        actions.push(Action::Appearance(Appearance::Dark));
        states.push(after(actions));
    }
    states
}

/// Numbers without order, the same in every run: Lehmer's generator.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 % limit
    }
}

//! Words: the page's language, and the reader's in the search field.

use guatu::dataset::Lang;
use guatu::query::search::units;
use guatu::text::Msg;
use guatu::view::{Action, Page, ViewState};

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::site::{SingleFile, Site};

/// Chinese first, English by its link, kept by a reload, and back.
pub async fn language(browser: &Browser) {
    let native = Native::built_in();
    let chinese = ViewState::default();
    let english = after([Action::Lang(Lang::En)]);
    let file = SingleFile::witnessed();
    browser.open(&format!("{}#/board", file.address)).await;
    browser.shows(&native.screen(&chinese)).await;
    speaks(browser, &native, Lang::Zh).await;
    browser.click("a[hreflang=en]").await;
    browser.shows(&native.screen(&english)).await;
    speaks(browser, &native, Lang::En).await;
    browser.reload().await;
    browser.shows(&native.screen(&english)).await;
    speaks(browser, &native, Lang::En).await;
    browser.back().await;
    browser.shows(&native.screen(&chinese)).await;
    speaks(browser, &native, Lang::Zh).await;
}

/// The tabs, the titles of facets and page, and the search field are in a language.
async fn speaks(browser: &Browser, native: &Native, lang: Lang) {
    let texts = "return [...document.querySelectorAll('nav a, legend')].map((e) => e.textContent)";
    let texts: Vec<String> = browser.eval(texts, &[]).await;
    for msg in [
        Msg::Board,
        Msg::Chart,
        Msg::Table,
        Msg::FacetArea,
        Msg::FacetDocument,
    ] {
        let word = msg.get(lang);
        assert!(
            texts.iter().any(|text| text == word),
            "no {word} in {texts:?}"
        );
    }
    let label = "return document.querySelector('input[type=search]').getAttribute('aria-label')";
    let label: String = browser.eval(label, &[]).await;
    assert_eq!(label, Msg::SearchLabel.get(lang));
    let title: String = browser.eval("return document.title", &[]).await;
    for part in [native.data.title.get(lang), Msg::Brand.get(lang)] {
        assert!(title.contains(part), "no {part} in {title}");
    }
}

/// The initials of 地区生产总值, as a reader types them.
pub async fn search(browser: &Browser) {
    const WORDS: &str = "dqsczz";
    let native = Native::built_in();
    let found = native.screen(&after([Action::Search(WORDS.to_owned())]));
    let start = native.screen(&ViewState::default());
    assert!(found.count > 0 && found.count < start.count);

    let site = Site::witnessed().await;
    browser.open(&(site.address() + "#/board")).await;
    browser.write("input[type=search]", WORDS).await;
    browser.shows(&found).await;
    browser
        .until(
            "a chip with the words",
            &format!("document.querySelector('.chip')?.textContent.includes('{WORDS}')"),
        )
        .await;
    browser
        .until(
            "every card tells by what it is found",
            &format!(
                "[...document.querySelectorAll('.card')]
                    .every((card) => card.querySelector('.found mark')?.textContent === '{WORDS}')"
            ),
        )
        .await;
    browser.reload().await;
    browser.shows(&found).await;
    browser.click_words(Msg::Clear.get(Lang::Zh)).await;
    browser.shows(&start).await;
    browser
        .until("no chip", "!document.querySelector('.chip')")
        .await;
}

/// The initials of 区民政局: the search leads to the unit's own page.
pub async fn unit(browser: &Browser) {
    const WORDS: &str = "qmzj";
    let native = Native::built_in();
    let found = units(&native.data, WORDS);
    let [unit] = found[..] else {
        panic!("one unit has these initials, not {found:?}");
    };
    let searched = Action::Search(WORDS.to_owned());
    let opened = after([searched.clone(), Action::Go(Page::Unit(unit))]);
    let site = Site::witnessed().await;
    browser.open(&(site.address() + "#/board")).await;
    browser.write("input[type=search]", WORDS).await;
    browser.shows(&native.screen(&after([searched]))).await;
    browser.click(".found-units a").await;
    browser.shows(&native.screen(&opened)).await;
}

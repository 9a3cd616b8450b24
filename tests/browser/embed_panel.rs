//! The panel of the share dialog that writes the lines for a page of another site.

use guatu::dataset::Lang;
use guatu::export::Embedding;
use guatu::text::{filter, view};
use guatu::view::{PagePart, PageParts, ViewState};

use crate::browser::Browser;
use crate::embed::state_of;
use crate::native::Native;
use crate::site::Site;

/// The share dialog: what is chosen stands in the lines, and in the preview.
pub async fn lines(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let state = state_of(&native, "#/board?area=420106");
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.click("[data-dialog=share]").await;
    browser.click("#share-embed").await;
    // The figures alone: what is filtered stands at the foot, where it stands nowhere else.
    browser.click("[name=amount][value=figures]").await;
    browser.enter(".embed-preview iframe").await;
    browser.is_ready().await;
    let filtered = filter::words(&native.data, &state.filters, Lang::Zh);
    let foot: String = browser
        .eval("return document.querySelector('.footer').innerText", &[])
        .await;
    assert!(foot.contains(&filtered), "no {filtered} in {foot}");
    browser.leave().await;
    browser.click("[name=amount][value=all]").await;
    browser.click(".embed-choices summary").await;
    browser.click("[name=hide][value=filters]").await;
    browser.click("[name=hide][value=strip]").await;
    let amount = "!document.querySelector('[name=amount]:checked')";
    browser.until("a choice of one's own", amount).await;
    let embed = ViewState {
        embed: Some(PageParts::of(&[PagePart::Filters, PagePart::Strip])),
        ..state
    };
    let address = site.address();
    let title = view::whole(&native.data, &embed);
    assert!(title.ends_with(&filtered), "{title}");
    let embedding = Embedding {
        data: &native.data,
        state: &embed,
        title: &title,
        address: &address,
    };
    let lines: String = browser
        .eval(
            "return document.querySelector('.copy-field textarea').value",
            &[],
        )
        .await;
    assert_eq!(lines, embedding.element());
    let alone: String = browser
        .eval(
            "return document.querySelector('.embed-preview a').getAttribute('href')",
            &[],
        )
        .await;
    assert_eq!(alone, native.link(&embed));
    browser.enter(".embed-preview iframe").await;
    browser.is_ready().await;
    browser.shows(&native.screen(&embed)).await;
    browser.has_no_complaint().await;
    browser.leave().await;
}

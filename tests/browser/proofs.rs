//! Proof cards: opened, followed to the printings and back, copied, typed into, printed.

use std::collections::BTreeMap;
use std::fs;

use fantoccini::key::Key;
use guatu::dataset::{Lang, Tables, files};
use guatu::text::{Msg, proof};
use guatu::view::{Action, Page};

use crate::access::{RUN, axe};
use crate::browser::Browser;
use crate::charts::are_drawn;
use crate::native::{Native, after};
use crate::paper::{PRINTED, WATCHED};
use crate::site::Site;

/// A target whose year runs once nine months of it are known.
const TARGET: &str = "wuchang-2020-plan-147-1";

/// The built-in data with nine months of that target's year.
fn running() -> Tables {
    let mut tables = Tables::built_in();
    let figures = tables.get("observations.csv").expect("figures").trim_end();
    let id = "wuchang-2020-q3";
    let added = format!(
        "{id}-1-901,{id},1,第一部分,major-projects,420106,2021-01/2021-09,printed,to_date,=,150,,item,,,,,,2020,,,"
    );
    let figures = format!("{figures}\n{added}\n");
    tables.insert("observations.csv", figures);
    tables
}

/// The page of the indicator of that target.
async fn opened(browser: &Browser) -> (Native, Site, String) {
    let tables = running();
    let texts = files().filter_map(|name| Some((name, tables.get(name)?)));
    let texts: BTreeMap<&str, &str> = texts.collect();
    let site = Site::with_data(&serde_json::to_string(&texts).expect("texts")).await;
    let native = Native::of(&tables);
    let code = native.data.indicator_code("major-projects");
    let link = native.link(&after([Action::Go(Page::Indicator(code.expect("known")))]));
    browser.open(&(site.address() + &link)).await;
    are_drawn(browser).await;
    (native, site, link)
}

fn card() -> String {
    format!("details[data-proof='{TARGET}']")
}

async fn focus(browser: &Browser, selector: &str) {
    let script = format!("document.querySelector({selector:?}).focus()");
    browser.eval::<()>(&script, &[]).await;
}

/// A card closes and opens by Enter; each of its places leads to the line, and Back to the card.
pub async fn by_keyboard(browser: &Browser) {
    let (_native, _site, link) = opened(browser).await;
    let card = card();
    for open in [false, true] {
        focus(browser, &format!("{card} summary")).await;
        browser.strike(Key::Enter).await;
        let is = format!("document.querySelector({card:?}).open === {open}");
        browser.until("the card", &is).await;
    }
    let places = format!(
        "return [...document.querySelectorAll({:?})].map((place) => place.getAttribute('href'))",
        format!("{card} .proof-rows a.place")
    );
    let places: Vec<String> = browser.eval(&places, &[]).await;
    assert_eq!(places.len(), 2, "target and outcome: {places:?}");
    for place in places {
        focus(browser, &format!("{card} a.place[href='{place}']")).await;
        browser.strike(Key::Enter).await;
        browser
            .until("the link", &format!("location.hash === {place:?}"))
            .await;
        let focused = "document.activeElement.closest('.pointed-at') !== null";
        browser.until("the line has the focus", focused).await;
        browser.back().await;
        browser
            .until("the way back", &format!("location.hash === {link:?}"))
            .await;
        browser
            .until(
                "the card",
                &format!("document.querySelector({card:?}) !== null"),
            )
            .await;
    }
}

/// What is copied is the whole proof: rule, numbers, places, edition and method.
pub async fn copied(browser: &Browser) {
    let (native, _site, _) = opened(browser).await;
    browser.eval::<()>(WATCHED, &[]).await;
    focus(browser, &format!("{} [data-copy]", card())).await;
    browser.strike(Key::Enter).await;
    let words = Msg::Copied.get(Lang::Zh);
    let said = format!(
        "document.querySelector({:?}).textContent === '{words}'",
        format!("{} .plot-export [role=status]", card())
    );
    browser.until("it says so", &said).await;
    let copied: Vec<String> = browser.eval("return kept.copied", &[]).await;
    let mut targets = native.ledger().iter(&native.data);
    let one = targets.find(|one| {
        let target = native.data.observation(one.target);
        target.is_some_and(|target| target.id == TARGET)
    });
    let expected = proof::text(&native.data, &one.expect("the target"), &[], Lang::Zh);
    assert_eq!(copied[0], expected);
    for words in [
        "第5条",
        "150 ÷ 210 = 71.43%",
        "第147行",
        "“实施重大项目210项”",
        "评估方法第1版",
    ] {
        assert!(copied[0].contains(words), "no {words} in {}", copied[0]);
    }
}

/// The field holds what is needed; another number has another end, and what is no number is said.
pub async fn calculator(browser: &Browser) {
    let (native, _site, _) = opened(browser).await;
    let field = format!("{} .calculator input", card());
    let told = format!("{} .calculator [role=status]", card());
    let says =
        |words: &str| format!("document.querySelector({told:?}).textContent.includes('{words}')");
    let held = format!("document.querySelector({field:?}).value === '20'");
    browser.until("what is needed", &held).await;
    browser
        .until("the end", &says("为目标的100%，届时判定为“完成”"))
        .await;
    for (typed, words, is_wrong) in [
        (
            "10",
            "到2021年末将达到180项，为目标的85.71%，届时判定为“未完成”",
            false,
        ),
        ("二十", "请填一个数", true),
        ("30", "到2021年末将达到240项", false),
    ] {
        focus(browser, &field).await;
        let empty = format!("document.querySelector({field:?}).select()");
        browser.eval::<()>(&empty, &[]).await;
        browser.write(&field, typed).await;
        browser.until(typed, &says(words)).await;
        let marked = format!("document.querySelector({field:?}).ariaInvalid === '{is_wrong}'");
        browser.until("it is marked", &marked).await;
    }
    // In English the unit is another one, and the field starts anew.
    let code = native.data.indicator_code("major-projects").expect("known");
    let english = after([Action::Lang(Lang::En), Action::Go(Page::Indicator(code))]);
    browser.go(&native.link(&english)).await;
    browser.until("it starts anew", &held).await;
    browser
        .until("the end", &says("the status would be “Met”"))
        .await;
}

/// On paper each card is open whatever it was on the screen, and there is nothing to type into.
pub async fn on_paper(browser: &Browser) {
    let (_native, _site, _) = opened(browser).await;
    browser
        .eval::<()>(
            "document.querySelectorAll('.proof').forEach((card) => (card.open = false))",
            &[],
        )
        .await;
    browser.eval::<()>(PRINTED, &[]).await;
    let shown: (usize, usize, usize) = browser
        .eval(
            "const of = (selector) => [...document.querySelectorAll(selector)]
                .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }));
             return [of('.proof').length, of('.proof-rows').length, of('.proof input, .proof button').length];",
            &[],
        )
        .await;
    assert!(shown.0 > 1);
    assert_eq!((shown.1, shown.2), (shown.0, 0));
}

/// Nothing of an open card stands in the way of those who cannot see or point.
pub async fn access(browser: &Browser) {
    let (_native, _site, _) = opened(browser).await;
    let axe = fs::read_to_string(axe()).expect("axe: `cargo xtask setup` installs it");
    browser.eval::<()>(&axe, &[]).await;
    let found: Vec<String> = browser.eval_async(RUN).await;
    assert!(found.is_empty(), "{}", found.join("\n"));
}

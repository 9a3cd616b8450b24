//! How targets stand: from the strip to the cards, from a card to the proof, and all of them in the
//! execution table.

use guatu::assess::Status;
use guatu::dataset::{Class, Code, Lang, Row};
use guatu::export::{Export, Scope, report, report_name, report_notes, targets};
use guatu::query::execution::execution;
use guatu::query::{Facet, FacetIndex};
use guatu::text::{Msg, label, proof};
use guatu::view::{Action, Page, ViewState};

use fantoccini::key::Key;

use crate::browser::Browser;
use crate::native::{Native, after};
use crate::paper::{PRINTED, WATCHED};
use crate::site::Site;

/// A target that was missed, of the built-in data.
fn missed(native: &Native) -> Row {
    let mut all = native.ledger().iter(&native.data);
    let found = all.find(|one| one.assessment.judgement.status == Status::Missed);
    found.expect("a target that was missed").target
}

/// The targets that were missed, in a view.
fn narrowed(native: &Native, page: Page) -> Action {
    let class = native.data.observation(missed(native)).expect("it").class;
    let class = Facet::Class.find(&native.data, class.map_or("none", Class::code));
    let class = (Facet::Class, class.expect("a choice"));
    let status = (Facet::Status, Status::Missed as Code);
    Action::Narrow(vec![class, status], page)
}

/// The entry of the strip for what was missed: how many it counts, and whether it is marked.
const ENTRY: &str = "const entry = document.querySelector('.tally a[data-status=missed]');
    return [Number(entry.dataset.count), entry.ariaCurrent === 'true', entry.innerText.trim()]";

/// The entry has been pressed: the view shows as many targets as it counted, and no others.
async fn as_counted(browser: &Browser, targets: &str, count: usize) {
    let statuses = format!(
        "return [...document.querySelectorAll('{targets} [data-status]')].map((mark) => mark.dataset.status)"
    );
    let statuses: Vec<String> = browser.eval(&statuses, &[]).await;
    assert_eq!(statuses, vec!["missed"; count]);
    let (still, is_marked, words): (usize, bool, String) = browser.eval(ENTRY, &[]).await;
    assert_eq!((still, is_marked), (count, true));
    assert!(words.ends_with(&count.to_string()), "{words}");
}

/// A status of the strip narrows the board to as many targets as it says, and back when it is pressed again;
/// the status of a card leads to its proof, which is open, in sight and has the focus; Back finds the
/// way. All by keyboard. The execution table has the same strip.
pub async fn by_the_strip(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    browser.open(&(site.address() + "#/board")).await;
    let focus = |selector: &str| format!("document.querySelector({selector:?}).focus()");
    let entry = ".tally a[data-status=missed]";
    let (count, is_marked, _): (usize, bool, String) = browser.eval(ENTRY, &[]).await;
    assert!(count > 0 && !is_marked);
    let board = after([narrowed(&native, Page::Board)]);
    let whole = after([]);
    for shown in [&board, &whole, &board] {
        browser.eval::<()>(&focus(entry), &[]).await;
        browser.strike(Key::Enter).await;
        browser.shows(&native.screen(shown)).await;
    }
    as_counted(browser, ".card-foot", count).await;
    let row = missed(&native);
    let target = native.data.observation(row).expect("it");
    let proven = after([
        narrowed(&native, Page::Board),
        Action::Prove(target.indicator_code, target.row),
    ]);
    let link = native.link(&proven);
    browser
        .eval::<()>(&focus(&format!("a[href=\"{link}\"]")), &[])
        .await;
    browser.strike(Key::Enter).await;
    browser.shows(&native.screen(&proven)).await;
    let card = format!("details[data-proof='{}']", target.id);
    let seen = format!(
        "((found) => found.open && document.activeElement === found.firstElementChild
            && found.getBoundingClientRect().top < innerHeight
            && found.getBoundingClientRect().bottom > 0)(document.querySelector(\"{card}\"))"
    );
    browser.until("the proof in sight", &seen).await;
    browser.back().await;
    browser.shows(&native.screen(&board)).await;
    let left = format!("document.activeElement.getAttribute('href') === {link:?}");
    browser.until("the link that led away", &left).await;

    let all = after([Action::Go(Page::Report)]);
    browser.open(&(site.address() + &native.link(&all))).await;
    let (count, ..): (usize, bool, String) = browser.eval(ENTRY, &[]).await;
    browser.eval::<()>(&focus(entry), &[]).await;
    browser.strike(Key::Enter).await;
    let table = after([narrowed(&native, Page::Report)]);
    browser.shows(&native.screen(&table)).await;
    as_counted(browser, ".execution", count).await;
}

fn table() -> ViewState {
    let native = Native::built_in();
    let statuses = [Status::Met, Status::ReportedMet, Status::Missed];
    let toggles = statuses.map(|status| Action::Toggle(Facet::Status, status as Code));
    let area = native.toggle(Facet::Area, "420106");
    after(toggles.into_iter().chain([area, Action::Go(Page::Report)]))
}

/// The execution table has the targets that pass with their status, follows the filters, and is copied
/// and saved with what it was filtered by, the edition and the version of the method.
pub async fn execution_table(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let all = after([Action::Go(Page::Report)]);
    browser.open(&(site.address() + &native.link(&all))).await;
    browser.shows(&native.screen(&all)).await;
    let state = table();
    browser.go(&native.link(&state)).await;
    browser.shows(&native.screen(&state)).await;
    let shown: Vec<String> = browser
        .eval(
            "return [...document.querySelectorAll('.execution .status-link')].map((link) => link.textContent.trim())",
            &[],
        )
        .await;
    let selection = native.selection(&state);
    let groups = execution(&native.data, native.ledger(), &|row| selection.passes(row));
    let rows = groups.iter().flat_map(|group| &group.targets);
    // Each link names its indicator, also to who hears the links one after the other.
    let words = rows.map(|row| {
        let target = native.data.observation(*row).expect("a target");
        let status = native.ledger().get(&native.data, *row);
        let status = proof::status(&status.expect("it"), Lang::Zh);
        label::headed(&target.indicator.name.zh, &status, Lang::Zh)
    });
    let words: Vec<String> = words.collect();
    assert!(words.len() > 3);
    assert_eq!(shown, words);

    browser.eval::<()>(WATCHED, &[]).await;
    let address = site.address();
    let expected = report(
        &native.data,
        native.ledger(),
        &|row| selection.passes(row),
        Lang::Zh,
    );
    let plain = targets(&Export {
        scope: &Scope::of(&native.data, &FacetIndex::new(&native.data), &state),
        index: &native.index,
        address: Some(&address),
    });
    let plain = plain.table(Lang::Zh).csv();
    let expected = expected.with_notes(report_notes(&native.data, &state, Some(&address)));
    browser.click("[data-export=report-table]").await;
    let said = |msg: Msg| {
        let words = msg.get(Lang::Zh);
        format!("document.querySelector('.report [role=status]').textContent === '{words}'")
    };
    browser.until("it says so", &said(Msg::Copied)).await;
    let copied: Vec<String> = browser.eval("return kept.copied", &[]).await;
    assert_eq!(copied, [expected.tsv(), expected.html()]);
    assert!(copied[0].contains("未完成") && copied[0].contains("评估方法第1版"));
    assert!(copied[0].contains(&native.link(&state)));

    browser.click("[data-export=report-csv]").await;
    browser.until("it says so", &said(Msg::Saved)).await;
    let saved: Vec<String> = browser
        .eval_async(
            "const done = arguments[arguments.length - 1];
             kept.files.at(-1).text().then((text) => done([kept.names.at(-1), text]))",
        )
        .await;
    let name = report_name(&native.data, &state.filters) + ".csv";
    assert!(name.starts_with("guatu-report-420106-met-"), "{name}");
    // Reading a file as text takes the mark of its encoding away.
    assert_eq!(saved, [name, plain]);
}

/// On paper the table has every target, its status as shape and word, and no controls; the head stands
/// once more on each sheet.
pub async fn on_paper(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let state = table();
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    browser.eval::<()>(PRINTED, &[]).await;
    let paper: (usize, usize, usize, String, String) = browser
        .eval(
            "const of = (selector) => [...document.querySelectorAll(selector)]
                .filter((element) => element.checkVisibility());
             return [of('.execution [data-observation]').length,
                of('.execution [data-status] svg').length,
                of('button, .switch, .header, .rail').length,
                getComputedStyle(document.querySelector('.execution thead')).display,
                of('.paper-head')[0].innerText];",
            &[],
        )
        .await;
    let targets = native.screen(&state).rows.len();
    assert_eq!(
        (paper.0, paper.1, paper.2, &*paper.3),
        (targets, targets, 0, "table-header-group")
    );
    for words in ["执行情况表", "未完成", "武昌区"] {
        assert!(paper.4.contains(words), "{words} in {}", paper.4);
    }
}

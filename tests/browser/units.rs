//! The units of government: the matrix by keyboard, the page of one, and the list of a narrow page.

use fantoccini::key::Key;
use guatu::dataset::{Class, Code, Lang, Role, Subject};
use guatu::plot::Point;
use guatu::query::Facet;
use guatu::query::charges::{Charge, open};
use guatu::query::duties::{duties, of_role};
use guatu::text::source;
use guatu::view::{Action, Colouring, Page, Place};
use serde::Deserialize;

use crate::browser::Browser;
use crate::charts::are_drawn;
use crate::native::{Native, after};
use crate::paper::PRINTED;
use crate::site::Site;

/// Along a row with the right arrow, down its column, and to a unit with Enter.
pub async fn by_keyboard(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let view = after([Action::Go(Page::Units)]);
    browser.open(&(site.address() + &native.link(&view))).await;
    browser.shows(&native.screen(&view)).await;
    are_drawn(browser).await;
    let plot = native.matrices(&view).remove(0);
    browser
        .eval::<()>("document.querySelector('canvas').focus()", &[])
        .await;
    // The first row has its name, then its cells; the second begins with its name too.
    for (key, point) in [(Key::Down, 0), (Key::Right, 1), (Key::Left, 0)] {
        browser.press(key).await;
        tells(browser, &plot.points[point]).await;
    }
    browser.press(Key::Down).await;
    let second = plot
        .points
        .iter()
        .position(|point| point_page(point) != point_page(&plot.points[0]));
    let second = &plot.points[second.expect("a second unit")];
    tells(browser, second).await;
    browser.press(Key::Enter).await;
    let opened = after([Action::Go(point_page(second).expect("a unit"))]);
    browser.shows(&native.screen(&opened)).await;
}

/// The page of a unit has a place for each duty, in order: what it leads first.
async fn page_of(browser: &Browser, native: &Native, unit: Code) {
    const PLACES: &str = "return [...document.querySelectorAll('[data-part] .duty-place .place')].map((a) => a.textContent)";
    let state = after([Action::Go(Page::Unit(unit))]);
    browser.go(&native.link(&state)).await;
    browser.shows(&native.screen(&state)).await;
    let places: Vec<String> = browser.eval(PLACES, &[]).await;
    let fields = duties(&native.data, unit);
    let parts = [Role::Lead, Role::Responsible].map(|role| of_role(&fields, role));
    let all = parts.iter().flatten().flat_map(|(_, duties)| duties);
    let lines: Vec<String> = all
        .map(|duty| source::line(duty.printed.line, Lang::Zh))
        .collect();
    assert_eq!(places, lines);
}

/// Every unit's page has its duties; the place of one whose units are named in a later line than
/// the task begins in is in sight and has the focus.
pub async fn page(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    browser.open(&(site.address() + "#/units")).await;
    let found = units_of(&native);
    for unit in found.iter().take(5) {
        page_of(browser, &native, *unit).await;
    }
    let later = native.data.responsibilities.iter().find(|duty| {
        let tasks = &native.data.tasks;
        !tasks.iter().any(|task| task.line == duty.line) && matches!(duty.subject, Subject::Task(_))
    });
    let later = later.expect("a task of several lines");
    page_of(browser, &native, later.organisation).await;
    let place = Place::line(later.document, later.line);
    let opened = after([Action::Open(place)]);
    let href = native.link(&opened);
    browser
        .click(&format!(".duty-place a[href='{href}']"))
        .await;
    browser.shows(&native.screen(&opened)).await;
    let focused = format!("document.activeElement.dataset.line === '{}'", later.line);
    browser.until("the line with the focus", &focused).await;
}

/// What a unit's page says of its targets.
#[derive(Debug, Deserialize)]
struct Brief {
    /// Part, class, status and count of each entry of the strip.
    strip: Vec<(String, String, String, usize)>,
    /// The open questions, by the target's id, in order.
    questions: Vec<String>,
    /// The statuses beside the targets of the tables below.
    beside: usize,
    /// Whether the questions stand before the tables.
    first: bool,
}

const BRIEF: &str = r#"
    const of = (selector) => [...document.querySelectorAll(selector)];
    const [questions, table] = [".questions", "[data-part]"].map((s) => document.querySelector(s));
    return {
      strip: of(".standing-class [data-status]").map((one) => [
        one.closest("[data-role]").dataset.role,
        one.closest("[data-class]")?.dataset.class ?? "",
        one.dataset.status,
        Number(one.dataset.count),
      ]),
      questions: of("[data-question]").filter((one) => one.checkVisibility()).map((one) => one.dataset.question),
      beside: of("[data-part] .duty-status [data-status]").length,
      first: questions.getBoundingClientRect().bottom <= table.getBoundingClientRect().top,
    };
"#;

/// A unit is reached from the list of the matrix by keyboard; its strip and its questions are those of the
/// native selection, on the screen and on paper, and a question leads to where it is printed.
pub async fn brief(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let code = Facet::Organisation.find(&native.data, "wuchang-health");
    let state = after([Action::Go(Page::Unit(code.expect("a unit")))]);
    browser.open(&(site.address() + &native.link(&state))).await;
    browser.shows(&native.screen(&state)).await;
    let charges = native.charges(code.expect("a unit"));
    let id = |charge: &Charge| {
        let target = native.data.observation(charge.target);
        target.expect("a target").id.to_owned()
    };
    let questions: Vec<String> = open(&charges).iter().map(id).collect();
    let shown: Brief = browser.eval(BRIEF, &[]).await;
    assert_eq!(shown.questions, questions);
    assert!(shown.first && shown.beside >= charges.len());
    strip_is_of(browser, &charges).await;
    browser.eval::<()>(PRINTED, &[]).await;
    let paper: Brief = browser.eval(BRIEF, &[]).await;
    assert_eq!(paper.questions, questions);
    assert!(paper.first, "the questions before the table");
    let method = "return document.querySelector('.unit-method').checkVisibility()";
    assert!(browser.eval::<bool>(method, &[]).await);
    browser.go(&native.link(&state)).await;
    let first = "document.querySelector('[data-question] .place')";
    browser.eval::<()>(&format!("{first}.focus()"), &[]).await;
    browser.press(Key::Enter).await;
    let opened = Place::of(&native.data, open(&charges)[0].target).expect("its place");
    let opened = after([Action::Go(state.page), Action::Open(opened)]);
    browser.shows(&native.screen(&opened)).await;
}

/// The strip of the unit's page that is open counts these targets, each once.
pub async fn strip_is_of(browser: &Browser, charges: &[Charge]) {
    let shown: Brief = browser.eval(BRIEF, &[]).await;
    let mut strip = 0;
    for (role, class, status, count) in &shown.strip {
        let own = charges.iter().filter(|charge| {
            charge.role.code() == role
                && charge.class.map_or("", Class::code) == class
                && charge.status.code() == status
        });
        assert_eq!(own.count(), *count, "{role} {class} {status}");
        strip += count;
    }
    assert_eq!(strip, charges.len(), "nothing twice, nothing left out");
}

/// The switch is a link: by keyboard into the address, over a reload, and back; the words of a mark then name
/// the worst status.
pub async fn coloured(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let plain = after([Action::Go(Page::Units)]);
    let coloured = after([Action::Go(Page::Units), Action::Colour(Colouring::Status)]);
    browser.open(&(site.address() + &native.link(&plain))).await;
    browser.shows(&native.screen(&plain)).await;
    let option = "document.querySelector('.units-switch a:not([aria-current])')";
    browser.eval::<()>(&format!("{option}.focus()"), &[]).await;
    browser.press(Key::Enter).await;
    browser.shows(&native.screen(&coloured)).await;
    browser.reload().await;
    browser.shows(&native.screen(&coloured)).await;
    are_drawn(browser).await;
    let current = "document.querySelector('.units-switch [aria-current]').hash.includes('status')";
    browser.until("the choice", current).await;
    let plot = native.matrices(&coloured).remove(0);
    browser
        .eval::<()>("document.querySelector('canvas').focus()", &[])
        .await;
    browser.press(Key::Down).await;
    tells(browser, &plot.points[0]).await;
    browser.press(Key::Right).await;
    tells(browser, &plot.points[1]).await;
}

/// The list has every unit of the matrix, in its order.
pub async fn narrow(browser: &Browser) {
    const UNITS: &str = r#"
        return [...document.querySelectorAll(".units-list li a")]
          .filter((a) => a.checkVisibility() && a.clientHeight >= 44)
          .map((a) => a.hash);
    "#;
    let native = Native::built_in();
    let site = Site::witnessed().await;
    browser.resize(390, 844).await;
    browser.open(&(site.address() + "#/units")).await;
    let expected = units_of(&native).into_iter();
    let expected: Vec<String> = expected
        .map(|unit| native.link(&after([Action::Go(Page::Unit(unit))])))
        .collect();
    let count = expected.len();
    let listed = format!("document.querySelectorAll('.units-list li a').length === {count}");
    browser.until("all units", &listed).await;
    let units: Vec<String> = browser.eval(UNITS, &[]).await;
    assert_eq!(units, expected);
}

/// The units in the order of the matrix.
fn units_of(native: &Native) -> Vec<Code> {
    let plots = native.matrices(&after([Action::Go(Page::Units)]));
    let points = plots.iter().flat_map(|plot| &plot.points);
    let mut units: Vec<Code> = points
        .filter_map(|point| match point_page(point) {
            Some(Page::Unit(unit)) => Some(unit),
            _ => None,
        })
        .collect();
    units.dedup();
    units
}

fn point_page(point: &Point) -> Option<Page> {
    match point {
        Point::Group(group) => Some(group.page),
        Point::Figure(_) | Point::Pair { .. } => None,
    }
}

/// The tip has the words of the mark, and assistive technology is told.
async fn tells(browser: &Browser, point: &Point) {
    let Point::Group(group) = point else {
        panic!("a cell of the matrix");
    };
    for place in [".tip", "figure [aria-live]"] {
        let is = format!(
            "document.querySelector('{place}')?.textContent.includes('{}')",
            group.words
        );
        browser.until(&group.words, &is).await;
    }
}

//! The units of government: the matrix by keyboard, the page of one, and the list of a narrow page.

use fantoccini::key::Key;
use guatu::dataset::{Code, Lang, Subject};
use guatu::plot::Point;
use guatu::query::duties::duties;
use guatu::text::source;
use guatu::view::{Action, Page, Place};

use crate::browser::Browser;
use crate::charts::are_drawn;
use crate::native::{Native, after};
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

/// The page of a unit has a place for each duty, in order.
async fn page_of(browser: &Browser, native: &Native, unit: Code) {
    const PLACES: &str =
        "return [...document.querySelectorAll('.duty-place .place')].map((a) => a.textContent)";
    let state = after([Action::Go(Page::Unit(unit))]);
    browser.go(&native.link(&state)).await;
    browser.shows(&native.screen(&state)).await;
    let places: Vec<String> = browser.eval(PLACES, &[]).await;
    let fields = duties(&native.data, unit);
    let all = fields.iter().flat_map(|(_, duties)| duties);
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
    let units: Vec<String> = browser.eval(UNITS, &[]).await;
    let expected = units_of(&native).into_iter();
    let expected: Vec<String> = expected
        .map(|unit| native.link(&after([Action::Go(Page::Unit(unit))])))
        .collect();
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

//! The marks of a chart: the figure behind each is a key or a move of the pointer away.

use fantoccini::key::Key;
use guatu::chart::{self, HitMap, Theme};
use guatu::dataset::Lang;
use guatu::plot::{Plot, Point, told_standing};
use guatu::query::Facet;
use guatu::text::figure;
use guatu::view::{Action, Form, Page, reduce};

use crate::browser::Browser;
use crate::charts::are_drawn;
use crate::native::{Native, after};
use crate::site::Site;

const NO_TIP: &str = "!document.querySelector('.tip')";

/// What a mark stands for.
struct Mark {
    /// The page that it leads to.
    page: Page,
    /// Its figure as the tip shows it.
    shown: String,
    /// Its figure as it is spoken: a bound in words.
    spoken: String,
    /// How its target stands, with its flags and gap; empty without one.
    standing: String,
}

impl Mark {
    fn of(native: &Native, point: &Point) -> Option<Self> {
        let figure = native.data.observation(point.row()?)?;
        let target = match point {
            Point::Pair { target, .. } => native.data.observation(*target)?,
            _ => figure,
        };
        let standing = told_standing(&native.data, native.ledger(), &target, Lang::Zh);
        Some(Self {
            standing: standing.unwrap_or_default(),
            page: Page::Indicator(figure.indicator_code),
            shown: figure::line(&figure, Lang::Zh),
            spoken: figure::said(&figure, Lang::Zh),
        })
    }
}

/// Along the marks with the arrows, away with Escape, to an indicator with Enter.
pub async fn by_keyboard(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let marks = opened(browser, &native, &site).await;
    browser.eval::<()>(FOCUS, &[]).await;
    for (key, mark) in [(Key::Right, 0), (Key::Down, 1), (Key::Left, 0)] {
        browser.press(key).await;
        tells(browser, &marks[mark]).await;
    }
    browser.press(Key::Escape).await;
    browser.until("no tip", NO_TIP).await;
    browser.press(Key::Right).await;
    tells(browser, &marks[0]).await;
    browser.press(Key::Enter).await;
    let page = after([Action::Go(marks[0].page)]);
    browser.shows(&native.screen(&page)).await;
}

/// A segment of the distribution tells what it counts, and filters the table to it.
pub async fn of_groups(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let view = after([Action::Go(Page::Chart), Action::Form(Form::Distribution)]);
    browser.open(&(site.address() + &native.link(&view))).await;
    are_drawn(browser).await;
    let plots = native.plots(&view);
    let Some(Point::Group(group)) = plots[0].points.first() else {
        panic!("a segment stands for several figures");
    };
    browser.eval::<()>(FOCUS, &[]).await;
    browser.press(Key::Right).await;
    for place in [".tip", "figure [aria-live]"] {
        let words = &group.words;
        let text = format!("document.querySelector('{place}')?.textContent.includes('{words}')");
        browser.until(&format!("{words} in {place}"), &text).await;
    }
    browser.press(Key::Enter).await;
    let table = reduce(&view, Action::Narrow(group.choices.clone(), group.page));
    browser.shows(&native.screen(&table)).await;
}

/// Where all figures are targets a segment is a status: the pointer over one tells it, a press filters
/// the table to its theme and status.
pub async fn of_statuses(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let view = after([
        Action::Go(Page::Chart),
        Action::Form(Form::Distribution),
        native.toggle(Facet::Kind, "target"),
    ]);
    browser.open(&(site.address() + &native.link(&view))).await;
    are_drawn(browser).await;
    let plots = native.plots(&view);
    let hits = hits(browser, &plots[0]).await;
    let marks = hits.marks.iter().enumerate();
    let widest = marks.max_by(|(_, a), (_, b)| a.width.total_cmp(&b.width));
    let (index, mark) = widest.expect("a segment");
    let Some(Point::Group(group)) = plots[0].points.get(mark.point as usize) else {
        panic!("a segment stands for several figures");
    };
    assert!(
        group
            .choices
            .iter()
            .any(|(facet, _)| *facet == Facet::Status)
    );
    browser.eval::<()>(FOCUS, &[]).await;
    point_at(browser, &hits, index).await;
    let words = &group.words;
    let text = format!("document.querySelector('.tip')?.textContent.includes('{words}')");
    browser.until(words, &text).await;
    browser.press_pointer().await;
    let table = reduce(&view, Action::Narrow(group.choices.clone(), group.page));
    browser.shows(&native.screen(&table)).await;
}

/// How many marks of a chart are walked.
const WALKED: usize = 6;

/// In every form the arrows walk the marks in the order of the hit map, each tells the figure behind
/// it, the pointer over it tells the same, and a press opens its indicator.
pub async fn of_every_form(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let forms = [Form::Bullets, Form::Trend, Form::Dumbbell, Form::Pace];
    for form in forms {
        let view = after([Action::Go(Page::Chart), Action::Form(form)]);
        browser.open(&(site.address() + &native.link(&view))).await;
        are_drawn(browser).await;
        let plots = native.plots(&view);
        let hits = hits(browser, &plots[0]).await;
        let marks = hits.marks.iter().filter_map(|mark| {
            let point = plots[0].points.get(mark.point as usize)?;
            Mark::of(&native, point)
        });
        let marks: Vec<Mark> = marks.collect();
        assert!(!marks.is_empty(), "{form:?} draws figures");
        browser.eval::<()>(FOCUS, &[]).await;
        for mark in marks.iter().take(WALKED) {
            browser.press(Key::Right).await;
            tells(browser, mark).await;
        }
        browser.press(Key::Home).await;
        tells(browser, &marks[0]).await;
        browser.press(Key::Escape).await;
        browser.until("no tip", NO_TIP).await;
        point_at(browser, &hits, 0).await;
        tells(browser, &marks[0]).await;
        browser.press_pointer().await;
        let page = reduce(&view, Action::Go(marks[0].page));
        browser.shows(&native.screen(&page)).await;
    }
}

/// Over a mark, which shows its figure, and away, which hides it.
pub async fn by_pointer(browser: &Browser) {
    let native = Native::built_in();
    let site = Site::witnessed().await;
    let marks = opened(browser, &native, &site).await;
    let plots = native.plots(&after([Action::Go(Page::Chart)]));
    let hits = hits(browser, &plots[0]).await;
    browser.eval::<()>(FOCUS, &[]).await;
    point_at(browser, &hits, 0).await;
    tells(browser, &marks[0]).await;
    browser.point(2.0, 2.0).await;
    browser.until("no tip", NO_TIP).await;
}

/// Gives the chart the focus, as Tab does.
const FOCUS: &str = r#"
    const canvas = document.querySelector("canvas");
    canvas.focus();
    canvas.scrollIntoView({ block: "center" });
"#;

/// Where the chart begins in the window.
const CORNER: &str = r#"
    const frame = document.querySelector("canvas").getBoundingClientRect();
    return [frame.left, frame.top];
"#;

/// How wide the chart is.
const WIDTH: &str = "return document.querySelector('canvas').clientWidth";

/// The hit map of a chart as wide as the page's. A tip is no witness of where its mark is: it stands
/// beside the mark, and at the edge it is moved inside.
async fn hits(browser: &Browser, plot: &Plot) -> HitMap {
    let width: u32 = browser.eval(WIDTH, &[]).await;
    let drawn = chart::svg(&plot.chart, width, &Theme::light());
    drawn.expect("a drawing").1
}

/// Moves the pointer over the middle of a mark.
async fn point_at(browser: &Browser, hits: &HitMap, index: usize) {
    let mark = &hits.marks[index];
    let [left, top]: [f64; 2] = browser.eval(CORNER, &[]).await;
    let (x, y) = (mark.x + mark.width / 2.0, mark.y + mark.height / 2.0);
    assert_eq!(hits.at(x, y), Some(index), "another mark lies over it");
    browser.point(left + x, top + y).await;
}

/// Opens the chart of outcomes against targets, and says what its marks stand for.
async fn opened(browser: &Browser, native: &Native, site: &Site) -> Vec<Mark> {
    let view = after([Action::Go(Page::Chart)]);
    browser.open(&(site.address() + &native.link(&view))).await;
    are_drawn(browser).await;
    let plots = native.plots(&view);
    let points = plots[0].points.iter();
    points.filter_map(|point| Mark::of(native, point)).collect()
}

/// The tip has the figure of the mark and the status of its target, and assistive technology is told.
async fn tells(browser: &Browser, mark: &Mark) {
    for (place, words) in [
        (".tip b", &mark.shown),
        ("figure [aria-live]", &mark.spoken),
        (".tip", &mark.standing),
        ("figure [aria-live]", &mark.standing),
    ] {
        let text = format!("document.querySelector('{place}')?.textContent.includes('{words}')");
        browser.until(&format!("{words} in {place}"), &text).await;
    }
}

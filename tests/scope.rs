//! Which figures a view shows, exports and counts, and what files of them are called.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{Dataset, Observation, Tables, load};
use guatu::export::{Scope, figures_name};
use guatu::query::FacetIndex;
use guatu::view::link;

fn built_in() -> Dataset {
    load(&Tables::built_in()).expect("a valid package")
}

/// What a link shows: the ids of its figures, how that is said, and the name of a file of them.
fn shown<'a>(data: &'a Dataset, asked: &str) -> (Vec<&'a str>, String, String) {
    let (state, notices) = link::read(asked, data);
    assert!(notices.is_empty(), "{notices:?}");
    let scope = Scope::of(data, &FacetIndex::new(data), &state);
    let figures = data.iter().filter(|figure| scope.takes(figure.row));
    let ids: Vec<&str> = figures.map(|figure| figure.id).collect();
    assert_eq!(ids.len(), scope.count() as usize);
    (ids, scope.words(), figures_name(&scope))
}

fn ids<'a>(data: &'a Dataset, asked: &str) -> Vec<&'a str> {
    shown(data, asked).0
}

fn said(data: &Dataset, asked: &str) -> String {
    shown(data, asked).1
}

/// The ids of the figures of which something is true.
fn where_so(data: &Dataset, is_so: impl Fn(&Observation<'_>) -> bool) -> Vec<&str> {
    let figures = data.iter().filter(|figure| is_so(figure));
    figures.map(|figure| figure.id).collect()
}

#[test]
fn the_pages_of_an_indicator_and_of_a_unit_show_their_own_whatever_the_filters() {
    let data = built_in();
    let growth = data.indicator_code("gdp-growth").expect("it");
    let own = where_so(&data, |figure| figure.indicator_code == growth);
    assert_eq!(
        ids(&data, "#/indicator/gdp-growth?area=420103&status=missed"),
        own
    );
    let mut units = data.organisations.iter();
    let link = |id: &str| format!("#/unit/{id}?area=420103");
    let unit = units.find(|unit| ids(&data, &link(&unit.id)).len() > 3);
    let unit = unit.expect("a unit with figures");
    assert!(ids(&data, &link(&unit.id)).len() < ids(&data, "#/table").len());
    assert!(said(&data, &link(&unit.id)).contains(&*unit.name.zh));
}

#[test]
fn a_chart_shows_the_indicators_that_it_draws_and_of_them_what_passes() {
    let data = built_in();
    let [gdp, growth] = ["gdp", "gdp-growth"].map(|id| data.indicator_code(id).expect(id));
    let is_picked = |figure: &Observation<'_>| [gdp, growth].contains(&figure.indicator_code);
    let picked = "#/chart?pick=gdp~gdp-growth";
    assert_eq!(ids(&data, picked), where_so(&data, is_picked));
    let filtered = "#/chart?area=420103&pick=gdp~gdp-growth";
    assert_eq!(
        ids(&data, filtered),
        where_so(&data, |figure| is_picked(figure)
            && figure.area.code.starts_with("420103"))
    );
    assert_eq!(said(&data, picked), "指标：地区生产总值、地区生产总值增速");
    assert_eq!(
        said(&data, filtered),
        "指标：地区生产总值、地区生产总值增速；已筛选（地区：江汉区）"
    );
}

#[test]
fn what_is_said_of_a_chart_is_what_it_holds() {
    let data = built_in();
    // Without a pick the usual indicators are drawn, and they are named.
    for asked in [
        "#/chart",
        "#/chart?form=bullets",
        "#/chart?area=420103&form=trend",
    ] {
        let shown = ids(&data, asked);
        assert!(
            !shown.is_empty() && shown.len() < data.iter().count(),
            "{asked}"
        );
        let mut names: Vec<&str> = Vec::new();
        for figure in data.iter().filter(|figure| shown.contains(&figure.id)) {
            if !names.contains(&&*figure.indicator.name.zh) {
                names.push(&figure.indicator.name.zh);
            }
        }
        let words = said(&data, asked);
        let own = words.split('；').next().unwrap_or_default();
        let said: Vec<&str> = own.trim_start_matches("指标：").split('、').collect();
        assert!(
            names.iter().all(|name| said.contains(name)),
            "{words}: {names:?}"
        );
    }
    // A chart that counts takes all figures, whatever was picked before, and says so.
    let counts = "#/chart?form=distribution&pick=gdp";
    assert_eq!(ids(&data, counts), ids(&data, "#/table"));
    assert_eq!(said(&data, counts), said(&data, "#/table"));
}

#[test]
fn an_open_document_shows_its_own_and_of_them_what_passes() {
    let data = built_in();
    let link = "#/source/wuchang-2020-plan";
    let is_own = |figure: &Observation<'_>| &*figure.document.id == "wuchang-2020-plan";
    assert_eq!(ids(&data, link), where_so(&data, is_own));
    let targets = ids(&data, &format!("{link}?kind=target"));
    assert!(!targets.is_empty() && targets.len() < ids(&data, link).len());
    assert!(
        said(&data, link).starts_with("文件：关于武昌区"),
        "{}",
        said(&data, link)
    );
    assert_eq!(ids(&data, "#/sources"), ids(&data, "#/table"));
}

#[test]
fn files_are_named_for_what_is_in_them() {
    let data = built_in();
    let edition = &data.edition;
    for (asked, expected) in [
        ("#/board", "guatu-figures"),
        (
            "#/table?area=420106&period=2021/2025&status=missed",
            "guatu-figures-420106-2021-2025-missed",
        ),
        (
            "#/table?q=gdp&class=binding&area=420106",
            "guatu-figures-420106-binding-gdp",
        ),
        ("#/indicator/gdp-growth?area=420106", "guatu-gdp-growth"),
        (
            "#/chart?area=420103&pick=gdp~gdp-growth",
            "guatu-chart-gdp-gdp-growth-420103",
        ),
        ("#/chart?form=distribution&pick=gdp", "guatu-figures"),
        ("#/source/wuchang-2020-plan", "guatu-wuchang-2020-plan"),
    ] {
        let (_, _, name) = shown(&data, asked);
        assert_eq!(name, format!("{expected}-{edition}"));
    }
}

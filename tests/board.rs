//! The board's sections and cards over the built-in data, against plain definitions of them.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{Dataset, Kind, Lang, Tables, load};
use guatu::query::board::{Heading, beyond, by_plan, by_theme, cards, repeated};
use guatu::query::{Facet, FacetIndex, Filters, Selection};
use guatu::text::source;

fn data() -> Dataset {
    load(&Tables::built_in()).expect("the built-in package is valid")
}

fn select(data: &Dataset, filters: &Filters) -> Selection {
    Selection::new(data, &FacetIndex::new(data), filters)
}

#[test]
fn the_board_shows_every_target_once_and_the_newest_plan_first() {
    let data = data();
    let sections = by_plan(&data, &select(&data, &Filters::default()));
    let cards: usize = sections
        .iter()
        .flat_map(|section| &section.cards)
        .filter(|card| card.target.is_some())
        .count();
    let mut targets: Vec<_> = data
        .iter()
        .filter(|figure| figure.kind == Kind::Target)
        .map(|figure| (figure.area_code, figure.plan_code, figure.indicator_code))
        .collect();
    targets.sort_unstable();
    targets.dedup();
    assert_eq!(cards, targets.len());
    let ends: Vec<f64> = sections
        .iter()
        .filter_map(|section| section.cards.first().map(|card| card.period.end()))
        .collect();
    assert!(ends.is_sorted_by(|a, b| a >= b), "{ends:?}");
    let by_theme = by_theme(&data, &select(&data, &Filters::default()));
    assert!(
        by_theme
            .iter()
            .all(|section| matches!(section.heading, Heading::Theme(_)))
    );
    let same: usize = by_theme.iter().map(|section| section.cards.len()).sum();
    assert_eq!(
        same,
        sections
            .iter()
            .map(|section| section.cards.len())
            .sum::<usize>()
    );
}

#[test]
fn what_no_plan_names_stands_in_its_year_and_is_counted_in_no_plan() {
    let data = data();
    let sections = by_plan(&data, &select(&data, &Filters::default()));
    let mut years = Vec::new();
    for section in &sections {
        let planned = matches!(section.heading, Heading::Plan { .. });
        for card in &section.cards {
            assert_eq!(card.target.is_some(), planned, "{:?}", section.heading);
            assert_eq!(card.plan.is_some(), planned, "{:?}", section.heading);
        }
        if let Heading::Year { area, year } = section.heading {
            let area = data.area(area).expect("an area");
            years.push((&*area.code, year, section.cards.len()));
        }
    }
    assert_eq!(years, [("420103", 2024, 5), ("420106", 2020, 5)]);
    let annual = sections.iter().find(|section| match section.heading {
        Heading::Plan { plan, .. } => &*data.plans[usize::from(plan)].id == "2020-annual",
        _ => false,
    });
    assert_eq!(annual.expect("the plan of 2020").cards.len(), 7);
}

#[test]
fn a_target_that_is_printed_again_is_on_one_card_and_counted_as_repeated() {
    let data = data();
    let selection = select(&data, &Filters::default());
    let sections = by_plan(&data, &selection);
    assert_eq!(repeated(&data, &sections, &selection), 2);
    let cards = sections.iter().flat_map(|section| &section.cards);
    let targets = cards.filter(|card| card.target.is_some()).count();
    let printed = data.iter().filter(|figure| figure.kind == Kind::Target);
    assert_eq!(printed.count(), targets + 2);
    let words = source::beyond_the_board(beyond(&sections, &selection), 2, Lang::Zh);
    assert!(words.contains("同一目标只列一次"), "{words}");
    assert!(words.ends_with("其中2条为目标的重复记载。"), "{words}");
    let mut filters = Filters::default();
    filters.toggle(
        Facet::Period,
        Facet::Period.find(&data, "2020").expect("a year"),
    );
    let selection = select(&data, &filters);
    let sections = by_plan(&data, &selection);
    assert_eq!(repeated(&data, &sections, &selection), 0);
    let words = source::beyond_the_board(1, 0, Lang::En);
    assert!(words.ends_with("the table has 1 more figure."), "{words}");
}

#[test]
fn no_two_cards_stand_for_the_same_thing() {
    let data = data();
    let mut seen = Vec::new();
    for card in cards(&data, &select(&data, &Filters::default())) {
        let what = (
            card.indicator,
            card.area,
            card.plan,
            card.period,
            card.target.is_some(),
        );
        assert!(!seen.contains(&what), "{what:?}");
        seen.push(what);
    }
}

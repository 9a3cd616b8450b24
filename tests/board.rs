//! The board's sections and cards over the built-in data, against plain definitions of them.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use std::fmt::Write as _;

use guatu::assess::Status;
use guatu::dataset::{Class, Code, Dataset, Kind, Lang, Period, Row, Tables, load};
use guatu::query::board::{Board, Card, Heading, cards, targets};
use guatu::query::execution::{execution, passing};
use guatu::query::strip::{Tally, tallies};
use guatu::query::{Facet, FacetIndex, Filters, Selection};
use guatu::text::source;
use guatu::view::{Action, Page, ViewState, reduce};

fn data() -> Dataset {
    load(&Tables::built_in()).expect("the built-in package is valid")
}

/// The built-in package with more figures, each from the id to the shared column.
fn with(figures: &[&str]) -> Dataset {
    let mut tables = Tables::built_in();
    let mut text = tables.get("observations.csv").expect("figures").to_owned();
    for figure in figures {
        writeln!(text, "{figure},made up,,,").expect("writing to a string");
    }
    tables.insert("observations.csv", text);
    load(&tables).expect("a valid package")
}

fn select(data: &Dataset, filters: &Filters) -> Selection {
    Selection::new(data, &FacetIndex::new(data), filters)
}

#[test]
fn the_board_shows_every_target_once_and_the_newest_plan_first() {
    let data = data();
    let index = FacetIndex::new(&data);
    let selection = select(&data, &Filters::default());
    let board = Board::new(&data, &index, &selection);
    let sections = board.by_plan(usize::MAX);
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
    let by_theme = board.by_theme(usize::MAX);
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
    assert_eq!(board.cards, same);
}

#[test]
fn of_a_long_board_the_first_sections_are_made_and_all_cards_counted() {
    let data = data();
    let index = FacetIndex::new(&data);
    let selection = select(&data, &Filters::default());
    let board = Board::new(&data, &index, &selection);
    let all = board.by_plan(usize::MAX);
    let two = all[0].cards.len() + 1;
    assert_eq!(board.by_plan(two), all[..2]);
    assert_eq!(board.by_plan(two - 1), all[..1]);
    assert!(board.cards > two);
}

#[test]
fn what_no_plan_names_stands_in_its_year_and_is_counted_in_no_plan() {
    let data = data();
    let index = FacetIndex::new(&data);
    let selection = select(&data, &Filters::default());
    let sections = Board::new(&data, &index, &selection).by_plan(usize::MAX);
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
    let index = FacetIndex::new(&data);
    let selection = select(&data, &Filters::default());
    let board = Board::new(&data, &index, &selection);
    let sections = board.by_plan(usize::MAX);
    assert_eq!(board.repeated, 2);
    let cards = sections.iter().flat_map(|section| &section.cards);
    let targets = cards.filter(|card| card.target.is_some()).count();
    let printed = data.iter().filter(|figure| figure.kind == Kind::Target);
    assert_eq!(printed.count(), targets + 2);
    let words = source::beyond_the_board(board.beyond, 2, Lang::Zh);
    assert!(words.contains("同一目标只列一次"), "{words}");
    assert!(words.ends_with("其中2条为目标的重复记载。"), "{words}");
    let mut filters = Filters::default();
    filters.toggle(
        Facet::Period,
        Facet::Period.find(&data, "2020").expect("a year"),
    );
    let selection = select(&data, &filters);
    assert_eq!(Board::new(&data, &index, &selection).repeated, 0);
    let words = source::beyond_the_board(1, 0, Lang::En);
    assert!(words.ends_with("the table has 1 more figure."), "{words}");
}

#[test]
fn no_two_cards_stand_for_the_same_thing() {
    let data = data();
    let index = FacetIndex::new(&data);
    let mut seen = Vec::new();
    for card in cards(&data, &index, &select(&data, &Filters::default())) {
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

/// Some choices by their values.
fn chosen(data: &Dataset, choices: &[(Facet, &str)]) -> ViewState {
    let toggle = |state: ViewState, (facet, value): &(Facet, &str)| {
        let code = facet.find(data, value).expect("a choice");
        reduce(&state, Action::Toggle(*facet, code))
    };
    choices.iter().fold(ViewState::default(), toggle)
}

/// The strip of a view over some targets.
fn strip(data: &Dataset, index: &FacetIndex, state: &ViewState, rows: &[Row]) -> Vec<Tally> {
    let selection = Selection::new(data, index, &state.filters);
    tallies(
        data,
        index.ledger(),
        (&state.filters, &selection),
        rows.iter().copied(),
    )
}

#[test]
fn an_entry_of_the_strip_shows_exactly_what_it_counted_and_takes_it_back() {
    let data = data();
    let index = FacetIndex::new(&data);
    let all: Vec<Row> = index.ledger().targets().collect();
    let pages = [
        (Page::Board, targets(&index).collect()),
        (Page::Report, all),
    ];
    let states = [
        chosen(&data, &[]),
        chosen(&data, &[(Facet::Area, "420106"), (Facet::Period, "2020")]),
        chosen(&data, &[(Facet::Class, "none")]),
        chosen(&data, &[(Facet::Status, "missed"), (Facet::Status, "met")]),
        reduce(&ViewState::default(), Action::Search("gdp".to_owned())),
    ];
    for (page, rows) in &pages {
        for state in &states {
            let state = reduce(state, Action::Go(*page));
            let strip_of = |state: &ViewState| strip(&data, &index, state, rows);
            let entries = strip_of(&state).into_iter().flat_map(|tally| {
                let counts = tally.counts.clone().into_iter();
                counts.map(move |(status, count)| (tally.choices(status), count))
            });
            let entries: Vec<([(Facet, Code); 2], usize)> = entries.collect();
            assert!(!entries.is_empty());
            for (choices, count) in entries {
                let narrow = Action::Narrow(choices.to_vec(), *page);
                let next = reduce(&state, narrow.clone());
                let selection = Selection::new(&data, &index, &next.filters);
                let shown = rows.iter().filter(|row| selection.passes(**row));
                assert_eq!(shown.count(), count, "{choices:?}");
                if *page == Page::Board {
                    let cards = cards(&data, &index, &selection);
                    assert_eq!(cards.len(), count, "{choices:?}");
                }
                let back = reduce(&next, narrow);
                assert_eq!(
                    strip_of(&next),
                    strip_of(&back),
                    "the strip stays as it was"
                );
                let mut filters = state.filters.clone();
                for (facet, _) in choices {
                    filters.set(facet, Vec::new());
                }
                assert_eq!(back.filters, filters);
            }
        }
    }
}

#[test]
fn the_strip_counts_each_class_of_targets_and_none_of_other_figures() {
    let data = data();
    let index = FacetIndex::new(&data);
    let count = |state: &ViewState| {
        let strip = strip(&data, &index, state, &targets(&index).collect::<Vec<_>>());
        let all = strip.iter().map(|tally| (tally.class, tally.all()));
        all.collect::<Vec<_>>()
    };
    let wanted = [
        (Some(Class::Binding), 6),
        (Some(Class::Anticipatory), 11),
        (None, 161),
    ];
    assert_eq!(count(&ViewState::default()), wanted);
    // A status narrows the board and not the strip; a class, an area narrow both.
    assert_eq!(count(&chosen(&data, &[(Facet::Status, "missed")])), wanted);
    let unstated = chosen(&data, &[(Facet::Class, "none")]);
    assert_eq!(count(&unstated), [(None, 161)]);
    assert_eq!(count(&chosen(&data, &[(Facet::Kind, "actual")])), []);
    let selection = select(&data, &unstated.filters);
    assert!(selection.count() > 161, "repeated printings pass too");
    for figure in selection.rows().filter_map(|row| data.observation(row)) {
        assert_eq!((figure.kind, figure.class), (Kind::Target, None));
    }
}

/// A yearly growth that is promised for the last year of the plan, and that of an earlier year.
const GROWTH: [&str; 2] = [
    "wuchang-14fyp-task-division-900-1,wuchang-14fyp-task-division,900,made up,high-tech-value-growth,420106,2025,printed,target,>=,9,,percent,,,14fyp,,",
    "wuchang-2022-work-report-news-900-1,wuchang-2022-work-report-news,900,made up,high-tech-value-growth,420106,2022,printed,actual,=,5,,percent,,,,,",
];

#[test]
fn a_card_has_no_outcome_that_the_rules_do_not_take_for_the_target() {
    let data = with(&GROWTH);
    let index = FacetIndex::new(&data);
    let indicator = data.indicator_code("high-tech-value-growth");
    let plan = Period::years(2021, 2025);
    let all = cards(&data, &index, &select(&data, &Filters::default()));
    let is_it = |card: &&Card| Some(card.indicator) == indicator && card.period == plan;
    let card = all.iter().find(is_it).expect("its card");
    let target = card.target.expect("a target");
    assert_eq!(index.ledger().status(target), Some(Status::Awaiting));
    assert_eq!(card.outcome, None);
    let earlier = card.earlier.and_then(|row| data.observation(row));
    assert_eq!(
        earlier.map(|figure| figure.period),
        Some(Period::year(2022))
    );
    for card in &all {
        let one = card.target.and_then(|row| index.ledger().get(&data, row));
        assert!(one.is_none_or(|one| one.deciding().last() == card.outcome.as_ref()));
    }
}

#[test]
fn the_execution_table_has_the_order_of_the_board_and_of_the_documents() {
    // Delivered before the plan that stands before it in the alphabet.
    let data = with(&[
        "wuchang-2020-q3-900-1,wuchang-2020-q3,900,made up,high-tech-value-growth,420106,2021,printed,target,>=,9,,percent,,,2021-annual,,",
    ]);
    let index = FacetIndex::new(&data);
    let groups = execution(&data, index.ledger(), &|_| true);
    let mut narrow = Filters::default();
    narrow.set(
        Facet::Status,
        vec![Status::Met as Code, Status::Awaiting as Code],
    );
    for filters in [Filters::default(), narrow] {
        let selection = select(&data, &filters);
        let takes = |row| selection.passes(row);
        let expected = execution(&data, index.ledger(), &takes);
        assert!(!expected.is_empty());
        assert_eq!(passing(&data, &index, &selection), expected);
    }
    let selection = select(&data, &Filters::default());
    let sections = Board::new(&data, &index, &selection).by_plan(usize::MAX);
    let plans = sections.iter().filter_map(|section| match section.heading {
        Heading::Plan { area, plan } => Some((area, Some(plan))),
        Heading::Year { .. } | Heading::Theme(_) => None,
    });
    let own = groups.iter().map(|group| (group.area, group.plan));
    assert_eq!(own.collect::<Vec<_>>(), plans.collect::<Vec<_>>());
    let named = |row: Row| &*data.observation(row).expect("a target").document.id;
    let of_year = groups.iter().find(|group| {
        let mut documents = group.targets.iter().map(|row| named(*row));
        documents.any(|id| id == "wuchang-2020-q3")
    });
    let mut documents: Vec<&str> = of_year
        .expect("the plan of 2021")
        .targets
        .iter()
        .map(|row| named(*row))
        .collect();
    documents.dedup();
    assert_eq!(documents, ["wuchang-2020-q3", "wuchang-2020-plan"]);
}

//! Filters, cards, search and order over the built-in data, against plain definitions of them.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{Class, Code, Dataset, Kind, Lang, Observation, Period, Tables, load};
use guatu::query::board::cards;
use guatu::query::search::is_choice_found;
use guatu::query::{Facet, FacetIndex, Filters, Selection};
use guatu::text::{label, period};
use proptest::prelude::*;

thread_local! {
    static INDEX: FacetIndex = FacetIndex::new(&data());
}

fn data() -> Dataset {
    load(&Tables::built_in()).expect("the built-in package is valid")
}

fn select(data: &Dataset, filters: &Filters) -> Selection {
    Selection::new(data, &FacetIndex::new(data), filters)
}

/// Whether a figure has a choice of a facet, by the plainest definition.
fn has(data: &Dataset, figure: &Observation<'_>, facet: Facet, code: Code) -> bool {
    let value = facet.value(data, code).expect("a choice");
    match facet {
        Facet::Area => *figure.area.code == *value,
        Facet::Period => figure.period.to_string() == value,
        Facet::Theme => figure.indicator.theme == code,
        Facet::Kind => figure.kind.code() == value,
        Facet::Class => {
            let class = figure.class.map_or("none", Class::code);
            figure.kind == Kind::Target && class == value
        }
        Facet::Status => INDEX.with(|index| {
            let status = index.ledger().status(figure.row);
            status.is_some_and(|status| status.code() == value)
        }),
        Facet::Document => *figure.document.id == *value,
        Facet::Organisation => data.subject(figure.row).is_some_and(|subject| {
            data.responsible(subject)
                .any(|(unit, _)| *unit.id == *value)
        }),
    }
}

fn passes(data: &Dataset, figure: &Observation<'_>, filters: &Filters, but: Option<Facet>) -> bool {
    Facet::ALL
        .into_iter()
        .filter(|facet| Some(*facet) != but)
        .all(|facet| {
            let chosen = filters.get(facet);
            chosen.is_empty() || chosen.iter().any(|code| has(data, figure, facet, *code))
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn rows_and_counts_are_those_of_the_plain_definition(
        chosen in prop::collection::vec((0..8_usize, any::<Code>()), 0..6)
    ) {
        let data = data();
        let mut filters = Filters::default();
        for (facet, code) in chosen {
            let facet = Facet::ALL.into_iter().nth(facet).expect("a facet");
            let choices = Code::try_from(facet.len(&data)).expect("small");
            filters.toggle(facet, code % choices);
        }
        let selection = select(&data, &filters);
        let expected: Vec<u32> = data
            .iter()
            .filter(|figure| passes(&data, figure, &filters, None))
            .map(|figure| figure.row)
            .collect();
        prop_assert_eq!(selection.rows().collect::<Vec<_>>(), expected.clone());
        prop_assert_eq!(selection.count() as usize, expected.len());
        for facet in Facet::ALL {
            for code in facet.choices(&data) {
                let count = data
                    .iter()
                    .filter(|figure| passes(&data, figure, &filters, Some(facet)))
                    .filter(|figure| has(&data, figure, facet, code))
                    .count();
                let told = selection.counts(facet).get(usize::from(code)).copied();
                prop_assert_eq!(told, u32::try_from(count).ok(), "{} {}", facet.key(), code);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_answer_that_begins_with_the_last_one_is_that_of_a_new_one(
        steps in prop::collection::vec((0..8_usize, any::<Code>(), 0..4_usize), 0..12)
    ) {
        let (data, searches) = (data(), ["", "gdp", "武昌", "不存在"]);
        let index = FacetIndex::new(&data);
        let mut filters = Filters::default();
        let mut last = Selection::new(&data, &index, &filters);
        for (facet, code, search) in steps {
            let facet = Facet::ALL.into_iter().nth(facet).expect("a facet");
            let choices = Code::try_from(facet.len(&data)).expect("small");
            filters.toggle(facet, code % choices);
            searches[search].clone_into(&mut filters.search);
            last = last.then(&data, &index, &filters);
            prop_assert_eq!(&last, &Selection::new(&data, &index, &filters));
        }
    }
}

fn found(search: &str) -> Vec<String> {
    let data = data();
    let mut filters = Filters::default();
    search.clone_into(&mut filters.search);
    let selection = select(&data, &filters);
    let mut ids: Vec<String> = selection
        .rows()
        .filter_map(|row| data.observation(row))
        .map(|figure| figure.indicator.id.to_string())
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

#[test]
fn a_choice_of_a_unit_is_found_by_its_initials_and_other_choices_by_their_names() {
    let data = data();
    let is_found = |facet: Facet, value: &str, words: &str| {
        let code = facet.find(&data, value).expect("a choice");
        let name = label::choice(facet, &data, code, Lang::Zh);
        is_choice_found(&data, facet, code, &name, words)
    };
    let unit = "wuchang-development-reform";
    for words in ["qfgj", "发改", "发展和改革", "Reform"] {
        assert!(is_found(Facet::Organisation, unit, words), "{words}");
    }
    assert!(!is_found(Facet::Organisation, unit, "qwjj"));
    assert!(is_found(Facet::Theme, "economy", "综合"));
    assert!(!is_found(Facet::Theme, "economy", "qxzspj"));
}

#[test]
fn gdp_is_found_by_name_alias_pinyin_and_in_english() {
    for words in [
        "地区生产总值",
        "gdp",
        "GDP",
        "dqsczz",
        "gross domestic",
        "生产 总值",
    ] {
        assert!(found(words).contains(&"gdp".to_owned()), "{words}");
    }
    assert!(found("不存在的指标").is_empty());
}

#[test]
fn a_unit_of_government_finds_the_figures_that_it_answers_for_and_no_other_area() {
    assert_eq!(found("区教育局"), ["schooling-years"]);
    // One by the indicator of the plan, one by a task, and one of neither.
    let health = found("区卫健局");
    assert!(health.contains(&"life-expectancy".to_owned()));
    assert!(health.contains(&"maternal-mortality".to_owned()));
    assert!(!health.contains(&"surveyed-unemployment".to_owned()));
    // By its pinyin initials and its official name in full too.
    assert_eq!(found("qwjj"), health);
    assert_eq!(found("区卫生健康局"), health);
    // The Wuchang bureau answers for nothing in Jianghan.
    assert!(found("江汉 区发改局").is_empty());
    assert!(found("江汉 gdp").contains(&"gdp-growth".to_owned()));
}

#[test]
fn only_a_rate_over_several_years_is_called_an_average() {
    let data = data();
    let named: Vec<&str> = data
        .iter()
        .filter(|figure| period::of(figure, Lang::Zh).ends_with("年均"))
        .map(|figure| &*figure.indicator.id)
        .collect();
    assert_eq!(named, ["gdp-growth", "labour-productivity-growth"]);
}

#[test]
fn full_width_letters_and_brackets_are_read_as_they_are_meant() {
    assert_eq!(found("ＧＤＰ"), found("gdp"));
    assert!(found("地区生产总值（GDP）").contains(&"gdp".to_owned()));
}

#[test]
fn a_number_finds_the_figures_that_print_it_and_an_abbreviation_its_indicators() {
    let data = data();
    let mut filters = Filters::default();
    "1550".clone_into(&mut filters.search);
    let rows: Vec<_> = select(&data, &filters).rows().collect();
    assert!(!rows.is_empty());
    for row in rows {
        let fragment = data.observation(row).expect("a figure").as_printed;
        assert!(fragment.contains("1550"), "{fragment}");
    }
    assert!(found("社零").contains(&"retail-sales-growth".to_owned()));
    assert!(found("固投").contains(&"total-fixed-investment-growth".to_owned()));
}

#[test]
fn the_outcome_of_a_target_is_the_newest_figure_of_its_period() {
    let data = data();
    let newest = |indicator: &str, year: u16| {
        let code = data.indicator_code(indicator).expect("an indicator");
        let area = data
            .iter()
            .find(|figure| &*figure.area.code == "420106")?
            .area_code;
        let newest = INDEX.with(|index| {
            let mut own = index.ledger().series().of(&data, code, area);
            own.find(|outcome| Period::year(year).contains(outcome.period))
        });
        newest.map(|figure| (figure.kind, figure.value))
    };
    // The estimate for the year, not the figure to September.
    assert_eq!(newest("gdp", 2020), Some((Kind::Estimate, Some(1550.0))));
    // A number, not the sentence that says the target will be missed.
    assert_eq!(
        newest("gdp-growth", 2020),
        Some((Kind::Estimate, Some(0.5)))
    );
    // To date where there is nothing later.
    assert_eq!(
        newest("foreign-investment", 2020),
        Some((Kind::ToDate, Some(5.56)))
    );
    assert_eq!(newest("gdp-growth", 2021), None);
}

#[test]
fn a_card_shows_the_outcome_that_the_filter_asks_for_and_hides_none_that_is_published() {
    let data = data();
    let growth = data.indicator_code("gdp").expect("an indicator");
    let shown = |facet: Facet, value: &str| {
        let mut filters = Filters::default();
        filters.set(facet, vec![facet.find(&data, value).expect("a choice")]);
        let cards = INDEX.with(|index| cards(&data, index, &select(&data, &filters)));
        let card = cards.into_iter().find(|card| card.indicator == growth)?;
        data.observation(card.outcome?)?.value
    };
    assert_eq!(shown(Facet::Document, "wuchang-2020-q3"), Some(1001.16));
    assert_eq!(shown(Facet::Document, "wuchang-2020-plan"), Some(1550.0));
    let mut filters = Filters::default();
    filters.set(
        Facet::Kind,
        vec![Facet::Kind.find(&data, "target").expect("a choice")],
    );
    let known = INDEX.with(|index| cards(&data, index, &select(&data, &filters)));
    assert!(known.iter().all(|card| card.target.is_some()));
    assert_eq!(
        known.iter().filter(|card| card.outcome.is_some()).count(),
        7
    );
}

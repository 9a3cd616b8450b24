//! What a search tells of what it found, and figures in the words of a sentence, over the built-in data.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{Comparator, Dataset, Lang, Observation, Row, Tables, load};
use guatu::query::search::{found_beside, units};
use guatu::text::figure::{line, said, with_kind};

fn data() -> Dataset {
    load(&Tables::built_in()).expect("the built-in package is valid")
}

#[test]
fn what_a_name_does_not_show_is_told_by_what_it_was_found() {
    let data = data();
    let told = |id: &str, search: &str, lang| {
        let code = (0..).zip(&data.indicators).find(|(_, i)| &*i.id == id);
        let (code, indicator) = code.expect("an indicator");
        let own = data.iter().filter(|o| o.indicator_code == code);
        let rows: Vec<Row> = own.map(|o| o.row).collect();
        let found = found_beside(&data, (indicator, &rows), search, lang);
        let words = found
            .iter()
            .map(|(place, text)| format!("{place:?} {text}"));
        words.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(told("gdp", "生产总值", Lang::Zh), "");
    assert_eq!(told("gdp", "GDP gdp", Lang::Zh), "Name GDP");
    assert_eq!(told("gdp", "gdp", Lang::En), "");
    assert_eq!(told("gdp", "dqsczz", Lang::Zh), "Initials dqsczz");
    assert_eq!(told("gdp-growth", "qfgj 增速", Lang::Zh), "Unit 区发改局");
    let printed = told("gdp", "1550", Lang::Zh);
    assert!(printed.starts_with("Fragment ") && printed.contains("1550"));
}

#[test]
fn a_unit_is_found_by_initials_and_full_name_and_by_no_empty_search() {
    let data = data();
    let found = |search| units(&data, search).len();
    // 区发改局 and 区房管局.
    assert_eq!(found("qfgj"), 2);
    assert_eq!(found("武昌区发展和改革局"), 1);
    assert!(found("局") > 10);
    assert_eq!(found(" "), 0);
}

#[test]
fn a_bound_is_a_sign_in_a_line_and_words_in_a_sentence() {
    let data = data();
    let first = |comparator, percent: bool| {
        let is_it = |o: &Observation<'_>| {
            let unit = o.unit.is_some_and(|unit| &*unit.id == "percent");
            o.comparator == Some(comparator) && unit == percent
        };
        data.iter().find(is_it).expect("a figure")
    };
    let cases = [
        (Comparator::About, true, "≈ 7%", "7%左右", "about 7%"),
        (Comparator::AtMost, true, "≤ 6%", "不超过6%", "at most 6%"),
        (Comparator::LessThan, true, "< 6%", "低于6%", "less than 6%"),
        (
            Comparator::AtLeast,
            false,
            "≥ 100家",
            "不低于100家",
            "at least 100",
        ),
    ];
    for (comparator, percent, sign, zh, en) in cases {
        let figure = first(comparator, percent);
        assert_eq!(line(&figure, Lang::Zh), sign);
        assert_eq!(said(&figure, Lang::Zh), zh);
        assert!(said(&figure, Lang::En).starts_with(en));
    }
}

#[test]
fn a_statement_that_says_what_it_is_says_it_once() {
    let data = data();
    let missed = data.iter().find(|o| o.statement == "预计无法完成预期目标");
    let missed = missed.expect("a statement");
    assert_eq!(with_kind(&missed, Lang::Zh), "预计无法完成预期目标");
    let english = "estimate: not expected to meet the target";
    assert_eq!(with_kind(&missed, Lang::En), english);
}

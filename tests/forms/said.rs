//! What charts say of their figures: sentences, and what their marks mean.

use guatu::dataset::{Comparator, Lang, Tables, load};
use guatu::query::FacetIndex;
use guatu::view::{Form, ViewState};

use super::Built;

#[test]
fn of_two_bounds_there_is_no_difference() {
    let built = Built::new();
    let (sentence, ends) = built.says(Form::Dumbbell, &["registered-unemployment"]);
    assert!(
        ends.iter()
            .all(|end| end.comparator == Some(Comparator::AtMost))
    );
    assert!(
        sentence.ends_with("界限、区间或约数之间不计差额。"),
        "{sentence}"
    );
    assert!(!sentence.contains("百分点"), "{sentence}");
}

#[test]
fn a_chart_s_note_names_only_what_it_draws() {
    let built = Built::new();
    let note = |form, pick| {
        let plots = built.of(form, &[pick]).plots.expect("it fits");
        plots.first().expect("a chart").note.clone()
    };
    assert_eq!(
        note(Form::Pace, "gdp"),
        "各行单独标尺，从零起；斜纹为预计，空心为累计，虚线为时序进度"
    );
    assert_eq!(
        note(Form::Dumbbell, "surveyed-unemployment"),
        "同一标尺，从零起；带心点为目标，连线断开为两处记载不一致"
    );
    // One area; and a target that is printed in a unit of another name.
    assert_eq!(
        note(Form::Trend, "major-projects"),
        "武昌区 · 个 · 目标：●完成，○待公布；2021年目标以“项”计"
    );
    assert_eq!(
        note(Form::Trend, "gdp-growth"),
        "% · 目标：■未完成，○待公布"
    );
}

#[test]
fn the_targets_that_were_missed_are_counted_and_named_first() {
    let built = Built::new();
    let charts = built.charts(&ViewState::default());
    let plots = charts.plots.expect("it fits");
    let sentence = &plots.first().expect("one chart").sentence;
    assert!(
        sentence.starts_with(
            "4项目标已有结果（均为预计）：2项未完成，2项完成。\
             未完成：武昌区2020年地区生产总值增速（目标7.5%，预计0.5%）、\
             武昌区2020年全社会固定资产投资增速（目标15%，预计−6.7%）。\
             完成：武昌区2020年重大项目年度计划投资（目标260亿元，预计270亿元）、\
             武昌区2020年实施重大项目（目标190个，预计201个）。"
        ),
        "{sentence}"
    );
    let english = built.charts(&ViewState {
        lang: Lang::En,
        ..ViewState::default()
    });
    let plots = english.plots.expect("it fits");
    let sentence = &plots.first().expect("one chart").sentence;
    assert!(
        sentence.starts_with("4 targets with an outcome (estimate): 2 missed, 2 met. Missed: "),
        "{sentence}"
    );
}

#[test]
fn an_estimate_is_not_counted_as_a_result_without_a_word() {
    let built = Built::new();
    let (sentence, _) = built.says(Form::Bullets, &["gdp-growth"]);
    assert!(
        sentence.starts_with("1项目标已有结果（为预计）：1项未完成。"),
        "{sentence}"
    );
}

#[test]
fn the_name_of_an_area_that_ends_in_a_digit_stands_apart_from_years_and_numbers() {
    let mut tables = Tables::built_in();
    let areas = tables.get("areas.csv").expect("a known file");
    let areas = areas.replace("武昌区", "样本区23");
    tables.insert("areas.csv", areas);
    let data = load(&tables).expect("a valid package");
    let index = FacetIndex::new(&data);
    let built = Built { data, index };
    let mut named = 0;
    for form in Form::ALL {
        let charts = built.charts(&ViewState {
            form: Some(form),
            ..ViewState::default()
        });
        for plot in charts.plots.unwrap_or_default() {
            for after in plot.sentence.split("样本区23").skip(1) {
                let digit = after.starts_with(|c: char| c.is_ascii_digit());
                assert!(!digit, "{}", plot.sentence);
                named += usize::from(after.starts_with(" 20"));
            }
        }
    }
    assert!(named > 5, "{named}");
}

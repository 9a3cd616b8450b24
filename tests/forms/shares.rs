//! The share of a year's task, where the figures are bounds.

use guatu::dataset::{Lang, Tables, load};
use guatu::query::FacetIndex;
use guatu::view::{Form, ViewState};

use super::Built;

/// What is said of a year of which the figure to date and the whole year's are printed so: comparator,
/// value and upper end as in the table.
fn said(part: &str, (kind, whole): (&str, &str), lang: Lang) -> String {
    let mut tables = Tables::built_in();
    let figures = tables.get("observations.csv").expect("a known file");
    let [old_part, old_whole] = ["to_date,=,1001.16,,", "estimate,=,1550,,"];
    let place = "gdp,420106,2020,printed,";
    assert!(figures.contains(old_part) && figures.contains(&format!("{place}{old_whole}")));
    let end = if kind == "target" {
        "yuan-100m,,,2020-annual,"
    } else {
        "yuan-100m,,,,"
    };
    let changed = figures.replace(old_part, &format!("to_date,{part},"));
    let changed = changed.replace(
        &format!("{place}{old_whole}yuan-100m,,,,"),
        &format!("{place}{kind},{whole},{end}"),
    );
    tables.insert("observations.csv", changed);
    let data = load(&tables).expect("a valid package");
    let index = FacetIndex::new(&data);
    let built = Built { data, index };
    let charts = built.charts(&ViewState {
        form: Some(Form::Pace),
        picks: vec![built.code("gdp")],
        lang,
        ..ViewState::default()
    });
    let plots = charts.plots.expect("it fits");
    plots.first().expect("one chart").sentence.clone()
}

#[test]
fn a_bound_of_a_figure_is_a_bound_of_the_share() {
    for (part, whole, share) in [
        ("=,5.5,", "=,228.8,", "占全年实际2.4%"),
        (">,5.5,", "=,228.8,", "占全年实际超过2.4%"),
        (">=,5.5,", "=,228.8,", "占全年实际不低于2.4%"),
        ("<,5.5,", "=,228.8,", "占全年实际低于2.5%"),
        ("=,5.5,", "<=,228.8,", "占全年实际不低于2.4%"),
        (">,5.5,", "<=,228.8,", "占全年实际超过2.4%"),
        (">=,5.5,", "<,228.8,", "占全年实际超过2.4%"),
        ("=,5.5,", ">=,228.8,", "占全年实际不超过2.5%"),
        ("<=,5.5,", ">,228.8,", "占全年实际低于2.5%"),
        (">,5.65,", "=,228.8,", "占全年实际超过2.4%"),
        (">=,114.4,", "=,228.8,", "占全年实际不低于50%"),
        ("=,0,", ">,228.8,", "占全年实际0%"),
        ("=,0,", "<,228.8,", "占全年实际0%"),
    ] {
        let said = said(part, ("actual", whole), Lang::Zh);
        assert!(
            said.ends_with(&format!("，{share}。")),
            "{part} {whole}: {said}"
        );
    }
    let english = said(">,5.5,", ("actual", "<=,228.8,"), Lang::En);
    assert!(
        english.ends_with(", more than 2.4% of the annual outcome."),
        "{english}"
    );
}

#[test]
fn where_the_figures_tell_no_share_none_is_told() {
    for (part, whole) in [
        (">,5.5,", ">=,228.8,"),
        ("<=,5.5,", "<=,228.8,"),
        ("~,5.5,", "=,228.8,"),
        ("=,5.5,", "~,228.8,"),
        ("=,5.5,6", "=,228.8,"),
        ("=,5.5,", "=,228.8,230"),
        (">,-5.5,", "=,228.8,"),
        (">=,0,", "<,228.8,"),
    ] {
        let said = said(part, ("estimate", whole), Lang::Zh);
        let end = "，界限、区间或约数之间不计占比，时序进度75%。";
        assert!(said.ends_with(end), "{part} {whole}: {said}");
        assert!(!said.contains("占全年"), "{said}");
    }
    let english = said(">,5.5,", ("estimate", ">=,228.8,"), Lang::En);
    let end = ", no share of bounds, ranges or approximate figures; 75% of the year gone.";
    assert!(english.ends_with(end), "{english}");
}

#[test]
fn what_a_target_asks_for_at_least_is_the_number_that_the_share_is_of() {
    for whole in [">=,1500,", ">,1500,"] {
        let said = |part| said(part, ("target", whole), Lang::Zh);
        let exact = said("=,1050,");
        assert!(exact.contains("占全年目标70%，时序进度75%"), "{exact}");
        let more = said(">,1050,");
        assert!(more.contains("占全年目标超过70%，时序进度75%"), "{more}");
    }
}

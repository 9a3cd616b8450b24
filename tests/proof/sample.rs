//! The project's data with figures added, by which rules are shown that its own do not reach yet.

use guatu::assess::{Assessed, Ledger};
use guatu::dataset::{Dataset, Tables, load};

/// The project's data with these rows of figures added.
pub fn with(added: &[String]) -> Dataset {
    let mut tables = Tables::built_in();
    let figures = tables.get("observations.csv").expect("figures").to_owned();
    tables.insert(
        "observations.csv",
        format!("{}\n{}", figures.trim_end(), added.join("\n")),
    );
    load(&tables).expect("a valid package")
}

/// A figure of an indicator of Wuchang, printed on a line of its 2020 plan.
pub fn outcome(indicator: &str, period: &str, kind: &str, value: &str, unit: &str) -> String {
    row(
        "wuchang-2020-plan",
        indicator,
        period,
        [kind, "=", value, unit, ""],
    )
}

/// A target of an indicator of Wuchang for a plan, in a document.
pub fn target(
    document: &str,
    indicator: &str,
    period: &str,
    [comparator, value, unit, plan]: [&str; 4],
) -> String {
    row(
        document,
        indicator,
        period,
        ["target", comparator, value, unit, plan],
    )
}

fn row(
    document: &str,
    indicator: &str,
    period: &str,
    [kind, comparator, value, unit, plan]: [&str; 5],
) -> String {
    let (when, role) = (period.replace('/', "-"), kind.replace('_', "-"));
    let id = format!("{document}-1-{indicator}-{when}-{role}");
    format!(
        "{id},{document},1,第一部分,{indicator},420106,{period},printed,{kind},{comparator},{value},,{unit},,,{plan},,,2020,,,"
    )
}

/// What was decided on a target.
pub fn decided(data: &Dataset, target: &str) -> Assessed {
    let ledger = Ledger::new(data);
    let found = ledger.iter(data).find(|one| {
        let figure = data.observation(one.target);
        figure.is_some_and(|figure| figure.id == target)
    });
    found.expect("a target")
}

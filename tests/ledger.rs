//! The targets of the project's own data: each was assessed by hand from the texts, and the program must
//! come to the same; and the status of a target hangs on no order of rows.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::collections::BTreeMap;
use std::fmt::Write;

use guatu::assess::{Ledger, Status};
use guatu::dataset::{Dataset, Tables, load};

/// What was decided by hand: target, rule, status, flags, outcome. `docs/method.md` says how.
const BY_HAND: &str = include_str!("golden/assessed-by-hand.csv");

const OBSERVATIONS: &str = "observations.csv";

fn id(data: &Dataset, row: u32) -> String {
    data.observation(row).expect("a figure").id.to_owned()
}

/// Rule, status, flags and outcome of each target by its id.
fn assessed(data: &Dataset) -> BTreeMap<String, String> {
    let ledger = Ledger::new(data);
    let line = |one: &guatu::assess::Assessed| {
        let judged = &one.assessment.judgement;
        let flags: Vec<&str> = one
            .assessment
            .flags
            .iter()
            .map(|flag| flag.code())
            .collect();
        let used = judged.parts.first().map(|row| id(data, *row));
        format!(
            "{},{},{},{}",
            judged.rule as u8,
            judged.status.code(),
            flags.join(" "),
            used.unwrap_or_default()
        )
    };
    ledger
        .iter()
        .map(|one| (id(data, one.target), line(one)))
        .collect()
}

fn are_one_fact(data: &Dataset, one: &str, other: &str) -> bool {
    let fact = |id: &str| {
        let figure = data.iter().find(|figure| figure.id == id)?;
        Some((
            figure.value?,
            figure.unit?.id.clone(),
            figure.period,
            figure.kind,
        ))
    };
    fact(one).is_some_and(|known| fact(other) == Some(known))
}

#[test]
fn every_target_stands_as_it_was_assessed_by_hand() {
    let data = load(&Tables::built_in()).expect("a valid package");
    let ours = assessed(&data);
    let by_hand: BTreeMap<String, String> = BY_HAND
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(','))
        .map(|(id, line)| (id.to_owned(), line.to_owned()))
        .collect();
    assert_eq!(ours.len(), by_hand.len(), "targets");
    let mut differences = String::new();
    for (id, ours) in &ours {
        let theirs = by_hand.get(id).map_or("not assessed", String::as_str);
        let parts = ours.rsplit_once(',').zip(theirs.rsplit_once(','));
        // Of two printings of one fact either may be named.
        let is_same = parts.is_some_and(|((ours, one), (theirs, other))| {
            ours == theirs && (one == other || are_one_fact(&data, one, other))
        });
        if !is_same {
            writeln!(differences, "{id}: {ours}; by hand: {theirs}").expect("a string");
        }
    }
    assert_eq!(differences, "");
}

/// The project's data with outcomes of every sort added to its targets, in an order of rows that
/// `turned` gives.
fn shuffled(turned: usize) -> Dataset {
    let mut tables = Tables::built_in();
    let text = tables.get(OBSERVATIONS).expect("figures").to_owned();
    let (head, rows) = text.split_once('\n').expect("a head");
    let columns: Vec<&str> = head.split(',').collect();
    let at = |name: &str| {
        columns
            .iter()
            .position(|column| *column == name)
            .expect("a column")
    };
    let mut rows: Vec<String> = rows.lines().map(str::to_owned).collect();
    let mut added = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let cells: Vec<&str> = row.split(',').collect();
        let is_plain = cells.len() == columns.len() && !row.contains('"');
        if !is_plain || cells[at("kind")] != "target" || cells[at("value")].is_empty() {
            continue;
        }
        let year = cells[at("period")].split('/').next().expect("a year");
        let year = if cells[at("plan")] == "14fyp" {
            "2021"
        } else {
            year
        };
        for (m, (kind, share, part)) in [
            ("to_date", 0.5, "-01/"),
            ("estimate", 1.0, ""),
            ("actual", 0.9, ""),
        ]
        .iter()
        .enumerate()
        {
            if (n >> m) % 2 == 0 {
                continue;
            }
            let mut cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            let value: f64 = cells[at("value")].parse().expect("a number");
            cells[at("id")] = format!("{}90{m}", cells[at("id")]);
            (*kind).clone_into(&mut cells[at("kind")]);
            cells[at("value")] = format!("{:.1}", value * share);
            cells[at("value_high")] = String::new();
            "=".clone_into(&mut cells[at("comparator")]);
            cells[at("period")] = if part.is_empty() {
                year.to_owned()
            } else {
                format!("{year}{part}{year}-06")
            };
            for empty in ["plan", "class", "task"] {
                cells[at(empty)] = String::new();
            }
            added.push(cells.join(","));
        }
    }
    rows.extend(added);
    // A stride that shares no divisor with the number of rows visits each of them once.
    let stride = (turned..rows.len()).find(|stride| gcd(*stride, rows.len()) == 1);
    let stride = stride.expect("a stride");
    let mut text = head.to_owned();
    for n in 0..rows.len() {
        write!(text, "\n{}", rows[n * stride % rows.len()]).expect("a string");
    }
    tables.insert(OBSERVATIONS, text);
    load(&tables).expect("a valid package")
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[test]
fn no_status_depends_on_the_order_of_rows() {
    let usual = assessed(&shuffled(1));
    for status in [
        Status::Met,
        Status::Missed,
        Status::Ahead,
        Status::OnPace,
        Status::NotAssessable,
    ] {
        let needle = format!(",{},", status.code());
        assert!(
            usual.values().any(|line| line.contains(&needle)),
            "{status:?}"
        );
    }
    for turned in [7, 101, 409, 700] {
        assert_eq!(assessed(&shuffled(turned)), usual, "a stride of {turned}");
    }
}

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
use std::time::Instant;

use guatu::assess::{Assessed, Flag, Ledger, Status};
use guatu::dataset::{Dataset, Tables, load};

mod generated;

use generated::OBSERVATIONS;

/// What was decided by hand: target, rule, status, flags, outcome. `docs/method.md` says how.
const BY_HAND: &str = include_str!("golden/assessed-by-hand.csv");

fn id(data: &Dataset, row: u32) -> String {
    data.observation(row).expect("a figure").id.to_owned()
}

/// Rule, status, flags and outcome of each target by its id.
fn assessed(data: &Dataset) -> BTreeMap<String, String> {
    let ledger = Ledger::new(data);
    let line = |one: &Assessed| {
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
        .iter(data)
        .map(|one| (id(data, one.target), line(&one)))
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

/// The table with its rows in another order: a step of about `turned` rows visits each of them once.
fn turn(tables: &mut Tables, name: &str, turned: usize) {
    let text = tables.get(name).expect("a table");
    let mut lines = text.lines();
    let head = lines.next().expect("a head");
    let rows: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let stride = (turned..=turned + rows.len()).find(|stride| gcd(*stride, rows.len()) == 1);
    let stride = stride.expect("a stride");
    let mut text = head.to_owned();
    for n in 0..rows.len() {
        write!(text, "\n{}", rows[n * stride % rows.len()]).expect("a string");
    }
    tables.insert(name, text + "\n");
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The generated data with the rows of every table that a status could hang on in another order.
fn shuffled(turned: usize) -> Dataset {
    let mut tables = generated::with_outcomes();
    for name in [OBSERVATIONS, "relations.csv", "documents.csv", "areas.csv"] {
        turn(&mut tables, name, turned);
    }
    load(&tables).expect("a valid package")
}

#[test]
fn no_status_depends_on_the_order_of_rows() {
    let usual = assessed(&shuffled(1));
    for part in [
        Status::Met.code(),
        Status::Missed.code(),
        Status::Ahead.code(),
        Status::OnPace.code(),
        Status::NotAssessable.code(),
        Flag::Provisional.code(),
        Flag::Disputed.code(),
    ] {
        let has = |line: &String| line.split([',', ' ']).any(|known| known == part);
        assert!(usual.values().any(has), "{part}");
    }
    for turned in [7, 101, 409, 700] {
        assert_eq!(assessed(&shuffled(turned)), usual, "a stride of {turned}");
    }
}

/// So many targets, each with two outcomes that contradict each other.
fn many(count: usize) -> Dataset {
    let mut tables = Tables::built_in();
    let target = generated::row_of(&tables, "wuchang-14fyp-task-division-102-1");
    let [mut indicators, mut rows, mut relations] = [(); 3].map(|()| Vec::new());
    for n in 0..count {
        let indicator = format!("made-{n}");
        indicators.push(format!(
            "{indicator},指标{n},Indicator {n},industry,person-10k,count,up,no,,zb,,,"
        ));
        let line = (1000 + n).to_string();
        let id = |m: usize| format!("wuchang-14fyp-task-division-{line}-{m}");
        let own = [("line", &*line), ("indicator", &*indicator)];
        let mut add = |m: usize, cells: &[(&str, &str)]| {
            let id = id(m);
            let cells = [&own[..], &[("id", &*id), ("task", "")], cells].concat();
            rows.push(generated::changed(&tables, &target, &cells).expect("a plain row"));
        };
        add(1, &[]);
        for (m, value) in [(2, "1.8"), (3, "0.8")] {
            let outcome = [("kind", "actual"), ("period", "2021"), ("value", value)];
            add(m, &[&generated::NO_TARGET[..], &outcome[..]].concat());
        }
        relations.push(format!("{},{},conflicts,说明,A note", id(2), id(3)));
    }
    generated::extend(&mut tables, "indicators.csv", &indicators);
    generated::extend(&mut tables, OBSERVATIONS, &rows);
    generated::extend(&mut tables, "relations.csv", &relations);
    load(&tables).expect("a valid package")
}

#[test]
fn eight_times_as_many_targets_and_relations_take_about_eight_times_as_long() {
    const FEW: usize = 1250;
    let time = |count: usize| {
        let data = many(count);
        let once = || {
            let start = Instant::now();
            let ledger = Ledger::new(&data);
            let is_disputed = |one: &Assessed| one.assessment.flags.contains(&Flag::Disputed);
            assert_eq!(ledger.iter(&data).filter(is_disputed).count(), count);
            start.elapsed()
        };
        (0..3).map(|_| once()).min().expect("three times")
    };
    let (few, many) = (time(FEW), time(8 * FEW));
    // All relations looked through for each target would be 64 times.
    assert!(many < 24 * few, "{few:?}, {many:?}");
}

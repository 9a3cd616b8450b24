//! The targets in a unit's charge: each counted once, what is open in its order, and the worst status of each
//! cell of the matrix, against plain definitions and small made-up outcomes.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use guatu::assess::Status;
use guatu::chart::{Cell, Chart};
use guatu::dataset::{Class, Code, Dataset, Kind, Lang, Role, Tables, load};
use guatu::plot::{Listing, Plot, Point, matrix};
use guatu::query::charges::{Charge, Worst, once, open, tally, worst};
use guatu::query::duties::{duties, named, of_role};
use guatu::query::units::{Matrix, matrices};
use guatu::query::{Facet, FacetIndex, Filters};
use guatu::text::units;
use guatu::view::Colouring;

const DOCUMENT: &str = "wuchang-14fyp-task-division";

/// The built-in package with more figures, each `indicator kind value unit` at the end of the plan.
fn with(figures: &[&str]) -> Dataset {
    let mut tables = Tables::built_in();
    let mut text = tables.get("observations.csv").expect("figures").to_owned();
    for (index, figure) in figures.iter().enumerate() {
        let words: Vec<&str> = figure.split(' ').collect();
        let (indicator, kind, value, unit) = (words[0], words[1], words[2], words[3]);
        let id = format!("{DOCUMENT}-900-{}", index + 1);
        writeln!(
            text,
            "{id},{DOCUMENT},900,made up,{indicator},420106,2025,printed,{kind},=,{value},,{unit},,,,,,{value},,,"
        )
        .expect("writing to a string");
    }
    tables.insert("observations.csv", text);
    load(&tables).expect("a valid package")
}

/// Two that bind, one missed and one met; and of those that do not, one missed and one met.
const MIXED: [&str; 4] = [
    "schooling-years actual 12 year",
    "green-cover actual 42 percent",
    "life-expectancy actual 82 age",
    "doctors-per-1k actual 7.1 person",
];

fn code(data: &Dataset, unit: &str) -> Code {
    Facet::Organisation.find(data, unit).expect("a unit")
}

fn charges(data: &Dataset, unit: &str) -> Vec<Charge> {
    let index = FacetIndex::new(data);
    once(
        data,
        index.ledger(),
        &named(&duties(data, code(data, unit))),
    )
}

fn indicator(data: &Dataset, charge: Charge) -> &str {
    let target = data.observation(charge.target).expect("a target");
    &target.indicator.id
}

#[test]
fn every_target_of_a_unit_counts_once_and_as_led_where_it_leads() {
    let data = with(&[]);
    for unit in &data.organisations {
        let mut parts: BTreeMap<_, BTreeSet<Role>> = BTreeMap::new();
        for target in data.iter().filter(|figure| figure.kind == Kind::Target) {
            let Some(subject) = data.subject(target.row) else {
                continue;
            };
            let key = (target.area_code, target.plan_code, target.indicator_code);
            for (_, role) in data.responsible(subject).filter(|(own, _)| *own == unit) {
                parts.entry(key).or_default().insert(role);
            }
        }
        let counted = charges(&data, &unit.id);
        let found: BTreeMap<_, Role> = counted
            .iter()
            .map(|charge| {
                let target = data.observation(charge.target).expect("a target");
                let key = (target.area_code, target.plan_code, target.indicator_code);
                (key, charge.role)
            })
            .collect();
        assert_eq!(found.len(), counted.len(), "{}: nothing twice", unit.id);
        let wanted = parts.iter();
        let wanted = wanted.map(|(key, roles)| (*key, *roles.first().expect("a part")));
        assert_eq!(found, wanted.collect(), "{}", unit.id);
    }
}

#[test]
fn a_target_beside_its_indicator_and_in_a_task_that_the_unit_leads_is_led_and_keeps_its_class() {
    let data = with(&[]);
    let all = charges(&data, "wuchang-health");
    let doctors: Vec<&Charge> = all
        .iter()
        .filter(|charge| indicator(&data, **charge) == "doctors-per-1k")
        .collect();
    let [doctors] = doctors[..] else {
        panic!("once: {doctors:?}");
    };
    assert_eq!(doctors.role, Role::Lead);
    assert_eq!(doctors.class, Some(Class::Anticipatory));
    let row = data.observation(doctors.target).expect("a target");
    assert_eq!(row.line, 94, "the printing in the task stands");
    let count = |role| all.iter().filter(|charge| charge.role == role).count();
    assert_eq!((count(Role::Lead), count(Role::Responsible)), (18, 2));
}

#[test]
fn what_a_unit_leads_and_what_it_only_answers_for_are_all_its_duties() {
    let data = with(&[]);
    let fields = duties(&data, code(&data, "wuchang-health"));
    let count = |fields: &[(_, Vec<_>)]| fields.iter().map(|(_, own)| own.len()).sum::<usize>();
    let [lead, other] = [Role::Lead, Role::Responsible].map(|role| of_role(&fields, role));
    assert_eq!((count(&lead), count(&other)), (3, 5));
    assert_eq!(count(&fields), 8);
    assert!(of_role(&lead, Role::Responsible).is_empty());
}

/// A charge without a target of its own: the order looks at part, class and status alone.
fn charge(role: Role, class: Option<Class>, status: Status) -> Charge {
    Charge {
        target: 0,
        role,
        class,
        status,
    }
}

#[test]
fn questions_are_binding_first_then_the_worst_first_and_what_is_not_known_last() {
    use Class::{Anticipatory, Binding};
    use Role::{Lead, Responsible};
    use Status::{Awaiting, Behind, Met, Missed, NotAssessable, OnPace, Reversing, SlightlyBehind};
    let wanted = [
        charge(Responsible, Some(Binding), Missed),
        charge(Lead, Some(Binding), SlightlyBehind),
        charge(Lead, Some(Anticipatory), Missed),
        charge(Responsible, Some(Anticipatory), Missed),
        charge(Lead, Some(Anticipatory), Reversing),
        charge(Lead, Some(Anticipatory), Behind),
        charge(Lead, None, Missed),
        charge(Lead, Some(Binding), NotAssessable),
        charge(Lead, None, NotAssessable),
        charge(Responsible, Some(Binding), Awaiting),
        charge(Lead, None, Awaiting),
    ];
    let well = [charge(Lead, Some(Binding), Met), charge(Lead, None, OnPace)];
    let mut all: Vec<Charge> = wanted.iter().rev().chain(&well).copied().collect();
    assert_eq!(open(&all), wanted);
    all.retain(|charge| well.contains(charge));
    assert_eq!(open(&all), []);
}

#[test]
fn the_worst_status_of_a_part_comes_with_how_many_targets_have_it() {
    use Status::{Awaiting, Met, Missed};
    let of = |role, statuses: &[Status]| {
        let all = statuses.iter();
        all.map(|status| charge(role, None, *status))
            .collect::<Vec<_>>()
    };
    let some = |status, count| Some(Worst { status, count });
    let all = [
        of(Role::Lead, &[Met, Missed, Missed, Awaiting]),
        of(Role::Responsible, &[Met, Awaiting, Met]),
    ]
    .concat();
    assert_eq!(worst(&all), [some(Missed, 2), some(Awaiting, 1)]);
    assert_eq!(worst(&of(Role::Responsible, &[Met])), [None, some(Met, 1)]);
    assert_eq!(worst(&[]), [None, None]);
    let counts = tally(&[Awaiting, Met, Awaiting]);
    assert_eq!(counts, [(Met, 1), (Awaiting, 2)], "in the order of strips");
}

#[test]
fn a_unit_with_missed_targets_has_them_first_and_words_count_them() {
    let data = with(&MIXED);
    let of = |unit: &str| {
        let open = open(&charges(&data, unit));
        let first = open.first().map(|charge| {
            let name = indicator(&data, *charge).to_owned();
            (name, charge.status)
        });
        (first, units::open(&open, Lang::Zh))
    };
    let (first, words) = of("wuchang-education");
    assert_eq!(first, Some(("schooling-years".to_owned(), Status::Missed)));
    assert_eq!(words, "未完成或滞后1项");
    let (first, words) = of("wuchang-health");
    assert_eq!(first, Some(("life-expectancy".to_owned(), Status::Missed)));
    assert_eq!(words, "未完成或滞后1项，待公布18项");
    let court = open(&charges(&data, "wuchang-court"));
    assert!(court.is_empty(), "tasks without targets ask nothing");
    assert_eq!(units::open(&court, Lang::En), "");
}

fn found(data: &Dataset, choices: &[(Facet, &str)]) -> Matrix {
    let mut filters = Filters::default();
    for (facet, value) in choices {
        filters.toggle(*facet, facet.find(data, value).expect("a choice"));
    }
    let found = matrices(data, &FacetIndex::new(data), &filters);
    found.into_iter().next().expect("an area")
}

/// The worst statuses of a unit: those of each field, and last of all.
fn row(data: &Dataset, matrix: &Matrix, unit: &str) -> Vec<[Option<Worst>; 2]> {
    let unit = code(data, unit);
    let row = matrix.units.iter().find(|row| row.unit == unit);
    row.expect("its row").worst.clone()
}

#[test]
fn a_cell_has_the_worst_status_of_its_targets_and_the_total_that_of_its_cells() {
    let data = with(&MIXED);
    let matrix = found(&data, &[]);
    let some = |status, count| Some(Worst { status, count });
    let health = row(&data, &matrix, "wuchang-health");
    // Beside the indicators it answers for three: one missed, one met, one awaited.
    assert_eq!(health[0], [None, some(Status::Missed, 1)]);
    let total = health.last().expect("all of it");
    assert_eq!(
        *total,
        [some(Status::Awaiting, 17), some(Status::Missed, 1)]
    );
    for units in &matrix.units {
        assert_eq!(units.worst.len(), matrix.fields.len() + 1);
        let (total, cells) = units.worst.split_last().expect("a total");
        for part in 0..2 {
            let worst = |cell: &[Option<Worst>; 2]| cell[part].map(|worst| worst.status);
            let of_cells = cells.iter().filter_map(worst);
            let of_cells = of_cells.min_by_key(|status| status.urgency());
            assert_eq!(worst(total), of_cells, "what contradicts its own row");
        }
        for (count, worst) in units.counts.iter().zip(&units.worst) {
            assert!(count.lead > 0 || worst[0].is_none());
            assert!(count.responsible > 0 || worst[1].is_none());
        }
    }
    let court = row(&data, &matrix, "wuchang-court");
    assert!(court.iter().all(|cell| *cell == [None, None]));
    let met = found(&data, &[(Facet::Status, "met")]);
    let health = row(&data, &met, "wuchang-health");
    assert_eq!(health[0], [None, some(Status::Met, 1)], "of what passes");
}

fn plot(data: &Dataset, colouring: Colouring, lang: Lang) -> Plot {
    matrix(data, &found(data, &[]), colouring, lang)
}

fn drawn(plot: &Plot) -> &guatu::chart::Matrix {
    match &plot.chart {
        Chart::Matrix(drawn) => drawn,
        _ => panic!("a matrix"),
    }
}

#[test]
fn the_matrix_is_plain_until_it_is_asked_for_statuses() {
    let data = with(&MIXED);
    let plain = plot(&data, Colouring::None, Lang::Zh);
    assert!(drawn(&plain).key.is_empty() && !plain.statuses);
    let coloured = plot(&data, Colouring::Status, Lang::Zh);
    assert!(coloured.statuses, "exports say the method");
    let names: Vec<&str> = drawn(&coloured)
        .key
        .iter()
        .map(|(_, name)| &**name)
        .collect();
    assert_eq!(names, ["未完成", "待公布", "完成", "无目标"]);
    assert!(!plain.sentence.contains("未完成"));
    assert!(
        coloured
            .sentence
            .contains("个责任主体有未完成或滞后的目标。")
    );
    let none = plot(&with(&[]), Colouring::Status, Lang::Zh);
    assert!(none.sentence.ends_with("其目标中没有未完成或滞后的。"));
}

#[test]
fn the_words_of_a_cell_and_of_the_table_name_the_worst_status_and_how_many_have_it() {
    let data = with(&MIXED);
    let words = |lang, wanted: &str| {
        let plot = plot(&data, Colouring::Status, lang);
        let is_wanted =
            |point: &&Point| matches!(point, Point::Group(group) if group.words == wanted);
        assert_eq!(plot.points.iter().filter(is_wanted).count(), 1, "{wanted}");
        let Listing::Cells { heads, rows } = &plot.listing else {
            panic!("cells");
        };
        let cell = wanted.split([':', '：']).nth(1).expect("words").trim();
        assert!(rows.iter().all(|row| row.len() == heads.len()));
        assert!(rows.iter().any(|row| row.iter().any(|own| own == cell)));
    };
    words(
        Lang::Zh,
        "区教育局 · 主要指标：责任1项（最差为未完成，1项目标）",
    );
    words(Lang::Zh, "区法院：责任1项（无目标）");
    words(
        Lang::En,
        "Education Bureau · Main indicators: answers for 1 (worst is missed, 1 target)",
    );
}

#[test]
fn nothing_that_cannot_be_assessed_is_drawn_as_missed() {
    let data = with(&[]);
    let plot = plot(&data, Colouring::Status, Lang::En);
    let rows = drawn(&plot).bands.iter().flat_map(|band| &band.rows);
    let cells = rows.flat_map(|row| row.cells.iter().flatten().chain([&row.total]));
    let cells: Vec<&Cell> = cells.collect();
    let known = cells.iter().flat_map(|cell| cell.worst).flatten();
    let known: BTreeSet<Status> = known.collect();
    assert_eq!(known, BTreeSet::from([Status::Awaiting]));
    assert!(cells.iter().any(|cell| cell.worst == [None, None]));
}

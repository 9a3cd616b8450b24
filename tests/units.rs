//! Who answers for what, counted against plain definitions over the built-in data.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::collections::BTreeSet;

use guatu::dataset::{Code, Dataset, Lang, Role, Subject, Tables, load};
use guatu::query::duties::{duties, other_names};
use guatu::query::units::{Count, Field, Matrix, field, matrices};
use guatu::query::{Facet, FacetIndex, Filters};
use guatu::text::units::{sentence, units};

fn data() -> Dataset {
    load(&Tables::built_in()).expect("the built-in package is valid")
}

/// The units that a search and choices leave.
fn asked(data: &Dataset, search: &str, choices: &[(Facet, &str)]) -> Vec<Matrix> {
    let mut filters = Filters::default();
    search.clone_into(&mut filters.search);
    for (facet, value) in choices {
        let code = facet.find(data, value).expect("a choice");
        filters.toggle(*facet, code);
    }
    matrices(data, &FacetIndex::new(data), &filters)
}

fn code(data: &Dataset, unit: &str) -> Code {
    Facet::Organisation.find(data, unit).expect("a unit")
}

fn ids<'a>(data: &'a Dataset, matrix: &Matrix) -> Vec<&'a str> {
    let unit = |code: Code| &*data.organisations[usize::from(code)].id;
    matrix.units.iter().map(|row| unit(row.unit)).collect()
}

#[test]
fn groups_of_units_are_counted_apart_from_units() {
    let data = data();
    let all = asked(&data, "", &[]);
    let matrix = all.first().expect("a matrix");
    let words = |lang| sentence(&data, matrix, lang);
    let zh = words(Lang::Zh);
    let head = "武昌区48个责任主体（40家单位、8类集体）分担17项主要指标和23项任务，其中";
    assert!(zh.starts_with(head), "{zh}");
    let en = words(Lang::En);
    let head = "Wuchang District: 40 units and 8 groups share 17 main indicators and 23 tasks; ";
    assert!(en.starts_with(head), "{en}");
    assert_eq!(units(&data, matrix, Lang::Zh), "40家单位、8类集体");
    let streets = asked(&data, "", &[(Facet::Organisation, "wuchang-streets-all")]);
    let of_group = units(&data, streets.first().expect("a matrix"), Lang::En);
    assert_eq!(of_group, "1 group");
}

#[test]
fn without_filters_every_duty_is_counted_once() {
    let data = data();
    let matrices = asked(&data, "", &[]);
    let of = |unit: Code, role: Role, at: Option<Field>| {
        let own = data.responsibilities.iter().filter(|duty| {
            (duty.organisation, duty.role) == (unit, role)
                && at.is_none_or(|at| field(&data, duty.subject) == Some(at))
        });
        let subjects: BTreeSet<Subject> = own.map(|duty| duty.subject).collect();
        u32::try_from(subjects.len()).expect("few")
    };
    let count = |unit, at| Count {
        lead: of(unit, Role::Lead, at),
        responsible: of(unit, Role::Responsible, at),
    };
    let mut units = BTreeSet::new();
    for matrix in &matrices {
        for row in &matrix.units {
            assert!(units.insert(row.unit), "a unit stands once");
            assert_eq!(row.total, count(row.unit, None));
            for (at, own) in matrix.fields.iter().zip(&row.counts) {
                assert_eq!(*own, count(row.unit, Some(*at)));
            }
        }
        for (at, subjects) in matrix.fields.iter().zip(&matrix.subjects) {
            let all = data.responsibilities.iter().map(|duty| duty.subject);
            let own: BTreeSet<Subject> = all
                .filter(|subject| field(&data, *subject) == Some(*at))
                .collect();
            assert_eq!(usize::try_from(*subjects), Ok(own.len()));
        }
        let order: Vec<_> = matrix.units.iter().map(|row| row.total.lead).collect();
        assert!(order.is_sorted_by(|a, b| a >= b), "{order:?}");
    }
    let named: BTreeSet<Code> = data
        .responsibilities
        .iter()
        .map(|duty| duty.organisation)
        .collect();
    assert_eq!(units, named);
}

#[test]
fn the_fields_are_the_plan_s_indicators_and_the_themes_of_its_tasks() {
    let data = data();
    let [matrix] = asked(&data, "", &[]).try_into().expect("one area");
    assert!(matches!(matrix.fields[0], Field::Plan(_)));
    let numbers = matrix.fields.iter().filter_map(|field| match field {
        Field::Theme { number, .. } => Some(*number),
        Field::Plan(_) => None,
    });
    assert_eq!(numbers.collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(matrix.subjects, [17, 3, 3, 4, 3, 4, 3, 3]);
}

#[test]
fn another_district_has_no_units_and_a_choice_of_units_leaves_those() {
    let data = data();
    assert!(asked(&data, "", &[(Facet::Area, "420103")]).is_empty());
    let water = (Facet::Organisation, "wuchang-water");
    let [matrix] = asked(&data, "", &[water]).try_into().expect("one area");
    assert_eq!(ids(&data, &matrix), ["wuchang-water"]);
    assert_eq!(matrix.units[0].total.lead, 2);
}

#[test]
fn a_task_without_figures_passes_until_a_theme_or_class_is_asked_for() {
    let data = data();
    // 7.3 has no figure; the office leads nothing else.
    let has_office = |choices: &[(Facet, &str)]| {
        let found = asked(&data, "", choices);
        let mut units = found.iter().flat_map(|matrix| ids(&data, matrix));
        units.any(|unit| unit == "wuchang-party-office")
    };
    assert!(has_office(&[]));
    assert!(has_office(&[(Facet::Area, "420106")]));
    assert!(has_office(&[(Facet::Period, "2021/2025")]));
    assert!(has_office(&[(
        Facet::Document,
        "wuchang-14fyp-task-division"
    )]));
    assert!(!has_office(&[(Facet::Document, "wuchang-2020-plan")]));
    assert!(!has_office(&[(Facet::Theme, "governance")]));
    assert!(!has_office(&[(Facet::Class, "binding")]));
}

#[test]
fn binding_targets_leave_the_units_that_answer_for_them() {
    let data = data();
    let [matrix] = asked(&data, "", &[(Facet::Class, "binding")])
        .try_into()
        .expect("one area");
    assert_eq!(matrix.fields.len(), 1);
    assert_eq!(matrix.subjects, [6]);
    let mut units = ids(&data, &matrix);
    units.sort_unstable();
    assert_eq!(
        units,
        [
            "wuchang-development-reform",
            "wuchang-ecology-branch",
            "wuchang-education",
            "wuchang-urban-management",
            "wuchang-water",
        ]
    );
}

#[test]
fn words_find_units_by_their_own_names_and_subjects_by_theirs() {
    let data = data();
    for words in ["qwlj", "区文化和旅游局", "文旅"] {
        let [matrix] = asked(&data, words, &[]).try_into().expect("one area");
        assert_eq!(ids(&data, &matrix), ["wuchang-culture-tourism"], "{words}");
        assert_eq!(matrix.units[0].total.all(), 5);
    }
    // The eight units of one indicator, and those of a task by its title.
    let [matrix] = asked(&data, "gdp-growth", &[]).try_into().expect("one");
    assert_eq!((matrix.units.len(), matrix.subjects[0]), (8, 1));
    let [matrix] = asked(&data, "公共卫生体系", &[]).try_into().expect("one");
    assert!(ids(&data, &matrix).contains(&"wuchang-health"));
    assert!(asked(&data, "不存在的单位", &[]).is_empty());
}

#[test]
fn a_unit_s_page_has_its_duties_with_the_targets_of_each() {
    let data = data();
    let unit = code(&data, "wuchang-health");
    let fields = duties(&data, unit);
    let all = fields.iter().flat_map(|(_, duties)| duties);
    let printed = data
        .responsibilities
        .iter()
        .filter(|duty| duty.organisation == unit);
    assert_eq!(all.clone().count(), printed.count());
    let (Field::Plan(_), indicators) = &fields[0] else {
        panic!("indicators come first");
    };
    let lines: Vec<u32> = indicators.iter().map(|duty| duty.printed.line).collect();
    assert_eq!(lines, [52, 56, 58]);
    for duty in all {
        for target in &duty.targets {
            assert_eq!(data.subject(*target), Some(duty.printed.subject));
        }
    }
    // Every target that the unit answers for stands there, once.
    let subjects = fields.iter().flat_map(|(_, duties)| duties);
    let shown: Vec<u32> = subjects.flat_map(|duty| duty.targets.clone()).collect();
    let expected = data.iter().filter(|o| {
        data.subject(o.row)
            .is_some_and(|s| data.responsible(s).any(|(u, _)| *u.id == *"wuchang-health"))
    });
    let expected: BTreeSet<u32> = expected.map(|o| o.row).collect();
    assert_eq!(shown.iter().copied().collect::<BTreeSet<_>>(), expected);
    assert_eq!(shown.len(), expected.len());
}

#[test]
fn a_printed_variant_of_a_name_is_told_from_the_official_name_in_full() {
    let data = data();
    let unit = |id: &str| &data.organisations[usize::from(code(&data, id))];
    let names = |id: &str| other_names(&data, unit(id));
    assert_eq!(names("wuchang-water"), (vec!["区水务湖泊局"], vec![]));
    assert_eq!(names("wuchang-health"), (vec![], vec!["区卫生健康局"]));
}

//! The sources view's questions: documents, sections, coverage, relations, projects and terms.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use std::collections::BTreeSet;

use guatu::dataset::{Code, Dataset, Lang, Reason, RelationKind, Row, Tables, load};
use guatu::query::board::{Board, cards};
use guatu::query::{Facet, FacetIndex, Filters, Selection, documents, listed, relations, sources};
use guatu::text::source;

/// The built-in figures with projects, terms and exclusions of the test's own.
fn data() -> Dataset {
    let mut tables = Tables::built_in();
    tables.insert(
        "projects.csv",
        "id,name_zh,name_en,area,document,line,stage,period,as_printed\n\
         wuchang-2020-plan-900-p1,江滩步道,Riverside path,420106,wuchang-2020-plan,900,building,2020,江滩步道在建\n\
         wuchang-2020-q3-901-p1,江滩步道,Riverside path,420106,wuchang-2020-q3,901,started,,江滩步道开工\n",
    );
    tables.insert(
        "glossary.csv",
        "term_zh,term_en,document,line,definition_zh,definition_en\n\
         双城,Twin towns,jianghan-2025-work-report,902,两处城区,Two towns\n",
    );
    tables.insert(
        "exclusions.csv",
        "document,line,as_printed,reason\n\
         wuchang-2020-plan,903,2020年,date\n\
         wuchang-2020-plan,904,2021年,date\n\
         wuchang-2020-plan,905,3.,heading_number\n",
    );
    load(&tables).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn select(data: &Dataset, filters: &Filters) -> Selection {
    Selection::new(data, &FacetIndex::new(data), filters)
}

fn all(data: &Dataset) -> Selection {
    select(data, &Filters::default())
}

fn only(data: &Dataset, facet: Facet, value: &str) -> Filters {
    let mut filters = Filters::default();
    filters.toggle(facet, facet.find(data, value).expect("a choice"));
    filters
}

fn searching(words: &str) -> Filters {
    let mut filters = Filters::default();
    words.clone_into(&mut filters.search);
    filters
}

fn document(data: &Dataset, id: &str) -> Code {
    Facet::Document.find(data, id).expect("a document")
}

#[test]
fn every_figure_stands_once_in_the_sections_of_the_documents_in_the_order_of_the_text() {
    let data = data();
    let selection = all(&data);
    let mut found = BTreeSet::new();
    for code in documents::documents(&data) {
        let sections = sources::sections(&data, &FacetIndex::new(&data), &selection, code, None);
        let lines = sections.iter().flat_map(|section| &section.lines);
        let numbers: Vec<u32> = lines.clone().map(|line| line.number).collect();
        assert!(numbers.is_sorted(), "{numbers:?}");
        for line in lines {
            for row in &line.rows {
                assert_eq!(data.observation(*row).expect("a figure").line, line.number);
                assert!(found.insert(*row), "{row} stands twice");
            }
        }
        for section in &sections {
            assert_eq!(section.shown(), section.all);
        }
    }
    assert_eq!(found, (0..data.observations.len()).collect());
}

#[test]
fn filters_narrow_the_sections_but_never_hide_the_line_that_is_pointed_at() {
    let data = data();
    let plan = document(&data, "wuchang-2020-plan");
    let selection = select(&data, &only(&data, Facet::Kind, "target"));
    let sections = sources::sections(&data, &FacetIndex::new(&data), &selection, plan, None);
    let rows = |sections: &[sources::Section]| -> BTreeSet<Row> {
        let lines = sections.iter().flat_map(|section| &section.lines);
        lines.flat_map(|line| line.rows.clone()).collect()
    };
    assert!(rows(&sections).iter().all(|row| selection.passes(*row)));
    let counted = selection.count_of(Facet::Document, plan);
    assert_eq!(rows(&sections).len(), counted as usize);
    assert!(sections.iter().any(|section| section.shown() < section.all));

    let hidden = data
        .iter()
        .find(|o| o.document.id == data.documents[usize::from(plan)].id && !selection.passes(o.row))
        .expect("a figure that is no target");
    let pointed = sources::sections(
        &data,
        &FacetIndex::new(&data),
        &selection,
        plan,
        Some(hidden.line),
    );
    assert!(rows(&pointed).contains(&hidden.row));
}

#[test]
fn documents_stand_by_area_and_then_by_the_date_that_decides_which_is_newer() {
    let data = data();
    let ids: Vec<&str> = documents::documents(&data)
        .into_iter()
        .map(|code| &*data.documents[usize::from(code)].id)
        .collect();
    let place = |id: &str| {
        ids.iter()
            .position(|known| *known == id)
            .expect("a document")
    };
    assert!(place("wuchang-2020-q3") < place("wuchang-2020-plan"));
    assert!(place("wuchang-2020-plan") < place("wuchang-14fyp-task-division"));
    assert_eq!(ids.len(), data.documents.len());
}

#[test]
fn documents_are_numbered_by_their_first_use() {
    let data = data();
    let of = |id: &str| {
        let code = document(&data, id);
        let found = data.iter().find(|figure| figure.document_code == code);
        found.expect("a figure").row
    };
    let (plan, report) = (of("wuchang-2020-plan"), of("jianghan-2025-work-report"));
    let used = |rows: &[Row]| documents::in_order_of_use(&data, &mut rows.iter().copied());
    let codes = |ids: [&str; 2]| ids.map(|id| document(&data, id)).to_vec();
    let (first, second) = ("wuchang-2020-plan", "jianghan-2025-work-report");
    assert_eq!(used(&[plan, report, plan]), codes([first, second]));
    assert_eq!(used(&[report, report, plan]), codes([second, first]));
    assert!(used(&[]).is_empty());
}

#[test]
fn a_document_published_after_a_later_one_was_delivered_is_told_apart() {
    let data = data();
    let late = &data.documents[usize::from(document(&data, "wuchang-2020-q3"))];
    let by = sources::overtaken_by(&data, late).expect("a later document");
    assert_eq!(&*data.documents[usize::from(by)].id, "wuchang-2020-plan");
    let others = data.documents.iter().filter(|other| other.id != late.id);
    for other in others {
        assert_eq!(sources::overtaken_by(&data, other), None, "{}", other.id);
    }
    let words = source::overtaken(&data, late, &data.documents[usize::from(by)], Lang::Zh);
    assert!(words.contains("2021-02-04") && words.contains("2020-12-29"));
}

#[test]
fn coverage_counts_each_printed_fragment_once_and_its_exclusions_by_reason() {
    let data = data();
    let found = sources::coverage(
        &data,
        &FacetIndex::new(&data),
        document(&data, "wuchang-2020-plan"),
    );
    assert_eq!(
        found.reasons,
        [(Reason::Date, 2), (Reason::HeadingNumber, 1)]
    );
    assert_eq!(found.excluded(), 3);
    assert!(found.in_figures > 0 && found.in_figures <= found.numerals);
    assert_eq!(found.in_figures + found.others(), found.numerals);

    let bare = sources::coverage(
        &data,
        &FacetIndex::new(&data),
        document(&data, "wuchang-2020-q3"),
    );
    assert!(bare.reasons.is_empty());
    assert!(source::coverage(&bare, Lang::Zh).set_aside.is_empty());
}

#[test]
fn what_a_line_prints_is_known_for_figures_projects_terms_and_exclusions() {
    let data = data();
    let figure = data.observation(0).expect("a figure");
    let own = document(&data, &figure.document.id);
    assert!(sources::is_printed(&data, own, figure.line));
    let plan = document(&data, "wuchang-2020-plan");
    for line in [900, 903, 905] {
        assert!(sources::is_printed(&data, plan, line), "{line}");
    }
    assert!(
        !sources::is_printed(&data, plan, 902),
        "of another document"
    );
}

#[test]
fn relations_are_shown_where_either_printing_passes_what_needs_care_first() {
    let data = data();
    let groups = relations::by_kind(&data, &all(&data));
    let shown: usize = groups.iter().map(|(_, pairs)| pairs.len()).sum();
    assert_eq!(shown, data.relations.len());
    for (kind, pairs) in &groups {
        assert!(pairs.iter().all(|pair| pair.kind == *kind));
    }
    let needy = groups.iter().map(|(kind, _)| relations::needs_care(*kind));
    assert!(needy.is_sorted_by_key(|care| !care));
    assert!(relations::needs_care(RelationKind::Conflicts));

    let jianghan = select(&data, &only(&data, Facet::Area, "420103"));
    let pairs = relations::by_kind(&data, &jianghan);
    let pairs: Vec<_> = pairs.into_iter().flat_map(|(_, pairs)| pairs).collect();
    let crossing =
        |pair: &&guatu::dataset::Relation| jianghan.passes(pair.from) != jianghan.passes(pair.to);
    assert!(pairs.iter().any(crossing), "between two areas");
    assert!(pairs.len() < data.relations.len());
}

#[test]
fn projects_are_narrowed_by_words_area_document_and_period() {
    let data = data();
    let count = |filters: &Filters| listed::projects(&data, filters).len();
    assert_eq!(count(&Filters::default()), 2);
    assert_eq!(count(&searching("riverside")), 2);
    assert_eq!(count(&searching("江滩 开工")), 1);
    assert_eq!(count(&searching("滨海")), 0);
    assert_eq!(count(&only(&data, Facet::Area, "420103")), 0);
    assert_eq!(count(&only(&data, Facet::Document, "wuchang-2020-q3")), 1);
    // One states its year; the other stands for the months that its document speaks of.
    assert_eq!(count(&only(&data, Facet::Period, "2020-01/2020-09")), 2);
    assert_eq!(count(&only(&data, Facet::Period, "2025")), 0);
    let kind = only(&data, Facet::Kind, "target");
    assert_eq!(count(&kind), 2);
    assert!(listed::has_other_choices(&kind));
    assert!(!listed::has_other_choices(&only(
        &data,
        Facet::Area,
        "420103"
    )));
}

#[test]
fn terms_are_found_by_name_and_definition_and_narrowed_by_their_document() {
    let data = data();
    let count = |filters: &Filters| listed::terms(&data, filters).len();
    assert_eq!(count(&searching("twin")), 1);
    assert_eq!(count(&searching("城区")), 1);
    assert_eq!(count(&only(&data, Facet::Area, "420106")), 0);
    assert_eq!(count(&only(&data, Facet::Area, "420103")), 1);
}

#[test]
fn cards_and_what_is_beyond_them_make_up_what_passes() {
    let data = data();
    let index = FacetIndex::new(&data);
    for filters in [
        Filters::default(),
        only(&data, Facet::Area, "420103"),
        searching("gdp"),
    ] {
        let selection = select(&data, &filters);
        let shown: BTreeSet<Row> = cards(&data, &index, &selection)
            .into_iter()
            .flat_map(|card| [card.target, card.outcome])
            .flatten()
            .filter(|row| selection.passes(*row))
            .collect();
        let beyond = Board::new(&data, &index, &selection).beyond as usize;
        assert_eq!(shown.len() + beyond, selection.count() as usize);
    }
}

#[test]
fn a_short_list_keeps_the_most_frequent_choices_and_the_first_themes_in_their_order() {
    let data = data();
    let index = FacetIndex::new(&data);
    let selection = all(&data);
    for facet in Facet::ALL {
        let choices = index.choices(facet);
        let counts = selection.counts(facet);
        let count = |code: &Code| counts[usize::from(*code)];
        assert!(choices.iter().all(|code| count(code) > 0));
        let short = index.short(facet, 3);
        let place = |code: &Code| choices.iter().position(|known| known == code);
        assert!(short.iter().is_sorted_by_key(place), "{}", facet.key());
        let least = short.iter().map(count).min();
        let left = choices.iter().filter(|code| !short.contains(code));
        if facet == Facet::Theme {
            assert!(choices.starts_with(&short));
        } else {
            assert!(left.map(count).max() <= least, "{}", facet.key());
        }
        assert_eq!(short.len(), choices.len().min(3));
    }
}

#[test]
fn of_very_many_documents_the_first_are_named_and_the_others_counted() {
    let mut tables = Tables::built_in();
    let mut table = tables
        .get("documents.csv")
        .expect("a known file")
        .to_owned();
    let row = table.lines().find(|row| row.starts_with("jianghan-2025"));
    let row = row.expect("a document").to_owned();
    let own = "江汉区2025年政府工作报告,Jianghan District Government Work Report 2025";
    for n in (1..=9).rev() {
        let other = row.replacen("jianghan-2025-work-report", &format!("more-{n}"), 1);
        let other = other.replacen(own, &format!("报告{n},Report {n}"), 1);
        let other = other.replacen("2024/2025", &format!("200{n}"), 1);
        table += &other;
        table.push('\n');
    }
    tables.insert("documents.csv", table);
    let data = load(&tables).unwrap_or_else(|faults| panic!("{faults:?}"));
    let ids = (1..=9).rev().map(|n| format!("more-{n}"));
    let used: Vec<Code> = ids.map(|id| document(&data, &id)).collect();
    assert_eq!(
        source::of_documents(&data, &used[..2], Lang::Zh),
        "所据文件：报告9；报告8"
    );
    assert_eq!(
        source::of_documents(&data, &used[1..], Lang::Zh),
        "所据文件：报告8；报告7；报告6；报告5；报告4；报告3；报告2；报告1"
    );
    assert_eq!(
        source::of_documents(&data, &used, Lang::Zh),
        "所据文件：报告1；报告2；报告3；报告4；报告5；报告6；报告7；报告8等9份文件"
    );
    assert!(
        source::of_documents(&data, &used, Lang::En).ends_with("; Report 8; and 1 more document")
    );
}

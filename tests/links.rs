//! Links: every state survives them, and a damaged one gives what can be read of it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::rc::Rc;

use guatu::assess::METHOD;
use guatu::dataset::{Dataset, Kind, Lang, Tables, load};
use guatu::query::column::{Column, Columns};
use guatu::query::{Facet, FacetIndex, Selection};
use guatu::text::notice;
use guatu::view::{
    Action, Colouring, Notice, Page, PagePart, PageParts, Part, Place, ViewState, link, reduce,
};
use proptest::prelude::*;

#[path = "links/length.rs"]
mod length;
#[path = "links/reference.rs"]
mod reference;
#[path = "links/states.rs"]
mod states;

use states::states;

thread_local! {
    /// A data set is not shared between threads, so each test thread loads its own, once.
    static DATA: Rc<Dataset> =
        Rc::new(load(&Tables::built_in()).expect("the built-in package is valid"));
}

fn data() -> Rc<Dataset> {
    DATA.with(Rc::clone)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_state_written_and_read_is_the_same_state_and_shows_the_same_figures(state in states()) {
        let data = data();
        let written = link::write(&state, &data);
        let (read, notices) = link::read(&written, &data);
        prop_assert_eq!(&notices, &Vec::new());
        prop_assert_eq!(link::write(&read, &data), written.clone());
        let method = format!("method={METHOD}");
        prop_assert_eq!(written.contains(&method), state.rests_on_statuses());
        let index = FacetIndex::new(&data);
        prop_assert_eq!(
            Selection::new(&data, &index, &read.filters),
            Selection::new(&data, &index, &state.filters)
        );
        prop_assert_eq!(read, state);
    }

    #[test]
    fn any_text_is_read_without_panic_and_gives_a_link_that_reads_back(text in "\\PC{0,80}") {
        let data = data();
        let (state, _) = link::read(&text, &data);
        let (again, notices) = link::read(&link::write(&state, &data), &data);
        prop_assert_eq!(again, state);
        prop_assert_eq!(notices, Vec::new());
    }
}

#[test]
fn the_default_state_has_the_shortest_link() {
    assert_eq!(link::write(&ViewState::default(), &data()), "#/board");
    assert_eq!(link::read("", &data()), (ViewState::default(), Vec::new()));
}

#[test]
fn codes_stand_in_the_link_and_their_order_does_not_matter() {
    let data = data();
    let (one, _) = link::read("#/table?period=2021/2025~2020&area=420106", &data);
    let (other, _) = link::read("#/table?area=420106&period=2020~2021%2F2025", &data);
    assert_eq!(one, other);
    assert_eq!(
        link::write(&one, &data),
        "#/table?area=420106&period=2020~2021/2025"
    );
}

#[test]
fn a_search_that_is_cut_is_told_as_one_and_every_key_has_words() {
    let data = data();
    let (state, notices) = link::read(&format!("#/table?q={}", "桥".repeat(50)), &data);
    assert_eq!(state.filters.search, "桥".repeat(40));
    assert_eq!(notices, [Notice::LongSearch(40)]);
    let words = notice::words(&notices[0], Lang::Zh);
    assert_eq!(words, "搜索词过长，仅采用前40字，其余已略去");
    for key in link::PARAMETERS.map(|parameter| parameter.key) {
        for lang in [Lang::Zh, Lang::En] {
            assert_ne!(notice::key(key, lang), key);
        }
    }
    let (_, notices) = link::read("#/table?sort=value~area~period~indicator", &data);
    let words = notice::words(&notices[0], Lang::Zh);
    assert_eq!(words, "排序：最多3项，其余已略去");
}

#[test]
fn what_cannot_be_used_is_named_and_the_rest_is_kept() {
    let (state, notices) = link::read(
        "#/bord?area=420106~999999&color=status&colour=red&lang=en&lang=zh&q=%FF&sort=-size&v=7",
        &data(),
    );
    assert_eq!(state.lang, Lang::En);
    assert_eq!(state.filters.get(Facet::Area).len(), 1);
    let unknown = |key: &str, value: &str| Notice::UnknownValue {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    assert_eq!(
        notices,
        [
            Notice::UnknownPage("bord".to_owned()),
            unknown("area", "999999"),
            Notice::UnknownKey("color".to_owned()),
            unknown("colour", "red"),
            Notice::Doubled("lang".to_owned()),
            Notice::Unreadable("q=%FF".to_owned()),
            unknown("sort", "-size"),
            Notice::Newer("7".to_owned()),
        ]
    );
}

#[test]
fn a_figure_has_a_link_to_its_line_in_its_document() {
    let data = data();
    let figure = data.observation(0).expect("a figure");
    let place = Place::of(&data, 0).expect("its place");
    let line = Place::line(place.document, figure.line);
    let whole = format!("#/source/{}?line={}", figure.document.id, figure.line);
    let exact = format!("{whole}&at={}", figure.id);
    for (place, expected) in [(line, whole), (place, exact)] {
        let state = reduce(&ViewState::default(), Action::Open(place));
        assert_eq!(link::write(&state, &data), expected);
        assert_eq!(link::read(&expected, &data), (state, Vec::new()));
    }
}

#[test]
fn a_link_that_rests_on_statuses_carries_the_version_of_the_method() {
    let data = data();
    for link in [
        "#/board?status=met~missed&method=1",
        "#/report?method=1",
        "#/report?area=420106&method=1",
        "#/table?sort=-status&method=1",
    ] {
        let (state, notices) = link::read(link, &data);
        assert_eq!(notices, [], "{link}");
        assert_eq!(link::write(&state, &data), link);
        // Older links without it, and those of another version, show the same by this method.
        let without = link.replace("&method=1", "").replace("?method=1", "");
        assert_eq!(link::read(&without, &data), (state.clone(), Vec::new()));
        let other = link.replace("method=1", "method=2");
        let notice = Notice::OtherMethod("2".to_owned());
        assert_eq!(link::read(&other, &data), (state, vec![notice]));
    }
}

#[test]
fn a_proof_is_pointed_at_on_the_page_of_its_indicator_alone() {
    let data = data();
    let mut targets = data.iter().filter(|figure| figure.kind == Kind::Target);
    let target = targets.next().expect("a target");
    let state = reduce(
        &ViewState::default(),
        Action::Prove(target.indicator_code, target.row),
    );
    let (indicator, id) = (&target.indicator.id, target.id);
    let expected = format!("#/indicator/{indicator}?proof={id}&method=1");
    assert_eq!(link::write(&state, &data), expected);
    assert_eq!(link::read(&expected, &data), (state.clone(), Vec::new()));
    let other = data
        .iter()
        .find(|figure| figure.indicator_code != target.indicator_code);
    let other = &other.expect("another indicator").indicator.id;
    let (read, notices) = link::read(&format!("#/indicator/{other}?proof={id}"), &data);
    assert_eq!((read.proof, notices.len()), (None, 1));
    assert_eq!(reduce(&state, Action::Go(Page::Board)).proof, None);
}

#[test]
fn a_figure_that_the_data_no_longer_have_leaves_its_line() {
    let data = data();
    let figure = data.observation(0).expect("a figure");
    let (document, line) = (&figure.document.id, figure.line);
    let elsewhere = data.iter().find(|other| other.document.id != *document);
    let elsewhere = elsewhere.expect("a figure of another document").id;
    for id in ["gone", elsewhere] {
        let fragment = format!("#/source/{document}?line={line}&at={id}");
        let (state, notices) = link::read(&fragment, &data);
        let at = state.at.expect("the line");
        assert!(at.is_line(line));
        let (key, value) = ("at".to_owned(), id.to_owned());
        assert_eq!(notices, [Notice::UnknownValue { key, value }]);
    }
}

#[test]
fn a_part_beside_a_document_is_named_and_the_document_shown() {
    let data = data();
    let id = &data.documents[0].id;
    let (state, notices) = link::read(&format!("#/source/{id}?part=projects"), &data);
    assert_eq!(
        (state.part, state.at),
        (Part::Documents, Some(Place::document(0)))
    );
    assert_eq!(notices, [Notice::UnknownKey("part".to_owned())]);
}

#[test]
fn who_filters_leaves_the_line_that_a_link_pointed_at() {
    let data = data();
    let place = Place::of(&data, 0).expect("its place");
    let open = reduce(&ViewState::default(), Action::Open(place));
    let filtered = reduce(&open, Action::Search("gdp".to_owned()));
    assert_eq!(filtered.at, Some(Place::document(place.document)));
}

#[test]
fn a_line_where_nothing_is_printed_is_named_and_its_document_opened() {
    let data = data();
    let id = &data.documents[0].id;
    for line in ["999999", "x", ""] {
        let (state, notices) = link::read(&format!("#/source/{id}?line={line}"), &data);
        let open = state.at.map(|place| (place.document, place.line));
        assert_eq!(open, Some((0, None)), "{line}");
        let (key, value) = ("line".to_owned(), line.to_owned());
        assert_eq!(notices, [Notice::UnknownValue { key, value }]);
    }
    let (state, notices) = link::read("#/source/nowhere", &data);
    assert_eq!((state.page, state.at), (Page::Sources, None));
    let (key, value) = ("document".to_owned(), "nowhere".to_owned());
    assert_eq!(notices, [Notice::UnknownValue { key, value }]);
    // A line of no document is none.
    let (state, notices) = link::read("#/sources?line=7", &data);
    assert_eq!((state.at, notices.len()), (None, 1));
}

#[test]
fn a_place_in_the_sources_is_kept_only_while_it_is_shown() {
    let data = data();
    let id = &data.documents[0].id;
    let (open, _) = link::read(&format!("#/source/{id}?q=a"), &data);
    assert!(open.at.is_some());
    for (action, link) in [
        (Action::Go(Page::Sources), "#/sources?q=a"),
        (Action::Go(Page::Table), "#/table?q=a"),
        (
            Action::Show(Part::Relations),
            "#/sources?q=a&part=relations",
        ),
    ] {
        assert_eq!(link::write(&reduce(&open, action), &data), link);
    }
}

#[test]
fn an_order_has_several_keys_and_a_link_with_one_reads_as_ever() {
    let data = data();
    for link in [
        "#/table?sort=-value",
        "#/table?sort=unit",
        "#/table?sort=-value~area~kind",
        "#/table?sort=area~-source",
    ] {
        let (state, notices) = link::read(link, &data);
        assert_eq!(link::write(&state, &data), link);
        assert_eq!(notices, []);
    }
    // The usual order is not written; a fourth key and an unknown one are named.
    let (state, notices) = link::read("#/table?sort=source", &data);
    assert_eq!(link::write(&state, &data), "#/table");
    assert_eq!(notices, []);
    let (state, notices) = link::read("#/table?sort=area~size~unit~kind~value~note", &data);
    assert_eq!(link::write(&state, &data), "#/table?sort=area~unit~kind");
    assert_eq!(notices.len(), 3, "{notices:?}");
}

#[test]
fn columns_are_written_in_their_order_and_not_at_all_where_they_are_the_usual() {
    let data = data();
    let (state, notices) = link::read("#/table?columns=value~indicator~area", &data);
    assert_eq!(
        link::write(&state, &data),
        "#/table?columns=indicator~area~value"
    );
    assert_eq!(notices, []);
    let usual: Vec<&str> = Columns::default().iter().map(Column::key).collect();
    let (state, _) = link::read(&format!("#/table?columns={}", usual.join("~")), &data);
    assert_eq!(link::write(&state, &data), "#/table");
    let (state, notices) = link::read("#/table?columns=size", &data);
    assert_eq!(state.columns, Columns::default());
    assert_eq!(notices.len(), 1);
}

#[test]
fn keys_are_unique() {
    for (index, parameter) in link::PARAMETERS.iter().enumerate() {
        let later = link::PARAMETERS.iter().skip(index + 1);
        assert!(
            later.clone().all(|other| other.key != parameter.key),
            "{}",
            parameter.key
        );
    }
}

#[test]
fn the_colours_of_the_matrix_stand_in_the_link_and_none_is_not_written() {
    let data = data();
    let (plain, notices) = link::read("#/units?colour=none", &data);
    assert_eq!(notices, Vec::new());
    assert_eq!(link::write(&plain, &data), "#/units");
    let coloured = reduce(&plain, Action::Colour(Colouring::Status));
    let link = "#/units?colour=status&method=1";
    assert_eq!(link::write(&coloured, &data), link);
    assert_eq!(link::read(link, &data), (coloured, Vec::new()));
}

#[test]
fn an_embed_stays_one_through_the_views_and_its_view_has_a_link_of_its_own() {
    let data = data();
    let (embed, notices) = link::read("#/board?embed=1&hide=notes~filters", &data);
    assert_eq!(notices, Vec::new());
    let parts = PageParts::of(&[PagePart::Filters, PagePart::Notes]);
    assert_eq!(embed.embed, Some(parts));
    let table = reduce(&embed, Action::Go(Page::Table));
    let link = "#/table?embed=1&hide=filters~notes";
    assert_eq!(link::write(&table, &data), link);
    assert_eq!(link::write(&table.alone(), &data), "#/table");
    // What hides parts is an embed, in whatever order its keys stand.
    for link in [
        "#/table?hide=filters~notes",
        "#/table?hide=notes~filters&embed=1",
    ] {
        assert_eq!(link::read(link, &data), (table.clone(), Vec::new()));
    }
    let (plain, notices) = link::read("#/table?embed=yes", &data);
    assert_eq!((plain.embed, notices.len()), (None, 1));
    let (some, notices) = link::read("#/table?hide=header~notes", &data);
    assert_eq!(some.embed, Some(PageParts::of(&[PagePart::Notes])));
    assert_eq!(notices.len(), 1);
}

#[test]
fn a_stop_that_was_taken_along_with_a_link_is_no_part_of_it() {
    let data = data();
    let link = format!("#/board?area=420106&edition={}", data.edition);
    let plain = link::read(&link, &data);
    assert!(plain.1.is_empty());
    for stop in [".", "。", "%E3%80%82", "）。", ");"] {
        assert_eq!(link::read(&(link.clone() + stop), &data), plain, "{stop}");
    }
    for link in ["#/source/wuchang-2020-plan", "#/indicator/gdp", "#/table"] {
        let plain = link::read(link, &data);
        assert!(plain.1.is_empty());
        for stop in [")", "。", "%E3%80%82"] {
            assert_eq!(link::read(&[link, stop].concat(), &data), plain, "{stop}");
        }
    }
    let (state, _) = link::read("#/board?q=a.", &data);
    assert_eq!(state.filters.search, "a.");
}

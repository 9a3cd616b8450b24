//! How long a link can be: the longest that greedy choice finds, and arbitrary long ones.

use guatu::dataset::{Code, Dataset, Kind, Lang};
use guatu::query::column::{Column, Columns};
use guatu::query::sort::Sort;
use guatu::query::{Facet, Filters};
use guatu::view::{
    Action, Appearance, Colouring, Form, Grouping, PICKS, Page, PagePart, PageParts, Place, SEARCH,
    TextSize, ViewState, link, reduce,
};
use proptest::prelude::*;

use super::data;

/// The longest link, its address included, that every mail program and messenger keeps whole.
const LONGEST: usize = 2000;

/// The longest address of a page.
const ADDRESS: usize = 100;

/// The longest list of a facet's choices, as written, that greedy choice finds: the longest values first, and
/// then the shorter ones, as long as that makes the link longer.
fn longest_choices(data: &Dataset, facet: Facet) -> Vec<Code> {
    let length = |code: &Code| facet.value(data, *code).map_or(0, |value| value.len());
    let mut codes: Vec<Code> = facet.choices(data).collect();
    codes.sort_by_key(|code| std::cmp::Reverse(length(code)));
    let written = |chosen: &[Code]| {
        let mut state = ViewState::default();
        state.filters.set(facet, chosen.to_vec());
        link::write(&state, data).len()
    };
    let mut longest = Vec::new();
    for code in codes {
        let mut more = longest.clone();
        more.push(code);
        if written(&more) > written(&longest) {
            longest = more;
        }
    }
    longest
}

fn longest_filters(data: &Dataset) -> Filters {
    let mut filters = Filters::default();
    filters.search = "桥".repeat(SEARCH);
    for facet in Facet::ALL {
        filters.set(facet, longest_choices(data, facet));
    }
    filters
}

fn longest_picks(data: &Dataset) -> Vec<Code> {
    let mut codes: Vec<Code> = (0..).take(data.indicators.len()).collect();
    let length = |code: &Code| data.indicator(*code).map_or(0, |one| one.id.len());
    codes.sort_by_key(|code| std::cmp::Reverse(length(code)));
    codes.truncate(PICKS);
    codes
}

/// Everything set to what is written longest, in one view.
fn worst(data: &Dataset, page: Page, place: Option<Place>) -> ViewState {
    let mut columns = Column::ALL.to_vec();
    columns.retain(|column| column.is_sortable());
    columns.sort_by_key(|column| std::cmp::Reverse(column.key().len()));
    let sort = |column: &Column| Sort {
        column: *column,
        descending: true,
    };
    let state = ViewState {
        page,
        filters: longest_filters(data),
        grouping: Grouping::Theme,
        form: Some(Form::Distribution),
        picks: longest_picks(data),
        sort: columns.iter().take(3).map(sort).collect(),
        columns: Columns::of(&Column::ALL),
        colouring: Colouring::Status,
        lang: Lang::En,
        appearance: Appearance::Light,
        text: TextSize::Large,
        embed: Some(PageParts::of(&PagePart::ALL)),
        ..ViewState::default()
    };
    match place {
        Some(place) => reduce(&state, Action::Open(place)),
        // Any step leaves the state as it is kept.
        None => reduce(&state, Action::Appearance(Appearance::Light)),
    }
}

/// As it is shared, after its address; and as an embed has it in the code of a page, where nothing cuts it.
fn assert_short(data: &Dataset, state: &ViewState) {
    let shared = link::share(&state.alone(), data);
    let embedded = link::write(state, data);
    for (link, address) in [(shared, ADDRESS), (embedded, 0)] {
        assert!(link.is_ascii());
        assert!(link.len() + address < LONGEST, "{}: {link}", link.len());
    }
}

#[test]
fn the_longest_link_of_the_built_in_data_is_shorter_than_2000_characters() {
    let data = data();
    let mut pages = vec![Page::Units, Page::Table, Page::Report, Page::Chart];
    pages.extend(Facet::Organisation.choices(&data).map(Page::Unit));
    for page in pages {
        let state = worst(&data, page, None);
        assert_short(&data, &state);
        let (read, notices) = link::read(&link::write(&state, &data), &data);
        assert_eq!((read, notices), (state, Vec::new()));
    }
    for figure in data.iter().step_by(3) {
        let place = Place::of(&data, figure.row);
        assert_short(&data, &worst(&data, Page::Sources, place));
        let mut state = worst(&data, Page::Indicator(figure.indicator_code), None);
        state.proof = (figure.kind == Kind::Target).then_some(figure.row);
        assert_short(&data, &state);
    }
}

#[test]
fn no_list_of_choices_is_longer_than_half_of_all() {
    let data = data();
    for facet in Facet::ALL {
        let values: Vec<String> = facet
            .choices(&data)
            .filter_map(|code| facet.value(&data, code))
            .collect();
        let all = values.join("~").len();
        let mut state = ViewState::default();
        state.filters.set(facet, longest_choices(&data, facet));
        let written = link::write(&state, &data);
        let (_, value) = written.split_once('=').expect("a key");
        let value = value.split('&').next().expect("a value");
        assert!(value.len() <= (all / 2 + 1).max(64), "{written}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn most_choices_are_written_as_what_is_left_out_and_read_back(
        left_out in prop::collection::vec(any::<Code>(), 0..30),
        facet in prop::sample::select(Facet::ALL.to_vec()),
    ) {
        let data = data();
        let mut chosen: Vec<Code> = facet.choices(&data).collect();
        let count = u16::try_from(chosen.len()).expect("small");
        chosen.retain(|code| !left_out.iter().any(|out| out % count == *code));
        let mut state = ViewState::default();
        state.filters.set(facet, chosen.clone());
        let written = link::write(&state, &data);
        prop_assert_eq!(written.contains("=!"), written.ends_with("&v=2"));
        let (read, notices) = link::read(&written, &data);
        prop_assert_eq!(read.filters.get(facet), chosen);
        prop_assert_eq!(notices, Vec::new());
        assert_short(&data, &state);
    }
}

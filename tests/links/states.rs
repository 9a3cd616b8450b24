//! Any state of the page.

use std::sync::LazyLock;

use guatu::dataset::{Code, Kind, Lang};
use guatu::query::column::{Column, Columns};
use guatu::query::sort::{Sort, normalized};
use guatu::query::{Facet, Filters};
use guatu::view::{
    Action, Appearance, Colouring, Form, Grouping, Page, PagePart, PageParts, Part, Place,
    TextSize, ViewState, reduce,
};
use proptest::collection::vec;
use proptest::prelude::*;

use super::data;

/// How many choices each facet has, and how many indicators there are.
static SIZES: LazyLock<([Code; 8], Code)> = LazyLock::new(|| {
    let data = data();
    let count = |n: usize| Code::try_from(n).expect("small");
    (
        Facet::ALL.map(|facet| count(facet.len(&data))),
        count(data.indicators.len()),
    )
});

fn filters() -> impl Strategy<Value = Filters> {
    let facets = prop::sample::select(Facet::ALL.to_vec());
    let words = prop_oneof![Just(String::new()), "\\PC{0,20}", "[a-z&=~%#? ]{1,10}"];
    (vec((facets, any::<Code>()), 0..12), words).prop_map(|(chosen, search)| {
        let (sizes, _) = &*SIZES;
        let mut filters = Filters::default();
        for (facet, code) in chosen {
            filters.toggle(facet, code % sizes[facet as usize]);
        }
        filters.search = search;
        filters
    })
}

/// A part of the sources and, now and then, the place of some figure.
fn places() -> impl Strategy<Value = (Part, Option<Place>)> {
    let part = prop::sample::select(vec![
        Part::Documents,
        Part::Documents,
        Part::Relations,
        Part::Projects,
        Part::Glossary,
    ]);
    let printed: Vec<Place> = {
        let data = data();
        let figures = data.iter().flat_map(|figure| {
            let place = Place::of(&data, figure.row).expect("its place");
            let line = Place::line(place.document, figure.line);
            [place, line, Place::document(place.document)]
        });
        let projects = data.projects.iter();
        figures
            .chain(projects.map(|project| Place::of_project(&data, project)))
            .collect()
    };
    (part, prop::option::of(prop::sample::select(printed)))
}

/// Now and then, the way to the proof of some target.
fn proofs() -> impl Strategy<Value = Option<Action>> {
    let data = data();
    let targets = data.iter().filter(|figure| figure.kind == Kind::Target);
    let ways = targets.map(|target| Action::Prove(target.indicator_code, target.row));
    prop::option::of(prop::sample::select(ways.collect::<Vec<_>>()))
}

pub fn states() -> impl Strategy<Value = ViewState> {
    let (facets, indicators) = *SIZES;
    let units = facets[Facet::Organisation as usize];
    let page = prop_oneof![
        Just(Page::Board),
        Just(Page::Chart),
        Just(Page::Table),
        Just(Page::Report),
        Just(Page::Sources),
        Just(Page::Units),
        (0..units).prop_map(Page::Unit),
        (0..indicators).prop_map(Page::Indicator),
    ];
    let column = || prop::sample::select(Column::ALL.to_vec());
    let key =
        (column(), any::<bool>()).prop_map(|(column, descending)| Sort { column, descending });
    let sort = vec(key, 0..5).prop_map(|keys| normalized(&keys));
    let columns = vec(column(), 1..15).prop_map(|columns| Columns::of(&columns));
    let look = prop::sample::select(vec![
        Appearance::System,
        Appearance::Light,
        Appearance::Dark,
    ]);
    let form = prop::option::of(prop::sample::select(Form::ALL.to_vec()));
    let hidden = vec(prop::sample::select(PagePart::ALL.to_vec()), 0..4);
    let embed = prop::option::of(hidden.prop_map(|parts| PageParts::of(&parts)));
    let settings = (
        (form, embed),
        vec(0..indicators, 0..9),
        (sort, columns),
        any::<[bool; 4]>(),
        look,
    );
    let chosen = (page, proofs());
    (chosen, places(), filters(), settings).prop_map(|(chosen, (part, at), filters, settings)| {
        let (page, proof) = chosen;
        let ((form, embed), picks, (sort, columns), [theme, coloured, english, large], appearance) =
            settings;
        let state = ViewState {
            page,
            part,
            at,
            proof: None,
            filters,
            grouping: if theme {
                Grouping::Theme
            } else {
                Grouping::Plan
            },
            form,
            picks: Vec::new(),
            sort,
            columns,
            colouring: if coloured {
                Colouring::Status
            } else {
                Colouring::None
            },
            lang: if english { Lang::En } else { Lang::Zh },
            appearance,
            text: if large {
                TextSize::Large
            } else {
                TextSize::Normal
            },
            embed,
        };
        let state = reduce(&state, Action::Pick(picks));
        let state = match (page, proof) {
            (Page::Indicator(_), Some(proof)) => reduce(&state, proof),
            _ => state,
        };
        let search = state.filters.search.clone();
        reduce(&state, Action::Search(search))
    })
}

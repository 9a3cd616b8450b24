//! What a reader can do, and the state that follows.

use crate::dataset::{Code, Lang, Row};
use crate::query::column::{Column, Columns};
use crate::query::sort;
use crate::query::{Facet, Filters};

use super::state::{Appearance, Colouring, Form, Grouping, Page, Part, Place, TextSize, ViewState};

/// One thing that a reader did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Went to a view.
    Go(Page),
    /// Went to a part of the sources.
    Show(Part),
    /// Went to a document, or to a line of it.
    Open(Place),
    /// Went to the proof card of a target of an indicator.
    Prove(Code, Row),
    /// Turned a choice of a facet on or off.
    Toggle(Facet, Code),
    /// Pressed what stands for some choices: they replace those of their facets, and a view opens. Pressed
    /// again in that view, they are taken back.
    Narrow(Vec<(Facet, Code)>, Page),
    /// Cleared all filters and the search.
    Clear,
    /// Typed in the search field.
    Search(String),
    /// Chose how the board is put together.
    Group(Grouping),
    /// Chose the charts' form.
    Form(Form),
    /// Set which indicators the charts show.
    Pick(Vec<Code>),
    /// Put an indicator among those that the charts show, or took it away.
    Compare(Code),
    /// Pressed a column's head.
    Sort(Column),
    /// Pressed it to order by it within the order that there is.
    SortThen(Column),
    /// Went back to the order of the documents.
    Unsort,
    /// Chose the columns of the table.
    Columns(Columns),
    /// Chose what the colours of the matrix of units say.
    Colour(Colouring),
    /// Chose a language.
    Lang(Lang),
    /// Chose light or dark.
    Appearance(Appearance),
    /// Chose how large the text is.
    Text(TextSize),
}

/// The state after an action. Equal to the one before where the action changes nothing.
#[must_use]
pub fn reduce(state: &ViewState, action: Action) -> ViewState {
    let mut next = state.clone();
    match action {
        Action::Go(page) => next.go(page),
        Action::Show(part) => (next.page, next.part, next.at) = (Page::Sources, part, None),
        Action::Open(place) => {
            (next.page, next.part, next.at) = (Page::Sources, Part::Documents, Some(place));
        }
        Action::Prove(indicator, target) => {
            next.go(Page::Indicator(indicator));
            next.proof = Some(target);
        }
        Action::Toggle(facet, code) => next.filters.toggle(facet, code),
        Action::Narrow(choices, page) => {
            for (facet, _) in &choices {
                let codes = choices.iter().filter(|(other, _)| other == facet);
                next.filters
                    .set(*facet, codes.map(|(_, code)| *code).collect());
            }
            if next.page == page && next.filters == state.filters {
                for (facet, _) in &choices {
                    next.filters.set(*facet, Vec::new());
                }
            }
            next.go(page);
        }
        Action::Clear => next.filters = Filters::default(),
        Action::Search(text) => {
            // The page of one indicator or unit takes no filters: what is searched for is shown
            // among all of them.
            match next.page {
                Page::Indicator(_) if !text.trim().is_empty() => next.page = Page::Table,
                Page::Unit(_) if !text.trim().is_empty() => next.page = Page::Units,
                _ => {}
            }
            next.filters.search = text;
        }
        Action::Group(grouping) => next.grouping = grouping,
        Action::Form(form) => next.form = Some(form),
        Action::Pick(picks) => next.picks = picks,
        Action::Sort(column) => next.sort = sort::pressed(&next.sort, column, false),
        Action::SortThen(column) => next.sort = sort::pressed(&next.sort, column, true),
        Action::Unsort => next.sort.clear(),
        Action::Columns(columns) => next.columns = columns,
        Action::Compare(code) => match next.picks.iter().position(|known| *known == code) {
            Some(index) => {
                next.picks.remove(index);
            }
            None => next.picks.push(code),
        },
        Action::Colour(colouring) => next.colouring = colouring,
        Action::Lang(lang) => next.lang = lang,
        Action::Appearance(appearance) => next.appearance = appearance,
        Action::Text(size) => next.text = size,
    }
    if next.filters != state.filters {
        // Who filters looks for something else than the line that a link pointed at.
        next.at = next.at.map(|at| Place::document(at.document));
    }
    next.normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_pressed_twice_leaves_the_state_as_it_was() {
        let state = ViewState::default();
        let once = reduce(&state, Action::Toggle(Facet::Kind, 3));
        assert_eq!(once.filters.get(Facet::Kind), [3]);
        assert_eq!(reduce(&once, Action::Toggle(Facet::Kind, 3)), state);
    }

    #[test]
    fn choices_of_a_mark_replace_those_of_their_facets_and_keep_the_others() {
        let mut state = ViewState::default();
        state.filters.set(Facet::Kind, vec![1]);
        state.filters.set(Facet::Area, vec![2]);
        let choices = vec![(Facet::Kind, 3), (Facet::Theme, 5), (Facet::Kind, 0)];
        let next = reduce(&state, Action::Narrow(choices, Page::Table));
        assert_eq!(next.page, Page::Table);
        assert_eq!(next.filters.get(Facet::Kind), [0, 3]);
        assert_eq!(next.filters.get(Facet::Theme), [5]);
        assert_eq!(next.filters.get(Facet::Area), [2]);
    }

    #[test]
    fn choices_of_a_mark_are_taken_back_where_they_stand_already() {
        let mut state = ViewState::default();
        state.filters.set(Facet::Area, vec![2]);
        let narrow = |page| Action::Narrow(vec![(Facet::Kind, 3), (Facet::Theme, 5)], page);
        let once = reduce(&state, narrow(Page::Board));
        assert_eq!(reduce(&once, narrow(Page::Board)), state);
        let table = reduce(&once, narrow(Page::Table));
        assert_eq!(table.filters, once.filters, "from another view they stay");
    }

    #[test]
    fn a_seventh_pick_and_a_double_are_left_out() {
        let state = reduce(
            &ViewState::default(),
            Action::Pick(vec![1, 2, 2, 3, 4, 5, 6, 7]),
        );
        assert_eq!(state.picks, [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn a_column_hidden_and_shown_again_leaves_the_state_as_it_was() {
        let state = ViewState::default();
        let hidden = state.columns.toggled(Column::Unit);
        let without = reduce(&state, Action::Columns(hidden));
        assert_ne!(without, state);
        let again = Action::Columns(hidden.toggled(Column::Unit));
        assert_eq!(reduce(&without, again), state);
    }

    #[test]
    fn an_indicator_compared_twice_is_taken_away_and_a_seventh_finds_no_place() {
        let six = reduce(&ViewState::default(), Action::Pick(vec![1, 2, 3, 4, 5, 6]));
        assert_eq!(reduce(&six, Action::Compare(7)), six);
        let five = reduce(&six, Action::Compare(3));
        assert_eq!(five.picks, [1, 2, 4, 5, 6]);
        assert_eq!(reduce(&five, Action::Compare(3)).picks, [1, 2, 4, 5, 6, 3]);
    }
}

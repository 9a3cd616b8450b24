//! Which figures a view shows, and how that is said. Rows, words and names of files come from one decision.

use crate::dataset::{Code, Dataset, Lang, Row};
use crate::plot::charts;
use crate::query::{Facet, FacetIndex, Filters, Selection};
use crate::text::{Msg, filter, label};
use crate::view::{Form, Page, ViewState};

/// The figures of a view: those that pass its filters, and of them its own.
#[derive(Debug)]
pub struct Scope<'a> {
    pub(super) data: &'a Dataset,
    pub(super) state: &'a ViewState,
    selection: Selection,
    own: Own,
}

/// What a view has of its own, beside its filters.
#[derive(Debug)]
enum Own {
    /// Nothing: all that passes.
    Nothing,
    /// Those of an indicator's page, or those that a chart draws.
    Indicators(Vec<Code>),
    /// A unit of government.
    Unit(Code),
    /// The open document.
    Document(Code),
}

impl<'a> Scope<'a> {
    /// The scope of a view. The pages of an indicator and of a unit show all of their own, whatever the filters.
    #[must_use]
    pub fn of(data: &'a Dataset, index: &FacetIndex, state: &'a ViewState) -> Self {
        let mut filters = Filters::default();
        if state.page.takes_filters() {
            filters.clone_from(&state.filters);
        }
        if let Page::Unit(code) = state.page {
            filters.set(Facet::Organisation, vec![code]);
        }
        let selection = Selection::new(data, index, &filters);
        let own = match state.page {
            Page::Indicator(code) => Own::Indicators(vec![code]),
            Page::Unit(code) => Own::Unit(code),
            Page::Chart => match charts(data, index, state, &selection) {
                // It counts all figures.
                drawn if drawn.form == Some(Form::Distribution) => Own::Nothing,
                drawn => Own::Indicators(drawn.picks),
            },
            _ => state
                .at
                .map_or(Own::Nothing, |at| Own::Document(at.document)),
        };
        Self {
            data,
            state,
            selection,
            own,
        }
    }

    /// Whether the view shows a figure.
    #[must_use]
    pub fn takes(&self, row: Row) -> bool {
        let (figures, at) = (&self.data.observations, row as usize);
        let is_own = match &self.own {
            Own::Nothing | Own::Unit(_) => true,
            Own::Indicators(codes) => figures
                .indicator
                .get(at)
                .is_some_and(|own| codes.contains(&own)),
            Own::Document(code) => figures.document.get(at) == Some(*code),
        };
        is_own && self.selection.passes(row)
    }

    /// How many figures the view shows.
    #[must_use]
    pub fn count(&self) -> u32 {
        let taken = self.selection.rows().filter(|row| self.takes(*row));
        u32::try_from(taken.count()).unwrap_or(u32::MAX)
    }

    /// Whether it shows figures of its own, and not all that pass the filters.
    #[must_use]
    pub fn is_own(&self) -> bool {
        !matches!(self.own, Own::Nothing)
    }

    /// In words what chooses the figures: `指标：地区生产总值；已筛选（地区：武昌区）`.
    #[must_use]
    pub fn words(&self) -> String {
        let lang = self.state.lang;
        let filters = filter::words(self.data, &self.state.filters, lang);
        let own = match &self.own {
            Own::Nothing => return filters,
            Own::Indicators(codes) => {
                let names = codes.iter().filter_map(|code| self.data.indicator(*code));
                let names: Vec<&str> = names.map(|found| found.name.get(lang)).collect();
                (Msg::ColumnIndicator, label::listed(&names, lang))
            }
            Own::Unit(code) => {
                let unit = self.data.organisations.get(usize::from(*code));
                let name = unit.map_or("", |unit| unit.name.get(lang));
                (Msg::FacetOrganisation, name.to_owned())
            }
            Own::Document(code) => {
                let document = self.data.documents.get(usize::from(*code));
                let title = document.map_or("", |document| document.title.get(lang));
                (Msg::FacetDocument, title.to_owned())
            }
        };
        let (head, own) = own;
        let own = label::headed(head.get(lang), &own, lang);
        if self.state.page.takes_filters() && self.state.filters.active() > 0 {
            let between = if lang == Lang::Zh { "；" } else { "; " };
            return [&*own, &filters].join(between);
        }
        own
    }

    /// What the figures are in names of files: `figures`, `chart-gdp`, the id of an indicator, unit or document.
    pub(super) fn id(&self) -> String {
        let id = match &self.own {
            Own::Nothing => Some("figures"),
            Own::Indicators(codes) => {
                let chart = (self.state.page == Page::Chart).then_some("chart");
                let ids = codes.iter().filter_map(|code| self.data.indicator(*code));
                let ids = ids.map(|found| &*found.id);
                return chart.into_iter().chain(ids).collect::<Vec<_>>().join("-");
            }
            Own::Unit(code) => {
                let unit = self.data.organisations.get(usize::from(*code));
                unit.map(|unit| &*unit.id)
            }
            Own::Document(code) => {
                let document = self.data.documents.get(usize::from(*code));
                document.map(|document| &*document.id)
            }
        };
        id.unwrap_or_default().to_owned()
    }

    /// The filters that choose among the figures.
    pub(super) fn filters(&self) -> Option<&Filters> {
        let state = self.state;
        state.page.takes_filters().then_some(&state.filters)
    }
}

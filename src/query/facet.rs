//! Facets: the columns that figures are filtered by, each with its choices.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::rc::Rc;

use guatu_scan::Codes;

use crate::assess::{Ledger, Status};
use crate::dataset::{Class, Code, Dataset, Kind, Observations, Period, Row};
use crate::order;

use super::deck::Deck;
use super::documents;
use super::execution::{self, Group};

/// A column that figures are filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The area.
    Area,
    /// The period.
    Period,
    /// The theme.
    Theme,
    /// What the figure is.
    Kind,
    /// Whether the target binds.
    Class,
    /// How the target stands.
    Status,
    /// The unit of government that answers for it.
    Organisation,
    /// The document that prints it.
    Document,
}

impl Facet {
    /// Every facet, in the order of the page and of the link.
    pub const ALL: [Self; 8] = [
        Self::Area,
        Self::Period,
        Self::Theme,
        Self::Kind,
        Self::Class,
        Self::Status,
        Self::Organisation,
        Self::Document,
    ];

    /// The facet's name in links and in the page.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Period => "period",
            Self::Theme => "theme",
            Self::Kind => "kind",
            Self::Class => "class",
            Self::Status => "status",
            Self::Organisation => "organisation",
            Self::Document => "document",
        }
    }

    /// How many choices the facet has. Targets whose plan does not say whether they bind are a class of
    /// their own, the last.
    #[must_use]
    pub fn len(self, data: &Dataset) -> usize {
        match self {
            Self::Area => data.areas.len(),
            Self::Period => data.periods.len(),
            Self::Theme => data.themes.len(),
            Self::Kind => Kind::ALL.len(),
            Self::Class => Class::ALL.len() + 1,
            Self::Status => Status::ALL.len(),
            Self::Organisation => data.organisations.len(),
            Self::Document => data.documents.len(),
        }
    }

    /// The choices' codes.
    pub fn choices(self, data: &Dataset) -> impl Iterator<Item = Code> {
        0..Code::try_from(self.len(data)).unwrap_or(Code::MAX)
    }

    /// What stands for a choice in a link: the official code or slug, never a name.
    #[must_use]
    pub fn value(self, data: &Dataset, code: Code) -> Option<String> {
        let index = usize::from(code);
        match self {
            Self::Area => data.areas.get(index).map(|area| area.code.to_string()),
            Self::Period => data.periods.get(index).map(Period::to_string),
            Self::Theme => data.themes.get(index).map(|theme| theme.id.to_string()),
            Self::Kind => Kind::CODES.get(index).map(ToString::to_string),
            Self::Class => {
                let codes = Class::CODES.iter().chain(&[NO_CLASS]);
                codes.skip(index).map(ToString::to_string).next()
            }
            Self::Status => Status::CODES.get(index).map(ToString::to_string),
            Self::Organisation => data.organisations.get(index).map(|o| o.id.to_string()),
            Self::Document => data.documents.get(index).map(|d| d.id.to_string()),
        }
    }

    /// The choice that a link's value stands for.
    #[must_use]
    pub fn find(self, data: &Dataset, value: &str) -> Option<Code> {
        self.choices(data)
            .find(|code| self.value(data, *code).as_deref() == Some(value))
    }
}

/// What stands in links for targets without a class.
const NO_CLASS: &str = "none";

/// The choice of [`Facet::Class`] for targets of a class, or without one.
#[must_use]
pub fn class_code(class: Option<Class>) -> Code {
    class.map_or(Class::ALL.len() as Code, |class| class as Code)
}

/// Stands in a column where the figure has no value of the facet.
const NONE: Code = Code::MAX;

/// What is worked out once for a data set: the facets' columns, one code a row, and the status of each
/// target.
///
/// Several units may answer for one figure: the column of [`Facet::Organisation`] holds the code
/// of a set of units, and `sets` what is in it. Every other column holds the choice itself.
#[derive(Debug)]
pub struct FacetIndex {
    pub(super) columns: [Rc<Codes>; 8],
    pub(super) sets: Vec<Vec<Code>>,
    totals: [Vec<u32>; 8],
    choices: [Vec<Code>; 8],
    ledger: Ledger,
    deck: Deck,
    in_order: OnceCell<Vec<Row>>,
    by_indicator: OnceCell<Vec<Row>>,
    execution: OnceCell<Vec<Group>>,
}

impl FacetIndex {
    /// Reads the columns off a data set.
    #[must_use]
    pub fn new(data: &Dataset) -> Self {
        let figures = &data.observations;
        let ledger = Ledger::new(data);
        let (organisations, sets) = organisation_sets(data);
        let columns = Facet::ALL.map(|facet| {
            let domain = facet.len(data);
            match facet {
                Facet::Area => Rc::clone(&figures.area),
                Facet::Period => Rc::clone(&figures.period),
                Facet::Theme => Rc::clone(&figures.theme),
                Facet::Kind => {
                    let kinds = figures.kind.iter().map(|kind| *kind as Code);
                    Rc::new(Codes::new(kinds, domain))
                }
                Facet::Class => Rc::new(Codes::new(classes(figures), domain)),
                Facet::Status => Rc::clone(ledger.statuses()),
                Facet::Organisation => {
                    Rc::new(Codes::new(organisations.iter().copied(), sets.len()))
                }
                Facet::Document => Rc::clone(&figures.document),
            }
        });
        let totals = Facet::ALL.map(|facet| {
            let own = columns.get(facet as usize);
            let totals = |domain| own.map_or_else(Vec::new, |codes| codes.totals(domain));
            match facet {
                Facet::Organisation => of_members(&sets, &totals(sets.len()), facet.len(data)),
                _ => totals(facet.len(data)),
            }
        });
        Self {
            columns,
            sets,
            choices: Facet::ALL.map(|facet| {
                let totals = totals.get(facet as usize).map_or(&[][..], Vec::as_slice);
                choices(data, facet, totals)
            }),
            totals,
            deck: Deck::new(data, &ledger),
            ledger,
            in_order: OnceCell::new(),
            by_indicator: OnceCell::new(),
            execution: OnceCell::new(),
        }
    }

    /// The choices that any figure of the data has, in their order: an area that is only the parent
    /// of others is none. Units of government have no order of their own: the one that answers for
    /// most comes first. Documents stand as on the shelf.
    #[must_use]
    pub fn choices(&self, facet: Facet) -> &[Code] {
        self.choices.get(facet as usize).map_or(&[], Vec::as_slice)
    }

    /// As many of the choices as asked for, in their order: those that most figures have, whatever
    /// the filters. Themes stand in the order of their weight: of them the first.
    #[must_use]
    pub fn short(&self, facet: Facet, most: usize) -> Vec<Code> {
        let totals = self.totals(facet);
        let mut choices = self.choices(facet).to_vec();
        let mut ranked = choices.clone();
        if facet != Facet::Theme {
            order::sort_by_key(&mut ranked, |code| Reverse(totals.get(usize::from(*code))));
        }
        ranked.truncate(most);
        choices.retain(|code| ranked.contains(code));
        choices
    }

    /// Every target with its status.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Every card: what a board is made of.
    pub(super) fn deck(&self) -> &Deck {
        &self.deck
    }

    /// Every figure in the order of the documents: found with the first table that is asked for.
    pub(super) fn in_order(&self, data: &Dataset) -> &[Row] {
        self.in_order.get_or_init(|| {
            let mut rows = (0..data.observations.len()).collect();
            documents::sort(data, &mut rows);
            rows
        })
    }

    /// Every target in the order of the execution table: put together with the first that is asked for.
    pub(super) fn execution(&self, data: &Dataset) -> &[Group] {
        let all = || execution::execution(data, &self.ledger, &|_| true);
        self.execution.get_or_init(all)
    }

    /// The figures of a document in the order of its text.
    pub(super) fn of_document(&self, data: &Dataset, document: Code) -> &[Row] {
        let known = self.choices(Facet::Document).iter();
        let mut before = known.take_while(|code| **code != document);
        let total = |code: &Code| {
            let total = self.totals(Facet::Document).get(usize::from(*code));
            total.copied().unwrap_or_default() as usize
        };
        let start: usize = before.by_ref().map(total).sum();
        let own = start..start + total(&document);
        self.in_order(data).get(own).unwrap_or_default()
    }

    /// The figures of an indicator, in the order of the table: put together with the first chart that is asked for.
    #[must_use]
    pub fn of_indicator(&self, data: &Dataset, indicator: Code) -> &[Row] {
        let columns = &data.observations.indicator;
        let ordered = || columns.ordered(data.indicators.len());
        let rows = self.by_indicator.get_or_init(ordered);
        let code = |row: &Row| columns.get(*row as usize);
        let first = rows.partition_point(|row| code(row) < Some(indicator));
        let own = rows.get(first..).unwrap_or_default();
        let count = own.partition_point(|row| code(row) <= Some(indicator));
        own.get(..count).unwrap_or_default()
    }

    /// The unit that is named first of those that answer for a row.
    pub(super) fn first_unit(&self, row: Row) -> Option<Code> {
        self.sets.get(self.set_of(row)?)?.first().copied()
    }

    /// The sets that hold any of these units.
    pub(super) fn sets_with(&self, units: &[Code]) -> Vec<Code> {
        let sets = (0..).zip(&self.sets);
        let sets = sets.filter(|(_, set)| set.iter().any(|unit| units.contains(unit)));
        sets.map(|(code, _)| code).collect()
    }

    /// The set of units behind a row.
    pub(super) fn set_of(&self, row: Row) -> Option<usize> {
        let codes = self.columns.get(Facet::Organisation as usize)?;
        let set = codes.get(row as usize).map(usize::from);
        set.filter(|set| *set < self.sets.len())
    }

    /// The counts of units by those of their sets.
    pub(super) fn of_members(&self, counts: &[u32], units: usize) -> Vec<u32> {
        of_members(&self.sets, counts, units)
    }

    /// How many figures have each choice, without any filter.
    fn totals(&self, facet: Facet) -> &[u32] {
        self.totals.get(facet as usize).map_or(&[], Vec::as_slice)
    }
}

fn choices(data: &Dataset, facet: Facet, totals: &[u32]) -> Vec<Code> {
    let total = |code: &Code| totals.get(usize::from(*code)).copied();
    let mut choices: Vec<Code> = match facet {
        Facet::Document => documents::documents(data),
        _ => facet.choices(data).collect(),
    };
    choices.retain(|code| total(code) > Some(0));
    if facet == Facet::Organisation {
        order::sort_by_key(&mut choices, |code| Reverse(total(code)));
    }
    choices
}

fn of_members(sets: &[Vec<Code>], counts: &[u32], units: usize) -> Vec<u32> {
    let mut members = vec![0_u32; units];
    for (set, count) in sets.iter().zip(counts) {
        for code in set {
            if let Some(total) = members.get_mut(usize::from(*code)) {
                *total += count;
            }
        }
    }
    members
}

fn classes(figures: &Observations) -> impl Iterator<Item = Code> {
    let code = |(class, kind): (&Option<Class>, &Kind)| match kind {
        Kind::Target => class_code(*class),
        _ => NONE,
    };
    figures.class.iter().zip(&figures.kind).map(code)
}

/// The set of units behind each row, and the sets: one for each subject that units answer for.
fn organisation_sets(data: &Dataset) -> (Vec<Code>, Vec<Vec<Code>>) {
    let sets = data
        .responsibilities
        .chunk_by(|a, b| a.subject == b.subject)
        .map(|set| set.iter().map(|duty| duty.organisation).collect());
    let subjects = data.subjects();
    let set = |row| Code::try_from(subjects.binary_search(&data.subject(row)?).ok()?).ok();
    let column = (0..data.observations.len()).map(|row| set(row).unwrap_or(NONE));
    (column.collect(), sets.collect())
}

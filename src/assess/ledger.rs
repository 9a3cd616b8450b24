//! The cases of a data set, and what was decided on each.

use super::case::{Bound, Case, Number, Outcome, Promise, is_same};
use super::series::Series;
use super::ties::Ties;
use super::words::words;
use super::{Assessment, Reason, Status, assess, outcome};
use crate::dataset::{Code, Comparator, Dataset, Kind, Observation, Period, RelationKind, Row};

/// A target and what was decided on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// The row of the target.
    pub target: Row,
    /// The row of its newest outcome.
    pub outcome: Option<Row>,
    /// The row of the figure from which its plan starts.
    pub base: Option<Row>,
    /// The case as it was put.
    pub case: Case,
    /// What was decided.
    pub assessment: Assessment,
}

impl Assessed {
    /// The same target as it stood when one of its outcomes was the newest.
    #[must_use]
    pub fn by(&self, outcome: Row) -> Option<Self> {
        let all = &self.case.outcomes;
        let place = all.iter().position(|known| known.row == outcome)?;
        let case = Case {
            outcomes: all.iter().skip(place).copied().collect(),
            ..self.case.clone()
        };
        Some(Self {
            outcome: Some(outcome),
            assessment: assess(&case),
            case,
            ..self.clone()
        })
    }
}

/// Every target of a data set with its status.
#[derive(Debug, PartialEq)]
pub struct Ledger {
    /// The targets, by row.
    assessed: Vec<Assessed>,
    statuses: Vec<Option<Status>>,
    series: Series,
}

impl Ledger {
    /// Decides on every target.
    #[must_use]
    pub fn new(data: &Dataset) -> Self {
        let series = Series::new(data);
        let judge = Judge {
            data,
            series: &series,
            ties: Ties::new(&data.relations),
        };
        let targets = data.iter().filter(|figure| figure.kind == Kind::Target);
        let assessed: Vec<Assessed> = targets.map(|target| judge.assessed(&target)).collect();
        let mut statuses = vec![None; data.observations.len() as usize];
        for one in &assessed {
            if let Some(slot) = statuses.get_mut(one.target as usize) {
                *slot = Some(one.assessment.judgement.status);
            }
        }
        Self {
            assessed,
            statuses,
            series,
        }
    }

    /// Every target, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Assessed> {
        self.assessed.iter()
    }

    /// What was decided on a target; none for another row.
    #[must_use]
    pub fn get(&self, target: Row) -> Option<&Assessed> {
        let index = self
            .assessed
            .binary_search_by_key(&target, |one| one.target);
        self.assessed.get(index.ok()?)
    }

    /// The outcomes of an indicator in an area, the newest first.
    pub fn outcomes<'a>(
        &self,
        data: &'a Dataset,
        indicator: Code,
        area: Code,
    ) -> impl Iterator<Item = Observation<'a>> {
        self.series.of(data, indicator, area)
    }

    /// The status of a target; none for another row.
    #[must_use]
    pub fn status(&self, target: Row) -> Option<Status> {
        self.statuses.get(target as usize).copied().flatten()
    }
}

/// What a target is judged by.
struct Judge<'a> {
    data: &'a Dataset,
    series: &'a Series,
    ties: Ties,
}

impl<'a> Judge<'a> {
    fn assessed(&self, target: &Observation<'a>) -> Assessed {
        let promise = promise(target);
        let own = (target.indicator_code, target.area_code);
        let all: Vec<Observation<'a>> = self.series.of(self.data, own.0, own.1).collect();
        let scope = promise.scope();
        let own = all.iter().filter(|o| scope.contains(o.period));
        let outcomes: Vec<Outcome> = own.map(|o| self.outcome(target, o)).collect();
        // The plan starts from where the year before it ended, and from no older figure.
        let begins = |o: &&Observation<'_>| {
            is_same(o.period.end(), promise.plan.start()) && promise.measures(o.period)
        };
        let bases = all.iter().filter(begins).map(|o| self.outcome(target, o));
        let base = bases.into_iter().find(Outcome::is_comparable);
        let newest = outcomes.first().map(|outcome| outcome.row);
        let used = outcomes.iter().chain(&base);
        let contradicted = used.flat_map(|known| self.contradicting(target, known));
        let case = Case {
            contradicted: contradicted.collect(),
            promise,
            outcomes,
            base,
        };
        Assessed {
            target: target.row,
            outcome: newest,
            base: case.base.as_ref().map(|base| base.row),
            assessment: assess(&case),
            case,
        }
    }

    fn outcome(&self, target: &Observation<'_>, figure: &Observation<'_>) -> Outcome {
        let dimension = |o: &Observation<'_>| o.unit.map(|unit| unit.dimension.clone());
        let is_other = figure.value.is_some()
            && target.value.is_some()
            && dimension(figure) != dimension(target);
        let mut apart = self.ties.of(figure.row, RelationKind::NotComparable);
        let apart = if apart.any(|tie| tie.other == target.row) {
            Some(Reason::NotComparable)
        } else {
            is_other.then_some(Reason::OtherDimension)
        };
        Outcome {
            row: figure.row,
            period: figure.period,
            kind: figure.kind,
            comparator: figure.comparator.unwrap_or(Comparator::Equal),
            low: number(figure, figure.value),
            high: number(figure, figure.value_high),
            words: words(figure.statement, target.statement),
            apart,
            share: self.share(figure.row),
        }
    }

    /// The share of the task that a document prints beside an outcome.
    fn share(&self, row: Row) -> Option<(Number, Row)> {
        let tied = self.ties.of(row, RelationKind::ShareOf);
        let tied = tied.filter(|tie| tie.is_target);
        let figures = tied.filter_map(|tie| self.data.observation(tie.other));
        // Of several the newest counts, whichever row stands first.
        let figure = outcome::newest(figures)?;
        Some((number(&figure, figure.value)?, figure.row))
    }

    /// Other printings of the same figure that cannot hold beside it, each with its row.
    fn contradicting(&self, target: &Observation<'_>, known: &Outcome) -> Vec<(Row, Outcome)> {
        let ties = self.ties.of(known.row, RelationKind::Conflicts);
        let figures = ties.filter_map(|tie| self.data.observation(tie.other));
        let outcomes = figures.map(|figure| self.outcome(target, &figure));
        let rivals = outcomes.filter(|other| other.period == known.period);
        rivals.map(|other| (known.row, other)).collect()
    }
}

/// A target as the rules see it. A figure that belongs to no plan covers its own period.
fn promise(target: &Observation<'_>) -> Promise {
    let comparator = target.comparator.unwrap_or(Comparator::Equal);
    let bound = number(target, target.value).map(|low| Bound {
        comparator,
        low,
        high: number(target, target.value_high),
    });
    let plan: Period = target.plan.map_or(target.period, |plan| plan.period);
    Promise {
        bound,
        period: target.period,
        plan,
        measure: target.indicator.measure,
        direction: target.indicator.direction,
    }
}

/// A printed number in base units, with half of its last digit.
fn number(figure: &Observation<'_>, value: Option<f64>) -> Option<Number> {
    let (value, factor) = (value?, figure.unit?.factor);
    let half = 0.5 * 10_f64.powi(-i32::from(figure.decimals));
    let number = Number::new(value * factor, half * factor);
    number.value.is_finite().then_some(number)
}

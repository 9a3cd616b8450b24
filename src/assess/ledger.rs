//! The cases of a data set, and what was decided on each.

use std::rc::Rc;

use guatu_scan::Codes;

use super::case::{Bound, Case, Number, Outcome, Promise, is_same};
use super::evidence::deciding;
use super::rules::Moves;
use super::series::Series;
use super::ties::Ties;
use super::words::words;
use super::{Assessment, Reason, Status, assess, outcome, rules};
use crate::dataset::{Code, Comparator, Dataset, Kind, Observation, Period, RelationKind, Row};

/// A target with its whole case and what was decided on it.
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
    fn new(target: Row, case: Case) -> Self {
        Self {
            target,
            outcome: case.outcomes.first().map(|outcome| outcome.row),
            base: case.base.as_ref().map(|base| base.row),
            assessment: assess(&case),
            case,
        }
    }

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
            base: self.base,
            ..Self::new(self.target, case)
        })
    }
}

/// Every target of a data set with its status, and what it takes to prove one. A proof is far larger than what it
/// comes to, so each is worked out when somebody asks for it.
#[derive(Debug, PartialEq)]
pub struct Ledger {
    decided: Vec<Decided>,
    /// Of each target its outcomes, the newest first, then those that decided.
    rows: Vec<Row>,
    statuses: Rc<Codes>,
    series: Series,
    ties: Ties,
}

/// A target, and where its rows end.
#[derive(Debug, PartialEq)]
struct Decided {
    target: Row,
    outcomes: usize,
    deciding: usize,
}

/// The figures that a target was judged by.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// The outcomes that the rules take for it, the newest first.
    pub outcomes: &'a [Row],
    /// Those that tell how it stands, as [`Assessed::deciding`] has them.
    pub deciding: &'a [Row],
}

impl Ledger {
    /// Decides on every target.
    #[must_use]
    pub fn new(data: &Dataset) -> Self {
        let (series, ties) = (Series::new(data), Ties::new(&data.relations));
        let judge = Judge {
            data,
            series: &series,
            ties: &ties,
        };
        let (mut decided, mut rows) = (Vec::new(), Vec::new());
        let mut statuses = vec![Code::MAX; data.observations.len() as usize];
        for target in data.of_kind(|kind| kind == Kind::Target) {
            let case = judge.case(&target);
            let judgement = rules::judge(&case, Moves::default());
            rows.extend(case.outcomes.iter().map(|outcome| outcome.row));
            let outcomes = rows.len();
            let newest = case.outcomes.first().map(|outcome| outcome.row);
            rows.extend(deciding(&judgement, newest));
            decided.push(Decided {
                target: target.row,
                outcomes,
                deciding: rows.len(),
            });
            if let Some(slot) = statuses.get_mut(target.row as usize) {
                *slot = judgement.status as Code;
            }
        }
        rows.shrink_to_fit();
        decided.shrink_to_fit();
        Self {
            decided,
            rows,
            statuses: Rc::new(Codes::new(statuses.into_iter(), Status::ALL.len())),
            series,
            ties,
        }
    }

    /// The row of every target, in the order of the table.
    pub fn targets(&self) -> impl Iterator<Item = Row> {
        self.decided.iter().map(|one| one.target)
    }

    /// Every target, in the order of the table.
    pub fn iter(&self, data: &Dataset) -> impl Iterator<Item = Assessed> {
        self.targets().filter_map(|row| self.get(data, row))
    }

    /// What was decided on a target, and why; none for another row.
    #[must_use]
    pub fn get(&self, data: &Dataset, target: Row) -> Option<Assessed> {
        self.status(target)?;
        let judge = Judge {
            data,
            series: &self.series,
            ties: &self.ties,
        };
        let figure = data.observation(target)?;
        Some(Assessed::new(target, judge.case(&figure)))
    }

    /// The place of a target, for [`Self::judged`]; none for another row.
    #[must_use]
    pub fn place(&self, target: Row) -> Option<usize> {
        let known = &self.decided;
        known.binary_search_by_key(&target, |one| one.target).ok()
    }

    /// What the target in a place was judged by.
    #[must_use]
    pub fn judged(&self, place: usize) -> Option<Judged<'_>> {
        let before = place.checked_sub(1);
        let before = before.and_then(|before| self.decided.get(before));
        let start = before.map_or(0, |one| one.deciding);
        let one = self.decided.get(place)?;
        Some(Judged {
            outcomes: self.rows.get(start..one.outcomes)?,
            deciding: self.rows.get(one.outcomes..one.deciding)?,
        })
    }

    /// The outcomes, by indicator and area.
    #[must_use]
    pub fn series(&self) -> &Series {
        &self.series
    }

    /// The status of a target; none for another row.
    #[must_use]
    pub fn status(&self, target: Row) -> Option<Status> {
        let code = self.statuses.get(target as usize)?;
        Status::ALL.get(usize::from(code)).copied()
    }

    /// The statuses as the codes of a column.
    #[must_use]
    pub fn statuses(&self) -> &Rc<Codes> {
        &self.statuses
    }
}

/// Much less than a day, in years.
const MOMENT: f64 = 1e-6;

/// What a target is judged by.
struct Judge<'a> {
    data: &'a Dataset,
    series: &'a Series,
    ties: &'a Ties,
}

impl<'a> Judge<'a> {
    fn case(&self, target: &Observation<'a>) -> Case {
        let promise = Promise::of(target);
        let key = (target.indicator_code, target.area_code);
        let ending = |moments| self.series.ending(self.data, key, moments);
        let outcome = |(row, _)| Some(self.outcome(target, &self.data.observation(row)?));
        let scope = promise.scope();
        let own = ending((scope.start(), scope.end()));
        let own = own.filter(|(_, period)| scope.contains(*period));
        let outcomes: Vec<Outcome> = own.filter_map(outcome).collect();
        // The plan starts from where the year before it ended, and from no older figure.
        let start = promise.plan.start();
        let begins = |period: Period| is_same(period.end(), start) && promise.measures(period);
        let before = ending((start - MOMENT, start + MOMENT));
        let bases = before.filter(|(_, period)| begins(*period));
        let base = bases.filter_map(outcome).find(Outcome::is_comparable);
        let used = outcomes.iter().chain(&base);
        let contradicted = used.flat_map(|known| self.contradicting(target, known));
        Case {
            contradicted: contradicted.collect(),
            promise,
            outcomes,
            base,
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

impl Promise {
    /// A target as the rules see it. A figure that belongs to no plan covers its own period.
    #[must_use]
    pub fn of(target: &Observation<'_>) -> Self {
        let comparator = target.comparator.unwrap_or(Comparator::Equal);
        let bound = number(target, target.value).map(|low| Bound {
            comparator,
            low,
            high: number(target, target.value_high),
        });
        Self {
            bound,
            period: target.period,
            plan: target.plan.map_or(target.period, |plan| plan.period),
            measure: target.indicator.measure,
            direction: target.indicator.direction,
        }
    }
}

/// A printed number in base units, with half of its last digit.
fn number(figure: &Observation<'_>, value: Option<f64>) -> Option<Number> {
    let (value, factor) = (value?, figure.unit?.factor);
    let half = 0.5 * 10_f64.powi(-i32::from(figure.decimals));
    let number = Number::new(value * factor, half * factor);
    number.value.is_finite().then_some(number)
}

//! One target with all that decides on it, as plain numbers in the base units of its dimension.

use crate::dataset::{Comparator, Direction, Kind, Measure, Period, Row};

/// A printed number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value in base units.
    pub value: f64,
    /// Half of its last printed digit.
    pub half: f64,
}

impl Number {
    /// A number and half of its last digit.
    #[must_use]
    pub const fn new(value: f64, half: f64) -> Self {
        Self { value, half }
    }

    /// The number moved by `halves` of its last digit.
    #[must_use]
    pub fn moved(self, halves: f64) -> f64 {
        self.value + halves * self.half
    }
}

/// Whether two numbers are the same but for what computing makes of their last binary digits.
#[must_use]
pub fn is_same(one: f64, other: f64) -> bool {
    let larger = one.abs().max(other.abs());
    larger.is_finite() && (one - other).abs() <= 1e-12 * larger
}

/// The number that is promised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// How it bounds the quantity.
    pub comparator: Comparator,
    /// The number, or the lower end of a range.
    pub low: Number,
    /// The upper end of a range.
    pub high: Option<Number>,
}

/// Which way is better for a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// More is better.
    Above,
    /// Less is better.
    Below,
    /// Only the number itself, or the range.
    Within,
}

/// A target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Promise {
    /// Its number; none where it is in words.
    pub bound: Option<Bound>,
    /// When it is to hold: a year, an interval, or the last year of a plan for a level at its end.
    pub period: Period,
    /// The years of its plan.
    pub plan: Period,
    /// What sort of quantity it is.
    pub measure: Measure,
    /// Which way is better for the indicator.
    pub direction: Direction,
}

/// How a target is measured while its period runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A sum over the period.
    Sum,
    /// A level at the end of several years.
    Level,
    /// An average growth over several years.
    Growth,
    /// A threshold that only the whole period decides.
    Threshold,
}

impl Promise {
    /// How it is measured while its period runs.
    #[must_use]
    pub fn form(&self) -> Form {
        let is_long = self.period.last_year() > self.period.first_year();
        let is_end_of_plan = self.plan.last_year() > self.plan.first_year()
            && self.period != self.plan
            && is_same(self.period.end(), self.plan.end());
        match self.measure {
            Measure::Growth if is_long => Form::Growth,
            Measure::Growth => Form::Threshold,
            _ if is_end_of_plan => Form::Level,
            Measure::Level | Measure::Count | Measure::Cumulative => Form::Sum,
            Measure::Ratio | Measure::Stock | Measure::Rank => Form::Threshold,
        }
    }

    /// The years from which an outcome may come.
    #[must_use]
    pub fn scope(&self) -> Period {
        match self.form() {
            Form::Level => self.plan,
            Form::Sum | Form::Growth | Form::Threshold => self.period,
        }
    }

    /// Whether a figure of a period measures what the target does. What is counted at a moment, or from a
    /// start on, needs the end alone; an amount of nine months is no year's, and no rate or place
    /// is that of the year.
    #[must_use]
    pub fn measures(&self, period: Period) -> bool {
        let length = |period: Period| period.end() - period.start();
        let is_moment = matches!(self.measure, Measure::Stock | Measure::Cumulative);
        is_moment || period.is_whole_years() && is_same(length(period), length(self.period))
    }

    /// Whether a figure of a period is of the target's whole period.
    #[must_use]
    pub fn is_whole(&self, period: Period) -> bool {
        let is_end = is_same(period.end(), self.period.end());
        period == self.period || is_end && self.measures(period)
    }

    /// Whether a number is better than another.
    #[must_use]
    pub fn is_better(&self, number: f64, than: f64) -> bool {
        match self.side() {
            Side::Above => number > than,
            Side::Below => number < than,
            Side::Within => false,
        }
    }

    /// Which way is better: a bound says so itself, else the indicator does.
    #[must_use]
    pub fn side(&self) -> Side {
        let toward = match self.direction {
            Direction::Up => Side::Above,
            Direction::Down => Side::Below,
            Direction::None => Side::Within,
        };
        match self.bound.map(|bound| bound.comparator) {
            Some(Comparator::AtLeast | Comparator::MoreThan) => Side::Above,
            Some(Comparator::AtMost | Comparator::LessThan) => Side::Below,
            Some(Comparator::Equal | Comparator::About) | None => toward,
        }
    }
}

/// What the words of an outcome say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// That the target was met.
    Met,
    /// That it was not, or will not be.
    Missed,
    /// Something else, or nothing.
    Other,
}

/// An outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The row of the table.
    pub row: Row,
    /// When.
    pub period: Period,
    /// Actual, expected, or of a part of the period.
    pub kind: Kind,
    /// How it bounds the quantity.
    pub comparator: Comparator,
    /// Its number, or the lower end of a range.
    pub low: Option<Number>,
    /// The upper end of a range.
    pub high: Option<Number>,
    /// What its words say.
    pub words: Words,
    /// Why it cannot be held against the target, whatever it says.
    pub apart: Option<super::Reason>,
    /// The share of the task that the document prints beside it, and the row that prints it.
    pub share: Option<(Number, Row)>,
}

impl Outcome {
    /// Whether it has a number that may be held against the target.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        self.low.is_some() && self.apart.is_none()
    }
}

/// A target with its outcomes.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The target.
    pub promise: Promise,
    /// The outcomes within its scope, the newest first.
    pub outcomes: Vec<Outcome>,
    /// The figure from which its plan starts.
    pub base: Option<Outcome>,
    /// Other printings that contradict an outcome or the base, each with the row that it contradicts.
    pub contradicted: Vec<(Row, Outcome)>,
}

//! Which figures print the same fact.

use crate::assess::is_same;
use crate::dataset::Observation;

/// Whether two figures of an indicator print the same fact.
#[must_use]
pub fn repeats(a: &Observation<'_>, b: &Observation<'_>) -> bool {
    let fact = |o: &Observation<'_>| (o.area_code, o.period, o.kind);
    fact(a) == fact(b) && says_the_same(a, b)
}

/// Whether two figures have the same bounds and numbers, in whatever unit.
#[must_use]
pub fn says_the_same(a: &Observation<'_>, b: &Observation<'_>) -> bool {
    a.comparator == b.comparator
        && are_close(a.base_value(), b.base_value())
        && are_close(base_high(a), base_high(b))
}

/// The upper end of a range in the base unit of its dimension.
fn base_high(figure: &Observation<'_>) -> Option<f64> {
    Some(figure.value_high? * figure.unit?.factor)
}

/// Whether two numbers in base units are the same: 1.1 亿元 and 11000 万元 differ in their last bit.
fn are_close(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => is_same(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

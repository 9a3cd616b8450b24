//! The scales of bullet rows: each row its own, all with zero, and the target ticks one under the
//! other wherever the figures allow it.

use super::scale::{Scale, drawable};

/// The figures of one row, all drawable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figures {
    pub(super) outcome: Option<f64>,
    pub(super) target: f64,
    /// Upper end of a target given as a range.
    pub(super) high: Option<f64>,
}

impl Figures {
    /// The figures that can be drawn; none without a target.
    pub(super) fn of(outcome: Option<f64>, target: f64, high: Option<f64>) -> Option<Self> {
        Some(Self {
            outcome: outcome.and_then(drawable),
            target: drawable(target)?,
            high: high.and_then(drawable),
        })
    }

    /// How far the row reaches against and along its target's direction, in targets.
    fn reach(&self) -> (f64, f64) {
        let values = [self.outcome, self.high, Some(self.target)];
        let shares = values
            .into_iter()
            .flatten()
            .map(|value| value / self.target);
        let back = shares.clone().fold(0.0, |far: f64, share| far.max(-share));
        (back, shares.fold(0.0, f64::max))
    }
}

/// What the rows whose targets have the same sign share: how far their axes reach, in targets.
#[derive(Clone, Copy, Debug)]
struct Common {
    back: f64,
    ahead: f64,
}

/// The room beyond the tick when no outcome passes it.
const MARGIN: f64 = 1.075;
/// A row that reaches further, in targets, has an axis for itself: it would flatten the others.
const FAR_AHEAD: f64 = 1.6;
/// The same on the other side of zero.
const FAR_BACK: f64 = 1.0;

impl Common {
    fn of<'a>(rows: impl Iterator<Item = &'a Figures>) -> Option<Self> {
        rows.fold(None, |common: Option<Self>, row| {
            let (back, ahead) = row.reach();
            let so_far = common.unwrap_or(Self {
                back: 0.0,
                ahead: MARGIN,
            });
            let joins = back <= FAR_BACK && ahead <= FAR_AHEAD;
            Some(if joins {
                Self {
                    back: so_far.back.max(back),
                    ahead: so_far.ahead.max(ahead),
                }
            } else {
                so_far
            })
        })
    }

    /// The share of the axis that lies before the tick.
    fn tick(&self) -> f64 {
        (self.back + 1.0) / (self.back + self.ahead)
    }
}

/// A scale for every row, in the same order.
pub(super) fn scales(rows: &[Figures]) -> Vec<Scale> {
    let up = Common::of(rows.iter().filter(|row| row.target > 0.0));
    let down = Common::of(rows.iter().filter(|row| row.target < 0.0));
    let scale = |row: &Figures| {
        let common = if row.target > 0.0 {
            up
        } else if row.target < 0.0 {
            down
        } else {
            return around_zero(row, up.map_or(1.0 / MARGIN, |up| up.tick()));
        };
        shared(row, common).unwrap_or_else(|| alone(row))
    };
    rows.iter().map(scale).collect()
}

/// The common scale in the row's own unit, if the row fits it.
fn shared(row: &Figures, common: Option<Common>) -> Option<Scale> {
    let common = common?;
    let (back, ahead) = row.reach();
    let fits = back <= common.back && ahead <= common.ahead;
    let ends = (-common.back * row.target, common.ahead * row.target);
    fits.then(|| Scale::bars(ends.0.min(ends.1), ends.0.max(ends.1)))
}

/// A scale that holds the row's figures and a margin.
fn alone(row: &Figures) -> Scale {
    let values = [row.outcome, row.high, Some(row.target)];
    let values = values.into_iter().flatten();
    let low = values.clone().fold(0.0, f64::min);
    let high = values.fold(0.0, f64::max);
    Scale::bars(low * MARGIN, high * MARGIN)
}

/// The scale of a target of zero. An outcome below it grows to the left from where the other
/// rows have their ticks; one above it needs that room on the right, and starts at the left.
fn around_zero(row: &Figures, tick: f64) -> Scale {
    let values = [row.outcome, row.high];
    let values = values.into_iter().flatten();
    let low = values.clone().fold(0.0, f64::min);
    let high = values.fold(0.0, f64::max);
    if high > 0.0 {
        return alone(row);
    }
    let length = if low < 0.0 { -low * MARGIN / tick } else { 1.0 };
    Scale::bars(-length * tick, length * (1.0 - tick))
}

#[cfg(test)]
mod tests {
    use super::{Figures, scales};
    use plotters::coord::ranged1d::Ranged as _;

    fn row(outcome: f64, target: f64) -> Figures {
        Figures {
            outcome: Some(outcome),
            target,
            high: None,
        }
    }

    /// Zero, tick and outcome of each row on an axis of 1000 pixels.
    fn pixels(rows: &[Figures]) -> Vec<(i32, i32, i32)> {
        let scales = scales(rows);
        let at = |(row, scale): (&Figures, &super::Scale)| {
            let x = |value: f64| scale.map(&value, (0, 1000));
            (x(0.0), x(row.target), row.outcome.map_or(0, x))
        };
        rows.iter().zip(&scales).map(at).collect()
    }

    #[test]
    fn ticks_are_one_under_the_other_whatever_the_unit() {
        let rows = [row(201.0, 190.0), row(270.0, 260.0), row(0.5, 7.5)];
        assert_eq!(pixels(&rows), [(0, 930, 984), (0, 930, 966), (0, 930, 62)]);
    }

    #[test]
    fn a_negative_outcome_moves_the_zero_of_all_rows() {
        let rows = [row(-6.7, 15.0), row(10.0, 10.0)];
        let [(zero, tick, outcome), (other_zero, other_tick, _)] = pixels(&rows)[..] else {
            panic!("two rows have two scales");
        };
        assert_eq!((zero, tick), (other_zero, other_tick));
        assert!(outcome < zero && zero < tick);
    }

    #[test]
    fn a_row_that_reaches_far_has_a_scale_for_itself() {
        let rows = [row(5.0, 10.0), row(90.0, 10.0)];
        assert_eq!(pixels(&rows), [(0, 930, 465), (0, 103, 930)]);
    }

    #[test]
    fn a_negative_target_lies_left_of_its_zero() {
        assert_eq!(pixels(&[row(-2.0, -4.0)]), [(1000, 70, 535)]);
    }

    #[test]
    fn a_target_of_zero_stands_where_the_other_ticks_are() {
        let rows = [row(5.0, 10.0), row(-20.0, 0.0)];
        assert_eq!(pixels(&rows), [(0, 930, 465), (930, 930, 65)]);
        assert_eq!(pixels(&[row(20.0, 0.0)]), [(0, 0, 930)]);
        assert_eq!(pixels(&[row(0.0, 0.0)]), [(930, 930, 930)]);
    }
}

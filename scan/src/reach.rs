//! How far numbers reach.

/// So many numbers are looked at side by side.
const LANES: usize = 8;

/// The lowest and the highest of some numbers; none where there are none. What is no number (NaN) is passed
/// over, and where there is nothing else the answer is infinite.
#[must_use]
pub fn reach(values: &[f64]) -> Option<(f64, f64)> {
    values.first()?;
    let mut low = [f64::INFINITY; LANES];
    let mut high = [f64::NEG_INFINITY; LANES];
    let (blocks, rest) = values.as_chunks::<LANES>();
    for block in blocks {
        widen(&mut low, &mut high, block);
    }
    // What is no number widens nothing.
    let mut last = [f64::NAN; LANES];
    last.iter_mut()
        .zip(rest)
        .for_each(|(slot, value)| *slot = *value);
    widen(&mut low, &mut high, &last);
    let low = low.into_iter().fold(f64::INFINITY, f64::min);
    Some((low, high.into_iter().fold(f64::NEG_INFINITY, f64::max)))
}

#[inline]
fn widen(low: &mut [f64; LANES], high: &mut [f64; LANES], values: &[f64; LANES]) {
    for ((low, high), value) in low.iter_mut().zip(high).zip(values) {
        // A comparison and a choice are one instruction over several numbers; `f64::min` is not.
        *low = if value < low { *value } else { *low };
        *high = if value > high { *value } else { *high };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::reach;

    #[test]
    fn nothing_reaches_nowhere_and_what_is_no_number_is_passed_over() {
        assert_eq!(reach(&[]), None);
        assert_eq!(reach(&[2.0, f64::NAN, 1.0]), Some((1.0, 2.0)));
    }

    proptest! {
        #[test]
        fn the_ends_are_those_of_the_plain_definition(values in prop::collection::vec(-1e9..1e9_f64, 1..100)) {
            let low = values.iter().copied().fold(f64::INFINITY, f64::min);
            let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            prop_assert_eq!(reach(&values), Some((low, high)));
        }
    }
}

//! How far numbers reach.

/// How many numbers are compared at once: enough to keep the lanes of a processor busy.
const LANES: usize = 8;

/// The lowest and the highest of some numbers, which are all finite.
#[must_use]
pub fn ends(numbers: &[f64]) -> Option<(f64, f64)> {
    let first = *numbers.first()?;
    let (mut lows, mut highs) = ([first; LANES], [first; LANES]);
    let (blocks, rest) = numbers.as_chunks();
    for block in blocks {
        widen(&mut lows, &mut highs, block);
    }
    let rest = rest.iter().copied();
    let low = lows.into_iter().chain(rest.clone()).fold(first, lower);
    Some((low, highs.into_iter().chain(rest).fold(first, higher)))
}

fn widen(lows: &mut [f64; LANES], highs: &mut [f64; LANES], numbers: &[f64; LANES]) {
    for ((low, high), number) in lows.iter_mut().zip(highs).zip(numbers) {
        *low = lower(*low, *number);
        *high = higher(*high, *number);
    }
}

/// By a comparison, for which a processor has one instruction: `f64::min` minds what is no number.
fn lower(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

fn higher(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::ends;

    proptest! {
        #[test]
        fn the_ends_are_the_least_and_the_greatest(
            numbers in prop::collection::vec(-1e15..1e15_f64, 0..40),
        ) {
            let low = numbers.iter().copied().reduce(f64::min);
            let high = numbers.iter().copied().reduce(f64::max);
            prop_assert_eq!(ends(&numbers), low.zip(high));
        }
    }
}

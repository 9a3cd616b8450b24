//! A column of few values that repeat: each is read once, and a row holds its code.

use std::cmp::Ordering;

use super::super::cell::Place;
use super::super::entities::Code;
use super::super::fault::Problem;
use super::super::texts::Pool;
use super::building::NONE;
use guatu_scan::order;

/// The values of a column by the text that stands for them.
pub(super) struct Few<T> {
    /// The texts that were read, by the codes of their values.
    texts: Pool,
    values: Vec<T>,
}

impl<T> Few<T> {
    pub(super) fn new() -> Self {
        Self {
            texts: Pool::default(),
            values: Vec::new(),
        }
    }

    /// The code of a cell's text, which `read` reads when it is new. None, with a fault, where it
    /// cannot be read or is one too many.
    pub(super) fn code(
        &mut self,
        place: &mut Place<'_>,
        column: &str,
        text: &str,
        read: impl FnOnce(&mut Place<'_>) -> Option<T>,
    ) -> Option<Code> {
        if let Some(code) = self.texts.place(text) {
            return Code::try_from(code).ok();
        }
        let value = read(place)?;
        let code = Code::try_from(self.values.len());
        let Some(code) = code.ok().filter(|code| *code != NONE) else {
            place.fault(column, Problem::TooMany);
            return None;
        };
        self.values.push(value);
        self.texts.add(text);
        Some(code)
    }

    pub(super) fn get(&self, code: Code) -> Option<&T> {
        self.values.get(usize::from(code))
    }

    /// The values in their own order, and for each code that was given the one in this order.
    pub(super) fn sorted(self, compare: impl Fn(&T, &T) -> Ordering) -> (Vec<T>, Vec<Code>) {
        let mut values: Vec<(Code, T)> = (0..).zip(self.values).collect();
        order::sort_by(&mut values, |(_, a), (_, b)| compare(a, b));
        let mut codes = vec![Code::default(); values.len()];
        for (new, (old, _)) in (0..).zip(&values) {
            if let Some(slot) = codes.get_mut(usize::from(*old)) {
                *slot = new;
            }
        }
        (values.into_iter().map(|(_, value)| value).collect(), codes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_and_codes_follow_the_order_of_the_values() {
        let mut faults = Vec::new();
        let mut place = Place {
            file: "observations.csv",
            row: 2,
            faults: &mut faults,
        };
        let mut few = Few::new();
        let mut reads = 0;
        let codes: Vec<_> = ["b", "a", "b", "?"]
            .into_iter()
            .map(|text| {
                few.code(&mut place, "period", text, |_| {
                    reads += 1;
                    text.chars().next().filter(char::is_ascii_lowercase)
                })
            })
            .collect();
        assert_eq!(codes, [Some(0), Some(1), Some(0), None]);
        assert_eq!(reads, 3);
        let (values, new) = few.sorted(char::cmp);
        assert_eq!(values, ['a', 'b']);
        assert_eq!(new, [1, 0]);
    }

    #[test]
    fn no_value_has_the_code_of_none() {
        let mut faults = Vec::new();
        let mut place = Place {
            file: "observations.csv",
            row: 2,
            faults: &mut faults,
        };
        let mut few = Few::new();
        let mut code = |n: u32| few.code(&mut place, "period", &n.to_string(), |_| Some(n));
        for n in 0..u32::from(NONE) {
            assert_eq!(code(n).map(u32::from), Some(n));
        }
        assert_eq!(code(u32::from(NONE)), None);
        assert_eq!(code(0), Some(0));
        let problems: Vec<&Problem> = faults.iter().map(|fault| &fault.problem).collect();
        assert_eq!(problems, [&Problem::TooMany]);
    }
}

//! Numbers of a workbook as they are meant: fifteen digits, which are all that spreadsheets keep to.
//!
//! A file has seventeen, `0.30000000000000004` for 0.3. All is done on the digits, not in floating point.

use std::cmp::Ordering;
use std::fmt;

/// How many digits are meant.
const DIGITS: usize = 15;

/// The largest exponent that numbers of a workbook have, and some more.
const EXPONENT: i32 = 400;

/// A decimal number: its digits without zeros around them, and how many of them stand before the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    is_negative: bool,
    digits: Vec<u8>,
    point: i32,
}

impl Number {
    /// Reads a number as a workbook has it: `-1.5`, `1E-3`.
    pub fn read(text: &str) -> Option<Self> {
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent: i32 = exponent.parse().ok()?;
        let (is_negative, number) = match number.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, number.strip_prefix('+').unwrap_or(number)),
        };
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let mut digits: Vec<u8> = whole.bytes().chain(part.bytes()).collect();
        let is_number = !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
        if !is_number || exponent.abs() > EXPONENT {
            return None;
        }
        let mut point = i32::try_from(whole.len()).ok()? + exponent;
        let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
        digits.drain(..zeros);
        point -= i32::try_from(zeros).ok()?;
        let mut number = Self {
            is_negative,
            digits,
            point,
        };
        number.round();
        Some(number)
    }

    /// How the number compares with zero.
    pub const fn sign(&self) -> Ordering {
        match (self.digits.is_empty(), self.is_negative) {
            (true, _) => Ordering::Equal,
            (false, true) => Ordering::Less,
            (false, false) => Ordering::Greater,
        }
    }

    /// Keeps the digits that are meant.
    fn round(&mut self) {
        let is_up = self.digits.get(DIGITS).is_some_and(|&digit| digit >= b'5');
        self.digits.truncate(DIGITS);
        if is_up {
            let nines = self.digits.iter().rev().take_while(|&&digit| digit == b'9');
            let kept = self.digits.len() - nines.count();
            self.digits.truncate(kept);
            if let Some(digit) = self.digits.last_mut() {
                *digit += 1;
            } else {
                self.digits.push(b'1');
                self.point += 1;
            }
        }
        let zeros = self.digits.iter().rev().take_while(|&&digit| digit == b'0');
        let kept = self.digits.len() - zeros.count();
        self.digits.truncate(kept);
        if self.digits.is_empty() {
            (self.is_negative, self.point) = (false, 0);
        }
    }

    /// The number of which this is the hundredth part.
    pub fn hundredfold(mut self) -> Self {
        if !self.digits.is_empty() {
            self.point += 2;
        }
        self
    }

    /// The whole part, where it is not below zero and not very large, and the digits behind the point.
    pub fn parts(&self) -> Option<(u32, String)> {
        let text = self.to_string();
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        Some((whole.parse().ok()?, part.to_owned()))
    }
}

/// As a plain decimal, without an exponent.
impl fmt::Display for Number {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_negative {
            to.write_str("-")?;
        }
        let mut digits = self.digits.iter().map(|&digit| char::from(digit));
        if self.point <= 0 {
            to.write_str("0")?;
        }
        for _ in 0..self.point {
            write!(to, "{}", digits.next().unwrap_or('0'))?;
        }
        if digits.len() > 0 {
            to.write_str(".")?;
            for _ in self.point..0 {
                to.write_str("0")?;
            }
        }
        digits.try_for_each(|digit| write!(to, "{digit}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        Number::read(text).map(|number| number.to_string())
    }

    #[test]
    fn a_number_has_the_fifteen_digits_that_are_meant() {
        for (held, meant) in [
            ("0", "0"),
            ("-0", "0"),
            ("007", "7"),
            ("+1", "1"),
            ("100", "100"),
            ("-12.50", "-12.5"),
            (".5", "0.5"),
            ("5.", "5"),
            ("0.30000000000000004", "0.3"),
            ("4.9999999999999996", "5"),
            ("9.9999999999999999", "10"),
            ("1234567.8900000001", "1234567.89"),
            ("99999999999999999", "100000000000000000"),
            ("1E+20", "100000000000000000000"),
            ("1.0000000000000001E-5", "0.00001"),
            ("-2.5e-3", "-0.0025"),
            ("123456789012345678", "123456789012346000"),
        ] {
            assert_eq!(of(held).as_deref(), Some(meant), "{held}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "-",
            ".",
            "NaN",
            "INF",
            "1,5",
            "1e",
            "1e999",
            "1E99999999999",
            "１",
            "0x1",
            "--1",
            "+-1",
            "1.2.3",
            " 1",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn a_hundredfold_moves_the_point_alone() {
        let of = |text| Number::read(text).map(|number| number.hundredfold().to_string());
        assert_eq!(of("0.07500000000000001").as_deref(), Some("7.5"));
        assert_eq!(of("0.29").as_deref(), Some("29"));
        assert_eq!(of("-12").as_deref(), Some("-1200"));
        assert_eq!(of("0").as_deref(), Some("0"));
        assert_eq!(of("1.1").as_deref(), Some("110"));
    }
}

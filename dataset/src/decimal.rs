//! Plain decimal numbers, as figures are printed and typed.

/// How many digits tell every such number apart as an `f64`.
pub const DIGITS: usize = 15;

/// How many decimals a number may have: up to here powers of ten are exact.
const DECIMALS: usize = 22;

/// The number that a text such as `-6.7` stands for: digits with at most one point between them, and a
/// sign `-`. None for anything else, and for more than [`DIGITS`] digits, which could be told from their
/// neighbours no longer.
///
/// Mantissa and power of ten are exact, so their quotient is the nearest number there is. The standard
/// library reads every other notation too, with tables that would be a twentieth of the program.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix('-');
    let digits = unsigned.unwrap_or(text);
    let (whole, decimals) = match digits.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (digits, ""),
    };
    if whole.is_empty() || decimals.len() > DECIMALS {
        return None;
    }
    let mut mantissa: u64 = 0;
    let mut count = 0;
    for letter in whole.bytes().chain(decimals.bytes()) {
        let digit = letter.is_ascii_digit().then(|| letter - b'0')?;
        count += usize::from(count > 0 || digit > 0);
        if count > DIGITS {
            return None;
        }
        mantissa = mantissa * 10 + u64::from(digit);
    }
    let power = decimals.bytes().fold(1.0, |power, _| power * 10.0);
    let value = mantissa as f64 / power;
    Some(if unsigned.is_some() { -value } else { value })
}

/// How many decimals a number has, zeros at its end included.
#[must_use]
pub fn decimals(text: &str) -> u8 {
    let decimals = text
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    u8::try_from(decimals).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_plain_decimal_is_refused() {
        for text in [
            "", "-", ".", "5.", ".5", "1e5", "inf", "NaN", "+5", "1,000", "7.五", "1.2.3", "--5",
            " 5",
        ] {
            assert_eq!(decimal(text), None, "{text}");
        }
        assert_eq!(decimal("1234567890123456"), None);
        assert_eq!(decimal("0.00000000000000000000001"), None);
    }

    #[test]
    fn zeros_at_the_end_are_decimals() {
        assert_eq!(["7", "7.0", "-48.30"].map(decimals), [0, 1, 2]);
    }

    #[test]
    fn zeros_before_the_first_digit_are_none_of_the_fifteen() {
        assert_eq!(decimal("0000000000000000.5"), Some(0.5));
        assert_eq!(decimal("-6.7"), Some(-6.7));
        assert_eq!(decimal("999999999999999"), Some(999_999_999_999_999.0));
    }
}

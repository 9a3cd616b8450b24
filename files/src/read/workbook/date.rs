//! Dates of a workbook: the number of a day since 1900 or 1904, or text.

use super::format::Shown;
use super::number::Number;

/// From when days are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Epoch {
    /// 1 is 1 January 1900, and 60 is 29 February of that year, which never was.
    #[default]
    Y1900,
    /// 0 is 1 January 1904.
    Y1904,
}

/// 31 December 9999, the last day of a workbook, counted as from 1900.
const LAST: u32 = 2_958_465;
/// 1 January 1904, counted so.
const Y1904: u32 = 1_462;
/// The day that never was.
const NEVER: u32 = 60;
/// 1 January 1970, counted so.
const Y1970: i32 = 25_569;

/// The digits behind the point of a day that are less than a second.
const MIDNIGHT: &str = "00000";
/// Those of the second before midnight, which is midnight that was rounded.
const BEFORE: &str = "99999";

/// The day of a number; nothing where it has a time beside, or is none that a workbook shows as a day.
pub fn day(number: &Number, epoch: Epoch, shown: Shown) -> Option<String> {
    let (mut day, mut time) = number.parts()?;
    if time.starts_with(BEFORE) {
        (day, time) = (day.checked_add(1)?, String::new());
    }
    if !time.is_empty() && !time.starts_with(MIDNIGHT) {
        return None;
    }
    let day = match epoch {
        Epoch::Y1904 => day.checked_add(Y1904)?,
        Epoch::Y1900 if day == 0 || day == NEVER => return None,
        Epoch::Y1900 if day < NEVER => day + 1,
        Epoch::Y1900 => day,
    };
    (day <= LAST).then(|| written(day, shown))
}

/// The day of text such as `2026-03-31T00:00:00`; nothing where it has a time.
pub fn text(text: &str, shown: Shown) -> Option<String> {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let is_midnight = time.chars().all(|c| matches!(c, '0' | ':' | '.' | 'Z'));
    let is_date = date.len() == 10
        && (0..).zip(date.bytes()).all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    (is_midnight && is_date).then(|| cut(date, shown))
}

/// A day by its number since the last but one of 1899, as ISO 8601.
fn written(day: u32, shown: Shown) -> String {
    let (year, month, day) = civil(day.cast_signed() - Y1970);
    cut(&format!("{year:04}-{month:02}-{day:02}"), shown)
}

fn cut(date: &str, shown: Shown) -> String {
    let length = match shown {
        Shown::Year => 4,
        Shown::Month => 7,
        Shown::Day => 10,
    };
    date.chars().take(length).collect()
}

/// Year, month and day of a number of days since 1970. Years begin in March, so that the day that not every
/// year has is the last; 146,097 days are 400 years.
fn civil(days: i32) -> (i32, i32, i32) {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i32::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(number: &str, epoch: Epoch) -> Option<String> {
        day(&Number::read(number).expect("a number"), epoch, Shown::Day)
    }

    #[test]
    fn days_are_counted_from_1900_with_one_that_never_was() {
        for (number, day) in [
            ("0", None),
            ("1", Some("1900-01-01")),
            ("59", Some("1900-02-28")),
            ("60", None),
            ("61", Some("1900-03-01")),
            ("36526", Some("2000-01-01")),
            ("45351", Some("2024-02-29")),
            ("46112", Some("2026-03-31")),
            ("2958465", Some("9999-12-31")),
            ("2958466", None),
            ("-1", None),
            ("1E+20", None),
        ] {
            assert_eq!(of(number, Epoch::Y1900).as_deref(), day, "{number}");
        }
    }

    #[test]
    fn days_are_counted_from_1904_where_the_workbook_says_so() {
        assert_eq!(of("0", Epoch::Y1904).as_deref(), Some("1904-01-01"));
        assert_eq!(of("44650", Epoch::Y1904).as_deref(), Some("2026-03-31"));
        assert_eq!(of("2957003", Epoch::Y1904).as_deref(), Some("9999-12-31"));
        assert_eq!(of("2957004", Epoch::Y1904), None);
        assert_eq!(of("4294967295", Epoch::Y1904), None);
    }

    #[test]
    fn a_day_with_a_time_is_none_but_for_what_rounding_made() {
        assert_eq!(of("46112.5", Epoch::Y1900), None);
        assert_eq!(of("46112.00002", Epoch::Y1900), None);
        let exact = Some("2026-03-31");
        assert_eq!(of("46112.000000001", Epoch::Y1900).as_deref(), exact);
        assert_eq!(of("46111.9999999999", Epoch::Y1900).as_deref(), exact);
        assert_eq!(of("46111.99998", Epoch::Y1900), None);
        assert_eq!(of("4294967295.999999", Epoch::Y1900), None);
    }

    #[test]
    fn only_what_is_shown_of_a_date_is_read() {
        let number = Number::read("46112").expect("a number");
        let of = |shown| day(&number, Epoch::Y1900, shown);
        assert_eq!(of(Shown::Month).as_deref(), Some("2026-03"));
        assert_eq!(of(Shown::Year).as_deref(), Some("2026"));
        assert_eq!(text("2026-03-31", Shown::Month).as_deref(), Some("2026-03"));
        let midnight = text("2026-03-31T00:00:00.000Z", Shown::Day);
        assert_eq!(midnight.as_deref(), Some("2026-03-31"));
        assert_eq!(text("2026-03-31T08:30:00", Shown::Day), None);
        assert_eq!(text("31.03.2026", Shown::Day), None);
    }
}

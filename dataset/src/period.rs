//! Periods: ISO 8601 years, months, days and intervals of them.

use std::fmt;

/// One end of a period, as finely as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Moment {
    Year(u16),
    Month(u16, u8),
    Day(u16, u8, u8),
}

/// A period such as `2020`, `2020-09`, `2020-03-24` or `2020-01/2020-09`; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    first: Moment,
    last: Moment,
}

impl Period {
    /// Reads the ISO 8601 form. `None` for anything else, an impossible date or a backward interval.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = match text.split_once('/') {
            Some((first, last)) => (Moment::parse(first)?, Moment::parse(last)?),
            None => (Moment::parse(text)?, Moment::parse(text)?),
        };
        let period = Self { first, last };
        let backward = period.start() >= period.end();
        // One form each, so that equal periods are equal.
        let longwinded = text.contains('/') && period.is_longwinded();
        (!backward && !longwinded).then_some(period)
    }

    /// Whether an interval is what a shorter form says (`2020/2020`, `2020-01/2020-12`), or its ends
    /// are not equally fine.
    fn is_longwinded(self) -> bool {
        match (self.first, self.last) {
            (Moment::Year(first), Moment::Year(last)) => first == last,
            (Moment::Month(first, from), Moment::Month(last, to)) => {
                (first, from) == (last, to) || (from, to) == (1, 12)
            }
            (Moment::Day(first, from, start), Moment::Day(last, to, end)) => {
                (first, from, start) == (last, to, end)
                    || start == 1 && end == days_in_month(last, to)
            }
            _ => true,
        }
    }

    /// A whole calendar year.
    #[must_use]
    pub const fn year(year: u16) -> Self {
        Self::years(year, year)
    }

    /// Whole calendar years, both included.
    #[must_use]
    pub const fn years(first: u16, last: u16) -> Self {
        Self {
            first: Moment::Year(first),
            last: Moment::Year(last),
        }
    }

    /// The beginning in decimal years: 2020 begins at 2020.0.
    #[must_use]
    pub fn start(self) -> f64 {
        self.first.start()
    }

    /// The end in decimal years, not included: 2020 ends at 2021.0.
    #[must_use]
    pub fn end(self) -> f64 {
        self.last.end()
    }

    /// The first year.
    #[must_use]
    pub const fn first_year(self) -> u16 {
        self.first.year()
    }

    /// The last year.
    #[must_use]
    pub const fn last_year(self) -> u16 {
        self.last.year()
    }

    /// The first and last month where the period is a month or an interval of months of one year.
    #[must_use]
    pub fn months(self) -> Option<(u8, u8)> {
        match (self.first, self.last) {
            (Moment::Month(a, from), Moment::Month(b, to)) if a == b => Some((from, to)),
            _ => None,
        }
    }

    /// The month and the day where the period is one day.
    #[must_use]
    pub fn day(self) -> Option<(u8, u8)> {
        match self.first {
            Moment::Day(_, month, day) if self.first == self.last => Some((month, day)),
            _ => None,
        }
    }

    /// The first and the last day, each as year, month and day; both belong to the period.
    #[must_use]
    pub const fn days(self) -> [(u16, u8, u8); 2] {
        let first = match self.first {
            Moment::Year(year) => (year, 1, 1),
            Moment::Month(year, month) => (year, month, 1),
            Moment::Day(year, month, day) => (year, month, day),
        };
        let last = match self.last {
            Moment::Year(year) => (year, 12, 31),
            Moment::Month(year, month) => (year, month, days_in_month(year, month)),
            Moment::Day(year, month, day) => (year, month, day),
        };
        [first, last]
    }

    /// How many days the month of the last day has.
    #[must_use]
    pub const fn last_month_length(self) -> u8 {
        let (year, month, _) = self.days()[1];
        days_in_month(year, month)
    }

    /// The period from the start of this one to the end of another, in its shortest form: the first nine
    /// months and the last three of a year are the year.
    #[must_use]
    pub const fn through(self, last: Self) -> Self {
        let ([from, _], [_, to]) = (self.days(), last.days());
        let (first, last) = match (from, to) {
            ((from, 1, 1), (to, 12, 31)) => return Self::years(from, to),
            ((year, month, 1), (end, to, day)) if day == days_in_month(end, to) => {
                (Moment::Month(year, month), Moment::Month(end, to))
            }
            ((year, month, day), (end, to, until)) => {
                (Moment::Day(year, month, day), Moment::Day(end, to, until))
            }
        };
        Self { first, last }
    }

    /// Whether the period is one whole year, or whole years.
    #[must_use]
    pub const fn is_whole_years(self) -> bool {
        matches!((self.first, self.last), (Moment::Year(_), Moment::Year(_)))
    }

    /// Whether `other` lies within this period.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start() <= other.start() && other.end() <= self.end()
    }

    /// Orders periods by their end; of two that end together the shorter comes first.
    #[must_use]
    pub fn chronological(self, other: Self) -> std::cmp::Ordering {
        self.end()
            .total_cmp(&other.end())
            .then(other.start().total_cmp(&self.start()))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}/{}", self.first, self.last)
        }
    }
}

impl Moment {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year: u16 = digits(parts.next()?, 4)?.parse().ok()?;
        let Some(month) = parts.next() else {
            return Some(Self::Year(year));
        };
        let month: u8 = digits(month, 2)?.parse().ok()?;
        if !(1..=12).contains(&month) {
            return None;
        }
        let Some(day) = parts.next() else {
            return Some(Self::Month(year, month));
        };
        let day: u8 = digits(day, 2)?.parse().ok()?;
        let valid = (1..=days_in_month(year, month)).contains(&day) && parts.next().is_none();
        valid.then_some(Self::Day(year, month, day))
    }

    const fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Month(year, _) | Self::Day(year, _, _) => year,
        }
    }

    fn start(self) -> f64 {
        match self {
            Self::Year(year) => f64::from(year),
            Self::Month(year, month) => f64::from(year) + f64::from(month - 1) / 12.0,
            Self::Day(year, month, day) => {
                let into = f64::from(day - 1) / f64::from(days_in_month(year, month));
                f64::from(year) + (f64::from(month - 1) + into) / 12.0
            }
        }
    }

    fn end(self) -> f64 {
        match self {
            Self::Year(year) => f64::from(year) + 1.0,
            Self::Month(year, month) => f64::from(year) + f64::from(month) / 12.0,
            Self::Day(year, month, day) => {
                let into = f64::from(day) / f64::from(days_in_month(year, month));
                f64::from(year) + (f64::from(month - 1) + into) / 12.0
            }
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// The text if it is just so many ASCII digits.
fn digits(text: &str, count: usize) -> Option<&str> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_written_back_as_it_was_read() {
        for text in [
            "2020",
            "2020-09",
            "2020-03-24",
            "2020-01/2020-09",
            "2021/2025",
        ] {
            assert_eq!(
                Period::parse(text).map(|p| p.to_string()).as_deref(),
                Some(text)
            );
        }
    }

    #[test]
    fn impossible_dates_and_backward_intervals_are_refused() {
        for text in [
            "",
            "20",
            "2020-13",
            "2021-02-29",
            "2025/2021",
            "2020/2020",
            "2020-1",
            "2020-01-01-01",
            "/",
            "2020-01/2020-12",
            "2020-01-01/2020-12-31",
            "2020/2020-09",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_period_has_a_first_and_a_last_day() {
        for (text, first, last, length) in [
            ("2020", (2020, 1, 1), (2020, 12, 31), 31),
            ("2020-01/2020-02", (2020, 1, 1), (2020, 2, 29), 29),
            ("2021/2025", (2021, 1, 1), (2025, 12, 31), 31),
            ("2020-09-24", (2020, 9, 24), (2020, 9, 24), 30),
        ] {
            let period = Period::parse(text).expect("valid");
            assert_eq!(period.days(), [first, last], "{text}");
            assert_eq!(period.last_month_length(), length, "{text}");
        }
    }

    #[test]
    fn what_follows_each_other_is_one_period() {
        for (first, last, all) in [
            ("2021", "2021", "2021"),
            ("2021", "2022", "2021/2022"),
            ("2020-01/2020-09", "2020-10/2020-12", "2020"),
            ("2021", "2022-01/2022-09", "2021-01/2022-09"),
            ("2021", "2022-03-24", "2021-01-01/2022-03-24"),
        ] {
            let [first, last, all] = [first, last, all].map(Period::parse);
            assert_eq!(first.zip(last).map(|(a, b)| a.through(b)), all);
        }
    }

    #[test]
    fn three_quarters_end_before_their_year_does() {
        let part = Period::parse("2020-01/2020-09").expect("valid");
        let year = Period::year(2020);
        assert!((part.end() - 2020.75).abs() < 1e-9);
        assert!(year.contains(part) && !part.contains(year));
        assert!(part.chronological(year).is_lt());
    }
}

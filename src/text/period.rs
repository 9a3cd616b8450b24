//! Periods in words.

use crate::dataset::{Lang, Measure, Observation, Period};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// `2020年`, `2020年1—9月`, `2020年3月24日`, `2021—2025年`; `2020`, `Jan–Sep 2020`, `24 Mar 2020`.
#[must_use]
pub fn words(period: Period, lang: Lang) -> String {
    let (first, last) = (period.first_year(), period.last_year());
    if period.is_whole_years() {
        return match (first == last, lang) {
            (true, Lang::Zh) => format!("{first}年"),
            (true, Lang::En) => first.to_string(),
            (false, Lang::Zh) => format!("{first}—{last}年"),
            (false, Lang::En) => format!("{first}–{last}"),
        };
    }
    match (period.months(), lang) {
        (Some((from, to)), Lang::Zh) if from == to => format!("{first}年{from}月"),
        (Some((from, to)), Lang::Zh) => format!("{first}年{from}—{to}月"),
        (Some((from, to)), Lang::En) if from == to => format!("{} {first}", month(from)),
        (Some((from, to)), Lang::En) => format!("{}–{} {first}", month(from), month(to)),
        (None, _) => match period.day() {
            Some((month, date)) => day((first, month, date), lang),
            None => several(period, lang),
        },
    }
}

/// Months of several years, or days: `2021年1月—2022年9月`, `Jan 2021 – Sep 2022`.
fn several(period: Period, lang: Lang) -> String {
    let [first, last] = period.days();
    let is_months = first.2 == 1 && last.2 == period.last_month_length();
    let moment = |(year, number, date): (u16, u8, u8)| match (is_months, lang) {
        (true, Lang::Zh) => format!("{year}年{number}月"),
        (true, Lang::En) => [month(number), &year.to_string()].join(" "),
        (false, _) => day((year, number, date), lang),
    };
    let between = if lang == Lang::Zh { "—" } else { " – " };
    [moment(first), moment(last)].join(between)
}

/// The period of a figure: a growth rate over several years is their average. Mere words are not:
/// what they say of the years stands in them.
#[must_use]
pub fn of(figure: &Observation<'_>, lang: Lang) -> String {
    let words = words(figure.period, lang);
    let several = figure.value.is_some() && figure.period.end() - figure.period.start() > 1.5;
    match (figure.indicator.measure, lang) {
        (Measure::Growth, Lang::Zh) if several => format!("{words}年均"),
        (Measure::Growth, Lang::En) if several => format!("annual average {words}"),
        _ => words,
    }
}

/// A day given as year, month and day: `2020年9月30日`, `30 Sep 2020`.
#[must_use]
pub fn day((year, number, day): (u16, u8, u8), lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{year}年{number}月{day}日"),
        Lang::En => format!("{day} {} {year}", month(number)),
    }
}

/// The day on which a period ends: `2020年末`, `the end of 2020`; of another than a year the day.
#[must_use]
pub fn end(last: (u16, u8, u8), lang: Lang) -> String {
    match (last, lang) {
        ((year, 12, 31), Lang::Zh) => format!("{year}年末"),
        ((year, 12, 31), Lang::En) => format!("the end of {year}"),
        _ => day(last, lang),
    }
}

fn month(number: u8) -> &'static str {
    let index = usize::from(number).saturating_sub(1);
    MONTHS.get(index).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_as_a_report_would_print_them() {
        for (iso, zh, en) in [
            ("2020", "2020年", "2020"),
            ("2020-01/2020-09", "2020年1—9月", "Jan–Sep 2020"),
            ("2020-10", "2020年10月", "Oct 2020"),
            ("2021/2025", "2021—2025年", "2021–2025"),
            ("2020-03-24", "2020年3月24日", "24 Mar 2020"),
            (
                "2021-01/2022-09",
                "2021年1月—2022年9月",
                "Jan 2021 – Sep 2022",
            ),
            (
                "2020-03-24/2020-04-08",
                "2020年3月24日—2020年4月8日",
                "24 Mar 2020 – 8 Apr 2020",
            ),
        ] {
            let period = Period::parse(iso).expect("valid");
            assert_eq!(words(period, Lang::Zh), zh);
            assert_eq!(words(period, Lang::En), en);
        }
    }
}

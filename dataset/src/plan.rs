//! Plans are named by a small grammar: `2020-annual` is a year's, `14fyp` the 14th five-year plan.

use std::rc::Rc;

use super::period::Period;

/// The first five-year plan of the present regular series is the 6th, 1981 to 1985.
const SIXTH_START: u16 = 1981;

/// A plan that targets belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The code in the table.
    pub id: Rc<str>,
    /// The years that the plan covers.
    pub period: Period,
    /// Which five-year plan it is; `None` for an annual plan.
    pub five_year: Option<u16>,
}

impl Plan {
    /// Reads a plan's code. `None` where it fits neither form.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        if let Some(year) = id.strip_suffix("-annual") {
            let period = Period::parse(year).filter(|_| year.len() == 4)?;
            return Some(Self {
                id: id.into(),
                period,
                five_year: None,
            });
        }
        let digits = id.strip_suffix("fyp")?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        let number: u16 = digits.parse().ok().filter(|_| plain)?;
        let start = (6..=99)
            .contains(&number)
            .then(|| SIXTH_START + 5 * (number - 6))?;
        Some(Self {
            id: id.into(),
            period: Period::years(start, start + 4),
            five_year: Some(number),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fourteenth_plan_covers_2021_to_2025() {
        let plan = Plan::parse("14fyp").expect("valid");
        assert_eq!(plan.period, Period::years(2021, 2025));
        assert_eq!(plan.five_year, Some(14));
    }

    #[test]
    fn an_annual_plan_covers_its_year() {
        let plan = Plan::parse("2020-annual").expect("valid");
        assert_eq!(plan.period, Period::year(2020));
        assert_eq!(Plan::parse("2020-09-annual"), None);
        for id in ["fyp", "+14fyp", "014fyp", "5fyp"] {
            assert_eq!(Plan::parse(id), None, "{id}");
        }
    }
}

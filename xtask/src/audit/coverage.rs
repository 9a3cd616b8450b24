//! How far the rows cover the texts, counted, and the table that says so in `docs/data.md`.

use std::fmt::Write as _;
use std::ops::AddAssign;

use super::cover::Went;

/// The marks that the published table stands between.
const BEGIN: &str = "<!-- coverage: written by `cargo xtask audit --write` -->\n";
const END: &str = "<!-- end of coverage -->";

/// How many quantities there are, and where they went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All that the text has.
    pub found: u32,
    /// Those that are the value of a figure.
    pub in_observations: u32,
    /// Those that an exclusion accounts for.
    pub in_exclusions: u32,
    /// Those that no row accounts for.
    pub left: u32,
}

impl Counts {
    /// Takes in a quantity.
    pub fn add(&mut self, went: Went) {
        self.found += 1;
        *match went {
            Went::Observation => &mut self.in_observations,
            Went::Exclusion => &mut self.in_exclusions,
            Went::Nowhere => &mut self.left,
        } += 1;
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.found += other.found;
        self.in_observations += other.in_observations;
        self.in_exclusions += other.in_exclusions;
        self.left += other.left;
    }
}

/// How far the rows of one document cover its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The document.
    pub document: String,
    /// Runs of digits.
    pub numerals: Counts,
    /// Candidates in Chinese numerals and in words.
    pub words: Counts,
}

/// The table, in Markdown, with a row of totals.
pub fn table(coverages: &[Coverage]) -> String {
    let mut total = Coverage {
        document: "all".to_owned(),
        ..Coverage::default()
    };
    for coverage in coverages {
        total.numerals += coverage.numerals;
        total.words += coverage.words;
    }
    let mut text = String::from(
        "| document | numerals | in observations | in exclusions | left \
         | in words | in observations | in exclusions | left |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for coverage in coverages.iter().chain([&total]) {
        let _ = write!(text, "| {} |", coverage.document);
        for counts in [coverage.numerals, coverage.words] {
            let Counts {
                found,
                in_observations,
                in_exclusions,
                left,
            } = counts;
            let _ = write!(
                text,
                " {found} | {in_observations} | {in_exclusions} | {left} |"
            );
        }
        text.push('\n');
    }
    text
}

/// A page with the table between its marks; `None` where the page has no marks.
pub fn published(page: &str, table: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{table}\n{END}{after}"))
}

/// A page with nothing but the marks.
#[cfg(test)]
pub const MARKS: &str =
    "<!-- coverage: written by `cargo xtask audit --write` -->\n<!-- end of coverage -->\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_row_for_each_document_and_one_for_all() {
        let counts = |found, in_observations, in_exclusions, left| Counts {
            found,
            in_observations,
            in_exclusions,
            left,
        };
        let one = Coverage {
            document: "a-plan".to_owned(),
            numerals: counts(2, 1, 1, 0),
            words: counts(1, 0, 0, 1),
        };
        let text = table(&[one.clone(), one]);
        assert!(
            text.contains("| a-plan | 2 | 1 | 1 | 0 | 1 | 0 | 0 | 1 |\n"),
            "{text}"
        );
        assert!(
            text.ends_with("| all | 4 | 2 | 2 | 0 | 2 | 0 | 0 | 2 |\n"),
            "{text}"
        );
    }

    #[test]
    fn the_table_is_put_between_its_marks_and_putting_it_twice_changes_nothing() {
        let page = format!("before\n{BEGIN}old\n{END}\nafter\n");
        let once = published(&page, "| new |\n").expect("marks");
        assert_eq!(once, format!("before\n{BEGIN}\n| new |\n\n{END}\nafter\n"));
        assert_eq!(published(&once, "| new |\n"), Some(once));
        assert_eq!(published("no marks", "| new |\n"), None);
    }
}

//! The text against the rows: every quantity of a line is the value of a figure, or is put down in
//! one exclusion.

use std::ops::Range;

use super::fault::What;
use super::rows::{Carries, Printing};
use super::text;
use super::value;

/// A fragment at its place in the text.
pub struct Span<'a> {
    /// The line of the text.
    pub line: u64,
    /// Where in that line.
    pub place: Range<usize>,
    /// The row that carries the fragment.
    pub printing: &'a Printing,
}

impl Span<'_> {
    fn has(&self, place: &Range<usize>) -> bool {
        self.place.start <= place.start && place.end <= self.place.end
    }
}

/// Where a quantity of the text went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// Into a figure, as its value.
    Observation,
    /// Into an exclusion; it may stand inside a figure's fragment, beside the value.
    Exclusion,
    /// Into no row.
    Nowhere,
}

/// The fragments of one line, and the places of the figures' values.
pub struct Line<'a> {
    text: &'a str,
    figures: Vec<&'a Span<'a>>,
    exclusions: Vec<&'a Span<'a>>,
    values: Vec<Range<usize>>,
}

impl<'a> Line<'a> {
    /// Takes the fragments of a line.
    pub fn new(number: u64, text: &'a str, spans: &'a [Span<'a>]) -> Self {
        let those = |is_wanted: fn(&Carries) -> bool| {
            let spans = spans.iter().filter(|span| span.line == number);
            spans
                .filter(|span| is_wanted(&span.printing.carries))
                .collect()
        };
        let mut line = Self {
            text,
            figures: those(|carries| matches!(carries, Carries::Figure(_))),
            exclusions: those(|carries| *carries == Carries::Nothing),
            values: Vec::new(),
        };
        line.values = line
            .figures
            .iter()
            .flat_map(|span| line.values_of(span))
            .collect();
        line
    }

    /// Where the values of a figure stand: one number each, of several equal ones the first that no
    /// exclusion takes. What is said without a number (动态清零) stands where it is printed.
    fn values_of(&self, span: &Span<'_>) -> Vec<Range<usize>> {
        let Some(figure) = span.printing.figure() else {
            return Vec::new();
        };
        let fragment = self.text.get(span.place.clone()).unwrap_or_default();
        let start = span.place.start;
        let one = |places: Vec<Range<usize>>| {
            let mut places = places
                .into_iter()
                .map(|place| start + place.start..start + place.end);
            let first = places.clone().next();
            let is_free = |place: &Range<usize>| !self.exclusions.iter().any(|e| e.has(place));
            places.find(is_free).or(first)
        };
        let number = |value: &str| value::places(fragment, value, figure.is_percent);
        let all = match figure.statement.as_str() {
            "" => vec![number(&figure.value), number(&figure.value_high)],
            statement => vec![text::places(fragment, statement)],
        };
        all.into_iter().filter_map(one).collect()
    }

    /// Where the quantity at a place went, and what is wrong with that.
    pub fn judge(&self, place: &Range<usize>) -> (Went, Option<What>) {
        let holding = |spans: &[&'a Span<'a>]| -> Vec<&'a Printing> {
            let mut rows: Vec<&Printing> = spans
                .iter()
                .filter(|span| span.has(place))
                .map(|span| span.printing)
                .collect();
            rows.dedup_by_key(|printing| printing.row);
            rows
        };
        let (figures, exclusions) = (holding(&self.figures), holding(&self.exclusions));
        let is_shared = figures.iter().all(|figure| figure.is_shared())
            && figures
                .windows(2)
                .all(|pair| matches!(pair, [a, b] if a.fragment == b.fragment));
        let is_value = !figures.is_empty() && self.values.iter().any(|v| meet(v, place));
        let is_double = figures.len() > 1 && !is_shared
            || exclusions.len() > 1
            || is_value && !exclusions.is_empty();
        let went = match (is_value, exclusions.as_slice()) {
            (true, _) => Went::Observation,
            (false, [_, ..]) => Went::Exclusion,
            (false, []) => Went::Nowhere,
        };
        let what = match (went, figures.first()) {
            _ if is_double => Some(self.covered_twice(place, &[figures, exclusions].concat())),
            (Went::Nowhere, Some(figure)) => Some(What::Aside {
                quantity: self.quantity(place),
                row: figure.place(),
                context: text::around(self.text, place),
            }),
            (Went::Nowhere, None) => Some(What::Uncovered {
                quantity: self.quantity(place),
                context: text::around(self.text, place),
            }),
            _ => None,
        };
        (went, what)
    }

    fn quantity(&self, place: &Range<usize>) -> String {
        self.text.get(place.clone()).unwrap_or_default().to_owned()
    }

    fn covered_twice(&self, place: &Range<usize>, rows: &[&Printing]) -> What {
        let rows: Vec<String> = rows.iter().map(|row| row.place()).collect();
        What::CoveredTwice {
            quantity: self.quantity(place),
            rows: rows.join(" and "),
            context: text::around(self.text, place),
        }
    }
}

/// Whether two places have a character in common: `7` is a part of `7.5`, `两` of `两座`.
fn meet(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests {
    use super::super::fault::What;
    use super::super::trial::{TEXT, Trial};

    /// A text whose second line says more, and the package with the row of the bridges reaching as far.
    fn aside(more: &str, numerals: &str) -> Trial {
        let fragment = format!("新建桥梁12座{more}");
        Trial::of(&TEXT.replace("新建桥梁12座", &fragment), "plan_report")
            .with("documents.csv", ",6\n", &format!(",{numerals}\n"))
            .with("observations.csv", "新建桥梁12座", &fragment)
    }

    /// Checks that the one fault is an aside, and gives how it is told.
    fn aside_of(trial: &Trial) -> String {
        let (told, what) = trial.fault();
        assert!(told.starts_with("paper.txt, line "), "{told}");
        assert!(matches!(what, What::Aside { .. }), "{told}");
        told
    }

    #[test]
    fn a_quantity_beside_the_value_that_no_exclusion_puts_down() {
        for (more, numerals, quantity, exclusion) in [
            ("长8里", "7", "8", "长8里"),
            ("两条", "6", "两条", "座两条"),
            ("改建12座", "7", "12", "改建12座"),
        ] {
            let trial = aside(more, numerals);
            let told = aside_of(&trial);
            let wanted =
                format!("`{quantity}` stands beside the value of observations.csv, line 2 ");
            assert!(told.contains(&wanted), "{told}");
            let row = format!("date\npaper,2,{exclusion},other\n");
            let put_down = trial.with("exclusions.csv", "date\n", &row);
            assert_eq!(put_down.audit().0, [], "{more}");
            let words = u32::from(quantity == "两条");
            let (_, coverages) = put_down.audit();
            let counts = coverages.first().expect("a document");
            assert_eq!(counts.words.in_exclusions, words);
            assert_eq!(counts.numerals.in_exclusions, 2 - words);
        }
    }

    #[test]
    fn a_quantity_beside_the_value_that_is_put_down_twice() {
        let rows = "date\npaper,2,两条,other\npaper,2,座两条,other\n";
        let trial = aside("两条", "6").with("exclusions.csv", "date\n", rows);
        let (told, what) = trial.fault();
        assert!(matches!(what, What::CoveredTwice { .. }), "{told}");
    }

    #[test]
    fn a_figure_of_a_neighbour_s_row_does_not_cover_a_figure_without_one() {
        let row =
            "paper-2-2,paper,2,一,growth,1,2030,inferred,actual,=,7.5,,percent,,,,,,增长7.5%,,,\n";
        let (faults, coverages) = Trial::new()
            .with("observations.csv", row, "")
            .with("observations.csv", "新建桥梁12座", "新建桥梁12座，增长7.5%")
            .audit();
        let asides = faults
            .iter()
            .filter(|f| matches!(f.what, What::Aside { .. }));
        assert_eq!(asides.count(), 2, "7 and 5: {faults:?}");
        assert_eq!(
            coverages.first().map(|counts| counts.numerals.left),
            Some(2)
        );
    }

    #[test]
    fn what_is_said_without_a_number_stands_where_it_is_printed() {
        let row = "paper-4-1,paper,4,一,schools,1,2030,inferred,actual,,,,,动态清零,,,,,危房动态清零,,,\n";
        let last = "paper-3-2,paper";
        let text = TEXT.replace("区建局负责", "区建局负责，危房动态清零");
        let trial =
            Trial::of(&text, "plan_report").with("observations.csv", last, &format!("{row}{last}"));
        assert_eq!(trial.audit().0, []);
        let other = trial.with("observations.csv", ",动态清零", ",无");
        assert!(aside_of(&other).contains("`清零`"));
    }
}

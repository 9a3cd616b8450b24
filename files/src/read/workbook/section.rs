//! The sections of a format's code, for numbers above, below and at zero: what each shows of a number.

use std::iter::{self, Peekable};
use std::mem;
use std::str::Chars;

use super::format::{Format, Shown};

/// The signs of dates and times; `b` counts years from elsewhere.
const DATE: &str = "yebmdhs";

/// What makes another number of the one before it.
const SCALES: [char; 6] = ['千', '万', '亿', '兆', '‰', '‱'];

/// What tells a number below zero.
const MINUS: [char; 13] = [
    '-', '−', '－', '–', '—', '(', '（', '▲', '△', '▼', '↓', '负', '减',
];

/// What a section of a code shows.
#[derive(Default)]
pub struct Section {
    /// The signs of dates and times, a run of the same as one, with its length.
    runs: Vec<(char, usize)>,
    has_digits: bool,
    /// Whether thousands are left out, or letters make another number of it.
    is_scaled: bool,
    /// Whether it is that of texts, or of all that is shown as it is.
    pub is_text: bool,
    /// Whether it is for numbers that it names, such as `[>=100]`.
    pub has_condition: bool,
    /// Whether it tells that a number is below zero.
    pub has_minus: bool,
    /// Percent signs, of which each is a hundredfold, and one that is mere text.
    percents: usize,
    has_percent_sign: bool,
}

impl Section {
    /// What the section shows a number as; nothing where it shows none.
    pub fn format(&self) -> Option<Format> {
        if !self.runs.is_empty() {
            return Some(self.date().map_or(Format::UnclearDate, Format::Date));
        }
        let is_shown = self.has_digits || self.is_text;
        is_shown.then_some(
            match (self.is_scaled, self.percents, self.has_percent_sign) {
                (false, 0, false) => Format::Number,
                (false, 1, false) => Format::Percent,
                (false, 0, true) => Format::PercentSign,
                _ => Format::Unclear,
            },
        )
    }

    /// How much of a date the section shows. A week's day is none of a month, and `m` beside hours or
    /// seconds means minutes.
    fn date(&self) -> Option<Shown> {
        let is_time = |at: usize| {
            let sign = self.runs.get(at).map(|(sign, _)| *sign);
            sign.is_some_and(|sign| matches!(sign, 'h' | 's'))
        };
        let is_month = |at: usize| {
            let before = at.checked_sub(1).is_some_and(is_time);
            !before && !is_time(at + 1)
        };
        let runs = || self.runs.iter().enumerate();
        let has_year = runs().any(|(_, (sign, _))| matches!(sign, 'y' | 'e'));
        let has_month = runs().any(|(at, (sign, _))| *sign == 'm' && is_month(at));
        let has_day = runs().any(|(_, (sign, length))| *sign == 'd' && *length <= 2);
        match (has_year, has_month, has_day) {
            (true, true, true) => Some(Shown::Day),
            (true, true, false) => Some(Shown::Month),
            (true, false, false) => Some(Shown::Year),
            _ => None,
        }
    }

    /// Takes in a sign that is neither a literal nor one of a date.
    fn sign(&mut self, sign: char, next: Option<char>) {
        match sign {
            '0' | '#' | '?' => self.has_digits = true,
            '%' => self.percents += 1,
            '@' => self.is_text = true,
            // A comma between digits groups them; behind them it leaves thousands out.
            ',' => self.is_scaled |= self.has_digits && !matches!(next, Some('0' | '#' | '?')),
            '.' => {}
            sign => self.literal(sign),
        }
    }

    /// Takes in a sign that is shown as it stands.
    fn literal(&mut self, sign: char) {
        self.has_percent_sign |= matches!(sign, '%' | '％');
        self.has_minus |= MINUS.contains(&sign);
        self.is_scaled |= SCALES.contains(&sign) || sign.is_ascii_alphanumeric();
    }

    /// Takes in what stands in brackets: a condition, a colour, a currency, hours that run on.
    fn bracket(&mut self, inner: &str) {
        let inner = inner.to_ascii_lowercase();
        if is_elapsed(&inner) {
            self.runs.push(('h', 1));
        }
        self.has_condition |= inner.starts_with(['<', '>', '=']);
        self.has_minus |= inner.starts_with("red") || inner.starts_with('红');
        self.is_scaled |= inner.contains(SCALES);
    }
}

/// The sections of a code.
pub fn sections(code: &str) -> Vec<Section> {
    let mut all = Vec::new();
    let mut section = Section::default();
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            ';' => all.push(mem::take(&mut section)),
            '"' => {
                let literal = signs.by_ref().take_while(|&sign| sign != '"');
                literal.for_each(|sign| section.literal(sign));
            }
            '\\' | '!' => {
                let literal = signs.next();
                literal.into_iter().for_each(|sign| section.literal(sign));
                // A point that is mere text moves the digits behind it.
                let is_digit = matches!(signs.peek(), Some('0' | '#' | '?'));
                section.is_scaled |= literal == Some('.') && is_digit;
            }
            '_' | '*' => {
                signs.next();
            }
            '[' => {
                let inner: String = signs.by_ref().take_while(|&sign| sign != ']').collect();
                section.bracket(&inner);
            }
            // 1.5E+03 is a number; any other E is a year.
            'E' | 'e' if matches!(signs.peek(), Some('+' | '-')) => section.has_digits = true,
            'A' | 'a' if is_noon(&mut signs) => section.runs.push(('h', 1)),
            sign if DATE.contains(sign.to_ascii_lowercase()) => {
                let is_same = |next: &char| next.eq_ignore_ascii_case(&sign);
                let more = iter::from_fn(|| signs.next_if(is_same)).count();
                section.runs.push((sign.to_ascii_lowercase(), 1 + more));
            }
            sign => section.sign(sign, signs.peek().copied()),
        }
    }
    all.push(section);
    all
}

/// Whether brackets hold hours, minutes or seconds that run on: `[h]`, `[mm]`.
fn is_elapsed(inner: &str) -> bool {
    let first = inner.chars().next();
    first.is_some_and(|first| "hms".contains(first) && inner.chars().all(|c| c == first))
}

/// Passes over the rest of `AM/PM` or `A/P`, where it stands.
fn is_noon(rest: &mut Peekable<Chars<'_>>) -> bool {
    let ahead: String = rest.clone().take(4).collect();
    let ahead = ahead.to_ascii_lowercase();
    let length = match () {
        () if ahead == "m/pm" => 4,
        () if ahead.starts_with("/p") => 2,
        () => 0,
    };
    rest.by_ref().take(length).for_each(drop);
    length > 0
}

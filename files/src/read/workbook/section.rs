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

/// What a section may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Places for digits.
    Digits,
    /// What makes another number: thousands left out, or letters.
    Scale,
    /// The place of a text, or of all that is shown as it is.
    Text,
    /// Numbers that it is for, such as `[>=100]`.
    Condition,
    /// What tells that a number is below zero.
    Minus,
    /// A percent sign that is mere text.
    PercentSign,
}

/// What a section of a code shows.
#[derive(Default)]
pub struct Section {
    /// The signs of dates and times, a run of the same as one, with its length.
    runs: Vec<(char, usize)>,
    /// Percent signs, of which each is a hundredfold.
    percents: usize,
    marks: Vec<Mark>,
}

impl Section {
    /// Whether the section has it.
    pub fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    fn mark(&mut self, mark: Mark, is_there: bool) {
        if is_there && !self.has(mark) {
            self.marks.push(mark);
        }
    }

    /// What the section shows a number as; nothing where it shows none.
    pub fn format(&self) -> Option<Format> {
        if !self.runs.is_empty() {
            return Some(self.date().map_or(Format::UnclearDate, Format::Date));
        }
        let is_shown = self.has(Mark::Digits) || self.has(Mark::Text);
        is_shown.then_some(
            match (
                self.has(Mark::Scale),
                self.percents,
                self.has(Mark::PercentSign),
            ) {
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
            '0' | '#' | '?' => self.mark(Mark::Digits, true),
            '%' => self.percents += 1,
            '@' => self.mark(Mark::Text, true),
            // A comma between digits groups them; behind them it leaves thousands out.
            ',' => {
                let is_scale = self.has(Mark::Digits) && !matches!(next, Some('0' | '#' | '?'));
                self.mark(Mark::Scale, is_scale);
            }
            // Digits are those of a fraction, `?/8`.
            '.' | '1'..='9' => {}
            sign => self.literal(sign),
        }
    }

    /// Takes in a sign that is shown as it stands.
    fn literal(&mut self, sign: char) {
        self.mark(Mark::PercentSign, matches!(sign, '%' | '％'));
        self.mark(Mark::Minus, MINUS.contains(&sign));
        self.mark(
            Mark::Scale,
            SCALES.contains(&sign) || sign.is_ascii_alphanumeric(),
        );
    }

    /// Takes in what stands in brackets: a condition, a colour, a currency, hours that run on.
    fn bracket(&mut self, inner: &str) {
        let inner = inner.to_ascii_lowercase();
        if is_elapsed(&inner) {
            self.runs.push(('h', 1));
        }
        self.mark(Mark::Condition, inner.starts_with(['<', '>', '=']));
        self.mark(
            Mark::Minus,
            inner.starts_with("red") || inner.starts_with('红'),
        );
        self.mark(Mark::Scale, inner.contains(SCALES));
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
                if let Some(sign) = literal {
                    section.literal(sign);
                }
                // A point that is mere text moves the digits behind it.
                let is_digit = matches!(signs.peek(), Some('0' | '#' | '?'));
                section.mark(Mark::Scale, literal == Some('.') && is_digit);
            }
            '_' | '*' => {
                signs.next();
            }
            '[' => {
                let inner: String = signs.by_ref().take_while(|&sign| sign != ']').collect();
                section.bracket(&inner);
            }
            // 1.5E+03 is a number; any other E is a year.
            'E' | 'e' if matches!(signs.peek(), Some('+' | '-')) => {
                section.mark(Mark::Digits, true);
            }
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

//! Which rows of a long list are in sight, and where they stand: only these are in the page.
//!
//! Rows differ in height, and a row's height is known only once it has been laid out. Until then it
//! counts with a guess. What measuring changes is taken up by the space above the rows and never
//! moves what is in sight.
//!
//! A list has two lengths: that of all its rows, and the one that is laid out for the scroll bar,
//! which is no longer than [`TALLEST`]. A small step moves the rows as far as the page is scrolled;
//! a leap goes to the same share of both. `shift` is what lies between the two; it is brought back
//! to its due near the ends, where both must meet: the first and the last [`LEAD`] views of the two
//! are the same.
//!
//! All lengths are in CSS pixels, from the top of the list.

mod heights;

use std::ops::Range;

use heights::Heights;

/// The tallest list that is laid out: Firefox stops at some 17.9 million pixels.
pub const TALLEST: f64 = 12_000_000.0;

/// So many views at each end have the same length in the list and as laid out.
const LEAD: f64 = 4.0;

/// The first and the last row that are shown stand at multiples of this, so that not every step
/// shows others.
const STEP: usize = 4;

/// A long list, and what of it is in sight.
#[derive(Clone, Debug)]
pub struct Window {
    heights: Heights,
    /// What of the laid-out list is above the upper edge; negative where the list begins below it.
    top: f64,
    /// How much is in sight.
    view: f64,
    /// A row's place in the list less its place as laid out.
    shift: f64,
    /// Whether rows out of sight are shown too, so that the next step finds them.
    looks_ahead: bool,
    /// How many leaps were made.
    leaps: u32,
}

impl Window {
    /// A list of so many rows at its top; a height that rows may have, and how much is in sight.
    #[must_use]
    pub fn new(rows: usize, guess: f64, view: f64) -> Self {
        Self {
            heights: Heights::new(rows, guess.max(1.0)),
            top: 0.0,
            view,
            shift: 0.0,
            looks_ahead: false,
            leaps: 0,
        }
    }

    /// How tall the list is laid out.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.heights.total().min(TALLEST)
    }

    /// What of the laid-out list is above the upper edge.
    #[must_use]
    pub fn top(&self) -> f64 {
        self.top
    }

    /// The list has been scrolled to `top`, and `view` is in sight. Returns how much further to
    /// scroll, which moves no row that is in sight.
    pub fn scrolled(&mut self, top: f64, view: f64) -> Option<f64> {
        let leap = (top - self.top).abs() >= view;
        (self.top, self.view) = (top, view);
        if leap {
            self.looks_ahead = false;
            self.leaps = self.leaps.wrapping_add(1);
        }
        let end = self.end();
        if top <= 0.0 {
            self.shift = 0.0;
        } else if leap || top >= end {
            self.shift = self.place_at(top) - top;
        } else if top < 2.0 * view || top > end - 2.0 * view {
            let place = top + self.shift;
            let due = self.laid_at(place).clamp(0.0, end);
            if (due - top).abs() >= 1.0 {
                self.shift = place - due;
                self.top = due;
                return Some(due - top);
            }
        }
        None
    }

    /// How far the laid-out list can be scrolled.
    fn end(&self) -> f64 {
        (self.height() - self.view).max(0.0)
    }

    /// How much of the list lies between the two leads, and how much of it as laid out.
    fn between(&self, lead: f64) -> (f64, f64) {
        let whole = (self.heights.total() - self.view).max(0.0);
        let free = |length: f64| (length - 2.0 * lead).max(1.0);
        (free(whole), free(self.end()))
    }

    fn lead(&self) -> f64 {
        (LEAD * self.view).min(self.end() / 2.0)
    }

    /// The place in the list that is due where the laid-out list is scrolled to `laid`.
    fn place_at(&self, laid: f64) -> f64 {
        let lead = self.lead();
        let (place, room) = self.between(lead);
        let share = ((laid - lead) / room).clamp(0.0, 1.0);
        laid + share * (place - room)
    }

    /// Where the laid-out list is due to be scrolled for a place in the list.
    fn laid_at(&self, place: f64) -> f64 {
        let lead = self.lead();
        let (whole, room) = self.between(lead);
        let share = ((place - lead) / whole).clamp(0.0, 1.0);
        place - share * (whole - room)
    }

    /// After which leap the list is to look ahead; none where it does. At first and after a leap all rows are new, and
    /// who leaps on never sees those out of sight.
    #[must_use]
    pub fn looks_no_further(&self) -> Option<u32> {
        (!self.looks_ahead).then_some(self.leaps)
    }

    /// Shows rows out of sight too, until the next leap.
    pub fn look_ahead(&mut self) {
        self.looks_ahead = true;
    }

    /// The rows to show: those in sight, and if it looks ahead half as much again on each side.
    #[must_use]
    pub fn rows(&self) -> Range<usize> {
        let place = self.top + self.shift;
        let margin = if self.looks_ahead {
            self.view / 2.0
        } else {
            0.0
        };
        let first = self.heights.row_at(place - margin);
        let last = self.heights.row_at(place + self.view + margin);
        let rows = self.heights.rows();
        first / STEP * STEP..((last / STEP + 1) * STEP).min(rows)
    }

    /// The space above a row, as laid out.
    #[must_use]
    pub fn above(&self, row: usize) -> f64 {
        (self.heights.offset(row) - self.shift).max(0.0)
    }

    /// Where the list must be scrolled to for a row to stand in the upper half of what is in sight.
    #[must_use]
    pub fn top_for(&self, row: usize) -> f64 {
        let place = (self.heights.offset(row) - self.view / 3.0).max(0.0);
        let near = place - self.shift;
        if (near - self.top).abs() < self.view {
            near
        } else {
            self.laid_at(place)
        }
    }

    /// Takes the heights of rows as they were laid out. Whether any was not known.
    pub fn measured(&mut self, rows: &[(usize, f64)]) -> bool {
        let is_new = |(row, height): &&(usize, f64)| {
            let known = self.heights.known(*row);
            known.is_some_and(|known| (known - height).abs() >= 0.5)
        };
        let new: Vec<(usize, f64)> = rows.iter().filter(is_new).copied().collect();
        if new.is_empty() {
            return false;
        }
        let is_end = self.top > 0.0 && self.top >= self.end();
        let first = self.first();
        let before = self.heights.offset(first);
        for (row, height) in &new {
            self.heights.set(*row, *height);
        }
        if self.heights.is_guessed {
            let all: f64 = new.iter().map(|(_, height)| height).sum();
            self.heights.guess = all / new.len() as f64;
            self.heights.is_guessed = false;
        }
        self.shift += self.heights.offset(first) - before;
        if self.top <= 0.0 {
            self.shift = 0.0;
        } else if is_end {
            // Who has gone to the end stays there, whatever the last rows turn out to be.
            self.shift = self.heights.total() - self.view - self.top;
        }
        true
    }

    /// The first row in sight.
    fn first(&self) -> usize {
        self.heights.row_at(self.top + self.shift)
    }

    /// Forgets all heights, which another width has changed; the first row in sight stays the first.
    /// Returns where the list must be scrolled to.
    pub fn forget(&mut self) -> f64 {
        let first = self.first();
        let place = self.top + self.shift;
        // Above the list's own top nothing is in sight yet.
        let inside = (place - self.heights.offset(first)).min(0.0);
        self.heights = Heights::new(self.heights.rows(), self.heights.guess);
        let place = self.heights.offset(first) + inside;
        self.top = self.laid_at(place);
        self.shift = place - self.top;
        self.top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: f64 = 700.0;

    /// A page that lays rows out with heights of their own, and scrolls as a browser does.
    struct Page {
        window: Window,
        rows: usize,
        scroll: f64,
    }

    fn real(row: usize) -> f64 {
        31.0 + (row * 7919 % 13) as f64 * 6.5
    }

    impl Page {
        fn new(rows: usize) -> Self {
            let window = Window::new(rows, 40.0, VIEW);
            let mut page = Self {
                window,
                rows,
                scroll: 0.0,
            };
            page.settle();
            page
        }

        /// Renders until nothing changes, as the page does within one frame.
        fn settle(&mut self) {
            for _ in 0..20 {
                let shown: Vec<(usize, f64)> = self.window.rows().map(|r| (r, real(r))).collect();
                let is_new = self.window.measured(&shown);
                let further = self.window.scrolled(self.scroll, VIEW);
                let scroll = self.scroll;
                self.scroll += further.unwrap_or_default();
                self.scroll = self.scroll.clamp(0.0, self.window.end());
                if !is_new && (self.scroll - scroll).abs() < 0.5 {
                    return;
                }
            }
            panic!("the list does not come to rest at {}", self.scroll);
        }

        fn scroll_to(&mut self, scroll: f64) {
            self.scroll = scroll.clamp(0.0, self.window.end());
            let further = self.window.scrolled(self.scroll, VIEW);
            self.scroll += further.unwrap_or_default();
            self.settle();
        }

        /// The place of each row that is shown, from the upper edge of what is in sight.
        fn places(&self) -> Vec<(usize, f64, f64)> {
            let rows = self.window.rows();
            let mut place = self.window.above(rows.start) - self.scroll;
            rows.map(|row| {
                let from = place;
                place += real(row);
                (row, from, place)
            })
            .collect()
        }

        fn is_filled(&self) -> bool {
            let places = self.places();
            let (first, last) = (places[0], places[places.len() - 1]);
            (first.0 == 0 || first.1 <= 0.0) && (last.0 + 1 == self.rows || last.2 >= VIEW)
        }
    }

    #[test]
    fn a_short_list_is_shown_whole() {
        let page = Page::new(9);
        assert_eq!(page.window.rows(), 0..9);
        assert!(Page::new(1).is_filled());
        assert_eq!(Window::new(0, 40.0, VIEW).rows(), 0..0);
    }

    #[test]
    fn small_steps_show_every_row_in_turn_and_move_rows_just_as_far() {
        for rows in [557, 1_000_000] {
            let mut page = Page::new(rows);
            for step in 0..400 {
                let before = page.places();
                page.scroll_to(page.scroll + 97.0);
                assert!(page.is_filled(), "{rows} rows, step {step}");
                // What was in sight and still is has moved by the step.
                let after = page.places();
                let kept = before
                    .iter()
                    .find(|(_, from, to)| *from > 100.0 && *to < VIEW);
                let (row, from, _) = kept.expect("a row in sight");
                let now = after
                    .iter()
                    .find(|(same, _, _)| same == row)
                    .expect("still there");
                let is_end = page.scroll + VIEW + 1.0 >= page.window.height();
                assert!(
                    is_end || (from - now.1 - 97.0).abs() < 1.0,
                    "{rows} rows, step {step}"
                );
            }
        }
    }

    #[test]
    fn both_ends_are_reached_from_anywhere_by_small_steps() {
        for rows in [300, 557, 1_000_000] {
            let mut page = Page::new(rows);
            page.scroll_to(f64::MAX);
            let last = page.places().last().copied().expect("a row");
            assert_eq!(last.0, rows - 1);
            assert!((last.2 - VIEW).abs() < 1.0, "{rows}: {last:?}");
            // Back from some way down, to the very top.
            page.scroll_to(9_000.0);
            for _ in 0..4_000 {
                if page.scroll <= 0.0 {
                    break;
                }
                page.scroll_to(page.scroll - 140.0);
                assert!(page.is_filled(), "{rows} rows at {}", page.scroll);
            }
            assert_eq!(
                page.places().first().map(|(row, from, _)| (*row, *from)),
                Some((0, 0.0))
            );
        }
    }

    #[test]
    fn a_leap_goes_to_the_same_share_of_a_list_that_is_too_tall() {
        let mut page = Page::new(1_000_000);
        assert!(page.window.height() <= TALLEST);
        page.scroll_to(TALLEST / 2.0);
        let middle = page.window.rows().start;
        assert!((499_000..501_000).contains(&middle), "{middle}");
        assert!(page.is_filled());
    }

    #[test]
    fn rows_out_of_sight_are_shown_when_it_looks_ahead_until_the_next_leap() {
        let mut page = Page::new(557);
        let shown = |page: &Page| page.window.rows().len();
        let in_sight = shown(&page);
        page.window.look_ahead();
        page.settle();
        let ahead = shown(&page);
        assert!(ahead > in_sight, "{ahead} rows, {in_sight} in sight");
        page.scroll_to(page.scroll + 97.0);
        assert_eq!(page.window.looks_no_further(), None);
        page.scroll_to(9_000.0);
        assert_eq!(page.window.looks_no_further(), Some(1));
        assert!(page.is_filled());
        assert!(shown(&page) < 2 * in_sight);
    }

    #[test]
    fn another_width_keeps_the_first_row() {
        let mut page = Page::new(557);
        page.scroll_to(9_000.0);
        let first = page.window.first();
        page.scroll = page.window.forget();
        page.settle();
        assert_eq!(page.window.first(), first);
        assert!(page.is_filled());
    }
}

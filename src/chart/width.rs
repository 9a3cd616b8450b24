//! How wide text is where no browser can be asked, and making text fit a width.

use super::Measure;

/// Text widths from a small table, for SVG files and tests: they cannot ask a font.
///
/// A full-width character is 1 em; Latin letters and digits have the widths of Noto Sans CJK SC
/// (measured in Chromium), in steps that are a little wide, for a label with too much room looks
/// better than one that touches its neighbour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableWidths;

impl Measure for TableWidths {
    fn width(&self, text: &str, _family: &str, size: f64, bold: bool) -> f64 {
        let ems: f64 = text.chars().map(ems).sum();
        ems * size * if bold { 1.06 } else { 1.0 }
    }
}

/// The width of a text in CSS pixels by the table: known before there is a backend.
pub(super) fn css(text: &str, size: f64) -> f64 {
    TableWidths.width(text, "", size, false)
}

/// The width of the longest part of a text that lines cannot break, in CSS pixels by the table.
pub(super) fn longest(text: &str, size: f64) -> f64 {
    let parts = pieces(text);
    let widths = parts.iter().map(|part| css(part.trim_end(), size));
    widths.fold(0.0, f64::max)
}

/// The advance of one character in em.
fn ems(letter: char) -> f64 {
    match letter {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => 0.22,
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | '!' | '\'' | '(' | ')' | ',' | '-' | '.'
        | '/' | ':' | ';' | '[' | ']' | '|' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.92,
        '&' | 'A'..='Z' => 0.68,
        'k' | 'c' | 's' | 'v' | 'x' | 'y' | 'z' => 0.53,
        'b' | 'd' | 'g' | 'h' | 'n'..='q' | 'u' => 0.61,
        letter if is_wide(letter) => 1.0,
        _ => 0.56,
    }
}

/// Whether a character takes a full square in a Chinese font.
fn is_wide(letter: char) -> bool {
    matches!(letter,
        '±' | '·' | '×' | '‘' | '’' | '“' | '”' | '…' | '‰' | '℃' | '→' | '≈' | '≤' | '≥'
        | '\u{1100}'..='\u{115f}'
        | '\u{2460}'..='\u{27bf}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}')
}

/// The longest beginning of `text` that fits `room` together with an ellipsis; the text itself
/// when it fits, nothing when not even the ellipsis does.
pub(super) fn shorten(text: &str, room: i32, width: impl Fn(&str) -> i32) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let cut = |count: usize| {
        let start: String = text.chars().take(count).collect();
        start.trim_end().to_owned() + "…"
    };
    // A longer beginning is never narrower, so the longest that fits is found by halving.
    let (mut fits, mut wide) = (0, text.chars().count());
    while wide - fits > 1 {
        let middle = fits + (wide - fits) / 2;
        if width(&cut(middle)) <= room {
            fits = middle;
        } else {
            wide = middle;
        }
    }
    let short = cut(fits);
    if fits > 0 && width(&short) <= room {
        short
    } else {
        String::new()
    }
}

/// Breaks `text` into lines no wider than `room`: at spaces and between Chinese characters, never
/// before a closing mark. What a single piece has too much is shortened.
pub(super) fn wrap(text: &str, room: i32, width: impl Fn(&str) -> i32) -> Vec<String> {
    let mut lines = Vec::new();
    let whole = text.trim_end();
    if !whole.is_empty() && width(whole) <= room {
        return vec![whole.to_owned()];
    }
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if line.is_empty() || width(longer.trim_end()) <= room {
            line = longer;
        } else {
            lines.push(shorten(line.trim_end(), room, &width));
            piece.trim_start().clone_into(&mut line);
        }
    }
    lines.push(shorten(line.trim_end(), room, &width));
    lines.retain(|line| !line.is_empty());
    lines
}

/// The parts of a text between which a line may break.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut glued = false;
    for letter in text.chars() {
        let closes = "，。、；：！？）》」』”’…%".contains(letter);
        let breaks = is_wide(letter) && !closes;
        match pieces.last_mut() {
            Some(piece) if closes || (glued && !breaks) => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
        glued = !(breaks || letter.is_whitespace());
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::Measure as _;
    use super::{TableWidths, longest, shorten, wrap};

    /// 10 pixels per em, in whole pixels.
    fn width(text: &str) -> i32 {
        TableWidths.width(text, "", 10.0, false).ceil() as i32
    }

    fn short(text: &str, room: i32) -> String {
        shorten(text, room, width)
    }

    fn wrapped(text: &str, room: i32) -> Vec<String> {
        wrap(text, room, width)
    }

    #[test]
    fn a_chinese_character_is_one_em_and_a_digit_about_half() {
        assert_eq!(width("地区生产总值"), 60);
        assert_eq!(width("（）"), 20);
        assert_eq!(width("2020"), 23);
        assert_eq!(width("e\u{301}"), 6);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn bold_text_is_wider() {
        let bold = TableWidths.width("预计", "", 10.0, true);
        assert!(bold > TableWidths.width("预计", "", 10.0, false));
    }

    #[test]
    fn text_that_fits_stays_whole_and_longer_text_ends_in_an_ellipsis() {
        assert_eq!(short("地区生产总值", 60), "地区生产总值");
        assert_eq!(short("地区生产总值", 59), "地区生产…");
        assert_eq!(short("a b c d e f", 32), "a b c…");
    }

    #[test]
    fn where_nothing_fits_there_is_no_text() {
        assert_eq!(short("地区", 10), "");
        assert_eq!(short("地区", 0), "");
        assert_eq!(short("地区", -5), "");
        assert_eq!(short("", 0), "");
    }

    #[test]
    fn lines_break_between_characters_and_words_but_not_before_a_closing_mark() {
        assert_eq!(
            wrapped("没有数，请看表。", 30),
            ["没有", "数，请", "看表。"]
        );
        assert_eq!(wrapped("no figures here", 60), ["no figures", "here"]);
        assert_eq!(wrapped("", 60), Vec::<String>::new());
    }

    #[test]
    fn the_longest_part_is_a_word_or_a_chinese_character() {
        let whole = |text: &str| longest(text, 10.0).ceil() as i32;
        assert_eq!(whole("Modern governance"), width("governance"));
        assert_eq!(whole("经济体系升级"), 10);
        assert_eq!(whole(""), 0);
    }
}

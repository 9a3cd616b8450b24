//! Bytes as text: UTF-8, UTF-16 where it says so, or GB18030, and nothing guessed.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::{Decode, Refusal, Why};

/// The mark that text may begin with.
const MARK: char = '\u{feff}';

/// How many bytes are tried at once in looking for those that are no text.
const BLOCK: usize = 1 << 16;

/// The text that the bytes of a file hold.
///
/// # Errors
/// When they are no text, with the line where that shows, or might be two.
pub fn text<'a>(bytes: &'a [u8], decode: &Decode<'_>) -> Result<Cow<'a, str>, Refusal> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest).map(Cow::Borrowed),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        _ => match utf8(bytes) {
            Ok(text) if is_unclear(text) && decode(bytes).is_some() => {
                Err(Refusal::of(Why::UnclearEncoding))
            }
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(refusal) if is_damaged_utf8(bytes) => Err(refusal),
            Err(_) => {
                let text = decode(bytes).ok_or_else(|| undecoded(bytes, decode))?;
                let rest = text.strip_prefix(MARK).map(str::to_owned);
                Ok(Cow::Owned(rest.unwrap_or(text)))
            }
        },
    }
}

/// Whether UTF-8 may be GB18030 by chance: it has letters such as Greek ones, which some Chinese words look
/// like, and nothing that they do not.
fn is_unclear(text: &str) -> bool {
    let highest = text.chars().max();
    highest.is_some_and(|sign| ('\u{100}'..'\u{800}').contains(&sign))
}

fn utf8(bytes: &[u8]) -> Result<&str, Refusal> {
    let text = str::from_utf8(bytes);
    text.map_err(|error| no_text(bytes.get(..error.valid_up_to()).unwrap_or_default()))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    let (units, rest) = bytes.as_chunks();
    let mut text = String::with_capacity(bytes.len());
    for sign in char::decode_utf16(units.iter().copied().map(unit)) {
        text.push(sign.map_err(|_| no_text(text.as_bytes()))?);
    }
    match rest {
        [] => Ok(text),
        _ => Err(no_text(text.as_bytes())),
    }
}

/// Whether bytes that are no UTF-8 were meant to be: they have more Chinese words in it than damaged places.
/// GB18030 would make other words of them.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|&c| c >= '\u{800}').count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// The refusal of bytes that are not GB18030 either: in which line that shows. No sign of several bytes
/// has the byte that ends a line.
fn undecoded(bytes: &[u8], decode: &Decode<'_>) -> Refusal {
    let mut before = 0;
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = rest.iter().skip(BLOCK).position(|&byte| byte == b'\n');
        let end = end.map_or(rest.len(), |end| BLOCK + end + 1);
        let (block, after) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        if decode(block).is_none() {
            let lines = block.split_inclusive(|&byte| byte == b'\n');
            let good = lines.take_while(|line| decode(line).is_some());
            before += good.map(<[u8]>::len).sum::<usize>();
            break;
        }
        before += block.len();
        rest = after;
    }
    no_text(bytes.get(..before).unwrap_or_default())
}

/// The refusal of what follows these bytes.
fn no_text(before: &[u8]) -> Refusal {
    let breaks = memchr_iter(b'\n', before).count();
    Refusal::of(Why::NotText).at(breaks as u64 + 1, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gb18030;

    fn of(bytes: &[u8]) -> Result<String, (Why, u64)> {
        let read = text(bytes, &gb18030).map(Cow::into_owned);
        read.map_err(|refusal| (refusal.why, refusal.row))
    }

    fn no_text_at(line: u64) -> Result<String, (Why, u64)> {
        Err((Why::NotText, line))
    }

    #[test]
    fn a_mark_of_the_byte_order_tells_the_encoding_and_goes() {
        assert_eq!(of("挂图".as_bytes()), Ok("挂图".to_owned()));
        assert_eq!(of("\u{feff}挂图".as_bytes()), Ok("挂图".to_owned()));
        assert_eq!(of(b"\xff\xfe\x02\x63\x0a\0"), Ok("挂\n".to_owned()));
        assert_eq!(of(b"\xfe\xff\x63\x02\0\x0a"), Ok("挂\n".to_owned()));
        assert_eq!(of(b"\x84\x31\x95\x33\xb9\xd2"), Ok("挂".to_owned()));
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_gb18030() {
        assert_eq!(of(b"\xb9\xd2\xcd\xbc,1\n"), Ok("挂图,1\n".to_owned()));
        assert_eq!(of(b"a\n\x81\x30\x81\x30"), Ok("a\n\u{80}".to_owned()));
    }

    #[test]
    fn what_might_be_either_encoding_is_refused() {
        let of_gb = |text: &str| of(&encoding_rs::GB18030.encode(text).0);
        assert_eq!(of_gb("图,图"), Err((Why::UnclearEncoding, 0)));
        assert_eq!(of_gb("挂图,1"), Ok("挂图,1".to_owned()));
        for text in ["μg,挂图", "km², 5 °C, café", "a", ""] {
            assert_eq!(of(text.as_bytes()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn damaged_utf_8_is_refused_where_gb18030_would_read_other_words() {
        let mut bytes = "指标,数值\n地区生产总值,1\n".as_bytes().to_vec();
        bytes.extend(b"\xe5\x9c\n");
        assert_eq!(of(&bytes), no_text_at(3));
        assert_eq!(of(b"\xef\xbb\xbfa\nb\xff"), no_text_at(2));
    }

    #[test]
    fn text_in_no_encoding_is_refused_with_its_line() {
        assert_eq!(of(b"a\nb\n\xb9\xd2\n\xb9\n"), no_text_at(4));
        assert_eq!(of(b"\xff\xfe\x0a\0\x00\xd8"), no_text_at(2));
        assert_eq!(of(b"\xff\xfea"), no_text_at(1));
        let mut long = b"\xb9\xd2\n".repeat(100_000);
        long.extend(b"\xff\n");
        assert_eq!(of(&long), no_text_at(100_001));
    }
}

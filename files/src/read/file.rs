//! One file after the other: what each is by its first bytes and its name, and who reads it.

use memchr::memchr_iter;

use super::archive::Archive;
use super::room::{FILE, Room};
use super::table::{Table, is_alien};
use super::why::shown;
use super::{Decode, Reading, Refusal, Text, Why, csv, package, text, workbook};

/// How the bytes of an archive begin: with an entry, with its end where it is empty, or in parts.
const ARCHIVE: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];
/// How workbooks before 2007 begin, other documents of that time, and all those with a password.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// The part that tells the type of an Open Document.
const OPEN_DOCUMENT: &str = "mimetype";
/// How files begin that are no tables, whatever they are named.
const ALIEN: [&[u8]; 12] = [
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"PK\x05\x06",
    OLD,
    b"\0asm",
];
/// How text begins that is no table.
const MARKUP: [&str; 5] = ["<!doctype", "<html", "<?xml", "<table", "<meta"];

/// The endings of tables as text.
const TABLES: [&str; 4] = ["csv", "tsv", "tab", "txt"];
/// The ending of a descriptor.
const DESCRIPTOR: &str = "json";

/// Of how many bytes the share of zeros is taken, and one zero in how many is too much for text.
const LOOKED_AT: usize = 1_024;
const ZEROS: usize = 10;

/// What was read so far, and what may still be.
pub struct Desk<'a> {
    /// Decodes what is no UTF-8.
    pub decode: &'a Decode<'a>,
    /// What may still be read.
    pub room: Room,
    /// What was read.
    pub reading: Reading,
}

impl Desk<'_> {
    /// Refuses something of a file.
    pub fn refuse(&mut self, file: &str, refusal: Refusal) {
        self.reading.refused.push(refusal.within(file, ""));
    }

    /// Reads a table by what reads it, and tells whether there is anything in it. A table without rows is
    /// left out.
    pub fn table(
        &mut self,
        file: &str,
        sheet: &str,
        read: impl FnOnce(&mut Table<'_>) -> Result<(), Refusal>,
    ) -> bool {
        let before = self.reading.refused.len();
        let mut table = Table::new(shown(file), shown(sheet), &mut self.room);
        let ended = read(&mut table);
        let (grid, refused) = table.finish();
        let refused = refused.into_iter().chain(ended.err());
        let refused = refused.map(|refusal| refusal.within(file, sheet));
        self.reading.refused.extend(refused);
        let mut others = self.reading.grids.iter();
        if others.any(|other| other.is_named_as(&grid)) {
            let refusal = Refusal::of(Why::SameName).within(file, sheet);
            self.reading.refused.push(refusal);
        }
        let has_rows = !grid.lines.is_empty();
        if has_rows {
            self.reading.grids.push(grid);
        }
        has_rows || self.reading.refused.len() > before
    }
}

/// Reads a file.
///
/// # Errors
/// When nothing of it can be read.
pub fn read(desk: &mut Desk<'_>, name: &str, bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.len() > FILE {
        return Err(Refusal::of(Why::TooLarge));
    }
    if ARCHIVE.iter().any(|sign| bytes.starts_with(sign)) {
        let mut archive = Archive::open(bytes)?;
        if archive.has(workbook::TYPES) || archive.has(workbook::BOOK) {
            return workbook::read(desk, name, &mut archive);
        }
        Why::UnknownType.when(archive.has(OPEN_DOCUMENT))?;
        return package::read(desk, name, &mut archive);
    }
    match ending(name).as_str() {
        "doc" | "ppt" | "wps" | "et" | "dps" => Err(Refusal::of(Why::UnknownType)),
        _ if bytes.starts_with(OLD) => Err(Refusal::of(Why::OldOrLockedWorkbook)),
        ending if ending == DESCRIPTOR || TABLES.contains(&ending) => {
            desk.room.bytes(bytes.len())?;
            document(desk, name, bytes)
        }
        "zip" | "xlsx" | "xlsm" if bytes.is_empty() => Err(Refusal::of(Why::Empty)),
        "zip" | "xlsx" | "xlsm" => Err(Refusal::of(Why::NotAnArchive)),
        _ => Err(Refusal::of(Why::UnknownType)),
    }
}

/// Reads a file that is text: a table, or a descriptor.
///
/// # Errors
/// When nothing of it can be read.
pub fn document(desk: &mut Desk<'_>, name: &str, bytes: &[u8]) -> Result<(), Refusal> {
    desk.room.file()?;
    if ALIEN.iter().any(|sign| bytes.starts_with(sign)) || has_zeros(bytes) {
        return Err(Refusal::of(Why::NotATable));
    }
    let text = text::text(bytes, desk.decode)?;
    let begin = text.trim_start();
    if begin.is_empty() {
        return Err(Refusal::of(Why::Empty));
    }
    if ending(name) == DESCRIPTOR {
        return descriptor(desk, name, &text);
    }
    if is_markup(begin) || is_json(begin) {
        return Err(Refusal::of(Why::NotATable));
    }
    let has_any = desk.table(name, "", |table| csv::read(table, &text));
    Why::Empty.when(!has_any)
}

fn descriptor(desk: &mut Desk<'_>, name: &str, text: &str) -> Result<(), Refusal> {
    let is_stray = |sign| is_alien(sign) && sign != '\r';
    if let Some((before, _)) = text.split_once(is_stray) {
        let breaks = before.matches('\n').count() as u64;
        return Err(Refusal::of(Why::ControlCharacter).at(breaks + 1, 0));
    }
    desk.room.text(text.len())?;
    let (file, text) = (shown(name), text.to_owned());
    let is_again = desk.reading.texts.iter().any(|other| other.file == file);
    desk.reading.texts.push(Text { file, text });
    Why::SameName.when(is_again)
}

/// The ending of a name.
pub fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.unwrap_or_default().to_ascii_lowercase()
}

/// Whether there are zeros as in no text: in UTF-16 that does not say so, or in what is none.
fn has_zeros(bytes: &[u8]) -> bool {
    let bytes = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let says = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let zeros = memchr_iter(0, bytes).count();
    !says && zeros * ZEROS > bytes.len()
}

fn is_markup(text: &str) -> bool {
    MARKUP.iter().any(|sign| {
        let begin = text.get(..sign.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(sign))
    })
}

/// Whether text begins as an object, or a list of such, does.
fn is_json(text: &str) -> bool {
    let inner = text.strip_prefix(['{', '[']).map(str::trim_start);
    inner.is_some_and(|inner| inner.starts_with(['{', '[', '"', '}', ']']))
}

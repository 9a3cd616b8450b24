//! An archive (ZIP), read without trusting what it says of itself: sizes are counted while it is unpacked.

use std::io::{Cursor, Read as _};

use memchr::memmem;
use zip::ZipArchive;
use zip::read::{ArchiveOffset, Config};

use super::room::{ENTRIES, Room};
use super::{Decode, Refusal, Why};

/// Begins the description of an entry in the archive's directory.
const ENTRY: &[u8] = b"PK\x01\x02";
/// Leads to a directory for more than 65,535 entries or 4 GB. It may tell any number of entries, and the
/// library makes room for them.
const LARGE: &[u8] = b"PK\x06\x07";
/// Such a lead stands within the last bytes: it, the end of the directory, and a comment.
const TAIL: usize = 20 + 22 + (1 << 16) + 8;

/// An archive that is open.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

/// An entry of the archive's directory.
pub struct Entry {
    /// Its place in the directory.
    pub at: usize,
    /// Its name with its folders.
    pub name: String,
    /// Whether it leads to another file instead of holding something.
    pub is_link: bool,
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    ///
    /// # Errors
    /// When it is damaged, or has too many entries.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let entries = memmem::find_iter(bytes, ENTRY).count();
        Why::TooManyEntries.when(entries > ENTRIES)?;
        let (_, tail) = bytes.split_at(bytes.len().saturating_sub(TAIL));
        Why::BrokenArchive.when(memmem::find(tail, LARGE).is_some())?;
        let archive_offset = ArchiveOffset::Known(0);
        let zip = ZipArchive::with_config(Config { archive_offset }, Cursor::new(bytes));
        let zip = zip.map_err(|_| Refusal::of(Why::BrokenArchive))?;
        Why::SameName.when(zip.has_duplicate_names())?;
        Ok(Self { zip })
    }

    /// Whether there is an entry of this name.
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name_raw(name.as_bytes()).is_some()
    }

    /// Its entries, without folders. A name that is no UTF-8 is decoded as text is.
    pub fn entries(&self, decode: &Decode<'_>) -> Vec<Entry> {
        let entries = (0..self.zip.len()).filter_map(|at| {
            let entry = self.zip.by_index_data(at).ok()?;
            let raw = entry.name_raw();
            let name = str::from_utf8(raw).ok().map(str::to_owned);
            let name = name.or_else(|| decode(raw));
            let name = name.unwrap_or_else(|| String::from_utf8_lossy(raw).into_owned());
            let is_link = entry.is_symlink();
            Some(Entry { at, name, is_link })
        });
        entries.filter(|entry| !entry.name.ends_with('/')).collect()
    }

    /// Unpacks an entry.
    ///
    /// # Errors
    /// When it is damaged, has a password, or there is no room for it.
    pub fn unpack(&mut self, at: usize, room: &mut Room) -> Result<Vec<u8>, Refusal> {
        let broken = || Refusal::of(Why::BrokenArchive);
        if self
            .zip
            .by_index_data(at)
            .map_err(|_| broken())?
            .encrypted()
        {
            return Err(Refusal::of(Why::Encrypted));
        }
        let entry = self.zip.by_index(at).map_err(|_| broken())?;
        let mut bytes = Vec::new();
        let read = entry.take(room.reach() as u64).read_to_end(&mut bytes);
        room.bytes(bytes.len())?;
        read.map_err(|_| broken())?;
        Ok(bytes)
    }

    /// Unpacks an entry by its name; nothing where there is none.
    ///
    /// # Errors
    /// As `unpack`.
    pub fn part(&mut self, name: &str, room: &mut Room) -> Result<Option<Vec<u8>>, Refusal> {
        let at = self.zip.index_for_name_raw(name.as_bytes());
        at.map(|at| self.unpack(at, room)).transpose()
    }
}

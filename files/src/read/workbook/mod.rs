//! A workbook (XLSX): its sheets as tables, with numbers, percentages and dates as they are shown.
//!
//! No library is known that tells the format of a number beside its value, and by value alone 7.5 % is 0.075
//! and a day a number. So the few parts that matter are read here, each once, and no link out of the workbook
//! is followed. Start at [`read`].

mod date;
mod format;
mod number;
mod section;
mod sheet;
mod strings;
mod styles;
mod xml;

use self::date::Epoch;
use self::strings::Strings;
use self::styles::Styles;
use self::xml::{Xml, attribute, broken, is_set, name};
use super::archive::Archive;
use super::file::Desk;
use super::{Refusal, Why};

/// The part that every document of Office has.
pub const TYPES: &str = "[Content_Types].xml";
/// The part that names the sheets, where nothing says otherwise.
pub const BOOK: &str = "xl/workbook.xml";

/// What all sheets share.
pub struct Book {
    strings: Strings,
    styles: Styles,
    epoch: Epoch,
    /// Whether formulas are to be worked out anew when the workbook is opened: their values are not those of
    /// their cells.
    is_stale: bool,
}

/// A link from one part to another: its id, what it leads to, and the part.
struct Link {
    id: String,
    kind: String,
    part: String,
}

/// A sheet as the part of the workbook names it.
struct Sheet {
    name: String,
    /// The id of its link.
    link: String,
    is_hidden: bool,
}

/// What the part of the workbook says.
struct Outline {
    sheets: Vec<Sheet>,
    epoch: Epoch,
    is_stale: bool,
}

/// Reads all sheets of a workbook, the hidden ones too.
///
/// # Errors
/// When it is damaged, or none has rows.
pub fn read(desk: &mut Desk<'_>, file: &str, archive: &mut Archive<'_>) -> Result<(), Refusal> {
    let links = links(desk, archive, "")?;
    let book = links.iter().find(|link| link.kind == "officeDocument");
    let place = book.map_or(BOOK, |link| &link.part);
    let is_book = place.ends_with("workbook.xml") && archive.has(place);
    Why::UnknownType.when(!is_book)?;
    let outline = outline(&part(desk, archive, place)?)?;
    let links = self::links(desk, archive, place)?;
    let shared = |kind: &str| links.iter().find(|link| link.kind == kind);
    let mut book = Book {
        strings: Strings::default(),
        styles: Styles::default(),
        epoch: outline.epoch,
        is_stale: outline.is_stale,
    };
    if let Some(link) = shared("sharedStrings") {
        book.strings = Strings::read(&part(desk, archive, &link.part)?)?;
    }
    if let Some(link) = shared("styles") {
        book.styles = Styles::read(&part(desk, archive, &link.part)?)?;
    }
    let mut is_empty = true;
    for sheet in &outline.sheets {
        let link = links.iter().find(|link| link.id == sheet.link);
        let link = link.ok_or_else(broken)?;
        desk.room.file()?;
        // Sheets of charts have no cells.
        if link.kind != "worksheet" {
            continue;
        }
        let text = part(desk, archive, &link.part);
        is_empty &= !desk.table(file, &sheet.name, |table| {
            table.hidden().is_sheet = sheet.is_hidden;
            sheet::read(table, &text?, &book)
        });
    }
    Why::Empty.when(is_empty)
}

/// A part as text.
fn part(desk: &mut Desk<'_>, archive: &mut Archive<'_>, name: &str) -> Result<String, Refusal> {
    let bytes = archive.part(name, &mut desk.room)?;
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    text.ok_or_else(|| broken().reading(name))
}

/// The links of a part within the workbook, or of the whole; none where it has none.
fn links(desk: &mut Desk<'_>, archive: &mut Archive<'_>, from: &str) -> Result<Vec<Link>, Refusal> {
    let (folder, name) = from.rsplit_once('/').unwrap_or(("", from));
    let place = resolved(folder, &format!("_rels/{name}.rels"));
    if !archive.has(&place) {
        return Ok(Vec::new());
    }
    let text = part(desk, archive, &place)?;
    let mut xml = Xml::open(&text, "Relationships")?;
    let mut links = Vec::new();
    while let Some(element) = xml.child()? {
        let of = |name| Ok(attribute(&element, name)?.unwrap_or_default().into_owned());
        let (kind, target): (String, String) = (of("Type")?, of("Target")?);
        if of("TargetMode")? != "External" {
            links.push(Link {
                id: of("Id")?,
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                part: resolved(folder, &target),
            });
        }
        xml.skip()?;
    }
    Ok(links)
}

/// The place of a part that another one of this folder leads to.
fn resolved(folder: &str, target: &str) -> String {
    let parts = match target.strip_prefix('/') {
        Some(target) => target.split('/').collect(),
        None => [
            folder.split('/').collect(),
            target.split('/').collect::<Vec<_>>(),
        ]
        .concat(),
    };
    let mut place: Vec<&str> = Vec::new();
    for part in parts {
        match part {
            "" | "." => {}
            ".." => {
                place.pop();
            }
            part => place.push(part),
        }
    }
    place.join("/")
}

fn outline(text: &str) -> Result<Outline, Refusal> {
    let mut xml = Xml::open(text, "workbook")?;
    let mut outline = Outline {
        sheets: Vec::new(),
        epoch: Epoch::Y1900,
        is_stale: false,
    };
    while let Some(element) = xml.child()? {
        let is_set = |name| is_set(&element, name);
        match name(&element) {
            "workbookPr" if is_set("date1904")? => outline.epoch = Epoch::Y1904,
            "calcPr" => outline.is_stale = is_set("fullCalcOnLoad")?,
            "sheets" => {
                while let Some(sheet) = xml.child()? {
                    let of = |name| attribute(&sheet, name);
                    outline.sheets.push(Sheet {
                        name: of("name")?.ok_or_else(broken)?.into_owned(),
                        link: of(":id")?.ok_or_else(broken)?.into_owned(),
                        is_hidden: of("state")?.is_some_and(|state| state != "visible"),
                    });
                    xml.skip()?;
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
    Ok(outline)
}

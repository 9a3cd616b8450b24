//! What a set says of itself: its title, its day and its edition, in the descriptor of its package.

use crate::dataset::{Tables, edition_of, files};
use crate::front::Said;
use crate::query::changes::is_later;

use super::finding::{Finding, Place, What};
use super::frame::Frames;
use super::grid::{DESCRIPTOR, Own};
use super::package::{Base, Mode};

/// What the figures of a set are that does not say it.
const DESCRIPTION: &str = "Targets and outcomes of plans, each figure with its printing.";

/// What the set says of itself: the reader's own descriptor where it takes the place of the published one, which is
/// otherwise taken over, under an edition of its day. The sum of the tables is the set's name in links.
pub(super) fn described(
    own: &Own,
    base: Base<'_>,
    mode: Mode,
    tables: &Tables,
    found: &mut Vec<Finding>,
) -> String {
    let theirs = own.descriptor();
    if let Some((file, _)) = theirs.filter(|_| mode == Mode::Add) {
        found.push(Finding {
            place: Place {
                file: file.into(),
                ..Place::default()
            },
            what: What::Ignored,
        });
    }
    let sum = sum(tables);
    let theirs = theirs.filter(|_| mode == Mode::Replace);
    if let Some((_, text)) = theirs {
        let is_published = |file| tables.get(file) == base.tables.get(file);
        let mut of_tables = files().filter(|file| *file != DESCRIPTOR);
        if Some(text) == base.tables.get(DESCRIPTOR) && of_tables.all(is_published) {
            return text.to_owned();
        }
        // Whoever names the edition tells this set from the one that it was made of.
        let version = described_edition(text).map(|edition| with_sum(&edition, &sum));
        return Said {
            version: version.as_deref(),
            own: Some(&sum),
            ..Said::default()
        }
        .put(text);
    }
    let published = base.tables.get(DESCRIPTOR).unwrap_or_default();
    let (title, description) = match mode {
        Mode::Add => ([None, None], None),
        Mode::Replace => (title(tables).map(Some), Some(DESCRIPTION)),
    };
    let [title, title_en] = title.each_ref().map(Option::as_deref);
    Said {
        title,
        title_en,
        description,
        created: Some(base.today),
        version: Some(&edition(base, &sum)),
        own: Some(&sum),
    }
    .put(published)
}

/// The edition that a descriptor names.
fn described_edition(descriptor: &str) -> Option<String> {
    let mut tables = Tables::default();
    tables.insert(DESCRIPTOR, descriptor);
    edition_of(&tables)
}

/// An edition with the sum of the tables in the place of one that it had.
fn with_sum(edition: &str, sum: &str) -> String {
    let numbers = edition.split('+').next().unwrap_or_default();
    [numbers, "+", sum].concat()
}

/// The edition of a day, or one after the published edition where that is later; with the sum of the tables, so that
/// whatever names its edition tells a reader's own data from published ones.
fn edition(base: Base<'_>, sum: &str) -> String {
    let numbers = base.today.split('-');
    let numbers = numbers.map(|number| number.trim_start_matches('0'));
    let of_day = numbers.collect::<Vec<_>>().join(".");
    let published = base.edition.split('+').next().unwrap_or_default();
    if is_later(&of_day, published) {
        with_sum(&of_day, sum)
    } else {
        with_sum(&[published, ".1"].concat(), sum)
    }
}

/// The title of a set that has none: the areas that its documents are of.
fn title(tables: &Tables) -> [String; 2] {
    let frames = Frames::of(tables);
    let of_documents: Vec<String> = (0..frames.count("documents.csv"))
        .map(|row| frames.cell("documents.csv", row, "area"))
        .collect();
    let named = |column: &str| -> Vec<String> {
        let rows = 0..frames.count("areas.csv");
        let rows =
            rows.filter(|row| of_documents.contains(&frames.cell("areas.csv", *row, "code")));
        rows.map(|row| frames.cell("areas.csv", row, column))
            .collect()
    };
    [
        named("name_zh").join(" · ") + " 发展指标",
        "Development indicators of ".to_owned() + &named("name_en").join(" and "),
    ]
}

/// The sum of all tables (FNV-1a), twelve hexadecimal digits: the same tables have the same.
fn sum(tables: &Tables) -> String {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files().filter(|file| *file != DESCRIPTOR) {
        for byte in tables.get(file).unwrap_or_default().bytes().chain([0]) {
            sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{:012x}", sum >> 16)
}

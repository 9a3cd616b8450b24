//! How many figures there are: by theme, and within a theme by kind; where all are targets, by status.

use crate::assess::Status;
use crate::chart::{Chart, Look, Segment, Shade, Stack, Stacked};
use crate::dataset::{Code, Dataset, Kind, Lang, Row};
use crate::order;
use crate::query::{Facet, FacetIndex, Selection};
use crate::text::{Msg, label, number};
use crate::view::Page;

use super::point::next;
use super::{Group, Listing, Plot, Point};

/// How many themes the sentence names.
const NAMED: usize = 3;

/// What the figures of a theme are parted by.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Kind,
    Status,
}

/// The figures of one theme: how many there are of each choice of the side, in their order.
struct Theme<'a> {
    code: Code,
    name: &'a str,
    counts: Vec<u32>,
    all: u32,
}

/// All figures that pass, with or without a number.
#[must_use]
pub fn distribution(data: &Dataset, index: &FacetIndex, selection: &Selection, lang: Lang) -> Plot {
    let side = Side::of(data, selection);
    let themes = themes(data, index, selection, side, lang);
    let mut points = Vec::new();
    let rows = themes
        .iter()
        .map(|theme| stack(theme, side, &mut points, lang));
    let chart = Chart::Stacked(Stacked {
        rows: rows.collect(),
        legend: side
            .shown(&themes)
            .map(|index| (side.shade(index), side.name(index, lang).to_owned()))
            .collect(),
        empty: Msg::NothingFound.get(lang).to_owned(),
    });
    let (title, note) = match side {
        Side::Kind => (Msg::DistributionTitle, Msg::DistributionNote),
        Side::Status => (Msg::StatusesTitle, Msg::StatusesNote),
    };
    Plot {
        id: "distribution".to_owned(),
        title: title.get(lang).to_owned(),
        note: note.get(lang).to_owned(),
        sentence: sentence(&themes, side, lang),
        chart,
        points,
        listing: listing(&themes, side, lang),
        documents: selection.all_documents(data, index),
        statuses: side == Side::Status,
    }
}

impl Side {
    /// The status where every figure that passes is a target, and so has one.
    fn of(data: &Dataset, selection: &Selection) -> Self {
        let kinds = &data.observations.kind;
        let is_target = |row: Row| kinds.get(row as usize) == Some(&Kind::Target);
        if selection.rows().all(is_target) {
            Self::Status
        } else {
            Self::Kind
        }
    }

    fn len(self) -> usize {
        match self {
            Self::Kind => Kind::ALL.len(),
            Self::Status => Status::ALL.len(),
        }
    }

    fn facet(self) -> Facet {
        match self {
            Self::Kind => Facet::Kind,
            Self::Status => Facet::Status,
        }
    }

    /// How figures of a choice are filled: those of a kind as in the other charts.
    fn shade(self, index: usize) -> Shade {
        let shade = match self {
            Self::Kind => Kind::ALL.get(index).map(|kind| match kind {
                Kind::Actual => Shade::Look(Look::Actual),
                Kind::Estimate => Shade::Look(Look::Estimate),
                Kind::ToDate => Shade::Look(Look::ToDate),
                Kind::Target => Shade::Look(Look::Target),
                Kind::Context => Shade::Background,
            }),
            Self::Status => Status::ALL.get(index).copied().map(Shade::Status),
        };
        shade.unwrap_or(Shade::Background)
    }

    fn name(self, index: usize, lang: Lang) -> &'static str {
        let name = match self {
            Self::Kind => Kind::ALL.get(index).map(|kind| label::kind(*kind)),
            Self::Status => Status::ALL.get(index).map(|status| label::status(*status)),
        };
        name.map_or("", |name| name.get(lang))
    }

    /// The choices that any figure has.
    fn shown(self, themes: &[Theme<'_>]) -> impl Iterator<Item = usize> {
        (0..self.len()).filter(|index| themes.iter().any(|theme| theme.count(*index) > 0))
    }

    /// What a segment counts: `科技创新：待公布的目标3条`.
    fn words(self, theme: &str, index: usize, count: u32, lang: Lang) -> String {
        let name = self.name(index, lang);
        let entries = entries(count, lang);
        match (self, lang) {
            (Self::Kind, Lang::Zh) => format!("{theme}：{name}数据{entries}"),
            (Self::Status, Lang::Zh) => format!("{theme}：{name}的目标{entries}"),
            (_, Lang::En) => {
                let counted = self.counted(count, lang);
                format!("{theme}, {}: {counted}", name.to_ascii_lowercase())
            }
        }
    }

    /// So many of what is counted: `3条数据`, `3条目标`.
    fn counted(self, count: u32, lang: Lang) -> String {
        match self {
            Self::Kind => label::figures(count, lang),
            Self::Status => number::counted(count as usize, lang, "条目标", "target"),
        }
    }
}

/// `3条`, and the mere number in English.
fn entries(count: u32, lang: Lang) -> String {
    let count = number::count(count as usize, lang);
    match lang {
        Lang::Zh => count + "条",
        Lang::En => count,
    }
}

impl Theme<'_> {
    fn count(&self, choice: usize) -> u32 {
        self.counts.get(choice).copied().unwrap_or_default()
    }
}

/// The themes that have figures, the largest first.
fn themes<'a>(
    data: &'a Dataset,
    index: &FacetIndex,
    selection: &Selection,
    side: Side,
    lang: Lang,
) -> Vec<Theme<'a>> {
    let counts = selection.crossed(data, index, [Facet::Theme, side.facet()]);
    let themes = (0..).zip(&data.themes).zip(counts);
    let mut themes: Vec<Theme<'_>> = themes
        .map(|((code, theme), counts)| Theme {
            code,
            name: theme.name.get(lang),
            all: counts.iter().sum(),
            counts,
        })
        .collect();
    themes.retain(|theme| theme.all > 0);
    order::sort_by(&mut themes, |a, b| b.all.cmp(&a.all));
    themes
}

fn stack(theme: &Theme<'_>, side: Side, points: &mut Vec<Point>, lang: Lang) -> Stack {
    let mut segments = Vec::new();
    for (code, index) in (0..).zip(0..side.len()) {
        let count = theme.count(index);
        if count == 0 {
            continue;
        }
        segments.push(Segment {
            point: next(points),
            shade: side.shade(index),
            value: f64::from(count),
            figure: number::plain(f64::from(count), lang),
        });
        points.push(Point::Group(Group {
            words: side.words(theme.name, index, count, lang),
            choices: vec![(Facet::Theme, theme.code), (side.facet(), code)],
            page: Page::Table,
        }));
    }
    Stack {
        name: theme.name.to_owned(),
        total: number::plain(f64::from(theme.all), lang),
        segments,
    }
}

fn listing(themes: &[Theme<'_>], side: Side, lang: Lang) -> Listing {
    // Of eleven statuses most targets have a few; kinds have a column each, whatever passes.
    let columns: Vec<usize> = match side {
        Side::Kind => (0..side.len()).collect(),
        Side::Status => side.shown(themes).collect(),
    };
    let names = columns.iter().map(|index| side.name(*index, lang));
    let heads = std::iter::once(Msg::FacetTheme.get(lang))
        .chain(names)
        .chain([Msg::Total.get(lang)]);
    let row = |theme: &Theme<'_>| {
        let counts = columns.iter().map(|index| theme.count(*index));
        let counts = counts.chain([theme.all]);
        let counts = counts.map(|count| number::plain(f64::from(count), lang));
        std::iter::once(theme.name.to_owned())
            .chain(counts)
            .collect()
    };
    Listing::Cells {
        heads: heads.map(str::to_owned).collect(),
        rows: themes.iter().map(row).collect(),
    }
}

fn sentence(themes: &[Theme<'_>], side: Side, lang: Lang) -> String {
    let all: u32 = themes.iter().map(|theme| theme.all).sum();
    let count = themes.len();
    let named: Vec<String> = themes
        .iter()
        .take(NAMED)
        .map(|theme| (theme.name, entries(theme.all, lang)))
        .map(|(name, all)| match lang {
            Lang::Zh => number::in_a_row(&[name, &all]),
            Lang::En => format!("{name} ({all})"),
        })
        .collect();
    let statuses = statuses(themes, side, lang);
    let figures = side.counted(all, lang);
    match (named.is_empty(), lang) {
        (true, _) => Msg::NothingFound.get(lang).to_owned(),
        (_, Lang::Zh) if count == 1 => {
            let name = themes.first().map_or("", |theme| theme.name);
            format!("共{figures}，都属于{name}。{statuses}")
        }
        (_, Lang::Zh) => format!(
            "共{figures}，分属{count}个主题，最多的是{}。{statuses}",
            named.join("、")
        ),
        (_, Lang::En) if count == 1 => {
            format!(
                "{figures}, all of {}.{statuses}",
                themes.first().map_or("", |theme| theme.name)
            )
        }
        (_, Lang::En) => format!(
            "{figures} of {count} themes, the largest: {}.{statuses}",
            named.join(", ")
        ),
    }
}

/// How many targets stand how, the worst first: `其中未完成2条，待公布173条。`
fn statuses(themes: &[Theme<'_>], side: Side, lang: Lang) -> String {
    if side == Side::Kind {
        return String::new();
    }
    let counted = Status::WORST_FIRST.iter().filter_map(|status| {
        let index = *status as usize;
        let count: u32 = themes.iter().map(|theme| theme.count(index)).sum();
        let name = side.name(index, lang);
        let entries = entries(count, lang);
        (count > 0).then(|| match lang {
            Lang::Zh => [name, &entries].concat(),
            Lang::En => format!("{entries} {}", name.to_ascii_lowercase()),
        })
    });
    let counted: Vec<String> = counted.collect();
    match lang {
        Lang::Zh => format!("其中{}。", counted.join("，")),
        Lang::En => format!(" Of them {}.", counted.join(", ")),
    }
}

//! How many figures there are: by theme, and within a theme by kind.

use crate::chart::{Chart, Look, Segment, Shade, Stack, Stacked};
use crate::dataset::{Code, Dataset, Kind, Lang};
use crate::order;
use crate::query::{Facet, Selection};
use crate::text::{Msg, label, number};
use crate::view::Page;

use super::point::{documents, next};
use super::{Group, Listing, Plot, Point};

/// How many themes the sentence names.
const NAMED: usize = 3;

/// The figures of one theme: how many of each kind, in the order of [`Kind::ALL`].
struct Theme<'a> {
    code: Code,
    name: &'a str,
    counts: Vec<u32>,
    all: u32,
}

/// All figures that pass, with or without a number.
#[must_use]
pub fn distribution(data: &Dataset, selection: &Selection, lang: Lang) -> Plot {
    let themes = themes(data, selection, lang);
    let mut points = Vec::new();
    let rows = themes.iter().map(|theme| stack(theme, &mut points, lang));
    let chart = Chart::Stacked(Stacked {
        rows: rows.collect(),
        legend: Kind::ALL
            .iter()
            .enumerate()
            .filter(|(index, _)| themes.iter().any(|theme| theme.count(*index) > 0))
            .map(|(_, kind)| (shade(*kind), label::kind(*kind).get(lang).to_owned()))
            .collect(),
        empty: Msg::NothingFound.get(lang).to_owned(),
    });
    Plot {
        id: "distribution".to_owned(),
        title: Msg::DistributionTitle.get(lang).to_owned(),
        note: Msg::DistributionNote.get(lang).to_owned(),
        sentence: sentence(&themes, lang),
        chart,
        points,
        listing: listing(&themes, lang),
        documents: documents(data, selection.rows()),
        statuses: false,
    }
}

impl Theme<'_> {
    fn count(&self, kind: usize) -> u32 {
        self.counts.get(kind).copied().unwrap_or_default()
    }
}

/// The themes that have figures, the largest first.
fn themes<'a>(data: &'a Dataset, selection: &Selection, lang: Lang) -> Vec<Theme<'a>> {
    let mut themes: Vec<Theme<'_>> = (0..)
        .zip(&data.themes)
        .map(|(code, theme)| Theme {
            code,
            name: theme.name.get(lang),
            counts: vec![0; Kind::ALL.len()],
            all: 0,
        })
        .collect();
    let figures = &data.observations;
    for row in selection.rows() {
        let place = figures
            .theme
            .get(row as usize)
            .zip(figures.kind.get(row as usize));
        let found = place.and_then(|(theme, kind)| {
            let theme = themes.get_mut(usize::from(*theme))?;
            theme.all += 1;
            theme.counts.get_mut(*kind as usize)
        });
        if let Some(count) = found {
            *count += 1;
        }
    }
    themes.retain(|theme| theme.all > 0);
    order::sort_by(&mut themes, |a, b| b.all.cmp(&a.all));
    themes
}

/// How figures of a kind are filled, as in the other charts.
const fn shade(kind: Kind) -> Shade {
    match kind {
        Kind::Actual => Shade::Look(Look::Actual),
        Kind::Estimate => Shade::Look(Look::Estimate),
        Kind::ToDate => Shade::Look(Look::ToDate),
        Kind::Target => Shade::Look(Look::Target),
        Kind::Context => Shade::Background,
    }
}

fn stack(theme: &Theme<'_>, points: &mut Vec<Point>, lang: Lang) -> Stack {
    let mut segments = Vec::new();
    for (index, kind) in Kind::ALL.iter().enumerate() {
        let count = theme.count(index);
        if count == 0 {
            continue;
        }
        segments.push(Segment {
            point: next(points),
            shade: shade(*kind),
            value: f64::from(count),
            figure: number::plain(f64::from(count), lang),
        });
        let name = theme.name;
        let kind_name = label::kind(*kind).get(lang);
        points.push(Point::Group(Group {
            words: match lang {
                Lang::Zh => format!("{name}：{kind_name}数据{count}条"),
                Lang::En => {
                    let kind = kind_name.to_ascii_lowercase();
                    format!("{name}, {kind}: {}", label::figures(count, lang))
                }
            },
            choices: vec![(Facet::Theme, theme.code), (Facet::Kind, *kind as Code)],
            page: Page::Table,
        }));
    }
    Stack {
        name: theme.name.to_owned(),
        total: number::plain(f64::from(theme.all), lang),
        segments,
    }
}

fn listing(themes: &[Theme<'_>], lang: Lang) -> Listing {
    let heads = std::iter::once(Msg::FacetTheme)
        .chain(Kind::ALL.iter().map(|kind| label::kind(*kind)))
        .chain([Msg::Total]);
    let row = |theme: &Theme<'_>| {
        let counts = theme.counts.iter().chain([&theme.all]);
        let counts = counts.map(|count| number::plain(f64::from(*count), lang));
        std::iter::once(theme.name.to_owned())
            .chain(counts)
            .collect()
    };
    Listing::Cells {
        heads: heads.map(|head| head.get(lang).to_owned()).collect(),
        rows: themes.iter().map(row).collect(),
    }
}

fn sentence(themes: &[Theme<'_>], lang: Lang) -> String {
    let all: u32 = themes.iter().map(|theme| theme.all).sum();
    let count = themes.len();
    let named: Vec<String> = themes
        .iter()
        .take(NAMED)
        .map(|theme| match lang {
            Lang::Zh => format!("{}{}条", theme.name, theme.all),
            Lang::En => format!("{} ({})", theme.name, theme.all),
        })
        .collect();
    match (named.is_empty(), lang) {
        (true, _) => Msg::NothingFound.get(lang).to_owned(),
        (_, Lang::Zh) if count == 1 => {
            let name = themes.first().map_or("", |theme| theme.name);
            format!("共{all}条数据，都属于{name}。")
        }
        (_, Lang::Zh) => format!(
            "共{all}条数据，分属{count}个主题，最多的是{}。",
            named.join("、")
        ),
        (_, Lang::En) if count == 1 => {
            let figures = label::figures(all, lang);
            format!(
                "{figures}, all of {}.",
                themes.first().map_or("", |theme| theme.name)
            )
        }
        (_, Lang::En) => format!(
            "{all} figures of {count} themes, the largest: {}.",
            named.join(", ")
        ),
    }
}

//! Outcomes against targets.

use crate::chart::{Bullet, Bullets, Chart, Good, Head, Look};
use crate::dataset::{Code, Comparator, Dataset, Direction, Kind, Lang, Observation, Row};
use crate::order;
use crate::query::board::Card;
use crate::query::{Selection, board};
use crate::text::{Msg, figure, label, period, source};

use super::point::{documents, next};
use super::{Listing, Plot, Point, is_apart, look, shown_high};

/// How many targets the sentence names.
const NAMED: usize = 3;

/// A target, its outcome, and how they are drawn.
struct Pair<'a> {
    target: Observation<'a>,
    /// None where the data have none, or none that may be compared with the target.
    outcome: Option<Observation<'a>>,
    /// Whether there is an outcome that must not be compared.
    is_apart: bool,
    bullet: Bullet,
}

/// One row for each target of the picked indicators that passes and has a number, those with an
/// outcome first.
#[must_use]
pub fn bullets(data: &Dataset, picks: &[Code], selection: &Selection, lang: Lang) -> Plot {
    let cards = board::cards(data, selection);
    let mut pairs: Vec<Pair<'_>> = picks
        .iter()
        .flat_map(|pick| cards.iter().filter(move |card| card.indicator == *pick))
        .filter_map(|card| pair(data, card, lang))
        .collect();
    order::sort_by_key(&mut pairs, |pair| pair.outcome.is_none());
    let rows: Vec<Row> = pairs.iter().flat_map(rows).collect();
    let mut points = Vec::new();
    for pair in &mut pairs {
        pair.bullet.point = next(&points);
        let target = pair.target.row;
        points.push(match &pair.outcome {
            Some(outcome) => Point::Pair {
                outcome: outcome.row,
                target,
            },
            None => Point::Figure(target),
        });
    }
    Plot {
        id: "bullets".to_owned(),
        title: Msg::BulletsTitle.get(lang).to_owned(),
        note: Msg::BulletsNote.get(lang).to_owned(),
        sentence: sentence(&pairs, lang),
        points,
        documents: documents(data, rows.iter().copied()),
        listing: Listing::Figures(rows),
        chart: Chart::Bullets(Bullets {
            rows: pairs.into_iter().map(|pair| pair.bullet).collect(),
            empty: Msg::NoTargetsToDraw.get(lang).to_owned(),
        }),
    }
}

fn rows(pair: &Pair<'_>) -> impl Iterator<Item = Row> + use<> {
    let outcome = pair.outcome.map(|outcome| outcome.row);
    std::iter::once(pair.target.row).chain(outcome)
}

fn pair<'a>(data: &'a Dataset, card: &Card, lang: Lang) -> Option<Pair<'a>> {
    let target = data.observation(card.target?)?;
    let found = card.outcome.and_then(|row| data.observation(row));
    let outcome = found.filter(|outcome| !is_apart(data, outcome.row, target.row));
    let is_apart = found.is_some() && outcome.is_none();
    let name = target.indicator.name.get(lang);
    let area = target.area.name.get(lang);
    let when = period::of(&target, lang);
    let goal = figure::line(&target, lang);
    let bullet = Bullet {
        point: 0,
        head: Head {
            name: name.to_string(),
            detail: format!("{area} · {when}"),
            figure: match outcome {
                Some(outcome) => format!("{} / {goal}", figure::line(&outcome, lang)),
                None if is_apart => {
                    let why = Msg::NotComparable.get(lang);
                    format!("{} {goal} · {why}", Msg::KindTarget.get(lang))
                }
                None => format!("{} {goal}", Msg::KindTarget.get(lang)),
            },
        },
        outcome: outcome.and_then(|outcome| outcome.shown_value(data)),
        target: target.shown_value(data)?,
        high: shown_high(&target, data),
        look: outcome.map_or(Look::Target, |outcome| look(outcome.kind)),
        good: good(&target),
    };
    Some(Pair {
        target,
        outcome,
        is_apart,
        bullet,
    })
}

/// The side that meets a target: what its comparator says, or what is better of the indicator.
fn good(target: &Observation<'_>) -> Option<Good> {
    let says = match target.comparator {
        Some(Comparator::AtLeast | Comparator::MoreThan) => Some(Good::Above),
        Some(Comparator::AtMost | Comparator::LessThan) => Some(Good::Below),
        None | Some(Comparator::Equal | Comparator::About) => None,
    };
    let better = match target.indicator.direction {
        Direction::Up => Some(Good::Above),
        Direction::Down => Some(Good::Below),
        Direction::None => None,
    };
    says.or(better)
}

fn words(pair: &Pair<'_>, lang: Lang) -> String {
    let name = pair.target.indicator.name.get(lang);
    let area = pair.target.area.name.get(lang);
    let when = period::of(&pair.target, lang);
    let goal = figure::line(&pair.target, lang);
    let result = pair.outcome.as_ref().map(|outcome| {
        let kind = label::kind(outcome.kind).get(lang);
        (kind, figure::line(outcome, lang))
    });
    match (result, lang) {
        (Some((kind, result)), Lang::Zh) => {
            format!("{area}{when}{name}：目标{goal}，{kind}{result}")
        }
        (None, Lang::Zh) if pair.is_apart => {
            format!("{area}{when}{name}：目标{goal}，结果口径不同，不可比")
        }
        (None, Lang::En) if pair.is_apart => {
            format!("{name}, {area} {when}: target {goal}, its outcome is not comparable")
        }
        (None, Lang::Zh) => format!("{area}{when}{name}：目标{goal}，文件未载结果"),
        (Some((kind, result)), Lang::En) => {
            let kind = kind.to_ascii_lowercase();
            format!("{name}, {area} {when}: target {goal}, {kind} {result}")
        }
        (None, Lang::En) => {
            format!("{name}, {area} {when}: target {goal}, no outcome in these documents")
        }
    }
}

fn sentence(pairs: &[Pair<'_>], lang: Lang) -> String {
    let all = pairs.len();
    let known = pairs.iter().filter(|pair| pair.outcome.is_some()).count();
    let outcomes = pairs.iter().filter_map(|pair| pair.outcome);
    let open = outcomes.filter(|o| o.kind != Kind::Actual).count();
    let named: Vec<String> = pairs
        .iter()
        .take(NAMED)
        .map(|pair| words(pair, lang))
        .collect();
    let more = all > NAMED;
    match (all, lang) {
        (0, _) => Msg::NoTargetsToDraw.get(lang).to_owned(),
        (_, Lang::Zh) => {
            let more = if more { "等" } else { "" };
            let open = match open {
                0 => String::new(),
                open if open == known => "（均为预计或累计）".to_owned(),
                open => format!("（其中{open}项为预计或累计）"),
            };
            format!(
                "共{all}项目标，{known}项已有结果{open}。{}{more}。",
                named.join("；")
            )
        }
        (_, Lang::En) => {
            let more = if more { "; and more" } else { "" };
            let targets = source::counted(all, lang, "", "target");
            let open = match open {
                0 => String::new(),
                open if open == known => " (estimated or to date)".to_owned(),
                open => format!(" ({open} of them estimated or to date)"),
            };
            format!(
                "{targets}, {known} with an outcome{open}. {}{more}.",
                named.join("; ")
            )
        }
    }
}

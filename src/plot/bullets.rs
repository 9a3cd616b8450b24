//! Outcomes against targets.

use crate::assess::{Assessed, Ledger, Status};
use crate::chart::{Bullet, Bullets, Chart, Good, Head, Look, Standing};
use crate::dataset::{Code, Comparator, Dataset, Direction, Kind, Lang, Observation, Row};
use crate::query::board::Card;
use crate::query::{FacetIndex, Selection, board};
use crate::text::outcome::{self, Judged};
use crate::text::{Msg, figure, label, number, period};

use super::apart::Apart;
use super::point::{documents, next};
use super::standing::{counts, standing};
use super::{Listing, Plot, Point, key, look, shown_high};

/// So many targets are drawn, and so many named, at most: all are told in words too.
const MOST: usize = 100;

/// A target, and its outcome where the data have one.
struct Pair<'a> {
    target: Observation<'a>,
    outcome: Option<Observation<'a>>,
    /// Whether the data say that the two must not be compared.
    is_apart: bool,
    /// What was decided on the target, if by the outcome that is shown.
    one: Option<Assessed>,
    /// What several outcomes come to together, where the target was judged by that.
    several: Option<Judged>,
    /// How the target stands by the outcome.
    standing: Option<Standing>,
}

impl Pair<'_> {
    fn status(&self) -> Option<Status> {
        self.standing.as_ref().map(|standing| standing.status)
    }

    /// What the outcome is.
    fn kind(&self) -> Option<Kind> {
        let several = self.several.as_ref().map(Judged::kind);
        several.or(self.outcome.map(|outcome| outcome.kind))
    }

    /// The outcome in words: what several come to, or the one as `printed` says it.
    fn said(&self, lang: Lang, printed: &dyn Fn(&Observation<'_>) -> String) -> String {
        let several = self.several.as_ref().map(|several| several.dated(lang));
        let said = several.or_else(|| self.outcome.as_ref().map(printed));
        said.unwrap_or_default()
    }
}

/// One row for each target of the picked indicators that passes and has an outcome; the others are
/// named after the sentence, for a row without a bar shows nothing.
#[must_use]
pub fn bullets(
    data: &Dataset,
    index: &FacetIndex,
    picks: &[Code],
    selection: &Selection,
    lang: Lang,
) -> Plot {
    // Only a target with a number can be drawn or named.
    let has_number = |row: Row| data.observations.value(row).is_some();
    let is_wanted =
        |card: &Card| picks.contains(&card.indicator) && card.target.is_some_and(has_number);
    let cards: Vec<Card> = board::cards_of(data, index, selection, &is_wanted).collect();
    let ordered = picks
        .iter()
        .flat_map(|pick| cards.iter().filter(move |card| card.indicator == *pick));
    // Targets with an outcome, and those without, which are named.
    let (mut known, mut open) = (0, 0);
    let has_room = |card: &&Card| {
        let count = if card.outcome.is_some() {
            &mut known
        } else {
            &mut open
        };
        *count += 1;
        *count <= MOST
    };
    let pairs = ordered.filter(has_room);
    let apart = Apart::of(data);
    let pairs = pairs.filter_map(|card| pair(data, index.ledger(), &apart, card, lang));
    let pairs: Vec<Pair<'_>> = pairs.collect();
    let (mut points, mut bullets) = (Vec::new(), Vec::new());
    let (mut drawn, mut rest) = (Vec::new(), Vec::new());
    for pair in &pairs {
        match bullet(data, pair, next(&points), lang) {
            Some((point, bullet)) => {
                points.push(point);
                bullets.push(bullet);
                drawn.push(pair);
            }
            None => rest.push(pair),
        }
    }
    let rows = drawn.iter().chain(&rest).flat_map(|pair| rows(pair));
    let rows: Vec<Row> = rows.collect();
    let more = known.saturating_sub(MOST) + open.saturating_sub(MOST);
    let looks: Vec<Look> = bullets.iter().map(|bullet| bullet.look).collect();
    Plot {
        id: "bullets".to_owned(),
        title: Msg::BulletsTitle.get(lang).to_owned(),
        note: key(Msg::BulletsNote, &looks, &[], lang),
        sentence: sentence(&drawn, lang) + &left_out(&rest, lang) + &label::not_drawn(more, lang),
        points,
        documents: documents(data, &rows),
        listing: Listing::Figures(rows),
        chart: Chart::Bullets(Bullets {
            rows: bullets,
            empty: Msg::WhyNoOutcome.get(lang).to_owned(),
        }),
        statuses: !drawn.is_empty(),
    }
}

/// The figures of a pair: the target, then its outcome, or the several by which it was judged.
fn rows(pair: &Pair<'_>) -> Vec<Row> {
    let mut rows = vec![pair.target.row];
    match pair.one.as_ref().filter(|_| pair.several.is_some()) {
        Some(one) => rows.extend(one.deciding()),
        None => rows.extend(pair.outcome.map(|outcome| outcome.row)),
    }
    rows
}

/// The target of a card and its outcome.
fn pair<'a>(
    data: &'a Dataset,
    ledger: &Ledger,
    apart: &Apart,
    card: &Card,
    lang: Lang,
) -> Option<Pair<'a>> {
    let target = data.observation(card.target?)?;
    let outcome = card.outcome.and_then(|row| data.observation(row));
    let is_apart = outcome.is_some_and(|outcome| apart.has(outcome.row, target.row));
    let one = ledger.get(data, target.row).filter(|_| card.is_judged);
    Some(Pair {
        target,
        outcome,
        is_apart,
        several: one
            .as_ref()
            .and_then(|one| outcome::several(data, one, &target, lang)),
        standing: outcome.map(|_| standing(one.as_ref(), lang)),
        one,
    })
}

/// The row of a pair whose outcome has a number that may be held against the target's.
fn bullet(data: &Dataset, pair: &Pair<'_>, point: u32, lang: Lang) -> Option<(Point, Bullet)> {
    let target = &pair.target;
    let outcome = pair.outcome.filter(|_| !pair.is_apart)?;
    let value = match &pair.several {
        Some(several) => several.value,
        None => outcome.shown_value(data),
    };
    let (area, when) = (target.area.name.get(lang), period::of(target, lang));
    let words = |figure: &Observation<'_>| {
        let kind = label::kind(figure.kind).get(lang);
        format!("{kind} {}", figure::line(figure, lang))
    };
    let bullet = Bullet {
        point,
        head: Head {
            name: target.indicator.name.get(lang).to_string(),
            detail: format!("{area} · {when}"),
            figure: format!("{} · {}", pair.said(lang, &words), words(target)),
            standing: pair.standing.clone(),
        },
        outcome: Some(value?),
        target: target.shown_value(data)?,
        high: shown_high(target, data),
        look: look(pair.kind()?),
        good: good(target),
    };
    let point = Point::Pair {
        outcome: outcome.row,
        target: target.row,
        is_judged: pair.one.is_some(),
    };
    Some((point, bullet))
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

/// A target with what was aimed at and what came of it.
fn words(pair: &Pair<'_>, lang: Lang) -> String {
    let name = pair.target.indicator.name.get(lang);
    let area = pair.target.area.name.get(lang);
    let when = period::of(&pair.target, lang);
    let goal = figure::with_kind(&pair.target, lang);
    let result = pair.said(lang, &|outcome| figure::with_kind(outcome, lang));
    match lang {
        Lang::Zh => {
            let head = number::in_a_row(&[area, &when, name]);
            format!("{head}（{goal}，{result}）")
        }
        Lang::En => format!("{name}, {area} {when} ({goal}, {result})"),
    }
}

/// What the chart shows: how many targets stand how, and each with its name, the worst first.
fn sentence(drawn: &[&Pair<'_>], lang: Lang) -> String {
    let count = drawn.len();
    if count == 0 {
        return Msg::WhyNoOutcome.get(lang).to_owned();
    }
    let statuses: Vec<Status> = drawn.iter().filter_map(|pair| pair.status()).collect();
    let counts = counts(&statuses, lang);
    let mut names = Vec::new();
    for status in Status::WORST_FIRST {
        let is_own = |pair: &&&Pair<'_>| pair.status() == Some(status);
        let own = drawn.iter().filter(is_own);
        let own: Vec<String> = own.map(|pair| words(pair, lang)).collect();
        if own.is_empty() {
            continue;
        }
        let verdict = label::status(status).get(lang);
        match lang {
            Lang::Zh => {
                names.push(format!("{verdict}：{}。", own.join("、")));
            }
            Lang::En => {
                names.push(format!(" {verdict}: {}.", own.join("; ")));
            }
        }
    }
    let (kinds, names) = (kinds(drawn, lang), names.concat());
    let targets = number::counted(count, lang, "项目标", "target");
    match lang {
        Lang::Zh => format!("{targets}已有结果{kinds}：{counts}。{names}"),
        Lang::En => format!("{targets} with an outcome{kinds}: {counts}.{names}"),
    }
}

/// What the outcomes are where they are not all final: `（均为预计）`.
fn kinds(drawn: &[&Pair<'_>], lang: Lang) -> String {
    let count = |kind: Kind| {
        let own = drawn.iter().filter(|pair| pair.kind() == Some(kind));
        own.count()
    };
    let open = [Kind::Estimate, Kind::ToDate].map(|kind| (kind, count(kind)));
    let parts = open.iter().filter(|(_, count)| *count > 0);
    let parts = parts.map(|(kind, count)| {
        let kind = label::kind(*kind).get(lang);
        let told = number::count(*count, lang);
        match (*count == drawn.len(), lang) {
            (true, Lang::Zh) if *count == 1 => format!("为{kind}"),
            (true, Lang::Zh) => format!("均为{kind}"),
            (true, Lang::En) => kind.to_ascii_lowercase(),
            (false, Lang::Zh) => format!("{told}项为{kind}"),
            (false, Lang::En) => format!("{told} {}", kind.to_ascii_lowercase()),
        }
    });
    let parts: Vec<String> = parts.collect();
    match (parts.is_empty(), lang) {
        (true, _) => String::new(),
        (_, Lang::Zh) => format!("（{}）", parts.join("，")),
        (_, Lang::En) => format!(" ({})", parts.join(", ")),
    }
}

/// The targets that are not drawn: those without an outcome, all with their names, then those whose
/// outcome is in words or must not be compared.
fn left_out(rest: &[&Pair<'_>], lang: Lang) -> String {
    let open: Vec<&&Pair<'_>> = rest.iter().filter(|pair| pair.outcome.is_none()).collect();
    let names = open.chunk_by(|a, b| a.target.indicator_code == b.target.indicator_code);
    let names: Vec<String> = names.map(|targets| named(targets, lang)).collect();
    let known = rest
        .iter()
        .filter(|pair| pair.outcome.is_some())
        .map(|pair| {
            let why = if pair.is_apart {
                Msg::NotComparable
            } else {
                Msg::OutcomeInWords
            };
            let (words, why) = (words(pair, lang), why.get(lang));
            match lang {
                Lang::Zh => format!("{words}：{why}。"),
                Lang::En => format!(" {words}: {why}."),
            }
        });
    let known: String = known.collect();
    let targets = number::counted(open.len(), lang, "项目标", "more target");
    match (open.len(), lang) {
        (0, _) => known,
        (_, Lang::Zh) => format!(
            "另有{targets}，目标期内未载结果：{}。{known}",
            names.join("、")
        ),
        (_, Lang::En) => format!(
            " {targets} without an outcome within the period: {}.{known}",
            names.join("; ")
        ),
    }
}

/// The targets of one indicator: `地区生产总值增速（武昌区2021年、武昌区2021—2025年）`.
fn named(targets: &[&&Pair<'_>], lang: Lang) -> String {
    let name = targets
        .first()
        .map_or("", |pair| pair.target.indicator.name.get(lang));
    let dates = targets.iter().map(|pair| {
        let (area, when) = (
            pair.target.area.name.get(lang),
            period::of(&pair.target, lang),
        );
        match lang {
            Lang::Zh => number::in_a_row(&[area, &when]),
            Lang::En => format!("{area} {when}"),
        }
    });
    let dates: Vec<String> = dates.collect();
    match lang {
        Lang::Zh => format!("{name}（{}）", dates.join("、")),
        Lang::En => format!("{name} ({})", dates.join(", ")),
    }
}

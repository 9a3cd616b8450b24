//! Outcomes against targets.

use crate::chart::{Bullet, Bullets, Chart, Look};
use crate::dataset::{Code, Dataset, Lang, Observation};
use crate::query::{Selection, board};
use crate::text::{Msg, figure, label};

use super::{Plot, look, shown_high};

/// How many targets the sentence names.
const NAMED: usize = 3;

/// One row for each target of the picked indicators that passes and has a number.
#[must_use]
pub fn bullets(data: &Dataset, picks: &[Code], selection: &Selection, lang: Lang) -> Plot {
    let mut rows = Vec::new();
    let mut drawn = Vec::new();
    let mut named = Vec::new();
    let cards = board::targets(data);
    for pick in picks {
        for card in cards.iter().filter(|card| card.indicator == *pick) {
            let target = card.target.and_then(|row| data.observation(row));
            let outcome = card
                .outcome
                .and_then(|row| data.observation(row))
                .filter(|outcome| outcome.value.is_some());
            let Some(target) = target.filter(|target| selection.passes(target.row)) else {
                continue;
            };
            let Some(bullet) = bullet(data, &target, outcome.as_ref(), lang) else {
                continue;
            };
            named.push(words(&bullet.name, &target, outcome.as_ref(), lang));
            rows.push(bullet);
            drawn.push(target.row);
            drawn.extend(outcome.map(|outcome| outcome.row));
        }
    }
    let known = rows.iter().filter(|row| row.outcome.is_some()).count();
    Plot {
        id: "bullets".to_owned(),
        title: Msg::BulletsTitle.get(lang).to_owned(),
        note: Msg::BulletsNote.get(lang).to_owned(),
        sentence: sentence(&named, known, lang),
        rows: drawn,
        chart: Chart::Bullets(Bullets {
            rows,
            empty: Msg::NoTargetsToDraw.get(lang).to_owned(),
        }),
    }
}

fn bullet(
    data: &Dataset,
    target: &Observation<'_>,
    outcome: Option<&Observation<'_>>,
    lang: Lang,
) -> Option<Bullet> {
    let plan = target.plan.map(|plan| label::plan(plan, lang));
    let name = target.indicator.name.get(lang);
    let area = target.area.name.get(lang);
    let goal = figure::line(target, lang);
    Some(Bullet {
        row: outcome.map_or(target.row, |outcome| outcome.row),
        name: format!("{name} · {area} · {}", plan.unwrap_or_default()),
        figure: match outcome {
            Some(outcome) => format!("{} / {goal}", figure::line(outcome, lang)),
            None => goal,
        },
        outcome: outcome.and_then(|outcome| outcome.shown_value(data)),
        target: target.shown_value(data)?,
        high: shown_high(target, data),
        look: outcome.map_or(Look::Target, |outcome| look(outcome.kind)),
    })
}

fn words(
    name: &str,
    target: &Observation<'_>,
    outcome: Option<&Observation<'_>>,
    lang: Lang,
) -> String {
    let goal = figure::line(target, lang);
    let result = outcome.map(|o| (label::kind(o.kind).get(lang), figure::line(o, lang)));
    match (result, lang) {
        (Some((kind, result)), Lang::Zh) => format!("{name}目标{goal}，{kind}{result}"),
        (None, Lang::Zh) => format!("{name}目标{goal}，结果待公布"),
        (Some((kind, result)), Lang::En) => {
            format!("{name}: target {goal}, {} {result}", kind.to_lowercase())
        }
        (None, Lang::En) => format!("{name}: target {goal}, outcome not yet published"),
    }
}

fn sentence(named: &[String], known: usize, lang: Lang) -> String {
    let all = named.len();
    let shown = named.iter().take(NAMED).map(String::as_str);
    let (between, more) = match lang {
        Lang::Zh => ("；", if all > NAMED { "；等" } else { "" }),
        Lang::En => ("; ", if all > NAMED { "; and more" } else { "" }),
    };
    let list: Vec<&str> = shown.collect();
    let list = list.join(between);
    match (all, lang) {
        (0, _) => Msg::NoTargetsToDraw.get(lang).to_owned(),
        (_, Lang::Zh) => format!("共{all}项目标，{known}项已有结果。{list}{more}。"),
        (_, Lang::En) => format!("{all} targets, {known} with an outcome. {list}{more}."),
    }
}

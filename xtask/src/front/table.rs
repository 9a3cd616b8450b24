//! The headline figures of a data package as plain HTML, in one language.
//!
//! What stands in a row is what the board's card of the indicator says, by the same functions.

use guatu::assess::Assessed;
use guatu::dataset::{Code, Dataset, Lang, Observation, Row};
use guatu::query::board::{Card, Heading, Section, by_plan};
use guatu::query::documents::in_order_of_use;
use guatu::query::{FacetIndex, Filters, Selection};
use guatu::text::{Front, Msg, figure, label, outcome, period, proof, source};

use super::{code_of, escaped};

/// The columns.
const HEADS: [Msg; 5] = [
    Msg::ColumnIndicator,
    Msg::OutcomeFigure,
    Msg::KindTarget,
    Msg::FacetStatus,
    Msg::ColumnSource,
];

/// The board of a package, narrowed to its headline indicators.
pub struct Headlines<'a> {
    data: &'a Dataset,
    index: FacetIndex,
    sections: Vec<Section>,
}

impl<'a> Headlines<'a> {
    /// The sections in the order of the board, without those that hold no headline indicator.
    pub fn new(data: &'a Dataset) -> Self {
        let index = FacetIndex::new(data);
        let all = Selection::new(data, &index, &Filters::default());
        let mut sections = by_plan(data, index.ledger(), &all);
        for section in &mut sections {
            let is_headline =
                |card: &Card| data.indicator(card.indicator).is_some_and(|i| i.headline);
            section.cards.retain(is_headline);
        }
        sections.retain(|section| !section.cards.is_empty());
        Self {
            data,
            index,
            sections,
        }
    }

    /// The indicators, each once, in the order of the board.
    pub fn indicators(&self) -> Vec<Code> {
        let mut known = Vec::new();
        for card in self.cards() {
            if !known.contains(&card.indicator) {
                known.push(card.indicator);
            }
        }
        known
    }

    /// The tables, a table a section, with the documents that their figures are printed in.
    pub fn html(&self, lang: Lang) -> String {
        let tables: String = self
            .sections
            .iter()
            .map(|section| self.table(section, lang))
            .collect();
        let documents = in_order_of_use(self.data, &mut self.cards().filter_map(Card::shown));
        let documents = documents
            .iter()
            .filter_map(|code| self.data.documents.get(usize::from(*code)));
        let documents =
            documents.map(|document| format!("<li>{}</li>", escaped(document.title.get(lang))));
        let documents: String = documents.collect();
        format!(
            "<section class=\"headlines\" lang=\"{}\"><h1>{}</h1><p>{}</p>{tables}\
             <h2>{}</h2><ol>{documents}</ol><p>{} {}</p></section>\n",
            code_of(lang),
            escaped(self.data.title.get(lang)),
            Front::Sentence.get(lang),
            Msg::Sources.get(lang),
            Msg::Edition.get(lang),
            escaped(&self.data.edition),
        )
    }

    fn cards(&self) -> impl Iterator<Item = &Card> {
        self.sections.iter().flat_map(|section| &section.cards)
    }

    fn table(&self, section: &Section, lang: Lang) -> String {
        let heads = HEADS.map(|head| format!("<th scope=\"col\">{}</th>", head.get(lang)));
        let heads = heads.concat();
        let rows: String = section
            .cards
            .iter()
            .map(|card| self.row(card, lang))
            .collect();
        let [title, detail] = self.heading(section, lang).map(|words| escaped(&words));
        format!(
            "<table><caption>{title} <small>{detail}</small></caption>\
             <thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>\n"
        )
    }

    /// A section's title, and whose it is.
    fn heading(&self, section: &Section, lang: Lang) -> [String; 2] {
        let area = |code: Code| {
            let area = self.data.area(code);
            area.map_or_else(String::new, |area| area.name.get(lang).to_string())
        };
        match section.heading {
            Heading::Plan { area: place, plan } => {
                let plan = self.data.plans.get(usize::from(plan));
                let when = plan.map(|plan| period::words(plan.period, lang));
                let title = plan.map_or_else(String::new, |plan| label::plan(plan, lang));
                [
                    title,
                    format!("{} · {}", area(place), when.unwrap_or_default()),
                ]
            }
            Heading::Year { area: place, year } => {
                let between = if lang == Lang::Zh { "" } else { " " };
                let title = format!("{year}{between}{}", Msg::YearResults.get(lang));
                [title, area(place)]
            }
            Heading::Theme(theme) => {
                let theme = self.data.themes.get(usize::from(theme));
                let title =
                    theme.map_or_else(String::new, |theme| theme.name.get(lang).to_string());
                [title, String::new()]
            }
        }
    }

    fn row(&self, card: &Card, lang: Lang) -> String {
        let indicator = self.data.indicator(card.indicator);
        let name = indicator.map_or("", |indicator| indicator.name.get(lang));
        let target = self.figure(card.target);
        let printed = self.figure(card.shown()).map_or_else(String::new, |shown| {
            let document = label::document(self.data, shown.document, lang);
            let line = source::line(shown.line, lang);
            format!("{} <small>{}</small>", escaped(&document), escaped(&line))
        });
        let target_words = target.map_or_else(String::new, |target| {
            let when = kind_and_when(&target, lang);
            figure_and_when(&figure::line(&target, lang), &when)
        });
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{target_words}</td><td>{}</td><td>{printed}</td></tr>\n",
            escaped(name),
            self.outcome(card, lang),
            self.status(card, lang),
        )
    }

    /// What became of it: the figure that decided, with its kind and its time; or what was known before.
    fn outcome(&self, card: &Card, lang: Lang) -> String {
        if let Some(judged) = self.judged(card, lang) {
            let kinds = judged.kinds.iter().map(|kind| label::kind(*kind).get(lang));
            let kinds: Vec<&str> = kinds.collect();
            let when = format!("{} · {}", label::listed(&kinds, lang), judged.period);
            return figure_and_when(&judged.figure, &when);
        }
        if let Some(outcome) = self.figure(card.outcome) {
            let when = kind_and_when(&outcome, lang);
            return figure_and_when(&figure::line(&outcome, lang), &when);
        }
        self.figure(card.earlier)
            .map_or_else(String::new, |earlier| {
                let known = [
                    period::of(&earlier, lang),
                    figure::with_kind(&earlier, lang),
                ];
                let known = known.join(if lang == Lang::Zh { "" } else { ", " });
                let words = label::headed(Msg::KnownBefore.get(lang), &known, lang);
                format!("<small>{}</small>", escaped(&words))
            })
    }

    fn judged(&self, card: &Card, lang: Lang) -> Option<outcome::Judged> {
        let target = self.figure(card.target).filter(|_| card.is_judged)?;
        outcome::judged(self.data, self.assessed(card)?, &target, lang)
    }

    fn status(&self, card: &Card, lang: Lang) -> String {
        self.assessed(card).map_or_else(String::new, |one| {
            let code = one.assessment.judgement.status.code();
            let words = escaped(&proof::status(one, lang));
            format!("<span data-status=\"{code}\">{words}</span>")
        })
    }

    fn assessed(&self, card: &Card) -> Option<&Assessed> {
        self.index.ledger().get(card.target?)
    }

    fn figure(&self, row: Option<Row>) -> Option<Observation<'a>> {
        self.data.observation(row?)
    }
}

fn kind_and_when(figure: &Observation<'_>, lang: Lang) -> String {
    let kind = label::kind(figure.kind).get(lang);
    format!("{kind} · {}", period::of(figure, lang))
}

fn figure_and_when(figure: &str, when: &str) -> String {
    format!(
        "<b>{}</b> <small>{}</small>",
        escaped(figure),
        escaped(when)
    )
}

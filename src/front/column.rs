//! The columns of the headline figures: what a card of the board says, a cell each.

use crate::assess::{Assessed, Ledger};
use crate::dataset::{Dataset, Lang, Observation, Row};
use crate::query::board::Card;
use crate::text::{Msg, escaped, figure, label, outcome, period, proof, source};

/// What is said of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What became of it: the figure that decided.
    Outcome,
    /// What was to be.
    Target,
    /// What was known before, where nothing is known since.
    Earlier,
    /// How the target stands.
    Status,
    /// The document that prints the figure.
    Document,
    /// Where in it.
    Line,
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Self; 6] = [
        Self::Outcome,
        Self::Target,
        Self::Earlier,
        Self::Status,
        Self::Document,
        Self::Line,
    ];

    /// What stands over it.
    pub const fn head(self) -> Msg {
        match self {
            Self::Outcome => Msg::OutcomeFigure,
            Self::Target => Msg::KindTarget,
            Self::Earlier => Msg::KnownBefore,
            Self::Status => Msg::FacetStatus,
            Self::Document => Msg::ColumnSource,
            Self::Line => Msg::ColumnLine,
        }
    }

    /// Whether its cells need their head where a narrow page has none: figures alone do not say what they are.
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::Outcome | Self::Target | Self::Earlier)
    }

    /// Whether it is said once, over the table, where it is the same in every row.
    pub const fn is_shared(self) -> bool {
        matches!(self, Self::Status | Self::Document)
    }
}

/// What the cells of a table are written from.
pub struct Cells<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// How the targets stand.
    pub ledger: &'a Ledger,
    /// The language.
    pub lang: Lang,
    /// The period of the table, in words: figures of it do not repeat it.
    pub when: &'a str,
}

impl<'a> Cells<'a> {
    /// A cell as HTML; empty where there is nothing to say.
    pub fn cell(&self, column: Column, card: &Card) -> String {
        let lang = self.lang;
        let printed = self.figure(card.shown());
        match column {
            Column::Outcome => self.outcome(card),
            Column::Target => self.figure(card.target).map_or_else(String::new, |target| {
                let when = self.when_other(&period::of(&target, lang));
                format!("<i>{}</i>{when}", escaped(&figure::line(&target, lang)))
            }),
            Column::Earlier => self.earlier(card),
            Column::Status => self.assessed(card).map_or_else(String::new, |one| {
                let code = one.assessment.judgement.status.code();
                let words = escaped(&proof::status(&one, lang));
                format!("<span data-status=\"{code}\">{words}</span>")
            }),
            Column::Document => printed.map_or_else(String::new, |shown| {
                escaped(&label::document(self.data, shown.document, lang))
            }),
            Column::Line => printed.map_or_else(String::new, |shown| {
                escaped(&source::line(shown.line, lang))
            }),
        }
    }

    fn outcome(&self, card: &Card) -> String {
        let lang = self.lang;
        let (words, kinds, when) = if let Some(judged) = self.judged(card) {
            let kinds = judged.kinds.iter().map(|kind| label::kind(*kind).get(lang));
            let kinds: Vec<&str> = kinds.collect();
            (judged.figure, label::listed(&kinds, lang), judged.period)
        } else if let Some(outcome) = self.figure(card.outcome) {
            let kind = label::kind(outcome.kind).get(lang).to_owned();
            (
                figure::line(&outcome, lang),
                kind,
                period::of(&outcome, lang),
            )
        } else {
            return String::new();
        };
        let when = self.when_other(&when);
        format!(
            "<b>{}</b> <small>{}</small>{when}",
            escaped(&words),
            escaped(&kinds)
        )
    }

    fn earlier(&self, card: &Card) -> String {
        let earlier = self.figure(card.earlier).filter(|_| card.outcome.is_none());
        earlier.map_or_else(String::new, |earlier| {
            let between = if self.lang == Lang::Zh { "" } else { ", " };
            let when = period::of(&earlier, self.lang);
            escaped(&[when, figure::with_kind(&earlier, self.lang)].join(between))
        })
    }

    /// A period behind its figure, unless it is that of the whole table.
    fn when_other(&self, when: &str) -> String {
        if when == self.when {
            return String::new();
        }
        format!(" <small>{}</small>", escaped(when))
    }

    fn judged(&self, card: &Card) -> Option<outcome::Judged> {
        let target = self.figure(card.target).filter(|_| card.is_judged)?;
        outcome::judged(self.data, &self.assessed(card)?, &target, self.lang)
    }

    fn assessed(&self, card: &Card) -> Option<Assessed> {
        self.ledger.get(self.data, card.target?)
    }

    fn figure(&self, row: Option<Row>) -> Option<Observation<'a>> {
        self.data.observation(row?)
    }
}

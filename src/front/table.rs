//! The headline figures of a data package as plain HTML, in one language: how the targets stand, then a
//! table a plan.
//!
//! What stands in a row is what the board's card of the indicator says, by the same functions.

use crate::dataset::{Class, Code, Dataset, Lang};
use crate::order;
use crate::query::board::{Board, Card, Heading, Section, targets};
use crate::query::documents::in_order_of_use;
use crate::query::strip::{Tally, tallies};
use crate::query::{FacetIndex, Filters, Selection};
use crate::text::{Front, Msg, escaped, label, number, period};

use super::code_of;
use super::column::{Cells, Column};

/// The board of a package, narrowed to its headline indicators.
pub struct Headlines<'a> {
    data: &'a Dataset,
    index: &'a FacetIndex,
    sections: Vec<Section>,
    /// How all targets stand.
    tallies: Vec<Tally>,
}

impl<'a> Headlines<'a> {
    /// The sections that hold headline indicators: those of which an outcome is known before the others,
    /// each in the order of the board.
    pub fn new(data: &'a Dataset, index: &'a FacetIndex) -> Self {
        let filters = Filters::default();
        let all = Selection::new(data, index, &filters);
        let mut sections = Board::new(data, index, &all).by_plan(usize::MAX);
        let tallies = tallies(data, index.ledger(), (&filters, &all), targets(index));
        for section in &mut sections {
            let is_headline =
                |card: &Card| data.indicator(card.indicator).is_some_and(|i| i.headline);
            section.cards.retain(is_headline);
        }
        sections.retain(|section| !section.cards.is_empty());
        order::sort_by_key(&mut sections, |section| {
            section.cards.iter().all(|card| card.outcome.is_none())
        });
        Self {
            data,
            index,
            sections,
            tallies,
        }
    }

    /// The indicators, each once, in the order of the page.
    pub fn indicators(&self) -> Vec<Code> {
        let mut known = Vec::new();
        for card in self.cards() {
            if !known.contains(&card.indicator) {
                known.push(card.indicator);
            }
        }
        known
    }

    /// The counts and the tables, a table a section, with the documents that their figures are printed in.
    pub fn html(&self, lang: Lang) -> String {
        let tables = self
            .sections
            .iter()
            .map(|section| self.table(section, lang));
        let tables: String = tables.collect();
        let counts: String = self.tallies.iter().map(|one| tally(one, lang)).collect();
        let documents = in_order_of_use(self.data, &mut self.cards().filter_map(Card::shown));
        let documents = documents
            .iter()
            .filter_map(|code| self.data.documents.get(usize::from(*code)));
        let documents =
            documents.map(|document| format!("<li>{}</li>", escaped(document.title.get(lang))));
        let documents: String = documents.collect();
        let other = match lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        let [code, other] = [lang, other].map(code_of);
        format!(
            "<section class=\"headlines\" id=\"{code}\" lang=\"{code}\"><h1>{}</h1>\
             <p>{} {} {} <a href=\"#{other}\" lang=\"{other}\">{}</a></p>\
             <ul>{counts}</ul>{tables}<h2>{}</h2><ol>{documents}</ol></section>\n",
            escaped(self.data.title.get(lang)),
            Front::Sentence.get(lang),
            Msg::Edition.get(lang),
            escaped(&self.data.edition),
            Msg::OtherLanguage.get(lang),
            Msg::Sources.get(lang),
        )
    }

    fn cards(&self) -> impl Iterator<Item = &Card> {
        self.sections.iter().flat_map(|section| &section.cards)
    }

    /// A column that has nothing to say is left out; one that says the same of every row says it once.
    fn table(&self, section: &Section, lang: Lang) -> String {
        let [title, area, when] = self.heading(section, lang);
        let cells = Cells {
            data: self.data,
            ledger: self.index.ledger(),
            lang,
            when: &when,
        };
        let mut said = vec![escaped(&area)];
        if matches!(section.heading, Heading::Plan { .. }) {
            said.push(escaped(&when));
        }
        let over = |head: Msg| ["<th scope=\"col\">", head.get(lang), "</th>"].concat();
        let mut heads = over(Msg::ColumnIndicator);
        let mut rows: Vec<String> = section
            .cards
            .iter()
            .map(|card| self.name(card, lang))
            .collect();
        for column in Column::ALL {
            let column_cells = section.cards.iter().map(|card| cells.cell(column, card));
            let column_cells: Vec<String> = column_cells.collect();
            let first = column_cells.first().cloned().unwrap_or_default();
            let is_same = column_cells.iter().all(|cell| *cell == first);
            if is_same && (first.is_empty() || column.is_shared()) {
                said.extend(Some(first).filter(|words| !words.is_empty()));
                continue;
            }
            heads.push_str(&over(column.head()));
            for (row, cell) in rows.iter_mut().zip(column_cells) {
                let start = if column.is_figure() && !cell.is_empty() {
                    format!("<td data-head=\"{}\">", column.head().get(lang))
                } else {
                    "<td>".to_owned()
                };
                row.push_str(&[&start, &*cell, "</td>"].concat());
            }
        }
        let rows = rows.iter().map(|row| ["<tr>", row, "</tr>\n"].concat());
        let rows: String = rows.collect();
        format!(
            "<table><caption>{} <small>{}</small></caption>\
             <thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>\n",
            escaped(&title),
            said.join(" · "),
        )
    }

    /// An indicator, and whether its target binds.
    fn name(&self, card: &Card, lang: Lang) -> String {
        let indicator = self.data.indicator(card.indicator);
        let name = indicator.map_or("", |indicator| indicator.name.get(lang));
        let target = card.target.and_then(|row| self.data.observation(row));
        let mark = match target.and_then(|target| target.class) {
            Some(Class::Binding) => Msg::ClassBindingShort,
            Some(Class::Anticipatory) => Msg::ClassAnticipatoryShort,
            None => return format!("<th scope=\"row\">{}</th>", escaped(name)),
        };
        let mark = mark.get(lang);
        format!("<th scope=\"row\">{} <em>{mark}</em></th>", escaped(name))
    }

    /// A section's title, whose it is, and its period.
    fn heading(&self, section: &Section, lang: Lang) -> [String; 3] {
        let area = |code: Code| {
            let area = self.data.area(code);
            area.map_or_else(String::new, |area| area.name.get(lang).to_string())
        };
        let of_cards = section.cards.first();
        let when = of_cards.map_or_else(String::new, |card| period::words(card.period, lang));
        match section.heading {
            Heading::Plan { area: place, plan } => {
                let plan = self.data.plans.get(usize::from(plan));
                let title = plan.map_or_else(String::new, |plan| label::plan(plan, lang));
                [title, area(place), when]
            }
            Heading::Year { area: place, year } => {
                let between = if lang == Lang::Zh { "" } else { " " };
                let title = format!("{year}{between}{}", Msg::YearResults.get(lang));
                [title, area(place), when]
            }
            Heading::Theme(theme) => {
                let theme = self.data.themes.get(usize::from(theme));
                let title =
                    theme.map_or_else(String::new, |theme| theme.name.get(lang).to_string());
                [title, String::new(), when]
            }
        }
    }
}

/// How many targets of a class there are, and how they stand.
fn tally(tally: &Tally, lang: Lang) -> String {
    let name = match tally.class {
        Some(Class::Binding) => Msg::BindingTargets,
        Some(Class::Anticipatory) => Msg::AnticipatoryTargets,
        None => Msg::OtherTargets,
    };
    let counts = tally.counts.iter().map(|(status, count)| {
        let words = label::status(*status).get(lang);
        let count = number::count(*count, lang);
        format!(
            " <span data-status=\"{}\">{words} {count}</span>",
            status.code()
        )
    });
    let counts: String = counts.collect();
    let all = number::count(tally.all(), lang);
    format!("<li><b>{} {all}</b>{counts}</li>", name.get(lang))
}

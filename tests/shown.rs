//! The number that is shown beside a status is the one that was judged: on cards, in bullets with their
//! tables, and on the pages of units.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::chart::{Bullet, Chart, Look};
use guatu::dataset::{Dataset, Lang, Row, Tables, load};
use guatu::export::Table;
use guatu::plot::{Listing, Plot, Point, bullets};
use guatu::query::board::{Card, cards};
use guatu::query::duties::{duties, named};
use guatu::query::{Facet, FacetIndex, Filters, Selection};
use guatu::text::outcome::{self, Judged};
use guatu::text::proof;

/// A sum in three parts of which the last is of a part of a year, an average growth, and a level whose newest
/// figure is of a part of a year.
const OUTCOMES: [[&str; 5]; 8] = [
    ["jobs-added", "2021", "actual", "1.8", "person-10k"],
    ["jobs-added", "2022", "estimate", "2.3", "person-10k"],
    [
        "jobs-added",
        "2023-01/2023-09",
        "to_date",
        "1.5",
        "person-10k",
    ],
    ["gdp-growth", "2021", "actual", "9.6", "percent"],
    ["gdp-growth", "2022", "actual", "4.1", "percent"],
    ["retail-sales", "2021", "actual", "700", "yuan-100m"],
    ["retail-sales", "2022", "actual", "755", "yuan-100m"],
    [
        "retail-sales",
        "2023-01/2023-09",
        "to_date",
        "612.5",
        "yuan-100m",
    ],
];

struct Built {
    data: Dataset,
    index: FacetIndex,
}

impl Built {
    fn new() -> Self {
        let mut tables = Tables::built_in();
        let mut text = tables.get("observations.csv").expect("figures").to_owned();
        for (n, [indicator, period, kind, value, unit]) in OUTCOMES.iter().enumerate() {
            let id = format!("wuchang-2020-plan-1-9{n}");
            let place = "wuchang-2020-plan,1,made up";
            let what = [
                &id, place, indicator, "420106", period, "printed", kind, "=", value,
            ];
            text += &what.join(",");
            text += &["", "", unit, ",,,,,made up,,,\n"].join(",");
        }
        tables.insert("observations.csv", text);
        let data = load(&tables).expect("a valid package");
        let index = FacetIndex::new(&data);
        Self { data, index }
    }

    fn select(&self, choices: &[(Facet, &str)]) -> Selection {
        let mut filters = Filters::default();
        for (facet, value) in choices {
            let code = facet.find(&self.data, value).expect("a choice");
            filters.toggle(*facet, code);
        }
        Selection::new(&self.data, &self.index, &filters)
    }

    /// The card of Wuchang's five-year target of an indicator.
    fn card(&self, indicator: &str, choices: &[(Facet, &str)]) -> Card {
        let code = self.data.indicator_code(indicator).expect("an indicator");
        let all = cards(&self.data, &self.index, &self.select(choices));
        let mut own = all.into_iter().filter(|card| card.indicator == code);
        let is_it = |card: &Card| {
            let target = card.target.and_then(|row| self.data.observation(row));
            target.is_some_and(|o| &*o.area.code == "420106" && o.period.last_year() == 2025)
        };
        own.find(is_it).expect("its card")
    }

    fn judged(&self, target: Row, lang: Lang) -> Judged {
        let one = self
            .index
            .ledger()
            .get(&self.data, target)
            .expect("a target");
        let target = self.data.observation(target).expect("a target");
        outcome::judged(&self.data, &one, &target, lang).expect("an outcome")
    }

    fn bullets(&self, indicator: &str, choices: &[(Facet, &str)], lang: Lang) -> Plot {
        let code = self.data.indicator_code(indicator).expect("an indicator");
        let selection = self.select(choices);
        bullets(&self.data, &self.index, &[code], &selection, lang)
    }

    /// The bullet of the five-year target, and whether it was judged by what is shown.
    fn bullet<'a>(&self, plot: &'a Plot) -> (&'a Bullet, bool) {
        let Chart::Bullets(chart) = &plot.chart else {
            panic!("bullets");
        };
        let rows = chart.rows.iter().zip(&plot.points);
        let mut own = rows.filter_map(|(row, point)| match point {
            Point::Pair {
                target, is_judged, ..
            } => {
                let target = self.data.observation(*target)?;
                (target.period.last_year() == 2025).then_some((row, *is_judged))
            }
            _ => None,
        });
        own.next().expect("its row")
    }
}

fn is_near(known: Option<f64>, value: f64) -> bool {
    known.is_some_and(|known| (known - value).abs() < 0.005)
}

#[test]
fn a_card_shows_what_several_outcomes_come_to_and_no_newer_part_of_a_year() {
    let built = Built::new();
    for (indicator, words, period, value, several) in [
        (
            "jobs-added",
            "累计5.6万人",
            "2021年1月—2023年9月",
            5.6,
            true,
        ),
        ("gdp-growth", "年均6.81%", "2021—2022年", 6.81, true),
        ("retail-sales", "755亿元", "2022年", 755.0, false),
    ] {
        // With all figures, and where the filters leave the targets alone.
        for choices in [&[][..], &[(Facet::Kind, "target")]] {
            let card = built.card(indicator, choices);
            assert!(card.is_judged, "{indicator}");
            let judged = built.judged(card.target.expect("a target"), Lang::Zh);
            let known = (&*judged.figure, &*judged.period, judged.is_several);
            assert_eq!(known, (words, period, several));
            assert!(is_near(judged.value, value), "{judged:?}");
            let shown = card.outcome.and_then(|row| built.data.observation(row));
            let shown = shown.expect("an outcome");
            assert!(several || is_near(shown.shown_value(&built.data), value));
        }
    }
    let target = built.card("jobs-added", &[]).target.expect("a target");
    let judged = built.judged(target, Lang::Zh);
    assert_eq!(judged.parts(), ["累计", "5.6", "万人"]);
    let judged = built.judged(target, Lang::En);
    assert_eq!(judged.parts(), ["", "56,000", " persons in total"]);
}

#[test]
fn a_filter_that_leaves_out_a_part_leaves_no_status_beside_the_rest() {
    let built = Built::new();
    let choices = [(Facet::Period, "2022"), (Facet::Kind, "estimate")];
    let card = built.card("jobs-added", &choices);
    assert!(!card.is_judged);
    let plot = built.bullets("jobs-added", &choices, Lang::Zh);
    let (bullet, is_judged) = built.bullet(&plot);
    assert!(!is_judged && is_near(bullet.outcome, 2.3));
    assert!(bullet.head.figure.starts_with("预计 2.3万人"));
    let standing = bullet.head.standing.as_ref().expect("words");
    assert_eq!(standing.words, "所示非评估所依据的结果");
    // A newer part of a year alone was not judged either.
    let card = built.card("retail-sales", &[(Facet::Kind, "to_date")]);
    assert!(!card.is_judged);
}

#[test]
fn a_bullet_has_its_bar_label_sentence_and_tables_from_what_was_judged() {
    let built = Built::new();
    for (indicator, value, look, label, en) in [
        (
            "jobs-added",
            5.6,
            Look::Estimate,
            "2021年1月—2023年9月累计5.6万人",
            "56,000 persons in total Jan 2021 – Sep 2023",
        ),
        (
            "gdp-growth",
            6.81,
            Look::Actual,
            "2021—2022年年均6.81%",
            "6.81% a year on average 2021–2022",
        ),
        (
            "retail-sales",
            755.0,
            Look::Actual,
            "实际 755亿元",
            "75.5 billion yuan",
        ),
    ] {
        let plot = built.bullets(indicator, &[], Lang::Zh);
        let (bullet, is_judged) = built.bullet(&plot);
        assert!(is_judged && is_near(bullet.outcome, value), "{bullet:?}");
        assert_eq!(bullet.look, look);
        let head = &bullet.head.figure;
        assert!(head.starts_with(&format!("{label} · 目标")), "{head}");
        let said = label.replace(' ', "");
        assert!(plot.sentence.contains(&said), "{}", plot.sentence);
        let english = built.bullets(indicator, &[], Lang::En).sentence;
        assert!(english.contains(en), "{english}");
    }
    let plot = built.bullets("jobs-added", &[], Lang::Zh);
    let Listing::Figures(rows) = &plot.listing else {
        panic!("figures");
    };
    let target = built.card("jobs-added", &[]).target.expect("a target");
    let one = built
        .index
        .ledger()
        .get(&built.data, target)
        .expect("a target");
    for part in one.deciding() {
        assert!(rows.contains(&part), "every part is listed");
    }
    let table = Table::of(&built.data, built.index.ledger(), &plot.listing, Lang::Zh);
    let status = proof::status(&one, Lang::Zh);
    let cell = format!("\t{status}：2021年1月—2023年9月累计5.6万人\n");
    assert!(table.tsv().contains(&cell), "{}", table.tsv());
}

#[test]
fn the_page_of_a_unit_shows_what_was_judged() {
    let built = Built::new();
    let target = built.card("jobs-added", &[]).target.expect("a target");
    let units = 0..u16::try_from(built.data.organisations.len()).expect("a code");
    let rows = units.flat_map(|unit| named(&duties(&built.data, unit)));
    let mut own = rows.map(|(_, row)| row).filter(|row| *row == target);
    let own = own.next().expect("a unit answers for it");
    let judged = built.judged(own, Lang::Zh);
    assert_eq!(judged.figure, "累计5.6万人");
    assert_eq!(judged.kinds.len(), 3);
}

//! Proof cards: what a reader sees of each rule, in both languages.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::assess::Ledger;
use guatu::dataset::{Dataset, Lang, Tables, load};
use guatu::text::proof;

/// The project's data with these rows of figures added.
fn with(added: &[&str]) -> Dataset {
    let mut tables = Tables::built_in();
    let figures = tables.get("observations.csv").expect("figures").to_owned();
    tables.insert(
        "observations.csv",
        format!("{}\n{}", figures.trim_end(), added.join("\n")),
    );
    load(&tables).expect("a valid package")
}

/// An outcome of an indicator of Wuchang, printed on a line of its 2020 plan.
fn outcome(indicator: &str, period: &str, kind: &str, value: &str, unit: &str) -> String {
    format!(
        "wuchang-2020-plan-1-{indicator}-{},wuchang-2020-plan,1,第一部分,{indicator},420106,{period},printed,{kind},=,{value},,{unit},,,,,,2020,,,",
        period.replace('/', "-")
    )
}

fn card(data: &Dataset, target: &str, lang: Lang) -> String {
    let ledger = Ledger::new(data);
    let found = ledger.iter().find(|one| {
        let figure = data.observation(one.target);
        figure.is_some_and(|figure| figure.id == target)
    });
    proof::text(data, found.expect("a target"), lang)
}

#[test]
fn the_card_of_every_target_says_its_rule_and_its_figures() {
    let data = with(&[]);
    let ledger = Ledger::new(&data);
    for one in ledger.iter() {
        for lang in [Lang::Zh, Lang::En] {
            let card = proof::proof(&data, one, lang);
            assert!(!card.status.is_empty() && !card.rule.is_empty());
            assert_eq!(card.figures[0].1, one.target);
            let text = proof::text(&data, one, lang);
            assert!(!text.contains("NaN") && !text.contains(" inf "), "{text}");
        }
    }
}

/// The lines of a card that are formulas or follow from them.
fn lines(data: &Dataset, target: &str, lang: Lang) -> Vec<String> {
    let card = card(data, target, lang);
    let lines = card
        .lines()
        .filter(|line| line.contains('=') || line.contains("若以") || line.contains("余下"));
    lines.map(str::to_owned).collect()
}

#[test]
fn a_missed_target_is_proved_with_its_numbers_and_their_places() {
    let card = card(&with(&[]), "wuchang-2020-plan-55-1", Lang::Zh);
    let title =
        "关于武昌区2020年国民经济和社会发展计划执行情况与2021年国民经济和社会发展计划草案的报告";
    let expected = [
        "全社会固定资产投资增速 · 武昌区 · 2020年",
        "未完成（预计）",
        "规则4：目标与结果都对应整个目标期，达到目标值为完成，否则为未完成。",
        &format!("目标：2020年 15% — {title} 第55行 “15%”"),
        &format!("结果：2020年 预计−6.7% — {title} 第59行 “-6.7%”"),
        "差距 = (−6.7) − 15 = −21.7个百分点",
        "预计：所据结果为文件的预计数。",
        "评估方法第1版",
    ];
    assert_eq!(card.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_status_that_cannot_be_decided_says_what_the_document_says() {
    let card = card(&with(&[]), "wuchang-2020-plan-47-1", Lang::En);
    assert!(card.contains("Not assessable (provisional)"), "{card}");
    assert!(card.contains("not expected to meet the target"), "{card}");
    assert!(
        card.contains("The document says that the target is not met"),
        "{card}"
    );
}

#[test]
fn sums_levels_and_growth_are_redone_from_the_card() {
    let data = with(&[
        &outcome("jobs-added", "2021", "actual", "1.8", "person-10k"),
        &outcome("jobs-added", "2022", "actual", "2.3", "person-10k"),
        &outcome("gdp-growth", "2021", "actual", "7.2", "percent"),
        &outcome("gdp-growth", "2022", "actual", "5", "percent"),
        &outcome("retail-sales", "2023", "actual", "900", "yuan-100m"),
        &outcome(
            "major-projects",
            "2021-01/2021-09",
            "to_date",
            "150",
            "item",
        ),
    ]);
    let plan = "wuchang-14fyp-task-division";
    assert_eq!(
        lines(&data, &format!("{plan}-102-1"), Lang::Zh),
        [
            "累计 = 1.8 + 2.3 = 4.1万人",
            "完成份额 = 4.1 ÷ 10.5 = 39.05%",
            "时间份额 = 2年 ÷ 5年 = 40%",
            "进度差 = 39.05% − 40% = −0.95个百分点",
            "余下时间平均每月需完成0.1778万人。",
            "若以迄今的平均速度延续，到期末为10.25万人。此为匀速假设，不是预测。",
        ]
    );
    assert_eq!(
        lines(&data, &format!("{plan}-74-9"), Lang::En),
        [
            "Share of the way = (90 − 57.6) ÷ (120 − 57.6) = 51.92%",
            "Share of time = 3 years ÷ 5 years = 60%",
            "Lead = 51.92% − 60% = −8.08 percentage points",
        ]
    );
    assert_eq!(
        lines(&data, &format!("{plan}-38-1"), Lang::Zh)[..2],
        [
            "迄今年均增速 = ((1 + 7.2%) × (1 + 5%))^(1/2) − 1 = 6.09%",
            "差距 = 6.09 − 7 = −0.91个百分点",
        ]
    );
    assert_eq!(
        lines(&data, "wuchang-2020-plan-147-1", Lang::Zh)[..3],
        [
            "完成份额 = 150 ÷ 210 = 71.43%",
            "时间份额 = 9个月 ÷ 12个月 = 75%",
            "进度差 = 71.43% − 75% = −3.57个百分点",
        ]
    );
}

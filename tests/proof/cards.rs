//! Cards of each rule, redone by hand from what is copied.

use guatu::assess::Ledger;
use guatu::dataset::{Dataset, Lang};
use guatu::text::proof::{self, Body};

use crate::sample::{decided, outcome, with};

const PLAN: &str = "wuchang-14fyp-task-division";

fn card(data: &Dataset, target: &str, lang: Lang) -> String {
    proof::text(data, &decided(data, target), &[], lang)
}

/// The lines of a card between two that begin so, the first included.
fn lines(data: &Dataset, target: &str, lang: Lang, from: &str, to: &str) -> Vec<String> {
    let card = card(data, target, lang);
    let lines = card.lines().skip_while(|line| !line.starts_with(from));
    let lines = lines.take_while(|line| !line.starts_with(to));
    lines.map(str::to_owned).collect()
}

#[test]
fn the_card_of_every_target_says_its_rule_and_its_figures() {
    let data = with(&[]);
    let ledger = Ledger::new(&data);
    for one in ledger.iter(&data) {
        for lang in [Lang::Zh, Lang::En] {
            let card = proof::proof(&data, &one, &[], lang);
            let first = card.lines.iter().find_map(|line| match &line.body {
                Body::Figure(_, row) => Some(*row),
                _ => None,
            });
            assert_eq!(first, Some(one.target));
            let text = proof::text(&data, &one, &[], lang);
            for wrong in ["NaN", " inf ", "{", "}", "：\n", "= \n"] {
                assert!(!text.contains(wrong), "{wrong} in {text}");
            }
        }
    }
}

#[test]
fn a_missed_target_is_proved_with_its_numbers_and_their_places() {
    let card = card(&with(&[]), "wuchang-2020-plan-55-1", Lang::Zh);
    let title =
        "关于武昌区2020年国民经济和社会发展计划执行情况与2021年国民经济和社会发展计划草案的报告";
    let section = "一、2020年国民经济和社会发展计划执行情况 / 2020年主要指标完成情况";
    let expected = [
        "全社会固定资产投资增速 · 武昌区 · 2020年",
        "未完成（预计）",
        "规则：第4条，目标与结果都对应整个目标期，达到目标值为完成，否则为未完成。",
        &format!("目标：2020年 15%（《{title}》{section}，第55行：“15%”）"),
        &format!("结果：2020年 预计−6.7%（《{title}》{section}，第59行：“-6.7%”）"),
        "与目标之差 = (−6.7) − 15 = −21.7个百分点",
        "判定：−6.7 < 15 → 未完成",
        "临界检验：末位各进退半个单位（目标 ±0.5、结果 ±0.05），结论不变",
        "说明：预计：所据数值为文件的预计数。",
        "数据版本2026.11.0，评估方法第1版",
    ];
    assert_eq!(card.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_status_that_cannot_be_decided_says_what_the_document_says() {
    let card = card(&with(&[]), "wuchang-2020-plan-47-1", Lang::En);
    for words in [
        "Not assessable (provisional)",
        "not expected to meet the target",
        "The document says that the target is not met; the target or the outcome is in words",
    ] {
        assert!(card.contains(words), "no {words} in {card}");
    }
}

#[test]
fn a_sum_is_redone_from_the_card() {
    let data = with(&[
        outcome("jobs-added", "2021", "actual", "1.8", "person-10k"),
        outcome("jobs-added", "2022", "actual", "2.3", "person-10k"),
    ]);
    assert_eq!(
        lines(
            &data,
            &format!("{PLAN}-102-1"),
            Lang::Zh,
            "时间：",
            "临界检验"
        ),
        [
            "时间：2021年1月1日至2025年12月31日；结果截至2022年12月31日，余36个月",
            "累计 = 1.8 + 2.3 = 4.1万人",
            "与目标之差 = 4.1 − 10.5 = −6.4万人",
            "完成进度 = 4.1 ÷ 10.5 = 39.05%",
            "时间进度（月） = 24 ÷ 60 = 40%",
            "进度差 = 39.05% − 40% = −0.95个百分点",
            "余期每月需完成 = (10.5 − 4.1) ÷ 36 = 0.1778万人",
            "期末推算值 = 4.1 ÷ 24 × 60 = 10.25万人",
            "判定：−5 ≤ −0.95 < 5 → 符合进度",
            "判定标准：进度差5个百分点及以上为快于进度，落后不超过5个百分点为符合进度，不超过15个百分点为略滞后，其余为滞后（本页自定，非官方标准）。",
        ]
    );
    let said = card(&data, &format!("{PLAN}-102-1"), Lang::En);
    assert!(
        said.contains("by the end of 2025 it comes to 102,500 persons, 97.62% of the target"),
        "{said}"
    );
}

#[test]
fn a_day_within_a_month_is_counted_as_a_part_of_that_month() {
    let data = with(&[outcome(
        "major-projects",
        "2021-01-01/2021-03-24",
        "to_date",
        "40",
        "item",
    )]);
    assert_eq!(
        lines(
            &data,
            "wuchang-2020-plan-147-1",
            Lang::Zh,
            "时间进度",
            "进度差"
        ),
        ["时间进度（月） = (2 + 24 ÷ 31) ÷ 12 = 23.12%"]
    );
}

#[test]
fn a_level_and_the_other_methods_are_redone_from_the_card() {
    let data = with(&[outcome(
        "retail-sales",
        "2023",
        "actual",
        "900.5",
        "yuan-100m",
    )]);
    assert_eq!(
        lines(
            &data,
            &format!("{PLAN}-74-9"),
            Lang::En,
            "Share of the way",
            "Bands"
        ),
        [
            "Share of the way = (90.05 − 57.6) ÷ (120 − 57.6) = 52%",
            "Share of time (months) = 36 ÷ 60 = 60%",
            "Lead = 52% − 60% = −8 percentage points",
            "Rise needed a year = (120 − 90.05) ÷ 2 = 14.98 billion yuan",
            "In the end at this pace = 57.6 + (90.05 − 57.6) ÷ 36 × 60 = 111.68 billion yuan",
            "Verdict: −15 ≤ −8 < −5 → Slightly behind",
        ]
    );
    assert_eq!(
        lines(
            &data,
            &format!("{PLAN}-74-9"),
            Lang::Zh,
            "增速比：",
            "按当前进度推算，"
        ),
        [
            "增速比：如期。加拿大统计局、Open SDG：≥ 0.95 如期，≥ 0.6 接近，≥ 0 过慢，< 0 方向相反。",
            "实际年均增速 = (900.5 ÷ 576)^(1/3) − 1 = 16.0612%",
            "所需年均增速 = (1200 ÷ 576)^(1/5) − 1 = 15.8115%",
            "增速比 = 16.0612% ÷ 15.8115% = 1.016",
            "外推：如期。联合国进展图、Eustat：≥ 95% 如期，≥ 10% 过慢，< 10% 停滞或倒退。",
            "期末推算值 = 576 × (900.5 ÷ 576)^(5/3) = 1212.9918",
            "目标实现程度 = (1212.9918 − 576) ÷ (1200 − 576) = 102.08%",
            "趋势：过慢。德国可持续发展指标：< 5% 或已达到为如期，≤ 20% 接近，> 20% 过慢；变动背离目标为方向相反。",
            "期末推算值 = 900.5 + (900.5 − 576) ÷ 3 × 2 = 1116.8333",
            "余下部分仍差 = (1200 − 1116.8333) ÷ (1200 − 900.5) = 27.77%",
        ]
    );
}

#[test]
fn an_average_growth_is_redone_from_the_card() {
    let data = with(&[
        outcome("gdp-growth", "2021", "actual", "7.2", "percent"),
        outcome("gdp-growth", "2022", "actual", "5", "percent"),
    ]);
    assert_eq!(
        lines(
            &data,
            &format!("{PLAN}-38-1"),
            Lang::Zh,
            "目前年均增速",
            "判定标准"
        ),
        [
            "目前年均增速 = ((1 + 7.2%) × (1 + 5%))^(1/2) − 1 = 6.09%",
            "与目标之差 = 6.09 − 7 = −0.91个百分点",
            "余期年均需增长 = ((1 + 7%)^5 ÷ ((1 + 7.2%) × (1 + 5%)))^(1/3) − 1 = 7.61%",
            "判定：−0.91 < −0.5 → 滞后",
        ]
    );
}

#[test]
fn the_first_numbers_are_done_time_rest_and_pace() {
    let data = with(&[outcome(
        "major-projects",
        "2021-01/2021-09",
        "to_date",
        "150",
        "item",
    )]);
    let facts = |lang| {
        let one = decided(&data, "wuchang-2020-plan-147-1");
        let card = proof::proof(&data, &one, &[], lang);
        let facts = card.facts.into_iter();
        let facts: Vec<String> = facts.map(|f| format!("{} {}", f.name, f.value)).collect();
        (facts, card.bar.expect("a bar"))
    };
    let (chinese, bar) = facts(Lang::Zh);
    assert_eq!(
        chinese,
        [
            "完成进度 71.43%",
            "时间进度 75%",
            "尚差 60项",
            "每月需完成 20项"
        ]
    );
    let limits = bar.limits.map(|(at, points)| format!("{at:.2} {points}"));
    assert_eq!(limits, ["0.60 −15", "0.70 −5", "0.80 5"]);
    assert_eq!(bar.words, "完成71.43%，时间已过75%");
    let (english, _) = facts(Lang::En);
    assert_eq!(
        english,
        [
            "Share done 71.43%",
            "Share of time 75%",
            "Remaining 60",
            "Needed a month 20"
        ]
    );
}

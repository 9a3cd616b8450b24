//! The table of golden charts: every form in every case.

use guatu::assess::{Flag, Status};
use guatu::chart::{
    Bar, Bullet, Bullets, Chart, Dumbbell, Dumbbells, End, Good, Head, Look, Pace, Progress, Rank,
    Ranked, Segment, Series, Shade, Stack, Stacked, Stage, Standing, Theme, Trend,
};
use guatu::dataset::Lang;
use guatu::text::number::{Digits, plain};
use guatu::text::{label, method};

use crate::samples::year;

/// What every form makes a chart of: a name, two figures, their unit.
type Item = (&'static str, f64, f64, &'static str);

/// A form's name in files, and the chart that it makes.
type Form = (&'static str, fn(&[Item]) -> Chart);

/// The forms.
pub const FORMS: [Form; 6] = [
    ("trend", trend),
    ("bullets", bullets),
    ("pace", pace),
    ("dumbbell", dumbbells),
    ("ranked", ranked),
    ("distribution", stacked),
];

/// A case: what is drawn, how wide in CSS pixels, and in which theme.
#[derive(Clone)]
pub struct Case {
    pub name: &'static str,
    pub items: Vec<Item>,
    pub width: u32,
    pub theme: Theme,
}

const USUAL: [Item; 4] = [
    ("地区生产总值", 1001.16, 1550.0, "亿元"),
    ("实际到位资金", 659.3, 686.8, "亿元"),
    ("新增停车泊位", 18596.0, 22000.0, "个"),
    ("城镇新增就业", 2.25, 2.25, "万人"),
];

const MANY: [Item; 12] = [
    ("地区生产总值", 101.0, 155.0, "亿元"),
    ("实际到位资金", 65.9, 68.6, "亿元"),
    ("社会消费品零售总额", 98.7, 57.6, "亿元"),
    ("一般公共预算收入", 86.87, 113.37, "亿元"),
    ("固定资产投资", 55.0, 120.0, "亿元"),
    ("招商引资总额", 130.0, 128.0, "亿元"),
    ("规模以上工业总产值", 12.0, 44.0, "亿元"),
    ("房屋征收", 76.53, 107.29, "亿元"),
    ("减税降费", 24.78, 48.3, "亿元"),
    ("城建投资", 68.46, 88.91, "亿元"),
    ("服务业增加值", 90.0, 140.0, "亿元"),
    ("外贸进出口总额", 33.0, 41.0, "亿元"),
];

const LONG: [Item; 3] = [
    (
        "规模以上工业企业研究与试验发展经费支出占主营业务收入的比重及其较上年同期的变化",
        4.2,
        5.0,
        "个百分点",
    ),
    (
        "城镇新增就业人数与帮扶困难人员实现再就业人数合计（不含灵活就业）",
        18.0,
        20.0,
        "万人次",
    ),
    ("社区", 7.0, 6.0, "个"),
];

const ENGLISH: [Item; 3] = [
    ("Gross domestic product", 100.116, 155.0, "billion yuan"),
    (
        "Investment in fixed assets, total, including rural households",
        65.93,
        68.68,
        "billion yuan",
    ),
    ("Parking spaces built", 18596.0, 22000.0, "spaces"),
];

const MISSING: [Item; 3] = [
    ("只有一方", 12.0, f64::NAN, "项"),
    ("两方齐全", 9.0, 12.0, "项"),
    ("数值残缺", f64::NAN, f64::INFINITY, "项"),
];

/// The cases.
pub fn cases() -> Vec<Case> {
    let case = |name, items: &[Item], width, theme| Case {
        name,
        items: items.to_vec(),
        width,
        theme,
    };
    let (light, dark) = (Theme::light, Theme::dark);
    let negative = [
        ("固定资产投资增速", -6.7, 15.0, "%"),
        ("预算收入增速", -20.0, -12.0, "%"),
        ("地区生产总值增速", 0.5, 7.5, "%"),
    ];
    let extremes = [
        ("极大", 8.2e11, 1.2e12, "元"),
        ("极小", 0.000_001, 0.000_003, "元"),
        ("零", 0.0, 5.0, "元"),
    ];
    vec![
        case("one", &USUAL[..1], 600, light()),
        case("many", &MANY, 760, light()),
        case("missing", &MISSING, 600, light()),
        case("negative", &negative, 600, light()),
        case("extremes", &extremes, 600, light()),
        case("long", &LONG, 600, light()),
        case("long-narrow", &LONG, 320, dark()),
        case("english", &ENGLISH, 600, dark()),
        case(
            "dark",
            &USUAL,
            600,
            Theme {
                ratio: 2.0,
                ..dark()
            },
        ),
        case("narrow", &USUAL, 340, light()),
        case(
            "selected",
            &USUAL,
            600,
            Theme {
                selected: Some(1),
                ..light()
            },
        ),
    ]
}

fn words(value: f64, unit: &str) -> String {
    let space = if unit.is_ascii() && unit != "%" {
        " "
    } else {
        ""
    };
    format!("{}{space}{unit}", plain(value, Lang::Zh))
}

/// How the target of a row stands: another status for each row, some with a word beside it.
fn standing(row: u32, item: &Item) -> Option<Standing> {
    let status = *Status::ALL.iter().cycle().nth(row as usize)?;
    let lang = if item.3.is_ascii() && item.3 != "%" {
        Lang::En
    } else {
        Lang::Zh
    };
    let words = label::status(status).get(lang);
    let flag = Flag::ALL.iter().cycle().nth(row as usize)?;
    let flag = method::flag(*flag, lang);
    Some(Standing {
        status,
        words: match (row % 3, lang) {
            (0, _) => words.to_owned(),
            (_, Lang::Zh) => format!("{words}（{flag}）"),
            (_, Lang::En) => format!("{words} ({flag})"),
        },
    })
}

fn head(item: &Item, figure: String, standing: Option<Standing>) -> Head {
    let (name, _, _, unit) = item;
    let detail = if unit.is_ascii() && *unit != "%" {
        "Wuchang · Jan–Sep 2020"
    } else {
        "武昌区 · 2020年1—9月"
    };
    Head {
        name: (*name).to_owned(),
        detail: detail.to_owned(),
        figure,
        standing,
    }
}

const EMPTY: &str = "没有可以画的数。";

/// Two series over the years from 2015 on; the unit is that of the first item.
fn trend(items: &[Item]) -> Chart {
    let series = |name: &str, first: u32, value: fn(&Item) -> f64| Series {
        name: name.to_owned(),
        spans: (first..)
            .zip(2015..)
            .zip(items)
            .map(|((point, at), item)| {
                let value = value(item);
                year(point, at, value, Look::Actual, &words(value, item.3))
            })
            .collect(),
    };
    let name = items.first().map_or("", |item| item.0);
    let mut first = series(name, 0, |item| item.1);
    // A target of the year equal to that of the plan, and a line that is broken.
    let target = first.spans.last().map(|last| last.value);
    if let Some(target) = target.filter(|value| value.is_finite()) {
        let label = words(target, "");
        first.spans.push(year(
            90,
            2019,
            target,
            Look::Target,
            &format!("2019年目标{label}"),
        ));
        first.spans.push(super::samples::span(
            91,
            (2016.0, 2021.0),
            target,
            Look::Target,
            &format!("“十三五”目标{label}"),
        ));
    }
    let series = vec![first, series("武汉市", 20, |item| item.2)];
    let trend = Trend::new(series, true, Digits::of(Lang::Zh), EMPTY.to_owned());
    Chart::Trend(trend.broken(&[(20, 21)]))
}

/// The first figure against the second as a target, which is one to stay under in every second row.
fn bullets(items: &[Item]) -> Chart {
    let row = |(point, item): (u32, &Item)| Bullet {
        point,
        head: head(
            item,
            format!("{} / {}", plain(item.1, Lang::Zh), words(item.2, item.3)),
            standing(point, item),
        ),
        outcome: Some(item.1),
        target: item.2,
        high: None,
        look: match point % 3 {
            0 => Look::Actual,
            1 => Look::Estimate,
            _ => Look::ToDate,
        },
        good: match point % 3 {
            0 => Some(Good::Above),
            1 => Some(Good::Below),
            _ => None,
        },
    };
    Chart::Bullets(Bullets {
        rows: (0..).zip(items).map(row).collect(),
        empty: EMPTY.to_owned(),
    })
}

/// The first figure to date, the second for the year, and in every second row a target.
fn pace(items: &[Item]) -> Chart {
    let stage = |point, value: f64, look, unit: &str| Stage {
        point,
        value,
        look,
        figure: words(value, unit),
    };
    let row = |(row, item): (u32, &Item)| Progress {
        head: head(
            item,
            format!("{:.1}%，时序75%", item.1 / item.2 * 100.0),
            standing(row + 3, item).filter(|_| row % 2 == 1),
        ),
        so_far: stage(row * 3, item.1, Look::ToDate, item.3),
        whole: item
            .2
            .is_finite()
            .then(|| stage(row * 3 + 1, item.2, Look::Estimate, item.3)),
        target: (row % 2 == 1).then(|| stage(row * 3 + 2, item.2 * 1.1, Look::Target, item.3)),
        elapsed: Some(0.75),
    };
    Chart::Pace(Pace {
        rows: (0..).zip(items).map(row).collect(),
        empty: EMPTY.to_owned(),
    })
}

fn dumbbells(items: &[Item]) -> Chart {
    let end = |point, name: &str, value: f64, look, unit| End {
        point,
        name: name.to_owned(),
        value,
        look,
        figure: words(value, unit),
    };
    let row = |(row, item): (u32, &Item)| Dumbbell {
        head: head(item, words(item.2 - item.1, item.3), None),
        conflict: row == 1,
        ends: [
            end(row * 2, "2020年1—9月 · 累计", item.1, Look::ToDate, item.3),
            end(row * 2 + 1, "2020年 · 预计", item.2, Look::Estimate, item.3),
        ],
    };
    Chart::Dumbbells(Dumbbells {
        rows: (0..).zip(items).map(row).collect(),
        shared: false,
        empty: EMPTY.to_owned(),
    })
}

/// The figures as two groups of the same names.
fn ranked(items: &[Item]) -> Chart {
    let group = |heading: &str, first: u32, look, value: fn(&Item) -> f64| Rank {
        heading: heading.to_owned(),
        bars: (first..)
            .zip(items)
            .map(|(point, item)| Bar {
                point,
                name: item.0.to_owned(),
                detail: String::new(),
                value: value(item),
                look,
                figure: words(value(item), item.3),
            })
            .collect(),
    };
    Chart::Ranked(Ranked {
        groups: vec![
            group("2020年 · 实际", 0, Look::Actual, |item| item.1),
            group("2021年 · 目标", 20, Look::Target, |item| item.2),
        ],
        empty: EMPTY.to_owned(),
    })
}

fn stacked(items: &[Item]) -> Chart {
    let shades = [
        (Shade::Look(Look::Actual), "实际"),
        (Shade::Look(Look::Estimate), "预计"),
        (Shade::Look(Look::ToDate), "累计"),
        (Shade::Look(Look::Target), "目标"),
        (Shade::Background, "背景"),
    ];
    let row = |(row, item): (u32, &Item)| Stack {
        name: item.0.to_owned(),
        total: plain(item.1 + item.2, Lang::Zh),
        segments: (row * 5..)
            .zip(shades)
            .zip([item.1, item.2 / 4.0, item.2 / 9.0, item.2, item.1 / 8.0])
            .map(|((point, (shade, _)), value)| Segment {
                point,
                shade,
                value,
                figure: plain(value.round(), Lang::Zh),
            })
            .collect(),
    };
    Chart::Stacked(Stacked {
        rows: (0..).zip(items).map(row).collect(),
        legend: shades.map(|(shade, name)| (shade, name.to_owned())).into(),
        empty: EMPTY.to_owned(),
    })
}

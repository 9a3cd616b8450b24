//! The charts of the golden files. The figures are made up in the likeness of the real ones.

use guatu::assess::Status;
use guatu::chart::{
    Band, Bar, Bullet, Bullets, Cell, Chart, Good, Head, Look, Matrix, MatrixRow, Rank, Ranked,
    Series, Span, Standing, Trend,
};
use guatu::dataset::Lang;
use guatu::text::label;
use guatu::text::number::Digits;

pub fn span(point: u32, (start, end): (f64, f64), value: f64, look: Look, label: &str) -> Span {
    Span {
        point,
        start,
        end,
        value,
        high: None,
        look,
        status: None,
        label: label.to_owned(),
        brief: label
            .chars()
            .filter(|letter| !letter.is_alphabetic())
            .collect(),
    }
}

pub fn year(point: u32, year: u16, value: f64, look: Look, label: &str) -> Span {
    let start = f64::from(year);
    span(point, (start, start + 1.0), value, look, label)
}

pub fn trend(zero: bool, series: Vec<(&str, Vec<Span>)>) -> Chart {
    let series = series.into_iter().map(|(name, spans)| Series {
        name: name.to_owned(),
        spans,
    });
    let empty = "没有可以画的数：所选文件只用文字表述了这一目标，没有给出数值。".to_owned();
    Chart::Trend(Trend::new(
        series.collect(),
        zero,
        Digits::of(Lang::Zh),
        empty,
    ))
}

/// Outcomes, an estimate, a figure to date, targets and a five-year plan.
pub fn gdp() -> Chart {
    let spans = vec![
        year(1, 2016, 1008.0, Look::Actual, "1008 亿元"),
        year(2, 2017, 1131.0, Look::Actual, "1131 亿元"),
        year(3, 2018, 1287.0, Look::Actual, "1287 亿元"),
        year(4, 2019, 1465.0, Look::Actual, "1465 亿元"),
        year(5, 2020, 1575.0, Look::Target, "目标 ≥ 1575 亿元"),
        span(
            6,
            (2020.0, 2020.75),
            1001.16,
            Look::ToDate,
            "1—9 月 1001.16 亿元",
        ),
        year(7, 2020, 1550.0, Look::Estimate, "预计 1550 亿元"),
        year(8, 2021, 1720.0, Look::Target, "目标 1720 亿元左右"),
        span(
            9,
            (2021.0, 2026.0),
            2400.0,
            Look::Target,
            "十四五期末 ≥ 2400 亿元",
        ),
    ];
    trend(true, vec![("地区生产总值", spans)])
}

/// A growth rate that falls below zero, with a target given as a range.
pub fn growth() -> Chart {
    let mut range = year(5, 2021, 8.0, Look::Target, "目标 8%—10%");
    range.high = Some(10.0);
    let spans = vec![
        year(1, 2018, 11.2, Look::Actual, "11.2%"),
        year(2, 2019, 10.4, Look::Actual, "10.4%"),
        year(3, 2020, 15.0, Look::Target, "目标 15%"),
        year(4, 2020, -6.7, Look::Estimate, "预计 −6.7%"),
        range,
    ];
    trend(true, vec![("固定资产投资增速", spans)])
}

/// A year's target as high as the plan's for all five: with an outcome before, and one area's own.
pub fn equal_targets(areas: bool) -> Chart {
    let plan = span(4, (2021.0, 2026.0), 7.0, Look::Target, "≈ 7%");
    let spans = vec![
        year(1, 2020, 7.5, Look::Target, "7.5%"),
        year(2, 2020, 0.5, Look::Estimate, "0.5%"),
        year(3, 2021, 7.0, Look::Target, "7%"),
        plan,
    ];
    let other = vec![
        year(5, 2024, 6.5, Look::Estimate, "6.5%"),
        year(6, 2025, 6.0, Look::Target, "6%"),
    ];
    let mut series = vec![("武昌区", spans)];
    if areas {
        series.push(("江汉区", other));
    }
    trend(true, series)
}

/// Four series that cross, one with a gap.
pub fn areas() -> Chart {
    let line = |first: u32, name, values: [f64; 6]| {
        let spans = (first..)
            .zip(2015..)
            .zip(values)
            .filter(|(_, value)| *value > 0.0);
        let spans = spans.map(|((point, at), value)| {
            year(point, at, value, Look::Actual, &format!("{value:.1}"))
        });
        (name, spans.collect())
    };
    trend(
        false,
        vec![
            line(0, "武昌区", [7.9, 8.1, 8.0, 8.3, 7.6, 6.9]),
            line(10, "江汉区", [8.2, 7.8, 7.7, 8.1, 7.9, 7.2]),
            line(20, "武汉市", [8.8, 7.8, 8.0, 8.0, 7.4, 7.0]),
            line(
                30,
                "中心城区平均（不含开发区）",
                [7.5, 7.4, 0.0, 7.9, 7.3, 6.4],
            ),
        ],
    )
}

pub fn bullet(point: u32, name: &str, figure: &str, outcome: Option<f64>, target: f64) -> Bullet {
    Bullet {
        point,
        head: Head {
            name: name.to_owned(),
            detail: "武昌区 · 2020年".to_owned(),
            figure: figure.to_owned(),
            standing: None,
        },
        outcome,
        target,
        high: None,
        look: Look::Actual,
        good: Some(Good::Above),
    }
}

pub fn bullets(rows: Vec<Bullet>) -> Chart {
    Chart::Bullets(Bullets {
        rows,
        empty: "没有同时有目标和结果的指标。".to_owned(),
    })
}

/// Met, missed, estimated, to date, far beyond its target, awaited, and a range.
pub fn mixed() -> Chart {
    let mut rows = vec![
        bullet(1, "实施重大项目", "201 / 190 个", Some(201.0), 190.0),
        bullet(
            2,
            "重大项目计划投资",
            "预计 270 / 260 亿元",
            Some(270.0),
            260.0,
        ),
        bullet(
            3,
            "实际到位资金",
            "1—9 月 659.3 / 686.8 亿元",
            Some(659.3),
            686.8,
        ),
        bullet(4, "地区生产总值增速", "0.5 / 7.5%", Some(0.5), 7.5),
        bullet(5, "新增市场主体", "31000 / 9000 户", Some(31000.0), 9000.0),
        bullet(6, "城镇登记失业率", "待公布 / ≤ 4.5%", None, 4.5),
        bullet(7, "新增就业", "2.6 / 2.2—2.5 万人", Some(2.6), 2.2),
    ];
    let looks = [(1, Look::Estimate), (2, Look::ToDate)];
    for (at, look) in looks {
        if let Some(row) = rows.get_mut(at) {
            row.look = look;
        }
    }
    if let Some(row) = rows.last_mut() {
        row.high = Some(2.5);
    }
    let standings = [
        (Status::Met, "完成"),
        (Status::Met, "完成（预计）"),
        (Status::Ahead, "快于进度"),
        (Status::Missed, "未完成（临界）"),
        (Status::MetEarly, "提前完成"),
        (Status::Awaiting, "待公布"),
        (Status::NotAssessable, "无法评估"),
    ];
    for (row, (status, words)) in rows.iter_mut().zip(standings) {
        let words = words.to_owned();
        row.head.standing = Some(Standing { status, words });
    }
    bullets(rows)
}

/// Negative outcomes, a negative target and a target of zero.
pub fn below_zero() -> Chart {
    let mut rows = vec![
        bullet(1, "全社会固定资产投资增速", "−6.7 / 15%", Some(-6.7), 15.0),
        bullet(
            2,
            "地方一般公共预算收入增速",
            "−20% / 不低于上年",
            Some(-20.0),
            0.0,
        ),
        bullet(3, "单位生产总值能耗变化", "−2.1 / −3%", Some(-2.1), -3.0),
        bullet(4, "社会消费品零售总额增速", "9.8 / 10%", Some(9.8), 10.0),
    ];
    if let Some(row) = rows.first_mut() {
        row.look = Look::Estimate;
    }
    bullets(rows)
}

pub fn bar(point: u32, (name, detail): (&str, &str), value: f64, figure: &str) -> Bar {
    Bar {
        point,
        name: name.to_owned(),
        detail: detail.to_owned(),
        value,
        look: Look::Actual,
        figure: figure.to_owned(),
    }
}

pub fn ranked(bars: Vec<Bar>) -> Chart {
    Chart::Ranked(Ranked {
        groups: vec![Rank {
            heading: "2020年 · 实际".to_owned(),
            bars,
        }],
        empty: "没有可以比较的数。".to_owned(),
    })
}

/// Names that do not fit, with details and every look.
pub fn long_names() -> Chart {
    let mut bars = vec![
        bar(
            1,
            (
                "规模以上工业企业研究与试验发展经费支出占主营业务收入的比重",
                "2019 年",
            ),
            4.2,
            "4.2%",
        ),
        bar(2, ("地区生产总值", "2020 年，预计"), 5.5, "预计 5.5%"),
        bar(3, ("社会消费品零售总额", "2020 年 1—9 月"), 3.1, "3.1%"),
        bar(4, ("居民人均可支配收入", "2021 年"), 7.0, "≥ 7%"),
        bar(
            5,
            (
                "城镇新增就业人数与帮扶困难人员实现再就业人数合计",
                "2020 年",
            ),
            0.2,
            "0.2%",
        ),
    ];
    let looks = [(1, Look::Estimate), (2, Look::ToDate), (3, Look::Target)];
    for (at, look) in looks {
        if let Some(bar) = bars.get_mut(at) {
            bar.look = look;
        }
    }
    ranked(bars)
}

pub fn losses() -> Chart {
    ranked(vec![
        bar(1, ("武昌区", ""), -6.7, "−6.7%"),
        bar(2, ("江汉区", ""), 2.3, "2.3%"),
        bar(3, ("武汉市", ""), -11.8, "−11.8%"),
        bar(4, ("湖北省", ""), 0.0, "0%"),
        bar(5, ("全国", ""), 2.9, "2.9%"),
    ])
}

/// Units of several kinds by fields, with a name that is too long and a row of nothing but a name.
pub fn units() -> Chart {
    let cell = |point: u32, lead: u32, responsible: u32| Cell {
        point,
        lead,
        responsible,
        worst: [None; 2],
    };
    let row = |name: &str, first: u32, counts: [(u32, u32); 4]| {
        let cells = (first + 1..).zip(counts);
        let cells = cells
            .map(|(point, (lead, other))| (lead + other > 0).then(|| cell(point, lead, other)));
        let (lead, other) = counts.iter().fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
        MatrixRow {
            name: name.to_owned(),
            cells: cells.collect(),
            total: cell(first, lead, other),
        }
    };
    let columns = [
        ("主要指标", "17项"),
        ("创新驱动", "3项"),
        ("经济体系升级", "3项"),
        ("Reform and opening", "12"),
    ];
    let columns = columns.map(|(head, under)| (head.to_owned(), under.to_owned()));
    let leading = vec![
        row("区科经局", 0, [(0, 3), (3, 0), (1, 1), (0, 0)]),
        row("区发改局", 10, [(1, 3), (0, 0), (12, 0), (0, 2)]),
    ];
    let others = vec![
        row(
            "区促进3岁以下婴幼儿照护服务发展工作联席会议组成成员单位",
            20,
            [(0, 0), (0, 0), (0, 1), (0, 0)],
        ),
        row("区税务局", 30, [(0, 0), (0, 0), (0, 0), (0, 0)]),
    ];
    let band = |title: &str, rows| Band {
        title: title.to_owned(),
        rows,
    };
    Chart::Matrix(Matrix {
        columns: columns.to_vec(),
        total: "合计".to_owned(),
        bands: vec![band("牵头单位", leading), band("其他责任单位", others)],
        key: Vec::new(),
        empty: "没有符合条件的责任单位".to_owned(),
    })
}

/// The same with the worst status behind each count, every status in some cell.
pub fn assessed_units() -> Chart {
    let Chart::Matrix(mut matrix) = units() else {
        return units();
    };
    let mut statuses = Status::WORST_FIRST.into_iter().cycle();
    let rows = matrix.bands.iter_mut().flat_map(|band| &mut band.rows);
    for row in rows {
        let cells = row.cells.iter_mut().flatten().chain([&mut row.total]);
        for cell in cells {
            let mut of = |count| if count > 0 { statuses.next() } else { None };
            cell.worst = [of(cell.lead), of(cell.responsible)];
        }
    }
    // A subject without targets.
    let last = matrix
        .bands
        .last_mut()
        .and_then(|band| band.rows.first_mut());
    for cell in last
        .into_iter()
        .flat_map(|row| row.cells.iter_mut().flatten())
    {
        cell.worst = [None; 2];
    }
    let name = |status| label::status(status).get(Lang::Zh).to_owned();
    let named = Status::WORST_FIRST.map(|status| (Some(status), name(status)));
    matrix.key = named.to_vec();
    matrix.key.push((None, "无目标".to_owned()));
    Chart::Matrix(matrix)
}

//! Examples for the template: two rows of each table or more, of a district that there is not. With the published data they
//! would be in order: `tests/intake/template.rs` opens them.

/// A row: columns with what stands there. What is derived is left out.
type Example = &'static [(&'static str, &'static str)];

/// The rows of each table. In the template they are remarks, which are never read.
#[rustfmt::skip]
pub(super) const EXAMPLES: &[(&str, &[Example])] = &[
    ("observations.csv", &[
        &[
            ("id", "mouqu-2026-plan-12-1"), ("document", "某区2026年国民经济和社会发展计划"), ("line", "12"), ("section", "二、主要目标"),
            ("indicator", "地区生产总值"), ("period", "2026"), ("kind", "目标"), ("comparator", ">="), ("value", "1800"), ("unit", "亿元"),
            ("class", "预期性"), ("plan", "2026年度计划"), ("as_printed", "地区生产总值1800亿元以上"),
        ],
        &[
            ("id", "mouqu-2027-report-5-1"), ("document", "某区2027年政府工作报告"), ("line", "5"), ("section", "一、2026年工作回顾"),
            ("indicator", "地区生产总值"), ("period", "2026"), ("kind", "实际"), ("value", "1835.2"), ("unit", "亿元"),
            ("as_printed", "地区生产总值达到1835.2亿元"),
        ],
        &[
            ("document", "某区2027年政府工作报告"), ("line", "9"), ("section", "一、2026年工作回顾"), ("indicator", "公园绿地面积"),
            ("period", "2026"), ("kind", "实际"), ("value", "1260"), ("as_printed", "公园绿地1260公顷"),
        ],
        &[
            ("document", "某区2027年政府工作报告"), ("line", "20"), ("section", "二、2027年工作安排"), ("indicator", "粮食总产量"),
            ("period", "2027"), ("kind", "目标"), ("comparator", ">="), ("value", "9000"), ("class", "约束性"),
            ("as_printed", "粮食总产量稳定在9000吨以上"),
        ],
    ]),
    ("indicators.csv", &[
        &[
            ("name_zh", "公园绿地面积"), ("theme", "生态环境"), ("unit", "公顷"), ("measure", "时点数"), ("direction", "越高越好"),
            ("headline", "否"),
        ],
        &[
            ("name_zh", "粮食总产量"), ("theme", "乡村振兴"), ("unit", "吨"), ("measure", "总量"), ("direction", "越高越好"),
            ("headline", "是"), ("aliases", "粮食产量"),
        ],
    ]),
    ("documents.csv", &[
        &[
            ("area", "某区"), ("kind", "计划执行报告"), ("title_zh", "某区2026年国民经济和社会发展计划"), ("issuer", "某区发展和改革局"),
            ("delivered", "2026-01-12"),
        ],
        &[
            ("area", "某区"), ("kind", "政府工作报告"), ("title_zh", "某区2027年政府工作报告"), ("issuer", "某区人民政府"),
            ("delivered", "2027-01-10"), ("covers", "2026/2027"),
        ],
    ]),
    ("areas.csv", &[
        &[("code", "429900"), ("name_zh", "某市")],
        &[("code", "429901"), ("name_zh", "某区"), ("parent", "某市")],
    ]),
    ("themes.csv", &[
        &[("name_zh", "乡村振兴")],
        &[("name_zh", "对外开放"), ("order", "18")],
    ]),
    ("units.csv", &[
        &[("name_zh", "吨"), ("dimension", "mass")],
        &[("name_zh", "万吨"), ("dimension", "mass"), ("factor", "10000")],
    ]),
    ("organisations.csv", &[
        &[("name_zh", "区农业农村局"), ("kind", "bureau"), ("aliases", "某区农业农村局")],
        &[("name_zh", "各乡镇"), ("kind", "collective")],
    ]),
    ("responsibilities.csv", &[
        &[
            ("subject", "某区/2026年度计划/地区生产总值"), ("organisation", "区发改局"), ("role", "牵头"),
            ("document", "某区2026年国民经济和社会发展计划"), ("line", "40"), ("as_printed", "区发改局"),
        ],
        &[
            ("subject", "某区/2026年度计划/地区生产总值"), ("organisation", "各乡镇"), ("role", "责任"),
            ("document", "某区2026年国民经济和社会发展计划"), ("line", "40"), ("as_printed", "各乡镇"),
        ],
    ]),
    ("tasks.csv", &[
        &[
            ("document", "某区2026年国民经济和社会发展计划"), ("line", "31"), ("theme_no", "1"), ("theme_line", "30"), ("theme_zh", "创新驱动"),
            ("number", "1"), ("title_zh", "完善创新体制机制"),
        ],
        &[
            ("document", "某区2026年国民经济和社会发展计划"), ("line", "33"), ("theme_no", "1"), ("theme_line", "30"), ("theme_zh", "创新驱动"),
            ("number", "2"), ("title_zh", "培育创新主体"),
        ],
    ]),
    ("relations.csv", &[
        &[("from", "mouqu-2027-report-5-1"), ("to", "mouqu-2026-plan-12-1"), ("kind", "目标与完成情况"), ("note_zh", "2026年目标的完成情况。")],
        &[
            ("from", "mouqu-2026-plan-12-1"), ("to", "mouqu-2027-report-5-1"), ("kind", "口径不同，不可比"),
            ("note_zh", "计划按上年价格编制，完成数按现价计算。"),
        ],
    ]),
    ("projects.csv", &[
        &[
            ("name_zh", "某湖生态修复工程"), ("area", "某区"), ("document", "某区2027年政府工作报告"), ("line", "9"), ("stage", "完工"),
            ("period", "2026"), ("as_printed", "某湖生态修复工程完工"),
        ],
        &[
            ("name_zh", "某路改造工程"), ("area", "某区"), ("document", "某区2027年政府工作报告"), ("line", "21"), ("stage", "计划"),
            ("period", "2027"), ("as_printed", "启动某路改造"),
        ],
    ]),
    ("glossary.csv", &[
        &[
            ("term_zh", "一网统管"), ("document", "某区2027年政府工作报告"), ("line", "17"),
            ("definition_zh", "城市运行的事项在一个平台上发现、派送、处理和评价。"),
        ],
        &[
            ("term_zh", "专精特新企业"), ("document", "某区2027年政府工作报告"), ("line", "11"),
            ("definition_zh", "专业化、精细化、特色化、新颖化的中小企业。"),
        ],
    ]),
    ("exclusions.csv", &[
        &[("document", "某区2027年政府工作报告"), ("line", "3"), ("as_printed", "2027年"), ("reason", "日期")],
        &[("document", "某区2027年政府工作报告"), ("line", "4"), ("as_printed", "“八个坚持”"), ("reason", "概括性计数")],
    ]),
];

//! The method in words: rules, reasons, flags, bands and the other methods.

use crate::assess::{
    AHEAD, Flag, GROWTH_SLIGHTLY, METHOD, ON_PACE, Reason, Rule, SLIGHTLY, Side, Track,
};
use crate::dataset::Lang;

/// The version of the method, as it stands on cards, prints and exports.
#[must_use]
pub fn version(lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("评估方法第{METHOD}版"),
        Lang::En => format!("Method {METHOD}"),
    }
}

/// What a rule asks, as it stands at the head of a proof card.
#[must_use]
pub const fn rule(rule: Rule, lang: Lang) -> &'static str {
    let [zh, en] = match rule {
        Rule::NoOutcome => [
            "第1条，所收文件未载目标期内的结果。",
            "No. 1: these documents hold no outcome within the target’s period.",
        ],
        Rule::Words => [
            "第2条，目标或结果以文字表述，以文件自身的说法为准；结果重复目标原文或写明已经完成的，记为“文件称完成”。",
            "No. 2: the target or its outcome is in words, so what the document says of it counts; an outcome that repeats the target or says that it is done is “reported met”.",
        ],
        Rule::Basis => [
            "第3条，目标与结果口径不同，不作比较。",
            "No. 3: target and outcome do not measure the same, and are not compared.",
        ],
        Rule::Threshold => [
            "第4条，目标与结果都对应整个目标期，达到目标值为完成，否则为未完成。",
            "No. 4: target and outcome are both of the whole period; reaching the number is met, anything else missed.",
        ],
        Rule::Sum => [
            "第5条，目标为全期累计数，结果为阶段累计数，以完成进度与时间进度之差判定。",
            "No. 5: the target is a sum over the period and a part of it is over; the share done is held against the share of time.",
        ],
        Rule::Level => [
            "第6条，目标为期末水平，以自基期以来的目标实现程度与时间进度之差判定。",
            "No. 6: the target is a level at the end; the share of the way from the base is held against the share of time.",
        ],
        Rule::Growth => [
            "第7条，目标为年均增速，以截至目前的几何平均增速与目标增速之差判定。",
            "No. 7: the target is an average growth; the geometric mean so far is held against it.",
        ],
    };
    pick(zh, en, lang)
}

/// Why a status cannot be decided.
#[must_use]
pub const fn reason(reason: Reason, lang: Lang) -> &'static str {
    let [zh, en] = match reason {
        Reason::NoNumber => [
            "目标没有数值，结果也未说明是否达到。",
            "The target has no number, and the outcome does not say whether it was met.",
        ],
        Reason::SaysMissed => [
            "文件称未达到目标；目标或结果以文字表述，无法用数值核对。",
            "The document says that the target is not met; the target or the outcome is in words, so that no numbers can be compared.",
        ],
        Reason::WordsOnly => [
            "结果以文字表述，未说明是否达到目标值。",
            "The outcome is in words that do not say whether the number was reached.",
        ],
        Reason::NotComparable => [
            "数据注明两者口径不同，不宜直接对比。",
            "The data say that the two must not be compared.",
        ],
        Reason::OtherDimension => [
            "两者计量单位的类别不同。",
            "The units of the two measure different things.",
        ],
        Reason::Bound => [
            "结果仅列上限、下限或区间，不足以判定。",
            "The outcome is known as a bound or a range only, which does not decide.",
        ],
        Reason::PartOfPeriod => [
            "结果只涉及目标期的一部分，此类指标须待期末判定。",
            "The outcome is of a part of the period; only the end decides on such an indicator.",
        ],
        Reason::Gap => [
            "目标期内有一段时间的结果缺失，不能连续计算。",
            "Outcomes of a part of the period are missing, so the others do not follow each other.",
        ],
        Reason::NoBase => [
            "缺少规划基期数值，无法计算目标实现程度。",
            "The figure from which the plan starts is missing, so the share of the way is unknown.",
        ],
        Reason::NoShare => [
            "按所列数值无法计算进度：目标值为零或负数、与基期数值相等，或增速不高于−100%。",
            "These numbers allow no share: a target of nothing or less, one equal to the base, or a growth of −100% or less.",
        ],
        Reason::NoDirection => [
            "该指标未规定升降方向，须待期末判定。",
            "Neither more nor less is better, so only the end decides.",
        ],
    };
    pick(zh, en, lang)
}

/// A flag in a word, beside the status.
#[must_use]
pub const fn flag(flag: Flag, lang: Lang) -> &'static str {
    let [zh, en] = match flag {
        Flag::Provisional => ["预计", "provisional"],
        Flag::Borderline => ["临界", "borderline"],
        Flag::Disputed => ["数据不一致", "disputed"],
        Flag::MethodDependent => ["因方法而异", "method-dependent"],
    };
    pick(zh, en, lang)
}

/// A flag in a sentence.
#[must_use]
pub const fn flag_note(flag: Flag, lang: Lang) -> &'static str {
    let [zh, en] = match flag {
        Flag::Provisional => [
            "预计：所据数值为文件的预计数。",
            "Provisional: it rests on a figure that the document calls expected.",
        ],
        Flag::Borderline => [
            "临界：所列数值末位各进退半个单位，结论会改变。",
            "Borderline: it changes when the printed figures move by half their last digit.",
        ],
        Flag::Disputed => [
            "数据不一致：按文件另一处所列数值，结论不同。",
            "Disputed: another printing of a figure leads to another status.",
        ],
        Flag::MethodDependent => [
            "因方法而异：按下列其他方法，结论有所不同。",
            "Method-dependent: one of the other methods below disagrees.",
        ],
    };
    pick(zh, en, lang)
}

/// How a target of “about” a number is read; none without a better side.
#[must_use]
pub const fn about(side: Side, lang: Lang) -> Option<&'static str> {
    let [zh, en] = match side {
        Side::Above => [
            "左右：目标称“左右”的，按不低于该数判定，达到或超过即为达到目标。",
            "About: reaching or exceeding the number counts.",
        ],
        Side::Below => [
            "左右：目标称“左右”的，按不高于该数判定，达到或低于即为达到目标。",
            "About: reaching the number or staying below it counts.",
        ],
        Side::Within => return None,
    };
    Some(pick(zh, en, lang))
}

/// Where the bands of a rule lie, and that they are ours; none for a rule without bands.
#[must_use]
pub fn bands(rule: Rule, lang: Lang) -> Option<String> {
    let points = |share: f64| (share * 100.0).abs();
    let (ahead, on, slightly) = (points(AHEAD), points(ON_PACE), points(SLIGHTLY));
    let growth = points(GROWTH_SLIGHTLY);
    let words = match (rule, lang) {
        (Rule::Sum | Rule::Level, Lang::Zh) => format!(
            "进度差{ahead}个百分点及以上为快于进度，落后不超过{on}个百分点为符合进度，不超过{slightly}个百分点为略滞后，其余为滞后（本页自定，非官方标准）。"
        ),
        (Rule::Sum | Rule::Level, Lang::En) => format!(
            "{ahead} points or more ahead of time is ahead, up to {on} behind is on pace, up to {slightly} slightly behind, more is behind (ours, no official standard)."
        ),
        (Rule::Growth, Lang::Zh) => format!(
            "达到目标增速为符合进度，年均低{growth}个百分点以内为略滞后，其余为滞后（本页自定，非官方标准）。"
        ),
        (Rule::Growth, Lang::En) => format!(
            "At or above the required rate is on pace, up to {growth} points a year below slightly behind, more is behind (ours, no official standard)."
        ),
        _ => return None,
    };
    Some(words)
}

/// What another method makes of a target.
#[must_use]
pub const fn track(track: Track, lang: Lang) -> &'static str {
    let [zh, en] = match track {
        Track::On => ["如期", "on track"],
        Track::Nearly => ["接近", "nearly on track"],
        Track::Slow => ["过慢", "too slow"],
        Track::Still => ["停滞或倒退", "stagnation or regression"],
        Track::Wrong => ["方向相反", "wrong direction"],
    };
    pick(zh, en, lang)
}

const fn pick(zh: &'static str, en: &'static str, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

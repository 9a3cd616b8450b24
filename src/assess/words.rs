//! What an outcome in words says of its target. Documents have a few turns of phrase for it; whatever is
//! not one of them says nothing here, for a guess would be put into the document's mouth.

use super::case::Words;

/// Stand before a verb of [`DONE`] and deny it.
const NOT: [&str; 6] = ["无法", "未能", "未", "没有", "不能", "难以"];

/// Say that something is done.
const DONE: [&str; 3] = ["完成", "达", "实现"];

/// Leave open whether all of it is.
const OPEN: [&str; 8] = ["基本", "力争", "争取", "有望", "部分", "正在", "%", "％"];

/// What stands in a phrase that speaks of the target itself.
const TARGET: [&str; 4] = ["目标", "任务", "要求", "标准"];

/// That the target was met where the words repeat it or say that it is done, and missed where they deny
/// that.
pub(super) fn words(said: &str, promised: &str) -> Words {
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    let is_open = has(&OPEN) || said.bytes().any(|byte| byte.is_ascii_digit());
    let is_done = has(&["达标", "清零"]) || has(&DONE) && (has(&TARGET) || said == "完成");
    if said.is_empty() {
        Words::Other
    } else if said == promised {
        Words::Met
    } else if denies(said) {
        Words::Missed
    } else if is_done && !is_open {
        Words::Met
    } else {
        Words::Other
    }
}

fn denies(said: &str) -> bool {
    let follows = |(at, not): (usize, &str)| {
        let rest = said.get(at + not.len()..).unwrap_or_default();
        DONE.iter().any(|verb| rest.starts_with(verb))
    };
    NOT.iter().any(|not| said.match_indices(not).any(follows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_what_their_document_says_and_no_more() {
        for (said, promised, expected) in [
            ("完成市级下达目标", "完成市级下达目标", Words::Met),
            (
                "增长与经济增长基本同步",
                "增长与经济增长基本同步",
                Words::Met,
            ),
            ("全面达标", "100%", Words::Met),
            ("提前完成年度任务目标", "500", Words::Met),
            ("动态清零", "清零", Words::Met),
            ("完成", "全覆盖", Words::Met),
            ("预计无法完成预期目标", "7.5", Words::Missed),
            ("未达目标", "7.5", Words::Missed),
            ("尚未完成", "7.5", Words::Missed),
            ("难以实现预期目标", "7.5", Words::Missed),
            // Repeats its target, denials and all.
            ("没有发生重大安全事故", "没有发生重大安全事故", Words::Met),
            // Denies something else than the target.
            ("没有发生重大安全事故", "不发生重大安全事故", Words::Other),
            ("基本实现目标", "全覆盖", Words::Other),
            ("力争完成目标", "全覆盖", Words::Other),
            ("完成年度任务的85%", "全覆盖", Words::Other),
            ("达到国内先进水平", "全覆盖", Words::Other),
            ("稳步增长", "6%", Words::Other),
            ("", "6%", Words::Other),
        ] {
            assert_eq!(words(said, promised), expected, "{said}");
        }
    }
}

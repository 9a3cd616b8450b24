//! The pinyin initials of Chinese names, which the search matches (`dqsczz` finds 地区生产总值).

use pinyin::ToPinyin;

/// Words whose characters have another reading alone than the dictionary's first.
const READINGS: [(&str, &str); 2] = [("增长", "zz"), ("重大", "zd")];

/// The initials of a name; Latin letters and digits stand for themselves, the rest is dropped.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut made = String::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        if let Some((word, reading)) = READINGS.iter().find(|(word, _)| rest.starts_with(word)) {
            made.push_str(reading);
            rest = rest.strip_prefix(word).unwrap_or_default();
            continue;
        }
        match first.to_pinyin() {
            Some(reading) => made.push_str(reading.first_letter()),
            None if first.is_ascii_alphanumeric() => made.push(first.to_ascii_lowercase()),
            None => {}
        }
        rest = rest.strip_prefix(first).unwrap_or_default();
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_several_readings_get_the_one_that_is_spoken() {
        assert_eq!(initials("地区生产总值"), "dqsczz");
        assert_eq!(initials("居民人均可支配收入增长"), "jmrjkzpsrzz");
        assert_eq!(initials("“5亿元”楼宇"), "5yyly");
        assert_eq!(initials("实施重大项目"), "sszdxm");
        assert_eq!(initials("区发改局"), "qfgj");
    }
}

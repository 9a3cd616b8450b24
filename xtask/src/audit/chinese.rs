//! Numbers in Chinese characters: reading them, and finding those that may measure something.

use std::ops::Range;

use anyhow::Result;
use regex::Regex;

/// The characters that a number is written in, simplified and traditional.
pub const DIGITS: &str = "零〇一二三四五六七八九十百千万亿两兩萬億";

/// What counts things, shares and days, simplified and traditional. Years are counted only where
/// they stand in a row (连续四年): elsewhere they name a period or a plan. Left out are 期 and 届,
/// which make names (二期, 十九届), but for what is the first.
pub const MEASURES: &str = "个個项項家座栋棟条條名人件处處部场場片只隻张張批位類类区區级級倍户戶套间間\
    平所亩畝吨噸次天支篇宗幅块塊辆輛艘架台臺米例轮輪种種号號层層里株棵";

/// Idioms in which a number measures nothing and names no place in an order.
const IDIOMS: &[&str] = &[
    "一批",
    "一次性",
    "一部分",
    "三位一体",
    "十九大",
    "二十大",
    "三位一體",
    "第三方",
    "首位度",
    "第一时间",
    "第一時間",
];

/// Finds quantities in words.
pub struct Finder(Regex);

impl Finder {
    /// Makes the finder.
    ///
    /// # Errors
    /// One of its patterns is none.
    pub fn new() -> Result<Self> {
        let number = "[一二三四五六七八九十百千两兩]+[余餘多几幾]?";
        let forms = [
            format!("第{number}[万亿萬億]*[{MEASURES}]?"),
            format!("首[{MEASURES}届屆期]"),
            format!("{number}[万亿萬億]+[{MEASURES}元]?"),
            format!("{number}(?:公里|平方|小时|小時|分钟|分鐘|刻钟|刻鐘|节点|節點|[{MEASURES}])"),
            // 一大批 counts nothing; the congresses of the party are idioms.
            "[二三四五六七八九十百两兩]+大".to_owned(),
            format!("连续{number}年|連續{number}年"),
            "[一二三四五六七八九两兩]成".to_owned(),
            format!("{number}分之{number}"),
            "过半|過半|近半|一半|半数|半數|翻.?番|翻倍".to_owned(),
            "[近超过過破逾上达達][万亿萬億]".to_owned(),
            // Full-width digits, ① and ½. The power in m² is a part of the unit.
            "[０-９]+|[①-⒛❶-➓㈠-㈩㊀-㊉¼-¾⅐-⅞]".to_owned(),
            "清零|[Ⅰ-Ⅻ]+|[IVX]+[类類级級]".to_owned(),
        ];
        Ok(Self(Regex::new(&forms.join("|"))?))
    }

    /// The places of a line that may measure something. A rank that goes on from digits (`5千名`)
    /// is theirs.
    pub fn places(&self, line: &str) -> Vec<Range<usize>> {
        let found = self.0.find_iter(line).map(|found| found.range());
        found
            .filter(|place| !is_part_of_more(line, place))
            .collect()
    }
}

/// Whether an idiom begins at a place, or a rank behind digits.
fn is_part_of_more(line: &str, place: &Range<usize>) -> bool {
    let (before, rest) = line.split_at_checked(place.start).unwrap_or((line, ""));
    IDIOMS.iter().any(|idiom| rest.starts_with(idiom))
        || before.ends_with(|c: char| c.is_ascii_digit())
            && rest.starts_with(|c| "百千万亿萬億".contains(c))
}

/// The number that a run of [`DIGITS`] writes; `None` where it writes none.
pub fn number(run: &str) -> Option<f64> {
    if run.chars().all(|c| digit(c).is_some()) && run.chars().count() > 1 {
        // Digit by digit, as years are written.
        return run
            .chars()
            .try_fold(0.0, |sum, c| Some(sum * 10.0 + digit(c)?));
    }
    let (mut total, mut section, mut last) = (0.0, 0.0, None);
    for c in run.chars() {
        if let Some(value) = digit(c) {
            if last.is_some_and(|last| last > 0.0) {
                // Two digits in a row, no rank between them: 十四五 is the name of a plan.
                return None;
            }
            last = Some(value);
        } else if let Some(rank) = small_rank(c) {
            section += last.take().unwrap_or(1.0) * rank;
        } else {
            let rank = large_rank(c)?;
            let sum: f64 = section + last.take().unwrap_or_default();
            total = (total + if sum > 0.0 { sum } else { 1.0 }) * rank;
            section = 0.0;
        }
    }
    (!run.is_empty()).then(|| total + section + last.unwrap_or_default())
}

/// The number that a Roman numeral of one character writes: Ⅲ类 is a class of water.
pub fn roman(c: char) -> Option<f64> {
    let place = ('Ⅰ'..='Ⅻ').position(|numeral| numeral == c)?;
    Some(place as f64 + 1.0)
}

fn digit(c: char) -> Option<f64> {
    let value = match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' | '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(f64::from(value))
}

fn small_rank(c: char) -> Option<f64> {
    match c {
        '十' => Some(10.0),
        '百' => Some(100.0),
        '千' => Some(1000.0),
        _ => None,
    }
}

fn large_rank(c: char) -> Option<f64> {
    match c {
        '万' | '萬' => Some(1e4),
        '亿' | '億' => Some(1e8),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<&str> {
        let places = Finder::new().expect("patterns").places(line).into_iter();
        places
            .map(|place| line.get(place).expect("a place"))
            .collect()
    }

    #[test]
    fn numbers_in_words_are_read() {
        for (run, value) in [
            ("二十三", 23.0),
            ("十", 10.0),
            ("一百零五", 105.0),
            ("两千", 2000.0),
            ("百", 100.0),
            ("三万五千", 35_000.0),
            ("十二亿", 1.2e9),
            ("百万", 1e6),
            ("二〇二五", 2025.0),
        ] {
            let read = number(run).expect(run);
            assert!((read - value).abs() < 1e-9, "{run}: {read}");
        }
        assert_eq!(number(""), None);
        assert_eq!(number("山"), None);
    }

    #[test]
    fn what_counts_orders_or_shares_is_found() {
        assert_eq!(found("新建两座桥、三所学校"), ["两座", "三所"]);
        assert_eq!(
            found("排名第二,第十五届,全省首个"),
            ["第二", "第十五", "首个"]
        );
        assert_eq!(
            found("超过六成,四分之一,百分之八十"),
            ["六成", "四分之一", "百分之八十"]
        );
        assert_eq!(found("上万人,百余家,千亿级"), ["上万", "百余家", "千亿级"]);
        assert_eq!(
            found("连续四年第一,鏖战九十天"),
            ["连续四年", "第一", "九十天"]
        );
        assert_eq!(found("新增清零,达Ⅱ类,好于III类"), ["清零", "Ⅱ", "III类"]);
        assert_eq!(found("人數過半、兩條、八個"), ["過半", "兩條", "八個"]);
    }

    #[test]
    fn each_class_of_candidate_is_found() {
        let line = "购置三台,全长两米,最后一例,一刻钟,新一轮,四种,二号,三层,百里,两株,五棵";
        let wanted = [
            "三台",
            "两米",
            "一例",
            "一刻钟",
            "一轮",
            "四种",
            "二号",
            "三层",
            "百里",
            "两株",
            "五棵",
        ];
        assert_eq!(found(line), wanted);
        assert_eq!(
            found("四大片区,三大产业,两节点,首届"),
            ["四大", "三大", "两节点", "首届"]
        );
        assert_eq!(found("１５个,③处,½,20m²"), ["１５", "③", "½"]);
        assert_eq!(found("2020第二,到9两座"), ["第二", "两座"]);
        assert!(found("党的十九大、二十大,一大批,中南三路,二期,十六届").is_empty());
    }

    #[test]
    fn idioms_and_numbers_that_go_on_from_digits_are_not() {
        assert!(found("一批企业进一步、一体、一流,一年来,未来五年").is_empty());
        assert!(found("5千名,3万人,80余万元,2百家").is_empty());
        assert!(found("第三方、首位度、一次性").is_empty());
        assert_eq!(found("1.两座,三个"), ["两座", "三个"]);
    }
}

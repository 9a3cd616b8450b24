//! Faults planted one by one: each is found, with its place and its kind, and nothing else is.

use std::{env, fs, io, process};

use super::coverage::{self, Counts};
use super::fault::{Fault, What};
use super::trial::{TEXT, Trial};
use super::{audit, publish};

/// Checks that the one fault is told at a place and is of a kind.
macro_rules! assert_fault {
    ($trial:expr, $place:literal, $kind:pat) => {
        let (told, what) = $trial.fault();
        assert!(told.starts_with(concat!($place, ": ")), "{told}");
        assert!(matches!(what, $kind), "{told}");
    };
}

#[test]
fn the_package_without_a_planted_fault_passes_and_is_counted() {
    let (faults, coverages) = Trial::new().audit();
    assert_eq!(faults, []);
    let counts = |found, in_observations| Counts {
        found,
        in_observations,
        in_exclusions: found - in_observations,
        left: 0,
    };
    let [coverage] = coverages.as_slice() else {
        panic!("one document");
    };
    assert_eq!(coverage.numerals, counts(6, 5));
    assert_eq!(coverage.words, counts(1, 1));
}

#[test]
fn a_fragment_that_no_line_has() {
    for (file, column, old, new) in [
        ("observations.csv", "as_printed", "新建桥梁12座", "新建12座"),
        ("exclusions.csv", "as_printed", "2030年", "2031年"),
        ("projects.csv", "as_printed", "甲桥通车", "乙桥通车"),
        ("responsibilities.csv", "as_printed", "4,区建局", "4,区水局"),
        ("tasks.csv", "title_zh", "甲桥", "丙桥"),
        ("tasks.csv", "theme_zh", "桥梁", "渡口"),
        ("glossary.csv", "term_zh", "学校", "书院"),
    ] {
        let (faults, _) = Trial::new().with(file, old, new).audit();
        let (first, rest) = faults.split_first().expect("a fault");
        let told = first.to_string();
        assert!(
            told.starts_with(&format!("{file}, line 2, column {column}: ")),
            "{told}"
        );
        assert!(told.contains("no line has it"), "{told}");
        assert!(matches!(first.what, What::NotInLine { .. }), "{told}");
        // What a misplaced fragment would have accounted for is left.
        let is_left = |fault: &Fault| matches!(fault.what, What::Uncovered { .. });
        let accounts = matches!(file, "observations.csv" | "exclusions.csv");
        assert_eq!(rest.len(), usize::from(accounts), "{faults:?}");
        assert!(rest.iter().all(is_left), "{faults:?}");
    }
}

#[test]
fn a_fragment_in_the_wrong_line_is_told_with_the_line_that_has_it() {
    let trial = Trial::new().with("projects.csv", "paper,4,opened", "paper,3,opened");
    assert_fault!(
        trial,
        "projects.csv, line 2, column as_printed",
        What::NotInLine { line: 3, .. }
    );
    assert!(trial.fault().0.ends_with("line 4 has it"));
    let beyond = Trial::new().with("projects.csv", "paper,4,opened", "paper,99,opened");
    assert_fault!(
        beyond,
        "projects.csv, line 2, column as_printed",
        What::NotInLine { line: 99, .. }
    );
}

#[test]
fn a_figure_whose_fragment_stands_twice_in_its_line() {
    let text = TEXT.replace("区建局负责", "区建局负责，校舍2处，房屋2处");
    let row = "paper-4-1,paper,4,一,schools,1,2030,inferred,actual,=,2,,item,,,,,,2处,,,\n";
    let last = "paper-3-2,paper";
    let trial = Trial::of(&text, "plan_report")
        .with("documents.csv", ",6\n", ",8\n")
        .with("observations.csv", last, &format!("{row}{last}"));
    assert_fault!(
        trial,
        "observations.csv, line 5, column as_printed",
        What::Ambiguous { times: 2, .. }
    );
}

#[test]
fn an_exclusion_that_stands_twice_covers_both() {
    let text = TEXT.replace("小结", "小结（2030年）");
    let trial = Trial::of(&text, "plan_report").with("documents.csv", ",6\n", ",7\n");
    assert_eq!(trial.audit().0, []);
}

#[test]
fn a_numeral_that_no_row_has() {
    let trial = Trial::new().with("exclusions.csv", "paper,1,2030年,date\n", "");
    assert_fault!(trial, "paper.txt, line 1", What::Uncovered { .. });
    let (told, _) = trial.fault();
    assert!(
        told.contains("`2030`") && told.contains("山水区2030年小结"),
        "{told}"
    );
}

#[test]
fn a_name_accounts_for_no_numeral() {
    let trial = Trial::new()
        .with("exclusions.csv", "paper,1,2030年,date\n", "")
        .with(
            "projects.csv",
            "paper,4,opened,,甲桥通车",
            "paper,1,opened,,2030年",
        );
    assert_fault!(trial, "paper.txt, line 1", What::Uncovered { .. });
}

#[test]
fn a_numeral_that_two_rows_have() {
    let trial = Trial::new().with("exclusions.csv", "date\n", "date\npaper,2,桥梁12座,other\n");
    assert_fault!(trial, "paper.txt, line 2", What::CoveredTwice { .. });
    let (told, _) = trial.fault();
    assert!(
        told.contains("`12` is carried by observations.csv, line 2 and exclusions.csv, line 3"),
        "{told}"
    );
}

#[test]
fn a_numeral_may_be_shared_only_where_every_row_says_so() {
    let row =
        "paper-2-1,paper,2,一,bridges,1,2030,inferred,actual,=,12,,item,,,,,,新建桥梁12座,,,\n";
    let shared = row.replace(",,,,,,新", ",,,,,yes,新");
    let both = |first: &str| {
        let second = shared.replace("2-1", "2-3").replace("bridges", "schools");
        Trial::new().with("observations.csv", row, &format!("{first}{second}"))
    };
    assert_eq!(both(&shared).audit().0, []);
    let kinds: Vec<What> = both(row).audit().0.into_iter().map(|f| f.what).collect();
    assert!(
        matches!(
            kinds.as_slice(),
            [What::SharedAlone(_), What::CoveredTwice { .. }]
        ),
        "{kinds:?}"
    );
}

#[test]
fn a_row_that_shares_its_fragment_with_none() {
    let trial = Trial::new().with("observations.csv", ",,,,,,新", ",,,,,yes,新");
    assert_fault!(
        trial,
        "observations.csv, line 2, column shared",
        What::SharedAlone(_)
    );
}

#[test]
fn two_rows_that_share_a_fragment_say_it_of_two_subjects() {
    let row =
        "paper-2-1,paper,2,一,bridges,1,2030,inferred,actual,=,12,,item,,,,,,新建桥梁12座,,,\n";
    let shared = row.replace(",,,,,,新", ",,,,,yes,新");
    let twice = format!("{shared}{}", shared.replace("2-1", "2-3"));
    let trial = Trial::new().with("observations.csv", row, &twice);
    assert_fault!(
        trial,
        "observations.csv, line 3, column shared",
        What::SameSubject(_)
    );
}

#[test]
fn a_fragment_that_cuts_a_number_in_two_covers_none_of_it() {
    for (old, new, number) in [("新建桥梁12座", "2座", "12"), ("增长7.5%", "5%", "7.5")] {
        let value = if number == "12" {
            ("=,12,", "=,2,")
        } else {
            ("=,7.5,", "=,5,")
        };
        let (faults, _) = Trial::new()
            .with("observations.csv", old, new)
            .with("observations.csv", value.0, value.1)
            .audit();
        let first = faults.first().expect("a fault");
        assert_eq!(
            (first.file.as_str(), first.column.as_str()),
            ("observations.csv", "as_printed")
        );
        assert!(
            matches!(&first.what, What::Cut { number: cut, .. } if cut == number),
            "{first}"
        );
        let mut rest = faults.iter().skip(1);
        assert!(rest.all(|fault| matches!(fault.what, What::Uncovered { .. })));
    }
}

#[test]
fn a_value_that_its_fragment_does_not_carry() {
    for (old, new, row, column) in [
        (",=,12,", ",=,21,", 2, "value"),
        (",=,2,,rank", ",=,3,,rank", 4, "value"),
        (",=,3,5,", ",=,3,6,", 5, "value_high"),
    ] {
        let (faults, _) = Trial::new().with("observations.csv", old, new).audit();
        // The number that is no value now stands beside it.
        let [not_carried, aside] = faults.as_slice() else {
            panic!("two faults: {faults:?}");
        };
        let told = not_carried.to_string();
        let place = format!("observations.csv, line {row}, column {column}: ");
        assert!(told.starts_with(&place), "{told}");
        assert!(
            matches!(not_carried.what, What::NotCarried { .. }),
            "{told}"
        );
        assert!(matches!(aside.what, What::Aside { .. }), "{aside}");
    }
    let repaired = Trial::new()
        .with("observations.csv", ",=,12,", ",=,21,")
        .with("observations.csv", "12座,,", "12座,两字颠倒,");
    assert_fault!(repaired, "paper.txt, line 2", What::Aside { .. });
    let put_down = repaired.with("exclusions.csv", "date\n", "date\npaper,2,12座,damaged\n");
    assert_eq!(put_down.audit().0, []);
}

#[test]
fn a_quantity_in_words_that_no_row_has() {
    let text = TEXT.replace("负责", "负责，两座新站");
    let trial = Trial::of(&text, "plan_report");
    assert_fault!(trial, "paper.txt, line 4", What::Uncovered { .. });
    assert!(trial.fault().0.contains("`两座`"));
    let excluded = trial.with("exclusions.csv", "date\n", "date\npaper,4,两座新站,other\n");
    assert_eq!(excluded.audit().0, []);
}

#[test]
fn a_text_that_has_changed_is_missing_or_is_counted_wrongly() {
    let mut changed = Trial::new();
    changed.text.push_str("又及\n");
    assert_fault!(
        changed,
        "documents.csv, line 2, column sha256",
        What::Changed(_)
    );
    assert_fault!(
        Trial::new().with("documents.csv", ",6\n", ",5\n"),
        "documents.csv, line 2, column numerals",
        What::Numerals(6)
    );
}

#[test]
fn a_text_that_cannot_be_read_says_why() {
    for why in ["no such file", "not UTF-8"] {
        let unread = |_: &str| Err(io::Error::other(why));
        let (faults, _) = audit(&Trial::new().tables, unread).expect("the audit runs");
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let wanted = "documents.csv, line 2, column id: the text `paper.txt` cannot be read";
        assert_eq!(told, [format!("{wanted}: {why}")]);
    }
}

#[test]
fn a_table_is_published_only_where_nothing_is_wrong() {
    let path = env::temp_dir().join(format!("guatu-audit-{}.md", process::id()));
    let old = coverage::published(coverage::MARKS, "old").expect("marks");
    fs::write(&path, &old).expect("a page");
    let mut faults = Trial::new()
        .with("exclusions.csv", "paper,1,2030年,date\n", "")
        .audit()
        .0;
    publish(&path, "new", true, &mut faults).expect("the page is read");
    let kept = fs::read_to_string(&path).expect("a page");
    publish(&path, "new", true, &mut Vec::new()).expect("the page is written");
    let written = fs::read_to_string(&path).expect("a page");
    fs::remove_file(&path).expect("a page");
    assert_eq!(kept, old);
    assert!(matches!(faults.as_slice(), [_, stale] if stale.what == What::Stale));
    assert_eq!(coverage::published(&old, "new"), Some(written));
}

#[test]
fn the_package_s_own_faults_are_told_with_the_rest() {
    for (file, old, new, place) in [
        (
            "observations.csv",
            ",bridges,",
            ",tunnels,",
            "observations.csv, line 2, column indicator",
        ),
        (
            "observations.csv",
            ",2030,inf",
            ",2030-13,inf",
            "observations.csv, line 2, column period",
        ),
        (
            "observations.csv",
            "paper-2-2",
            "paper-2-1",
            "observations.csv, line 3, column id",
        ),
        (
            "responsibilities.csv",
            "build,",
            "mend,",
            "responsibilities.csv, line 2, column subject",
        ),
    ] {
        let (told, what) = Trial::new().with(file, old, new).fault();
        assert!(told.starts_with(&format!("{place}: ")), "{told}");
        assert!(matches!(what, What::Package(_)), "{told}");
    }
}

#[test]
fn in_a_news_report_pronunciations_are_no_part_of_text_or_fragment() {
    let text = "山水区2030年小(xiǎo)结(jié)\n新建桥(qiáo)梁?liáng)12座，增长7.5%\n\
        道路位居第二，学(xué)校3-5所\n甲桥通车，区建(jiàn)局负责\n";
    let trial = Trial::of(text, "news").with("observations.csv", "新建桥梁", "新建桥(qiáo)梁");
    assert_eq!(trial.audit().0, []);
}

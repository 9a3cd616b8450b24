//! Editions of the data: what became of the figures that a link shows since it was made.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{Dataset, Lang, Row, Tables, load};
use guatu::query::changes::{Since, since};
use guatu::text::{changes, figure};
use guatu::view::{Notice, ViewState, link};

const HEAD: &str = "edition,since,change,observation,field,before\n";

/// The built-in package as edition 2027.2.0, with changes since two earlier ones.
fn package(rows: &str) -> Tables {
    let mut tables = Tables::built_in();
    let descriptor = tables.get("datapackage.json").expect("the descriptor");
    let later = descriptor.replacen("\"version\": \"2026.11.0\"", "\"version\": \"2027.2.0\"", 1);
    tables.insert("datapackage.json", later);
    tables.insert("changes.csv", format!("{HEAD}{rows}"));
    tables
}

fn loaded(tables: &Tables) -> Dataset {
    load(tables).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn ids(data: &Dataset) -> (&str, &str) {
    let id = |row| data.observation(row).expect("a figure").id;
    (id(0), id(1))
}

fn changed() -> Dataset {
    let data = loaded(&Tables::built_in());
    let (first, second) = ids(&data);
    loaded(&package(&format!(
        "2026.12.0,2026.11.0,revised,{first},value,12\n\
         2026.12.0,2026.11.0,removed,gone-1-1,,\n\
         2027.2.0,2026.12.0,added,{second},,\n"
    )))
}

#[test]
fn since_each_edition_the_later_changes_count_and_only_what_is_shown() {
    let data = changed();
    let all = |_: Row| true;
    let Since::Known(known) = since(&data, "2026.11.0", &all) else {
        panic!("the table reaches back");
    };
    assert_eq!((known.added, known.removed), (vec![1], 1));
    let revised: Vec<(Row, &str)> = known
        .revised
        .iter()
        .map(|(row, c)| (*row, &*c.before))
        .collect();
    assert_eq!(revised, [(0, "12")]);
    let Since::Known(known) = since(&data, "2026.12.0", &all) else {
        panic!("the table reaches back");
    };
    assert_eq!(
        (known.added, known.revised.len(), known.removed),
        (vec![1], 0, 0)
    );
    let Since::Known(none) = since(&data, "2026.11.0", &|row| row > 1) else {
        panic!("the table reaches back");
    };
    assert_eq!((none.added.len(), none.revised.len()), (0, 0));
}

#[test]
fn a_figure_is_compared_with_what_the_link_s_edition_had() {
    let (first, second) = {
        let data = loaded(&Tables::built_in());
        let (first, second) = ids(&data);
        (first.to_owned(), second.to_owned())
    };
    // A row a column, in the order of the columns, over two editions.
    let data = loaded(&package(&format!(
        "2026.12.0,2026.11.0,revised,{first},line,4\n\
         2026.12.0,2026.11.0,revised,{first},value,5\n\
         2026.12.0,2026.11.0,revised,{first},as_printed,5个\n\
         2026.12.0,2026.11.0,revised,{second},as_printed,6座\n\
         2027.2.0,2026.12.0,revised,{first},value,6\n\
         2027.2.0,2026.12.0,revised,{first},as_printed,6个\n"
    )));
    let Since::Known(known) = since(&data, "2026.11.0", &|_| true) else {
        panic!("the table reaches back");
    };
    let said = |lang| -> Vec<String> {
        let revised = known.revised.iter();
        revised
            .map(|(row, change)| {
                let figure = data.observation(*row).expect("a figure");
                changes::before(&data, &figure, change, lang)
            })
            .collect()
    };
    let now = |lang| figure::line(&data.observation(0).expect("a figure"), lang);
    let unit = data.observation(0).and_then(|figure| figure.unit);
    let unit = unit.map_or("", |unit| unit.name.get(Lang::Zh));
    let zh = format!("（原为5{unit}，现为{}）", now(Lang::Zh));
    assert_eq!(said(Lang::Zh), [&*zh, ""]);
    assert!(said(Lang::En)[0].ends_with(&format!(", now {})", now(Lang::En))));
    let Since::Known(known) = since(&data, "2026.12.0", &|_| true) else {
        panic!("the table reaches back");
    };
    let revised: Vec<(Row, &str)> = known
        .revised
        .iter()
        .map(|(row, c)| (*row, &*c.before))
        .collect();
    assert_eq!(revised, [(0, "6")]);
}

#[test]
fn numbers_are_not_set_side_by_side_where_their_unit_is_another() {
    let first = ids(&loaded(&Tables::built_in())).0.to_owned();
    let data = loaded(&package(&format!(
        "2027.2.0,2026.11.0,revised,{first},value,5\n2027.2.0,2026.11.0,revised,{first},unit,km\n"
    )));
    let Since::Known(known) = since(&data, "2026.11.0", &|_| true) else {
        panic!("the table reaches back");
    };
    let (row, change) = known.revised[0];
    let figure = data.observation(row).expect("a figure");
    assert_eq!(changes::before(&data, &figure, change, Lang::Zh), "");
}

#[test]
fn what_the_link_never_had_is_not_gone_and_nothing_is_gone_twice() {
    let data = loaded(&Tables::built_in());
    let (first, _) = ids(&data);
    let data = loaded(&package(&format!(
        "2026.12.0,2026.11.0,added,brief,,\n\
         2026.12.0,2026.11.0,removed,twice,,\n\
         2026.12.0,2026.11.0,removed,{first},,\n\
         2027.1.0,2026.12.0,added,twice,,\n\
         2027.1.0,2026.12.0,added,{first},,\n\
         2027.1.0,2026.12.0,revised,brief,value,3\n\
         2027.2.0,2027.1.0,removed,brief,,\n\
         2027.2.0,2027.1.0,removed,twice,,\n"
    )));
    let known = |edition| match since(&data, edition, &|_| true) {
        Since::Known(known) => (known.added, known.revised.len(), known.removed),
        other => panic!("{other:?}"),
    };
    // What was taken out and put back may be another: it counts as revised.
    assert_eq!(known("2026.11.0"), (vec![], 1, 1));
    assert_eq!(known("2026.12.0"), (vec![0], 0, 1));
    assert_eq!(known("2027.1.0"), (vec![], 0, 2));
    let Since::Known(gone) = since(&data, "2027.1.0", &|_| true) else {
        panic!("the table reaches back");
    };
    let said = changes::head(&data, "2027.1.0", &Since::Known(gone), Lang::Zh);
    assert_eq!(
        said,
        "本链接按2027.1.0版数据生成，本页为2027.2.0版：所示数据无新增、无修订。"
    );
}

#[test]
fn editions_out_of_their_order_are_a_fault_with_its_line() {
    for rows in [
        "2027.2.0,2026.12.0,none,,,\n2026.12.0,2026.11.0,none,,,\n",
        "2026.12.0,2026.11.0,none,,,\n2027.2.0,2026.11.0,none,,,\n",
    ] {
        let faults = load(&package(rows)).expect_err("a fault");
        let listed: Vec<(u64, &str)> = faults
            .iter()
            .map(|fault| (fault.row, &*fault.column))
            .collect();
        assert_eq!(listed.first(), Some(&(3, "since")), "{rows}");
    }
    // The table ends in the edition of the package, and a number that was is a number.
    for (rows, column) in [
        ("2026.12.0,2026.11.0,none,,,\n", "edition"),
        ("2027.2.0,2026.11.0,revised,{id},value,<b>\n", "before"),
    ] {
        let data = loaded(&Tables::built_in());
        let faults = load(&package(&rows.replace("{id}", ids(&data).0)));
        let faults = faults.expect_err("a fault");
        let listed: Vec<(u64, &str)> = faults
            .iter()
            .map(|fault| (fault.row, &*fault.column))
            .collect();
        assert_eq!(listed, [(2, column)]);
    }
    let gone = "2026.12.0,2026.11.0,none,,,\n2027.2.0,2026.12.0,added,gone,,\n";
    let faults = load(&package(gone)).expect_err("a fault");
    let listed: Vec<(u64, &str)> = faults
        .iter()
        .map(|fault| (fault.row, &*fault.column))
        .collect();
    assert_eq!(listed, [(3, "observation")]);
}

#[test]
fn an_edition_before_the_table_and_a_later_one_are_told_apart() {
    let data = changed();
    for (edition, expected) in [
        ("2026.10.0", Since::Unknown),
        ("spring", Since::Unknown),
        ("2027.2.1", Since::Newer),
        ("2027.10.0", Since::Newer),
    ] {
        assert_eq!(since(&data, edition, &|_| true), expected, "{edition}");
    }
}

#[test]
fn a_link_of_another_edition_says_so_and_one_of_this_edition_does_not() {
    let data = changed();
    let state = ViewState::default();
    let own = link::share(&state, &data);
    assert_eq!(own, "#/board?edition=2027.2.0");
    assert_eq!(link::read(&own, &data), (state.clone(), vec![]));
    let notice = Notice::OtherEdition("2026.11.0".to_owned());
    let (read, notices) = link::read("#/board?edition=2026.11.0", &data);
    assert_eq!((read, notices), (state.clone(), vec![notice]));
    // Only what can be an edition is told as one.
    for word in ["xyz", "2026-11", "2026.11.0x"] {
        let (read, notices) = link::read(&format!("#/board?edition={word}"), &data);
        let key = "edition".to_owned();
        let value = word.to_owned();
        assert_eq!(
            (read, notices),
            (state.clone(), vec![Notice::UnknownValue { key, value }])
        );
    }
}

#[test]
fn the_sentence_names_both_editions_in_both_languages() {
    let data = changed();
    for (edition, zh) in [
        (
            "2026.11.0",
            "本链接按2026.11.0版数据生成，本页为2027.2.0版：所示数据有变动。",
        ),
        (
            "2027.3.0",
            "本链接按较新的2027.3.0版数据生成，本页为2027.2.0版，所示数据可能不是最新。",
        ),
        (
            "2026.1.0",
            "本链接按2026.1.0版数据生成，本页为2027.2.0版；变动记录未追溯到该版，所示数据可能与当时不同。",
        ),
    ] {
        let since = since(&data, edition, &|_| true);
        assert_eq!(changes::head(&data, edition, &since, Lang::Zh), zh);
        let english = changes::head(&data, edition, &since, Lang::En);
        assert!(
            english.contains(edition) && english.contains("2027.2.0"),
            "{english}"
        );
    }
}

#[test]
fn a_package_may_go_without_the_table_and_a_wrong_row_is_a_fault() {
    let built_in = Tables::built_in();
    let mut without = Tables::default();
    for name in guatu::dataset::files().filter(|name| *name != "changes.csv") {
        without.insert(name, built_in.get(name).expect("known"));
    }
    assert_eq!(loaded(&without).changes, []);
    let data = loaded(&built_in);
    let (first, _) = ids(&data);
    for (row, told) in [
        (
            format!("2027.2.0,2026.11.0,changed,{first},,"),
            "column change",
        ),
        (
            format!("2027.2.0,2026.11.0,revised,{first},,"),
            "column field",
        ),
        (
            format!("2027.2.0,2026.11.0,added,{first},value,"),
            "column field",
        ),
        (
            format!("2027.2.0,2026.11.0,removed,{first},,"),
            "must not be in",
        ),
        ("2027.2.0,2026.11.0,added,gone,,".to_owned(), "must be in"),
        (
            "2027.2.0,2026.11.0,added,,,".to_owned(),
            "column observation",
        ),
        (
            format!("2027.2.0,2026.11.0,none,{first},,"),
            "names no figure",
        ),
        ("2027.2.0,2027.2.0,none,,,".to_owned(), "column since"),
    ] {
        let faults = load(&package(&format!("{row}\n"))).expect_err("a fault");
        let listed: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(
            listed.iter().any(|fault| fault.contains(told)),
            "{row}: {listed:?}"
        );
    }
    // What was added and then removed, and the other way round, is right.
    loaded(&package(&format!(
        "2026.12.0,2026.11.0,added,gone,,\n2027.2.0,2026.12.0,removed,gone,,\n\
         2027.2.0,2026.12.0,added,{first},,\n"
    )));
}

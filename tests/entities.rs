//! Tasks, their units, projects, terms and exclusions: what a package of them gives, and how a broken
//! one is told. The rows are invented.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

use guatu::dataset::{Dataset, Reason, Role, Stage, Subject, Tables, load};

const DOCUMENT: &str = "wuchang-14fyp-task-division";

/// The built-in package without its tasks and what refers to them.
fn without_tasks() -> Tables {
    let mut tables = Tables::built_in();
    let built_in = loaded(&tables);
    let text = |file: &str| tables.get(file).expect("a known file").to_owned();
    let (mut figures, mut units) = (text("observations.csv"), text("responsibilities.csv"));
    for task in &built_in.tasks {
        figures = figures.replace(&format!(",{},", task.id), ",,");
        let kept = units.lines().filter(|row| !row.starts_with(&*task.id));
        units = kept.fold(String::new(), |text, row| text + row + "\n");
    }
    tables.insert("observations.csv", figures);
    tables.insert("responsibilities.csv", units);
    tables
}

/// The built-in package with tables of two tasks, a project, a term and an exclusion of its own.
fn package() -> Tables {
    let mut tables = without_tasks();
    tables.insert(
        "tasks.csv",
        format!(
            "id,document,line,theme_no,theme_line,theme_zh,theme_en,number,title_zh,title_en\n\
             task-1,{DOCUMENT},70,1,69,甲类,One kind,1,甲事,One thing\n\
             task-2,{DOCUMENT},80,1,69,甲类,One kind,2,乙事,Another\n"
        ),
    );
    tables.insert(
        "projects.csv",
        format!(
            "id,name_zh,name_en,area,document,line,stage,period,as_printed\n\
             {DOCUMENT}-70-p1,甲桥,Bridge,420106,{DOCUMENT},70,opened,2024,甲桥通车\n\
             {DOCUMENT}-71-p1,乙桥,Other bridge,420106,{DOCUMENT},71,planned,,乙桥\n"
        ),
    );
    tables.insert(
        "glossary.csv",
        format!(
            "term_zh,term_en,document,line,definition_zh,definition_en\n\
             甲,One,{DOCUMENT},90,第一个,The first\n"
        ),
    );
    tables.insert(
        "exclusions.csv",
        format!("document,line,as_printed,reason\n{DOCUMENT},1,〔2099〕,enumeration\n"),
    );
    let text = tables.get("responsibilities.csv").expect("the file");
    let more = format!(
        "{text}task-1,wuchang-health,responsible,1,{DOCUMENT},79,区卫健局\n\
         task-1,wuchang-education,lead,2,{DOCUMENT},79,区教育局\n"
    );
    tables.insert("responsibilities.csv", more);
    tables
}

fn replaced(mut tables: Tables, file: &str, old: &str, new: &str) -> Tables {
    let text = tables.get(file).expect("a known file").to_owned();
    assert!(text.contains(old), "{file} holds {old}");
    tables.insert(file, text.replacen(old, new, 1));
    tables
}

fn loaded(tables: &Tables) -> Dataset {
    load(tables).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[test]
fn tasks_projects_terms_and_exclusions_are_read_whole() {
    let data = loaded(&package());
    let [task, _] = data.tasks.as_slice() else {
        panic!("two tasks");
    };
    assert_eq!((task.line, task.theme, task.number), (70, 1, 1));
    assert_eq!(&*task.theme_name.en, "One kind");
    let [built, planned] = data.projects.as_slice() else {
        panic!("two projects");
    };
    assert_eq!(
        (built.stage, planned.stage),
        (Stage::Opened, Stage::Planned)
    );
    assert_eq!(built.period.map(|p| p.to_string()).as_deref(), Some("2024"));
    assert_eq!(planned.period, None);
    let term = data.terms.first().expect("a term");
    assert_eq!((&*term.name.en, term.line), ("One", 90));
    let exclusion = data.exclusions.first().expect("an exclusion");
    assert_eq!(exclusion.reason, Reason::Enumeration);
    let document = data.documents.get(usize::from(task.document));
    let covers = document.map(|document| document.covers.to_string());
    assert_eq!(covers.as_deref(), Some("2021/2025"));
}

#[test]
fn a_theme_with_two_names_is_told() {
    let tables = replaced(
        package(),
        "tasks.csv",
        "69,甲类,One kind,2",
        "69,乙类,One kind,2",
    );
    let faults = load(&tables).expect_err("a fault");
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told.concat().contains("tasks.csv"), "{told:?}");
    assert!(told.concat().contains("theme_zh"), "{told:?}");
}

/// The built-in package in which a figure belongs to the first task: one whose indicator has units
/// of its own, and one that has none.
fn with_task(id: &str) -> (Dataset, u32) {
    let tables = package();
    let text = tables.get("observations.csv").expect("the file");
    let row = text
        .lines()
        .find(|line| line.starts_with(&format!("{id},")));
    let row = row.expect("the figure").to_owned();
    let mut cells: Vec<&str> = row.split(',').collect();
    *cells.get_mut(16).expect("the column `task`") = "task-1";
    let data = loaded(&replaced(
        tables,
        "observations.csv",
        &row,
        &cells.join(","),
    ));
    let row = data.iter().find(|o| o.id == id).expect("the figure").row;
    (data, row)
}

#[test]
fn the_units_of_a_task_answer_for_its_figures_the_leading_one_first() {
    let (data, row) = with_task("wuchang-2020-plan-39-1");
    let figure = data.observation(row).expect("the figure");
    assert_eq!(figure.task.map(|task| &*task.title.zh), Some("甲事"));
    let subject = data.subject(row).expect("a subject");
    assert_eq!(subject, Subject::Task(0));
    let units: Vec<(&str, Role)> = data
        .responsible(subject)
        .map(|(unit, role)| (&*unit.id, role))
        .collect();
    assert_eq!(
        units,
        [
            ("wuchang-education", Role::Lead),
            ("wuchang-health", Role::Responsible)
        ]
    );
}

#[test]
fn the_units_of_the_task_that_a_figure_stands_in_go_before_those_of_its_indicator() {
    let data = loaded(&package());
    let target = data
        .iter()
        .find(|o| &*o.indicator.id == "life-expectancy" && data.subject(o.row).is_some());
    let (data, row) = with_task(target.expect("a target").id);
    let subject = data.subject(row);
    assert_eq!(subject, Some(Subject::Task(0)));
}

#[test]
fn what_is_broken_in_these_tables_is_named_with_its_place() {
    for (file, old, new, says) in [
        (
            "tasks.csv",
            ",80,",
            ",0,",
            "line 3, column line: `0` is not a whole number",
        ),
        (
            "tasks.csv",
            "task-2",
            "task-1",
            "line 3, column id: `task-1` stands already in line 2",
        ),
        (
            "tasks.csv",
            DOCUMENT,
            "plan",
            "line 2, column document: `plan` is not in documents.csv",
        ),
        (
            "responsibilities.csv",
            "task-1",
            "task-9",
            "column subject: `task-9` is not in tasks.csv",
        ),
        (
            "responsibilities.csv",
            ",79,",
            ",,",
            "column line: `` is not a whole number",
        ),
        (
            "projects.csv",
            "opened",
            "open",
            "line 2, column stage: `open` is not allowed",
        ),
        (
            "projects.csv",
            ",2024,",
            ",2024-13,",
            "line 2, column period: `2024-13` is not a period",
        ),
        (
            "projects.csv",
            "甲桥通车",
            "",
            "line 2, column as_printed: must hold the fragment",
        ),
        ("projects.csv", "-71-p1", "-70-p1", "line 3, column id: "),
        (
            "glossary.csv",
            ",90,",
            ",x,",
            "line 2, column line: `x` is not a whole number",
        ),
        (
            "exclusions.csv",
            "enumeration",
            "list",
            "line 2, column reason: `list` is not allowed",
        ),
        (
            "exclusions.csv",
            "〔2099〕",
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
            "line 2, column as_printed: must hold the fragment",
        ),
    ] {
        let tables = replaced(package(), file, old, new);
        let faults = load(&tables).expect_err("a fault");
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let found = told
            .iter()
            .any(|fault| fault.starts_with(file) && fault.contains(says));
        assert!(found, "{says}:\n{}", told.join("\n"));
        assert_eq!(told.len(), 1, "{}", told.join("\n"));
    }
}

#[test]
fn an_exclusion_stands_once() {
    let mut tables = package();
    let text = tables.get("exclusions.csv").expect("the file");
    let row = text.lines().last().expect("a row");
    tables.insert("exclusions.csv", format!("{text}{row}\n"));
    let faults = load(&tables).expect_err("a fault");
    let fault = faults.first().map(ToString::to_string).unwrap_or_default();
    assert!(
        fault.starts_with("exclusions.csv, line 3, column as_printed: ")
            && fault.contains("line 2"),
        "{fault}"
    );
}

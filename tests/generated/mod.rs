//! Data packages with outcomes of every sort, made from the project's own, whose targets mostly await
//! theirs.

use guatu::dataset::Tables;

pub const OBSERVATIONS: &str = "observations.csv";
const RELATIONS: &str = "relations.csv";

/// Appends lines to a table.
pub fn extend(tables: &mut Tables, name: &str, lines: &[String]) {
    let text = tables.get(name).expect("a table").trim_end();
    let text = format!("{text}\n{}\n", lines.join("\n"));
    tables.insert(name, text);
}

/// A row of `observations.csv` with some of its cells changed; none for a row that has quotes.
pub fn changed(tables: &Tables, row: &str, cells: &[(&str, &str)]) -> Option<String> {
    let head = tables.get(OBSERVATIONS)?.lines().next()?;
    let columns: Vec<&str> = head.split(',').collect();
    let mut all: Vec<&str> = row.split(',').collect();
    if all.len() != columns.len() || row.contains('"') {
        return None;
    }
    for (name, value) in cells {
        let at = columns.iter().position(|column| column == name)?;
        all[at] = value;
    }
    Some(all.join(","))
}

/// The row of a figure.
pub fn row_of(tables: &Tables, id: &str) -> String {
    let text = tables.get(OBSERVATIONS).expect("figures");
    let mut rows = text.lines();
    let row = rows.find(|row| row.split(',').next() == Some(id));
    row.expect("a figure").to_owned()
}

/// What makes an outcome of a target's row.
pub const NO_TARGET: [(&str, &str); 5] = [
    ("value_high", ""),
    ("comparator", "="),
    ("plan", ""),
    ("class", ""),
    ("task", ""),
];

/// The project's data with outcomes of every sort added to its targets, and with relations between them:
/// conflicts, what must not be compared, two printed shares.
pub fn with_outcomes() -> Tables {
    let mut tables = Tables::built_in();
    let text = tables.get(OBSERVATIONS).expect("figures").to_owned();
    let head: Vec<&str> = text.lines().next().expect("a head").split(',').collect();
    let at = |name: &str| head.iter().position(|column| *column == name).expect(name);
    let (mut rows, mut relations) = (Vec::new(), Vec::new());
    for (n, row) in text.lines().enumerate() {
        let cells: Vec<&str> = row.split(',').collect();
        let is_plain = cells.len() == head.len() && !row.contains('"');
        if !is_plain || cells[at("kind")] != "target" || cells[at("value")].is_empty() {
            continue;
        }
        let year = cells[at("period")].split('/').next().expect("a year");
        let year = if cells[at("plan")] == "14fyp" {
            "2021"
        } else {
            year
        };
        let value: f64 = cells[at("value")].parse().expect("a number");
        let id = |m: usize| format!("{}90{m}", cells[at("id")]);
        let has = |m: usize| (n >> m) % 2 == 1;
        let sorts = [
            ("to_date", 0.5, "-01/"),
            ("estimate", 1.0, ""),
            ("actual", 0.9, ""),
        ];
        for (m, (kind, share, part)) in sorts.into_iter().enumerate().filter(|(m, _)| has(*m)) {
            let value = format!("{:.1}", value * share);
            let period = if part.is_empty() {
                year.to_owned()
            } else {
                format!("{year}{part}{year}-06")
            };
            let id = id(m);
            let own = [
                ("id", &*id),
                ("kind", kind),
                ("value", &*value),
                ("period", &*period),
            ];
            rows.extend(changed(&tables, row, &[&own[..], &NO_TARGET[..]].concat()));
        }
        let mut tie = |from: &str, to: &str, kind: &str| {
            relations.push(format!("{from},{to},{kind},说明,A note"));
        };
        if has(1) && has(2) {
            tie(&id(1), &id(2), "conflicts");
        }
        if has(0) && n % 16 == 1 {
            tie(&id(0), cells[at("id")], "not_comparable");
        }
        if has(0) && n % 16 == 5 {
            tie("wuchang-2020-q3-41-2", &id(0), "share_of");
            tie("wuchang-2020-q3-43-2", &id(0), "share_of");
        }
    }
    extend(&mut tables, OBSERVATIONS, &rows);
    extend(&mut tables, RELATIONS, &relations);
    tables
}

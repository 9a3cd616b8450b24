//! What somebody with bad intentions may write into a data package and into a link.
//!
//! The package is the project's own with such words in every cell that takes them: [`package`] tries
//! each column, and a column that refuses has a rule of its own.

use guatu::dataset::{SCHEMAS, Schema, Tables, load};

/// Words that run, ask for something or tear the page where they are taken for more than words. Each
/// would leave `ran` in the window, or a request for `/hostile`.
pub const WORDS: [&str; 9] = [
    r#"<img src="/hostile" onerror="window.ran=1">"#,
    r#""'><script>window.ran=1</script><svg onload="window.ran=1">"#,
    "javascript:window.ran=1//",
    r#"</script></style></title></textarea><iframe srcdoc="<script>parent.ran=1</script>">"#,
    r#"=HYPERLINK("/hostile";"a")"#,
    "\u{202e}\u{2066}gnihton\u{200b}\u{feff}\u{0301}\u{0301}\u{0301}",
    "](javascript:window.ran=1) `$(touch /hostile)` {{7*7}} ${window.ran=1} %3Cb%3E &lt;b&gt;",
    "url(/hostile);}*{display:none}/*",
    r#"!<img src="/hostile" onerror="window.ran=1">~!~"#,
];

const CHANGES: &str = "changes.csv";

/// The same for a cell that takes few characters.
pub const FEW: &str = r#"<b onclick="ran=1">'&"#;

/// What a cell becomes, made of its row's number and of what it holds.
type Words<'a> = dyn Fn(usize, &str) -> String + 'a;

/// The project's data with these words in turn in all cells that take any words, and the columns that do.
pub fn package(words: &[&str]) -> (Tables, Vec<String>) {
    // A fragment takes few characters, and what is said of a theme must be the same in all its rows.
    let makers: [&Words<'_>; 3] = [
        &|row, cell| format!("{}{cell}{row}", words[row % words.len()]),
        &|row, _| format!("{FEW}{row}"),
        &|_, _| FEW.to_owned(),
    ];
    let mut tables = Tables::built_in();
    // The project's first edition has no changes yet: one, so that its words are met too.
    let heads = tables.get(CHANGES).expect("changes").lines().next();
    let change = "2026.11.0,2026.10.0,revised,wuchang-14fyp-task-division-24-1";
    let [value, fragment] = ["value,12", "as_printed,12"].map(|what| format!("{change},{what}\n"));
    tables.insert(
        CHANGES,
        [heads.expect("heads"), "\n", &value, &fragment].concat(),
    );
    let mut taken = Vec::new();
    for schema in SCHEMAS {
        for (column, name) in schema.columns.iter().enumerate() {
            let tries = makers.map(|words| worded(&tables, schema, column, words));
            let accepted = tries.into_iter().find(|tried| load(tried).is_ok());
            let is_other = |tried: &Tables| tried.get(schema.file) != tables.get(schema.file);
            if let Some(accepted) = accepted.filter(is_other) {
                tables = accepted;
                taken.push(format!("{}/{name}", schema.file));
            }
        }
    }
    let descriptor = tables.get("datapackage.json").expect("a descriptor");
    let quoted = FEW.replace('"', "\\\"");
    let title = |key: &str| format!("\"{key}\": \"");
    let descriptor = ["title", "title_en"]
        .iter()
        .fold(descriptor.to_owned(), |text, key| {
            text.replacen(&title(key), &format!("{}{quoted}", title(key)), 1)
        });
    tables.insert("datapackage.json", descriptor);
    (tables, taken)
}

/// The tables with other words in the filled cells of a column.
fn worded(tables: &Tables, schema: &Schema, column: usize, words: &Words<'_>) -> Tables {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(schema.columns).expect("heads");
    for (row, (_, mut cells)) in schema.rows(tables).into_iter().enumerate() {
        if !cells[column].is_empty() {
            cells[column] = words(row + column, &cells[column]);
        }
        writer.write_record(&cells).expect("a row");
    }
    let text = writer.into_inner().expect("a table");
    let mut tables = tables.clone();
    tables.insert(schema.file, String::from_utf8(text).expect("text"));
    tables
}

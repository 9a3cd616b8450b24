//! The colours of the page: what stands on what, and that weak eyes can tell the two apart.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test stops where it fails")]

/// Text and ground, as the style sheets put the one on the other: 4.5 to 1 (WCAG 2.2, 1.4.3).
const TEXTS: [(&str, &[&str]); 10] = [
    ("ink", &["paper", "raised", "hair", "accent-soft", "mark"]),
    ("muted", &["paper", "raised", "hair", "accent-soft", "mark"]),
    ("accent", &["paper", "raised", "hair", "accent-soft"]),
    ("raised", &["ink", "accent", "muted"]),
    ("target", &["raised"]),
    ("met", &["paper", "raised", "hair"]),
    ("pace", &["paper", "raised", "hair"]),
    ("warn", &["paper", "raised", "hair"]),
    ("behind", &["paper", "raised", "hair"]),
    ("missed", &["paper", "raised", "hair"]),
];

/// Edges of what is pressed or typed in, and marks, on their grounds: 3 to 1 (1.4.11).
const SHAPES: [(&str, &[&str]); 2] = [
    ("edge", &["paper", "raised", "accent-soft"]),
    ("accent", &["paper", "raised", "line"]),
];

/// The block of each set of colours, by a piece of its selector.
const SETS: [&str; 3] = [
    ":root {",
    ":root[data-appearance=\"dark\"] {",
    ":root:not([data-appearance=\"light\"]) {",
];

#[test]
fn every_text_and_every_edge_stands_out_from_its_ground() {
    for set in SETS {
        for (least, pairs) in [(4.5, &TEXTS[..]), (3.0, &SHAPES[..])] {
            for (front, grounds) in pairs {
                for ground in *grounds {
                    let contrast = contrast(colour(set, front), colour(set, ground));
                    assert!(
                        contrast >= least,
                        "{set} {front} on {ground}: {contrast:.2}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_system_that_asks_for_dark_gets_the_same_colours_as_a_reader_who_does() {
    let names = TEXTS.iter().chain(&SHAPES).map(|(name, _)| name);
    for name in names {
        let parts = |set| colour(set, name).map(|part| part.round() as u8);
        assert_eq!(parts(SETS[1]), parts(SETS[2]), "{name}");
    }
}

#[test]
fn every_style_sheet_closes_what_it_opens_and_no_query_stands_in_a_rule() {
    let styles = concat!(env!("CARGO_MANIFEST_DIR"), "/src/styles");
    for entry in std::fs::read_dir(styles).expect("the style sheets") {
        let path = entry.expect("a style sheet").path();
        let text = std::fs::read_to_string(&path).expect("its text");
        let mut depth = 0;
        for line in text.lines() {
            let opens = line.matches('{').count();
            // Rules stand in queries and pages, two deep at most: a third is a brace forgotten.
            depth = depth + opens - line.matches('}').count();
            assert!(depth <= 2, "{}: {line}", path.display());
            let indent = line.len() - line.trim_start().len();
            let is_rule = opens > 0 && !line.trim_start().starts_with('}');
            assert!(
                !is_rule || indent / 2 + opens == depth,
                "{}: {line}",
                path.display()
            );
        }
        assert_eq!(depth, 0, "{}", path.display());
    }
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 1e-9);
}

/// Red, green and blue of a token, 0 to 255 each.
fn colour(set: &str, name: &str) -> [f64; 3] {
    let tokens = include_str!("../src/styles/tokens.css");
    let block = tokens
        .split('}')
        .find(|block| block.contains(set))
        .expect("the set");
    let hex = block
        .split(&format!("--{name}: #"))
        .nth(1)
        .and_then(|rest| rest.get(..6))
        .expect("the token");
    [0, 2, 4].map(|at| {
        let part = hex.get(at..at + 2).expect("two digits");
        f64::from(u8::from_str_radix(part, 16).expect("hexadecimal digits"))
    })
}

/// The ratio of two colours' luminance, 1 to 21, after WCAG 2.2.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance of a colour, 0 to 1.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

//! What of a module comes from which crate, by the names of its functions; of `guatu` by its folders.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// Bytes by crate, the heaviest first: function bodies as they are before compression. What is no function
/// stands in brackets.
///
/// # Errors
/// There is no such file, or it is no module.
pub fn by_crate(module: &Path) -> Result<Vec<(String, usize)>> {
    let bytes = std::fs::read(module)
        .with_context(|| format!("no {}: run `cargo xtask build` first", module.display()))?;
    let sums = summed(&bytes).with_context(|| format!("reading {}", module.display()))?;
    let mut sums: Vec<(String, usize)> = sums.into_iter().collect();
    sums.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    Ok(sums)
}

fn summed(module: &[u8]) -> Result<BTreeMap<String, usize>> {
    let mut sums = BTreeMap::new();
    let mut add = |name: String, bytes: usize| *sums.entry(name).or_insert(0) += bytes;
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    if matches!(import?.ty, wasmparser::TypeRef::Func(_)) {
                        imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().len()),
            Payload::DataSection(section) => add("(data)".to_owned(), len(section.range())),
            Payload::ElementSection(section) => add("(table)".to_owned(), len(section.range())),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(subsections) = section.as_known() {
                    for name in subsections {
                        let Ok(Name::Function(functions)) = name else {
                            continue;
                        };
                        for one in functions {
                            let one = one?;
                            names.insert(one.index, one.name);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, bytes) in (imported..).zip(bodies) {
        let name = names.get(&index).copied().unwrap_or_default();
        add(crate_of(name), bytes);
    }
    Ok(sums)
}

fn len(range: std::ops::Range<u64>) -> usize {
    usize::try_from(range.end - range.start).unwrap_or(usize::MAX)
}

/// The crate of a function by its mangled name: that of the type of a method, or of its trait where the type
/// may be any; and of `guatu` the folder too.
fn crate_of(name: &str) -> String {
    let path = format!("{:#}", rustc_demangle::demangle(name));
    let path = match path.split_once(" as ") {
        Some((any, of)) if !any.contains("::") => of,
        _ => &path,
    };
    let start = path.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    let start = ["dyn ", "mut ", "const ", "impl "]
        .iter()
        .find_map(|word| start.strip_prefix(word))
        .unwrap_or(start);
    let mut parts = start.split("::").map(|part| {
        let end = part.find(|c: char| !c.is_alphanumeric() && c != '_');
        part.get(..end.unwrap_or(part.len())).unwrap_or_default()
    });
    match (parts.next(), parts.next()) {
        (Some("guatu"), Some(folder)) => format!("guatu::{folder}"),
        (Some(name), Some(_)) => name.to_owned(),
        _ => "(other)".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_type() {
        let names = [
            ("_ZN5guatu2ui3app5title17h0123456789abcdefE", "guatu::ui"),
            (
                "_ZN54_$LT$yew..html..Html$u20$as$u20$core..clone..Clone$GT$5clone17h0123456789abcdefE",
                "yew",
            ),
            (
                "_ZN4core3ptr42drop_in_place$LT$alloc..string..String$GT$17h0123456789abcdefE",
                "core",
            ),
            (
                "_ZN39_$LT$B$u20$as$u20$plotters..Backend$GT$4fill17h0123456789abcdefE",
                "plotters",
            ),
            ("memcpy", "(other)"),
            ("", "(other)"),
        ];
        for (name, expected) in names {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }

    #[test]
    fn a_module_is_summed_by_section_and_function() -> Result<()> {
        // One function of two bytes, and its name: `a::b` as the compiler mangles it.
        const MODULE: &[u8] =
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b\
            \0\x12\x04name\x01\x0b\x01\0\x08_ZN1a1bE";
        assert_eq!(summed(MODULE)?, BTreeMap::from([("a".to_owned(), 2)]));
        Ok(())
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(summed(b"<html>").is_err());
    }
}

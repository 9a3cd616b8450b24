//! `reproduce`: two builds of the committed state, each in a folder of its own with nothing of the other,
//! and whether they are the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::project;

/// The folders of the two copies: paths of different lengths and letters, so that one that is left in a
/// file shows.
const COPIES: [&str; 2] = ["one", "another place/挂图"];

/// Builds twice and compares.
///
/// # Errors
/// A build failed, or the two differ: the message names each file that does.
pub fn run() -> Result<()> {
    let folder = project::target()?.join("reproduce");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    let mut built = Vec::new();
    for name in COPIES {
        let copy = folder.join(name);
        project::heading(&format!("The committed state in {}", copy.display()));
        check_out(&copy)?;
        build(&copy)?;
        built.push(hashes(&copy.join("dist"))?);
    }
    fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    project::heading("SHA-256 of the built files");
    compare(&built)
}

/// A copy without history: what is committed and nothing else.
fn check_out(copy: &Path) -> Result<()> {
    fs::create_dir_all(copy).with_context(|| format!("making {}", copy.display()))?;
    let archive = copy.join("committed.tar");
    let (file, place) = (archive.display().to_string(), copy.display().to_string());
    project::run(project::program("git")?.args(["archive", "--output", &file, "HEAD"]))?;
    project::run(project::program("tar")?.args(["-x", "-f", &file, "-C", &place]))?;
    fs::remove_file(&archive).with_context(|| format!("removing {file}"))
}

fn build(copy: &Path) -> Result<()> {
    let mut cargo = project::program("cargo")?;
    cargo.args(["xtask", "build"]).current_dir(copy);
    // Cargo sets these for what it runs, and so for this program: the copy has its own.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"] {
        cargo.env_remove(name);
    }
    project::run(cargo.env("CARGO_TARGET_DIR", copy.join("target")))
}

fn hashes(dist: &Path) -> Result<BTreeMap<String, String>> {
    let mut hashes = BTreeMap::new();
    for entry in fs::read_dir(dist).with_context(|| format!("reading {}", dist.display()))? {
        let entry = entry?;
        let digest = Sha256::digest(fs::read(entry.path())?);
        let hex = digest.iter().map(|byte| format!("{byte:02x}"));
        let name = entry.file_name().to_string_lossy().into_owned();
        hashes.insert(name, hex.collect());
    }
    Ok(hashes)
}

/// Prints the files with their hashes.
fn compare(built: &[BTreeMap<String, String>]) -> Result<()> {
    let mut differing: Vec<&str> = Vec::new();
    for (index, files) in built.iter().enumerate() {
        for (name, hash) in files {
            let is_same = built.iter().all(|other| other.get(name) == Some(hash));
            if index == 0 || !is_same {
                println!("{hash}  {name}");
            }
            if !is_same && !differing.contains(&name.as_str()) {
                differing.push(name);
            }
        }
    }
    ensure!(
        differing.is_empty(),
        "not identical: {}",
        differing.join(", ")
    );
    println!("identical");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(files: &[(&str, &str)]) -> Result<BTreeMap<String, String>> {
        let dist = tempfile::tempdir()?;
        for (name, text) in files {
            fs::write(dist.path().join(name), text)?;
        }
        hashes(dist.path())
    }

    #[test]
    fn the_hash_of_a_file_is_the_one_that_sha256sum_prints() -> Result<()> {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(
            built(&[("a", "abc")])?.get("a").map(String::as_str),
            Some(expected)
        );
        Ok(())
    }

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() -> Result<()> {
        let one = built(&[("a", "1"), ("b", "2")])?;
        assert!(compare(&[one.clone(), one.clone()]).is_ok());
        for other in [built(&[("a", "1"), ("b", "3")])?, built(&[("a", "1")])?] {
            for pair in [[one.clone(), other.clone()], [other, one.clone()]] {
                let told = compare(&pair).map_err(|error| error.to_string());
                assert_eq!(told, Err("not identical: b".to_owned()));
            }
        }
        Ok(())
    }
}

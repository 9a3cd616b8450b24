//! `build`: the site by Trunk, its data beside it, the single file packed from both, and the service
//! worker of the site, into `dist/`.
//!
//! The same sources and versions give the same bytes on every machine.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{
    check_data, data_file, files, front, guides, integrity, program, project, setup, single_file,
    styles, worker,
};

/// Builds everything that is shipped.
///
/// # Errors
/// A tool, the data or the program is at fault; the message says which.
pub fn run() -> Result<()> {
    setup::build_tools()?;
    project::heading("Data");
    check_data::run(None)?;
    project::heading("Site");
    // Trunk builds offline, so that nothing but this line asks the network for crates.
    project::run(project::program("cargo")?.args(["fetch", "--locked"]))?;
    trunk()?;
    program::join(&project::dist())?;
    let file = styles::join(&project::dist())?;
    println!("{}", file.display());
    // Trunk empties the folder first.
    let tables = check_data::read(&project::data())?;
    let file = data_file::write(&tables, &project::dist())?;
    println!("{}", file.display());
    let file = files::build(&project::dist(), &flags()?)?;
    println!("{}", file.display());
    guides::write(&project::dist())?;
    let front = front::of(&check_data::loaded(None)?, &tables);
    project::heading("Single file");
    // Its form has places where the front of the site is.
    let file = single_file::write(&project::dist(), &front, &tables)?;
    println!("{}", file.display());
    front::write(&front, &project::dist())?;
    project::heading("Integrity and service worker");
    // After all else: no file changes any more.
    integrity::seal(&project::dist())?;
    let file = worker::write(&project::dist())?;
    println!("{}", file.display());
    Ok(())
}

fn trunk() -> Result<()> {
    let mut trunk = project::program("trunk")?;
    trunk.arg("build").env("CARGO_ENCODED_RUSTFLAGS", flags()?);
    // Trunk takes no value but `true` or `false` in this variable, and stops at the usual `1`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env_remove("NO_COLOR").env("TRUNK_COLOR", "never");
    }
    project::run(&mut trunk)
}

/// Many rows at a time, which every browser can that the page serves; and the same paths in panic messages
/// wherever the crates lie on this machine.
pub fn flags() -> Result<OsString> {
    let sources = cargo_home()?.join("registry/src");
    let mut folders = vec![(project::root(), "guatu")];
    let entries =
        fs::read_dir(&sources).with_context(|| format!("reading {}", sources.display()))?;
    for entry in entries {
        folders.push((entry?.path(), "crates"));
    }
    let remapped = folders.iter().map(|(folder, name)| remap(folder, name));
    let simd = OsString::from("-Ctarget-feature=+simd128");
    let flags: Vec<OsString> = iter::once(simd).chain(remapped).collect();
    // Cargo splits this variable at the unit separator.
    Ok(flags.join(OsString::from("\x1f").as_os_str()))
}

fn remap(folder: &Path, name: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(folder);
    flag.push("=");
    flag.push(name);
    flag
}

fn cargo_home() -> Result<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    let usual = || env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
    named
        .or_else(usual)
        .context("cargo's folder is unknown: set CARGO_HOME or HOME")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_this_machine_gets_a_name_of_the_project() {
        let flag = remap(Path::new("/home/li/src"), "crates");
        assert_eq!(flag, "--remap-path-prefix=/home/li/src=crates");
    }
}

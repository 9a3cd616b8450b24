//! The tools of WebAssembly, alike for every program that is shipped: wasm-bindgen joins one to the page,
//! wasm-opt makes it small.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::project;

/// What the compiler is asked for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What modules may hold.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-simd",
];

/// How a module is optimised: for speed, without inlining and with functions in the order of their names,
/// which is the smallest once it is compressed (ARCHITECTURE.md). Names stay.
const OPTIMISATION: [&str; 5] = [
    "-O2",
    "--always-inline-max-function-size=0",
    "--one-caller-inline-max-function-size=0",
    "--reorder-functions-by-name",
    "--debuginfo",
];

/// The library of a package of the workspace, linked and joined to glue in a folder of its name: glue and
/// WebAssembly. `flags` are those of the compiler.
///
/// # Errors
/// A tool fails.
pub fn library(package: &str, flags: &OsStr) -> Result<[PathBuf; 2]> {
    let mut cargo = project::program("cargo")?;
    cargo.args(["build", "--quiet", "--release", "--locked", "--offline"]);
    cargo.args(["--package", package, "--lib", "--target", TARGET]);
    cargo.arg("--target-dir").arg(project::target()?);
    project::run(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags))?;
    bound(
        &linked(package)?,
        &project::target()?.join(package),
        package,
        &[],
    )
}

/// Where cargo leaves a linked program.
///
/// # Errors
/// The system does not tell where cargo builds.
pub fn linked(program: &str) -> Result<PathBuf> {
    let folder = project::target()?.join(TARGET).join("release");
    Ok(folder.join(program.replace('-', "_") + ".wasm"))
}

/// The glue and the WebAssembly of a linked program, beside each other in a folder, bound with these `options`.
///
/// # Errors
/// wasm-bindgen fails.
pub fn bound(program: &Path, folder: &Path, name: &str, options: &[&str]) -> Result<[PathBuf; 2]> {
    let mut bindgen = project::program("wasm-bindgen")?;
    bindgen
        .args(["--target", "web", "--no-typescript"])
        .args(options);
    bindgen.args(["--out-name", name, "--out-dir"]).arg(folder);
    project::run(bindgen.arg(program))?;
    Ok([".js", "_bg.wasm"].map(|ending| folder.join(name.to_owned() + ending)))
}

/// A module made small, in two forms beside it: `.named.wasm`, where functions have their names, and
/// without names as it is sent, which is returned.
///
/// # Errors
/// wasm-opt fails.
pub fn optimised(module: &Path) -> Result<PathBuf> {
    let (named, small) = (named(module), module.with_extension("small.wasm"));
    opt(&OPTIMISATION, module, &named)?;
    opt(&["--strip-debug", "--strip-producers"], &named, &small)?;
    Ok(small)
}

fn opt(what: &[&str], from: &Path, to: &Path) -> Result<()> {
    let mut opt = project::program("wasm-opt")?;
    opt.args(FEATURES).args(what).arg(from);
    project::run(opt.arg("--output").arg(to))
}

/// The optimised form of a module that has the names of its functions.
pub fn named(module: &Path) -> PathBuf {
    module.with_extension("named.wasm")
}

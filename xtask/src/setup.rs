//! `setup`: installs what is missing to build and to test, says what and why, and is quick when
//! nothing is.
//!
//! Tools go into one folder, `GUATU_TOOLS` or `guatu/tools` in the user's cache folder, and not
//! into the project: they take minutes to compile, and so every clone shares them. A tool of the
//! right version that the machine has already is used as it is.
//!
//! To build, a tool is pinned where another version is known to fail: Trunk 0.22 wants a newer
//! Rust, wasm-bindgen must equal its crate in `Cargo.lock`, and an old `wasm-opt` breaks the page
//! without an error.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{self, has_program, output, program, run};

const WASM: &str = "wasm32-unknown-unknown";

/// What Python brings to the tests, each with its version.
const PYTHON_PACKAGES: &str = "tests/package/requirements.txt";

/// The engines that roll a country up, each with its version.
const ENGINES: &str = "scale/requirements.txt";

/// The folder of the benchmark's peers, each with its version.
const PEERS: &str = "benches/page";

/// Programs that the browser tests run, with the Debian package of each.
const TEST_PROGRAMS: &[(&str, &str)] = &[
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("xvfb-run", "xvfb"),
    // The next two come along on most machines, but no package above insists on them.
    ("xauth", "xauth"),
    ("fc-list", "fontconfig"),
];

/// What building and testing need.
///
/// # Errors
/// Something is missing that cannot be installed here: the message names it.
pub fn all() -> Result<()> {
    build_tools()?;
    test_tools()
}

/// What building needs.
///
/// # Errors
/// As for [`all`].
pub fn build_tools() -> Result<()> {
    let lock =
        fs::read_to_string(project::root().join("Cargo.lock")).context("reading Cargo.lock")?;
    let wasm_bindgen = locked_version(&lock, "wasm-bindgen")?;
    wasm_target()?;
    cargo_tool("trunk", "trunk", "0.21.14", "it builds the site")?;
    cargo_tool(
        "wasm-bindgen",
        "wasm-bindgen-cli",
        &wasm_bindgen,
        "it joins the program to the page",
    )?;
    npm_package(
        "binaryen",
        "132.0.0",
        "its wasm-opt makes the program small",
    )
}

fn test_tools() -> Result<()> {
    cargo_tool(
        "geckodriver",
        "geckodriver",
        "0.36.0",
        "it drives Firefox in the tests",
    )?;
    npm_package(
        "axe-core",
        "4.14.1",
        "it checks the pages for accessibility",
    )?;
    let mut missing = Vec::new();
    for (name, package) in TEST_PROGRAMS {
        if !has_program(name)? {
            missing.push(*package);
        }
    }
    let chinese = output(program("fc-list")?.arg(":lang=zh")).unwrap_or_default();
    if chinese.trim().is_empty() {
        missing.push("fonts-noto-cjk");
    }
    debian_packages(&missing, "the browser tests run the pages in them")?;
    let why = "the tests read the data package and the files of an export with them";
    python_packages(PYTHON_PACKAGES, &project::python()?, why)?;
    peers()
}

/// What `bench` needs beside what building does.
///
/// # Errors
/// As for [`all`].
pub fn bench_tools() -> Result<()> {
    let mut missing = Vec::new();
    for (name, package) in [
        ("chromium", "chromium"),
        ("chromedriver", "chromium-driver"),
    ] {
        if !has_program(name)? {
            missing.push(package);
        }
    }
    debian_packages(&missing, "the benchmark runs in Chromium")?;
    peers()
}

/// What the benchmark measures the page beside, in the versions of its lock file. The folder holds a copy of
/// the lists that it was made from, and is made anew when these change.
fn peers() -> Result<()> {
    const FILES: [&str; 2] = ["package.json", "package-lock.json"];
    let (folder, lists) = (project::peers()?, project::root().join(PEERS));
    let read = |folder: &Path| FILES.map(|file| fs::read_to_string(folder.join(file)).ok());
    let is_complete = folder.join("node_modules/.package-lock.json").is_file();
    if is_complete && read(&folder) == read(&lists) {
        return Ok(());
    }
    let why = "the benchmark measures the page beside these libraries";
    if !has_program("npm")? {
        debian_packages(&["nodejs", "npm"], &format!("npm brings the peers: {why}"))?;
    }
    announce("the peers of the benchmark", why);
    fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    for file in FILES {
        fs::copy(lists.join(file), folder.join(file)).context(file)?;
    }
    let mut npm = program("npm")?;
    // Their scripts build what only servers need.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run(npm.arg("--prefix").arg(&folder).current_dir(&folder))
}

/// What `scale` needs beside what building does; nothing else does.
///
/// # Errors
/// As for [`all`].
pub fn scale_tools() -> Result<()> {
    let programs = [("java", "default-jre-headless"), ("chromium", "chromium")];
    let mut missing = Vec::new();
    for (name, package) in programs {
        if !has_program(name)? {
            missing.push(package);
        }
    }
    debian_packages(&missing, "Apache Spark runs in Java, the page in Chromium")?;
    let why = "they query a country's districts";
    python_packages(ENGINES, &project::scale_python()?, why)
}

/// A Python environment of its own with the packages of a list. It holds a copy of the list that it was
/// made from, and is made anew when the list changes.
fn python_packages(name: &str, folder: &Path, why: &str) -> Result<()> {
    let list = project::root().join(name);
    let wanted = fs::read_to_string(&list).with_context(|| name.to_owned())?;
    let stamp = folder.join("requirements.txt");
    let installed = fs::read_to_string(&stamp).unwrap_or_default();
    let python = folder.join("bin/python");
    if installed == wanted && output(Command::new(&python).arg("--version")).is_some() {
        return Ok(());
    }
    if output(program("python3")?.args(["-c", "import ensurepip"])).is_none() {
        debian_packages(&["python3", "python3-venv"], why)?;
    }
    announce(name, why);
    run(program("python3")?
        .args(["-m", "venv", "--clear"])
        .arg(folder))?;
    let mut pip = Command::new(python);
    pip.args(["-m", "pip", "install", "--quiet"]);
    pip.args(["--disable-pip-version-check", "--requirement"]);
    run(pip.arg(list))?;
    fs::write(&stamp, wanted).with_context(|| stamp.display().to_string())
}

fn wasm_target() -> Result<()> {
    let args = ["--print", "target-libdir", "--target", WASM];
    let folder = output(program("rustc")?.args(args)).context("`rustc` does not run")?;
    if fs::exists(folder.trim())? {
        return Ok(());
    }
    announce(
        &format!("Rust's target {WASM}"),
        "the program runs in a browser",
    );
    run(program("rustup")?.args(["target", "add", WASM]))
        .with_context(|| format!("Rust's standard library for {WASM} is missing"))
}

/// Installs a program that cargo can build, without the default features: those are there to
/// fetch files from the network, which no command of ours does.
fn cargo_tool(name: &str, package: &str, version: &str, why: &str) -> Result<()> {
    if prints_version(name, version)? {
        return Ok(());
    }
    announce(&format!("{package} {version}"), why);
    let install = |locked: &[&str]| -> Result<()> {
        let mut cargo = program("cargo")?;
        cargo.args([
            "install",
            package,
            "--version",
            version,
            "--no-default-features",
        ]);
        run(cargo.args(locked).arg("--root").arg(project::tools()?))
    };
    // A published lock file may name a crate that has since been withdrawn.
    install(&["--locked"]).or_else(|_| install(&[]))
}

fn npm_package(package: &str, version: &str, why: &str) -> Result<()> {
    let tools = project::tools()?;
    let manifest = tools
        .join("node_modules")
        .join(package)
        .join("package.json");
    let installed = fs::read_to_string(manifest).unwrap_or_default();
    if installed.contains(&format!("\"version\": \"{version}\"")) {
        return Ok(());
    }
    if !has_program("npm")? {
        debian_packages(&["nodejs", "npm"], &format!("npm brings {package}: {why}"))?;
    }
    announce(&format!("{package} {version}"), why);
    fs::create_dir_all(&tools).with_context(|| format!("creating {}", tools.display()))?;
    let mut npm = program("npm")?;
    npm.args(["install", "--no-audit", "--no-fund", "--prefix"])
        .arg(tools);
    run(npm.arg(format!("{package}@{version}")))
}

fn debian_packages(packages: &[&str], why: &str) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    let root = output(program("id")?.arg("-u")).is_some_and(|id| id.trim() == "0");
    if !root || !has_program("apt-get")? {
        bail!(
            "missing: {list} ({why}). On Debian or Ubuntu: sudo apt-get install {list}. \
             Elsewhere, install the same with the system's package manager."
        );
    }
    announce(&list, why);
    run(program("apt-get")?.args(["update", "--quiet"]))?;
    let mut apt = program("apt-get")?;
    apt.args(["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(packages);
    run(apt.env("DEBIAN_FRONTEND", "noninteractive"))
}

fn announce(what: &str, why: &str) {
    println!("Installing {what}: {why}.");
}

/// Whether a program is there and names this version among the words of `--version`.
fn prints_version(name: &str, version: &str) -> Result<bool> {
    let said = output(program(name)?.arg("--version")).unwrap_or_default();
    Ok(said.split_whitespace().any(|word| word == version))
}

/// The version of a crate in the text of a `Cargo.lock`.
fn locked_version(lock: &str, name: &str) -> Result<String> {
    let lock: toml::Table = lock.parse().context("Cargo.lock is not a lock file")?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let text = |package: &toml::Value, key| package.get(key)?.as_str().map(str::to_owned);
    packages
        .and_then(|all| {
            all.iter()
                .find(|package| text(package, "name").as_deref() == Some(name))
        })
        .and_then(|package| text(package, "version"))
        .with_context(|| format!("Cargo.lock does not name {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        [[package]]
        name = "wasm-bindgen-macro"
        version = "0.2.1"

        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"
    "#;

    #[test]
    fn the_locked_version_is_that_of_the_crate_with_just_this_name() -> Result<()> {
        assert_eq!(locked_version(LOCK, "wasm-bindgen")?, "0.2.130");
        Ok(())
    }

    #[test]
    fn a_crate_that_is_not_locked_is_named_in_the_error() {
        let message = locked_version(LOCK, "yew").map_err(|error| error.to_string());
        assert_eq!(message, Err("Cargo.lock does not name yew".to_owned()));
    }

    #[test]
    fn a_version_counts_only_as_a_whole_word() -> Result<()> {
        let said = output(program("cargo")?.arg("--version")).unwrap_or_default();
        let version = said.split_whitespace().nth(1).unwrap_or_default();
        assert!(prints_version("cargo", version)?);
        assert!(!prints_version(
            "cargo",
            version.trim_end_matches(|c: char| c != '.')
        )?);
        assert!(!prints_version("no-such-program", version)?);
        Ok(())
    }
}

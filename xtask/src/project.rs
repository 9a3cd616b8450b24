//! Where the project, its build and its tools are, and how programs are run in it.

use std::env;
use std::ffi::OsString;
use std::path::{self, Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// Names the folder of the texts.
pub const SOURCES: &str = "GUATU_SOURCES";

/// The folder with the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    // Asked when this runs, not when it is compiled: clones that share a target folder share the
    // compiled program too.
    let mut folder = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    folder.pop();
    folder
}

/// The folder with the project's own data package.
pub fn data() -> PathBuf {
    root().join("data")
}

/// The folder that a build writes.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder that cargo builds in: that of this program.
///
/// # Errors
/// The system does not tell where this program is.
pub fn target() -> Result<PathBuf> {
    let program = env::current_exe().context("where this program is")?;
    let folder = program.ancestors().nth(2).map(Path::to_path_buf);
    folder.context("this program is not in a folder of cargo's")
}

/// The folder of the tools that `setup` installs: see there.
pub fn tools() -> Result<PathBuf> {
    let named = tools_from(|name| env::var_os(name).filter(|value| !value.is_empty()))
        .context("no folder for the tools: set GUATU_TOOLS or HOME")?;
    // Programs run in another folder than this one was started in.
    path::absolute(&named).with_context(|| format!("{} is not a folder", named.display()))
}

/// The folder of the texts that the data are taken from: `GUATU_SOURCES`, seen from the project, or
/// that beside the project, if it is there. The texts are no part of the project.
///
/// # Errors
/// The folder that is named is not there.
pub fn sources() -> Result<Option<PathBuf>> {
    let named = env::var_os(SOURCES).filter(|value| !value.is_empty());
    let is_named = named.is_some();
    let folder = root().join(named.unwrap_or_else(|| "../shared/sources".into()));
    ensure!(
        !is_named || folder.is_dir(),
        "{SOURCES} names {}, which is not there",
        folder.display()
    );
    Ok(folder.is_dir().then_some(folder))
}

/// The Python environment that `setup` makes for the tests.
///
/// # Errors
/// As for [`tools`].
pub fn python() -> Result<PathBuf> {
    Ok(tools()?.join("python"))
}

/// The Python environment that `setup` makes for the engines of `scale`.
///
/// # Errors
/// As for [`tools`].
pub fn scale_python() -> Result<PathBuf> {
    Ok(tools()?.join("python-scale"))
}

/// The folder in which `setup` installs what the benchmark measures the page beside.
///
/// # Errors
/// As for [`tools`].
pub fn peers() -> Result<PathBuf> {
    Ok(tools()?.join("peers"))
}

fn tools_from(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    if let Some(own) = variable("GUATU_TOOLS") {
        return Some(PathBuf::from(own));
    }
    let cache = variable("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| variable("HOME").map(|home| Path::new(&home).join(".cache")))?;
    Some(cache.join("guatu/tools"))
}

/// `PATH` with the project's tools before the machine's.
pub fn search_path() -> Result<OsString> {
    let tools = tools()?;
    let own = [tools.join("bin"), tools.join("node_modules/.bin")];
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&path)))
        .context("a folder on PATH has a separator in its name")
}

/// Whether a program can be run by its name.
pub fn has_program(name: &str) -> Result<bool> {
    Ok(env::split_paths(&search_path()?).any(|folder| folder.join(name).is_file()))
}

/// A program that runs in the project's folder and finds the project's tools.
pub fn program(name: &str) -> Result<Command> {
    let mut command = Command::new(name);
    command.current_dir(root()).env("PATH", search_path()?);
    Ok(command)
}

/// Runs a program to its end, its output straight through. A failure names the whole command.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    let status = command
        .status()
        .with_context(|| format!("could not start `{line}`"))?;
    ensure!(status.success(), "`{line}` failed ({status})");
    Ok(())
}

/// What a program prints; `None` when it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

/// Says on one line what comes next.
pub fn heading(text: &str) {
    println!("\n== {text}");
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use std::process::Stdio;

    use super::*;

    fn tools_with(variables: &[(&str, &str)]) -> Option<PathBuf> {
        tools_from(|name| {
            let found = variables.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn the_tools_folder_is_the_most_particular_one_that_is_named() {
        let home = ("HOME", "/home/li");
        let cache = ("XDG_CACHE_HOME", "/cache");
        let own = ("GUATU_TOOLS", "/own");
        assert_eq!(tools_with(&[home, cache, own]), Some("/own".into()));
        assert_eq!(
            tools_with(&[home, cache]),
            Some("/cache/guatu/tools".into())
        );
        assert_eq!(
            tools_with(&[home]),
            Some("/home/li/.cache/guatu/tools".into())
        );
        assert_eq!(tools_with(&[]), None);
    }

    #[test]
    fn a_failing_program_is_reported_with_its_whole_command() {
        let mut cargo = Command::new("cargo");
        let failed = run(cargo
            .args(["no-such-command", "--quiet"])
            .stderr(Stdio::null()));
        let message = failed.map_err(|error| error.to_string()).err();
        assert!(
            message.is_some_and(|text| text.contains("`cargo no-such-command --quiet` failed"))
        );
    }

    #[test]
    fn the_root_is_the_folder_of_the_workspace() {
        assert!(root().join("Trunk.toml").is_file());
    }
}

//! Every developer command of Guatu: `cargo xtask help` lists them.
//!
//! One file per command, one entry per command in [`COMMANDS`]. `project` is shared.

mod audit;
mod bench;
mod build;
mod changes;
mod check_data;
mod data_file;
mod export;
mod files;
mod front;
mod guides;
mod hashed;
mod inline;
mod integrity;
mod pack;
mod pinyin;
mod program;
mod project;
mod report;
mod reproduce;
mod sample;
mod scale;
mod serve;
mod setup;
mod single_file;
mod size;
mod styles;
mod template;
mod test;
mod wasm;
mod worker;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};
use guatu::front::Said;
use pico_args::Arguments;

use Run::{Plain, With};

/// A command: its name with its arguments, what it is for, and what it does.
type Command = (&'static str, &'static str, Run);

enum Run {
    Plain(fn() -> Result<()>),
    With(fn(Arguments) -> Result<()>),
}

const COMMANDS: &[Command] = &[
    (
        "setup",
        "install what is missing to build and test",
        Plain(setup::all),
    ),
    (
        "serve [--port N]",
        "build, then show the site, the single file and an embedding page",
        With(serve),
    ),
    (
        "build",
        "build the site and the single file into dist/",
        Plain(build::run),
    ),
    (
        "reproduce",
        "build the committed state twice, in two folders, and compare the bytes",
        Plain(reproduce::run),
    ),
    (
        "test",
        "every check: format, lints, unit tests, build, three browsers",
        Plain(test::run),
    ),
    (
        "check-data [DIR]",
        "check a data package: the project's own, or that in a folder",
        With(check_data),
    ),
    (
        "changes --since DIR",
        "write what became of the figures since an earlier package",
        With(changes),
    ),
    (
        "audit [--sources DIR] [--write] [DIR]",
        "prove the data against the texts, and count how far they are covered",
        With(audit),
    ),
    (
        "report [DIR] [--format md|csv] [--lang zh|en]",
        "print the execution table of a data package: every target with its status",
        With(report),
    ),
    (
        "export TO [DIR] [--lang zh|en]",
        "write a data package as workbook, JSON, CSV and ZIP into a folder",
        With(export),
    ),
    (
        "pack DIR [--to FILE] [--add] [--title T] ...",
        "make the single file of a folder's figures (also --title-en, --today, --date, --area 420106=武昌区)",
        With(pack),
    ),
    (
        "template FILE [--lang zh|en]",
        "write the workbook that a reader fills in with figures of their own",
        With(template),
    ),
    (
        "sample DIR --rows N [--seed S]",
        "write a valid package of N generated figures, to measure with",
        With(sample),
    ),
    (
        "bench [--quick] [--only WORK]",
        "measure the page's work beside that of others, natively and in a browser",
        With(bench),
    ),
    (
        "scale [--districts N]",
        "roll a synthetic country up by DuckDB and Spark, and open a province",
        With(scale),
    ),
    (
        "pinyin",
        "write the pinyin initials that the search matches",
        Plain(pinyin::run),
    ),
    (
        "size [--record]",
        "what the built pages weigh, by part against the record and by crate",
        With(size),
    ),
];

fn serve(mut args: Arguments) -> Result<()> {
    let port = args.opt_value_from_str("--port").context("--port")?;
    all_used(args)?;
    serve::run(port.unwrap_or(8080))
}

fn bench(mut args: Arguments) -> Result<()> {
    let is_quick = args.contains("--quick");
    let only: Option<String> = args.opt_value_from_str("--only").context("--only")?;
    all_used(args)?;
    bench::run(is_quick, only.as_deref())
}

fn check_data(mut args: Arguments) -> Result<()> {
    let dir: Option<PathBuf> = args.opt_free_from_str()?;
    all_used(args)?;
    check_data::run(dir.as_deref()).map(drop)
}

fn changes(mut args: Arguments) -> Result<()> {
    let since: PathBuf = args.value_from_str("--since")?;
    all_used(args)?;
    changes::run(&since)
}

fn audit(mut args: Arguments) -> Result<()> {
    let sources: Option<PathBuf> = args.opt_value_from_str("--sources").context("--sources")?;
    let is_writing = args.contains("--write");
    let package: Option<PathBuf> = args.opt_free_from_str()?;
    all_used(args)?;
    let sources = match sources {
        Some(named) => named,
        None => project::sources()?.context("`--sources DIR` must name the folder of the texts")?,
    };
    let package = package.as_deref();
    audit::run(
        &sources,
        &audit::Options {
            package,
            is_writing,
        },
    )
}

fn report(mut args: Arguments) -> Result<()> {
    let format: Option<String> = args.opt_value_from_str("--format").context("--format")?;
    let lang: Option<String> = args.opt_value_from_str("--lang").context("--lang")?;
    let dir: Option<PathBuf> = args.opt_free_from_str()?;
    all_used(args)?;
    report::run(dir.as_deref(), format.as_deref(), lang.as_deref())
}

fn export(mut args: Arguments) -> Result<()> {
    let lang: Option<String> = args.opt_value_from_str("--lang").context("--lang")?;
    let to: PathBuf = args.free_from_str()?;
    let dir: Option<PathBuf> = args.opt_free_from_str()?;
    all_used(args)?;
    export::run(&to, dir.as_deref(), lang.as_deref())
}

fn pack(mut args: Arguments) -> Result<()> {
    let to: Option<PathBuf> = args.opt_value_from_str("--to").context("--to")?;
    let is_added = args.contains("--add");
    let mut said = |key| args.opt_value_from_str::<_, String>(key).context(key);
    let [title, title_en] = [said("--title")?, said("--title-en")?];
    let [today, date] = [said("--today")?, said("--date")?];
    let areas: Vec<String> = args.values_from_str("--area").context("--area")?;
    let dir: PathBuf = args.free_from_str()?;
    all_used(args)?;
    let areas = areas.iter().map(|area| {
        let named = area.split_once('=');
        named.with_context(|| format!("--area {area}: it is a code with a name, 420106=武昌区"))
    });
    let options = pack::Options {
        to: to.as_deref(),
        is_added,
        today: today.as_deref(),
        said: Said {
            title: title.as_deref(),
            title_en: title_en.as_deref(),
            created: date.as_deref(),
            ..Said::default()
        },
        areas: areas.collect::<Result<_>>()?,
    };
    pack::run(&dir, &options)
}

fn template(mut args: Arguments) -> Result<()> {
    let lang: Option<String> = args.opt_value_from_str("--lang").context("--lang")?;
    let to: PathBuf = args.free_from_str()?;
    all_used(args)?;
    template::run(&to, lang.as_deref())
}

fn sample(mut args: Arguments) -> Result<()> {
    let rows = args.value_from_str("--rows")?;
    let seed = args.opt_value_from_str("--seed").context("--seed")?;
    let dir: PathBuf = args.free_from_str()?;
    all_used(args)?;
    sample::run(&dir, rows, seed.unwrap_or(1))
}

fn scale(mut args: Arguments) -> Result<()> {
    let districts = args
        .opt_value_from_str("--districts")
        .context("--districts")?;
    all_used(args)?;
    scale::run(districts.unwrap_or(280))
}

fn size(mut args: Arguments) -> Result<()> {
    let is_record = args.contains("--record");
    all_used(args)?;
    size::run(is_record)
}

fn main() -> ExitCode {
    match run(Arguments::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // In one line: a backtrace would bury what to do.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: Arguments) -> Result<()> {
    match args.subcommand()?.as_deref() {
        None | Some("help") => {
            help();
            Ok(())
        }
        Some(name) => match COMMANDS.iter().find(|command| is_named(command, name)) {
            Some((_, _, Plain(command))) => all_used(args).and_then(|()| command()),
            Some((_, _, With(command))) => command(args),
            None => bail!("there is no command `{name}`; `cargo xtask help` lists them all"),
        },
    }
}

fn is_named((usage, _, _): &Command, name: &str) -> bool {
    usage.split(' ').next() == Some(name)
}

fn help() {
    println!("cargo xtask COMMAND\n");
    for (usage, purpose, _) in COMMANDS {
        println!("  {usage:<40}{purpose}");
    }
}

/// A misspelt option must not be passed over in silence.
fn all_used(args: Arguments) -> Result<()> {
    let left: Vec<OsString> = args.finish();
    ensure!(
        left.is_empty(),
        "not understood: {left:?}; `cargo xtask help` shows what each command takes"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_found_by_the_first_word_of_its_usage() {
        let found = |name| COMMANDS.iter().filter(|c| is_named(c, name)).count();
        assert_eq!(found("serve"), 1);
        assert_eq!(found("check-data"), 1);
        assert_eq!(found("serv"), 0);
    }

    #[test]
    fn a_misspelt_option_is_refused() {
        assert!(all_used(Arguments::from_vec(vec!["--prot".into()])).is_err());
        assert!(all_used(Arguments::from_vec(Vec::new())).is_ok());
    }
}

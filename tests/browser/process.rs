//! Programs that end with the test that started them.

use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use tempfile::TempDir;

/// Runs the program given to it until its own input closes, then ends all of its group and removes its
/// folder, the first argument.
///
/// The input is a pipe from the test. So a driver and the browser behind it go when they are dropped,
/// when the test program ends with browsers at rest, and when it is killed from outside. They may tidy
/// up for a while, but not for ever.
const GUARD: &str = r#"
    folder=$1
    shift
    "$@" &
    program=$!
    read -r _
    trap : TERM
    kill -TERM 0
    { sleep 5; rm -rf "$folder"; kill -KILL 0; } &
    wait "$program"
    until rm -rf "$folder"; do sleep 0.1; done
    kill -KILL 0
"#;

/// A running program, ended when dropped.
pub struct Process {
    child: Child,
    folder: PathBuf,
}

impl Process {
    /// Starts a program with a folder for its log and its temporary files, which goes with it. Its
    /// standard output goes to the caller if `heard`.
    pub fn start(command: &mut Command, heard: bool) -> Self {
        let folder = TempDir::with_prefix("guatu-").expect("a temporary folder");
        let folder = folder.keep();
        let log = File::create(folder.join("log")).expect("a log in a folder of its own");
        let output = if heard {
            Stdio::piped()
        } else {
            Stdio::from(log.try_clone().expect("a second handle of the log"))
        };
        let variables = command.env("TMPDIR", &folder).get_envs();
        let variables = variables.filter_map(|(name, value)| Some((name, value?)));
        let child = Command::new("sh")
            .args(["-c", GUARD, "guard"])
            .arg(&folder)
            .envs(variables)
            .arg(command.get_program())
            .args(command.get_args())
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(log)
            .spawn()
            .expect("a shell");
        Self { child, folder }
    }

    /// The folder of the program's own.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The program's standard output, once, where it was asked for.
    pub fn output(&mut self) -> ChildStdout {
        self.child.stdout.take().expect("an output that is heard")
    }

    /// The end of what the program said.
    pub fn said(&self) -> String {
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It ends with a signal; there is nothing more to learn from how.
        let _ = self.child.wait();
    }
}

//! Programs that end with the test that started them.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Runs the program given to it until its own input closes, then ends all of its group.
///
/// The input is a pipe from the test. So a driver and the browser behind it go when the test is
/// done, when it panics, and when it is killed from outside. They may tidy up for a while, but not
/// for ever.
const GUARD: &str = r#"
    "$@" &
    program=$!
    read -r _
    trap : TERM
    kill -TERM 0
    { sleep 5; kill -KILL 0; } &
    wait "$program"
    kill -KILL 0
"#;

/// A running program, ended when dropped.
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts a program; what it says goes to `log`, its standard output to the caller if `heard`.
    pub fn start(command: &Command, log: &Path, heard: bool) -> Self {
        let log = File::create(log).expect("a log in the test's own folder");
        let output = if heard {
            Stdio::piped()
        } else {
            Stdio::from(log.try_clone().expect("a second handle of the log"))
        };
        let variables = command.get_envs();
        let child = Command::new("sh")
            .args(["-c", GUARD, "guard"])
            .arg(command.get_program())
            .args(command.get_args())
            .envs(variables.filter_map(|(name, value)| Some((name, value?))))
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(log)
            .spawn()
            .expect("a shell");
        Self { child }
    }

    /// The program's standard output, once, where it was asked for.
    pub fn output(&mut self) -> std::process::ChildStdout {
        self.child.stdout.take().expect("an output that is heard")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It ends with a signal; there is nothing more to learn from how.
        let _ = self.child.wait();
    }
}

//! A program that shows what is written page by page.

use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::{Child, ChildStdin, Command, Stdio};

use super::out::say;

/// The pager where none is chosen.
const LESS: &str = "less -FRX";
/// What `less` is told where the user told it nothing: end where all fits on one screen, show colours, leave the screen.
const LESS_OPTIONS: &str = "FRX";

/// A pager that runs; dropping it waits until the user leaves it.
pub(super) struct Pager {
    child: Child,
    input: Option<ChildStdin>,
}

/// Starts the pager of the user where standard output is a terminal.
///
/// `UNDROSS_PAGER` wins over `PAGER`; an empty one, or `cat`, means none. Words are apart at white space, without quotes.
pub(super) fn start() -> Option<Pager> {
    if !io::stdout().is_terminal() {
        return None;
    }
    let chosen = ["UNDROSS_PAGER", "PAGER"].into_iter().find_map(env::var_os);
    let words = chosen
        .as_ref()
        .map_or(LESS.into(), |words| words.to_string_lossy());
    let mut words = words.split_whitespace();
    let program = words.next().filter(|&program| program != "cat")?;
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        command.env("LESS", LESS_OPTIONS);
    }
    match command.spawn() {
        Ok(mut child) => {
            let input = child.stdin.take();
            Some(Pager { child, input })
        }
        Err(error) if chosen.is_none() && error.kind() == ErrorKind::NotFound => None,
        Err(error) => {
            say(format_args!(
                "undross: pager `{program}`: {error}; set UNDROSS_PAGER, or give --no-pager"
            ));
            None
        }
    }
}

impl Write for Pager {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let input = self.input.as_mut().ok_or(ErrorKind::BrokenPipe)?;
        input.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        let input = self.input.as_mut().ok_or(ErrorKind::BrokenPipe)?;
        input.flush()
    }
}

impl Drop for Pager {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.child.wait();
    }
}

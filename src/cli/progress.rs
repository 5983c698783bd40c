//! How far a run has come: a bar where somebody watches, a line now and then where nobody does.

use std::io::{IsTerminal, stderr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, HumanDuration, ProgressBar, ProgressStyle};

use super::out::{counted, say};

/// Time between two lines.
const BETWEEN_LINES: Duration = Duration::from_secs(10);
/// Style of a bar over inputs of known size.
const KNOWN: &str = "{bar:30} {msg}, {bytes}/{total_bytes}, {bytes_per_sec}, {eta} left";
/// Style of a counter over inputs whose end is not known.
const UNKNOWN: &str = "{spinner} {msg}, {bytes}, {bytes_per_sec}";

/// Where progress is shown.
pub(super) struct Progress {
    bar: ProgressBar,
    /// Whether lines are printed in place of a bar.
    lines: bool,
    total: Option<u64>,
    begun: Instant,
    so_far: Mutex<SoFar>,
}

/// What is done.
#[derive(Clone, Copy)]
struct SoFar {
    captures: u64,
    failed: u64,
    last_line: Instant,
}

impl Progress {
    /// Shows nothing.
    pub(super) fn hidden() -> Self {
        Self::over(None, ProgressBar::hidden(), false)
    }

    /// Shows progress over so many bytes of input, where that is known.
    pub(super) fn new(total: Option<u64>) -> Self {
        let (bar, template) = match total {
            Some(total) => (ProgressBar::new(total), KNOWN),
            None => (ProgressBar::new_spinner(), UNKNOWN),
        };
        let style = ProgressStyle::with_template(template).expect("the template is well formed");
        Self::over(total, bar.with_style(style), !stderr().is_terminal())
    }

    fn over(total: Option<u64>, bar: ProgressBar, lines: bool) -> Self {
        let begun = Instant::now();
        Self {
            bar,
            lines,
            total,
            begun,
            so_far: Mutex::new(SoFar {
                captures: 0,
                failed: 0,
                last_line: begun,
            }),
        }
    }

    /// Counts captures; `read` is the number of bytes of input that were read so far.
    pub(super) fn add(&self, captures: usize, failed: usize, read: u64) {
        let mut so_far = self.so_far.lock().unwrap_or_else(PoisonError::into_inner);
        so_far.captures += captures as u64;
        so_far.failed += failed as u64;
        self.bar.set_position(read);
        if !self.lines {
            self.bar.set_message(so_far.counts());
        } else if so_far.last_line.elapsed() >= BETWEEN_LINES {
            so_far.last_line = Instant::now();
            say(format_args!(
                "undross: {}, {}",
                so_far.counts(),
                self.bytes(read)
            ));
        }
    }

    /// Makes way for other lines.
    pub(super) fn suspend<T>(&self, act: impl FnOnce() -> T) -> T {
        self.bar.suspend(act)
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// Says how many bytes were read, how fast, and how long the rest takes at this rate.
    fn bytes(&self, read: u64) -> String {
        let seconds = self.begun.elapsed().as_secs_f64();
        let rate = read as f64 / seconds;
        let (bytes, second) = (HumanBytes(read), HumanBytes(rate as u64));
        let Some(total) = self.total else {
            return format!("{bytes}, {second}/s");
        };
        let left = Duration::from_secs_f64(total.saturating_sub(read) as f64 / rate.max(1.0));
        let (total, left) = (HumanBytes(total), HumanDuration(left));
        format!("{bytes} of {total}, {second}/s, {left} left")
    }
}

impl SoFar {
    fn counts(&self) -> String {
        let captures = counted(self.captures, "capture");
        match self.failed {
            0 => captures,
            failed => format!("{captures}, {failed} failed"),
        }
    }
}

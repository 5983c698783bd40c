//! The command line, as a user meets it: every command, every exit code, every bad input.

mod bad_input;
mod clean;
mod config;
mod containers;
mod diff;
mod inputs;
mod learn;
mod nearest;
mod over;
mod pages;
mod readme;
mod review;
mod run;
mod select;
mod show;
mod stats;
mod update;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A capture that loses two lines surely and one likely.
const FRAMED: &str = "[ad_1]\n\
    The minister resigned on Monday, and nobody knows who follows.\n\n\
    A vote is expected before the summer break of the parliament.\n\
    [ad_2]\nSource link\n";
/// What stays of it.
const TIDY: &str = "The minister resigned on Monday, and nobody knows who follows.\n\n\
    A vote is expected before the summer break of the parliament.\n";
/// A capture that loses nothing.
const CLEAN: &str = "A quiet day in the harbour.\n";

/// A folder to work in, and what ran in it.
struct Here(TempDir);

/// How a run ended and what it said.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Here {
    /// Makes a folder with these files.
    fn with(files: &[(&str, &str)]) -> Self {
        let here = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            here.write(name, text);
        }
        here
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn read(&self, name: &str) -> String {
        let path = self.path().join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_undross"));
        command
            .current_dir(self.path())
            .args(line.split_whitespace());
        command.stdin(Stdio::null());
        command
    }

    /// Runs a line of arguments, apart at spaces.
    fn run(&self, line: &str) -> Ran {
        ran(&mut self.command(line))
    }

    fn run_on(&self, line: &str, input: impl AsRef<[u8]>) -> Ran {
        let mut child = self
            .command(line)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_ref())
            .unwrap();
        finished(child.wait_with_output().unwrap())
    }

    /// Lists all files below a folder, but for those that every run leaves there about itself.
    fn files(&self, folder: &str) -> Vec<String> {
        let root = self.path().join(folder);
        let mut files = Vec::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => folders.push(path),
                    false => files.push(path),
                }
            }
        }
        let mut names: Vec<String> = files
            .iter()
            .map(|path| path.strip_prefix(&root).unwrap().display().to_string())
            .collect();
        names.retain(|name| name != "_SUCCESS" && name != "_manifest.jsonl");
        names.sort();
        names
    }
}

impl Ran {
    #[track_caller]
    fn ends(&self, code: i32) -> &Self {
        assert_eq!(
            self.code,
            Some(code),
            "stdout: {}\nstderr: {}",
            self.out,
            self.err
        );
        self
    }

    /// Checks that standard error says something; in house style where it is an error of ours.
    #[track_caller]
    fn says(&self, wanted: &str) -> &Self {
        assert!(self.err.contains(wanted), "no {wanted:?} in: {}", self.err);
        for line in self
            .err
            .lines()
            .filter(|line| line.starts_with("undross: "))
        {
            assert!(!line.ends_with('.'), "ends with a full stop: {line}");
        }
        self
    }

    #[track_caller]
    fn prints(&self, wanted: &str) -> &Self {
        assert!(self.out.contains(wanted), "no {wanted:?} in: {}", self.out);
        self
    }

    fn json(&self) -> Vec<serde_json::Value> {
        json(&self.out)
    }
}

fn ran(command: &mut Command) -> Ran {
    finished(command.output().unwrap())
}

fn finished(output: std::process::Output) -> Ran {
    Ran {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn json(lines: &str) -> Vec<serde_json::Value> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The folder of the five seeds.
fn seeds() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

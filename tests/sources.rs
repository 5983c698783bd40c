//! Sources of captures: each kind of container, whole and damaged.

mod archives;
mod behind;
mod build;
mod compressed;
mod cut;
mod files;
mod foreign;
mod random;
mod tables;
mod warc;

use std::ops::ControlFlow;
use std::path::PathBuf;

use tempfile::TempDir;
use undross::capture::{Capture, Form as Encoding, Kind};
use undross::corpus::{Form, Ignored, Inputs, Reading, SiteFrom};

/// What came of one job.
#[derive(Debug, Clone, PartialEq)]
enum Got {
    Capture(Read),
    Failed { place: String, reason: String },
}

#[derive(Debug, Clone, PartialEq)]
struct Read {
    id: String,
    name: Option<PathBuf>,
    bytes: Vec<u8>,
    damage: Option<String>,
    form: Encoding,
    kind: Kind,
}

/// A folder of inputs.
struct Sources {
    folder: TempDir,
    reading: Reading,
}

impl Sources {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        Self {
            folder,
            reading: reading(),
        }
    }

    fn inputs(&self, names: &[&str]) -> Inputs {
        let paths: Vec<PathBuf> = names
            .iter()
            .map(|name| self.folder.path().join(name))
            .collect();
        Inputs::new(&paths).unwrap()
    }

    fn read(&self, names: &[&str]) -> Vec<Got> {
        self.got(&self.inputs(names))
    }

    fn got(&self, inputs: &Inputs) -> Vec<Got> {
        let mut got = Vec::new();
        let root = format!("{}/", self.folder.path().display());
        let whole = inputs.each_job(&self.reading, &mut |job| {
            let read = |capture: &Capture<'_>| Read {
                id: capture.id.clone(),
                name: job.name().map(ToOwned::to_owned),
                bytes: capture.bytes.to_vec(),
                damage: capture.damage.clone(),
                form: capture.form.clone(),
                kind: capture.kind,
            };
            got.push(match job.work(&self.reading, read) {
                Ok(read) => Got::Capture(read),
                Err(failure) => Got::Failed {
                    place: failure.place.replace(&root, ""),
                    reason: failure.reason,
                },
            });
            ControlFlow::Continue(())
        });
        assert_eq!(whole, ControlFlow::Continue(()));
        got
    }
}

impl Got {
    /// Writes it in a line: id, text, and what is wrong with it, or place and reason.
    fn line(&self) -> String {
        match self {
            Self::Capture(read) => {
                let text = String::from_utf8_lossy(&read.bytes);
                let damage = read.damage.as_ref().map(|damage| format!(" ~ {damage}"));
                format!("{} = {text}{}", read.id, damage.unwrap_or_default())
            }
            Self::Failed { place, reason } => format!("! {place}: {reason}"),
        }
    }

    #[track_caller]
    fn capture(&self) -> &Read {
        match self {
            Self::Capture(read) => read,
            Self::Failed { .. } => panic!("{}", self.line()),
        }
    }
}

fn reading() -> Reading {
    Reading {
        form: Form::Auto,
        field: None,
        id_field: None,
        site: SiteFrom::Capture,
        max_bytes: 1 << 20,
        ignored: Ignored::LeftOut,
    }
}

/// Checks what a file gives; a wanted line that ends in `…` is the beginning of one.
#[track_caller]
fn check(name: &str, bytes: &[u8], wanted: &[&str]) {
    check_with(&reading(), name, bytes, wanted);
}

#[track_caller]
fn check_with(reading: &Reading, name: &str, bytes: &[u8], wanted: &[&str]) {
    let mut sources = Sources::with(&[(name, bytes)]);
    sources.reading = reading.clone();
    check_lines(&sources.read(&[name]), wanted);
}

#[track_caller]
fn check_lines(got: &[Got], wanted: &[&str]) {
    let lines: Vec<String> = got.iter().map(Got::line).collect();
    let fits = lines.len() == wanted.len()
        && lines
            .iter()
            .zip(wanted)
            .all(|(line, wanted)| match wanted.strip_suffix('…') {
                Some(begin) => line.starts_with(begin),
                None => line == wanted,
            });
    assert!(fits, "{lines:#?}\nwanted {wanted:#?}");
}

//! The diffs of a run in one form: what it begins with, captures or kinds one after the other, what it ends with.

use undross::diff::groups::{Group, Groups};
use undross::diff::places::places;
use undross::diff::rewrites::{Rewritten, rewrites};
use undross::diff::side_by_side::{Row, hunk_rows, rows};
use undross::diff::{Hunk, github, html, hunks, sarif};
use undross::{Error, Outcome};

use super::args::{Beside, Form, Look, Unit};
use super::{columns, json, layout};
use crate::cli::out::Out;
use crate::cli::paint::{Color, Paint};
use crate::cli::setup::Cleaned;

/// The diffs of a run, on their way out.
pub(super) struct Report {
    show: Show,
    out: Out,
    groups: Groups,
    written: u64,
    found: bool,
}

/// How captures are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Show {
    look: Look,
    paint: Paint,
}

/// What is shown of one capture.
pub(super) struct Shown {
    text: String,
    groups: Groups,
    removes: bool,
}

impl Report {
    pub(super) fn new(look: Look, color: Color, out: Out) -> Self {
        let paint = Paint::new(color);
        Self {
            show: Show { look, paint },
            out,
            groups: Groups::default(),
            written: 0,
            found: false,
        }
    }

    /// Tells whether something would be removed.
    pub(super) const fn found(&self) -> bool {
        self.found
    }

    pub(super) const fn show(&self) -> Show {
        self.show
    }

    /// Writes what stands before the first capture.
    pub(super) fn begin(&mut self, rules: &[&str]) -> Result<(), Error> {
        match self.show.look.form {
            Form::Html => self.out.push(html::HEAD),
            Form::Sarif => self.out.push(sarif::head(rules)),
            _ => Ok(()),
        }
    }

    /// Writes captures, in the order of the input; kinds wait for the end.
    pub(super) fn push(&mut self, shown: Vec<Shown>) -> Result<(), Error> {
        for shown in shown {
            self.found |= shown.removes;
            self.groups.join(shown.groups);
            self.write(&shown.text)?;
        }
        self.out.flush()
    }

    /// Writes the kinds, and what stands behind the last capture.
    pub(super) fn finish(&mut self) -> Result<(), Error> {
        for group in std::mem::take(&mut self.groups).into_sorted() {
            let text = self.show.group(&group);
            self.write(&text)?;
        }
        match self.show.look.form {
            Form::Html if self.written == 0 => self.out.push(html::NOTHING_AND_TAIL)?,
            Form::Html => self.out.push(html::TAIL)?,
            Form::Sarif => self.out.push(sarif::TAIL)?,
            _ => {}
        }
        self.out.flush()
    }

    fn write(&mut self, text: &str) -> Result<(), Error> {
        if text.is_empty() {
            return Ok(());
        }
        if self.show.look.form == Form::Sarif && self.written > 0 {
            self.out.push(sarif::BETWEEN)?;
        }
        self.written += 1;
        self.out.push(text)
    }
}

impl Show {
    /// Shows one capture.
    pub(super) fn capture(
        self,
        Cleaned {
            job,
            capture,
            outcome,
            ..
        }: Cleaned<'_>,
        rules: &[&str],
    ) -> Shown {
        let removes = !outcome.removals().is_empty();
        let hunks = || hunks(outcome.page().text(), outcome.removals());
        if self.look.unit == Unit::Kind {
            return Shown {
                text: String::new(),
                groups: Groups::of(&capture.id, hunks()),
                removes,
            };
        }
        let text = match self.look.form {
            Form::Sarif if removes => {
                sarif::results(outcome, (&job.place(), rules), &places(capture, outcome))
            }
            Form::Github => github::github(outcome, &job.place(), &places(capture, outcome)),
            Form::Html => html::capture(&capture.id, &hunks()),
            _ => self.with_rewrites(&capture.id, outcome, &hunks()),
        };
        Shown {
            text,
            groups: Groups::default(),
            removes,
        }
    }

    fn with_rewrites(self, id: &str, outcome: &Outcome<'_>, hunks: &[Hunk<'_>]) -> String {
        let rewrites = match self.look.beside {
            Beside::Rewrites => Some(rewrites(outcome)),
            Beside::Nothing => None,
        };
        let rewrites = rewrites.as_deref();
        if hunks.is_empty() && rewrites.is_none_or(<[Rewritten]>::is_empty) {
            return String::new();
        }
        let mut text = match self.look.form {
            Form::Json => {
                return json::line(&json::Capture {
                    id,
                    hunks,
                    rewrites,
                });
            }
            Form::SideBySide => {
                let rows = rows(outcome.page().text(), hunks, self.look.context);
                self.columns(id, &rows)
            }
            _ => layout::unified(id, hunks, self.paint),
        };
        if let Some(rewrites) = rewrites.filter(|rewrites| !rewrites.is_empty()) {
            text.push_str(&layout::rewrites(id, rewrites, self.paint));
        }
        text
    }

    /// Shows removals of one kind.
    fn group(self, group: &Group) -> String {
        match self.look.form {
            Form::Json => json::line(group),
            Form::Html => html::group(group),
            Form::SideBySide => {
                let strength = group.hunk.strength.as_str();
                let name = format!("{strength}, {}", group.in_words());
                self.columns(&name, &hunk_rows(&group.hunk))
            }
            _ => layout::group(group, self.paint),
        }
    }

    fn columns(self, name: &str, rows: &[Row<'_>]) -> String {
        columns::columns(name, rows, columns::width(self.look.width), self.paint)
    }
}

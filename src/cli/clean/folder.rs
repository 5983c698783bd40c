//! Cleaning into an output folder: shards of records, and files beside them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValue;
use serde_json::{Value, json};
use undross::corpus::{
    Batch, Batches, Existing, Header, Job, Noted, Part, Run, ShardForm, Tally, tidy_name,
};
use undross::decode::Charset;
use undross::diff::{Heading, hunks, unified_hunks};
use undross::markdown::markdown;
use undross::outcome::Status;
use undross::record::{Record, sha256};
use undross::{Capture, Error, Outcome};

use super::{Args, Piece, To, record_line, summary_of};
use crate::cli::failures::Read;
use crate::cli::out::{counted, say};
use crate::cli::setup::{Done, Setup};
use crate::cli::summary::Summary;
use crate::cli::{Ending, interrupt};

/// Level of compression: the quickest that halves the size once more.
const ZSTD_LEVEL: i32 = 3;

/// What the workers of a run need.
struct Cleaner<'r> {
    setup: &'r Setup,
    run: &'r Run,
    to: To,
    /// Whether the lines of records are compressed.
    packed: bool,
}

pub(super) fn into_folder(args: &Args, mut setup: Setup, root: &Path) -> Result<Ending, Error> {
    if let Some(input) = setup.inputs.leave_out(root)? {
        let (folder, input) = (root.display(), input.display());
        say(format_args!(
            "undross: the output folder `{folder}` lies in the input `{input}`: nothing in it is read"
        ));
    }
    let to = survey(args, &mut setup)?;
    let (form, header) = (form(args, to), header(args, &setup, to));
    let Some((run, mut shards)) = Run::begin(root, form, &header, existing(args))? else {
        let root = root.display();
        say(format_args!(
            "undross: the run in `{root}` is finished; nothing is left to do"
        ));
        return Ok(Ending::Fine);
    };
    if run.kept_captures() > 0 {
        let kept = counted(run.kept_captures(), "capture");
        say(format_args!(
            "undross: going on behind {kept} of an earlier run"
        ));
    }
    interrupt::watch();
    let cleaner = Cleaner {
        setup: &setup,
        run: &run,
        to,
        packed: form == ShardForm::Packed,
    };
    let batches = Batches::of_shards(&setup.choice, args.output.shard_size);
    setup.run(
        batches,
        |batch| cleaner.part(batch),
        |part| {
            let part = part?;
            setup.count(part.noted.iter().map(|noted| noted.failure.as_ref()))?;
            shards.push(&run, part)
        },
    )?;
    let total: Summary = shards.finish(&run)?;
    if !args.output.quiet {
        total.print(&setup);
    }
    // Those that failed in shards of an earlier run were told by that one.
    let earlier = total.failed() > 0;
    Ok(match setup.read() {
        Read::Wholly if earlier => Ending::Failed,
        read => read.or(Ending::Fine),
    })
}

/// Looks over all inputs before anything is written, and tells the form of the output.
fn survey(args: &Args, setup: &mut Setup) -> Result<To, Error> {
    let extension = args.output.to.map_or(Some("txt"), To::extension);
    let survey = setup.inputs.survey(&setup.reading, extension)?;
    if survey.streams > 0 && args.output.to.is_some_and(|to| to.extension().is_some()) {
        let message = "JSON, tables and WARC hold captures without file names; \
                       leave --to out, or give --to jsonl, and their text stands beside their records";
        return Err(Error::Usage(message.to_owned()));
    }
    if !args.output.quiet {
        setup.show_progress(survey.bytes);
    }
    let by_input = match survey.streams {
        0 => To::Txt,
        _ => To::Jsonl,
    };
    Ok(args.output.to.unwrap_or(by_input))
}

const fn existing(args: &Args) -> Existing {
    match (args.output.force, args.output.resume) {
        (true, _) => Existing::Replace,
        (_, true) => Existing::Resume,
        _ => Existing::Refuse,
    }
}

const fn form(args: &Args, to: To) -> ShardForm {
    match (to, args.output.zstd) {
        (To::Txt | To::Md, _) => ShardForm::Records,
        (To::Jsonl, false) => ShardForm::Lines,
        (To::Jsonl, true) => ShardForm::Packed,
        #[cfg(feature = "parquet")]
        (To::Parquet, _) => ShardForm::Table,
    }
}

/// Names what decides the output beside the plan.
fn header(args: &Args, setup: &Setup, to: To) -> Header {
    let inputs: Vec<_> = args
        .input
        .inputs
        .iter()
        .map(|path| path.to_string_lossy())
        .collect();
    let (choice, from) = (&setup.choice, args.input.from.to_possible_value());
    let form = to.to_possible_value();
    let split = choice
        .split
        .map(|split| format!("{}/{}", split.number, split.of));
    let settings: [(&str, Value); 14] = [
        ("inputs", json!(inputs)),
        ("--from", json!(from.as_ref().map(PossibleValue::get_name))),
        ("--no-ignore", json!(args.input.no_ignore)),
        (
            "--encoding",
            json!(setup.reading.encoding.map(Charset::label)),
        ),
        ("--field", json!(setup.reading.field)),
        ("--id-field", json!(setup.reading.id_field)),
        (
            "--site or --site-field",
            json!((&args.input.site, &args.input.site_field)),
        ),
        ("--max-bytes", json!(setup.reading.max_bytes)),
        ("--to", json!(form.as_ref().map(PossibleValue::get_name))),
        ("--zstd", json!(args.output.zstd)),
        ("--shard-size", json!(args.output.shard_size)),
        ("--shard", json!(split)),
        ("--sample", json!(choice.sample)),
        ("--limit", json!(choice.limit)),
    ];
    let named = |(name, value): (&str, Value)| (name.to_owned(), value);
    Header {
        undross: env!("CARGO_PKG_VERSION").to_owned(),
        plan: setup.plan.hash().to_owned(),
        settings: settings.into_iter().map(named).collect::<BTreeMap<_, _>>(),
    }
}

impl Cleaner<'_> {
    /// Cleans a batch, or looks whether what an earlier run made of it is still there.
    fn part(&self, batch: Batch) -> Result<Part<Summary>, Error> {
        let mut part = Part {
            shard: batch.shard,
            noted: Vec::with_capacity(batch.jobs.len()),
            bytes: Vec::new(),
            tally: Summary::default(),
        };
        if self.run.keeps(batch.shard) {
            let noted = batch.jobs.iter().map(|job| self.kept(job));
            part.noted = noted.collect::<Result<_, _>>()?;
            return Ok(part);
        }
        for job in &batch.jobs {
            let done = self.clean(job)?;
            part.bytes
                .extend_from_slice(&record_line(self.setup, &done));
            part.noted.push(self.noted(job, &done));
            part.tally.add(summary_of(done));
        }
        if self.packed {
            let compressed = zstd::bulk::compress(&part.bytes, ZSTD_LEVEL);
            part.bytes =
                compressed.map_err(|error| Error::write(self.run.folder().root(), error))?;
        }
        Ok(part)
    }

    fn clean(&self, job: &Job) -> Result<Done<Piece>, Error> {
        self.setup.work(job, |job, capture, outcome| {
            self.write(job, capture, outcome)
        })
    }

    /// Notes a capture of a kept shard; writes its files again if somebody took them away.
    fn kept(&self, job: &Job) -> Result<Noted, Error> {
        if let Some((tidy, diff)) = self.files(job) {
            let root = self.run.folder().root();
            if !root.join(tidy).exists() || !root.join(diff).exists() {
                self.clean(job)?;
            }
        }
        Ok(self.hashed(job))
    }

    fn noted(&self, job: &Job, done: &Done<Piece>) -> Noted {
        let noted = match &done.value {
            Some(piece) => Noted {
                id: piece.id.clone(),
                sha256: piece.sha256.clone(),
                failure: None,
            },
            None => self.hashed(job),
        };
        Noted {
            failure: done.failure.clone(),
            ..noted
        }
    }

    /// Notes a capture that is not cleaned.
    fn hashed(&self, job: &Job) -> Noted {
        let hashed = job.work(&self.setup.reading, |capture| Noted {
            id: capture.id.clone(),
            sha256: sha256(&capture.bytes),
            failure: None,
        });
        hashed.unwrap_or_else(|failure| Noted {
            id: failure.id,
            sha256: String::new(),
            failure: None,
        })
    }

    /// Returns the files of a capture that has files of its own: its text and its diff.
    fn files(&self, job: &Job) -> Option<(PathBuf, PathBuf)> {
        let (name, extension) = (job.name()?, self.to.extension()?);
        Some((tidy_name(name, extension), tidy_name(name, "diff")))
    }

    fn write(
        &self,
        job: &Job,
        capture: &Capture<'_>,
        outcome: &Outcome<'_>,
    ) -> Result<Piece, Error> {
        let mut record = Record::with_text(capture, outcome, &self.setup.plan);
        let summary = Summary::of(&job.place(), outcome, &record);
        if let Some((tidy, diff)) = self.files(job)
            && !matches!(outcome.status(), Status::Failed(_))
        {
            let hunks = hunks(outcome.page().text(), outcome.removals());
            let hunks = unified_hunks(&hunks, &record.id, Heading::RulesAndStrength);
            self.run.folder().write(&diff, hunks.as_bytes())?;
            let text = match self.to {
                To::Md => Cow::Owned(markdown(
                    outcome,
                    record.text.as_deref().unwrap_or_default(),
                )),
                _ => record.text.take().unwrap_or_default(),
            };
            self.run.folder().write(&tidy, text.as_bytes())?;
        }
        Ok(Piece::new(record, summary))
    }
}

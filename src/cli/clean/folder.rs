//! Cleaning into an output folder: shards of records, and files beside them.

mod update;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValue;
use serde_json::{Value, json};
use undross::Error;
use undross::corpus::{
    Batch, Batches, Begun, Existing, Header, Job, Noted, Part, Run, ShardForm, Shards, Tally,
    tidy_name,
};
use undross::decode::Charset;
use undross::diff::{Heading, hunks, unified_hunks};
use undross::markdown::markdown;
use undross::outcome::Status;
use undross::record::{Record, sha256};

use super::{Args, Piece, To, record_line, summary_of};
use crate::cli::failures::Read;
use crate::cli::out::{counted, say};
use crate::cli::plans::Planned;
use crate::cli::setup::{Cleaned, Done, Setup};
use crate::cli::summary::Summary;
use crate::cli::{Ending, interrupt};
use update::Left;

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
    // Told on the first run already, which a later one could not bring up to date.
    if args.output.update && setup.inputs.reads_stream() {
        let message = "an update reads its input twice, which standard input and pipes cannot be; name files, or give --force in its place";
        return Err(Error::Usage(message.to_owned()));
    }
    if let Some(input) = setup.inputs.leave_out(root)? {
        let (folder, input) = (root.display(), input.display());
        say(format_args!(
            "undross: the output folder `{folder}` lies in the input `{input}`: nothing in it is read"
        ));
    }
    let to = survey(args, &mut setup)?;
    let (form, header) = (form(args, to), header(args, &setup, to));
    let (run, shards) = match Run::begin(root, form, &header, existing(args))? {
        Begun::Run(run) => *run,
        Begun::Before(before) => match update::begin(args, &setup, &header, *before)? {
            Left::Run(run) => *run,
            Left::Nothing(ending) => return Ok(ending),
        },
    };
    if run.kept_captures() > 0 && !args.output.update {
        let kept = counted(run.kept_captures(), "capture");
        say(format_args!(
            "undross: going on behind {kept} of an earlier run"
        ));
    }
    let cleaner = Cleaner {
        setup: &setup,
        run: &run,
        to,
        packed: form == ShardForm::Packed,
    };
    let total = cleaner.all(args.output.shard_size, shards)?;
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
    match &args.output {
        output if output.force => Existing::Replace,
        output if output.resume => Existing::Resume,
        output if output.update => Existing::Update,
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
        plan: setup.plans.hash(),
        settings: settings.into_iter().map(named).collect::<BTreeMap<_, _>>(),
    }
}

/// Notes a capture that is not cleaned.
pub(super) fn noted(setup: &Setup, (job, planned): (&Job, &Planned)) -> Noted {
    let plan = planned.plan.hash();
    let noted = job.work(&setup.reading, |capture| {
        Noted::new(capture, &sha256(&capture.bytes), plan)
    });
    noted.unwrap_or_else(|failure| Noted::unread(&failure.id, plan))
}

impl Cleaner<'_> {
    /// Cleans all captures that the run does not have yet.
    fn all(&self, shard_size: u64, mut shards: Shards<Summary>) -> Result<Summary, Error> {
        interrupt::watch();
        let batches = Batches::of_shards(&self.setup.choice, shard_size);
        self.setup.run(
            batches,
            |batch| self.part(batch),
            |part| {
                let part = part?;
                let failures = part.noted.iter().map(|noted| noted.failure.as_ref());
                self.setup.count(failures)?;
                shards.push(self.run, part)
            },
        )?;
        shards.finish(self.run)
    }

    /// Cleans a batch, or looks whether what an earlier run made of it is still there.
    fn part(&self, batch: Batch) -> Result<Part<Summary>, Error> {
        let planned = self.setup.plans.get(batch.under);
        let mut part = Part {
            shard: batch.shard,
            noted: Vec::with_capacity(batch.jobs.len()),
            bytes: Vec::new(),
            tally: Summary::default(),
        };
        if self.run.keeps(batch.shard) {
            let noted = batch.jobs.iter().map(|job| self.kept((job, planned)));
            part.noted = noted.collect::<Result<_, _>>()?;
            return Ok(part);
        }
        for job in &batch.jobs {
            let (noted, line, summary) = match self.again((job, planned)) {
                Some(again) => again,
                None => self.anew((job, planned))?,
            };
            part.noted.push(noted);
            part.bytes.extend_from_slice(&line);
            part.tally.add(summary);
        }
        if self.packed {
            let compressed = zstd::bulk::compress(&part.bytes, ZSTD_LEVEL);
            part.bytes =
                compressed.map_err(|error| Error::write(self.run.folder().root(), error))?;
        }
        Ok(part)
    }

    /// Takes what the run before this update made of a capture, if it is the same and all of it is there.
    fn again(&self, (job, planned): (&Job, &Planned)) -> Option<(Noted, Vec<u8>, Summary)> {
        if !self.run.is_update() {
            return None;
        }
        let mut noted = noted(self.setup, (job, planned));
        let line = self.run.record_before(&noted)?;
        let record: Record<'_> = serde_json::from_slice(&line).ok()?;
        let files = self.files(job).filter(|_| record.status != "failed");
        let written = match &files {
            Some(files) => Some(self.run.text_before(files)?),
            None => None,
        };
        let tidy = record.text.as_deref().or(written.as_deref());
        let summary = Summary::of_record(&job.place(), &record, tidy.unwrap_or_default());
        noted.failure = (record.status == "failed").then(|| {
            let reason = record.reason.as_deref().unwrap_or_default();
            job.failure(reason.to_owned())
        });
        Some((noted, line, summary))
    }

    fn anew(&self, (job, planned): (&Job, &Planned)) -> Result<(Noted, Vec<u8>, Summary), Error> {
        let done = self.clean((job, planned))?;
        let line = record_line(&done).into_owned();
        let noted = match &done.value {
            Some(piece) => piece.noted.clone(),
            None => noted(self.setup, (job, planned)),
        };
        let noted = Noted {
            failure: done.failure.clone(),
            ..noted
        };
        Ok((noted, line, summary_of(done)))
    }

    fn clean<'p>(&self, (job, planned): (&Job, &'p Planned)) -> Result<Done<'p, Piece>, Error> {
        self.setup
            .work((job, planned), |cleaned| self.write(cleaned))
    }

    /// Notes a capture of a kept shard; writes its files again if somebody took them away.
    fn kept(&self, (job, planned): (&Job, &Planned)) -> Result<Noted, Error> {
        if let Some(files) = self.files(job)
            && !files.iter().all(|file| self.run.has(file))
        {
            self.clean((job, planned))?;
        }
        Ok(noted(self.setup, (job, planned)))
    }

    /// Returns the files of a capture that has files of its own: its text and its diff.
    fn files(&self, job: &Job) -> Option<[PathBuf; 2]> {
        let (name, extension) = (job.name()?, self.to.extension()?);
        Some([tidy_name(name, extension), tidy_name(name, "diff")])
    }

    fn write(&self, cleaned: Cleaned<'_>) -> Result<Piece, Error> {
        let Cleaned { job, outcome, .. } = cleaned;
        let mut record = cleaned.record();
        let summary = Summary::of(&job.place(), outcome, &record);
        if let Some([tidy, diff]) = self.files(job)
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
        Ok(Piece::new(cleaned, record, summary))
    }
}

//! `undross restore`: the page text back, byte for byte.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use undross::Error;
use undross::corpus::{Over, RECORDS, folder_of, id_of, write_over};
use undross::record::Record;

use super::Ending;

use super::out::{Out, say};

/// Give the page text back, byte for byte
///
/// From a tidy text and its record, or from records that hold their text. The page text is what the capture
/// says once it is decoded, in UTF-8.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross restore tidy/article.txt              its record stands in tidy/records.jsonl
  undross restore article.txt --records r.jsonl --id news/article.txt
  undross restore pages.jsonl                   JSON Lines of id and text, for records with text
  undross restore pages.jsonl --id 17 -o page.txt")]
pub(super) struct Args {
    /// A tidy text, or a .jsonl file of records that hold their text
    #[arg(value_name = "PATH")]
    input: PathBuf,
    /// File of records [default: records.jsonl beside the tidy text or in a folder above]
    #[arg(long, value_name = "FILE")]
    records: Option<PathBuf>,
    /// Name of the capture in the records [default: by the path of the tidy text]
    #[arg(long)]
    id: Option<String>,
    /// File to write instead of standard output
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace that file where there is one
    #[arg(long, requires = "out")]
    force: bool,
}

#[derive(Deserialize)]
struct Name<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
}

#[derive(Serialize)]
struct Restored<'a> {
    id: &'a str,
    text: &'a str,
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    check_output(args)?;
    let is_records = args.input.extension().is_some_and(|end| end == "jsonl");
    match &args.id {
        None if is_records => all(args),
        Some(id) if is_records => {
            let line = find(&args.input, std::slice::from_ref(id))?;
            let record = parse(&args.input, &line)?;
            write(args, text_of(&record, record.text.as_deref())?.as_bytes())
        }
        _ => one(args),
    }
}

fn one(args: &Args) -> Result<Ending, Error> {
    let tidy = fs::read_to_string(&args.input).map_err(|error| Error::read(&args.input, error))?;
    let (records, ids) = record_of(args)?;
    let line = find(&records, &ids)?;
    let record = parse(&records, &line)?;
    write(args, text_of(&record, Some(&tidy))?.as_bytes())
}

/// Restores every record of a file, as JSON Lines.
fn all(args: &Args) -> Result<Ending, Error> {
    let mut out = Out::new();
    let mut gathered = Vec::new();
    let mut ending = Ending::Fine;
    for line in lines(&args.input)? {
        let line = line?;
        let record = parse(&args.input, &line)?;
        let text = match text_of(&record, record.text.as_deref()) {
            Ok(text) => text,
            Err(error) => {
                say(format_args!("undross: {error}"));
                ending = Ending::Failed;
                continue;
            }
        };
        let restored = Restored {
            id: &record.id,
            text: &text,
        };
        let mut json = serde_json::to_vec(&restored).expect("text is always JSON");
        json.push(b'\n');
        if args.out.is_some() {
            gathered.extend(json);
        } else {
            out.push(json)?;
        }
    }
    if args.out.is_some() {
        write(args, &gathered)?;
    }
    out.flush()?;
    Ok(ending)
}

fn text_of(record: &Record<'_>, tidy: Option<&str>) -> Result<String, Error> {
    let Some(tidy) = tidy else {
        return Err(Error::Usage(format!(
            "the record of `{}` holds no text; give the tidy text itself",
            record.id
        )));
    };
    record
        .restore(tidy)
        .ok_or_else(|| Error::NotItsText(record.id.to_string()))
}

fn check_output(args: &Args) -> Result<(), Error> {
    let Some(out) = &args.out else { return Ok(()) };
    let same = |path: &PathBuf| fs::canonicalize(path).ok() == fs::canonicalize(out).ok();
    let sources = [Some(&args.input), args.records.as_ref()];
    if out.exists() && sources.into_iter().flatten().any(same) {
        return Err(Error::Usage(format!(
            "`{}` is a source, and sources are never overwritten; choose another name",
            out.display()
        )));
    }
    if Over::holds_something(out) && !args.force {
        return Err(Error::Write {
            path: out.clone(),
            source: ErrorKind::AlreadyExists.into(),
        });
    }
    Ok(())
}

fn write(args: &Args, bytes: &[u8]) -> Result<Ending, Error> {
    let Some(path) = &args.out else {
        let mut out = Out::new();
        out.push(bytes)?;
        out.flush()?;
        return Ok(Ending::Fine);
    };
    if path.file_name().is_none() {
        let message = format!("`{}` names no file; name one with -o", path.display());
        return Err(Error::Usage(message));
    }
    let folder = folder_of(path);
    fs::create_dir_all(&folder).map_err(|error| Error::write(folder, error))?;
    write_over(path, bytes).map_err(|error| Error::write(path, error))?;
    Ok(Ending::Fine)
}

/// Finds the file of records and the ids that the tidy text may have in it.
fn record_of(args: &Args) -> Result<(PathBuf, Vec<String>), Error> {
    let tidy = std::path::absolute(&args.input).map_err(|error| Error::read(&args.input, error))?;
    let beside = || {
        let mut above = tidy.ancestors().skip(1).map(|folder| folder.join(RECORDS));
        above.find(|path| path.is_file())
    };
    let Some(records) = args.records.clone().or_else(beside) else {
        return Err(Error::Usage(format!(
            "no {RECORDS} beside `{}` or above; name the records with --records",
            args.input.display()
        )));
    };
    if let Some(id) = &args.id {
        return Ok((records, vec![id.clone()]));
    }
    let folder = std::path::absolute(&records).unwrap_or_default();
    let below = tidy.strip_prefix(folder.parent().unwrap_or(&folder));
    let name = below.unwrap_or(Path::new(tidy.file_name().unwrap_or_default()));
    // `a.txt` is the tidy text of `a.txt`, or of `a`, and either may have been packed.
    let named = [id_of(name), id_of(&name.with_extension(""))];
    let packed = |end: &str| named.each_ref().map(|id| format!("{id}{end}"));
    let ids = [&named[..], &packed(".gz"), &packed(".zst")].concat();
    Ok((records, ids))
}

/// Finds the line of the record that has one of these ids.
fn find(records: &Path, ids: &[String]) -> Result<String, Error> {
    for line in lines(records)? {
        let line = line?;
        let name: Name<'_> = parse_as(records, &line)?;
        if ids.iter().any(|id| *id == name.id) {
            return Ok(line);
        }
    }
    Err(Error::NoRecord {
        path: records.to_owned(),
        id: ids[0].clone(),
    })
}

fn lines(path: &Path) -> Result<impl Iterator<Item = Result<String, Error>>, Error> {
    let file = File::open(path).map_err(|error| Error::read(path, error))?;
    Ok(BufReader::new(file)
        .lines()
        .map(move |line| line.map_err(|error| Error::read(path, error)))
        .filter(|line| !line.as_ref().is_ok_and(|line| line.trim().is_empty())))
}

fn parse<'l>(path: &Path, line: &'l str) -> Result<Record<'l>, Error> {
    parse_as(path, line)
}

fn parse_as<'l, T: Deserialize<'l>>(path: &Path, line: &'l str) -> Result<T, Error> {
    serde_json::from_str(line).map_err(|error| {
        Error::Usage(format!(
            "{}: not a record of undross: {error}",
            path.display()
        ))
    })
}

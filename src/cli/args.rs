//! Arguments that several commands share.

use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use undross::config::bytes_of;
use undross::corpus::{Choice, Form, SiteFrom, Split};
use undross::decode::Charset;
use undross::model::{Headline, Profile};
use undross::settings::unknown;

/// What to read, and how.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Input")]
pub(super) struct InputArgs {
    /// Files, folders (every file in them), patterns such as 'captures/**/*.html', or `-` for standard input
    #[arg(value_name = "PATH")]
    pub(super) inputs: Vec<PathBuf>,
    /// Form of the inputs, behind .gz and .zst and in .tar and .zip, which are always opened
    #[arg(long, value_name = "FORM", default_value = "auto")]
    pub(super) from: From,
    /// Encoding of the inputs, as in `windows-1252`, whatever they declare [default: found out for each capture]
    #[arg(long, value_name = "NAME", value_parser = charset)]
    pub(super) encoding: Option<Charset>,
    /// Field or column that holds the text [default: text, else html, content, body, …]
    #[arg(long, value_name = "NAME")]
    pub(super) field: Option<String>,
    /// Field or column that holds the name [default: id; of a table also url]; else file and number name a capture
    #[arg(long, value_name = "NAME")]
    pub(super) id_field: Option<String>,
    /// Site of all captures, for what was learned of it [default: told by each capture]
    #[arg(long, value_name = "NAME", conflicts_with = "site_field")]
    pub(super) site: Option<String>,
    /// Field of JSON that tells the site: an address gives its host, any other value is the name itself
    #[arg(long, value_name = "NAME")]
    pub(super) site_field: Option<String>,
    /// Read files too that a .gitignore or .ignore in an input folder names
    #[arg(long)]
    pub(super) no_ignore: bool,
    /// Largest capture read, as in `64 MB`; a larger one fails [default: 256 MB]
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub(super) max_bytes: Option<u64>,
    /// Fail with exit code 3 where fewer captures than this are found and can be read
    #[arg(long, value_name = "N")]
    pub(super) min_captures: Option<u64>,
    /// Captures cleaned side by side [default: one a processor]
    #[arg(short = 'j', long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) threads: Option<u16>,
}

/// Which captures to read.
#[derive(Debug, Clone, clap::Args)]
#[command(next_help_heading = "Input")]
pub(super) struct ChoiceArgs {
    /// Read every N-th capture only, beginning with the I-th: one of N runs that share an input
    #[arg(long, value_name = "I/N", value_parser = split)]
    shard: Option<Split>,
    /// Read a share of the captures, as in `0.01` or `1%`; the same ones every time
    #[arg(long, value_name = "SHARE", value_parser = share)]
    sample: Option<f64>,
    /// Stop after so many captures
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    limit: Option<u64>,
}

impl ChoiceArgs {
    pub(super) const fn choice(&self) -> Choice {
        Choice {
            split: self.shard,
            sample: self.sample,
            limit: self.limit,
        }
    }
}

fn split(text: &str) -> Result<Split, String> {
    let split = text.split_once('/').and_then(|(number, of)| {
        Some(Split {
            number: number.parse().ok()?,
            of: of.parse().ok()?,
        })
    });
    split
        .filter(|split| (1..=split.of).contains(&split.number))
        .ok_or_else(|| "give it as in `2/8`: the second of eight".to_owned())
}

fn share(text: &str) -> Result<f64, String> {
    let share = match text.strip_suffix('%') {
        Some(percent) => percent.trim().parse().map(|percent: f64| percent / 100.0),
        None => text.parse(),
    };
    share
        .ok()
        .filter(|share| *share > 0.0 && *share <= 1.0)
        .ok_or_else(|| "a share lies above 0 and up to 1, as in `0.01` or `1%`".to_owned())
}

/// What to do with it.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Rules and passes")]
pub(super) struct SettingsArgs {
    /// Configuration to use [default: for each capture the nearest undross.toml upward from its file]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Use no configuration file
    #[arg(long, conflicts_with = "config")]
    pub(super) no_config: bool,
    /// Switch rules off
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(super) rules_off: Vec<String>,
    /// Run these rules only
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(super) rules_only: Vec<String>,
    /// How much of a web page to keep: `page` all main content, `article` running text only [default: auto]
    #[arg(long, value_name = "PROFILE", value_parser = words(Profile::ALL))]
    pub(super) profile: Option<String>,
    /// What becomes of the headline of a web page: `keep` or `drop` [default: keep]
    #[arg(long, value_name = "HEADLINE", value_parser = words(Headline::ALL))]
    pub(super) headline: Option<String>,
    /// Folder of what `undross learn` found on sites: their lines go on captures of those sites
    #[arg(long, value_name = "DIR")]
    pub(super) profile_dir: Option<PathBuf>,
    /// File of decisions of a review [default: for each capture the nearest decisions.jsonl upward from its file]
    #[arg(long, value_name = "FILE")]
    pub(super) decisions: Option<PathBuf>,
    /// Use no decisions
    #[arg(long, conflicts_with = "decisions")]
    pub(super) no_decisions: bool,
    /// Switch passes off
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(super) passes_off: Vec<String>,
    /// Switch passes on that are off by default
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub(super) passes_on: Vec<String>,
}

/// Form of the inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum From {
    /// By content, and by the extension where content does not tell
    Auto,
    /// One capture a file, and it is text
    Text,
    /// One capture a file, and it is a web page
    Html,
    /// JSON: one capture an object, in lines, in an array, or one behind the other
    #[value(alias = "json")]
    Jsonl,
    /// One capture a row, with commas or semicolons between cells
    Csv,
    /// One capture a row, with tabs between cells
    Tsv,
    /// WARC or WET: one capture a record
    Warc,
    /// One capture a row
    Parquet,
}

impl InputArgs {
    /// Returns what tells the site of a capture.
    pub(super) fn site_from(&self) -> SiteFrom {
        match (&self.site, &self.site_field) {
            (Some(site), _) => SiteFrom::Given(site.clone()),
            (None, Some(field)) => SiteFrom::Field(field.clone()),
            (None, None) => SiteFrom::Capture,
        }
    }
}

impl From {
    pub(super) const fn form(self) -> Form {
        match self {
            Self::Auto => Form::Auto,
            Self::Text => Form::Text,
            Self::Html => Form::Html,
            Self::Jsonl => Form::JsonLines,
            Self::Csv => Form::Csv,
            Self::Tsv => Form::Tsv,
            Self::Warc => Form::Warc,
            Self::Parquet => Form::Parquet,
        }
    }
}

fn charset(label: &str) -> Result<Charset, String> {
    let no_such = || {
        let message = unknown("encoding", label, Charset::NAMES);
        format!("{message} (or any other label of the WHATWG Encoding Standard)")
    };
    Charset::of_label(label).ok_or_else(no_such)
}

fn words<T>(words: &'static [(&'static str, T)]) -> PossibleValuesParser {
    PossibleValuesParser::new(words.iter().map(|(word, _)| *word))
}

pub(super) fn size(text: &str) -> Result<u64, String> {
    bytes_of(text).ok_or_else(|| "a size is a number of bytes, or text like `256 MB`".to_owned())
}

//! `cargo xtask features`: the rows that the block model is trained on, from the pages beside the repository.
//!
//! For each data set, under `target/training/blocks/`: `NAME.rows` (32-bit floats, one row a block), `NAME.tokens`
//! (16-bit positions in the table of path words) with `NAME.counts` (32-bit, one a block), and `NAME.jsonl`, a line a
//! page with the texts and words of its blocks. They hold page text and are not for keeping. `NAME.scores` has what the
//! model that ships says of each block (32-bit floats, probabilities), if it fits the features.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::{Value, json};
use undross::Page;
use undross::decode::decode;
use undross::model::features::{Table, features};
use undross::model::forest::{FILE, Model};
use undross::model::{Input, Measured, path};

use crate::shell;

pub(crate) const ARGUMENTS: &str = "[--gold DIR] [--plain]";

/// The folders of pages, and the list of pages in each.
const SETS: &[(&str, &str)] = &[
    ("wcxb", "gold.jsonl"),
    ("trafilatura", "gold.jsonl"),
    ("readability", "gold.jsonl"),
    ("unlabelled", "index.jsonl"),
];
const OUT: &str = "target/training/blocks";

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let pages = shell::data("pages", shell::option(arguments, "--gold")?)?;
    let plain = arguments.iter().any(|argument| argument == "--plain");
    let out = shell::root().join(if plain {
        format!("{OUT}-plain")
    } else {
        OUT.to_owned()
    });
    fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    let names: Vec<&str> = features().map(|feature| feature.name).collect();
    let list = json!({ "features": names, "bits": path::BITS });
    fs::write(out.join("features.json"), list.to_string()).map_err(|error| error.to_string())?;
    for (name, list) in SETS {
        let set = Set {
            name,
            folder: pages.join(name),
            plain,
        };
        let (pages, blocks) = set
            .write(list, &out)
            .map_err(|error| format!("{name}: {error}"))?;
        println!(
            "{name:12} {pages:5} pages {blocks:7} blocks, {} features",
            names.len()
        );
    }
    Ok(ExitCode::SUCCESS)
}

struct Set<'a> {
    name: &'a str,
    folder: PathBuf,
    /// Whether classes, ids and roles are left out.
    plain: bool,
}

impl Set<'_> {
    fn write(&self, list: &str, out: &Path) -> std::io::Result<(usize, usize)> {
        let mut files = Files::create(out, self.name)?;
        let (mut pages, mut blocks) = (0, 0);
        for line in BufReader::new(File::open(self.folder.join(list))?).lines() {
            let entry: Value = serde_json::from_str(&line?)?;
            let id = entry["id"].as_str().unwrap_or_default();
            blocks += self.write_page(id, &mut files)?;
            pages += 1;
        }
        Ok((pages, blocks))
    }

    fn write_page(&self, id: &str, files: &mut Files) -> std::io::Result<usize> {
        let packed = File::open(self.folder.join(format!("pages/{id}.html.gz")))?;
        let mut bytes = Vec::new();
        flate2::read::MultiGzDecoder::new(packed).read_to_end(&mut bytes)?;
        let page = Page::of_html(decode(&bytes, None).text);
        let Some(mut input) = Input::of(&page) else {
            return Ok(0);
        };
        if self.plain {
            input.forget_classes();
        }
        files.write(id, &Measured::of(&input))
    }
}

/// The open files of one data set.
struct Files {
    rows: BufWriter<File>,
    tokens: BufWriter<File>,
    counts: BufWriter<File>,
    pages: BufWriter<File>,
    scores: BufWriter<File>,
    model: Option<Model<'static>>,
}

impl Files {
    fn create(folder: &Path, name: &str) -> std::io::Result<Self> {
        let create =
            |kind: &str| File::create(folder.join(format!("{name}.{kind}"))).map(BufWriter::new);
        Ok(Self {
            rows: create("rows")?,
            tokens: create("tokens")?,
            counts: create("counts")?,
            pages: create("jsonl")?,
            scores: create("scores")?,
            model: Model::read(FILE),
        })
    }

    fn write(&mut self, id: &str, page: &Measured) -> std::io::Result<usize> {
        let mut table = Table::of(page);
        for value in &table.values {
            self.rows.write_all(&value.to_le_bytes())?;
        }
        if let Some(model) = &self.model {
            table.set_path_scores(&path::scores(page, &model.weights));
            for probability in model.probabilities(&table) {
                self.scores.write_all(&probability.to_le_bytes())?;
            }
        }
        for block in 0..page.len() {
            let buckets = path::buckets(page, block);
            self.counts
                .write_all(&(buckets.len() as u32).to_le_bytes())?;
            for bucket in buckets {
                self.tokens.write_all(&bucket.to_le_bytes())?;
            }
        }
        let texts: Vec<&str> = page.input.blocks.iter().map(|block| block.text).collect();
        let words: Vec<f32> = (0..page.len()).map(|block| page.words(block)).collect();
        let line = json!({ "id": id, "texts": texts, "words": words });
        writeln!(self.pages, "{line}")?;
        Ok(page.len())
    }
}

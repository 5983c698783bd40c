//! The texts that speed is measured on.

use std::fs;
use std::path::{Path, PathBuf};

/// Captures beside the repository; they do not ship with it.
const CAPTURES: &str = "../shared/captures/dev.jsonl";
/// Rendered whole pages, which are not article text.
const PAGES: &str = "html-page";
/// Bytes that the seeds are repeated to.
const SEED_BYTES: usize = 4 << 20;

/// Article texts, and in words where they are from.
pub(crate) struct Corpus {
    pub(crate) name: String,
    pub(crate) texts: Vec<String>,
}

impl Corpus {
    /// Counts the bytes of all texts.
    pub(crate) fn bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }

    fn new(source: &str, texts: Vec<String>) -> Self {
        let mut corpus = Self {
            name: String::new(),
            texts,
        };
        let megabytes = corpus.bytes() as f64 / 1e6;
        corpus.name = format!("{source}: {} texts, {megabytes:.2} MB", corpus.texts.len());
        corpus
    }
}

/// Reads the article captures beside the repository; where they are absent, repeats its seeds.
pub(crate) fn load() -> Corpus {
    let root = root();
    match fs::read_to_string(root.join(CAPTURES)) {
        Ok(lines) => Corpus::new(CAPTURES, articles(&lines)),
        Err(_) => seeds(&root),
    }
}

fn articles(lines: &str) -> Vec<String> {
    lines
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|capture| capture["kind"] != PAGES)
        .filter_map(|capture| capture["text"].as_str().map(str::to_owned))
        .collect()
}

fn seeds(root: &Path) -> Corpus {
    let mut paths: Vec<PathBuf> = fs::read_dir(root.join("seeds"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    let texts: Vec<String> = paths
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let repeats = SEED_BYTES.div_ceil(bytes.max(1));
    let source = format!("the seeds {repeats} times over, for {CAPTURES} is not here");
    let texts = std::iter::repeat_n(texts, repeats).flatten().collect();
    Corpus::new(&source, texts)
}

/// Finds the repository from the package that includes this file.
fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    match package.join("seeds").is_dir() {
        true => package.to_path_buf(),
        false => package.join(".."),
    }
}

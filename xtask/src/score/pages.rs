//! `cargo xtask score pages`: tidy text of web pages against gold texts and snippets.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use serde_json::json;
use undross::model::Profile;
use undross::model::forest::Model;
use undross::{Capture, Plan, Settings, process};

use crate::pages::{self, PageFile};
use crate::shell;

/// Cleans the pages of a folder, then lets its `score.py` compare them with its gold.
///
/// Returns whether it could: the table is for people to judge.
pub(crate) fn run(folder: &Path, arguments: &[String]) -> Result<bool, String> {
    let only = shell::option(arguments, "--dataset")?;
    let predictions = shell::target("score/pages.jsonl")?;
    let at = |error: std::io::Error| format!("{}: {error}", predictions.display());
    let mut out = BufWriter::new(File::create(&predictions).map_err(at)?);
    let profile = shell::option(arguments, "--profile")?;
    let plans = Plans::new(profile, shell::option(arguments, "--folds")?)?;
    let (mut count, mut bytes, mut spent) = (0, 0, Duration::ZERO);
    for page in pages::find(folder)? {
        if only.is_some_and(|only| only != page.dataset) {
            continue;
        }
        let (line, took, length) = clean(&page, plans.of(&page))?;
        writeln!(out, "{line}").map_err(at)?;
        (count, bytes, spent) = (count + 1, bytes + length, spent + took);
    }
    out.flush().map_err(at)?;
    let rate = bytes as f64 / 1e6 / spent.as_secs_f64().max(1e-9);
    println!(
        "{count} pages, {:.1} MB on one thread: {rate:.0} MB/s\n",
        bytes as f64 / 1e6
    );
    score(folder, &predictions)
}

/// The plan of each page: one for all, or that of its fold in a cross validation.
pub(crate) struct Plans {
    plans: Vec<Plan>,
    folds: HashMap<(String, String), usize>,
}

impl Plans {
    /// Reads the models that `cargo xtask train --folds DIR` left in a folder, if one is named.
    pub(crate) fn new(profile: Option<&str>, folds: Option<&str>) -> Result<Self, String> {
        let named = |name| {
            let known = Profile::ALL.iter().find(|(known, _)| *known == name);
            known
                .map(|&(_, profile)| profile)
                .ok_or_else(|| format!("there is no profile `{name}`"))
        };
        let settings = Settings {
            profile: profile.map(named).transpose()?.unwrap_or_default(),
            ..Settings::default()
        };
        let plan = || Plan::new(&settings).map_err(|error| error.to_string());
        let Some(folder) = folds.map(Path::new) else {
            let plans = vec![plan()?];
            return Ok(Self {
                plans,
                folds: HashMap::new(),
            });
        };
        let mut plans = Vec::new();
        while let Ok(file) = std::fs::read(folder.join(format!("fold-{}.bin", plans.len()))) {
            let model = Model::read(Vec::leak(file))
                .ok_or("the models of the folds are of other features")?;
            plans.push(plan()?.with_model(Box::leak(Box::new(model))));
        }
        if plans.is_empty() {
            return Err(format!(
                "no fold-0.bin in {}: write it by `cargo xtask train --folds`",
                folder.display()
            ));
        }
        let list = folder.join("folds.tsv");
        let list = std::fs::read_to_string(&list)
            .map_err(|error| format!("{}: {error}", list.display()))?;
        let fold = |line: &str| {
            let [dataset, id, fold] = line.split('\t').collect::<Vec<_>>()[..] else {
                return None;
            };
            Some(((dataset.to_owned(), id.to_owned()), fold.parse().ok()?))
        };
        Ok(Self {
            plans,
            folds: list.lines().filter_map(fold).collect(),
        })
    }

    pub(crate) fn of(&self, page: &PageFile) -> &Plan {
        let fold = self.folds.get(&(page.dataset.clone(), page.id.clone()));
        &self.plans[fold.copied().unwrap_or_default()]
    }
}

/// Cleans a page; returns the line for the scorer, the time it took and its bytes.
fn clean(page: &PageFile, plan: &Plan) -> Result<(String, Duration, usize), String> {
    let bytes = page.bytes()?;
    let started = Instant::now();
    let capture = Capture::of_bytes(page.id.as_str(), &bytes[..]);
    let text = process(&capture, plan).text();
    let took = started.elapsed();
    let line = json!({"dataset": page.dataset, "id": page.id, "text": text});
    Ok((line.to_string(), took, bytes.len()))
}

fn score(folder: &Path, predictions: &Path) -> Result<bool, String> {
    let mut python = shell::command("python3");
    python.arg(folder.join("score.py")).arg(predictions);
    python.arg("--gold").arg(folder);
    python.args(["--no-rouge", "--boot", "0", "--by", "page_type"]);
    Ok(shell::status(&mut python)? == ExitCode::SUCCESS)
}

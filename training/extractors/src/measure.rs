//! Time and memory of an extractor over pages that are read before.

use std::fs::{File, read, read_to_string};
use std::io::{BufWriter, Read, Write};

use encoding_rs::Encoding;
use serde_json::{Value, json};

use crate::{Extract, text_of};

/// Reads a list of pages as `xtask bench-pages` writes it, extracts them all, prints the seconds and the peak memory.
pub fn run(extract: Extract, list: &str, texts: &str) {
    let list = read_to_string(list).expect("the list of pages");
    let pages: Vec<Value> = list.lines().map(|line| serde_json::from_str(line).expect("a page")).collect();
    let sources: Vec<String> = pages.iter().map(source).collect();
    text_of(extract, &sources[0]);
    let started = cpu_seconds();
    let extracted: Vec<String> = sources.iter().map(|source| text_of(extract, source)).collect();
    let seconds = cpu_seconds() - started;
    let mut out = BufWriter::new(File::create(texts).expect("a file for the texts"));
    for (page, text) in pages.iter().zip(extracted) {
        let row = json!({"dataset": page["dataset"], "id": page["id"], "text": text});
        writeln!(out, "{row}").expect("room for the texts");
    }
    println!("{}", json!({"seconds": seconds, "peak_kib": peak_kib()}));
}

fn source(page: &Value) -> String {
    let packed = read(page["path"].as_str().expect("a path")).expect("the page");
    let mut bytes = Vec::new();
    flate2::read::MultiGzDecoder::new(&packed[..]).read_to_end(&mut bytes).expect("a packed page");
    let label = page["encoding"].as_str().unwrap_or("utf-8");
    let encoding = Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    encoding.decode(&bytes).0.into_owned()
}

fn cpu_seconds() -> f64 {
    let stat = read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn peak_kib() -> f64 {
    let status = read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

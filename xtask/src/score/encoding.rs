//! Measures decoding against the labelled files of a folder.
//!
//! The folder holds `manifest.jsonl`, the files that it names, and `meta_prescan.jsonl`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use undross::decode::{decode, meta};

/// Share of plain files that must come out right.
const PLAIN: f64 = 0.98;

/// Right and wrong cases of one kind.
#[derive(Default)]
struct Tally {
    right: usize,
    wrong: Vec<String>,
}

/// Prints a table by kind and the cases that came out wrong; returns whether the targets are met.
///
/// Plain files must come out right to 98 %, all others to 100 %.
///
/// # Errors
///
/// Returns what is wrong with the folder, with the path.
pub(crate) fn run(folder: &Path) -> Result<bool, String> {
    let mut tallies = BTreeMap::<String, Tally>::new();
    for case in lines(&folder.join("manifest.jsonl"))? {
        let kind = field(&case, "kind").to_owned();
        let verdict = check_file(folder, &case)?;
        tallies.entry(kind).or_default().add(verdict);
    }
    for case in lines(&folder.join("meta_prescan.jsonl"))? {
        if case.get("needs_script") != Some(&Value::Bool(true)) {
            tallies
                .entry("meta-prescan".to_owned())
                .or_default()
                .add(check_prescan(&case));
        }
    }
    Ok(report(&tallies))
}

impl Tally {
    fn add(&mut self, verdict: Result<(), String>) {
        match verdict {
            Ok(()) => self.right += 1,
            Err(wrong) => self.wrong.push(wrong),
        }
    }

    fn share(&self) -> f64 {
        let all = self.right + self.wrong.len();
        self.right as f64 / all.max(1) as f64
    }
}

/// Compares one file's text; the inner error says what came out wrong.
fn check_file(folder: &Path, case: &Value) -> Result<Result<(), String>, String> {
    let bytes = read(&folder.join(field(case, "file")))?;
    let label = field(case, "encoding");
    let wanted = match case.get("expected").and_then(Value::as_str) {
        Some(file) => String::from_utf8_lossy(&read(&folder.join(file))?).into_owned(),
        None => reference(&bytes, label)?,
    };
    let decoded = decode(&bytes, None);
    if decoded.text == wanted {
        return Ok(Ok(()));
    }
    let same = decoded
        .text
        .chars()
        .zip(wanted.chars())
        .take_while(|(got, want)| got == want)
        .count();
    let got: String = decoded.text.chars().skip(same).take(12).collect();
    let want: String = wanted.chars().skip(same).take(12).collect();
    let (file, encoding, from) = (
        field(case, "file"),
        decoded.reading.encoding(),
        decoded.reading.from().as_str(),
    );
    Ok(Err(format!(
        "{file}: is {label}, got {encoding} ({from}); {got:?} for {want:?}"
    )))
}

/// Decodes a plain file with its label.
fn reference(bytes: &[u8], label: &str) -> Result<String, String> {
    let own = match label {
        "hz-gb-2312" | "iso-2022-kr" => return Ok(pairs(bytes, label)),
        "ascii" => "windows-1252",
        other => other,
    };
    let encoding = encoding_rs::Encoding::for_label(own.as_bytes());
    let encoding =
        encoding.ok_or_else(|| format!("no encoding is called {label}; mend the manifest"))?;
    Ok(encoding.decode(bytes).0.into_owned())
}

/// Decodes the seven-bit encodings by lifting what is shifted to eight bits.
fn pairs(bytes: &[u8], label: &str) -> String {
    let (open, close, encoding): (&[u8], &[u8], _) = match label {
        "hz-gb-2312" => (b"~{", b"~}", encoding_rs::GBK),
        _ => (b"\x0E", b"\x0F", encoding_rs::EUC_KR),
    };
    let mut lifted = Vec::new();
    let (mut at, mut shifted) = (0, false);
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let skipped = [(open, true), (close, false)]
            .into_iter()
            .find(|(mark, _)| rest.starts_with(mark));
        if let Some((mark, to)) = skipped {
            (at, shifted) = (at + mark.len(), to);
        } else if rest.starts_with(b"\x1B$)C") {
            at += 4;
        } else {
            let lift = if shifted && rest[0] > 0x20 { 0x80 } else { 0 };
            lifted.push(rest[0] | lift);
            at += 1;
        }
    }
    encoding.decode_without_bom_handling(&lifted).0.into_owned()
}

fn check_prescan(case: &Value) -> Result<(), String> {
    let bytes: Vec<u8> = field(case, "data_latin1")
        .chars()
        .map(|c| c as u32 as u8)
        .collect();
    let wanted = field(case, "encoding");
    let marked = encoding_rs::Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let got = marked
        .or_else(|| meta::prescan(&bytes))
        .unwrap_or(encoding_rs::WINDOWS_1252);
    if encoding_rs::Encoding::for_label(wanted.as_bytes()) == Some(got) {
        return Ok(());
    }
    Err(format!(
        "{}: is {wanted}, got {}",
        field(case, "id"),
        got.name()
    ))
}

fn report(tallies: &BTreeMap<String, Tally>) -> bool {
    println!("{:<20} {:>5} {:>5} {:>8}", "kind", "right", "of", "share");
    let mut met = true;
    for (kind, tally) in tallies {
        let target = if kind == "plain" { PLAIN } else { 1.0 };
        met &= tally.share() >= target;
        let all = tally.right + tally.wrong.len();
        println!(
            "{kind:<20} {:>5} {all:>5} {:>7.2}%",
            tally.right,
            tally.share() * 100.0
        );
    }
    for wrong in tallies.values().flat_map(|tally| &tally.wrong) {
        println!("  {wrong}");
    }
    met
}

fn lines(path: &Path) -> Result<Vec<Value>, String> {
    let text =
        String::from_utf8(read(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let parse =
        |line| serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display()));
    text.lines().map(parse).collect()
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}; check the folder", path.display()))
}

fn field<'v>(case: &'v Value, name: &str) -> &'v str {
    case.get(name).and_then(Value::as_str).unwrap_or_default()
}

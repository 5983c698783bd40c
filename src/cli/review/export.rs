//! `undross review --export`: the page in one file, with all it shows.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use undross::Error;
use undross::corpus::{Over, folder_of, write_over};
use undross::review::Occurrence;
use undross::stats::charts;

use super::assets::{INDEX, SCRIPTS, STYLE};
use super::live::Live;
use super::shown::{self, Whole};
use super::view;
use crate::cli::Ending;
use crate::cli::out::{counted, say};

/// Copies of a group that are shown with what stands around them.
const SHOWN: usize = 3;
/// Bytes of whole captures that travel along, those of the first groups first.
const CAPTURES: usize = 24 << 20;
/// Bytes of one capture that travel along.
const CAPTURE: usize = 1 << 20;

pub(super) fn export(live: &Live, file: &Path, force: bool) -> Result<Ending, Error> {
    if Over::holds_something(file) && !force {
        return Err(Error::Write {
            path: file.to_owned(),
            source: ErrorKind::AlreadyExists.into(),
        });
    }
    let folder = folder_of(file);
    if !folder.is_dir() {
        let folder = folder.display();
        return Err(Error::Usage(format!(
            "there is no folder `{folder}`; make it first"
        )));
    }
    let page = page(&data(live)?.to_string());
    write_over(file, page.as_bytes()).map_err(|error| Error::write(file, error))?;
    let groups = counted(live.groups().len() as u64, "group");
    say(format_args!(
        "undross: wrote {} with {groups}",
        file.display()
    ));
    Ok(Ending::Fine)
}

/// Gathers all that the page shows.
fn data(live: &Live) -> Result<Value, Error> {
    let (mut groups, mut captures) = (BTreeMap::new(), BTreeMap::new());
    let mut left = CAPTURES;
    for (id, group, _) in live.groups() {
        let mut view = json!(view::group(live, group)?);
        let mut shown = Vec::new();
        for at in group.sample().take(SHOWN) {
            let Some(held) = live.run.held(at.capture)? else {
                continue;
            };
            shown.push(json!(shown::occurrence(live, group, (&held, at))?));
            let size = held.record()?.page_bytes;
            if size <= left && !captures.contains_key(&at.capture) {
                left -= size;
                captures.insert(at.capture, whole(live, at)?);
            }
        }
        let occurrences = view["occurrences"].as_array_mut();
        occurrences
            .into_iter()
            .for_each(|all| all.truncate(shown.len()));
        view["shown"] = Value::Array(shown);
        groups.insert(id, view);
    }
    let charts = charts(&live.run.stats).into_iter();
    let charts: Vec<Value> = charts
        .map(|chart| json!({ "title": chart.title, "svg": chart.svg }))
        .collect();
    Ok(json!({
        "queue": view::queue(live),
        "groups": groups,
        "captures": captures,
        "charts": charts,
    }))
}

/// Shows the page of a capture as a whole.
fn whole(live: &Live, at: Occurrence) -> Result<Value, Error> {
    let Some(held) = live.run.held(at.capture)? else {
        return Ok(Value::Null);
    };
    let view = shown::capture(live, &held, (Whole::Page, 0, CAPTURE))?;
    Ok(view.map_or(Value::Null, |view| json!(view)))
}

/// Puts style, scripts and data into the page.
fn page(data: &str) -> String {
    let script: String = SCRIPTS
        .iter()
        .flat_map(|(_, script)| [*script, "\n"])
        .collect();
    let policy = format!(
        "default-src 'none'; img-src blob:; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(STYLE)
    );
    // Between these tags a `<` could end the data; in JSON it may be written otherwise.
    let data = data.replace('<', "\\u003c");
    let mut out = String::with_capacity(data.len() + script.len() + INDEX.len() + STYLE.len());
    for line in INDEX.lines() {
        let shown = line.trim();
        if shown.starts_with("<script src=") {
            continue;
        }
        match shown {
            "<link rel=\"stylesheet\" href=\"style.css\">" => {
                let _ = writeln!(
                    out,
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
                );
                let _ = writeln!(out, "<style>{STYLE}</style>");
            }
            "</body>" => {
                let _ = writeln!(
                    out,
                    "<script type=\"application/json\" id=\"undross-data\">{data}</script>"
                );
                let _ = writeln!(out, "<script>{script}</script>\n</body>");
            }
            _ => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}

fn hash(text: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_leave_its_element() {
        let page = page(r#"{"text":"</script><script>alert(1)</script>"}"#);
        assert!(!page.contains("<script>alert"));
        assert!(page.contains("\\u003c/script>"));
    }
}

//! Turning a decision into a site rule of `undross.toml`.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use undross::Error;
use undross::config::{Config, FILE_NAME, nearest};
use undross::corpus::{folder_of, write_over};
use undross::record::RemovalRecord;
use undross::review::{Verdict, site_rule};

/// A rule that was written.
#[derive(Debug, serde::Serialize)]
pub(super) struct Written {
    pub(super) toml: String,
    pub(super) path: String,
}

/// Finds the configuration that applies where the decisions stand; one that is not there yet would stand beside them.
pub(super) fn config_beside(decisions: &Path) -> PathBuf {
    let folder = folder_of(decisions);
    nearest(FILE_NAME, &folder).unwrap_or_else(|| folder.join(FILE_NAME))
}

/// Appends the site rule that keeps or removes a line to the configuration, unless it is there; says why where that cannot be.
pub(super) fn add_rule(
    config: &Path,
    decision: Verdict,
    line: &str,
) -> Result<Result<Written, String>, Error> {
    let Some(toml) = site_rule(decision, line) else {
        let why = "only one whole line of moderate length can be a site rule; decide for its group instead";
        return Ok(Err(why.to_owned()));
    };
    let old = match fs::read_to_string(config) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Error::read(config, error)),
    };
    let written = Written {
        path: config.display().to_string(),
        toml,
    };
    if old.contains(&written.toml) {
        return Ok(Ok(written));
    }
    let gap = match old.as_str() {
        "" => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let new = format!("{old}{gap}{}", written.toml);
    let checked = Config::parse(Some(config), new.clone()).and_then(|config| config.plan());
    if let Err(error) = checked {
        return Ok(Err(format!("the rule does not fit into the file: {error}")));
    }
    write_over(config, new.as_bytes()).map_err(|error| Error::write(config, error))?;
    Ok(Ok(written))
}

/// Returns the line of a page that a site rule would be about: the whole line to keep it, the removal alone to remove it.
pub(super) fn line_of(
    page: &str,
    removal: &RemovalRecord<'_>,
    decision: Verdict,
) -> Option<String> {
    let start = page[..removal.start].rfind('\n').map_or(0, |feed| feed + 1);
    let shown = removal.text.trim_end();
    let end = removal.start + shown.len();
    let end = page[end..].find('\n').map_or(page.len(), |feed| end + feed);
    let line = &page[start..end];
    let is_whole = line.trim() == shown.trim();
    (is_whole || decision == Verdict::Keep).then(|| line.to_owned())
}

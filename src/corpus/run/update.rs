//! Bringing a run up to date: the new one is written aside, and takes the place of the old one when all of it is there.
//!
//! Whatever ends the process, the old run stands as it was until the new one is whole; from then on, whoever opens the
//! folder next to go on with it ends what was begun.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use super::before::{Before, Difference};
use super::kept::{Kept, Piece, whole};
use super::manifest::{self, Header, Manifest};
use super::shards::{Shards, Tally};
use super::{FAILURES, OLD_FAILURES, RECORDS, Run, SUCCESS, ShardForm, clear, records_of, remove};
use crate::corpus::folder::{Folder, STATE};
use crate::corpus::names::output_of;
use crate::corpus::over::{Over, folder_of, write_over};
use crate::error::Error;

/// Folder below that of the state which an update is written to.
const ASIDE: &str = "update";

/// A record, as far as it tells of the file of its text.
#[derive(Deserialize)]
struct Named {
    id: String,
    status: String,
}

/// Returns the folder that an update of a run is written to.
pub(super) fn aside(root: &Path) -> PathBuf {
    root.join(STATE).join(ASIDE)
}

impl Before {
    /// Begins the run that takes the place of this one.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn update<S: Tally>(
        self,
        header: &Header,
        difference: &Difference,
    ) -> Result<(Run, Shards<S>), Error> {
        let mut folder = Folder::open(&aside(self.root()))?;
        folder.lock()?;
        let is_right =
            |kept: &Kept| difference.shards.get(&kept.entry.shard) == Some(&kept.entry.input);
        let begun = Manifest::read(folder.root())?.map_or(Vec::new(), |(_, entries)| entries);
        let mut kept = whole(folder.root(), self.form, begun);
        kept.retain(|_, kept| is_right(kept));
        clear(&folder, &kept)?;
        for (&shard, old) in self.kept.iter().filter(|(_, kept)| is_right(kept)) {
            if let Entry::Vacant(free) = kept.entry(shard) {
                free.insert(taken_over(old, &folder, self.form)?);
            }
        }
        let manifest = Manifest::begin(&folder, header, kept.values().map(|kept| &kept.entry))?;
        let run = Run {
            folder,
            form: self.form,
            header: header.clone(),
            kept,
            before: Some(self),
        };
        Ok((run, Shards::new(manifest)))
    }
}

/// Takes a shard over: the same file where the system can give it a second name, else a copy.
fn taken_over(old: &Kept, folder: &Folder, form: ShardForm) -> Result<Kept, Error> {
    let name = form.name(old.entry.shard);
    let path = folder.root().join(&name);
    if !old.piece.is_file() || fs::hard_link(&old.piece.path, &path).is_err() {
        let mut copy = folder.stream(&name)?;
        let copied = old
            .piece
            .open()
            .and_then(|mut piece| io::copy(&mut piece, &mut copy));
        copied.map_err(|error| Error::write(&path, error))?;
        copy.finish()?;
    }
    let mut entry = old.entry.clone();
    entry.file = name;
    let piece = Piece {
        path,
        start: 0,
        bytes: None,
    };
    Ok(Kept { entry, piece })
}

/// Puts an update that is whole in the place of the run that it is one of; does nothing where there is none.
///
/// Each step can be done twice, so that it does not matter where an earlier process was ended.
pub(super) fn take_place(folder: &Folder) -> Result<(), Error> {
    let (root, aside) = (folder.root(), aside(folder.root()));
    if !aside.join(SUCCESS).exists() {
        return Ok(());
    }
    remove_if_there(&root.join(SUCCESS))?;
    folder.settle()?;
    if let Some((header, entries)) = Manifest::read(&aside)? {
        let ends = header.settings.get("--to").and_then(Value::as_str);
        if let Some(end) = ends.filter(|_| aside.join(RECORDS).exists()) {
            replace_texts(root, &aside, end)?;
        }
        let mut wanted: BTreeSet<String> = entries.iter().map(|entry| entry.file.clone()).collect();
        if entries.iter().any(|entry| !entry.failures.is_empty()) {
            wanted.insert(FAILURES.to_owned());
        }
        remove_others(root, &wanted)?;
        for name in &wanted {
            move_up(Path::new(name), &aside, root)?;
        }
        folder.settle_all()?;
        remove_if_there(&root.join(manifest::OLD_NAME))?;
        move_up(Path::new(manifest::NAME), &aside, root)?;
        folder.settle()?;
    }
    move_up(Path::new(SUCCESS), &aside, root)?;
    folder.settle()?;
    fs::remove_dir_all(&aside).map_err(|error| Error::write(&aside, error))
}

/// Takes the texts of captures away that the update does not have, and puts those in their place that it wrote.
fn replace_texts(root: &Path, aside: &Path, end: &str) -> Result<(), Error> {
    let stay = texts_of(aside, end)?;
    for text in texts_of(root, end)?.difference(&stay) {
        remove_if_there(&root.join(text))?;
        // A folder that is left empty goes too; any other is not removed by this call.
        let mut above = text.parent();
        while let Some(folder) = above.filter(|folder| *folder != Path::new("")) {
            let _ = fs::remove_dir(root.join(folder));
            above = folder.parent();
        }
    }
    stay.iter().try_for_each(|text| move_up(text, aside, root))
}

/// Lists the files of texts and diffs that the records of a run name, below its folder.
fn texts_of(root: &Path, end: &str) -> Result<BTreeSet<PathBuf>, Error> {
    let mut texts = BTreeSet::new();
    for path in records_of(root)? {
        let records = fs::File::open(&path).map_err(|error| Error::read(&path, error))?;
        for line in io::BufRead::split(io::BufReader::new(records), b'\n') {
            let line = line.map_err(|error| Error::read(&path, error))?;
            let Ok(named) = serde_json::from_slice::<Named>(&line) else {
                continue;
            };
            if named.status != "failed" {
                texts.extend(
                    [end, "diff"]
                        .iter()
                        .filter_map(|end| output_of(&named.id, end)),
                );
            }
        }
    }
    Ok(texts)
}

/// Takes away what the old run wrote about all captures, and the new one does not.
fn remove_others(root: &Path, wanted: &BTreeSet<String>) -> Result<(), Error> {
    let entries = fs::read_dir(root).map_err(|error| Error::read(root, error))?;
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let of_run =
            ShardForm::is_shard(&name) || [FAILURES, OLD_FAILURES].contains(&name.as_str());
        if of_run && !wanted.contains(&name) {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Moves a file of an update to where it belongs, if it is not there yet.
fn move_up(name: &Path, aside: &Path, root: &Path) -> Result<(), Error> {
    let (from, to) = (aside.join(name), root.join(name));
    if !from.exists() {
        return Ok(());
    }
    let folder = folder_of(&to);
    let moved = fs::create_dir_all(folder).and_then(|()| match Over::of(&to)? {
        Over::File(file) if file == to => fs::rename(&from, &to),
        _ => write_over(&to, &fs::read(&from)?),
    });
    moved.map_err(|error| Error::write(to, error))
}

fn remove_if_there(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::write(path, error)),
        _ => Ok(()),
    }
}

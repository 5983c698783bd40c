//! Comparing the records of two runs.

use std::collections::HashMap;
use std::path::Path;

use undross::Error;
use undross::stats::Changes;

use crate::cli::records::{Line, Records};

/// Compares two runs. Records of one capture meet as they come; those of runs in different order wait for each other.
pub(super) fn changes(before: &Path, after: &Path) -> Result<Changes, Error> {
    let (mut before, mut after) = (Records::open(before)?, Records::open(after)?);
    let (mut changes, mut waiting) = (Changes::default(), [HashMap::new(), HashMap::new()]);
    loop {
        let pair = [before.next().transpose()?, after.next().transpose()?];
        if pair.iter().all(Option::is_none) {
            break;
        }
        for (side, line) in pair.into_iter().enumerate() {
            if let Some(line) = line {
                meet(&mut changes, &mut waiting, side, line)?;
            }
        }
    }
    changes.only_before = waiting[0].len() as u64;
    changes.only_after = waiting[1].len() as u64;
    Ok(changes)
}

/// Compares a record with the one that waits for it, or lets it wait.
fn meet(
    changes: &mut Changes,
    waiting: &mut [HashMap<String, Line>; 2],
    side: usize,
    line: Line,
) -> Result<(), Error> {
    let id = line.record()?.id.into_owned();
    match waiting[1 - side].remove(&id) {
        Some(other) if side == 0 => changes.compare(&line.record()?, &other.record()?),
        Some(other) => changes.compare(&other.record()?, &line.record()?),
        None => {
            waiting[side].insert(id, line);
        }
    }
    Ok(())
}

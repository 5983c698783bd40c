//! `undross review --merge`: a merge driver for git.

use std::fs;
use std::path::Path;

use undross::Error;
use undross::corpus::write_over;
use undross::review::{Damage, Decision, Decisions, merge};

use crate::cli::Ending;
use crate::cli::out::say;

/// Merges three files into the second one; the exit code tells git whether the reviewers disagree.
pub(super) fn run(base: &Path, ours: &Path, theirs: &Path) -> Result<Ending, Error> {
    let [(base, _), (our, our_damage), (their, their_damage)] =
        [read(base)?, read(ours)?, read(theirs)?];
    let merged = merge(&base, &our, &their);
    let mut damage: Vec<Damage> = our_damage;
    damage.extend(their_damage);
    let mut bytes = merged.decisions.write(&damage);
    for (our, their) in &merged.conflicts {
        say(format_args!(
            "undross: {}: {} or {}",
            our.key.in_words(),
            our.decision.as_str(),
            their.decision.as_str()
        ));
        let line = |decision: &Decision| Decisions::from_iter([decision.clone()]).write(&[]);
        for part in [
            b"<<<<<<< ours\n".to_vec(),
            line(our),
            b"=======\n".to_vec(),
            line(their),
            b">>>>>>> theirs\n".to_vec(),
        ] {
            bytes.extend(part);
        }
    }
    write_over(ours, &bytes).map_err(|error| Error::write(ours, error))?;
    Ok(match merged.conflicts.is_empty() {
        true => Ending::Fine,
        false => Ending::Found,
    })
}

fn read(path: &Path) -> Result<(Decisions, Vec<Damage>), Error> {
    let bytes = fs::read(path).map_err(|error| Error::read(path, error))?;
    Ok(Decisions::read(&bytes))
}

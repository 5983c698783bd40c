//! A hash of the sources that decide what comes of a capture. No part of the library: `build.rs` and a test read it.
//!
//! Many rules find what they find by functions, whose patterns no plan can see; so the hash is of the text that they are
//! written in. That a changed comment changes it too costs nothing but a run that begins anew.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the sources stand, below the package.
pub(crate) const FOLDER: &str = "src";

/// Those that decide nothing: the command line, what finds, reads and writes files, and the page of the review.
const OTHERS: &[&str] = &[
    "cli",
    "cli.rs",
    "main.rs",
    "corpus",
    "corpus.rs",
    "review/assets",
];

/// Hashes the sources of a package, each with its name.
///
/// # Panics
///
/// A source cannot be read.
pub(crate) fn hash(package: &Path) -> u64 {
    let folder = package.join(FOLDER);
    let others: Vec<PathBuf> = OTHERS.iter().map(|other| folder.join(other)).collect();
    let mut hash = FNV_OFFSET;
    for file in files(&folder, &others) {
        let name = file
            .strip_prefix(package)
            .unwrap_or(&file)
            .to_string_lossy();
        add(&mut hash, name.replace('\\', "/").as_bytes());
        add(&mut hash, &fs::read(&file).expect("a source can be read"));
    }
    hash
}

/// Lists all files of a folder, in order, but for others.
fn files(folder: &Path, others: &[PathBuf]) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of sources can be read");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a folder of sources can be read").path())
        .filter(|path| !others.contains(path))
        .collect();
    paths.sort();
    let below = |path: PathBuf| match path.is_dir() {
        true => files(&path, others),
        false => vec![path],
    };
    paths.into_iter().flat_map(below).collect()
}

/// Adds bytes and their end; carriage returns, which git adds on some systems, count for nothing.
fn add(hash: &mut u64, bytes: &[u8]) {
    for &byte in bytes.iter().filter(|&&byte| byte != b'\r').chain(&[0]) {
        *hash = (*hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    }
}

/// Where FNV-1a begins. Source: Fowler, Noll, Vo and others, "The FNV Non-Cryptographic Hash Algorithm", RFC 9923.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
/// What FNV-1a multiplies by.
const FNV_PRIME: u64 = 0x0100_0000_01b3;

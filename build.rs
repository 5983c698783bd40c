//! Hashes the sources that decide what comes of a capture, for the hash that each plan has.

use std::path::Path;

#[path = "src/sources.rs"]
mod sources;

fn main() {
    println!("cargo::rerun-if-changed={}", sources::FOLDER);
    let hash = sources::hash(Path::new("."));
    println!("cargo::rustc-env=UNDROSS_SOURCES={hash:016x}");
}

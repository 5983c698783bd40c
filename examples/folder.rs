//! Cleans all `.txt` files of a folder, and writes the tidy texts into a new folder beside it.
//!
//! `cargo run --release --example folder -- captures` writes `captures-tidy`.
#![allow(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use undross::outcome::Status;
use undross::{Capture, Plan, process};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("name a folder")?;
    let folder = PathBuf::from(folder);
    let mut name = folder
        .file_name()
        .ok_or("the folder has no name; give its path from the folder above")?
        .to_owned();
    name.push("-tidy");
    let tidy = folder.with_file_name(name);
    // Fails where it is there already, so that nothing is written over.
    fs::create_dir(&tidy)?;

    let plan = Plan::default();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let (Some(name), true) = (
            path.file_name(),
            path.extension().is_some_and(|end| end == "txt"),
        ) else {
            continue;
        };
        // The bytes may be in any encoding: undross finds it out.
        let capture = Capture::of_bytes(name.to_string_lossy(), fs::read(&path)?);
        let outcome = process(&capture, &plan);
        if let Status::Failed(reason) = outcome.status() {
            println!("{}: {reason}", path.display());
            continue;
        }
        fs::write(tidy.join(name), outcome.text())?;
        let count = outcome.removals().len();
        println!("{}: removals: {count}", path.display());
    }
    Ok(())
}

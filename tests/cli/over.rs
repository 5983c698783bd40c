//! Files that are written over: a link, a pipe or a device is written to and stays what it is.
#![cfg(unix)]

use std::fs;
use std::io::Read;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::process::Command;
use std::thread;

use super::{FRAMED, Here};

/// A run, and the lines that write over `out`.
fn run() -> (Here, [&'static str; 2]) {
    let here = Here::with(&[("in/a.txt", FRAMED)]);
    here.run("clean in -o tidy -q").ends(0);
    let lines = [
        "restore tidy/a.txt -o out --force",
        "review tidy --export out --force",
    ];
    (here, lines)
}

#[test]
fn a_link_stays_and_what_it_names_is_written() {
    let (here, lines) = run();
    let out = here.path().join("out");
    fs::create_dir(here.path().join("far")).unwrap();
    symlink("far/link", &out).unwrap();
    symlink("file", here.path().join("far/link")).unwrap();
    for line in lines {
        // Once the file that is named does not exist yet, once it does.
        for _ in 0..2 {
            here.run(line).ends(0);
            assert!(fs::symlink_metadata(&out).unwrap().is_symlink(), "{line}");
            assert!(
                fs::symlink_metadata(here.path().join("far/file"))
                    .unwrap()
                    .is_file()
            );
        }
    }
    let unforced = lines[0].replace(" --force", "");
    here.run(&unforced).ends(2).says("exists already");
    here.run(lines[0]).ends(0);
    assert_eq!(here.read("far/file"), FRAMED);
}

#[test]
fn links_in_a_circle_are_an_error() {
    let (here, lines) = run();
    symlink("out", here.path().join("out")).unwrap();
    here.run(lines[0]).ends(3).says("circle");
}

#[test]
fn a_pipe_is_written_to_and_needs_no_force() {
    let (here, lines) = run();
    let out = here.path().join("out");
    assert!(Command::new("mkfifo").arg(&out).status().unwrap().success());
    for line in lines.map(|line| line.replace(" --force", "")) {
        let pipe = out.clone();
        let reader = thread::spawn(move || {
            let mut bytes = Vec::new();
            fs::File::open(pipe)
                .unwrap()
                .read_to_end(&mut bytes)
                .unwrap();
            bytes
        });
        here.run(&line).ends(0);
        assert!(!reader.join().unwrap().is_empty(), "{line}");
        assert!(fs::metadata(&out).unwrap().file_type().is_fifo(), "{line}");
    }
}

#[test]
fn a_device_stays_one() {
    let (here, lines) = run();
    let null = here.path().join("null");
    let made = Command::new("mknod")
        .arg(&null)
        .args(["c", "1", "3"])
        .status();
    if !made.is_ok_and(|made| made.success()) {
        // Only root makes devices; the pipe goes the same way.
        return;
    }
    symlink("null", here.path().join("out")).unwrap();
    for line in lines {
        here.run(line).ends(0);
        assert!(
            fs::metadata(&null).unwrap().file_type().is_char_device(),
            "{line}"
        );
    }
}

#[test]
fn standard_output_is_named_as_a_file() {
    let (here, _) = run();
    let ran = here.run("restore tidy/a.txt -o /dev/stdout");
    assert_eq!(ran.ends(0).out, FRAMED);
}

#[test]
fn texts_of_a_run_are_written_through_links() {
    let (here, _) = run();
    let text = here.path().join("tidy/a.txt");
    fs::rename(&text, here.path().join("far.txt")).unwrap();
    symlink("../far.txt", &text).unwrap();
    here.write("in/a.txt", "Another day.\n");
    for how in ["--force", "--update"] {
        here.write("far.txt", "");
        here.write("in/a.txt", format!("Another day {how}.\n"));
        here.run(&format!("clean in -o tidy -q {how}")).ends(0);
        assert!(fs::symlink_metadata(&text).unwrap().is_symlink(), "{how}");
        assert_eq!(here.read("far.txt"), format!("Another day {how}.\n"));
    }
}

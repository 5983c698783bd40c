//! Runs that are brought up to date: every night the same line, over an input that grows.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::run::{contents, kill, many};
use super::{CLEAN, FRAMED, Here, json};

/// Times that an update is killed.
const KILLS: u64 = 9;

/// Checks that an update leaves what a run into an empty folder writes.
#[track_caller]
fn is_as_new(here: &Here, run: &str, folder: &str) {
    let _ = fs::remove_dir_all(here.path().join("new"));
    here.run(&format!("{run} -q -o new")).ends(0);
    same(&bytes(here, folder), &bytes(here, "new"), run);
}

/// Compares files, and names those that are not the same.
#[track_caller]
fn same(left: &[(String, Vec<u8>)], right: &[(String, Vec<u8>)], what: &str) {
    let names =
        |files: &[(String, Vec<u8>)]| Vec::from_iter(files.iter().map(|file| file.0.clone()));
    assert_eq!(names(left), names(right), "{what}");
    for ((name, left), (_, right)) in left.iter().zip(right) {
        let [left, right] = [left, right].map(|bytes| String::from_utf8_lossy(bytes));
        assert_eq!(left, right, "{what}: {name}");
    }
}

fn bytes(here: &Here, folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut names = here.files(folder);
    names.retain(|name| !name.starts_with(".undross"));
    names.extend(["_SUCCESS".to_owned(), "_manifest.jsonl".to_owned()]);
    let read = |name: String| {
        let bytes = fs::read(here.path().join(folder).join(&name)).unwrap();
        (name, bytes)
    };
    names.into_iter().map(read).collect()
}

fn captures(count: usize) -> Here {
    let here = Here::with(&[]);
    for nth in 0..count {
        here.write(
            &format!("in/{}/{nth:03}.txt", nth % 3),
            format!("{FRAMED}The {nth}. of many.\n"),
        );
    }
    here
}

#[test]
fn what_is_new_is_cleaned_what_changed_is_cleaned_again_and_what_is_gone_is_told() {
    let forms = ["txt", "md", "jsonl", "jsonl --zstd"];
    #[cfg(feature = "parquet")]
    let forms = [&forms[..], &["parquet"]].concat();
    for form in forms {
        let here = captures(30);
        let run = format!("clean in --to {form} --shard-size 700");
        let update = format!("{run} -o tidy --update");
        here.run(&update).ends(0);
        is_as_new(&here, &run, "tidy");
        here.write("in/0/000a.txt", FRAMED);
        here.write("in/new/x.txt", FRAMED);
        here.write("in/1/004.txt", "Another story by now.\n");
        fs::remove_file(here.path().join("in/2/011.txt")).unwrap();
        here.run(&format!("{run} -o tidy --resume"))
            .ends(2)
            .says("the input has changed")
            .says("--update");
        here.run(&update)
            .ends(0)
            .says("undross: 2/011.txt: is gone from the input")
            .says("2 new captures, 1 changed, 1 gone, 28 as before");
        is_as_new(&here, &run, "tidy");
        let before = bytes(&here, "tidy");
        for again in ["--update", "--resume"] {
            here.run(&format!("{run} -o tidy {again}"))
                .ends(0)
                .says("nothing is left to do");
        }
        same(&bytes(&here, "tidy"), &before, "tidy");
    }
}

#[test]
fn the_quiet_hear_what_is_gone() {
    let here = captures(4);
    here.run("clean in -o tidy --update -q").ends(0);
    fs::remove_file(here.path().join("in/0/000.txt")).unwrap();
    let ran = here.run("clean in -o tidy --update -q");
    ran.ends(0).says("0/000.txt: is gone");
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
}

#[test]
fn a_container_that_grew_is_looked_at_capture_by_capture() {
    let here = Here::with(&[("a.jsonl", &many(100))]);
    let run = "clean a.jsonl --shard-size 3000";
    here.run(&format!("{run} -o tidy")).ends(0);
    here.write("a.jsonl", many(140).replace("The 7. line", "The last line"));
    here.run(&format!("{run} -o tidy --update"))
        .ends(0)
        .says("40 new captures, 1 changed, 0 gone, 99 as before");
    is_as_new(&here, run, "tidy");
    here.write("a.jsonl", many(20));
    here.run(&format!("{run} -o tidy --update"))
        .ends(0)
        .says("0 new captures, 1 changed, 120 gone, 19 as before")
        .says("110 captures more are gone");
    is_as_new(&here, run, "tidy");
}

#[cfg(unix)]
#[test]
fn a_shard_without_a_change_stays_the_file_that_it_was() {
    use std::os::unix::fs::MetadataExt;

    let here = Here::with(&[("a.jsonl", &many(100))]);
    let run = "clean a.jsonl --shard-size 3000 -o tidy --update";
    here.run(run).ends(0);
    let file = |name: &str| {
        fs::metadata(here.path().join("tidy").join(name))
            .unwrap()
            .ino()
    };
    let shards = here.files("tidy");
    let (first, last) = (&shards[0], &shards[shards.len() - 1]);
    let before = (file(first), file(last));
    here.write("a.jsonl", many(101));
    here.run(run).ends(0);
    assert_eq!(file(first), before.0);
    assert_ne!(file(last), before.1);
}

#[test]
fn records_are_taken_over_where_captures_come_before_them() {
    let here = captures(30);
    let run = "clean in --shard-size 700 -o tidy --update";
    here.run(run).ends(0);
    // A text that is not what the run wrote shows which captures were cleaned again.
    here.write("tidy/1/004.txt", "touched");
    here.write("in/0/000a.txt", FRAMED);
    here.run(run).ends(0);
    assert_eq!(here.read("tidy/1/004.txt"), "touched");
    fs::remove_file(here.path().join("tidy/1/004.txt")).unwrap();
    here.write("in/0/000b.txt", FRAMED);
    here.run(run).ends(0);
    is_as_new(&here, "clean in --shard-size 700", "tidy");
}

#[test]
fn other_rules_settings_and_decisions_are_changes_of_the_captures_that_they_apply_to() {
    let here = captures(9);
    let run = "clean in -o tidy --update";
    here.run(run).ends(0);
    here.write("in/1/undross.toml", "[[remove]]\nline = 'a vote is .*'");
    here.run(run)
        .ends(0)
        .says("0 new captures, 3 changed, 0 gone, 6 as before");
    is_as_new(&here, "clean in", "tidy");
    here.run(&format!("{run} --rules-off autoblog-marker"))
        .ends(0)
        .says("0 new captures, 9 changed, 0 gone, 0 as before");
    here.run(&format!("{run} --to jsonl"))
        .ends(2)
        .says("was begun with another --to");
    here.run("clean in/0 -o tidy --update")
        .ends(2)
        .says("was begun with other inputs");
}

#[test]
fn an_update_does_not_take_everything_out() {
    let here = captures(3);
    here.run("clean in -o tidy --update").ends(0);
    let before = bytes(&here, "tidy");
    fs::remove_dir_all(here.path().join("in")).unwrap();
    fs::create_dir(here.path().join("in")).unwrap();
    here.run("clean in -o tidy --update")
        .ends(2)
        .says("none of the 3 captures");
    same(&bytes(&here, "tidy"), &before, "tidy");
    here.run_on("clean --from jsonl - -o lines", many(3))
        .ends(0);
    here.run_on("clean --from jsonl - -o lines --resume", many(3))
        .ends(0)
        .says("nothing is left to do");
    here.run_on("clean --from jsonl - -o lines --update", many(4))
        .ends(2)
        .says("reads its input twice");
}

#[test]
fn texts_that_others_wrote_stay_and_folders_that_are_empty_go() {
    let here = captures(6);
    here.run("clean in -o tidy --update").ends(0);
    here.write("tidy/1/mine.txt", "mine");
    fs::remove_dir_all(here.path().join("in/1")).unwrap();
    fs::remove_dir_all(here.path().join("in/2")).unwrap();
    here.run("clean in -o tidy --update").ends(0);
    let left = [
        "0/000.diff",
        "0/000.txt",
        "0/003.diff",
        "0/003.txt",
        "1/mine.txt",
    ];
    assert_eq!(here.files("tidy"), [&left[..], &["records.jsonl"]].concat());
    assert!(!here.path().join("tidy/2").exists());
}

#[test]
fn a_file_that_takes_the_name_of_a_text_that_is_gone_keeps_it() {
    let here = Here::with(&[("in/a.txt", FRAMED), ("in/b.txt", CLEAN)]);
    here.run("clean in -o tidy --update").ends(0);
    fs::remove_file(here.path().join("in/a.txt")).unwrap();
    here.write("in/a", CLEAN);
    here.run("clean in -o tidy --update").ends(0);
    is_as_new(&here, "clean in", "tidy");
    assert_eq!(here.read("tidy/a.txt"), CLEAN);
}

#[test]
fn failures_are_told_until_they_are_mended() {
    let here = Here::with(&[("in/a.txt", CLEAN)]);
    here.write("in/b.txt", [0; 4096]);
    let run = "clean in -o tidy --update";
    here.run(run).ends(3);
    here.run(run).ends(3).says("nothing is left to do");
    here.write("in/c.txt", CLEAN);
    here.run(run).ends(3).says("in/b.txt: binary data");
    assert_eq!(json(&here.read("tidy/_failures.jsonl")).len(), 1);
    here.write("in/b.txt", CLEAN);
    here.run(run).ends(0);
    is_as_new(&here, "clean in", "tidy");
}

#[test]
fn a_run_of_an_earlier_version_is_gone_on_with() {
    let here = Here::with(&[("a.jsonl", &many(50))]);
    here.write("in/a.bin", [0; 4096]);
    let run = "clean a.jsonl in --shard-size 3000";
    here.run(&format!("{run} -o tidy")).ends(3);
    here.run(&format!("{run} -o new")).ends(3);
    let rename = |from: &str, to: &str| {
        let folder = here.path().join("tidy");
        fs::rename(folder.join(from), folder.join(to)).unwrap();
    };
    let old = |name: &str| {
        rename(&format!("_{name}"), name);
    };
    old("manifest.jsonl");
    old("failures.jsonl");
    here.run("stats tidy").ends(0);
    here.run(&format!("{run} -o tidy"))
        .ends(2)
        .says("not empty");
    here.run(&format!("{run} -o tidy --resume"))
        .ends(3)
        .says("nothing is left to do");
    fs::remove_file(here.path().join("tidy/_SUCCESS")).unwrap();
    here.run(&format!("{run} -o tidy --resume")).ends(3);
    same(&bytes(&here, "tidy"), &bytes(&here, "new"), "tidy");
    old("manifest.jsonl");
    old("failures.jsonl");
    here.write("a.jsonl", many(51));
    here.run(&format!("{run} -o tidy --update")).ends(3);
    here.run(&format!("{run} -o new --update")).ends(3);
    same(&bytes(&here, "tidy"), &bytes(&here, "new"), "tidy");
}

#[test]
fn a_shard_that_was_damaged_is_written_again() {
    let here = Here::with(&[("a.jsonl", &many(50))]);
    let run = "clean a.jsonl --shard-size 3000 -o tidy";
    for how in ["--resume", "--update"] {
        here.run(&format!("{run} --force")).ends(0);
        let before = contents(&here, "tidy");
        here.write("tidy/part-00001.jsonl", "torn");
        here.run(&format!("{run} {how}")).ends(0);
        assert_eq!(contents(&here, "tidy"), before, "{how}");
    }
}

/// Kills updates at many moments; the folder holds a whole run each time, the old one or the new one.
fn survives(run: &str) {
    let here = captures(60);
    let update = format!("{run} -o tidy --update -q");
    here.run(&update).ends(0);
    let mut midway = 0;
    for nth in 0..KILLS {
        here.write(&format!("in/0/new{nth}.txt"), FRAMED);
        here.write(
            &format!("in/{}/{:03}.txt", nth % 3, nth),
            format!("The {nth}. change.\n"),
        );
        let _ = fs::remove_file(here.path().join(format!("in/2/{:03}.txt", 29 + 3 * nth)));
        let success = here.path().join("tidy/_SUCCESS");
        let before = success.exists().then(|| bytes(&here, "tidy"));
        let (begun, after) = (Instant::now(), Duration::from_millis(nth * 7919 % 3000));
        let mut command = here.command(&update);
        let killed = command.stderr(Stdio::null()).spawn().unwrap();
        let aside = here.path().join("tidy/.undross/update/_manifest.jsonl");
        kill(killed, || match nth % 3 {
            // In the moment when the new files take their places.
            0 => !success.exists(),
            1 => aside.exists(),
            _ => begun.elapsed() >= after,
        });
        // As long as the new run is not whole, the old one stands as it was.
        if let (Some(before), true) = (before, success.exists() && aside.exists()) {
            same(&bytes(&here, "tidy"), &before, "an update that was killed");
            midway += 1;
        }
        if nth % 3 == 0 {
            here.run(&update).ends(0);
            is_as_new(&here, run, "tidy");
        }
    }
    here.run(&update).ends(0);
    is_as_new(&here, run, "tidy");
    assert!(!here.path().join("tidy/.undross").exists());
    assert!(midway > 0, "no update of {KILLS} was killed midway");
}

#[test]
fn updates_of_shards_survive_a_process_that_is_killed_at_any_moment() {
    survives("clean in -j 2 --to jsonl --shard-size 3000");
}

#[test]
fn updates_of_files_survive_a_process_that_is_killed_at_any_moment() {
    survives("clean in -j 2 --shard-size 3000");
}

#[test]
fn what_can_be_read_once_only_is_refused_on_the_first_run_already() {
    let here = Here::with(&[("a.txt", FRAMED)]);
    here.run("clean - -o tidy --to jsonl --update")
        .ends(2)
        .says("reads its input twice");
    assert!(!here.path().join("tidy").exists());
}

//! Runs into a folder: what happens to them, and how they go on.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::{CLEAN, FRAMED, Here, json};

/// Times that a run is killed; `UNDROSS_KILLS` sets another number.
const KILLS: u64 = 24;

/// Captures of a few hundred bytes, one a line.
pub(super) fn many(count: usize) -> String {
    let line = |n| {
        let text = format!("[ad_1]\nThe {n}. line of a long story.\n[ad_2]\nSource link");
        serde_json::json!({"id": format!("c{n}"), "text": text}).to_string() + "\n"
    };
    (0..count).map(line).collect()
}

/// Reads everything in a folder.
pub(super) fn contents(here: &Here, folder: &str) -> Vec<(String, String)> {
    let mut names = here.files(folder);
    names.extend(["_SUCCESS".to_owned(), "_manifest.jsonl".to_owned()]);
    let read = |name: String| {
        let text = here.read(&format!("{folder}/{name}"));
        (name, text)
    };
    names.into_iter().map(read).collect()
}

/// Counts the lines of a manifest.
fn entered(manifest: &Path) -> usize {
    fs::read_to_string(manifest).map_or(0, |text| text.lines().count())
}

/// Kills a process at a moment, or as soon as it has come so far.
pub(super) fn kill(mut child: Child, so_far: impl Fn() -> bool) {
    while !so_far() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let _ = child.kill();
    child.wait().unwrap();
}

/// Kills a run again and again, and compares what it leaves each time with what an undisturbed run writes.
fn survives(here: &Here, run: &str) {
    let begun = Instant::now();
    here.run(&format!("{run} -o whole")).ends(0);
    let moments = u64::try_from(begun.elapsed().as_millis()).unwrap();
    let manifest = here.path().join("killed/_manifest.jsonl");
    let mut midway = 0;
    let kills = std::env::var("UNDROSS_KILLS").ok();
    let kills = kills.map_or(KILLS, |kills| kills.parse().unwrap());
    for nth in 0..kills {
        // Spread over the run, without a pattern that it could fall in step with; and, since most of a short run is its
        // beginning, every other time behind one or two more shards.
        let after = Duration::from_millis(nth * 7919 % moments);
        let (begun, before) = (Instant::now(), entered(&manifest));
        let more = 1 + (nth / 2 % 2) as usize;
        let mut command = here.command(&format!("{run} -o killed --resume"));
        kill(command.stderr(Stdio::null()).spawn().unwrap(), || {
            match nth % 2 {
                0 => begun.elapsed() >= after,
                _ => entered(&manifest) > before.max(1) + more - 1,
            }
        });
        if !here.path().join("killed").exists() {
            continue;
        }
        for name in here.files("killed") {
            if !name.starts_with(".undross") && !name.starts_with("records-") {
                let (killed, whole) = (format!("killed/{name}"), format!("whole/{name}"));
                assert_eq!(here.read(&killed), here.read(&whole), "{name}");
            }
        }
        if here.path().join("killed/_SUCCESS").exists() {
            if nth + 1 < kills {
                fs::remove_dir_all(here.path().join("killed")).unwrap();
            }
        } else if entered(&manifest) > 1 {
            midway += 1;
        }
    }
    assert!(
        midway > 0,
        "no run of {kills} was killed between two shards"
    );
    here.run(&format!("{run} -o killed --resume")).ends(0);
    assert_eq!(contents(here, "killed"), contents(here, "whole"));
}

#[test]
fn shards_survive_a_process_that_is_killed_at_any_moment() {
    let here = Here::with(&[("a.jsonl", &many(3000))]);
    survives(&here, "clean a.jsonl -q -j 2 --shard-size 20000");
}

#[test]
fn files_survive_a_process_that_is_killed_at_any_moment() {
    let here = Here::with(&[]);
    for nth in 0..300 {
        here.write(&format!("in/{}/{nth}.txt", nth % 7), FRAMED);
    }
    survives(&here, "clean in -q -j 2 --shard-size 8000");
}

#[test]
fn a_run_that_goes_on_keeps_what_is_whole() {
    let here = Here::with(&[("a.jsonl", &many(500))]);
    let run = "clean a.jsonl -o tidy --shard-size 5000";
    here.run(run).ends(0);
    let whole = contents(&here, "tidy");
    assert!(here.files("tidy").len() > 3);
    here.run(&format!("{run} --resume"))
        .ends(0)
        .says("is finished; nothing is left to do");
    // The run did not come to its end, and a shard was damaged since.
    fs::remove_file(here.path().join("tidy/_SUCCESS")).unwrap();
    here.write("tidy/part-00001.jsonl", "torn");
    here.run(run).ends(2).says("--resume");
    here.run(&format!("{run} --resume"))
        .ends(0)
        .says("going on behind ")
        .says("500 captures");
    let again = contents(&here, "tidy");
    let files = |contents: &[(String, String)]| {
        let kept = contents
            .iter()
            .filter(|(name, _)| name != "_manifest.jsonl");
        kept.cloned().collect::<Vec<_>>()
    };
    assert_eq!(files(&again), files(&whole));
}

#[test]
fn a_run_does_not_go_on_with_other_settings_or_another_input() {
    let here = Here::with(&[("a.jsonl", &many(500))]);
    let run = "clean a.jsonl -o tidy --resume --shard-size 20000";
    here.run(run).ends(0);
    fs::remove_file(here.path().join("tidy/_SUCCESS")).unwrap();
    here.run(&format!("{run} --zstd")).ends(2).says("--zstd");
    here.run(&format!("{run} --rules-off byline"))
        .ends(2)
        .says("rules or passes");
    here.write("a.jsonl", many(500).replace("long story", "short story"));
    here.run(run).ends(2).says("the input has changed");
    here.write("a.jsonl", many(20));
    here.run(run).ends(2).says("the input has changed");
    here.run("clean a.jsonl -o tidy --force").ends(0);
    assert_eq!(here.files("tidy"), ["part-00000.jsonl"]);
}

#[test]
fn a_folder_of_something_else_is_no_run_to_go_on_with() {
    let here = Here::with(&[("a.txt", CLEAN), ("tidy/mine.txt", "mine")]);
    here.run("clean a.txt -o tidy --resume")
        .ends(2)
        .says("holds no run");
    assert_eq!(here.files("tidy"), ["mine.txt"]);
}

#[test]
fn two_runs_do_not_write_to_one_folder() {
    let here = Here::with(&[]);
    let mut command = here.command("clean --from jsonl - -o tidy -q");
    let mut first = command.stdin(Stdio::piped()).spawn().unwrap();
    while !here.path().join("tidy/_manifest.jsonl").exists() {
        std::thread::sleep(Duration::from_millis(10));
    }
    for how in ["--force", "--resume"] {
        let line = format!("clean --from jsonl - -o tidy {how}");
        here.run_on(&line, many(1))
            .ends(2)
            .says("another run is writing");
    }
    drop(first.stdin.take());
    assert_eq!(first.wait().unwrap().code(), Some(0));
}

#[test]
fn failures_are_listed_and_the_run_is_complete() {
    let here = Here::with(&[("in/a.txt", CLEAN)]);
    here.write("in/b.bin", [0; 4096]);
    here.run("clean in -o tidy").ends(3).says("in/b.bin: ");
    let failures = json(&here.read("tidy/_failures.jsonl"));
    assert_eq!(failures[0]["id"], "b.bin");
    assert_eq!(failures[0]["place"], "in/b.bin");
    let success = json(&here.read("tidy/_SUCCESS"));
    assert_eq!(success[0]["captures"], 2);
    assert_eq!(success[0]["failed"], 1);
}

#[test]
fn parts_of_a_run_make_the_whole() {
    let here = Here::with(&[("a.jsonl", &many(100))]);
    let whole = here.run("clean a.jsonl -q").ends(0).json();
    let mut parts: Vec<_> = (1..=3)
        .map(|part| {
            here.run(&format!("clean a.jsonl -q --shard {part}/3"))
                .ends(0)
                .json()
                .into_iter()
        })
        .collect();
    for (nth, record) in whole.iter().enumerate() {
        assert_eq!(parts[nth % 3].next().as_ref(), Some(record));
    }
    assert!(parts.iter_mut().all(|part| part.next().is_none()));
    here.run("clean a.jsonl --shard 4/3")
        .ends(2)
        .says("the second of eight");
}

#[test]
fn a_sample_is_the_same_every_time_and_a_limit_stops() {
    let here = Here::with(&[("a.jsonl", &many(1000))]);
    let sample = here.run("clean a.jsonl -q --sample 10%").ends(0).json();
    assert!((50..200).contains(&sample.len()), "{}", sample.len());
    let again = here.run("clean a.jsonl -q --sample 0.1 --limit 20");
    assert!(again.ends(0).json() == sample[..20]);
}

#[test]
fn compressed_shards_hold_the_same_records() {
    let here = Here::with(&[("a.jsonl", &many(300))]);
    here.run("clean a.jsonl -o plain --shard-size 20000")
        .ends(0);
    here.run("clean a.jsonl -o packed --shard-size 20000 --zstd")
        .ends(0);
    for name in here.files("plain") {
        let packed = fs::read(here.path().join(format!("packed/{name}.zst"))).unwrap();
        let unpacked = zstd::decode_all(&packed[..]).unwrap();
        assert_eq!(
            String::from_utf8(unpacked).unwrap(),
            here.read(&format!("plain/{name}"))
        );
    }
}

#[test]
fn files_that_were_taken_away_are_written_again() {
    let here = Here::with(&[("in/a.txt", FRAMED), ("in/b.txt", FRAMED)]);
    here.run("clean in -o tidy").ends(0);
    let whole = contents(&here, "tidy");
    fs::remove_file(here.path().join("tidy/_SUCCESS")).unwrap();
    fs::rename(
        here.path().join("tidy/records.jsonl"),
        here.path().join("tidy/records-00000.jsonl"),
    )
    .unwrap();
    fs::remove_file(here.path().join("tidy/b.diff")).unwrap();
    here.run("clean in -o tidy --resume").ends(0);
    assert_eq!(contents(&here, "tidy"), whole);
}

#[cfg(feature = "parquet")]
#[test]
fn columns_hold_the_same_records() {
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

    let here = Here::with(&[("a.jsonl", &many(300))]);
    here.write("b.html", "<p>A line.</p><title>A title</title>");
    let run = "clean a.jsonl b.html --shard-size 20000";
    here.run(&format!("{run} -o lines --to jsonl")).ends(0);
    here.run(&format!("{run} -o columns --to parquet")).ends(0);
    here.run(&format!("{run} --to parquet")).ends(2).says("-o");
    for name in here.files("lines") {
        let name = name.replace(".jsonl", "");
        let file = fs::File::open(here.path().join(format!("columns/{name}.parquet"))).unwrap();
        let batches = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
        let mut read = arrow_json::LineDelimitedWriter::new(Vec::new());
        for batch in batches.build().unwrap() {
            read.write(&batch.unwrap()).unwrap();
        }
        let columns = json(&String::from_utf8(read.into_inner()).unwrap());
        let lines = json(&here.read(&format!("lines/{name}.jsonl")));
        assert_eq!(columns.len(), lines.len());
        for (columns, line) in columns.iter().zip(&lines) {
            for (field, value) in line.as_object().unwrap() {
                let same = match value.is_null() {
                    true => columns.get(field).is_none(),
                    false => columns.get(field) == Some(value),
                };
                assert!(same, "{field}: {:?} {value:?}", columns.get(field));
            }
        }
    }
}

#[test]
fn what_a_run_did_is_read_from_shards_too() {
    let here = Here::with(&[("a.jsonl", &many(300))]);
    here.run("clean a.jsonl -o plain --shard-size 5000").ends(0);
    here.run("clean a.jsonl -o packed --shard-size 5000 --zstd")
        .ends(0);
    let stats = |run: &str| {
        let ran = here.run(&format!("stats {run} --format json"));
        serde_json::from_str::<serde_json::Value>(&ran.ends(0).out).unwrap()
    };
    assert_eq!(stats("plain"), stats("packed"));
    assert_eq!(stats("plain")["all"]["captures"], 300);
    here.run("stats .").ends(2).says("no records of a run");
}

#[test]
fn beginning_anew_leaves_what_is_of_others() {
    let here = Here::with(&[("in/part-00000.txt", CLEAN), ("in/b.txt", CLEAN)]);
    here.write("tidy/part-00009.jsonl", "of others");
    here.run("clean in -o tidy --force").ends(0);
    assert_eq!(here.read("tidy/part-00009.jsonl"), "of others");
    // Now the folder is that of a run, and what looks like a shard is one that it left.
    here.write("tidy/part-00009.csv", "of others");
    here.run("clean in -o tidy --force --to jsonl").ends(0);
    let files = [
        "b.diff",
        "b.txt",
        "part-00000.diff",
        "part-00000.jsonl",
        "part-00000.txt",
        "part-00009.csv",
    ];
    assert_eq!(here.files("tidy"), files);
}

#[cfg(unix)]
#[test]
fn a_run_goes_on_behind_a_capture_whose_text_has_no_name() {
    let long = format!("in/{}.log", "a".repeat(249));
    let here = Here::with(&[(&long, CLEAN), ("in/b.txt", CLEAN)]);
    here.run("clean in -o tidy --shard-size 1").ends(3);
    fs::remove_file(here.path().join("tidy/_SUCCESS")).unwrap();
    here.write("tidy/records-00000.jsonl", "");
    for (shard, line) in here.read("tidy/records.jsonl").lines().enumerate() {
        here.write(
            &format!("tidy/records-{shard:05}.jsonl"),
            format!("{line}\n"),
        );
    }
    here.run("clean in -o tidy --shard-size 1 --resume")
        .ends(3)
        .says("going on behind 2 captures");
}

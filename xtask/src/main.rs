//! The project's own tasks; `cargo xtask` lists them.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a task talks to the person who started it"
)]

mod bench_corpora;
mod bench_model;
mod bench_pages;
mod bench_peers;
mod bench_rules;
mod bless;
mod browser;
#[path = "../../benches/corpus/mod.rs"]
mod corpus;
mod docs;
mod features;
mod fuzz;
mod hostile;
mod html5lib;
mod pages;
mod places;
mod score;
mod shell;
mod test;
mod train;
mod trees;
mod venv;

use std::process::ExitCode;

/// One task: its exit code is 1 where it found something wrong, 2 where it could not run.
struct Task {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    speed: Speed,
    run: fn(&[String]) -> Result<ExitCode, String>,
}

/// How the task has to be built.
#[derive(PartialEq, Eq)]
enum Speed {
    /// As it comes.
    Any,
    /// With optimization, because it measures or reads much.
    Release,
}

const TASKS: &[Task] = &[
    Task {
        name: "test",
        arguments: "[--no-browser] [ARGUMENTS of cargo test]",
        about: "runs all tests of the workspace, then those in a browser",
        speed: Speed::Any,
        run: test::run,
    },
    Task {
        name: "bless",
        arguments: "",
        about: "records the answers of all fixtures anew and shows which changed",
        speed: Speed::Any,
        run: bless::run,
    },
    Task {
        name: "docs",
        arguments: "",
        about: "writes docs/rules.md and docs/passes.md from the declarations",
        speed: Speed::Any,
        run: docs::run,
    },
    Task {
        name: "score",
        arguments: score::ARGUMENTS,
        about: "measures against labelled data",
        speed: Speed::Release,
        run: score::run,
    },
    Task {
        name: "features",
        arguments: features::ARGUMENTS,
        about: "writes the rows that the block model is trained on",
        speed: Speed::Release,
        run: features::run,
    },
    Task {
        name: "train",
        arguments: train::ARGUMENTS,
        about: "cross-validates the block model; with --final, writes it",
        speed: Speed::Release,
        run: train::run,
    },
    Task {
        name: "places",
        arguments: places::ARGUMENTS,
        about: "holds the blocks of web pages to their byte ranges",
        speed: Speed::Release,
        run: places::run,
    },
    Task {
        name: "bench-corpora",
        arguments: bench_corpora::ARGUMENTS,
        about: "measures whole corpora in WARC, JSON Lines and Parquet on one thread and two, peers beside it",
        speed: Speed::Any,
        run: bench_corpora::run,
    },
    Task {
        name: "bench-pages",
        arguments: bench_pages::ARGUMENTS,
        about: "measures speed, memory and quality on web pages, peers beside it",
        speed: Speed::Release,
        run: bench_pages::run,
    },
    Task {
        name: "bench-peers",
        arguments: "[--rounds N]",
        about: "runs undross, ftfy, clean-text and datatrove over the same texts",
        speed: Speed::Release,
        run: bench_peers::run,
    },
    Task {
        name: "bench-model",
        arguments: bench_model::ARGUMENTS,
        about: "times the parts of the block model, by block",
        speed: Speed::Release,
        run: bench_model::run,
    },
    Task {
        name: "bench-rules",
        arguments: "[RULE]...",
        about: "times rules and passes, or the finders of a rule, dearest first",
        speed: Speed::Release,
        run: bench_rules::run,
    },
    Task {
        name: "hostile",
        arguments: "[NAME]...",
        about: "times hostile inputs and checks that twice the input takes twice the time",
        speed: Speed::Release,
        run: hostile::run,
    },
    Task {
        name: "fuzz",
        arguments: fuzz::ARGUMENTS,
        about: "holds tokenizer, tree, pipeline and record to their laws over random input",
        speed: Speed::Any,
        run: fuzz::run,
    },
    Task {
        name: "html5lib",
        arguments: html5lib::ARGUMENTS,
        about: "holds the HTML tokenizer to the cases of html5lib-tests",
        speed: Speed::Any,
        run: html5lib::run,
    },
    Task {
        name: "trees",
        arguments: trees::ARGUMENTS,
        about: "compares the trees of web pages with those of scraper",
        speed: Speed::Release,
        run: trees::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let chosen = arguments.first().map(String::as_str);
    let Some(task) = TASKS.iter().find(|task| Some(task.name) == chosen) else {
        return list(chosen);
    };
    let ended = match task.speed {
        Speed::Release if cfg!(debug_assertions) => again_in_release(&arguments),
        _ => (task.run)(&arguments[1..]),
    };
    ended.unwrap_or_else(|message| {
        eprintln!("xtask {}: {message}", task.name);
        ExitCode::from(2)
    })
}

fn list(chosen: Option<&str>) -> ExitCode {
    if let Some(name) = chosen {
        eprintln!("xtask: there is no task `{name}`; the tasks are");
    }
    for task in TASKS {
        eprintln!("  cargo xtask {} {}", task.name, task.arguments);
        eprintln!("      {}", task.about);
    }
    ExitCode::from(2)
}

fn again_in_release(arguments: &[String]) -> Result<ExitCode, String> {
    let mut cargo = shell::cargo();
    cargo.args(["run", "--release", "--quiet", "--package", "xtask", "--"]);
    shell::status(cargo.args(arguments))
}

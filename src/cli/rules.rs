//! `undross rules`: what there is to remove with.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use undross::config::{Config, TestReport};
use undross::normalize::PASSES;
use undross::rule::{Find, How, Place, Rule};
use undross::rules::RULES;
use undross::{Error, Plan};

use super::Ending;
use super::args::SettingsArgs;
use super::out::Out;
use super::plans::config_of;

/// List rules and passes, show one, or test those of the configuration
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  undross rules                      every rule and pass, and whether it is on
  undross rules show autoblog-marker
  undross rules test                 run the tests that stand in undross.toml
  undross rules test captures/*/     those of the files that apply in these folders")]
pub(super) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    settings: SettingsArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List every rule and pass, and whether it is on
    List {
        #[command(flatten)]
        settings: SettingsArgs,
    },
    /// Show what a rule or pass does, and how it finds its dross
    Show {
        /// The rule or pass
        id: String,
    },
    /// Run the tests that stand beside the site rules in undross.toml
    Test {
        /// Files or folders whose settings to test [default: the current folder]
        #[arg(value_name = "PATH")]
        inputs: Vec<PathBuf>,
        #[command(flatten)]
        settings: SettingsArgs,
    },
}

pub(super) fn run(args: &Args) -> Result<Ending, Error> {
    match &args.command {
        None => list(&args.settings),
        Some(Command::List { settings }) => list(settings),
        Some(Command::Show { id }) => show(id),
        Some(Command::Test { inputs, settings }) => test(inputs, settings),
    }
}

fn list(settings: &SettingsArgs) -> Result<Ending, Error> {
    let config = config_of(settings, Path::new("."))?;
    config.plan()?;
    let chosen = config.settings();
    let mut out = Out::new();
    for rule in RULES {
        out.line(row(rule.id, chosen.rule_is_on(rule.id), rule.summary))?;
    }
    for site in &config.remove {
        let id = format!("site:{}", site.value.name);
        let about = format!(
            "{} ({})",
            site.value.find.text(),
            config.origin_in_words(&site.origin)
        );
        out.line(row(&id, true, &about))?;
    }
    out.line(format_args!(""))?;
    for pass in PASSES {
        out.line(row(pass.id, chosen.pass_is_on(pass), pass.summary))?;
    }
    out.flush()?;
    Ok(Ending::Fine)
}

fn row(id: &str, on: bool, summary: &str) -> String {
    let on = if on { "on" } else { "off" };
    format!("{id:<32} {on:<3}  {summary}")
}

fn show(id: &str) -> Result<Ending, Error> {
    let mut out = Out::new();
    if let Some(rule) = RULES.iter().find(|rule| rule.id == id) {
        show_rule(&mut out, rule)?;
    } else if let Some(pass) = PASSES.iter().find(|pass| pass.id == id) {
        let on = if pass.default { "on" } else { "off" };
        out.line(format_args!(
            "{id}: {}\n\n{}\n\n{on} by default",
            pass.summary, pass.about
        ))?;
    } else {
        let message = undross::settings::unknown("rule or pass", id, &all_ids());
        return Err(Error::Usage(message));
    }
    out.flush()?;
    Ok(Ending::Fine)
}

fn all_ids() -> Vec<&'static str> {
    let rules = RULES.iter().map(|rule| rule.id);
    rules.chain(PASSES.iter().map(|pass| pass.id)).collect()
}

fn show_rule(out: &mut Out, rule: &Rule) -> Result<(), Error> {
    out.line(format_args!(
        "{}: {}\n\n{}\n",
        rule.id, rule.summary, rule.about
    ))?;
    for find in rule.find {
        out.line(format_args!("{:<7} {}", find.strength.as_str(), how(find)))?;
    }
    if !rule.topic.is_empty() {
        out.line(format_args!(
            "\nstays on a page that speaks of: {}",
            rule.topic.join(", ")
        ))?;
    }
    Ok(())
}

fn how(find: &Find) -> String {
    let what = match find.how {
        How::Phrases(phrases) => format!("lines: {}", phrases.join(" | ")),
        How::Line(pattern) => format!("lines like: {pattern}"),
        How::Head(pattern) => format!("starts of lines like: {pattern}"),
        How::Tail(pattern) => format!("ends of lines like: {pattern}"),
        How::Look(_) => "lines found by looking at the whole page".to_owned(),
        How::Each(_) => "lines found by a function".to_owned(),
        How::Model => "blocks of web pages that the block model takes for no content".to_owned(),
        How::Element(marks) => format!("all lines of elements called: {}", marks.join(" ")),
    };
    match find.place {
        Place::Anywhere => what,
        Place::Head => format!("at the head, {what}"),
        Place::Tail => format!("at the tail, {what}"),
    }
}

fn test(inputs: &[PathBuf], settings: &SettingsArgs) -> Result<Ending, Error> {
    let here = [PathBuf::from(".")];
    let inputs = if inputs.is_empty() { &here } else { inputs };
    let mut out = Out::new();
    let (mut count, mut failed) = (0, 0);
    let mut tested = BTreeSet::new();
    for input in inputs {
        let config = config_of(settings, input)?;
        if !tested.insert(config.path.clone()) {
            continue;
        }
        if config.tests.is_empty() {
            return Err(Error::Usage(no_tests(&config)));
        }
        let plan: Plan = config.plan()?;
        for report in config.run_tests(&plan) {
            count += 1;
            failed += usize::from(!report.wrong.is_empty());
            print(&mut out, &report)?;
        }
    }
    out.line(format_args!("{count} tests, {failed} failed"))?;
    out.flush()?;
    Ok(if failed > 0 {
        Ending::Wrong
    } else {
        Ending::Fine
    })
}

fn print(out: &mut Out, report: &TestReport<'_>) -> Result<(), Error> {
    let (list, rule) = (report.test.list, &report.test.rule);
    for wrong in &report.wrong {
        out.line(format_args!("{list} `{rule}`: {wrong}"))?;
    }
    Ok(())
}

fn no_tests(config: &Config) -> String {
    let path = config.path.as_deref();
    let file = path.map_or("undross.toml".into(), |path| path.display().to_string());
    format!(
        "{file} has no tests; add test = [{{ removes = [\"a line that goes\"] }}] to a site rule"
    )
}

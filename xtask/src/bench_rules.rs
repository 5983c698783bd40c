//! `cargo xtask bench-rules`: what finders, rules and passes cost, dearest first.

use std::process::ExitCode;
use std::time::Instant;

use undross::edit::apply;
use undross::normalize::PASSES;
use undross::rule::{Find, How, Rule};
use undross::rules::RULES;
use undross::{Page, Plan};

use crate::corpus::{self, Corpus};

/// Readings of the corpus; the best counts.
const READINGS: usize = 3;
/// Characters shown of a pattern.
const SHOWN: usize = 70;

/// A name and the seconds for one reading of the corpus.
type Cost = (String, f64);

pub(crate) fn run(names: &[String]) -> Result<ExitCode, String> {
    let corpus = corpus::load();
    println!("corpus: {}", corpus.name);
    let pages: Vec<Page<'_>> = corpus
        .texts
        .iter()
        .map(|text| Page::of_text(text.into()))
        .collect();
    for name in names {
        let Some(rule) = RULES.iter().find(|rule| rule.id == name) else {
            return Err(format!("there is no rule `{name}`"));
        };
        print_costs(name, &corpus, finders(&pages, rule));
    }
    if names.is_empty() {
        let all = vec![("all rules".to_owned(), claims(&pages, &Plan::default()))];
        print_costs("claims", &corpus, all);
        print_costs("each way to find", &corpus, ways(&pages));
        let alone = |rule: &&'static Rule| (rule.id.to_owned(), claims(&pages, &Plan::only(rule)));
        print_costs(
            "each rule alone",
            &corpus,
            RULES.iter().map(alone).collect(),
        );
        print_costs("each pass, after those before it", &corpus, passes(&corpus));
    }
    Ok(ExitCode::SUCCESS)
}

/// Times the finders of a rule one by one.
fn finders(pages: &[Page<'_>], rule: &Rule) -> Vec<Cost> {
    let cost = |(number, find): (usize, &'static Find)| {
        let how = match find.how {
            How::Look(_) => "Look".to_owned(),
            How::Each(_) => "Each".to_owned(),
            how => format!("{how:?}").chars().take(SHOWN).collect(),
        };
        let name = format!("finder {}: {how}", number + 1);
        (name, claims(pages, &Plan::only(made_of(vec![*find]))))
    };
    rule.find.iter().enumerate().map(cost).collect()
}

/// Times what all rules find in one way, which a plan searches together.
fn ways(pages: &[Page<'_>]) -> Vec<Cost> {
    let names = [
        "phrases", "lines", "heads", "tails", "looks", "eaches", "elements",
    ];
    let cost = |(way, name): (usize, &&str)| {
        let all = RULES.iter().flat_map(|rule| rule.find);
        let finders = all.filter(|find| number(find) == way).copied().collect();
        (
            (*name).to_owned(),
            claims(pages, &Plan::only(made_of(finders))),
        )
    };
    names.iter().enumerate().map(cost).collect()
}

fn number(find: &Find) -> usize {
    match find.how {
        How::Phrases(_) => 0,
        How::Line(_) => 1,
        How::Head(_) => 2,
        How::Tail(_) => 3,
        How::Look(_) => 4,
        How::Each(_) => 5,
        How::Element(_) => 6,
        How::Model => 7,
    }
}

/// Declares a rule of some finders; it stays in memory, as all rules do.
fn made_of(finders: Vec<Find>) -> &'static Rule {
    Box::leak(Box::new(Rule {
        id: "some-finders",
        summary: "",
        about: "",
        topic: &[],
        find: Box::leak(finders.into_boxed_slice()),
    }))
}

fn claims(pages: &[Page<'_>], plan: &Plan) -> f64 {
    best(|| {
        for page in pages {
            std::hint::black_box(plan.claims(page, None));
        }
    })
}

fn passes(corpus: &Corpus) -> Vec<Cost> {
    let mut texts = corpus.texts.clone();
    let mut costs = Vec::new();
    for pass in PASSES {
        let seconds = best(|| {
            for text in &texts {
                std::hint::black_box((pass.run)(text));
            }
        });
        costs.push((pass.id.to_owned(), seconds));
        for text in texts.iter_mut().filter(|_| pass.default) {
            *text = apply(text, &(pass.run)(text));
        }
    }
    costs
}

fn best(run: impl Fn()) -> f64 {
    let reading = |_| {
        let started = Instant::now();
        run();
        started.elapsed().as_secs_f64()
    };
    (0..READINGS).map(reading).fold(f64::INFINITY, f64::min)
}

fn print_costs(title: &str, corpus: &Corpus, mut costs: Vec<Cost>) {
    println!("\n{title}");
    costs.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    for (name, seconds) in costs {
        let rate = corpus.bytes() as f64 / 1e6 / seconds;
        println!("{:>9.2} ms{rate:>9.0} MB/s  {name}", seconds * 1e3);
    }
}

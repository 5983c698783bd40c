//! Bytes a second: the whole road of a capture, and each stage of it. `cargo bench`
#![allow(
    clippy::print_stdout,
    missing_docs,
    reason = "a bench is a program that says what it measures"
)]

mod corpus;
mod markup;

use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use undross::decode::decode;
use undross::edit::apply;
use undross::html::tokenizer::{Content, Token, Tokenizer};
use undross::record::Record;
use undross::resolve::resolve;
use undross::rule::Claim;
use undross::{Capture, Outcome, Page, Plan, process};

static CORPUS: LazyLock<corpus::Corpus> = LazyLock::new(corpus::load);
static PLAN: LazyLock<Plan> = LazyLock::new(Plan::default);

fn main() {
    println!("corpus: {}", CORPUS.name);
    LazyLock::force(&PLAN);
    divan::main();
}

/// What a run of many captures costs: cleaning, record, tidy text, one line of JSON.
#[divan::bench]
fn whole(bencher: Bencher) {
    measure(bencher, &texts(), |text| {
        let capture = Capture::of_text("", *text);
        let outcome = process(&capture, &PLAN);
        black_box(Record::with_text(&capture, &outcome, &PLAN).to_line());
    });
}

#[divan::bench]
fn whole_of_bytes(bencher: Bencher) {
    measure(bencher, &texts(), |text| {
        let capture = Capture::of_bytes("", text.as_bytes());
        let outcome = process(&capture, &PLAN);
        black_box(Record::with_text(&capture, &outcome, &PLAN).to_line());
    });
}

#[divan::bench]
fn decoding(bencher: Bencher) {
    measure(bencher, &texts(), |text| {
        black_box(decode(text.as_bytes(), None));
    });
}

#[divan::bench]
fn blocks(bencher: Bencher) {
    measure(bencher, &texts(), |text| {
        black_box(page(text));
    });
}

#[divan::bench]
fn claims(bencher: Bencher) {
    let pages: Vec<Page<'_>> = texts().into_iter().map(page).collect();
    measure(bencher, &pages, |page| {
        black_box(PLAN.claims(page, None));
    });
}

#[divan::bench]
fn resolving(bencher: Bencher) {
    let claim = |text| {
        let page = page(text);
        let claims = PLAN.claims(&page, None);
        (page, claims)
    };
    let pages: Vec<(Page<'_>, Vec<Claim>)> = texts().into_iter().map(claim).collect();
    measure(bencher, &pages, |(page, claims)| {
        black_box(resolve(page, &PLAN, claims));
    });
}

#[divan::bench]
fn passes(bencher: Bencher) {
    measure(bencher, &texts(), |text| {
        let mut text = (*text).to_owned();
        for pass in PLAN.passes() {
            let edits = (pass.run)(&text);
            if !edits.is_empty() {
                text = apply(&text, &edits);
            }
        }
        black_box(text);
    });
}

#[divan::bench]
fn record(bencher: Bencher) {
    let captures: Vec<Capture<'_>> = texts()
        .into_iter()
        .map(|text| Capture::of_text("", text))
        .collect();
    let cleaned: Vec<(&Capture<'_>, Outcome<'_>)> = captures
        .iter()
        .map(|capture| (capture, process(capture, &PLAN)))
        .collect();
    measure(bencher, &cleaned, |(capture, outcome)| {
        black_box(Record::with_text(capture, outcome, &PLAN).to_line());
    });
}

/// Bytes of the page that tokens are cut from.
const PAGE_BYTES: usize = 1 << 20;

#[divan::bench]
fn html_tokens(bencher: Bencher) {
    let page = markup::page(PAGE_BYTES);
    bencher
        .counter(BytesCount::of_str(&page))
        .bench(|| cut(black_box(&page)));
}

/// Cuts a page into tokens; the names of the tags say what is no markup.
fn cut(page: &str) {
    let mut tokenizer = Tokenizer::new(page);
    while let Some((token, span)) = tokenizer.next() {
        if let Token::StartTag(tag) = &token {
            let content = match &*tag.name {
                "script" => Some(Content::ScriptData),
                "style" => Some(Content::RawText),
                "title" => Some(Content::RcData),
                _ => None,
            };
            content.map(|content| tokenizer.read_as(content));
        }
        black_box((token, span));
    }
}

/// Runs over all inputs; the rate counts the bytes of the corpus, whatever the stage reads of them.
fn measure<T: Sync>(bencher: Bencher, inputs: &[T], run: impl Fn(&T) + Sync) {
    bencher
        .counter(BytesCount::new(CORPUS.bytes()))
        .bench(|| inputs.iter().for_each(&run));
}

fn texts() -> Vec<&'static str> {
    CORPUS.texts.iter().map(String::as_str).collect()
}

fn page(text: &str) -> Page<'_> {
    Page::of_text(text.into())
}

//! How the block stands to the element that looks most like an article.

use super::{Columns, Family, Feature, feature};
use crate::model::candidate::Candidate;
use crate::model::measure::{Measured, log};

pub(super) static FAMILY: Family = Family {
    name: "candidate",
    features: FEATURES,
    fill,
};

const FEATURES: &[Feature] = &[
    feature("article_in", "whether it stands in the likeliest article"),
    feature("article_up", "how far it stands from the likeliest article"),
    feature(
        "article_own",
        "how its container compares with the likeliest article",
    ),
    feature(
        "article_own_score",
        "how much its container looks like an article",
    ),
    feature(
        "article_words",
        "the words between it and the likeliest article",
    ),
    feature(
        "article_blocks",
        "the blocks between it and the likeliest article",
    ),
    feature("article_place", "where in the likeliest article it stands"),
    feature(
        "article_share",
        "how much of the page the likeliest article holds",
    ),
    feature(
        "article_good",
        "how much running text the likeliest article holds",
    ),
    feature(
        "article_second",
        "how close the second likeliest article comes",
    ),
    feature(
        "article_score",
        "how much the likeliest article looks like one",
    ),
    feature("article_links", "the links of the likeliest article"),
    feature(
        "article_own_blocks",
        "how many blocks its own container has",
    ),
    feature(
        "article_own_share",
        "how much of the page its own container holds",
    ),
    feature("article_own_links", "the links of its own container"),
    feature(
        "article_own_alike",
        "how many containers like its own stand beside it",
    ),
    feature(
        "article_alike",
        "how many containers stand beside the one around its own",
    ),
    feature(
        "article_far_alike",
        "how many containers stand beside the second around its own",
    ),
];

fn fill(page: &Measured, columns: &mut Columns) {
    let candidate = Candidate::of(page);
    let inside = |block: &usize| candidate.inside[page.input.blocks[*block].element as usize];
    let blocks: Vec<usize> = (0..page.len()).filter(inside).collect();
    let range = match (blocks.first(), blocks.last()) {
        (Some(first), Some(last)) => [*first, *last],
        _ => [0, page.len().saturating_sub(1)],
    };
    let whole = whole(page, &candidate, &blocks);
    for block in 0..page.len() {
        let own = own(page, &candidate, block);
        let place = place(page, range, block, inside(&block));
        let element = page.input.blocks[block].element as usize;
        let stands = [
            f32::from(u8::from(inside(&block))),
            f32::from(candidate.away[element]),
        ];
        columns.set(block, &[&stands, &own[..2], &place, &whole, &own[2..]]);
    }
}

fn own(page: &Measured, candidate: &Candidate, block: usize) -> [f32; 8] {
    let own = candidate.owners[block];
    let sums = page.sums[own];
    let score = candidate.scores[own];
    let parent = page.input.parent(own);
    let alike = |element: usize| log(page.alike[element] as f32);
    [
        score / candidate.top_score(),
        log(score.max(0.0)),
        log(sums.blocks),
        sums.words / page.all_words(),
        sums.link_share(),
        alike(own),
        alike(parent),
        alike(page.input.parent(parent)),
    ]
}

/// Returns words and blocks to the article, negative before it, and the place inside, -1 outside.
fn place(page: &Measured, [first, last]: [usize; 2], block: usize, inside: bool) -> [f32; 3] {
    let within = if inside {
        (block - first) as f32 / (last - first + 1) as f32
    } else {
        -1.0
    };
    if block < first {
        let blocks = (first - block).min(60) as f32;
        return [page.distance(first, block), -blocks, within];
    }
    if block > last {
        let blocks = (block - last).min(100) as f32;
        return [page.distance(last + 1, block), blocks, within];
    }
    [0.0, 0.0, within]
}

fn whole(page: &Measured, candidate: &Candidate, inside: &[usize]) -> [f32; 5] {
    let words: f32 = inside.iter().map(|block| page.words(*block)).sum();
    let good: f32 = inside.iter().map(|block| page.good[*block]).sum();
    let outside = |block: &usize| !candidate.inside[page.input.blocks[*block].element as usize];
    let others = (0..page.len())
        .filter(outside)
        .filter(|block| candidate.given[*block] > 0.0);
    let second = others
        .map(|block| candidate.scores[candidate.owners[block]])
        .fold(0.0, f32::max);
    let links = page
        .sums
        .get(candidate.top)
        .copied()
        .unwrap_or_default()
        .link_share();
    [
        words / page.all_words(),
        good / page.all_good(),
        second / candidate.top_score(),
        log(candidate.top_score()),
        links,
    ]
}

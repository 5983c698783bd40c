//! From the claims of a page to what leaves it and what nearly did, with the decisions of a review on top.

use crate::edit::Span;
use crate::model::Judgement;
use crate::outcome::Removal;
use crate::page::Page;
use crate::plan::Plan;
use crate::resolve::{Because, resolve};
use crate::review::{Verdict, Was};
use crate::rule::{Claim, Strength};

/// The rule that the block model claims for.
const MODEL_RULE: &str = "boilerplate";
/// How far above the threshold of its page the score of a block is close.
const CLOSE: f32 = 0.1;
/// Blocks that are called close on one page, the closest ones.
const MOST_CLOSE: usize = 3;

/// Claims that fall and are called near on one page, the first ones: nobody looks at thousands of one page.
const MOST_NEAR: usize = 500;

/// What becomes of the claims on a page.
#[derive(Debug)]
pub(crate) struct Settled<'a> {
    /// What goes, ordered and disjoint.
    pub(crate) removals: Vec<Removal<'a>>,
    /// What stays though something speaks for its removal; ordered, disjoint, and apart from what goes.
    pub(crate) nearly: Vec<Removal<'a>>,
    /// Whether rules would have left next to nothing of the capture.
    pub(crate) all_claimed: bool,
}

/// Weighs all claims on a page; decisions come last, so that none of them changes what becomes of other text.
pub(crate) fn settle<'a>(
    plan: &'a Plan,
    (page, capture): (&Page<'_>, &str),
    judgement: Option<&Judgement>,
    claims: &[Claim],
) -> Settled<'a> {
    let verdicts = resolve(page, plan, claims);
    let weighed = || claims.iter().zip(verdicts.iter().copied());
    let stands = weighed().filter(|(_, because)| because.stands());
    let removals = merge(plan, stands.collect());
    let falls = weighed().filter(|(_, because)| is_near(*because));
    let mut nearly = merge(plan, falls.take(MOST_NEAR).collect());
    nearly.extend(close(page, plan, judgement));
    nearly.sort_by_key(|near| near.span);
    let settled = Settled {
        nearly: apart(nearly, &removals),
        removals,
        all_claimed: verdicts.contains(&Because::Floor),
    };
    match plan.decisions() {
        Some(decisions) => decided(settled, |removal, was| {
            decisions.on_span(page, capture, removal, was)
        }),
        None => settled,
    }
}

/// Tells whether what a claim asks for is worth a look though the claim falls: a fence or a `keep` rule leaves no doubt.
const fn is_near(because: Because) -> bool {
    matches!(
        because,
        Because::Quoted
            | Because::Text
            | Because::Floor
            | Because::Continued
            | Because::Mentioned
            | Because::Topic
            | Because::Alone
            | Because::Elsewhere
    )
}

/// Merges claims into disjoint spans; those that overlap become one, with every rule's name.
fn merge<'a>(plan: &'a Plan, mut weighed: Vec<(&Claim, Because)>) -> Vec<Removal<'a>> {
    weighed.sort_by_key(|(claim, _)| (claim.span(), claim.rule()));
    let mut removals = Vec::new();
    let mut rest = weighed.as_mut_slice();
    while let Some((claim, _)) = rest.first() {
        let mut span = claim.span();
        let mut count = 1;
        while let Some((claim, _)) = rest
            .get(count)
            .filter(|(next, _)| span.overlaps(next.span()))
        {
            span.end = span.end.max(claim.span().end);
            count += 1;
        }
        let (group, after) = rest.split_at_mut(count);
        removals.push(removal(plan, span, group));
        rest = after;
    }
    removals
}

fn removal<'a>(plan: &'a Plan, span: Span, group: &mut [(&Claim, Because)]) -> Removal<'a> {
    group.sort_by_key(|(claim, _)| claim.rule());
    let strongest = group
        .iter()
        .max_by_key(|(claim, _)| (claim.strength, std::cmp::Reverse(claim.rule())));
    let (claim, because) = strongest.expect("a group holds at least the claim that opened it");
    Removal {
        span,
        rules: group
            .chunk_by(|(one, _), (two, _)| one.rule() == two.rule())
            .map(|claims| plan.rules()[claims[0].0.rule()].id.as_ref())
            .collect(),
        strength: claim.strength,
        because: *because,
    }
}

/// Finds the blocks that the block model takes for content, but only just.
fn close<'a>(
    page: &Page<'_>,
    plan: &'a Plan,
    judgement: Option<&Judgement>,
) -> impl Iterator<Item = Removal<'a>> {
    let mut blocks: Vec<(usize, f32)> = Vec::new();
    if let Some(judgement) = judgement {
        let (choice, scores) = (&judgement.choice, judgement.probabilities.iter().copied());
        let near = scores.enumerate().filter(|&(block, score)| {
            choice.content[block] && score >= choice.threshold && score < choice.threshold + CLOSE
        });
        blocks.extend(near);
    }
    if blocks.len() > MOST_CLOSE {
        blocks.select_nth_unstable_by(MOST_CLOSE, |one, two| one.1.total_cmp(&two.1));
        blocks.truncate(MOST_CLOSE);
    }
    let rule = plan.rules().iter().find(|rule| rule.id == MODEL_RULE);
    let spans = blocks
        .into_iter()
        .map(|(block, _)| page.blocks()[block].line());
    rule.into_iter().flat_map(move |rule| {
        spans.clone().map(|span| Removal {
            span,
            rules: vec![rule.id.as_ref()],
            strength: Strength::Hint,
            because: Because::Close,
        })
    })
}

/// Leaves out what overlaps something before it or a removal; both lists are ordered.
fn apart<'a>(nearly: Vec<Removal<'a>>, removals: &[Removal<'_>]) -> Vec<Removal<'a>> {
    let (mut left, mut end) = (removals, 0);
    let is_apart = |near: &Removal<'_>| {
        let before = left.partition_point(|removal| removal.span.end <= near.span.start);
        left = &left[before..];
        let free = left
            .first()
            .is_none_or(|next| !next.span.overlaps(near.span));
        let is_apart = free && near.span.start >= end;
        if is_apart {
            end = near.span.end;
        }
        is_apart
    };
    let mut nearly = nearly;
    let mut is_apart = is_apart;
    nearly.retain(|near| is_apart(near));
    nearly
}

/// Lets what a review decided win over the rules.
fn decided<'a>(
    settled: Settled<'a>,
    decide: impl Fn(&Removal<'_>, Was) -> Option<Verdict>,
) -> Settled<'a> {
    let rejected = |removal: &Removal<'_>| decide(removal, Was::Removed) == Some(Verdict::Keep);
    let asked = |near: &Removal<'_>| decide(near, Was::Kept) == Some(Verdict::Remove);
    let (mut kept, mut removals): (Vec<_>, Vec<_>) =
        settled.removals.into_iter().partition(rejected);
    let (mut gone, mut nearly): (Vec<_>, Vec<_>) = settled.nearly.into_iter().partition(asked);
    for removal in &mut kept {
        removal.because = Because::Rejected;
    }
    for near in &mut gone {
        near.because = Because::Reviewed;
    }
    removals.append(&mut gone);
    nearly.append(&mut kept);
    removals.sort_by_key(|removal| removal.span);
    nearly.sort_by_key(|near| near.span);
    Settled {
        removals,
        nearly,
        ..settled
    }
}

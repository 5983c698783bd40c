//! Decides which claims stand: a pure function of all claims of a page and the page.
//!
//! Rules know nothing of one another. What stands *around* a line (other dross, a quotation, a fence, a page
//! about the subject) is weighed here and nowhere else. Claims only gain from other claims; what speaks
//! against one is the page alone, so the order of claims and rules does not matter.

mod against;
mod floor;
mod front_matter;

use crate::page::{Page, ends_sentence};
use crate::plan::Plan;
use crate::rule::{Claim, Evidence, Place, Strength};

/// Different lines that make a run of hints dross.
const RUN: usize = 3;
/// Bytes from which a sentence that nobody claims is part of the body.
const BODY_SENTENCE: usize = 45;
/// Blocks in a row without running text that are a menu: a new head begins below them.
const MENU: usize = 6;
/// Blocks of running text that may stand above a byline: a standfirst, or a sentence in a menu.
const LEADS: usize = 1;
/// Blocks above the first running text that are the head of one article: a page with more is a list.
const HEAD: usize = 16;
/// Blocks from the start that count as the head, even when running text stands before them.
const HEAD_BLOCKS: usize = 3;

/// Why a claim stands or falls.
#[non_exhaustive]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Because {
    /// Stands: nothing else looks like this.
    Sure,
    /// Stands: the settings of the user ask for it.
    Asked,
    /// Stands: the markup around it tells what it is.
    Markup,
    /// Stands: many captures of its site have it.
    Site,
    /// Stands: it looks like this, and nothing speaks against it.
    Likely,
    /// Stands: other dross is next to it.
    Beside,
    /// Stands: it is one of a run of such lines.
    Run,
    /// Stands: with other kinds of dross after the last running text.
    Tail,
    /// Stands: with other kinds of dross before the first running text.
    Head,
    /// Stands: it nearly went, and a review decided that it goes.
    Reviewed,
    /// Falls: it is inside a code fence, an indented example or the fields at the head of a text.
    Fence,
    /// Falls: the text before it announces a quotation, and the text goes on after it.
    Quoted,
    /// Falls: running text stands on the same line.
    Text,
    /// Falls: the next line continues it.
    Continued,
    /// Falls: the page speaks of these words, in quotation marks.
    Mentioned,
    /// Falls: the page is about this subject.
    Topic,
    /// Falls: it stands alone.
    Alone,
    /// Falls: it counts in another part of the page only.
    Elsewhere,
    /// Falls: the first printing does not stay.
    TwinGone,
    /// Falls: with the others it would leave next to nothing of a capture that held text.
    Floor,
    /// Falls: a `keep` pattern protects the line.
    Kept,
    /// Falls: the block model takes it for content, but only just.
    Close,
    /// Falls: a review decided that it stays.
    Rejected,
}

impl Because {
    /// Tells whether the claim stands.
    pub const fn stands(self) -> bool {
        matches!(
            self,
            Self::Sure
                | Self::Asked
                | Self::Markup
                | Self::Site
                | Self::Likely
                | Self::Beside
                | Self::Run
                | Self::Tail
                | Self::Head
                | Self::Reviewed
        )
    }

    /// Returns the reason in words.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sure => "nothing else looks like this",
            Self::Asked => "a [[remove]] rule of undross.toml asks for it",
            Self::Markup => "the markup around it tells what it is",
            Self::Site => {
                "many captures of its site have this line, as the profile of the site says"
            }
            Self::Likely => "it looks like this and nothing speaks against it",
            Self::Beside => "it stands beside other dross",
            Self::Run => "it is one of a run of such lines",
            Self::Tail => "it stands with other dross after the last running text",
            Self::Head => "it stands with other dross before the first running text",
            Self::Reviewed => "a review decided that it goes",
            Self::Fence => {
                "it is inside a code fence, an indented example or the fields at the head of a text"
            }
            Self::Quoted => "the text before it announces a quotation",
            Self::Text => "running text stands on the same line",
            Self::Continued => "the next line continues it",
            Self::Mentioned => "the page speaks of these words in quotation marks",
            Self::Topic => "the page is about this subject",
            Self::Alone => "it stands alone: a word like this needs other dross around it",
            Self::Elsewhere => "it counts in another part of the page only",
            Self::TwinGone => "the first printing does not stay",
            Self::Floor => "too little of the capture would stay",
            Self::Kept => "a keep rule protects the line",
            Self::Close => "the block model takes it for content, but only just",
            Self::Rejected => "a review decided that it stays",
        }
    }
}

/// Weighs all claims of a page; the verdicts stand in the order of the claims.
pub fn resolve(page: &Page<'_>, plan: &Plan, claims: &[Claim]) -> Vec<Because> {
    if claims.is_empty() {
        return Vec::new();
    }
    let mut weighing = Weighing::new(page, claims);
    weighing.mark_vetoes(plan);
    weighing.settle_strong(plan);
    weighing.promote_hints();
    weighing.check_twins();
    // What a `keep` rule protects makes no other line go: the floor is that of the rules alone.
    floor::keep(page, claims, &mut weighing.verdicts);
    weighing.protect_kept(plan);
    weighing.verdicts
}

/// The state of one page's claims while they are weighed.
struct Weighing<'a> {
    page: &'a Page<'a>,
    claims: &'a [Claim],
    verdicts: Vec<Because>,
    /// For each block: some claim takes it whole.
    claimed: Vec<bool>,
    /// For each block: a claim that takes it whole stands.
    gone: Vec<bool>,
    /// For each block: how many blocks of running text stand above it, menus apart.
    above: Vec<usize>,
    /// First and last block of running text that no claim takes; where there is none, of any text.
    body: Option<(usize, usize)>,
}

impl<'a> Weighing<'a> {
    fn new(page: &'a Page<'a>, claims: &'a [Claim]) -> Self {
        let mut claimed = vec![false; page.blocks().len()];
        for claim in claims.iter().filter(|claim| claim.whole) {
            claimed[claim.block()] = true;
        }
        let above = texts_above(page, &claimed);
        let unclaimed = || (0..claimed.len()).filter(|&index| !claimed[index]);
        let body =
            ends(unclaimed().filter(|&index| is_body(page, index))).or_else(|| ends(unclaimed()));
        let gone = vec![false; claimed.len()];
        Self {
            page,
            claims,
            verdicts: vec![Because::Alone; claims.len()],
            claimed,
            gone,
            body,
            above,
        }
    }

    fn mark_vetoes(&mut self, plan: &Plan) {
        let mut against = against::Against::new(self.page, self.claims, &self.claimed, self.body);
        for (verdict, claim) in self.verdicts.iter_mut().zip(self.claims) {
            if claim.over_text {
                *verdict = Because::Text;
            } else if !in_place(claim, self.body, &self.above) {
                *verdict = Because::Elsewhere;
            } else if let Some(veto) = against.veto(claim, plan) {
                *verdict = veto;
            }
        }
    }

    fn settle_strong(&mut self, plan: &Plan) {
        for (verdict, claim) in self.verdicts.iter_mut().zip(self.claims) {
            if *verdict != Because::Alone || claim.strength == Strength::Hint {
                continue;
            }
            *verdict = match claim.strength {
                _ if plan.rules()[claim.rule()].is_site() => Because::Asked,
                _ if claim.evidence == Evidence::Markup => Because::Markup,
                _ if claim.evidence == Evidence::Site => Because::Site,
                Strength::Sure => Because::Sure,
                _ => Because::Likely,
            };
            self.gone[claim.block()] |= claim.whole;
        }
    }

    /// Lets runs of hints stand by what is around them; hints only gain from what stands already.
    fn promote_hints(&mut self) {
        let mut hints = self.open_hints();
        hints.sort_unstable();
        let last_gone = self.gone.iter().rposition(|&gone| gone);
        let head = self.head_of_dross(&hints);
        let mut promoted = Vec::new();
        for run in hints.chunk_by(|a, b| b.0 - a.0 <= 1) {
            let in_head = (run[0].0 < head).then_some(Because::Head);
            if let Some(because) = self.weigh_run(run, last_gone).or(in_head) {
                promoted.extend(run.iter().map(|&(_, claim)| (claim, because)));
            }
        }
        for (claim, because) in promoted {
            self.verdicts[claim] = because;
            self.gone[self.claims[claim].block()] = true;
        }
    }

    /// Returns the block before which hints stand together, scattered as they are: the first running text, where there are
    /// enough of them above it, or other dross; 0 where there are not.
    fn head_of_dross(&self, hints: &[(usize, usize)]) -> usize {
        let Some((first, _)) = self.body.filter(|&(first, _)| first <= HEAD) else {
            return 0;
        };
        let head = &hints[..hints.partition_point(|&(block, _)| block < first)];
        let mut lines: Vec<&str> = head
            .iter()
            .map(|&(block, _)| self.page.shown(block))
            .collect();
        let mut rules: Vec<usize> = head
            .iter()
            .map(|&(_, claim)| self.claims[claim].rule())
            .collect();
        lines.sort_unstable();
        lines.dedup();
        rules.sort_unstable();
        rules.dedup();
        let mixed = rules.len() > 1 && lines.len() > 1;
        let stands = mixed || lines.len() >= RUN || self.gone[..first].contains(&true);
        if stands { first } else { 0 }
    }

    /// Hints for whole blocks that nothing speaks against and nothing stronger takes: block and claim.
    fn open_hints(&self) -> Vec<(usize, usize)> {
        let open = |&(index, claim): &(usize, &Claim)| {
            self.verdicts[index] == Because::Alone && claim.whole && !self.gone[claim.block()]
        };
        self.claims
            .iter()
            .enumerate()
            .filter(open)
            .map(|(index, claim)| (claim.block(), index))
            .collect()
    }

    /// Weighs hints in adjacent blocks: block and claim, in order.
    fn weigh_run(&self, run: &[(usize, usize)], last_gone: Option<usize>) -> Option<Because> {
        let (start, end) = (run[0].0, run[run.len() - 1].0 + 1);
        let above = start > 0 && self.gone[start - 1];
        let below = end < self.gone.len() && self.gone[end];
        if above || below {
            return Some(Because::Beside);
        }
        let first = self.claims[run[0].1].rule();
        let one_rule = run
            .iter()
            .all(|&(_, claim)| self.claims[claim].rule() == first);
        let in_text = self
            .body
            .is_some_and(|(text, last)| (text..last).contains(&start));
        if self.different_lines(start, end) >= RUN + usize::from(one_rule && in_text) {
            return Some(Because::Run);
        }
        let heads_sentence = end < self.gone.len() && ends_sentence(self.page.shown(end));
        let in_tail = !heads_sentence && self.body.is_some_and(|(_, last)| start > last);
        let others = last_gone.is_some_and(|gone| gone > end) || (end - start > 1 && !one_rule);
        (in_tail && others).then_some(Because::Tail)
    }

    /// Counts the different lines of a run, up to the number that matters.
    fn different_lines(&self, start: usize, end: usize) -> usize {
        let mut seen: Vec<String> = Vec::new();
        for index in start..end {
            let folded = crate::fold::fold(self.page.shown(index));
            if !seen.contains(&folded) {
                seen.push(folded);
            }
            if seen.len() > RUN {
                break;
            }
        }
        seen.len()
    }

    /// A repeat goes only while its first printing stays.
    fn check_twins(&mut self) {
        for (verdict, claim) in self.verdicts.iter_mut().zip(self.claims) {
            if claim.twin().is_some_and(|twin| self.gone[twin]) && verdict.stands() {
                *verdict = Because::TwinGone;
            }
        }
    }

    fn protect_kept(&mut self, plan: &Plan) {
        let kept = plan.kept_in(self.page);
        for (verdict, claim) in self.verdicts.iter_mut().zip(self.claims) {
            if verdict.stands() && kept.protects(claim.block(), claim.rule()) {
                *verdict = Because::Kept;
            }
        }
    }
}

/// Counts for each block the blocks of running text above it, anew after a menu.
fn texts_above(page: &Page<'_>, claimed: &[bool]) -> Vec<usize> {
    let (mut texts, mut others) = (0, 0);
    let counts = claimed.iter().enumerate().map(|(index, &is_claimed)| {
        let above = texts;
        if !is_claimed && is_body(page, index) {
            (texts, others) = (texts + 1, 0);
        } else {
            others += 1;
        }
        if others >= MENU {
            texts = 0;
        }
        above
    });
    counts.collect()
}

/// Returns the first and the last of some blocks.
fn ends(mut blocks: impl DoubleEndedIterator<Item = usize>) -> Option<(usize, usize)> {
    let first = blocks.next()?;
    Some((first, blocks.next_back().unwrap_or(first)))
}

/// Tells whether a block is running text or a sentence of some length.
fn is_body(page: &Page<'_>, index: usize) -> bool {
    let shown = page.shown(index);
    page.is_prose(index) || (shown.len() >= BODY_SENTENCE && ends_sentence(shown))
}

fn in_place(claim: &Claim, body: Option<(usize, usize)>, above: &[usize]) -> bool {
    match claim.place {
        Place::Anywhere => true,
        Place::Head => {
            claim.block() < HEAD_BLOCKS
                || above[claim.block()] <= LEADS
                || body.is_none_or(|(first, _)| claim.block() < first)
        }
        // What is cut from the last running text stands behind it.
        Place::Tail => {
            body.is_none_or(|(_, last)| claim.block() + usize::from(!claim.whole) > last)
        }
    }
}

//! The texts before and after this one: "Previous Article", its headline, "Next Article", its headline.

use std::sync::LazyLock;

use crate::page::Page;
use crate::rule::Claims;
use crate::rules::gate::Phrases;
use crate::rules::glued_label::NEIGHBOURS;
use crate::rules::related::is_headline;

/// Longest label, in bytes.
const LONGEST_LABEL: usize = 60;
/// Blocks below the text in which the labels stand.
const REACH: usize = 40;

/// Labels of one word, which mean the texts around this one only as a pair.
#[rustfmt::skip]
const PAIR: &[&str] = &[
    "previous", "next", "prev", "older", "newer", "vorheriger", "nächster", "zurück", "weiter", "précédent", "suivant",
    "anterior", "siguiente", "próximo", "seguinte", "precedente", "successivo", "vorige", "volgende", "poprzedni",
    "następny", "předchozí", "další", "следующая", "предыдущая", "назад", "вперед", "önceki", "sonraki", "föregående",
    "nästa", "forrige", "neste", "næste", "edellinen", "seuraava", "előző", "következő", "anteriorul", "următorul",
    "προηγούμενο", "επόμενο", "предишна", "следваща", "sebelumnya", "selanjutnya", "berikutnya", "上一篇", "下一篇",
];

static LABELS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(NEIGHBOURS.iter().copied()));
static PAIRED: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PAIR.iter().copied()));

/// Claims labels below the running text, each with the headline under it.
pub(super) fn claim(page: &Page<'_>, claims: &mut Claims) {
    let count = page.blocks().len();
    let Some(last) = (0..count).rfind(|&index| page.is_prose(index)) else {
        return;
    };
    let below = last + 1..count.min(last + 1 + REACH);
    let short = |index: &usize| page.shown(*index).len() <= LONGEST_LABEL;
    let paired =
        |index: usize| below.contains(&index) && short(&index) && PAIRED.has(page.shown(index));
    let has_title =
        |index: usize| below.contains(&(index + 1)) && is_headline(page.shown(index + 1));
    let titled = |&index: &usize| paired(index) && has_title(index) && !paired(index + 1);
    let pair = below.clone().filter(titled).count() > 1;
    let is_label = |index: usize| {
        let shown = page.shown(index);
        shown.len() <= LONGEST_LABEL && (LABELS.has(shown) || (pair && paired(index)))
    };
    for index in below
        .clone()
        .filter(|&index| is_labelled(page.shown(index)))
    {
        claims.block(page, index);
    }
    for index in below.clone().filter(|&index| is_label(index)) {
        claims.block(page, index);
        if has_title(index) && !is_label(index + 1) {
            claims.block(page, index + 1);
        }
    }
}

/// Tells whether a line is a label, a colon and a headline.
fn is_labelled(shown: &str) -> bool {
    let parts = shown.split_once([':', '：']);
    parts.is_some_and(|(label, title)| {
        label.len() <= LONGEST_LABEL && LABELS.has(label) && is_headline(title.trim())
    })
}

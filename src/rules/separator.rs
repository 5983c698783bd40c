use crate::page::Page;
use crate::rule::{Claims, Rule, line, look};

pub(super) static RULE: Rule = Rule {
    id: "separator",
    summary: "rows of dashes, stars and bars left beside other dross",
    about: "A row of marks parts a text from its tail or one menu entry from the next; alone it means nothing. \
            Between two paragraphs that stay it is a section break and stays.",
    topic: &[],
    find: &[
        line(r"[-–—_*=~•·.#+×|/\\:►▼▲»>< ]+").hint(),
        look(find_last).around().likely(),
    ],
};

/// A separator that ends the page parts it from nothing.
fn find_last(page: &Page<'_>, claims: &mut Claims) {
    let Some(last) = page.blocks().len().checked_sub(1).filter(|&last| last > 0) else {
        return;
    };
    if page.shown(last).chars().all(|c| "-–—_*=~•·#+ ".contains(c)) {
        claims.block(page, last);
    }
}

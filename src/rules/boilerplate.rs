//! Boilerplate: what a web page shows beside its content, judged block by block.

use crate::rule::{Rule, model};

pub(super) static RULE: Rule = Rule {
    id: "boilerplate",
    summary: "what a web page shows beside its content: menus, teasers, sidebars, footers",
    about: "Every block of a web page is judged by the block model: by the elements around it, by where it stands, by \
            its words and links and those of its neighbours. The blocks that the page is most likely made for stay; how \
            many, the profile says: `page` keeps all main content, `article` only the running text of an article, and \
            `auto` keeps between them. The record holds each block's score and what moved it most, and how sure the \
            choice is for the page. Text captures are not judged: they have no markup to go by.",
    topic: &[],
    find: &[model()],
};

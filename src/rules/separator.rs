use crate::rule::{Rule, line};

pub static RULE: Rule = Rule {
    id: "separator",
    summary: "rows of dashes, stars and bars left beside other dross",
    about: "A row of marks parts a text from its tail or one menu entry from the next; alone it means nothing. \
            Between two paragraphs that stay it is a section break and stays.",
    topic: &[],
    find: &[
        line(r"[-–—_*=~•·.#+×|/\\:►▼▲»>< ]+").hint(),
        line(r"[-–—_*=~•·#+ ]+").likely().at_tail(),
    ],
};

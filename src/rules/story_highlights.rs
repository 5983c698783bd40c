use crate::edit::Span;
use crate::page::Page;
use crate::rule::{Claims, Rule, each, head, phrases};

#[rustfmt::skip]
pub(super) static RULE: Rule = Rule {
    id: "story-highlights",
    summary: "labels before bullet points and captions",
    about: "CNN sets \"Story highlights\" above its bullet points, and ABC News \"PHOTO:\" before captions; flattened, \
            the label stands alone or is glued to the first bullet. Only the label goes.",
    topic: &["story highlights"],
    find: &[
        phrases(&["story highlights", "article highlights", "highlights of this story"]),
        phrases(&[
            "highlights", "key points", "at a glance", "key takeaways", "auf einen blick", "das wichtigste in kürze",
        ])
        .hint()
        .at_head(),
        each(glued).starts(|| vec!["story highlights"]),
        head(r"(?-i:PHOTO): ?"),
    ],
};

/// Claims the label glued to the first bullet point, which begins with a capital.
fn glued(page: &Page<'_>, index: usize, claims: &mut Claims) {
    const LABELS: [&str; 3] = [
        "Story highlights ",
        "Story Highlights ",
        "STORY HIGHLIGHTS ",
    ];
    let shown = page.shown(index);
    let Some(label) = LABELS.iter().find(|label| shown.starts_with(**label)) else {
        return;
    };
    let rest = &shown[label.len()..];
    if !rest.starts_with(char::is_lowercase) {
        let start = page.blocks()[index].shown().start;
        claims.cut(Span::new(start, start + label.len()), index);
    }
}

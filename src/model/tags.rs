//! Element names as small numbers.

/// The number of an element's name; 0 where the name tells nothing about content.
///
/// Neighbouring numbers are neighbours in meaning, so that one threshold cuts a group out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Tag(pub u8);

/// Names in the order of their numbers, from 1.
const NAMES: &[&str] = &[
    "p",
    "blockquote",
    "pre",
    "code",
    "figcaption",
    "figure",
    "dd",
    "dt",
    "dl",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "article",
    "main",
    "section",
    "body",
    "div",
    "center",
    "font",
    "span",
    "strong",
    "b",
    "em",
    "i",
    "small",
    "cite",
    "time",
    "td",
    "th",
    "tr",
    "table",
    "caption",
    "li",
    "ol",
    "ul",
    "a",
    "label",
    "button",
    "summary",
    "details",
    "address",
    "header",
    "aside",
    "footer",
    "nav",
    "form",
    "fieldset",
    "legend",
    "option",
    "select",
    "dialog",
    "noscript",
];

impl Tag {
    pub(super) const P: Tag = Tag::named("p");
    pub(super) const BLOCKQUOTE: Tag = Tag::named("blockquote");
    pub(super) const PRE: Tag = Tag::named("pre");
    pub(super) const FIGCAPTION: Tag = Tag::named("figcaption");
    pub(super) const DD: Tag = Tag::named("dd");
    pub(super) const DT: Tag = Tag::named("dt");
    pub(super) const DL: Tag = Tag::named("dl");
    pub(super) const ARTICLE: Tag = Tag::named("article");
    pub(super) const MAIN: Tag = Tag::named("main");
    pub(super) const DIV: Tag = Tag::named("div");
    pub(super) const TD: Tag = Tag::named("td");
    pub(super) const LI: Tag = Tag::named("li");
    pub(super) const OL: Tag = Tag::named("ol");
    pub(super) const UL: Tag = Tag::named("ul");
    pub(super) const ADDRESS: Tag = Tag::named("address");
    pub(super) const FORM: Tag = Tag::named("form");

    /// Returns the number of a lower-case element name.
    pub fn of(name: &str) -> Self {
        let known = NAMES.iter().position(|known| *known == name);
        Self(known.map_or(0, |index| index as u8 + 1))
    }

    /// Returns 1 to 6 for a heading, 0 for any other element.
    pub fn heading(self) -> u8 {
        let first = Self::named("h1").0;
        if (first..first + 6).contains(&self.0) {
            self.0 - first + 1
        } else {
            0
        }
    }

    /// Finds the number of a name that the list holds.
    pub(super) const fn named(name: &str) -> Self {
        let mut index = 0;
        while index < NAMES.len() {
            if same(NAMES[index].as_bytes(), name.as_bytes()) {
                return Self(index as u8 + 1);
            }
            index += 1;
        }
        panic!("no such name");
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

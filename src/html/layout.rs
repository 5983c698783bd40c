//! How an element is laid out, as browsers do it without a style sheet.

use html5ever::{LocalName, local_name};

use super::outline::Hidden;
use super::tree::{NodeId, Tree};

/// How an element is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Within a line.
    Inline,
    /// On lines of its own.
    Block,
    /// On lines of its own, with space around.
    Spaced,
    /// A line break.
    Break,
    /// A picture.
    Image,
    /// A field to fill in.
    Input,
    /// A rule between lines.
    Rule,
    /// Shows no text of the page.
    Nothing,
}

/// Finds out how an element is laid out by its name; unknown elements are blocks.
pub(super) fn layout(name: &LocalName) -> Layout {
    match &**name {
        "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data"
        | "del" | "dfn" | "em" | "font" | "i" | "ins" | "kbd" | "mark" | "nobr" | "q" | "rb"
        | "rp" | "rt" | "rtc" | "ruby" | "s" | "samp" | "small" | "span" | "strike" | "strong"
        | "sub" | "sup" | "time" | "tt" | "u" | "var" | "wbr" | "blink" | "o:p" | "g-emoji" => {
            Layout::Inline
        }
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "dl" | "menu" | "dir"
        | "table" | "blockquote" | "pre" | "figure" | "fieldset" | "listing" | "xmp"
        | "plaintext" => Layout::Spaced,
        "br" => Layout::Break,
        "img" | "picture" | "image" => Layout::Image,
        "input" | "textarea" => Layout::Input,
        "hr" => Layout::Rule,
        "script" | "style" | "template" | "head" | "title" | "iframe" | "object" | "embed"
        | "canvas" | "audio" | "video" | "map" | "source" | "track" | "param" | "link" | "meta"
        | "base" | "basefont" | "bgsound" | "frameset" | "frame" | "noframes" | "noembed"
        | "applet" | "area" | "col" | "colgroup" => Layout::Nothing,
        _ => Layout::Block,
    }
}

/// Finds the reasons for which a reader may not see an element, those of its own only.
pub(super) fn hidden(tree: &Tree<'_>, node: NodeId) -> Hidden {
    let Some(element) = tree.element(node) else {
        return Hidden::default();
    };
    let mut hidden = match tree.full_name(element).local {
        local_name!("noscript") => Hidden::NOSCRIPT,
        local_name!("select") | local_name!("datalist") => Hidden::CHOICE,
        local_name!("dialog") if tree.attribute(node, "open").is_none() => Hidden::DIALOG,
        _ => Hidden::default(),
    };
    for (name, value) in tree.attributes(node) {
        hidden = hidden | hidden_by(&name.local, value);
    }
    hidden
}

fn hidden_by(name: &LocalName, value: &str) -> Hidden {
    match *name {
        local_name!("hidden") => Hidden::ATTRIBUTE,
        local_name!("aria-hidden") if value == "true" => Hidden::ARIA,
        local_name!("style") if shows_nothing(value) => Hidden::STYLE,
        local_name!("class") if value.split_ascii_whitespace().any(is_hiding_class) => {
            Hidden::CLASS
        }
        _ => Hidden::default(),
    }
}

/// Tells whether a style takes an element off the page.
fn shows_nothing(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else {
            return false;
        };
        let starts = |word: &str| {
            let value = value.trim_start();
            value
                .get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        let property = property.trim();
        (property.eq_ignore_ascii_case("display") && starts("none"))
            || (property.eq_ignore_ascii_case("visibility") && starts("hidden"))
    })
}

/// Classes that hide, of Bootstrap, WordPress, Drupal, Foundation and others.
fn is_hiding_class(class: &str) -> bool {
    const CLASSES: &[&str] = &[
        "hidden",
        "hide",
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader-text",
        "d-none",
        "is-hidden",
        "u-hidden",
        "invisible",
        "screen-reader",
        "element-invisible",
        "show-for-sr",
    ];
    CLASSES
        .iter()
        .any(|hiding| class.eq_ignore_ascii_case(hiding))
}

//! What a page costs the tree builder, and which tags it is spared.
//!
//! The tree builder looks through its open elements at almost every token, and puts formatting elements that were closed
//! too early into every new paragraph. So their number is held down: past it the tags are passed over.

use std::cell::{Cell, RefCell};

use foldhash::HashMap;
use html5ever::tree_builder::{Tracer, TreeBuilder};

use crate::html::limits::{Damage, Limits};
use crate::html::sink::Sink;
use crate::html::tree::NodeId;

/// Handles that the tree builder keeps beside its open elements: document, head, form.
const OTHERS: usize = 3;
/// Elements that one start tag opens at most, formatting aside: a cell opens its row and the row's group.
const OPENED: usize = 3;
/// Steps that any page may take, however short.
const FREE_STEPS: usize = 1 << 20;

/// The builder of a tree.
pub(super) type Builder<'a> = TreeBuilder<NodeId, Sink<'a>>;

/// What is open, as of the last count, and what was passed over since.
pub(super) struct Gauge {
    limits: Limits,
    /// Elements that were open when they were counted.
    depth: usize,
    /// Elements that may open before they have to be counted again.
    room: usize,
    formatting_room: usize,
    /// Whether anything may have closed since they were counted.
    stale: bool,
    /// Start tags that were passed over and whose end tags are still to come.
    passed: HashMap<Box<str>, usize>,
    steps: usize,
    most_steps: usize,
}

/// What becomes of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It goes to the tree builder.
    Read,
    /// It is passed over; the first time, with the reason.
    Passed(Option<Damage>),
}

impl Gauge {
    pub(super) fn new(limits: Limits, bytes: usize) -> Self {
        Self {
            limits,
            depth: 0,
            room: limits.depth,
            formatting_room: limits.formatting,
            stale: true,
            passed: HashMap::default(),
            steps: 0,
            most_steps: bytes
                .saturating_mul(limits.steps)
                .saturating_add(FREE_STEPS),
        }
    }

    /// Counts the steps that a token takes; tells whether they are too many.
    pub(super) fn is_spent(&mut self) -> bool {
        self.steps = self.steps.saturating_add(self.depth + 1);
        self.steps > self.most_steps
    }

    /// Decides about a start tag.
    pub(super) fn start(&mut self, name: &str, builder: &Builder<'_>, is_foreign: bool) -> Verdict {
        if !opens(name, is_foreign) {
            self.stale = true;
            return Verdict::Read;
        }
        let is_formatting = is_formatting(name);
        let is_full = |gauge: &Self| gauge.room == 0 || is_formatting && gauge.formatting_room == 0;
        if is_full(self) && self.stale {
            self.count(builder);
        }
        if is_full(self) {
            return self.pass(name);
        }
        self.room = self.room.saturating_sub(OPENED);
        self.formatting_room -= usize::from(is_formatting);
        self.stale = true;
        Verdict::Read
    }

    fn pass(&mut self, name: &str) -> Verdict {
        let damage = match self.room {
            0 => Damage::Deep(self.limits.depth),
            _ => Damage::Formatting(self.limits.formatting),
        };
        if let Some(count) = self.passed.get_mut(name) {
            *count += 1;
            return Verdict::Passed(Some(damage));
        }
        // A page may make up names without end; those of a few hundred are enough to close what is open.
        if self.passed.len() < self.limits.depth {
            self.passed.insert(name.into(), 1);
        }
        Verdict::Passed(Some(damage))
    }

    /// Decides about an end tag: it belongs to a start tag of its name that was passed over, if there is one.
    pub(super) fn end(&mut self, name: &str) -> Verdict {
        match self.passed.get_mut(name).filter(|count| **count > 0) {
            Some(count) => {
                *count -= 1;
                Verdict::Passed(None)
            }
            None => {
                self.stale = true;
                Verdict::Read
            }
        }
    }

    /// Counts what is open; once there is room again, what was passed over is forgotten.
    fn count(&mut self, builder: &Builder<'_>) {
        let open = Open {
            sink: &builder.sink,
            all: Cell::new(0),
            formatting: RefCell::default(),
        };
        builder.trace_handles(&open);
        self.depth = open.all.get().saturating_sub(OTHERS);
        self.steps = self.steps.saturating_add(2 * self.depth);
        let mut formatting = open.formatting.into_inner();
        formatting.sort_unstable();
        formatting.dedup();
        self.room = self.limits.depth.saturating_sub(self.depth);
        self.formatting_room = self.limits.formatting.saturating_sub(formatting.len());
        self.stale = false;
        if self.room > 0 && self.formatting_room > 0 {
            self.passed.clear();
        }
    }
}

/// The open elements and the formatting elements of a tree builder, as they are counted.
struct Open<'s, 'a> {
    sink: &'s Sink<'a>,
    all: Cell<usize>,
    formatting: RefCell<Vec<NodeId>>,
}

impl Tracer for Open<'_, '_> {
    type Handle = NodeId;

    fn trace_handle(&self, node: &NodeId) {
        self.all.set(self.all.get() + 1);
        if self.sink.is_named(*node, is_formatting) {
            self.formatting.borrow_mut().push(*node);
        }
    }
}

/// Tells whether a start tag may open an element that stays open behind it and matters to no other tag.
fn opens(name: &str, is_foreign: bool) -> bool {
    if is_foreign {
        return !leaves_foreign(name);
    }
    !matches!(
        name,
        "html"
            | "head"
            | "body"
            | "script"
            | "style"
            | "title"
            | "textarea"
            | "xmp"
            | "iframe"
            | "noembed"
            | "noframes"
            | "plaintext"
            | "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "image"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Tells whether elements of this name are opened again in every paragraph until they are closed.
pub(super) fn is_formatting(name: &str) -> bool {
    matches!(
        name,
        "a" | "b"
            | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

/// Tells whether a start tag ends SVG and MathML around it.
///
/// Source: HTML, Living Standard, 13.2.6.5; `<font>` without attributes does not, and is rare enough.
pub(in crate::html) fn leaves_foreign(name: &str) -> bool {
    matches!(
        name,
        "b" | "big"
            | "blockquote"
            | "body"
            | "br"
            | "center"
            | "code"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "em"
            | "embed"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "hr"
            | "i"
            | "img"
            | "li"
            | "listing"
            | "menu"
            | "meta"
            | "nobr"
            | "ol"
            | "p"
            | "pre"
            | "ruby"
            | "s"
            | "small"
            | "span"
            | "strong"
            | "strike"
            | "sub"
            | "sup"
            | "table"
            | "tt"
            | "u"
            | "ul"
            | "var"
    )
}

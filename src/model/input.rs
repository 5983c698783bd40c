//! What the model knows of a page: its elements and its blocks.

use html5ever::local_name;

use super::kinds::{Kind, Kinds, Parts};
use super::tags::Tag;
use crate::html::Markup;
use crate::html::metadata::Stated;
use crate::html::outline::{self, Hidden};
use crate::page::Page;

/// Levels above a block in which the item of a list is looked for that its mark belongs to.
const ITEM_LEVELS: usize = 3;

/// One element of the page, in document order.
#[derive(Debug, Clone, Copy)]
pub struct Element {
    /// Index of the parent; the root is its own parent.
    pub parent: u32,
    /// Steps from the root.
    pub depth: u16,
    /// Number of child elements.
    pub children: u16,
    /// The name.
    pub tag: Tag,
    /// Whether it stands inside a line.
    pub inline: bool,
    /// Index into [`Input::kinds`].
    pub kind: u32,
}

/// One block of the page text, and where it came from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What the block shows.
    pub text: &'a str,
    /// Index of the element whose text opens the block.
    pub element: u32,
    /// Whether a `<br>` stands before it.
    pub after_break: bool,
    /// Links in it.
    pub links: u32,
    /// Bytes of text inside links.
    pub link_bytes: u32,
    /// Bytes of emphasized text.
    pub emphasis_bytes: u32,
    /// Images in or before it.
    pub images: u32,
    /// Form fields in or before it.
    pub inputs: u32,
    /// Why a reader may not see it.
    pub hidden: Hidden,
}

/// A page as the model sees it.
#[derive(Debug, Default)]
pub struct Input<'a> {
    /// Elements in document order; the first is the root.
    pub elements: Vec<Element>,
    /// Distinct sorts of elements.
    pub kinds: Vec<Kind>,
    /// Blocks in order.
    pub blocks: Vec<Source<'a>>,
    /// What `<title>` says.
    pub title: &'a str,
    /// The headline or title that the page states elsewhere.
    pub headline: &'a str,
    /// The description that the page states.
    pub description: &'a str,
}

impl<'a> Input<'a> {
    /// Reads a web page; `None` for any other text.
    pub fn of(page: &'a Page) -> Option<Self> {
        let markup = page.markup()?;
        let (elements, kinds) = read_elements(markup);
        let said = &markup.metadata;
        let value = |stated: &'a Option<Stated>| stated.as_ref().map_or("", |stated| &stated.value);
        let mut input = Self {
            elements,
            kinds,
            blocks: Vec::with_capacity(page.blocks().len()),
            title: said.document_title.as_deref().unwrap_or_default(),
            headline: value(&said.title),
            description: value(&said.description),
        };
        for (index, source) in markup.outline.sources.iter().enumerate() {
            let block = input.read_block(page.shown(index), source);
            input.blocks.push(block);
        }
        Some(input)
    }

    /// Forgets all classes, ids and roles, as if the page had none.
    ///
    /// Training and measuring do that, to see what the model owes to them.
    pub fn forget_classes(&mut self) {
        self.kinds.iter_mut().for_each(Kind::keep_name);
    }

    fn read_block(&self, shown: &'a str, source: &outline::Source) -> Source<'a> {
        Source {
            text: if self.is_in_item(source.element as usize) {
                without_mark(shown)
            } else {
                shown
            },
            element: source.element,
            after_break: source.after_break,
            links: source.links,
            link_bytes: source.link_bytes,
            emphasis_bytes: source.emphasis_bytes,
            images: source.images,
            inputs: source.inputs,
            hidden: source.hidden,
        }
    }

    fn is_in_item(&self, element: usize) -> bool {
        let up = |at: &usize| Some(self.parent(*at));
        let mut around = std::iter::successors(Some(element), up).take(ITEM_LEVELS);
        around.any(|at| self.elements[at].tag == Tag::LI)
    }
    /// Returns the nearest element around a block that is no inline element.
    pub(super) fn block_element(&self, block: usize) -> usize {
        let mut at = self.blocks[block].element as usize;
        while at > 0 && self.elements[at].inline {
            at = self.parent(at);
        }
        at
    }

    /// Returns the parent of an element; the root for the root.
    pub(super) fn parent(&self, element: usize) -> usize {
        self.elements[element].parent as usize
    }
}

/// Reads all elements; a page that is laid out from a script has none, and gets a root.
fn read_elements(markup: &Markup) -> (Vec<Element>, Vec<Kind>) {
    let mut kinds = Kinds::default();
    let outline = markup.outline.elements.iter();
    let mut elements: Vec<Element> = outline
        .map(|element| read_element(markup, element, &mut kinds))
        .collect();
    if elements.is_empty() {
        let kind = kinds.of(Parts::default());
        elements.push(Element {
            parent: 0,
            depth: 0,
            children: 0,
            tag: Tag::default(),
            inline: false,
            kind,
        });
    }
    (elements, kinds.list)
}

fn read_element(markup: &Markup, element: &outline::Element, kinds: &mut Kinds) -> Element {
    let tree = &markup.tree;
    let mut parts = Parts {
        name: tree.name(element.node).map_or("", |name| name),
        ..Parts::default()
    };
    for (name, value) in tree.attributes(element.node) {
        match name.local {
            local_name!("class") => parts.class = value,
            local_name!("id") => parts.id = value,
            local_name!("role") => parts.role = value,
            local_name!("itemprop") => parts.property = value,
            _ => {}
        }
    }
    let kind = kinds.of(parts);
    Element {
        parent: element.parent,
        depth: element.depth.min(u32::from(u16::MAX)) as u16,
        children: element.children.min(u32::from(u16::MAX)) as u16,
        tag: kinds.list[kind as usize].tag,
        inline: element.inline,
        kind,
    }
}

/// Takes the mark of a list item off: `- ` or `12. `.
fn without_mark(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match digits {
        0 => text.strip_prefix("- "),
        _ => text[digits..].strip_prefix(". "),
    };
    rest.filter(|rest| !rest.is_empty()).unwrap_or(text)
}

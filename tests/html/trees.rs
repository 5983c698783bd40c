//! Trees as lines, ours and those of another parser, and the places of our texts.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, driver};
use scraper::{Html, HtmlTreeSink, Node as PeerNode};
use undross::html::Tree;
use undross::html::tree::{Node, NodeId};

/// Marks the end of a node and of all under it.
const END: &str = ")";

/// Says where our tree of a page begins to differ from scraper's, or where one of our texts has a wrong place.
pub(crate) fn fault(source: &str) -> Option<String> {
    let tree = undross::html::parse(source.into());
    let (ours, peers) = (ours(&tree), peers(source));
    let longest = ours.len().max(peers.len());
    let differs = (0..longest).find(|&at| ours.get(at) != peers.get(at));
    let difference = differs.map(|at| {
        format!(
            "line {at} is {:?}, and {:?} in scraper's",
            ours.get(at),
            peers.get(at)
        )
    });
    difference.or_else(|| misplaced(&tree))
}

/// Finds a text that does not stand where it says.
fn misplaced(tree: &Tree<'_>) -> Option<String> {
    let nodes = tree.descendants(tree.root());
    let mut texts = nodes.flat_map(|node| tree.texts(node));
    let (text, span) = texts.find(|(text, span)| {
        let said = span.of(tree.source());
        *text != said && !said.starts_with(['&', '\r', '\0'])
    })?;
    Some(format!("{text:?} does not stand at {span:?}"))
}

fn ours(tree: &Tree<'_>) -> Vec<String> {
    let (mut lines, mut node) = (Vec::new(), tree.root());
    loop {
        lines.push(line(tree, node));
        if let Some(child) = tree.first_child(node) {
            node = child;
            continue;
        }
        lines.push(END.to_owned());
        while tree.next_sibling(node).is_none() {
            let Some(parent) = tree.parent(node) else {
                return lines;
            };
            node = parent;
            lines.push(END.to_owned());
        }
        node = tree.next_sibling(node).expect("the loop above ends at one");
    }
}

fn line(tree: &Tree<'_>, node: NodeId) -> String {
    match tree.node(node) {
        Node::Fragment => "fragment".to_owned(),
        Node::Doctype(_) => format!("doctype {:?}", tree.doctype(node).expect("the node is one")),
        Node::Comment(_) => format!("comment {:?}", tree.comment(node).expect("the node is one")),
        Node::Text(_) => {
            let text: String = tree.texts(node).map(|(text, _)| text).collect();
            format!("text {text:?}")
        }
        Node::Element(_) => {
            let element = tree.element(node).expect("the node is an element");
            element_line(tree.full_name(element), tree.attributes(node))
        }
    }
}

/// Reads a page as scraper does, without scripts.
pub(crate) fn peer(source: &str) -> Html {
    let mut options = ParseOpts::default();
    options.tree_builder.scripting_enabled = false;
    options.tokenizer.discard_bom = false;
    let sink = HtmlTreeSink::new(Html::new_document());
    driver::parse_document(sink, options).one(source)
}

fn peers(source: &str) -> Vec<String> {
    let html = peer(source);
    let edges = html.tree.root().traverse();
    edges
        .map(|edge| match edge {
            ego_tree::iter::Edge::Open(node) => peer_line(node.value()),
            ego_tree::iter::Edge::Close(_) => END.to_owned(),
        })
        .collect()
}

fn peer_line(node: &PeerNode) -> String {
    match node {
        PeerNode::Document | PeerNode::Fragment => "fragment".to_owned(),
        PeerNode::Doctype(doctype) => {
            let parts = [&doctype.name, &doctype.public_id, &doctype.system_id].map(|part| &**part);
            format!("doctype {parts:?}")
        }
        PeerNode::Comment(comment) => format!("comment {:?}", &**comment),
        PeerNode::Text(text) => format!("text {:?}", &**text),
        PeerNode::Element(element) => {
            let attributes = element.attrs.iter().map(|(name, value)| (name, &**value));
            element_line(&element.name, attributes)
        }
        PeerNode::ProcessingInstruction(_) => "instruction".to_owned(),
    }
}

/// Writes an element; the order of its attributes does not matter.
fn element_line<'a>(
    name: &QualName,
    attributes: impl Iterator<Item = (&'a QualName, &'a str)>,
) -> String {
    let mut attributes: Vec<String> = attributes
        .map(|(name, value)| format!(" {}={value:?}", full(name)))
        .collect();
    attributes.sort();
    format!("element {}{}", full(name), attributes.concat())
}

fn full(name: &QualName) -> String {
    let prefix = name.prefix.as_deref().unwrap_or_default();
    format!("{prefix}:{}:{}", name.ns, name.local)
}

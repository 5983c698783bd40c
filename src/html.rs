//! Web pages: from the source to a tree, and from the tree to page text with blocks.

mod address;
mod flat;
mod layout;
mod limits;
mod lines;
mod markup;
pub mod metadata;
pub mod outline;
mod parse;
mod render;
mod select;
mod sink;
mod sniff;
pub mod tokenizer;
pub mod tree;

pub use limits::{Damage, Limit, Limits};
pub use markup::Markup;
pub use metadata::Metadata;
pub use outline::Outline;
pub use parse::{parse, parse_within};
pub use render::render;
pub use select::Selector;
pub use sniff::{is_html, is_html_as_said};
pub use tree::Tree;

//! The block model: its features, its trees, its choice.

mod choice;
mod features;
mod trees;

use std::borrow::Cow;

use undross::Page;

/// A page with a menu, an article, a box of other articles and a footer.
const PAGE: &str = include_str!("model/page.html");

fn page(html: &str) -> Page<'_> {
    Page::of_html(Cow::Borrowed(html))
}

//! Web pages that hurt careless parsers: walls of tags, attributes and references; each is made in any size.

use super::inputs::{Hostile, MB, page, repeat, unseen};

/// The pages, by what they strain: open elements, formatting, tables, foreign content, text, attributes.
pub(crate) const PAGES: &[Hostile] = &[
    page("page-divs", 4 * MB, |n| body(repeat("<div>", n))),
    page("page-lists", 4 * MB, |n| body(repeat("<ul><li>", n))),
    page("page-deep-text", 4 * MB, |n| {
        body([repeat("<div>", 4096), repeat("<p>x</p>", n)].concat())
    }),
    page("page-bolds", 4 * MB, |n| body(repeat("<b>", n))),
    page("page-distinct-bolds", 2 * MB, |n| {
        body(numbered(n, |at| format!("<b {at}>")))
    }),
    page("page-fonts", 2 * MB, |n| {
        body(numbered(n, |at| format!("<p><font {at}>x")))
    }),
    page("page-fat-fonts", 2 * MB, |n| {
        let attributes = numbered(4096, |at| format!(" a{at}=b"));
        let fonts = repeat(&format!("<font{}>", text(attributes)), 64 << 10);
        body([fonts, repeat("<p>x", n)].concat())
    }),
    page("page-reopened-value", 2 * MB, |n| {
        let value = repeat("lorem ipsum ", n / 2);
        let bold = [b"<p><b title='".to_vec(), value, b"'>".to_vec()].concat();
        body([bold, repeat("<p>x", n / 64)].concat())
    }),
    page("page-links", 4 * MB, |n| body(repeat("<a href=x>y", n))),
    page("page-misnested", 2 * MB, |n| {
        body(repeat("<b><i><div></b>", n))
    }),
    page("page-adopted", 2 * MB, |n| {
        body([repeat("<p>x</p>", n), repeat("<a><p>x</a>", n)].concat())
    }),
    page("page-spans", 2 * MB, |n| {
        body([repeat("<span>", 6 << 10), repeat("</x>", n)].concat())
    }),
    page("page-tables", 2 * MB, |n| {
        body(repeat("<table><tr><td>", n))
    }),
    page("page-fostered", 2 * MB, |n| {
        body([b"<table>".to_vec(), repeat("<p>x<table>y", n)].concat())
    }),
    page("page-fostered-text", 2 * MB, |n| {
        body([b"<table>".to_vec(), repeat("x<tr>", n)].concat())
    }),
    page("page-one-row", 2 * MB, |n| {
        body([b"<table><tr>".to_vec(), repeat("<td>x", n)].concat())
    }),
    page("page-choices", 2 * MB, |n| {
        body([b"<select>".to_vec(), repeat("<option>x<optgroup>", n)].concat())
    }),
    page("page-drawings", 2 * MB, |n| {
        let honest = repeat("</svg></svg>", n);
        body([repeat("<svg>", n), honest, b"<p>".to_vec()].concat())
    }),
    unseen("page-foreign", 2 * MB, |n| {
        body(repeat("<svg><foreignObject><math><mi>", n))
    }),
    unseen("page-templates", 2 * MB, |n| body(repeat("<template>", n))),
    page("page-titles", 2 * MB, |n| body(repeat("<title>x<p>", n))),
    page("page-boxes", 2 * MB, |n| {
        body(repeat("<textarea>x<iframe>y\n", n))
    }),
    page("page-end-tags", 4 * MB, |n| {
        body(repeat("</br></p></x></b>", n))
    }),
    unseen("page-scripts", 4 * MB, |n| {
        body(repeat("<script><!--<script ", n))
    }),
    unseen("page-comments", 4 * MB, |n| body(repeat("<!--<p>--", n))),
    page("page-references", 4 * MB, |n| {
        body(repeat(
            "&amp;&notit;&#x26;&CounterClockwiseContourIntegra ",
            n,
        ))
    }),
    page("page-attributes", 4 * MB, |n| {
        let attributes = numbered(n, |at| format!(" a{at}=1"));
        body([b"<p".to_vec(), attributes, b">".to_vec()].concat())
    }),
    page("page-one-attribute", 8 * MB, |n| {
        let value = repeat("lorem <p> ", n);
        body([b"<p title='".to_vec(), value, b"'>".to_vec()].concat())
    }),
    page("page-many-attributes", 4 * MB, |n| {
        let attributes = numbered(4096, |at| format!(" a{at}=b"));
        body(repeat(&format!("<p{}>x", text(attributes)), n))
    }),
    page("page-bodies", 2 * MB, |n| {
        body(numbered(n, |at| format!("<body a{at}><p b>")))
    }),
    page("page-properties", 2 * MB, |n| {
        let nest = repeat("<div itemprop=author>", 8 << 10);
        body([nest, repeat("<br>", n)].concat())
    }),
    page("page-quotes", 4 * MB, |n| {
        body([repeat("<p a=\"", n), b"\">".to_vec()].concat())
    }),
    page("page-soup", 4 * MB, soup),
];

/// Makes a page; what stands before it and behind it is part of its text.
fn body(wall: Vec<u8>) -> Vec<u8> {
    [
        b"<!doctype html><html><body>".to_vec(),
        wall,
        b"<p>".to_vec(),
    ]
    .concat()
}

fn numbered(bytes: usize, piece: fn(usize) -> String) -> Vec<u8> {
    let mut wall = Vec::with_capacity(bytes);
    for at in 0.. {
        if wall.len() >= bytes {
            break;
        }
        wall.extend(piece(at).into_bytes());
    }
    wall
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("the pieces are text")
}

/// Tags in an order without a pattern, always the same one.
fn soup(bytes: usize) -> Vec<u8> {
    const TAGS: &[&str] = &[
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<p>",
        "</p>",
        "<table>",
        "<td>",
        "</table>",
        "<a href=x>",
        "</a>",
        "<svg>",
        "</svg>",
        "<select>",
        "</select>",
        "x",
        "&amp;",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<li>",
        "<div>",
    ];
    let mut state = 1_u64;
    let mut wall = Vec::with_capacity(bytes);
    while wall.len() < bytes {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        wall.extend(TAGS[(state >> 33) as usize % TAGS.len()].bytes());
    }
    body([&wall[..], b"--></script></select></svg>"].concat())
}

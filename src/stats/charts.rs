//! The pictures of a run: SVG files that need nothing beside themselves, light and dark.

mod bars;
mod columns;

use std::fmt::Write as _;

use super::{Lengths, Share, Stats};
use crate::escape::escaped;
use bars::{Bar, bars};
use columns::{Bin, columns};

/// Width of every picture, in units of the drawing.
const WIDTH: usize = 900;
/// Room beside the drawing, in units of it.
const MARGIN: usize = 20;
/// Room above the drawing for its title, in units of it.
const TOP: usize = 52;
/// What makes an SVG a file of its own; inside of HTML nothing needs it.
const NAMESPACE: &str = " xmlns=\"http://www.w3.org/2000/svg\"";

/// Every rule is below `.chart`, so that a page may hold several pictures.
const STYLE: &str = "
.chart text { font: 13px system-ui, sans-serif; fill: #1b1b1f }
.chart .title { font-size: 17px; font-weight: 600 } .chart .soft { fill: #5c5c6b } .chart .small { font-size: 11px }
.chart .paper { fill: #fff } .chart .bar { fill: #2f6f9f } .chart .pale { fill: #a9bccb }
.chart .axis { stroke: #b4b4c0 } .chart .middle { text-anchor: middle }
@media (prefers-color-scheme: dark) {
.chart text { fill: #e6e6ea } .chart .soft { fill: #a3a3b2 } .chart .paper { fill: #16161a }
.chart .bar { fill: #7ab8e6 } .chart .pale { fill: #4d6272 } .chart .axis { stroke: #55555f }
}
";

/// A picture of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// Names its file, without an ending.
    pub name: &'static str,
    /// What it shows.
    pub title: &'static str,
    /// The whole file.
    pub svg: String,
}

/// What a picture consists of below its title.
struct Drawing {
    /// Height, in units of the drawing.
    height: usize,
    /// Elements of SVG; y begins at 0.
    body: String,
}

/// Draws all pictures of a run; what it has no numbers for is left out.
pub fn charts(stats: &Stats) -> Vec<Chart> {
    let drawn = [
        ("rules", "Bytes removed, by rule", rules(stats)),
        (
            "sites",
            "Part removed, by site",
            bars(parts(stats.sites.iter())),
        ),
        (
            "encodings",
            "Part removed, by encoding",
            bars(parts(stats.encodings.iter())),
        ),
        (
            "confidence",
            "Web pages by the confidence of the block model",
            confidence(stats),
        ),
        (
            "lengths",
            "Captures by the length of their text, before and after",
            text_lengths(stats),
        ),
    ];
    let charts = drawn.into_iter();
    charts
        .filter_map(|(name, title, drawing)| {
            let svg = picture(title, &drawing?);
            Some(Chart { name, title, svg })
        })
        .collect()
}

impl Chart {
    /// Returns the picture for the inside of a page of HTML.
    pub fn inline(&self) -> String {
        self.svg.replacen(NAMESPACE, "", 1)
    }
}

fn rules(stats: &Stats) -> Option<Drawing> {
    let bar = |(name, share): (&String, &Share)| Bar {
        name: name.clone(),
        length: share.removed as f64,
        label: format!(
            "{} bytes, {} removals",
            short(share.removed),
            short(share.removals)
        ),
    };
    bars(stats.rules.iter().map(bar).collect())
}

pub(super) const fn captures(number: u64) -> &'static str {
    match number {
        1 => "capture",
        _ => "captures",
    }
}

fn parts<'s>(shares: impl Iterator<Item = (&'s String, &'s Share)>) -> Vec<Bar> {
    let bar = |(name, share): (&String, &Share)| Bar {
        name: name.clone(),
        length: share.part(),
        label: format!(
            "{:.1} % of {} {}",
            share.part() * 100.0,
            short(share.captures),
            captures(share.captures)
        ),
    };
    shares.map(bar).collect()
}

fn confidence(stats: &Stats) -> Option<Drawing> {
    let bins = stats.confidence.iter().enumerate();
    let bins = bins.map(|(index, &count)| Bin {
        label: format!("0.{index}"),
        counts: vec![count],
    });
    let bins: Vec<Bin> = bins.collect();
    let note = "from each confidence, 0 to 1, up to the next; below 0.7 look at the page";
    columns(&bins, &["web pages"], note)
}

fn text_lengths(stats: &Stats) -> Option<Drawing> {
    let (before, after) = (stats.lengths.before, stats.lengths.after);
    let bins = Lengths::FROM.iter().zip(before.iter().zip(after));
    let bins: Vec<Bin> = bins
        .map(|(&from, (&before, after))| Bin {
            label: short(from),
            counts: vec![before, after],
        })
        .collect();
    let is_empty = |bin: &Bin| bin.counts.iter().all(|&count| count == 0);
    let first = bins.iter().position(|bin| !is_empty(bin))?;
    let last = bins.iter().rposition(|bin| !is_empty(bin))?;
    let note = "captures with from so many bytes of text up to the next";
    columns(&bins[first..=last], &["before", "after"], note)
}

fn picture(title: &str, drawing: &Drawing) -> String {
    let (height, title) = (TOP + drawing.height + MARGIN, escaped(title));
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg{NAMESPACE} class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n\
         <text class=\"title\" x=\"{MARGIN}\" y=\"32\">{title}</text>\n\
         <g transform=\"translate({MARGIN} {TOP})\">\n{}</g>\n</svg>",
        drawing.body
    );
    out
}

/// Writes a number in few digits: `1234567` is `1.2M`.
fn short(number: u64) -> String {
    let (unit, sign) = match number {
        0..1_000 => return number.to_string(),
        1_000..1_000_000 => (1e3, "k"),
        1_000_000..1_000_000_000 => (1e6, "M"),
        _ => (1e9, "G"),
    };
    let value = number as f64 / unit;
    let digits = if value < 10.0 { 1 } else { 0 };
    let text = format!("{value:.digits$}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned() + sign
}

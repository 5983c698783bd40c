//! Bars that stand: counts by bin, of one kind or of two side by side.

use std::fmt::Write as _;

use super::{Drawing, MARGIN, WIDTH, short};
use crate::escape::escaped;

/// Height of the highest bar, in units of the drawing.
const HIGHEST: f64 = 220.0;
/// Height of the number above a bar, in units of the drawing.
const NUMBER: f64 = 16.0;
/// Part of a bin's width that its bars fill.
const FILLED: f64 = 0.78;
/// Widest bin, in units of the drawing.
const WIDEST: f64 = 120.0;
/// From the foot of the bars down to the legend, in units of the drawing.
const LEGEND: f64 = 46.0;
/// Width of one kind in the legend, in units of the drawing.
const KIND: usize = 100;
/// Room below the bars for labels and legend, in units of the drawing.
const BELOW: usize = 56;

/// The classes of bars, of the last kind to the first.
const INKS: [&str; 2] = ["bar", "pale"];

/// Counts of one bin.
pub(super) struct Bin {
    /// Where it begins.
    pub(super) label: String,
    /// How many of each kind.
    pub(super) counts: Vec<u64>,
}

/// Draws bins, and below them what each kind is and what a bin holds; `None` where all counts are zero.
pub(super) fn columns(bins: &[Bin], kinds: &[&str], note: &str) -> Option<Drawing> {
    let counts = bins.iter().flat_map(|bin| &bin.counts);
    let most = *counts.max().filter(|&&most| most > 0)?;
    let base = NUMBER + HIGHEST;
    let width = (WIDTH - 2 * MARGIN) as f64;
    let step = (width / bins.len() as f64).min(WIDEST);
    let mut body = String::new();
    for (index, bin) in bins.iter().enumerate() {
        push_bin(&mut body, bin, (index as f64 * step, step), most);
    }
    let end = step * bins.len() as f64;
    let _ = writeln!(
        body,
        "<line class=\"axis\" x1=\"0\" y1=\"{base}\" x2=\"{end:.1}\" y2=\"{base}\"/>"
    );
    push_legend(&mut body, kinds, note);
    let height = base as usize + BELOW;
    Some(Drawing { height, body })
}

fn push_bin(body: &mut String, bin: &Bin, (x, step): (f64, f64), most: u64) {
    let base = NUMBER + HIGHEST;
    let width = step * FILLED / bin.counts.len() as f64;
    let start = x + step * (1.0 - FILLED) / 2.0;
    for (place, &count) in bin.counts.iter().enumerate() {
        let left = start + place as f64 * width;
        let height = count as f64 / most as f64 * HIGHEST;
        let (y, middle, ink) = (
            base - height,
            left + width / 2.0,
            ink(place, bin.counts.len()),
        );
        let _ = writeln!(
            body,
            "<rect class=\"{ink}\" x=\"{left:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
        );
        if count > 0 {
            let (above, count) = (y - 4.0, short(count));
            let _ = writeln!(
                body,
                "<text class=\"small soft middle\" x=\"{middle:.1}\" y=\"{above:.1}\">{count}</text>"
            );
        }
    }
    let (middle, below, label) = (x + step / 2.0, base + 18.0, escaped(&bin.label));
    let _ = writeln!(
        body,
        "<text class=\"small middle\" x=\"{middle:.1}\" y=\"{below}\">{label}</text>"
    );
}

fn push_legend(body: &mut String, kinds: &[&str], note: &str) {
    let y = NUMBER + HIGHEST + LEGEND;
    for (place, kind) in kinds.iter().enumerate() {
        let (x, top) = (place * KIND, y - 10.0);
        let (ink, text) = (ink(place, kinds.len()), x + 18);
        let _ = writeln!(
            body,
            "<rect class=\"{ink}\" x=\"{x}\" y=\"{top}\" width=\"12\" height=\"12\"/>\
             <text class=\"soft\" x=\"{text}\" y=\"{y}\">{}</text>",
            escaped(kind)
        );
    }
    let (x, note) = (kinds.len() * KIND, escaped(note));
    let _ = writeln!(
        body,
        "<text class=\"soft\" x=\"{x}\" y=\"{y}\">{note}</text>"
    );
}

/// Returns the class of a kind: the last one has the full colour.
fn ink(place: usize, kinds: usize) -> &'static str {
    INKS[(kinds - 1 - place).min(INKS.len() - 1)]
}

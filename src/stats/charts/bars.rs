//! Bars that lie: a name, a bar, what it means.

use std::fmt::Write as _;

use super::{Drawing, short};
use crate::escape::{brief, escaped};

/// Bars of a picture; the others are counted below them.
const BARS: usize = 20;
/// Height of a bar with the space below it, in units of the drawing.
const STEP: usize = 26;
/// Height of a bar, in units of the drawing.
const THICK: usize = 18;
/// Where bars begin, in units of the drawing.
const START: f64 = 250.0;
/// Length of the longest bar, in units of the drawing.
const LONGEST: f64 = 400.0;
/// Length of a bar that would not be seen, in units of the drawing.
const SHORTEST: f64 = 1.0;
/// Space between a bar and its label, in units of the drawing.
const GAP: f64 = 8.0;
/// Characters of a name that are shown; the whole name is the bar's title.
const NAME: usize = 34;

/// One bar.
pub(super) struct Bar {
    pub(super) name: String,
    /// Its length, in any unit that all bars share.
    pub(super) length: f64,
    pub(super) label: String,
}

/// Draws bars, the longest first; `None` where there are none.
pub(super) fn bars(mut bars: Vec<Bar>) -> Option<Drawing> {
    bars.sort_by(|one, two| two.length.total_cmp(&one.length));
    let longest = bars.first()?.length.max(f64::MIN_POSITIVE);
    let more = bars.len().saturating_sub(BARS);
    bars.truncate(BARS);
    let mut body = String::new();
    for (row, bar) in bars.iter().enumerate() {
        push_bar(&mut body, bar, row * STEP, bar.length / longest * LONGEST);
    }
    let mut height = bars.len() * STEP;
    if more > 0 {
        let (y, more) = (height + 14, short(more as u64));
        let _ = writeln!(
            body,
            "<text class=\"soft\" y=\"{y}\">and {more} more</text>"
        );
        height += STEP;
    }
    Some(Drawing { height, body })
}

fn push_bar(body: &mut String, bar: &Bar, y: usize, length: f64) {
    let length = length.max(SHORTEST);
    let (text, label) = (y + 14, START + length + GAP);
    let (whole, name) = (escaped(&bar.name), escaped(&brief(&bar.name, NAME)));
    let _ = writeln!(
        body,
        "<g><title>{whole}: {words}</title><text y=\"{text}\">{name}</text>\
         <rect class=\"bar\" x=\"{START}\" y=\"{y}\" width=\"{length:.1}\" height=\"{THICK}\" rx=\"2\"/>\
         <text class=\"soft\" x=\"{label:.1}\" y=\"{text}\">{words}</text></g>",
        words = escaped(&bar.label),
    );
}

//! A chart of quality over speed, as SVG.

use std::fmt::Write as _;

use super::Measured;

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 380.0;
/// Left, right, top and bottom of the plotted area.
const AREA: [f64; 4] = [60.0, 730.0, 30.0, 330.0];
/// Speeds of the axis, in MB/s: powers of ten.
const SPEEDS: [f64; 4] = [1.0, 10.0, 100.0, 1000.0];

/// Draws every extractor as a point: speed to the right on a logarithmic axis, quality upward.
pub(super) fn draw(table: &[Measured], bytes: usize) -> String {
    let lowest = table.iter().map(|one| one.quality).fold(1.0, f64::min);
    let floor = (lowest * 20.0).floor() / 20.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <title>Quality over speed of main-content extractors</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    axes(&mut svg, floor);
    for one in table {
        let (x, y) = (
            across(bytes as f64 / 1e6 / one.seconds),
            up(one.quality, floor),
        );
        let colour = if one.name == "undross" {
            "#b3261e"
        } else {
            "#44546a"
        };
        let (anchor, at) = if x > AREA[1] - 90.0 {
            ("end", x - 9.0)
        } else {
            ("start", x + 9.0)
        };
        let _ = writeln!(
            svg,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\" fill=\"{colour}\"/>\
             <text x=\"{at:.1}\" y=\"{:.1}\" fill=\"{colour}\" text-anchor=\"{anchor}\">{}</text>",
            y + 4.5,
            one.name
        );
    }
    svg + "</svg>\n"
}

fn axes(svg: &mut String, floor: f64) {
    let [left, right, top, bottom] = AREA;
    for speed in SPEEDS {
        let x = across(speed);
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.1} {top}V{bottom}\" stroke=\"#ddd\"/><text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{speed} MB/s</text>",
            bottom + 18.0
        );
    }
    let mut quality = floor;
    while quality < 0.96 {
        let y = up(quality, floor);
        let _ = writeln!(
            svg,
            "<path d=\"M{left} {y:.1}H{right}\" stroke=\"#ddd\"/><text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{quality:.2}</text>",
            left - 6.0,
            y + 4.5
        );
        quality += 0.05;
    }
    let _ = writeln!(
        svg,
        "<text x=\"{left}\" y=\"18\">word F1</text><text x=\"{right}\" y=\"{}\" text-anchor=\"end\">one core, bytes to text</text>",
        HEIGHT - 12.0
    );
}

fn across(speed: f64) -> f64 {
    let share = speed.max(1.0).log10() / 3.0;
    AREA[0] + share * (AREA[1] - AREA[0])
}

fn up(quality: f64, floor: f64) -> f64 {
    AREA[3] - (quality - floor) / (0.95 - floor) * (AREA[3] - AREA[2])
}

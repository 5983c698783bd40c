//! `cargo xtask places`: whether the byte ranges of each block, decoded and read alone, give the block's text.

use std::ops::Range;
use std::process::ExitCode;

use encoding_rs::Encoding;
use undross::Page;
use undross::decode::{Decoded, Reading, decode};
use undross::html::tokenizer::{Token, Tokenizer};

use crate::{pages, shell};

pub(crate) const ARGUMENTS: &str = "[--gold DIR] [--show N]";
/// Share of blocks whose ranges have to give their text.
const WANTED: f64 = 0.999;

pub(crate) fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let folder = shell::data("pages", shell::option(arguments, "--gold")?)?;
    let shown = shell::option(arguments, "--show")?.map_or(Ok(0), str::parse);
    let mut shown: usize = shown.map_err(|_| "--show wants a number")?;
    let (mut blocks, mut right) = (0_u64, 0_u64);
    for file in pages::find(&folder)? {
        let bytes = file.bytes()?;
        let Decoded { text, reading } = decode(&bytes, None);
        let page = Page::of_html(text);
        for index in 0..page.blocks().len() {
            let said = said(&page, index, &bytes, &reading);
            let gives = gives(page.shown(index), &said);
            (blocks, right) = (blocks + 1, right + u64::from(gives));
            if !gives && shown > 0 {
                shown -= 1;
                println!(
                    "{}/{}: {:?} from {said:?}",
                    file.dataset,
                    file.id,
                    page.shown(index)
                );
            }
        }
    }
    let share = right as f64 / blocks.max(1) as f64;
    println!(
        "{right} of {blocks} blocks are what their byte ranges say: {:.3} %",
        share * 100.0
    );
    Ok(ExitCode::from(u8::from(share < WANTED)))
}

/// Decodes the byte ranges of a block and reads them for their text.
fn said(page: &Page<'_>, index: usize, bytes: &[u8], reading: &Reading) -> String {
    let Some(markup) = page.markup().filter(|markup| markup.fallback.is_none()) else {
        return page.shown(index).to_owned();
    };
    let spans = markup.source_of(page.blocks()[index].shown());
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by_key(|&at| spans[at]);
    let sorted: Vec<Range<usize>> = order
        .iter()
        .map(|&at| spans[at].start..spans[at].end)
        .collect();
    let mut texts = vec![String::new(); spans.len()];
    for (at, raw) in order.into_iter().zip(reading.raw_ranges(bytes, &sorted)) {
        texts[at] = text_of(&bytes[raw], &reading.encoding());
    }
    texts.concat()
}

fn text_of(raw: &[u8], encoding: &str) -> String {
    let encoding = Encoding::for_label(encoding.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    let source = encoding.decode_without_bom_handling(raw).0;
    let texts = Tokenizer::new(&source).filter_map(|(token, _)| match token {
        Token::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// Tells whether a text is the one that a block shows, white space and the mark of a list item aside.
fn gives(shown: &str, said: &str) -> bool {
    let squeezed = |text: &str| {
        text.replace(
            |c: char| c.is_whitespace() || c == '\u{200B}' || c == '\u{FEFF}',
            "",
        )
    };
    let marked = shown.trim_start_matches(|c: char| "0123456789.- ".contains(c));
    let (said, marked) = (squeezed(said), squeezed(marked));
    said == squeezed(shown) || said == marked || (!marked.is_empty() && said.ends_with(&marked))
}

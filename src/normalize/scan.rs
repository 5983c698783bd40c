//! Skips quickly over text that a pass has nothing to do with.

/// Bytes tested at once; enough for the compiler to use vector instructions.
const BLOCK: usize = 64;

/// A block and the two bytes after it.
type Window = [u8; BLOCK + 2];

/// Finds the first place from `at` on where `ascii` holds for an ASCII byte and the one after it, or
/// `other` for another byte and the two after it.
///
/// Past the end of the text a byte counts as a newline.
pub(super) fn find(
    text: &str,
    at: usize,
    ascii: impl Fn(u8, u8) -> bool,
    other: impl Fn(u8, u8, u8) -> bool,
) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = at;
    while let Some(rest) = bytes.get(from..).filter(|rest| !rest.is_empty()) {
        let hit = match rest.first_chunk() {
            Some(window) => first_hit(window, &ascii, &other),
            None => first_hit(&padded(rest), &ascii, &other).filter(|&hit| hit < rest.len()),
        };
        if let Some(hit) = hit {
            return Some(from + hit);
        }
        from += BLOCK;
    }
    None
}

/// Finds the first place from `at` on where `test` holds for a byte that is not ASCII and the two after it.
pub(super) fn find_beyond_ascii(
    text: &str,
    at: usize,
    test: impl Fn(u8, u8, u8) -> bool,
) -> Option<usize> {
    find(text, at, |_, _| false, test)
}

fn padded(rest: &[u8]) -> Window {
    let mut window = [b'\n'; BLOCK + 2];
    window[..rest.len()].copy_from_slice(rest);
    window
}

fn first_hit(
    window: &Window,
    ascii: impl Fn(u8, u8) -> bool,
    other: impl Fn(u8, u8, u8) -> bool,
) -> Option<usize> {
    let (one, two, three) = (&window[..BLOCK], &window[1..=BLOCK], &window[2..]);
    let (mut any, mut whole) = (0, 0);
    for index in 0..BLOCK {
        any |= u8::from(ascii(one[index], two[index]));
        whole |= one[index];
    }
    // Most blocks of most texts are ASCII alone.
    if !whole.is_ascii() {
        for index in 0..BLOCK {
            any |= u8::from(other(one[index], two[index], three[index]));
        }
    }
    if any == 0 {
        return None;
    }
    let mut hits = [0; BLOCK];
    for index in 0..BLOCK {
        let test = ascii(one[index], two[index]) | other(one[index], two[index], three[index]);
        hits[index] = u8::from(test);
    }
    memchr::memchr(1, &hits)
}

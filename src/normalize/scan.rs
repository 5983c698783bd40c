//! Skips quickly over text that a pass has nothing to do with.

/// Bytes tested at once; enough for the compiler to use vector instructions.
pub(super) const BLOCK: usize = 64;

/// A block and the two bytes after it.
pub(super) type Window = [u8; BLOCK + 2];

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

/// Fills a block with newlines after the end of a text.
pub(super) fn padded(rest: &[u8]) -> Window {
    let mut window = [b'\n'; BLOCK + 2];
    window[..rest.len()].copy_from_slice(rest);
    window
}

fn first_hit(
    window: &Window,
    ascii: impl Fn(u8, u8) -> bool,
    other: impl Fn(u8, u8, u8) -> bool,
) -> Option<usize> {
    // Most blocks of most texts are ASCII alone.
    let is_ascii = window[..BLOCK].is_ascii();
    let test = |one, two, three| ascii(one, two) | other(one, two, three);
    if !any(window, |one, two, _| ascii(one, two)) && (is_ascii || !any(window, &other)) {
        return None;
    }
    let mut hits = [0; BLOCK];
    for (index, hit) in hits.iter_mut().enumerate() {
        *hit = u8::from(test(window[index], window[index + 1], window[index + 2]));
    }
    memchr::memchr(1, &hits)
}

/// Tells whether a test holds for some byte of a block and the two after it.
pub(super) fn any(window: &Window, test: impl Fn(u8, u8, u8) -> bool) -> bool {
    let (one, two, three) = (&window[..BLOCK], &window[1..=BLOCK], &window[2..]);
    let mut any = 0;
    for index in 0..BLOCK {
        any |= u8::from(test(one[index], two[index], three[index]));
    }
    any != 0
}

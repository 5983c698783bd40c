//! Skips quickly over text that a pass has nothing to do with.

/// Bytes tested at once; enough for the compiler to use vector instructions.
const BLOCK: usize = 64;

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
    let test = |one: u8, two: u8, three: u8| {
        (one.is_ascii() & ascii(one, two)) | (!one.is_ascii() & other(one, two, three))
    };
    let mut from = at;
    while let Some(window) = bytes.get(from..from + BLOCK + 2) {
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
        if any != 0 {
            let hit = (0..BLOCK).find(|&index| test(one[index], two[index], three[index]));
            if let Some(index) = hit {
                return Some(from + index);
            }
        }
        from += BLOCK;
    }
    let byte = |index: usize| bytes.get(index).copied().unwrap_or(b'\n');
    (from..bytes.len()).find(|&index| test(byte(index), byte(index + 1), byte(index + 2)))
}

/// Finds the first place from `at` on where `test` holds for a byte that is not ASCII and the two after it.
pub(super) fn find_beyond_ascii(
    text: &str,
    at: usize,
    test: impl Fn(u8, u8, u8) -> bool,
) -> Option<usize> {
    find(text, at, |_, _| false, test)
}

//! The part of the bytes that can tell an encoding.

use super::mixed::lines;

/// Bytes that are looked at; letters repeat themselves long before.
pub(super) const SIZE: usize = 256 * 1024;

/// ASCII kept before the first other byte of a line.
const BEFORE: usize = 32;

/// Collects lines that are not ASCII alone, up to a bounded size.
pub(super) fn take(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for line in lines(bytes) {
        let Some(first) = line.iter().position(|byte| !byte.is_ascii()) else {
            continue;
        };
        let part = line.get(first.saturating_sub(BEFORE)..).unwrap_or_default();
        let room = SIZE - sample.len();
        sample.extend_from_slice(part.get(..room).unwrap_or(part));
        if sample.len() >= SIZE {
            break;
        }
    }
    sample
}

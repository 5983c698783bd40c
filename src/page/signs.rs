//! Which telling bytes a line has: most rules leave most lines by them.

/// A set of kinds of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs(u16);

impl Signs {
    /// Number of kinds.
    pub(crate) const KINDS: usize = 14;
    /// No sign.
    pub const NONE: Self = Self(0);
    /// `:`
    pub const COLON: Self = Self(1);
    /// `/`
    pub const SLASH: Self = Self(1 << 1);
    /// `|`
    pub const BAR: Self = Self(1 << 2);
    /// `@`
    pub const AT: Self = Self(1 << 3);
    /// `(`
    pub const BRACKET: Self = Self(1 << 4);
    /// `[`
    pub const SQUARE: Self = Self(1 << 5);
    /// `{` or `}`
    pub const BRACE: Self = Self(1 << 6);
    /// `<` or `>`
    pub const ANGLE: Self = Self(1 << 7);
    /// A digit of ASCII.
    pub const DIGIT: Self = Self(1 << 8);
    /// Any byte beyond ASCII.
    pub const BEYOND: Self = Self(1 << 9);
    /// The first byte of `©`, `«` and `·`, and of the no-break space.
    pub const LATIN: Self = Self(1 << 10);
    /// The first byte of `：` and of all else that is as wide as its letters.
    pub const WIDE: Self = Self(1 << 11);
    /// `#`
    pub const HASH: Self = Self(1 << 12);
    /// `;`
    pub const SEMICOLON: Self = Self(1 << 13);

    /// Reads a line.
    pub(super) fn of(line: &str) -> Self {
        let mut lanes = Lanes::default();
        let (chunks, rest) = line.as_bytes().as_chunks();
        chunks.iter().for_each(|chunk| lanes.read(chunk));
        if let Some(last) = line.as_bytes().last_chunk().filter(|_| !rest.is_empty()) {
            // Reading bytes twice changes nothing.
            lanes.read(last);
        } else {
            let mut padded = [0; LANES];
            padded[..rest.len()].copy_from_slice(rest);
            lanes.read(&padded);
        }
        lanes.signs()
    }

    /// Returns the signs of both sets.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Tells whether the set holds a kind, told by its number.
    pub(crate) const fn has_kind(self, kind: usize) -> bool {
        self.0 >> kind & 1 == 1
    }

    /// Returns the numbers of the kinds in the set.
    pub(crate) fn kinds(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let kind = left.trailing_zeros() as usize;
            left &= left.wrapping_sub(1);
            (kind < Self::KINDS).then_some(kind)
        })
    }

    /// Tells whether two sets share a kind.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Bytes that are read at once, which compilers turn into vectors.
const LANES: usize = 16;

/// The signs that each lane has seen: the lower eight kinds, and the upper.
#[derive(Default)]
struct Lanes {
    low: [u8; LANES],
    high: [u8; LANES],
}

impl Lanes {
    fn read(&mut self, bytes: &[u8; LANES]) {
        for (lane, &byte) in bytes.iter().enumerate() {
            self.low[lane] |= u8::from(byte == b':')
                | u8::from(byte == b'/') << 1
                | u8::from(byte == b'|') << 2
                | u8::from(byte == b'@') << 3
                | u8::from(byte == b'(') << 4
                | u8::from(byte == b'[') << 5
                | u8::from((byte == b'{') | (byte == b'}')) << 6
                | u8::from((byte == b'<') | (byte == b'>')) << 7;
            self.high[lane] |= u8::from(byte.wrapping_sub(b'0') < 10)
                | u8::from(byte >= 0x80) << 1
                | u8::from(byte == 0xC2) << 2
                | u8::from(byte == 0xEF) << 3
                | u8::from(byte == b'#') << 4
                | u8::from(byte == b';') << 5;
        }
    }

    fn signs(&self) -> Signs {
        let all = |lanes: &[u8; LANES]| lanes.iter().fold(0, |all, lane| all | lane);
        Signs(u16::from(all(&self.low)) | u16::from(all(&self.high)) << 8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_seen_wherever_it_stands_in_a_line_of_any_length() {
        for (length, at) in (1..40).flat_map(|length| (0..length).map(move |at| (length, at))) {
            let mut line = "a".repeat(length);
            line.replace_range(at..=at, "@");
            assert_eq!(Signs::of(&line), Signs::AT, "{line}");
        }
        assert_eq!(Signs::of(""), Signs::NONE);
    }
}

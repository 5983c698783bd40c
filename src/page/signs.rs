//! Which telling bytes a line has: most rules leave most lines by them.

/// A set of kinds of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs(u16);

impl Signs {
    /// Number of kinds.
    pub(crate) const KINDS: usize = 16;
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
    /// `=`
    pub const EQUALS: Self = Self(1 << 13);
    /// `_`
    pub const UNDERSCORE: Self = Self(1 << 14);
    /// `;`
    pub const SEMICOLON: Self = Self(1 << 15);

    /// Reads a line.
    pub(super) fn of(line: &str) -> Self {
        // Lanes of bytes, which compilers turn into vectors.
        let (mut low, mut high) = (0_u8, 0_u8);
        for &byte in line.as_bytes() {
            low |= u8::from(byte == b':')
                | u8::from(byte == b'/') << 1
                | u8::from(byte == b'|') << 2
                | u8::from(byte == b'@') << 3
                | u8::from(byte == b'(') << 4
                | u8::from(byte == b'[') << 5
                | u8::from((byte == b'{') | (byte == b'}')) << 6
                | u8::from((byte == b'<') | (byte == b'>')) << 7;
            high |= u8::from(byte.wrapping_sub(b'0') < 10)
                | u8::from(byte >= 0x80) << 1
                | u8::from(byte == 0xC2) << 2
                | u8::from(byte == 0xEF) << 3
                | u8::from(byte == b'#') << 4
                | u8::from(byte == b'=') << 5
                | u8::from(byte == b'_') << 6
                | u8::from(byte == b';') << 7;
        }
        Self(u16::from(low) | u16::from(high) << 8)
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

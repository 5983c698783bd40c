//! An encoding that a user names.

use std::borrow::Cow;

use encoding_rs::{Encoding, REPLACEMENT, UTF_8};

use super::coder::Coder;
use super::dos::Page;
use super::pattern;
use super::utf32::Order;

/// An encoding that is not to be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charset(Coder);

impl Charset {
    /// Names of encodings, one for each, for messages.
    #[rustfmt::skip]
    pub const NAMES: &[&str] = &[
        "utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be",
        "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
        "windows-1256", "windows-1257", "windows-1258", "windows-874", "macintosh", "x-mac-cyrillic",
        "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8",
        "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "ibm437", "ibm850", "ibm866", "koi8-r", "koi8-u",
        "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr",
    ];

    /// Finds the encoding of a label of the WHATWG Encoding Standard, or of UTF-32, or of a code page of DOS.
    ///
    /// ```
    /// use undross::decode::Charset;
    ///
    /// assert_eq!(Charset::of_label("Latin1").map(Charset::label).as_deref(), Some("windows-1252"));
    /// assert_eq!(Charset::of_label("utf-9"), None);
    /// ```
    pub fn of_label(label: &str) -> Option<Self> {
        let coder = match label.trim().to_ascii_lowercase().as_str() {
            "utf-32" | "utf-32le" | "utf32" | "utf32le" => Coder::Utf32(Order::Little),
            "utf-32be" | "utf32be" => Coder::Utf32(Order::Big),
            "cp437" | "ibm437" | "437" => Coder::Dos(Page::Cp437),
            "cp850" | "ibm850" | "850" => Coder::Dos(Page::Cp850),
            label => Coder::Standard(Encoding::for_label(label.as_bytes())?),
        };
        (coder != Coder::Standard(REPLACEMENT)).then(|| Self::of(coder))
    }

    pub(super) fn of(coder: Coder) -> Self {
        Self(match coder {
            // Bytes that are not UTF-8 may be among them.
            Coder::Utf8 => Coder::Mixed(None),
            Coder::Standard(encoding) if encoding == UTF_8 => Coder::Mixed(None),
            coder => coder,
        })
    }

    /// Returns the label that records carry.
    pub fn label(self) -> Cow<'static, str> {
        self.0.label()
    }

    pub(super) const fn coder(self) -> Coder {
        self.0
    }

    /// Returns the encoding in the byte order that the mark in front of some bytes says: a label such as `utf-16` leaves it open.
    pub(crate) fn in_order_of(self, bytes: &[u8]) -> Self {
        let marked = pattern::mark(bytes).map(|(coder, _)| Self::of(coder));
        let is_kin = |marked: &Self| {
            let (one, two) = (marked.label(), self.label());
            let wide = ["utf-16", "utf-32"];
            wide.iter()
                .any(|family| one.starts_with(family) && two.starts_with(family))
        };
        marked.filter(is_kin).unwrap_or(self)
    }

    /// Counts the bytes of its byte order mark in front of some bytes.
    pub(super) fn mark_of(self, bytes: &[u8]) -> usize {
        let mark = pattern::mark(bytes).filter(|(coder, _)| coder.label() == self.label());
        mark.map_or(0, |(_, length)| length)
    }
}

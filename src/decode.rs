//! Bytes to text (placeholder while the decoder is written).
use std::borrow::Cow;
use std::ops::Range;
#[derive(Debug)]
pub struct Decoded<'a> {
    text: Cow<'a, str>,
}
impl<'a> Decoded<'a> {
    pub fn given(text: &'a str) -> Self {
        Self {
            text: Cow::Borrowed(text),
        }
    }
    pub fn text_shared(&self) -> Cow<'a, str> {
        self.text.clone()
    }
    pub fn encoding(&self) -> &str {
        "utf-8"
    }
    pub fn from(&self) -> &'static str {
        "given"
    }
    pub fn raw_ranges(&self, _bytes: &[u8], spans: &[Range<usize>]) -> Vec<Range<usize>> {
        spans.to_vec()
    }
}
pub fn decode<'a>(bytes: &'a [u8], _declared: Option<&str>) -> Decoded<'a> {
    Decoded {
        text: String::from_utf8_lossy(bytes),
    }
}

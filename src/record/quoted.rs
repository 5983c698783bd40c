//! A long text as a string of JSON: what needs no escape is copied in long pieces.

/// Writes a text between quotation marks.
pub(super) fn push_quoted(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    if has_rare_escape(bytes) {
        serde_json::to_writer(out, text).expect("a text has nothing that JSON refuses");
        return;
    }
    out.push(b'"');
    let mut at = 0;
    for special in memchr::memchr3_iter(b'\n', b'"', b'\\', bytes) {
        let letter = match bytes[special] {
            b'\n' => b'n',
            itself => itself,
        };
        out.extend_from_slice(&bytes[at..special]);
        out.extend_from_slice(&[b'\\', letter]);
        at = special + 1;
    }
    out.extend_from_slice(&bytes[at..]);
    out.push(b'"');
}

/// Tells whether a control other than the line feed stands in a text; tidy text has hardly any.
fn has_rare_escape(bytes: &[u8]) -> bool {
    // Without a way out of the loop the compiler uses vector instructions.
    let rare = |&byte: &u8| u8::from((byte < 0x20) & (byte != b'\n'));
    bytes.iter().fold(0, |any, byte| any | rare(byte)) != 0
}

#[cfg(test)]
mod tests {
    use super::push_quoted;

    #[test]
    fn every_text_is_quoted_as_json_wants() {
        let controls = ('\0'..='\u{9F}').map(|c| format!("a{c}\"b\\\n"));
        let plain = ["", "\n", "plain", "\"\"", "line\n\nline \\ “é”"].map(str::to_owned);
        for text in controls.chain(plain) {
            let mut out = Vec::new();
            push_quoted(&text, &mut out);
            let wanted = serde_json::to_vec(&text).expect("a text has nothing that JSON refuses");
            assert_eq!(out, wanted, "{text:?}");
        }
    }
}

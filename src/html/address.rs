//! Addresses that Cloudflare hides from harvesters.

use super::tree::{NodeId, Tree};

/// Reads the address that an element keeps in `data-cfemail`.
///
/// Source: Cloudflare, "Email Address Obfuscation"; the first byte is the key of the others.
pub(super) fn protected(tree: &Tree<'_>, node: NodeId) -> Option<String> {
    let code = tree.attribute(node, "data-cfemail")?;
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let pairs = code.as_bytes().chunks(2).map(|pair| match *pair {
        [high, low] => Some(digit(high)? << 4 | digit(low)?),
        _ => None,
    });
    let bytes: Vec<u8> = pairs.collect::<Option<_>>()?;
    let (key, letters) = bytes.split_first()?;
    let address = String::from_utf8(letters.iter().map(|letter| letter ^ key).collect()).ok()?;
    (address.contains('@') && !address.contains(char::is_control)).then_some(address)
}

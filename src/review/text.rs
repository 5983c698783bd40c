//! The name of a text in decisions: what copies of it have in common.

use crate::learn::without_numbers;
use crate::sketch::hash;

/// Bytes from which the name of a text is cut.
const LONGEST: usize = 200;
/// Bytes that a name which is cut shows of the text.
const SHOWN: usize = 160;

/// Names a text: folded as phrases are (see [`crate::fold`]), with `#` for each number.
///
/// A long text is named by its start and a hash of all of it. Texts that show nothing but decoration are named by their
/// marks.
///
/// ```
/// use undross::review::name_of;
///
/// assert_eq!(name_of("* 1,204 Comments\n"), "# comments");
/// assert_eq!(name_of("* * *\n"), "* * *");
/// ```
pub fn name_of(text: &str) -> String {
    let name = without_numbers(text);
    if name.is_empty() {
        return cut(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    cut(name)
}

fn cut(name: String) -> String {
    if name.len() <= LONGEST {
        return name;
    }
    let shown = &name[..name.floor_char_boundary(SHOWN)];
    format!("{shown}… {:016x}", hash(name.chars()))
}

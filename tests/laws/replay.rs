//! The plain way to replay edits and to reverse a diff, to hold the library to.

use undross::edit::Edit;

/// Replays edits from the last to the first, so that no position moves.
pub(crate) fn apply(text: &str, edits: &[Edit]) -> String {
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.span.start..edit.span.end, &edit.now);
    }
    text
}

/// Reverses a unified diff as `patch -R` does: takes the lines after, gives the lines before.
pub(crate) fn unpatch(after: &str, diff: &str) -> String {
    let mut rest = after.split_inclusive('\n');
    let mut before = String::new();
    let mut at = 1;
    for (heading, lines) in hunks(diff) {
        let (start, count) = numbers(heading);
        let first = start + usize::from(count == 0);
        while at < first {
            before.push_str(rest.next().unwrap());
            at += 1;
        }
        for (mark, line) in lines {
            if mark != '-' {
                assert_eq!(rest.next(), Some(line.as_str()), "in {heading}");
                at += 1;
            }
            if mark != '+' {
                before.push_str(&line);
            }
        }
    }
    before.extend(rest);
    before
}

type Hunk<'a> = (&'a str, Vec<(char, String)>);

fn hunks(diff: &str) -> Vec<Hunk<'_>> {
    let mut hunks: Vec<Hunk<'_>> = Vec::new();
    for line in diff.split_inclusive('\n').skip(2) {
        if line.starts_with("@@ ") {
            hunks.push((line, Vec::new()));
            continue;
        }
        let (_, lines) = hunks.last_mut().unwrap();
        if line.starts_with('\\') {
            let (_, last) = lines.last_mut().unwrap();
            assert_eq!(last.pop(), Some('\n'));
        } else {
            let (mark, rest) = line.split_at(1);
            lines.push((mark.chars().next().unwrap(), rest.to_owned()));
        }
    }
    hunks
}

/// Reads the first line and the number of lines after the change.
fn numbers(heading: &str) -> (usize, usize) {
    let after = heading
        .split(['+', ' '])
        .filter(|part| !part.is_empty())
        .nth(2);
    let (start, count) = after.unwrap().split_once(',').unwrap();
    (start.parse().unwrap(), count.parse().unwrap())
}

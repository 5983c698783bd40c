//! Bytes behind the end of what is packed: the text is there, and a warning.

use super::build::{gz, html, tar, zst};
use super::{Sources, check, check_lines};

#[test]
fn the_text_before_them_is_given_with_what_is_odd() {
    for (name, packed) in [("a.txt.gz", gz("A text.")), ("a.txt.zst", zst("A text."))] {
        let at = packed.len();
        let all = [packed, b"\x01garbage\n".to_vec()].concat();
        let kind = if name.ends_with("gz") {
            "gzip member"
        } else {
            "zstd frame"
        };
        let odd = format!("trailing garbage ignored: what stands from byte {at} on is no {kind}");
        check(name, &all, &[&format!("{name} = A text. ~ {odd}")]);
        let wanted = format!("x.tar/{name} = A text. ~ {odd}");
        check("x.tar", &tar(&[(name, &all)]), &[&wanted]);
    }
    let all = [gz(""), b"garbage".to_vec()].concat();
    check("a.gz", &all, &["a.gz =  ~ trailing garbage…"]);
}

#[test]
fn records_before_them_are_given_and_nothing_failed() {
    let lines = "{\"text\":\"One.\",\"id\":\"1\"}\n";
    let page = html("u", "<p>One.");
    for (name, packed, wanted) in [
        ("a.jsonl.gz", gz(lines), "1 = One."),
        ("a.jsonl.zst", zst(lines), "1 = One."),
        ("a.csv.gz", gz("id,text\n1,One.\n"), "1 = One."),
        ("a.warc.gz", gz(page), "u = <p>One."),
        ("a.tgz", gz(tar(&[("1", b"One.")])), "a.tgz/1 = One."),
    ] {
        let sources = Sources::with(&[(name, &[packed, b"garbage".to_vec()].concat())]);
        let inputs = sources.inputs(&[name]);
        check_lines(&sources.got(&inputs), &[wanted]);
        let [warning] = &inputs.warnings()[..] else {
            panic!("{name}: one warning is wanted");
        };
        assert!(
            warning.reason.starts_with("trailing garbage ignored"),
            "{}",
            warning.reason
        );
        assert_eq!(warning.id, name);
        assert_eq!(inputs.warnings(), []);
    }
}

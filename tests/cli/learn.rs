//! `learn`, and `--profile-dir`.

use std::fmt::Write as _;

use super::Here;

/// A line above every text of a site.
const PROMO: &str = "Harbour Watch readers get the tide tables a day before all others";

/// Writes captures of one site as JSON Lines; each has words of its own.
fn captures(numbers: std::ops::Range<usize>) -> String {
    let mut lines = String::new();
    for number in numbers {
        let own = |part: usize| {
            // Words of letters: lines that differ in numbers alone are one line to `learn`.
            let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
            let ending = [letter(number), letter(part)].iter().collect::<String>();
            let words = (0..24).map(|word| format!("w{}{ending} ", letter(word)));
            words.collect::<String>()
        };
        let text = format!(
            "News of {}\\n{PROMO}\\nThe {}.\\nThe {}.\\n",
            &own(3)[..12],
            own(1),
            own(2)
        );
        let url = format!("https://www.harbour.example/{number}");
        let _ = writeln!(
            lines,
            r#"{{"id": "{number}", "url": "{url}", "text": "{text}"}}"#
        );
    }
    lines
}

fn here() -> Here {
    let (all, one, two) = (captures(0..14), captures(0..8), captures(6..14));
    Here::with(&[
        ("all.jsonl", &all),
        ("one.jsonl", &one),
        ("two.jsonl", &two),
    ])
}

#[test]
fn what_was_learned_goes_on_the_site_and_explain_says_why() {
    let here = here();
    here.run("learn --site-field url all.jsonl -o profiles")
        .ends(0)
        .says("1 profile with 1 line");
    let profile = here.read("profiles/harbour.example.toml");
    assert!(
        profile.contains(PROMO) && profile.contains("of = 14"),
        "{profile}"
    );
    let with = "--site-field url --profile-dir profiles";
    let ran = here.run(&format!("clean all.jsonl {with} --quiet"));
    let removal = &ran.ends(0).json()[0]["removals"][0];
    assert_eq!(removal["rules"][0], "site-furniture");
    assert_eq!(removal["strength"], "likely");
    assert_eq!(
        removal["because"][0],
        "on 14 of 14 captures, above the text"
    );
    here.run(&format!("explain all.jsonl:3 {with}"))
        .ends(0)
        .prints("learned from its site: on 14 of 14 captures");
    let without = here.run("clean all.jsonl --profile-dir profiles --quiet");
    assert!(without.ends(0).out.contains(r#""removals":[]"#));
}

#[test]
fn shards_joined_give_what_all_give_at_once_and_learning_again_the_same_bytes() {
    let here = here();
    for (inputs, folder) in [
        ("all.jsonl", "all"),
        ("one.jsonl", "one"),
        ("two.jsonl", "two"),
    ] {
        here.run(&format!("learn --site-field url {inputs} -o {folder}"))
            .ends(0);
    }
    here.run("learn --merge one two -o joined").ends(0);
    here.run("learn --site-field url two.jsonl -o one").ends(0);
    here.run("learn --site-field url all.jsonl -o one").ends(0);
    for name in ["harbour.example.toml", "counts/harbour.example.jsonl"] {
        let all = here.read(&format!("all/{name}"));
        assert_eq!(here.read(&format!("joined/{name}")), all);
        assert_eq!(here.read(&format!("one/{name}")), all);
    }
}

#[test]
fn a_deleted_line_stays_deleted() {
    let here = here();
    here.run("learn --site harbour all.jsonl -o profiles")
        .ends(0);
    here.write("profiles/harbour.toml", "site = \"harbour\"\n");
    here.run("learn --site harbour all.jsonl -o profiles")
        .ends(0);
    assert!(!here.read("profiles/harbour.toml").contains(PROMO));
}

#[test]
fn mistakes_are_named() {
    let here = here();
    here.write("bad/a.toml", "site = 3");
    here.write("full/notes.txt", "mine");
    here.run("clean all.jsonl --profile-dir bad")
        .ends(2)
        .says("a.toml");
    here.run("clean all.jsonl --profile-dir gone")
        .ends(2)
        .says("no folder of profiles");
    here.run("learn all.jsonl -o full")
        .ends(2)
        .says("not empty");
    here.run("learn all.jsonl -o new")
        .ends(0)
        .says("of no known site");
}

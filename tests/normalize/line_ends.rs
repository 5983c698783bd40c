//! What a line end means, from capture to capture and from block to block.

use proptest::prelude::*;
use proptest::sample::select;

use undross::{Capture, Plan, process};

use super::{check, keeps, whole};

#[test]
fn lines_are_paragraphs_where_no_blank_line_sets_blocks_apart() {
    check(
        "paragraphs",
        &[
            (
                "\n\nOne.\nTwo.\n\n \n\nThree.\n\n",
                "One.\nTwo.\n\nThree.\n",
            ),
            ("  One.\nTwo.\n\tThree.\n", "One.\n\nTwo.\n\nThree.\n"),
            ("Head\n- a\n\n- b\nTail", "Head\n\n- a\n- b\n\nTail"),
            ("a\tb\nc\td\nText", "a\tb\nc\td\n\nText"),
            ("\n \n", ""),
        ],
    );
    keeps(
        "paragraphs",
        &["```\na\n\n\nb\n```\n", "1. one\n2. two", "one line"],
    );
}

#[test]
fn stanzas_stay_line_by_line() {
    let poem = "The fog comes in on little feet,\nAnd sits and looks, and then goes on,\nOver the harbour.\n\n\
                It waits a while beside the street,\nIt looks at us, and then is gone,\nOver the harbour.";
    keeps("paragraphs", &[poem]);
}

/// Blocks that are what they are by their line ends, each between two lines of prose.
const BLOCKS: &[&str] = &[
    "Mill and Sons\n4 Ferry Lane\nOld Harwick\nHW3 9QT",
    "Day,sheep,goats\n1,40,12\n2,38,11",
    "08:15 tom: is the mill open?\n08:16 ada: It is not.\n08:16 tom: And the yard?",
    "Owner: Ada\nWeight: 3 t\nColour: red",
    "2020-05-01 06:00:00 INFO valve read\n2020-05-01 06:01:00 WARN valve silent",
    "Kind regards,\nAda Brook\nMiller",
    "MILLER: The wheel stands still.\nADA: I know it does.\nMILLER: Then mend it.",
    "Flour ......... 4\nSalt .......... 9",
    "| Day | Flour |\n|-----|-------|\n| 1   | 40    |",
    "+-----+-----+\n| Day | Bag |\n+-----+-----+\n| 1   | 400 |\n+-----+-----+",
    "┌─────┬─────┐\n│ Day │ Bag │\n└─────┴─────┘",
    "Day   Flour   Salt\n1     40      9\n12    38      10",
    "Day\tFlour\n1\t40",
    "The mill\n========",
    "The wheel\n---------",
    "[Chorus]\nTurn, wheel, turn",
    "the wheel turns\nand nobody asks\nwhat for",
    "the wheel\n  turns\n    and turns",
    "white dust on the sill\na miller counts his losses\nand begins again",
    "> Who mills\n> late, mills well.",
    "def mill(bags):\n    for bag in bags:\n        grind(bag)",
    "SELECT bag\nFROM mill\n  WHERE flour > 2\nORDER BY bag;",
    "grind :: Bag -> Flour\ngrind bag\n  | bag > 2 = 3\n  | otherwise = 1",
    "mill: wheel\n\tgrind -o flour\n\t./flour",
    "mill:\n  name: upper\n  bags:\n    - 4\n    - 10\n  limits:\n    low: 1",
    "--- a/mill.c\n+++ b/mill.c\n@@ -1,2 +1,2 @@\n int bags;\n-    grind(bags);\n+    grind(bags + 1);",
    "- flour,\n  white\n- salt",
    "1. Fill the bags.\n2. Close them.",
    "Stir the flour.\nAdd salt.\nBake for an hour.",
    "From: Ada <ada@mill.example>\nTo: Tom <tom@mill.example>\nSubject: The wheel",
];

#[test]
fn a_line_end_in_a_block_is_a_line_end() {
    for block in BLOCKS {
        let page =
            format!("It was as follows in the year of the flood.\n\n{block}\n\nNobody knew why.\n");
        assert_eq!(whole(&page), page);
    }
}

#[test]
fn code_and_its_like_stay_line_by_line_without_any_blank_line() {
    keeps(
        "paragraphs",
        &[
            "a = mill(1)\nb = mill(2)\nprint(a, b)",
            "mill:\n  bags: 4\n  salt: 2",
            "> one\n> two",
            "| a | b |\n| 1 | 2 |",
        ],
    );
    keeps(
        "bullets",
        &[
            "@@ -1,2 +1,2 @@\n-    one\n-    two",
            "mill:\n  salt: 2\n  bags:\n    - one\n    - two",
        ],
    );
    keeps(
        "bullets",
        &["@@ -1,4 +1,4 @@\n-    one\n+    two\n\n-    three\n-    four"],
    );
}

/// Wider than a line of print.
const WIDE: &str = "The board of the mill said on Monday that the wheel would be mended before the winter, as it had promised.";

#[test]
fn whole_sentences_of_which_half_are_wide_are_paragraphs() {
    let short = "“It will turn again,” she said.";
    check(
        "paragraphs",
        &[
            (
                &format!("Mill\n\n{WIDE}\n{short}"),
                &format!("Mill\n\n{WIDE}\n\n{short}"),
            ),
            (
                &format!("Mill\n\n{WIDE}\nNo flour yet\n{WIDE}"),
                &format!("Mill\n\n{WIDE}\n\nNo flour yet\n\n{WIDE}"),
            ),
        ],
    );
    keeps(
        "paragraphs",
        &[
            &format!("Mill\n\n{WIDE}\nAda Brook\nMiller"),
            &format!("Mill\n\nThe wheel\n{WIDE}"),
            &format!("Mill\n\ntom: {WIDE}\nada: {WIDE}"),
            &format!("Mill\n\n{short}\n{short}"),
        ],
    );
}

#[test]
fn a_line_that_breaks_off_is_not_set_apart() {
    let broken = "The board of the mill said on Monday that the wheel would\nbe mended";
    keeps("paragraphs", &[broken]);
    check(
        "paragraphs",
        &[(&format!("Mill\n{broken}"), &format!("Mill\n\n{broken}"))],
    );
}

#[test]
fn inner_indentation_stays_and_outer_goes() {
    check(
        "paragraphs",
        &[
            (
                "a\n\n    the wheel\n      turns\n",
                "a\n\nthe wheel\n  turns\n",
            ),
            ("a\n\n  the wheel\n turns\n", "a\n\nthe wheel\nturns\n"),
            (
                "a\n\n  the wheel\n\n\u{3000}turns\n",
                "a\n\nthe wheel\n\nturns\n",
            ),
        ],
    );
}

#[test]
fn a_line_that_was_removed_is_no_blank_line() {
    let tidy = |page: &str| process(&Capture::of_text("page", page), &Plan::default()).text();
    let sides = ["08:15 tom: is the mill open?", "08:16 ada: It is not."];
    let [question, answer] = sides;
    let dross = "Warning: Undefined variable $wheel in /var/www/html/mill.php on line 3";
    for (page, now) in [
        (
            format!("{WIDE}\n\n{question}\n{dross}\n{answer}\n\nNobody came.\n"),
            format!("{WIDE}\n\n{question}\n{answer}\n\nNobody came.\n"),
        ),
        (
            format!("{question}\n{answer}\n{dross}\nNobody came.\nTom left.\n"),
            format!("{question}\n\n{answer}\n\nNobody came.\n\nTom left.\n"),
        ),
    ] {
        assert_eq!(tidy(&page), now);
    }
}

/// Lines too short to have been filled.
fn short_line() -> impl Strategy<Value = String> {
    let words = select(
        "Mill wheel flour 12 ada, Tom. the of: — Korn Mühle 港口 سوق"
            .split(' ')
            .collect::<Vec<_>>(),
    );
    proptest::collection::vec(words, 1..6).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn blocks_of_short_lines_stay_as_they_are(
        blocks in proptest::collection::vec(proptest::collection::vec(short_line(), 1..6), 2..6),
    ) {
        let blocks: Vec<String> = blocks.iter().map(|lines| lines.join("\n")).collect();
        let page = blocks.join("\n\n") + "\n";
        prop_assert_eq!(whole(&page), page);
    }
}

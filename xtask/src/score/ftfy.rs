//! Measures the encoding passes against ftfy's own cases.

use std::fs;
use std::path::Path;

use serde_json::Value;
use undross::edit::apply;
use undross::normalize::{PASSES, Pass};

/// The passes that answer for `fixed-encoding`.
const ENCODING: [&str; 2] = ["mojibake", "c1"];

/// What a case came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// As ftfy has it.
    Pass,
    /// As ftfy has it once the opt-in pass `straight-quotes` has run.
    Straightened,
    /// Text that was right was changed.
    FalseRepair,
    /// Something else.
    Miss,
}

/// Prints how many of the cases in `ftfy.jsonl` of a folder pass, and the others in full.
///
/// Returns whether all cases pass that ftfy itself passes.
///
/// # Errors
///
/// When the file cannot be read, or a line of it is no case.
pub(crate) fn run(folder: &Path) -> Result<bool, String> {
    let path = folder.join("ftfy.jsonl");
    let cases =
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (mut passed, mut expected, mut bonus, mut known) = (0, 0, 0, 0);
    for line in cases.split('\n').filter(|line| !line.is_empty()) {
        let case: Value =
            serde_json::from_str(line).map_err(|error| format!("{}: {error}", path.display()))?;
        let text = |key: &str| case[key].as_str().unwrap_or_default();
        let want = case["fixed-encoding"].as_str().unwrap_or(text("fixed"));
        let verdict = judge(text("original"), want);
        let good = matches!(verdict, Verdict::Pass | Verdict::Straightened);
        if text("expect") == "pass" {
            expected += 1;
            passed += usize::from(good);
        } else {
            known += 1;
            bonus += usize::from(good);
        }
        if verdict != Verdict::Pass {
            report(&case, want, verdict);
        }
    }
    println!("ftfy: {passed} of {expected} pass; {bonus} of {known} that ftfy fails pass here");
    Ok(passed == expected)
}

fn judge(original: &str, want: &str) -> Verdict {
    let got = run_passes(original, |pass| ENCODING.contains(&pass.id));
    let whole = |text: &str| run_passes(text, |pass| pass.default);
    let straight = |text: &str| run_passes(text, |pass| pass.id == "straight-quotes");
    if got == want && whole(original) == whole(want) {
        Verdict::Pass
    } else if original == want {
        Verdict::FalseRepair
    } else if straight(&got) == want {
        Verdict::Straightened
    } else {
        Verdict::Miss
    }
}

fn run_passes(text: &str, wanted: impl Fn(&Pass) -> bool) -> String {
    let step = |text: String, pass: &&Pass| apply(&text, &(pass.run)(&text));
    PASSES
        .iter()
        .filter(|pass| wanted(pass))
        .fold(text.to_owned(), step)
}

fn report(case: &Value, want: &str, verdict: Verdict) {
    let original = case["original"].as_str().unwrap_or_default();
    println!("{verdict:?} ({}): {}", case["expect"], case["label"]);
    println!("  was  {original:?}");
    println!(
        "  now  {:?}",
        run_passes(original, |pass| ENCODING.contains(&pass.id))
    );
    println!("  want {want:?}");
}

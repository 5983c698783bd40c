//! `undross.toml`, `config`, `rules`.

use super::{CLEAN, FRAMED, Here};

#[test]
fn rules_are_switched_by_file_and_by_command_line() {
    let here = Here::with(&[
        ("in/a.txt", FRAMED),
        ("undross.toml", "[rules]\noff = [\"autoblog-marker\"]"),
    ]);
    here.run("check in").ends(0);
    here.run("check in --no-config").ends(1);
    here.run("check in --rules-only autoblog-marker").ends(1);
    here.run("check in --no-config --rules-off autoblog-marker")
        .ends(0);
}

#[test]
fn the_nearest_file_upward_from_the_input_applies() {
    let here = Here::with(&[
        ("in/a.txt", CLEAN),
        ("in/undross.toml", "[[remove]]\nline = 'a quiet day.*'"),
        ("undross.toml", "nonsense"),
        ("other/b.txt", CLEAN),
    ]);
    here.run("check in/a.txt")
        .ends(1)
        .prints("in/a.txt: 1 removal by site:remove-1");
    here.run("check in").ends(1);
    here.run("check other").ends(2).says("undross.toml:1:");
    here.write("undross.toml", "");
    here.run("check in other")
        .ends(1)
        .prints("in/a.txt: 1 removal by site:remove-1");
    here.run("check in other --config in/undross.toml")
        .ends(1)
        .prints("other/b.txt: ");
}

#[test]
fn keep_wins_over_remove() {
    let toml = "[[remove]]\nname = 'day'\nline = '.*day.*'\n[[keep]]\nline = 'a quiet day .*'";
    let here = Here::with(&[("in/a.txt", CLEAN), ("in/undross.toml", toml)]);
    here.run("check in").ends(0);
    here.run("explain in/a.txt:1")
        .ends(0)
        .prints("site:day")
        .prints("a keep rule protects the line");
}

#[test]
fn a_mistake_points_at_its_place_and_says_what_is_allowed() {
    check(
        "[rule]",
        "1:2: there is no table `rule`; did you mean `rules`?",
        "^^^^",
    );
    check(
        "[rules]\nof = []",
        "2:1: [rules]: there is no key `of`; did you mean `off`?",
        "^^",
    );
    check(
        "[rules]\noff = ['x', 'autoblog-market']",
        "2:8: there is no rule `x`; allowed are ",
        "^^^",
    );
    check("rules = 1", "1:9: [rules] is a table of off, only", "^");
    check("[rules]\noff = 'a'", "2:7: `off` is a list", "^^^");
    check("[passes]\non = [1]", "2:7: this has to be text", "^");
    check(
        "[limits]\nmax-bytes = '3 stone'",
        "2:13: a size is a number of bytes",
        "^^^^^^^^^",
    );
    check(
        "[[remove]]\nname = 'x'",
        "1:1: this rule has neither `line` nor `select`",
        "^",
    );
    check(
        "[[remove]]\nline = 'x'\nselect = '.ad'",
        "3:10: a rule has `line` or `select`, not both",
        "^^^^^",
    );
    check(
        "[[keep]]\nselect = '.ad >'",
        "2:10: `.ad >` is no CSS selector that can be used here: dangling combinator",
        "^^^^^^^",
    );
    check(
        "[[remove]]\nselect = 'p:hover'",
        "2:10: `p:hover` is no CSS selector that can be used here: unsupported pseudo class or element",
        "^^^^^^^^^",
    );
    check(
        "[[remove]]\nselect = '.ad'\ntest = [{ removes = ['x'] }]",
        "3:9: a test of a selector has a `text`",
        "^",
    );
    check(
        "[limits]\nmax-depth = 'x'",
        "2:13: a limit is a number",
        "^^^",
    );
    check(
        "[[remove]]\nline = '(a'",
        "2:8: the pattern `(a` does not compile: unclosed group",
        "^^^^",
    );
    check(
        "[[keep]]\nline = 'a)'",
        "2:8: the pattern `a)` does not compile",
        "^^^^",
    );
    check(
        "[[remove]]\nline = 'a'\nname = 'b c'",
        "3:8: a name has letters",
        "^^^^^",
    );
    check(
        "[[keep]]\nline = 'a'\ntest = [{ text = 'a' }]",
        "3:9: a test says",
        "^",
    );
    check(
        "[[remove]]\nline='a'\nname='x'\n[[remove]]\nline='b'\nname='x'",
        "5:6: two rules",
        "^^^",
    );
    check("[rules\noff = []", "1:", "");
}

#[test]
fn a_pattern_that_explodes_is_refused_by_its_size() {
    check(
        "[[remove]]\nline = '((a{1,99}){1,99}){1,99}'",
        "2:8: the pattern `((a{1,99}){1,99}){1,99}` grows over",
        "^",
    );
    check(
        "[[keep]]\nline = '\\w{1,2000}'",
        "2:8: the pattern `\\w{1,2000}` grows over",
        "^",
    );
}

#[track_caller]
fn check(toml: &str, message: &str, caret: &str) {
    let here = Here::with(&[("a.txt", CLEAN), ("undross.toml", toml)]);
    for line in ["clean a.txt", "config"] {
        let ran = here.run(line);
        ran.ends(2).says(&format!("undross.toml:{message}"));
        assert!(
            ran.err.lines().last().unwrap().contains(caret),
            "{}",
            ran.err
        );
        assert_eq!(ran.out, "");
    }
}

#[test]
fn config_prints_every_choice_with_its_origin_and_can_be_read_again() {
    let toml = "[limits]\nmax-bytes = '1 MiB'\n[[keep]]\nname = 'k'\nline = '\\d+ \"x\"'\n";
    let here = Here::with(&[("undross.toml", toml)]);
    let ran = here.run("config --rules-off autoblog-marker");
    ran.ends(0)
        .prints("\"autoblog-marker\", # command line")
        .prints("max-bytes = 1048576 # undross.toml:2");
    ran.prints("# undross.toml:5").prints("only = [] # default");
    here.write("undross.toml", &ran.out);
    here.run("config")
        .ends(0)
        .prints("\"autoblog-marker\", # undross.toml:5");
}

#[test]
fn tests_beside_site_rules_are_run() {
    let good = "[[remove]]\nname='day'\nline='a .* day'\n\
                test=[{ removes=['A good day'], keeps=['A day'] }, { text=\"x\\nA fine day\\n\", removes=['A fine day'] }]\n\
                [[keep]]\nline='\\[ad_1\\]'\ntest=[{ text=\"[ad_1]\\nx\", keeps=['[ad_1]'] }]";
    let here = Here::with(&[("undross.toml", good)]);
    here.run("rules test").ends(0).prints("3 tests, 0 failed");
    let bad = "[[remove]]\nname='day'\nline='a .* day'\n\
               test=[{ removes=['A day'] }, { keeps=['A long day'] }, { text='x', keeps=['y'] },\n\
               { removes=['[ad_1]'] }]";
    here.write("undross.toml", bad);
    let ran = here.run("rules test");
    ran.ends(2)
        .prints("4 tests, 4 failed")
        .prints("undross.toml:4:18: this line is to go and stays");
    ran.prints("this line is to stay and goes, by site:day")
        .prints("no such line");
    ran.prints("undross.toml:5:12: this line goes, but by autoblog-marker");
    here.write("undross.toml", "");
    here.run("rules test").ends(2).says("has no tests");
}

#[test]
fn the_example_of_the_manual_passes_its_own_tests() {
    let manual = include_str!("../../docs/configuration.md");
    let example = manual.split("```toml\n").nth(1).unwrap();
    let here = Here::with(&[("undross.toml", example.split("```").next().unwrap())]);
    here.run("config").ends(0);
    here.run("rules test").ends(0).prints("2 tests, 0 failed");
}

#[test]
fn rules_are_listed_and_shown() {
    let here = Here::with(&[(
        "undross.toml",
        "[[remove]]\nname='day'\nline='.* day'\n[rules]\noff=['autoblog-marker']",
    )]);
    let list = here.run("rules");
    list.ends(0)
        .prints("site:day")
        .prints(".* day (undross.toml:3)");
    let marker = list
        .out
        .lines()
        .find(|line| line.starts_with("autoblog-marker "))
        .unwrap();
    assert!(marker.contains(" off "), "{marker}");
    assert_eq!(here.run("rules list").ends(0).out, list.out);
    here.run("rules show autoblog-marker")
        .ends(0)
        .prints("WP Automatic");
    here.run("rules show autoblog")
        .ends(2)
        .says("did you mean `autoblog-marker`?");
}

#[test]
fn every_rule_and_pass_can_be_shown() {
    let here = Here::with(&[]);
    let rules = undross::rules::RULES.iter().map(|rule| rule.id);
    let passes = undross::normalize::PASSES.iter().map(|pass| pass.id);
    for id in rules.chain(passes) {
        here.run(&format!("rules show {id}")).ends(0).prints(id);
    }
}

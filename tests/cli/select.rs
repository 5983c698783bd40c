//! Site rules that select elements of web pages.

use undross::config::Config;
use undross::{Capture, process};

const FILE: &str = r#"
[rules]
off = ["boilerplate"]

[[remove]]
name = "promo"
select = "aside, .promo"
test = [
  { text = "<div><p>High water at six.</p><p class=promo>Buy the tide table.</p><p>Low water <b class=promo>now!</b> at noon.</p></div>", removes = ["Buy the tide table."], keeps = ["High water at six."] },
]

[[keep]]
name = "sponsor"
select = ".promo.sponsor"
test = [
  { text = "<p class='promo sponsor'>By the harbour office.</p><p>High water at six.</p>", keeps = ["By the harbour office."] },
]
"#;

#[test]
fn elements_go_by_selector_and_stay_by_selector() {
    let config = Config::parse(None, FILE.to_owned()).unwrap();
    let plan = config.plan().unwrap();
    for report in config.run_tests(&plan) {
        assert!(report.wrong.is_empty(), "{:?}", report.wrong);
    }
    let page = "<!doctype html><p>High water at six.<aside><p>One</p><p>Two</p></aside><p>Low water <b class=promo>now!</b> \
                at noon.<p class='promo sponsor'>By the harbour office.";
    let capture = Capture::of_bytes("page", page.as_bytes());
    let outcome = process(&capture, &plan);
    let wanted = "High water at six.\n\nLow water at noon.\n\nBy the harbour office.\n";
    assert_eq!(outcome.text(), wanted);
    let mut rules = outcome.removals().iter().flat_map(|removal| &removal.rules);
    assert!(rules.all(|rule| *rule == "site:promo"));
}

#[test]
fn selectors_do_nothing_on_text() {
    let config = Config::parse(None, FILE.to_owned()).unwrap();
    let plan = config.plan().unwrap();
    let capture = Capture::of_text(
        "text",
        "aside\nThe promo of the sponsor was read at noon, and all heard it.\n",
    );
    assert!(process(&capture, &plan).removals().is_empty());
}

#[test]
fn selectors_are_printed_with_their_origin() {
    let config = Config::parse(None, FILE.to_owned()).unwrap();
    let printed = config.to_string();
    assert!(
        printed.contains("select = \"aside, .promo\" # undross.toml:7"),
        "{printed}"
    );
    let again = Config::parse(None, printed).unwrap();
    assert_eq!(again.settings(), config.settings());
}

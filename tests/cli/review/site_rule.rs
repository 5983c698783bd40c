//! A decision that becomes a rule in `undross.toml`.

use serde_json::json;

use super::page::Page;
use super::{here, id_of};

#[test]
fn a_decision_becomes_a_site_rule() {
    let here = here();
    here.write("undross.toml", "[rules]\noff = [\"byline\"]\n");
    let id = id_of(&here, "Source link");
    let page = Page::open(&here, "");
    let said = page.post("api/site-rule", &json!({ "group": id, "decision": "keep" }));
    assert!(
        said["toml"]
            .as_str()
            .unwrap()
            .contains("line = \"Source link\""),
        "{said}"
    );
    let config = here.read("undross.toml");
    assert!(
        config.starts_with("[rules]\noff = [\"byline\"]\n\n[[keep]]\nname = \"review-"),
        "{config}"
    );
    page.post("api/site-rule", &json!({ "group": id, "decision": "keep" }));
    assert_eq!(here.read("undross.toml"), config, "once is enough");
    here.run("clean in -o again --quiet --no-decisions").ends(0);
    assert!(here.read("again/one.org/a.txt").ends_with("Source link\n"));
}

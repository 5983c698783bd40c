//! The files of the page, inside the binary.

/// The page itself.
pub(super) const INDEX: &str = include_str!("../../review/assets/index.html");
/// Its style.
pub(super) const STYLE: &str = include_str!("../../review/assets/style.css");

/// A script of the page, with its name.
macro_rules! scripts {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../review/assets/", $name)))),*]
    };
}

/// The scripts of the page, in the order in which it loads them.
pub(super) const SCRIPTS: &[(&str, &str)] = scripts![
    "dom.js",
    "text.js",
    "say.js",
    "api.js",
    "export.js",
    "state.js",
    "outbox.js",
    "queue.js",
    "lines.js",
    "detail.js",
    "decide.js",
    "page.js",
    "pictures.js",
    "keys.js",
    "app.js",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_loads_the_scripts_that_are_here_in_this_order() {
        let named = INDEX.lines().filter_map(|line| {
            let (name, _) = line
                .trim()
                .strip_prefix("<script src=\"")?
                .split_once('"')?;
            Some(name)
        });
        let here = SCRIPTS.iter().map(|(name, _)| *name);
        assert!(
            named.eq(here),
            "index.html and assets.rs list other scripts"
        );
    }
}

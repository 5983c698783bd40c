//! placeholder
use crate::edit::Edit;
#[derive(Debug)]
pub struct Pass {
    pub id: &'static str,
    pub summary: &'static str,
    pub about: &'static str,
    pub default: bool,
    pub run: fn(&str) -> Vec<Edit>,
}
pub static PASSES: &[&Pass] = &[];

//! Review: what people decide about removals, once, and how it holds in every later run.
//!
//! A [`Queue`] groups what runs removed, and what they nearly removed, by rule and text; a [`Decision`] on a group, a site, a
//! capture or a rule stands in a file of [`Decisions`], which [`Plan::with_decisions`](crate::Plan::with_decisions) applies.

mod choice;
mod decision;
mod decisions;
mod file;
mod filter;
mod group;
mod merge;
mod queue;
mod site_rule;
mod text;
mod texts;

pub use choice::{Choice, Decided};
pub use decision::{Decision, Key, Scope, Verdict, Was};
pub use decisions::{Decisions, Item};
pub use file::Damage;
pub use filter::Filter;
pub use group::{Copies, Group, Member, Occurrence};
pub use merge::{Merged, merge};
pub use queue::Queue;
pub use site_rule::site_rule;
pub use text::name_of;

/// Name of the file of decisions that is looked for upward from the input.
pub const FILE_NAME: &str = "decisions.jsonl";

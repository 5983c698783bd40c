//! Takes the dross out of raw captures, and shows exactly what was removed.
//!
//! The road: [`Capture`] (bytes) is decoded to a [`Page`] (text and blocks, immutable); every [`Rule`]
//! of the [`Plan`] claims spans of it; one resolver decides which claims stand; one pass removes them;
//! ordered passes rewrite what is left; the [`Outcome`] holds it all and renders text, diff and record.
//!
//! ```
//! use undross::{Capture, Plan, process};
//!
//! let capture = Capture::of_text("a", "[ad_1]\nThe minister resigned on Monday.\n[ad_2]\nSource link\n");
//! let plan = Plan::default();
//! let outcome = process(&capture, &plan);
//! assert_eq!(outcome.text(), "The minister resigned on Monday.\n");
//! assert_eq!(outcome.removals()[0].rules, ["autoblog-marker"]);
//! ```

mod binary;
pub mod capture;
mod code;
pub mod config;
pub mod corpus;
pub mod decode;
pub mod diff;
pub mod edit;
pub mod error;
mod escape;
pub mod fold;
mod foreign;
pub mod html;
pub mod learn;
pub mod markdown;
pub mod model;
mod needles;
pub mod normalize;
pub mod outcome;
pub mod page;
pub mod pipeline;
pub mod plan;
pub mod record;
pub mod resolve;
pub mod review;
pub mod rule;
pub mod rules;
mod sentences;
pub mod settings;
mod settle;
pub mod site;
pub mod sketch;
pub mod stats;

pub use capture::Capture;
pub use edit::{Edit, Span};
pub use error::Error;
pub use outcome::Outcome;
pub use page::{Block, Page};
pub use pipeline::process;
pub use plan::Plan;
pub use rule::Rule;
pub use settings::Settings;

/// Runs the code of the README as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct ReadMe;

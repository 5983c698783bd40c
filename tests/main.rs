//! The one test binary.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod bounds;
mod charts;
mod cli;
mod decode;
mod diff;
mod files;
mod fixtures;
mod hostile;
mod html;
mod laws;
mod layout;
mod learn;
mod markdown;
mod model;
mod normalize;
mod ordinary;
mod registry;
mod review;
mod seeds;
mod sources;
mod tidy;

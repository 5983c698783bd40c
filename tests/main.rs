//! The one test binary.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by panicking"
)]

mod decode;
mod files;
mod fixtures;
mod hostile;
mod laws;
mod ordinary;
mod registry;
mod seeds;
mod tidy;

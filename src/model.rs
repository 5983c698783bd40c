//! The block model: which blocks of a web page are content.
//!
//! The road: [`Input`] (elements and blocks) is [`Measured`], [`features`] makes a row of numbers of each block,
//! the forest turns a row into a probability, and `decide` chooses the blocks of the page.
//! Training reads the same rows; see `training/`.

mod around;
mod candidate;
pub mod decide;
pub mod features;
pub mod forest;
mod input;
mod judge;
mod kinds;
mod lexicon;
mod measure;
pub mod path;
mod signals;
mod tags;
mod text;
mod title;
mod units;

pub use decide::{Choice, Headline, Profile};
pub use input::{Element, Input, Source};
pub use judge::{Judgement, Reason};
pub use kinds::Kind;
pub use measure::Measured;
pub use tags::Tag;
pub use units::Units;

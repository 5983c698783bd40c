//! What many captures of one site show and no single one does: its furniture.
//!
//! The road: what a capture shows is [`Seen`]; of each site a [`Sample`] of captures is kept, the same whichever order they
//! come in, so that samples of shards can be joined; [`furniture`] tells from the sample which lines are the site's and
//! not the text's; a [`SiteProfile`] holds them in a file for review; a plan goes by it ([`crate::Plan::with_learned`]).

mod counts;
mod furniture;
mod profile;
mod sample;
mod seen;
mod shape;
mod tally;

pub use counts::Counts;
pub use furniture::furniture;
pub use profile::{Learned, SiteProfile, Stands};
pub use sample::{Sample, Samples};
pub use seen::Seen;
pub(crate) use shape::without_numbers;
pub use shape::{Shape, shape};

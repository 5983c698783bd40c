//! Captures in files, folders, archives and streams: finding, reading, running, writing.
//!
//! [`Inputs`] find them and give a [`Job`] for each, [`Workers`] run jobs side by side and hand the results on in
//! the order of the input, a [`Folder`] takes what is written. Memory does not grow with the number of captures.

mod batch;
mod choice;
mod columns;
mod containers;
mod disk;
mod folder;
mod inputs;
mod job;
mod json;
mod names;
mod over;
mod place;
mod run;
mod same_name;
mod site;
mod skipped;
mod walk;
mod warnings;
mod workers;

pub use batch::{Batch, Batches};
pub use choice::{Choice, Split};
pub use folder::{Folder, Stream};
pub use inputs::{Inputs, Survey};
pub use job::{Failure, Form, Give, Held, Ignored, Job, Reading, too_large};
pub use names::{id_of, output_of, tidy_name};
pub use over::{Over, can_write_over, folder_of, write_over};
#[cfg(feature = "parquet")]
pub use run::rows_of;
pub use run::{
    Before, Begun, Difference, Existing, Header, Look, Noted, Part, RECORDS, Run, ShardForm,
    Shards, Tally, records_of,
};
pub use site::SiteFrom;
pub use walk::Found;
pub use workers::Workers;

//! Captures in files, folders and streams: finding, reading, running, writing.
//!
//! [`Inputs`] finds them, a [`Job`] reads one, [`Workers`] run jobs side by side and hand the results on in
//! the order of the input, a [`Folder`] takes what is written. Memory does not grow with the number of captures.

mod folder;
mod inputs;
mod job;
mod json_lines;
mod names;
mod place;
mod same_name;
mod site;
mod workers;

pub use folder::{Existing, Folder, Stream};
pub use inputs::{Found, Inputs, Survey};
pub use job::{Failure, Form, Job, Reading};
pub use names::{id_of, tidy_name};
pub use site::SiteFrom;
pub use workers::Workers;

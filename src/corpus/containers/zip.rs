//! Zip archives: members, each behind a head of its own, and a directory of them at the end.

mod directory;
mod member;
mod name;

use std::io;
use std::ops::ControlFlow;

use memchr::memmem::Finder;

use super::mac::{OF_MAC, is_of_mac};
use super::members::reason_of;
use super::names::Names;
use super::spool::spooled;
use super::window::Window;
use super::{Context, Origin, Source, each_in};
use crate::corpus::job::Give;
use directory::{Directory, Entry};
use member::{LOCAL, Local, unpacked};

/// Entries of the directory that are held at once.
const AT_ONCE: usize = 256;

/// Gives all captures among the members.
pub(super) fn each_member(
    source: Source<'_>,
    context: Context<'_>,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let origin = source.origin;
    let spooled = match spooled(source.bytes, context.reading.max_bytes) {
        Ok(spooled) => spooled,
        Err(error) => return give(origin.failure(reason_of(&error))),
    };
    if let Some(reason) = spooled.damage {
        give(origin.failure(reason))?;
    }
    let mut archive = Archive {
        bytes: spooled.bytes,
        origin,
        names: Names::default(),
    };
    match Directory::find(&mut archive.bytes) {
        Ok(Some(directory)) => archive.each_listed(directory, context, give),
        Ok(None) => {
            let reason = "its directory is damaged or cut off; members that have a head of their own are read";
            give(archive.origin.failure(reason))?;
            archive.each_found(context, give)
        }
        Err(error) => give(archive.origin.failure(reason_of(&error))),
    }
}

struct Archive {
    bytes: Window<'static>,
    origin: Origin,
    names: Names,
}

impl Archive {
    /// Reads the members that the directory lists.
    fn each_listed(
        &mut self,
        mut directory: Directory,
        context: Context<'_>,
        give: &mut Give<'_>,
    ) -> ControlFlow<()> {
        let mut packed = 0;
        loop {
            let entries = match directory.next(&mut self.bytes, AT_ONCE) {
                Ok(entries) if entries.is_empty() => return ControlFlow::Continue(()),
                Ok(entries) => entries,
                Err(error) => return give(self.origin.failure(reason_of(&error))),
            };
            for entry in entries {
                packed += entry.packed;
                // Members that share their bytes unpack to far more than any file should.
                if packed > directory.size {
                    let reason = "members lie over each other; the rest is not read";
                    return give(self.origin.failure(reason));
                }
                self.listed(&entry, context, give)?;
            }
        }
    }

    fn listed(
        &mut self,
        entry: &Entry,
        context: Context<'_>,
        give: &mut Give<'_>,
    ) -> ControlFlow<()> {
        if !is_wanted(entry, context) {
            return ControlFlow::Continue(());
        }
        let origin = self.member(&entry.name);
        match self.go_behind_head(entry.at) {
            Ok(true) => {}
            Ok(false) => return give(origin.failure("its head is damaged")),
            Err(error) => return give(origin.failure(reason_of(&error))),
        }
        self.unpack(entry, origin, context, give)
    }

    fn go_behind_head(&mut self, at: u64) -> io::Result<bool> {
        self.bytes.go_to(at)?;
        let Some(local) = Local::read(self.bytes.look(LOCAL)) else {
            return Ok(false);
        };
        self.bytes.pass(LOCAL as u64 + local.behind())?;
        Ok(true)
    }

    /// Reads the members that are found by their heads.
    fn each_found(&mut self, context: Context<'_>, give: &mut Give<'_>) -> ControlFlow<()> {
        let head = Finder::new(b"PK\x03\x04");
        let _ = self.bytes.go_to(0);
        loop {
            match self.bytes.find(&head) {
                Ok(true) => {}
                Ok(false) => return ControlFlow::Continue(()),
                Err(error) => return give(self.origin.failure(reason_of(&error))),
            }
            let at = self.bytes.at();
            let entry =
                Local::read(self.bytes.look(LOCAL)).and_then(|local| local.entry(&mut self.bytes));
            let Some(entry) = entry else {
                let _ = self.bytes.go_to(at + 1);
                continue;
            };
            let begin = self.bytes.at();
            if is_wanted(&entry, context) {
                let origin = self.member(&entry.name);
                self.unpack(&entry, origin, context, give)?;
            }
            // What was unpacked may have been read ahead, so its end is not known.
            let end = if entry.open {
                begin
            } else {
                begin + entry.packed
            };
            let _ = self.bytes.go_to(end);
        }
    }

    /// Reads what stands behind the head of a member.
    fn unpack(
        &mut self,
        entry: &Entry,
        origin: Origin,
        context: Context<'_>,
        give: &mut Give<'_>,
    ) -> ControlFlow<()> {
        match unpacked(&mut self.bytes, entry) {
            Ok(bytes) => each_in(
                Source {
                    bytes,
                    origin,
                    is_unpacked: false,
                    file: None,
                },
                context,
                give,
            ),
            Err(reason) => give(origin.failure(reason)),
        }
    }

    fn member(&mut self, name: &[u8]) -> Origin {
        self.origin.member(name, &mut self.names)
    }
}

/// Tells whether a member may be a capture; counts what is passed over.
fn is_wanted(entry: &Entry, context: Context<'_>) -> bool {
    let of_mac = entry.is_file && is_of_mac(&entry.name);
    if of_mac {
        context.skipped.count(OF_MAC);
    }
    entry.is_file && !of_mac
}

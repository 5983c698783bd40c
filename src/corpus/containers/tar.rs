//! Tar archives: heads of 512 bytes, each before its member.

mod header;

use std::io::{self, BufRead};
use std::ops::ControlFlow;

use super::mac::{OF_MAC, is_of_mac};
use super::members::{damage_of, reason_of};
use super::names::Names;
use super::part::Part;
use super::window::Window;
use super::{Context, Origin, Source, each_in};
use crate::corpus::job::Give;
use header::{BLOCK, Header, Kind, MARK, Told};

/// Bytes searched at once for a head behind damage.
const STEP: usize = 1 << 16;
/// Most bytes of what is told of a member in another member.
const MOST_TOLD: u64 = 1 << 20;
/// Place in a block of the map of a sparse file that tells whether another one follows.
const MORE_MAP: usize = 504;

/// Why sparse files are not read.
const SPARSE: &str = "is a sparse file, which is not read; unpack it first";
/// Why the rest of a file is not read.
const REST: &str = "is the rest of a file that begins in another archive; join the archives first";

/// Tells whether a file begins with the head of a member, also of an archive without the mark of later ones.
pub(super) fn is_begun(head: &[u8]) -> bool {
    Header::read(head).is_some_and(|head| !head.name.is_empty())
}

/// Gives all captures among the members.
pub(super) fn each_member(
    source: Source<'_>,
    context: Context<'_>,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let mut archive = Archive {
        bytes: source.bytes,
        origin: source.origin,
        names: Names::default(),
        told: Told::default(),
        ended: false,
    };
    while archive.next(context, give)? {}
    ControlFlow::Continue(())
}

struct Archive<'r> {
    bytes: Window<'r>,
    origin: Origin,
    names: Names,
    /// What was told of the next member, where it does not fit into its head.
    told: Told,
    /// The mark of the end was seen.
    ended: bool,
}

impl Archive<'_> {
    /// Reads one member; tells whether there may be more.
    fn next(&mut self, context: Context<'_>, give: &mut Give<'_>) -> ControlFlow<(), bool> {
        let at = self.bytes.at();
        let block = self.bytes.look(BLOCK);
        if block.len() < BLOCK {
            return self.end(at, give);
        }
        if block.iter().all(|byte| *byte == 0) {
            self.ended = true;
            self.bytes.consume(BLOCK);
            return ControlFlow::Continue(true);
        }
        let Some(header) = Header::read(block) else {
            give(
                self.origin
                    .failure_at(&format!(": byte {at}"), "the head of a member is damaged"),
            )?;
            return ControlFlow::Continue(self.find_next());
        };
        self.bytes.consume(BLOCK);
        self.ended = false;
        let told = match header.kind.is_member() {
            true => std::mem::take(&mut self.told),
            false => Told::default(),
        };
        let size = told.size.unwrap_or(header.size);
        if header.has_more_map {
            self.pass_map();
        }
        let end = (self.bytes.at())
            .saturating_add(size.div_ceil(BLOCK as u64).saturating_mul(BLOCK as u64));
        self.member(&header, (told, size), (context, give))?;
        let left = end.saturating_sub(self.bytes.at());
        match self.bytes.pass(left) {
            Ok(passed) if passed < left && size > 0 => self.cut_off(at, give),
            Ok(_) => ControlFlow::Continue(true),
            Err(error) => self.damaged(at, &error, give),
        }
    }

    fn member(
        &mut self,
        header: &Header,
        (told, size): (Told, u64),
        (context, give): (Context<'_>, &mut Give<'_>),
    ) -> ControlFlow<()> {
        let name = told.name.as_ref().unwrap_or(&header.name);
        match header.kind {
            // Archives of old have no other mark for a folder.
            Kind::File if size == 0 && name.ends_with(b"/") => {}
            Kind::File if is_of_mac(name) => context.skipped.count(OF_MAC),
            Kind::File if told.is_sparse => return self.unread(name, SPARSE, give),
            Kind::Sparse => return self.unread(name, SPARSE, give),
            Kind::Rest => return self.unread(name, REST, give),
            Kind::File => {
                let origin = self.origin.member(name, &mut self.names);
                let source = Source {
                    bytes: Window::of_stream(Part::of(&mut self.bytes, size)),
                    origin,
                    is_unpacked: false,
                    file: None,
                };
                return each_in(source, context, give);
            }
            Kind::LongName | Kind::Extended if size <= MOST_TOLD => {
                let text = self.bytes.look(usize::try_from(size).unwrap_or(0));
                self.told.add(header.kind, text);
            }
            Kind::LongName | Kind::Extended | Kind::About | Kind::Other => {}
        }
        ControlFlow::Continue(())
    }

    /// Names a member that is not read.
    fn unread(&mut self, name: &[u8], reason: &str, give: &mut Give<'_>) -> ControlFlow<()> {
        let origin = self.origin.member(name, &mut self.names);
        give(origin.failure(reason))
    }

    /// Passes over the blocks with the map of an old sparse file; its size does not count them.
    fn pass_map(&mut self) {
        loop {
            let block = self.bytes.look(BLOCK);
            let more = block.len() == BLOCK && block[MORE_MAP] != 0;
            let length = block.len();
            self.bytes.consume(length);
            if !more {
                return;
            }
        }
    }

    /// Names damage, and goes on with the next head.
    fn damaged(
        &mut self,
        at: u64,
        error: &io::Error,
        give: &mut Give<'_>,
    ) -> ControlFlow<(), bool> {
        let at = format!(": byte {at}");
        give(self.origin.failure_at(&at, reason_of(error)))?;
        ControlFlow::Continue(self.find_next())
    }

    /// Looks at what is left where no whole head is.
    fn end(&mut self, at: u64, give: &mut Give<'_>) -> ControlFlow<(), bool> {
        if self.bytes.is_over() && self.ended {
            return ControlFlow::Continue(false);
        }
        let left = self.bytes.look(BLOCK).len();
        self.bytes.consume(left);
        match self.bytes.fill_buf() {
            Err(error) => self.damaged(at, &error, give),
            Ok(_) if self.ended => ControlFlow::Continue(false),
            Ok(_) => self.cut_off(at, give),
        }
    }

    fn cut_off(&self, at: u64, give: &mut Give<'_>) -> ControlFlow<(), bool> {
        let reason = "ends early, without the mark of its end; the file may have been cut off";
        give(self.origin.failure_at(&format!(": byte {at}"), reason))?;
        ControlFlow::Continue(false)
    }

    /// Moves to the next whole head; tells whether there is one.
    fn find_next(&mut self) -> bool {
        self.told = Told::default();
        self.bytes.consume(1);
        loop {
            let here = self.bytes.look(STEP);
            let marks = memchr::memmem::find_iter(here, b"ustar");
            let mut begins = marks.filter_map(|mark| mark.checked_sub(MARK));
            let found = begins.find(|&at| {
                here.get(at..at + BLOCK)
                    .is_some_and(|block| Header::read(block).is_some())
            });
            let over = here.len() < STEP;
            let passed = found.unwrap_or(
                here.len()
                    .saturating_sub(BLOCK - 1)
                    .max(usize::from(over) * here.len()),
            );
            self.bytes.consume(passed);
            if found.is_some() {
                return true;
            }
            let ended = match over.then(|| self.bytes.fill_buf()) {
                None => false,
                Some(Ok(here)) => here.is_empty(),
                Some(Err(error)) => damage_of(&error).is_none(),
            };
            if ended {
                return false;
            }
        }
    }
}

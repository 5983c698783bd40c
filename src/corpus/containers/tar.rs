//! Tar archives: heads of 512 bytes, each before its member.

mod header;

use std::io::{self, BufRead};
use std::ops::ControlFlow;

use super::members::{damage_of, reason_of};
use super::names::Names;
use super::part::Part;
use super::window::Window;
use super::{Context, Origin, Source, each_in};
use crate::corpus::job::Give;
use header::{BLOCK, Header, Kind, MARK, long_name};

/// Bytes searched at once for a head behind damage.
const STEP: usize = 1 << 16;
/// Most bytes of what names a member in another member.
const MOST_NAME: u64 = 1 << 16;

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
        long: None,
        size: None,
        ended: false,
    };
    while archive.next(context, give)? {}
    ControlFlow::Continue(())
}

struct Archive<'r> {
    bytes: Window<'r>,
    origin: Origin,
    names: Names,
    /// Name of the next member, where it is too long for its head.
    long: Option<Vec<u8>>,
    /// Size of the next member, where it is too large for its head.
    size: Option<u64>,
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
        let size = self
            .size
            .take()
            .filter(|_| header.kind.is_member())
            .unwrap_or(header.size);
        let end = (at + BLOCK as u64)
            .saturating_add(size.div_ceil(BLOCK as u64).saturating_mul(BLOCK as u64));
        self.member(&header, size, (context, give))?;
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
        size: u64,
        (context, give): (Context<'_>, &mut Give<'_>),
    ) -> ControlFlow<()> {
        match header.kind {
            Kind::File => {
                let name = self.long.take().unwrap_or_else(|| header.name.clone());
                let origin = self.origin.member(&name, &mut self.names);
                let source = Source {
                    bytes: Window::of_stream(Part::of(&mut self.bytes, size)),
                    origin,
                    file: None,
                };
                return each_in(source, context, give);
            }
            Kind::LongName | Kind::Extended if size <= MOST_NAME => {
                let text = self.bytes.look(usize::try_from(size).unwrap_or(0));
                let (name, size) = long_name(header.kind, text);
                self.long = name.or(self.long.take());
                self.size = size;
            }
            Kind::LongName | Kind::Extended | Kind::Global => {}
            Kind::Sparse => {
                let name = self.long.take().unwrap_or_else(|| header.name.clone());
                let origin = self.origin.member(&name, &mut self.names);
                return give(
                    origin.failure("is a sparse file, which is not read; unpack it first"),
                );
            }
            Kind::Other => self.long = None,
        }
        ControlFlow::Continue(())
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
        self.long = None;
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

//! WARC and WET: one record behind the other, each with a head, a length and a block.

mod block;
mod head;
mod record;

use std::io::{BufRead, Read};
use std::ops::ControlFlow;

use memchr::memmem::Finder;

use super::members::{Stands, damage_of, reason_of};
use super::window::Window;
use super::{Context, Origin, Source};
use crate::corpus::job::{Give, Job, too_large};
use block::{Block, MAGIC, is_begin, next_in};
use head::{Bad, Head};

/// Bytes behind a block that tell whether its length fits: line ends, and the next record.
const BEHIND: usize = 16;
/// Bytes that may be read twice because lengths do not fit, before each has to pay for itself.
const AGAIN: u64 = 1 << 26;

/// Gives all captures among the records.
pub(super) fn each_record(
    source: Source<'_>,
    context: Context<'_>,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let mut records = Records {
        bytes: source.bytes,
        origin: source.origin,
        context,
        number: 0,
        at: 0,
        lost: false,
        again: 0,
    };
    while records.next(give)? {}
    ControlFlow::Continue(())
}

struct Records<'r> {
    bytes: Window<'r>,
    origin: Origin,
    context: Context<'r>,
    number: u64,
    /// Where the record begins.
    at: u64,
    /// Damage was told, and no record was found behind it yet.
    lost: bool,
    again: u64,
}

impl Records<'_> {
    /// Reads one record; tells whether there may be more.
    fn next(&mut self, give: &mut Give<'_>) -> ControlFlow<(), bool> {
        while matches!(self.bytes.look(1), [b'\r' | b'\n']) {
            self.bytes.consume(1);
        }
        self.at = self.bytes.at();
        if self.bytes.is_over() {
            return ControlFlow::Continue(false);
        }
        if !is_begin(self.bytes.look(MAGIC.len() + 2)) {
            return self.lose_the_way("no record begins here", give);
        }
        self.number += 1;
        let head = match Head::read(&mut self.bytes) {
            Ok(head) => head,
            Err(Bad::Head(reason)) => return self.lose_the_way(&reason, give),
            Err(Bad::Read(error)) => {
                let more = damage_of(&error).is_some();
                self.tell(reason_of(&error), give)?;
                return ControlFlow::Continue(more);
            }
        };
        self.lost = false;
        let block = self.block(&head);
        self.give(&head, block, give)?;
        ControlFlow::Continue(true)
    }

    /// Gives the capture in a record, or says what is wrong with the record.
    fn give(&self, head: &Head, block: Block, give: &mut Give<'_>) -> ControlFlow<()> {
        let Block { bytes, wrong } = block;
        let Some(bytes) = bytes.filter(|_| record::is_wanted(head)) else {
            return match wrong {
                Some(wrong) => self.tell(wrong, give),
                None => self.skip(&head.kind()),
            };
        };
        let id = head
            .name()
            .unwrap_or_else(|| format!("{}{}", self.origin.id(), self.place()));
        let max_bytes = self.context.reading.max_bytes;
        match (record::capture(head, bytes, max_bytes), wrong) {
            (Ok(read), wrong) => {
                let wrong = wrong.or_else(|| head.cut());
                let place = format!("{}{}", self.origin.place, self.place());
                give(Job::Held(read.held(id, place, wrong)))
            }
            (Err(record::Unread::Bad(reason)), _) => self.tell(reason, give),
            (Err(record::Unread::Skipped(_)), Some(wrong)) => self.tell(wrong, give),
            (Err(record::Unread::Skipped(kind)), None) => self.skip(&kind),
        }
    }

    fn skip(&self, kind: &str) -> ControlFlow<()> {
        self.context.skipped.count(kind);
        ControlFlow::Continue(())
    }

    /// Reads the block of a record, and looks whether its length fits.
    fn block(&mut self, head: &Head) -> Block {
        let limit = self
            .context
            .reading
            .max_bytes
            .saturating_add(record::HTTP_HEAD);
        if head.length > limit || self.again > AGAIN.max(self.at) {
            return self.large_block(head, limit);
        }
        let mut bytes = Vec::new();
        let read = (&mut self.bytes).take(head.length).read_to_end(&mut bytes);
        if let Some(error) = read.err().or_else(|| self.error_behind()) {
            return Block::damaged(bytes, reason_of(&error));
        }
        let whole = bytes.len() as u64 == head.length;
        if whole && self.fits() {
            return Block::good(bytes);
        }
        if let Some(next) = next_in(&bytes) {
            self.again += (bytes.len() - next) as u64;
            self.bytes.put_back(&bytes[next..]);
            return Block::cut(bytes, next, head.length);
        }
        if !whole {
            return Block::damaged(bytes, "ends early; the file was cut off".to_owned());
        }
        self.longer_block(bytes, head.length, limit)
    }

    /// Takes an error that comes before the next record: the last bytes of a member tell whether it is whole.
    fn error_behind(&mut self) -> Option<std::io::Error> {
        let behind = self.bytes.look(BEHIND);
        let line_ends = behind.iter().all(|byte| matches!(byte, b'\r' | b'\n'));
        let count = behind.len();
        if count == BEHIND || !line_ends {
            return None;
        }
        let damage = self.bytes.error().and_then(damage_of);
        if damage.is_none_or(|damage| damage.stands != Stands::Within) {
            return None;
        }
        self.bytes.consume(count);
        self.bytes.fill_buf().err()
    }

    /// Reads on to the next record, because the block is longer than was said.
    fn longer_block(&mut self, mut bytes: Vec<u8>, length: u64, limit: u64) -> Block {
        loop {
            let Ok(more) = self.bytes.fill_buf() else {
                return Block::cut_at_end(bytes, length);
            };
            if more.is_empty() {
                return Block::cut_at_end(bytes, length);
            }
            let (from, count) = (bytes.len().saturating_sub(MAGIC.len() + 2), more.len());
            bytes.extend_from_slice(more);
            self.bytes.consume(count);
            if let Some(next) = next_in(&bytes[from..]).map(|next| from + next) {
                self.bytes.put_back(&bytes[next..]);
                return Block::cut(bytes, next, length);
            }
            if bytes.len() as u64 > limit {
                let found = self.find_next().is_ok_and(|found| found);
                let end = if found { "" } else { ", and no record follows" };
                return Block::lost(format!("its Content-Length of {length} does not fit{end}"));
            }
        }
    }

    /// Passes over a block that is too large, or said to be.
    fn large_block(&mut self, head: &Head, limit: u64) -> Block {
        let begin = self.bytes.at();
        let found = self.find_next();
        let passed = self.bytes.at() - begin;
        let max_bytes = self.context.reading.max_bytes;
        let near = passed
            .checked_sub(head.length)
            .is_some_and(|more| more <= 4);
        let wrong = match found {
            Err(error) => Some(reason_of(&error)),
            Ok(true) if !near => Some(format!(
                "its Content-Length of {} does not fit",
                head.length
            )),
            Ok(false) if passed < head.length => {
                Some("ends early; the file was cut off".to_owned())
            }
            Ok(_) if head.length > limit && record::is_wanted(head) => Some(too_large(max_bytes)),
            Ok(_) if record::is_wanted(head) => {
                Some("not read: too many lengths do not fit".to_owned())
            }
            Ok(_) => None,
        };
        Block { bytes: None, wrong }
    }

    /// Tells whether the next record, or the end, is behind the block.
    fn fits(&mut self) -> bool {
        let behind = self.bytes.look(BEHIND);
        let line_ends = behind
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let line_ends = line_ends.count();
        let rest = &behind[line_ends..];
        let begun = rest.len().min(MAGIC.len());
        behind.is_empty() || (line_ends > 0 && rest[..begun] == MAGIC[..begun])
    }

    /// Tells once that something is no record, and looks for the next one.
    fn lose_the_way(&mut self, reason: &str, give: &mut Give<'_>) -> ControlFlow<(), bool> {
        if self.bytes.is_broken() {
            let Err(error) = self.bytes.fill_buf() else {
                return ControlFlow::Continue(true);
            };
            self.number += 1;
            self.tell(reason_of(&error), give)?;
            return ControlFlow::Continue(damage_of(&error).is_some());
        }
        if !self.lost {
            self.tell(reason.to_owned(), give)?;
        }
        self.lost = true;
        match self.find_next() {
            Ok(more) => ControlFlow::Continue(more),
            Err(error) => {
                self.tell(reason_of(&error), give)?;
                ControlFlow::Continue(damage_of(&error).is_some())
            }
        }
    }

    /// Moves to the next place where a record begins.
    fn find_next(&mut self) -> std::io::Result<bool> {
        let magic = Finder::new(MAGIC);
        if self.bytes.at() == self.at {
            self.bytes.pass(1)?;
        }
        while self.bytes.find(&magic)? {
            if is_begin(self.bytes.look(MAGIC.len() + 2)) {
                return Ok(true);
            }
            self.bytes.consume(1);
        }
        Ok(false)
    }

    fn tell(&self, reason: String, give: &mut Give<'_>) -> ControlFlow<()> {
        give(self.origin.failure_at(&self.place(), reason))
    }

    fn place(&self) -> String {
        format!(": record {} at byte {}", self.number.max(1), self.at)
    }
}

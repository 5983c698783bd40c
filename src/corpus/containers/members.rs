//! Compressed streams: one member of gzip, or one frame of zstd, behind the other.

use std::io::{self, BufRead, Read};
use std::mem::replace;
use std::path::Path;

use flate2::bufread::GzDecoder;
use memchr::memmem::Finder;
use thiserror::Error;

use super::frame::Frame;
use super::part::Careful;
use super::sniff::extension;
use super::window::Window;
use crate::error::in_words;

/// Bytes that may be read twice for a new start behind a damaged member, before each new start has to pay for itself.
const AGAIN: u64 = 1 << 24;
/// Bytes looked at for the head of a member.
const HEAD: usize = 10;
/// Says that not even a head is there.
const CUT: &str = "ends within its first bytes; the file was cut off";

/// A kind of compression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::corpus) enum Codec {
    Gzip,
    Zstd,
}

/// A part of a compressed stream that cannot be unpacked; what stands behind it can still be read.
#[derive(Debug, Error)]
#[error("{reason}")]
pub(in crate::corpus) struct Damage {
    reason: String,
    /// Where it stands to the parts that can be read.
    pub(in crate::corpus) stands: Stands,
}

/// Where damage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::corpus) enum Stands {
    /// Apart from what was handed on.
    Apart,
    /// In a part of which bytes were handed on already.
    Within,
    /// Behind all parts: nothing that can be read is missing.
    Behind,
}

/// What the members of a stream unpack to.
///
/// A damaged member gives one error, and reading goes on with the next member that can be read.
pub(in crate::corpus) struct Members<'r> {
    codec: Codec,
    state: State<'r>,
    /// Where the member begins.
    at: u64,
    number: u64,
    /// Nothing of the member was handed on yet.
    fresh: bool,
    /// This one was found by a search, behind damage.
    searched: bool,
    again: u64,
}

enum State<'r> {
    Between(Window<'r>),
    Gzip(Box<Careful<GzDecoder<Window<'r>>>>),
    Zstd(Box<Frame<'r>>),
    Over,
}

impl Codec {
    /// Tells how bytes are compressed by the first of them.
    pub(in crate::corpus) fn of(head: &[u8]) -> Option<Self> {
        let flags = head.get(3).copied().unwrap_or(0);
        if head.starts_with(b"\x1f\x8b\x08") && flags < 0x20 {
            return Some(Self::Gzip);
        }
        let skipped = head.len() >= 4 && head[0] & 0xF0 == 0x50 && head[1..4] == *b"\x2a\x4d\x18";
        let zstd = head.starts_with(b"\x28\xb5\x2f\xfd") || skipped;
        zstd.then_some(Self::Zstd)
    }

    /// Tells how bytes are compressed; a file whose name says so may end within the first of them.
    pub(in crate::corpus) fn of_file(head: &[u8], name: &Path) -> Option<Self> {
        let named = || match extension(name).as_str() {
            "gz" | "tgz" => Some(Self::Gzip),
            "zst" => Some(Self::Zstd),
            _ => None,
        };
        let is_cut = |codec: &Self| codec.magic().starts_with(head);
        Self::of(head).or_else(|| named().filter(is_cut))
    }

    const fn magic(self) -> &'static [u8] {
        match self {
            Self::Gzip => b"\x1f\x8b\x08",
            Self::Zstd => b"\x28\xb5\x2f\xfd",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip member",
            Self::Zstd => "zstd frame",
        }
    }

    /// Tells whether a member may begin here, where the magic bytes may also be there by chance.
    fn is_head(self, head: &[u8]) -> bool {
        let plausible = || {
            head.len() == HEAD && matches!(head[8], 0 | 2 | 4) && (head[9] < 14 || head[9] == 255)
        };
        Self::of(head) == Some(self) && (self == Self::Zstd || plausible())
    }
}

impl<'r> Members<'r> {
    pub(in crate::corpus) const fn new(codec: Codec, raw: Window<'r>) -> Self {
        Self {
            codec,
            state: State::Between(raw),
            at: 0,
            number: 0,
            fresh: true,
            searched: false,
            again: 0,
        }
    }

    /// Begins the next member, if one follows.
    fn open(&mut self, mut raw: Window<'r>) -> io::Result<()> {
        let head = raw.look(HEAD);
        if head.is_empty() {
            return self.end(raw);
        }
        if self.number == 0 && self.codec.magic().starts_with(head) && head.len() < HEAD {
            return Err(damage(CUT));
        }
        if Codec::of(head) != Some(self.codec) {
            return self.pass_garbage(raw);
        }
        (self.at, self.fresh) = (raw.at(), true);
        self.state = match self.codec {
            Codec::Gzip => State::Gzip(Box::new(Careful::of(GzDecoder::new(raw)))),
            Codec::Zstd => State::Zstd(Box::new(Frame::new(raw)?)),
        };
        Ok(())
    }

    /// Ends, where no byte follows.
    fn end(&mut self, mut raw: Window<'r>) -> io::Result<()> {
        let Err(error) = raw.fill_buf() else {
            return match raw.at() {
                0 => Err(damage(CUT)),
                _ => Ok(()),
            };
        };
        if damage_of(&error).is_some() {
            self.state = State::Between(raw);
        }
        Err(error)
    }

    /// Passes over what stands between members; zeros are padding.
    fn pass_garbage(&mut self, mut raw: Window<'r>) -> io::Result<()> {
        let at = raw.at();
        let mut zeros = true;
        let found = loop {
            if zeros {
                let here = raw.fill_buf()?;
                let count = here.iter().take_while(|byte| **byte == 0).count();
                if here.is_empty() {
                    return Ok(());
                }
                zeros = count == here.len();
                raw.consume(count);
                continue;
            }
            break self.search(&mut raw)?;
        };
        let name = self.codec.name();
        if !found {
            let reason =
                format!("trailing garbage ignored: what stands from byte {at} on is no {name}");
            let stands = Stands::Behind;
            return Err(io::Error::other(Damage { reason, stands }));
        }
        let reason = format!("what stands at byte {at} is no {name}, and was left out");
        self.state = State::Between(raw);
        Err(damage(&reason))
    }

    /// Moves to the next place where a member may begin; tells whether there is one.
    fn search(&self, raw: &mut Window<'r>) -> io::Result<bool> {
        let magic = Finder::new(self.codec.magic());
        while raw.find(&magic)? {
            if self.codec.is_head(raw.look(HEAD)) {
                return Ok(true);
            }
            raw.consume(1);
        }
        Ok(false)
    }

    /// Looks for the next member behind a damaged one; the damage is told once, however many false starts follow.
    fn damaged(&mut self, mut raw: Window<'r>, error: &io::Error) -> io::Result<()> {
        let silent = self.searched && self.fresh;
        self.number += u64::from(self.fresh && !silent);
        let damage = self.damage(error);
        let (stopped, begun) = (raw.at(), self.at + 1);
        let twice = stopped.saturating_sub(begun);
        if self.again + twice <= AGAIN.max(stopped) && raw.go_to(begun)? {
            self.again += twice;
        } else if raw.at() < begun {
            raw.pass(1)?;
        }
        if self.search(&mut raw)? {
            self.searched = true;
            self.state = State::Between(raw);
        }
        match silent {
            true => Ok(()),
            false => Err(io::Error::other(damage)),
        }
    }

    fn damage(&self, error: &io::Error) -> Damage {
        let (what, number, at) = (self.codec.name(), self.number, self.at);
        let cut = error.kind() == io::ErrorKind::UnexpectedEof;
        let reason = match damage_of(error) {
            Some(inner) => format!("{what} {number} at byte {at}: {inner}"),
            None if cut => format!("{what} {number} at byte {at} ends early; the file was cut off"),
            None => format!("{what} {number} at byte {at} is damaged: {}", words(error)),
        };
        Damage {
            reason,
            stands: match self.fresh {
                true => Stands::Apart,
                false => Stands::Within,
            },
        }
    }
}

/// Makes the error of a part that cannot be read.
pub(in crate::corpus) fn damage(reason: &str) -> io::Error {
    io::Error::other(Damage {
        reason: reason.to_owned(),
        stands: Stands::Apart,
    })
}

/// Returns the damage that an error tells of, if reading can go on behind it.
pub(in crate::corpus) fn damage_of(error: &io::Error) -> Option<&Damage> {
    error.get_ref()?.downcast_ref()
}

/// Tells whether an error is that bytes which belong to nothing stand behind all others.
pub(in crate::corpus) fn is_behind(error: &io::Error) -> bool {
    damage_of(error).is_some_and(|damage| damage.stands == Stands::Behind)
}

/// Says why reading failed.
pub(in crate::corpus) fn reason_of(error: &io::Error) -> String {
    damage_of(error).map_or_else(|| words(error), ToString::to_string)
}

fn words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => {
            error.to_string().to_lowercase()
        }
        _ => in_words(error),
    }
}

impl Read for Members<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        loop {
            let (read, raw) = match &mut self.state {
                State::Over => return Ok(0),
                State::Between(_) => (Ok(0), replace(&mut self.state, State::Over)),
                State::Gzip(decoder) => (decoder.read(into), State::Over),
                State::Zstd(frame) => (frame.read(into), State::Over),
            };
            if let State::Between(raw) = raw {
                self.open(raw)?;
                continue;
            }
            match read {
                Ok(0) => self.state = State::Between(self.close()),
                Ok(read) => {
                    self.number += u64::from(self.fresh);
                    (self.fresh, self.searched) = (false, false);
                    return Ok(read);
                }
                Err(error) => {
                    let raw = self.close();
                    self.damaged(raw, &error)?;
                }
            }
        }
    }
}

impl<'r> Members<'r> {
    /// Takes the bytes back from the decoder.
    fn close(&mut self) -> Window<'r> {
        match replace(&mut self.state, State::Over) {
            State::Between(raw) => raw,
            State::Gzip(decoder) => decoder.into_inner().into_inner(),
            State::Zstd(frame) => frame.into_inner(),
            State::Over => Window::of_stream(io::empty()),
        }
    }
}

//! Builds containers.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};

pub(super) fn gz(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes.as_ref()).unwrap();
    encoder.finish().unwrap()
}

pub(super) fn zst(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    zstd::encode_all(bytes.as_ref(), 3).unwrap()
}

pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Writes a record of WARC.
pub(super) fn record(kind: &str, more: &str, block: impl AsRef<[u8]>) -> Vec<u8> {
    let block = block.as_ref();
    let length = block.len();
    let mut record =
        format!("WARC/1.0\r\nWARC-Type: {kind}\r\n{more}Content-Length: {length}\r\n\r\n")
            .into_bytes();
    record.extend_from_slice(block);
    record.extend_from_slice(b"\r\n\r\n");
    record
}

/// Writes the record of an answer.
pub(super) fn response(uri: &str, head: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let more =
        format!("WARC-Target-URI: {uri}\r\nContent-Type: application/http; msgtype=response\r\n");
    let mut block = format!("HTTP/1.1 200 OK\r\n{head}\r\n").into_bytes();
    block.extend_from_slice(body.as_ref());
    record("response", &more, block)
}

pub(super) fn html(uri: &str, body: &str) -> Vec<u8> {
    response(uri, "Content-Type: text/html; charset=utf-8\r\n", body)
}

/// Writes a member of a tar archive.
pub(super) fn tar_member(name: &str, kind: u8, bytes: &[u8]) -> Vec<u8> {
    let mut head = [0; 512];
    head[..name.len()].copy_from_slice(name.as_bytes());
    head[124..135].copy_from_slice(format!("{:011o}", bytes.len()).as_bytes());
    head[156] = kind;
    head[257..265].copy_from_slice(b"ustar\x0000");
    head[148..156].fill(b' ');
    let sum: u32 = head.iter().map(|byte| u32::from(*byte)).sum();
    head[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
    let mut member = head.to_vec();
    member.extend_from_slice(bytes);
    member.resize(member.len().next_multiple_of(512), 0);
    member
}

pub(super) fn tar(members: &[(&str, &[u8])]) -> Vec<u8> {
    let members = members
        .iter()
        .map(|(name, bytes)| tar_member(name, b'0', bytes));
    let mut tar = members.collect::<Vec<_>>().concat();
    tar.extend([0; 1024]);
    tar
}

/// A member of a zip archive, as it is to be written.
pub(super) struct Zipped<'z> {
    pub(super) name: &'z str,
    pub(super) bytes: &'z [u8],
    pub(super) method: u16,
    pub(super) flags: u16,
    pub(super) attributes: u32,
}

impl<'z> Zipped<'z> {
    pub(super) fn of(name: &'z str, bytes: &'z [u8]) -> Self {
        Self {
            name,
            bytes,
            method: 8,
            flags: 0,
            attributes: 0,
        }
    }
}

pub(super) fn zip(members: &[Zipped<'_>]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for member in members {
        let packed = match member.method {
            8 => deflate(member.bytes),
            93 => zst(member.bytes),
            _ => member.bytes.to_vec(),
        };
        let mut crc = flate2::Crc::new();
        crc.update(member.bytes);
        let mut common = Vec::new();
        for two in [20, member.flags, member.method, 0, 0] {
            common.extend(two.to_le_bytes());
        }
        for four in [crc.sum(), packed.len() as u32, member.bytes.len() as u32] {
            common.extend(four.to_le_bytes());
        }
        common.extend((member.name.len() as u16).to_le_bytes());
        common.extend([0; 2]);
        let at = zip.len() as u32;
        zip.extend(b"PK\x03\x04");
        zip.extend(&common);
        zip.extend(member.name.as_bytes());
        zip.extend(packed);
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(&common);
        directory.extend([0; 6]);
        directory.extend(member.attributes.to_le_bytes());
        directory.extend(at.to_le_bytes());
        directory.extend(member.name.as_bytes());
    }
    let at = zip.len() as u32;
    let count = (members.len() as u16).to_le_bytes();
    zip.extend(&directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend([count, count].concat());
    zip.extend((directory.len() as u32).to_le_bytes());
    zip.extend(at.to_le_bytes());
    zip.extend([0; 2]);
    zip
}

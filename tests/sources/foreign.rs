//! What is not read is named, with what to do about it.

use super::build::{gz, tar};
use super::{check, check_with, reading};

const ARC: &str = "filedesc://x.arc 0.0.0.0 20040101000000 text/plain 69\n1 0 X\nURL IP-address Archive-date Content-type Archive-length\n\nhttp://a.example/ 1.2.3.4 20040101000000 text/html 9\n<p>Hello.\n";
const MHTML: &str = "From: <Saved by A>\r\nSubject: =?utf-8?Q?=C3=A4?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>A=C3=A4</p>\r\n--x--\r\n";

#[test]
fn other_kinds_are_refused_by_name_wherever_they_are() {
    for (begin, name) in [
        (&b"\xFD7zXZ\0\0\x04"[..], "`xz -d`"),
        (b"BZh91AY&SYxx", "`bzip2 -d`"),
        (
            b"\x04\x22\x4D\x18\x64\x40\xA7A text in the clear.",
            "`lz4 -d`",
        ),
        (b"7z\xBC\xAF\x27\x1C\0\x04", "`7z x`"),
        (b"Rar!\x1A\x07\x01\0", "`unrar x`"),
        (ARC.as_bytes(), "`warcio recompress`"),
        (MHTML.as_bytes(), "MHTML"),
    ] {
        let in_tar = tar(&[("a.x", begin)]);
        for (file, bytes) in [
            ("a.x", begin.to_vec()),
            ("a.x.gz", gz(begin)),
            ("a.tar", in_tar),
        ] {
            let sources = super::Sources::with(&[(file, &bytes)]);
            let lines: Vec<String> = sources.read(&[file]).iter().map(super::Got::line).collect();
            let [line] = &lines[..] else {
                panic!("{lines:?}");
            };
            assert!(
                line.starts_with("! ") && line.contains(name),
                "{file}: {line}"
            );
        }
    }
}

#[test]
fn words_that_such_files_begin_with_are_text() {
    for text in [
        "BZh is how it begins.",
        "filedesc:// is how it begins.",
        "Rar! he said.",
    ] {
        check("a", text.as_bytes(), &[&format!("a = {text}")]);
    }
    let mail = MHTML.replace("multipart/related", "multipart/mixed");
    check("a", mail.as_bytes(), &[&format!("a = {mail}")]);
    let mut reading = reading();
    reading.form = undross::corpus::Form::Text;
    check_with(&reading, "a", MHTML.as_bytes(), &[&format!("a = {MHTML}")]);
}

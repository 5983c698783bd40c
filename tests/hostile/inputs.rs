//! Inputs in the shape of text that hurt careless code; each is made in any size.

/// Sentences that stand first and last in every input and have to survive it.
pub(crate) const HONEST: [&str; 2] = [
    "The ferry to the islands runs every hour from Monday on.",
    "By noon the last of the boats had left the harbour without a sound.",
];

/// One way to be hostile.
pub(crate) struct Hostile {
    /// What it is called on the command line.
    pub(crate) name: &'static str,
    /// Bytes at which it is measured.
    pub(crate) full: usize,
    /// What may leave it.
    pub(crate) fate: Fate,
    body: fn(usize) -> Vec<u8>,
}

/// What has to come of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// No rule takes anything.
    Whole,
    /// Nothing but the honest sentences is left.
    Bare,
    /// Any outcome that keeps both sentences.
    Any,
    /// What stands below a wall of furniture may go with it.
    Walled,
    /// A web page whose text shows both sentences.
    Page,
    /// A web page that hides what stands behind the wall.
    Unseen,
}

impl Hostile {
    /// Makes the input, about as many bytes long as asked.
    pub(crate) fn make(&self, bytes: usize) -> Vec<u8> {
        let [first, last] = HONEST;
        let mut input = format!(
            "{first}

"
        )
        .into_bytes();
        input.extend((self.body)(bytes));
        input.extend(
            format!(
                "

{last}
"
            )
            .into_bytes(),
        );
        input
    }
}

const KB: usize = 1 << 10;
pub(crate) const MB: usize = 1 << 20;

/// The inputs, by what they strain: lines, repeats, the resolver, patterns, passes, decoding.
pub(crate) const HOSTILE: &[Hostile] = &[
    whole("one-line", MB, |n| unbroken(unique_words(n))),
    any("one-long-line", 50 * MB, |n| {
        repeat("a word and another ", n)
    }),
    bare("empty-lines", MB, |n| repeat("\n", n)),
    any("one-capture", 100 * MB, articles),
    whole("brackets", 50 * MB, |n| repeat("[", n)),
    whole("unique-words", 16 * MB, unique_words),
    bare("spaces", 16 * MB, |n| {
        repeat(&format!("{}\n", " ".repeat(64 * KB)), n)
    }),
    any("space-in-words", 16 * MB, |n| {
        repeat(&format!("a{}b\n", " ".repeat(4 * KB)), n)
    }),
    any("tabs-and-breaks", 16 * MB, |n| {
        repeat("\t\u{B}\u{C}\u{85}\u{2028}x ", n)
    }),
    any("returns-and-feeds", 16 * MB, |n| {
        repeat("a\rb\nc\r\n\r\r\n\n", n)
    }),
    whole("broken-words", 16 * MB, |n| {
        lines(n, |at| {
            format!(
                "the wheel of the mill stood still on morning {at} since the flood of the val-\n"
            )
        })
    }),
    whole("aligned-columns", 16 * MB, |n| {
        lines(n, |at| format!("bag {at:<12}flour {at:<12}salt   9\n"))
    }),
    whole("settings", 16 * MB, |n| {
        lines(n, |at| format!("mill{at}:\n    bags: 4\n\n"))
    }),
    walled("share-lines", 6 * MB, |n| repeat("Share\n", n)),
    walled("hint-lines", 4 * MB, |n| {
        repeat("Share\nComments\nAdvertisement\nSource\n", n)
    }),
    any("hints-apart", 4 * MB, |n| {
        repeat(
            "Share\nThe council met on Tuesday and the vote was put off again.\n",
            n,
        )
    }),
    any("hints-by-threes", 4 * MB, |n| {
        repeat(
            "Share\nTweet\nPrint\nThe council met and the vote was put off again.\n",
            n,
        )
    }),
    any("marker-wall", 4 * MB, |n| repeat("[ad_1]\n", n)),
    any("announced-markers", 4 * MB, |n| {
        [
            b"The page then says this:\n".to_vec(),
            repeat("[ad_1]\n", n),
        ]
        .concat()
    }),
    any("indented-markers", 4 * MB, |n| {
        [
            b"The page then says this:\n".to_vec(),
            repeat("      [ad_1]\n", n),
        ]
        .concat()
    }),
    walled("quoted-mentions", 4 * MB, |n| {
        repeat("Share\nThen press \"Share\" to go on.\n", n)
    }),
    any("fences", 4 * MB, |n| repeat("```\n[ad_1]\n", n)),
    any("php-wall", 8 * MB, |n| {
        repeat(
            "Warning: Undefined variable $a in /home/a/b/c.php on line 4\n",
            n,
        )
    }),
    any("glued-failures", 4 * MB, |n| {
        repeat(
            "He left. WordPress database error: [no table] for query SELECT * ",
            n,
        )
    }),
    any("twin-lines", 8 * MB, |n| {
        repeat("The same headline of some length stands here again\n", n)
    }),
    any("near-twins", 8 * MB, near_twins),
    any("nearly-a-line", 8 * MB, |n| {
        repeat(
            &format!("{}x\n", "Warning: a in /b on line ".repeat(160)),
            n,
        )
    }),
    any("nearly-an-end", 8 * MB, |n| {
        repeat(
            &format!("{}x\n", "(Photo by (Getty (AP (Reporting by ".repeat(100)),
            n,
        )
    }),
    any("deep-quotes", 8 * MB, deep_quotes),
    any("bullets", 8 * MB, |n| repeat("• · – ‣ * -\n  • \n", n)),
    any("hard-wrapped", 8 * MB, |n| {
        repeat(
            "a line that somebody broke at column sixty, as mail programs\n",
            n,
        )
    }),
    any("ampersands", 10 * MB, |n| {
        [b"&".to_vec(), repeat("amp;", n)].concat()
    }),
    any("entity-towers", 10 * MB, |n| {
        repeat("&amp;amp;amp;amp;amp;nbsp;&lt;b&gt; ", n)
    }),
    any("open-entities", 10 * MB, |n| repeat("&#x", n)),
    any("open-tags", 10 * MB, |n| repeat("<a <!-- <![CDATA[ ", n)),
    any("mojibake", 8 * MB, |n| repeat("â€™Ã©Ã¢â‚¬â„¢Â ", n)),
    any("mojibake-towers", 8 * MB, |n| {
        repeat("ÃƒÆ’Ã†â€™ÃƒÂ¢Ã¢â€šÂ¬ word\n", n)
    }),
    any("marks-on-one-letter", 4 * MB, |n| {
        [b"a".to_vec(), repeat("\u{301}\u{323}", n)].concat()
    }),
    any("zero-width", 4 * MB, |n| {
        repeat("\u{200B}\u{FEFF}\u{200E}", n)
    }),
    any("controls", 4 * MB, |n| repeat(&controls(), n)),
    any("nul-bytes", 4 * MB, |n| repeat("\0\0\0\0word", n)),
    any("escapes", 4 * MB, |n| {
        repeat("\u{1B}[31mred\u{1B}[0m\u{1B}]0;", n)
    }),
    any("lone-surrogates", 4 * MB, |n| {
        cycle(b"\xED\xA0\x80 \xED\xBF\xBF\n", n)
    }),
    any("stray-bytes", 8 * MB, |n| {
        cycle(b"caf\xE9 \xFF\xC3(\xF8\x88\x80 \xC3\xA9\n", n)
    }),
    any("cut-characters", 8 * MB, |n| {
        cycle(b"\xE2\x82\xF0\x9F\x98", n)
    }),
    any("shifts", 4 * MB, |n| cycle(b"\x1B$B\x1B(B~{~}\x0E\x0F", n)),
];

const fn whole(name: &'static str, full: usize, body: fn(usize) -> Vec<u8>) -> Hostile {
    hostile(name, full, Fate::Whole, body)
}

const fn bare(name: &'static str, full: usize, body: fn(usize) -> Vec<u8>) -> Hostile {
    hostile(name, full, Fate::Bare, body)
}

const fn any(name: &'static str, full: usize, body: fn(usize) -> Vec<u8>) -> Hostile {
    hostile(name, full, Fate::Any, body)
}

const fn walled(name: &'static str, full: usize, body: fn(usize) -> Vec<u8>) -> Hostile {
    hostile(name, full, Fate::Walled, body)
}

pub(crate) const fn page(name: &'static str, full: usize, body: fn(usize) -> Vec<u8>) -> Hostile {
    hostile(name, full, Fate::Page, body)
}

pub(crate) const fn unseen(name: &'static str, full: usize, body: fn(usize) -> Vec<u8>) -> Hostile {
    hostile(name, full, Fate::Unseen, body)
}

const fn hostile(
    name: &'static str,
    full: usize,
    fate: Fate,
    body: fn(usize) -> Vec<u8>,
) -> Hostile {
    Hostile {
        name,
        full,
        fate,
        body,
    }
}

pub(crate) fn repeat(piece: &str, bytes: usize) -> Vec<u8> {
    piece.repeat(bytes.div_ceil(piece.len())).into_bytes()
}

fn cycle(piece: &[u8], bytes: usize) -> Vec<u8> {
    piece.repeat(bytes.div_ceil(piece.len()))
}

/// Articles of ten lines in one capture, each with its own dross.
fn articles(bytes: usize) -> Vec<u8> {
    let prose =
        "The council met on Tuesday evening, and after three hours the vote was put off again.\n";
    let article = format!("[ad_1]\n{}[ad_2]\nSource link\n\n", prose.repeat(10));
    repeat(&article, bytes)
}

fn unique_words(bytes: usize) -> Vec<u8> {
    let line =
        |number: usize| format!("Entry w{number} tells of z{number} and of its own y{number}.\n");
    lines(bytes, line)
}

fn unbroken(mut lines: Vec<u8>) -> Vec<u8> {
    for byte in &mut lines {
        if *byte == b'\n' {
            *byte = b' ';
        }
    }
    lines
}

/// Lines that are all but the same: none may be compared with every other.
fn near_twins(bytes: usize) -> Vec<u8> {
    lines(bytes, |number| {
        format!("The headline of some length stands here as number {number} again\n")
    })
}

fn deep_quotes(bytes: usize) -> Vec<u8> {
    lines(bytes, |number| {
        format!(
            "{}“«\"'he said that she said:\n",
            "> ".repeat(number % 1000)
        )
    })
}

fn lines(bytes: usize, line: impl Fn(usize) -> String) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes + KB);
    for number in 0.. {
        if out.len() >= bytes {
            break;
        }
        out.extend(line(number).into_bytes());
    }
    out
}

/// Every control character between words.
fn controls() -> String {
    let all = (0..0x20).chain(0x7F..0xA0);
    all.filter_map(char::from_u32)
        .flat_map(|control| [control, 'a', ' '])
        .collect()
}

//! One pass over the text of a block: how many words, which marks, how it begins and ends.

/// Characters of Chinese and Japanese that make up one word.
const HAN_A_WORD: f32 = 1.7;
/// Characters of Thai, Lao, Khmer and Burmese that make up one word.
const THAI_A_WORD: f32 = 4.5;
/// Words of which a block is known again.
const KEY_WORDS: u32 = 40;

/// What a block shows, counted.
///
/// Characters are counted without white space.
#[derive(Debug, Clone, Copy, Default)]
pub struct Text {
    /// Words; those of scripts that write none are estimated.
    pub words: f32,
    /// Words as letters and digits in a row, at least 1 where anything is shown.
    pub runs: u32,
    /// Characters.
    pub chars: u32,
    /// Characters of the longest piece between white space.
    pub longest: u32,
    /// Pieces between white space.
    pub pieces: u32,
    /// Pieces that begin with a capital.
    pub capitals: u32,
    /// Letters.
    pub letters: u32,
    /// Digits.
    pub digits: u32,
    /// Ends of sentences.
    pub sentences: u32,
    /// Commas of all scripts.
    pub commas: u32,
    /// Marks that separate items of a row.
    pub separators: u32,
    /// Double quotation marks.
    pub quotes: u32,
    /// Marks of program code.
    pub code: u32,
    /// Whether the last character but for closing quotes ends a sentence.
    pub ends_sentence: bool,
    /// How it begins: 0 other, 1 mark, 2 digit, 3 small letter, 4 capital.
    pub start: u8,
    /// Hash of its first words in small letters; equal for blocks that read alike.
    pub key: u64,
}

impl Text {
    /// Counts a text.
    pub fn of(text: &str) -> Self {
        let mut scan = Scan::default();
        let mut rest = text;
        loop {
            let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let (word, after) = rest.split_at(letters);
            scan.letters(word.as_bytes());
            let mut after = after.chars();
            let Some(c) = after.next() else { break };
            scan.take(c);
            rest = after.as_str();
        }
        scan.finish(text)
    }
}

#[derive(Default)]
struct Scan {
    text: Text,
    piece: u32,
    in_word: bool,
    han: u32,
    thai: u32,
    stopped: bool,
}

impl Scan {
    fn take(&mut self, c: char) {
        if c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric()) || c == '_' {
            self.word(c);
        } else if c.is_whitespace() {
            self.space();
        } else {
            self.mark(c);
        }
    }

    fn shown(&mut self) {
        self.text.chars += 1;
        self.piece += 1;
        self.stopped = false;
    }

    /// Takes letters of ASCII in a row at once, which most text is made of.
    fn letters(&mut self, letters: &[u8]) {
        let Some(&first) = letters.first() else {
            return;
        };
        self.begin_word(char::from(first));
        if self.text.runs <= KEY_WORDS {
            for letter in letters {
                self.hash(u64::from(letter.to_ascii_lowercase()));
            }
        }
        let count = letters.len() as u32;
        self.text.chars += count;
        self.piece += count;
        self.text.letters += count;
        self.stopped = false;
    }

    fn begin_word(&mut self, first: char) {
        if self.piece == 0 {
            self.text.capitals += u32::from(first.is_uppercase());
        }
        if !self.in_word {
            self.text.runs += 1;
            self.hash(u64::from(b' '));
        }
        self.in_word = true;
    }

    fn word(&mut self, c: char) {
        self.begin_word(c);
        self.shown();
        let small = if c.is_ascii() {
            c.to_ascii_lowercase()
        } else {
            lower(c)
        };
        self.hash(u64::from(small));
        self.count_letter(c);
    }

    fn count_letter(&mut self, c: char) {
        if c.is_ascii_digit() || (!c.is_ascii() && c.is_numeric()) {
            self.text.digits += 1;
        } else {
            self.text.letters += 1;
        }
        if c >= '\u{0E00}' {
            self.han += u32::from(is_han(c));
            self.thai += u32::from(is_thai(c));
        }
    }

    fn space(&mut self) {
        self.in_word = false;
        if self.piece == 0 {
            return;
        }
        self.text.sentences += u32::from(self.stopped);
        self.text.pieces += 1;
        self.text.longest = self.text.longest.max(self.piece);
        self.piece = 0;
        self.stopped = false;
    }

    fn mark(&mut self, c: char) {
        let stopped = self.stopped;
        self.in_word = false;
        self.shown();
        let text = &mut self.text;
        match c {
            '.' | '!' | '…' | '?' | '؟' => self.stopped = true,
            '。' | '！' | '？' | '।' | '۔' => {
                text.sentences += 1;
                text.commas += u32::from(c == '。');
            }
            ',' | '，' | '、' | '،' => text.commas += 1,
            '|' | '·' | '»' | '›' | '•' | '→' | '/' => text.separators += 1,
            '{' | '}' | '=' | ';' | '<' | '>' => text.code += 1,
            '"' | '“' | '”' | '’' | '\'' | ')' | ']' => {
                text.quotes += u32::from(matches!(c, '"' | '“'));
                self.stopped = stopped;
            }
            _ => {}
        }
    }

    fn hash(&mut self, value: u64) {
        if self.text.runs <= KEY_WORDS {
            self.text.key =
                (self.text.key.rotate_left(5) ^ value).wrapping_mul(0x517C_C1B7_2722_0A95);
        }
    }

    fn finish(mut self, text: &str) -> Text {
        self.space();
        let unwritten = self.han + self.thai;
        let written = if unwritten == 0 {
            self.text.runs
        } else {
            written_words(text)
        };
        let guessed = self.han as f32 / HAN_A_WORD + self.thai as f32 / THAI_A_WORD;
        self.text.words = (written as f32 + guessed).max(f32::from(u8::from(self.text.chars > 0)));
        self.text.runs = self.text.runs.max(u32::from(self.text.chars > 0));
        self.text.ends_sentence = crate::page::ends_sentence(text);
        self.text.start = start(text);
        self.text
    }
}

/// Counts the words of a text between characters of scripts that write none.
fn written_words(text: &str) -> u32 {
    let (mut words, mut in_word) = (0, false);
    for c in text.chars() {
        let letter = (c.is_alphanumeric() || c == '_') && !is_han(c) && !is_thai(c);
        words += u32::from(letter && !in_word);
        in_word = letter;
    }
    words
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

fn is_thai(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1780}'..='\u{17FF}' | '\u{1000}'..='\u{109F}')
}

fn start(text: &str) -> u8 {
    match text.chars().next() {
        Some(c) if c.is_numeric() => 2,
        Some(c) if c.is_lowercase() => 3,
        Some(c) if c.is_uppercase() => 4,
        Some(c) if !c.is_alphabetic() => 1,
        _ => 0,
    }
}

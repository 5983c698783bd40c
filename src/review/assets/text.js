// Captured text made fit to look at: what hides, reorders or ends text is shown by a sign.
(function (undross) {
  "use strict";
  const { make } = undross.dom;

  // Controls but tab and line end, soft hyphen, zero width space, marks of direction, tags. Joiners stay: scripts need them.
  const HIDDEN =
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

  const CONTROLS = "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(" ");

  const NAMES = {
    0x7f: "DEL", 0xad: "SHY", 0x61c: "ALM", 0x200b: "ZWSP", 0x200e: "LRM", 0x200f: "RLM",
    0x202a: "LRE", 0x202b: "RLE", 0x202c: "PDF", 0x202d: "LRO", 0x202e: "RLO",
    0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xfeff: "BOM",
  };

  /** Returns what stands for a hidden character: ⟨RLO⟩ for a right-to-left override. */
  function sign(character) {
    const code = character.codePointAt(0);
    return `⟨${CONTROLS[code] || NAMES[code] || "U+" + code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  }

  /** Returns text with signs in place of hidden characters. */
  const visible = (text) => text.replace(HIDDEN, sign);

  /** Returns text as nodes, the signs set apart. */
  function nodes(text) {
    const made = [];
    let from = 0;
    for (const found of text.matchAll(HIDDEN)) {
      if (found.index > from) made.push(text.slice(from, found.index));
      made.push(make("span", "sign", sign(found[0])));
      from = found.index + found[0].length;
    }
    if (from < text.length) made.push(text.slice(from));
    return made;
  }

  /** Returns the head of a text for a sentence. */
  function short(text) {
    const head = Array.from(visible(text).slice(0, 80));
    return head.length > 50 ? head.slice(0, 49).join("") + "…" : head.join("");
  }

  const NUMBER = new Intl.NumberFormat("en");

  /** Returns 12,345. */
  const number = (value) => NUMBER.format(value);

  /** Returns "1 copy" or "12 copies". */
  const counted = (value, one, many) => `${number(value)} ${value === 1 ? one : many}`;

  /** Returns a size as people say it. */
  function size(bytes) {
    if (bytes < 1024) return counted(bytes, "byte", "bytes");
    if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
    return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  }

  undross.text = { visible, nodes, short, number, counted, size };
})((window.undross = window.undross || {}));

// Text with its removals as numbered lines: a sign and a stroke tell what went, and colour only says it again.
(function (undross) {
  "use strict";
  const { text } = undross;
  const { make } = undross.dom;

  /** Longest row; what is longer goes on in the next, because browsers are slow at one endless line. */
  const LONGEST = 2000;

  /** Begins at a line; `kept` says that `this` is a line that nearly went. */
  const begin = (line, kept) => ({ line, kept, open: false });

  /** Returns the rows of some parts, and goes on where the parts before ended. */
  function rows(place, parts) {
    const made = [];
    let row = null;
    const fresh = () => {
      row = { number: place.open ? 0 : place.line, pieces: [], marks: new Set() };
      place.open = true;
      made.push(row);
    };
    for (const part of parts) {
      part.text.split("\n").forEach((piece, n) => {
        if (n > 0) {
          if (!row && !place.open) fresh();
          if (row && !row.pieces.length) row.marks.add(part.mark);
          row = null;
          place.open = false;
          place.line += 1;
        }
        for (let from = 0; from < piece.length; from += LONGEST) {
          if (!row || from > 0) fresh();
          row.pieces.push({ ...part, text: piece.slice(from, from + LONGEST) });
          row.marks.add(part.mark);
        }
      });
    }
    return made.map((ready) => draw(ready, place));
  }

  function draw(row, place) {
    const kind = kindOf(row, place);
    const line = make("div", `line ${kind}${row.marks.has("this") ? " this" : ""}`);
    const number = make("span", "number", row.number ? String(row.number) : "↪");
    number.setAttribute("aria-hidden", "true");
    const words = make("span", "words", ...row.pieces.map((piece) => drawPiece(piece, place)));
    words.dir = "auto";
    line.append(number, sign(kind), words);
    return line;
  }

  function kindOf({ marks, pieces }, { kept }) {
    if (marks.has("this") && kept) return "nearly";
    if (!marks.has("this") && !marks.has("removed")) return "same";
    return pieces.some((piece) => piece.mark === "same" && piece.text.trim()) ? "partly" : "gone";
  }

  const SIGNS = { gone: ["−", "removed: "], partly: ["±", "partly removed: "], nearly: ["?", "nearly removed: "], same: ["", ""] };

  function sign(kind) {
    const [shown, read] = SIGNS[kind];
    const made = make("span", "sign-of", shown);
    made.setAttribute("aria-hidden", "true");
    const both = make("span", "signs", made);
    if (read) both.append(make("span", "hidden", read));
    return both;
  }

  function drawPiece(piece, place) {
    const nodes = text.nodes(piece.text.endsWith("\r") ? piece.text.slice(0, -1) : piece.text);
    if (piece.mark === "same") return make("span", "", ...nodes);
    const name = piece.mark === "this" && place.kept ? "mark" : "del";
    const made = make(name, piece.mark, ...nodes);
    if (!piece.group || piece.mark === "this") return made;
    const link = make("a", "to-group", made);
    link.href = `${location.pathname}#${piece.group}`;
    link.dataset.group = piece.group;
    return link;
  }

  undross.lines = { begin, rows };
})((window.undross = window.undross || {}));

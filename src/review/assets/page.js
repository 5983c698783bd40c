// A whole capture: its page with what was removed, or its tidy text, a part at a time.
(function (undross) {
  "use strict";
  const { state, text, lines, detail } = undross;
  const { at, make, fill } = undross.dom;

  /** Parts that are fetched without asking, until the occurrence is among them. */
  const UNASKED = 8;

  let source = null;
  let view = null;

  function start(from) {
    source = from;
    at("whole-page").addEventListener("click", () => open("page"));
    at("tidy-text").addEventListener("click", () => open("tidy"));
    at("page-close").addEventListener("click", () => at("page").close());
    at("page-more").addEventListener("click", more);
    at("mark-next").addEventListener("click", () => step(1));
    at("mark-previous").addEventListener("click", () => step(-1));
    at("page").addEventListener("close", () => (view = null));
    at("page-lines").addEventListener("click", follow);
  }

  /** Opens the capture of the occurrence that is shown, as "page" or "tidy"; closes it if it is open so. */
  async function open(kind) {
    if (at("page").open && view && view.kind === kind) return at("page").close();
    const occurrence = detail.now.occurrence;
    if (!occurrence) return undefined;
    view = { kind, occurrence, kept: state.selected.was === "kept", group: state.selected.id, from: 0, next: 0, marks: [], at: -1, place: lines.begin(1, false) };
    at("page-title").textContent = kind === "page" ? "Whole page" : "Tidy text";
    fill(at("page-about"), text.visible(occurrence.id));
    fill(at("page-lines"));
    at("page-lines").scrollTop = 0;
    at("page-shown").textContent = "Loading …";
    if (!at("page").open) at("page").showModal();
    at("page-title").focus();
    return fetchUntilSeen(view);
  }

  async function fetchUntilSeen(mine) {
    for (let n = 0; n < UNASKED && mine === view && mine.next !== null; n += 1) {
      if (!(await part(mine))) return;
      if (mine.kind !== "page" || mine.marks.length || mine.next > mine.occurrence.end) break;
    }
    if (mine === view && mine.marks.length) step(1);
  }

  async function part(mine) {
    let answer;
    try {
      answer = await source.capture(mine.occurrence.capture, mine.kind, mine.next);
    } catch (failure) {
      if (!(failure instanceof undross.api.Failure)) throw failure;
      at("page-shown").textContent = "";
      if (mine === view) at("page-lines").append(make("p", "fault", `This cannot be shown: ${failure.message}.`));
      return false;
    }
    if (mine !== view) return false;
    append(mine, answer);
    return true;
  }

  function append(mine, answer) {
    mine.next = answer.next;
    const block = make("div", "part", ...lines.rows(mine.place, answer.parts));
    at("page-lines").append(block);
    for (const link of block.querySelectorAll("a.to-group")) {
      if (link.dataset.group !== mine.group) continue;
      link.classList.add("own");
      mine.marks.push(link);
    }
    at("page-about").textContent = [answer.id, answer.site, answer.about || (mine.kind === "tidy" ? "as undross clean wrote it" : `status ${answer.status}`)].filter(Boolean).map(text.visible).join(" · ");
    at("page-more").hidden = answer.next === null;
    at("page-shown").textContent = answer.next === null ? `All of it: ${text.size(answer.bytes)}.` : `The first ${text.size(answer.next)} of ${text.size(answer.bytes)}.`;
    if (mine.kind === "page") at("page-shown").textContent += " A removal leads to its group.";
    places();
  }

  async function more() {
    at("page-more").disabled = true;
    if (view) await part(view);
    at("page-more").disabled = false;
    if (at("page-more").hidden) at("page-lines").focus();
  }

  function places() {
    const none = !view.marks.length;
    at("mark-previous").hidden = at("mark-next").hidden = at("mark-place").hidden = view.kind === "tidy" || view.kept;
    at("mark-previous").disabled = at("mark-next").disabled = none;
    at("mark-place").textContent = none ? "none of this group so far" : `${Math.max(0, view.at) + 1} of ${view.marks.length}`;
  }

  /** Goes to another removal of the group, round and round. */
  function step(by) {
    if (!view || !view.marks.length) return;
    view.at = (view.at + by + view.marks.length) % view.marks.length;
    for (const mark of view.marks) mark.classList.remove("at");
    view.marks[view.at].classList.add("at");
    view.marks[view.at].scrollIntoView({ block: "center" });
    places();
  }

  // A removal on the page leads to its group.
  function follow(event) {
    const link = event.target.closest("a.to-group");
    if (!link) return;
    event.preventDefault();
    const group = state.byId.get(link.dataset.group);
    if (!group) return;
    at("page").close();
    state.select(group);
  }

  undross.page = { start, open, step };
})((window.undross = window.undross || {}));

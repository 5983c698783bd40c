// The selected group: what it is, one of its occurrences in its lines, and why it went or nearly went.
(function (undross) {
  "use strict";
  const { state, text, lines } = undross;
  const { at, make, fill } = undross.dom;

  /** Answers kept, so that going back and the next open group cost no wait. */
  const KEPT = 100;

  /** A wait before a group is asked for, so that a held key asks for one group and not for all it passes. */
  const PAUSE = 40;

  const STRENGTH = {
    sure: "sure: the rule takes this wherever it stands",
    likely: "likely: worth a look",
    hint: "hint: goes only beside other removals",
  };

  const answers = new Map();
  const now = { group: null, occurrence: null, n: 0 };
  let source = null;

  function start(from) {
    source = from;
    state.on("selected", selected);
    state.on("loaded", () => selected(state.selected));
    state.on("filtered", walk);
    state.on("answered", forget);
    state.on("changed", (ids) => {
      ids.forEach((id) => drop(id));
      // A decision leads on at once; only the group that stays is asked for again.
      setTimeout(() => state.selected && ids.includes(state.selected.id) && again());
    });
    state.on("back", () => state.selected && again());
    at("occurrence-next").addEventListener("click", () => step(1));
    at("occurrence-previous").addEventListener("click", () => step(-1));
  }

  function cached(name, ask) {
    if (!answers.has(name)) {
      const answer = ask();
      answers.set(name, answer);
      answer.catch(() => answers.delete(name));
      if (answers.size > KEPT) answers.delete(answers.keys().next().value);
    }
    return answers.get(name);
  }

  const groupOf = (id) => cached(id, () => source.group(id));
  const occurrenceOf = (id, n) => cached(`${id}/${n}`, () => source.occurrence(id, n));

  function drop(id) {
    for (const name of [...answers.keys()]) if (name === id || name.startsWith(id + "/")) answers.delete(name);
  }

  function forget(id) {
    drop(id);
    if (state.selected && state.selected.id === id) again();
  }

  let pause = 0;
  function selected(group) {
    clearTimeout(pause);
    Object.assign(now, { group: null, occurrence: null, n: 0 });
    at("group").hidden = !group;
    at("empty").hidden = Boolean(group);
    at("empty").textContent = state.groups.length ? "Choose a group in the queue." : "Nothing to review.";
    if (!group) return;
    head(group);
    busy(true);
    requestAnimationFrame(top);
    pause = setTimeout(() => show(group), PAUSE);
    address(group);
  }

  // On a phone the group scrolls as a whole. Just before the page is drawn, its layout costs nothing more.
  function top() {
    at("scroll").scrollTop = 0;
    at("group").scrollTop = 0;
  }

  // The address names the group, so that a reload and a shared link come back to it.
  function address(group) {
    try {
      history.replaceState(null, "", "#" + group.id);
    } catch {
      // A page from a file may not change its address.
    }
  }

  const busy = (is) => at("lines").setAttribute("aria-busy", is);

  async function show(group) {
    await Promise.all([whole(group), occurrence(group, 0)]);
    const next = undross.queue.nextOpen();
    if (!next || state.selected !== group) return;
    groupOf(next.id).catch(() => {});
    occurrenceOf(next.id, 0).catch(() => {});
  }

  function again() {
    const group = state.selected;
    walk();
    whole(group);
    occurrence(group, now.n);
  }

  /** Returns once the answer is there, if the group is still the selected one; else null. */
  async function wanted(group, answer) {
    try {
      const ready = await answer;
      return state.selected === group ? ready : null;
    } catch (failure) {
      if (!(failure instanceof undross.api.Failure)) throw failure;
      return state.selected === group ? { failure } : null;
    }
  }

  function walk() {
    const place = undross.queue.place();
    at("place").textContent = place === undefined ? "not among the groups shown" : `${text.number(place + 1)} of ${text.number(undross.queue.size())}`;
  }

  // What the queue knows shows at once; the rest is filled in when it comes.
  function head(group) {
    walk();
    fill(at("title"), ...text.nodes(group.excerpt || "(blank)"));
    const verdict = group.was === "removed" ? "Removed by undross" : "Kept by undross, nearly removed";
    const facts = [text.counted(group.count, "copy", "copies"), text.counted(group.captures, "capture", "captures"), text.counted(group.sites, "site", "sites")];
    if (group.texts > 1) facts.unshift(text.counted(group.texts, "rare text", "rare texts"));
    fill(at("facts"), make("li", `verdict ${group.was}`, verdict), ...facts.map((fact) => make("li", "", fact)));
    fill(at("rules"), ...group.rules.map((rule) => make("p", "rule", make("b", "", rule), state.rules.has(rule) ? ` ${state.rules.get(rule)}` : "")));
    at("whole-text").hidden = true;
    fill(at("reasons"), make("p", "", STRENGTH[group.strength] || group.strength));
    fill(at("sites"));
    at("in-force").hidden = true;
    at("capture").textContent = "";
    at("bytes").textContent = "";
    at("occurrence-place").textContent = "";
    fill(at("lines"));
  }

  async function whole(group) {
    const answer = await wanted(group, groupOf(group.id));
    if (!answer) return;
    if (answer.failure) return fault(answer.failure);
    now.group = answer;
    copy(group, answer);
    fill(at("sites"), ...sites(group, answer));
    reasons();
    decisions(answer.decisions);
    steps();
  }

  function copy(group, answer) {
    const plain = answer.text.trim();
    at("whole-text").hidden = !(group.texts > 1) && (plain === group.excerpt || (plain.length < 140 && !plain.includes("\n")));
    if (at("whole-text").hidden) return;
    const place = lines.begin(1, true);
    fill(at("copy"), ...lines.rows(place, [{ text: group.texts > 1 ? plain.replace(/\n\n+/g, "\n") : answer.text, mark: "same" }]));
    at("whole-text-title").textContent = group.texts > 1 ? "Some of its texts" : "Its text";
    at("copy-cut").hidden = !answer.cut;
    at("copy-cut").textContent = `Cut: the text has ${text.size(answer.bytes)}; records.jsonl holds it all.`;
  }

  function sites(group, answer) {
    const rows = answer.sites.map((site) => make("li", "", make("span", "name", text.visible(site.name)), ` ${text.number(site.count)}`));
    if (group.sites > answer.sites.length) rows.push(make("li", "small", `and ${text.counted(group.sites - answer.sites.length, "site", "sites")} more`));
    return rows.length ? rows : [make("li", "small", "No site is known for these captures.")];
  }

  function reasons() {
    const { group, occurrence } = now;
    const list = [make("p", "", STRENGTH[state.selected.strength] || state.selected.strength)];
    const many = group ? group.reasons.map(({ reason, count }) => make("li", "", text.visible(reason), " ", make("span", "small", `${text.number(count)}×`))) : [];
    if (many.length) list.push(make("ul", "", ...many));
    if (occurrence && occurrence.score !== null && occurrence.score !== undefined) {
      list.push(make("p", "", "The block model takes this occurrence for content with ", make("b", "", `${Math.round(occurrence.score * 100)} %`), "."));
    }
    if (occurrence && occurrence.because.length) {
      list.push(make("p", "small", "What moved it most:"), make("ul", "", ...occurrence.because.map((reason) => make("li", "", text.visible(reason)))));
    }
    fill(at("reasons"), ...list);
  }

  function decisions(made) {
    at("in-force").hidden = made.length === 0;
    fill(at("decisions"), ...made.map((one) => make("li", "", make("b", "", one.decision), ` ${where(one)}`, one.note ? `: ${text.visible(one.note)}` : "")));
  }

  function where({ scope, site, capture, rule }) {
    if (scope === "site") return `on site ${text.visible(site || "")}`;
    if (scope === "rule-on-site") return `for all of ${rule || "the rules"} on site ${text.visible(site || "")}`;
    if (scope === "capture") return `in capture ${text.visible(capture || "")}`;
    return scope === "rule" ? `for all of ${rule || "the rule"}` : "in every copy";
  }

  function fault(failure) {
    fill(at("lines"), make("p", "fault", `This cannot be shown: ${failure.message}.`));
    busy(false);
  }

  async function occurrence(group, n) {
    Object.assign(now, { n, occurrence: null });
    steps();
    const answer = await wanted(group, occurrenceOf(group.id, n));
    if (!answer || now.n !== n) return;
    busy(false);
    now.occurrence = answer.failure ? null : answer;
    if (answer.failure) {
      at("capture").textContent = "";
      at("bytes").textContent = "";
      fault(answer.failure);
    } else place(answer, group);
    state.tell("occurrence");
  }

  function place(answer, group) {
    const site = answer.site ? ` · ${text.visible(answer.site)}` : "";
    fill(at("capture"), make("b", "", text.visible(answer.id)), answer.missing ? site : `${site} · from line ${text.number(answer.line)}`);
    if (answer.missing) fault({ message: answer.missing });
    else fill(at("lines"), ...lines.rows(lines.begin(answer.line, group.was === "kept"), answer.parts));
    const here = at("lines").querySelector(".this");
    if (here) here.scrollIntoView({ block: "nearest" });
    const raw = answer.raw.map(([start, end]) => `${text.number(start)}–${text.number(end)}`);
    const more = raw.length > 4 ? ` and ${raw.length - 4} more ranges` : "";
    const cut = answer.cut ? " Long text is cut here; the whole page shows more." : "";
    at("bytes").textContent = `Bytes ${text.number(answer.start)}–${text.number(answer.end)} of the page; ${raw.slice(0, 4).join(", ") || "none"}${more} of the capture.${cut}`;
    reasons();
  }

  function steps() {
    const shown = now.group ? now.group.occurrences.length : Math.min(24, state.selected.count);
    const all = state.selected.count > shown ? ` (sample of ${text.number(state.selected.count)})` : "";
    at("occurrence-place").textContent = shown ? `${now.n + 1} of ${shown}${all}` : "";
    at("occurrence-next").disabled = now.n + 1 >= shown;
    at("occurrence-previous").disabled = now.n === 0;
  }

  /** Shows an occurrence some steps away in the sample; says whether there is one. */
  function step(by) {
    const last = (now.group ? now.group.occurrences.length : 1) - 1;
    const n = now.n + by;
    if (!state.selected || n < 0 || n > last) return false;
    occurrence(state.selected, n);
    return true;
  }

  undross.detail = { start, step, now };
})((window.undross = window.undross || {}));

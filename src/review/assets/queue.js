// The queue: filters, and a list that holds only the rows in view, each drawn again only when its group changes.
(function (undross) {
  "use strict";
  const { state, text } = undross;
  const { at, make, fill } = undross.dom;

  /** Rows kept above and below those in view. */
  const SPARE = 6;

  /** A wait after the last key of a search. */
  const PAUSE = 120;

  const WORDS = { keep: "keep", remove: "remove", later: "later" };
  const SIGNS = { keep: "✓", remove: "−", later: "…" };

  const drawn = new Map();
  let found = [];
  let places = new Map();
  let height = 0;
  // Where the list is scrolled to and how high it is: asking the browser in the middle of a change costs a layout.
  let offset = 0;
  let room = 0;
  let stale = 0;

  function start() {
    state.on("loaded", loaded);
    state.on("changed", changed);
    state.on("selected", selected);
    at("list").addEventListener("scroll", () => draw((offset = at("list").scrollTop)), { passive: true });
    at("list").addEventListener("click", clicked);
    new ResizeObserver(() => draw((room = at("list").clientHeight))).observe(at("list"));
    for (const id of ["by-rule", "by-was", "by-strength", "by-state"]) at(id).addEventListener("change", filter);
    let pause = 0;
    at("search").addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(filter, PAUSE);
    });
    at("clear").addEventListener("click", clear);
    at("refresh").addEventListener("click", filter);
  }

  function loaded() {
    const rules = [...state.rules.keys()].sort();
    fill(at("by-rule"), option("", "every rule"), ...rules.map((rule) => option(rule, rule)));
    filter();
    progress();
  }

  function option(value, words) {
    const made = make("option", "", words);
    made.value = value;
    return made;
  }

  /** Shows the groups that the filters let through; those decided later stay until this is called again. */
  function filter() {
    const passes = chosen();
    found = state.groups.filter(passes);
    places = new Map(found.map((group, place) => [group.id, place]));
    stale = 0;
    for (const row of drawn.values()) row.remove();
    drawn.clear();
    scroll(0);
    at("list").hidden = found.length === 0;
    at("none").hidden = found.length > 0;
    at("none").textContent = state.groups.length ? "No group fits these filters." : "Nothing was removed in this run, and nothing nearly was.";
    counts();
    at("rows").style.height = `${found.length * rowHeight()}px`;
    room = at("list").clientHeight;
    draw();
    // What is decided next is always a group that the list shows.
    if (state.selected && found.length && !places.has(state.selected.id)) state.select(found[0]);
    else if (state.selected && found.length) reveal(place());
    active();
    state.tell("filtered");
  }

  function chosen() {
    const [rule, was, strength, now] = ["by-rule", "by-was", "by-strength", "by-state"].map((id) => at(id).value);
    const words = at("search").value.trim().toLowerCase();
    return (group) =>
      (!rule || group.rules.includes(rule)) &&
      (!was || group.was === was) &&
      (!strength || group.strength === strength) &&
      (!now || isNow(group, now)) &&
      (!words || group.words.includes(words) || group.note.toLowerCase().includes(words));
  }

  function isNow(group, now) {
    if (now === "open") return group.decision === null;
    if (now === "decided") return state.decided(group);
    return group.decision === now;
  }

  function clear() {
    at("search").value = "";
    for (const id of ["by-rule", "by-was", "by-strength", "by-state"]) at(id).value = "";
    filter();
    at("search").focus();
  }

  function counts() {
    const all = found.length === state.groups.length;
    at("found").textContent = all ? text.counted(found.length, "group", "groups") : `${text.number(found.length)} of ${text.counted(state.groups.length, "group", "groups")}`;
    at("clear").hidden = all;
    at("refresh").hidden = stale === 0;
    at("refresh").textContent = `Hide ${text.number(stale)} that no longer fit`;
  }

  // The height of a row is the style sheet's; it is read once it is known.
  function rowHeight() {
    if (!height) height = parseFloat(getComputedStyle(at("list")).getPropertyValue("--row")) || 60;
    return height;
  }

  function draw() {
    const high = rowHeight();
    const first = Math.max(0, Math.floor(offset / high) - SPARE);
    const last = Math.min(found.length, Math.ceil((offset + room) / high) + SPARE);
    for (const [place, row] of drawn) {
      // The active row stays in the document, for what names it.
      if ((place >= first && place < last) || found[place] === state.selected) continue;
      row.remove();
      drawn.delete(place);
    }
    for (let place = first; place < last; place += 1) if (!drawn.has(place)) put(place);
  }

  function put(place) {
    const row = make("div", "row");
    row.id = "row-" + found[place].id;
    row.setAttribute("role", "option");
    row.setAttribute("aria-setsize", found.length);
    row.setAttribute("aria-posinset", place + 1);
    row.style.top = `${place * rowHeight()}px`;
    write(row, found[place]);
    const after = [...drawn.keys()].filter((other) => other > place);
    at("rows").insertBefore(row, after.length ? drawn.get(Math.min(...after)) : null);
    drawn.set(place, row);
  }

  function write(row, group) {
    row.className = `row ${group.decision || "open"}`;
    row.setAttribute("aria-selected", group === state.selected);
    const excerpt = make("span", "excerpt", group.shown || "(blank)");
    excerpt.dir = "auto";
    const about = [group.rules.join(", "), text.counted(group.count, "copy", "copies")];
    if (group.texts > 1) about.splice(1, 0, text.counted(group.texts, "text", "texts"));
    if (group.was === "kept") about.push("nearly removed");
    about.push(group.strength);
    fill(row, mark(group), excerpt, make("span", "about", about.join(" · ")), make("span", "state", said(group)));
  }

  function mark(group) {
    const made = make("span", "mark", SIGNS[group.decision] || "");
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  const WIDE = { rule: " (rule)", "rule-on-site": " (rule on site)" };
  const said = (group) => (group.decision ? WORDS[group.decision] + (WIDE[group.scope] || "") : "");

  function changed(ids) {
    const passes = chosen();
    for (const id of ids) {
      const place = places.get(id);
      if (place !== undefined && drawn.has(place)) write(drawn.get(place), found[place]);
    }
    stale = narrowed() ? found.reduce((sum, group) => sum + (passes(group) ? 0 : 1), 0) : 0;
    counts();
    progress();
  }

  const narrowed = () => at("by-state").value !== "" || at("search").value !== "";

  function progress() {
    const { groups, decided, later, removals, covered } = state.totals;
    const bar = at("progress");
    bar.setAttribute("aria-valuemax", groups);
    bar.setAttribute("aria-valuenow", decided);
    at("bar").style.width = `${groups ? (100 * decided) / groups : 0}%`;
    const share = removals ? ` · ${Math.floor((100 * covered) / removals)} % of ${text.counted(removals, "removal", "removals")}` : "";
    const words = `${text.number(decided)} of ${text.counted(groups, "group", "groups")} decided${share}${later ? ` · ${text.number(later)} later` : ""}`;
    at("progress-words").textContent = words;
    bar.setAttribute("aria-valuetext", words);
  }

  function clicked(event) {
    const row = event.target.closest(".row");
    if (!row) return;
    state.select(state.byId.get(row.id.slice(4)));
    document.body.dataset.view = "detail";
  }

  let before = null;
  function selected(group) {
    for (const other of [before, group]) {
      const row = other && drawn.get(places.get(other.id));
      if (row) row.setAttribute("aria-selected", other === group);
    }
    before = group;
    if (group && places.has(group.id)) reveal(places.get(group.id));
    active();
  }

  function active() {
    const group = state.selected;
    if (group && drawn.has(places.get(group.id))) at("list").setAttribute("aria-activedescendant", "row-" + group.id);
    else at("list").removeAttribute("aria-activedescendant");
  }

  // Scrolls no further than needed, and leaves a row of what comes next in view.
  function reveal(place) {
    const high = rowHeight();
    if (place * high < offset + high) scroll(Math.max(0, (place - 1) * high));
    else if ((place + 2) * high > offset + room) scroll((place + 2) * high - room);
    draw();
  }

  function scroll(to) {
    if (to === offset) return;
    at("list").scrollTop = to;
    offset = at("list").scrollTop;
  }

  /** Returns the group some places away from the selected one, or the nearest there is. */
  function away(by) {
    if (!found.length) return null;
    const now = place();
    if (now === undefined) return found[0];
    return found[Math.min(found.length - 1, Math.max(0, now + by))];
  }

  const place = () => (state.selected ? places.get(state.selected.id) : undefined);

  /** Returns the next group without a decision, behind the selected one or else from the top; null if there is none. */
  function nextOpen() {
    const from = (place() ?? -1) + 1;
    for (let n = 0; n < found.length; n += 1) {
      const group = found[(from + n) % found.length];
      if (group.decision === null && group !== state.selected) return group;
    }
    return null;
  }

  /** Returns the rule that a decision on a group names: the one that the list is filtered by, else the one that leads. */
  const ruleOf = (group) => at("by-rule").value || group.rules[0];

  const size = () => found.length;
  const page = () => Math.max(1, Math.floor(room / rowHeight()) - 1);

  undross.queue = { start, filter, clear, away, place, nextOpen, ruleOf, size, page };
})((window.undross = window.undross || {}));

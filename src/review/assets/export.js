// An exported page: the same source without a server, decisions kept here until they are downloaded.
(function (undross) {
  "use strict";
  const { Failure } = undross.api;

  /** Returns what the page carries with it, or null where a server is behind it. */
  function carried() {
    const element = document.getElementById("undross-data");
    return element ? JSON.parse(element.textContent) : null;
  }

  /** Returns the carried data as a source of groups and a place for decisions. */
  function source(data) {
    const book = open(data);
    const undone = [];
    const entry = (id) => data.groups[id] || missing("this group is not in the exported page; open the run with `undross review`");

    function decide(body) {
      const group = entry(body.group);
      const changes = changesFor(book, group, body);
      undone.push({ before: changes.map(([key]) => [key, book.get(key) || null]), words: wordsOf(body, group), group: body.group });
      return putAll(changes);
    }

    function putAll(changes) {
      const changed = new Map();
      for (const [key, made] of changes) for (const state of put(key, made).changed) changed.set(state.id, state);
      return { version: 0, changed: [...changed.values()] };
    }

    function put(key, record) {
      if (record) book.set(key, record);
      else book.delete(key);
      keep(data, book);
      return { version: 0, changed: touched(data, book, key) };
    }

    return {
      live: false,
      queue: async () => ({ ...data.queue, groups: data.queue.groups.map((group) => ({ ...group, ...stateOf(data, book, group.id) })) }),
      group: async (id) => ({ ...entry(id), decisions: inForce(book, entry(id)) }),
      occurrence: async (id, n) => shown(book, entry(id), n),
      capture: async (number, view) => page(data, number, view),
      charts: async () => data.charts || [],
      decide: async (body) => decide(body),
      undo: async () => {
        const last = undone.pop();
        if (!last) return { version: 0, changed: [], undone: null };
        return { ...putAll(last.before), undone: { group: last.group, words: last.words } };
      },
      file: () => file(book),
    };
  }

  function missing(words) {
    throw new Failure(404, words);
  }

  // Where rare texts stand together, a decision is filed for each of them, so that it reaches nothing else of their rule and site;
  // those that were decided alone stay so, unless all of them were.
  function changesFor(book, group, body) {
    const key = keyOf(group, body);
    const filedAs = (key) => [key, body.decision && record(key, body)];
    if (body.scope !== "group") return [filedAs(key)];
    const texts = group.members.length ? group.members : [group.key.text];
    const own = new Map(texts.map((text) => [text, by(book, group, { text, site: group.key.site })]));
    const isOwn = (made) => made && (!body.rule || made.rule === body.rule);
    if (!body.decision) return [...own.values()].filter(isOwn).map((made) => [filed(made), null]);
    const all = texts.every((text) => own.get(text));
    return texts.filter((text) => all || !group.members.length || !own.get(text)).map((text) => filedAs(filed({ ...JSON.parse(key), text })));
  }

  // A decision is filed under its own first fields, in the order of decisions.jsonl.
  function keyOf(group, body) {
    const { text, site } = group.key;
    const named = { was: group.was, rule: body.rule || group.key.rule };
    if (body.scope === "rule") return filed(named);
    if (body.scope === "group") return filed({ ...named, text, site });
    const occurrence = (group.shown || [])[body.occurrence] || {};
    const here = () => occurrence.site || missing("this occurrence names no site; choose another scope");
    if (body.scope === "rule-on-site") return filed({ ...named, site: here() });
    if (body.scope === "site") return filed({ ...named, text: occurrence.name || text, site: here() });
    if (!text) missing("an exported page does not know which of these texts a capture has; choose another scope, or open the run with `undross review`");
    return filed({ ...named, text, site, capture: occurrence.id || missing("this occurrence names no capture; choose another scope") });
  }

  const filed = ({ was, rule, text, site, capture }) => JSON.stringify({ was, rule, text, site, capture });

  const record = (key, { decision, note }) => ({ ...JSON.parse(key), decision, ...(note ? { note } : {}) });

  function wordsOf(body, group) {
    return `${body.decision || "taken back"}: "${undross.text.short(group.text)}" (${group.key.rule})`;
  }

  function open(data) {
    const before = kept(data);
    if (before) return new Map(before);
    const book = new Map();
    for (const group of Object.values(data.groups)) {
      for (const made of group.decisions || []) {
        const key = filed({ was: group.was, rule: group.key.rule, ...made });
        book.set(key, record(key, made));
      }
    }
    return book;
  }

  // Browsers may forbid storage to a page from a file; decisions then live as long as the page.
  const shelf = (data) => `undross:${location.pathname}:${data.queue.run}:${data.queue.groups.length}`;

  function kept(data) {
    try {
      return JSON.parse(localStorage.getItem(shelf(data)));
    } catch {
      return null;
    }
  }

  function keep(data, book) {
    try {
      localStorage.setItem(shelf(data), JSON.stringify([...book]));
    } catch {
      // The download holds them all.
    }
  }

  function stateOf(data, book, id) {
    const group = data.groups[id];
    if (!group) return {};
    const { text, site } = group.key;
    const texts = group.members.length ? group.members : [text];
    const made = most(texts.map((text) => on(book, group, [{ text, site }, { text }, { site }, {}])));
    if (!made) return { decision: null, scope: null, rule: null, note: "" };
    return { decision: made.decision, scope: scopeOf(made), rule: made.rule, note: made.note || "" };
  }

  // The decision that most texts have, once each has one.
  function most(made) {
    if (!made.every(Boolean)) return null;
    const count = (decision) => made.filter((one) => one.decision === decision).length;
    const [first] = ["keep", "remove", "later"].sort((one, two) => count(two) - count(one));
    return made.find((one) => one.decision === first);
  }

  // Of all places that a decision may name, the first at which one is.
  function on(book, group, places) {
    for (const place of places) {
      const made = place.text !== undefined ? by(book, group, place) : ofRules(book, group, place);
      if (made) return made;
    }
    return undefined;
  }

  // A decision on a text holds whichever of its rules it names.
  const by = (book, group, place) => [...group.rules].sort().map((rule) => book.get(filed({ was: group.was, rule, ...place }))).find(Boolean);

  // What several rules claim goes if it goes for one of them, and stays if it stays for all.
  function ofRules(book, group, place) {
    const made = [...group.rules].sort().map((rule) => book.get(filed({ was: group.was, rule, ...place })));
    return made.find((one) => one && one.decision === "remove") || (made.every(Boolean) ? made[0] : undefined);
  }

  function touched(data, book, text) {
    const key = JSON.parse(text);
    const same = (group) => group.was === key.was && group.rules.includes(key.rule) && (key.text === undefined || group.members.length || group.key.text === key.text);
    const ids = Object.keys(data.groups).filter((id) => same(data.groups[id]));
    return ids.map((id) => ({ id, ...stateOf(data, book, id) }));
  }

  function scopeOf({ text, site, capture }) {
    if (capture) return "capture";
    if (text === undefined) return site ? "rule-on-site" : "rule";
    return site ? "site" : "group";
  }

  function inForce(book, group) {
    const { text, site } = group.key;
    const agree = (named, own) => named === undefined || own === undefined || named === own;
    const about = (one) => one.was === group.was && group.rules.includes(one.rule) && agree(one.text, text) && agree(one.site, site) && (text !== undefined || !one.site || one.site === site);
    return [...book.values()].filter(about).map((one) => ({ ...one, scope: scopeOf(one) }));
  }

  function shown(book, group, n) {
    const occurrence = (group.shown || [])[n] || missing("this occurrence is not in the exported page; open the run with `undross review`");
    const { name: text, site, id: capture } = occurrence;
    const here = site || undefined;
    const found = on(book, group, [{ text, site: here, capture }, { text, capture }, { text, site: here }, { text }, { site: here }, {}]);
    return { ...occurrence, decision: found ? found.decision : null, scope: found ? scopeOf(found) : null };
  }

  // The tidy text itself is not carried: this is the page without what went, before anything was rewritten.
  function page(data, number, view) {
    const whole = (data.captures || {})[number] || missing("this page is not in the exported file; open the run with `undross review`");
    if (view === "page") return { ...whole, next: null };
    return { ...whole, next: null, parts: whole.parts.filter((part) => part.mark === "same"), about: "without what was removed; rewrites are not shown" };
  }

  /** Returns decisions.jsonl: one decision a line, in the order in which undross writes them. */
  const file = (book) => [...book.values()].sort(order).map((record) => JSON.stringify(record) + "\n").join("");

  function order(one, other) {
    if (one.was !== other.was) return one.was === "removed" ? -1 : 1;
    for (const field of ["rule", "text", "site", "capture"]) {
      const [a, b] = [one[field] ?? "", other[field] ?? ""];
      if (a !== b) return a < b ? -1 : 1;
    }
    return 0;
  }

  undross.exported = { carried, source };
})((window.undross = window.undross || {}));

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

  const overruled = (group) => (group.was === "removed" ? "keep" : "remove");
  const membersOf = (group) => group.members.map((text) => filed({ was: group.was, rule: group.key.rule, text, site: group.key.site }));

  // Where rare texts stand together, a decision that turns round what undross did is filed for each of them, so that it reaches nothing
  // else of their rule and site; one that agrees is filed once.
  function changesFor(book, group, body) {
    const key = keyOf(group, body);
    const filedAs = (key) => [key, body.decision && record(key, body)];
    if (body.scope !== "group" || !group.members.length) return [filedAs(key)];
    const members = membersOf(group);
    if (body.decision === overruled(group)) return members.map(filedAs);
    const all = members.every((member) => (book.get(member) || {}).decision === overruled(group));
    return [filedAs(key), ...(all ? members.map((member) => [member, null]) : [])];
  }

  // A decision is filed under its own first fields, in the order of decisions.jsonl.
  function keyOf(group, body) {
    const { rule, text, site } = group.key;
    if (body.scope === "rule") return filed({ was: group.was, rule });
    if (body.scope === "group") return filed({ was: group.was, rule, text, site });
    const occurrence = (group.shown || [])[body.occurrence] || {};
    if (body.scope === "site") return filed({ was: group.was, rule, text: occurrence.name || text, site: occurrence.site || missing("this occurrence names no site; choose another scope") });
    if (!text) missing("an exported page does not know which of these texts a capture has; choose another scope, or open the run with `undross review`");
    return filed({ was: group.was, rule, text, site, capture: occurrence.id || missing("this occurrence names no capture; choose another scope") });
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
    const own = ofMembers(book, group) || book.get(keyOf(group, { scope: "group" }));
    const made = own || ofRules(book, group);
    if (!made) return { decision: null, scope: null, note: "" };
    return { decision: made.decision, scope: own ? scopeOf(own) : "rule", note: made.note || "" };
  }

  // What all of its rare texts have in common, each by itself or with the others.
  function ofMembers(book, group) {
    const wide = book.get(keyOf(group, { scope: "group" }));
    const made = membersOf(group).map((member) => book.get(member) || wide);
    return made.length && made.every((one) => one && one.decision === made[0].decision) ? made[0] : undefined;
  }

  // What several rules claim goes if it goes for one of them, and stays if it stays for all.
  function ofRules(book, group) {
    const made = group.rules.map((rule) => book.get(filed({ was: group.was, rule })));
    return made.find((one) => one && one.decision === "remove") || (made.every(Boolean) ? made[0] : undefined);
  }

  function touched(data, book, text) {
    const key = JSON.parse(text);
    const same = (group) => group.was === key.was && group.rules.includes(key.rule) && (key.text === undefined || group.members.length || group.key.text === key.text);
    const ids = Object.keys(data.groups).filter((id) => same(data.groups[id]));
    return ids.map((id) => ({ id, ...stateOf(data, book, id) }));
  }

  const scopeOf = ({ text, site, capture }) => (capture ? "capture" : site ? "site" : text === undefined ? "rule" : "group");

  function inForce(book, group) {
    const { text, site } = group.key;
    const agree = (named, own) => named === undefined || own === undefined || named === own;
    const about = (one) => one.was === group.was && group.rules.includes(one.rule) && agree(one.text, text) && agree(one.site, site) && (text !== undefined || !one.site || one.site === site);
    return [...book.values()].filter(about).map((one) => ({ ...one, scope: scopeOf(one) }));
  }

  function shown(book, group, n) {
    const occurrence = (group.shown || [])[n] || missing("this occurrence is not in the exported page; open the run with `undross review`");
    const keys = ["capture", "site", "group"].filter((scope) => (scope === "site" ? occurrence.site : scope === "group" || group.key.text));
    const found = keys.map((scope) => book.get(keyOf(group, { scope, occurrence: n }))).find(Boolean) || ofRules(book, group);
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

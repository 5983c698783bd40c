// The groups of the run and what is decided about them: what the server confirmed, under what waits to be sent.
(function (undross) {
  "use strict";

  const listeners = {};
  const state = {
    run: "", groups: [], byId: new Map(), rules: new Map(), version: 0,
    /** Operations that wait to be sent, oldest first; each may show a decision for some groups (`touched`). */
    waiting: [],
    selected: null,
    totals: { groups: 0, decided: 0, later: 0, removals: 0, covered: 0 },
  };

  /** Calls a function at every event of a name: loaded, changed (ids), selected (group), waiting. */
  const on = (name, act) => (listeners[name] = listeners[name] || []).push(act);
  const tell = (name, value) => (listeners[name] || []).forEach((act) => act(value));

  /** Takes the answer of api/queue; tells only what changed if the groups are those it has. */
  function load(queue) {
    const same = queue.groups.length === state.groups.length && queue.groups.every((group, n) => group.id === state.groups[n].id);
    state.version = queue.version;
    if (same && state.groups.length) {
      // A server that was started again counts its versions anew.
      for (const group of state.groups) group.version = 0;
      return confirm(queue.groups, queue.version);
    }
    state.run = queue.run;
    state.rules = new Map(queue.rules.map((rule) => [rule.id, rule.summary]));
    state.groups = queue.groups.map(entry);
    state.byId = new Map(state.groups.map((group) => [group.id, group]));
    state.selected = state.selected && state.byId.get(state.selected.id);
    count();
    tell("loaded");
  }

  function entry(group, place) {
    const words = `${group.excerpt}\n${group.rules.join(" ")}`.toLowerCase();
    const confirmed = { decision: group.decision, scope: group.scope, rule: group.rule, note: group.note || "" };
    return { ...group, place, words, shown: undross.text.visible(group.excerpt), confirmed, version: 0, ...overlay(group.id, confirmed) };
  }

  // The last waiting operation that touches a group says what is shown.
  function overlay(id, confirmed) {
    for (let n = state.waiting.length - 1; n >= 0; n -= 1) {
      const over = state.waiting[n].touched.get(id);
      if (over) return over;
    }
    return confirmed;
  }

  /** Takes what the server says about some groups; an answer older than what is known of a group is left aside. */
  function confirm(changed, version) {
    const ids = [];
    for (const { id, decision, scope, rule, note } of changed) {
      const group = state.byId.get(id);
      if (!group || version < group.version) continue;
      group.version = version;
      group.confirmed = { decision, scope, rule, note: note || "" };
      ids.push(id);
    }
    refresh(ids);
  }

  /** Works out anew what some groups show, and tells which of them changed. */
  function refresh(ids) {
    const changed = [];
    for (const id of ids) {
      const group = state.byId.get(id);
      const next = group && overlay(id, group.confirmed);
      if (!next || ["decision", "scope", "rule", "note"].every((field) => next[field] === group[field])) continue;
      tally(group, -1);
      group.decision = next.decision;
      group.scope = next.scope;
      group.rule = next.rule;
      group.note = next.note;
      tally(group, 1);
      changed.push(id);
    }
    if (changed.length) tell("changed", changed);
  }

  /** Tells whether a group has a decision of its own, and not one on its rule. */
  const own = (group) => group.decision !== null && group.scope !== "rule" && group.scope !== "rule-on-site";

  const decided = (group) => group.decision === "keep" || group.decision === "remove";

  function tally(group, by) {
    const { totals } = state;
    if (group.decision === "later") totals.later += by;
    if (!decided(group)) return;
    totals.decided += by;
    if (group.was === "removed") totals.covered += by * group.count;
  }

  function count() {
    state.totals = { groups: state.groups.length, decided: 0, later: 0, removals: 0, covered: 0 };
    for (const group of state.groups) {
      if (group.was === "removed") state.totals.removals += group.count;
      tally(group, 1);
    }
  }

  /** Shows another group, or none. */
  function select(group) {
    if (group === state.selected) return;
    state.selected = group;
    tell("selected", group);
  }

  /** Returns the groups that a decision on a whole rule reaches: what other rules claim too goes with it, but is not kept by it. */
  function ofRule(was, rule, decision) {
    const reached = decision === "keep" || decision === "later" ? (other) => other.length === 1 && other[0] === rule : (other) => other.includes(rule);
    return state.groups.filter((other) => other.was === was && reached(other.rules));
  }

  Object.assign(state, { on, tell, load, confirm, refresh, select, own, decided, ofRule });
  undross.state = state;
})((window.undross = window.undross || {}));

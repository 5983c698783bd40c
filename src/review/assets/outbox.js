// Decisions on their way: shown at once, sent in order, kept while the server is gone, taken back when it says no.
(function (undross) {
  "use strict";
  const { state, say } = undross;

  /** How often other reviewers' decisions are asked for, and a lost server is looked for. */
  const BEAT = 2000;

  const OPEN = { decision: null, scope: null, rule: null, note: "" };

  /** What this tab did, newest last; undo takes from it. */
  const history = [];
  let source = null;
  let sending = false;
  let lost = null;
  /** Below what this tab remembers lie its own steps back on the server, which undo must not turn round. */
  let bottom = false;

  /** Starts to send to a source, and to ask it for changes. */
  function start(from) {
    source = from;
    if (!source.live) return;
    setTimeout(beat, BEAT);
    document.addEventListener("visibilitychange", () => document.hidden || look());
    window.addEventListener("beforeunload", (event) => state.waiting.length && event.preventDefault());
  }

  // Undo belongs to a tab; its name outlives a reload of the page.
  function tab() {
    try {
      const name = sessionStorage.getItem("undross-tab") || random();
      sessionStorage.setItem("undross-tab", name);
      return name;
    } catch {
      return (tab.name = tab.name || random());
    }
  }

  const random = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  /** Decides: `body` as for api/decide, without the tab; `before` is what was decided on exactly the same, if that is known. */
  function decide(body, before) {
    const operation = { kind: "decide", body: { ...body, tab: tab() }, touched: touchedBy(body) };
    remember(operation, body, before);
    post(operation);
  }

  function remember(operation, body, before) {
    operation.before = new Map();
    for (const id of operation.touched.keys()) {
      const { decision, scope, rule, note } = state.byId.get(id);
      operation.before.set(id, { decision, scope, rule, note });
    }
    operation.previous = previousOf(body, before);
    // What says the same once more changes nothing, and the server has nothing of it to undo.
    const { decision, note } = operation.previous;
    if (decision !== body.decision || (decision && note !== body.note)) history.push(operation);
  }

  /** Decides, and makes the decision a rule in undross.toml; `told` gets the answer, `failed` the refusal. Undo takes back the decision, not the rule. */
  function siteRule(body, before, { told, failed }) {
    const decision = { ...body, scope: "group", note: "" };
    const operation = { kind: "siteRule", body: { ...body, tab: tab() }, touched: touchedBy(decision), told, failed };
    remember(operation, decision, before);
    post(operation);
  }

  // A decision on one site or capture leaves the group open: no row changes. Which groups a rule has on a site the server knows.
  function touchedBy({ group, scope, rule, decision, note }) {
    const touched = new Map();
    const chosen = state.byId.get(group);
    rule = rule || chosen.rules[0];
    if (scope === "group") {
      touched.set(group, decision ? { decision, scope: chosen.texts > 1 ? "site" : scope, rule, note } : byRule(chosen, rule));
    } else if (scope === "rule") {
      const made = decision ? { decision, scope, rule, note } : OPEN;
      for (const other of state.ofRule(chosen.was, rule, decision)) if (!state.own(other)) touched.set(other.id, made);
    }
    return touched;
  }

  function byRule(chosen, rule = chosen.rules[0]) {
    const made = state.ofRule(chosen.was, rule, "keep").find((other) => other.scope === "rule");
    return made ? { decision: made.decision, scope: "rule", rule, note: made.note } : OPEN;
  }

  function previousOf({ group, scope, rule }, before) {
    if (before) return before;
    const chosen = state.byId.get(group);
    if (scope === "rule") return byRule(chosen, rule);
    return scope === "group" && state.own(chosen) ? { decision: chosen.decision, note: chosen.note } : { decision: null, note: "" };
  }

  /** Takes back what this tab decided last; returns the group that it was about, where this tab knows it. */
  function undo() {
    const last = history.pop();
    if (!last && bottom) {
      say.done("Nothing is left to undo in this tab.");
      return null;
    }
    if (!last) {
      post({ kind: "undo", body: { tab: tab() }, touched: new Map(), bare: true });
      return null;
    }
    const at = state.waiting.indexOf(last);
    if (at >= 0 && !last.sent) {
      state.waiting.splice(at, 1);
      settle([...last.touched.keys()]);
    } else if (last.local) {
      post(backwards(last));
    } else {
      post({ kind: "undo", body: { tab: tab() }, touched: last.before, undoes: last });
    }
    return last;
  }

  // The opposite of a decision as a decision: whatever became of the first one, the outcome is the same.
  function backwards(last) {
    bottom = true;
    const { decision, note } = last.previous;
    const body = { scope: "group", ...last.body, decision, note: note || "", tab: tab() };
    return { kind: "decide", body, touched: last.before };
  }

  function post(operation) {
    state.waiting.push(operation);
    state.refresh([...operation.touched.keys()]);
    state.tell("waiting");
    if (lost) tellLost();
    else pump();
  }

  function settle(ids) {
    state.refresh(ids);
    state.tell("waiting");
  }

  async function pump() {
    if (sending) return;
    sending = true;
    while (state.waiting.length && !lost) await send(state.waiting[0]);
    sending = false;
  }

  async function send(operation) {
    operation.sent = true;
    try {
      const answer = await source[operation.kind](operation.body);
      arrived(operation, answer);
    } catch (failure) {
      if (!(failure instanceof undross.api.Failure)) throw failure;
      if (failure.refused && !(await gone(failure))) refused(operation, failure);
      else lose(failure);
    }
  }

  // Another server at the same address knows nothing at all: that is no answer to the decision.
  async function gone(failure) {
    if (failure.status !== 404 || !source.live) return false;
    try {
      await source.changes(state.version);
      return false;
    } catch {
      return true;
    }
  }

  function arrived(operation, answer) {
    state.waiting.splice(state.waiting.indexOf(operation), 1);
    state.confirm(answer.changed, answer.version);
    settle([...operation.touched.keys()]);
    if (operation.body.group) state.tell("answered", operation.body.group);
    if (operation.told) operation.told(answer);
    if (operation.kind === "undo") undone(operation, answer);
  }

  // A server that was started again may not remember what this tab did.
  function undone(operation, answer) {
    if (!answer.undone && operation.undoes) return post(backwards(operation.undoes));
    if (!answer.undone) return say.done("Nothing is left to undo in this tab.");
    if (operation.bare) return state.tell("undone", answer.undone);
    const back = [...operation.touched].every(([id, before]) => state.byId.get(id).decision === before.decision);
    return back || say.done("Not undone: it was decided again since, here or by somebody else, and stays so.");
  }

  function refused(operation, failure) {
    state.waiting.splice(state.waiting.indexOf(operation), 1);
    const at = history.indexOf(operation);
    if (at >= 0) history.splice(at, 1);
    settle([...operation.touched.keys()]);
    if (operation.failed) operation.failed(failure);
    const advice = failure.status === 413 ? " Shorten the note and decide again." : "";
    say.done("Not saved.");
    say.banner("refused", `The server did not take the decision, so all is as it was: ${failure.message}.${advice}`);
  }

  // What was on its way may have arrived or not; from here on undo decides the opposite instead of asking for the last.
  function lose(failure) {
    lost = failure;
    for (const operation of history) operation.local = true;
    state.waiting = state.waiting.map((operation) => (operation.undoes ? backwards(operation.undoes) : operation));
    tellLost();
  }

  function tellLost() {
    const waits = state.waiting.length;
    const kept = waits ? ` ${undross.text.counted(waits, "decision waits", "decisions wait")} in this tab, and will be sent when it is back: leave the tab open.` : "";
    say.banner("lost", cause(lost) + kept, [["Try again", look]]);
  }

  function cause({ status, message }) {
    if (status === 403) return `The server refuses this page (403): ${message}. Open the address that undross review printed last.`;
    if (status) return `The server has a fault (${status}): ${message}.`;
    const [token] = location.pathname.split("/").filter(Boolean);
    return `The server does not answer. Start it again with: undross review ${state.run} --port ${location.port} --token ${token}.`;
  }

  async function beat() {
    if (!document.hidden || lost) await look();
    setTimeout(beat, BEAT);
  }

  /** Asks for changes, or whether a lost server is back. */
  async function look() {
    try {
      if (lost) await recover();
      else await take(await source.changes(state.version));
    } catch (failure) {
      if (!(failure instanceof undross.api.Failure)) throw failure;
      lose(failure);
    }
  }

  async function recover() {
    await take(await source.queue());
    lost = null;
    say.calm("lost");
    state.tell("back");
    if (state.waiting.length) say.done("The server is back; decisions that waited are being sent.");
    pump();
  }

  async function take(answer) {
    damage(answer.damage);
    if (answer.groups) return state.load(answer);
    if (answer.version < state.version) return state.load(await source.queue());
    state.version = answer.version;
    return state.confirm(answer.changed, answer.version);
  }

  /** Shows which lines of decisions.jsonl could not be read. */
  function damage(lines) {
    if (!lines || !lines.length) return say.calm("damage");
    return say.banner("damage", `Lines of the decisions file could not be read and are left alone: ${lines.slice(0, 5).join("; ")}${lines.length > 5 ? " …" : ""}`);
  }

  undross.outbox = { start, decide, siteRule, undo, damage, isLost: () => lost !== null };
})((window.undross = window.undross || {}));

// The decision: what it reaches, what it does, and where the reviewer goes next.
(function (undross) {
  "use strict";
  const { state, text, say, outbox, queue, detail } = undross;
  const { at } = undross.dom;

  const DONE = { keep: "Keep", remove: "Remove", later: "Later" };
  const NEEDS_OCCURRENCE = ["site", "capture", "rule-on-site"];
  const notes = new Map();
  let source = null;

  function start(from) {
    source = from;
    for (const choice of ["keep", "remove", "later"]) at(choice).addEventListener("click", () => decide(choice));
    at("reopen").addEventListener("click", () => decide(null));
    at("undo").addEventListener("click", undo);
    at("site-rule").addEventListener("click", rule);
    at("site-rule").hidden = !source.live;
    at("rule-keep").addEventListener("click", () => write("keep"));
    at("rule-remove").addEventListener("click", () => write("remove"));
    at("rule-close").addEventListener("click", () => at("rule-dialog").close());
    at("note").addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && saveNote());
    at("note").addEventListener("input", () => state.selected && notes.set(state.selected.id, at("note").value));
    for (const scope of scopes()) scope.addEventListener("change", words);
    state.on("selected", fresh);
    state.on("occurrence", words);
    state.on("filtered", words);
    state.on("changed", (ids) => state.selected && ids.includes(state.selected.id) && words());
    state.on("undone", shown);
  }

  const scopes = () => [...document.querySelectorAll("input[name=scope]")];
  const scope = () => scopes().find((one) => one.checked).value;

  /** Chooses a scope, where the occurrence allows it. */
  function reach(value) {
    const one = scopes().find((other) => other.value === value);
    if (one.disabled) return say.done("The site of this occurrence is not known; choose another scope.");
    one.checked = true;
    return words();
  }

  // A wide scope never carries over to the next group.
  function fresh(group) {
    scopes()[0].checked = true;
    if (!group) return;
    at("note").value = notes.has(group.id) ? notes.get(group.id) : group.note;
    words();
  }

  /** Says what the buttons do, for the scope that is chosen. */
  function words() {
    const group = state.selected;
    if (!group) return;
    const occurrence = detail.now.occurrence;
    const [, site, capture, , ruleOnSite] = scopes();
    site.disabled = ruleOnSite.disabled = Boolean(occurrence) && !occurrence.site;
    // What cannot be reached gives way to less, never to more.
    if (scopes().some((one) => one.checked && one.disabled)) capture.checked = true;
    at("reach").textContent = reached(group, occurrence);
    const removed = group.was === "removed";
    at("keep-words").textContent = removed ? "comes back in the next undross clean" : "confirms that it stays";
    at("remove-words").textContent = removed ? "confirms that it went" : "goes in the next undross clean";
    const made = current(group, occurrence);
    for (const choice of ["keep", "remove", "later"]) at(choice).setAttribute("aria-pressed", made === choice);
    at("reopen").disabled = made === null;
  }

  function current(group, occurrence) {
    const over = scope();
    if (over === "group" || over === "rule") {
      const is = group.scope === (over === "group" ? whole(group) : over) && (!filtered() || group.rule === filtered());
      return is ? group.decision : null;
    }
    return occurrence && occurrence.scope === over ? occurrence.decision : null;
  }

  /** Returns the rule that the list is filtered by, if there is one: no decision reaches what is not of it. */
  const filtered = () => at("by-rule").value || undefined;

  // Rare texts of one site stand together: decisions on them name the site.
  const whole = (group) => (group.texts > 1 ? "site" : "group");

  function standing(group) {
    if (!group.decision) return "";
    if (group.scope === "rule") return ` Now: ${group.decision}, by a decision on the whole rule.`;
    if (group.scope === "rule-on-site") return ` Now: ${group.decision}, by a decision on the rule on this site.`;
    return ` Now: ${group.decision}${group.scope === whole(group) ? "" : ", by decisions on its sites"}.`;
  }

  function reached(group, occurrence) {
    const now = standing(group);
    const over = scope();
    if (NEEDS_OCCURRENCE.includes(over) && !occurrence) return `The occurrence is not shown yet.${now}`;
    const rule = queue.ruleOf(group);
    const did = group.was === "removed" ? "removed" : "nearly removed";
    switch (over) {
      case "site":
        if (group.texts > 1) return `The one text shown, wherever it stands on ${text.visible(occurrence.site)}; the others of the group stay open.${now}`;
        return `Copies of this text on ${text.visible(occurrence.site)} only; the group stays open.${now}`;
      case "capture":
        return `What the group has in ${text.visible(occurrence.id)} only; the group stays open.${now}`;
      case "rule": {
        const [all, alone] = ["remove", "keep"].map((decision) => state.ofRule(group.was, rule, decision).filter((other) => !state.own(other)).length);
        const shared = all > alone ? `; keep and later hold for the ${text.number(alone)} that no other rule claims` : "";
        return `Everything that ${rule} ${did}, in later runs too: ${text.counted(all, "group", "groups")} without a decision of their own${shared}.${now}`;
      }
      case "rule-on-site": {
        const copies = occurrence.of_rules_here[group.rules.indexOf(rule)] || 0;
        return `Everything that ${rule} ${did} on ${text.visible(occurrence.site)}, whatever its text, in later runs too: ${text.counted(copies, "copy", "copies")} in this run, but for what has a decision of its own.${now}`;
      }
      default:
        if (group.texts > 1) return `All ${text.number(group.texts)} texts that the group holds now: ${text.counted(group.count, "copy", "copies")}. A text that comes later is asked for again.${now}`;
        return `Every copy: ${text.counted(group.count, "copy", "copies")} in ${text.counted(group.captures, "capture", "captures")}.${now}`;
    }
  }

  /** Decides on the selected group in the chosen scope, null takes the decision back; then shows what is next. */
  function decide(decision) {
    const group = state.selected;
    if (!group) return;
    if (queue.place() === undefined) return say.done("This group is not in the list; clear the filters to decide on it.");
    const over = scope();
    if (NEEDS_OCCURRENCE.includes(over) && !detail.now.occurrence) return say.done("This occurrence is not shown, so it cannot be decided alone; choose another occurrence or every copy.");
    if (decision === null && current(group, detail.now.occurrence) === null) return;
    const note = decision ? at("note").value.trim() : "";
    notes.delete(group.id);
    outbox.decide({ group: group.id, scope: over, occurrence: detail.now.n, rule: filtered(), decision, note }, before(over));
    say.done(`${decision ? DONE[decision] : "Taken back"}: “${text.short(group.excerpt)}”, ${spoken(over, group)}.`);
    if (decision) onward(over);
    else words();
  }

  // What is decided on exactly this scope; null where only the queue knows.
  function before(over) {
    const { group, occurrence } = detail.now;
    const several = state.selected.texts > 1;
    if (over === "rule" || !group || (several && over === "group")) return null;
    const same = {
      group: (one) => one.scope === "group",
      site: (one) => one.scope === "site" && one.site === occurrence.site && !several,
      capture: (one) => one.scope === "capture" && one.capture === occurrence.id,
      "rule-on-site": (one) => one.scope === over && one.site === occurrence.site,
    }[over];
    const rule = queue.ruleOf(state.selected);
    const made = group.decisions.find((one) => one.rule === rule && same(one));
    return made ? { decision: made.decision, note: made.note || "" } : { decision: null, note: "" };
  }

  function spoken(over, group) {
    if (over === "rule") return `all of ${queue.ruleOf(group)}`;
    if (over === "rule-on-site") return `all of ${queue.ruleOf(group)} on ${text.visible(detail.now.occurrence.site)}`;
    if (over === "group" && group.texts > 1) return `all ${text.number(group.texts)} texts`;
    if (over === "group") return group.count === 1 ? "its one copy" : `all ${text.number(group.count)} copies`;
    return over === "site" ? `on ${text.visible(detail.now.occurrence.site)}` : `in ${text.visible(detail.now.occurrence.id)}`;
  }

  // A decision on a part of a group leads to its next occurrence, any other to the next open group.
  function onward(over) {
    if ((over === "site" || over === "capture") && detail.step(1)) return;
    const next = queue.nextOpen();
    if (next) return state.select(next);
    const { later } = state.totals;
    say.done(`${at("said").textContent} No open group is left in this list${later ? `; ${text.number(later)} wait under later` : ""}.`);
    words();
  }

  /** Takes back the last decision of this tab, and shows its group. */
  function undo() {
    const last = outbox.undo();
    if (!last) return;
    const group = state.byId.get(last.body.group);
    const rest = last.kind === "siteRule" ? " The rule stays in undross.toml until you delete it there." : "";
    const made = last.body.decision ? DONE[last.body.decision].toLowerCase() : "taken back";
    if (group) state.select(group);
    scopes()[0].checked = true;
    say.done(`Undone: ${made}, “${group ? text.short(group.excerpt) : ""}”.${rest}`);
    words();
  }

  function shown(undone) {
    say.done(`Undone: ${text.visible(undone.words)}.`);
    if (undone.group && state.byId.has(undone.group)) state.select(state.byId.get(undone.group));
  }

  // A note on what is decided already is saved by itself.
  function saveNote() {
    const group = state.selected;
    at("list").focus();
    if (scope() !== "group" || !state.own(group) || current(group) === null) return say.done("The note goes with your decision.");
    notes.delete(group.id);
    outbox.decide({ group: group.id, scope: "group", occurrence: detail.now.n, rule: filtered(), decision: group.decision, note: at("note").value.trim() }, before("group"));
    return say.done("Note saved.");
  }

  /** Writes a rule for the selected group into undross.toml: at once if it is decided, else asks which. */
  function rule() {
    const group = state.selected;
    if (!group || !source.live) return;
    if (queue.place() === undefined) return say.done("This group is not in the list; clear the filters to decide on it.");
    if (group.texts > 1) return say.done("A rule names one line, and this group holds several; decide here, or write the rule by hand.");
    const made = state.own(group) && state.decided(group) ? group.decision : null;
    at("rule-words").textContent = `“${text.short(group.excerpt)}”: the rule holds for every run that reads undross.toml, and decides this group as well.`;
    at("rule-toml").hidden = true;
    at("rule-choices").hidden = false;
    at("rule-dialog").showModal();
    at("rule-title").focus();
    if (made) write(made);
  }

  function write(decision) {
    const group = state.selected;
    at("rule-choices").hidden = true;
    at("rule-words").textContent = outbox.isLost() ? "The rule waits until the server is back." : "Writing …";
    at("rule-title").focus();
    const told = (answer) => {
      at("rule-words").textContent = `Written to ${answer.path}:`;
      at("rule-toml").textContent = text.visible(answer.toml);
      at("rule-toml").hidden = false;
      say.done(`Rule written to ${answer.path}: ${decision} “${text.short(group.excerpt)}”.`);
    };
    const failed = (failure) => (at("rule-words").textContent = `Not written: ${failure.message}.`);
    outbox.siteRule({ group: group.id, rule: filtered(), decision }, before("group"), { told, failed });
  }

  undross.decide = { start, decide, undo, reach, rule, write };
})((window.undross = window.undross || {}));

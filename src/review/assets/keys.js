// The keys: one list, read by what listens and printed by the dialog that explains them.
(function (undross) {
  "use strict";
  const { state, queue, detail, decide, page, pictures } = undross;
  const { at, make, fill } = undross.dom;

  const REVIEW = [
    { keys: ["k"], words: "keep", act: () => decide.decide("keep"), once: true },
    { keys: ["r"], words: "remove", act: () => decide.decide("remove"), once: true },
    { keys: ["l"], words: "later", act: () => decide.decide("later"), once: true },
    { keys: ["u"], words: "undo the last decision of this tab", act: () => decide.undo(), once: true },
    { keys: ["x"], words: "take back the decision on this group", act: () => decide.decide(null), once: true },
    { keys: ["1"], words: "a decision applies to every copy", act: () => decide.reach("group") },
    { keys: ["2"], words: "… to this site", act: () => decide.reach("site") },
    { keys: ["3"], words: "… to this capture", act: () => decide.reach("capture") },
    { keys: ["4"], words: "… to this whole rule, in later runs too", act: () => decide.reach("rule") },
    { keys: ["5"], words: "… to this rule on this site, in later runs too", act: () => decide.reach("rule-on-site") },
    { keys: ["s"], words: "make it a rule in undross.toml", act: () => decide.rule(), once: true, live: true },
    { keys: ["c"], words: "write a note (Enter is done)", act: () => at("note").focus() },
    { keys: ["j", "n"], words: "next group", act: () => move(1) },
    { keys: ["p"], words: "previous group", act: () => move(-1) },
    { keys: ["↑", "↓", "Home", "End", "PgUp", "PgDn"], words: "walk in the queue, when it has the focus" },
    { keys: ["o"], words: "next occurrence", act: () => detail.step(1) },
    { keys: ["O"], words: "previous occurrence", act: () => detail.step(-1) },
    { keys: ["w"], words: "whole page with its removals; k, r, l and u work there too", act: () => page.open("page"), once: true },
    { keys: ["t"], words: "tidy text", act: () => page.open("tidy"), once: true },
    { keys: ["/"], words: "search", act: () => at("search").focus() },
    { keys: ["v"], words: "pictures of the run", act: () => pictures.turn(), once: true },
    { keys: ["?"], words: "these keys", act: () => help(), once: true },
    { keys: ["Esc"], words: "close, leave a field, back to the queue" },
  ];

  const IN_PAGE = {
    o: () => page.step(1),
    O: () => page.step(-1),
    w: () => page.open("page"),
    t: () => page.open("tidy"),
  };
  for (const { keys, act, once } of REVIEW.slice(0, 4)) {
    IN_PAGE[keys[0]] = () => {
      at("page").close();
      act();
    };
    IN_PAGE[keys[0]].once = once;
  }

  const IN_RULE = { k: () => at("rule-choices").hidden || decide.write("keep"), r: () => at("rule-choices").hidden || decide.write("remove") };

  const IN_PICTURES = { v: () => pictures.turn(), "?": () => help(), Escape: () => pictures.turn() };

  const IN_LIST = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(queue.page()),
    PageUp: () => move(-queue.page()),
    Home: () => move(-queue.size()),
    End: () => move(queue.size()),
    Enter: () => at("scroll").focus(),
  };

  const IN_REVIEW = { Escape: () => back() };
  for (const { keys, act, once } of REVIEW.filter((one) => one.act)) {
    for (const key of keys) IN_REVIEW[key] = Object.assign(() => act(), { once });
  }

  function start(source) {
    document.addEventListener("keydown", pressed);
    at("show-keys").addEventListener("click", help);
    at("keys-close").addEventListener("click", () => at("keys").close());
    at("next").addEventListener("click", () => move(1));
    at("previous").addEventListener("click", () => move(-1));
    at("back").addEventListener("click", back);
    const rows = REVIEW.filter((one) => source.live || !one.live);
    fill(at("keys-rows"), ...rows.map(({ keys, words }) => make("tr", "", make("th", "", ...keys.map((key) => make("kbd", "", key))), make("td", "", words))));
    for (const head of at("keys-rows").querySelectorAll("th")) head.scope = "row";
  }

  const typing = (element) => element.matches("textarea, select, [contenteditable], input:not([type=radio])");

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (typing(event.target)) return leave(event);
    const act = meaning(event);
    if (!act) return;
    event.preventDefault();
    // A held key walks, but never decides twice.
    if (!(event.repeat && act.once)) act();
  }

  function leave(event) {
    if (event.key !== "Escape" || event.target.matches("select")) return;
    event.preventDefault();
    at("list").focus();
  }

  function meaning(event) {
    const dialog = document.querySelector("dialog[open]");
    if (dialog) return { page: IN_PAGE, "rule-dialog": IN_RULE }[dialog.id]?.[event.key];
    if (pictures.shown()) return IN_PICTURES[event.key];
    if (event.target === at("list") && IN_LIST[event.key]) return IN_LIST[event.key];
    return IN_REVIEW[event.key];
  }

  function move(by) {
    const group = queue.away(by);
    if (group) state.select(group);
  }

  function help() {
    at("keys").showModal();
    at("keys-title").focus();
  }

  function back() {
    document.body.dataset.view = "list";
    at("list").focus();
  }

  undross.keys = { start };
})((window.undross = window.undross || {}));

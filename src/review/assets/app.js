// The start: a server or carried data, the queue, and the group that the address names.
(function (undross) {
  "use strict";
  const { state, say } = undross;
  const { at } = undross.dom;

  /** A wait before a server that does not answer at the start is asked again. */
  const AGAIN = 2000;

  async function start() {
    const data = undross.exported.carried();
    const source = data ? undross.exported.source(data) : undross.api.server();
    for (const part of [undross.queue, undross.outbox, undross.detail, undross.decide, undross.page, undross.pictures, undross.keys]) part.start(source);
    state.on("loaded", title);
    if (data) download(source);
    const queue = await first(source);
    undross.outbox.damage(queue.damage);
    state.load(queue);
    state.select(addressed() || state.groups.find((group) => group.decision === null) || state.groups[0] || null);
    window.addEventListener("hashchange", () => addressed() && state.select(addressed()));
    at("list").focus({ preventScroll: true });
  }

  async function first(source) {
    for (;;) {
      try {
        const queue = await source.queue();
        say.calm("lost");
        return queue;
      } catch (failure) {
        if (!(failure instanceof undross.api.Failure)) throw failure;
        say.banner("lost", `The queue cannot be read: ${failure.message}. The page asks again by itself.`);
        await new Promise((next) => setTimeout(next, AGAIN));
      }
    }
  }

  const addressed = () => state.byId.get(location.hash.slice(1));

  function title() {
    at("run").textContent = `Review of ${state.run}`;
    document.title = `Review of ${state.run} · undross`;
  }

  function download(source) {
    at("download").hidden = false;
    at("download").addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([source.file()], { type: "application/jsonl" }));
      link.download = "decisions.jsonl";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
      say.done("decisions.jsonl was downloaded. Beside the captures, or in a folder above them, the next undross clean applies it.");
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})((window.undross = window.undross || {}));

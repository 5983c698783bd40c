// The server: one function a question, answers as they come, failures told apart.
(function (undross) {
  "use strict";

  /** Waits this long for an answer before the server counts as gone. */
  const PATIENCE = 20000;

  /** What went wrong: `status` is 0 where nothing answered, `message` says what to do. */
  class Failure extends Error {
    constructor(status, message) {
      super(message);
      this.status = status;
    }

    /** The server looked at the request and said no: to ask again is no use. */
    get refused() {
      return this.status >= 400 && this.status < 500 && this.status !== 403 && this.status !== 408 && this.status !== 429;
    }
  }

  async function ask(path, body) {
    const request = { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
    if (body) {
      request.method = "POST";
      request.headers = { "Content-Type": "application/json" };
      request.body = JSON.stringify(body);
    }
    let answer;
    let said;
    try {
      answer = await fetch(path, request);
      said = await answer.text();
    } catch {
      throw new Failure(0, "the server does not answer");
    }
    const read = parse(said);
    if (answer.ok && read) return read;
    const words = read && read.error;
    throw new Failure(answer.ok ? 502 : answer.status, words || `the server answered ${answer.status}`);
  }

  function parse(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  /** Returns the server as a source of groups and a place for decisions. */
  const server = () => ({
    live: true,
    queue: () => ask("api/queue"),
    group: (id) => ask(`api/group/${id}`),
    occurrence: (id, n) => ask(`api/group/${id}/${n}`),
    capture: (number, view, from) => ask(`api/capture/${number}?view=${view}&from=${from}`),
    changes: (since) => ask(`api/changes?since=${since}`),
    charts: async () => (await ask("api/charts")).map((chart) => ({ ...chart, address: `api/charts/${encodeURIComponent(chart.name)}.svg` })),
    decide: (body) => ask("api/decide", body),
    undo: (body) => ask("api/undo", body),
    siteRule: (body) => ask("api/site-rule", body),
  });

  undross.api = { server, Failure };
})((window.undross = window.undross || {}));

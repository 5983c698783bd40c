// The pictures of the run: its charts, in place of the queue.
(function (undross) {
  "use strict";
  const { at, make, fill } = undross.dom;

  let source = null;
  let drawn = false;

  function start(from) {
    source = from;
    at("show-pictures").addEventListener("click", turn);
    at("hide-pictures").addEventListener("click", turn);
  }

  const shown = () => !at("pictures").hidden;

  /** Shows the pictures, or the queue again. */
  async function turn() {
    const show = !shown();
    at("pictures").hidden = !show;
    at("review").hidden = show;
    at("show-pictures").setAttribute("aria-pressed", show);
    (show ? at("pictures-title") : at("list")).focus();
    if (show && !drawn) await draw();
  }

  async function draw() {
    let charts = [];
    at("no-pictures").hidden = true;
    try {
      charts = await source.charts();
      drawn = true;
      tell(charts.length ? "" : "This run has no pictures: nothing was removed.");
    } catch (failure) {
      if (!(failure instanceof undross.api.Failure)) throw failure;
      tell(`The pictures cannot be shown: ${failure.message}.`);
    }
    fill(at("charts"), ...charts.map(figure));
  }

  function tell(words) {
    at("no-pictures").hidden = !words;
    at("no-pictures").textContent = words;
  }

  function figure(chart) {
    const picture = make("img", "");
    picture.alt = chart.title;
    picture.src = chart.address || URL.createObjectURL(new Blob([chart.svg], { type: "image/svg+xml" }));
    return make("figure", "", make("figcaption", "", chart.title), picture);
  }

  undross.pictures = { start, turn, shown };
})((window.undross = window.undross || {}));

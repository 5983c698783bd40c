// What the page tells the reviewer: a line about the last decision, and banners about what is wrong.
(function (undross) {
  "use strict";
  const { at, make, button } = undross.dom;

  /** Says what was done; screen readers read it when they are free. */
  function done(words) {
    at("said").textContent = words;
  }

  /**
   * Shows a banner, in place of the one of the same name.
   *
   * `acts` are pairs of words and what a click does; every banner can be closed.
   */
  function banner(name, words, acts = []) {
    const now = at("banner-" + name);
    if (now && now.firstChild.textContent === words) return;
    const element = make("div", "banner " + name, make("p", "", words));
    element.id = "banner-" + name;
    element.setAttribute("role", "alert");
    for (const [label, act] of acts) element.append(button(label, act));
    element.append(button("Dismiss", () => element.remove()));
    if (now) now.replaceWith(element);
    else at("banners").append(element);
  }

  /** Takes a banner away. */
  function calm(name) {
    const now = at("banner-" + name);
    if (now) now.remove();
  }

  undross.say = { done, banner, calm };
})((window.undross = window.undross || {}));

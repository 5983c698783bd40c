// Elements: found by their id, made with text that is never read as markup.
(function (undross) {
  "use strict";

  /** Returns the element with an id of index.html. */
  const at = (id) => document.getElementById(id);

  /** Makes an element; children are nodes or strings, a string becomes text. */
  function make(name, className, ...children) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  /** Makes a button that does something. */
  function button(words, act, className) {
    const element = make("button", className, words);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  /** Puts children in place of what an element holds. */
  const fill = (element, ...children) => element.replaceChildren(...children);

  undross.dom = { at, make, button, fill };
})((window.undross = window.undross || {}));

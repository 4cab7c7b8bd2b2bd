/* The answer for a tag is heard and felt too; the page shows it in colour, sign and words. */
"use strict";

(() => {
  const tell = () => {
    const answer = document.querySelector("[data-tone]");
    if (answer) document.dispatchEvent(new CustomEvent("halte:tell", { detail: answer.dataset.tone }));
  };
  document.addEventListener("htmx:afterSwap", tell);
})();

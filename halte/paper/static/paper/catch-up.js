/* The row follows the fingers: a full time, letter or code leads to the next field. Without this, Tab does. */
"use strict";

(() => {
  const form = document.querySelector("[data-catch-up]");
  if (!form) return;
  const { time, what, code, bed, number } = form.elements;
  const NEXT = { a: code, l: code, b: code, w: code, k: code, m: number, d: number, t: number };
  const go = (field) => {
    field.focus();
    field.select();
  };
  const wrong = form.querySelector("[aria-invalid=true]");
  go(wrong || time);
  const letter = () => NEXT[(what.value || what.placeholder).toLowerCase()];

  form.addEventListener("keydown", (event) => {
    const plain = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    /* A letter in the time is the letter of the line. */
    if (event.target === time && plain && /[a-z]/i.test(event.key) && event.key.toLowerCase() !== "h") {
      event.preventDefault();
      what.value = event.key.toLowerCase();
      go(letter() || what);
    }
  });
  form.addEventListener("input", (event) => {
    const bare = (field) => field.value.replace(/[^0-9a-z]/gi, "");
    if (event.target === time && /^([01]?[0-9]|2[0-3])[:hH. ]?[0-5][0-9]$/.test(time.value) && bare(time).length === 4) go(what);
    if (event.target === what && letter()) go(letter());
    if (event.target === code && bare(code).length === 7 && "bw".includes((what.value || what.placeholder).toLowerCase())) go(bed);
  });
})();

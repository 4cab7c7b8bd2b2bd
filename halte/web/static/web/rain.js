/* Rain mode: a repeated touch within 700 ms is no second wish, also when another page came in between; and every result
   is heard and felt as well as seen. */
"use strict";

(() => {
  const AGAIN = 700;
  const STORE = "halte.touched";
  const before = Number(sessionStorage.getItem(STORE)) || 0;
  let last = { target: null, at: before };

  document.addEventListener(
    "click",
    (event) => {
      if (event.detail === 0) return;
      const target = event.target.closest("button, a, input, label, summary");
      if (!target) return;
      const now = Date.now();
      const soon = now - last.at < AGAIN;
      if (soon && (last.target === null || last.target === target)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      last = { target, at: now };
      sessionStorage.setItem(STORE, String(now));
    },
    true,
  );

  const told = new WeakSet();
  const tell = () => {
    for (const message of document.querySelectorAll("#messages .message")) {
      if (told.has(message)) continue;
      told.add(message);
      const bad = message.classList.contains("error") || message.classList.contains("warning");
      document.dispatchEvent(new CustomEvent("halte:tell", { detail: bad ? "no" : "ok" }));
    }
  };
  document.addEventListener("DOMContentLoaded", tell);
  document.addEventListener("htmx:afterSettle", tell);
  document.addEventListener("htmx:sendError", () => {
    document.dispatchEvent(new CustomEvent("halte:tell", { detail: "no" }));
  });
})();

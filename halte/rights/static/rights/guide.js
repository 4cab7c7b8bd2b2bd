/* Lets the guide be read without a network. The guide reads as well without this. */
"use strict";

(() => {
  const { worker, askUs, saved } = document.currentScript.dataset;

  /* A copy that a phone kept may be old: what is past its last day is not told any more. */
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  for (const statement of document.querySelectorAll("[data-until]")) {
    if (statement.dataset.until >= today) continue;
    const words = document.createElement("span");
    words.className = "pill wait";
    words.textContent = askUs;
    statement.replaceChildren(words);
  }

  /* The worker writes on a copy when the phone saved it. */
  const on = document.documentElement.dataset.saved;
  if (on) {
    const written = new Intl.DateTimeFormat([document.documentElement.lang, "en-GB"], {
      dateStyle: "long",
      calendar: "gregory",
      numberingSystem: "latn",
    });
    const words = document.createElement("p");
    words.className = "pill wait";
    words.textContent = saved.replace("{date}", written.format(new Date(on)));
    document.querySelector("main").prepend(words);
  }

  if (!navigator.serviceWorker || !window.isSecureContext) return;
  const only = { createScriptURL: (address) => (address === worker ? address : null) };
  const policy = window.trustedTypes ? window.trustedTypes.createPolicy("default", only) : only;
  navigator.serviceWorker.register(policy.createScriptURL(worker)).catch(() => {});
})();

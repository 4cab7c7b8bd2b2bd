/* The machine in the hall: 45 seconds without a touch, or "finish", and nothing of whoever stood here is left. */
"use strict";

(() => {
  const home = document.currentScript.dataset.home;
  const SECONDS = 45;
  let left = SECONDS;

  const end = () => {
    document.body.replaceChildren();
    location.replace(home);
  };
  const touched = () => {
    left = SECONDS;
  };
  for (const touch of ["pointerdown", "keydown", "input", "wheel", "scroll"]) {
    document.addEventListener(touch, touched, { passive: true, capture: true });
  }
  setInterval(() => {
    left -= 1;
    for (const bar of document.querySelectorAll("[data-kiosk-left]")) bar.value = Math.max(left, 0);
    if (left <= 0) end();
  }, 1000);
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("[data-kiosk-finish]")) return;
    event.preventDefault();
    end();
  });
  /* A page that the browser put aside comes back empty, and leaves at once. */
  window.addEventListener("pagehide", () => document.body.replaceChildren());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) end();
  });
})();

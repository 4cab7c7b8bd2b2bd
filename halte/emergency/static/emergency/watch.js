/* Every screen asks, without cookies, whether the shutter is down and whether help was called. */
"use strict";

(() => {
  const own = document.currentScript.dataset;
  const EVERY = 1500;
  let gone = false;

  const leave = (where) => {
    gone = true;
    location.replace(where);
  };
  /* First nothing can be read any more, then the page goes; the page after it is asked from the server. */
  const cover = () => {
    document.documentElement.dataset.rests = "";
    const main = document.getElementById("main");
    if (main) main.replaceChildren();
    leave(own.rest);
  };
  const say = (words) => {
    const note = document.querySelector("[data-called]");
    if (!note || note.textContent === words) return;
    note.textContent = words;
    note.hidden = words === "";
  };
  const look = async () => {
    if (gone) return;
    try {
      const answer = await fetch(own.watch, { credentials: "omit", cache: "no-store", headers: { "Halte-Poll": "1" } });
      if (!answer.ok) return;
      const told = answer.status === 200 ? await answer.json() : { rests: false, called: "" };
      if (told.rests && own.rest) cover();
      else if (!told.rests && own.back) leave(own.back);
      else say(told.called);
    } catch {
      /* The machine does not answer: the next look asks again. */
    }
  };
  document.addEventListener("DOMContentLoaded", look);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", (event) => event.persisted && look());
  setInterval(look, EVERY);
})();

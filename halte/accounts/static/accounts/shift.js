/* Shared tablets: the keypad for four digits, and the lock that hides the panel at once. Both work without this. */
"use strict";

(() => {
  const own = document.currentScript.dataset;

  /* ---- four digits: the fourth press is the last ---- */
  const showKeypads = (root) => {
    for (const keypad of root.querySelectorAll("[data-keypad]")) keypad.hidden = false;
  };
  const enter = (field) => {
    if (field.value.length === 4) field.form.requestSubmit();
  };
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-digit], [data-clear]");
    if (!pressed) return;
    const field = pressed.closest("[data-digits]").querySelector("input");
    if (field.value.length === 4) return;
    field.value = "clear" in pressed.dataset ? "" : field.value + pressed.dataset.digit;
    enter(field);
  });
  document.addEventListener("input", (event) => {
    if (event.target.closest("[data-digits]")) enter(event.target);
  });
  showKeypads(document);

  const lock = document.querySelector("[data-lock]");
  const screen = document.querySelector("[data-lock-screen]");
  if (!lock || !screen) return;

  /* ---- the lock: the page leaves the document, so that nothing of it can be read, and comes back as it was ---- */
  let away = null;
  const title = document.title;
  const asked = (form) =>
    fetch(form.action, { method: "POST", body: new FormData(form), headers: { "Halte-Lock": "1" }, redirect: "error" });
  const typed = (page) =>
    Array.from(page.querySelectorAll("input, textarea, select")).some((field) => {
      if (field.type === "hidden" || field.closest("[data-lock]")) return false;
      if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
      if (field.localName === "select") return Array.from(field.options).some((one) => one.selected !== one.defaultSelected);
      return field.value !== field.defaultValue;
    });

  const hide = () => {
    if (away) return;
    away = document.createDocumentFragment();
    for (const piece of Array.from(document.body.children)) {
      if (!piece.matches(".at-hand, script")) away.append(piece);
    }
    document.title = "Halte";
    document.body.prepend(screen.content.cloneNode(true));
    showKeypads(document);
    const field = document.querySelector("[data-unlock] input:not([type=hidden])");
    if (field && !document.querySelector("[data-keypad]")) field.focus();
  };
  const cover = () => {
    if (away) return;
    const told = asked(lock);
    hide();
    /* Not told: nothing was locked on the machine, so this page must not stay either. */
    told.then((answer) => answer.ok || location.assign(own.home)).catch(() => {});
  };
  const uncover = () => {
    const page = away;
    away = null;
    if (!typed(page)) {
      location.reload();
      return;
    }
    const card = document.querySelector("[data-unlock]").closest("main");
    card.previousElementSibling.remove();
    card.remove();
    document.body.prepend(page);
    document.title = title;
  };

  lock.addEventListener("submit", (event) => {
    event.preventDefault();
    cover();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-unlock]");
    if (!form) return;
    event.preventDefault();
    const wrong = form.querySelector("[data-wrong]");
    const field = form.querySelector("input:not([type=hidden])");
    asked(form)
      .then(async (answer) => {
        if (answer.status === 204) uncover();
        else if (answer.status === 422) {
          wrong.textContent = await answer.text();
          wrong.hidden = false;
          field.value = "";
        } else location.assign(own.home);
      })
      .catch(() => {
        field.value = "";
      });
  });

  /* ---- by itself, where many hands share the glass ---- */
  const after = Number(own.minutes) * 60000;
  let touched = Date.now();
  let told = touched;
  const touch = () => {
    if (away) return;
    touched = Date.now();
    if (!after || touched - told < 60000) return;
    told = touched;
    const body = new FormData(lock);
    fetch(own.here, { method: "POST", body }).catch(() => {});
  };
  for (const kind of ["pointerdown", "keydown", "wheel"]) document.addEventListener(kind, touch, { passive: true });
  if (after) {
    setInterval(() => {
      if (Date.now() - touched >= after) cover();
    }, 1000);
  }
  /* A page kept in the browser's memory is asked for anew: the screen may be locked by now. */
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();

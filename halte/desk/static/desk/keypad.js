/* The keypad for many: digits for women, men, children, two each; the next group follows by itself. Without this the
   three numbers are plain fields. */
"use strict";

(() => {
  const form = document.querySelector("[data-many]");
  if (!form) return;
  const fields = Array.from(form.querySelectorAll(".groups input"));
  const keys = form.querySelector("[data-keys]");
  let now = fields[0];

  const choose = (field) => {
    now = field;
    field.focus({ preventScroll: true });
    field.select();
  };
  const next = (field) => fields[fields.indexOf(field) + 1];
  const full = (field) => {
    if (field.value.length >= 2 && next(field)) choose(next(field));
  };
  const press = (digit) => {
    const whole = now.selectionStart === 0 && now.selectionEnd === now.value.length;
    now.value = (whole ? "" : now.value).slice(0, 1) + digit;
    now.setSelectionRange(now.value.length, now.value.length);
    full(now);
  };
  const wipe = () => {
    now.value = "";
    choose(now);
  };

  for (const name of ["1", "2", "3", "4", "5", "6", "7", "8", "9", "\u232b", "0"]) {
    const key = document.createElement("button");
    key.type = "button";
    key.className = "btn quiet";
    key.textContent = name;
    key.addEventListener("pointerdown", (event) => event.preventDefault());
    key.addEventListener("click", () => (/\d/.test(name) ? press(name) : wipe()));
    keys.append(key);
  }
  for (const field of fields) {
    field.addEventListener("focus", () => {
      now = field;
      field.select();
    });
    field.addEventListener("input", () => full(field));
    /* Our own keys are on the glass: no keyboard over them. */
    if (window.matchMedia("(pointer: coarse)").matches) field.inputMode = "none";
  }
  keys.hidden = false;
  form.querySelector("[data-keys-hint]").hidden = false;
  choose(now);
})();

/* Counts who is out, on the tablet alone: it works as long as the tablet does. Without this the ticks count on paper. */
"use strict";

(() => {
  const form = document.querySelector("[data-out]");
  if (!form) return;
  const beds = Array.from(form.querySelectorAll("input[name=out]"));
  const rooms = Array.from(form.querySelectorAll("[data-room]"));
  const missing = form.querySelector("[data-missing]");
  const MOST_NAMED = 40;
  const key = `out ${form.dataset.night}`;

  const ticksOf = (room) => Array.from(room.querySelectorAll("input[name=out]"));
  const remember = () => {
    const out = beds.filter((bed) => bed.checked).map((bed) => bed.value);
    const voice = beds.filter((bed) => bed.dataset.voice).map((bed) => bed.value);
    sessionStorage.setItem(key, JSON.stringify({ out, voice }));
  };
  const recall = () => {
    const { out = [], voice = [] } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    for (const bed of beds) {
      bed.checked = out.includes(bed.value);
      if (voice.includes(bed.value)) bed.dataset.voice = "yes";
    }
  };

  const count = () => {
    const left = beds.filter((bed) => !bed.checked);
    form.querySelector("[data-n-out]").textContent = beds.length - left.length;
    form.querySelector("[data-n-missing]").textContent = left.length;
    form.querySelector("[data-sum]").classList.toggle("all", left.length === 0);
    for (const room of rooms) {
      const ticks = ticksOf(room);
      const out = ticks.filter((tick) => tick.checked).length;
      room.querySelector("[data-room-out]").textContent = out;
      room.classList.toggle("all", out === ticks.length);
      room.classList.toggle("some", out > 0 && out < ticks.length);
    }
    missing.replaceChildren(...left.slice(0, MOST_NAMED).map(called));
    form.querySelector("[data-called]").hidden = left.length === 0 || left.length > MOST_NAMED;
  };

  /* Who is missing is called by bed; whoever answers is cleared by one press. */
  const called = (bed) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = bed.dataset.first ? "btn warn" : "btn quiet";
    button.textContent = bed.dataset.name;
    button.addEventListener("click", () => {
      bed.checked = true;
      bed.dataset.voice = "yes";
      changed();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  };
  const changed = () => {
    remember();
    count();
  };

  form.addEventListener("change", (event) => {
    if (event.target.name !== "out") return;
    delete event.target.dataset.voice;
    changed();
  });
  for (const button of form.querySelectorAll("[data-all-out]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const tick of ticksOf(button.closest("[data-room]"))) tick.checked = true;
      changed();
    });
  }
  form.addEventListener("submit", () => {
    for (const bed of beds.filter((one) => one.checked && one.dataset.voice)) bed.name = "voice";
    sessionStorage.removeItem(key);
  });
  form.querySelector("[data-counts]").hidden = false;
  if ("kept" in document.documentElement.dataset) {
    form.querySelector("[data-is-kept]").hidden = false;
    form.querySelector("[data-send]").hidden = true;
  }
  recall();
  count();
})();

/* Line mode: a press anywhere, or a scan, is one more. What the server cannot take is kept here as a number, never a
   card, and sent once when it answers again. The page works without this: then the button is a plain form. */
"use strict";

(() => {
  const root = document.querySelector("[data-line]");
  if (!root) return;
  const form = root.querySelector(".line-form");
  const field = root.querySelector(".line-field");
  const said = root.querySelector("[data-said]");
  const count = root.querySelector("[data-count]");
  const undo = root.querySelector("[data-line-undo]");
  const keptNote = root.querySelector("[data-kept]");
  const first = said.textContent;
  const goods = root.dataset.goods === "yes";
  const STORE = "halte.line";
  const AGAIN = 700;
  const PATIENCE = 5000;
  const SHOWN = 1400;
  let fading = 0;

  const newKey = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  /* Everything shown is also heard and felt. */
  const tell = (what, words) => {
    field.dataset.said = what;
    said.textContent = words;
    document.dispatchEvent(new CustomEvent("halte:tell", { detail: what }));
    clearTimeout(fading);
    fading = setTimeout(() => {
      delete field.dataset.said;
      said.textContent = first;
    }, what === "no" ? SHOWN * 3 : SHOWN);
  };

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(STORE)) || [];
    } catch {
      return [];
    }
  };
  const keep = (presses) => {
    localStorage.setItem(STORE, JSON.stringify(presses));
    keptNote.hidden = presses.length === 0;
    keptNote.querySelector("[data-kept-count]").textContent = String(presses.length);
  };

  const send = async (address, fields) => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const stop = new AbortController();
    const patience = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const answer = await fetch(address, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
        redirect: "manual",
        signal: stop.signal,
      });
      if (![200, 409, 422].includes(answer.status)) return null;
      return { done: answer.status === 200, ...(await answer.json()) };
    } catch {
      return null;
    } finally {
      clearTimeout(patience);
    }
  };

  const show = (number) => {
    if (typeof number === "number") count.textContent = String(number);
  };

  const press = async (code) => {
    const one = { key: newKey(), at: new Date().toISOString(), service: form.getAttribute("action") };
    const answer = await send(one.service, { key: one.key, at: one.at, ...(goods && code ? { code } : {}) });
    if (answer === null) {
      keep([...kept(), one]);
      tell("kept", root.dataset.keptSaid);
    } else if (answer.done) {
      show(answer.count);
      undo.elements.press.value = one.key;
      undo.hidden = false;
      tell("ok", answer.said);
      sendKept();
    } else {
      tell("no", answer.said || root.dataset.notSaid);
    }
  };

  /* One after the other, oldest first; the key makes sure that none is counted twice. */
  let sending = false;
  const sendKept = async () => {
    if (sending) return;
    sending = true;
    try {
      for (const one of kept()) {
        const answer = await send(one.service, { key: one.key, at: one.at, kept: "yes" });
        if (answer === null) break;
        keep(kept().filter((other) => other.key !== one.key));
        if (one.service === form.getAttribute("action")) show(answer.count);
      }
    } finally {
      sending = false;
    }
  };

  /* A second touch within 700 ms is rain, not a second person. */
  let touched = -AGAIN;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (performance.now() - touched < AGAIN) return;
    touched = performance.now();
    press("");
  });

  undo.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await send(undo.getAttribute("action"), { key: newKey(), press: undo.elements.press.value });
    if (answer === null) {
      tell("no", root.dataset.notSaid);
      return;
    }
    show(answer.count);
    undo.hidden = true;
    tell(answer.done ? "ok" : "no", answer.said);
  });

  /* A scanner types like a keyboard and ends with Enter. */
  let typed = "";
  let last = { code: "", at: -AGAIN };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key.length === 1 && event.key !== " ") {
      typed += event.key;
    } else if (event.key === "Enter" && typed) {
      event.preventDefault();
      const code = typed;
      typed = "";
      if (code === last.code && performance.now() - last.at < AGAIN) return;
      last = { code, at: performance.now() };
      press(code);
    }
  });

  keep(kept());
  sendKept();
  setInterval(sendKept, 4000);
  window.addEventListener("online", sendKept);
})();

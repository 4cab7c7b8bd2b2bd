/* Small helps for pages that work without them. Everything here is optional. */
"use strict";

(() => {
  const own = document.currentScript ? document.currentScript.dataset : {};

  /* Trusted Types: markup may come in, scripts may not; the only script address is our own worker. */
  const ADDRESSES = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "to", "values"];
  const ACTIVE = "iframe, frame, object, embed, base, applet, portal, meta[http-equiv]";
  let reading = false;

  const parsed = (markup) => {
    reading = true;
    try {
      return new DOMParser().parseFromString(markup, "text/html");
    } finally {
      reading = false;
    }
  };

  const ours = (script) => {
    if (script.textContent.trim() !== "" || !script.getAttribute("src")) return false;
    const wanted = new URL(script.getAttribute("src"), location.href).href;
    return Array.from(document.scripts).some((known) => known.src === wanted);
  };

  const carriesCode = (element) =>
    Array.from(element.attributes).some(({ name, value }) => {
      const low = name.toLowerCase();
      if (low.startsWith("on") || low.startsWith("hx-on") || low.startsWith("data-hx-on") || low === "srcdoc") return true;
      return ADDRESSES.includes(low) && /^(javascript|vbscript|data):/i.test(value.replace(/[\u0000-\u0020]/g, ""));
    });

  const harmless = (root) => {
    if (root.querySelector(ACTIVE)) return false;
    for (const element of root.querySelectorAll("*")) {
      if (element.localName === "script" && !ours(element)) return false;
      if (carriesCode(element)) return false;
      if (element.localName === "template" && !harmless(element.content)) return false;
    }
    return true;
  };

  if (window.trustedTypes && window.trustedTypes.createPolicy) {
    const worker = own.worker ? new URL(own.worker, location.href).href : null;
    window.trustedTypes.createPolicy("default", {
      createHTML: (markup) => (reading || harmless(parsed(markup)) ? markup : null),
      createScript: () => null,
      createScriptURL: (address) => (worker && new URL(address, location.href).href === worker ? address : null),
    });
  }

  if (own.worker && "serviceWorker" in navigator && window.isSecureContext) {
    navigator.serviceWorker.register(own.worker).catch(() => {});
  }

  /* The scan field is always ready: a scanner types like a keyboard, wherever the focus was. */
  const TYPING = "input, select, textarea, [contenteditable]";
  const field = () => document.querySelector("[data-scan]");
  const idle = () => [null, document.body, document.getElementById("main")].includes(document.activeElement);
  const take = (scan) => {
    /* No keyboard on the glass until somebody touches the field itself. */
    if (window.matchMedia("(pointer: coarse)").matches) scan.inputMode = "none";
    scan.select();
    scan.focus({ preventScroll: true });
  };
  const ready = () => {
    const scan = field();
    if (scan && idle()) take(scan);
  };
  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest && event.target.closest("[data-scan]")) event.target.inputMode = "text";
  });

  document.addEventListener("keydown", (event) => {
    const scan = field();
    const plain = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (scan && plain && !event.target.closest(TYPING)) take(scan);
  });
  const sent = new WeakMap();
  /* Another card is another act: it gets a key of its own, while the same card sent again keeps its key. */
  const newKey = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };
  document.addEventListener("input", (event) => {
    const scan = event.target.closest && event.target.closest("[data-scan]");
    const key = scan && scan.form && scan.form.elements.key;
    if (!key) return;
    key.value = newKey();
    sent.delete(scan.form);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const scan = field();
    if (!scan || event.detail.elt !== scan.form || !event.detail.successful) return;
    scan.form.elements.key.value = newKey();
    /* The secret leaves the glass; the spoken code stays. */
    const code = document.querySelector("#panel .spoken");
    scan.value = code ? code.textContent : "";
    take(scan);
  });
  document.addEventListener("focusout", () => setTimeout(ready, 150));
  document.addEventListener("visibilitychange", ready);

  /* Held for two seconds: erase, bar, end a stay, release all. Without a script a tick stands in its place. */
  const HOLD = 2000;
  const prepareHeld = (root) => {
    for (const held of root.querySelectorAll("[data-held]:not([data-ready])")) {
      const button = held.querySelector("button");
      const tick = held.querySelector("[data-held-tick]");
      const box = tick.querySelector("input");
      const hint = held.querySelector("[data-held-hint]");
      let timer = 0;
      held.dataset.ready = "";
      tick.hidden = true;
      hint.hidden = false;
      const stop = () => {
        clearTimeout(timer);
        timer = 0;
        button.classList.remove("holding");
      };
      const start = () => {
        if (timer) return;
        button.classList.add("holding");
        timer = setTimeout(() => {
          stop();
          box.checked = true;
          button.form.requestSubmit(button);
        }, HOLD);
      };
      button.addEventListener("pointerdown", start);
      for (const end of ["pointerup", "pointerleave", "pointercancel", "blur"]) button.addEventListener(end, stop);
      button.addEventListener("keydown", (event) => {
        if (event.key === " " || event.key === "Enter") {
          event.preventDefault();
          if (!event.repeat) start();
        }
      });
      button.addEventListener("keyup", stop);
      button.addEventListener("contextmenu", (event) => event.preventDefault());
      button.addEventListener("click", (event) => {
        if (box.checked) return;
        event.preventDefault();
        /* Pressed by voice or a switch, which cannot hold: show the tick. */
        if (event.detail === 0) {
          tick.hidden = false;
          hint.hidden = true;
          box.focus();
        }
      });
    }
  };

  /* A second touch within 700 ms is rain or a trembling hand, not a second wish. Another card is one. */
  document.addEventListener(
    "submit",
    (event) => {
      const now = performance.now();
      if (now - (sent.get(event.target) ?? -1000) < 700) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else {
        sent.set(event.target, now);
      }
    },
    true,
  );

  /* Messages of success leave after a while; refusals and warnings stay. */
  const prepareMessages = (root) => {
    for (const message of root.querySelectorAll("[data-fades]:not([data-leaving])")) {
      message.dataset.leaving = "";
      setTimeout(() => {
        if (message.contains(document.activeElement)) return;
        message.classList.add("fading");
        setTimeout(() => message.remove(), 700);
      }, 12000);
    }
  };

  /* When the machine does not answer, say so where "Saved on this machine" stood. */
  const status = (reached) => {
    const pill = document.querySelector("[data-saved]");
    if (!pill) return;
    pill.classList.toggle("ok", reached);
    pill.classList.toggle("bad", !reached);
    const words = pill.querySelector("[data-words]");
    if (words) words.textContent = reached ? pill.dataset.saved : pill.dataset.unsaved;
  };
  document.addEventListener("htmx:sendError", () => status(false));
  document.addEventListener("htmx:timeout", () => status(false));
  document.addEventListener("htmx:beforeOnLoad", () => status(true));
  const complain = (words) => {
    const region = document.getElementById("messages");
    if (!region) return;
    const note = document.createElement("p");
    note.className = "message error";
    note.textContent = region.dataset[words];
    region.replaceChildren(note);
  };
  document.addEventListener("htmx:responseError", (event) => {
    complain(event.detail.xhr.status === 403 ? "signInAgain" : "notDone");
  });
  document.addEventListener("htmx:swapError", () => complain("notShown"));

  const prepare = (root) => {
    prepareHeld(root);
    prepareMessages(root);
    ready();
  };
  document.addEventListener("DOMContentLoaded", () => prepare(document));
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt.parentNode || document));
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
})();

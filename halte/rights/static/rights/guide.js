/* Lets the guide be read without a network, read aloud, and sent on. The guide reads as well without this. */
"use strict";

(() => {
  const { worker, askUs, saved, listen, share } = document.currentScript.dataset;

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
    for (const passing of document.querySelectorAll("[data-now]")) passing.remove();
  }

  /* Under the title: the phone's own voice where it has one for the language, and the page for a friend. */
  const title = document.querySelector("h1");
  const offer = (words, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn quiet";
    button.textContent = words;
    button.addEventListener("click", () => act(button));
    title.after(button);
    return button;
  };
  if (share && navigator.share) offer(share, () => navigator.share({ url: location.href }).catch(() => {}));
  const speech = listen && window.speechSynthesis;
  /* Which law and source it rests on stays for who reads. */
  const wordsOf = (part) => {
    const said = part.cloneNode(true);
    for (const silent of said.querySelectorAll("details,.from>span:not(.pill)")) silent.remove();
    return said.textContent.replace(/\s+/g, " ");
  };
  let reader = null;
  const offerVoice = () => {
    const own = (one) => one.localService && one.lang.split(/[-_]/)[0] === document.documentElement.lang;
    const voice = speech.getVoices().find(own);
    if (reader || !voice) return;
    reader = offer(listen, (button) => {
      const speaking = button.getAttribute("aria-pressed") === "true";
      speech.cancel();
      button.setAttribute("aria-pressed", String(!speaking));
      if (speaking) return;
      const parts = document.querySelectorAll("h1,section>h2:not(#sources),.say");
      for (const [place, part] of [...parts].entries()) {
        const said = new SpeechSynthesisUtterance(wordsOf(part));
        said.voice = voice;
        said.lang = voice.lang;
        if (place === parts.length - 1) said.onend = () => button.setAttribute("aria-pressed", "false");
        speech.speak(said);
      }
    });
    reader.setAttribute("aria-pressed", "false");
  };
  if (speech) {
    offerVoice();
    speech.addEventListener("voiceschanged", offerVoice);
  }

  if (!navigator.serviceWorker || !window.isSecureContext) return;
  const only = { createScriptURL: (address) => (address === worker ? address : null) };
  const policy = window.trustedTypes ? window.trustedTypes.createPolicy("default", only) : only;
  navigator.serviceWorker.register(policy.createScriptURL(worker)).catch(() => {});
})();

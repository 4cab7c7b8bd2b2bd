/* Reads a text aloud with the browser's own voice, in the language of the text. The text stays on the page: sound has a
   visible twin. A button <button type="button" data-speak="id-of-the-text" hidden> shows itself only where the device
   itself has a voice for that language: nothing is sent anywhere. */
"use strict";
(() => {
  const speech = window.speechSynthesis;
  if (!speech) return;

  const textOf = (button) => document.getElementById(button.dataset.speak);
  const languageOf = (text) => (text.closest("[lang]") || document.documentElement).lang;
  const main = (language) => language.toLowerCase().split(/[-_]/)[0];
  const voiceFor = (language) =>
    speech.getVoices().find((voice) => voice.localService && main(voice.lang) === main(language));

  const show = () => {
    for (const button of document.querySelectorAll("[data-speak]")) {
      const text = textOf(button);
      button.hidden = !text || !voiceFor(languageOf(text));
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-speak]");
    if (!button) return;
    const text = textOf(button);
    const speaking = button.getAttribute("aria-pressed") === "true";
    speech.cancel();
    button.setAttribute("aria-pressed", String(!speaking));
    if (speaking) return;
    const said = new SpeechSynthesisUtterance(text.innerText);
    said.voice = voiceFor(languageOf(text));
    said.lang = said.voice.lang;
    said.onend = said.onerror = () => button.setAttribute("aria-pressed", "false");
    speech.speak(said);
  });

  show();
  speech.addEventListener("voiceschanged", show);
})();
